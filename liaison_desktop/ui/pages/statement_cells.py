"""How one statement is drawn: who said it, what it is, its words, and what came of it."""

from __future__ import annotations

from collections import OrderedDict
from uuid import UUID

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QStaticText, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from liaison_desktop.model.consultation_words import StatementKind
from liaison_desktop.model.texts import visible
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.icons import pixmap
from liaison_desktop.ui.pages.statement_rows import Index, Keeping, Said, StatementModel
from liaison_desktop.ui.theme import colour, current, hand

GROUNDS = {
    StatementKind.OPINION: ("soft", "soft_text"),
    StatementKind.SUGGESTION: ("activity_soft", "activity"),
    StatementKind.ANSWER: ("sunken", "text2"),
    StatementKind.REMARK: ("sunken", "text2"),
}
"""Ground and ink of the word for each kind; the word itself says which it is."""

LAID_OUT = 96
"""Rows of which the words are kept laid out: more than are in sight. Of all, the height is kept."""

Look = tuple[str, int, float]
"""What the height of a row's words depends on: they, their width, and the scale."""


class StatementCells(QStyledItemDelegate):
    """Draws rows; the words of each are laid out once for a width."""

    def __init__(self, model: StatementModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._laid: OrderedDict[UUID, tuple[Look, QStaticText]] = OrderedDict()
        self._heights: dict[UUID, tuple[Look, int]] = {}
        self.width = 400

    def height_of(self, row: Said) -> int:
        """Return how high a row is, in pixels."""
        height = current().px(52) + self._height(row)
        further = sum(bool(line) for line in (row.answers, row.led_to, row.promise))
        return height + further * current().px(24)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place: QRect = option.rect
        state = option.state
        row = self._model.rows[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, colour("selection"))
            painter.fillRect(QRect(place.left(), place.top(), 4, place.height()), colour("primary"))
        line = QRect(place.left() + 8, place.bottom(), place.width() - 16, 1)
        painter.fillRect(line, colour("border"))
        self._draw_head(painter, place, row)
        self._draw_words(painter, place, row)
        painter.restore()

    def _draw_head(self, painter: QPainter, place: QRect, row: Said) -> None:
        px = current().px
        head = QRect(place.left() + px(58), place.top() + px(8), place.width() - px(74), px(30))
        self._draw_initial(painter, place, row)
        right = self._draw_end(painter, head, row)
        left = head.left()
        name = visible(row.speaker) or tr("（未写发言人）")
        half = max((right - left) // 2, px(60))
        left += self._draw(
            painter, head.adjusted(left - head.left(), 0, 0, 0), name, "strong", half
        )
        left += px(8)
        ground, ink = GROUNDS[row.kind]
        kind = tr(word(row.kind))
        badge = _metrics("small").horizontalAdvance(kind) + px(20)
        body = visible(row.body)
        room = right - left - badge - px(16)
        if body and room > px(24):
            there = QRect(left, head.top(), room, head.height())
            left += self._draw(painter, there, body, "muted", room) + px(8)
        ground_at = QRectF(left, head.top() + px(3), badge, px(25))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(ground))
        painter.drawRoundedRect(ground_at, 5, 5)
        painter.setPen(colour(ink))
        painter.setFont(_plain("small"))
        painter.drawText(ground_at, Qt.AlignmentFlag.AlignCenter, kind)

    def _draw_initial(self, painter: QPainter, place: QRect, row: Said) -> None:
        px = current().px
        circle = QRectF(place.left() + px(14), place.top() + px(8), px(34), px(34))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("soft"))
        painter.drawEllipse(circle)
        painter.setPen(colour("soft_text"))
        painter.setFont(_bold("small"))
        initial = visible(row.speaker.strip()[:1]) or "？"
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, initial)

    def _draw_end(self, painter: QPainter, head: QRect, row: Said) -> int:
        """Draw the time and how it is kept at the right end; return where they begin."""
        words, ink = row.end or row.time, "danger" if row.is_late else "text3"
        if row.route is not None and not row.end:
            words = "　".join(part for part in (tr(word(row.route)), words) if part)
        if row.is_corrected:
            words = "　".join(part for part in (tr("已更正"), words) if part)
        if row.keeping is Keeping.FAILED:
            words, ink = tr("没有保存"), "danger"
        width = _metrics("small").horizontalAdvance(words)
        painter.setPen(colour(ink))
        painter.setFont(_plain("small"))
        painter.drawText(head, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        left = head.right() - width
        if row.keeping is Keeping.FAILED or row.is_late:
            size = current().px(18)
            left -= size + 6
            at = QPointF(left, head.center().y() - size / 2)
            painter.drawPixmap(at, pixmap("error", "danger", size))
        return left - current().px(12)

    def _draw_words(self, painter: QPainter, place: QRect, row: Said) -> None:
        px = current().px
        left, top = place.left() + px(58), place.top() + px(40)
        words = self._words(row)
        painter.setFont(_plain("body"))
        painter.setPen(colour("text2" if row.keeping is Keeping.WAITING else "text"))
        painter.drawStaticText(QPointF(left, top), words)
        top += round(words.size().height())
        for text, picture, ink in (
            (row.answers, "link", "text2"),
            (row.led_to, "next", "text2"),
            (row.promise, "promise", "ok"),
        ):
            if text:
                size = px(18)
                painter.drawPixmap(QPointF(left, top + px(4)), pixmap(picture, ink, size))
                room = QRect(left + px(24), top + px(1), place.right() - left - px(40), px(24))
                self._draw(painter, room, text, ink, room.width())
                top += px(24)

    def _draw(self, painter: QPainter, room: QRect, text: str, ink: str, width: int) -> int:
        """Draw one line cut to a width; return how wide it is."""
        is_strong = ink == "strong"
        role = "body" if is_strong else "small"
        made, metrics = hand(role, is_bold=is_strong)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        painter.setFont(made)
        painter.setPen(colour({"strong": "text", "muted": "text3"}.get(ink, ink)))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, flags, text)
        return metrics.horizontalAdvance(text)

    def _height(self, row: Said) -> int:
        look = self._look(row)
        kept = self._heights.get(row.uid)
        if kept is not None and kept[0] == look:
            return kept[1]
        height = round(self._words(row).size().height())
        self._heights[row.uid] = (look, height)
        return height

    def _words(self, row: Said) -> QStaticText:
        look = self._look(row)
        kept = self._laid.get(row.uid)
        if kept is not None and kept[0] == look:
            self._laid.move_to_end(row.uid)
            return kept[1]
        words = QStaticText(visible(row.content))
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setTextOption(_wrapping())
        words.setTextWidth(max(look[1], 80))
        words.prepare(font=_plain("body"))
        self._laid[row.uid] = (look, words)
        if len(self._laid) > LAID_OUT:
            self._laid.popitem(last=False)
        return words

    def _look(self, row: Said) -> Look:
        return row.content, self.width - current().px(76), current().scale


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _bold(role: str) -> QFont:
    return hand(role, is_bold=True)[0]


def _plain(role: str) -> QFont:
    return hand(role)[0]


def _metrics(role: str) -> QFontMetrics:
    return hand(role)[1]
