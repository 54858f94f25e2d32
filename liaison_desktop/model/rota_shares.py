"""轮值表：次数 — how many turns each is given.

Every seat is filled that can be, every minimum met that can be, then all is as even as can be.
Turns are given one by one to who is owed one, then to who has the fewest; see `rota_seating` for
why that is the best there is, not a guess.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from liaison_desktop.model.rota_seating import Seating
from liaison_desktop.model.words import MandateLevel


@dataclass(frozen=True)
class Standing:
    """How the people stand before the plan gives a turn: turns had, least to have, who goes first.

    `groups` are those of a level who could sit at one sitting at least, or do.
    """

    before: Sequence[int]
    minimums: Sequence[int]
    order: Sequence[int]
    groups: Mapping[MandateLevel, Sequence[int]]


def give_turns(seating: Seating, standing: Standing, cost: Callable[[int, int], int]) -> list[int]:
    """Fill a seating, and return the turns of the year that each has by it.

    No other way to fill as many seats leaves less owed to the minimums. Of those that leave as
    little, none is more even: in none has the most used fewer turns, or the least used more.
    `cost` says what a turn costs somebody on a day, and chooses among the days open to him.
    """
    turns = list(standing.before)
    rank = {who: place for place, who in enumerate(standing.order)}

    def claim(who: int) -> tuple[bool, int, int]:
        return turns[who] >= standing.minimums[who], turns[who], rank[who]

    waiting = [(claim(who), who) for who in standing.order]
    heapify(waiting)
    while waiting and seating.left:
        _, who = heappop(waiting)
        if seating.give_turn(who, cost):
            turns[who] += 1
            heappush(waiting, (claim(who), who))
    return turns
