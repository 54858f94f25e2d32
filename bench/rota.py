"""A year's rota for 300 deputies and 100 sessions of 3, beside the naive fill in turn.

`python -m bench.rota`. A tenth of the deputies is away on any day, each is owed a turn, likes some
days and dislikes others. The floor goes round the list and takes the next who is free: it promises
nothing, not even that seats are filled. Once as the sessions ask for a deputy of each level, once
with every seat free to all.
"""

import random
import sys
from collections import deque
from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from bench.harness import compare, show
from liaison_desktop.model.rota import Candidate, Held, Options, Sitting, Span, Wishes
from liaison_desktop.model.rota_plan import plan
from liaison_desktop.model.words import MandateLevel

DEPUTIES, SESSIONS, SEATS = 300, 100, 3
LEVELS = (MandateLevel.MUNICIPAL, MandateLevel.COUNTY, MandateLevel.TOWN)
OPTIONS = Options("2026")


def sittings_of(year: int, *, with_levels: bool) -> list[Sitting]:
    """Return the sessions, two in each week."""
    days = [date(year, 1, 5) + timedelta(days=7 * n // 2) for n in range(SESSIONS)]
    levels = dict.fromkeys(LEVELS, 1) if with_levels else {}
    return [Sitting(f"{n:03}", day, SEATS, levels) for n, day in enumerate(days)]


def roster(chance: random.Random, sittings: Sequence[Sitting], minimum: int) -> list[Candidate]:
    """Return the deputies, of three levels in turn."""

    def some(share: float) -> list[date]:
        return [each.day for each in sittings if chance.random() < share]

    return [
        Candidate(
            UUID(int=number + 1),
            f"代表{number}",
            (Held(LEVELS[number % 3]),),
            leave=tuple(Span(day, day) for day in some(0.1)),
            wishes=Wishes(liked_days=frozenset(some(0.1)), disliked_days=frozenset(some(0.1))),
            minimum=minimum,
        )
        for number in range(DEPUTIES)
    ]


def in_turn(people: Sequence[Candidate], sittings: Sequence[Sitting]) -> dict[str, list[UUID]]:
    """Fill each seat with the next on the list who is free and of its level."""
    rota: dict[str, list[UUID]] = {}
    queue = deque(people)
    for sitting in sittings:
        wanted = [*sitting.levels] or [None] * sitting.seats
        rota[sitting.key] = []
        for level in wanted:
            for _ in range(len(queue)):
                queue.rotate(-1)
                one = queue[-1]
                is_level = level is None or level in one.levels_on(sitting.day)
                if is_level and not one.is_on_leave(sitting.day):
                    rota[sitting.key].append(one.uid)
                    break
    return rota


def main() -> int:
    """Print the figures; the limit of a second is for the median of each."""
    figures = []
    for name, with_levels, minimum in (
        ("one of each level", True, 1),
        ("free to all", False, 1),
        ("owed more than there are seats", False, 2),
    ):
        sittings = sittings_of(2026, with_levels=with_levels)
        people = roster(random.Random(6), sittings, minimum)  # noqa: S311 - no secrets
        figures.append(
            compare(
                name,
                floor=lambda people=people, sittings=sittings: in_turn(people, sittings),  # type: ignore[misc]  # bound now
                ours=lambda people=people, sittings=sittings: plan(people, sittings, OPTIONS),  # type: ignore[misc]  # bound now
                rounds=11,
                most_ms=1000.0,
            )
        )
    return show(figures)


if __name__ == "__main__":
    sys.exit(main())
