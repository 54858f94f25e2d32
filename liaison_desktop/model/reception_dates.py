"""接待日 — the days on which a year's receptions are held, after feasts and weekends moved them.

A session is planned by its rules and held where the first of them puts it. Two things hold for the
sessions of one rule, however they are shifted:

- none is held before one that was planned before it; one that its shift would carry to the next
  one's day, or past it, is held together with that one (并入);
- so a day has one session, of all that were planned for it or came to it.

A December session that is held in January belongs to the year in which it was planned.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from liaison_desktop.model.reception_rule import ReceptionRule
from liaison_desktop.model.words import Shift
from liaison_desktop.model.working_calendar import FIRST_YEAR, LAST_YEAR, WorkingCalendar

LOOKED_BEYOND = timedelta(days=62)
"""How far into the years beside it a year looks: no rest is so long that more could matter."""


@dataclass(frozen=True)
class ReceptionDate:
    """A planned session and when it is held; `held` and `notice_by` are None where it is cancelled.

    `notice_by` is so many calendar days before, not moved by rest. `shifted_because` names the
    feast, or 周末, that moved or cancelled it; it is "" where the session stays on its day.
    `is_tentative` (待公布) where a year without its notice had a say. `rules` are those that name
    the day, the one that decided first. `is_merged` where another session stands for it on the day
    on which it is held: whoever counts sessions leaves it out.
    """

    planned: date
    held: date | None
    notice_by: date | None
    shifted_because: str
    is_tentative: bool
    rules: tuple[ReceptionRule, ...]
    is_merged: bool = False


def reception_dates(
    rules: Sequence[ReceptionRule], year: int, calendar: WorkingCalendar
) -> list[ReceptionDate]:
    """Return what the rules plan in a year, one for each planned day, in order of these days.

    A day that several rules name is one session; a joint rule decides it before the station's own,
    else the rule that is given first. ValueError for a year of no calendar.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(year)
    naming = _naming(rules, date(year, 1, 1) - LOOKED_BEYOND, date(year, 12, 31) + LOOKED_BEYOND)
    dates = _in_order([_shifted(day, naming[day], calendar) for day in sorted(naming)], calendar)
    return [one for one in _merged(dates) if one.planned.year == year]


def _naming(
    rules: Sequence[ReceptionRule], first: date, last: date
) -> dict[date, tuple[ReceptionRule, ...]]:
    """Return the rules that name each day, the one that decides it first."""
    naming: dict[date, tuple[ReceptionRule, ...]] = defaultdict(tuple)
    for rule in sorted(dict.fromkeys(rules), key=lambda rule: not rule.is_joint):
        for day in rule.planned(first, last):
            naming[day] += (rule,)
    return naming


def _shifted(
    planned: date, rules: tuple[ReceptionRule, ...], calendar: WorkingCalendar
) -> ReceptionDate:
    """Return the session where its first rule alone would put it."""
    rule = rules[0]
    why = "" if rule.shift is Shift.NONE else rule.why_rest(planned, calendar)
    held = _held(planned, rule, calendar) if why else planned
    return _dated(ReceptionDate(planned, held, None, why, False, rules), held, calendar)


def _held(planned: date, rule: ReceptionRule, calendar: WorkingCalendar) -> date | None:
    if rule.shift is Shift.CANCEL:
        return None
    step = timedelta(days=7 if rule.shift is Shift.SAME_WEEKDAY_NEXT_WEEK else 1)
    while rule.why_rest(planned, calendar):
        planned += step
    return planned


def _dated(one: ReceptionDate, held: date | None, calendar: WorkingCalendar) -> ReceptionDate:
    """Return the session held on a day, with what follows from the day."""
    rule = one.rules[0]
    looked_at = (one.planned, held or one.planned)
    return replace(
        one,
        held=held,
        notice_by=held and held - timedelta(days=rule.notice_days),
        is_tentative=rule.shift is not Shift.NONE and not all(map(calendar.is_known, looked_at)),
    )


def _in_order(dates: Iterable[ReceptionDate], calendar: WorkingCalendar) -> list[ReceptionDate]:
    """Return the sessions so that none is held after a later one of any of its rules."""
    next_held: dict[ReceptionRule, date] = {}
    kept = []
    for one in reversed(list(dates)):
        if one.held is None:
            kept.append(one)
        else:
            held = min([one.held, *(next_held[rule] for rule in one.rules if rule in next_held)])
            next_held |= dict.fromkeys(one.rules, held)
            kept.append(one if held == one.held else _dated(one, held, calendar))
    return kept[::-1]


def _merged(dates: Sequence[ReceptionDate]) -> list[ReceptionDate]:
    """Mark all sessions of a day but one: that of a joint rule, else the one planned last."""
    standing: dict[date | None, ReceptionDate] = {}
    for one in dates:
        other = standing.get(one.held)
        if other is None or one.rules[0].is_joint or not other.rules[0].is_joint:
            standing[one.held] = one
    return [
        replace(one, is_merged=one.held is not None and one is not standing[one.held])
        for one in dates
    ]
