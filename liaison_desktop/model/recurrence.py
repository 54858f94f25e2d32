"""接待日怎么定 — the days on which a reception recurs, before any feast has moved them.

Weekdays are 1 (周一) to 7 (周日). A day of the month is its number, or LAST_DAY for the last one,
whatever its number is. Months are 1 to 12, and none named means every one; in the lunar calendar
a leap month (闰月) is a second month of the same number.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import chain
from typing import ClassVar, NamedTuple

from liaison_desktop.model.words import MonthKind, RecurrenceKind

LAST_DAY = -1
MOST_DAYS = {MonthKind.SOLAR: 31, MonthKind.LUNAR: 30}


@dataclass(frozen=True)
class Weekly:
    """Every so many weeks, from Monday to Sunday, counted from the week of the first session."""

    kind: ClassVar[RecurrenceKind] = RecurrenceKind.WEEKLY
    weekdays: tuple[int, ...]
    every: int = 1
    first_on: date | None = None

    def between(self, first: date, last: date) -> Iterator[date]:
        """Return the days from one day to another, both with, in order; none before `first_on`."""
        from dateutil.rrule import WEEKLY, rrule

        days = rrule(
            WEEKLY,
            interval=self.every,
            dtstart=_midnight(self.first_on or first),
            until=_midnight(last),
            byweekday=[weekday - 1 for weekday in self.weekdays],
        )
        return (day for day in _dates(days) if first <= day)


@dataclass(frozen=True)
class DayOfMonth:
    """Numbered days of chosen months; a month that has no such day has no session for it."""

    kind: ClassVar[RecurrenceKind] = RecurrenceKind.DAY_OF_MONTH
    days: tuple[int, ...]
    months: tuple[int, ...] = ()
    calendar: MonthKind = MonthKind.SOLAR

    def between(self, first: date, last: date) -> Iterator[date]:
        """Return the days from one day to another, both with, in order."""
        if self.calendar is MonthKind.LUNAR:
            return _lunar_days(self.days, self.months, first, last)
        return _solar_days(self.days, self.months, first, last)


@dataclass(frozen=True)
class NthWeekday:
    """The first to fifth of a weekday in chosen months, or LAST_DAY for the last of it."""

    kind: ClassVar[RecurrenceKind] = RecurrenceKind.NTH_WEEKDAY
    nth: tuple[int, ...]
    weekdays: tuple[int, ...]
    months: tuple[int, ...] = ()

    def between(self, first: date, last: date) -> Iterator[date]:
        """Return the days from one day to another, both with, in order."""
        from dateutil.rrule import MONTHLY, rrule, weekday

        days = rrule(
            MONTHLY,
            dtstart=_midnight(first),
            until=_midnight(last),
            bymonth=list(self.months) or None,
            byweekday=[weekday(day - 1, nth) for day in self.weekdays for nth in self.nth],
        )
        return _dates(days)


@dataclass(frozen=True)
class MarketDay:
    """圩日: days by the last digit of their number, 1 to 9, and 10 for those that end with 0.

    3, 6 and 9 are the 3rd, 6th, 9th, 13th … 29th. The 31st of the solar calendar ends with 1 and
    is a market day of the ones; a lunar month of 29 days has no 30th.
    """

    kind: ClassVar[RecurrenceKind] = RecurrenceKind.MARKET_DAY
    days: tuple[int, ...]
    calendar: MonthKind = MonthKind.SOLAR

    def between(self, first: date, last: date) -> Iterator[date]:
        """Return the days from one day to another, both with, in order."""
        digits = {day % 10 for day in self.days}
        numbers = range(1, MOST_DAYS[self.calendar] + 1)
        days = tuple(number for number in numbers if number % 10 in digits)
        return DayOfMonth(days, calendar=self.calendar).between(first, last)


@dataclass(frozen=True)
class Dates:
    """The days themselves, in order."""

    kind: ClassVar[RecurrenceKind] = RecurrenceKind.DATES
    dates: tuple[date, ...]

    def between(self, first: date, last: date) -> Iterator[date]:
        """Return the days from one day to another, both with, in order."""
        return (day for day in self.dates if first <= day <= last)


Recurrence = Weekly | DayOfMonth | NthWeekday | MarketDay | Dates


def _solar_days(
    days: tuple[int, ...], months: Sequence[int], first: date, last: date
) -> Iterator[date]:
    from dateutil.rrule import MONTHLY, rrule

    return _dates(
        rrule(
            MONTHLY,
            dtstart=_midnight(first),
            until=_midnight(last),
            bymonth=list(months) or None,
            bymonthday=list(days),
        )
    )


def _lunar_days(
    days: Sequence[int], months: Sequence[int], first: date, last: date
) -> Iterator[date]:
    """Return lunar days in order; a solar year begins in the lunar one before it."""
    for month in chain.from_iterable(map(_lunar_months, range(first.year - 1, last.year + 1))):
        if months and month.number not in months:
            continue
        for number in sorted({month.long if day == LAST_DAY else day for day in days}):
            day = month.new_moon + timedelta(days=number - 1)
            if number <= month.long and first <= day <= last:
                yield day


class _LunarMonth(NamedTuple):
    number: int
    new_moon: date
    long: int


@cache
def _lunar_months(year: int) -> tuple[_LunarMonth, ...]:
    """Return the twelve or thirteen months of a lunar year."""
    from tyme4py.lunar import LunarYear

    months = []
    for month in LunarYear.from_year(year).get_months():
        first = month.get_first_day().get_solar_day()
        new_moon = date(first.get_year(), first.get_month(), first.get_day())
        months.append(_LunarMonth(month.get_month(), new_moon, month.get_day_count()))
    return tuple(months)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def _dates(days: Iterable[datetime]) -> Iterator[date]:
    return (day.date() for day in days)
