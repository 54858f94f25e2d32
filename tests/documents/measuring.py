"""Where the characters of a page stand, as PDFium places them."""

import ctypes
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from tests.documents.papers import opened

MM = 72 / 25.4
PAGE_HEIGHT = 297 * MM
SIZE, LEADING = 15.75, 29.531
"""3 号 and its line, in points (GB/T 9704-2012, 5.2)."""


@dataclass(frozen=True)
class Sign:
    """One character as it stands: origin in millimetres from the upper left, size in points."""

    text: str
    x: float
    y: float
    size: float


@dataclass(frozen=True)
class Line:
    """Characters on one baseline."""

    signs: Sequence[Sign]

    @property
    def text(self) -> str:
        return "".join(sign.text for sign in self.signs)

    @property
    def size(self) -> float:
        return self.signs[0].size

    @property
    def y(self) -> float:
        return self.signs[0].y


def measured(page: pypdfium2.PdfPage) -> list[Line]:
    """Return the lines of a page from above, as PDFium places them."""
    text = page.get_textpage()
    found: dict[float, list[Sign]] = defaultdict(list)
    x, y = ctypes.c_double(), ctypes.c_double()
    for place in range(text.count_chars()):
        said = chr(pdfium.FPDFText_GetUnicode(text, place))
        if said.isspace():
            continue
        pdfium.FPDFText_GetCharOrigin(text, place, x, y)
        size = pdfium.FPDFText_GetFontSize(text, place)
        sign = Sign(said, x.value / MM, (PAGE_HEIGHT - y.value) / MM, size)
        found[round(y.value, 1)].append(sign)
    lines = (sorted(signs, key=lambda sign: sign.x) for signs in found.values())
    return sorted(map(Line, lines), key=lambda line: line.y)


def pages_of(path: Path) -> list[list[Line]]:
    with opened(path) as document:
        return [measured(document[place]) for place in range(len(document))]


def near_seal(page: Sequence[Line], organ: str, day: str) -> str:
    """Return what else stands in the square of 45 mm whose middle is that of organ and day."""
    [signed] = [line for line in page if line.text == organ and line.size < 20]
    [dated] = [line for line in page if line.text == day]
    middle = (dated.signs[0].x + dated.signs[-1].x + SIZE / MM) / 2
    centre = (signed.y + dated.y) / 2 - 0.38 * SIZE / MM
    near = [line for line in page if abs(line.y - centre) < 22.5]
    others = [line for line in near if line not in (signed, dated)]
    return "".join(s.text for line in others for s in line.signs if abs(s.x - middle) < 22.5)
