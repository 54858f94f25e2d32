"""The pages of a PDF as pictures.

pdfium may be used by one thread only: what is here is called by tasks of the worker. The file is
read whole and let go at once, so that a preview never holds it against its removal.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

from liaison_desktop.model.faults import Unusable

if TYPE_CHECKING:
    from pypdfium2 import PdfBitmap, PdfDocument, PdfPage

POINTS_PER_INCH = 72.0
MM_PER_INCH = 25.4
_NEAR = 3.0
"""Points by which a page may miss its size: drawing programs round differently."""

_SIZES = {"A3": (842, 1191), "A4": (595, 842), "A5": (420, 595)}


def page_shapes(path: Path) -> list[QSizeF]:
    """Return width and height of each page in points; Unusable paper_gone where it has none."""
    with _opened(path) as document:
        shapes = []
        for place in range(len(document)):
            with _page(document, place) as page:
                shapes.append(QSizeF(*page.get_size()))
    return shapes


def draw_page(path: Path, place: int, scale: float) -> QImage:
    """Return one page at `scale` pixels a point."""
    with _opened(path) as document, _page(document, place) as page:
        return _picture(page.render(scale, prefer_bgrx=True))


def draw_bands(path: Path, place: int, scale: float, rows: int) -> Iterator[tuple[int, QImage]]:
    """Give one page from top to bottom in bands of about `rows` pixels, each with its first row.

    A whole A4 page at 600 dpi would take 140 MB.
    """
    with _opened(path) as document, _page(document, place) as page:
        _, height = page.get_size()
        whole = math.ceil(height * scale)
        for top in range(0, whole, rows):
            below = max(0, whole - top - rows)
            crop = (0.0, _points(below, scale), 0.0, _points(top, scale))
            band = _picture(page.render(scale, crop=crop, prefer_bgrx=True))
            yield top, band


def size_name(shape: QSizeF) -> str:
    """Return "A4", "A5" … lying or standing, else the size in millimetres as CUPS names it."""
    sides = sorted((shape.width(), shape.height()))
    for name, known in _SIZES.items():
        if all(abs(a - b) <= _NEAR for a, b in zip(sides, known, strict=True)):
            return name
    width, height = (
        round(side / POINTS_PER_INCH * MM_PER_INCH) for side in (shape.width(), shape.height())
    )
    return f"Custom.{width}x{height}mm"


def _points(pixels: int, scale: float) -> float:
    """Return what pdfium, which rounds up, takes for so many pixels and not for one more."""
    return max(0.0, pixels - 0.5) / scale


@contextmanager
def _opened(path: Path) -> Iterator[PdfDocument]:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(path.read_bytes())
    except (OSError, PdfiumError):
        raise Unusable("paper_gone", path.name) from None
    try:
        yield document
    finally:
        document.close()


@contextmanager
def _page(document: PdfDocument, place: int) -> Iterator[PdfPage]:
    page = document[place]
    try:
        yield page
    finally:
        page.close()


def _picture(bitmap: PdfBitmap) -> QImage:
    """Return a picture that owns its pixels."""
    made = QImage(
        bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
    ).copy()
    bitmap.close()
    return made
