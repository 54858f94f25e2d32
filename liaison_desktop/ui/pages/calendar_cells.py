"""The days of the calendar, drawn by hand: number, 休/班, what takes place, what is in the way."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QLine, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from liaison_desktop.model.conflicts import Link
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.icons import pixmap
from liaison_desktop.ui.pages.calendar_chips import (
    Chip,
    DayLayout,
    Measures,
    lay_out_day,
    text_indent,
)
from liaison_desktop.ui.pages.calendar_words import COLOURS, GROUNDS
from liaison_desktop.ui.table.laid_text import LAID_OUT, lay_out
from liaison_desktop.ui.theme import colour, current

if TYPE_CHECKING:
    from liaison_desktop.ui.pages.calendar_model import CalendarModel, Cell, Index

_NUMBERS = {"small": "body", "tiny": "small"}
"""The role of a day's number by that of the text below it."""


MOST_DAYS = 200
"""Days whose layout is kept: laying out is as much work as drawing."""


class CalendarCells(QStyledItemDelegate):
    """Draws from the model's own days; `chosen`, `carried` and `target` are what the hand does."""

    def __init__(self, model: CalendarModel, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._model = model
        self._laid = lru_cache(LAID_OUT)(lay_out)
        self._layouts: dict[date, tuple[Cell, object, DayLayout]] = {}
        self.chosen: Link | None = None
        self.carried: Link | None = None
        self.target: date | None = None
        self.is_tall = False

    def layout_of(self, rect: QRect, index: Index) -> DayLayout:
        """Return where the things of a day stand in its cell."""
        cell, scale = self._model.cell(index), current().scale
        state = (cell.day, rect.getRect(), self.chosen, self.is_tall, scale)
        kept = self._layouts.get(cell.day)
        if kept is not None and kept[0] is cell and kept[1] == state:
            return kept[2]
        made = lay_out_day(rect, cell.entries, self.chosen, is_tall=self.is_tall)
        if len(self._layouts) >= MOST_DAYS:
            self._layouts.clear()
        self._layouts[cell.day] = (cell, state, made)
        return made

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell, rect = self._model.cell(index), option.rect
        is_target = cell.day == self.target
        is_quiet = cell.is_rest or cell.is_aside
        ground = "soft" if is_target else "surface2" if is_quiet else "surface"
        painter.fillRect(rect, colour(ground))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(colour("border"))
        corner = rect.bottomRight()
        painter.drawLines([QLine(rect.bottomLeft(), corner), QLine(rect.topRight(), corner)])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = self.layout_of(rect, index)
        self._draw_head(painter, rect, cell, shown)
        for chip in shown.chips:
            self._draw_chip(painter, chip, shown.sizes)
        if is_target:
            self._frame(painter, rect, QPen(colour("focus"), 2, Qt.PenStyle.DashLine))

    def draw_current(self, painter: QPainter, rect: QRect, *, has_focus: bool) -> None:
        """Draw the frame around the day that the keys are at."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._frame(painter, rect, QPen(colour("focus" if has_focus else "input_border"), 2))

    def _draw_head(self, painter: QPainter, rect: QRect, cell: Cell, shown: DayLayout) -> None:
        sizes, left = shown.sizes, rect.left() + 4
        number = QRect(left, rect.top(), sizes.head, sizes.head)
        role = _NUMBERS[sizes.role]
        if cell.is_today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("primary"))
            painter.drawEllipse(QRectF(number).adjusted(1, 1, -1, -1))
        words = "on_primary" if cell.is_today else "text3" if cell.is_aside else "text"
        self._text(painter, number, str(cell.day.day), role, words, is_centred=True)
        left += sizes.head + 2
        right = shown.more.left() if shown.hidden else rect.right()
        for text, name in self._marks(cell):
            room = QRect(left, rect.top(), max(right - left, 0), sizes.head)
            left += self._text(painter, room, text, sizes.role, name) + 4
        if shown.hidden:
            text = tr("+{count} 项").format(count=shown.hidden)
            name = "danger" if cell.has_conflict else "primary"
            self._text(painter, shown.more, text, sizes.role, name, is_centred=True)

    def _marks(self, cell: Cell) -> list[tuple[str, str]]:
        """Return what stands beside the number, each text with its colour."""
        found = [(tr("今天"), "soft_text")] if cell.is_today else []
        if cell.mark:
            found.append((cell.mark, "danger" if cell.is_rest else "text2"))
        return [*found, (cell.feast, "text3")] if cell.feast else found

    def _draw_chip(self, painter: QPainter, chip: Chip, sizes: Measures) -> None:
        row, place = chip.entry.row, chip.place
        if row.link == self.carried:
            self._frame(painter, place, QPen(colour("input_border"), 1, Qt.PenStyle.DashLine))
            return
        self._draw_ground(painter, chip)
        indent = text_indent(chip.entry)
        inner = QRect(place.left() + indent, place.top() + 1, place.width() - indent, sizes.line)
        name = COLOURS[row.kind] if row.takes_place else "text3"
        for n, line in enumerate(chip.lines):
            drawn = ("danger" if chip.entry.conflicts else name) if n == 0 else "text"
            width = self._text(painter, inner, line, sizes.role, drawn)
            if not row.takes_place:
                middle = inner.center().y() + 1
                painter.drawLine(inner.left(), middle, inner.left() + width, middle)
            inner.translate(0, sizes.line)
        if row.link == self.chosen:
            self._frame(painter, place, QPen(colour("focus"), 2))

    def _draw_ground(self, painter: QPainter, chip: Chip) -> None:
        """Draw the ground and what leads it."""
        row, place, radius = chip.entry.row, QRectF(chip.place), 4
        painter.setPen(Qt.PenStyle.NoPen)
        if chip.entry.conflicts:
            painter.setBrush(colour("danger_soft"))
            painter.setPen(QPen(colour("danger"), 1))
            painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(colour("danger_border"), Qt.BrushStyle.BDiagPattern))
            bar = QRectF(place.left(), place.top(), current().px(18), place.height())
            painter.drawRoundedRect(bar, radius, radius)
            size = current().px(13)
            painter.drawPixmap(
                chip.place.left() + 3, chip.place.top() + 3, pixmap("warning", "danger", size)
            )
            return
        painter.setBrush(colour(GROUNDS[row.kind] if row.takes_place else "sunken"))
        painter.drawRoundedRect(place, radius, radius)
        painter.fillRect(
            QRectF(place.left(), place.top(), 3, place.height()), colour(COLOURS[row.kind])
        )

    def _text(
        self,
        painter: QPainter,
        room: QRect,
        text: str,
        role: str,
        name: str,
        *,
        is_centred: bool = False,
    ) -> int:
        """Draw one line in the middle of its height, and return how wide it came out."""
        laid, made = self._laid(text, max(room.width(), 0), role, current().scale)
        size = laid.size()
        left = room.left() + ((room.width() - size.width()) / 2 if is_centred else 0)
        painter.setFont(made)
        painter.setPen(colour(name))
        painter.drawStaticText(
            QPointF(left, room.top() + (room.height() - size.height()) / 2), laid
        )
        return round(size.width())

    def _frame(self, painter: QPainter, rect: QRect, pen: QPen) -> None:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1.5, -1.5), 4, 4)
