"""并入 and 关联 stand in the trails of both matters, and say the same after a correction too."""

from datetime import date, datetime

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.faults import ProblemCode, Refused, StaleRecord
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.step import Step
from liaison_desktop.model.times import SHANGHAI
from liaison_desktop.model.words import Move
from tests.builders import a_unit, a_visit, a_visitor
from tests.desk.test_matters import a_new_matter, facts, go, replied, told
from tests.desk.test_step_corrections import WHY, problem, refusal
from tests.desk.test_voter_days import day, of
from tests.homes import StoppedClock

M = Move


@pytest.fixture(autouse=True)
def later(desk: Desk, clock: StoppedClock) -> None:
    desk.units.register(a_unit("街道办城建办"))
    clock.now = datetime(2026, 12, 10, 9, tzinfo=SHANGHAI)


@pytest.fixture
def answered(desk: Desk) -> Matter:
    return told(desk, replied(desk, a_new_matter(desk, "李桂芳")))


def merged(desk: Desk, into: Matter, on: date) -> Matter:
    return go(desk, a_new_matter(desk, "陈明"), M.MERGE, other_uid=into.uid, done_on=on)


def last(desk: Desk, matter: Matter) -> Step:
    return facts(desk, matter).trail[-1]


def correct(desk: Desk, matter: Matter, **changes: object) -> Matter:
    """Correct the last step of a matter."""
    seen = facts(desk, matter).matter
    return desk.matters.correct_step(seen, last(desk, matter).uid, changes, WHY)


def test_both_trails_say_the_day_as_corrected(desk: Desk, answered: Matter) -> None:
    late = merged(desk, answered, day(12, 7))
    late = correct(desk, late, done_on=day(12, 2), text="两件是一回事")
    known = facts(desk, answered)
    mirror = known.trail[-1]
    assert (mirror.move, mirror.done_on, mirror.text) == (M.LINK, day(12, 2), "两件是一回事")
    assert (late.corrections, known.matter.corrections) == (1, 1)
    (change,) = known.corrections[mirror.uid]
    assert (change.reason, change.fields[0]) == (WHY, ("日期", "2026-12-07", "2026-12-02"))
    assert [one.due_on for one in of(known.matter, "feed_back")] == [day(11, 27), day(12, 9)]
    assert known.matter.due_on == day(12, 9)


def test_the_mirror_corrected_corrects_what_it_mirrors(desk: Desk, answered: Matter) -> None:
    late = merged(desk, answered, day(12, 7))
    correct(desk, answered, done_on=day(12, 1))
    known = facts(desk, late)
    assert (known.trail[-1].move, known.trail[-1].done_on) == (M.MERGE, day(12, 1))
    assert {one.ended_on for one in known.matter.deadlines} == {day(12, 1)}


def test_who_signed_is_said_by_one_of_them_alone(desk: Desk, answered: Matter) -> None:
    late = merged(desk, answered, day(12, 7))
    before = facts(desk, answered).matter.rev
    assert correct(desk, late, signed_by="王建国").corrections == 1
    assert facts(desk, answered).matter.rev == before


def test_a_correction_of_both_is_taken_back_from_either(desk: Desk, answered: Matter) -> None:
    late = merged(desk, answered, day(12, 7))
    correct(desk, late, done_on=day(12, 2))
    desk.matters.undo([facts(desk, answered).matter])
    assert [last(desk, one).done_on for one in (late, answered)] == [day(12, 7)] * 2
    assert [facts(desk, one).matter.corrections for one in (late, answered)] == [0, 0]
    assert of(facts(desk, answered).matter, "feed_back")[-1].due_on == day(12, 14)


def test_a_day_before_the_other_matter_was_received_is_refused(
    desk: Desk, clock: StoppedClock
) -> None:
    early = a_new_matter(desk, "陈明")
    visit = a_visit(a_visitor("赵大伟"), received_at=clock.now, registered_at=clock.now)
    desk.visits.register(visit)
    late = desk.matters.load(f"{visit.number}-1")
    go(desk, early, M.LINK, other_uid=late.uid, done_on=day(12, 10))
    fault = refusal(desk, early, M.LINK, done_on=day(12, 9))
    assert problem(fault) == ("done_on", ProblemCode.TOO_EARLY)
    assert last(desk, late).done_on == day(12, 10)


def test_of_several_links_each_has_its_own_mirror(desk: Desk, answered: Matter) -> None:
    other = a_new_matter(desk, "赵大伟")
    first = go(desk, other, M.LINK, other_uid=answered.uid, done_on=day(12, 1))
    second = go(desk, facts(desk, answered).matter, M.LINK, other_uid=other.uid, done_on=day(12, 2))
    third = go(desk, facts(desk, first).matter, M.LINK, other_uid=answered.uid, done_on=day(12, 3))
    desk.matters.undo([third])
    correct(desk, second, done_on=day(12, 5))
    for matter in (other, answered):
        days = [one.done_on for one in facts(desk, matter).trail if one.move is M.LINK]
        assert days == [day(12, 1), day(12, 5)]


def test_whoever_saw_the_other_matter_before_is_told_so(desk: Desk, answered: Matter) -> None:
    late = merged(desk, answered, day(12, 7))
    seen = facts(desk, answered).matter
    correct(desk, late, done_on=day(12, 2))
    with pytest.raises(StaleRecord):
        go(desk, seen, M.CHASE)


def test_a_step_after_the_mirror_is_named_with_its_matter(desk: Desk) -> None:
    matter = a_new_matter(desk, "李桂芳")
    late = merged(desk, matter, day(12, 1))
    go(desk, late, M.ARCHIVE, done_on=day(12, 3), archive_no="2026-1")
    fault = refusal(desk, matter, M.LINK, done_on=day(12, 5))
    assert isinstance(fault, Refused)
    assert fault.facts()["key"] == f"{late.number} 归档 2026-12-03"
