"""接待日规则 — one rule of a station's reception days, and the TOML text in which it is stored.

docs/reception-rules.md explains every key.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from itertools import chain
from typing import Any

from dateutil.relativedelta import relativedelta

from liaison_desktop.model.faults import NotSaved, Problem, ProblemCode
from liaison_desktop.model.recurrence import (
    LAST_DAY,
    MOST_DAYS,
    Dates,
    DayOfMonth,
    MarketDay,
    NthWeekday,
    Recurrence,
    Weekly,
)
from liaison_desktop.model.toml_keys import TomlKeys
from liaison_desktop.model.words import MandateLevel, MonthKind, RecurrenceKind, Shift
from liaison_desktop.model.working_calendar import (
    FIRST_YEAR,
    LAST_YEAR,
    WEEKEND,
    WorkingCalendar,
    read_toml,
)

BOUNDS = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)
NAME_SIZE, PLACE_SIZE, THEME_SIZE = 40, 40, 80
MOST_TEXT = 20_000
MOST_DATES = 400
MOST_SEATS = 50
MOST_WEEKS = 52
MOST_NOTICE_DAYS = 60
USUAL_NOTICE_DAYS = 3
FRIDAY = 5
YEARS_LOOKED_AT = 40
"""29 February is a given weekday once in 28 years, in 40 where a century has no leap year."""

KEYS = (
    *("name", "kind", "valid_from", "valid_to", "starts", "ends", "place", "theme"),
    *("deputies", "levels", "shift", "weekends_rest", "notice_days", "joint"),
)
KEYS_OF_KIND: Mapping[RecurrenceKind, tuple[str, ...]] = {
    RecurrenceKind.WEEKLY: ("weekdays", "every", "first_on"),
    RecurrenceKind.DAY_OF_MONTH: ("days", "months", "calendar"),
    RecurrenceKind.NTH_WEEKDAY: ("nth", "weekdays", "months"),
    RecurrenceKind.MARKET_DAY: ("days", "calendar"),
    RecurrenceKind.DATES: ("dates",),
}
"""The keys that tell the days; the first is where a rule that never occurs is told."""


@dataclass(frozen=True)
class ReceptionRule:
    """When deputies receive voters, where, how many of them, and what a day of rest changes.

    `levels` are seats kept for deputies of a level, among the `deputies` of one session. With
    `weekends_rest` a plain weekend is a day of rest; one that is worked for a feast never is.
    A rule that `is_joint` (统一接待日) is the whole city's.
    """

    name: str
    recurrence: Recurrence
    valid_from: date
    starts: time
    ends: time
    place: str
    deputies: int
    valid_to: date | None = None
    theme: str = ""
    levels: Mapping[MandateLevel, int] = field(default_factory=dict, hash=False)
    shift: Shift = Shift.NEXT_WORKDAY
    weekends_rest: bool = True
    notice_days: int = USUAL_NOTICE_DAYS
    is_joint: bool = False

    def planned(self, first: date, last: date) -> list[date]:
        """Return the days from one to another, both with, that it names while it is valid."""
        first = max(first, self.valid_from)
        last = min(last, self.valid_to or last)
        return list(self.recurrence.between(first, last)) if first <= last else []

    def why_rest(self, day: date, calendar: WorkingCalendar) -> str:
        """Return the feast or 周末 for which nobody receives on a day; "" on any other."""
        why = calendar.why_rest(day)
        return "" if why == WEEKEND and not self.weekends_rest else why


def read_reception_rule(text: str) -> ReceptionRule:
    """Return the rule that a TOML text tells.

    NotSaved with each problem by its key: not TOML, a key that this kind has not, one that is
    missing or has a bad value, an end before its beginning, more seats for levels than there are,
    a shift that would find no day, a rule that never occurs.
    """
    if len(text) > MOST_TEXT:
        raise NotSaved([Problem("file", ProblemCode.TOO_LONG, detail=str(MOST_TEXT))])
    keys = TomlKeys(read_toml(text))
    kind = keys.word("kind", RecurrenceKind)
    of_kind = chain(*KEYS_OF_KIND.values()) if kind is None else KEYS_OF_KIND[kind]
    keys.refuse_unknown({*KEYS, *of_kind})
    facts = _facts(keys)
    recurrence = None if kind is None else _recurrence(keys, kind)
    if recurrence is None or keys.problems:
        raise NotSaved(keys.problems)
    rule = ReceptionRule(recurrence=recurrence, **facts)
    if problems := _never(rule):
        raise NotSaved(problems)
    return rule


def write_reception_rule(rule: ReceptionRule) -> str:
    """Return the rule as TOML, equal ones as equal texts; reading it gives an equal rule."""
    kind = rule.recurrence.kind
    levels = {level: rule.levels[level] for level in MandateLevel if level in rule.levels}
    told = vars(rule) | vars(rule.recurrence)
    told |= {"kind": kind, "levels": levels, "joint": rule.is_joint}
    names = [*KEYS[:2], *KEYS_OF_KIND[kind], *KEYS[2:]]
    return "".join(
        f"{name} = {_toml(told[name])}\n" for name in names if told[name] not in (None, "", (), {})
    )


def _toml(value: object) -> str:
    """Return a value of a rule as TOML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f'"{value:%H:%M}"'
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {_toml(one)}" for key, one in value.items()) + " }"
    if isinstance(value, tuple):
        return "[" + ", ".join(_toml(one) for one in value) + "]"
    return str(value)


