"""日历: a month planned, moved, conflicting and undone, by mouse and by the keyboard alone."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from liaison_desktop.desk.agenda import ACTIVITY, MEETING, SESSION, VISIT
from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.schedule_words import NoticeKind, SessionState
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages.calendar_move import DayDialog
from liaison_desktop.ui.pages.calendar_panel import CalendarPanel
from tests.builders import a_consultation
from tests.desk.test_agenda import a_leave, an_activity, posted
from tests.ui.hands import CTRL, Key, Until, enter, press, save_keys, type_text, words_on
from tests.ui.schedule.conftest import (
    FRIDAY,
    THURSDAY,
    WEDNESDAY,
    Open,
    centre_of,
    chip_point,
    drag,
    held_on,
    kinds_on,
    names_on,
    plan,
    release,
    row_on,
    strip_words,
    take,
    visit,
)

LEFT = Qt.MouseButton.LeftButton


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
    plan_by_keys(panel, until)

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


def plan_by_keys(panel: CalendarPanel, until: Until) -> None:
    """Make a session of Wednesday with 王建国, who is found by his initials."""
    for key in (Key.Key_Down, Key.Key_Left, Key.Key_Left):  # Friday 20 → 27 → 25
        press(key)
    assert panel.days.grid.day == WEDNESDAY
    enter()
    until(lambda: panel.side.is_typing)
    panel.side.form.fields["names"].control.setFocus()
    type_text("wjg")
    until(panel.side.form.roster.suggestions.isVisible)
    press(Key.Key_Down)
    enter()
    assert panel.side.form.fields["names"].value() == "王建国"
    save_keys()
    until(lambda: names_on(panel, WEDNESDAY) == ["王建国"])
    until(panel.days.grid.hasFocus)


def test_moving_what_was_announced_asks_first_and_prepares_the_notice(
    desk: Desk, open_calendar: Open, until: Until
):
    session = plan(desk, WEDNESDAY, "王建国")
    desk.schedule.notices.register(posted(session))
    panel = open_calendar()
    printed: list[object] = []
    panel.printing_notice.disconnect()  # a notice that is printed has its number, and stays
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
    until(lambda: panel.banner.words.text() == "李志强已在这次接待中。")
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


def test_what_was_changed_meanwhile_is_not_moved(desk: Desk, open_calendar: Open, until: Until):
    session = plan(desk, WEDNESDAY, "王建国")
    panel = open_calendar()
    desk.schedule.sessions.correct(session, {"theme": "物业服务"})
    panel.acts.move(row_on(panel, WEDNESDAY), FRIDAY)
    until(panel.banner.isVisible)
    assert held_on(desk) == [WEDNESDAY]
    until(lambda: row_on(panel, WEDNESDAY).title == "物业服务")


def test_an_activity_is_moved_like_everything_else(desk: Desk, open_calendar: Open, until: Until):
    activity = an_activity("王建国")
    activity.held_on = WEDNESDAY
    desk.schedule.activities.register(activity)
    panel = open_calendar()
    start = chip_point(panel, row_on(panel, WEDNESDAY))
    drag(panel.days.grid.viewport(), start, centre_of(panel, FRIDAY))
    until(lambda: kinds_on(panel, FRIDAY) == [ACTIVITY])
    assert desk.schedule.activities.load(activity.uid).held_on == FRIDAY


def test_a_meeting_is_moved_undone_and_opened_like_everything_else(
    window: MainWindow, desk: Desk, open_calendar: Open, until: Until
):
    meeting = a_consultation(held_on=WEDNESDAY)
    desk.talk.meetings.register(meeting)
    panel = open_calendar()
    start = chip_point(panel, row_on(panel, WEDNESDAY))
    drag(panel.days.grid.viewport(), start, centre_of(panel, FRIDAY))
    until(lambda: kinds_on(panel, FRIDAY) == [MEETING])
    assert desk.talk.meetings.load(meeting.uid).held_on == FRIDAY
    panel.acts.undo()
    until(lambda: kinds_on(panel, WEDNESDAY) == [MEETING])

    asked: list[UUID] = []
    window.room.ways.to_consultation.connect(asked.append)
    panel.days.grid.opened.emit(WEDNESDAY, row_on(panel, WEDNESDAY))
    assert [*panel.side.entry.buttons] == ["打开", "改期"]
    panel.side.entry.buttons["打开"].click()
    assert asked == [meeting.uid]


def test_a_meeting_called_off_offers_nothing_of_a_reception_day(
    desk: Desk, open_calendar: Open, until: Until
):
    meeting = a_consultation(held_on=WEDNESDAY)
    desk.talk.meetings.register(meeting)
    desk.talk.meetings.cancel(desk.talk.meetings.load(meeting.uid), "下雨")
    panel = open_calendar()
    panel.days.grid.opened.emit(WEDNESDAY, row_on(panel, WEDNESDAY))
    assert [*panel.side.entry.buttons] == ["打开"]


def test_what_was_held_is_not_moved_by_anything(desk: Desk, open_calendar: Open, until: Until):
    desk.schedule.sessions.open(plan(desk, WEDNESDAY, "王建国"))
    panel = open_calendar()
    row = row_on(panel, WEDNESDAY)
    drag(panel.days.grid.viewport(), chip_point(panel, row), centre_of(panel, FRIDAY))
    assert panel.carry.thing is None
    panel.days.grid.choose_day(WEDNESDAY, row.link)
    press(Key.Key_X, CTRL)
    assert "不能改期" in panel.banner.words.text()
    panel.days.grid.opened.emit(WEDNESDAY, row)
    assert "改期" not in panel.side.entry.buttons
