"""Dates as Chinese papers write them, by the desk's clock."""

from datetime import UTC, date, datetime

import pytest

from liaison_desktop.documents.chinese_dates import day, minute, month, short_day, weekday

LATE = datetime(2026, 11, 2, 16, 5, tzinfo=UTC)
"""Five past midnight of the next day at the desk."""


def test_a_day_is_the_desks_day():
    assert day(LATE) == "2026年11月3日"


def test_a_minute_has_two_digits():
    assert minute(LATE) == "2026年11月3日 00:05"


@pytest.mark.parametrize(
    ("typed", "said"),
    [("1980-05", "1980年5月"), ("1980-12", "1980年12月"), ("", ""), ("不详", "不详")],
)
def test_a_month_is_said_in_words_and_anything_else_kept(typed, said):
    assert month(typed) == said


def test_a_day_is_said_with_its_weekday_and_without_its_year():
    days = [date(2026, 11, day) for day in range(16, 23)]

    assert "".join(weekday(day)[2] for day in days) == "一二三四五六日"
    assert short_day(days[0]) == "11月16日"
