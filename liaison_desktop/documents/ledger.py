"""A ledger on A4 across: 25 rows a page under a repeated heading, ready to be bound.

What stands around the rows is drawn in the form of the ledger's name; the columns are the ledger's
own. A text that is too long for one line is set smaller on two; a row grows only beyond that, and
then its page holds fewer.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from liaison_desktop.documents.drawn import PrintFacts
from liaison_desktop.documents.fonts import Fonts
from liaison_desktop.documents.numbers import MM
from liaison_desktop.documents.paper import Paper
from liaison_desktop.documents.paragraph import Align, Paragraph, Style
from liaison_desktop.documents.pdf_file import PdfFile
from liaison_desktop.documents.rows import PAD, PAD_ABOVE, Cell, Row, rules
from liaison_desktop.documents.templates import Part
from liaison_desktop.model.ledger import Column, Ledger

COMPUTED: Mapping[str, tuple[str, ...]] = {
    "period": (),
    "total": (),
    "station": (),
    "printing": (),
    "form_code": (),
    "edition": (),
    "page": (),
    "pages": (),
    "public": (),
    "kept": (),
    "year": (),
}
"""Values around the rows of every ledger, none of them a field of a record."""


def computed_of(ledger: Ledger[Any]) -> Mapping[str, tuple[str, ...]]:
    """Return the values that stand around the rows of this ledger; only days have a year."""
    return {name: of for name, of in COMPUTED.items() if ledger.has_days or name != "year"}


_PLACE = 10 * MM
"""Width of 序号."""

_HEADING = 8 * MM
_ROW = 6.3 * MM
"""Height of a row; 25 of them fill the frame under the heading."""

_TIGHT = 1.1
"""Least room in points above and below two lines in a row of the usual height."""

_SIZES = ((8.5, 10.2), (7.0, 7.8))
"""Size and leading in points: of a text on one line, and of a longer one."""


@dataclass(frozen=True)
class Extent:
    """What a ledger covers: first and last business day, what was chosen of them, and a total."""

    since: date | None
    until: date | None
    chosen: Sequence[str] = ()
    total: str = ""
    is_public: bool = False
    has_days: bool = True

    @property
    def year(self) -> str:
        """The year that the days are the whole of, "" for any other days."""
        if self.since is None or self.until is None or self.since.year != self.until.year:
            return ""
        is_whole = (self.since.month, self.since.day) == (1, 1) and (
            (self.until.month, self.until.day) == (12, 31)
        )
        return str(self.since.year) if is_whole else ""

    @property
    def period(self) -> str:
        """The days, and what was chosen of them."""
        if not self.has_days:
            return f"只列：{'；'.join(self.chosen)}" if self.chosen else ""
        days = [_day(day) for day in dict.fromkeys((self.since, self.until)) if day is not None]
        return (" 至 ".join(days) or "不限") + (
            f"　只列：{'；'.join(self.chosen)}" if self.chosen else ""
        )


@dataclass(frozen=True)
class _Line:
    """Texts side by side, with the places of their cells from the left edge of the frame."""

    cells: Sequence[tuple[float, Paragraph]]
    height: float

    @property
    def row(self) -> tuple[Row, float]:
        """The cells as the rules around them are drawn."""
        return Row(tuple(Cell(x, 0.0, None) for x, _ in self.cells), self.height), self.height

    def draw(self, file: PdfFile, left: float, top: float) -> str:
        return "\n".join(
            text.draw(file, left + x + PAD, top - (self.height - text.height) / 2)
            for x, text in self.cells
        )


@dataclass(frozen=True)
class _Place:
    """Where a column stands, in points from the left edge of the frame."""

    x: float
    width: float
    align: Align


def build_ledger(
    ledger: Ledger[Any],
    columns: Sequence[Column[Any]],
    rows: Sequence[Sequence[str]],
    extent: Extent,
    facts: PrintFacts,
    *,
    is_wide: bool = False,
) -> Paper:
    """Return the paper of these rows, still to be saved; a whole year has a cover before them."""
    form = f"{ledger.name}_a3" if is_wide else ledger.name
    paper = Paper(form, facts.station.name, facts.printed_at)
    part = paper.form.part("rows")
    places = _places(columns, part.width * MM)
    heading = _heading(paper.fonts, columns, places)
    room = (part.bottom - part.y) * MM - heading.height
    pages = _pages(paper, rows, places, room)
    end = _note(paper.fonts, _end(rows, extent), places)
    if _height([*pages[-1], end]) <= room:
        pages[-1].append(end)
    values = paper.printed_values(facts) | {
        "period": extent.period,
        "total": extent.total,
        "public": "（公开版）" if extent.is_public else "",
        "kept": "" if extent.is_public else "　留存联络站",
        "year": extent.year,
        "pages": str(len(pages)),
    }
    if extent.year:
        paper.add_page(values, lambda _file, _height: "", on="cover")
    for number, page in enumerate(pages, start=1):
        numbered = {**values, "page": str(number)}
        table = _Table(part, (heading, *page))
        paper.add_page(numbered, table.draw)
    return paper


@dataclass(frozen=True)
class _Table:
    """The lines of one page in their frame."""

    part: Part
    lines: Sequence[_Line]

    def draw(self, file: PdfFile, height: float) -> str:
        left, top = self.part.x * MM, height - self.part.y * MM
        parts, y = [], top
        for line in self.lines:
            parts.append(line.draw(file, left, y))
            y -= line.height
        framed = [line.row for line in self.lines]
        return "\n".join([*parts, rules(framed, left, top, self.part.width * MM)])


def _places(columns: Sequence[Column[Any]], width: float) -> list[_Place]:
    """Return the places of 序号 and the columns, which share the rest of the width."""
    share = (width - _PLACE) / sum(column.width for column in columns)
    found, x = [_Place(0.0, _PLACE, "center")], _PLACE
    for column in columns:
        align: Align = "center" if column.is_centred else "left"
        found.append(_Place(x, column.width * share, align))
        x += column.width * share
    return found


def _heading(fonts: Fonts, columns: Sequence[Column[Any]], places: Sequence[_Place]) -> _Line:
    style = Style(fonts.stack("hei"), 9.0, 11.0, "center")
    labels = ("序号", *(column.label for column in columns))
    cells = [
        (place.x, Paragraph(label, style, place.width - 2 * PAD))
        for place, label in zip(places, labels, strict=True)
    ]
    return _Line(cells, _HEADING)


def _pages(
    paper: Paper, rows: Sequence[Sequence[str]], places: Sequence[_Place], room: float
) -> list[list[_Line]]:
    """Return the lines of each page; after the rows stands what could not be printed of them."""
    lines = [part for row in _lines(paper.fonts, rows, places) for part in _split(row, room)]
    if note := paper.note_of_missing(text for row in rows for text in row):
        lines.append(_note(paper.fonts, note, places))
    return list(_paged(lines, room))


def _end(rows: Sequence[Sequence[str]], extent: Extent) -> str:
    if rows:
        return "（以下空白）"
    return "（没有符合条件的登记）" if extent.chosen else "（本期没有登记）"


def _lines(
    fonts: Fonts, rows: Sequence[Sequence[str]], places: Sequence[_Place]
) -> Iterator[_Line]:
    for number, row in enumerate(rows, start=1):
        cells = [
            (place.x, _fitted(fonts, text, place.width - 2 * PAD, place.align))
            for place, text in zip(places, (str(number), *row), strict=True)
        ]
        yield _line(cells)


def _split(line: _Line, room: float) -> Iterator[_Line]:
    """Yield a line in parts that each fit on a page; nearly always it is one."""
    while line.height > room:
        parts = [(x, _parts(text, room - 2 * PAD_ABOVE)) for x, text in line.cells]
        yield _line([(x, head) for x, (head, _) in parts])
        line = _line([(x, rest) for x, (_, rest) in parts])
    yield line


def _parts(text: Paragraph, room: float) -> tuple[Paragraph, Paragraph]:
    if text.height > room and (parts := text.split(room)) is not None:
        return parts
    return text, Paragraph("", text.style, text.width)


def _note(fonts: Fonts, text: str, places: Sequence[_Place]) -> _Line:
    """Return a line of one text across all columns."""
    width = places[-1].x + places[-1].width
    return _line([(0.0, _fitted(fonts, text, width - 2 * PAD, "center"))])


def _height(lines: Sequence[_Line]) -> float:
    return sum(line.height for line in lines)


def _line(cells: Sequence[tuple[float, Paragraph]]) -> _Line:
    tallest = max(text.height for _, text in cells)
    return _Line(cells, _ROW if tallest + 2 * _TIGHT <= _ROW else tallest + 2 * PAD_ABOVE)


@lru_cache(maxsize=4096)
def _fitted(fonts: Fonts, text: str, width: float, align: Align) -> Paragraph:
    """Return a text on one line, else set smaller on as many as it needs."""
    (size, leading), (small, close) = _SIZES
    style = Style(fonts.stack("song"), size, leading, align)
    one = Paragraph(text, style, width)
    if len(one.lines) == 1:
        return one
    return Paragraph(text, replace(style, size=small, leading=close), width)


def _paged(lines: Sequence[_Line], room: float) -> Iterator[list[_Line]]:
    page: list[_Line] = []
    used = 0.0
    for line in lines:
        if page and used + line.height > room:
            yield page
            page, used = [], 0.0
        page.append(line)
        used += line.height
    yield page


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
