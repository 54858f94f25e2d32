"""The head of a ledger: the order is an arrow, and the column that the keys are at a line."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from liaison_desktop.ui.table.ledger_model import LedgerModel
from liaison_desktop.ui.theme import colour, current, font, stroke

PADDING = 8
"""Between a text and the edge of its column."""


class LedgerHeader(QHeaderView):
    """Drawn by hand: a style sheet knows neither the order nor the keys."""

    def __init__(self, model: LedgerModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self._order, self._is_descending = "", False
        self._marked = -1
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setSectionsClickable(True)
        self.setMinimumSectionSize(1)

    def show_order(self, name: str, is_descending: bool) -> None:
        """Mark the column that the rows are ordered by."""
        if (name, is_descending) != (self._order, self._is_descending):
            self._order, self._is_descending = name, is_descending
            self.viewport().update()

    def mark(self, section: int) -> None:
        """Mark the column that the keys are at, -1 for none."""
        if section != self._marked:
            self._marked = section
            self.viewport().update()

    def least_width(self, section: int) -> int:
        """Return what the label needs, with an arrow beside it where the column sorts."""
        column = self._model.columns[section]
        text = QFontMetrics(_bold()).horizontalAdvance(self._label(section))
        return text + 2 * PADDING + (current().px(18) if column.is_sortable else 0)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), current().px(38))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        painter.fillRect(rect, colour("surface2"))
        painter.fillRect(rect.adjusted(0, rect.height() - 1, 0, 0), colour("border"))
        if section == self._marked:
            painter.fillRect(rect.adjusted(0, rect.height() - 3, 0, 0), colour("focus"))
        is_order = self._model.columns[section].name == self._order
        painter.setFont(_bold() if is_order else font("small"))
        painter.setPen(colour("text" if is_order else "text2"))
        inner = rect.adjusted(PADDING, 0, -PADDING, 0)
        if is_order:
            inner = self._draw_arrow(painter, inner, section)
        metrics = painter.fontMetrics()
        elide = Qt.TextElideMode.ElideRight
        text = metrics.elidedText(self._label(section), elide, inner.width())
        sides = Qt.AlignmentFlag
        side = sides.AlignRight if self._model.is_number(section) else sides.AlignLeft
        painter.drawText(inner, side | sides.AlignVCenter, text)
        painter.restore()

    def _label(self, section: int) -> str:
        return str(self._model.headerData(section, Qt.Orientation.Horizontal))

    def _draw_arrow(self, painter: QPainter, inner: QRect, section: int) -> QRect:
        """Draw the arrow after the label and return the room that is left for that."""
        size = current().px(10)
        width = min(
            painter.fontMetrics().horizontalAdvance(self._label(section)), inner.width() - 2 * size
        )
        is_right = self._model.is_number(section)
        left = inner.right() - size if is_right else inner.left() + width + size // 2
        middle, half = inner.center().y() + 0.5, size / 4
        tip = half if self._is_descending else -half
        pen = painter.pen()
        painter.setPen(stroke("text", 2))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        xs, ys = (left, left + size / 2, left + size), (middle - tip, middle + tip, middle - tip)
        painter.drawPolyline([QPointF(x, y) for x, y in zip(xs, ys, strict=True)])
        painter.setPen(pen)
        return inner.adjusted(0, 0, -2 * size if is_right else 0, 0)


def _bold() -> QFont:
    made = font("small")
    made.setBold(True)
    return made
