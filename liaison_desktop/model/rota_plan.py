"""轮值表：排班 — who sits at which session of the year, fairly.

Never broken: in office and not on leave that day, once a day, the levels that a session asks for,
and what a person has put there by hand. Then, one before the other: seats filled, minimums met,
turns even (each of these as well as can be, by proof); wishes, rest between turns, turns spread
over the year (by search).

Even is meant among all. Where every session says which levels it wants, and everybody holds one,
no plan has less between the most and the least used of a level either. Seats that are free to any
level are shared among all alike: who can come but once does not hold back the rest of his level.
"""

import hashlib
from collections.abc import Iterable
from math import ceil

from liaison_desktop.model.rota import USUAL, Candidate, Options, Plan, Sitting
from liaison_desktop.model.rota_case import Case, case_of, seat_fixed
from liaison_desktop.model.rota_reasons import Told
from liaison_desktop.model.rota_shares import Standing, give_turns
from liaison_desktop.model.rota_wishes import Costs, Improver
from liaison_desktop.model.words import MandateLevel


def plan(
    candidates: Iterable[Candidate], sittings: Iterable[Sitting], options: Options = USUAL
) -> Plan:
    """Return the rota; the same for the same input and seed, in whatever order the input comes.

    To plan only the rest again, give the picks that shall stay as `fixed`. ValueError where a uid
    or a key comes twice.
    """
    case = case_of(candidates, sittings)
    fixed_days = case.fixed_days()
    costs = Costs(case.people, case.days, options.rest, _apart(case))
    seating, misplaced = seat_fixed(case, fixed_days)

    def cost(who: int, day: int) -> int:
        return costs.added(who, sorted([*seating.places[who], *fixed_days[who]]), day)

    standing = _standing(case, fixed_days, options.seed)
    turns = give_turns(seating, standing, cost)
    Improver(
        seating=seating,
        costs=costs,
        fixed_days=fixed_days,
        turns=turns,
        minimums=standing.minimums,
        levels=[person.level for person in case.people],
        order=standing.order,
    ).improve()
    return Told(case, seating, turns, standing, fixed_days, misplaced).plan()


def _standing(case: Case, fixed_days: list[list[int]], seed: str) -> Standing:
    people = case.people
    counted: dict[MandateLevel, list[int]] = {}
    for who, person in enumerate(people):
        if person.level is not None and (case.could[who] or fixed_days[who]):
            counted.setdefault(person.level, []).append(who)
    ranks = [hashlib.sha256(f"{seed}\n{person.uid}".encode()).digest() for person in people]
    return Standing(
        before=[
            person.already_used + len(days) for person, days in zip(people, fixed_days, strict=True)
        ],
        minimums=[person.minimum for person in people],
        order=sorted(range(len(people)), key=ranks.__getitem__),
        groups={level: counted[level] for level in MandateLevel if level in counted},
    )


def _apart(case: Case) -> int:
    """Return how many days lie between two turns of one deputy where all are used alike."""
    able = sum(map(bool, case.could))
    if not able or not case.days:
        return 0
    each = ceil(sum(sitting.seats for sitting in case.sittings) / able)
    return (case.days[-1] - case.days[0]).days // max(1, each)
