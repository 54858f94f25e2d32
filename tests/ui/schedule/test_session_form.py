"""接待日 made and changed beside the calendar: kept while it is typed, warned of, saved, undone."""

import pytest

from liaison_desktop.desk.agenda import SESSION
from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.schedule_words import NoticeKind
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages.calendar_form import FORM, SessionForm
from liaison_desktop.ui.pages.calendar_panel import CalendarPanel
from tests.desk.test_agenda import a_leave, posted
from tests.ui.hands import Key, Until, enter, focused, press, save_keys, type_text, words_on
from tests.ui.schedule.conftest import (
    FRIDAY,
    THURSDAY,
    WEDNESDAY,
    Open,
    kinds_on,
    names_on,
    plan,
    row_on,
    visit,
)


def change(panel: CalendarPanel, until: Until) -> SessionForm:
    """Open the session of Wednesday in the form."""
    panel.days.grid.opened.emit(WEDNESDAY, row_on(panel, WEDNESDAY))
    until(lambda: "更改" in panel.side.entry.buttons)
    panel.side.entry.buttons["更改"].click()
    until(lambda: panel.side.is_typing)
    return panel.side.form


def new(panel: CalendarPanel, until: Until) -> SessionForm:
    panel.days.grid.choose_day(WEDNESDAY)
    panel.new_button.click()
    until(lambda: panel.side.is_typing)
    return panel.side.form


def test_a_new_session_begins_as_the_latest_one_was(desk: Desk, open_calendar: Open, until: Until):
    plan(desk, THURSDAY, "王建国", starts="14:00", ends="16:30", contact="刘敏", place="会议室")
    panel = open_calendar()
    form = new(panel, until)
    shown = {name: field.value() for name, field in form.fields.items()}
    assert shown | {"held_on": "2026-11-25", "starts": "14:00", "ends": "16:30"} == shown
    assert (shown["place"], shown["contact"], shown["names"]) == ("会议室", "刘敏", "")
    form.fields["starts"].set_value("9：00")
    form.fields["names"].set_value("周丽华、某人")
    form.fields["theme"].set_value("物业服务")
    save_keys()
    until(lambda: names_on(panel, WEDNESDAY) == ["周丽华", "某人"])
    session = desk.schedule.sessions.find_between(WEDNESDAY, WEDNESDAY)[0]
    assert (session.starts, session.theme, session.planned_on) == ("09:00", "物业服务", WEDNESDAY)
    assert session.notice_by is not None
    assert (session.held_on - session.notice_by).days == 3
    assert [slot.deputy_uid is None for slot in session.slots] == [False, True]
    assert desk.drafts.find(FORM) == []


def test_what_speaks_against_it_is_said_while_it_is_typed(
    desk: Desk, open_calendar: Open, until: Until
):
    visit(desk, WEDNESDAY, "周丽华", starts="10:00", ends="")
    desk.schedule.leaves.register(a_leave("李志强", FRIDAY, FRIDAY))
    form = new(open_calendar(), until)
    form.fields["names"].set_value("周丽华、李志强")
    assert "周丽华同一时间另有安排：10:00 走访 和平社区" in form.warnings.text()
    form.fields["held_on"].set_value("11-27")
    assert form.fields["held_on"].message == "11月27日 周五"
    assert form.warnings.text() == "! 李志强当天请假"
    form.fields["held_on"].set_value("11-28")
    assert form.warnings.text() == "! 当天休息（周末）"


def test_what_is_typed_is_kept_and_offered_again(
    desk: Desk, window: MainWindow, open_calendar: Open, until: Until
):
    panel = open_calendar()
    form = new(panel, until)
    form.fields["theme"].control.setFocus()
    type_text("物业服务")
    window.go_to(window.today)
    until(lambda: window.page is window.today)
    assert [draft.body["theme"] for draft in desk.drafts.find(FORM)] == ["物业服务"]
    window.go_to(window.schedule)
    until(form.isVisible)
    form.setFocus()
    press(Key.Key_Escape)
    until(lambda: not panel.side.is_typing)
    form = new(panel, until)
    until(lambda: form.fields["theme"].value() == "物业服务")
    assert "上次没有保存" in words_on(form)
    form.again.click()
    assert form.fields["theme"].value() == ""
    until(lambda: desk.drafts.find(FORM) == [])


