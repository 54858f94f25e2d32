"""愿意与不便的日子 — what a deputy said of the days on which he is planned, read as it was typed.

周三、8月、11月25日, 2026-11-25: one after the other, with 周一至周三 and 7–9月 for all between.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

EXAMPLE = "周三、8月、11月25日"
"""How such days are typed, to say it where something else was."""

_BETWEEN = re.compile(r"[\s、，,。；;]+")
_WEEK, _TO = r"(?:周|星期|礼拜)", r"(?:至|到|[-~—–])"
_WEEKDAYS = re.compile(rf"每?{_WEEK}([一二三四五六日天末]+)(?:{_TO}{_WEEK}?([一二三四五六日天]))?")
_MONTHS = re.compile(rf"(\d{{1,2}})(?:月份?)?(?:{_TO}(\d{{1,2}}))?月份?")
_DAY = re.compile(r"(?:(\d{4})[-年./])?(\d{1,2})[-月./](\d{1,2})[日号]?")
_SIGNS: dict[str, tuple[int, ...]] = {
    **{sign: (place,) for place, sign in enumerate("一二三四五六日")},
    "天": (6,),
    "末": (5, 6),
}
_WEEKDAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH_NAMES = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)
_ENGLISH = {name: f"周{sign}" for name, sign in zip(_WEEKDAY_NAMES, "一二三四五六日", strict=True)}
_ENGLISH |= {name: f"{place}月" for place, name in enumerate(_MONTH_NAMES, start=1)}


@dataclass(frozen=True)
class WishedDays:
    """Weekdays from Monday, 0; months; days of a year, or with None of every one.

    `unread` is how many of the things typed say no day.
    """

    weekdays: frozenset[int] = frozenset()
    months: frozenset[int] = frozenset()
    days: frozenset[tuple[int | None, int, int]] = frozenset()
    unread: int = 0

    def days_of(self, year: int) -> frozenset[date]:
        """Return the single days, those without a year as they fall in this one."""
        found = {_made(year if of is None else of, month, day) for of, month, day in self.days}
        return frozenset(day for day in found if day is not None)


def read_wished_days(text: str) -> WishedDays:
    """Return the days that a text tells."""
    weekdays, months, unread = set[int](), set[int](), 0
    days = set[tuple[int | None, int, int]]()
    typed = re.sub(r"[a-z]{3,}", _as_chinese, unicodedata.normalize("NFKC", text).casefold())
    for part in filter(None, _BETWEEN.split(typed)):
        if of_week := _weekdays(part):
            weekdays |= of_week
        elif of_year := _months(part):
            months |= of_year
        elif (day := _day(part)) is not None:
            days.add(day)
        else:
            unread += 1
    return WishedDays(frozenset(weekdays), frozenset(months), frozenset(days), unread)


def _as_chinese(word: re.Match[str]) -> str:
    """Return what an English name of a weekday or month is called here."""
    return _ENGLISH.get(word[0][:3], word[0])


def _weekdays(part: str) -> set[int]:
    found = _WEEKDAYS.fullmatch(part)
    if found is None:
        return set()
    named = [weekday for sign in found[1] for weekday in _SIGNS[sign]]
    if not found[2]:
        return set(named)
    return {*named, *_round(named[-1], _SIGNS[found[2]][0], 0, 7)}


def _months(part: str) -> set[int]:
    found = _MONTHS.fullmatch(part) if "月" in part else None  # 8 may be a day, and 7-9 is one
    if found is None or not all(1 <= int(each) <= 12 for each in found.groups() if each):
        return set()
    first = int(found[1])
    return _round(first, int(found[2] or first), 1, 12)


def _round(first: int, last: int, least: int, count: int) -> set[int]:
    """Return all from the first to the last, over the end of the row where that comes before."""
    steps = (last - first) % count
    return {(first - least + step) % count + least for step in range(steps + 1)}


def _day(part: str) -> tuple[int | None, int, int] | None:
    found = _DAY.fullmatch(part)
    if found is None:
        return None
    year = int(found[1]) if found[1] else None
    month, day = int(found[2]), int(found[3])
    is_one = _made(2024 if year is None else year, month, day) is not None  # 2024 has a 29 February
    return (year, month, day) if is_one else None


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
