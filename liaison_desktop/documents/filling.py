"""Boxes of a form and the values that go into them, as rows ready to flow."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from liaison_desktop.documents.fonts import Fonts
from liaison_desktop.documents.marks import SealSquare, SignatureBox
from liaison_desktop.documents.numbers import MM
from liaison_desktop.documents.paragraph import Paragraph, Style
from liaison_desktop.documents.rows import PAD, Cell, Content, Row
from liaison_desktop.documents.templates import Box, Part

Values = Mapping[str, str]
LEADING = 1.42
_CONTINUED = "（续）"


@dataclass(frozen=True, slots=True)
class Filling:
    """How one sheet is filled: values by field, fields left out, fields ruled for handwriting."""

    values: Values
    hidden: frozenset[str] = frozenset()
    ruled: frozenset[str] = frozenset()


@cache
def style_of(fonts: Fonts, box: Box) -> Style:
    """Return how the text of a box is set."""
    weight = 0.022 if box.font == "xbs" and "xbs" not in fonts.official else 0.0
    return Style(
        fonts.stack(box.font),
        box.size,
        round(box.size * LEADING, 2),
        box.align,
        box.indent,
        weight=weight,
    )


def rows_of(
    part: Part, boxes: Iterable[tuple[Box, ...]], filling: Filling, fonts: Fonts
) -> list[Row]:
    """Return the rows of these boxes; a row all of whose fields are hidden is left out."""
    hidden = filling.hidden
    shown = (
        _shown(part, row, hidden.intersection(box.field for box in row)) if hidden else row
        for row in boxes
    )
    return [_row(part, row, filling, fonts) for row in shown if row]


@cache
def _shown(part: Part, row: tuple[Box, ...], hidden: frozenset[str]) -> tuple[Box, ...]:
    """Return the boxes of a row that are not hidden, drawn out to the edges of the frame."""
    kept = tuple(box for box in row if box.field not in hidden)
    if len(kept) == len(row) or not kept:
        return kept
    edges = [part.x, *(box.x for box in kept[1:]), part.x + part.width]
    return tuple(
        replace(box, x=left, width=right - left)
        for box, (left, right) in zip(kept, pairwise(edges), strict=True)
    )


def _row(part: Part, boxes: tuple[Box, ...], filling: Filling, fonts: Fonts) -> Row:
    cells = [cell for box in boxes for cell in _cells(part, box, filling, fonts)]
    return Row(
        tuple(cells),
        least=max(box.height for box in boxes) * MM,
        may_split=any(box.split for box in boxes),
        fills=any(box.fill for box in boxes),
        stays_with_former=any(box.sign or box.keep for box in boxes),
        repeats=any(box.heading for box in boxes),
    )


def _cells(part: Part, box: Box, filling: Filling, fonts: Fonts) -> list[Cell]:
    left = (box.x - part.x) * MM
    style = style_of(fonts, box)
    if box.sign:
        content: Content = _signature(box.sign, style, box.width * MM, box.height * MM)
        return [Cell(left, box.width * MM, content, is_bare=True)]
    if box.seal:
        return [Cell(left, box.width * MM, _seal(box, filling, style), is_bare=True)]
    cells = [_label(box, left, fonts)] if box.label else []
    return [*cells, _value(box, left + box.label_width * MM, filling, style)]


@cache
def _signature(who: str, style: Style, width: float, height: float) -> SignatureBox:
    return SignatureBox.of(f"{who}（签名）：", style, width, height)


def _seal(box: Box, filling: Filling, style: Style) -> SealSquare:
    inner = 41 * MM
    centred = replace(style, align="center")
    note = Paragraph("（盖章处）", replace(centred, size=8, leading=10), inner)
    words = Paragraph(box.text.format_map(filling.values), centred, inner)
    return SealSquare(words, note, box.width * MM, box.height * MM)


@cache
def _label(box: Box, left: float, fonts: Fonts) -> Cell:
    size = box.label_size
    style = Style(fonts.stack("hei"), size, size / 0.7, "spread")
    inner = box.label_width * MM - 2 * PAD
    label, continued = (
        Paragraph(text, style, inner) for text in (box.label, box.label + _CONTINUED)
    )
    return Cell(left, box.label_width * MM, label, continued, is_label=True)


def _value(box: Box, left: float, filling: Filling, style: Style) -> Cell:
    width = (box.width - box.label_width) * MM
    text = box.text.format_map(filling.values) if box.text else filling.values[box.field]
    content = Paragraph(text, style, width - 2 * PAD) if text else None
    is_long = box.split and box.indent > 0
    is_ruled = box.ruled and box.field in filling.ruled
    return Cell(left, width, content, is_top=is_long or is_ruled, is_ruled=is_ruled)
