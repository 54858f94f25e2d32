"""最低次数 — what a deputy does at least in a year, and who is behind; figures come from data."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from liaison_desktop.model.faults import NotSaved, Problem, ProblemCode
from liaison_desktop.model.words import MandateLevel
from liaison_desktop.model.working_calendar import read_toml


class Counted(StrEnum):
    """What is counted of a deputy in a year."""

    STATION_VISITS = "station_visits"
    FIELD_VISITS = "field_visits"
    PERSON_TIMES = "person_times"
    HOUSEHOLDS = "households"
    DUTY_HALF_DAYS = "duty_half_days"


@dataclass(frozen=True)
class Minimum:
    """At least `number` of something a year, for deputies of these levels; none means all."""

    code: str
    label: str
    what: Counted
    number: int
    levels: frozenset[MandateLevel]
    source: str
    valid_from: date
    valid_to: date | None = None

    def holds_for(self, levels: Iterable[MandateLevel], day: date) -> bool:
        """Return whether it holds on a day for somebody of these levels."""
        is_valid = self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)
        return is_valid and (not self.levels or not self.levels.isdisjoint(levels))


@dataclass(frozen=True)
class DeputyYear:
    """A deputy in office with what was counted of him in a year."""

    uid: UUID
    name: str
    levels: tuple[MandateLevel, ...]
    counts: Mapping[Counted, int]


@dataclass(frozen=True)
class Behind:
    """A deputy who has done less than a minimum asks; `short` is by how many."""

    uid: UUID
    name: str
    minimum: Minimum
    done: int

    @property
    def short(self) -> int:
        """How many are missing."""
        return self.minimum.number - self.done


def behind(deputies: Sequence[DeputyYear], minimums: Sequence[Minimum], day: date) -> list[Behind]:
    """Return who is behind what on a day, who lacks most first, else in the order given."""
    found = [
        Behind(deputy.uid, deputy.name, minimum, deputy.counts.get(minimum.what, 0))
        for minimum in minimums
        for deputy in deputies
        if minimum.holds_for(deputy.levels, day)
        and deputy.counts.get(minimum.what, 0) < minimum.number
    ]
    return sorted(found, key=lambda one: -one.short / one.minimum.number)


def read_minimums(text: str) -> list[Minimum]:
    """Return the minimums of a TOML file; NotSaved with each problem by its place."""
    told = read_toml(text)
    found = [Problem(key, ProblemCode.UNKNOWN_KEY) for key in sorted(told.keys() - {"minimum"})]
    rows = told.get("minimum", [])
    read = [_read(row, f"minimum.{place}.", found) for place, row in enumerate(rows, start=1)]
    if found:
        raise NotSaved(found)
    return [one for one in read if one is not None]


_KEYS = {"code", "label", "what", "number", "levels", "source", "valid_from", "valid_to"}


def _read(row: Mapping[str, Any], path: str, found: list[Problem]) -> Minimum | None:
    problems = [Problem(path + key, ProblemCode.UNKNOWN_KEY) for key in sorted(row.keys() - _KEYS)]
    problems += [
        Problem(path + name, ProblemCode.MISSING)
        for name in ("code", "label", "source")
        if not str(row.get(name, "")).strip()
    ]
    number, levels = row.get("number"), row.get("levels", [])
    if type(number) is not int or number < 1:
        problems.append(Problem(path + "number", ProblemCode.BAD_VALUE, detail="≥ 1"))
    if row.get("what") not in list(Counted):
        values = "、".join(Counted)
        problems.append(Problem(path + "what", ProblemCode.BAD_VALUE, detail=values))
    if unknown := [level for level in levels if level not in [one.value for one in MandateLevel]]:
        problems.append(
            Problem(path + "levels", ProblemCode.BAD_VALUE, detail=str(unknown[0])[:20])
        )
    if type(row.get("valid_from")) is not date:
        problems.append(Problem(path + "valid_from", ProblemCode.MISSING))
    found += problems
    if problems:
        return None
    return Minimum(
        row["code"],
        row["label"],
        Counted(row["what"]),
        row["number"],
        frozenset(MandateLevel(level) for level in levels),
        row["source"],
        row["valid_from"],
        row.get("valid_to"),
    )