def _recurrence(keys: TomlKeys, kind: RecurrenceKind) -> Recurrence:
    if kind is RecurrenceKind.WEEKLY:
        return _weekly(keys)
    if kind is RecurrenceKind.NTH_WEEKDAY:
        nth, weekdays = keys.numbers("nth", 1, 5, LAST_DAY), keys.numbers("weekdays", 1, 7)
        return NthWeekday(nth, weekdays, _months(keys))
    if kind is RecurrenceKind.DATES:
        return Dates(keys.days("dates", *BOUNDS, MOST_DATES))
    calendar = keys.word("calendar", MonthKind, usual=MonthKind.SOLAR) or MonthKind.SOLAR
    if kind is RecurrenceKind.MARKET_DAY:
        return MarketDay(keys.numbers("days", 1, 10), calendar)
    days = keys.numbers("days", 1, MOST_DAYS[calendar], LAST_DAY)
    return DayOfMonth(days, _months(keys), calendar)


def _weekly(keys: TomlKeys) -> Weekly:
    """Return the weeks; which of them, where not every one, only a first session can tell."""
    weekdays = keys.numbers("weekdays", 1, 7)
    every = keys.number("every", 1, MOST_WEEKS, usual=1) or 1
    first_on = keys.day("first_on", *BOUNDS, is_needed=every > 1)
    if first_on and weekdays and first_on.isoweekday() not in weekdays:
        keys.refuse("first_on", ProblemCode.BAD_VALUE, f"weekdays = {list(weekdays)}")
    return Weekly(weekdays, every, first_on)


def _months(keys: TomlKeys) -> tuple[int, ...]:
    return keys.numbers("months", 1, 12, is_needed=False)


def _facts(keys: TomlKeys) -> dict[str, Any]:
    """Return the fields that every kind has, by their names in `ReceptionRule`."""
    facts: dict[str, Any] = {
        "name": keys.text("name", NAME_SIZE, is_needed=True),
        "valid_from": keys.day("valid_from", *BOUNDS, is_needed=True),
        "valid_to": keys.day("valid_to", *BOUNDS),
        "starts": keys.clock("starts"),
        "ends": keys.clock("ends"),
        "place": keys.text("place", PLACE_SIZE, is_needed=True),
        "theme": keys.text("theme", THEME_SIZE),
        "deputies": keys.number("deputies", 1, MOST_SEATS),
        "levels": keys.numbers_by_word("levels", MandateLevel, MOST_SEATS),
        "shift": keys.word("shift", Shift, usual=Shift.NEXT_WORKDAY),
        "weekends_rest": keys.switch("weekends_rest", usual=True),
        "notice_days": keys.number("notice_days", 0, MOST_NOTICE_DAYS, usual=USUAL_NOTICE_DAYS),
        "is_joint": keys.switch("joint", usual=False),
    }
    _refuse_backwards(keys, facts)
    return facts


def _refuse_backwards(keys: TomlKeys, facts: Mapping[str, Any]) -> None:
    valid_from, valid_to, starts, ends, deputies = (
        facts[name] for name in ("valid_from", "valid_to", "starts", "ends", "deputies")
    )
    if valid_from and valid_to and valid_to < valid_from:
        keys.refuse("valid_to", ProblemCode.TOO_EARLY, str(valid_from))
    if starts is not None and ends is not None and ends <= starts:
        keys.refuse("ends", ProblemCode.BAD_VALUE, f"> {starts:%H:%M}")
    if deputies and sum(facts["levels"].values()) > deputies:
        keys.refuse("levels", ProblemCode.BAD_VALUE, f"deputies = {deputies}")


def _never(rule: ReceptionRule) -> list[Problem]:
    """Return why a rule names no day, names one that it is not valid on, or could hold none."""
    recurrence = rule.recurrence
    key = KEYS_OF_KIND[recurrence.kind][0]
    last = rule.valid_from + relativedelta(years=YEARS_LOOKED_AT)
    days = recurrence.between(rule.valid_from, min(rule.valid_to or last, last))
    found = [] if next(days, None) else [Problem(key, ProblemCode.NEVER_OCCURS)]
    if isinstance(recurrence, Dates):
        known = rule.planned(*BOUNDS)
        outside = [day for day in recurrence.dates if day not in known]
        found = [Problem(key, ProblemCode.BAD_VALUE, detail=str(day)) for day in outside[:1]]
    if rule.weekends_rest:
        found += _never_shifted(rule)
    return found


def _never_shifted(rule: ReceptionRule) -> list[Problem]:
    """Return what is wrong with a shift where weekends rest: the next Sunday rests again."""
    recurrence = rule.recurrence
    if isinstance(recurrence, Weekly | NthWeekday):
        on_weekends = [weekday > FRIDAY for weekday in recurrence.weekdays]
    elif isinstance(recurrence, Dates):
        on_weekends = [day.isoweekday() > FRIDAY for day in recurrence.dates]
    else:
        on_weekends = [True, False]
    if rule.shift is Shift.SAME_WEEKDAY_NEXT_WEEK and any(on_weekends):
        others = "、".join(shift for shift in Shift if shift is not rule.shift)
        return [Problem("shift", ProblemCode.BAD_VALUE, detail=others)]
    if rule.shift is Shift.CANCEL and all(on_weekends):
        return [Problem("shift", ProblemCode.NEVER_OCCURS)]
    return []
