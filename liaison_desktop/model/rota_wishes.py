"""轮值表：心愿 — wishes, rest between turns and spread over the year, one before the other.

Nothing here changes how many turns are given, or how evenly: picks change places, or go to somebody
of the same level who would then have as many turns as the other had. It is a search from near to
near, not a proof of the best.
"""

from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from liaison_desktop.model.rota import Candidate
from liaison_desktop.model.rota_seating import Seating

_WISH, _REST = 1 << 64, 1 << 32
"""What a wish and a rest weigh against the days that turns stand too near to each other."""

MOST_LOOKED_AT = 60_000
"""Changes that are looked at before a plan is taken as it is, so that no rota takes long."""

_ROUNDS = 4


@dataclass(frozen=True)
class Costs:
    """What a turn costs somebody on a day, by the numbers of both.

    `apart` is how many days two of his turns should lie apart, were the year divided evenly.
    """

    people: Sequence[Candidate]
    days: Sequence[date]
    rest: int
    apart: int

    def of_wish(self, who: int, day: int) -> int:
        """Return what the day itself costs: below 0 where it is liked."""
        return -_WISH * self.people[who].wishes.of(self.days[day])

    def least(self, who: int) -> int:
        """Return the least that any turn of his could cost."""
        return -_WISH if self.people[who].wishes.likes_any else 0

    def added(self, who: int, others: Sequence[int], day: int) -> int:
        """Return what a turn on this day costs beside his others, which are in order."""
        cost, place = self.of_wish(who, day), bisect(others, day)
        before = others[place - 1] if place else None
        after = others[place] if place < len(others) else None
        if before is not None:
            cost += self._between(before, day)
        if after is not None:
            cost += self._between(day, after)
        if before is not None and after is not None:
            cost -= self._between(before, after)
        return cost

    def _between(self, one: int, other: int) -> int:
        near = max(0, self.apart - (self.days[other] - self.days[one]).days)
        return near * near + _REST * (other - one <= self.rest)


class _Change(NamedTuple):
    """Another comes to the seat of a pick, who goes to that one's seat or has a turn less."""

    gain: int
    other: int | None
    its_seat: int | None


@dataclass
class Improver:
    """Brings a seating nearer to the wishes.

    `fixed_days` are days on which somebody sits by hand, `turns` all of his year, `minimums` the
    least of them; a turn goes only to somebody of the same of `levels`. All is done in `order`.
    """

    seating: Seating
    costs: Costs
    fixed_days: Sequence[Sequence[int]]
    turns: list[int]
    minimums: Sequence[int]
    levels: Sequence[object]
    order: Sequence[int]
    looked_at: int = 0

    def improve(self) -> None:
        """Change picks for the better, until none can be or enough were looked at."""
        for _ in range(_ROUNDS):
            changed = False
            for who in self.order:
                for seat in list(self.seating.places[who].values()):
                    if self.looked_at < MOST_LOOKED_AT:
                        changed |= self._better(who, seat)
            if not changed:
                return

    def days_of(self, who: int, but: int | None = None) -> list[int]:
        """Return the days on which somebody sits, in order, one of them left out."""
        days = sorted([*self.seating.places[who], *self.fixed_days[who]])
        if but is not None:
            days.remove(but)
        return days

    def _better(self, who: int, seat: int) -> bool:
        day = self.seating.seats[seat].day
        others = self.days_of(who, but=day)
        now = self.costs.added(who, others, day)
        if now <= self.costs.least(who):
            return False
        moves = [*self._exchanges(who, seat, others, now), *self._hand_overs(who, seat, now)]
        best = min(moves, key=lambda move: move.gain, default=None)
        if best is None or best.gain >= 0:
            return False
        self._make(best, who, seat)
        return True

    def _exchanges(self, who: int, seat: int, others: list[int], now: int) -> Iterator[_Change]:
        """Tell what is won where he goes to another day, and who sits there comes to his."""
        seating, day = self.seating, self.seating.seats[seat].day
        for there in seating.free_seats(who):
            its_day = seating.seats[there].day
            self.looked_at += 1
            won = self.costs.added(who, others, its_day) - now
            if won >= 0:
                continue
            if seating.has_room(there):
                yield _Change(won, None, there)
            for other in seating.holders[there]:
                if self._may_come(other, seat):
                    its_others = self.days_of(other, but=its_day)
                    gain = won + self.costs.added(other, its_others, day)
                    gain -= self.costs.added(other, its_others, its_day)
                    yield _Change(gain, other, there)

    def _hand_overs(self, who: int, seat: int, now: int) -> Iterator[_Change]:
        """Tell what is won where another of his level takes this turn and is even with him."""
        day = self.seating.seats[seat].day
        for other in self.order:
            if self.levels[other] != self.levels[who] or self.turns[other] != self.turns[who] - 1:
                continue
            is_spare = self.turns[who] > self.minimums[who]
            is_owed = self.turns[other] < self.minimums[other]
            if (is_spare or is_owed) and self._may_come(other, seat):
                self.looked_at += 1
                gain = self.costs.added(other, self.days_of(other), day) - now
                yield _Change(gain, other, None)

    def _may_come(self, other: int, seat: int) -> bool:
        if other >= len(self.turns):
            return False
        day = self.seating.seats[seat].day
        is_free = day not in self.seating.places[other]
        return is_free and seat in self.seating.fits[other].get(day, ())

    def _make(self, change: _Change, who: int, seat: int) -> None:
        self.seating.rise(who, seat)
        if change.its_seat is None:
            self.turns[who] -= 1
        else:
            if change.other is not None:
                self.seating.rise(change.other, change.its_seat)
            self.seating.sit(who, change.its_seat)
        if change.other is not None:
            self.seating.sit(change.other, seat)
            self.turns[change.other] += change.its_seat is None
