"""What a plan says of itself: why somebody sits there, and what could not be."""

from collections import Counter
from dataclasses import replace

import pytest

from liaison_desktop.model.rota import (
    Breach,
    Held,
    Lack,
    Options,
    Reason,
    Sitting,
    Span,
    Unfilled,
    Unmet,
    Warned,
    Why,
    Wishes,
)
from liaison_desktop.model.rota_plan import plan
from tests.model.rotas import (
    CITY,
    COUNTY,
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


def test_an_ended_mandate_has_no_turn_after_its_end():
    ended = a_deputy(0, mandates=(Held(TOWN, Span(None, a_day(2))),), minimum=3)
    begun = a_deputy(1, mandates=(Held(TOWN, Span(a_day(3), None)),))
    never = a_deputy(2, mandates=(Held(TOWN, Span(None, a_day(-1))),), minimum=1)
    made = plan([ended, begun, never], [a_sitting(n) for n in range(5)], SEED)

    sits = [uids[0] for uids in who_sits(made).values()]
    assert sits == [uid_of(0)] * 3 + [uid_of(1)] * 2
    assert made.unmet == [Unmet(uid_of(2), TOWN, 1, 0, Lack.NOT_IN_OFFICE)]
    assert made.by_level[TOWN].people == 2


def test_a_rota_without_deputies_is_a_fact():
    made = plan([], [a_sitting(0, 3, levels={CITY: 1})], SEED)

    assert made.picks == {"s000": []}
    assert made.unfilled == [
        Unfilled("s000", CITY, 1, Lack.NOBODY),
        Unfilled("s000", None, 2, Lack.NOBODY),
    ]
    assert (made.whole.people, made.whole.mean, made.whole.spread) == (0, 0.0, 0)


def test_a_rota_without_sittings_owes_every_minimum():
    made = plan([a_deputy(0, minimum=2, already_used=1)], [], SEED)

    assert made.unmet == [Unmet(uid_of(0), TOWN, 1, 0, Lack.NO_SEATS)]
    assert made.turns == {uid_of(0): 1}


@pytest.mark.parametrize(
    ("deputies", "why"),
    [
        ([a_deputy(0, COUNTY)], Lack.NOBODY),
        ([a_deputy(0, mandates=(Held(TOWN, Span(a_day(1))),))], Lack.NOT_IN_OFFICE),
        ([a_deputy(0, leave=(Span(a_day(-3), a_day(0)),))], Lack.ON_LEAVE),
        ([a_deputy(0), a_deputy(1, leave=(Span(),))], Lack.BUSY),
    ],
)
def test_why_a_seat_stays_empty(deputies, why):
    made = plan(deputies, [a_sitting(0, 2, levels={TOWN: 2})], SEED)

    assert [(each.level, each.why) for each in made.unfilled] == [(TOWN, why)]


@pytest.mark.parametrize(
    ("deputy", "unmet"),
    [
        (a_deputy(0, minimum=2, leave=(Span(a_day(1), a_day(9)),)), (1, 1, Lack.ON_LEAVE)),
        (a_deputy(0, minimum=4), (1, 3, Lack.NO_SEATS)),
        (a_deputy(0, COUNTY, minimum=1), (1, 0, Lack.NO_SEATS)),
        (
            a_deputy(0, minimum=3, mandates=(Held(TOWN, Span(a_day(2))),)),
            (2, 1, Lack.NOT_IN_OFFICE),
        ),
    ],
)
def test_why_a_minimum_is_not_met(deputy, unmet):
    made = plan([deputy], [a_sitting(n, levels={TOWN: 1}) for n in range(3)], SEED)

    assert [(each.short, each.free_days, each.why) for each in made.unmet] == [unmet]


AWAY = a_deputy(0, leave=(Span(a_day(0), a_day(0)),))
ENDED = a_deputy(0, mandates=(Held(TOWN, Span(None, a_day(-1))),))


@pytest.mark.parametrize(
    ("deputy", "sitting", "breaches"),
    [
        (a_deputy(0), a_sitting(0, fixed=(uid_of(0),)), []),
        (a_deputy(7), a_sitting(0, fixed=(uid_of(0),)), [Breach.UNKNOWN]),
        (AWAY, a_sitting(0, fixed=(uid_of(0),)), [Breach.ON_LEAVE]),
        (ENDED, a_sitting(0, fixed=(uid_of(0),)), [Breach.NOT_IN_OFFICE]),
        (ENDED, a_sitting(0, levels={TOWN: 1}, fixed=(uid_of(0),)), [Breach.NOT_IN_OFFICE]),
        (a_deputy(0), a_sitting(0, 2, fixed=(uid_of(0),) * 2), [Breach.TWICE_IN_SESSION]),
        (
            a_deputy(0),
            a_sitting(0, levels={COUNTY: 1}, fixed=(uid_of(0),)),
            [Breach.LEVEL_NOT_WANTED],
        ),
        (a_deputy(0), a_sitting(0, 0, fixed=(uid_of(0),)), [Breach.TOO_MANY]),
    ],
)
def test_what_is_fixed_stays_and_its_breach_is_told(deputy, sitting, breaches):
    made = plan([deputy], [sitting], SEED)

    fixed = [pick for pick in made.picks["s000"] if pick.is_fixed]
    assert [(pick.uid, pick.why.reasons) for pick in fixed] == [(uid_of(0), (Reason.BY_HAND,))]
    assert made.warnings == [Warned("s000", uid_of(0), breach) for breach in breaches]


def test_who_is_fixed_twice_a_day_stays_and_is_told_at_both():
    sittings = [Sitting(key, a_day(0), 1, fixed=(uid_of(0),)) for key in ("a", "b")]
    made = plan([a_deputy(0)], sittings, SEED)

    assert [(each.key, each.breach) for each in made.warnings] == [
        ("a", Breach.TWICE_THAT_DAY),
        ("b", Breach.TWICE_THAT_DAY),
    ]
    assert made.turns == {uid_of(0): 2}


def why_of(wishes, away=()):
    """Return why the first of two deputies sits, on the days from Monday to Thursday."""
    leave = tuple(Span(a_day(n), a_day(n)) for n in away)
    sittings = [a_sitting(n) for n in range(4)]
    made = plan([a_deputy(0, wishes=wishes, leave=leave), a_deputy(1)], sittings, SEED)
    return [p.why.reasons[-1] for _, p in every_pick(made, sittings) if p.uid == uid_of(0)]


def test_a_wish_that_was_kept_or_could_not_be_is_told():
    monday = frozenset({0})
    assert why_of(Wishes(liked_weekdays=monday))[0] is Reason.WISHED
    assert why_of(Wishes(liked_weekdays=monday))[1] is Reason.MISSED
    assert why_of(Wishes(disliked_weekdays=monday)) == [Reason.SPARED] * 2
    assert why_of(Wishes(disliked_months=frozenset({1}))) == [Reason.UNWISHED] * 2
    assert Reason.MISSED not in why_of(Wishes(liked_weekdays=monday), away=(0,))
    assert Reason.SPARED not in why_of(Wishes(disliked_weekdays=monday), away=(0,))
    assert set(why_of(Wishes())) <= {Reason.FEWEST, Reason.EVEN, Reason.ONLY_ONE}


def test_a_month_is_wished_as_a_weekday_is():
    january = frozenset({1})
    assert Wishes(liked_months=january).of(a_day(0)) == 1
    assert Wishes(liked_weekdays=frozenset({0}), disliked_months=january).of(a_day(0)) == -1
    assert Wishes(disliked_months=january, liked_days=frozenset({a_day(0)})).of(a_day(0)) == 1


@pytest.mark.parametrize("seed", range(6))
def test_every_reason_is_a_fact(seed):
    """Count again what each pick says, from the picks alone."""
    sittings = a_year(24)
    likes = Wishes(liked_days=frozenset(each.day for each in sittings[::3]))
    roster = [replace(each, wishes=likes) for each in a_roster(9, sittings, 0.4, seed, minimum=3)]
    made = plan(roster, sittings, SEED)

    told = {reason for _, pick in every_pick(made, sittings) for reason in pick.why.reasons}
    assert told == set(Reason) - {Reason.BY_HAND, Reason.UNWISHED, Reason.SPARED}
    had = Counter({each.uid: 0 for each in roster})
    for sitting in sittings:
        here = {pick.uid for pick in made.picks[sitting.key]}
        free = [
            each for each in roster if each.uid not in here and not each.is_on_leave(sitting.day)
        ]
        for pick in made.picks[sitting.key]:
            level = next(each.level for each in roster if each.uid == pick.uid)
            others = [had[each.uid] for each in free if each.level is level]
            check_why(pick.why, had[pick.uid], others, is_liked=sitting in sittings[::3])
        had.update(here)
    assert had == made.turns


def check_why(why: Why, turns: int, others: list[int], *, is_liked: bool) -> None:
    """Hold what is told of a pick against the turns of all who could have sat there."""
    least = min(others, default=turns)
    assert (why.turns, why.others, why.owed) == (turns, len(others), max(0, 3 - turns))
    assert why.least == least
    assert (Reason.ONLY_ONE in why.reasons) == (not others)
    assert (Reason.OWED in why.reasons) == (turns < 3)
    assert (Reason.FEWEST in why.reasons) == (bool(others) and turns <= least)
    assert (Reason.WISHED in why.reasons) == is_liked
    alone = (Reason.EVEN,)
    assert (Reason.EVEN in why.reasons) == (why.reasons in {alone, (*alone, Reason.MISSED)})
    assert (Reason.MISSED in why.reasons) == (not is_liked)
    assert Reason.EVEN not in why.reasons or turns > least
    assert why.reasons
