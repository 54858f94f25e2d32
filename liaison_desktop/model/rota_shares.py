"""轮值表：次数 — how many turns each is given.

Every seat is filled that can be, every minimum met that can be, then all is as even as can be.
Turns are given one by one to who is owed one, then to who has the fewest (see `rota_seating` for
why that is the best there is, not a guess). It is even among all; where seats are free to several
levels that may leave one level uneven in itself, and other divisions among the levels are tried.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from itertools import product

from liaison_desktop.model.rota_seating import Seating
from liaison_desktop.model.words import MandateLevel

MOST_WORK = 600_000
"""Other divisions are tried up to this many pairs of a person and a day: all of a small station's,
some twenty for 300 deputies and 100 days."""

Cost = Callable[[Seating, int, int], int]
"""What a turn costs somebody on a day, in a seating as it stands."""


@dataclass(frozen=True)
class Standing:
    """How the people stand before the plan gives a turn: turns had, least to have, who goes first.

    `groups` are those of a level who could sit at one sitting at least, or do.
    """

    before: Sequence[int]
    minimums: Sequence[int]
    order: Sequence[int]
    groups: Mapping[MandateLevel, Sequence[int]]


@dataclass(frozen=True)
class Bounds:
    """The least and the most turns of the year for some of the people."""

    low: Mapping[int, int] = field(default_factory=dict)
    high: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Shares:
    """A seating with its turns given, and the turns of the year that each has by it."""

    seating: Seating
    turns: list[int]

    def owed(self, standing: Standing) -> int:
        """Return how many turns are missing to the minimums."""
        pairs = zip(standing.minimums, self.turns, strict=True)
        return sum(max(0, minimum - turns) for minimum, turns in pairs)

    def keeps(self, low: Mapping[int, int]) -> bool:
        """Return whether nobody is below his bound."""
        return all(self.turns[who] >= least for who, least in low.items())

    def is_even(self, group: Collection[int]) -> bool:
        """Return whether the most and the least used of some are one turn apart at most."""
        turns = [self.turns[who] for who in group]
        return max(turns, default=0) - min(turns, default=0) <= 1


def give_turns(seating: Seating, standing: Standing, cost: Cost, bounds: Bounds) -> Shares:
    """Return the shares with the least owed, then the least below the bounds, then the most even.

    Every seat is filled that can be without going over the upper bounds.
    """
    turns = list(standing.before)
    rank = {who: place for place, who in enumerate(standing.order)}

    def claim(who: int) -> tuple[bool, bool, int, int]:
        has = turns[who]
        return has >= standing.minimums[who], has >= bounds.low.get(who, 0), has, rank[who]

    def may_have_more(who: int) -> bool:
        return turns[who] < bounds.high.get(who, turns[who] + 1)

    waiting = [(claim(who), who) for who in standing.order if may_have_more(who)]
    heapify(waiting)
    while waiting and seating.left:
        _, who = heappop(waiting)
        if seating.give_turn(who, lambda one, day: cost(seating, one, day)):
            turns[who] += 1
            if may_have_more(who):
                heappush(waiting, (claim(who), who))
    return Shares(seating, turns)


def fair_shares(seating: Seating, standing: Standing, cost: Cost) -> Shares:
    """Return the fairest shares: no level is left uneven that could be even beside the others."""
    best = give_turns(seating.copy(), standing, cost, Bounds())
    kept = [level for level, group in standing.groups.items() if best.is_even(group)]
    for level in [level for level in standing.groups if level not in kept]:
        if _evened([level], best, seating, standing, cost):
            evened = _evened([*kept, level], best, seating, standing, cost)
            if evened is not None:
                best, kept = evened, [*kept, level]
    return best


def _evened(
    levels: Sequence[MandateLevel],
    best: Shares,
    seating: Seating,
    standing: Standing,
    cost: Cost,
) -> Shares | None:
    """Return shares even in each of these levels and as good otherwise; None without any."""
    for leasts in _divisions(levels, best, seating, standing):
        low = {
            who: least
            for level, least in zip(levels, leasts, strict=True)
            for who in standing.groups[level]
        }
        high = {who: least + 1 for who, least in low.items()}
        tried = give_turns(seating.copy(), standing, cost, Bounds(low, high))
        is_as_good = sum(tried.turns) == sum(best.turns)
        if is_as_good and tried.owed(standing) == best.owed(standing) and tried.keeps(low):
            return tried
    return None


def _divisions(
    levels: Sequence[MandateLevel], best: Shares, seating: Seating, standing: Standing
) -> list[tuple[int, ...]]:
    """Return the least turns that the levels could have in an even plan, the nearest first."""
    days = {each.day for each in seating.seats}
    tries = max(8, MOST_WORK // max(1, len(standing.before) * len(days)))
    width = max(2, int(tries ** (1 / len(levels))))
    middles = [_mean(best, standing.groups[level]) for level in levels]

    def nearest(middle: float, first: int, last: int) -> list[int]:
        return sorted(range(first, last + 1), key=lambda least: abs(least - middle))

    windows = []
    for level, middle in zip(levels, middles, strict=True):
        had = [(standing.before[who], len(seating.fits[who])) for who in standing.groups[level]]
        first = max(0, max(before for before, _ in had) - 1)
        last = min(before + days for before, days in had)
        windows.append(nearest(middle, first, last)[:width])
    sizes = [len(standing.groups[level]) for level in levels]

    def is_possible(leasts: tuple[int, ...]) -> bool:
        pairs = zip(leasts, sizes, strict=True)
        return sum(least * size for least, size in pairs) <= sum(best.turns)

    def distance(leasts: tuple[int, ...]) -> float:
        pairs = zip(leasts, middles, sizes, strict=True)
        return sum(abs(least - middle) * size for least, middle, size in pairs)

    return sorted(filter(is_possible, product(*windows)), key=distance)


def _mean(shares: Shares, group: Sequence[int]) -> float:
    return sum(shares.turns[who] for who in group) / len(group)
