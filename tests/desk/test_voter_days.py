"""Every voter of a matter has his own days, from the day on which he was told himself."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.matter_json import facts_as_json
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.matter import Deadline, Matter
from liaison_desktop.model.times import SHANGHAI
from liaison_desktop.model.visit import Visit
from liaison_desktop.model.words import MatterState, Move, ResultClass, Satisfaction
from liaison_desktop.model.work_lists import Work
from liaison_desktop.store.wholes import whole
from tests.builders import a_unit, a_visitor
from tests.desk.test_matters import TODAY, a_new_matter, facts, go, replied, told
from tests.documents.papers import pages_by_pdfium, solid
from tests.homes import StoppedClock

S, M = MatterState, Move
GOOD, BAD = Satisfaction.SATISFIED, Satisfaction.DISSATISFIED


@pytest.fixture
def matter(desk: Desk, clock: StoppedClock) -> Matter:
    desk.units.register(a_unit("街道办城建办"))
    matter = replied(desk, a_new_matter(desk, "李桂芳", "赵大伟"))
    clock.now += timedelta(days=60)
    return matter


def tell(desk: Desk, matter: Matter, name: str, day: date) -> Matter:
    one = next(one for one in facts(desk, matter).owed if one.name == name)
    return go(desk, matter, M.FEED_BACK, person_uid=one.person_uid, done_on=day)


def hear(desk: Desk, matter: Matter, name: str, said: Satisfaction, day: date) -> Matter:
    one = next(one for one in facts(desk, matter).to_hear if one.name == name)
    fields = {"satisfaction": said, "person_uid": one.person_uid, "done_on": day}
    return go(desk, matter, M.EVALUATE, **fields)


def of(matter: Matter, rule: str) -> list[Deadline]:
    return [one for one in matter.deadlines if one.rule == rule]


def lists(desk: Desk) -> tuple[int, int]:
    return desk.work.count(Work.TO_FEED_BACK), desk.work.count(Work.TO_EVALUATE)


def day(month: int, number: int) -> date:
    return date(2026 if month > 6 else 2027, month, number)


def test_each_is_asked_within_days_of_his_own(desk: Desk, matter: Matter) -> None:
    matter = tell(desk, matter, "李桂芳", day(11, 23))
    matter = tell(desk, matter, "赵大伟", day(11, 30))
    assert [one.starts_on for one in of(matter, "evaluate")] == [day(11, 23), day(11, 30)]
    first, second = (one.due_on for one in of(matter, "evaluate"))
    assert (first, second, matter.due_on) == (day(12, 21), day(12, 28), day(12, 21))
    matter = hear(desk, matter, "李桂芳", GOOD, day(12, 7))
    assert [one.ended_on for one in of(matter, "evaluate")] == [day(12, 7), None]
    assert (matter.state, matter.due_on) == (S.EVALUATING, second)
    matter = hear(desk, matter, "赵大伟", GOOD, day(12, 29))
    assert [one.is_kept for one in of(matter, "evaluate")] == [True, False]
    assert (matter.state, matter.due_on) == (S.CLOSED, None)


def test_who_is_entered_later_was_told_earlier(desk: Desk, matter: Matter) -> None:
    matter = tell(desk, matter, "赵大伟", day(11, 30))
    matter = tell(desk, matter, "李桂芳", day(11, 23))
    assert [one.due_on for one in of(matter, "evaluate")] == [day(12, 28), day(12, 21)]
    assert matter.due_on == day(12, 21)


def test_a_matter_is_on_both_lists_while_it_waits_for_both(desk: Desk, matter: Matter) -> None:
    assert lists(desk) == (1, 0)
    matter = tell(desk, matter, "李桂芳", day(11, 23))
    assert lists(desk) == (1, 1)
    matter = hear(desk, matter, "李桂芳", GOOD, day(11, 24))
    assert (matter.state, lists(desk)) == (S.EVALUATING, (1, 0))
    assert matter.due_on == of(matter, "feed_back")[0].due_on
    matter = tell(desk, matter, "赵大伟", day(11, 30))
    assert lists(desk) == (0, 1)
    desk.matters.undo([matter])
    assert lists(desk) == (1, 0)
    matter = tell(desk, facts(desk, matter).matter, "赵大伟", day(11, 30))
    matter = hear(desk, matter, "赵大伟", GOOD, day(12, 1))
    assert (matter.state, lists(desk)) == (S.CLOSED, (0, 0))


def test_the_page_of_the_day_counts_what_is_due_for_one_voter(
    desk: Desk, matter: Matter, clock: StoppedClock
) -> None:
    matter = tell(desk, matter, "李桂芳", day(11, 23))
    matter = tell(desk, matter, "赵大伟", day(11, 30))
    hear(desk, matter, "李桂芳", GOOD, day(12, 7))
    clock.now = datetime(2026, 12, 28, 9, tzinfo=SHANGHAI)
    assert (desk.today_facts().due_count, desk.today_facts().overdue_count) == (1, 0)
    clock.now += timedelta(days=1)
    assert (desk.today_facts().due_count, desk.today_facts().overdue_count) == (0, 1)


def test_who_was_not_reached_when_it_is_redone_did_not_keep_his_day(
    desk: Desk, matter: Matter
) -> None:
    matter = tell(desk, matter, "李桂芳", day(11, 23))
    matter = hear(desk, matter, "李桂芳", BAD, day(11, 24))
    assert (matter.state, lists(desk)) == (S.REDO, (0, 0))
    (fed_back,), (asked,) = of(matter, "feed_back"), of(matter, "evaluate")
    assert (fed_back.ended_on, fed_back.is_met) == (day(11, 24), False)
    assert (asked.ended_on, asked.is_met) == (day(11, 24), True)


def test_what_never_came_back_is_not_done(desk: Desk, matter: Matter) -> None:
    matter = tell(desk, matter, "李桂芳", day(11, 23))
    matter = tell(desk, matter, "赵大伟", day(11, 23))
    matter = go(desk, matter, M.CHASE, done_on=day(12, 22))
    matter = hear(desk, matter, "李桂芳", Satisfaction.NOT_EVALUATED, day(12, 23))
    assert [(one.ended_on, one.is_met) for one in of(matter, "evaluate")] == [
        (day(12, 23), False),
        (None, False),
    ]


def test_who_joins_what_was_answered_is_told_within_days_from_then(
    desk: Desk, matter: Matter
) -> None:
    late = a_new_matter(desk, "陈明")
    matter = tell(desk, matter, "李桂芳", day(11, 23))
    matter = tell(desk, matter, "赵大伟", day(11, 23))
    assert lists(desk) == (0, 1)
    go(desk, late, M.MERGE, other_uid=matter.uid, done_on=day(12, 7))
    matter = facts(desk, matter).matter
    assert [one.due_on for one in of(matter, "feed_back")] == [day(11, 27), day(12, 14)]
    assert (lists(desk), matter.due_on) == ((1, 1), day(12, 14))
    matter = tell(desk, matter, "陈明", day(12, 8))
    assert of(matter, "feed_back")[1].is_kept
    assert (lists(desk), len(of(matter, "evaluate"))) == ((0, 1), 3)


def test_who_joins_while_a_promise_is_open_is_on_the_list(desk: Desk, matter: Matter) -> None:
    late = a_new_matter(desk, "陈明")
    promise = {"result_class": ResultClass.PLANNED, "promise": "换新灯", "due_on": day(3, 1)}
    step = facts(desk, matter).trail[-1]
    matter = desk.matters.correct_step(matter, step.uid, promise, "漏记")
    matter = told(desk, matter)
    for name in ("李桂芳", "赵大伟"):
        matter = hear(desk, matter, name, GOOD, day(12, 1))
    assert (matter.state, lists(desk)) == (S.TRACKED, (0, 0))
    go(desk, late, M.MERGE, other_uid=matter.uid, done_on=day(12, 7))
    assert lists(desk) == (1, 0)
    matter = tell(desk, facts(desk, matter).matter, "陈明", day(12, 8))
    assert (matter.state, lists(desk)) == (S.TRACKED, (0, 0))


def test_every_sheet_bears_the_day_of_its_voter(desk: Desk, matter: Matter, tmp_path: Path) -> None:
    matter = tell(desk, matter, "李桂芳", day(11, 23))
    matter = tell(desk, matter, "赵大伟", day(11, 30))
    drawn = desk.matter_papers.print("evaluation", [matter.number], tmp_path / "sheets.pdf")
    pages = [solid(page) for page in pages_by_pdfium(drawn.path)]
    assert ["2026年12月21日前" in page for page in pages] == [True, False]
    assert ["2026年12月28日前" in page for page in pages] == [False, True]


def test_json_tells_the_day_of_each(desk: Desk, matter: Matter) -> None:
    matter = tell(desk, matter, "李桂芳", day(11, 23))
    told_json = facts_as_json(facts(desk, matter), TODAY)
    assert [one["due"] for one in told_json["voters"]] == ["2026-12-21", None]  # type: ignore[index,attr-defined]  # as in JSON


def test_matters_of_an_earlier_version_are_given_the_days_of_each(
    desk: Desk, matter: Matter
) -> None:
    matter = replied(desk, a_new_matter(desk, "李桂芳", "赵大伟", "陈明"))
    for name, number in (("李桂芳", 23), ("赵大伟", 25), ("陈明", 30)):
        matter = tell(desk, matter, name, day(11, number))
    matter = hear(desk, matter, "李桂芳", GOOD, day(12, 7))
    days = [(one.told_by, one.due_on, one.ended_on) for one in of(matter, "evaluate")]
    with desk._store.act(desk.user, Action.CORRECT_MATTER, matter) as session:
        old = session.scalar(whole(Matter).where(Matter.uid == matter.uid))
        assert old is not None
        old.deadlines, old.due_on = old.deadlines[:-2], None
        old.deadlines[-1].told_by = old.deadlines[-1].ended_on = None
    assert desk.matters.lack_days()
    assert (desk.matters.begin_days(), desk.matters.begin_days()) == (1, 0)
    matter = facts(desk, matter).matter
    assert [(one.told_by, one.due_on, one.ended_on) for one in of(matter, "evaluate")] == days
    assert matter.due_on == day(12, 23)


def visitors_of(desk: Desk, matter: Matter, *names: str) -> Visit:
    """Correct who came: those of these names, who are there or new."""
    visit = desk.visits.load(matter.number)
    known = {one.name: one for one in visit.visitors}
    came = [
        a_visitor(name, phone=known[name].phone, person_uid=known[name].person_uid)
        if name in known
        else a_visitor(name, phone="13800009999")
        for name in names
    ]
    return desk.visits.correct(visit, {"visitors": came}, "登记时写错")


def test_who_is_added_to_a_visit_is_a_person_and_owed_an_answer(desk: Desk) -> None:
    desk.units.register(a_unit("街道办城建办"))
    matter = a_new_matter(desk, "李桂芳")
    visit = visitors_of(desk, matter, "李桂芳", "陈明")
    assert all(one.person_uid for one in visit.visitors)
    assert desk.people.load(visit.visitors[1].person_uid).phone == "13800009999"  # type: ignore[arg-type]  # just said
    matter = replied(desk, desk.matters.load(matter.number))
    assert [one.name for one in facts(desk, matter).owed] == ["李桂芳", "陈明"]


def test_who_is_added_after_the_answer_is_told_within_days_from_then(
    desk: Desk, matter: Matter, clock: StoppedClock
) -> None:
    for name in ("李桂芳", "赵大伟"):
        matter = tell(desk, matter, name, day(11, 23))
    clock.now = datetime(2026, 12, 7, 9, tzinfo=SHANGHAI)
    visitors_of(desk, matter, "李桂芳", "赵大伟", "陈明")
    matter = facts(desk, matter).matter
    assert [one.due_on for one in of(matter, "feed_back")] == [day(11, 27), day(12, 14)]
    assert (lists(desk), matter.due_on) == ((1, 1), day(12, 14))


def test_nobody_waits_for_who_never_came(desk: Desk, matter: Matter) -> None:
    matter = tell(desk, matter, "李桂芳", day(11, 23))
    visit = visitors_of(desk, matter, "李桂芳")
    assert lists(desk) == (0, 1)
    (fed_back,) = of(facts(desk, matter).matter, "feed_back")
    assert (fed_back.ended_on, fed_back.is_met) == (day(11, 23), True)
    desk.undo(visit)
    assert lists(desk) == (1, 1)
    visitors_of(desk, matter, "赵大伟")  # and the one who was told never came
    matter = facts(desk, matter).matter
    assert not [one for one in of(matter, "evaluate") if one.is_running]
    assert [one.name for one in facts(desk, matter).owed] == ["赵大伟"]
    assert lists(desk) == (1, 0)


def test_nobody_waits_for_who_withdrew_what_was_merged(desk: Desk, matter: Matter) -> None:
    late = a_new_matter(desk, "陈明")
    for name in ("李桂芳", "赵大伟"):
        matter = tell(desk, matter, name, day(11, 23))
    go(desk, late, M.MERGE, other_uid=matter.uid, done_on=day(12, 7))
    assert lists(desk) == (1, 1)
    gone = desk.visits.withdraw(desk.visits.load(late.number), "不是他说的")
    assert lists(desk) == (0, 1)
    desk.undo(gone)
    assert lists(desk) == (1, 1)
