"""Reception days held: by hand for every way that stations have them, then for any rule at all."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison_desktop.model.reception_dates import ReceptionDate, reception_dates
from liaison_desktop.model.reception_rule import ReceptionRule
from liaison_desktop.model.recurrence import (
    LAST_DAY,
    Dates,
    DayOfMonth,
    MarketDay,
    NthWeekday,
    Recurrence,
    Weekly,
)
from liaison_desktop.model.words import MonthKind, Shift
from liaison_desktop.model.working_calendar import CalendarYear, WorkingCalendar
from tests.model.reception_rules import a_rule, any_rule
from tests.model.test_working_calendar import the_calendar

CALENDAR = the_calendar()
KNOWN = (2024, 2025, 2026)
NEXT_WORKDAY, NEXT_WEEK, CANCEL, NONE = Shift
MONDAYS = Weekly((1,))


def dates(rule: ReceptionRule, year: int) -> list[ReceptionDate]:
    return reception_dates([rule], year, CALENDAR)


def moved(rule: ReceptionRule, year: int) -> dict[str, str]:
    """Return what is not held on its day: the day, and where it is held instead with the reason."""
    return {
        f"{one.planned:%m-%d}": f"{one.held:%m-%d} {one.shifted_because}"
        for one in dates(rule, year)
        if one.held not in (None, one.planned)
    }


@pytest.mark.parametrize(
    ("recurrence", "shift", "sessions", "expected"),
    [
        # odd months, the 15th
        (
            DayOfMonth((15,), (1, 3, 5, 7, 9, 11)),
            NEXT_WORKDAY,
            6,
            {"03-15": "03-16 周末", "11-15": "11-16 周末"},
        ),
        # monthly; Saturday 10 October is worked for National Day
        (DayOfMonth((10,)), NEXT_WORKDAY, 12, {"01-10": "01-12 周末", "05-10": "05-11 周末"}),
        # the 9th and 19th; Saturday 9 May is worked, and so is Sunday 20 September
        (
            DayOfMonth((9, 19)),
            NEXT_WORKDAY,
            24,
            {
                "02-19": "02-24 春节",
                "04-19": "04-20 周末",
                "06-19": "06-22 端午",
                "07-19": "07-20 周末",
                "08-09": "08-10 周末",
                "09-19": "09-20 周末",
                "12-19": "12-21 周末",
            },
        ),
        # every Monday
        (
            MONDAYS,
            NEXT_WORKDAY,
            52,
            {
                "02-16": "02-24 春节",
                "02-23": "02-24 春节",
                "04-06": "04-07 清明",
                "05-04": "05-06 劳动节",
                "10-05": "10-08 国庆节",
            },
        ),
        # every Wednesday
        (Weekly((3,)), NEXT_WORKDAY, 52, {"02-18": "02-24 春节", "10-07": "10-08 国庆节"}),
        # the first Friday, put off by a week
        (
            NthWeekday((1,), (5,)),
            NEXT_WEEK,
            12,
            {"01-02": "01-09 元旦", "05-01": "05-08 劳动节", "10-02": "10-09 国庆节"},
        ),
        # twice a month
        (
            NthWeekday((1, 3), (3,)),
            NEXT_WORKDAY,
            24,
            {"02-18": "02-24 春节", "10-07": "10-08 国庆节"},
        ),
        # the 20th; Sunday 20 September is worked
        (
            DayOfMonth((20,)),
            NEXT_WORKDAY,
            12,
            {"02-20": "02-24 春节", "06-20": "06-22 端午", "12-20": "12-21 周末"},
        ),
        # one day for the whole city
        (Dates((date(2026, 11, 3),)), NONE, 1, {}),
        # every other week; Saturday is rest, but 28 February and 9 May are worked
        (
            Weekly((6,), 2, date(2026, 2, 14)),
            NEXT_WORKDAY,
            23,
            {
                "03-14": "03-16 周末",
                "03-28": "03-30 周末",
                "04-11": "04-13 周末",
                "04-25": "04-27 周末",
                "05-23": "05-25 周末",
                "06-06": "06-08 周末",
                "06-20": "06-22 端午",
                "07-04": "07-06 周末",
                "07-18": "07-20 周末",
                "08-01": "08-03 周末",
                "08-15": "08-17 周末",
                "08-29": "08-31 周末",
                "09-12": "09-14 周末",
                "09-26": "09-28 中秋",
                "10-24": "10-26 周末",
                "11-07": "11-09 周末",
                "11-21": "11-23 周末",
                "12-05": "12-07 周末",
                "12-19": "12-21 周末",
            },
        ),
    ],
)
def test_a_year_worked_out_by_hand(
    recurrence: Recurrence, shift: Shift, sessions: int, expected: dict[str, str]
) -> None:
    rule = a_rule(recurrence, shift=shift)
    assert moved(rule, 2026) == expected
    assert len(dates(rule, 2026)) == sessions
    assert not any(one.is_tentative for one in dates(rule, 2026))


def test_the_notice_is_due_so_many_calendar_days_before_whatever_day_that_is() -> None:
    rule = a_rule(DayOfMonth((15,), (3, 11)), notice_days=3)
    march, november = dates(rule, 2026)
    assert (march.held, march.notice_by) == (date(2026, 3, 16), date(2026, 3, 13))
    assert (november.held, november.notice_by) == (date(2026, 11, 16), date(2026, 11, 13))
    (sunday,) = dates(a_rule(Dates((date(2026, 11, 3),)), notice_days=2), 2026)
    assert sunday.notice_by == date(2026, 11, 1)
    (joint,) = dates(a_rule(Dates((date(2026, 11, 3),)), notice_days=5), 2026)
    assert joint.notice_by == date(2026, 10, 29)
    (new_year,) = dates(a_rule(Dates((date(2026, 1, 5),)), notice_days=10), 2026)
    assert new_year.notice_by == date(2025, 12, 26)


def test_what_is_cancelled_stays_in_the_list_with_its_reason() -> None:
    cancelled = [one for one in dates(a_rule(MONDAYS, shift=CANCEL), 2026) if one.held is None]
    assert [(f"{one.planned:%m-%d}", one.shifted_because) for one in cancelled] == [
        ("02-16", "春节"),
        ("02-23", "春节"),
        ("04-06", "清明"),
        ("05-04", "劳动节"),
        ("10-05", "国庆节"),
    ]
    assert all(one.notice_by is None and not one.is_merged for one in cancelled)


def test_a_rule_without_shift_is_held_on_feasts() -> None:
    for one in dates(a_rule(MarketDay((3, 6, 9), MonthKind.LUNAR), shift=NONE), 2026):
        assert (one.held, one.shifted_because) == (one.planned, "")


def test_weekends_are_worked_where_the_rule_says_so_and_feasts_are_not() -> None:
    rule = a_rule(Weekly((7,)), weekends_rest=False)
    assert moved(rule, 2026) == {
        "02-15": "02-24 春节",
        "02-22": "02-24 春节",
        "04-05": "04-07 清明",
        "05-03": "05-06 劳动节",
        "06-21": "06-22 端午",
        "09-27": "09-28 中秋",
        "10-04": "10-08 国庆节",
    }


def test_a_shift_that_would_pass_the_next_session_is_held_together_with_it() -> None:
    """Monday 5 October put off by a week would come after Thursday 8 October."""
    rule = a_rule(Weekly((1, 4)), shift=NEXT_WEEK)
    october = [one for one in dates(rule, 2026) if date(2026, 10, 1) <= one.planned]
    assert [
        (f"{one.planned:%m-%d}", f"{one.held:%m-%d}", one.is_merged) for one in october[:4]
    ] == [
        ("10-01", "10-08", True),
        ("10-05", "10-08", True),
        ("10-08", "10-08", False),
        ("10-12", "10-12", False),
    ]


def test_a_week_put_off_is_one_session_with_the_next_and_the_others_stay() -> None:
    october = [
        one for one in dates(a_rule(MONDAYS, shift=NEXT_WEEK), 2026) if one.planned.month == 10
    ]
    assert [(f"{one.held:%m-%d}", one.is_merged) for one in october] == [
        ("10-12", True),
        ("10-12", False),
        ("10-19", False),
        ("10-26", False),
    ]


def test_market_days_of_the_spring_festival_become_one() -> None:
    rule = a_rule(MarketDay((3, 6, 9), MonthKind.LUNAR), weekends_rest=False)
    spring = [one for one in dates(rule, 2026) if date(2026, 2, 16) <= one.planned][:5]
    assert [(f"{one.planned:%m-%d}", f"{one.held:%m-%d}", one.is_merged) for one in spring] == [
        ("02-16", "02-24", True),
        ("02-19", "02-24", True),
        ("02-22", "02-24", False),
        ("02-25", "02-25", False),
        ("03-01", "03-01", False),
    ]


YEARS = [
    CalendarYear(2025, "样本", {date(2025, 12, 31): "元旦"}, {}),
    CalendarYear(2026, "样本", {date(2026, 1, 1): "元旦", date(2026, 1, 2): "元旦"}, {}),
]
YEARS_END = WorkingCalendar(YEARS)


def test_a_december_session_held_in_january_belongs_to_december() -> None:
    rules = [a_rule(DayOfMonth((LAST_DAY,), (12,)), valid_from=date(2025, 1, 1))]
    (last,) = reception_dates(rules, 2025, YEARS_END)
    assert (last.planned, last.held) == (date(2025, 12, 31), date(2026, 1, 5))
    assert (last.shifted_because, last.is_tentative) == ("元旦", False)
    (later,) = reception_dates(rules, 2026, YEARS_END)
    assert later.planned == date(2026, 12, 31)
    (unknown,) = reception_dates(rules, 2025, WorkingCalendar(YEARS[:1]))
    assert (unknown.held, unknown.is_tentative) == (date(2026, 1, 1), True)


def test_a_session_of_january_takes_in_one_of_december_over_the_edge_of_two_lists() -> None:
    rules = [a_rule(DayOfMonth((5, 31), (1, 12)), valid_from=date(2025, 12, 31))]
    (december,) = reception_dates(rules, 2025, YEARS_END)
    assert (december.held, december.is_merged) == (date(2026, 1, 5), True)
    january = reception_dates(rules, 2026, YEARS_END)[0]
    assert (january.planned, january.held, january.is_merged) == (
        date(2026, 1, 5),
        date(2026, 1, 5),
        False,
    )


def test_a_year_without_its_notice_is_tentative_unless_nothing_can_move_it() -> None:
    assert all(one.is_tentative for one in dates(a_rule(MONDAYS), 2027))
    assert all(one.is_tentative for one in dates(a_rule(MONDAYS, shift=CANCEL), 2027))
    assert not any(one.is_tentative for one in dates(a_rule(MONDAYS, shift=NONE), 2027))
    with_weekends = dates(a_rule(Dates((date(2027, 1, 2),))), 2027)
    assert with_weekends[0].shifted_because == "周末"


def test_a_day_that_two_rules_name_is_one_session_of_the_first() -> None:
    first = a_rule(Dates((date(2026, 5, 20), date(2026, 10, 5))), name="甲", notice_days=5)
    second = a_rule(Dates((date(2026, 5, 20), date(2026, 10, 5))), name="乙", shift=CANCEL)
    may, october = reception_dates([first, second], 2026, CALENDAR)
    assert [rule.name for rule in may.rules] == ["甲", "乙"]
    assert may.notice_by == date(2026, 5, 15)
    assert october.held == date(2026, 10, 8)
    assert reception_dates([second, first], 2026, CALENDAR)[1].held is None
    assert reception_dates([first, first], 2026, CALENDAR) == reception_dates(
        [first], 2026, CALENDAR
    )


def test_on_a_joint_day_the_stations_own_session_is_not_held_twice() -> None:
    own = a_rule(Weekly((2,)), name="每周二")
    joint = a_rule(Dates((date(2026, 11, 3),)), name="统一接待日", is_joint=True, notice_days=5)
    november = [
        one for one in reception_dates([own, joint], 2026, CALENDAR) if one.planned.month == 11
    ]
    assert [f"{one.planned:%m-%d}" for one in november] == ["11-03", "11-10", "11-17", "11-24"]
    assert [rule.name for rule in november[0].rules] == ["统一接待日", "每周二"]
    assert november[0].notice_by == date(2026, 10, 29)


def test_a_joint_session_shifted_onto_an_own_one_stands_for_it() -> None:
    own = a_rule(Dates((date(2026, 10, 8),)), name="本站")
    joint = a_rule(Dates((date(2026, 10, 5),)), name="统一接待日", is_joint=True)
    shifted, met = reception_dates([own, joint], 2026, CALENDAR)
    assert (shifted.held, shifted.is_merged) == (date(2026, 10, 8), False)
    assert (met.held, met.is_merged) == (date(2026, 10, 8), True)


def test_a_rule_of_other_years_plans_nothing() -> None:
    rule = a_rule(MONDAYS, valid_from=date(2026, 6, 1), valid_to=date(2026, 6, 30))
    assert len(dates(rule, 2026)) == 5
    assert dates(rule, 2025) == dates(rule, 2027) == []
    with pytest.raises(ValueError, match="1948"):
        dates(rule, 1948)


def three_years(rules: Sequence[ReceptionRule]) -> list[ReceptionDate]:
    return [one for year in KNOWN for one in reception_dates(rules, year, CALENDAR)]


@settings(deadline=None)
@given(any_rule)
def test_three_years_of_any_rule_keep_every_promise(rule: ReceptionRule) -> None:
    listed = three_years([rule])
    assert [one.planned for one in listed] == rule.planned(date(2024, 1, 1), date(2026, 12, 31))
    held = [one.held for one in listed if one.held is not None]
    assert held == sorted(held)
    for one in listed:
        if one.held is None:
            assert rule.shift is CANCEL
            assert (one.notice_by, bool(one.shifted_because)) == (None, True)
            continue
        assert rule.shift is NONE or not rule.why_rest(one.held, CALENDAR)
        assert one.held >= one.planned
        assert (one.held > one.planned) == bool(one.shifted_because)
        assert one.notice_by == one.held - timedelta(days=rule.notice_days)


@settings(deadline=None)
@given(st.lists(any_rule, min_size=1, max_size=3))
def test_three_years_of_several_rules_hold_one_session_a_day(rules: list[ReceptionRule]) -> None:
    listed = three_years(rules)
    assert listed == three_years(rules)
    assert all(former.planned < later.planned for former, later in pairwise(listed))
    first, last = date(2024, 1, 1), date(2026, 12, 31)
    planned = {day for rule in rules for day in rule.planned(first, last)}
    assert {one.planned for one in listed} == planned
    for rule in rules:
        held = [one.held for one in listed if one.held and rule in one.rules]
        assert held == sorted(held)
    around = [
        one
        for year in (2023, *KNOWN, 2027)
        for one in reception_dates(rules, year, CALENDAR)
        if one.held and first <= one.held <= last
    ]
    standing = Counter(one.held for one in around if not one.is_merged)
    assert standing == Counter({one.held for one in around})
