"""Matters at the desk: moved step by step in a real home, taken back, owed, counted."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import text

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.matters import MatterFacts
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.faults import NotFound, NotSaved, ProblemCode, Refused, StaleRecord
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.step import Step
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import (
    Handling,
    MatterState,
    Move,
    ResultClass,
    Route,
    Satisfaction,
    Way,
)
from liaison_desktop.model.work_lists import Work
from liaison_desktop.store.wholes import whole
from tests.builders import NOON, STATION_UID, a_matter, a_unit, a_visit, a_visitor
from tests.homes import StoppedClock

S, M = MatterState, Move
TODAY = NOON.date()
Go = Callable[..., Matter]


@pytest.fixture
def units(desk: Desk) -> None:
    for name in ("街道办城建办", "街道办民政办"):
        desk.units.register(a_unit(name))


@pytest.fixture
def matter(desk: Desk, units: None) -> Matter:
    return a_new_matter(desk)


def a_new_matter(desk: Desk, *visitors: str, title: str = "路灯不亮") -> Matter:
    named = [a_visitor(name, phone=f"1380000{n:04d}") for n, name in enumerate(visitors)]
    visit = a_visit(*named, matters=[a_matter(title)])
    desk.visits.register(visit)
    return desk.matters.load(f"{visit.number}-1")


def a_step(matter: Matter, move: Move, **changes: object) -> Step:
    fields = {"uid": new_uid(NOON), "station_uid": STATION_UID, "matter_uid": matter.uid}
    said = {"done_on": TODAY, "signed_by": "刘敏", "text": "已修好", "way": Way.CALL}
    return Step(**(fields | {"move": move} | said | changes))  # type: ignore[arg-type]  # by name


def go(desk: Desk, matter: Matter, move: Move, **changes: object) -> Matter:
    return desk.matters.move(matter, a_step(matter, move, **changes))


def assigned(desk: Desk, matter: Matter, **changes: object) -> Matter:
    matter = go(desk, matter, M.ROUTE, route=Route.TO_LOCAL_UNIT, **changes)
    return go(desk, matter, M.ASSIGN, unit_name="街道办城建办", **changes)


def replied(desk: Desk, matter: Matter, **changes: object) -> Matter:
    matter = assigned(desk, matter, **changes)
    return go(desk, matter, M.REPLY, result_class=ResultClass.RESOLVED, **changes)


def told(desk: Desk, matter: Matter) -> Matter:
    """Feed back to everybody who is owed it."""
    for one in facts(desk, matter).owed:
        matter = go(desk, matter, M.FEED_BACK, person_uid=one.person_uid)
    return matter


def facts(desk: Desk, matter: Matter) -> MatterFacts:
    return desk.matters.load_facts(matter.number)


def test_the_days_run_from_registration(desk: Desk, matter: Matter) -> None:
    assert [(one.rule, one.due_on) for one in matter.deadlines] == [
        ("screen", date(2026, 11, 25)),  # from Friday, 20 November: 3 working days
        ("hand_over", date(2026, 11, 30)),
    ]
    assert matter.due_on == date(2026, 11, 25)


def as_of_an_earlier_version(desk: Desk, matter: Matter) -> None:
    """Take its days away, as the program that knew none left it."""
    with desk._store.act(desk.user, Action.CORRECT_MATTER, matter) as session:
        old = session.scalar(whole(Matter).where(Matter.uid == matter.uid))
        assert old is not None
        old.deadlines, old.due_on = [], None


def test_matters_of_an_earlier_version_are_given_their_days(
    desk: Desk, units: None, clock: StoppedClock
) -> None:
    matters = [a_new_matter(desk) for _ in range(3)]
    gone = a_new_matter(desk)
    for matter in (*matters, gone):
        as_of_an_earlier_version(desk, matter)
    desk.visits.withdraw(desk.visits.load(gone.number), "重复登记")
    assert desk.work.count(Work.OVERDUE) == 0
    clock.now += timedelta(days=30)
    assert [desk.matters.begin_days(2), desk.matters.begin_days(2)] == [2, 1]
    assert desk.matters.begin_days() == 0
    known = facts(desk, matters[0]).matter
    assert [one.starts_on for one in known.deadlines] == [TODAY, TODAY]
    assert known.due_on == date(2026, 11, 25)
    assert desk.work.count(Work.OVERDUE) == 3
    assert facts(desk, gone).matter.deadlines == []


def test_what_turns_out_to_be_handled_has_its_days_at_once(desk: Desk, units: None) -> None:
    visit = a_visit(a_visitor(), matters=[a_matter(handling=Handling.ANSWERED_ON_SITE)])
    desk.visits.register(visit)
    matter = desk.matters.load(f"{visit.number}-1")
    assert (matter.due_on, matter.deadlines) == (None, [])
    matter = desk.visits.correct_matter(matter, {"handling": Handling.TO_HANDLE}, "没有当场答复")
    assert (matter.state, matter.due_on) == (S.REGISTERED, date(2026, 11, 25))


def test_a_matter_goes_from_door_to_archive(desk: Desk, matter: Matter) -> None:
    matter = told(desk, replied(desk, matter))
    matter = go(desk, matter, M.EVALUATE, satisfaction=Satisfaction.SATISFIED)
    matter = go(desk, matter, M.ARCHIVE, archive_no="2026-001")
    known = facts(desk, matter)
    assert known.matter.state is S.ARCHIVED
    moves = [M.ROUTE, M.ASSIGN, M.REPLY, M.FEED_BACK, M.EVALUATE, M.ARCHIVE]
    assert [step.move for step in known.trail] == moves
    assert {step.entered_by for step in known.trail} == {desk.user.name}
    assert known.trail[3].person == "李桂芳"
    states = [(step.state_before, step.state_after) for step in known.trail]
    assert [before for before, _ in states[1:]] == [after for _, after in states[:-1]]
    assert [row.move for row in known.rows] == [M.LINK]


def test_a_unit_that_is_not_registered_is_said_at_its_field(desk: Desk, matter: Matter) -> None:
    matter = go(desk, matter, M.ROUTE, route=Route.TO_LOCAL_UNIT)
    with pytest.raises(NotSaved) as refused:
        go(desk, matter, M.ASSIGN, unit_name="没有的单位")
    (problem,) = refused.value.problems
    assert (problem.field, problem.code) == ("unit_name", ProblemCode.UNIT_UNKNOWN)
    assert facts(desk, matter).matter.state is S.ROUTED
    unit = desk.units.find("民政")[0]
    moved = go(desk, matter, M.ASSIGN, unit_uid=unit.uid)
    assert moved.unit_name == "街道办民政办"


def test_a_refused_step_leaves_nothing_behind(desk: Desk, matter: Matter) -> None:
    with pytest.raises(Refused):
        go(desk, matter, M.REPLY, result_class=ResultClass.RESOLVED)
    with pytest.raises(NotSaved):
        go(desk, matter, M.ROUTE, route=Route.TO_LOCAL_UNIT, reason="长" * 4000)
    known = facts(desk, matter)
    assert (known.trail, known.matter.rev) == ([], matter.rev)


def test_who_looks_at_an_older_matter_is_told_so(desk: Desk, matter: Matter) -> None:
    go(desk, matter, M.SUBMIT)
    with pytest.raises(StaleRecord):
        go(desk, matter, M.SUBMIT)


def test_what_was_withdrawn_goes_nowhere(desk: Desk, matter: Matter) -> None:
    visit = desk.visits.load(matter.number)
    desk.visits.withdraw(visit, "重复登记")
    with pytest.raises(Refused, match="already_withdrawn"):
        go(desk, matter, M.SUBMIT)
    assert facts(desk, matter).rows == []


def test_the_last_step_is_taken_back_and_stays_in_history(desk: Desk, matter: Matter) -> None:
    routed = go(desk, matter, M.ROUTE, route=Route.TO_LOCAL_UNIT)
    moved = go(desk, routed, M.ASSIGN, unit_name="街道办城建办")
    with pytest.raises(Refused, match="undo_the_step"):
        desk.undo(moved)
    (back,) = desk.matters.undo([moved])
    assert (back.state, back.unit_name, back.due_on) == (S.ROUTED, "", routed.due_on)
    assert [one.rule for one in back.deadlines] == ["screen", "hand_over"]
    assert [step.move for step in facts(desk, matter).trail] == [M.ROUTE]
    with desk._store.read() as session:
        kept = session.execute(text("SELECT count(*) FROM step")).scalar()
    assert kept == 2
    with pytest.raises(Refused, match="nothing_to_undo"):
        desk.matters.undo([back])


def test_several_are_chased_at_once_and_taken_back_at_once(desk: Desk, units: None) -> None:
    matters = [assigned(desk, a_new_matter(desk)) for _ in range(3)]
    chased = desk.matters.move_all([(one, a_step(one, M.CHASE)) for one in matters])
    assert [one.chases for one in chased] == [1, 1, 1]
    assert len({one.act for one in chased}) == 1
    back = desk.matters.undo(chased)
    assert [one.chases for one in back] == [0, 0, 0]
    chased = desk.matters.move_all([(one, a_step(one, M.CHASE)) for one in back])
    go(desk, chased[0], M.ACKNOWLEDGE)
    with pytest.raises(StaleRecord):
        desk.matters.undo(chased)
    assert [facts(desk, one).matter.chases for one in chased] == [1, 1, 1]


def test_what_is_taken_back_is_the_last_step_and_no_other(desk: Desk, matter: Matter) -> None:
    matter = assigned(desk, matter)
    seen = facts(desk, matter).matter
    matter = go(desk, matter, M.CONTACT, person="张工")
    undoable = facts(desk, matter).undoable
    assert undoable is not None
    assert undoable.move is M.CONTACT
    with pytest.raises(StaleRecord):
        go(desk, seen, M.ACKNOWLEDGE)
    (back,) = desk.matters.undo([matter])
    assert (back.state, back.steps) == (S.ASSIGNED, 2)
    assert [step.move for step in facts(desk, matter).trail] == [M.ROUTE, M.ASSIGN]


def test_one_that_may_not_be_chased_keeps_all_from_it(desk: Desk, units: None) -> None:
    matters = [assigned(desk, a_new_matter(desk)), a_new_matter(desk)]
    with pytest.raises(Refused, match="move_not_allowed"):
        desk.matters.move_all([(one, a_step(one, M.CHASE)) for one in matters])
    assert facts(desk, matters[0]).matter.chases == 0


def test_every_visitor_of_a_matter_is_owed_an_answer(desk: Desk, units: None) -> None:
    matter = replied(desk, a_new_matter(desk, "李桂芳", "赵大伟"))
    first, second = facts(desk, matter).owed
    assert [first.name, second.name] == ["李桂芳", "赵大伟"]
    matter = go(desk, matter, M.FEED_BACK, person_uid=first.person_uid)
    assert matter.state is S.EVALUATING
    assert [one.rule for one in matter.deadlines if one.is_running] == ["feed_back", "evaluate"]
    matter = go(desk, matter, M.FEED_BACK, person_uid=second.person_uid)
    assert [one.rule for one in matter.deadlines if one.is_running] == ["evaluate", "evaluate"]
    assert facts(desk, matter).owed == []
    with pytest.raises(Refused, match="not_owed"):
        go(desk, matter, M.FEED_BACK, person_uid=second.person_uid)


def test_every_voter_of_what_was_merged_is_owed_an_answer(desk: Desk, units: None) -> None:
    first, second = a_new_matter(desk, "李桂芳"), a_new_matter(desk, "赵大伟")
    third = a_new_matter(desk, "陈明")
    second = go(desk, second, M.MERGE, other_uid=first.uid)
    assert (second.state, second.merged_into) == (S.MERGED, first.uid)
    matter = replied(desk, desk.matters.load(first.number))
    assert [one.name for one in facts(desk, matter).owed] == ["李桂芳", "赵大伟"]
    matter = told(desk, matter)
    assert facts(desk, matter).owed == []
    go(desk, third, M.MERGE, other_uid=matter.uid)  # late, and still owed
    (late,) = facts(desk, desk.matters.load(first.number)).owed
    assert (late.name, late.number) == ("陈明", third.number)


def test_what_is_linked_is_linked_both_ways(desk: Desk, units: None) -> None:
    first, second = a_new_matter(desk), a_new_matter(desk)
    go(desk, first, M.LINK, other_uid=second.uid)
    here, there = facts(desk, first), facts(desk, second)
    assert [step.other_uid for step in here.trail] == [second.uid]
    assert [step.other_uid for step in there.trail] == [first.uid]
    assert here.numbers == {second.uid: second.number}
    assert (here.matter.link_count, there.matter.link_count) == (1, 1)
    desk.matters.undo([here.matter])
    assert facts(desk, second).trail == []
    assert facts(desk, second).matter.link_count == 0


def test_a_matter_that_is_not_there_is_not_found(desk: Desk, matter: Matter) -> None:
    with pytest.raises(NotFound):
        desk.matters.load_facts("QHJD-L-2026-9999-1")
    with pytest.raises(NotFound):
        go(desk, matter, M.LINK, other_uid=UUID(int=5))


def test_the_lists_hold_what_waits_the_nearest_day_first(
    desk: Desk, units: None, clock: StoppedClock
) -> None:
    waiting = a_new_matter(desk, title="等审核")
    routed = go(desk, a_new_matter(desk), M.ROUTE, route=Route.TO_COMMUNITY)
    first = assigned(desk, a_new_matter(desk, title="先"))
    clock.now += timedelta(days=3)
    later = go(desk, a_new_matter(desk, title="后"), M.ROUTE, route=Route.TO_LOCAL_UNIT)
    third = TODAY + timedelta(days=3)
    second = go(desk, later, M.ASSIGN, unit_name="街道办城建办", done_on=third)
    owing = replied(desk, a_new_matter(desk))
    rated = told(desk, replied(desk, a_new_matter(desk)))
    found = {work: [row.number for row in desk.work.find(work)] for work in Work}
    assert found[Work.TO_SCREEN] == [waiting.number]
    assert found[Work.TO_ASSIGN] == [routed.number]
    assert found[Work.IN_HAND] == [first.number, second.number]
    assert found[Work.TO_FEED_BACK] == [owing.number]
    assert found[Work.TO_EVALUATE] == [rated.number]
    assert found[Work.OVERDUE] == []
    clock.now += timedelta(days=2)  # the 25th
    assert [row.number for row in desk.work.find(Work.DUE_TODAY)] == [waiting.number, first.number]
    clock.now += timedelta(days=1)
    assert desk.work.count_all()[Work.OVERDUE] == 2
    assert [row.number for row in desk.work.find(Work.DUE_TODAY)] == [second.number]
    row = desk.work.find(Work.OVERDUE)[0]
    assert (row.title, row.names, row.received_on) == ("等审核", ("李桂芳",), TODAY)


def test_a_promise_is_on_its_list_a_week_before(
    desk: Desk, matter: Matter, clock: StoppedClock
) -> None:
    promise = {"promise": "换新灯", "due_on": date(2026, 12, 10)}
    matter = assigned(desk, matter)
    matter = go(desk, matter, M.REPLY, result_class=ResultClass.PLANNED, **promise)
    matter = go(desk, told(desk, matter), M.EVALUATE, satisfaction=Satisfaction.SATISFIED)
    assert (matter.state, desk.work.count(Work.PROMISED)) == (S.TRACKED, 0)
    clock.now += timedelta(days=14)
    assert [row.number for row in desk.work.find(Work.PROMISED)] == [matter.number]


def test_what_was_withdrawn_is_on_no_list(desk: Desk, matter: Matter) -> None:
    desk.visits.withdraw(desk.visits.load(matter.number), "重复登记")
    assert sum(desk.work.count_all().values()) == 0


def test_lists_are_read_by_their_index(desk: Desk, matter: Matter) -> None:
    from liaison_desktop.desk.work import _branches

    with desk._store.read() as session:
        for work in Work:
            branches, values = _branches(work, TODAY, "ORDER BY m.due_on, m.id LIMIT 50")
            plan = session.connection().exec_driver_sql(
                f"EXPLAIN QUERY PLAN {branches[0]}",
                tuple(values[: branches[0].count("?")]),
            )
            told = " ".join(str(row[3]) for row in plan)
            assert "USING INDEX ix_matter_" in told, (work, told)
            assert "TEMP B-TREE" not in told, (work, told)