def test_a_session_is_changed_and_keeps_what_is_known_of_who_stays(
    desk: Desk, open_calendar: Open, until: Until
):
    session = plan(desk, WEDNESDAY, "王建国", "周丽华")
    slot = session.slots[0]
    panel = open_calendar()
    form = change(panel, until)
    form.fields["names"].set_value("王建国、李志强")
    form.fields["theme"].set_value("物业服务")
    form.save_button.click()
    until(lambda: names_on(panel, WEDNESDAY) == ["王建国", "李志强"])
    changed = desk.schedule.sessions.load(session.uid)
    assert (changed.theme, changed.slots[0].deputy_uid) == ("物业服务", slot.deputy_uid)
    assert [one.is_fixed for one in changed.slots] == [False, True]
    panel.acts.undo()
    until(lambda: names_on(panel, WEDNESDAY) == ["王建国", "周丽华"])


def test_another_day_in_the_form_wants_the_reason_where_it_was_announced(
    desk: Desk, open_calendar: Open, until: Until
):
    session = plan(desk, WEDNESDAY, "王建国")
    desk.schedule.notices.register(posted(session))
    panel = open_calendar()
    form = change(panel, until)
    assert not form.fields["reason"].isVisible()
    form.fields["held_on"].set_value("2026-11-27")
    assert form.fields["reason"].isVisible()
    form.save()
    until(lambda: form.fields["reason"].level == "danger")
    form.fields["reason"].set_value("代表开会")
    form.save()
    until(lambda: kinds_on(panel, FRIDAY) == [SESSION])
    kinds = [notice.kind for notice in desk.schedule.sessions.notices_of(session)]
    assert kinds == [NoticeKind.ANNOUNCE, NoticeKind.CHANGE]


@pytest.mark.parametrize(
    ("name", "typed"), [("starts", "14:00"), ("place", "文化站"), ("names", "王建国、周丽华")]
)
def test_other_hours_place_or_deputies_than_hang_out_ask_first_and_are_undone_with_the_notice(
    desk: Desk, open_calendar: Open, until: Until, name: str, typed: str
):
    session = plan(desk, WEDNESDAY, "王建国", ends="16:00")
    desk.schedule.notices.register(posted(session))
    panel = open_calendar()
    form = change(panel, until)
    form.fields["theme"].set_value("物业服务")
    assert not form.fields["reason"].isVisible()
    form.fields[name].set_value(typed)
    assert "变更公告随之备好" in form.fields["reason"].message
    form.save()
    until(lambda: form.fields["reason"].level == "danger")
    assert form.fields[name].value() == typed
    assert focused() is form.fields["reason"].control
    type_text("会议室停电")
    form.save()
    until(lambda: "变更公告已备好" in words_on(panel))
    kinds = [notice.kind for notice in desk.schedule.sessions.notices_of(session)]
    assert kinds == [NoticeKind.ANNOUNCE, NoticeKind.CHANGE]
    panel.acts.undo()
    until(lambda: len(desk.schedule.sessions.notices_of(session)) == 1)


def test_one_deputy_more_than_was_announced_asks_first(
    desk: Desk, open_calendar: Open, until: Until
):
    session = plan(desk, WEDNESDAY, "王建国")
    desk.schedule.notices.register(posted(session))
    panel = open_calendar()
    thing = next(one for one in panel.sheet.days.deputies if one.who.name == "周丽华")
    panel.carry.dropped.emit(thing, WEDNESDAY, row_on(panel, WEDNESDAY))
    assert panel.ask.isVisible()
    assert names_on(panel, WEDNESDAY) == ["王建国"]
    panel.ask.line.set_value("增加一名代表")
    panel.ask.yes.click()
    until(lambda: names_on(panel, WEDNESDAY) == ["王建国", "周丽华"])
    until(lambda: "变更公告已备好" in words_on(panel))
    [_first, told] = desk.schedule.sessions.notices_of(session)
    assert (told.former_names, told.reason) == ("王建国", "增加一名代表")


def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(
    desk: Desk, open_calendar: Open, until: Until
):
    form = new(open_calendar(), until)
    form.fields["held_on"].set_value("哪天")
    form.save()
    assert "2026-11-25" in form.fields["held_on"].message
    form.fields["held_on"].set_value("11-25")
    form.fields["ends"].set_value("8:30")
    form.fields["names"].set_value("王建国、王建国")
    form.save()
    until(lambda: form.fields["ends"].message != "")
    assert form.fields["names"].message != ""
    assert form.fields["names"].value() == "王建国、王建国"
    form.fields["starts"].control.setFocus()
    enter()
    assert form.fields["ends"].control.hasFocus()
    assert desk.schedule.sessions.find() == []
