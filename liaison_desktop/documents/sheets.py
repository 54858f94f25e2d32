"""One filled form onto its pages: fixed words, frames, continuation pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from liaison_desktop.documents.filling import Values, style_of
from liaison_desktop.documents.flow import Page, flow
from liaison_desktop.documents.fonts import Fonts
from liaison_desktop.documents.marks import cut_line, qr_code
from liaison_desktop.documents.numbers import MM
from liaison_desktop.documents.paragraph import Paragraph, Style
from liaison_desktop.documents.pdf_file import PdfFile
from liaison_desktop.documents.rows import Row, rules
from liaison_desktop.documents.templates import Box, Form, Part

_SIZES = ((1.0, 1), (0.85, 1), (0.7, 1), (0.65, 2), (0.5, 2), (0.4, 3))
"""How a fixed text is made to fit: to what part of its size, on how many lines at most."""


@dataclass(frozen=True, slots=True)
class _Frame:
    part: Part
    top: float
    rows: Page


def draw_sheet(
    file: PdfFile, fonts: Fonts, form: Form, rows: Mapping[str, Sequence[Row]], values: Values
) -> int:
    """Add the pages of one sheet to a file and return how many they are.

    `rows` are the rows of each part; `values` are those of the fixed boxes, to which the sheet adds
    `page` and `pages`.
    """
    pages = _pages(form, rows)
    width, height = (side * MM for side in form.size)
    for place, frames in enumerate(pages):
        numbered = {**values, "page": str(place + 1), "pages": str(len(pages))}
        parts = [draw_fixed(file, fonts, box, numbered, height) for box in _fixed(form, place)]
        parts += [_draw_frame(file, frame, height) for frame in frames]
        file.add_page(width, height, "\n".join(parts))
    return len(pages)


def _pages(form: Form, rows: Mapping[str, Sequence[Row]]) -> list[list[_Frame]]:
    """Return the frames of each page; a part goes on on pages of its own."""
    pages: list[list[_Frame]] = [[]]
    for part in form.parts:
        if not rows[part.name]:
            continue
        first, later = part.bottom - part.y, part.next_bottom - part.next_y
        flown = flow(rows[part.name], first * MM, later * MM)
        if part.starts == "first":
            pages[0].append(_Frame(part, part.y, flown.pop(0)))
        pages += [[_Frame(part, part.next_y, page)] for page in flown]
    return pages


def _fixed(form: Form, place: int) -> list[Box]:
    wanted = {"every", "next" if place else "first"}
    return [box for box in form.fixed if box.on in wanted]


def _draw_frame(file: PdfFile, frame: _Frame, height: float) -> str:
    left, top = frame.part.x * MM, height - frame.top * MM
    parts, y = [], top
    for row, tall in frame.rows:
        parts += [cell.draw(file, left, y, tall) for cell in row.cells]
        y -= tall
    return "\n".join([*parts, rules(frame.rows, left, top, frame.part.width * MM)])


def draw_fixed(file: PdfFile, fonts: Fonts, box: Box, values: Values, height: float) -> str:
    """Return the operators of one fixed box on a page of this height in points."""
    x, top = box.x * MM, height - box.y * MM
    if box.cut:
        return cut_line(x, top, box.width * MM)
    text = box.text.format_map(values) if box.text else values[box.field]
    if box.qr:
        return qr_code(text, x, top, box.width * MM) if text else ""
    drawn = _fitted(text, style_of(fonts, box), box).draw(file, x, top)
    return f"q {box.grey} g {drawn} Q" if box.grey else drawn


@lru_cache(maxsize=256)
def _fitted(text: str, style: Style, box: Box) -> Paragraph:
    """Return the text on one line, set smaller if need be, else on more lines."""
    for part, lines in _SIZES:
        size = style.size * part
        leading = style.leading if lines == 1 else size * 1.2
        fitted = Paragraph(text, replace(style, size=size, leading=leading), box.width * MM)
        if len(fitted.lines) <= lines:
            break
    return fitted
