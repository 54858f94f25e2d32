"""What the calendar shows, prepared once for each read: by day, with what speaks against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from uuid import UUID

from liaison_desktop.desk.agenda import OVER, SESSION, AgendaDays, AgendaDeputy, AgendaRow
from liaison_desktop.model.conflicts import (
    Appointment,
    Conflict,
    Link,
    conflicts_of,
    find_conflicts,
    free_days,
)
from liaison_desktop.model.texts import visible
from liaison_desktop.model.working_calendar import WEEKEND
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.pages.calendar_words import (
    conflict_words,
    heading,
    names_of,
    spoken,
)

Thing = AgendaRow | AgendaDeputy
"""What can be carried to a day."""


@dataclass(frozen=True)
class Entry:
    """One thing of a day as it is drawn: a line of what, a line of who, and what a reader says."""

    row: AgendaRow
    first: str
    names: tuple[str, ...]
    conflicts: tuple[str, ...]
    spoken: str


class Sheet:
    """The days that were read. What has passed is shown, and nothing of it is told as conflict."""

    def __init__(self, days: AgendaDays, today: date) -> None:
        self.days, self.today = days, today
        self.rows = {row.link: row for row in days.rows}
        pending = [row.appointment() for row in days.rows if _is_to_come(row, today)]
        self.conflicts = find_conflicts(pending, days.circumstances)
        self._told: dict[Link, list[tuple[str, Link | None]]] = {}
        for conflict in self.conflicts:
            self._tell(conflict)
        self._entries: dict[date, list[Entry]] = {}
        for row in days.rows:
            self._entries.setdefault(row.day, []).append(self._entry(row))

    def entries(self, day: date) -> list[Entry]:
        """Return what takes place on a day, in its order."""
        return self._entries.get(day, [])

    def entry(self, link: Link) -> Entry | None:
        """Return one thing, None where it is not among the days that were read."""
        row = self.rows.get(link)
        return None if row is None else next(e for e in self.entries(row.day) if e.row is row)

    def told(self, link: Link) -> list[tuple[str, Link | None]]:
        """Return what speaks against a thing, each in words with what stands in its way."""
        return self._told.get(link, [])

    def conflicts_on(self, first: date, last: date) -> list[Conflict]:
        """Return what conflicts from a day to a day."""
        return [one for one in self.conflicts if first <= one.day <= last]

    def is_read(self, day: date) -> bool:
        """Return whether a day is among those that were read."""
        return self.days.first <= day <= self.days.last

    def words_of(self, conflict: Conflict) -> str:
        """Return what speaks against something."""
        return conflict_words(conflict, self.rows.get(conflict.other) if conflict.other else None)

    def against(self, thing: Thing, day: date, onto: AgendaRow | None = None) -> list[str]:
        """Return, in words, what would speak against carrying a thing to a day.

        A deputy would sit in the session `onto`, or in a new one at the usual time.
        """
        if isinstance(thing, AgendaDeputy) and onto is not None and sits_in(onto, thing):
            return [tr("{name}已在这次接待中").format(name=visible(thing.who.name))]
        one = self._carried(thing, day, onto)
        found = conflicts_of(one, self.appointments, self.days.circumstances)
        return [self.words_of(conflict) for conflict in found]

    def free_days(self, row: AgendaRow) -> list[date]:
        """Return the next days on which nothing would speak against it."""
        found = free_days(row.appointment(), self.appointments, self.days.circumstances, self.today)
        return [day for day in found if self.is_read(day)]

    def session_for(self, day: date, pointed: AgendaRow | None = None) -> AgendaRow | None:
        """Return the session of a day that takes one more: the one pointed at, or the first."""
        open_ones = [e.row for e in self.entries(day) if e.row.kind == SESSION and e.row.may_move]
        return pointed if pointed in open_ones else next(iter(open_ones), None)

    def feast(self, day: date) -> tuple[str, str]:
        """Return (休 or 班, the feast) of a day that is not as its weekday; else empty texts."""
        calendar = self.days.circumstances.calendar
        why = calendar.why_rest(day)
        if why and why != WEEKEND:
            return tr("休"), tr(why)
        is_made_up = day.weekday() > 4 and not why
        return (tr("班"), "") if is_made_up else ("", "")

    def is_rest(self, day: date) -> bool:
        """Return whether nobody works on a day."""
        return self.days.circumstances.calendar.is_rest(day)

    def unknown_year(self, first: date, last: date) -> int | None:
        """Return the year among these days whose feasts are not announced yet."""
        calendar = self.days.circumstances.calendar
        years = (day.year for day in (first, last) if not calendar.is_known(day))
        return next((year for year in years if year > self.today.year), None)

    @cached_property
    def appointments(self) -> Sequence[Appointment]:
        """All that takes place in the days that were read."""
        return [row.appointment() for row in self.days.rows if row.takes_place]

    def _carried(self, thing: Thing, day: date, onto: AgendaRow | None) -> Appointment:
        if isinstance(thing, AgendaRow):
            return thing.appointment(day)
        if onto is not None:
            return replace(onto.appointment(), people=(thing.who,))
        usual = self.days.usual
        return Appointment(NEW, day, usual.starts, usual.ends, usual.place, (thing.who,))

    def _entry(self, row: AgendaRow) -> Entry:
        told = tuple(words for words, _link in self.told(row.link))
        return Entry(row, heading(row), names_of(row.people), told, spoken(row, told))

    def _tell(self, conflict: Conflict) -> None:
        """Note a conflict at both of those who stand in each other's way."""
        told = (self.words_of(conflict), conflict.other)
        self._told.setdefault(conflict.of, []).append(told)
        if conflict.other in self.rows:
            back = replace(conflict, of=conflict.other, other=conflict.of)
            told = (self.words_of(back), conflict.of)
            self._told.setdefault(conflict.other, []).append(told)


def sits_in(row: AgendaRow, deputy: AgendaDeputy) -> bool:
    """Return whether a deputy is among those who come."""
    return any(deputy.who.is_same(who) for who in row.people)


NEW: Link = (SESSION, UUID(int=0))
"""A session that is not there yet."""


def weeks_of(month: date) -> tuple[date, int]:
    """Return the Monday before or on the first of a month, and how many weeks show all of it."""
    first = month.replace(day=1)
    monday = first - timedelta(days=first.weekday())
    last = next_month(first) - timedelta(days=1)
    return monday, (last - monday).days // 7 + 1


def next_month(day: date, months: int = 1) -> date:
    """Return the first of the month so many months after a day's; before it, for less than 0."""
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def _is_to_come(row: AgendaRow, today: date) -> bool:
    return row.takes_place and row.state not in OVER and row.day >= today
