"""What the month's report says of the meetings, counted in the file."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session

from liaison_desktop.desk.talk_conditions import WANTING_A_ROUTE, is_overdue
from liaison_desktop.model.base import Record
from liaison_desktop.model.commitment import Commitment
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import CommitmentState
from liaison_desktop.model.consultation_words import ConsultationState as State
from liaison_desktop.model.participant import Participant
from liaison_desktop.model.schedule_words import Presence
from liaison_desktop.model.statement import Statement
from liaison_desktop.model.talk_figures import TalkFigures

HELD = (State.RECORDING, State.READY, State.SIGNED)
"""Where a meeting stands that took place."""


def talk_figures(session: Session, first: date, last: date, today: date) -> TalkFigures:
    """Return what there was from a day to a day, both with, and how it stands on a day."""
    held = (
        Consultation.withdrawn_at.is_(None),
        Consultation.state.in_(HELD),
        Consultation.held_on.between(first, last),
    )
    meetings = session.scalar(select(func.count()).select_from(Consultation).where(*held)) or 0
    of_period = select(Consultation.uid).where(*held)
    [people] = _count(session, of_period, Participant, Participant.presence == Presence.PRESENT)
    wants_route = Statement.kind.in_(WANTING_A_ROUTE)
    opinions, routed = _count(
        session, of_period, Statement, wants_route, wants_route & Statement.route.is_not(None)
    )
    promises = _count(
        session,
        of_period,
        Commitment,
        Commitment.id.is_not(None),
        Commitment.state == CommitmentState.KEPT,
        Commitment.state == CommitmentState.BROKEN,
        is_overdue(today),
    )
    return TalkFigures(meetings, people, opinions, routed, *promises)


def _count(
    session: Session, meetings: Any, part: type[Record], *conditions: ColumnElement[bool]
) -> list[int]:
    """Return how many records of some meetings each condition holds for."""
    columns = (func.coalesce(func.sum(case((each, 1), else_=0)), 0) for each in conditions)
    query = select(*columns).where(
        part.consultation_uid.in_(meetings),  # type: ignore[attr-defined]  # it is of a meeting
        part.withdrawn_at.is_(None),
    )
    return list(session.execute(query).one())
