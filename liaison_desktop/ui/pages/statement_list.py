"""What was said, one below the other: gone through, corrected, put in order by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import is_enter
from liaison_desktop.ui.pages.statement_cells import StatementCells
from liaison_desktop.ui.pages.statement_rows import Said, StatementModel
from liaison_desktop.ui.theme import news

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class StatementList(QTableView):
    """`correcting`, `withdrawing` and `moving` ask for an act on a row, `left` to type again.

    `tracing` asks what was changed of a row since it was noted.
    """

    correcting = Signal(object)
    withdrawing = Signal(object)
    moving = Signal(object, int)
    promising = Signal(object)
    tracing = Signal(object)
    left = Signal()
    goes_back_by_escape = True

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("statements")
        self.setAccessibleName(tr("发言记录"))
        self.setAccessibleDescription(
            tr("上下键选一条，E 更正，H 修改记录，Delete 撤回，Alt+上下键换次序，Esc 回到输入框。")
        )
        self.statements = StatementModel()
        self.cells = StatementCells(self.statements, self)
        self.setModel(self.statements)
        self.setItemDelegate(self.cells)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMinimumHeight(90)
        self._set_up_sections()
        self.doubleClicked.connect(lambda _index: self._ask(self.correcting))
        news().changed.connect(self._fit_all)

    def chosen(self) -> Said | None:
        """Return the row that the keys are at."""
        place = self.currentIndex().row()
        return self.statements.rows[place] if 0 <= place < len(self.statements.rows) else None

    def choose(self, uid: UUID) -> None:
        """Go to a row."""
        place = self.statements.place_of(uid)
        if place >= 0:
            self.setCurrentIndex(self.statements.index(place))

    def enter_from_below(self) -> bool:
        """Take the keys at the last row; False where there is none."""
        if not self.statements.rows:
            return False
        self.setFocus()
        self.setCurrentIndex(self.statements.index(len(self.statements.rows) - 1))
        return True

    def event(self, event: QEvent) -> bool:
        is_override = event.type() is QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and self._is_mine(event):
            event.accept()  # before the page puts itself away
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        row = self.chosen()
        if row is not None and is_alt and event.key() in STEPS:
            self.moving.emit(row.uid, STEPS[Qt.Key(event.key())])
        elif is_enter(event) or event.key() in {Qt.Key.Key_E, Qt.Key.Key_F2}:
            self._ask(self.correcting)
        elif event.key() == Qt.Key.Key_Delete:
            self._ask(self.withdrawing)
        elif event.key() == Qt.Key.Key_C and not event.modifiers():
            self._ask(self.promising)
        elif event.key() == Qt.Key.Key_H and not event.modifiers():
            self._ask(self.tracing)
        elif event.key() == Qt.Key.Key_Escape or self._is_past_the_end(event):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the words out for the width beside a scroll bar, whether there is one or not."""
        width = self.width() - self.verticalScrollBar().sizeHint().width() - 2
        if self.cells.width != width:
            self.cells.width = width
            self._fit_all()
        super().resizeEvent(event)

    def _set_up_sections(self) -> None:
        """Let each row have its own height: a table asks for that of a new row alone."""
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.statements.modelReset.connect(self._fit_all)
        self.statements.rowsInserted.connect(lambda _at, first, last: self._fit(first, last))
        self.statements.rowsMoved.connect(self._fit_all)
        self.statements.dataChanged.connect(lambda at, to: self._fit(at.row(), to.row()))

    def _fit_all(self) -> None:
        self._fit(0, len(self.statements.rows) - 1)

    def _fit(self, first: int, last: int) -> None:
        for place in range(first, last + 1):
            height = self.cells.height_of(self.statements.rows[place])
            if self.rowHeight(place) != height:
                self.setRowHeight(place, height)

    def _is_mine(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape and self.goes_back_by_escape

    def _ask(self, asked: SignalInstance) -> None:
        if (row := self.chosen()) is not None:
            asked.emit(row.uid)

    def _is_past_the_end(self, event: QKeyEvent) -> bool:
        is_last = self.currentIndex().row() == len(self.statements.rows) - 1
        return event.key() == Qt.Key.Key_Down and is_last and not event.modifiers()
