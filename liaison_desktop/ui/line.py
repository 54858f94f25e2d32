"""One line of text.

Input methods come first: while preedit text is open Enter belongs to it, no input mask and no
length in UTF-16 units is set, and what was committed is kept exactly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent


def is_enter(event: QKeyEvent) -> bool:
    """Return whether this is Enter alone, of either keyboard half."""
    keys, halves = QtCore.Qt.Key, QtCore.Qt.KeyboardModifier
    bare = event.modifiers() & ~halves.KeypadModifier
    return event.key() in {keys.Key_Return, keys.Key_Enter} and not bare


class Line(QLineEdit):
    """One line of text. `typing` says what stands there while it is composed, `left` when done."""

    changed = Signal()
    entered = Signal()
    typing = Signal(str)
    left = Signal()

    def __init__(self, hint: str = "") -> None:
        super().__init__()
        self.preedit = self._typed = ""
        self.setPlaceholderText(hint)
        self.textChanged.connect(self._changed)

    def say_name(self, name: str) -> None:
        """Tell a screen reader what is asked here."""
        self.setAccessibleName(name)

    def value(self) -> str:
        return self.text()

    def set_value(self, value: Any) -> None:
        self.setText(str(value or ""))
        self.setCursorPosition(len(self.text()))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.preedit = event.preeditString()
        super().inputMethodEvent(event)
        self._say_typing()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not is_enter(event):
            super().keyPressEvent(event)
        elif not self.preedit:
            self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.preedit = ""
        if event.reason() is not QtCore.Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def _changed(self) -> None:
        self.changed.emit()
        self._say_typing()

    def _say_typing(self) -> None:
        """Say once what stands there now: text put in is a change and the end of a preedit."""
        typed = self.text() + self.preedit
        if typed != self._typed:
            self._typed = typed
            self.typing.emit(typed)
