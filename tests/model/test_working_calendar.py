from datetime import date, timedelta

import chinese_calendar
import pytest

from liaison_desktop.model.faults import NotSaved, ProblemCode
from liaison_desktop.model.working_calendar import WEEKEND, WorkingCalendar, read_calendar
from liaison_desktop.paths import RESOURCES

FOLDER = RESOURCES / "calendars"


def a_year(year: int) -> str:
    return (FOLDER / f"{year}.toml").read_text(encoding="utf-8")


def the_calendar() -> WorkingCalendar:
    return WorkingCalendar([read_calendar(a_year(year), year) for year in (2024, 2025, 2026)])


def test_every_day_of_three_years_is_worked_or_not_as_the_kept_library_has_it() -> None:
    calendar, day = the_calendar(), date(2024, 1, 1)
    while day.year < 2027:
        assert calendar.is_rest(day) is not chinese_calendar.is_workday(day), day
        day += timedelta(days=1)


def test_a_day_of_rest_says_why() -> None:
    calendar = the_calendar()
    assert calendar.why_rest(date(2026, 2, 17)) == "春节"
    assert calendar.why_rest(date(2026, 3, 1)) == WEEKEND
    assert calendar.why_rest(date(2026, 2, 28)) == ""  # a Saturday worked for the feast
    assert calendar.why_rest(date(2026, 3, 2)) == ""


def test_a_year_without_notice_has_its_weekends() -> None:
    calendar = the_calendar()
    assert not calendar.is_known(date(2027, 1, 1))
    assert calendar.why_rest(date(2027, 1, 1)) == ""  # a Friday, as far as anybody knows
    assert calendar.why_rest(date(2027, 1, 2)) == WEEKEND


@pytest.mark.parametrize(
    ("text", "field", "code"),
    [
        ("year = 2026", "source", ProblemCode.MISSING),
        ('source = "x"', "year", ProblemCode.BAD_VALUE),
        ("year = 26", "year", ProblemCode.BAD_VALUE),
        ("not a calendar", "file", ProblemCode.BAD_VALUE),
        ("year = " + "[" * 5000, "file", ProblemCode.BAD_VALUE),
        ('year = 2026\nsource = "x"\nmore = 1', "more", ProblemCode.UNKNOWN_KEY),
        (a_year(2025), "year", ProblemCode.WRONG_YEAR),
        (
            a_year(2026).replace("2026-10-07", "2027-10-07"),
            "rest.2027-10-07",
            ProblemCode.WRONG_YEAR,
        ),
        (
            a_year(2026).replace("2026-10-07", "2026-10-77"),
            "rest.2026-10-77",
            ProblemCode.BAD_VALUE,
        ),
        (
            a_year(2026).replace("2026-10-10", "2026-10-12"),
            "work.2026-10-12",
            ProblemCode.BAD_VALUE,
        ),
        (
            a_year(2026).replace("2026-10-10", "2026-10-03"),
            "work.2026-10-03",
            ProblemCode.BAD_VALUE,
        ),
        ('year = 2026\nsource = "x"\n[work]', "rest", ProblemCode.MISSING),
    ],
)
def test_a_bad_calendar_is_refused_at_its_place(text: str, field: str, code: ProblemCode) -> None:
    with pytest.raises(NotSaved) as refused:
        read_calendar(text, 2026)
    assert (field, code) in [(problem.field, problem.code) for problem in refused.value.problems]
