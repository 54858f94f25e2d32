"""The year's plan: what is due, what is done, and that its day is not asked for again."""

from datetime import date

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.plan_item import PlanItem
from liaison_desktop.model.schedule_words import Rhythm
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
    assert [one.due_on.month for one in plan.due(today)] == [2, 5, 8, 11]
    for one in plan.due(today):
        item = plan.finish(item, one.due_on, "已开展")
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
