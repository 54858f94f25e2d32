"""Dragging by the mouse, from the press to the release; Esc lets go.

Our own, not QDrag: it can be tested, and a widget can say during it what the release would do.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


class Dragging(QObject):
    """`begun` carries what is dragged, `went` and `dropped` the point of the screen."""

    begun = Signal(object)
    went = Signal(QPoint)
    dropped = Signal(QPoint)
    given_up = Signal()

    def __init__(self, source: QWidget) -> None:
        super().__init__(source)
        self._source = source
        self._pressed: QPoint | None = None
        self._thing: object = None
        self._keys: QWidget | None = None
        self.is_on = False

    def press(self, point: QPoint, thing: object) -> None:
        """Take hold of a thing; None is nothing that can be dragged."""
        self._pressed, self._thing = point, thing

    def move(self, point: QPoint) -> None:
        """Follow the pointer, from the distance on that is no trembling hand."""
        if self._pressed is None or self._thing is None:
            return
        far = (point - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if not self.is_on and far:
            self.is_on = True
            self._source.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._keys = QApplication.focusWidget()
            if self._keys is not None:
                self._keys.installEventFilter(self)
            self.begun.emit(self._thing)
        if self.is_on:
            self.went.emit(point)

    def release(self, point: QPoint) -> bool:
        """Let go; return whether something was dropped here, and the release is no press."""
        was_on = self.is_on
        self._end()
        if was_on:
            self.dropped.emit(point)
        return was_on

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let Esc give up what is dragged, before what has the keys hears of it."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() is QEvent.Type.KeyPress:
                self._end()
                self.given_up.emit()
            event.accept()
            return True
        return False

    def _end(self) -> None:
        if self.is_on:
            self._source.unsetCursor()
            if self._keys is not None:
                self._keys.removeEventFilter(self)
        self.is_on, self._pressed, self._thing = False, None, None
