"""Where the pages of a preview stand: one below the other, in logical pixels."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, QSizeF

GAP = 16
"""Between pages, and around them."""

SMALLEST, LARGEST = 0.25, 3.0
"""Pixels a point: less cannot be read, more than this takes 50 MB a page."""

STEP = 1.25
WIDTH, PAGE = "width", "page"
"""Ways to fit: the widest page into the window's width, or the whole of the page."""


class Column:
    """The pages at one scale (pixels a point), in the middle of a window of `width`."""

    def __init__(self, shapes: Sequence[QSizeF], scale: float, width: int) -> None:
        self.scale = scale
        sizes = [_pixels(shape, scale) for shape in shapes]
        widest = max((size.width() for size in sizes), default=0)
        inside = max(width, widest + 2 * GAP)
        self.pages: list[QRect] = []
        top = GAP
        for size in sizes:
            self.pages.append(QRect(QPoint((inside - size.width()) // 2, top), size))
            top += size.height() + GAP
        self.size = QSize(widest + 2 * GAP, top)

    def seen(self, top: int, height: int) -> list[int]:
        """Return the pages of which a part stands between two heights."""
        pages = enumerate(self.pages)
        return [at for at, page in pages if page.bottom() >= top and page.top() <= top + height]

    def page_at(self, top: int, height: int) -> int:
        """Return the page that the middle of the window is on."""
        middle = top + height // 2
        return next((at for at, p in enumerate(self.pages) if p.bottom() + GAP >= middle), 0)

    def next_stop(self, top: int, height: int) -> int:
        """Return where PgDn goes: a screen further, but never past the top of the next page."""
        screen = top + height - 2 * GAP
        tops = [page.top() - GAP for page in self.pages]
        return min([screen, *(stop for stop in tops if stop > top)])

    def last_stop(self, top: int, height: int) -> int:
        """Return where PgUp goes: a screen back, but never past the top of a page."""
        screen = top - height + 2 * GAP
        tops = [page.top() - GAP for page in self.pages]
        return max([screen, *(stop for stop in tops if stop < top)])


def scale_to_fit(way: str, shapes: Sequence[QSizeF], window: QSize) -> float:
    """Return the scale at which the widest page, or the whole of the tallest, fits."""
    wide = max((shape.width() for shape in shapes), default=1.0)
    tall = max((shape.height() for shape in shapes), default=1.0)
    scale = (window.width() - 2 * GAP) / wide
    if way == PAGE:
        scale = min(scale, (window.height() - 2 * GAP) / tall)
    return within(scale)


def within(scale: float) -> float:
    """Return the scale, or the nearest that is allowed."""
    return min(max(scale, SMALLEST), LARGEST)


def _pixels(shape: QSizeF, scale: float) -> QSize:
    return QSize(math.ceil(shape.width() * scale), math.ceil(shape.height() * scale))
