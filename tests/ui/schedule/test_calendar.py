"""日历: a month planned, moved, conflicting and undone, by mouse and by the keyboard alone."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from liaison_desktop.desk.agenda import SESSION, VISIT
from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.schedule_words import NoticeKind, SessionState
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages.calendar_chips import Measures, text_width
from liaison_desktop.ui.pages.calendar_head import LIST, WEEK
from liaison_desktop.ui.pages.calendar_move import DayDialog
from liaison_desktop.ui.pages.calendar_panel import CalendarPanel
from liaison_desktop.ui.theme import font
from tests.desk.test_agenda import a_leave, posted
from tests.ui.hands import CTRL, Key, Until, enter, focused, press, save_keys, type_text, words_on
from tests.ui.schedule.conftest import (
    FRIDAY,
    SUNDAY,
    THURSDAY,
    WEDNESDAY,
    Open,
    centre_of,
    chip_point,
    drag,
    kinds_on,
    names_on,
    plan,
    release,
    row_on,
    take,
    visit,
)

LEFT = Qt.MouseButton.LeftButton


def held_on(desk: Desk) -> list[date]:
    return sorted(one.held_on for one in desk.schedule.sessions.find())


def strip_words(panel: CalendarPanel) -> str:
    return "" if panel.days.strip.isHidden() else panel.days.strip.words.whole


def dialog_of(panel: CalendarPanel, until: Until) -> DayDialog:
    found: list[QDialog] = []

    def is_there() -> bool:
        found[:] = [one for one in panel.findChildren(DayDialog) if one.isActiveWindow()]
        return bool(found)

    until(is_there)
    assert isinstance(found[0], DayDialog)
    return found[0]


def test_a_month_is_planned_dragged_conflicting_and_undone_by_mouse(
    desk: Desk, open_calendar: Open, until: Until
):
    visit(desk, THURSDAY, "李志强", starts="09:30", ends="10:30")
    panel = open_calendar()
    grid, deputies = panel.days.grid.viewport(), panel.side.deputies

    deputies.choose("李志强")
    start = deputies.viewport().mapToGlobal(
        deputies.visualItemRect(deputies.currentItem()).center()
    )
    drag(deputies.viewport(), start, centre_of(panel, WEDNESDAY))
    until(lambda: panel.side.is_typing)
    assert panel.side.form.fields["names"].value() == "李志强"
    QTest.mouseClick(panel.side.form.save_button, LEFT)
    until(lambda: kinds_on(panel, WEDNESDAY) == [SESSION])
    assert strip_words(panel) == ""

    row = row_on(panel, WEDNESDAY)
    take(grid, chip_point(panel, row), centre_of(panel, THURSDAY))
    assert "移到 11月26日 周四 09:00" in panel.carry.tip.text()
    assert "李志强同一时间另有安排" in panel.carry.tip.text()
    assert panel.carry.tip.isVisible()
    release(grid, centre_of(panel, THURSDAY))
    until(lambda: kinds_on(panel, THURSDAY) == [SESSION, VISIT])
    assert not panel.carry.tip.isVisible()
    assert strip_words(panel).startswith("1 处冲突：26 日 09:30 李志强同一时间另有安排")
    QTest.mouseClick(panel.days.strip.move_button, LEFT)
    until(lambda: kinds_on(panel, FRIDAY) == [VISIT])
    assert strip_words(panel) == ""

    for left in ([SESSION, VISIT], [VISIT], []):
        QTest.mouseClick(panel.undo_button, LEFT)
        until(lambda left=left: kinds_on(panel, THURSDAY) == (left or [VISIT]))
    until(panel.undo_button.isHidden)
    assert kinds_on(panel, WEDNESDAY) == []
    assert held_on(desk) == []


def test_a_month_is_planned_moved_conflicting_and_undone_by_the_keyboard_alone(
    desk: Desk, open_calendar: Open, until: Until
):
    visit(desk, THURSDAY, "王建国", starts="09:30", ends="10:30")
    panel = open_calendar()
    for key in (Key.Key_Down, Key.Key_Left, Key.Key_Left):  # Friday 20 → 27 → 25
        press(key)
    assert panel.days.grid.day == WEDNESDAY
    enter()
    until(lambda: panel.side.is_typing)
    panel.side.form.fields["names"].control.setFocus()
    type_text("wjg")
    offered = panel.side.form.roster.suggestions
    until(offered.isVisible)
    press(Key.Key_Down)
    enter()
    assert panel.side.form.fields["names"].value() == "王建国"
    save_keys()
    until(lambda: names_on(panel, WEDNESDAY) == ["王建国"])
    until(panel.days.grid.hasFocus)

    press(Key.Key_Home)
    press(Key.Key_Right)
    press(Key.Key_Right)
    press(Key.Key_Down)
    assert panel.days.grid.entry is not None
    press(Key.Key_X, CTRL)
    press(Key.Key_Right)
    assert "王建国同一时间另有安排" in panel.carry.tip.text()
    press(Key.Key_Escape)
    assert panel.carry.thing is None
    press(Key.Key_Left)
    press(Key.Key_Down)
    press(Key.Key_X, CTRL)
    press(Key.Key_Right)
    press(Key.Key_V, CTRL)
    until(lambda: kinds_on(panel, THURSDAY) == [SESSION, VISIT])
    assert "1 处冲突" in strip_words(panel)

    press(Key.Key_Z, CTRL)
    until(lambda: kinds_on(panel, WEDNESDAY) == [SESSION])
    press(Key.Key_Z, CTRL)
    until(lambda: kinds_on(panel, WEDNESDAY) == [])
    assert held_on(desk) == []


def test_moving_what_was_announced_asks_first_and_prepares_the_notice(
    desk: Desk, open_calendar: Open, until: Until
):
    session = plan(desk, WEDNESDAY, "王建国")
    desk.schedule.notices.register(posted(session))
    panel = open_calendar()
    printed: list[object] = []
    panel.printing_notice.connect(printed.append)
    start = chip_point(panel, row_on(panel, WEDNESDAY))
    drag(panel.days.grid.viewport(), start, centre_of(panel, FRIDAY))
    dialog = dialog_of(panel, until)
    assert held_on(desk) == [WEDNESDAY]
    assert "公告已张贴" in words_on(dialog)
    dialog.yes.click()
    assert "请写明原因" in dialog.reason.message
    type_text("代表赴区里开会")
    enter()

    until(lambda: kinds_on(panel, FRIDAY) == [SESSION])
    assert "改期公告已备好" in panel.banner.words.text()
    notice = desk.schedule.sessions.notices_of(session)[-1]
    assert (notice.kind, notice.reason) == (NoticeKind.CHANGE, "代表赴区里开会")
    panel.print_button.click()
    assert printed == [notice.uid]
    panel.undo_button.click()
    until(lambda: kinds_on(panel, WEDNESDAY) == [SESSION])
    kinds = [notice.kind for notice in desk.schedule.sessions.notices_of(session)]
    assert kinds == [NoticeKind.ANNOUNCE]


def test_a_day_is_typed_or_taken_from_those_that_are_free(
    desk: Desk, open_calendar: Open, until: Until
):
    plan(desk, WEDNESDAY, "王建国")
    desk.schedule.leaves.register(a_leave("王建国", THURSDAY, THURSDAY))
    panel = open_calendar()
    panel.days.grid.choose_day(WEDNESDAY, row_on(panel, WEDNESDAY).link)
    enter()
    until(lambda: "改期" in panel.side.entry.buttons)
    panel.side.entry.buttons["改期"].click()
    dialog = dialog_of(panel, until)
    assert dialog.offers[0].text() == "11月27日 周五"
    type_text("11-26")
    assert "王建国当天请假" in dialog.warnings.text()
    dialog.day.set_value("2027-2-30")
    enter()
    assert dialog.isVisible()
    dialog.day.set_value("2027-2-6")
    until(lambda: "当天休息（周末）" in dialog.warnings.text())
    dialog.offers[0].click()
    enter()
    until(lambda: kinds_on(panel, FRIDAY) == [SESSION])


def test_a_deputy_is_dropped_on_a_session_by_mouse_keys_and_button(
    desk: Desk, open_calendar: Open, until: Until
):
    plan(desk, WEDNESDAY, "王建国")
    panel = open_calendar()
    deputies = panel.side.deputies
    deputies.choose("周丽华")
    start = deputies.viewport().mapToGlobal(
        deputies.visualItemRect(deputies.currentItem()).center()
    )
    take(deputies.viewport(), start, centre_of(panel, WEDNESDAY))
    assert "加入 11月25日 周三 09:00 接待日" in panel.carry.tip.text()
    release(deputies.viewport(), centre_of(panel, WEDNESDAY))
    until(lambda: names_on(panel, WEDNESDAY) == ["王建国", "周丽华"])

    deputies.setFocus()
    deputies.choose("李志强")
    press(Key.Key_X, CTRL)
    until(panel.days.grid.hasFocus)
    panel.days.grid.choose_day(WEDNESDAY)
    press(Key.Key_V, CTRL)
    until(lambda: names_on(panel, WEDNESDAY) == ["王建国", "周丽华", "李志强"])

    panel.side.place_button.click()
    dialog = dialog_of(panel, until)
    type_text("11-25")
    enter()
    until(lambda: not dialog.isVisible())
    until(lambda: panel.banner.isVisible() and "李志强" not in panel.banner.words.text())
    assert names_on(panel, WEDNESDAY).count("李志强") == 1


def test_esc_lets_go_of_what_is_dragged(desk: Desk, open_calendar: Open, until: Until):
    plan(desk, WEDNESDAY, "王建国")
    panel = open_calendar()
    grid = panel.days.grid.viewport()
    take(grid, chip_point(panel, row_on(panel, WEDNESDAY)), centre_of(panel, FRIDAY))
    assert panel.carry.ghost.isVisible()
    press(Key.Key_Escape)
    assert not panel.carry.ghost.isVisible()
    release(grid, centre_of(panel, FRIDAY))
    assert panel.carry.thing is None
    assert held_on(desk) == [WEDNESDAY]


def test_a_session_is_called_off_restored_and_both_undone(
    desk: Desk, open_calendar: Open, until: Until
):
    session = plan(desk, WEDNESDAY, "王建国")
    panel = open_calendar()

    def state() -> SessionState:
        return desk.schedule.sessions.load(session.uid).state

    def act(words: str, kinds: str) -> None:
        panel.days.grid.opened.emit(WEDNESDAY, row_on(panel, WEDNESDAY))
        until(lambda: words in panel.side.entry.buttons)
        panel.side.entry.buttons[words].click()
        if kinds:
            until(panel.ask.isVisible)
            type_text(kinds)
            enter()

    act("取消接待日", "台风")
    until(lambda: row_on(panel, WEDNESDAY).state is SessionState.CANCELLED)
    until(lambda: "恢复" in panel.side.entry.buttons)
    act("恢复", "")
    until(lambda: row_on(panel, WEDNESDAY).state is SessionState.PLANNED)
    for wanted in (SessionState.CANCELLED, SessionState.PLANNED):
        panel.acts.undo()
        until(lambda wanted=wanted: row_on(panel, WEDNESDAY).state is wanted)
        assert state() is wanted


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


def test_what_was_changed_meanwhile_is_not_moved(desk: Desk, open_calendar: Open, until: Until):
    session = plan(desk, WEDNESDAY, "王建国")
    panel = open_calendar()
    desk.schedule.sessions.correct(session, {"theme": "物业服务"})
    panel.acts.move(row_on(panel, WEDNESDAY), FRIDAY)
    until(panel.banner.isVisible)
    assert held_on(desk) == [WEDNESDAY]


def test_days_are_read_out_whole(desk: Desk, open_calendar: Open, window: MainWindow):
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
