"""Instants, days and ids as text: each has one spelling, and no other is taken."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from liaison_desktop.model.times import parse_rfc3339, rfc3339

_INSTANT: Final = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?!\.000)(?:\.\d{3})?\+08:00", re.ASCII
)
_FIRST_INSTANT: Final = "0001-01-02"
"""The day before begins in the year 0 of UTC, which no calendar of a program has."""
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_UID: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def check_instant(text: str) -> None:
    """Raise ValueError unless text is like 2026-11-20T09:30:00+08:00, with .250 where needed."""
    if not _INSTANT.fullmatch(text) or text < _FIRST_INSTANT:
        raise ValueError("not the spelling of an instant")
    datetime.fromisoformat(text)


def check_day(text: str) -> None:
    """Raise ValueError unless text is like 2026-11-20."""
    if not _DAY.fullmatch(text):
        raise ValueError("not the spelling of a day")
    date.fromisoformat(text)


def check_uid(text: str) -> None:
    """Raise ValueError unless text is a UUID in small letters with its hyphens."""
    if not _UID.fullmatch(text):
        raise ValueError("not the spelling of an id")


@dataclass(frozen=True)
class Spelling:
    """How values of a type are written and read, and what raises ValueError for other texts."""

    write: Callable[[Any], str]
    read: Callable[[str], Any]
    check: Callable[[str], None]


SPELLINGS: Final[dict[type, Spelling]] = {
    datetime: Spelling(rfc3339, parse_rfc3339, check_instant),
    date: Spelling(date.isoformat, date.fromisoformat, check_day),
    UUID: Spelling(str, UUID, check_uid),
}
