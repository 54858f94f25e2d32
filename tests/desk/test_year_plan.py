"""A year's sessions from the station's rules, and a rota that keeps what a person fixed."""

from datetime import date

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.deputy import Mandate
from liaison_desktop.model.kept_rule import KeptRule
from liaison_desktop.model.leave import Leave
from liaison_desktop.model.rota import Options, Reason
from liaison_desktop.model.rota_why import read_why
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import MandateLevel, MandateState
from tests.builders import NOON, STATION_UID, a_deputy

RULE = """
name = "每月15日接待日"
kind = "day_of_month"
days = [15]
valid_from = 2026-12-01
starts = "09:00"
ends = "11:00"
place = "代表联络站"
theme = "听民声"
deputies = 2
"""
NAMES = ("王建国", "周丽华", "李志强", "赵春梅")


def _own() -> dict[str, object]:
    return {"uid": new_uid(NOON), "station_uid": STATION_UID}


@pytest.fixture
def year(desk: Desk) -> Desk:
    """A desk with a rule and four town deputies."""
    desk.schedule.rules.register(KeptRule(name="每月", toml=RULE, **_own()))  # type: ignore[arg-type]  # by name
    for name in NAMES:
        desk.deputies.register(a_deputy(name, mandates=[Mandate(level=MandateLevel.TOWN)]))
    return desk


def test_the_sessions_of_a_year_are_registered_once_in_one_act(year: Desk) -> None:
    plans = year.schedule.year_plans
    made = plans.register_sessions(2027)
    assert len(made) == 12
    assert len({one.act for one in made}) == 1
    first = made[0]
    assert (first.planned_on, first.starts, first.seats) == (date(2027, 1, 15), "09:00", 2)
    assert (first.theme, first.is_tentative) == ("听民声", True)  # no calendar of 2027 yet
    assert first.notice_by == date(2027, 1, 12)
    assert plans.register_sessions(2027) == []
    moved = year.schedule.sessions.move(first, date(2027, 1, 20))
    year.schedule.sessions.withdraw(made[1], "不办了")
    assert plans.register_sessions(2027) == []
    assert year.schedule.undo([made[2]]) == 10  # all that was not changed since
    assert year.schedule.sessions.load(moved.uid).held_on == date(2027, 1, 20)


def test_the_rota_is_fair_and_says_why(year: Desk) -> None:
    plans = year.schedule.year_plans
    plans.register_sessions(2027)
    planned = plans.plan_rota(2027, Options(seed="1"), minimum=2)
    assert [len(one.slots) for one in planned.sessions] == [2] * 12
    fairness = planned.plan.by_level[MandateLevel.TOWN]
    assert (fairness.turns, fairness.spread) == (24, 0)
    why = read_why(planned.sessions[0].slots[0].why)
    assert why is not None
    assert why.reasons
    again = plans.plan_rota(2027, Options(seed="1"), minimum=2)
    assert [[s.name for s in one.slots] for one in again.sessions] == [
        [s.name for s in one.slots] for one in planned.sessions
    ]
    assert [one.rev for one in again.sessions] == [one.rev for one in planned.sessions]


def test_what_a_person_fixed_stays_and_only_the_rest_is_planned_again(year: Desk) -> None:
    plans, sessions = year.schedule.year_plans, year.schedule.sessions
    plans.register_sessions(2027)
    planned = plans.plan_rota(2027, Options(seed="1"))
    first = planned.sessions[0]
    absent = next(name for name in NAMES if name not in {slot.name for slot in first.slots})
    swapped = next(one for one in planned.sessions[1:] if absent in {s.name for s in one.slots})
    there = [slot.name for slot in swapped.slots].index(absent)
    mine, _his = sessions.swap(first, 0, swapped, there, "互换")
    again = plans.plan_rota(2027, Options(seed="1"))
    kept = next(one for one in again.sessions if one.uid == mine.uid)
    assert absent in {slot.name for slot in kept.slots if slot.is_fixed}
    reasons = [pick.why.reasons for pick in again.plan.picks[str(mine.uid)] if pick.is_fixed]
    assert reasons == [(Reason.BY_HAND,)]


def test_leave_and_ended_mandates_keep_a_deputy_away(year: Desk) -> None:
    ended = Mandate(level=MandateLevel.TOWN, state=MandateState.ENDED, valid_to=date(2026, 12, 31))
    year.deputies.register(a_deputy("孙立军", mandates=[ended]))
    leave = Leave(  # type: ignore[misc]  # fields by name
        deputy_name="王建国",
        first_on=date(2027, 1, 1),
        last_on=date(2027, 6, 30),
        **_own(),  # type: ignore[arg-type]  # fields by name
    )
    year.schedule.leaves.register(leave)
    plans = year.schedule.year_plans
    plans.register_sessions(2027)
    planned = plans.plan_rota(2027, Options(), minimum=1)
    early = {s.name for one in planned.sessions[:6] for s in one.slots}
    assert "王建国" not in early
    assert "孙立军" not in {s.name for one in planned.sessions for s in one.slots}
    assert planned.plan.unmet == [] or {planned.names[u.uid] for u in planned.plan.unmet} == {
        "孙立军"
    }


def test_a_dry_run_keeps_nothing(year: Desk) -> None:
    year.schedule.year_plans.register_sessions(2027)
    year.schedule.year_plans.plan_rota(2027, Options(), is_kept=False)
    assert not any(one.slots for one in year.schedule.sessions.find())


def test_a_rota_without_deputies_says_so(desk: Desk) -> None:
    desk.schedule.rules.register(KeptRule(name="每月", toml=RULE, **_own()))  # type: ignore[arg-type]  # by name
    desk.schedule.year_plans.register_sessions(2027)
    planned = desk.schedule.year_plans.plan_rota(2027, Options())
    assert len(planned.plan.unfilled) == 12
