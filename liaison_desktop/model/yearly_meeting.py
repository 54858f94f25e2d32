"""年度议事会议 — what a deliberation body must hold and hear every year; figures come from data.

Only a 街道 has such a body (浙江省街道人大工作条例, 2019, art. 16, 17): a 镇 or 乡 has a congress.
The articles are known by what they order (once a year, early in it: hear the plans, raise opinions,
recommend projects by ticket; art. 18: results are told), not word for word. So the titles of what
is to be heard, and March as the last month, are this program's; a city may order more, as Hangzhou
does from 2023 (杭州市街道居民议事工作规定: twice a year), by changing the file.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from liaison_desktop.model.consultation import Consultation, HeardItem
from liaison_desktop.model.consultation_words import ConsultationState
from liaison_desktop.model.faults import NotSaved, Problem, ProblemCode
from liaison_desktop.model.words import StationKind
from liaison_desktop.model.working_calendar import read_toml

HELD = frozenset({ConsultationState.READY, ConsultationState.SIGNED, ConsultationState.RECORDING})
AHEAD = frozenset({ConsultationState.PLANNED})


@dataclass(frozen=True)
class HeardRule:
    """One thing that the yearly meeting must have heard, and where that is written."""

    title: str
    source: str
    valid_from: date
    valid_to: date | None = None

    def is_valid(self, day: date) -> bool:
        """Return whether it holds on a day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True)
class YearlyRules:
    """The yearly meeting is held by the end of `last_month`."""

    last_month: int
    source: str
    heard: Sequence[HeardRule]

    def items(self, day: date) -> list[HeardItem]:
        """Return what a meeting of a day must hear, to be put on it."""
        return [HeardItem(title=one.title) for one in self.heard if one.is_valid(day)]


@dataclass(frozen=True)
class YearlyStanding:
    """How this year's meeting stands: the one that was held, else the one that is planned."""

    year: int
    held: Consultation | None
    planned: Consultation | None
    is_late: bool
    """Whether none was held and the last month for it is over."""

    @property
    def unheard(self) -> list[str]:
        """What the meeting that was held has not heard."""
        return [one.title for one in self.held.unheard] if self.held else []


def yearly_standing(
    kind: StationKind, meetings: Iterable[Consultation], rules: YearlyRules, today: date
) -> YearlyStanding | None:
    """Return how this year's meeting stands, of the meetings that are not withdrawn.

    None for a station that has no deliberation body.
    """
    if not kind.has_deliberation_body:
        return None
    of_year = [one for one in meetings if one.is_yearly and one.held_on.year == today.year]
    held = _first(of_year, HELD)
    is_late = held is None and today.month > rules.last_month
    return YearlyStanding(today.year, held, _first(of_year, AHEAD), is_late)


def _first(
    meetings: Iterable[Consultation], states: frozenset[ConsultationState]
) -> Consultation | None:
    found = [one for one in meetings if one.state in states]
    return min(found, key=lambda one: one.held_on, default=None)


def read_yearly_rules(text: str) -> YearlyRules:
    """Return the rules of a TOML file; NotSaved with each problem by its place."""
    told = read_toml(text)
    known = {"last_month", "source", "heard"}
    found = [Problem(key, ProblemCode.UNKNOWN_KEY) for key in sorted(told.keys() - known)]
    month = told.get("last_month")
    if type(month) is not int or not 1 <= month <= 12:
        found.append(Problem("last_month", ProblemCode.BAD_VALUE, detail="1–12"))
    found += _missing(told, ("source",), "")
    for place, row in enumerate(told.get("heard", []), start=1):
        found += _row_problems(row, f"heard.{place}.")
    if found:
        raise NotSaved(found)
    heard = [HeardRule(**row) for row in told.get("heard", [])]
    return YearlyRules(told["last_month"], told["source"], tuple(heard))


def _row_problems(row: Mapping[str, Any], path: str) -> list[Problem]:
    known = {"title", "source", "valid_from", "valid_to"}
    found = [Problem(path + key, ProblemCode.UNKNOWN_KEY) for key in sorted(row.keys() - known)]
    found += _missing(row, ("title", "source"), path)
    if type(row.get("valid_from")) is not date:
        found.append(Problem(path + "valid_from", ProblemCode.MISSING))
    if type(row.get("valid_to", date.max)) is not date:
        found.append(Problem(path + "valid_to", ProblemCode.NOT_A_DAY))
    return found


def _missing(told: Mapping[str, Any], names: Sequence[str], path: str) -> list[Problem]:
    return [
        Problem(path + name, ProblemCode.MISSING)
        for name in names
        if not str(told.get(name, "")).strip()
    ]
