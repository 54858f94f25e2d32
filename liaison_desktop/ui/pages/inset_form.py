"""A form inside a page: Ctrl+Enter saves it and Esc gives it up, before the page has these keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class InsetForm(QFrame):
    """What a page asks in its own midst; it has the keys as long as it is asking."""

    def __init__(self, name: str = "entry") -> None:
        super().__init__()
        self.setObjectName(name)

    def is_asking(self) -> bool:
        """Return whether the keys are the form's."""
        return self.isVisible()

    def save(self) -> None:
        """Hand over what is filled in."""

    def give_up(self) -> None:
        """Do nothing."""

    def event(self, event: QEvent) -> bool:
        is_override = event.type() is QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and self._is_mine(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._is_mine(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.give_up()
        else:
            self.save()

    def _is_mine(self, event: QKeyEvent) -> bool:
        is_save = event.key() in _ENTER and bool(
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        )
        return self.is_asking() and (is_save or event.key() == Qt.Key.Key_Escape)
