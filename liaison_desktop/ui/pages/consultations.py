"""民情恳谈 — the meetings, the one that is opened, and who sits in the deliberation body."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.pages.consultation_list import ConsultationList
from liaison_desktop.ui.room import Page, Room
from liaison_desktop.ui.segments import Segments

if TYPE_CHECKING:
    from liaison_desktop.desk.drafts import KeptDraft
    from liaison_desktop.model.consultation import Consultation
    from liaison_desktop.ui.pages.body_members import BodyMembersPanel
    from liaison_desktop.ui.pages.consultation_view import ConsultationView

MEETINGS = "meetings"
MEMBERS = "members"
OPENED = "opened"


class ConsultationsPage(Page):
    """A meeting that was opened stays open while other pages are in front."""

    not_kept = Signal(object)
    """What is typed could not be kept: with the fault."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.list = ConsultationList(room)
        self.parts = Segments([("", tr("恳谈会"), MEETINGS), ("", tr("议事组织"), MEMBERS)])
        self.parts.say_name(tr("民情恳谈"))
        self.parts.set_value(MEETINGS)
        self._made: dict[str, QWidget] = {MEETINGS: self.list}
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._lay_out()
        self.parts.changed.connect(self._turn)
        self.list.opening.connect(self.open_consultation)
        self.list.beginning.connect(self.begin_new)

    @property
    def view(self) -> ConsultationView:
        """The opened meeting; its view is made for the first one."""
        if OPENED not in self._made:
            from liaison_desktop.ui.pages.consultation_view import ConsultationView

            made = ConsultationView(self.room)
            made.closed.connect(self._leave)
            self._take_in(OPENED, made)
            made.not_kept.connect(self.not_kept)
        return cast("ConsultationView", self._made[OPENED])

    @property
    def members(self) -> BodyMembersPanel:
        """议事组织, where there is one."""
        if MEMBERS not in self._made:
            from liaison_desktop.ui.pages.body_members import BodyMembersPanel

            made = BodyMembersPanel(self.room)
            made.opening.connect(self.open_consultation)
            made.beginning.connect(self.begin_yearly)
            made.not_kept.connect(self.not_kept)
            self._take_in(MEMBERS, made)
        return cast("BodyMembersPanel", self._made[MEMBERS])

    def begin(self) -> None:
        """Read what is in front anew: the meeting that is open, else the list or the body."""
        front = self._front()
        self._head.setVisible(front != OPENED and self._has_body())
        if front == OPENED:
            self.view.begin()
        elif front == MEMBERS:
            self.members.begin()
        else:
            self.list.begin()

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed in what is in front, then go on."""
        front = self._front()
        if front == OPENED:
            self.view.put_down(then)
        elif front == MEMBERS:
            self.members.put_down(then)
        else:
            then()

    def open_consultation(self, uid: UUID) -> None:
        """Put down what is in front and show one meeting."""
        self.put_down(lambda: self._show_meeting(uid))

    def begin_new(self, draft: KeptDraft | None = None) -> None:
        """Put down what is in front and begin a new meeting, or what was typed of one."""
        self.put_down(lambda: self._show_new(draft))

    def begin_yearly(self, prepared: Consultation) -> None:
        """Put down what is in front and begin a meeting as it is prepared for this year."""
        self.put_down(lambda: self._show_new(None, prepared))

    def opened(self) -> UUID | None:
        """Return the uid of the meeting that is open, None for the list."""
        return self.view.opened() if self._front() == OPENED else None

    def _show_meeting(self, uid: UUID) -> None:
        self._bring(self.view)
        self.view.open(uid)

    def _show_new(self, draft: KeptDraft | None, like: Consultation | None = None) -> None:
        self._bring(self.view)
        self.view.begin_new(draft, like)

    def _leave(self) -> None:
        self._bring(self._made.get(str(self.parts.value()), self.list))
        self.begin()

    def _turn(self) -> None:
        self.put_down(self._show_part)

    def _show_part(self) -> None:
        self._bring(self.members if self.parts.value() == MEMBERS else self.list)
        self.begin()

    def _bring(self, widget: QWidget) -> None:
        self._stack.setCurrentWidget(widget)
        self._head.setVisible(self._front() != OPENED and self._has_body())

    def _take_in(self, name: str, made: QWidget) -> None:
        self._made[name] = made
        self._stack.addWidget(made)

    def _front(self) -> str:
        front = self._stack.currentWidget()
        return next(name for name, made in self._made.items() if made is front)

    def _has_body(self) -> bool:
        return self.room.desk.station.kind.has_deliberation_body

    def _lay_out(self) -> None:
        self._head = QWidget()
        line = QHBoxLayout(self._head)
        line.setContentsMargins(24, 12, 24, 0)
        line.addWidget(self.parts)
        line.addStretch(1)
        if not self._has_body():
            self._head.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._stack, 1)
