"""工作日历 — which days are worked, by the notices of the State Council and by weekends elsewhere.

A year's notice comes out in the autumn before it. Until then its days are taken by weekends, and
whatever was counted with them is tentative (待公布).
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from liaison_desktop.model.faults import NotSaved, Problem, ProblemCode
from liaison_desktop.model.words import tr

WEEKEND = tr("周末")
FEASTS = (
    tr("元旦"),
    tr("春节"),
    tr("清明"),
    tr("清明节"),
    tr("劳动节"),
    tr("端午"),
    tr("端午节"),
    tr("中秋"),
    tr("中秋节"),
    tr("国庆节"),
)
"""What the notices name the feasts; a calendar file may name another."""

FIRST_YEAR, LAST_YEAR = 1949, 2199
_KEYS = {"year", "source", "rest", "work"}


@dataclass(frozen=True)
class CalendarYear:
    """One year's notice: days of rest by the name of their feast, and weekend days worked."""

    year: int
    source: str
    rest: Mapping[date, str]
    work: Mapping[date, str]


class WorkingCalendar:
    """The years that are known; every other year has its weekends."""

    def __init__(self, years: Iterable[CalendarYear]) -> None:
        self._years = {year.year: year for year in years}

    @property
    def years(self) -> list[int]:
        """The years whose notice is here."""
        return sorted(self._years)

    def is_known(self, day: date) -> bool:
        """Return whether the notice of the day's year is here."""
        return day.year in self._years

    def why_rest(self, day: date) -> str:
        """Return the name of the feast, 周末, or "" for a day that is worked."""
        year = self._years.get(day.year)
        if year is not None and (feast := year.rest.get(day)):
            return feast
        if day.weekday() < 5 or (year is not None and day in year.work):
            return ""
        return WEEKEND

    def is_rest(self, day: date) -> bool:
        """Return whether nobody works on this day."""
        return bool(self.why_rest(day))

    def next_worked(self, day: date) -> date:
        """Return the day itself where it is worked, else the first one after it that is."""
        while self.is_rest(day):
            day += timedelta(days=1)
        return day


def read_calendar(text: str, expected: int | None = None) -> CalendarYear:
    """Return the year that a calendar file tells.

    NotSaved with each problem by its key: not TOML, unknown keys, no source, days of another year
    than the file says (or than `expected`), rest and work on one day, a made-up workday that is no
    weekend.
    """
    told = read_toml(text)
    found = [Problem(key, ProblemCode.UNKNOWN_KEY) for key in sorted(told.keys() - _KEYS)]
    year, source = told.get("year"), told.get("source")
    if not isinstance(year, int) or not FIRST_YEAR <= year <= LAST_YEAR:
        found.append(Problem("year", ProblemCode.BAD_VALUE, detail=f"{FIRST_YEAR}–{LAST_YEAR}"))
        raise NotSaved(found)
    if expected is not None and year != expected:
        found.append(Problem("year", ProblemCode.WRONG_YEAR, detail=str(year)))
    if not isinstance(source, str) or not source.strip():
        found.append(Problem("source", ProblemCode.MISSING))
    rest, work = (_days(told.get(name, {}), name, year, found) for name in ("rest", "work"))
    found += [
        Problem(f"work.{day}", ProblemCode.BAD_VALUE, detail=str(day))
        for day in work
        if day in rest or day.weekday() < 5
    ]
    if not rest:
        found.append(Problem("rest", ProblemCode.MISSING))
    if found:
        raise NotSaved(found)
    return CalendarYear(year, str(source), rest, work)


def read_toml(text: str) -> dict[str, Any]:
    """Return what a TOML text says; NotSaved where it is none, or nested beyond reading."""
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise NotSaved([Problem("file", ProblemCode.BAD_VALUE, detail=str(error)[:80])]) from None


def _days(told: object, name: str, year: int, found: list[Problem]) -> dict[date, str]:
    days: dict[date, str] = {}
    for key, feast in (told if isinstance(told, dict) else {}).items():
        try:
            day = date.fromisoformat(str(key))
        except ValueError:
            found.append(Problem(f"{name}.{key}", ProblemCode.BAD_VALUE, detail=str(key)[:20]))
            continue
        if day.year != year:
            found.append(Problem(f"{name}.{key}", ProblemCode.WRONG_YEAR, detail=str(year)))
        days[day] = str(feast)
    return days
