"""The dialogs over a window that is locked: put away with it, and brought back with it."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget


@runtime_checkable
class PutsAway(Protocol):
    """A dialog that is put away in a way of its own where somebody else may come."""

    def put_away(self) -> None:
        """Keep what is typed, and close."""


@runtime_checkable
class ComesBack(PutsAway, Protocol):
    """One that stays, hidden, as long as what is typed in it could not be kept."""

    def bring_back(self) -> None:
        """Stand open again, where it is still there."""


class Dialog(QDialog):
    """A dialog over a window; it is not opened where that is locked by the time it is ready."""

    def open(self) -> None:
        """Stand over the window, unless that was hidden."""
        parent = self.parentWidget()
        if parent is not None and _was_hidden(parent.window()):
            self.reject()
        else:
            super().open()


def put_dialogs_away(window: QWidget) -> None:
    """Let nothing of the dialogs over a window be seen."""
    for dialog in window.findChildren(QDialog):
        if isinstance(dialog, PutsAway):
            dialog.put_away()
        else:
            dialog.reject()


def bring_dialogs_back(window: QWidget) -> None:
    """Open again those whose text could not be kept."""
    for dialog in window.findChildren(QDialog):
        if isinstance(dialog, ComesBack):
            dialog.bring_back()


def _was_hidden(window: QWidget) -> bool:
    """Return whether a window was hidden by the program; one that was never shown was not."""
    return window.isHidden() and window.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
