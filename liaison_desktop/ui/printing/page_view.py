"""The pages of the papers, drawn by the worker as they come into sight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6 import QtCore
from PySide6.QtCore import QRect, QSize, QSizeF, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from liaison_desktop.model.faults import Fault
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.printing.column import GAP, PAGE, STEP, WIDTH, Column, scale_to_fit, within
from liaison_desktop.ui.printing.pages import draw_page
from liaison_desktop.ui.theme import colour, stroke
from liaison_desktop.ui.worker import Worker

_KEPT = 2
"""Pages before and after those in sight whose pictures are kept."""

_SETTLED_MS = 60
"""How long a scale must stand before pages are drawn anew for it."""


@dataclass(frozen=True)
class Page:
    """One page: which of which file, its size in points, and what its paper is called."""

    path: Path
    place: int
    shape: QSizeF
    title: str
    pages: int

    @property
    def key(self) -> tuple[Path, int]:
        return self.path, self.place


@dataclass(frozen=True)
class _Picture:
    image: QImage
    scale: float


class PageView(QAbstractScrollArea):
    """Pages one below the other; `moved` tells that another page or scale is shown."""

    moved = Signal()
    failed = Signal(object)

    def __init__(self, worker: Worker) -> None:
        super().__init__()
        self.setObjectName("pages")
        self._worker = worker
        self._zoom: str | float = WIDTH
        self._pages: list[Page] = []
        self._column = Column([], 1.0, 0)
        self._pictures: dict[tuple[Path, int], _Picture] = {}
        self._asked: set[tuple[tuple[Path, int], float]] = set()
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self._ask_for_pages)
        self.setVerticalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._allow_bar_across()
        self.verticalScrollBar().setSingleStep(48)
        self.horizontalScrollBar().setSingleStep(48)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Show these and no others; what is in sight stays where it can."""
        before = self._pages[self.current].key if self._pages else None
        self._pages = list(pages)
        self._lay_out()
        keys = [page.key for page in self._pages]
        self.go_to(keys.index(before) if before in keys else 0)
        self._ask_for_pages()

    @property
    def current(self) -> int:
        """The page that the middle of the window is on, from 0."""
        return self._column.page_at(self._top, self.viewport().height())

    @property
    def current_page(self) -> Page | None:
        return self._pages[self.current] if self._pages else None

    @property
    def scale(self) -> float:
        """Logical pixels a point."""
        return self._column.scale

    @property
    def is_drawn(self) -> bool:
        """Whether every page in sight stands there sharp."""
        return not self._settled.isActive() and not self._missing()

    def go_to(self, page: int) -> None:
        """Bring the top of a page into sight."""
        if self._pages:
            self.verticalScrollBar().setValue(self._column.pages[page].top() - GAP)

    def go_to_paper(self, path: Path) -> None:
        """Bring the first page of a paper into sight."""
        found = (at for at, page in enumerate(self._pages) if page.path == path)
        if (first := next(found, None)) is not None:
            self.go_to(first)

    @Slot()
    def go_on(self) -> None:
        """Go a screen on (PgDn)."""
        stop = self._column.next_stop(self._top, self.viewport().height())
        self.verticalScrollBar().setValue(stop)

    @Slot()
    def go_back(self) -> None:
        """Go a screen back (PgUp)."""
        stop = self._column.last_stop(self._top, self.viewport().height())
        self.verticalScrollBar().setValue(stop)

    def go_to_end(self) -> None:
        """Go to the last page."""
        self.go_to(len(self._pages) - 1)

    def enlarge(self) -> None:
        """Show the pages larger."""
        self._zoom_to(within(self.scale * STEP))

    def reduce(self) -> None:
        """Show the pages smaller."""
        self._zoom_to(within(self.scale / STEP))

    def fit_width(self) -> None:
        """Let the widest page fill the width, whatever the window's size becomes."""
        self._zoom_to(WIDTH)

    def fit_page(self) -> None:
        """Show whole pages."""
        at = self.current
        self._zoom_to(PAGE)
        self.go_to(at)

    def sizeHint(self) -> QSize:
        return QSize(760, 800)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out_again()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()
        self._tell()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier:
            (self.enlarge if event.angleDelta().y() > 0 else self.reduce)()
        else:
            super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), colour("sunken"))
        painter.translate(-self.horizontalScrollBar().value(), -self._top)
        for at in self._in_sight():
            self._paint_page(painter, self._pages[at], self._column.pages[at])
        painter.resetTransform()
        if self.hasFocus():
            painter.setPen(stroke("focus", 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        if self._missing() and not self._settled.isActive():
            self._settled.start()

    def _paint_page(self, painter: QPainter, page: Page, where: QRect) -> None:
        painter.fillRect(where, QtCore.Qt.GlobalColor.white)
        picture = self._pictures.get(page.key)
        if picture is not None and picture.scale == self._pixels_a_point:
            painter.drawImage(where.topLeft(), picture.image)
        elif picture is not None:
            painter.drawImage(where, picture.image)
        painter.setPen(stroke("border", 1))
        painter.drawRect(where.adjusted(-1, -1, 0, 0))

    def _zoom_to(self, zoom: str | float) -> None:
        self._zoom = zoom
        self._allow_bar_across()
        self._lay_out_again()

    def _allow_bar_across(self) -> None:
        """Let the bar below come only where the scale is chosen.

        Where pages are fitted, it would take height from them, so that they fit, so that it goes,
        so that they are larger, so that it comes, without an end.
        """
        policies = QtCore.Qt.ScrollBarPolicy
        is_fitted = isinstance(self._zoom, str)
        self.setHorizontalScrollBarPolicy(
            policies.ScrollBarAlwaysOff if is_fitted else policies.ScrollBarAsNeeded
        )

    def _lay_out_again(self) -> None:
        """Lay the pages out for another scale or window; line and middle stay where they are."""
        at, top = self.current, self._top
        before = self._column.pages[at] if self._pages else QRect()
        self._lay_out()
        if before.height() and self._pages:
            now = self._column.pages[at]
            part = (top - before.top()) / before.height()
            self.verticalScrollBar().setValue(round(now.top() + part * now.height()))
            across = self.horizontalScrollBar()
            across.setValue(across.maximum() // 2)

    @property
    def _top(self) -> int:
        return self.verticalScrollBar().value()

    @property
    def _pixels_a_point(self) -> float:
        return self._column.scale * self.devicePixelRatio()

    def _in_sight(self) -> list[int]:
        return self._column.seen(self._top, self.viewport().height())

    def _missing(self) -> list[Page]:
        """Return the pages in sight that are not drawn at the scale in force."""
        wanted = [self._pages[at] for at in self._in_sight()]
        return [page for page in wanted if not self._is_sharp(page)]

    def _is_sharp(self, page: Page) -> bool:
        picture = self._pictures.get(page.key)
        return picture is not None and picture.scale == self._pixels_a_point

    def _lay_out(self) -> None:
        window, shapes = self.viewport().size(), [page.shape for page in self._pages]
        zoom = self._zoom
        scale = scale_to_fit(zoom, shapes, window) if isinstance(zoom, str) else zoom
        self._column = Column(shapes, scale, window.width())
        for bar, whole, shown in (
            (self.verticalScrollBar(), self._column.size.height(), window.height()),
            (self.horizontalScrollBar(), self._column.size.width(), window.width()),
        ):
            bar.setRange(0, max(0, whole - shown))
            bar.setPageStep(shown)
        self.viewport().update()
        self._tell()

    @Slot()
    def _ask_for_pages(self) -> None:
        for page in self._missing():
            scale = self._pixels_a_point
            if (page.key, scale) not in self._asked:
                self._asked.add((page.key, scale))
                task = partial(draw_page, page.path, page.place, scale)
                self._worker.ask(self, task, partial(self._keep, page, scale), self._fail)

    def _keep(self, page: Page, scale: float, image: QImage) -> None:
        self._asked.discard((page.key, scale))
        image.setDevicePixelRatio(self.devicePixelRatio())
        self._pictures[page.key] = _Picture(image, scale)
        self._drop_far_pictures()
        self.viewport().update()

    def _drop_far_pictures(self) -> None:
        sight = self._in_sight()
        if sight:
            near = self._pages[max(0, sight[0] - _KEPT) : sight[-1] + _KEPT + 1]
            kept = {page.key for page in near}
            self._pictures = {key: p for key, p in self._pictures.items() if key in kept}

    def _fail(self, fault: Fault) -> None:
        self.failed.emit(fault)

    def _tell(self) -> None:
        page = self.current_page
        if page is not None:
            words = tr("{title}，第 {page} 页，共 {pages} 页")
            name = words.format(title=page.title, page=page.place + 1, pages=page.pages)
            self.setAccessibleName(name)
        self.moved.emit()
