"""变更公告 — prepared in the act that makes a posted notice untrue, and taken back with it."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from liaison_desktop.model.announced import FORMER, Announced, announced
from liaison_desktop.model.faults import NotSaved
from liaison_desktop.model.notice import Notice
from liaison_desktop.model.reception_session import ReceptionSession
from liaison_desktop.model.schedule_words import NoticeKind, SessionState
from liaison_desktop.model.times import business_day
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import tr

AS_POSTED = tr("与已张贴的公告又一致了")


def tell_of_change(
    session: Session,
    one: ReceptionSession,
    before: Announced,
    reason: str,
    clock: Callable[[], datetime],
) -> None:
    """Prepare the notice that what hangs out of a coming session does not hold any more.

    One that was prepared before and is not posted yet is written anew, from what hangs out; it is
    withdrawn where that holds again. NotSaved where nobody says why.
    """
    now = announced(one)
    is_past = max(before.held_on, now.held_on) < business_day(clock())
    if before == now or is_past or one.state is not SessionState.PLANNED:
        return
    if not is_announced(session, one):
        return
    told = _waiting(session, one)
    if told is None:
        told = prepared(one, NoticeKind.CHANGE, reason, clock())
        session.add(told)
    else:
        before = before.as_posted(told)
        told.held_on, told.due_on = one.held_on, one.notice_by
        told.reason = reason.strip() or told.reason
    former = before.unlike(now)
    for name in FORMER:
        setattr(told, name, former.get(name, None if name == "former_on" else ""))
    if not former:
        told.withdrawn_at, told.withdrawn_reason = clock(), AS_POSTED
    elif errors := [problem for problem in told.problems() if problem.is_error]:
        raise NotSaved(errors)


def prepared(one: ReceptionSession, kind: NoticeKind, reason: str, now: datetime) -> Notice:
    """Return an unsaved notice of a session as it is now."""
    return Notice(
        uid=new_uid(now),
        station_uid=one.station_uid,
        session_uid=one.uid,
        kind=kind,
        held_on=one.held_on,
        due_on=one.notice_by,
        reason=reason,
    )


def is_announced(session: Session, one: ReceptionSession) -> bool:
    """Return whether a notice of a session hangs out."""
    return any(notice.posted_on is not None for notice in standing_notices(session, one.uid))


def standing_notices(session: Session, uid: UUID) -> list[Notice]:
    """Return the notices of a session that are not withdrawn, oldest first."""
    query = select(Notice).where(Notice.session_uid == uid, Notice.withdrawn_at.is_(None))
    return list(session.scalars(query.order_by(Notice.id)))


def _waiting(session: Session, one: ReceptionSession) -> Notice | None:
    """Return the notice of a change that is prepared and not posted; none with words of its own.

    A cancellation that was taken back before it was posted counts for none.
    """
    latest = [
        notice
        for notice in standing_notices(session, one.uid)
        if notice.kind is not NoticeKind.CANCEL or notice.posted_on is not None
    ][-1:]
    is_open = [n for n in latest if n.kind is NoticeKind.CHANGE and n.posted_on is None]
    return next((notice for notice in is_open if not notice.body.strip()), None)
