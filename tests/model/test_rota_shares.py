"""The shares of a plan beside every plan there is, for rotas small enough to try them all."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, permutations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from liaison_desktop.model.rota import Candidate, Options, Plan, Sitting, Span
from liaison_desktop.model.rota_plan import plan
from tests.model.rotas import LEVELS, a_day, a_deputy, uid_of

DAYS = (0, 1, 2)
Turns = tuple[int, ...]


@st.composite
def rotas(draw: Callable[[st.SearchStrategy], object]) -> tuple[list[Candidate], list[Sitting]]:
    days = st.lists(st.sampled_from([(), (0,), (1,), (2,), (0, 1), (1, 2)]), max_size=2)
    people = []
    for number in range(draw(st.integers(1, 4))):
        levels = draw(st.lists(st.sampled_from(LEVELS), min_size=1, max_size=2, unique=True))
        away = {day for some in draw(days) for day in some}
        counts = {"minimum": draw(st.integers(0, 3)), "already_used": draw(st.integers(0, 1))}
        people.append(a_deputy(number, *levels, leave=tuple(map(a_leave, away)), **counts))
    whole = st.lists(st.sampled_from([None, None, *LEVELS]), max_size=2)
    uids = st.lists(st.sampled_from([uid_of(n) for n in range(len(people))]), unique=True)
    sittings = []
    for number in range(draw(st.integers(1, 4))):
        wanted = draw(whole)
        levels = Counter(level for level in wanted if level is not None)
        fixed = draw(st.one_of(st.just([]), st.just([]), uids.filter(lambda each: len(each) < 3)))
        day = a_day(draw(st.sampled_from(DAYS)))
        sittings.append(Sitting(f"s{number}", day, len(wanted), levels, tuple(fixed)))
    return people, sittings


@st.composite
def tight_rotas(
    draw: Callable[[st.SearchStrategy], object],
) -> tuple[list[Candidate], list[Sitting]]:
    """Return two or three of a level and one of another, often away, some seats free to both."""
    days = st.lists(st.integers(0, 4), max_size=4, unique=True)
    levels = [LEVELS[0], LEVELS[0], LEVELS[1], draw(st.sampled_from(LEVELS[:2]))]
    people = [
        a_deputy(number, level, leave=tuple(map(a_leave, draw(days))))
        for number, level in enumerate(levels)
    ]
    kinds = [draw(st.sampled_from([{}, {LEVELS[0]: 1}])) for _ in range(5)]
    return people, [Sitting(f"s{n}", a_day(n), 1, kind) for n, kind in enumerate(kinds)]


def a_leave(number: int) -> Span:
    return Span(a_day(number), a_day(number))


def wanted(sitting: Sitting) -> list[object]:
    kinds = [level for level, number in sitting.levels.items() for _ in range(number)]
    return kinds + [None] * (sitting.seats - len(kinds))


def levels_of(person: Candidate) -> set[object]:
    return {None, *(held.level for held in person.mandates)}


def most_fitting(people: Sequence[Candidate], kinds: Sequence[object]) -> int:
    """Return how many of some can sit on seats that they fit, tried in every order."""
    return max(
        sum(kind in levels_of(one) for one, kind in zip(people, some, strict=False))
        for some in permutations([*kinds, *["none"] * len(people)], len(people))
    )


def can_join(
    joining: Sequence[Candidate], fixed: Sequence[Candidate], kinds: Sequence[object]
) -> bool:
    """Return whether some can sit beside those put there, who fit as well as they did alone."""
    if len(joining) + min(len(fixed), len(kinds)) > len(kinds):
        return False
    alone = most_fitting(fixed, kinds)
    return most_fitting([*joining, *fixed], kinds) == len(joining) + alone


def choices(people: Sequence[Candidate], sitting: Sitting) -> list[tuple[Candidate, ...]]:
    fixed = [one for one in people if one.uid in sitting.fixed]
    free = [one for one in people if one not in fixed and not one.is_on_leave(sitting.day)]
    return [
        some
        for size in range(sitting.seats + 1)
        for some in combinations(free, size)
        if can_join(some, fixed, wanted(sitting))
    ]


def every_plan(people: Sequence[Candidate], sittings: Sequence[Sitting]) -> Iterator[Turns]:
    """Return the turns of the year that each plan gives, of those that fill the most seats."""
    fixed_days = Counter((uid, each.day) for each in sittings for uid in each.fixed)
    most, found = 0, set()
    for chosen in product(*(choices(people, sitting) for sitting in sittings)):
        days = Counter(
            (one.uid, sitting.day)
            for some, sitting in zip(chosen, sittings, strict=True)
            for one in some
        )
        if any(number > 1 or fixed_days[day] for day, number in days.items()):
            continue
        given_turns = Counter(uid for uid, _ in days)
        fixed = Counter(uid for each in sittings for uid in each.fixed)
        turns = tuple(given_turns[p.uid] + fixed[p.uid] + p.already_used for p in people)
        if len(days) > most:
            most, found = len(days), set()
        if len(days) == most:
            found.add(turns)
    yield from found


def owed(people: Sequence[Candidate], turns: Turns) -> int:
    return sum(max(0, one.minimum - n) for one, n in zip(people, turns, strict=True))


def even_levels(people: Sequence[Candidate], sittings: Sequence[Sitting], turns: Turns) -> set:
    """Return the levels whose most and least used are one turn apart at most."""
    even = set()
    for level in LEVELS:
        of_level = [
            n
            for one, n in zip(people, turns, strict=True)
            if one.level is level and could_sit(one, sittings)
        ]
        if max(of_level, default=0) - min(of_level, default=0) <= 1:
            even.add(level)
    return even


def could_sit(one: Candidate, sittings: Sequence[Sitting]) -> bool:
    return any(
        one.uid in each.fixed
        or (not one.is_on_leave(each.day) and levels_of(one) & set(wanted(each)))
        for each in sittings
    )


def squares(turns: Turns) -> int:
    return sum(n * n for n in turns)


@settings(max_examples=300, deadline=None)
@given(rotas(), st.integers(0, 9))
def test_no_other_plan_is_fairer(rota: tuple[list[Candidate], list[Sitting]], seed: int) -> None:
    check_shares(*rota, seed)


@settings(max_examples=100, deadline=None)
@given(tight_rotas(), st.integers(0, 9))
def test_no_other_plan_is_fairer_where_seats_are_free_to_two_levels(
    rota: tuple[list[Candidate], list[Sitting]], seed: int
) -> None:
    check_shares(*rota, seed)


def check_shares(people: list[Candidate], sittings: list[Sitting], seed: int) -> None:
    """Hold a plan against all others: seats filled, minimums, even levels, even all in all."""
    made: Plan = plan(people, sittings, Options(str(seed)))
    ours = tuple(made.turns[one.uid] for one in people)
    every = list(every_plan(people, sittings))

    assert ours in every  # so it breaks no rule, and fills as many seats as any
    least = min(owed(people, turns) for turns in every)
    assert owed(people, ours) == least == sum(unmet.short for unmet in made.unmet)

    best = [turns for turns in every if owed(people, turns) == least]
    even = even_levels(people, sittings, ours)
    assert not [turns for turns in best if even < even_levels(people, sittings, turns)]

    if squares(ours) > min(map(squares, best)):
        evenest = [turns for turns in best if squares(turns) == min(map(squares, best))]
        assert all(not even <= even_levels(people, sittings, turns) for turns in evenest)
