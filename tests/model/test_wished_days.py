"""Wishes as people write them: read where they tell a day, and counted where they do not."""

from datetime import date

import pytest

from liaison_desktop.model.deputy import Deputy
from liaison_desktop.model.faults import ProblemCode
from liaison_desktop.model.wished_days import EXAMPLE, WishedDays, read_wished_days
from tests.builders import a_deputy


@pytest.mark.parametrize(
    ("text", "weekdays"),
    [
        ("周三", {2}),
        ("每周三、星期五，礼拜天", {2, 4, 6}),
        ("周一三五", {0, 2, 4}),
        ("周一至周三", {0, 1, 2}),
        ("周五到一", {4, 5, 6, 0}),
        ("周末", {5, 6}),
        ("Wed, Friday", {2, 4}),
    ],
)
def test_weekdays(text: str, weekdays: set[int]) -> None:
    assert read_wished_days(text) == WishedDays(weekdays=frozenset(weekdays))


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("8月", {8}),
        ("７月份", {7}),
        ("7-9月", {7, 8, 9}),
        ("12月至2月", {12, 1, 2}),
        ("Aug–Sept", {8, 9}),
    ],
)
def test_months(text: str, months: set[int]) -> None:
    assert read_wished_days(text) == WishedDays(months=frozenset(months))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-25", date(2026, 11, 25)),
        ("2026年11月25日", date(2026, 11, 25)),
        ("11月25日", date(2027, 11, 25)),
        ("11.25", date(2027, 11, 25)),
    ],
)
def test_a_day_is_of_its_year_or_of_the_one_that_is_planned(text: str, day: date) -> None:
    assert read_wished_days(text).days_of(2027) == {day}


def test_29_february_is_no_day_of_most_years() -> None:
    read = read_wished_days("2月29日")
    assert (read.unread, read.days_of(2027), read.days_of(2028)) == (0, set(), {date(2028, 2, 29)})


@pytest.mark.parametrize("text", ["周八", "13月", "0月", "2月30日", "8", "都行", "2027-02-29"])
def test_what_tells_no_day_is_counted_and_refused(text: str) -> None:
    assert read_wished_days(f"周三、{text}") == WishedDays(weekdays=frozenset({2}), unread=1)
    [problem] = a_deputy("王建国", disliked_days=text).problems()
    assert (problem.field, problem.code) == ("disliked_days", ProblemCode.BAD_VALUE)
    assert (problem.is_error, problem.detail) == (True, EXAMPLE)


def test_a_deputy_without_wishes_or_with_some_is_right() -> None:
    wishing: Deputy = a_deputy("王建国", liked_days="周三、8月", disliked_days="周一至周三")
    assert wishing.problems() == a_deputy("王建国").problems() == []
