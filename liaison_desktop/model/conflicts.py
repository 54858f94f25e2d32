"""冲突 — what speaks against a thing of the schedule; told as facts, and never forbidden."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations
from uuid import UUID

from liaison_desktop.model.day_times import overlap
from liaison_desktop.model.deputy import Mandate
from liaison_desktop.model.working_calendar import WorkingCalendar

Link = tuple[str, UUID]
"""A record by its kind and uid."""

LOOKED_AHEAD = 42
"""Days after its own among which another day is looked for."""


class ConflictKind(StrEnum):
    """What can speak against it."""

    DEPUTY_TAKEN = "deputy_taken"
    PLACE_TAKEN = "place_taken"
    REST_DAY = "rest_day"
    NOT_IN_OFFICE = "not_in_office"
    ON_LEAVE = "on_leave"


@dataclass(frozen=True)
class Who:
    """One who comes: a name, and which deputy of the roster it is where that is known."""

    name: str
    uid: UUID | None = None

    def is_same(self, other: "Who") -> bool:
        """Return whether both are one person; namesakes of the roster are told apart by uid."""
        if self.uid and other.uid:
            return self.uid == other.uid
        return self.name.strip() == other.name.strip()


@dataclass(frozen=True)
class Appointment:
    """What takes place on a day: when (HH:MM or ""), where, and with whom."""

    link: Link
    day: date
    starts: str = ""
    ends: str = ""
    place: str = ""
    people: tuple[Who, ...] = ()


@dataclass(frozen=True)
class Absence:
    """One who is on leave from a day to a day, both with."""

    link: Link
    who: Who
    first: date
    last: date


@dataclass(frozen=True)
class Circumstances:
    """What days and people are like: who is in office, who is on leave, which days are worked."""

    calendar: WorkingCalendar
    mandates: Mapping[UUID, Sequence[Mandate]] = field(default_factory=dict)
    absences: Sequence[Absence] = ()


@dataclass(frozen=True)
class Conflict:
    """One thing that speaks against what takes place on a day.

    `of` is what would give way, `name` the deputy, the place or the feast that it is about, and
    `other` the record that stands against it; None for a day of rest.
    """

    kind: ConflictKind
    of: Link
    day: date
    starts: str
    name: str
    other: Link | None = None


def find_conflicts(appointments: Sequence[Appointment], known: Circumstances) -> list[Conflict]:
    """Return every conflict among these, in the order of their days; a pair is told of once.

    Of two it is the one that is easier to move that gives way: a field visit before an activity,
    both before a meeting, and all before a reception day.
    """
    by_day: dict[date, list[Appointment]] = {}
    for one in appointments:
        by_day.setdefault(one.day, []).append(one)
    found = []
    for day in sorted(by_day):
        for one in by_day[day]:
            found += _of_its_own(one, known)
        for pair in combinations(by_day[day], 2):
            first, second = sorted(pair, key=_stays)
            found += _between(first, second)
    return sorted(found, key=lambda conflict: (conflict.day, conflict.starts))


def conflicts_of(
    one: Appointment, others: Iterable[Appointment], known: Circumstances
) -> list[Conflict]:
    """Return what speaks against one thing; `others` may hold the same thing as it is now."""
    found = _of_its_own(one, known)
    for other in others:
        if other.link != one.link:
            found += _between(one, other)
    return found


def free_days(
    one: Appointment, others: Sequence[Appointment], known: Circumstances, today: date
) -> list[date]:
    """Return the next days on which nothing speaks against it, the nearest first; none has passed.

    The days looked at are the LOOKED_AHEAD after its own, or after today where that is later.
    """
    start = max(one.day, today - timedelta(days=1))
    days = [start + timedelta(days=n) for n in range(1, LOOKED_AHEAD + 1)]
    by_day: dict[date, list[Appointment]] = {}
    for other in others:
        by_day.setdefault(other.day, []).append(other)
    return [
        day for day in days if not conflicts_of(replace(one, day=day), by_day.get(day, ()), known)
    ]


_EASE = ("field_visit", "group_activity", "consultation", "reception_session")


def _stays(one: Appointment) -> int:
    kind = one.link[0]
    return _EASE.index(kind) if kind in _EASE else len(_EASE)


def _of_its_own(one: Appointment, known: Circumstances) -> list[Conflict]:
    """Return what speaks against the day and the people, whatever else takes place."""
    found = []
    if feast := known.calendar.why_rest(one.day):
        found.append(_about(one, ConflictKind.REST_DAY, feast))
    for who in one.people:
        mandates = known.mandates.get(who.uid, ()) if who.uid else ()
        if mandates and not any(mandate.is_in_office(one.day) for mandate in mandates):
            deputy = ("deputy", who.uid) if who.uid else None
            found.append(_about(one, ConflictKind.NOT_IN_OFFICE, who.name, deputy))
        found += [
            _about(one, ConflictKind.ON_LEAVE, who.name, away.link)
            for away in known.absences
            if away.first <= one.day <= away.last and away.who.is_same(who)
        ]
    return found


def _between(one: Appointment, other: Appointment) -> list[Conflict]:
    """Return what two things stand in each other's way with."""
    if one.day != other.day or not overlap(one.starts, one.ends, other.starts, other.ends):
        return []
    found = [
        _about(one, ConflictKind.DEPUTY_TAKEN, who.name, other.link)
        for who in one.people
        if any(who.is_same(his) for his in other.people)
    ]
    if one.place.strip() and one.place.strip() == other.place.strip():
        found.append(_about(one, ConflictKind.PLACE_TAKEN, one.place.strip(), other.link))
    return found


def _about(one: Appointment, kind: ConflictKind, name: str, other: Link | None = None) -> Conflict:
    return Conflict(kind, one.link, one.day, one.starts, name, other)
