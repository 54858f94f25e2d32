"""When a backup is due, and which ones are kept: pure rules, no disk and no clock."""

from collections.abc import Callable, Hashable, Iterable
from datetime import date, datetime, time, timedelta
from typing import Protocol, TypeVar

from liaison_desktop.model.times import SHANGHAI, business_day

OPENS, CLOSES = time(8), time(18)
"""Between them a desk may be at work, on any day: stations receive on weekends too."""

MOST_UNSAVED = timedelta(hours=4)
"""Working time after which the next backup is due."""

DAYS, WEEKS, MONTHS = 7, 4, 12
"""Of so many days, weeks and months that have a backup, the newest of each is kept."""


class Dated(Protocol):
    """Whatever was made at some time."""

    @property
    def made_at(self) -> datetime: ...


D = TypeVar("D", bound=Dated)


def is_due(last: datetime | None, now: datetime) -> bool:
    """Return whether four working hours have gone by since the last backup, or there is none.

    One that seems to be made later than now tells nothing of the time since.
    """
    return last is None or working_time(last, now) >= MOST_UNSAVED


def working_time(since: datetime, until: datetime) -> timedelta:
    """Return how much of a span of time the desk may have been at work; none where it is empty."""
    if until <= since:
        return timedelta()
    days = (business_day(until) - business_day(since)).days
    full = datetime.combine(date.min, CLOSES) - datetime.combine(date.min, OPENS)
    return days * full + _worked_on_its_day(until) - _worked_on_its_day(since)


def to_drop(backups: Iterable[D], today: date, last_verified: D | None = None) -> list[D]:
    """Return the backups that the plan does not keep, newest first.

    Kept are the last one known to be whole, all of today, all that seem to be of a later day (a
    clock was wrong, and they tell nothing of the others), and the newest of each of the last 7
    days, 4 weeks and 12 months that have one. A week without any is skipped, not counted: after a
    long holiday the days before it are still there.
    """
    ranked = sorted(backups, key=lambda backup: backup.made_at, reverse=True)
    known = [backup for backup in ranked if business_day(backup.made_at) <= today]
    kept = [
        *(backup for backup in ranked if business_day(backup.made_at) >= today),
        *_newest_of_each(known, DAYS, business_day),
        *_newest_of_each(known, WEEKS, lambda at: business_day(at).isocalendar()[:2]),
        *_newest_of_each(known, MONTHS, lambda at: (business_day(at).year, business_day(at).month)),
        *([last_verified] if last_verified is not None else []),
    ]
    return [backup for backup in ranked if backup not in kept]


def _newest_of_each(
    ranked: Iterable[D], most: int, span: Callable[[datetime], Hashable]
) -> list[D]:
    found: dict[Hashable, D] = {}
    for backup in ranked:
        found.setdefault(span(backup.made_at), backup)
    return list(found.values())[:most]


def _worked_on_its_day(at: datetime) -> timedelta:
    local = at.astimezone(SHANGHAI)
    opens, closes = (datetime.combine(local.date(), each, SHANGHAI) for each in (OPENS, CLOSES))
    return min(max(local, opens), closes) - opens
