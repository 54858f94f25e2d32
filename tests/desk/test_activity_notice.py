"""The notice of a group activity: due three days before by the rule pack, asked for in time."""

from datetime import date, timedelta

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.faults import Problem, ProblemCode
from liaison_desktop.model.schedule_words import ActivityState
from tests.builders import an_activity
from tests.homes import StoppedClock


def _due(desk: Desk) -> list[tuple[str, date]]:
    return [(one.topic, one.due_on) for one in desk.today_facts().activities_due]


def _of_the_notice(problems: list[Problem]) -> list[Problem]:
    return [one for one in problems if one.field == "announced_on"]


def test_its_last_day_is_set_by_the_rule_pack_and_moves_with_its_day(desk: Desk) -> None:
    roll = desk.schedule.activities
    activity = an_activity(held_on=date(2026, 12, 1))
    assert _of_the_notice(roll.register(activity)) == []
    kept = roll.load(activity.uid)
    assert kept.notice_by == date(2026, 11, 28)
    kept = roll.correct(kept, {"held_on": date(2026, 12, 5)})
    assert kept.notice_by == date(2026, 12, 2)
    assert roll.correct(kept, {"topic": "视察老旧小区"}).notice_by == date(2026, 12, 2)


def test_the_day_asks_for_it_before_it_is_late_until_it_is_given(
    desk: Desk, clock: StoppedClock
) -> None:
    roll = desk.schedule.activities
    roll.register(activity := an_activity(held_on=desk.today() + timedelta(days=6)))
    assert _due(desk) == []
    clock.now += timedelta(days=1)
    last = activity.held_on - timedelta(days=3)
    assert _due(desk) == [(activity.topic, last)]
    assert last > desk.today()
    kept = roll.load(activity.uid)
    called_off = roll.correct(kept, {"state": ActivityState.CANCELLED})
    assert _due(desk) == []
    kept = roll.undo(called_off)
    assert len(_due(desk)) == 1
    kept = roll.correct(kept, {"announced_on": last})
    assert _due(desk) == []
    assert kept.problems() == []


def test_one_that_is_late_says_so(desk: Desk) -> None:
    roll, today = desk.schedule.activities, desk.today()
    soon = an_activity(held_on=today + timedelta(days=2))
    [lacking] = _of_the_notice(roll.register(soon))
    assert (lacking.code, lacking.detail) == (ProblemCode.NOT_ANNOUNCED, str(soon.notice_by))
    assert not lacking.is_error
    told = roll.correct(roll.load(soon.uid), {"announced_on": today})
    assert told.is_late
    [late] = told.problems()
    assert (late.field, late.code, late.is_error) == ("announced_on", ProblemCode.TOO_LATE, False)


@pytest.mark.parametrize("days", [0, 3])
def test_one_without_a_last_day_is_late_after_its_own(days: int) -> None:
    held = date(2026, 12, 1)
    activity = an_activity(held_on=held, announced_on=held + timedelta(days=days))
    assert activity.is_late == bool(days)
