"""Deputies and sittings to plan, made by number."""

import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from uuid import UUID

from liaison_desktop.model.rota import Candidate, Held, Pick, Plan, Sitting, Span
from liaison_desktop.model.words import MandateLevel

BEGAN = date(2026, 1, 5)
CITY, COUNTY, TOWN = MandateLevel.MUNICIPAL, MandateLevel.COUNTY, MandateLevel.TOWN
LEVELS = (CITY, COUNTY, TOWN)
ONE_OF_EACH = {CITY: 1, COUNTY: 1, TOWN: 1}


def uid_of(number: int) -> UUID:
    return UUID(int=number + 1)


def a_day(number: int, apart: int = 1) -> date:
    return BEGAN + timedelta(days=number * apart)


def a_deputy(number: int, *levels: MandateLevel, **more: object) -> Candidate:
    held = tuple(Held(level) for level in levels or (TOWN,))
    return Candidate(uid_of(number), f"代表{number}", **{"mandates": held, **more})  # type: ignore[arg-type]  # by name


def a_sitting(number: int, seats: int = 1, **more: object) -> Sitting:
    return Sitting(f"s{number:03}", **{"day": a_day(number), "seats": seats, **more})  # type: ignore[arg-type]  # by name


def a_year(sittings: int, levels: Mapping[MandateLevel, int] = ONE_OF_EACH) -> list[Sitting]:
    """Return sittings of three, evenly over 360 days."""
    return [a_sitting(n, 3, day=a_day(n, 360 // sittings), levels=levels) for n in range(sittings)]


def a_roster(
    count: int, sittings: Sequence[Sitting], absent: float, seed: int, minimum: int = 0
) -> list[Candidate]:
    """Return deputies of three levels in turn, each on leave on a share of the days."""
    chance = random.Random(seed)  # noqa: S311 - no secrets
    return [
        a_deputy(
            number,
            LEVELS[number % 3],
            leave=tuple(Span(s.day, s.day) for s in sittings if chance.random() < absent),
            minimum=minimum,
        )
        for number in range(count)
    ]


def every_pick(plan: Plan, sittings: Sequence[Sitting]) -> Iterator[tuple[Sitting, Pick]]:
    """Return the picks from the first sitting to the last."""
    for sitting in sorted(sittings, key=lambda each: (each.day, each.key)):
        for pick in plan.picks[sitting.key]:
            yield sitting, pick


def who_sits(plan: Plan) -> dict[str, list[UUID]]:
    return {key: [pick.uid for pick in picks] for key, picks in plan.picks.items()}
