"""Statements of which a digit says something and Enter opens one; nothing is typed here."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QKeyEvent

from liaison_desktop.ui.line import is_enter
from liaison_desktop.ui.pages.statement_list import StatementList


class PickingList(StatementList):
    """Its heirs say which signals go out: `said` with a row's uid and what its digit means."""

    said: SignalInstance
    asked: SignalInstance
    goes_back_by_escape = False

    def __init__(self, digits: Mapping[str, object]) -> None:
        super().__init__()
        self._digits = digits
        self.doubleClicked.disconnect()
        self.doubleClicked.connect(lambda _index: self._ask(self.asked))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.chosen()
        if row is not None and event.text() in self._digits:
            self.said.emit(row.uid, self._digits[event.text()])
        elif is_enter(event):
            self._ask(self.asked)
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down} or not event.text():
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _is_past_the_end(self, _event: QKeyEvent) -> bool:
        return False
