"""公告 of one session: what was posted of it, when and where; a new one is begun from its days."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.faults import Refused
from liaison_desktop.model.notice import Notice
from liaison_desktop.model.reception_session import ReceptionSession
from liaison_desktop.ui.pages.roll_loading import Loaded
from liaison_desktop.ui.pages.roll_panel import RollPanel
from liaison_desktop.ui.pages.roll_sheets import NOTICES
from liaison_desktop.ui.room import Room


class SessionNotices(RollPanel):
    """A notice takes the session's day and its last day for posting with it."""

    def __init__(self, room: Room) -> None:
        self.session: ReceptionSession | None = None
        super().__init__(room, NOTICES)

    def show_session(self, session: ReceptionSession) -> None:
        """Show the notices of another session, or of the same as it is now."""
        if self.session is None or self.session.uid != session.uid:
            self._uid = None
        self.session = session
        self.begin()

    def load(self, desk: Desk) -> Loaded:
        if self.session is None:
            return Loaded([], [], [])
        uid = str(self.session.uid)
        drafts = [d for d in desk.drafts.find(self.sheet.form) if d.body.get("session") == uid]
        notices = desk.schedule.sessions.notices_of(self.session)
        return Loaded(list(reversed(notices)), drafts, [])

    def make(self, desk: Desk, uid: UUID, values: dict[str, Any]) -> Notice:
        if self.session is None:
            raise Refused("not_found", kind="reception_session")
        notice = desk.schedule.notices.begin(self.session)
        notice.uid = uid
        for name, value in values.items():
            if value not in ("", None):
                setattr(notice, name, value)
        return notice

    def typed_body(self) -> dict[str, Any] | None:
        body = super().typed_body()
        if body is None or self.session is None:
            return None
        return body | {"session": str(self.session.uid)}
