"""代表履职 — who receives and visits this month, and who is still to be given a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from liaison_desktop.desk.agenda import AgendaDeputy, Duties, count_duties
from liaison_desktop.model.texts import visible
from liaison_desktop.ui.dragging import Dragging
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.items import add_item
from liaison_desktop.ui.line import is_enter
from liaison_desktop.ui.pages.calendar_sheet import Sheet
from liaison_desktop.ui.pages.calendar_words import duty_words
from liaison_desktop.ui.theme import colour, current, font

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QKeyEvent, QMouseEvent

_DEPUTY = Qt.ItemDataRole.UserRole
_SECOND = Qt.ItemDataRole.UserRole + 1
_BADGE = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex


class DeputyList(QListWidget):
    """`cut` takes a deputy up by the keys, `opened` asks for him, `placed` for a day for him."""

    cut = Signal(object)
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("deputies")
        self.setAccessibleName(tr("代表履职"))
        self.setAccessibleDescription(tr("Ctrl+X 拿起，到日历中选一天，Ctrl+V 放下。"))
        self.dragging = Dragging(self)
        self.setItemDelegate(_Deputies(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)

    def show_month(self, sheet: Sheet, first: date, last: date) -> None:
        """Show everybody in office in these days, who has nothing yet marked."""
        chosen = self.deputy()
        self.clear()
        for deputy in sheet.days.deputies:
            if not _is_in_office(deputy, first, last):
                continue
            duties = count_duties(sheet.days.rows, deputy.who, first, last)
            item = add_item(self, visible(deputy.who.name))
            badge = tr("待安排") if duties == Duties() else ""
            second = _leave_words(sheet, deputy, first, last) or duty_words(duties)
            for role, value in ((_DEPUTY, deputy), (_SECOND, second), (_BADGE, badge)):
                item.setData(role, value)
            said = tr("；").join(part for part in (item.text(), second, badge) if part)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            item.setToolTip(said)
            if chosen is not None and chosen.who == deputy.who:
                self.setCurrentItem(item)
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(0)

    def deputy(self) -> AgendaDeputy | None:
        """Return who is chosen."""
        held: object = self.currentIndex().data(_DEPUTY)
        return held if isinstance(held, AgendaDeputy) else None

    def choose(self, name: str) -> None:
        """Choose a deputy by the name."""
        for item in self.findItems(name, Qt.MatchFlag.MatchExactly):
            self.setCurrentItem(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        deputy = self.deputy()
        if event.matches(QKeySequence.StandardKey.Cut):
            if deputy is not None:
                self.cut.emit(deputy)
        elif is_enter(event):
            if deputy is not None:
                self.opened.emit(deputy)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            item = self.itemAt(event.position().toPoint())
            thing = None if item is None else item.data(_DEPUTY)
            self.dragging.press(event.globalPosition().toPoint(), thing)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.dragging.move(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self.dragging.release(event.globalPosition().toPoint()):
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if (deputy := self.deputy()) is not None:
            self.opened.emit(deputy)

    def sizeHint(self) -> QSize:
        return QSize(current().px(200), current().px(260))

    def minimumSizeHint(self) -> QSize:
        return QSize(current().px(120), current().px(100))


class _Deputies(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, current().px(50))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        rect, px = option.rect, current().px
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colour("selection"))
        painter.fillRect(rect.adjusted(0, rect.height() - 1, 0, 0), colour("sunken"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("text3"), px(2)))
        for n in range(6):
            painter.drawPoint(
                rect.left() + px(9 + 5 * (n % 2)), rect.center().y() + px(5 * (n // 2 - 1))
            )
        inner = rect.adjusted(px(24), px(3), -px(8), -px(4))
        right = self._draw_badge(painter, inner, str(index.data(_BADGE) or ""))
        inner.setRight(right)
        half = inner.height() // 2
        for n, (text, role, name) in enumerate(
            ((index.data(), "body", "text"), (index.data(_SECOND), "tiny", "text3"))
        ):
            painter.setFont(font(role))
            painter.setPen(colour(name))
            line = QRect(inner.left(), inner.top() + n * half, inner.width(), half)
            cut = QFontMetrics(font(role)).elidedText(
                str(text or ""), Qt.TextElideMode.ElideRight, line.width()
            )
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, cut)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colour("focus"), 2))
            painter.drawRoundedRect(rect.adjusted(1, 1, -2, -2), 4, 4)
        painter.restore()

    def _draw_badge(self, painter: QPainter, inner: QRect, words: str) -> int:
        """Draw a word on its ground at the right, and return where the room for names ends."""
        if not words:
            return inner.right()
        metrics, px = QFontMetrics(font("tiny")), current().px
        width, height = metrics.horizontalAdvance(words) + px(12), px(24)
        place = QRect(inner.right() - width, inner.center().y() - height // 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("warn_soft"))
        painter.drawRoundedRect(place, 4, 4)
        painter.setFont(font("tiny"))
        painter.setPen(colour("warn"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
        return place.left() - px(6)


def _is_in_office(deputy: AgendaDeputy, first: date, last: date) -> bool:
    """Return whether somebody is in office at either end of a month; unknown mandates count."""
    mandates = deputy.mandates
    return not mandates or any(m.is_in_office(first) or m.is_in_office(last) for m in mandates)


def _leave_words(sheet: Sheet, deputy: AgendaDeputy, first: date, last: date) -> str:
    for away in sheet.days.circumstances.absences:
        if away.who.is_same(deputy.who) and away.first <= last and away.last >= first:
            days = tr("{first} 至 {last} 请假")
            return days.format(first=f"{away.first:%m-%d}", last=f"{away.last:%m-%d}")
    return ""
