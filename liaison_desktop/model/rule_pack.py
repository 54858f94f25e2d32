"""规则包 — dated limits with the source of every figure; none stands in the code.

A matter remembers the pack that it began under, and every deadline that it ever had.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations
from typing import Any

from liaison_desktop.model.deadlines import MOST_COUNTED
from liaison_desktop.model.faults import NotFound, NotSaved, Problem, ProblemCode
from liaison_desktop.model.words import CountUnit
from liaison_desktop.model.working_calendar import read_toml

_PACK_KEYS = {"code", "name", "valid_from", "rule"}
_TEXTS = ("code", "label", "source")


class Since(StrEnum):
    """The event from which a limit is counted; its day is not.

    `DUE` is the last day of the limit that is put off, `NOTICED` the day of an announcement.
    """

    REGISTERED = "registered"
    ASSIGNED = "assigned"
    RETURNED = "returned"
    REPLIED = "replied"
    FED_BACK = "fed_back"
    EVALUATED = "evaluated"
    DUE = "due"
    NOTICED = "noticed"


CONSULTATION_NOTICE = "consultation_notice"
"""The rule by which a consultation is announced: calendar days before it."""

ACTIVITY_NOTICE = "activity_notice"
"""The rule by which the deputies of a group are told of its activity: calendar days before it."""


@dataclass(frozen=True)
class Rule:
    """One limit: so many of a unit from an event on, valid from a day to a day, both with."""

    code: str
    label: str
    number: int
    unit: CountUnit
    since: Since
    source: str
    valid_from: date
    valid_to: date | None = None

    def is_valid(self, day: date) -> bool:
        """Return whether the rule holds on a day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True)
class RulePack:
    """A pack by its code; `rules` in the order of the file.

    It is in force from `valid_from` until another begins; matters keep the one they began under.
    """

    code: str
    name: str
    valid_from: date
    rules: Sequence[Rule]

    def rule(self, code: str, day: date) -> Rule:
        """Return the rule of this code that holds on a day; NotFound where there is none.

        On a day before them all (the clock of a PC may stand wrong) it is the first.
        """
        named = sorted(self.rules_of(code), key=lambda rule: rule.valid_from)
        for rule in named:
            if rule.is_valid(day) or day < named[0].valid_from:
                return rule
        raise NotFound("rule", code)

    def rules_of(self, code: str) -> list[Rule]:
        """Return every rule of this code, in the order of the file."""
        return [rule for rule in self.rules if rule.code == code]


def read_pack(text: str, *, is_brought: bool = False) -> RulePack:
    """Return the pack that a TOML file tells; one that somebody brings must say its first day.

    NotSaved with each problem by its place (`rule.3.source`): what is missing, a number that is
    none, an unknown unit or event, an end before its beginning, overlapping validities of one code.
    """
    told = read_toml(text)
    found = [Problem(key, ProblemCode.UNKNOWN_KEY) for key in sorted(told.keys() - _PACK_KEYS)]
    found += _missing(told, ("code", "name"), "")
    rows = told.get("rule", [])
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        raise NotSaved([*found, Problem("rule", ProblemCode.MISSING)])
    read = [_read_rule(row, f"rule.{place}.", found) for place, row in enumerate(rows, start=1)]
    rules = [rule for rule in read if rule is not None]
    found += _overlaps(rules)
    begins = told.get("valid_from")
    if begins is None and is_brought:
        found.append(Problem("valid_from", ProblemCode.MISSING))
    elif begins is not None and type(begins) is not date:
        found.append(Problem("valid_from", ProblemCode.BAD_VALUE, detail="2027-01-01"))
    if found:
        raise NotSaved(found)
    first = begins or min(rule.valid_from for rule in rules)
    return RulePack(told["code"], told["name"], first, tuple(rules))


def _missing(told: Mapping[str, Any], names: Iterable[str], path: str) -> list[Problem]:
    return [
        Problem(path + name, ProblemCode.MISSING)
        for name in names
        if not isinstance(told.get(name), str) or not told[name].strip()
    ]


def _read_rule(row: Mapping[str, Any], path: str, found: list[Problem]) -> Rule | None:
    known = {*_TEXTS, "number", "unit", "since", "valid_from", "valid_to"}
    problems = [Problem(path + key, ProblemCode.UNKNOWN_KEY) for key in sorted(row.keys() - known)]
    problems += _missing(row, _TEXTS, path)
    number, first, last = (row.get(name) for name in ("number", "valid_from", "valid_to"))
    if not isinstance(number, int) or isinstance(number, bool) or not 1 <= number <= MOST_COUNTED:
        problems.append(Problem(path + "number", ProblemCode.BAD_VALUE, detail=f"1–{MOST_COUNTED}"))
    for name, words in (("unit", CountUnit), ("since", Since)):
        if row.get(name) not in list(words):
            values = "、".join(words)
            problems.append(Problem(path + name, ProblemCode.BAD_VALUE, detail=values))
    if type(first) is not date:  # an instant is a date as well
        problems.append(Problem(path + "valid_from", ProblemCode.MISSING))
    elif last is not None and (type(last) is not date or last < first):
        problems.append(Problem(path + "valid_to", ProblemCode.BAD_VALUE, detail=str(first)))
    found += problems
    if problems:
        return None
    texts = {name: row[name] for name in _TEXTS}
    return Rule(
        **texts,
        number=row["number"],
        unit=CountUnit(row["unit"]),
        since=Since(row["since"]),
        valid_from=row["valid_from"],
        valid_to=last,
    )


def _overlaps(rules: Sequence[Rule]) -> list[Problem]:
    places = enumerate(rules, start=1)
    return [
        Problem(f"rule.{place}.valid_from", ProblemCode.OVERLAPS, detail=later.code)
        for (_, former), (place, later) in combinations(places, 2)
        if former.code == later.code
        and former.valid_from <= (later.valid_to or date.max)
        and later.valid_from <= (former.valid_to or date.max)
    ]
