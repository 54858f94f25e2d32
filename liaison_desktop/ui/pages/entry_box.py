"""Where a meeting is typed: Enter notes what stands there, Shift+Enter begins a new line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from liaison_desktop.ui.box import Box
from liaison_desktop.ui.line import is_enter
from liaison_desktop.ui.pages.completions import Begun, Completions, begun_in

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QInputMethodEvent

KINDS = 4
"""How many kinds of statements there are to choose from."""

_HALVES = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.KeypadModifier


class EntryBox(Box):
    """`noted` is asked for by Enter or Ctrl+Enter, never while an input method has text open.

    `asking` carries a word begun after @ or /, or None; `undoing` comes where there is no text to
    take back, `left_upwards` from an empty box, `answering` with the step to another opinion, and
    `choosing` with the place of a kind: Alt with its digit, for a digit alone is text.
    """

    noted = Signal()
    asking = Signal(object)
    undoing = Signal()
    left_upwards = Signal()
    answering = Signal(int)
    choosing = Signal(int)

    def __init__(self, hint: str, completions: Completions) -> None:
        super().__init__(hint, lines=2)
        self._completions = completions
        self._begun: Begun | None = None
        self.setFixedHeight(self.minimumSizeHint().height())
        self.cursorPositionChanged.connect(self._look)
        self.textChanged.connect(self._look)

    def take(self, text: str) -> None:
        """Put text in the place of the word that is being typed after its sign."""
        if self._begun is not None:
            cursor = self.textCursor()
            step = QTextCursor.MoveOperation.PreviousCharacter
            size = _utf16(self.before_cursor()[-self._begun.size :])
            cursor.movePosition(step, QTextCursor.MoveMode.KeepAnchor, size)
            cursor.insertText(text)
        self._completions.hide()

    def before_cursor(self) -> str:
        """Return what stands in this line before the cursor."""
        cursor = self.textCursor()
        text = cursor.block().text().encode("utf-16-le")
        return text[: 2 * cursor.positionInBlock()].decode("utf-16-le", "ignore")

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._look()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and self._is_mine(event):
            event.accept()  # before the page puts itself away, or saves
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._completions.takes(event, is_composing=bool(self.preedit)):
            return
        if _is_noting(event):
            if not self.preedit and not event.isAutoRepeat():
                self.noted.emit()
        elif (place := _kind_of(event)) is not None:
            self.choosing.emit(place)
        elif event.matches(QKeySequence.StandardKey.Undo) and not self.has_undo():
            self.undoing.emit()
        elif not self._goes_elsewhere(event):
            super().keyPressEvent(event)

    def has_undo(self) -> bool:
        """Return whether there is typed text to take back."""
        return bool(self.value()) or self.document().isUndoAvailable()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._completions.hide()

    def _goes_elsewhere(self, event: QKeyEvent) -> bool:
        up_down = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = up_down.get(Qt.Key(event.key())) if event.key() in up_down else None
        if step is None or self.preedit:
            return False
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.answering.emit(step)
            return True
        if step < 0 and not self.value():
            self.left_upwards.emit()
            return True
        return False

    def _is_mine(self, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        is_escape = event.key() == Qt.Key.Key_Escape and self._completions.isVisible()
        return is_escape or _is_noting(event) or _kind_of(event) is not None

    def _look(self) -> None:
        begun = begun_in(self.before_cursor() + self.preedit)
        if begun != self._begun:
            self._begun = begun
            self.asking.emit(begun)


def _is_noting(event: QKeyEvent) -> bool:
    keys = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
    return is_enter(event) or (event.key() in keys and not event.modifiers() & ~_HALVES)


def _kind_of(event: QKeyEvent) -> int | None:
    """Return the place of the kind that Alt and a digit of the upper row choose, from 0."""
    is_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
    place = event.key() - Qt.Key.Key_1
    return place if is_alt and 0 <= place < KINDS else None


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
