"""What a record's number is found by: as it is said, written with its marks or without them."""

import re
from collections.abc import Collection, Iterator, Sequence

SHORTEST_TAIL = 4
YEAR = 4
"""Digits of the year, with which the digits of a number begin."""

_RUNS = re.compile(r"\d+x(?![a-z])|\d+|[a-z]+")


def number_grams(parts: Sequence[str]) -> Iterator[str]:
    """Yield what a number is typed by: its letters, its digits, and ends and beginnings of those.

    Of 2026-0012-7 these are 202600127 and 20260012, what ends them after the year (00127, 0012, 12,
    2), and what begins the number and what follows the year, from 4 digits on (20260, 0012).
    """
    yield from ["r" + part for part in parts if part.isalpha()]
    ends, number = {len("".join(parts[:n])) for n in range(1, len(parts) + 1)}, "".join(parts)
    for run in _RUNS.finditer(number):
        if run[0].isalpha():
            yield "r" + run[0]
        else:
            inner = {end - run.start() for end in ends if run.start() < end <= run.end()}
            yield from _digit_grams(run[0], inner | {len(run[0])})


def _digit_grams(digits: str, ends: Collection[int]) -> Iterator[str]:
    yield "s" + digits
    for end in ends:
        yield from ["s" + digits[at:end] for at in range(YEAR, end)]
    for at in (0, YEAR):
        yield from ["s" + digits[at:end] for end in range(at + SHORTEST_TAIL, len(digits))]
