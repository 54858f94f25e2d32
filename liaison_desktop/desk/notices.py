"""接待日公告 — prepared, numbered in the year's row, posted in time or late, and still wanted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from liaison_desktop.desk.correcting import load_record, refuse_stale
from liaison_desktop.desk.doc_numbers import given_doc_numbers
from liaison_desktop.desk.roll import Roll
from liaison_desktop.desk.settings import Settings
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.doc_numbers import next_doc_number
from liaison_desktop.model.faults import Refused
from liaison_desktop.model.notice import Notice
from liaison_desktop.model.reception_session import ReceptionSession
from liaison_desktop.model.schedule_words import NoticeKind, SessionState
from liaison_desktop.model.times import business_day
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.user import User
from liaison_desktop.store.store import Store
from liaison_desktop.store.wholes import whole

SOON = 2
"""Days before its last day from which a notice is asked for."""


@dataclass(frozen=True)
class NoticeDue:
    """A session that is not announced for its day; `due_on` is the last day for posting it."""

    session_uid: UUID
    held_on: date
    due_on: date


class Notices(Roll[Notice]):
    """Verbs of the notices."""

    def __init__(self, store: Store, user: User) -> None:
        super().__init__(store, user, Notice, Action.KEEP_SCHEDULE)

    def prepare(self, session: ReceptionSession) -> Notice:
        """Return the notice that holds for a session now, registered where there is none yet.

        One that is not posted yet follows the session to its day. Refused notice_needless for a
        session that was called off before it was announced.
        """
        is_off = session.state is SessionState.CANCELLED
        last = self._last(session, is_off)
        if is_off:
            if last is None or last.kind is not NoticeKind.CANCEL:
                raise Refused("notice_needless")
            return last
        if last is None or last.kind is NoticeKind.CANCEL:
            return self._announce(session)
        if last.posted_on is None and last.held_on != session.held_on:
            return self.correct(last, {"held_on": session.held_on, "due_on": session.notice_by})
        return last

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

    def number(self, seen: Notice) -> Notice:
        """Return the notice with a 文号, the next of its year, and its 成文日期, by default today.

        One that bears both is returned as it is.
        """
        if seen.doc_number and seen.issued_on:
            return seen
        form = Settings(self._store, self._user).load().doc_number_form
        with self._store.act(self._user, self._action, seen) as session:
            notice = load_record(session, Notice, seen.uid)
            refuse_stale("notice", notice, seen)
            issued: date = notice.issued_on or business_day(self._store.clock())
            given = given_doc_numbers(session)
            notice.doc_number = notice.doc_number or next_doc_number(form, issued.year, given)
            notice.issued_on = issued
        return notice

    def _last(self, session: ReceptionSession, is_off: bool) -> Notice | None:
        """Return the newest notice; a cancellation that was taken back unposted counts for none."""
        found = [
            notice
            for notice in self.find(Notice.session_uid == session.uid)
            if is_off or notice.kind is not NoticeKind.CANCEL or notice.posted_on is not None
        ]
        return found[-1] if found else None

    def _announce(self, session: ReceptionSession) -> Notice:
        notice = Notice(
            uid=new_uid(self._store.clock()),
            station_uid=session.station_uid,
            session_uid=session.uid,
            held_on=session.held_on,
            due_on=session.notice_by,
        )
        self.register(notice)
        return notice


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
