"""Days by the week, the month, the nth weekday and the market, checked against printed almanacs."""

from datetime import date
from itertools import pairwise

import pytest

from liaison_desktop.model.recurrence import (
    LAST_DAY,
    Dates,
    DayOfMonth,
    MarketDay,
    NthWeekday,
    Recurrence,
    Weekly,
)
from liaison_desktop.model.words import MonthKind

SOLAR, LUNAR = MonthKind.SOLAR, MonthKind.LUNAR
NEW_YEARS = (
    *("2020-01-25", "2021-02-12", "2022-02-01", "2023-01-22", "2024-02-10", "2025-01-29"),
    *("2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13", "2030-02-03", "2031-01-23"),
    *("2032-02-11", "2033-01-31", "2034-02-19", "2035-02-08"),
)


def days(recurrence: Recurrence, first: str, last: str) -> list[str]:
    between = recurrence.between(date.fromisoformat(first), date.fromisoformat(last))
    return [day.isoformat() for day in between]


@pytest.mark.parametrize(
    ("recurrence", "first", "last", "expected"),
    [
        (Weekly((1,)), "2026-01-01", "2026-01-19", "2026-01-05 2026-01-12 2026-01-19"),
        (Weekly((1, 4)), "2026-01-02", "2026-01-12", "2026-01-05 2026-01-08 2026-01-12"),
        (Weekly((7,)), "2026-01-01", "2026-01-05", "2026-01-04"),
        # the week before New Year 2027 is ISO week 53: even and odd weeks do not alternate there
        (
            Weekly((1,), 2, date(2026, 11, 30)),
            "2026-12-10",
            "2027-01-31",
            "2026-12-14 2026-12-28 2027-01-11 2027-01-25",
        ),
        # weeks begin on Monday: Monday after a first Wednesday is in the week that is left out
        (
            Weekly((1, 3), 2, date(2026, 1, 7)),
            "2026-01-01",
            "2026-01-21",
            "2026-01-07 2026-01-19 2026-01-21",
        ),
        (Weekly((3,), 4, date(1998, 7, 1)), "2026-01-01", "2026-02-05", "2026-01-07 2026-02-04"),
        (
            DayOfMonth((15,), (1, 3, 5, 7, 9, 11)),
            "2026-01-16",
            "2026-07-15",
            "2026-03-15 2026-05-15 2026-07-15",
        ),
        (DayOfMonth((9, 19)), "2026-01-10", "2026-02-09", "2026-01-19 2026-02-09"),
        (DayOfMonth((31,)), "2026-01-01", "2026-06-30", "2026-01-31 2026-03-31 2026-05-31"),
        (DayOfMonth((29,), (2,)), "2025-01-01", "2032-12-31", "2028-02-29 2032-02-29"),
        (
            DayOfMonth((LAST_DAY,), (2, 4)),
            "2027-01-01",
            "2028-12-31",
            "2027-02-28 2027-04-30 2028-02-29 2028-04-30",
        ),
        (
            DayOfMonth((LAST_DAY, 30)),
            "2026-04-01",
            "2026-05-31",
            "2026-04-30 2026-05-30 2026-05-31",
        ),
        (NthWeekday((1,), (5,)), "2026-01-01", "2026-03-31", "2026-01-02 2026-02-06 2026-03-06"),
        (NthWeekday((1,), (5,)), "2026-01-03", "2026-02-06", "2026-02-06"),
        (
            NthWeekday((LAST_DAY,), (5,), (2, 7)),
            "2026-01-01",
            "2026-12-31",
            "2026-02-27 2026-07-31",
        ),
        (
            NthWeekday((1,), (5,)),
            "2026-01-31",
            "2026-05-01",
            "2026-02-06 2026-03-06 2026-04-03 2026-05-01",
        ),
        (NthWeekday((5,), (5,)), "2026-01-01", "2026-07-31", "2026-01-30 2026-05-29 2026-07-31"),
        (NthWeekday((1, 3), (3,), (6,)), "2026-01-01", "2026-12-31", "2026-06-03 2026-06-17"),
        (
            MarketDay((3, 6, 9)),
            "2026-05-01",
            "2026-05-31",
            "2026-05-03 2026-05-06 2026-05-09 2026-05-13 2026-05-16 2026-05-19 2026-05-23 "
            "2026-05-26 2026-05-29",
        ),
        # the 31st is a day of the ones, the 10th, 20th and 30th are the tens
        (
            MarketDay((1, 10)),
            "2026-05-20",
            "2026-06-11",
            "2026-05-20 2026-05-21 2026-05-30 2026-05-31 2026-06-01 2026-06-10 2026-06-11",
        ),
        (MarketDay((10,)), "2026-02-01", "2026-03-10", "2026-02-10 2026-02-20 2026-03-10"),
        (
            Dates((date(2026, 5, 20), date(2026, 11, 3))),
            "2026-05-21",
            "2026-11-03",
            "2026-11-03",
        ),
    ],
)
def test_days_worked_out_by_hand(
    recurrence: Recurrence, first: str, last: str, expected: str
) -> None:
    assert days(recurrence, first, last) == expected.split()


