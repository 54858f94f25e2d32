"""Ctrl+L, whatever stands in front: a modal dialog keeps a window's own shortcuts from the keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from liaison_desktop.ui.theme import application

KEY = "Ctrl+L"


class LockKey(QObject):
    """Locks one window by its key; a dialog over it is given the key when it comes in front."""

    def __init__(self, window: QWidget, lock: Callable[[], object]) -> None:
        super().__init__(window)
        self._window, self._lock = window, lock
        self._give_to(window)
        application().focusWindowChanged.connect(self._look)

    @Slot()
    def _look(self) -> None:
        dialog = application().activeModalWidget()
        if dialog is not None and self._is_over_mine(dialog):
            self._give_to(dialog)

    def _give_to(self, widget: QWidget) -> None:
        if widget.findChild(QShortcut, KEY) is None:
            QShortcut(QKeySequence(KEY), widget, self._lock).setObjectName(KEY)

    def _is_over_mine(self, dialog: QWidget) -> bool:
        above: QWidget | None = dialog
        while above is not None and above is not self._window:
            above = above.parentWidget()
        return above is not None
