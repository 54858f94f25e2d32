"""The place 代表日程: its parts, the day that a calendar leads to, the papers of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.deputy import Mandate
from liaison_desktop.model.kept_rule import KeptRule
from liaison_desktop.model.reception_session import ReceptionSession, RotaSlot
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import MandateLevel
from liaison_desktop.ui.cards import Card
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages import schedule
from liaison_desktop.ui.pages.schedule_print import write_calendar
from liaison_desktop.ui.printing.preview import PreviewDialog
from tests.builders import NOON, STATION_UID, a_deputy, a_session
from tests.desk.test_year_plan import RULE
from tests.documents.papers import on_paper
from tests.homes import CLERK, StoppedClock, a_desk
from tests.ui.conftest import LogIn, OpenDoor
from tests.ui.hands import CTRL, Key, Until, press, preview_of, words_on

PARTS = [
    schedule.ROTA,
    schedule.FIELD_VISITS,
    schedule.HOUSEHOLDS,
    schedule.ACTIVITIES,
    schedule.LEAVES,
    schedule.JOURNAL,
    schedule.PLAN,
]


@pytest.fixture
def desk(home: Path, clock: StoppedClock) -> Iterator[Desk]:
    desk = a_desk(home, clock, CLERK)
    desk.deputies.register(a_deputy("王建国", mandates=[Mandate(level=MandateLevel.TOWN)]))
    yield desk
    desk.close()


@pytest.fixture
def session(desk: Desk) -> ReceptionSession:
    session = a_session(slots=[RotaSlot(name="王建国")])
    desk.schedule.sessions.register(session)
    return session


@pytest.fixture
def window(home: Path, open_door: OpenDoor, log_in: LogIn, session: ReceptionSession) -> MainWindow:
    return log_in(open_door(home))


def test_every_part_opens_and_comes_in_front(window: MainWindow, until: Until) -> None:
    window.go_to(window.schedule)
    for name in PARTS:
        window.schedule.parts.set_value(name)
        until(lambda name=name: window.schedule.panel(name).isVisible())  # type: ignore[misc]  # bound now


def test_a_day_opens_from_today_and_goes_back_to_the_calendar(
    window: MainWindow, session: ReceptionSession, until: Until
) -> None:
    window.room.ways.to_session.emit(session.uid)
    until(lambda: window.page is window.schedule and window.schedule.session.isVisible())
    until(lambda: "王建国" in words_on(window.schedule.session))
    window.schedule.session.go_back()
    until(window.schedule.calendar.isVisible)
    assert window.schedule.parts.isVisible()


def test_the_papers_of_a_day_are_shown_and_noted(
    window: MainWindow, desk: Desk, session: ReceptionSession, until: Until
) -> None:
    window.schedule.open_session(session.uid)
    until(lambda: window.schedule.session.session is not None)
    for form in ("session", "notice"):
        window.schedule.session.printing.emit(form, session)
        until(lambda: bool(_previews(window)))
        window.put_papers_away()
        until(lambda: not _previews(window))
    assert [one.form for one in desk.history.printings_of(session)] == ["session_sheet"]
    [notice] = desk.schedule.sessions.notices_of(session)
    assert [one.form for one in desk.history.printings_of(notice)] == ["notice"]


@pytest.mark.parametrize("by_keys", [False, True])
def test_a_month_is_printed_from_its_calendar_by_mouse_and_by_keys(
    window: MainWindow, desk: Desk, until: Until, by_keys: bool
) -> None:
    press(Key.Key_5, CTRL)
    until(lambda: window.page is window.schedule)
    calendar = window.schedule.calendar
    until(lambda: calendar.sheet is not None and calendar.days.grid.hasFocus())
    press(Key.Key_PageDown)
    if by_keys:
        press(Key.Key_P, CTRL)
    else:
        QTest.mouseClick(calendar.month_button, Qt.MouseButton.LeftButton)
    preview = preview_of(window, until)
    assert "2026年12月" in on_paper(preview._papers[0].path)
    window.put_papers_away()
    until(lambda: not _previews(window))
    assert [one.form for one in desk.history.printings_of(desk.station)] == ["month_sheet"]


def test_the_rota_of_a_year_and_its_calendar_file(
    window: MainWindow, desk: Desk, until: Until, tmp_path: Path
) -> None:
    rule = KeptRule(name="每月", toml=RULE, uid=new_uid(NOON), station_uid=STATION_UID)
    desk.schedule.rules.register(rule)
    desk.schedule.year_plans.register_sessions(2027)
    window.schedule.parts.set_value(schedule.ROTA)
    rota = window.schedule.panel(schedule.ROTA)
    rota.printing.emit("rota", 2027)  # type: ignore[attr-defined]  # the rota's own signal
    until(lambda: bool(_previews(window)))
    window.put_papers_away()
    target = tmp_path / "日程.ics"
    write_calendar(window.room, rota.banner, 2027, target)  # type: ignore[attr-defined]  # it has one
    until(target.exists)
    assert target.read_bytes().count(b"BEGIN:VEVENT") == 12


def _previews(window: MainWindow) -> list[PreviewDialog]:
    return [one for one in window.findChildren(PreviewDialog) if one.isVisible()]


def test_everything_begins_at_one_edge(
    window: MainWindow, session: ReceptionSession, until: Until
) -> None:
    window.go_to(window.schedule)
    place = window.schedule
    for name in (schedule.CALENDAR, *PARTS):
        place.parts.set_value(name)
        panel = place.panel(name)
        until(panel.isVisible)
        edges = {left_edge(shown, place) for shown in shown_in(panel)}
        assert min(edges) == left_edge(place.parts, place), name
    place.open_session(session.uid)
    until(place.session.back_button.isVisible)
    assert left_edge(place.session.back_button, place) == left_edge(place.parts, place)


def left_edge(widget: QWidget, page: QWidget) -> int:
    return widget.mapTo(page, QPoint(0, 0)).x()


def shown_in(panel: QWidget) -> list[QWidget]:
    """Return what is seen of a panel: cards, buttons and lines."""
    kinds = (Card, QPushButton, QLineEdit)
    return [w for kind in kinds for w in panel.findChildren(kind) if w.isVisible()]
