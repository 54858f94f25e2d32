"""A voter who is one with another, or whose name was put right, is owed what he was owed."""

from datetime import date, datetime

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.same_people import GONE
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.person import Person
from liaison_desktop.model.times import SHANGHAI
from liaison_desktop.model.visit import Visit
from liaison_desktop.model.words import MatterState, Move, Route, Satisfaction, Sex
from liaison_desktop.model.work_lists import Work
from tests.builders import a_unit, a_visit, a_visitor
from tests.desk.test_matters import a_new_matter, facts, go, replied
from tests.desk.test_voter_days import GOOD, day, hear, lists, of, tell
from tests.homes import StoppedClock

S, M = MatterState, Move


@pytest.fixture(autouse=True)
def later(desk: Desk, clock: StoppedClock) -> None:
    desk.units.register(a_unit("街道办城建办"))
    clock.now = datetime(2026, 12, 10, 9, tzinfo=SHANGHAI)


@pytest.fixture
def matter(desk: Desk) -> Matter:
    return replied(desk, a_new_matter(desk, "李桂芳", "李贵芳"))


def person(desk: Desk, name: str) -> Person:
    (found,) = desk.people.find(name)
    return found


def merge(desk: Desk, kept: str, gone: str, **choices: str) -> Person:
    other = person(desk, gone)
    desk.same_people.merge(person(desk, kept), other, choices)
    return other


def waiting(desk: Desk, matter: Matter) -> tuple[list[str], list[str]]:
    """Return who is owed an answer, and who is yet to be asked."""
    known = facts(desk, matter)
    return [one.name for one in known.owed], [one.name for one in known.to_hear]


def asked_until(desk: Desk, matter: Matter) -> list[date]:
    limits = of(facts(desk, matter).matter, "evaluate")
    return [one.due_on for one in limits if one.is_running]


# two who are one


@pytest.mark.parametrize(("kept", "gone"), [("李桂芳", "李贵芳"), ("李贵芳", "李桂芳")])
def test_two_who_are_one_are_told_once(desk: Desk, matter: Matter, kept: str, gone: str) -> None:
    matter = tell(desk, matter, "李贵芳", day(11, 24))
    assert (waiting(desk, matter), lists(desk)) == ((["李桂芳"], ["李贵芳"]), (1, 1))
    other = merge(desk, kept, gone)
    assert waiting(desk, matter)[0] == []
    assert (len(waiting(desk, matter)[1]), lists(desk)) == (1, (0, 1))
    (fed_back,) = of(facts(desk, matter).matter, "feed_back")
    assert (fed_back.ended_on, fed_back.is_met) == (day(11, 24), True)
    assert asked_until(desk, matter) == [day(12, 22)]
    desk.same_people.unmerge(other.uid)
    assert (waiting(desk, matter), lists(desk)) == ((["李桂芳"], ["李贵芳"]), (1, 1))
    assert asked_until(desk, matter) == [day(12, 22)]


def test_the_days_of_both_come_back_when_they_are_parted(desk: Desk, matter: Matter) -> None:
    matter = tell(desk, matter, "李桂芳", day(11, 23))
    matter = tell(desk, matter, "李贵芳", day(11, 30))
    assert asked_until(desk, matter) == [day(12, 21), day(12, 28)]
    other = merge(desk, "李桂芳", "李贵芳", name=GONE)
    assert asked_until(desk, matter) == [day(12, 28)]
    assert (waiting(desk, matter)[0], len(waiting(desk, matter)[1])) == ([], 1)
    desk.same_people.unmerge(other.uid)
    assert sorted(asked_until(desk, matter)) == [day(12, 21), day(12, 28)]
    assert waiting(desk, matter) == ([], ["李桂芳", "李贵芳"])


def test_who_said_what_he_thinks_is_not_asked_as_the_other(desk: Desk, matter: Matter) -> None:
    matter = tell(desk, matter, "李桂芳", day(11, 23))
    matter = tell(desk, matter, "李贵芳", day(11, 30))
    matter = hear(desk, matter, "李桂芳", GOOD, day(12, 1))
    other = merge(desk, "李贵芳", "李桂芳")
    assert (waiting(desk, matter), asked_until(desk, matter)) == (([], []), [])
    matter = facts(desk, matter).matter
    assert (matter.state, lists(desk)) == (S.EVALUATING, (0, 1))  # it waits for the head's word
    desk.same_people.unmerge(other.uid)
    assert (waiting(desk, matter), asked_until(desk, matter)) == (([], ["李贵芳"]), [day(12, 28)])


def test_what_was_merged_of_one_who_is_three_waits_for_him_once(desk: Desk, matter: Matter) -> None:
    late = a_new_matter(desk, "陈明")
    go(desk, late, M.MERGE, other_uid=matter.uid)
    matter = tell(desk, facts(desk, matter).matter, "陈明", day(11, 24))
    merge(desk, "李贵芳", "陈明")
    merge(desk, "李桂芳", "李贵芳")
    assert waiting(desk, matter) == ([], ["李桂芳"])
    assert asked_until(desk, matter) == [day(12, 22)]


