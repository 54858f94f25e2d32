"""登记簿与台账 — the list of every kind of record, and the record that is open."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from liaison_desktop.model.faults import Fault
from liaison_desktop.model.ledger import Chosen
from liaison_desktop.model.ledgers import DEPUTIES, VISITS
from liaison_desktop.model.talk_ledgers import BODY_MEMBERS
from liaison_desktop.model.words import StationKind
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.pages.ledger_list import LedgerList
from liaison_desktop.ui.pages.ledger_words import looks
from liaison_desktop.ui.room import Page, Room
from liaison_desktop.ui.segments import Segments

if TYPE_CHECKING:
    from liaison_desktop.ui.pages.deputy_view import DeputyView
    from liaison_desktop.ui.pages.record import RecordView


class LedgersPage(Page):
    """One ledger in front; a record that was opened stays open while other pages are in front.

    A ledger is made when it is first looked at.
    """

    not_kept = Signal(object)
    """What is typed into a record could not be kept: with the fault."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        every = looks(room.desk.station.code)
        if room.desk.station.kind is not StationKind.STREET:
            del every[BODY_MEMBERS.name]
        self._looks = every
        self._made: dict[str, LedgerList] = {}
        self._record: RecordView | None = None
        self._deputy: DeputyView | None = None
        parts = enumerate(self._looks.items(), start=1)
        self.parts = Segments([(str(n), look.part, name) for n, (name, look) in parts])
        self.parts.say_name(tr("台账"))
        self.parts.set_value(VISITS.name)
        self._lists, self._stack = QStackedWidget(), QStackedWidget()
        self._lay_out()
        self._lists.addWidget(self.list)
        self.parts.changed.connect(self._show_part)
        room.ways.changed.connect(self._refresh)

    @property
    def list(self) -> LedgerList:
        """来访登记簿."""
        return self.list_of(VISITS.name)

    def list_of(self, name: str) -> LedgerList:
        """Return the list of a ledger, made now where nobody has looked at it yet."""
        if name not in self._made:
            made = LedgerList(self.room, self._looks[name])
            shows_meetings = made.look.opens == "consultation"
            made.opening.connect(self._open_meeting if shows_meetings else self.open_visit)
            shows_deputies = made.look.opens == "deputy"
            made.showing.connect(self.open_deputy_of if shows_deputies else self.show_person)
            self._made[name] = made
            self._lists.addWidget(made)
        return self._made[name]

    def in_front(self) -> LedgerList:
        """Return the list that is chosen."""
        return self.list_of(self.parts.value() or VISITS.name)

    def begin(self) -> None:
        """Read what is in front anew: the record that is open, else the list."""
        if self._is_open():
            self.record().begin()
        elif self._is_deputy_open():
            self.deputy().begin()
        else:
            self._begin_list()

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed into the record that is open, then go on."""
        if self._is_open():
            self.record().put_down(then)
        elif self._is_deputy_open():
            self.deputy().put_down(then)
        else:
            then()

    def show_chosen(self, chosen: Chosen, name: str = VISITS.name) -> None:
        """Show the list of the records that another page asks for."""
        self.parts.set_value(name)
        shown = self.in_front()
        self._lists.setCurrentWidget(shown)
        self._stack.setCurrentIndex(0)
        shown.filter.set_value(chosen)
        shown.search()
        shown.table.setFocus()

    @Slot(str)
    def open_visit(self, number: str) -> None:
        """Open one visit, by its number or that of one of its matters."""
        self._stack.setCurrentWidget(self.record())
        self.record().open(number)

    def _open_meeting(self, number: str) -> None:
        ways, find = self.room.ways, self.room.desk.talk.meetings.by_number
        self.room.worker.ask(
            self,
            partial(find, number),
            lambda meeting: ways.to_consultation.emit(meeting.uid),
            self._refuse,
        )

    def open_deputy(self, uid: UUID) -> None:
        """Open one deputy; what is typed of another is kept first."""
        self._with_deputies(partial(self.deputy().open, uid))

    def open_new_deputy(self) -> None:
        """Begin a new deputy."""
        self._with_deputies(self.deputy().open_new)

    @Slot(int)
    def open_deputy_of(self, key: int) -> None:
        """Open one deputy, by the key of his row."""
        task = partial(self.room.desk.deputies.by_key, key)
        self.room.worker.ask(self, task, lambda deputy: self.open_deputy(deputy.uid), self._refuse)

    def opened_deputy(self) -> UUID | None:
        """Return the uid of the deputy that is open; None for a list or a new one."""
        return self.deputy().opened() if self._is_deputy_open() else None

    def deputy(self) -> DeputyView:
        """Return the page of one deputy; it is made for the first one."""
        if self._deputy is None:
            from liaison_desktop.ui.pages.deputy_view import DeputyView

            self._deputy = DeputyView(self.room)
            self._deputy.closed.connect(self._close)
            self._deputy.not_kept.connect(self.not_kept)
            self._stack.addWidget(self._deputy)
        return self._deputy

    def _with_deputies(self, then: Callable[[], object]) -> None:
        self.put_down(partial(self._show_deputies, then))

    def _show_deputies(self, then: Callable[[], object]) -> None:
        self.parts.set_value(DEPUTIES.name)
        self._stack.setCurrentWidget(self.deputy())
        then()

    def _refuse(self, fault: Fault) -> None:
        self.in_front().banner.say(say(fault), "danger")

    @Slot(int)
    def show_person(self, key: int) -> None:
        """Show one person over the list, by the key of his row."""
        from liaison_desktop.ui.pages.person import PersonDialog

        PersonDialog(self.room, key, self).open()

    def opened(self) -> str:
        """Return the number of the visit that is open, or "" for a list."""
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

    def _is_deputy_open(self) -> bool:
        return self._deputy is not None and self._stack.currentWidget() is self._deputy

    def _is_open(self) -> bool:
        return self._stack.currentWidget() is self._record

    def _show_part(self) -> None:
        self._lists.setCurrentWidget(self.in_front())
        self._begin_list()

    def _begin_list(self) -> None:
        shown = self.in_front()
        shown.reload()
        shown.focus()

    @Slot()
    def _close(self) -> None:
        """Come back to the row the record was opened from; it may say something else by now."""
        self._stack.setCurrentIndex(0)
        shown = self.in_front()
        shown.reload()
        shown.table.setFocus()

    @Slot()
    def _refresh(self) -> None:
        if self.in_front().isVisible():
            self.in_front().reload()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(24, 12, 24, 0)
        head.addWidget(self.parts)
        head.addStretch(1)
        every = QWidget()
        within = QVBoxLayout(every)
        within.setContentsMargins(0, 0, 0, 0)
        within.setSpacing(0)
        within.addLayout(head)
        within.addWidget(self._lists, 1)
        self._stack.addWidget(every)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
