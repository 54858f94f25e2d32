"""A ledger as a table: whole rows, columns by their share of the width, everything by keys too."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import is_enter
from liaison_desktop.ui.menu import Menu
from liaison_desktop.ui.table.column_choice import ColumnChoice
from liaison_desktop.ui.table.column_widths import Wish, share_out
from liaison_desktop.ui.table.ledger_cells import (
    Badges,
    LedgerCells,
    Picture,
    Section,
    is_never_quiet,
)
from liaison_desktop.ui.table.ledger_header import PADDING, LedgerHeader
from liaison_desktop.ui.table.ledger_model import LedgerModel, Row
from liaison_desktop.ui.theme import colour, current, font, news

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from liaison_desktop.ui.table.ledger_model import Index

MOVES = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)
"""Keys that move from row to row."""


PATIENCE_MS = 40
"""How long a picture waits for the words of its rows; a file slower than that is seen waiting."""

LEAST_WIDTH = 24
"""Pixels below which no column can be drawn."""


@dataclass(frozen=True)
class Appearance:
    """How a ledger looks on the screen; columns go by their names.

    `samples` are texts that must be readable, `fixed` the columns that need no more than that; the
    others share what is left. Those of `spare` go first where the window is narrow.
    """

    samples: Mapping[str, str]
    fixed: frozenset[str] = frozenset()
    spare: Sequence[str] = ()
    badges: Badges = field(default_factory=dict)
    is_quiet: Callable[[Row], bool] = is_never_quiet


class LedgerView(QTableView):
    """`opened` carries the place of the row that Enter or a double click asks for."""

    opened = Signal(int)
    sorted = Signal(str)
    """By which column the rows are to be ordered; the same again turns the order round."""
    moved = Signal()
    """Other rows are in sight."""
    columns_chosen = Signal(object)
    """The user's ColumnChoice, to be remembered."""

    def __init__(self, model: LedgerModel, name: str, appearance: Appearance) -> None:
        super().__init__()
        self.setObjectName("ledger")
        self.setAccessibleName(name)
        self.setAccessibleDescription(tr("左右键选一列，空格键按它排序，回车键打开。"))
        self._model, self._appearance, self._column = model, appearance, 0
        self._choice, self._is_sharing = ColumnChoice(), False
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self.let_go)
        self._cells = LedgerCells(model, appearance.badges, appearance.is_quiet, self)
        self._header = LedgerHeader(model, self)
        self._header.sectionClicked.connect(self._sort_by)
        self._header.sectionResized.connect(self._draw_wider)
        self._header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._header.customContextMenuRequested.connect(
            lambda at: self.columns_menu().popup(self._header.mapToGlobal(at))
        )
        self.setHorizontalHeader(self._header)
        self.setModel(model)
        self.setItemDelegate(self._cells)
        self._set_up()
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        self.verticalScrollBar().valueChanged.connect(self.moved)
        news().changed.connect(self._measure)
        self._measure()

    def place(self) -> int:
        """Return the place of the current row, -1 where there is none."""
        return self.currentIndex().row()

    def choose(self, place: int) -> None:
        """Make a row the current one and bring it into sight; the column stays."""
        if 0 <= place < self._model.rowCount():
            if self.isColumnHidden(self._column):
                self._column = self._first_shown()
            self.setCurrentIndex(self._model.index(place, self._column))

    def anchor(self) -> tuple[int, int]:
        """Return the place of the topmost row in sight, and how much of it is scrolled past."""
        return divmod(self.verticalScrollBar().value(), current().size("row"))

    def scroll_to(self, place: int, past: int = 0) -> None:
        """Bring a row to the top, with so much of it scrolled past."""
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(place * current().size("row") + past)

    def hold(self) -> None:
        """Keep the picture as it is until `let_go`, or for PATIENCE_MS.

        Empty rows, painted for a moment, would take as long as the words that follow them.
        """
        if not self._patience.isActive():
            self._patience.start()
            self.viewport().setUpdatesEnabled(False)

    @Slot()
    def let_go(self) -> None:
        """Paint what is here."""
        self._patience.stop()
        self.viewport().setUpdatesEnabled(True)

    def in_sight(self) -> tuple[int, int]:
        """Return the places of the first and the last row in sight."""
        first = self.rowAt(0)
        last = self.rowAt(self.viewport().height() - 1)
        return max(first, 0), last if last >= 0 else self._model.rowCount() - 1

    def show_order(self, name: str, is_descending: bool) -> None:
        """Mark the column that the rows are ordered by."""
        self._header.show_order(name, is_descending)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if is_enter(event) and self.place() >= 0:
            self.opened.emit(self.place())
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.choose(0 if key == Qt.Key.Key_Home else self._model.rowCount() - 1)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._step(-1 if key == Qt.Key.Key_Left else 1)
        elif key == Qt.Key.Key_Space:
            self._sort_by(self.currentIndex().column())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def show_choice(self, choice: ColumnChoice) -> None:
        """Show the columns that this user once chose."""
        self._choice = choice
        self._share_width()

    def columns_menu(self) -> Menu:
        """Return the menu by which columns are shown and hidden; one must stay."""
        menu = Menu(self)
        shown = [column for column in self._model.columns if column.name not in self._choice.hidden]
        for column in self._model.columns:
            action = menu.addAction(tr(column.label))
            action.setCheckable(True)
            action.setChecked(column in shown)
            action.setEnabled(column not in shown or len(shown) > 1)
            action.toggled.connect(
                lambda is_shown, name=column.name: self._choose(
                    self._choice.with_shown(name, is_shown)
                )
            )
        menu.addSeparator()
        menu.addAction(tr("恢复原来的栏目和宽度"), lambda: self._choose(ColumnChoice()))
        return menu

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: Qt would look through every row there is, and most are not here."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()
        self.moved.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._mark_column()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark_column()

    def currentChanged(self, now: Index, before: Index) -> None:
        super().currentChanged(now, before)
        if now.isValid():
            self._column = now.column()
        self._mark_column()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows whole: cell by cell through the style takes several times as long."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), colour("surface"))
        picture = Picture(painter, self._cells, self._sections())
        top, bottom = self.rowAt(event.rect().top()), self.rowAt(event.rect().bottom())
        last = bottom if bottom >= 0 else self._model.rowCount() - 1
        width, chosen = self.viewport().width(), self.selectionModel()
        for place in range(max(top, 0), last + 1):
            row = QRect(0, self.rowViewportPosition(place), width, self.rowHeight(place))
            is_chosen = chosen.isRowSelected(place, self.rootIndex())
            picture.draw_row(place, row, is_chosen=is_chosen)
        painter.end()

    def _sections(self) -> list[Section]:
        return [
            Section(n, self.columnViewportPosition(n), self.columnWidth(n))
            for n in range(self._model.columnCount())
            if not self.isColumnHidden(n)
        ]

    def _choose(self, choice: ColumnChoice) -> None:
        self.show_choice(choice)
        self.columns_chosen.emit(choice)

    @Slot(int, int, int)
    def _draw_wider(self, section: int, _before: int, width: int) -> None:
        """Keep the width that the user draws a column to."""
        if not self._is_sharing and width:
            width = max(round(width / current().scale), LEAST_WIDTH)
            self._choose(self._choice.with_width(self._model.columns[section].name, width))

    def _copy(self) -> None:
        """Put the current row into the clipboard as it is shown, column by column."""
        row = self._model.row(self.place())
        if row is not None:
            shown = [n for n in range(self._model.columnCount()) if not self.isColumnHidden(n)]
            QGuiApplication.clipboard().setText("\t".join(row[n] for n in shown))

    def _hover(self, place: int) -> None:
        if place != self._cells.hovered:
            self._cells.hovered = place
            self.viewport().update()

    def _step(self, step: int) -> None:
        """Go to the next column in sight."""
        here = self._header.visualIndex(self.currentIndex().column())
        columns = range(here + step, self._model.columnCount() if step > 0 else -1, step)
        for section in columns:
            if not self.isColumnHidden(section):
                self.setCurrentIndex(self._model.index(self.place(), section))
                return

    def _sort_by(self, section: int) -> None:
        if section >= 0:
            self.sorted.emit(self._model.columns[section].name)

    def _mark_column(self) -> None:
        section = self.currentIndex().column()
        self._header.mark(section if self.hasFocus() else -1)

    def _first_shown(self) -> int:
        return next(n for n in range(self._model.columnCount()) if not self.isColumnHidden(n))

    @Slot()
    def _measure(self) -> None:
        height = current().size("row")
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self._share_width()

    def _share_width(self) -> None:
        """Give each column what it needs and its share; those that find no room are not shown."""
        columns = self._model.columns
        wishes = [
            self._wish(n)
            for n, column in enumerate(columns)
            if column.name not in self._choice.hidden
        ]
        widths = share_out(self.viewport().width(), wishes, self._appearance.spare)
        self._is_sharing = True
        for section, column in enumerate(columns):
            self.setColumnHidden(section, column.name not in widths)
            self.setColumnWidth(section, widths.get(column.name, 0))
        self._is_sharing = False

    def _wish(self, section: int) -> Wish:
        column = self._model.columns[section]
        if (drawn := self._choice.widths.get(column.name)) is not None:
            return Wish(column.name, round(drawn * current().scale), 0)
        return Wish(column.name, self._least(section), column.width)

    def _least(self, section: int) -> int:
        sample = self._appearance.samples.get(self._model.columns[section].name, "")
        text = ceil(QFontMetricsF(font("body")).horizontalAdvance(sample)) + 2 * PADDING + 1
        return max(text, self._header.least_width(section))

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
