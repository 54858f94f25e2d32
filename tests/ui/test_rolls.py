"""走访, 联系户, 活动, 请假, 纪实, 计划: one form for each kind, and nothing typed is lost."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.deputy import Mandate
from liaison_desktop.model.field_visit import FieldVisit, VisitingDeputy
from liaison_desktop.model.schedule_words import ActivityState, DutyKind, Presence, Rhythm
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import Channel, MandateLevel
from liaison_desktop.ui.pages.roll_panel import RollPanel
from liaison_desktop.ui.pages.roll_panels import (
    FieldVisitsPanel,
    JournalPanel,
    PlanPanel,
)
from liaison_desktop.ui.pages.roll_sheets import (
    ACTIVITIES,
    FIELD_VISITS,
    HOUSEHOLDS,
    JOURNAL,
    LEAVES,
    PLAN,
    SHEETS,
    Sheet,
)
from tests.builders import a_deputy
from tests.homes import CLERK, StoppedClock, a_desk
from tests.ui.conftest import LogIn, OpenDoor
from tests.ui.hands import Until, chosen_rows, enter, fill, save_keys, save_slowly, words_on

Open = Callable[[Sheet], RollPanel]


@pytest.fixture
def desk(home: Path, clock: StoppedClock) -> Iterator[Desk]:
    desk = a_desk(home, clock, CLERK)
    for name in ("王建国", "周丽华"):
        desk.deputies.register(a_deputy(name))
    yield desk
    desk.close()


@pytest.fixture
def open_panel(
    home: Path, open_door: OpenDoor, log_in: LogIn, until: Until, desk: Desk, qtbot: QtBot
) -> Open:
    window = log_in(open_door(home))

    def open_panel(sheet: Sheet) -> RollPanel:
        panel = RollPanel(window.room, sheet)
        qtbot.addWidget(panel)
        panel.show()
        panel.activateWindow()
        panel.begin()
        until(panel.form.controls()[0].hasFocus)
        return panel

    return open_panel


def test_a_field_visit_is_planned_by_keys_alone_and_recorded(
    open_panel: Open, desk: Desk, until: Until
) -> None:
    panel = open_panel(FIELD_VISITS)
    fill("", "14:30", "", "", "王建国、陈志强", "和平社区")
    save_keys()
    until(lambda: "已保存。" in words_on(panel))
    [visit] = desk.schedule.field_visits.find()
    assert [one.name for one in visit.deputies] == ["王建国", "陈志强"]
    assert visit.deputies[0].deputy_uid == desk.deputies.find("王建国")[0].uid
    assert (visit.visited_on, visit.starts, visit.place) == (desk.today(), "14:30", "和平社区")
    panel.form.fields["situation"].set_value("三户反映路灯不亮。\n一户独居。")
    panel.form.fields["state"].set_value(ActivityState.DONE)
    panel.save()
    until(lambda: desk.schedule.field_visits.load(visit.uid).state is ActivityState.DONE)
    kept = desk.schedule.field_visits.load(visit.uid)
    assert kept.situation == "三户反映路灯不亮。\n一户独居。"
    assert kept.deputies[0].deputy_uid == visit.deputies[0].deputy_uid


def test_what_is_typed_survives_and_is_offered_again(
    open_panel: Open, desk: Desk, until: Until
) -> None:
    panel = open_panel(HOUSEHOLDS)
    fill("李桂芳")
    panel.put_down(lambda: None)
    until(lambda: len(desk.drafts.find("contact_household")) == 1)
    again = open_panel(HOUSEHOLDS)
    until(lambda: "草稿" in words_on(again))
    again.list.rows.itemAt(0).widget().click()  # type: ignore[union-attr]  # the draft's row
    until(lambda: again.form.fields["name"].value() == "李桂芳")
    again.form.fields["deputy_name"].set_value("王建国")
    again.save()
    until(lambda: "已保存。" in words_on(again))
    assert len(desk.schedule.households.find()) == 1
    assert desk.drafts.find("contact_household") == []


def test_a_save_that_takes_long_leaves_no_draft(open_panel: Open, desk: Desk, until: Until) -> None:
    panel = open_panel(HOUSEHOLDS)
    fill("李桂芳", "王建国")
    save_slowly(panel.room.worker, panel.keeper, until)
    until(lambda: "已保存。" in words_on(panel))
    assert desk.drafts.find("contact_household") == []


def test_a_wrong_day_is_said_at_its_field_and_stays(
    open_panel: Open, desk: Desk, until: Until
) -> None:
    panel = open_panel(LEAVES)
    panel.form.fields["deputy_name"].set_value("周丽华")
    panel.form.fields["first_on"].set_value("明天")
    panel.form.fields["last_on"].set_value("2026-11-27")
    panel.save()
    until(lambda: panel.form.fields["first_on"].level == "danger")
    assert panel.form.fields["first_on"].value() == "明天"
    panel.form.fields["first_on"].set_value("2026-11-28")
    panel.save()
    until(lambda: panel.form.fields["last_on"].level == "danger")  # before it began
    assert desk.schedule.leaves.find() == []
    panel.form.fields["last_on"].set_value("2026-11-29")
    panel.save()
    until(lambda: len(desk.schedule.leaves.find()) == 1)
    assert desk.schedule.leaves.find()[0].last_on == date(2026, 11, 29)


def test_who_came_to_an_activity_is_said_with_one_digit_each(
    open_panel: Open, desk: Desk, until: Until
) -> None:
    panel = open_panel(ACTIVITIES)
    panel.form.fields["topic"].set_value("视察老旧小区")
    panel.form.fields["attendances"].set_value("王建国、周丽华")
    rows = panel.form.presences.rows
    assert list(rows) == ["王建国", "周丽华"]
    rows["王建国"].choose("1")
    rows["周丽华"].choose("2")
    assert panel.form.presences.total.text() == "应到 2，实到 1，请假 1，缺席 0"
    panel.save()
    until(lambda: len(desk.schedule.activities.find()) == 1)
    [activity] = desk.schedule.activities.find()
    said = {one.name: one.presence for one in activity.attendances}
    assert said == {"王建国": Presence.PRESENT, "周丽华": Presence.ON_LEAVE}


def test_a_record_is_withdrawn_with_its_reason_and_a_correction_undone(
    open_panel: Open, desk: Desk, until: Until
) -> None:
    panel = open_panel(JOURNAL)
    panel.form.fields["deputy_name"].set_value("王建国")
    panel.form.fields["kind"].set_value(DutyKind.STATION_VISIT)
    panel.save()
    until(lambda: len(desk.schedule.journal.find()) == 1)
    until(lambda: panel.chosen is not None)
    panel.form.fields["title"].set_value("进站")
    panel.save()
    until(lambda: desk.schedule.journal.find()[0].title == "进站")
    until(lambda: panel.chosen.title == "进站")
    panel.undo_button.click()
    until(lambda: desk.schedule.journal.find()[0].title == "")
    until(lambda: panel.chosen.title == "")
    panel.withdraw_button.click()
    enter()
    assert desk.schedule.journal.find()  # nobody said why
    panel.ask.line.set_value("记错人")
    panel.ask.yes.click()
    until(lambda: desk.schedule.journal.find() == [])


@pytest.mark.parametrize("sheet", [PLAN, *SHEETS.values()], ids=lambda sheet: sheet.form)
def test_an_empty_form_is_refused_at_what_must_be_there(
    open_panel: Open, until: Until, sheet: Sheet
) -> None:
    panel = open_panel(sheet)
    for name in sheet.required:
        panel.form.fields[name].set_value("")
    panel.save()
    until(lambda: any(field.level == "danger" for field in panel.form.fields.values()))
    first = next(name for name in sheet.fields if panel.form.fields[name].level == "danger")
    assert first in sheet.required


def test_what_was_said_on_a_field_visit_is_registered_with_it(
    home: Path, open_door: OpenDoor, log_in: LogIn, until: Until, desk: Desk, qtbot: QtBot
) -> None:
    window = log_in(open_door(home))
    visit = FieldVisit(
        uid=new_uid(desk.now()),
        station_uid=desk.station.uid,
        visited_on=date(2026, 11, 18),
        starts="14:30",
        place="和平社区",
        deputies=[VisitingDeputy(name="王建国")],
    )
    desk.schedule.field_visits.register(visit)
    panel = FieldVisitsPanel(window.room)
    qtbot.addWidget(panel)
    panel.show()
    panel.open(visit.uid)
    until(lambda: panel.chosen is not None)
    panel.collect()
    until(lambda: window.page is window.intake)
    form = window.intake.form
    assert form.fields["receivers"].value() == "王建国"
    form.visitors[0].name.set_value("李桂芳")
    form.fields["title"].set_value("楼道灯不亮")
    window.intake.put_down(lambda: None)
    until(lambda: len(desk.drafts.find("visit")) == 1)  # with where it was said
    assert desk.drafts.find("visit")[0].body["source"] == str(visit.uid)
    until(window.intake.view.isEnabled)
    window.intake.save()
    until(lambda: len(desk.visits.find_from(visit.uid)) == 1)
    [said] = desk.visits.find_from(visit.uid)
    assert (said.channel, said.received_on) == (Channel.FIELD_VISIT, date(2026, 11, 18))
    assert said.receivers[0].deputy_uid == desk.deputies.find("王建国")[0].uid
    panel.open(visit.uid)
    until(lambda: "楼道灯不亮" in words_on(panel.collected))


def test_who_is_behind_is_said_beside_the_journal(
    home: Path, open_door: OpenDoor, log_in: LogIn, until: Until, desk: Desk, qtbot: QtBot
) -> None:
    desk.deputies.register(a_deputy("孙立军", mandates=[Mandate(level=MandateLevel.TOWN)]))
    panel = JournalPanel(log_in(open_door(home)).room)
    qtbot.addWidget(panel)
    panel.show()
    panel.begin()
    until(lambda: "孙立军：每年进站不少于 2 次，今年 0，还差 2" in words_on(panel.behind))


def test_a_day_of_the_plan_is_struck_off(
    home: Path, open_door: OpenDoor, log_in: LogIn, until: Until, desk: Desk, qtbot: QtBot
) -> None:
    panel = PlanPanel(log_in(open_door(home)).room)
    qtbot.addWidget(panel)
    panel.show()
    panel.begin()
    panel.form.fields["title"].set_value("小组活动")
    panel.form.fields["rhythm"].set_value(Rhythm.QUARTER)
    panel.form.fields["starts_on"].set_value("2026-02-16")
    panel.save()
    until(lambda: "2026-11-16" in words_on(panel.days))
    panel.finish(date(2026, 11, 16))
    until(lambda: "已完成" in words_on(panel.days))
    until(lambda: "小组活动：2026-11-16 已记为完成。" in words_on(panel))
    [item] = desk.schedule.plan_items.find()
    assert [done.due_on for done in item.done] == [date(2026, 11, 16)]


def test_a_new_activity_without_names_is_shown_as_it_was_saved(
    open_panel: Open, desk: Desk, until: Until
) -> None:
    panel = open_panel(ACTIVITIES)
    panel.form.fields["topic"].set_value("学习")
    panel.save()
    until(lambda: panel.chosen is not None)
    assert panel.chosen.attendances == []


def test_a_time_is_kept_as_the_office_writes_it(open_panel: Open, desk: Desk, until: Until) -> None:
    panel = open_panel(FIELD_VISITS)
    fill("", "9：30", "", "", "王建国", "和平社区")
    save_keys()
    until(lambda: "已保存。" in words_on(panel))
    assert [one.starts for one in desk.schedule.field_visits.find()] == ["09:30"]


def test_why_somebody_stayed_away_is_asked_below_him(
    open_panel: Open, desk: Desk, until: Until
) -> None:
    panel = open_panel(ACTIVITIES)
    panel.form.fields["topic"].set_value("视察老旧小区")
    panel.form.fields["attendances"].set_value("王建国、周丽华")
    rows, lines = panel.form.presences.rows, panel.form.presences.lines
    assert [line.isVisible() for line in lines.values()] == [False, False]
    rows["王建国"].choose("1")
    rows["周丽华"].choose("2")
    assert [line.isVisible() for line in lines.values()] == [False, True]
    lines["周丽华"].set_value("出差")
    panel.put_down(lambda: None)
    until(lambda: len(desk.drafts.find("group_activity")) == 1)
    again = open_panel(ACTIVITIES)
    until(lambda: "草稿" in words_on(again))
    again.list.rows.itemAt(0).widget().click()  # type: ignore[union-attr]  # the draft's row
    until(lambda: "周丽华" in again.form.presences.lines)
    assert again.form.presences.lines["周丽华"].value() == "出差"
    again.save()
    until(lambda: len(desk.schedule.activities.find()) == 1)
    [activity] = desk.schedule.activities.find()
    assert [one.reason for one in activity.attendances] == ["", "出差"]
    until(lambda: again.chosen is not None)
    again.form.presences.lines["周丽华"].set_value("住院")
    again.save()
    until(lambda: desk.schedule.activities.find()[0].attendances[1].reason == "住院")


def test_a_record_just_withdrawn_is_brought_back(
    open_panel: Open, desk: Desk, until: Until
) -> None:
    panel = open_panel(FIELD_VISITS)
    fill("", "14:30", "", "", "王建国", "和平社区")
    save_keys()
    until(lambda: panel.chosen is not None)
    assert not panel.back_button.isVisible()
    panel.withdraw_button.click()
    panel.ask.line.set_value("登错")
    panel.ask.yes.click()
    until(panel.back_button.isVisible)
    assert desk.schedule.field_visits.find() == []
    panel.back_button.click()
    until(lambda: len(desk.schedule.field_visits.find()) == 1)
    until(lambda: panel.chosen is not None)
    assert not panel.back_button.isVisible()


def test_the_record_in_the_form_looks_chosen(open_panel: Open, desk: Desk, until: Until) -> None:
    panel = open_panel(LEAVES)
    fill("王建国")
    panel.form.fields["first_on"].set_value("2026-11-23")
    panel.form.fields["last_on"].set_value("2026-11-24")
    save_keys()
    until(lambda: len(chosen_rows(panel)) == 1)
    panel.begin_new()
    until(lambda: chosen_rows(panel) == [])
