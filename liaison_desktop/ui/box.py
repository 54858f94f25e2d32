"""Several lines of text, kept exactly as typed."""

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from liaison_desktop.ui.line import is_enter

_PARAGRAPH = "\u2029"
_LINE = "\u2028"
_AROUND = 24
"""Padding, border and the document's own margin, above and below."""


class Box(QPlainTextEdit):
    """Several lines of text; Enter is a new line, Tab goes on."""

    changed = Signal()
    entered = Signal()
    left = Signal()

    def __init__(self, hint: str = "", lines: int = 2) -> None:
        super().__init__()
        self.preedit = ""
        self._lines = lines
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self.changed)

    def say_name(self, name: str) -> None:
        """Tell a screen reader what is asked here."""
        self.setAccessibleName(name)

    def value(self) -> str:
        """Return the text exactly as typed; `toPlainText` would turn U+00A0 into a space."""
        return self.document().toRawText().replace(_PARAGRAPH, "\n").replace(_LINE, "\n")

    def set_value(self, value: Any) -> None:
        self.setPlainText(str(value or ""))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height(self._lines + 1))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._height(self._lines))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.preedit = event.preeditString()
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (self.preedit and is_enter(event)):  # Enter belongs to the input method then
            super().keyPressEvent(event)

    def _height(self, lines: int) -> int:
        return round(self.fontMetrics().lineSpacing() * lines) + _AROUND

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.preedit = ""
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()
