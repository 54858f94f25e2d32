"""The days of a year on which a thing of the year's plan is due, by its rhythm.

A rhythm of months that begins on the 29th to 31st falls on the last day of a shorter month.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from liaison_desktop.model.plan_item import PlanItem
from liaison_desktop.model.schedule_words import PlanShift, Rhythm
from liaison_desktop.model.working_calendar import WorkingCalendar

if TYPE_CHECKING:
    from dateutil.rrule import rrule

_EVERY_MONTHS = {Rhythm.MONTH: 1, Rhythm.QUARTER: 3}
_SHORTEST = 28
"""Days of the shortest month."""


@dataclass(frozen=True)
class PlanDate:
    """One due day: as the rhythm gives it, and as it stands after the days of rest.

    `is_tentative` where the notice of a year that was looked into is not here yet.
    """

    planned_on: date
    due_on: date
    shifted_because: str = ""
    is_tentative: bool = False
    is_done: bool = False


def plan_dates(item: PlanItem, year: int, calendar: WorkingCalendar) -> list[PlanDate]:
    """Return the due days that the rhythm puts into a year, in their order.

    A day that is shifted over New Year stays with the year in which it was planned.
    """
    last = min(date(year, 12, 31), item.ends_on or date.max)
    first = max(date(year, 1, 1), item.starts_on)
    return [_shifted(item, day, calendar) for day in _planned(item, first, last)]


def _planned(item: PlanItem, first: date, last: date) -> list[date]:
    if first > last:
        return []
    if item.rhythm is Rhythm.ONCE:
        return [item.starts_on] if first == item.starts_on else []
    found = _rule(item).between(_midnight(first), _midnight(last), inc=True)
    return [instant.date() for instant in found]


def _rule(item: PlanItem) -> "rrule":
    from dateutil.rrule import MONTHLY, WEEKLY, YEARLY, rrule  # for who has such a plan

    start = item.starts_on
    begins = _midnight(start)
    if item.rhythm is Rhythm.WEEK:
        return rrule(WEEKLY, dtstart=begins)
    days = range(min(start.day, _SHORTEST), start.day + 1)
    if item.rhythm is Rhythm.YEAR:
        return rrule(YEARLY, begins, bymonth=start.month, bymonthday=days, bysetpos=-1)
    interval = _EVERY_MONTHS[item.rhythm]
    return rrule(MONTHLY, begins, interval=interval, bymonthday=days, bysetpos=-1)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def _shifted(item: PlanItem, planned: date, calendar: WorkingCalendar) -> PlanDate:
    due, step = planned, timedelta(days=-1 if item.shift is PlanShift.BEFORE else 1)
    looked_at = {planned}
    while item.shift is not PlanShift.NONE and calendar.is_rest(due):
        due += step
        looked_at.add(due)
    return PlanDate(
        planned,
        due,
        calendar.why_rest(planned) if due != planned else "",
        item.shift is not PlanShift.NONE and not all(map(calendar.is_known, looked_at)),
        any(done.done_on and done.due_on in {planned, due} for done in item.done),
    )
