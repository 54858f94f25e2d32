"""The days in sight: a month, a week or a list of them, turned over, and read for each turn."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property, partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from liaison_desktop.desk.agenda import AgendaDays, AgendaRow
from liaison_desktop.model.conflicts import Link
from liaison_desktop.ui.pages.calendar_grid import CalendarGrid
from liaison_desktop.ui.pages.calendar_head import LIST, MONTH, WEEK, CalendarHead, title_of
from liaison_desktop.ui.pages.calendar_list import CalendarList
from liaison_desktop.ui.pages.calendar_sheet import Sheet, next_month, weeks_of
from liaison_desktop.ui.pages.calendar_strip import ConflictStrip
from liaison_desktop.ui.room import Room

FURTHER = timedelta(days=42)
"""Read beyond the days in sight, to say which day after them is free."""


class CalendarDays(QObject):
    """`shown` comes with every new picture, `refused` with why the days could not be read.

    `list_made` comes once, before the list is shown for the first time.
    """

    shown = Signal()
    list_made = Signal(object)
    refused = Signal(object)

    def __init__(self, room: Room, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = room
        self.sheet: Sheet | None = None
        self.day = room.desk.today()
        self.followed: Link | None = None
        self._asked: object = None
        self.head, self.strip = CalendarHead(), ConflictStrip()
        self.grid = CalendarGrid()
        self.views = QStackedWidget()
        self.views.addWidget(self.grid)
        self.head.stepped.connect(self.step)
        self.head.today_asked.connect(lambda: self.go_to(room.desk.today()))
        self.head.chosen.connect(lambda _view: self.go_to(self.day))
        self.grid.wandered.connect(self.go_to)
        self.grid.moved.connect(self._note_day)

    @cached_property
    def list(self) -> CalendarList:
        """The days as a list, made when they are first looked at so."""
        made = CalendarList()
        self.views.addWidget(made)
        self.list_made.emit(made)
        return made

    @property
    def is_list(self) -> bool:
        """Whether the list is in front."""
        return self.head.view == LIST

    def span(self) -> tuple[date, date]:
        """Return the first and the last day in sight."""
        if self.head.view == WEEK:
            monday = self.day - timedelta(days=self.day.weekday())
            return monday, monday + timedelta(days=6)
        if self.head.view == MONTH:
            monday, weeks = weeks_of(self.day)
            return monday, monday + timedelta(days=7 * weeks - 1)
        return self.month()

    def month(self) -> tuple[date, date]:
        """Return the first and the last day of the month of the day chosen."""
        return self.day.replace(day=1), next_month(self.day) - timedelta(days=1)

    def read(self) -> None:
        """Ask for the days in sight."""
        begin = min(self.span()[0], self.month()[0])
        end = max(self.span()[1], self.month()[1]) + FURTHER
        self._asked = (begin, end)
        task = partial(self._room.desk.agenda.between, begin, end)
        done = partial(self._take, self._asked)
        self._room.worker.ask(self, task, done, self.refused.emit)

    def go_to(self, day: date) -> None:
        """Bring a day in sight and choose it; what was read of it already is shown at once."""
        self.day = day
        if self.sheet is not None and all(map(self.sheet.is_read, self.span())):
            self.show()
        self.read()

    def look_at(self, row: AgendaRow) -> None:
        """Bring a thing in sight and choose it."""
        self.followed = row.link
        self.go_to(row.day)

    def step(self, step: int) -> None:
        """Turn over a week or a month."""
        if self.head.view == WEEK:
            self.go_to(self.day + timedelta(days=7 * step))
        else:
            month = next_month(self.day, step)
            last = next_month(month) - timedelta(days=1)
            self.go_to(month.replace(day=min(self.day.day, last.day)))

    def show(self) -> None:
        """Show what was read."""
        sheet, (first, last) = self.sheet, self.span()
        if sheet is None:
            return
        title = title_of(self.head.view, self.day, first, last)
        self.head.say(title, sheet.unknown_year(first, last))
        told = (first, last) if self.head.view == WEEK else self.month()
        self.strip.show_conflicts(sheet, *told)
        if self.is_list:
            self.list.show_days(sheet, first, last)
        else:
            weeks = ((last - first).days + 1) // 7
            month = self.day.month if self.head.view == MONTH else None
            self.grid.show_days(first, weeks, month, sheet, day=self.day)
        self.views.setCurrentWidget(self.list if self.is_list else self.grid)
        self.shown.emit()

    def follow(self) -> AgendaRow | None:
        """Choose again what was just moved or made, and return it; None where there is no such."""
        link, self.followed = self.followed, None
        row = None if link is None or self.sheet is None else self.sheet.rows.get(link)
        if row is not None and self.span()[0] <= row.day <= self.span()[1]:
            if self.is_list:
                self.list.choose(row.link)
            else:
                self.grid.choose_day(row.day, row.link)
        return row

    def take_focus(self) -> None:
        """Give the keys to the days."""
        if self.views.isVisible():
            (self.list if self.is_list else self.grid).setFocus()

    def _take(self, asked: object, days: AgendaDays) -> None:
        if asked == self._asked:  # else another page was turned to meanwhile
            self.sheet = Sheet(days, self._room.desk.today())
            self.show()

    def _note_day(self) -> None:
        self.day = self.grid.day
