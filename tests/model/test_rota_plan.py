"""A year's rota: its figures, what it never breaks, and what stays as it was."""

import json
import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison_desktop.model.rota import (
    Held,
    Lack,
    Options,
    Plan,
    Sitting,
    Span,
    Unfilled,
)
from liaison_desktop.model.rota_plan import plan
from tests.model.rotas import (
    CITY,
    COUNTY,
    LEVELS,
    ONE_OF_EACH,
    TOWN,
    a_day,
    a_deputy,
    a_roster,
    a_sitting,
    a_year,
    every_pick,
    uid_of,
    who_sits,
)

SEED = Options("2026")


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from([{}, ONE_OF_EACH]))
def test_a_year_of_33_deputies_with_a_tenth_absent_is_even(seed, levels):
    sittings = a_year(36, levels)
    made = plan(a_roster(33, sittings, 0.1, seed, minimum=3), sittings, Options(str(seed)))

    assert not made.unfilled
    assert not made.unmet
    assert not made.warnings
    assert [made.by_level[level].people for level in LEVELS] == [11, 11, 11]
    assert all(made.by_level[level].spread <= 1 for level in LEVELS)
    assert (made.whole.turns, made.whole.mean) == (108, 108 / 33)


def test_103_deputies_with_36_seats_are_told_who_goes_without():
    sittings = a_year(12)
    made = plan(a_roster(103, sittings, 0.1, 1, minimum=1), sittings, SEED)

    assert not made.unfilled
    assert sum(made.turns.values()) == 36
    assert {unmet.uid for unmet in made.unmet} == {u for u, n in made.turns.items() if not n}
    assert len(made.unmet) == 67
    assert {(unmet.short, unmet.why) for unmet in made.unmet} == {(1, Lack.NO_SEATS)}
    assert (made.whole.least, made.whole.most) == (0, 1)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 12), st.integers(0, 14))
