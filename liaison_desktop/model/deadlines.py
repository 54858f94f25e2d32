"""期限 — how days, working days and months are counted.

民法典 (2020) arts. 201–203: the day on which something begins is not counted; a month ends on the
day of the same number, or on the last of the month where it has none; where the last day is a day
of rest, the first worked day after it is the last.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from liaison_desktop.model.words import CountUnit
from liaison_desktop.model.working_calendar import WorkingCalendar

_DAY = timedelta(days=1)
MOST_COUNTED = 3660
"""No limit of the house is longer than ten years of days."""


class Skipped(NamedTuple):
    """A day that did not count, and why: the name of its feast, or 周末."""

    day: date
    why: str


@dataclass(frozen=True)
class Counted:
    """A limit counted out: `end` as the law counts it, `due` after a day of rest has rolled over.

    `skipped` are the days of rest that moved it, in order. `is_tentative` (待公布) where any day
    that was looked at is of a year whose notice is not here.
    """

    start: date
    end: date
    due: date
    skipped: tuple[Skipped, ...]
    is_tentative: bool


def count(start: date, number: int, unit: CountUnit, calendar: WorkingCalendar) -> Counted:
    """Return where so many days, working days or months end that begin on a day.

    ValueError where the number is not from 1 to MOST_COUNTED.
    """
    if not 1 <= number <= MOST_COUNTED:
        raise ValueError(number)
    if unit is CountUnit.WORKDAY:
        return _settled(start, _workdays_after(start, number, calendar), calendar, start + _DAY)
    end = start + (relativedelta(months=number) if unit is CountUnit.MONTH else number * _DAY)
    return _settled(start, end, calendar, end)


def move(
    counted: Counted,
    suspended_on: date,
    resumed_on: date,
    unit: CountUnit,
    calendar: WorkingCalendar,
) -> Counted:
    """Return the limit moved by the days on which it stood still, then rolled over.

    It stands still after `suspended_on` up to and with `resumed_on`, counted in its rule's unit; a
    month moves by calendar days. ValueError where it goes on before it stands still.
    """
    if resumed_on < suspended_on:
        raise ValueError(resumed_on)
    if unit is not CountUnit.WORKDAY:
        end = counted.end + (resumed_on - suspended_on)
        return _settled(counted.start, end, calendar, end)
    lost = workdays_between(suspended_on, resumed_on, calendar)
    end = _workdays_after(counted.end, lost, calendar)
    return _settled(counted.start, end, calendar, min(suspended_on, counted.end) + _DAY)


def workdays_between(first: date, last: date, calendar: WorkingCalendar) -> int:
    """Return how many days are worked after `first` up to and with `last`; below 0 backwards."""
    if last < first:
        return -workdays_between(last, first, calendar)
    return sum(not calendar.is_rest(day) for day in _days(first + _DAY, last))


def _settled(start: date, end: date, calendar: WorkingCalendar, looked_from: date) -> Counted:
    """Let an end roll over; the days looked at are those from `looked_from` to the due one."""
    due = calendar.next_worked(end)
    looked_at = list(_days(looked_from, due))
    skipped = [Skipped(day, why) for day in looked_at if (why := calendar.why_rest(day))]
    is_tentative = any(not calendar.is_known(day) for day in looked_at)
    return Counted(start, end, due, tuple(skipped), is_tentative)


def _workdays_after(day: date, number: int, calendar: WorkingCalendar) -> date:
    while number:
        day += _DAY
        number -= not calendar.is_rest(day)
    return day


def _days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += _DAY
