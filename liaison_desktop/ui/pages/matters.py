"""意见办理 — the lists of what waits, and the matter that is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from liaison_desktop.model.work_lists import Work
from liaison_desktop.ui.pages.work_panel import WorkPanel
from liaison_desktop.ui.room import Page, Room

if TYPE_CHECKING:
    from liaison_desktop.ui.pages.matter_view import MatterView


class MattersPage(Page):
    """A matter that was opened stays open while other pages are in front."""

    not_kept = Signal(object)
    """What is typed into a step could not be kept: with the fault."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.panel = WorkPanel(room)
        self._view: MatterView | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.panel.opening.connect(self.open_matter)

    @property
    def view(self) -> MatterView:
        """The view of one matter; it is made for the first one."""
        if self._view is None:
            from liaison_desktop.ui.pages.matter_view import MatterView

            self._view = MatterView(self.room)
            self._view.closed.connect(self._close)
            self._view.not_kept.connect(self.not_kept)
            self._stack.addWidget(self._view)
        return self._view

    def begin(self) -> None:
        """Read what is in front anew: the matter that is open, else the lists."""
        if self._is_open():
            self.view.begin()
        else:
            self.panel.begin()

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed into a step of the matter that is open, then go on."""
        if self._is_open():
            self.view.put_down(then)
        else:
            then()

    def show_work(self, work: Work) -> None:
        """Show one of the lists."""
        self._stack.setCurrentWidget(self.panel)
        self.panel.begin(work)

    @Slot(str)
    def open_matter(self, number: str) -> None:
        """Open one matter, by its number."""
        self._stack.setCurrentWidget(self.view)
        self.view.open(number)

    def opened(self) -> str:
        """Return the number of the matter that is open, or "" for the lists."""
        return self.view.opened() if self._is_open() else ""

    def _is_open(self) -> bool:
        return self._stack.currentWidget() is self._view

    @Slot()
    def _close(self) -> None:
        self._stack.setCurrentWidget(self.panel)
        self.panel.begin()
