"""Wishes, rest and spread: kept where they take no turn from anybody."""

import random
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest

from liaison_desktop.model.rota import Options, Wishes
from liaison_desktop.model.rota_plan import plan
from liaison_desktop.model.rota_wishes import Costs
from tests.model.rotas import (
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


def test_wishes_are_kept_where_they_cost_nobody_a_turn():
    sittings = a_year(12, {})
    odd = frozenset(each.day for each in sittings[::2])
    even = frozenset(each.day for each in sittings[1::2])
    roster = [a_deputy(n, wishes=Wishes(liked_days=odd if n % 2 else even)) for n in range(12)]
    made = plan(roster, sittings, SEED)

    by_uid = {each.uid: each for each in roster}
    kept = [by_uid[pick.uid].wishes.of(s.day) for s, pick in every_pick(made, sittings)]
    assert kept == [1] * 36
    assert made.whole.spread == 0


def test_a_day_goes_before_its_weekday_and_dislike_before_liking():
    monday = frozenset({0})
    assert Wishes(liked_weekdays=monday).of(a_day(0)) == 1
    assert Wishes(liked_weekdays=monday, disliked_weekdays=monday).of(a_day(0)) == -1
    liked = Wishes(disliked_weekdays=monday, liked_days=frozenset({a_day(0)}))
    assert (liked.of(a_day(0)), liked.of(a_day(7)), liked.of(a_day(1))) == (1, -1, 0)


def test_nobody_is_asked_for_what_he_dislikes_where_another_will_do():
    dislikes = Wishes(disliked_weekdays=frozenset({0, 1}))
    made = plan([a_deputy(0, wishes=dislikes), a_deputy(1)], [a_sitting(n) for n in range(4)], SEED)

    sits = [uids[0] for uids in who_sits(made).values()]
    assert sits == [uid_of(1), uid_of(1), uid_of(0), uid_of(0)]


@pytest.mark.parametrize("seed", range(4))
def test_picks_change_places_until_nobody_has_a_day_he_dislikes(seed):
    chance = random.Random(seed)  # noqa: S311 - no secrets
    sittings = a_year(36)
    roster = [
        replace(each, wishes=Wishes(disliked_days=some_days(chance, sittings, 0.4)))
        for each in a_roster(33, sittings, 0.2, seed, minimum=2)
    ]
    made = plan(roster, sittings, SEED)

    by_uid = {each.uid: each for each in roster}
    assert {by_uid[pick.uid].wishes.of(s.day) for s, pick in every_pick(made, sittings)} == {0}
    assert all(each.spread <= 1 for each in made.by_level.values())


def some_days(chance, sittings, share):
    return frozenset(each.day for each in sittings if chance.random() < share)


def test_a_wish_goes_before_rest_and_rest_before_spread():
    deputy = a_deputy(0, wishes=Wishes(disliked_days=frozenset({a_day(9)})))
    costs = Costs([deputy], [a_day(n) for n in range(20)], rest=2, apart=5)

    beside_0 = [costs.added(0, [0], day) for day in range(1, 10)]
    assert beside_0[4:8] == [0] * 4  # five days and more lie between
    assert beside_0[8] > beside_0[0] > beside_0[1] > beside_0[2] > beside_0[3] > 0
    assert beside_0[1] > 1000 * beside_0[2]  # two days are within the rest, three are not
    assert beside_0[8] > 1000 * beside_0[0]
    assert costs.added(0, [0, 8], 4) == 2 * costs.added(0, [0], 4)


@pytest.mark.parametrize("rest", [1, 2, 3])
def test_between_two_turns_lies_the_rest_that_was_asked_for(rest):
    sittings = a_year(12, {})
    made = plan([a_deputy(n) for n in range(15)], sittings, Options("2026", rest=rest))

    turns: dict[object, list[int]] = {}
    for sitting, pick in every_pick(made, sittings):
        turns.setdefault(pick.uid, []).append(sittings.index(sitting))
    assert all(b - a > rest for days in turns.values() for a, b in pairwise(days))


def test_turns_are_spread_over_the_year():
    sittings = a_year(36)
    made = plan(a_roster(33, sittings, 0.1, 1), sittings, SEED)

    turns: dict[object, list[object]] = {}
    for sitting, pick in every_pick(made, sittings):
        turns.setdefault(pick.uid, []).append(sitting.day)
    gaps = [b - a for days in turns.values() for a, b in pairwise(days)]
    assert min(gaps) >= timedelta(days=45)  # evenly it would be 90


def test_a_wish_takes_no_turn_that_somebody_is_owed():
    """One likes what the other would rather not, and is not given it."""
    weekday = frozenset({a_day(0).weekday()})
    owed = a_deputy(0, minimum=2, wishes=Wishes(disliked_weekdays=weekday))
    other = a_deputy(1, wishes=Wishes(liked_weekdays=weekday))
    made = plan([owed, other], [a_sitting(n, day=a_day(n, 7)) for n in range(3)], SEED)

    assert made.turns == {uid_of(0): 2, uid_of(1): 1}
