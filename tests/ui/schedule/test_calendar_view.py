"""日历: what is seen of a month, a week and a list, read out, and followed from thing to thing."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liaison_desktop.desk.agenda import SESSION, VISIT
from liaison_desktop.desk.desk import Desk
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages import calendar_grid
from liaison_desktop.ui.pages.calendar_chips import Measures, text_width
from liaison_desktop.ui.pages.calendar_grid import CalendarGrid
from liaison_desktop.ui.pages.calendar_head import LIST, WEEK
from liaison_desktop.ui.pages.calendar_list import CalendarList
from liaison_desktop.ui.theme import font
from tests.desk.test_agenda import a_leave
from tests.ui.hands import CTRL, Key, Until, enter, focused, press, words_on
from tests.ui.schedule.conftest import (
    SUNDAY,
    THURSDAY,
    WEDNESDAY,
    Open,
    held_on,
    kinds_on,
    plan,
    row_on,
    strip_words,
    visit,
)
from tests.ui.test_english import CHINESE_TEXT
from tests.ui.test_shape import SMALLEST, nameless

LEFT = Qt.MouseButton.LeftButton


def test_more_than_there_is_room_for_is_shown_when_the_day_is_opened(
    desk: Desk, open_calendar: Open, until: Until
):
    plan(desk, WEDNESDAY, "王建国")
    for time in ("13:00", "14:00", "15:00"):
        visit(desk, WEDNESDAY, "周丽华", starts=time, ends="")
    panel = open_calendar()
    grid = panel.days.grid
    index = grid.model().index(4, 2)
    layout = grid._cells.layout_of(grid.visualRect(index), index)
    assert layout.hidden == 4 - len(layout.chips)
    QTest.mouseClick(grid.viewport(), LEFT, pos=layout.more.center())
    until(lambda: "11月25日 周三" in words_on(panel.side.entry))
    assert words_on(panel.side.entry).count("走访 和平社区") == 3
    grid.setFocus()
    grid.choose_day(WEDNESDAY)
    for _ in range(4):
        press(Key.Key_Down)
    assert grid.entry is not None
    assert grid.entry.row.starts == "15:00"
    assert not grid.chip_of(grid.entry.row.link).isEmpty()


def test_a_conflict_leads_to_what_stands_in_the_way(desk: Desk, open_calendar: Open, until: Until):
    plan(desk, SUNDAY, "王建国")
    visit(desk, SUNDAY, "王建国", starts="10:00", ends="")
    panel = open_calendar()
    session = row_on(panel, SUNDAY, SESSION)
    panel.days.grid.opened.emit(SUNDAY, session)
    until(lambda: bool(panel.side.entry.links))
    assert "当天休息（周末）" in words_on(panel.side.entry)
    assert "3 处冲突" in strip_words(panel)
    panel.side.entry.links[0].click()
    until(lambda: panel.days.grid.entry is not None)
    assert panel.days.grid.entry is not None
    assert panel.days.grid.entry.row.kind == VISIT


def test_months_weeks_and_the_list_are_turned_by_keys(
    desk: Desk, open_calendar: Open, until: Until
):
    plan(desk, WEDNESDAY, "王建国", theme="物业服务")
    panel = open_calendar()
    press(Key.Key_PageDown)
    until(lambda: panel.days.head.title.text() == "2026 年 12 月")
    press(Key.Key_PageDown)
    until(lambda: panel.days.head.title.text() == "2027 年 1 月")
    assert panel.days.head.unknown.text() == "2027 年放假安排待公布"
    panel.days.head.today.click()
    until(lambda: panel.days.grid.day == desk.today())
    assert panel.days.head.unknown.isHidden()

    panel.days.head.views.set_value(WEEK)
    until(lambda: panel.days.head.title.text() == "2026 年 11-16 至 11-22")
    panel.days.step(1)
    until(lambda: kinds_on(panel, WEDNESDAY) == [SESSION])
    assert not panel.findChildren(CalendarList), "made when it is looked at"
    panel.days.head.views.set_value(LIST)
    until(lambda: panel.days.list.rowCount() == 1)
    row = [panel.days.list.item(0, n).text() for n in range(7)]
    assert row == [
        "11-25 周三",
        "09:00–11:00",
        "接待日",
        "物业服务",
        "王建国",
        "代表联络站",
        "已安排",
    ]
    panel.days.take_focus()
    enter()
    until(lambda: panel.side.entry.isAncestorOf(focused()))
    panel.days.take_focus()
    press(Key.Key_X, CTRL)
    until(panel.days.grid.hasFocus)
    press(Key.Key_Right)
    press(Key.Key_V, CTRL)
    until(lambda: held_on(desk) == [THURSDAY])


def test_days_are_read_out_whole(desk: Desk, open_calendar: Open, until: Until):
    plan(desk, WEDNESDAY, "王建国", "周丽华", "李志强")
    plan(desk, date(2026, 10, 1), "王建国")
    panel = open_calendar()
    grid = panel.days.grid
    said = grid.model().index(4, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "11月25日 周三" in said
    assert "王建国、周丽华、李志强" in said
    grid.choose_day(WEDNESDAY, row_on(panel, WEDNESDAY).link)
    assert "王建国、周丽华、李志强" in grid.accessibleDescription()
    panel.days.go_to(date(2026, 10, 1))
    until(lambda: kinds_on(panel, date(2026, 10, 1)) == [SESSION])
    feast, made_up = grid.model().index(0, 3), grid.model().index(1, 5)
    assert "；休；国庆节；" in feast.data(Qt.ItemDataRole.AccessibleTextRole)
    assert made_up.data(Qt.ItemDataRole.AccessibleTextRole) == "10月10日 周六；班；没有安排"


@pytest.mark.usefixtures("english")
def test_feasts_are_named_in_the_language_of_the_screen(
    desk: Desk, open_calendar: Open, until: Until
):
    plan(desk, date(2026, 10, 1), "王建国")
    panel = open_calendar()
    panel.days.go_to(date(2026, 10, 1))
    until(lambda: kinds_on(panel, date(2026, 10, 1)) == [SESSION])
    sheet = panel.sheet
    assert sheet is not None
    assert sheet.feast(date(2026, 10, 1))[1] == "National Day"
    said = panel.days.grid.model().index(0, 3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "National Day" in said
    row = row_on(panel, date(2026, 10, 1))
    assert any("National Day" in words for words in sheet.against(row, row.day))
    calendar = desk.rules.load().calendar
    days = [date(year, 1, 1) + timedelta(n) for year in calendar.years for n in range(365)]
    marked = {sheet.feast(day) for day in days} - {("", "")}
    assert len(marked) > 7
    assert not [words for words in marked if CHINESE_TEXT.search("".join(words))]


def test_every_key_of_the_calendar_is_in_the_manual():
    sources = [path.read_text("utf-8") for path in PAGES.glob("calendar_*.py")]
    names = re.compile(r"(?:StandardKey\.|Key\.Key_)(\w+)")
    used = {key for text in sources for key in names.findall(text)}
    manual = MANUAL.read_text("utf-8").partition("## 代表日程：日历")[2].partition("\n## ")[0]
    assert used <= KEYS.keys()
    assert [key for key in used if KEYS[key] not in manual] == []


PAGES = Path(calendar_grid.__file__).parent
MANUAL = PAGES.parents[2] / "docs" / "keys.md"
KEYS = {
    "Left": "←",
    "Right": "→",
    "Up": "↑",
    "Down": "↓",
    "Home": "Home",
    "End": "End",
    "PageUp": "PgUp",
    "PageDown": "PgDn",
    "Escape": "Esc",
    "Cut": "Ctrl+X",
    "Paste": "Ctrl+V",
    "Undo": "Ctrl+Z",
    "Print": "Ctrl+P",
    "Enter": "回车",
    "Return": "回车",
}


def test_a_way_that_leads_nowhere_is_not_shown(desk: Desk, open_calendar: Open, until: Until):
    plan(desk, WEDNESDAY, "王建国")
    desk.schedule.leaves.register(a_leave("王建国", WEDNESDAY, WEDNESDAY))
    panel = open_calendar()
    for signal in (panel.opening_session, panel.opening_leave, panel.opening_deputy):
        signal.disconnect()  # as where no page follows them
    panel.days.grid.opened.emit(WEDNESDAY, row_on(panel, WEDNESDAY))
    assert "打开" not in panel.side.entry.buttons
    assert panel.side.entry.links == []
    opened: list[object] = []
    for signal in (panel.opening_session, panel.opening_leave, panel.opening_deputy):
        signal.connect(opened.append)
    panel.days.grid.opened.emit(WEDNESDAY, row_on(panel, WEDNESDAY))
    panel.side.entry.buttons["打开"].click()
    panel.side.entry.links[0].click()
    panel.side.deputies.choose("王建国")
    panel.side.deputies.opened.emit(panel.side.deputies.deputy())
    session = desk.schedule.sessions.find()[0]
    leave = desk.schedule.leaves.find()[0]
    assert opened == [session.uid, leave.uid, session.slots[0].deputy_uid]


def test_the_page_fits_the_smallest_screen_whatever_is_shown(
    desk: Desk, open_calendar: Open, window: MainWindow, until: Until
):
    plan(desk, SUNDAY, "王建国")
    panel = open_calendar()
    window.schedule.parts.show()  # as with further parts beside the calendar
    window.resize(*SMALLEST)
    panel.banner.say("已保存", "ok")
    panel.undo_button.show()
    for show in (panel.side.rest, panel._show_deputies, panel.plan_session):
        show()
        until(lambda: window.width() == SMALLEST[0])
        assert window.minimumSizeHint().height() <= SMALLEST[1]
        assert window.minimumSizeHint().width() <= SMALLEST[0]
    until(lambda: panel.side.is_typing)
    assert window.minimumSizeHint().height() <= SMALLEST[1]
    assert nameless(window) == []


@pytest.mark.parametrize("size", [(1366, 768), (1093, 582)])
def test_three_deputies_can_be_read_in_a_cell(
    desk: Desk, open_calendar: Open, window: MainWindow, until: Until, size: tuple[int, int]
):
    plan(desk, WEDNESDAY, "王建国", "周丽华", "李志强")
    panel = open_calendar()
    window.resize(*size)
    grid = panel.days.grid
    until(lambda: window.width() == size[0] and grid.width() > window.width() * 0.6)
    until(lambda: grid.height() < window.height() * 0.8)
    index = grid.model().index(4, 2)
    layout = grid._cells.layout_of(grid.visualRect(index), index)
    lines = layout.chips[0].lines
    assert " ".join(lines[1:]) == "王建国 周丽华 李志强"
    place = layout.chips[0].place
    metrics = QFontMetrics(font(Measures.of(grid.visualRect(index)).role))
    room = text_width(grid.visualRect(index), layout.chips[0].entry)
    assert all(metrics.horizontalAdvance(line) <= room for line in lines)
    assert grid.visualRect(index).contains(place)


@pytest.mark.parametrize("key", [Key.Key_Right, Key.Key_Down, Key.Key_Home, Key.Key_Left])
def test_a_key_before_the_days_are_read_leads_nowhere(qtbot: QtBot, key: Key):
    """With no day shown the first one there is would be the day that the keys are at."""
    grid = CalendarGrid()
    qtbot.addWidget(grid)
    grid.show()
    grid.setFocus()
    led: list[object] = []
    grid.wandered.connect(led.append)
    grid.opened.connect(led.append)

    QTest.keyClick(grid, key)

    assert led == []
