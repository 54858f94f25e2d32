"""The list of the meetings: what each is about, and what of it still waits."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect, func, select
from sqlalchemy.orm import Session

from liaison_desktop.desk.talk_conditions import is_undated
from liaison_desktop.model.commitment import Commitment
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import (
    CommitmentState,
    ConsultationKind,
    ConsultationState,
    StatementKind,
)
from liaison_desktop.model.participant import Participant
from liaison_desktop.model.schedule_words import Presence
from liaison_desktop.model.statement import Statement

_ASKING = [kind for kind in StatementKind if kind.wants_route]


@dataclass(frozen=True)
class MeetingRow:
    """One meeting of the list.

    `unrouted` counts the opinions and suggestions of which nobody said where they go, `overdue` the
    promises still open after their day, `undated` those without unit or day.
    """

    uid: UUID
    number: str
    kind: ConsultationKind
    title: str
    topic: str
    held_on: date
    starts: str
    place: str
    state: ConsultationState
    is_yearly: bool
    expected: int
    present: int
    unrouted: int
    overdue: int
    undated: int


def read_rows(session: Session, today: date, limit: int) -> list[MeetingRow]:
    """Return the meetings that are not withdrawn, the last held first."""
    is_open = Commitment.state == CommitmentState.OPEN
    query = select(
        Consultation.uid,
        Consultation.number,
        Consultation.kind,
        Consultation.title,
        Consultation.topic,
        Consultation.held_on,
        Consultation.starts,
        Consultation.place,
        Consultation.state,
        Consultation.is_yearly,
        _count(Participant, Participant.is_walk_in.is_(False)),
        _count(Participant, Participant.presence == Presence.PRESENT),
        _count(Statement, Statement.kind.in_(_ASKING), Statement.route.is_(None)),
        _count(Commitment, is_open, Commitment.due_on < today),
        _count(Commitment, is_undated()),
    ).where(Consultation.withdrawn_at.is_(None))
    query = query.order_by(Consultation.held_on.desc(), Consultation.id.desc()).limit(limit)
    return [MeetingRow(*tuple(row)) for row in session.execute(query)]


def _count(of: Any, *conditions: ColumnElement[bool]) -> ScalarSelect[int]:
    """Return how many records of a kind belong to the meeting of the row."""
    belongs = (of.consultation_uid == Consultation.uid) & of.withdrawn_at.is_(None)
    return (
        select(func.count()).select_from(of).where(belongs, *conditions).correlate(Consultation)
    ).scalar_subquery()
