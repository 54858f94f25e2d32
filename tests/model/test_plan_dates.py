"""The due days of the year's plan: by every rhythm, and shifted over days of rest."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_desktop.desk.rules import bundled_years
from liaison_desktop.model.plan_dates import PlanDate, plan_dates
from liaison_desktop.model.plan_item import PlanDone, PlanItem
from liaison_desktop.model.schedule_words import PlanShift, Rhythm
from liaison_desktop.model.working_calendar import WorkingCalendar
from tests.builders import a_plan_item

CALENDAR = WorkingCalendar(bundled_years())
WEEKENDS = WorkingCalendar([])


def days(item: PlanItem, year: int = 2026) -> list[date]:
    return [one.due_on for one in plan_dates(item, year, CALENDAR)]


def test_a_week_is_a_week() -> None:
    item = a_plan_item(rhythm=Rhythm.WEEK, starts_on=date(2026, 3, 2), ends_on=date(2026, 3, 31))
    assert days(item) == [date(2026, 3, day) for day in (2, 9, 16, 23, 30)]


@pytest.mark.parametrize(
    ("rhythm", "months"),
    [
        (Rhythm.MONTH, range(1, 13)),
        (Rhythm.QUARTER, (1, 4, 7, 10)),
        (Rhythm.YEAR, (1,)),
        (Rhythm.ONCE, ()),
    ],
)
def test_a_later_year_has_the_same_days(rhythm: Rhythm, months: range) -> None:
    item = a_plan_item(rhythm=rhythm, starts_on=date(2024, 1, 15), shift=PlanShift.NONE)
    assert days(item) == [date(2026, month, 15) for month in months]


def test_the_last_day_of_a_month_stays_the_last() -> None:
    item = a_plan_item(starts_on=date(2026, 1, 31), shift=PlanShift.NONE)
    assert [day.day for day in days(item)][:4] == [31, 28, 31, 30]
    leap = a_plan_item(rhythm=Rhythm.YEAR, starts_on=date(2024, 2, 29), shift=PlanShift.NONE)
    assert days(leap) == [date(2026, 2, 28)]


def test_a_day_of_rest_is_shifted_as_the_item_says() -> None:
    """1 October 2026 begins a week of rest; 10 October is a Saturday that is worked."""
    planned = date(2026, 10, 1)
    for shift, due in (
        (PlanShift.NEXT_WORKDAY, date(2026, 10, 8)),
        (PlanShift.BEFORE, date(2026, 9, 30)),
        (PlanShift.NONE, planned),
    ):
        item = a_plan_item(rhythm=Rhythm.ONCE, starts_on=planned, shift=shift)
        why = "国庆节" if due != planned else ""
        assert plan_dates(item, 2026, CALENDAR) == [PlanDate(planned, due, why)]


def test_a_year_whose_notice_is_not_here_is_tentative() -> None:
    item = a_plan_item(rhythm=Rhythm.ONCE, starts_on=date(2027, 10, 2))
    [one] = plan_dates(item, 2027, CALENDAR)
    assert (one.due_on, one.is_tentative) == (date(2027, 10, 4), True)


def test_what_was_done_is_said_and_what_was_let_go_is_not() -> None:
    first, second = date(2026, 3, 2), date(2026, 3, 9)
    done = [PlanDone(due_on=first, done_on=first), PlanDone(due_on=second, remark="停电")]
    item = a_plan_item(rhythm=Rhythm.WEEK, starts_on=first, ends_on=second, done=done)
    assert [one.is_done for one in plan_dates(item, 2026, CALENDAR)] == [True, False]


@given(
    st.dates(date(2020, 1, 1), date(2026, 12, 31)),
    st.sampled_from(Rhythm),
    st.sampled_from(PlanShift),
    st.sampled_from([CALENDAR, WEEKENDS]),
)
def test_no_due_day_rests_and_none_is_reordered(
    start: date, rhythm: Rhythm, shift: PlanShift, calendar: WorkingCalendar
) -> None:
    item = a_plan_item(rhythm=rhythm, starts_on=start, shift=shift)
    found = plan_dates(item, 2026, calendar)
    assert [one.due_on for one in found] == sorted(one.due_on for one in found)
    assert all(one.planned_on.year == 2026 for one in found)
    assert all(abs(one.due_on - one.planned_on) < timedelta(days=12) for one in found)
    if shift is not PlanShift.NONE:
        assert not any(calendar.is_rest(one.due_on) for one in found)
