"""Reception rules for tests: one by hand, and any at all."""

from datetime import date, time

from hypothesis import strategies as st

from liaison_desktop.model.faults import NotSaved
from liaison_desktop.model.reception_rule import (
    ReceptionRule,
    read_reception_rule,
    write_reception_rule,
)
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
from liaison_desktop.model.words import MandateLevel, MonthKind, Shift

DAY = {"valid_from": date(2023, 1, 1), "starts": time(9), "ends": time(11), "deputies": 2}


def a_rule(recurrence: Recurrence, **fields: object) -> ReceptionRule:
    """Return a rule from 2023 on: 9 to 11 at the station, two deputies."""
    named = {"name": "接待日", "place": "清河街道人大代表联络站"}
    return ReceptionRule(recurrence=recurrence, **(named | DAY | fields))  # type: ignore[arg-type]  # fields by name


def numbers(
    least: int, most: int, *others: int, size: int = 4
) -> st.SearchStrategy[tuple[int, ...]]:
    """Return some numbers in order, each once."""
    one = st.sampled_from([*others, *range(least, most + 1)])
    return st.sets(one, min_size=1, max_size=size).map(lambda chosen: tuple(sorted(chosen)))


def _first_on(weekly: Weekly) -> st.SearchStrategy[Weekly]:
    days = [date(2023, 12, day) for day in range(1, 29)]
    fitting = [day for day in days if day.isoweekday() in weekly.weekdays]
    return st.sampled_from(fitting).map(lambda day: Weekly(weekly.weekdays, weekly.every, day))


months = st.just(()) | numbers(1, 12)
weekly = st.builds(Weekly, numbers(1, 7), st.integers(1, 6)).flatmap(_first_on)
days_of_month = st.sampled_from(MonthKind).flatmap(
    lambda kind: st.builds(DayOfMonth, numbers(1, MOST_DAYS[kind], LAST_DAY), months, st.just(kind))
)
nth_weekdays = st.builds(NthWeekday, numbers(1, 5, LAST_DAY), numbers(1, 7), months)
market_days = st.builds(MarketDay, numbers(1, 10), st.sampled_from(MonthKind))
dates = st.sets(st.dates(date(2024, 1, 1), date(2026, 12, 31)), min_size=1, max_size=40).map(
    lambda chosen: Dates(tuple(sorted(chosen)))
)
recurrences = weekly | days_of_month | nth_weekdays | market_days | dates

texts = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=40
).filter(str.strip)


def is_kept(rule: ReceptionRule) -> bool:
    """Return whether a rule may be stored."""
    try:
        read_reception_rule(write_reception_rule(rule))
    except NotSaved:
        return False
    return True


any_rule = st.builds(
    a_rule,
    recurrences,
    name=texts,
    place=texts,
    theme=st.just("") | texts,
    valid_to=st.none() | st.dates(date(2025, 6, 1), date(2030, 1, 1)),
    starts=st.times(time(0), time(11)).map(lambda one: one.replace(second=0, microsecond=0)),
    ends=st.times(time(12), time(23)).map(lambda one: one.replace(second=0, microsecond=0)),
    deputies=st.integers(20, 50),
    levels=st.dictionaries(st.sampled_from(MandateLevel), st.integers(1, 4)),
    shift=st.sampled_from(Shift),
    weekends_rest=st.booleans(),
    notice_days=st.integers(0, 60),
    is_joint=st.booleans(),
).filter(is_kept)
