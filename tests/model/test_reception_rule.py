import re
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given, settings

from liaison_desktop.desk.rules import bundled_years
from liaison_desktop.model.faults import NotSaved, ProblemCode
from liaison_desktop.model.reception_dates import reception_dates
from liaison_desktop.model.reception_rule import (
    KEYS,
    KEYS_OF_KIND,
    MOST_TEXT,
    ReceptionRule,
    read_reception_rule,
    write_reception_rule,
)
from liaison_desktop.model.recurrence import DayOfMonth, Weekly
from liaison_desktop.model.words import MandateLevel, RecurrenceKind, Shift
from liaison_desktop.model.working_calendar import WorkingCalendar
from tests.model.reception_rules import a_rule, any_rule

PAGE = Path(__file__).parents[2] / "docs" / "reception-rules.md"
EXAMPLES = re.findall(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)

COMMON = """
name = "接待日"
valid_from = 2026-01-01
starts = "09:00"
ends = "11:00"
place = "清河街道人大代表联络站"
deputies = 2
"""
MONTHLY = COMMON + 'kind = "day_of_month"\ndays = [15]\n'
WEEKLY = COMMON + 'kind = "weekly"\nweekdays = [1]\n'
FRIDAYS = COMMON + 'kind = "nth_weekday"\nnth = [1]\nweekdays = [5]\n'
MARKET = COMMON + 'kind = "market_day"\ndays = [3, 6, 9]\n'
DATES = COMMON + 'kind = "dates"\ndates = [2026-05-20, 2026-11-03]\n'
LAST_OF_THE_YEAR = '[30]\nmonths = [12]\ncalendar = "lunar"\nvalid_to = 2029-12-31'
NEXT_WEEK = 'shift = "same_weekday_next_week"\n'
MISSING, BAD, NEVER = ProblemCode.MISSING, ProblemCode.BAD_VALUE, ProblemCode.NEVER_OCCURS
UNKNOWN = ProblemCode.UNKNOWN_KEY

WORDINGS = re.findall(
    r"^\| (.+) \| `(kind = .+)` \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE
)
FIRST_HELD = {
    "单月15日，遇节假日顺延，提前3天公告": ("2026-01-15", "2026-03-16", "2026-05-15"),
    "每月20日": ("2026-01-20", "2026-02-24", "2026-03-20"),
    "每月9日、19日": ("2026-01-09", "2026-01-19", "2026-02-09"),
    "每月两次：第一、第三个周二": ("2026-01-06", "2026-01-20", "2026-02-03"),
    "每周一": ("2026-01-05", "2026-01-12", "2026-01-19"),
    "每周三，提前3天公告": ("2026-01-07", "2026-01-14", "2026-01-21"),
    "每周至少一次：周二、周五，提前2天公告": ("2026-01-04", "2026-01-06", "2026-01-09"),
    "双周周四": ("2026-01-08", "2026-01-22", "2026-02-05"),
    "首周五，遇节假日顺延一周": ("2026-01-09", "2026-02-06", "2026-03-06"),
    "每月最后一个周五，遇节假日不接待": ("2026-01-30", "2026-02-27", "2026-03-27"),
    "逢三六九圩日（公历），周末照常": ("2026-01-03", "2026-01-06", "2026-01-09"),
    "逢二五八圩日（农历），周末照常": ("2026-01-03", "2026-01-06", "2026-01-10"),
    "全市统一接待日，提前5天公告": ("2026-11-03",),
    "由办公室逐次确定": ("2026-02-10", "2026-05-12", "2026-08-11"),
}
"""The first days of 2026 by each wording of the page, read off a printed calendar."""


def test_a_rule_is_read_with_what_is_usual() -> None:
    assert read_reception_rule(MONTHLY) == ReceptionRule(
        name="接待日",
        recurrence=DayOfMonth((15,)),
        valid_from=date(2026, 1, 1),
        starts=time(9),
        ends=time(11),
        place="清河街道人大代表联络站",
        deputies=2,
        shift=Shift.NEXT_WORKDAY,
        weekends_rest=True,
        notice_days=3,
    )


def test_the_page_has_an_example_of_each_kind_and_explains_every_key() -> None:
    page = PAGE.read_text(encoding="utf-8")
    rules = [read_reception_rule(text) for text in EXAMPLES]
    assert {rule.recurrence.kind for rule in rules} == set(RecurrenceKind)
    for key in {*KEYS, *(key for keys in KEYS_OF_KIND.values() for key in keys), *Shift}:
        assert f"`{key}`" in page or f'`"{key}"`' in page, key
    told = {line.split(" = ")[0] for text in EXAMPLES for line in text.splitlines()}
    assert told == {*KEYS, *(key for keys in KEYS_OF_KIND.values() for key in keys)}


def test_every_wording_of_the_page_is_looked_at() -> None:
    assert [wording for wording, _keys in WORDINGS] == [*FIRST_HELD]


