"""Rows of the ledgers of 民情恳谈, read by columns as those of the others are."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import and_, case, func, or_, select
from sqlalchemy.orm import Session

from liaison_desktop.desk.ledger_rows import Asking, asked_ids, rows_by_key
from liaison_desktop.desk.talk_conditions import WANTING_A_ROUTE
from liaison_desktop.model.base import Record, table_of
from liaison_desktop.model.body_member import BodyMember
from liaison_desktop.model.commitment import Commitment
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import CommitmentState
from liaison_desktop.model.participant import Participant
from liaison_desktop.model.schedule_words import Presence
from liaison_desktop.model.statement import Statement
from liaison_desktop.model.talk_ledgers import BodyMemberRow, CommitmentRow, ConsultationRow

_meeting, _commitment, _member = (
    table_of(root).c for root in (Consultation, Commitment, BodyMember)
)
_participant, _statement = table_of(Participant).c, table_of(Statement).c


def _many(condition: Any) -> Any:
    return func.sum(case((condition, 1), else_=0))


def _counts(part: type[Record], *conditions: Any) -> Asking:
    """Return the query of how many records of a meeting each condition holds for."""
    columns = table_of(part).c
    of_meeting = and_(columns.consultation_uid == _meeting.uid, columns.withdrawn_at.is_(None))
    query = select(_meeting.id, *(_many(each) for each in conditions))
    return Asking(query.where(_meeting.id.in_(asked_ids), of_meeting).group_by(_meeting.id))


_MEETINGS = Asking(
    select(
        _meeting.id,
        _meeting.number,
        _meeting.held_on,
        _meeting.kind,
        _meeting.title,
        _meeting.topic,
        _meeting.place,
        _meeting.state,
        _meeting.withdrawn_at.is_not(None),
    ).where(_meeting.id.in_(asked_ids))
)
_ATTENDED = _counts(
    Participant, _participant.is_walk_in.is_(False), _participant.presence == Presence.PRESENT
)
_RAISED = _counts(
    Statement,
    _statement.kind.in_(WANTING_A_ROUTE),
    and_(_statement.kind.in_(WANTING_A_ROUTE), _statement.route.is_not(None)),
)
_PROMISED = _counts(
    Commitment, _commitment.id.is_not(None), _commitment.state == CommitmentState.KEPT
)
_COMMITMENTS = Asking(
    select(
        _commitment.id,
        _meeting.number,
        _commitment.place,
        _meeting.held_on,
        _meeting.title,
        _commitment.content,
        _commitment.unit_name,
        _commitment.person,
        _commitment.due_on,
        _commitment.state,
        _commitment.settled_on,
        _commitment.raised_by,
        _commitment.fed_back_on,
        _commitment.published_on,
        or_(_commitment.withdrawn_at.is_not(None), _meeting.withdrawn_at.is_not(None)),
    ).where(_commitment.id.in_(asked_ids), _meeting.uid == _commitment.consultation_uid)
)
_MEMBERS = Asking(
    select(
        _member.id,
        _member.name,
        _member.sex,
        _member.member_origin,
        _member.body,
        _member.post,
        _member.phone,
        _member.term_no,
        _member.valid_from,
        _member.valid_to,
        _member.withdrawn_at.is_not(None),
    ).where(_member.id.in_(asked_ids))
)


def load_consultation_rows(
    session: Session, ids: Sequence[int], _today: date
) -> list[ConsultationRow]:
    """Return what a ledger tells of these meetings, in this order."""
    meetings = rows_by_key(session, _MEETINGS, ids)
    counted = [rows_by_key(session, asking, ids) for asking in (_ATTENDED, _RAISED, _PROMISED)]
    return [
        ConsultationRow(*meetings[key], *(n for counts in counted for n in counts.get(key, (0, 0))))
        for key in ids
    ]


def load_commitment_rows(session: Session, ids: Sequence[int], today: date) -> list[CommitmentRow]:
    """Return what a ledger tells of these promises, in this order."""
    found = rows_by_key(session, _COMMITMENTS, ids)
    return [CommitmentRow(*(*found[key], today)) for key in ids]


def load_body_member_rows(session: Session, ids: Sequence[int], today: date) -> list[BodyMemberRow]:
    """Return what the roster tells of these members, in this order."""
    found = rows_by_key(session, _MEMBERS, ids)
    return [BodyMemberRow(*(*found[key], today)) for key in ids]
