"""One of a list, or none."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox

from liaison_desktop.ui.icons import pixmap
from liaison_desktop.ui.line import is_enter
from liaison_desktop.ui.theme import current

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QWheelEvent


class Choice(QComboBox):
    """One of a list, or none. Options are (shown, value); what `shown` begins with chooses it.

    One that `fits` is never narrower than the longest of them.

    Values are kept here and not in the list's items, which would turn a word into a bare string.
    """

    changed = Signal()
    entered = Signal()
    left = Signal()

    def __init__(self, options: Iterable[tuple[str, Any]] = (), *, fits: bool = False) -> None:
        super().__init__()
        self._values: list[Any] = []
        self.offer(options)
        sizes = QComboBox.SizeAdjustPolicy
        narrow, whole = sizes.AdjustToMinimumContentsLengthWithIcon, sizes.AdjustToContents
        self.setSizeAdjustPolicy(whole if fits else narrow)
        self.setMinimumContentsLength(0 if fits else 6)
        self.currentIndexChanged.connect(self.changed)

    def say_name(self, name: str) -> None:
        """Tell a screen reader what is asked here."""
        self.setAccessibleName(name)

    def showPopup(self) -> None:
        self.view().setAccessibleName(self.accessibleName())
        super().showPopup()

    def offer(self, options: Iterable[tuple[str, Any]]) -> None:
        """Offer these and no others; none is chosen."""
        self.clear()
        self._values.clear()
        for shown, value in options:
            self._add(shown, value)
        self.setCurrentIndex(-1)

    def value(self) -> Any:
        place = self.currentIndex()
        return self._values[place] if place >= 0 else None

    def set_value(self, value: Any) -> None:
        """Choose the value; one that the list no longer has is added, so that nothing is lost."""
        if value and value not in self._values:
            self._add(str(value), value)
        self.setCurrentIndex(self._values.index(value) if value else -1)

    def _add(self, shown: str, value: Any) -> None:
        self._values.append(value)
        self.addItem(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.entered.emit()
        elif event.key() in {QtCore.Qt.Key.Key_Backspace, QtCore.Qt.Key.Key_Delete}:
            self.setCurrentIndex(-1)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: it must not change a choice in passing."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = current().px(16)
        picture = pixmap("more", "text2" if self.isEnabled() else "disabled", size)
        QPainter(self).drawPixmap(self.width() - size - 10, (self.height() - size) // 2, picture)
