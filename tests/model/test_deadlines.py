from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_desktop.model.deadlines import MOST_COUNTED, count, move, workdays_between
from liaison_desktop.model.words import CountUnit
from tests.model.test_working_calendar import the_calendar

CALENDAR = the_calendar()
DAY, WORKDAY, MONTH = CountUnit.DAY, CountUnit.WORKDAY, CountUnit.MONTH


@pytest.mark.parametrize(
    ("start", "number", "unit", "end", "due"),
    [
        # 民法典 201: the day on which it begins is not counted
        ("2026-03-02", 1, DAY, "2026-03-03", "2026-03-03"),
        ("2026-03-02", 10, DAY, "2026-03-12", "2026-03-12"),
        ("2026-03-02", 3, WORKDAY, "2026-03-05", "2026-03-05"),
        # 民法典 203: the last day is a day of rest
        ("2026-03-02", 5, DAY, "2026-03-07", "2026-03-09"),
        ("2026-02-05", 10, DAY, "2026-02-15", "2026-02-24"),
        ("2026-09-20", 5, DAY, "2026-09-25", "2026-09-28"),
        # 民法典 202: no such day in the last month
        ("2026-01-31", 1, MONTH, "2026-02-28", "2026-02-28"),  # a Saturday that is worked
        ("2024-01-31", 1, MONTH, "2024-02-29", "2024-02-29"),
        ("2025-11-30", 3, MONTH, "2026-02-28", "2026-02-28"),
        ("2026-08-31", 1, MONTH, "2026-09-30", "2026-09-30"),
        ("2026-02-28", 1, MONTH, "2026-03-28", "2026-03-30"),  # the 28th, not the month's end
        ("2024-02-29", 12, MONTH, "2025-02-28", "2025-02-28"),
        ("2025-12-31", 2, MONTH, "2026-02-28", "2026-02-28"),
        # Spring Festival 2026 rests from 15 to 23 February, 14 and 28 are worked
        ("2026-02-13", 1, WORKDAY, "2026-02-14", "2026-02-14"),
        ("2026-02-13", 2, WORKDAY, "2026-02-24", "2026-02-24"),
        ("2026-02-13", 6, WORKDAY, "2026-02-28", "2026-02-28"),
        ("2026-02-13", 7, WORKDAY, "2026-03-02", "2026-03-02"),
        # National Day 2026 rests from 1 to 7 October, 20 September and 10 October are worked
        ("2026-09-18", 1, WORKDAY, "2026-09-20", "2026-09-20"),
        ("2026-09-30", 3, WORKDAY, "2026-10-10", "2026-10-10"),
        ("2026-09-30", 3, DAY, "2026-10-03", "2026-10-08"),
    ],
)
def test_limits_worked_out_by_hand(
    start: str, number: int, unit: CountUnit, end: str, due: str
) -> None:
    counted = count(date.fromisoformat(start), number, unit, CALENDAR)
    assert (counted.end.isoformat(), counted.due.isoformat()) == (end, due)
    assert not counted.is_tentative


def test_the_days_that_moved_it_are_told_with_their_reason() -> None:
    counted = count(date(2026, 2, 13), 2, WORKDAY, CALENDAR)
    assert [day.day for day, _ in counted.skipped] == list(range(15, 24))
    assert {why for _, why in counted.skipped} == {"春节"}
    rolled = count(date(2026, 3, 2), 5, DAY, CALENDAR)
    assert rolled.skipped == ((date(2026, 3, 7), "周末"), (date(2026, 3, 8), "周末"))


def test_a_limit_into_a_year_without_notice_is_tentative() -> None:
    assert count(date(2026, 12, 30), 2, WORKDAY, CALENDAR).is_tentative
    assert count(date(2026, 12, 30), 2, DAY, CALENDAR).is_tentative
    assert not count(date(2026, 12, 30), 1, WORKDAY, CALENDAR).is_tentative
    assert count(date(2026, 12, 30), 1, MONTH, CALENDAR).is_tentative


def test_a_number_that_cannot_be_counted_is_a_bug() -> None:
    for number in (0, -1, MOST_COUNTED + 1):
        with pytest.raises(ValueError, match=str(number)):
            count(date(2026, 1, 1), number, DAY, CALENDAR)


@pytest.mark.parametrize(
    ("unit", "number", "suspended", "resumed", "end", "due"),
    [
        (MONTH, 1, "2026-03-09", "2026-03-19", "2026-04-12", "2026-04-13"),  # 2 April + 10
        (DAY, 10, "2026-03-04", "2026-03-06", "2026-03-14", "2026-03-16"),  # 12 March + 2
        (WORKDAY, 5, "2026-03-04", "2026-03-10", "2026-03-13", "2026-03-13"),  # 9 March + 4
        (WORKDAY, 5, "2026-03-04", "2026-03-04", "2026-03-09", "2026-03-09"),
        (WORKDAY, 5, "2026-03-06", "2026-03-08", "2026-03-09", "2026-03-09"),  # over a weekend
    ],
)
def test_what_stood_still_is_moved_in_the_unit_of_its_rule(
    unit: CountUnit, number: int, suspended: str, resumed: str, end: str, due: str
) -> None:
    counted = count(date(2026, 3, 2), number, unit, CALENDAR)
    moved = move(
        counted, date.fromisoformat(suspended), date.fromisoformat(resumed), unit, CALENDAR
    )
    assert (moved.end.isoformat(), moved.due.isoformat()) == (end, due)


def test_nothing_goes_on_before_it_stands_still() -> None:
    counted = count(date(2026, 3, 2), 5, DAY, CALENDAR)
    with pytest.raises(ValueError, match="2026-03-03"):
        move(counted, date(2026, 3, 4), date(2026, 3, 3), DAY, CALENDAR)


days = st.dates(date(2024, 1, 1), date(2026, 12, 31))
units = st.sampled_from(list(CountUnit))


@given(days, st.integers(1, 60), units)
def test_no_limit_is_due_on_a_day_of_rest(start: date, number: int, unit: CountUnit) -> None:
    counted = count(start, number, unit, CALENDAR)
    assert start < counted.end <= counted.due
    assert not CALENDAR.is_rest(counted.due)
    assert all(CALENDAR.is_rest(day) for day, _ in counted.skipped)


@given(days, st.integers(1, 60), units, st.integers(0, 20), st.integers(0, 30))
def test_standing_still_never_brings_a_limit_nearer(
    start: date, number: int, unit: CountUnit, after: int, long: int
) -> None:
    counted = count(start, number, unit, CALENDAR)
    suspended = start + timedelta(days=after)
    moved = move(counted, suspended, suspended + timedelta(days=long), unit, CALENDAR)
    assert moved.due >= counted.due
    assert not CALENDAR.is_rest(moved.due)
    if unit is not WORKDAY:
        assert moved.end - counted.end == timedelta(days=long)


@given(days, st.integers(1, 60))
def test_working_days_are_counted_and_counted_back_alike(start: date, number: int) -> None:
    counted = count(start, number, WORKDAY, CALENDAR)
    assert workdays_between(start, counted.due, CALENDAR) == number
    assert workdays_between(counted.due, start, CALENDAR) == -number
