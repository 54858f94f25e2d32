"""What is read of a reception day to show it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.drafts import KeptDraft
from liaison_desktop.desk.sessions import DayCounts
from liaison_desktop.model.reception_session import ReceptionSession
from liaison_desktop.model.schedule_words import NoticeKind
from liaison_desktop.model.visit import Visit

FORM = "session_summary"


@dataclass(frozen=True)
class OpenedSession:
    """Everything the view shows, read at once."""

    session: ReceptionSession
    counts: DayCounts
    visits: Sequence[Visit]
    draft: KeptDraft | None
    deputies: list[str]
    is_told: bool
    """Whether the last change of it has prepared a notice, which is still to be posted."""


def load_session(desk: Desk, uid: UUID) -> OpenedSession:
    """Return a session with what was registered on its day and what was typed and not saved."""
    sessions = desk.schedule.sessions
    session = sessions.load(uid)
    draft = next((one for one in desk.drafts.find(FORM) if one.uid == uid), None)
    names = [deputy.name for deputy in desk.deputies.find()]
    visits = sessions.visits_of(session)
    is_told = any(
        notice.act == session.act and notice.kind is NoticeKind.CHANGE and not notice.posted_on
        for notice in sessions.notices_of(session)
    )
    return OpenedSession(session, sessions.count(session), visits, draft, names, is_told)