@pytest.mark.parametrize(("wording", "keys"), WORDINGS)
def test_the_keys_of_a_wording_give_its_days(wording: str, keys: str) -> None:
    rule = read_reception_rule(COMMON + keys.replace("; ", "\n"))
    dates = reception_dates([rule], 2026, WorkingCalendar(bundled_years()))
    held = list(dict.fromkeys(str(one.held) for one in dates if one.held))
    assert tuple(held[: len(FIRST_HELD[wording])]) == FIRST_HELD[wording]
    for one in dates:
        if one.held and one.notice_by:
            assert (one.held - one.notice_by).days == rule.notice_days


@pytest.mark.parametrize("text", EXAMPLES)
def test_an_example_of_the_page_is_stored_and_read_again(text: str) -> None:
    rule = read_reception_rule(text)
    assert read_reception_rule(write_reception_rule(rule)) == rule


@settings(deadline=None)
@given(any_rule)
def test_every_rule_is_read_as_it_was_written(rule: ReceptionRule) -> None:
    text = write_reception_rule(rule)
    assert read_reception_rule(text) == rule
    assert write_reception_rule(read_reception_rule(text)) == text


def test_levels_are_seats_kept_among_those_of_a_session() -> None:
    text = MONTHLY.replace("deputies = 2", "deputies = 3") + "levels = { town = 2, county = 1 }"
    rule = read_reception_rule(text)
    assert rule.levels == {MandateLevel.COUNTY: 1, MandateLevel.TOWN: 2}
    assert "levels = { county = 1, town = 2 }\n" in write_reception_rule(rule)


@pytest.mark.parametrize(
    ("text", "old", "new", "field", "code"),
    [
        (MONTHLY, "name", "title", "title", UNKNOWN),
        (MONTHLY, "name", "title", "name", MISSING),
        (MONTHLY, '"接待日"', '" "', "name", MISSING),
        (MONTHLY, '"接待日"', "7", "name", BAD),
        (MONTHLY, '"接待日"', f'"{"长" * 41}"', "name", ProblemCode.TOO_LONG),
        (MONTHLY, '"接待日"', '"接待\\n日"', "name", ProblemCode.BAD_CHARACTER),
        (MONTHLY, 'kind = "day_of_month"', "", "kind", MISSING),
        (MONTHLY, '"day_of_month"', '"monthly"', "kind", BAD),
        (MONTHLY, '"day_of_month"', "[1]", "kind", BAD),
        (MONTHLY, '"day_of_month"', '"monthly"\nend = 1', "end", UNKNOWN),
        (MONTHLY, '"day_of_month"', '"monthly"\nshift = 1', "shift", BAD),
        (MONTHLY, "days = [15]", "", "days", MISSING),
        (MONTHLY, "[15]", "[]", "days", MISSING),
        (MONTHLY, "[15]", "15", "days", BAD),
        (MONTHLY, "[15]", "[0]", "days", BAD),
        (MONTHLY, "[15]", "[32]", "days", BAD),
        (MONTHLY, "[15]", "[-2]", "days", BAD),
        (MONTHLY, "[15]", "[true]", "days", BAD),
        (MONTHLY, "[15]", '["15"]', "days", BAD),
        (MONTHLY, "[15]", '[31]\ncalendar = "lunar"', "days", BAD),
        (MONTHLY, "[15]", '[15]\ncalendar = "moon"', "calendar", BAD),
        (MONTHLY, "[15]", "[15]\nmonths = [13]", "months", BAD),
        (MONTHLY, "[15]", "[15]\nweekdays = [1]", "weekdays", UNKNOWN),
        (MONTHLY, "[15]", "[30]\nmonths = [2]", "days", NEVER),
        (MONTHLY, "[15]", "[15]\nvalid_to = 2026-01-14", "days", NEVER),
        (MONTHLY, "[15]", LAST_OF_THE_YEAR, "days", NEVER),
        (MONTHLY, "[15]", "[15]\nvalid_to = 2025-12-31", "valid_to", ProblemCode.TOO_EARLY),
        (MONTHLY, "2026-01-01", '"2026-01-01"', "valid_from", BAD),
        (MONTHLY, "2026-01-01", "2026-01-01T00:00:00Z", "valid_from", BAD),
        (MONTHLY, "2026-01-01", "1948-12-31", "valid_from", BAD),
        (MONTHLY, "2026-01-01", "9999-12-31", "valid_from", BAD),
        (MONTHLY, "valid_from = 2026-01-01", "", "valid_from", MISSING),
        (MONTHLY, '"09:00"', '"9:00"', "starts", BAD),
        (MONTHLY, '"09:00"', '"24:00"', "starts", BAD),
        (MONTHLY, '"09:00"', "09:00:00", "starts", BAD),
        (MONTHLY, '"09:00"', '"11:00"', "ends", BAD),
        (MONTHLY, '"11:00"', '"08:59"', "ends", BAD),
        (MONTHLY, 'ends = "11:00"', "", "ends", MISSING),
        (MONTHLY, "deputies = 2", "deputies = 0", "deputies", BAD),
        (MONTHLY, "deputies = 2", "deputies = 2.0", "deputies", BAD),
        (MONTHLY, "deputies = 2", "", "deputies", MISSING),
        (MONTHLY, "[15]", "[15]\nlevels = { town = 3 }", "levels", BAD),
        (MONTHLY, "[15]", "[15]\nlevels = { village = 1 }", "levels.village", UNKNOWN),
        (MONTHLY, "[15]", "[15]\nlevels = { town = 0 }", "levels.town", BAD),
        (MONTHLY, "[15]", "[15]\nlevels = 2", "levels", BAD),
        (MONTHLY, "[15]", "[15]\nnotice_days = -1", "notice_days", BAD),
        (MONTHLY, "[15]", "[15]\nweekends_rest = 1", "weekends_rest", BAD),
        (MONTHLY, "[15]", '[15]\njoint = "yes"', "joint", BAD),
        (MONTHLY, "[15]", '[15]\nshift = "later"', "shift", BAD),
        (MONTHLY, "[15]", "[15]\n" + NEXT_WEEK, "shift", BAD),
        (MARKET, "[3, 6, 9]", "[3, 6, 9]\n" + NEXT_WEEK, "shift", BAD),
        (MARKET, "[3, 6, 9]", "[0]", "days", BAD),
        (MARKET, "[3, 6, 9]", "[13]", "days", BAD),
        (WEEKLY, "[1]", "[0]", "weekdays", BAD),
        (WEEKLY, "[1]", "[1]\nevery = 0", "every", BAD),
        (WEEKLY, "[1]", "[1]\nevery = 2", "first_on", MISSING),
        (WEEKLY, "[1]", "[1]\nfirst_on = 2026-01-06", "first_on", BAD),
        (WEEKLY, "[1]", "[1]\nfirst_on = 2027-01-04\nvalid_to = 2026-12-31", "weekdays", NEVER),
        (WEEKLY, "[1]", "[7]\n" + NEXT_WEEK, "shift", BAD),
        (WEEKLY, "[1]", '[6, 7]\nshift = "cancel"', "shift", NEVER),
        (FRIDAYS, "nth = [1]", "", "nth", MISSING),
        (FRIDAYS, "nth = [1]", "nth = [6]", "nth", BAD),
        (FRIDAYS, "nth = [1]", "nth = [5]\nmonths = [2]\nvalid_to = 2031-12-31", "nth", NEVER),
        (DATES, "[2026-05-20, 2026-11-03]", "[]", "dates", MISSING),
        (DATES, "2026-05-20", "2026-05-20T09:00:00", "dates", BAD),
        (DATES, "2026-05-20", "2025-12-31", "dates", BAD),
        (DATES + NEXT_WEEK, "2026-05-20", "2026-05-23", "shift", BAD),
        ("not a rule", "~", "", "file", BAD),
        ("a = " + "[" * 5000, "~", "", "file", BAD),
        ("#" * (MOST_TEXT + 1), "~", "", "file", ProblemCode.TOO_LONG),
    ],
)
def test_a_bad_rule_is_refused_at_its_key(
    text: str, old: str, new: str, field: str, code: ProblemCode
) -> None:
    with pytest.raises(NotSaved) as refused:
        read_reception_rule(text.replace(old, new))
    assert (field, code) in [(problem.field, problem.code) for problem in refused.value.problems]


