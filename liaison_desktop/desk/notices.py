"""接待日公告 — written, posted in time or late, and which sessions still want theirs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from liaison_desktop.desk.roll import Roll
from liaison_desktop.model.notice import Notice
from liaison_desktop.model.reception_session import ReceptionSession
from liaison_desktop.model.schedule_words import NoticeKind, SessionState
from liaison_desktop.model.times import business_day
from liaison_desktop.model.uids import new_uid
from liaison_desktop.store.wholes import whole

SOON = 2
"""Days before its last day from which a notice is asked for."""


@dataclass(frozen=True)
class NoticeDue:
    """A session that is not announced for its day; `due_on` is the last day for posting."""

    session_uid: UUID
    held_on: date
    due_on: date


class Notices(Roll[Notice]):
    """Verbs of the notices."""

    def begin(self, session: ReceptionSession, kind: NoticeKind = NoticeKind.ANNOUNCE) -> Notice:
        """Return an unsaved notice of a session, issued today."""
        today = business_day(self._store.clock())
        return Notice(
            uid=new_uid(self._store.clock()),
            station_uid=session.station_uid,
            session_uid=session.uid,
            kind=kind,
            held_on=session.held_on,
            due_on=session.notice_by,
            issued_on=today,
        )

    def due(self, today: date) -> list[NoticeDue]:
        """Return the coming sessions whose notice is to be posted now, or is late already."""
        with self._store.read() as session:
            return notices_due(session, today)


def notices_due(session: Session, today: date) -> list[NoticeDue]:
    """Return them, the nearest first; a session of the past is told of no more."""
    is_posted = exists().where(
        Notice.session_uid == ReceptionSession.uid,
        Notice.withdrawn_at.is_(None),
        Notice.kind != NoticeKind.CANCEL,
        Notice.held_on == ReceptionSession.held_on,
        Notice.posted_on.is_not(None),
    )
    query = (
        select(ReceptionSession.uid, ReceptionSession.held_on, ReceptionSession.notice_by)
        .where(
            ReceptionSession.withdrawn_at.is_(None),
            ReceptionSession.state == SessionState.PLANNED,
            ReceptionSession.held_on >= today,
            ReceptionSession.notice_by <= today + timedelta(days=SOON),
            ~is_posted,
        )
        .order_by(ReceptionSession.held_on, ReceptionSession.id)
    )
    return [NoticeDue(uid, held, due) for uid, held, due in session.execute(query) if due]


@dataclass(frozen=True)
class SessionToday:
    """A reception day that is today, with who receives."""

    uid: UUID
    starts: str
    place: str
    state: SessionState
    names: Sequence[str]


def sessions_on(session: Session, day: date) -> list[SessionToday]:
    """Return the sessions of a day that were not cancelled, in their order."""
    query = whole(ReceptionSession).where(
        ReceptionSession.held_on == day,
        ReceptionSession.withdrawn_at.is_(None),
        ReceptionSession.state != SessionState.CANCELLED,
    )
    found = session.scalars(query.order_by(ReceptionSession.starts, ReceptionSession.id))
    return [
        SessionToday(
            one.uid,
            one.starts,
            one.place,
            one.state,
            [slot.name for slot in one.slots if slot.name],
        )
        for one in found
    ]
