"""The month and the week: chosen and moved by keys, dragged by the mouse."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QHelpEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip, QWidget

from liaison_desktop.desk.agenda import AgendaRow
from liaison_desktop.model.conflicts import Link
from liaison_desktop.ui.dragging import Dragging
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import is_enter
from liaison_desktop.ui.pages.calendar_cells import CalendarCells
from liaison_desktop.ui.pages.calendar_model import DAYS, CalendarModel
from liaison_desktop.ui.pages.calendar_sheet import Entry, Sheet
from liaison_desktop.ui.pages.calendar_words import facts_of
from liaison_desktop.ui.theme import colour, current, font, news

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QFocusEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
    )

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_TURNS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class CalendarGrid(QTableView):
    """Up and Down go through the things of a day before they leave it.

    `opened` carries the day and the thing chosen in it, or None; `picked` a thing that was pressed,
    `unfolded` a day that shows only a part. `wandered` carries a day that is not in sight.
    """

    opened = Signal(object, object)
    picked = Signal(object)
    unfolded = Signal(object)
    wandered = Signal(object)
    moved = Signal()
    """Another day or another thing is chosen."""
    cut = Signal(object)
    """This thing shall be carried to another day by the keys."""
    pasted = Signal()
    let_go = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("calendar")
        self.setAccessibleName(tr("日历"))
        self.dragging = Dragging(self)
        self._days = CalendarModel(self)
        self._cells = CalendarCells(self._days, self)
        self.setHorizontalHeader(_Weekdays(self))
        self.setModel(self._days)
        self.setItemDelegate(self._cells)
        self._set_up()
        news().changed.connect(self._share)

    def show_days(
        self, first: date, weeks: int, month: int | None, sheet: Sheet | None, *, day: date
    ) -> None:
        """Show so many weeks, with a day chosen; what was chosen in it stays so."""
        self._cells.is_tall = month is None
        self._days.show(first, weeks, month, sheet)
        self._share()
        self.choose_day(day, self._cells.chosen)

    @property
    def day(self) -> date:
        """The day that the keys are at."""
        index = self.currentIndex()
        return self._days.cell(index).day if index.isValid() else self._days.first

    @property
    def entry(self) -> Entry | None:
        """What is chosen of that day."""
        found = (entry for entry in self._entries() if entry.row.link == self._cells.chosen)
        return next(found, None)

    def choose_day(self, day: date, link: Link | None = None) -> None:
        """Go to a day and choose one thing of it, or none; `wandered` where it is not in sight."""
        index = self._days.index_of(day)
        if not index.isValid():
            self.wandered.emit(day)
            return
        self._cells.chosen = link
        self.setCurrentIndex(index)
        entry = self.entry
        if entry is None:
            self._cells.chosen = None
        self.setAccessibleDescription(entry.spoken if entry else "")
        said = QAccessible.Event.DescriptionChanged
        QAccessible.updateAccessibility(QAccessibleEvent(self, said))
        self.viewport().update()
        self.moved.emit()

    def mark_carried(self, link: Link | None, target: date | None) -> None:
        """Draw what is carried as gone from its place, and where it would come to."""
        if (link, target) != (self._cells.carried, self._cells.target):
            self._cells.carried, self._cells.target = link, target
            self.viewport().update()

    def at(self, place: QPoint) -> tuple[date | None, AgendaRow | None]:
        """Return the day under a point of the screen, and what of it."""
        inside = self.viewport().mapFromGlobal(place)
        index = self.indexAt(inside) if self.viewport().rect().contains(inside) else None
        if index is None or not index.isValid():
            return None, None
        layout = self._cells.layout_of(self.visualRect(index), index)
        rows = [chip.entry.row for chip in layout.chips if chip.place.contains(inside)]
        return self._days.cell(index).day, next(iter(rows), None)

    def place_of(self, day: date) -> QPoint:
        """Return the lower left corner of a day, as a point of the screen."""
        rect = self.visualRect(self._days.index_of(day))
        return self.viewport().mapToGlobal(rect.bottomLeft())

    def middle_of(self, day: date) -> QPoint:
        """Return the middle of a day, as a point of the viewport."""
        return self.visualRect(self._days.index_of(day)).center()

    def chip_of(self, link: Link) -> QRect:
        """Return where a thing is drawn in the viewport; empty where it is not in sight."""
        for week in range(self._days.rowCount()):
            for weekday in range(DAYS):
                index = self._days.index(week, weekday)
                for chip in self._cells.layout_of(self.visualRect(index), index).chips:
                    if chip.entry.row.link == link:
                        return chip.place
        return QRect()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, entry = Qt.Key(event.key()), self.entry
        if not self._days.rowCount():  # the days are still being read: there is nowhere to go
            event.ignore()
        elif is_enter(event):
            self.opened.emit(self.day, entry.row if entry else None)
        elif event.matches(QKeySequence.StandardKey.Cut):
            if entry is not None:
                self.cut.emit(entry.row)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        elif key == Qt.Key.Key_Escape:
            self.let_go.emit()
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self.choose_day(self.day + timedelta(days=_STEPS[key]))
        elif key in _TURNS:
            self._turn(_TURNS[key])
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            weekday = self.day.weekday()
            step = -weekday if key == Qt.Key.Key_Home else DAYS - 1 - weekday
            self.choose_day(self.day + timedelta(days=step))
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        point = event.globalPosition().toPoint()
        day, row = self.at(point)
        if day is not None:
            self.choose_day(day, row.link if row else None)
            self.dragging.press(point, row if row is not None and row.may_move else None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.dragging.move(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        point = event.globalPosition().toPoint()
        if event.button() is not Qt.MouseButton.LeftButton or self.dragging.release(point):
            return
        day, row = self.at(point)
        if row is not None:
            self.picked.emit(row)
        elif day is not None and self._is_at_more(event.position().toPoint()):
            self.unfolded.emit(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        day, row = self.at(event.globalPosition().toPoint())
        if day is not None:
            self.opened.emit(day, row)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            from html import escape  # its table of names is half a megabyte

            _day, row = self.at(event.globalPos())
            words = "<br>".join(map(escape, facts_of(row))) if row is not None else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().viewportEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: a day is not found by its letters."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if (index := self.currentIndex()).isValid():
            painter = QPainter(self.viewport())
            self._cells.draw_current(painter, self.visualRect(index), has_focus=self.hasFocus())
            painter.end()

    def sizeHint(self) -> QSize:
        return QSize(current().px(640), current().px(400))

    def minimumSizeHint(self) -> QSize:
        return QSize(current().px(420), current().px(200))

    def _entries(self) -> tuple[Entry, ...]:
        index = self.currentIndex()
        return self._days.cell(index).entries if index.isValid() else ()

    def _turn(self, step: int) -> None:
        """Choose the next thing of the day; past the last one, the same day of the next week."""
        links: list[Link | None] = [None, *(entry.row.link for entry in self._entries())]
        place = links.index(self._cells.chosen) + step
        if 0 <= place < len(links):
            self.choose_day(self.day, links[place])
        else:
            self.choose_day(self.day + timedelta(days=DAYS * step))

    def _is_at_more(self, place: QPoint) -> bool:
        index = self.indexAt(place)
        layout = self._cells.layout_of(self.visualRect(index), index)
        return bool(layout.hidden) and layout.more.contains(place)

    @Slot()
    def _share(self) -> None:
        """Let the days fill the room, to the last pixel."""
        rows, room = self._days.rowCount(), self.viewport().size()
        for column in range(DAYS):
            here, after = (room.width() * n // DAYS for n in (column, column + 1))
            self.setColumnWidth(column, after - here)
        for row in range(rows):
            here, after = (room.height() * n // rows for n in (row, row + 1))
            self.setRowHeight(row, max(after - here, current().px(40)))

    def _set_up(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setMinimumSectionSize(1)


class _Weekdays(QHeaderView):
    """周一 to 周日, drawn by hand as the days are."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setAccessibleName(tr("星期"))
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), current().px(28))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.fillRect(rect, colour("surface2"))
        painter.fillRect(rect.adjusted(0, rect.height() - 1, 0, 0), colour("border"))
        painter.setFont(font("small"))
        painter.setPen(colour("text3" if section > 4 else "text2"))
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        painter.drawText(rect.adjusted(10, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
