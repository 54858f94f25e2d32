"""来访登记簿 — the list of every visit, and in its place the one that is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from liaison_desktop.desk.visit_filter import VisitFilter
from liaison_desktop.ui.pages.visits_list import VisitsList
from liaison_desktop.ui.room import Page, Room

if TYPE_CHECKING:
    from liaison_desktop.ui.pages.record import RecordView


class VisitsPage(Page):
    """A record that was opened stays open while other pages are in front."""

    not_kept = Signal(object)
    """What is typed into a record could not be kept: with the fault."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.list = VisitsList(room)
        self._record: RecordView | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.list.opening.connect(self.open_visit)
        room.ways.changed.connect(self._refresh)

    def begin(self) -> None:
        """Read what is in front anew: the record that is open, else the list."""
        if self._is_open():
            self.record().begin()
        else:
            self.list.reload()
            self.list.focus()

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed into the record that is open, then go on."""
        if self._is_open():
            self.record().put_down(then)
        else:
            then()

    def show_chosen(self, chosen: VisitFilter) -> None:
        """Show the list of the visits that another page asks for."""
        self._stack.setCurrentWidget(self.list)
        self.list.filter.set_value(chosen)
        self.list.search()
        self.list.table.setFocus()

    @Slot(str)
    def open_visit(self, number: str) -> None:
        """Open one visit, by its number."""
        self._stack.setCurrentWidget(self.record())
        self.record().open(number)

    def opened(self) -> str:
        """Return the number of the visit that is open, or "" for the list."""
        return self.record().opened() if self._is_open() else ""

    def record(self) -> RecordView:
        """Return the view of one visit; it is made for the first one."""
        if self._record is None:
            from liaison_desktop.ui.pages.record import RecordView

            self._record = RecordView(self.room)
            self._record.closed.connect(self._close)
            self._record.not_kept.connect(self.not_kept)
            self._stack.addWidget(self._record)
        return self._record

    def _is_open(self) -> bool:
        return self._stack.currentWidget() is self._record

    @Slot()
    def _close(self) -> None:
        """Come back to the row the visit was opened from; it may say something else by now."""
        self._stack.setCurrentWidget(self.list)
        self.list.reload()
        self.list.table.setFocus()

    @Slot()
    def _refresh(self) -> None:
        if self.list.isVisible():
            self.list.reload()
