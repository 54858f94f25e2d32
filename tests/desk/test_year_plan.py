"""A year's sessions from the station's rules, and a rota that keeps what a person fixed."""

from datetime import date, datetime

import pytest
from sqlalchemy import select

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.deputy import Mandate
from liaison_desktop.model.kept_rule import KeptRule
from liaison_desktop.model.leave import Leave
from liaison_desktop.model.rota import Breach, Options, Reason
from liaison_desktop.model.rota_why import read_why
from liaison_desktop.model.setting import Setting
from liaison_desktop.model.times import SHANGHAI
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import MandateLevel, MandateState
from liaison_desktop.store.revisions import revisions_of
from tests.builders import NOON, STATION_UID, a_deputy
from tests.homes import StoppedClock

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
    planned = plans.plan_rota(2027, Options(seed="1"), dict.fromkeys(MandateLevel, 2))
    assert [len(one.slots) for one in planned.sessions] == [2] * 12
    fairness = planned.plan.by_level[MandateLevel.TOWN]
    assert (fairness.turns, fairness.spread) == (24, 0)
    why = read_why(planned.sessions[0].slots[0].why)
    assert why is not None
    assert why.reasons
    again = plans.plan_rota(2027, Options(seed="1"), dict.fromkeys(MandateLevel, 2))
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
    planned = plans.plan_rota(2027, Options(), dict.fromkeys(MandateLevel, 1))
    early = {s.name for one in planned.sessions[:6] for s in one.slots}
    assert "王建国" not in early
    assert "孙立军" not in {s.name for one in planned.sessions for s in one.slots}
    assert planned.plan.unmet == []  # nothing is owed to who is not in office in the year


def test_a_dry_run_keeps_nothing(year: Desk) -> None:
    year.schedule.year_plans.register_sessions(2027)
    year.schedule.year_plans.plan_rota(2027, Options(), is_kept=False)
    assert not any(one.slots for one in year.schedule.sessions.find())


def test_a_rota_without_deputies_says_so(desk: Desk) -> None:
    desk.schedule.rules.register(KeptRule(name="每月", toml=RULE, **_own()))  # type: ignore[arg-type]  # by name
    desk.schedule.year_plans.register_sessions(2027)
    planned = desk.schedule.year_plans.plan_rota(2027, Options())
    assert len(planned.plan.unfilled) == 12


def test_the_minimum_of_each_level_is_met_or_who_lacks_it_is_named_with_his_level(
    year: Desk,
) -> None:
    for name in ("孙立军", "吴敏"):
        year.deputies.register(a_deputy(name, mandates=[Mandate(level=MandateLevel.COUNTY)]))
    plans = year.schedule.year_plans
    plans.register_sessions(2027)
    met = plans.plan_rota(2027, Options(), {MandateLevel.COUNTY: 2, MandateLevel.TOWN: 5})
    assert met.plan.unmet == []
    assert met.plan.by_level[MandateLevel.TOWN].least == 5
    assert met.plan.by_level[MandateLevel.COUNTY].most == 2
    short = plans.plan_rota(2027, Options(), {MandateLevel.COUNTY: 2, MandateLevel.TOWN: 6})
    told = {(short.names[one.uid], one.level) for one in short.plan.unmet}
    assert sum(one.short for one in short.plan.unmet) == 4  # of 28 owed there are 24 seats
    assert told <= {
        *((name, MandateLevel.TOWN) for name in NAMES),
        *((name, MandateLevel.COUNTY) for name in ("孙立军", "吴敏")),
    }


def test_the_minimums_are_kept_with_their_year_and_have_a_history(year: Desk) -> None:
    plans = year.schedule.year_plans
    plans.register_sessions(2027)
    assert plans.minimums(2027) == {}
    plans.plan_rota(2027, Options(), {MandateLevel.TOWN: 6})
    plans.plan_rota(2027, Options(), {MandateLevel.TOWN: 9}, is_kept=False)
    assert plans.minimums(2027) == plans.minimums(2029) == {MandateLevel.TOWN: 6}
    assert plans.minimums(2026) == {}
    again = plans.plan_rota(2027, Options())
    assert again.plan.unmet == []
    assert again.plan.by_level[MandateLevel.TOWN].least == 6
    plans.plan_rota(2027, Options(), {})
    assert plans.minimums(2027) == {}
    with year._store.read() as session:
        [setting] = session.scalars(select(Setting))
        bodies = [revision.body for revision in revisions_of(session, setting)]
    assert len(bodies) == 1  # the first is kept as it was before it went


