"""What 今天 says of 民情恳谈: promises to be kept, opinions to be routed, records to be signed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import Session

from liaison_desktop.desk.counting import count_some
from liaison_desktop.desk.notices import SOON
from liaison_desktop.desk.talk_conditions import (
    is_due_soon,
    is_overdue,
    is_undated,
    is_unheard,
    is_unrouted,
)
from liaison_desktop.desk.work import MOST_IN_A_LIST
from liaison_desktop.model.commitment import Commitment
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import ConsultationState as State
from liaison_desktop.model.statement import Statement


@dataclass(frozen=True)
class Waiting:
    """How many of a kind wait, at most MOST_IN_A_LIST; `meeting` is their meeting.

    None where they are of several meetings.
    """

    count: int = 0
    meeting: UUID | None = None


@dataclass(frozen=True)
class MeetingDue:
    """A meeting whose notice is to be posted by `due_on`, and was not."""

    uid: UUID
    title: str
    held_on: date
    due_on: date


@dataclass(frozen=True)
class MeetingToday:
    """A meeting that is today."""

    uid: UUID
    title: str
    starts: str
    place: str
    state: State


@dataclass(frozen=True)
class TalkToday:
    """What waits, and which meetings are today.

    Promises overdue, due within a week, without unit or day, settled and not told to who raised
    them; opinions without route in a meeting that is over, signed or not, and records that wait for
    the head.
    """

    overdue: Waiting = Waiting()
    due_soon: Waiting = Waiting()
    undated: Waiting = Waiting()
    unheard: Waiting = Waiting()
    unrouted: Waiting = Waiting()
    to_sign: Waiting = Waiting()
    notices: Sequence[MeetingDue] = ()
    meetings: Sequence[MeetingToday] = ()


def talk_today(session: Session, today: date) -> TalkToday:
    """Return the facts of a day; what is withdrawn, or of such a meeting, waits for nothing."""
    is_ready = Consultation.state == State.READY
    is_signed = Consultation.state == State.SIGNED
    was_left = and_(Consultation.state == State.RECORDING, Consultation.held_on < today)
    return TalkToday(
        overdue=_promises(session, is_overdue(today)),
        due_soon=_promises(session, is_due_soon(today)),
        undated=_promises(session, is_undated()),
        unheard=_promises(session, is_unheard()),
        unrouted=_unrouted(session, or_(is_ready, is_signed, was_left)),
        to_sign=_wait(session, _standing(Consultation.uid).where(is_ready)),
        notices=_notices(session, today),
        meetings=_meetings(session, today),
    )


def _promises(session: Session, condition: ColumnElement[bool]) -> Waiting:
    query = _standing(Consultation.uid).select_from(Commitment)
    query = query.join(Consultation, Consultation.uid == Commitment.consultation_uid)
    return _wait(session, query.where(Commitment.withdrawn_at.is_(None), condition))


def _unrouted(session: Session, is_over: ColumnElement[bool]) -> Waiting:
    """Return the opinions without route of meetings that are over, which an index of them tells."""
    over = _standing(Consultation.uid).where(is_over)
    query = select(Statement.consultation_uid).where(Statement.consultation_uid.in_(over))
    return _wait(session, query.where(is_unrouted()))


def _standing(*columns: Any) -> Select[*tuple[Any, ...]]:
    return select(*columns).where(Consultation.withdrawn_at.is_(None))


def _wait(session: Session, query: Select[*tuple[Any, ...]]) -> Waiting:
    count = count_some(session, query, MOST_IN_A_LIST)
    meetings = session.scalars(query.distinct().limit(2)).all() if count else []
    return Waiting(count, meetings[0] if len(meetings) == 1 else None)


def _notices(session: Session, today: date) -> tuple[MeetingDue, ...]:
    query = _standing(
        Consultation.uid, Consultation.title, Consultation.held_on, Consultation.notice_by
    ).where(
        Consultation.state == State.PLANNED,
        Consultation.held_on >= today,
        Consultation.announced_on.is_(None),
        Consultation.notice_by <= today + timedelta(days=SOON),
    )
    query = query.order_by(Consultation.held_on, Consultation.id)
    return tuple(MeetingDue(*row) for row in session.execute(query))


def _meetings(session: Session, today: date) -> tuple[MeetingToday, ...]:
    query = _standing(
        Consultation.uid,
        Consultation.title,
        Consultation.starts,
        Consultation.place,
        Consultation.state,
    ).where(Consultation.held_on == today, Consultation.state != State.CANCELLED)
    query = query.order_by(Consultation.starts, Consultation.id)
    return tuple(MeetingToday(*row) for row in session.execute(query))
