"""The cells of a ledger: plain text that ends in …, words of a state as badges, a quiet wait."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from liaison_desktop.ui.table.ledger_header import PADDING
from liaison_desktop.ui.theme import colour, current, font

if TYPE_CHECKING:
    from PySide6.QtGui import QHelpEvent
    from PySide6.QtWidgets import QAbstractItemView

    from liaison_desktop.ui.table.ledger_model import Index, LedgerModel, Row

Badges = Mapping[str, Mapping[str, str]]
"""By the name of a column: its words that stand out, and as what: warn, danger or plain."""

_GROUNDS = {"warn": "warn_soft", "danger": "danger_soft", "plain": "sunken"}
_WORDS = {"warn": "warn", "danger": "danger", "plain": "text2"}


class Section(NamedTuple):
    """A column in sight: its place among all columns, and where it is drawn, in pixels."""

    number: int
    left: int
    width: int


def is_never_quiet(_row: Row) -> bool:
    """Return False: every row of a ledger counts, where nothing else is said."""
    return False


class LedgerCells(QStyledItemDelegate):
    """Says how rows look, and tells the whole of what is cut.

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
        self.model, self.badges, self.is_quiet = model, badges, is_quiet
        self.hovered = -1

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Tell the whole of a text that is cut, and as text: what was typed is no markup."""
        from html import escape  # its table of names is half a megabyte

        text = str(index.data() or "")
        is_cut = QFontMetrics(view.font()).horizontalAdvance(text) > _inner(option.rect).width()
        QToolTip.showText(event.globalPos(), f"<p>{escape(text)}</p>" if is_cut else "", view)
        return True


class Picture:
    """One painting of rows: fonts, their measures and colours are looked up once for all cells.

    A screen of cells must not take longer than a part of a frame, so each text costs one measure
    and one drawing, and no layout.
    """

    def __init__(self, painter: QPainter, cells: LedgerCells, sections: Sequence[Section]) -> None:
        self._painter, self._cells, self._sections = painter, cells, sections
        self._hands = {role: _Hand(role) for role in ("body", "small")}
        self._colour: Callable[[str], QColor] = cache(colour)

    def draw_row(self, place: int, row: QRect, *, is_chosen: bool) -> None:
        """Draw a row from the model's own words, or where they will stand."""
        painter = self._painter
        if is_chosen or place == self._cells.hovered:
            painter.fillRect(row, self._colour("selection" if is_chosen else "hover"))
        painter.fillRect(row.adjusted(0, row.height() - 1, 0, 0), self._colour("border"))
        words = self._cells.model.row(place)
        ink = "text" if words is None or not self._cells.is_quiet(words) else "text3"
        for section in self._sections:
            room = _inner(QRect(section.left, row.top(), section.width, row.height()))
            if words is None:
                self._draw_wait(room, section.number)
            elif text := words[section.number]:
                self._draw_cell(room, text, section.number, ink)
        if is_chosen:
            self._draw_choice(row)

    def _draw_cell(self, room: QRect, text: str, section: int, ink: str) -> None:
        column = self._cells.model.columns[section]
        if levels := self._cells.badges.get(column.name):
            self._draw_badges(room, text.split(column.joint), levels)
        else:
            self._painter.setPen(self._colour(ink))
            self._draw(room, text, "body", is_right=self._cells.model.is_number(section))

    def _draw(self, room: QRect, text: str, role: str, *, is_right: bool = False) -> int:
        """Draw a text in its room, cut where it is too long, and return its width."""
        hand = self._hands[role]
        text, width = hand.cut(text, room.width())
        left = room.right() + 1 - width if is_right else room.left()
        self._painter.setFont(hand.font)
        self._painter.drawText(QPointF(left, hand.line_in(room)), text)
        return width

    def _draw_badges(self, room: QRect, words: Sequence[str], levels: Mapping[str, str]) -> None:
        """Draw words from left to right, first those with a level, on a ground of its colours."""
        padding, height = current().px(7), current().px(26)
        left, top = room.left(), room.center().y() - height // 2
        for word in sorted(words, key=lambda word: word not in levels):
            level = levels.get(word, "")
            around = padding if level else 0
            space = max(room.right() - left - 2 * around, 0)
            _text, width = self._hands["small"].cut(word, space)
            place = QRect(left, top, min(width, space) + 2 * around, height)
            if level and width:
                self._round(QRectF(place), _GROUNDS[level])
            self._painter.setPen(self._colour(_WORDS[level] if level else "text2"))
            self._draw(place.adjusted(around, 0, -around, 0), word, "small")
            left += place.width() + current().px(8)

    def _draw_wait(self, room: QRect, section: int) -> None:
        """Draw a bar where words will stand; it is seen where the file is slow to answer."""
        if self._cells.model.columns[section].width >= _WORTH_A_BAR:
            height = current().px(8)
            top = room.center().y() - height / 2
            self._round(QRectF(room.left(), top, room.width() * 0.6, height), "sunken")

    def _draw_choice(self, row: QRect) -> None:
        """Draw the bar before the chosen row, which does not speak by colour alone."""
        bar = QRect(row.left(), row.top(), 4, row.height() - 1)
        self._painter.fillRect(bar, self._colour("primary"))

    def _round(self, place: QRectF, ground: str) -> None:
        painter = self._painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(ground))
        radius = min(current().size("radius_small"), place.height() / 2)
        painter.drawRoundedRect(place, radius, radius)


class _Hand:
    """A font and its measures."""

    def __init__(self, role: str) -> None:
        self.font: QFont = font(role)
        self._metrics = QFontMetrics(self.font)
        self._rise = (self._metrics.ascent() - self._metrics.descent()) / 2

    def cut(self, text: str, room: int) -> tuple[str, int]:
        """Return a text of one line as it fits into so many pixels, and its width."""
        text = text.replace("\n", " ")
        if (width := self._metrics.horizontalAdvance(text)) <= room:
            return text, width
        text = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        return text, self._metrics.horizontalAdvance(text)

    def line_in(self, room: QRect) -> int:
        """Return where the line stands that the letters are written on, in the middle of a room."""
        return round(room.center().y() + 0.5 + self._rise)


_WORTH_A_BAR = 20
"""Columns this wide on paper, in millimetres, wait visibly; the others are empty."""


def _inner(rect: QRect) -> QRect:
    return rect.adjusted(PADDING, 0, -PADDING, 0)
