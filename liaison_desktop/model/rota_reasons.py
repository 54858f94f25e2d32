"""轮值表：为什么 — what a finished plan says of itself: facts that can be counted again."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from liaison_desktop.model.rota import (
    Breach,
    Fairness,
    Lack,
    Pick,
    Plan,
    Reason,
    Sitting,
    Unfilled,
    Unmet,
    Warned,
    Why,
    Wishes,
)
from liaison_desktop.model.rota_case import Case, Misplaced
from liaison_desktop.model.rota_seating import Seating, Seats
from liaison_desktop.model.rota_shares import Standing
from liaison_desktop.model.words import MandateLevel

NO_WISHES = Wishes()


@dataclass(frozen=True)
class Told:
    """A case with its turns given, to be told."""

    case: Case
    seating: Seating
    turns: Sequence[int]
    standing: Standing
    fixed_days: Sequence[Sequence[int]]
    misplaced: Sequence[Misplaced]

    def plan(self) -> Plan:
        """Return everything that the plan says."""
        turns = self.turns
        groups = self.standing.groups
        return Plan(
            picks=self._picks(),
            unfilled=self._unfilled(),
            unmet=[
                self._unmet(who, person.minimum - turns[who])
                for who, person in enumerate(self.case.people)
                if turns[who] < person.minimum
            ],
            warnings=self._warnings(),
            turns={person.uid: turns[who] for who, person in enumerate(self.case.people)},
            by_level={level: _fairness(turns, group) for level, group in groups.items()},
            whole=_fairness(turns, [who for group in groups.values() for who in group]),
        )

    def _picks(self) -> dict[str, Sequence[Pick]]:
        """Return the picks, told from the first sitting to the last as turns come together."""
        had = [person.already_used for person in self.case.people]
        picks: dict[str, Sequence[Pick]] = {}
        for place, sitting in enumerate(self.case.sittings):
            chosen = self._chosen(place)
            fixed = self.case.fixed_at(place)
            picks[sitting.key] = [
                *(Pick(uid, True, self._why_fixed(uid, had)) for uid in fixed),
                *(
                    Pick(self.case.people[who].uid, False, self._why(who, seat, had))
                    for who, seat in chosen
                ),
            ]
            here = [who for uid in fixed if (who := self.case.number_of.get(uid)) is not None]
            for who in [*here, *(who for who, _ in chosen)]:
                had[who] += 1
        return picks

    def _chosen(self, place: int) -> list[tuple[int, int]]:
        """Return who was given a turn at a sitting and his seat, by level and uid."""
        order = list(MandateLevel)
        chosen = [
            (who, seat)
            for seat in self.case.seats_at(place)
            for who in self.seating.holders[seat]
            if who < len(self.case.people)
        ]
        levels = {who: self.case.people[who].level or order[-1] for who, _ in chosen}
        return sorted(chosen, key=lambda one: (order.index(levels[one[0]]), one[0]))

    def _why(self, who: int, seat: int, had: Sequence[int]) -> Why:
        day = self.case.seats[seat].day
        person = self.case.people[who]
        others = [
            other
            for other in range(len(self.case.people))
            if seat in self.case.could[other].get(day, ()) and not self._sits_on(other, day)
        ]
        turns = had[who]
        least = min((had[other] for other in others), default=turns)
        owed = max(0, person.minimum - turns)
        holds = {
            Reason.ONLY_ONE: not others,
            Reason.OWED: owed > 0,
            Reason.FEWEST: bool(others) and turns <= least,
            Reason.WISHED: person.wishes.of(self.case.days[day]) > 0,
        }
        reasons = tuple(reason for reason, is_so in holds.items() if is_so) or (Reason.EVEN,)
        wishes = self._of_wishes(who, self.case.days[day])
        return Why((*reasons, *wishes), turns, least, len(others), owed)

    def _of_wishes(self, who: int, day: date) -> tuple[Reason, ...]:
        """Return what became of somebody's wishes with his turn on this day, but for one kept."""
        wishes = self.case.people[who].wishes
        if wishes == NO_WISHES:
            return ()
        if wishes.of(day) < 0:
            return (Reason.UNWISHED,)
        open_to_him = {wishes.of(self.case.days[each]) for each in self.case.could[who]}
        sits = {*self.seating.places[who], *self.fixed_days[who]}
        told = {
            Reason.MISSED: wishes.of(day) == 0 and 1 in open_to_him,
            Reason.SPARED: -1 in open_to_him
            and all(wishes.of(self.case.days[each]) >= 0 for each in sits),
        }
        return tuple(reason for reason, is_so in told.items() if is_so)

    def _why_fixed(self, uid: UUID, had: Sequence[int]) -> Why:
        who = self.case.number_of.get(uid)
        turns = 0 if who is None else had[who]
        owed = 0 if who is None else max(0, self.case.people[who].minimum - turns)
        return Why((Reason.BY_HAND,), turns, turns, 0, owed)

    def _sits_on(self, who: int, day: int) -> bool:
        return day in self.seating.places[who] or day in self.fixed_days[who]

    def _unfilled(self) -> list[Unfilled]:
        holders = self.seating.holders
        return [
            Unfilled(
                self.case.sittings[seats.sitting].key,
                seats.level,
                seats.number - len(holders[place]),
                self._why_unfilled(seats),
            )
            for place, seats in enumerate(self.case.seats)
            if len(holders[place]) < seats.number
        ]

    def _why_unfilled(self, seats: Seats) -> Lack:
        day, level = self.case.days[seats.day], seats.level
        able = [
            person
            for person in self.case.people
            if any(level in {None, held.level} for held in person.mandates)
        ]
        if not able:
            return Lack.NOBODY
        here = [person for person in able if _is_in_office(person.levels_on(day), level)]
        if not here:
            return Lack.NOT_IN_OFFICE
        return Lack.ON_LEAVE if all(one.is_on_leave(day) for one in here) else Lack.BUSY

    def _unmet(self, who: int, short: int) -> Unmet:
        person = self.case.people[who]
        open_seats = [seats for seats in self.case.seats if seats.number]
        days = {seats.day for seats in open_seats} - set(self.fixed_days[who])
        in_office = {day for day in days if person.levels_on(self.case.days[day])}
        wanted = {
            seats.day
            for seats in open_seats
            if _is_in_office(person.levels_on(self.case.days[seats.day]), seats.level)
        } & in_office
        free = {day for day in wanted if not person.is_on_leave(self.case.days[day])}
        needed = person.minimum - self.standing.before[who]
        if len(free) >= needed or (len(wanted) < needed and in_office == days):
            why = Lack.NO_SEATS
        else:
            why = Lack.ON_LEAVE if len(wanted) >= needed else Lack.NOT_IN_OFFICE
        return Unmet(person.uid, person.level, short, len(free), why)

    def _warnings(self) -> list[Warned]:
        return [
            Warned(sitting.key, uid, breach)
            for place, sitting in enumerate(self.case.sittings)
            for uid in self.case.fixed_at(place)
            for breach in self._breaches(place, sitting, uid)
        ]

    def _breaches(self, place: int, sitting: Sitting, uid: UUID) -> list[Breach]:
        who = self.case.number_of.get(uid)
        found = [] if who is None else self._rules_broken(who, place, sitting)
        if who is None:
            found.append(Breach.UNKNOWN)
        if sitting.fixed.count(uid) > 1:
            found.append(Breach.TWICE_IN_SESSION)
        for one in self.misplaced:
            if (one.sitting, one.uid) == (place, uid):
                if not one.has_seat:
                    found.append(Breach.TOO_MANY)
                elif who is not None:
                    found.append(Breach.LEVEL_NOT_WANTED)
        return found

    def _rules_broken(self, who: int, place: int, sitting: Sitting) -> list[Breach]:
        person = self.case.people[who]
        broken = {
            Breach.NOT_IN_OFFICE: not person.levels_on(sitting.day),
            Breach.ON_LEAVE: person.is_on_leave(sitting.day),
            Breach.TWICE_THAT_DAY: self.fixed_days[who].count(self.case.day_of[place]) > 1,
        }
        return [breach for breach, is_so in broken.items() if is_so]


def _is_in_office(levels: Collection[MandateLevel], level: MandateLevel | None) -> bool:
    return level in levels if level is not None else bool(levels)


def _fairness(turns: Sequence[int], group: Sequence[int]) -> Fairness:
    of_group = [turns[who] for who in group]
    least, most = min(of_group, default=0), max(of_group, default=0)
    return Fairness(len(of_group), sum(of_group), least, most)
