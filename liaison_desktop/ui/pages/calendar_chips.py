"""Where the things of a day stand in its cell: as many as there is room for, each readable."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics

from liaison_desktop.model.conflicts import Link
from liaison_desktop.model.texts import visible
from liaison_desktop.ui.pages.calendar_sheet import Entry
from liaison_desktop.ui.pages.calendar_words import kind_mark, kind_word
from liaison_desktop.ui.theme import current, font

ROOMY = 84
"""Logical pixels of a cell's height from which its text is a size larger."""

WIDE = 150
"""And of its width."""

GAP = 2
EDGE = 3
"""Beside a chip."""

BAR, SIGN = 6, 19
"""What leads the text of a chip: its bar, or the sign of a conflict."""


@dataclass(frozen=True)
class Measures:
    """Sizes of one cell: of its first line, of a line of a chip, of the text in it."""

    head: int
    line: int
    role: str

    @classmethod
    def of(cls, rect: QRect) -> Measures:
        """Return the sizes for a cell of this height."""
        px = current().px
        if rect.height() < px(ROOMY):
            return cls(px(20), px(16), "tiny")
        is_wide = rect.width() >= px(WIDE)
        return cls(px(28), px(18) if is_wide else px(16), "small" if is_wide else "tiny")


@dataclass(frozen=True)
class Chip:
    """One thing of a day, its place in the cell and its lines."""

    entry: Entry
    place: QRect
    lines: tuple[str, ...]


@dataclass(frozen=True)
class DayLayout:
    """What is drawn of a day; `hidden` things found no room, and `more` is where that is said."""

    sizes: Measures
    chips: tuple[Chip, ...]
    hidden: int
    more: QRect


def lay_out_day(
    rect: QRect, entries: tuple[Entry, ...], chosen: Link | None, *, is_tall: bool
) -> DayLayout:
    """Return where each thing stands; what is chosen is always in sight."""
    sizes = Measures.of(rect)
    top, room = rect.top() + sizes.head, rect.height() - sizes.head - GAP
    all_lines = [
        _fitted(entry, text_width(rect, entry), room, sizes, is_tall=is_tall) for entry in entries
    ]
    heights = [len(lines) * sizes.line + 2 for lines in all_lines]
    first, count = _in_sight(entries, heights, chosen, room)
    chips = []
    for place in range(first, first + count):
        box = QRect(rect.left() + EDGE, top, rect.width() - 2 * EDGE - 1, heights[place])
        chips.append(Chip(entries[place], box, all_lines[place]))
        top += heights[place] + GAP
    more = QRect(rect.right() - current().px(58), rect.top(), current().px(56), sizes.head)
    return DayLayout(sizes, tuple(chips), len(entries) - count, more)


def text_width(rect: QRect, entry: Entry) -> int:
    """Return how wide a text may be in the chip of a cell."""
    return rect.width() - 2 * EDGE - 1 - text_indent(entry) - 1


def text_indent(entry: Entry) -> int:
    """Return where the text of a chip begins."""
    return current().px(SIGN) if entry.conflicts else BAR


def _fitted(
    entry: Entry, width: int, room: int, sizes: Measures, *, is_tall: bool
) -> tuple[str, ...]:
    """Return the lines of a chip: as many as say everything, or as there is room for."""
    if is_tall:
        row = entry.row
        times = "–".join(part for part in (row.starts, row.ends) if part)
        facts = [times, kind_word(row.kind), visible(row.title), visible(row.place), *entry.names]
        lines = tuple(fact for fact in facts if fact)
    else:
        lines = (entry.first, *name_lines(entry.names, width, sizes.role, current().scale))
    most = max((room - 2) // sizes.line, 1)
    if len(lines) <= most:
        return lines
    if most == 1:
        return (single_line(entry, width, sizes.role),)
    return lines[:most] if is_tall else (entry.first, " ".join(entry.names))


@lru_cache(1024)
def name_lines(names: tuple[str, ...], width: int, role: str, _scale: float) -> tuple[str, ...]:
    """Return the names in as few lines as hold them whole."""
    metrics, lines = QFontMetrics(font(role)), list[str]()
    for name in names:
        longer = f"{lines[-1]} {name}" if lines else name
        if lines and metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(name)
    return tuple(lines)


def single_line(entry: Entry, width: int, role: str) -> str:
    """Return the one line that there is room for: its sign, who comes, and the time if it fits."""
    names = " ".join(entry.names) or visible(entry.row.title or entry.row.place)
    mark, time = kind_mark(entry.row.kind), entry.row.starts
    whole = " ".join(part for part in (mark, time, names) if part)
    fits = QFontMetrics(font(role)).horizontalAdvance(whole) <= width
    return whole if fits else " ".join(part for part in (mark, names) if part)


def _in_sight(
    entries: tuple[Entry, ...], heights: list[int], chosen: Link | None, room: int
) -> tuple[int, int]:
    """Return (the first that is shown, how many): from the top, or down to what is chosen."""
    places = [n for n, entry in enumerate(entries) if entry.row.link == chosen]
    first = 0
    while True:
        count, used = 0, 0
        for height in heights[first:]:
            used += height + (GAP if count else 0)
            if used > room and count:
                break
            count += 1
        if not places or places[0] < first + count:
            return first, count
        first += 1