def test_who_is_parted_after_the_matter_was_closed_is_told_of_it(
    desk: Desk, matter: Matter
) -> None:
    other = merge(desk, "李桂芳", "李贵芳")
    matter = tell(desk, facts(desk, matter).matter, "李桂芳", day(11, 24))
    matter = hear(desk, matter, "李桂芳", GOOD, day(11, 25))
    assert (matter.state, lists(desk)) == (S.CLOSED, (0, 0))
    desk.same_people.unmerge(other.uid)
    assert (waiting(desk, matter)[0], lists(desk)) == (["李贵芳"], (1, 0))
    matter = facts(desk, matter).matter
    assert matter.due_on == day(12, 17)  # five working days from the day they were parted
    assert M.FEED_BACK in {row.move for row in facts(desk, matter).rows}
    matter = tell(desk, matter, "李贵芳", day(12, 10))
    assert (matter.state, matter.due_on, lists(desk)) == (S.CLOSED, None, (0, 0))
    assert waiting(desk, matter) == ([], [])  # what was evaluated is not asked about again
    assert go(desk, matter, M.ARCHIVE, done_on=day(12, 10), archive_no="2026-1").state is S.ARCHIVED


def test_of_what_was_sent_on_two_who_are_one_are_told_once(desk: Desk) -> None:
    matter = go(desk, a_new_matter(desk, "李桂芳", "李贵芳"), M.ROUTE, route=Route.TO_COUNTY)
    matter = tell(
        desk, go(desk, matter, M.FORWARD, unit_name="街道办城建办"), "李桂芳", day(11, 24)
    )
    assert lists(desk) == (1, 0)
    other = merge(desk, "李桂芳", "李贵芳")
    assert (waiting(desk, matter)[0], lists(desk)) == ([], (0, 0))
    desk.same_people.unmerge(other.uid)
    assert (waiting(desk, matter)[0], lists(desk)) == (["李贵芳"], (1, 0))
    assert [one.rule for one in facts(desk, matter).matter.deadlines if one.is_running] == [
        "declined_notice"
    ]


# a name put right


def renamed(desk: Desk, matter: Matter, name: str, **changes: object) -> Visit:
    """Correct the first visitor as a page does: the name typed anew, and nobody chosen."""
    visit = desk.visits.load(matter.number)
    first, *others = visit.visitors
    came = [a_visitor(name, **({"phone": first.phone} | changes))]
    came += [a_visitor(one.name, phone=one.phone, person_uid=one.person_uid) for one in others]
    return desk.visits.correct(visit, {"visitors": came}, "姓名写错")


def test_whose_name_was_put_right_was_told_what_he_was_told(desk: Desk) -> None:
    matter = replied(desk, a_new_matter(desk, "李桂方", "赵大伟"))
    matter = tell(desk, matter, "李桂方", day(11, 24))
    before = desk.visits.load(matter.number).visitors[0].person_uid
    visit = renamed(desk, matter, "李桂芳")
    assert visit.visitors[0].person_uid == before
    assert (waiting(desk, matter), lists(desk)) == ((["赵大伟"], ["李桂芳"]), (1, 1))
    assert asked_until(desk, matter) == [day(12, 22)]
    assert [one.name for one in desk.people.find("李桂")] == ["李桂芳"]
    matter = hear(desk, facts(desk, matter).matter, "李桂芳", Satisfaction.SATISFIED, day(12, 1))
    assert waiting(desk, matter) == (["赵大伟"], [])


def test_a_name_written_back_is_the_old_one_in_the_register_too(desk: Desk) -> None:
    matter = replied(desk, a_new_matter(desk, "李桂方"))
    matter = tell(desk, matter, "李桂方", day(11, 24))
    desk.undo(renamed(desk, matter, "李桂芳"))
    assert [one.name for one in desk.people.find("李桂")] == ["李桂方"]
    assert waiting(desk, matter) == ([], ["李桂方"])


def test_a_name_may_be_another_altogether_where_only_this_visit_knows_him(desk: Desk) -> None:
    matter = tell(desk, replied(desk, a_new_matter(desk, "李桂芳")), "李桂芳", day(11, 24))
    renamed(desk, matter, "周丽")
    assert waiting(desk, matter) == ([], ["周丽"])
    assert [one.name for one in desk.people.find("")] == ["周丽"]


def test_with_the_name_something_else_may_be_put_right_where_they_are_alike(desk: Desk) -> None:
    matter = tell(desk, replied(desk, a_new_matter(desk, "李桂芳")), "李桂芳", day(11, 24))
    renamed(desk, matter, "李贵芳", address="胜利村12号")
    assert waiting(desk, matter) == ([], ["李贵芳"])


@pytest.mark.parametrize(
    "changes", [{"phone": "13800009999"}, {"sex": Sex.MALE}, {"address": "胜利村12号"}]
)
def test_somebody_else_is_owed_an_answer_of_his_own(desk: Desk, changes: dict[str, object]) -> None:
    matter = tell(desk, replied(desk, a_new_matter(desk, "李桂芳")), "李桂芳", day(11, 24))
    renamed(desk, matter, "周丽", **changes)
    assert waiting(desk, matter) == (["周丽"], [])
    assert lists(desk)[0] == desk.work.count(Work.TO_FEED_BACK) == 1


def test_who_is_known_from_elsewhere_keeps_his_name_when_it_was_another_who_came(
    desk: Desk,
) -> None:
    matter = tell(desk, replied(desk, a_new_matter(desk, "李桂芳")), "李桂芳", day(11, 24))
    uid = desk.visits.load(matter.number).visitors[0].person_uid
    desk.visits.register(a_visit(a_visitor("李桂芳", phone="13800000000", person_uid=uid)))
    renamed(desk, matter, "周丽")
    assert {one.name for one in desk.people.find("")} == {"李桂芳", "周丽"}
    assert waiting(desk, matter) == (["周丽"], [])
