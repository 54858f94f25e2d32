"""Where a line of Chinese text may end: GB/T 15834-2011, 5.1, and what a clerk expects besides.

Closing marks never begin a line, opening marks never end one, —— and …… are never cut, a Latin
word or a number stays whole where it fits a line. A pure function of units (characters, or clusters
that are one) and their widths; the spaces at which a line is cut stay at its end and hang.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

NO_START = frozenset(
    "!),.:;?]}%°·’”‰′″℃、。々〉》」』】〕〗〙〛〜〞・ーゝゞヽヾ！％），．／：；？］｝～–‧•…—~/｠»›¨ˇˉ‐"
)
NO_END = frozenset("([{$£¥‘“№〈《「『【〔〖〘〚〝（＄［｛￡￥/｟«‹#＃-‐□☐☑")
"""The hyphens, because a reader of PDF takes one at the end of a line for its own and drops it."""

PAIRED = frozenset("—…─⋯")
HALF_AT_END = frozenset("、。，．：；！？）》〉」』】〕〗”’")
"""Marks with an empty right half, which may stand outside the line when they end it."""

_JOINERS = frozenset(".,:/@_-+%&'#=~\\∶×·")
_EASE = 0.01


class Line(NamedTuple):
    """Units start…end of one line; `width` without hanging spaces; the last one is not filled."""

    start: int
    end: int
    width: float
    is_last: bool


def break_lines(
    units: Sequence[str], widths: Sequence[float], width: float, first: float | None = None
) -> list[Line]:
    """Return the lines of one paragraph (no newline in it), `first` being the first one's room.

    No line is wider than its room, but for hanging spaces, half a mark, and a unit wider than all.
    """
    ends = [0.0, *accumulate(widths)]
    lines: list[Line] = []
    start, room = 0, width if first is None else first
    while True:
        end = _end(units, widths, ends, start, room)
        used = ends[_without_spaces(units, start, end)] - ends[start]
        lines.append(Line(start, end, min(used, room), end == len(units)))
        if end == len(units):
            return lines
        start, room = end, width


def may_break(units: Sequence[str], at: int) -> bool:
    """Return whether a line may end before units[at]."""
    before, after = units[at - 1][-1], units[at][0]
    if after == " " or after in NO_START or before in NO_END:
        return False
    return not _is_inside_word(units, at, before, after)


def _end(
    units: Sequence[str], widths: Sequence[float], ends: list[float], start: int, room: float
) -> int:
    over = bisect_right(ends, ends[start] + room + _EASE) - 1  # units start…over fit
    if over >= len(units):
        return len(units)
    over = max(over, start)
    if _may_hang(units[over], widths[over], ends[over] - ends[start], room):
        over += 1
    while over < len(units) and units[over] == " ":
        over += 1
    if over == len(units):
        return over
    for at in range(over, start, -1):
        if may_break(units, at):
            return at
    return _forced(units, start, over)


def _may_hang(unit: str, width: float, used: float, room: float) -> bool:
    return unit in HALF_AT_END and used > 0 and used + width / 2 <= room + _EASE


def _forced(units: Sequence[str], start: int, over: int) -> int:
    """Return where to cut what has no place to break: inside an address, else anywhere."""
    for at in range(over, start + 1, -1):
        if units[at - 1] in "/.@_\\=&?" and units[at] not in NO_START:
            return at
    for at in range(over, start + 1, -1):
        if units[at - 1] != "-" and not (units[at] == units[at - 1] and units[at] in PAIRED):
            return at
    return max(over, start + 1)


def _is_inside_word(units: Sequence[str], at: int, before: str, after: str) -> bool:
    if _is_word(before):
        if _is_word(after):
            return True
        return after in _JOINERS and at + 1 < len(units) and _is_word(units[at + 1][0])
    return before in _JOINERS and _is_word(after) and at > 1 and _is_word(units[at - 2][0])


def _is_word(character: str) -> bool:
    return (character.isascii() and character.isalnum()) or "\u00c0" <= character <= "\u024f"


def _without_spaces(units: Sequence[str], start: int, end: int) -> int:
    while end > start and units[end - 1] == " ":
        end -= 1
    return end
