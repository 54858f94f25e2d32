"""A month with deputies and a calendar that shows it."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from liaison_desktop.desk.agenda import AgendaRow
from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.reception_session import ReceptionSession, RotaSlot
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages.calendar_panel import CalendarPanel
from tests.builders import a_deputy, a_session
from tests.desk.test_agenda import a_field_visit
from tests.homes import CLERK, StoppedClock, a_desk
from tests.ui.conftest import LogIn, OpenDoor
from tests.ui.hands import CTRL, Key, Until, press

WEDNESDAY, THURSDAY, FRIDAY = date(2026, 11, 25), date(2026, 11, 26), date(2026, 11, 27)
SUNDAY = date(2026, 11, 29)
NAMES = ("周丽华", "王建国", "李志强")


def plan(desk: Desk, day: date, *names: str, **changes: object) -> ReceptionSession:
    slots = [RotaSlot(name=name) for name in names]
    session = a_session(held_on=day, slots=slots, **changes)
    desk.schedule.sessions.register(session)
    return session


@pytest.fixture
def desk(home: Path, clock: StoppedClock) -> Iterator[Desk]:
    desk = a_desk(home, clock, CLERK)
    for name in NAMES:
        desk.deputies.register(a_deputy(name))
    yield desk
    desk.close()


@pytest.fixture
def window(home: Path, desk: Desk, open_door: OpenDoor, log_in: LogIn) -> MainWindow:
    assert desk.today() == date(2026, 11, 20)
    window = log_in(open_door(home))
    window.resize(1366, 768)
    return window


Open = Callable[[], CalendarPanel]


@pytest.fixture
def open_calendar(window: MainWindow, until: Until) -> Open:
    """Go to the calendar by its key, and wait for what it reads."""

    def open_it() -> CalendarPanel:
        press(Key.Key_5, CTRL)
        until(lambda: window.page is window.schedule)
        panel = window.schedule.calendar
        until(lambda: panel.sheet is not None and panel.days.grid.hasFocus())
        return panel

    return open_it


def row_on(panel: CalendarPanel, day: date, kind: str = "") -> AgendaRow:
    """Return what takes place on a day, the first of it or of one kind."""
    assert panel.sheet is not None
    return next(e.row for e in panel.sheet.entries(day) if kind in {"", e.row.kind})


def kinds_on(panel: CalendarPanel, day: date) -> list[str]:
    return [] if panel.sheet is None else [e.row.kind for e in panel.sheet.entries(day)]


def names_on(panel: CalendarPanel, day: date) -> list[str]:
    """Return who comes on a day, whatever takes place."""
    if panel.sheet is None:
        return []
    return [name for entry in panel.sheet.entries(day) for name in entry.names]


def centre_of(panel: CalendarPanel, day: date) -> QPoint:
    """Return the middle of a day, as a point of the screen."""
    return panel.days.grid.viewport().mapToGlobal(panel.days.grid.middle_of(day))


def chip_point(panel: CalendarPanel, row: AgendaRow) -> QPoint:
    """Return the middle of a thing, as a point of the screen."""
    place = panel.days.grid.chip_of(row.link)
    assert not place.isEmpty()
    return panel.days.grid.viewport().mapToGlobal(place.center())


def take(source: QWidget, start: QPoint, to: QPoint) -> None:
    """Press at one point of the screen and go to another, the button held."""
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(source, left, pos=source.mapFromGlobal(start))
    QTest.mouseMove(source, source.mapFromGlobal(start + QPoint(15, 4)))
    QTest.mouseMove(source, source.mapFromGlobal(to))


def release(source: QWidget, at: QPoint) -> None:
    QTest.mouseRelease(source, Qt.MouseButton.LeftButton, pos=source.mapFromGlobal(at))


def drag(source: QWidget, start: QPoint, to: QPoint) -> None:
    take(source, start, to)
    release(source, to)


def visit(desk: Desk, day: date, *names: str, **changes: object) -> None:
    desk.schedule.field_visits.register(a_field_visit(day, *names, **changes))


def held_on(desk: Desk) -> list[date]:
    return sorted(one.held_on for one in desk.schedule.sessions.find())


def strip_words(panel: CalendarPanel) -> str:
    return "" if panel.days.strip.isHidden() else panel.days.strip.words.whole
