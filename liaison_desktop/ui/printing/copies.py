"""How many copies."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtGui import QKeyEvent

from liaison_desktop.ui.line import Line

MOST = 99


class Copies(Line):
    """A number from 1 to 99; the arrow keys count up and down."""

    def __init__(self) -> None:
        super().__init__()
        self.set_value(1)
        self.setInputMethodHints(QtCore.Qt.InputMethodHint.ImhDigitsOnly)

    def number(self) -> int | None:
        """Return the number, or None where none from 1 to 99 stands."""
        text = self.value().strip()
        number = int(text) if text.isdecimal() and len(text) <= 2 else 0
        return number if 1 <= number <= MOST else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {QtCore.Qt.Key.Key_Up: 1, QtCore.Qt.Key.Key_Down: -1}.get(
            QtCore.Qt.Key(event.key()), 0
        )
        if step:
            self.set_value(min(max((self.number() or 1) + step, 1), MOST))
        else:
            super().keyPressEvent(event)
