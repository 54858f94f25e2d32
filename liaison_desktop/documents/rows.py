"""Rows of a ruled form: what stands in their cells, how high they are, where they may be split."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol

from liaison_desktop.documents.numbers import MM, plain
from liaison_desktop.documents.paragraph import Paragraph
from liaison_desktop.documents.pdf_file import PdfFile
from liaison_desktop.documents.stacked import Stacked

PAD = 1.2 * MM
"""Room between a rule and a text at its side."""

PAD_ABOVE = 2.6
WRITING_PITCH = 8.5 * MM
"""Least room between the lines that are ruled for writing by hand."""

_LAST_GAP = 0.35
"""Part of it between the last line and the rule below."""

_EASE = 0.01


class Content(Protocol):
    """What a cell holds; lengths in points."""

    @property
    def height(self) -> float: ...

    def draw(self, file: PdfFile, x: float, top: float) -> str: ...


@dataclass(frozen=True)
class Cell:
    """One cell: its place from the left edge of the frame, what it holds, how that stands."""

    x: float
    width: float
    content: Content | None
    continued: Content | None = None
    """What a label says on the next page; None for a value."""
    is_label: bool = False
    is_top: bool = False
    is_ruled: bool = False
    is_bare: bool = False
    """Whether the content takes the whole cell and needs no room at the sides."""

    @cached_property
    def natural(self) -> float:
        """The least height that holds the content."""
        if self.content is None:
            return 0.0
        return self.content.height + (0 if self.is_bare else 2 * PAD_ABOVE)

    def split(self, room: float) -> "tuple[Cell, Cell] | None":
        """Return the cell as it stands in `room` and its rest, None where that cannot be."""
        if self.is_label:
            return None if self.natural > room else (self, replace(self, content=self.continued))
        if self.natural <= room + _EASE:
            return self, replace(self, content=None)
        if not isinstance(self.content, Paragraph | Stacked):
            return None
        parts = self.content.split(room - 2 * PAD_ABOVE)
        if parts is None:
            return None
        head, rest = (replace(self, content=part, is_top=True) for part in parts)
        return head, rest

    def draw(self, file: PdfFile, left: float, top: float, height: float) -> str:
        """Return the operators of the content in a row of this height."""
        parts = []
        if self.content is not None:
            above = PAD_ABOVE if self.is_top else (height - self.content.height) / 2
            if self.is_bare:
                parts.append(self.content.draw(file, left + self.x, top))
            else:
                parts.append(self.content.draw(file, left + self.x + PAD, top - above))
        if self.is_ruled:
            parts.append(self._writing_lines(left, top, height))
        return "\n".join(parts)

    def _writing_lines(self, left: float, top: float, height: float) -> str:
        used = 0.0 if self.content is None else self.content.height + 2 * PAD_ABOVE
        count = int((height - used) / WRITING_PITCH - _LAST_GAP)
        pitch = (height - used) / (count + _LAST_GAP)
        start, end = plain(left + self.x + PAD), plain(left + self.x + self.width - PAD)
        heights = (plain(top - used - place * pitch) for place in range(1, count + 1))
        lines = [f"{start} {y} m {end} {y} l" for y in heights]
        return f"q 0.4 w 0.6 G {' '.join(lines)} S Q" if lines else ""


@dataclass(frozen=True)
class Row:
    """Cells side by side; `least` is the height drawn on the form, kept where there is room.

    The first rows that `repeats` begin every page. `heads` stand above a row of a list again where
    it begins a page; a row that `stays_with_next` never ends one.
    """

    cells: tuple[Cell, ...]
    least: float
    may_split: bool = False
    fills: bool = False
    stays_with_former: bool = False
    stays_with_next: bool = False
    repeats: bool = False
    heads: "tuple[Row, ...]" = ()

    @cached_property
    def natural(self) -> float:
        return max(cell.natural for cell in self.cells)

    @property
    def wanted(self) -> float:
        return max(self.least, self.natural)

    def split(self, room: float) -> "tuple[Row, Row] | None":
        """Return the row as it stands in `room` and its rest, labels repeated; else None."""
        parts = [cell.split(room) for cell in self.cells]
        heads = tuple(part[0] for part in parts if part is not None)
        if len(heads) < len(parts):
            return None
        rests = tuple(part[1] for part in parts if part is not None)
        if all(rest.content is None or rest.is_label for rest in rests):
            return None
        return replace(self, cells=heads, least=0.0), replace(self, cells=rests, least=0.0)


def rules(rows: Sequence[tuple[Row, float]], left: float, top: float, width: float) -> str:
    """Return thin rules between rows and cells, and a heavier frame around all of them."""
    segments, y = [], top
    right, first = plain(left + width), plain(left)
    for row, height in rows:
        upper, lower = plain(y), plain(y - height)
        for cell in row.cells[1:]:
            x = plain(left + cell.x)
            segments.append(f"{x} {upper} m {x} {lower} l")
        y -= height
        segments.append(f"{first} {lower} m {right} {lower} l")
    frame = f"{first} {plain(y)} {plain(width)} {plain(top - y)} re"
    return f"q 0 G 0.5 w {' '.join(segments[:-1])} S 1.4 w {frame} S Q"
