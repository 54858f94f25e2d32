"""A menu of a window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from liaison_desktop.ui.lock_key import LockKey


class Menu(QMenu):
    """Goes when it is closed. Ctrl+L locks over it: it has the keys, but never the focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        window = self._over.window()
        for key in window.findChildren(LockKey, "", Qt.FindChildOption.FindDirectChildrenOnly):
            key.give_to(self)
