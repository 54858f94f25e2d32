"""The cells of a ledger: plain text that ends in …, words of a state as badges, a quiet wait."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from html import escape
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from liaison_desktop.ui.table.laid_text import LAID_OUT, Laid, lay_out
from liaison_desktop.ui.table.ledger_header import PADDING
from liaison_desktop.ui.theme import colour, current

if TYPE_CHECKING:
    from PySide6.QtGui import QHelpEvent
    from PySide6.QtWidgets import QAbstractItemView

    from liaison_desktop.ui.table.ledger_model import Index, LedgerModel, Row

Badges = Mapping[str, Mapping[str, str]]
"""By the name of a column: its words that stand out, and as what: warn, danger or plain."""

_GROUNDS = {"warn": "warn_soft", "danger": "danger_soft", "plain": "sunken"}
_WORDS = {"warn": "warn", "danger": "danger", "plain": "text2"}


def is_never_quiet(_row: Row) -> bool:
    """Return False: every row of a ledger counts, where nothing else is said."""
    return False


class LedgerCells(QStyledItemDelegate):
    """Draws from the model's own rows: a screen of cells must not take longer than a frame.

    A row that `is_quiet` is there to be known of, and does not count.
    """

    def __init__(
        self,
        model: LedgerModel,
        badges: Badges,
        is_quiet: Callable[[Row], bool],
        parent: QAbstractItemView,
    ) -> None:
        super().__init__(parent)
        self._model, self._badges, self._is_quiet = model, badges, is_quiet
        self._laid: Callable[[str, int, str, float], Laid] = lru_cache(LAID_OUT)(lay_out)
        self.hovered = -1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, section = option.rect, index.column()
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        row = self._model.row(index.row())
        painter.save()
        if is_chosen or index.row() == self.hovered:
            painter.fillRect(rect, colour("selection" if is_chosen else "hover"))
        painter.fillRect(rect.adjusted(0, rect.height() - 1, 0, 0), colour("border"))
        if row is None:
            self._draw_wait(painter, rect, section)
        elif levels := self._badges.get(self._model.columns[section].name):
            words = row[section].split(self._model.columns[section].joint)
            self._draw_badges(painter, _inner(rect), words, levels)
        else:
            painter.setPen(colour("text3" if self._is_quiet(row) else "text"))
            is_right = self._model.is_number(section)
            self._draw(painter, _inner(rect), row[section], "body", is_right=is_right)
        painter.restore()

    def draw_choice(self, painter: QPainter, row: QRect) -> None:
        """Draw the bar before the chosen row, which does not speak by colour alone."""
        painter.fillRect(QRect(row.left(), row.top(), 4, row.height() - 1), colour("primary"))

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Tell the whole of a text that is cut, and as text: what was typed is no markup."""
        text = str(index.data() or "")
        is_cut = QFontMetrics(view.font()).horizontalAdvance(text) > _inner(option.rect).width()
        QToolTip.showText(event.globalPos(), f"<p>{escape(text)}</p>" if is_cut else "", view)
        return True

    def _draw(
        self, painter: QPainter, room: QRect, text: str, role: str, *, is_right: bool = False
    ) -> None:
        laid, made = self._laid(text, room.width(), role, current().scale)
        size = laid.size()
        left = room.right() + 1 - size.width() if is_right else room.left()
        painter.setFont(made)
        painter.drawStaticText(QPointF(left, room.center().y() + 0.5 - size.height() / 2), laid)

    def _draw_badges(
        self, painter: QPainter, room: QRect, words: Sequence[str], levels: Mapping[str, str]
    ) -> None:
        """Draw words from left to right, first those with a level, on a ground of its colours."""
        padding, height = current().px(7), current().px(26)
        left, middle = room.left(), room.center().y()
        for word in sorted(words, key=lambda word: word not in levels):
            level = levels.get(word, "")
            around = padding if level else 0
            space = max(room.right() - left - 2 * around, 0)
            laid, _font = self._laid(word, space, "small", current().scale)
            width = min(ceil(laid.size().width()), space)
            place = QRect(left, middle - height // 2, width + 2 * around, height)
            if level and width:
                _round(painter, QRectF(place), _GROUNDS[level])
            painter.setPen(colour(_WORDS[level] if level else "text2"))
            self._draw(painter, place.adjusted(around, 0, -around, 0), word, "small")
            left += place.width() + current().px(8)

    def _draw_wait(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw a bar where words will stand; it is seen for a moment while the list is dragged."""
        if self._model.columns[section].width >= _WORTH_A_BAR:
            height = current().px(8)
            bar = QRectF(_inner(rect))
            bar = QRectF(bar.left(), bar.center().y() - height / 2, bar.width() * 0.6, height)
            _round(painter, bar, "sunken")


_WORTH_A_BAR = 20
"""Columns this wide on paper, in millimetres, wait visibly; the others are empty."""


def _inner(rect: QRect) -> QRect:
    return rect.adjusted(PADDING, 0, -PADDING, 0)


def _round(painter: QPainter, place: QRectF, ground: str) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(ground))
    radius = min(current().size("radius_small"), place.height() / 2)
    painter.drawRoundedRect(place, radius, radius)
