"""Ctrl+L, whatever stands in front: dialogs and lists keep a window's shortcuts from the keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from liaison_desktop.ui.theme import application

KEY = "Ctrl+L"


class LockKey(QObject):
    """Locks one window by its key; what comes in front of the window is given the key too."""

    def __init__(self, window: QWidget, lock: Callable[[], object]) -> None:
        super().__init__(window)
        self._window, self._lock = window, lock
        self.give_to(window)
        application().focusChanged.connect(self._look)

    @Slot()
    def _look(self) -> None:
        for above in (application().activeModalWidget(), application().activePopupWidget()):
            if above is not None and self._is_over_mine(above):
                self.give_to(above)

    def give_to(self, widget: QWidget) -> None:
        """Let the key lock while this has the keys."""
        if widget.findChild(QShortcut, KEY, Qt.FindChildOption.FindDirectChildrenOnly) is None:
            QShortcut(QKeySequence(KEY), widget, self._lock).setObjectName(KEY)

    def _is_over_mine(self, widget: QWidget) -> bool:
        above: QWidget | None = widget
        while above is not None and above is not self._window:
            above = above.parentWidget()
        return above is not None
