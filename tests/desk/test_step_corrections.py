"""A step corrected that is not the last: what it said is kept, what followed is counted again."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.faults import (
    Fault,
    NotFound,
    NotSaved,
    ProblemCode,
    Refused,
    StaleRecord,
)
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.matter_clocks import latest
from liaison_desktop.model.matter_flow import REPLY_CLOCKS
from liaison_desktop.model.step import Step
from liaison_desktop.model.unit import Unit
from liaison_desktop.model.words import (
    DeadlineCause,
    GuidedTo,
    MatterState,
    Move,
    ResultClass,
    Route,
    Satisfaction,
    Urgency,
)
from tests.builders import a_unit
from tests.desk.test_matters import TODAY, a_new_matter, assigned, facts, go, replied, told
from tests.desk.test_voter_days import visitors_of
from tests.homes import StoppedClock

S, M = MatterState, Move
WHY = "纸面日期看错"
Correct = Callable[..., Matter]


@pytest.fixture
def matter(desk: Desk, clock: StoppedClock) -> Matter:
    for name in ("街道办城建办", "街道办民政办"):
        desk.units.register(a_unit(name))
    matter = a_new_matter(desk, "李桂芳", "赵大伟")
    clock.now += timedelta(days=20)
    return matter


def step_of(desk: Desk, matter: Matter, move: Move) -> Step:
    return next(step for step in facts(desk, matter).trail if step.move is move)


def correct(desk: Desk, matter: Matter, move: Move, why: str = WHY, **changes: Any) -> Matter:
    step = step_of(desk, matter, move)
    return desk.matters.correct_step(facts(desk, matter).matter, step.uid, changes, why)


def refusal(desk: Desk, matter: Matter, move: Move, why: str = WHY, **changes: Any) -> Fault:
    before = facts(desk, matter)
    with pytest.raises(Fault) as refused:
        correct(desk, matter, move, why, **changes)
    after = facts(desk, matter)
    assert after.matter.rev == before.matter.rev
    assert [one.rev for one in after.trail] == [one.rev for one in before.trail]
    return refused.value


def problem(fault: Fault) -> tuple[str, ProblemCode]:
    assert isinstance(fault, NotSaved)
    (found,) = fault.problems
    return found.field, found.code


def reply_due(matter: Matter) -> date:
    limit = latest(matter, REPLY_CLOCKS)
    assert limit is not None
    return limit.due_on


def handed(desk: Desk, matter: Matter) -> Matter:
    """Hand it over on the 24th and sign for it on the 26th."""
    matter = go(desk, matter, M.ROUTE, route=Route.TO_LOCAL_UNIT)
    matter = go(desk, matter, M.ASSIGN, unit_name="街道办城建办", done_on=TODAY + timedelta(days=4))
    return go(desk, matter, M.ACKNOWLEDGE, done_on=TODAY + timedelta(days=6))


def test_what_was_counted_from_a_day_is_counted_again(desk: Desk, matter: Matter) -> None:
    matter = handed(desk, matter)
    assert (matter.assigned_on, reply_due(matter)) == (date(2026, 11, 24), date(2026, 12, 24))
    matter = correct(desk, matter, M.ASSIGN, done_on=date(2026, 11, 23))
    assert (matter.assigned_on, reply_due(matter)) == (date(2026, 11, 23), date(2026, 12, 23))
    assert (matter.state, matter.acknowledged_on) == (S.ACKNOWLEDGED, date(2026, 11, 26))
    assert matter.corrections == 1
    known = facts(desk, matter)
    assert known.matter.due_on == min(one.due_on for one in matter.deadlines if one.is_running)
    (change,) = known.corrections[step_of(desk, matter, M.ASSIGN).uid]
    assert (change.who, change.reason) == (desk.user.name, WHY)
    assert change.fields == [("日期", "2026-11-24", "2026-11-23")]
    assert [step.move for step in known.trail] == [M.ROUTE, M.ASSIGN, M.ACKNOWLEDGE]


def test_a_day_after_the_next_step_is_refused_with_that_step(desk: Desk, matter: Matter) -> None:
    matter = handed(desk, matter)
    fault = refusal(desk, matter, M.ASSIGN, done_on=date(2026, 11, 27))
    assert (fault.code, fault.facts()["key"]) == ("trail_too_early", "签收 2026-11-26")
    assert fault.facts()["name"] == "2026-11-27"
    assert problem(refusal(desk, matter, M.ASSIGN, done_on=date(2026, 11, 19))) == (
        "done_on",
        ProblemCode.TOO_EARLY,
    )
    assert problem(refusal(desk, matter, M.ACKNOWLEDGE, done_on=date(2026, 12, 30))) == (
        "done_on",
        ProblemCode.TOO_LATE,
    )


def test_what_would_lead_elsewhere_is_refused(desk: Desk, matter: Matter) -> None:
    matter = told(desk, replied(desk, matter))
    for one in facts(desk, matter).to_hear:
        said = {"satisfaction": Satisfaction.SATISFIED, "person_uid": one.person_uid}
        matter = go(desk, matter, M.EVALUATE, **said)
    assert matter.state is S.CLOSED
    planned = {"promise": "换新灯", "due_on": date(2026, 12, 30)}
    fault = refusal(desk, matter, M.REPLY, result_class=ResultClass.PLANNED, **planned)
    assert (fault.code, fault.facts()["key"]) == ("other_state", "测评")
    fault = refusal(desk, matter, M.EVALUATE, satisfaction=Satisfaction.DISSATISFIED)
    assert fault.code == "other_state"
    for name in ("route", "state_after", "other_uid", "entered_at", "withdrawn_at"):
        found = problem(refusal(desk, matter, M.ROUTE, **{name: None}))
        assert found == (name, ProblemCode.UNKNOWN_KEY)


def test_a_promise_follows_the_answer_that_made_it(desk: Desk, matter: Matter) -> None:
    matter = told(desk, replied(desk, matter))
    assert problem(
        refusal(desk, matter, M.REPLY, result_class=ResultClass.PLANNED, due_on=TODAY)
    ) == (
        "promise",
        ProblemCode.MISSING,
    )
    planned = {"promise": "换新灯", "due_on": date(2026, 12, 30)}
    matter = correct(desk, matter, M.REPLY, result_class=ResultClass.PLANNED, **planned)
    assert (matter.result_class, matter.promised_on) == (ResultClass.PLANNED, date(2026, 12, 30))


def test_what_was_no_promise_leaves_none_behind(desk: Desk, matter: Matter) -> None:
    planned = {"promise": "换新灯", "due_on": date(2026, 12, 30)}
    matter = go(desk, assigned(desk, matter), M.REPLY, result_class=ResultClass.PLANNED, **planned)
    matter = correct(desk, matter, M.REPLY, result_class=ResultClass.RESOLVED)
    step = step_of(desk, matter, M.REPLY)
    assert (step.promise, step.due_on, matter.promised_on) == ("", None, None)
    (change,) = facts(desk, matter).corrections[step.uid]
    assert ("承诺事项", "换新灯", "") in change.fields


def test_mere_words_leave_the_days_alone(desk: Desk, matter: Matter) -> None:
    matter = handed(desk, matter)
    before = [one.id for one in facts(desk, matter).matter.deadlines]
    matter = correct(desk, matter, M.ROUTE, signed_by="王建国", text="同意")
    assert [one.id for one in facts(desk, matter).matter.deadlines] == before
    assert step_of(desk, matter, M.ROUTE).signed_by == "王建国"
    assert matter.corrections == 1


def test_a_correction_is_taken_back_and_the_step_stays(desk: Desk, matter: Matter) -> None:
    matter = handed(desk, matter)
    assert facts(desk, matter).undoable is not None
    corrected = correct(desk, matter, M.ASSIGN, done_on=date(2026, 11, 23))
    undoable = facts(desk, matter).undoable
    assert undoable is not None
    assert undoable.move is M.ASSIGN
    (back,) = desk.matters.undo([corrected])
    assert (back.assigned_on, reply_due(back), back.corrections) == (
        date(2026, 11, 24),
        date(2026, 12, 24),
        0,
    )
    known = facts(desk, matter)
    assert [step.move for step in known.trail] == [M.ROUTE, M.ASSIGN, M.ACKNOWLEDGE]
    assert step_of(desk, matter, M.ASSIGN).done_on == date(2026, 11, 24)
    reasons = [change.reason for change in known.corrections[known.trail[1].uid]]
    assert reasons == [WHY, "撤销"]
    assert known.undoable is None
    with pytest.raises(Refused, match="nothing_to_undo"):
        desk.matters.undo([back])


def test_the_last_step_is_taken_back_after_an_earlier_one_was_corrected(
    desk: Desk, matter: Matter
) -> None:
    matter = correct(desk, handed(desk, matter), M.ASSIGN, done_on=date(2026, 11, 23))
    matter = go(desk, matter, M.BEGIN, done_on=date(2026, 11, 30))
    (back,) = desk.matters.undo([matter])
    assert (back.state, back.assigned_on, back.corrections) == (
        S.ACKNOWLEDGED,
        date(2026, 11, 23),
        1,
    )
    assert step_of(desk, matter, M.ASSIGN).done_on == date(2026, 11, 23)


def test_the_last_step_can_be_corrected_too_and_several_times(desk: Desk, matter: Matter) -> None:
    matter = handed(desk, matter)
    for day in (25, 24):
        matter = correct(desk, matter, M.ACKNOWLEDGE, done_on=date(2026, 11, day))
    assert (matter.acknowledged_on, matter.corrections) == (date(2026, 11, 24), 2)
    assert len(facts(desk, matter).corrections[step_of(desk, matter, M.ACKNOWLEDGE).uid]) == 2


def test_who_was_told_is_corrected_and_the_other_is_owed(desk: Desk, matter: Matter) -> None:
    matter = replied(desk, matter)
    first, second = facts(desk, matter).owed
    matter = go(desk, matter, M.FEED_BACK, person_uid=first.person_uid)
    matter = correct(desk, matter, M.FEED_BACK, person_uid=second.person_uid)
    assert [one.name for one in facts(desk, matter).owed] == ["李桂芳"]
    assert step_of(desk, matter, M.FEED_BACK).person == "赵大伟"
    fault = refusal(desk, matter, M.FEED_BACK, person_uid=UUID(int=9))
    assert fault.code == "not_owed"


def test_who_was_merged_in_later_does_not_make_an_earlier_feedback_the_first_of_several(
    desk: Desk, matter: Matter
) -> None:
    late = a_new_matter(desk, "陈明")
    matter = told(desk, replied(desk, matter))
    go(desk, late, M.MERGE, other_uid=matter.uid)
    matter = facts(desk, matter).matter
    told_of = [one.is_met for one in matter.deadlines if one.rule == "feed_back"]
    assert told_of == [True, False]
    days = [(one.rule, one.due_on, one.ended_on) for one in matter.deadlines]
    matter = correct(desk, matter, M.ROUTE, done_on=TODAY, deputy="王建国")
    again = facts(desk, matter).matter.deadlines
    assert [(one.rule, one.due_on, one.ended_on) for one in again] == days


def closed(desk: Desk, matter: Matter) -> Matter:
    matter = told(desk, replied(desk, matter))
    for one in facts(desk, matter).to_hear:
        said = {"satisfaction": Satisfaction.SATISFIED, "person_uid": one.person_uid}
        matter = go(desk, matter, M.EVALUATE, **said)
    return matter


def test_a_day_is_corrected_after_a_voter_was_entered_late(
    desk: Desk, matter: Matter, clock: StoppedClock
) -> None:
    matter = closed(desk, matter)
    assert matter.state is S.CLOSED
    clock.now += timedelta(hours=1)
    visitors_of(desk, matter, "李桂芳", "赵大伟", "陈明")
    before = facts(desk, matter)
    assert [one.name for one in before.owed] == ["陈明"]
    clock.now += timedelta(days=1)
    matter = correct(desk, matter, M.ASSIGN, text="请尽快")
    with pytest.raises(NotSaved):
        correct(desk, matter, M.ROUTE, done_on=TODAY + timedelta(days=60))
    matter = correct(desk, matter, M.EVALUATE, done_on=TODAY + timedelta(days=1))
    matter = correct(desk, matter, M.EVALUATE, done_on=TODAY)
    after = facts(desk, matter)
    assert (after.matter.state, after.matter.closed_on) == (S.CLOSED, TODAY)
    assert [one.name for one in after.owed] == ["陈明"]
    told_of = [(one.rule, one.due_on, one.ended_on) for one in after.matter.deadlines]
    assert told_of == [(one.rule, one.due_on, one.ended_on) for one in before.matter.deadlines]
    assert after.matter.due_on == before.matter.due_on is not None


def test_a_day_is_corrected_after_a_voter_was_taken_out(
    desk: Desk, matter: Matter, clock: StoppedClock
) -> None:
    matter = closed(desk, matter)
    clock.now += timedelta(hours=1)
    visitors_of(desk, matter, "赵大伟")
    matter = correct(desk, matter, M.REPLY, signed_by="陈静")
    step = step_of(desk, matter, M.FEED_BACK)
    assert step.person == "李桂芳"
    matter = correct(desk, matter, M.FEED_BACK, text="已电话告知")
    assert facts(desk, matter).owed == []


def test_a_standstill_moved_moves_what_it_had_put_off(desk: Desk, matter: Matter) -> None:
    matter = go(desk, handed(desk, matter), M.SUSPEND, done_on=date(2026, 11, 27))
    matter = go(desk, matter, M.RESUME, done_on=date(2026, 12, 4))
    assert reply_due(matter) == date(2026, 12, 31)  # 24 December and seven days
    matter = correct(desk, matter, M.SUSPEND, done_on=date(2026, 11, 30))
    assert reply_due(matter) == date(2026, 12, 28)
    assert latest(matter, REPLY_CLOCKS).cause is DeadlineCause.RESUMED  # type: ignore[union-attr]  # there is one


def test_what_would_go_on_before_it_stood_still_is_refused_at_its_field(
    desk: Desk, matter: Matter
) -> None:
    matter = go(desk, handed(desk, matter), M.SUSPEND, done_on=date(2026, 11, 27))
    matter = go(desk, matter, M.RESUME, done_on=date(2026, 12, 4))
    early = ("done_on", ProblemCode.TOO_EARLY)
    assert problem(refusal(desk, matter, M.RESUME, done_on=date(2026, 11, 26))) == early
    fault = refusal(desk, matter, M.SUSPEND, done_on=date(2026, 12, 7))
    assert (fault.code, fault.facts()["key"]) == ("trail_too_early", "恢复办理 2026-12-04")


def test_an_extension_that_no_longer_puts_anything_off_is_named(desk: Desk, matter: Matter) -> None:
    matter = assigned(desk, matter)
    assert reply_due(matter) == date(2026, 12, 21)
    day = {"done_on": date(2026, 12, 1), "due_on": date(2026, 12, 22)}
    matter = go(desk, matter, M.EXTEND, **day)
    fault = refusal(desk, matter, M.ASSIGN, done_on=date(2026, 11, 25))
    assert (fault.code, fault.facts()["key"]) == ("trail_too_early", "延期 2026-12-01")


def test_how_urgent_it_is_now_changes_no_limit_that_had_begun(desk: Desk, matter: Matter) -> None:
    matter = handed(desk, matter)
    desk.visits.correct_matter(matter, {"urgency": Urgency.URGENT}, "来电催问")
    matter = correct(desk, matter, M.ASSIGN, done_on=date(2026, 11, 23))
    assert latest(matter, REPLY_CLOCKS).rule == "reply"  # type: ignore[union-attr]  # there is one


def test_where_the_visitor_was_sent_follows_the_decision(desk: Desk, matter: Matter) -> None:
    declined = {"route": Route.DECLINED, "guided_to": GuidedTo.COURT}
    matter = go(desk, matter, M.ROUTE, **declined)
    matter = correct(desk, matter, M.ROUTE, guided_to=GuidedTo.ARBITRATION)
    assert (matter.guided_to, matter.state) == (GuidedTo.ARBITRATION, S.DECLINED)


def test_another_unit_is_one_that_is_registered(desk: Desk, matter: Matter) -> None:
    matter = handed(desk, matter)
    assert problem(refusal(desk, matter, M.ASSIGN, unit_name="没有的单位")) == (
        "unit_name",
        ProblemCode.UNIT_UNKNOWN,
    )
    matter = correct(desk, matter, M.ASSIGN, unit_name="街道办民政办", co_units="街道办城建办")
    assert matter.unit_name == "街道办民政办"
    assert matter.unit_uid == desk.units.find("民政")[0].uid
    assert latest(matter, ("co_handle",)) is not None


def test_a_unit_that_takes_part_is_one_that_is_registered(desk: Desk, matter: Matter) -> None:
    matter = go(desk, matter, M.ROUTE, route=Route.TO_LOCAL_UNIT)
    said = {"unit_name": "街道办城建办", "co_units": "街道办民政办、没有的单位"}
    with pytest.raises(NotSaved) as refused:
        go(desk, matter, M.ASSIGN, **said)
    unknown = ("co_units", ProblemCode.UNIT_UNKNOWN)
    assert problem(refused.value) == unknown
    assert refused.value.problems[0].detail == "没有的单位"
    matter = go(desk, matter, M.ASSIGN, **(said | {"co_units": "街道办民政办"}))
    assert problem(refusal(desk, matter, M.ASSIGN, co_units="街道办民政办，没有的单位")) == unknown
    assert problem(refusal(desk, matter, M.ASSIGN, co_units="138 0000 1234"))[0] == "co_units"


def test_a_unit_that_was_closed_since_stays_named(desk: Desk, matter: Matter) -> None:
    matter = handed(desk, matter)
    unit = desk.units.find("城建")[0]
    with desk._store.act(desk.user, Action.CORRECT_UNIT, unit) as session:
        closed = session.get(Unit, unit.id)
        assert closed is not None
        closed.withdrawn_at = desk.now()
    matter = correct(desk, matter, M.ASSIGN, done_on=date(2026, 11, 23))
    assert matter.unit_name == "街道办城建办"


def test_a_correction_says_why_and_is_of_this_matter(desk: Desk, matter: Matter) -> None:
    matter = handed(desk, matter)
    assert refusal(desk, matter, M.ASSIGN, " ", text="另一句").code == "reason_missing"
    assert problem(refusal(desk, matter, M.ASSIGN, "长" * 501, text="另一句")) == (
        "correction_reason",
        ProblemCode.TOO_LONG,
    )
    assert refusal(desk, matter, M.ASSIGN, text="已修好").code == "nothing_corrected"
    assert problem(refusal(desk, matter, M.ASSIGN, text="长" * 4001))[0] == "text"
    assert problem(refusal(desk, matter, M.ASSIGN, signed_by="138 0000 1234")) == (
        "signed_by",
        ProblemCode.NUMBER_FOR_NAME,
    )
    assert problem(refusal(desk, matter, M.ASSIGN, signed_by="")) == (
        "signed_by",
        ProblemCode.MISSING,
    )
    with pytest.raises(NotFound):
        desk.matters.correct_step(matter, UUID(int=3), {"text": "x"}, WHY)
    correct(desk, matter, M.ASSIGN, text="另一句")
    with pytest.raises(StaleRecord):
        desk.matters.correct_step(matter, step_of(desk, matter, M.ASSIGN).uid, {"text": "x"}, WHY)


def test_what_was_withdrawn_is_not_corrected(desk: Desk, matter: Matter) -> None:
    matter = handed(desk, matter)
    desk.visits.withdraw(desk.visits.load(matter.number), "重复登记")
    assert refusal(desk, matter, M.ASSIGN, text="另一句").code == "already_withdrawn"


def test_the_history_of_the_matter_says_that_a_step_was_corrected(
    desk: Desk, matter: Matter
) -> None:
    matter = correct(desk, handed(desk, matter), M.ASSIGN, done_on=date(2026, 11, 23))
    last = desk.history.history_of(matter)[-1]
    assert (last.corrects_step, last.reason, list(last.fields)) == (True, WHY, [])
    assert not any(change.corrects_step for change in desk.history.history_of(matter)[:-1])
