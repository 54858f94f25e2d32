"""轮值表：座位 — turns given one by one along augmenting paths, so that none is lost.

Who can sit where is a flow: from each deputy through each day of his (once) to the seats of that
day that he fits. Sets of turns that such a flow can carry are a polymatroid, and that is what the
planner leans on: a deputy who cannot be given one more turn now never can later; turns given in
the order of a rising (convex) cost leave the least total cost, with as many seats filled as can be.
See Federgruen and Groenevelt, The Greedy Procedure for Resource Allocation Problems (1986).
"""

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from liaison_desktop.model.words import MandateLevel

Fits = Mapping[int, Sequence[int]]
"""The seats that somebody fits, by the number of their day."""


@dataclass(frozen=True)
class Seats:
    """So many seats of one level (None: of any) at one sitting, on the day of this number."""

    sitting: int
    day: int
    level: MandateLevel | None
    number: int


class Seating:
    """Who sits where, by numbers; a sitter is whoever has a row in `fits`.

    Sitters may be moved to other seats as others come, but nobody ever loses a turn by it.
    """

    def __init__(self, seats: Sequence[Seats], fits: Sequence[Fits]) -> None:
        self.seats = seats
        self.fits = list(fits)
        self.holders: list[list[int]] = [[] for _ in seats]
        self.places: list[dict[int, int]] = [{} for _ in fits]
        self.left = sum(each.number for each in seats)
        self._dead: set[int] = set()

    def has_room(self, seat: int) -> bool:
        """Return whether one of these seats is empty."""
        return len(self.holders[seat]) < self.seats[seat].number

    def free_seats(self, who: int) -> Iterator[int]:
        """Return the seats that somebody fits on the days on which he does not sit yet."""
        taken = self.places[who]
        return (seat for day, seats in self.fits[who].items() if day not in taken for seat in seats)

    def give_turn(self, who: int, cost: Callable[[int, int], int] = lambda _who, _day: 0) -> bool:
        """Give one more turn, on the cheapest day that is open; False where none can ever be."""
        open_seats = [seat for seat in self.free_seats(who) if self.has_room(seat)]
        if open_seats:
            days = dict.fromkeys(self.seats[seat].day for seat in open_seats)
            costs = {day: cost(who, day) for day in days}
            self.sit(who, min(open_seats, key=lambda seat: costs[self.seats[seat].day]))
            return True
        return self._give_by_moving(who)

    def sit(self, who: int, seat: int) -> None:
        """Let somebody take one of these seats."""
        self.holders[seat].append(who)
        self.places[who][self.seats[seat].day] = seat
        self.left -= 1

    def rise(self, who: int, seat: int) -> None:
        """Let somebody leave his seat."""
        self.holders[seat].remove(who)
        del self.places[who][self.seats[seat].day]
        self.left += 1

    def _give_by_moving(self, who: int) -> bool:
        """Find the shortest row of moves that ends at an empty seat, and make them.

        Where there is none, no seat that was looked at will ever lead to one: its holders have
        nowhere else to go, and nobody can take it from them.
        """
        came: dict[int, tuple[int, int | None]] = {}
        waiting: deque[int] = deque()
        asked: set[int] = set()

        def look(mover: int, leaves: int | None, seats: Iterator[int]) -> None:
            for seat in seats:
                if seat not in came and seat not in self._dead:
                    came[seat] = (mover, leaves)
                    waiting.append(seat)

        asked.add(who)
        look(who, None, self.free_seats(who))
        while waiting:
            seat = waiting.popleft()
            if self.has_room(seat):
                self._make_moves(came, seat)
                return True
            for holder in self.holders[seat]:
                look(holder, seat, iter(self.fits[holder][self.seats[seat].day]))
                if holder not in asked:
                    asked.add(holder)
                    look(holder, seat, self.free_seats(holder))
        self._dead.update(came)
        return False

    def _make_moves(self, came: Mapping[int, tuple[int, int | None]], seat: int) -> None:
        into: int | None = seat
        while into is not None:
            mover, leaves = came[into]
            if leaves is not None:
                self.rise(mover, leaves)
            self.sit(mover, into)
            into = leaves