def test_no_pick_of_the_planner_breaks_a_rule(seed, deputies, sittings):
    year = [replace(each, day=a_day(n // 2, 9)) for n, each in enumerate(a_year(12)[:sittings])]
    roster = [
        replace(each, mandates=(Held(each.mandates[0].level, Span(a_day(n), a_day(30 + n))),))
        for n, each in enumerate(a_roster(deputies, year, 0.3, seed))
    ]
    made = plan(roster, year, Options(str(seed)))

    by_uid = {each.uid: each for each in roster}
    days = Counter((sitting.day, pick.uid) for sitting, pick in every_pick(made, year))
    assert max(days.values(), default=1) == 1
    for sitting, pick in every_pick(made, year):
        assert by_uid[pick.uid].levels_on(sitting.day)
        assert not by_uid[pick.uid].is_on_leave(sitting.day)
    for sitting in year:
        sits = Counter(by_uid[pick.uid].level for pick in made.picks[sitting.key])
        lacks = {each.level: each.seats for each in made.unfilled if each.key == sitting.key}
        assert {level: sits[level] + lacks.get(level, 0) for level in LEVELS} == ONE_OF_EACH


def test_whose_higher_mandate_has_ended_sits_for_the_other():
    both = a_deputy(0, mandates=(Held(COUNTY, Span(None, a_day(0))), Held(TOWN)))
    sittings = [a_sitting(n, levels={level: 1}) for n, level in enumerate([COUNTY, COUNTY, TOWN])]
    made = plan([both], sittings, SEED)

    assert [len(each) for each in who_sits(made).values()] == [1, 0, 1]
    assert made.unfilled == [Unfilled("s001", COUNTY, 1, Lack.NOT_IN_OFFICE)]
    assert list(made.by_level) == [COUNTY]


def test_a_minimum_is_met_by_moving_those_who_can_sit_elsewhere():
    busy = [Span(a_day(1), a_day(9))]
    tied = a_deputy(0, minimum=1, leave=tuple(busy))
    others = [a_deputy(n, minimum=1) for n in (1, 2, 3)]
    for seed in range(8):
        made = plan([tied, *others], [a_sitting(n) for n in range(4)], Options(str(seed)))

        assert not made.unmet
        assert who_sits(made)["s000"] == [uid_of(0)]


def test_who_is_owed_more_goes_before_an_even_share():
    owed, other = a_deputy(0, minimum=3), a_deputy(1)
    for seed in range(8):
        made = plan([owed, other], [a_sitting(n) for n in range(0, 40, 10)], Options(str(seed)))

        assert not made.unmet
        assert (made.turns[uid_of(0)], made.turns[uid_of(1)]) == (3, 1)


def test_turns_before_the_plan_count():
    made = plan([a_deputy(0, already_used=3), a_deputy(1)], [a_sitting(n) for n in range(3)], SEED)

    assert made.turns == {uid_of(0): 3, uid_of(1): 3}
    assert {uid for uids in who_sits(made).values() for uid in uids} == {uid_of(1)}


def test_who_can_come_but_once_does_not_hold_back_his_level():
    sittings = a_year(36, {})
    roster = a_roster(33, sittings, 0, 1)
    made = plan([replace(roster[0], leave=(Span(a_day(1)),)), *roster[1:]], sittings, SEED)

    assert made.turns[uid_of(0)] == 1
    assert {made.turns[uid_of(n)] for n in range(1, 33)} == {3, 4}
    assert (made.by_level[CITY].spread, made.by_level[TOWN].spread) == (3, 1)


def the_same(made: Plan, other: Plan) -> bool:
    return (made, list(made.picks)) == (other, list(other.picks))


@settings(max_examples=20, deadline=None)
@given(
    st.randoms(use_true_random=False),
    st.integers(0, 999),
    st.sampled_from([ONE_OF_EACH, {TOWN: 2}]),
)
def test_the_order_of_the_input_is_irrelevant(chance, seed, levels):
    sittings = [replace(each, fixed=(uid_of(n),)) for n, each in enumerate(a_year(12, levels))]
    roster = a_roster(14, sittings, 0.2, seed, minimum=1)
    mixed, mixed_year = chance.sample(roster, 14), chance.sample(sittings, 12)

    made = plan(roster, sittings, SEED)

    assert the_same(made, plan(mixed, mixed_year, SEED))


def test_the_seed_decides_between_equals():
    first = [
        who_sits(plan([a_deputy(n) for n in range(4)], [a_sitting(0)], Options(str(seed))))["s000"]
        for seed in range(40)
    ]

    assert {uid for uids in first for uid in uids} == {uid_of(n) for n in range(4)}


def test_another_process_makes_the_same_plan():
    """Names are hashed anew by every process; no choice may hang on that."""
    code = """
import json
from tests.model.rotas import a_roster, a_year, who_sits
from liaison_desktop.model.rota import Options
from liaison_desktop.model.rota_plan import plan
year = a_year(24)
made = who_sits(plan(a_roster(20, year, 0.2, 7, minimum=2), year, Options("2026")))
print(json.dumps({key: list(map(str, uids)) for key, uids in made.items()}))
"""
    told = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]

    assert told[0] == told[1]
    assert len(json.loads(told[0])) == 24


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 36))
def test_only_the_rest_is_planned_again(seed, past):
    sittings = a_year(36)
    roster = a_roster(33, sittings, 0.1, seed, minimum=2)
    first = who_sits(plan(roster, sittings, SEED))
    kept = [
        replace(each, fixed=tuple(first[each.key]), is_over=True) if n < past else each
        for n, each in enumerate(sittings)
    ]
    ended = replace(roster[0], mandates=(Held(CITY, Span(None, a_day(past, 10))),))
    again = plan([ended, *roster[1:]], kept, SEED)

    second = who_sits(again)
    assert all(second[each.key] == first[each.key] for each in sittings[:past])
    assert all(pick.is_fixed == (s.key < f"s{past:03}") for s, pick in every_pick(again, kept))
    assert all(again.by_level[level].spread <= 1 for level in (COUNTY, TOWN))
    assert not again.unfilled


def test_a_sitting_that_is_over_is_not_filled_up():
    over = a_sitting(0, 3, fixed=(uid_of(0),), is_over=True)
    made = plan([a_deputy(0), a_deputy(1)], [over], SEED)

    assert who_sits(made) == {"s000": [uid_of(0)]}
    assert not made.unfilled


def test_a_fixed_deputy_takes_the_seat_that_leaves_the_others_theirs():
    """Who holds both levels must sit as the county's, or nobody could."""
    both, town = a_deputy(0, COUNTY, TOWN), a_deputy(1, TOWN)
    sitting = a_sitting(0, 2, levels={COUNTY: 1, TOWN: 1}, fixed=(uid_of(0),))
    for seats in (sitting, replace(sitting, levels={TOWN: 1, COUNTY: 1})):
        made = plan([both, town], [seats], SEED)
        assert who_sits(made) == {"s000": [uid_of(0), uid_of(1)]}
    county = plan([both, a_deputy(1, COUNTY)], [sitting], SEED)
    assert who_sits(county) == {"s000": [uid_of(0), uid_of(1)]}


def test_what_cannot_be_meant_is_a_bug():
    with pytest.raises(ValueError, match="2"):
        Sitting("s", a_day(0), 2, {CITY: 1, TOWN: 2})
    with pytest.raises(ValueError, match="-1"):
        Sitting("s", a_day(0), -1)
    with pytest.raises(ValueError, match="twice"):
        plan([a_deputy(0), a_deputy(0)], [])
    with pytest.raises(ValueError, match="twice"):
        plan([], [a_sitting(0), a_sitting(0)])
