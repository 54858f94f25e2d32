"""代表日程 — the calendar, and what else is planned and recorded with the deputies."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.room import Page, Room
from liaison_desktop.ui.segments import Segments

if TYPE_CHECKING:
    from liaison_desktop.ui.pages.calendar_panel import CalendarPanel

CALENDAR = "calendar_panel.CalendarPanel"


class Panel(Protocol):
    """One part of the place: a widget made with the room, which keeps what is typed in it."""

    not_kept: SignalInstance

    def begin(self) -> None:
        """Read anew: the panel comes in front."""

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed, then go on."""


class SchedulePage(Page):
    """One panel in front; another is imported and made when it is first looked at."""

    not_kept = Signal(object)
    """What is typed could not be kept: with the fault."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        titles = [
            (tr("日历"), CALENDAR),
        ]
        self.parts = Segments([(str(n), t, name) for n, (t, name) in enumerate(titles, start=1)])
        self.parts.say_name(tr("代表日程"))
        self.parts.set_value(CALENDAR)
        self.parts.setVisible(len(titles) > 1)
        self._made: dict[str, QWidget] = {}
        self._front = CALENDAR
        self._stack = QStackedWidget()
        self.parts.changed.connect(self._turn)
        self._lay_out()

    @property
    def calendar(self) -> CalendarPanel:
        """日历."""
        return cast("CalendarPanel", self.panel(CALENDAR))

    def begin(self) -> None:
        """Read the panel in front anew."""
        panel = self.panel(self._front)
        self._stack.setCurrentWidget(cast(QWidget, panel))
        panel.begin()

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed in the panel in front, then go on."""
        if self._front in self._made:
            self.panel(self._front).put_down(then)
        else:
            then()

    def panel(self, name: str) -> Panel:
        """Return a panel by the name of its module and class, made now where it is not yet."""
        if name not in self._made:
            module, _, kind = name.partition(".")
            made = getattr(import_module(f"liaison_desktop.ui.pages.{module}"), kind)(self.room)
            made.not_kept.connect(self.not_kept)
            self._stack.addWidget(made)
            self._made[name] = made
        return cast(Panel, self._made[name])

    def _turn(self) -> None:
        """Put down the panel in front and show the one that was chosen."""
        self.put_down(self._show_chosen)

    def _show_chosen(self) -> None:
        self._front = self.parts.value() or CALENDAR
        self.begin()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.parts)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