def test_every_problem_is_told_at_once() -> None:
    with pytest.raises(NotSaved) as refused:
        read_reception_rule('kind = "weekly"\nfoo = 1\nstarts = "9"')
    fields = {problem.field for problem in refused.value.problems}
    needed = {"name", "valid_from", "ends", "place", "deputies", "weekdays"}
    assert fields == {"foo", "starts"} | needed


@pytest.mark.parametrize(
    "text",
    [
        WEEKLY.replace("[1]", "[7]\nweekends_rest = false\n" + NEXT_WEEK),
        MONTHLY + "weekends_rest = false\n" + NEXT_WEEK,
        DATES + NEXT_WEEK,
        MONTHLY.replace("[15]", "[29]\nmonths = [2]"),
        FRIDAYS.replace("nth = [1]", "nth = [5]\nmonths = [2]"),
        WEEKLY.replace("[1]", '[1, 7]\nshift = "cancel"'),
    ],
)
def test_what_is_rare_is_not_never(text: str) -> None:
    assert read_reception_rule(text)


def test_a_rule_plans_while_it_is_valid() -> None:
    rule = a_rule(Weekly((1,)), valid_from=date(2026, 1, 6), valid_to=date(2026, 1, 19))
    assert rule.planned(date(2026, 1, 1), date(2026, 12, 31)) == [
        date(2026, 1, 12),
        date(2026, 1, 19),
    ]
    assert rule.planned(date(2026, 1, 20), date(2026, 12, 31)) == []
    assert rule.planned(date(2025, 1, 1), date(2026, 1, 5)) == []
