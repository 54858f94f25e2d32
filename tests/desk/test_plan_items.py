"""The year's plan: what is due, what is done, and that its day is not asked for again."""

from datetime import date

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.plan_item import PlanItem
from liaison_desktop.model.schedule_words import PlanShift, Rhythm
from liaison_desktop.model.uids import new_uid
from tests.builders import NOON, STATION_UID


def _item(desk: Desk, **changes: object) -> PlanItem:
    fields: dict[str, object] = {
        "uid": new_uid(NOON),
        "station_uid": STATION_UID,
        "title": "代表小组活动",
        "rhythm": Rhythm.QUARTER,
        "starts_on": date(2026, 2, 16),
    }
    item = PlanItem(**(fields | changes))  # type: ignore[arg-type]  # fields by name
    desk.schedule.plan_items.register(item)
    return desk.schedule.plan_items.load(item.uid)


def test_what_is_due_and_not_done_is_asked_for_until_it_is(desk: Desk) -> None:
    plan = desk.schedule.plan_items
    item = _item(desk)
    today = desk.today()  # 20 November
    due = [one.due_on for one in plan.dates(item, 2026) if one.due_on <= today]
    assert [day.month for day in due] == [2, 5, 8, 11]
    for times, day in zip((4, 3, 2, 1), due, strict=True):
        [one] = plan.due(today)
        assert (one.due_on, one.times) == (day, times)
        item = plan.finish(item, day, "已开展")
    assert plan.due(today) == []
    assert [one.is_done for one in plan.dates(item, 2026)] == [True] * 4
    assert {done.done_on for done in item.done} == {today}
    back = plan.undo(item)
    assert len(plan.due(today)) == 1
    assert len(back.done) == 3


def test_a_coming_day_is_asked_for_a_few_days_before(desk: Desk) -> None:
    _item(desk, rhythm=Rhythm.YEAR, starts_on=date(2026, 11, 23), title="上报全年计划")
    [due] = desk.schedule.plan_items.due(date(2026, 11, 20))
    assert due.title == "上报全年计划"
    assert desk.schedule.plan_items.due(date(2026, 11, 19)) == []


def test_what_was_not_done_by_the_end_of_a_year_is_asked_for_in_the_next(desk: Desk) -> None:
    plan = desk.schedule.plan_items
    _item(desk, rhythm=Rhythm.MONTH, starts_on=date(2026, 6, 29))
    [due] = plan.due(date(2027, 1, 4))
    assert (due.due_on, due.times) == (date(2026, 12, 29), 1)
    [item] = plan.find()
    shown = plan.dates_about(item, date(2027, 1, 4))
    assert [str(one.due_on) for one in shown][:2] == ["2026-12-29", "2027-01-29"]
    [due] = plan.due(date(2026, 12, 28))
    assert (due.due_on, due.times) == (date(2026, 6, 29), 7)


def test_what_is_due_in_the_first_days_of_a_year_is_asked_for_before_it_begins(desk: Desk) -> None:
    _item(desk, rhythm=Rhythm.ONCE, starts_on=date(2027, 1, 4), title="报送全年计划")
    assert desk.schedule.plan_items.due(date(2026, 12, 31)) == []
    [due] = desk.schedule.plan_items.due(date(2027, 1, 1))
    assert due.due_on == date(2027, 1, 4)
    _item(desk, rhythm=Rhythm.ONCE, starts_on=date(2027, 1, 2), shift=PlanShift.NONE)
    [due] = desk.schedule.plan_items.due(date(2026, 12, 31))
    assert due.due_on == date(2027, 1, 2)


def test_the_day_says_what_of_the_plan_is_to_be_done_until_it_is(desk: Desk) -> None:
    assert desk.today_facts().plan_due == ()
    item = _item(desk, rhythm=Rhythm.ONCE, starts_on=date(2026, 11, 18))
    assert [one.uid for one in desk.today_facts().plan_due] == [item.uid]
    desk.schedule.plan_items.finish(item, date(2026, 11, 18))
    assert list(desk.today_facts().plan_due) == []