def test_wishes_are_planned_with_and_told(year: Desk) -> None:
    wang, zhou, *_ = year.deputies.find()
    year.deputies.correct(wang, {"liked_days": "1月至4月"})
    year.deputies.correct(zhou, {"disliked_days": "1月15日、2月、2027-03-15"})
    plans = year.schedule.year_plans
    plans.register_sessions(2027)
    planned = plans.plan_rota(2027, Options(rest=0))
    early = [{slot.name for slot in one.slots} for one in planned.sessions[:4]]
    assert all("王建国" in names for names in early)
    assert not any("周丽华" in names for names in early[:3])
    picks = [pick for picks in planned.plan.picks.values() for pick in picks]
    assert sum(Reason.WISHED in pick.why.reasons for pick in picks) == 4
    of_zhou = [pick.why.reasons[-1] for pick in picks if pick.uid == zhou.uid]
    assert set(of_zhou) == {Reason.SPARED}
    assert planned.plan.wishes == (4, 0)


def test_who_was_to_receive_on_a_past_day_stays_when_the_rest_is_planned_again(
    year: Desk, clock: StoppedClock
) -> None:
    plans = year.schedule.year_plans
    plans.register_sessions(2027)
    plans.plan_rota(2027, Options())
    before = [[slot.name for slot in one.slots] for one in plans.sessions_of(2027)]
    clock.now = datetime(2027, 3, 1, 9, 0, tzinfo=SHANGHAI)
    plans.plan_rota(2027, Options(seed="another"))
    after = [[slot.name for slot in one.slots] for one in plans.sessions_of(2027)]
    assert after[:2] == before[:2]


def test_what_is_announced_is_not_planned_again(year: Desk) -> None:
    plans, notices = year.schedule.year_plans, year.schedule.notices
    plans.register_sessions(2027)
    first = plans.plan_rota(2027, Options()).sessions[0]
    notices.correct(notices.prepare(first), {"posted_on": date(2027, 1, 11)})
    again = plans.plan_rota(2027, Options(seed="another"))
    assert [s.name for s in again.sessions[0].slots] == [s.name for s in first.slots]
    assert first.uid not in {one.uid for one in again.changed}
    assert again.announced == 1


def test_a_deputy_is_counted_with_a_mandate_of_the_year(year: Desk) -> None:
    ended = Mandate(
        level=MandateLevel.COUNTY, state=MandateState.ENDED, valid_to=date(2026, 12, 31)
    )
    [wang, *_] = year.deputies.find()
    year.deputies.correct(wang, {"mandates": [ended, Mandate(level=MandateLevel.TOWN)]})
    plans = year.schedule.year_plans
    plans.register_sessions(2027)
    planned = plans.plan_rota(2027, Options(), {MandateLevel.COUNTY: 9})
    assert [*planned.plan.by_level] == [MandateLevel.TOWN]
    assert planned.plan.unmet == []


def test_who_is_suspended_and_was_put_there_by_hand_is_not_called_unknown(year: Desk) -> None:
    held = Mandate(level=MandateLevel.TOWN, state=MandateState.SUSPENDED)
    year.deputies.register(a_deputy("孙立军", mandates=[held]))
    plans = year.schedule.year_plans
    [first, *_] = plans.register_sessions(2027)
    year.schedule.sessions.seat(plans.sessions_of(2027)[0], "孙立军")
    planned = plans.plan_rota(2027, Options(), {MandateLevel.TOWN: 1})
    told = [(one.key, one.breach) for one in planned.plan.warnings]
    assert told == [(str(first.uid), Breach.NOT_IN_OFFICE)]
    assert planned.plan.unmet == []
