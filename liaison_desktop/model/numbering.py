"""编号: <station code>-<kind letter>-<year>-<4 or more digits>-<check character>.

The check character is ISO 7064 MOD 37-2 over code, letter, year and digits without hyphens, so a
number read over the phone with one wrong or two swapped characters is noticed.
"""

import re
from enum import StrEnum

_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*"
STATION_CODE = re.compile(r"[A-Z0-9]{2,12}\Z")
_NUMBER = re.compile(r"([A-Z0-9]{2,12})-([A-Z])-(\d{4})-(\d{4,})-([0-9A-Z*])(?:-(\d+))?\Z")


class NumberKind(StrEnum):
    """The kind letter, from the first sound of the Chinese word."""

    VISIT = "L"  # 来访
    CONSULTATION = "K"  # 恳谈


def check_character(text: str) -> str:
    """Return the ISO 7064 MOD 37-2 check character of digits and capital letters."""
    remainder = 0
    for character in text:
        remainder = (remainder + _ALPHABET.index(character)) * 2 % 37
    return _ALPHABET[(38 - remainder) % 37]


def build_number(station_code: str, kind: NumberKind, year: int, count: int) -> str:
    """Return the whole number, e.g. QHJD-L-2026-0001-K."""
    digits = f"{count:04d}"
    check = check_character(f"{station_code}{kind}{year}{digits}")
    return f"{station_code}-{kind}-{year}-{digits}-{check}"


def matter_number(visit_number: str, place: int) -> str:
    """Return the number of the n-th matter (from 1) of a visit: the visit's number is the base."""
    return f"{visit_number}-{place}"


def is_number(text: str) -> bool:
    """Return whether text is a number of ours with its right check character."""
    match = _NUMBER.match(text)
    return match is not None and check_character("".join(match.groups()[:4])) == match[5]
