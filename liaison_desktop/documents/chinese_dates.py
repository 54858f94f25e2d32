"""Dates and times as Chinese papers write them, on the desk's clock whatever the PC's zone is."""

from datetime import date, datetime

from liaison_desktop.model.times import SHANGHAI


def day(instant: datetime) -> str:
    """Return 2026年11月3日."""
    local = instant.astimezone(SHANGHAI)
    return f"{local.year}年{local.month}月{local.day}日"


def minute(instant: datetime) -> str:
    """Return 2026年11月3日 09:30."""
    return f"{day(instant)} {instant.astimezone(SHANGHAI):%H:%M}"


def month(text: str) -> str:
    """Return 1980年5月 for 1980-05; anything else as it is."""
    year, _, number = text.partition("-")
    return f"{year}年{int(number)}月" if year.isdecimal() and number.isdecimal() else text


def ordinal(number: int) -> str:
    """Return 一 … 九十九 for 1 to 99, as headings are numbered; anything else in figures."""
    digits = "零一二三四五六七八九"
    if not 1 <= number <= 99:
        return str(number)
    tens, ones = divmod(number, 10)
    ten = "" if not tens else "十" if tens == 1 else f"{digits[tens]}十"
    return ten + (digits[ones] if ones else "")


def weekday(on: date) -> str:
    """Return 星期五."""
    return f"星期{'一二三四五六日'[on.weekday()]}"


def short_day(on: date) -> str:
    """Return 11月3日, where the year stands elsewhere on the paper."""
    return f"{on.month}月{on.day}日"


def dated(on: date | None) -> str:
    """Return 2026年11月3日 for a business day, "" for none."""
    return f"{on.year}年{on.month}月{on.day}日" if on is not None else ""
