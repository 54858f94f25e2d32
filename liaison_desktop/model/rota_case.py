"""轮值表：题目 — candidates and sittings put in order and numbered, with who could sit where."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from liaison_desktop.model.rota import Candidate, Sitting
from liaison_desktop.model.rota_seating import Fits, Seating, Seats
from liaison_desktop.model.words import MandateLevel


@dataclass(frozen=True)
class Case:
    """What is planned, by numbers: people by uid, sittings by day and key, each day once.

    `could` is where each could sit by the rules, had nobody been put anywhere by hand; the seats
    of a sitting that is over count there, with a number of 0.
    """

    people: Sequence[Candidate]
    sittings: Sequence[Sitting]
    days: Sequence[date]
    day_of: Sequence[int]
    seats: Sequence[Seats]
    could: Sequence[Fits]
    number_of: dict[UUID, int]

    def fixed_at(self, sitting: int) -> list[UUID]:
        """Return who sits there by hand, each once."""
        return list(dict.fromkeys(self.sittings[sitting].fixed))

    def seats_at(self, sitting: int) -> list[int]:
        """Return the seats of a sitting, those of a level before those of any."""
        return [place for place, each in enumerate(self.seats) if each.sitting == sitting]

    def fixed_days(self) -> list[list[int]]:
        """Return for each person the days of his fixed picks, one for each of them."""
        days: list[list[int]] = [[] for _ in self.people]
        for sitting, day in enumerate(self.day_of):
            for uid in self.fixed_at(sitting):
                if uid in self.number_of:
                    days[self.number_of[uid]].append(day)
        return days

    def fits(self, who: int, fixed_days: Sequence[int]) -> Fits:
        """Return where somebody could still sit."""
        return {day: seats for day, seats in self.could[who].items() if day not in fixed_days}


@dataclass(frozen=True)
class Misplaced:
    """A fixed pick who fits no seat that is left; without a seat where all are taken by hand."""

    sitting: int
    uid: UUID
    has_seat: bool


def case_of(candidates: Iterable[Candidate], sittings: Iterable[Sitting]) -> Case:
    """Return the case; ValueError where a uid or a key comes twice."""
    people = sorted(candidates, key=lambda each: each.uid)
    listed = sorted(sittings, key=lambda each: (each.day, each.key))
    number_of = {each.uid: number for number, each in enumerate(people)}
    if len(number_of) < len(people) or len({each.key for each in listed}) < len(listed):
        raise ValueError("twice")
    days = sorted({each.day for each in listed})
    numbers = {day: number for number, day in enumerate(days)}
    day_of = [numbers[each.day] for each in listed]
    seats = [
        Seats(place, numbers[each.day], level, 0 if each.is_over else number)
        for place, each in enumerate(listed)
        for level, number in _wanted(each)
    ]
    could = [_could(each, days, seats) for each in people]
    return Case(people, listed, days, day_of, seats, could, number_of)


def _wanted(sitting: Sitting) -> list[tuple[MandateLevel | None, int]]:
    wanted: list[tuple[MandateLevel | None, int]] = [
        (level, sitting.levels[level]) for level in MandateLevel if sitting.levels.get(level)
    ]
    rest = sitting.seats - sum(sitting.levels.values())
    return [*wanted, (None, rest)] if rest else wanted


def _could(person: Candidate, days: Sequence[date], seats: Sequence[Seats]) -> Fits:
    found: dict[int, list[int]] = {}
    on_days = [frozenset() if person.is_on_leave(day) else person.levels_on(day) for day in days]
    for place, each in enumerate(seats):
        levels = on_days[each.day]
        if levels and (each.level is None or each.level in levels):
            found.setdefault(each.day, []).append(place)
    return found


def seat_fixed(case: Case, fixed_days: Sequence[Sequence[int]]) -> tuple[Seating, list[Misplaced]]:
    """Return the seating with the fixed picks in it, and those of them who fit no seat.

    Each fixed pick is a sitter of its own, numbered after the people, who never leaves his sitting
    but may be moved among its seats. Who fits none that is left takes one of another level.
    """
    fits: list[Fits] = [case.fits(who, days) for who, days in enumerate(fixed_days)]
    here = [
        (sitting, uid)
        for sitting, each in enumerate(case.sittings)
        if not each.is_over
        for uid in case.fixed_at(sitting)
    ]
    fits += [{case.day_of[sitting]: _fitting(case, sitting, uid)} for sitting, uid in here]
    seating = Seating(case.seats, fits)
    misplaced = []
    for who, (sitting, uid) in enumerate(here, len(case.people)):
        if not seating.give_turn(who):
            seating.fits[who] = {case.day_of[sitting]: case.seats_at(sitting)}
            misplaced.append(Misplaced(sitting, uid, has_seat=seating.give_turn(who)))
    return seating, misplaced


def _fitting(case: Case, sitting: int, uid: UUID) -> list[int]:
    """Return the seats of a sitting that somebody put there fits by his levels, held when ever."""
    number = case.number_of.get(uid)
    held = [] if number is None else case.people[number].mandates
    levels = {None, *(each.level for each in held)}
    return [seat for seat in case.seats_at(sitting) if case.seats[seat].level in levels]