@pytest.mark.parametrize(
    ("recurrence", "first", "last", "expected"),
    [
        # 2025 has a sixth month and a leap sixth: from 25 June and from 25 July
        (
            DayOfMonth((1,), (5, 6, 7), LUNAR),
            "2025-01-01",
            "2025-12-31",
            "2025-05-27 2025-06-25 2025-07-25 2025-08-23",
        ),
        # 2023 a leap second, 2020 a leap fourth, 2033 a leap eleventh and no leap eighth
        (
            DayOfMonth((1,), (2, 3), LUNAR),
            "2023-01-01",
            "2023-12-31",
            "2023-02-20 2023-03-22 2023-04-20",
        ),
        (DayOfMonth((1,), (4,), LUNAR), "2020-01-01", "2020-12-31", "2020-04-23 2020-05-23"),
        (
            DayOfMonth((1,), (8, 9, 11, 12), LUNAR),
            "2033-03-01",
            "2034-02-18",
            "2033-08-25 2033-09-23 2033-11-22 2033-12-22 2034-01-20",
        ),
        # the twelfth month of 2023 has a 30th, those of 2024 and 2025 have 29 days
        (DayOfMonth((30,), (12,), LUNAR), "2024-01-01", "2026-12-31", "2024-02-09"),
        (
            DayOfMonth((LAST_DAY,), (12,), LUNAR),
            "2024-01-01",
            "2026-12-31",
            "2024-02-09 2025-01-28 2026-02-16",
        ),
        # the feasts of the State Council's calendars: 端午 and 中秋
        (
            DayOfMonth((5,), (5,), LUNAR),
            "2024-01-01",
            "2026-12-31",
            "2024-06-10 2025-05-31 2026-06-19",
        ),
        (
            DayOfMonth((15,), (8,), LUNAR),
            "2024-01-01",
            "2026-12-31",
            "2024-09-17 2025-10-06 2026-09-25",
        ),
        # 逢三六九 from 腊月十九 of 2025, over New Year's Eve (腊月廿九), to 正月十三 of 2026
        (
            MarketDay((3, 6, 9), LUNAR),
            "2026-02-06",
            "2026-03-01",
            "2026-02-06 2026-02-10 2026-02-13 2026-02-16 2026-02-19 2026-02-22 2026-02-25 "
            "2026-03-01",
        ),
        # 逢二五八 in the leap sixth month of 2025
        (
            MarketDay((2, 5, 8), LUNAR),
            "2025-07-25",
            "2025-08-22",
            "2025-07-26 2025-07-29 2025-08-01 2025-08-05 2025-08-08 2025-08-11 2025-08-15 "
            "2025-08-18 2025-08-21",
        ),
        # the tens: the second month of 2026 (from 19 March) has 29 days, the third begins 17 April
        (
            MarketDay((10,), LUNAR),
            "2026-03-10",
            "2026-04-30",
            "2026-03-18 2026-03-28 2026-04-07 2026-04-26",
        ),
        (
            DayOfMonth((10, 20, LAST_DAY), (), LUNAR),
            "2026-03-10",
            "2026-04-30",
            "2026-03-18 2026-03-28 2026-04-07 2026-04-16 2026-04-26",
        ),
    ],
)
def test_lunar_days_as_the_almanac_has_them(
    recurrence: Recurrence, first: str, last: str, expected: str
) -> None:
    assert days(recurrence, first, last) == expected.split()


def test_the_lunar_year_begins_on_the_day_that_everybody_knows() -> None:
    new_years_day = DayOfMonth((1,), (1,), LUNAR)
    assert days(new_years_day, "2020-01-01", "2035-12-31") == list(NEW_YEARS)


def test_lunar_months_are_29_or_30_days_long_for_150_years() -> None:
    first_days = list(DayOfMonth((1,), (), LUNAR).between(date(1950, 1, 1), date(2100, 12, 31)))
    long = {(later - day).days for day, later in pairwise(first_days)}
    assert long == {29, 30}
    years, month = 151 * 365.2425, 29.530589
    assert abs(len(first_days) - years / month) < 1


def test_a_market_by_the_lunar_calendar_is_not_one_by_the_solar() -> None:
    solar, lunar = MarketDay((3, 6, 9), SOLAR), MarketDay((3, 6, 9), LUNAR)
    assert days(solar, "2026-03-01", "2026-03-31") != days(lunar, "2026-03-01", "2026-03-31")
