"""Yes or no."""

from typing import Any

from PySide6.QtCore import QPointF, QRect, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QStyleOptionButton

from liaison_desktop.ui.line import is_enter
from liaison_desktop.ui.theme import stroke


class Tick(QCheckBox):
    """Yes or no."""

    changed = Signal()
    entered = Signal()
    left = Signal()

    def __init__(self, text: str, role: str = "") -> None:
        super().__init__(text)
        self.setProperty("role", role)
        if not text:
            self._fill()
        self.toggled.connect(self.changed)

    def say_name(self, name: str) -> None:
        """Tell a screen reader what is asked here."""
        self.setAccessibleName(name)

    def value(self) -> bool:
        return self.isChecked()

    def set_value(self, value: Any) -> None:
        self.setChecked(bool(value))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.isChecked():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(stroke("on_primary", 2.25))
            _draw_tick(painter, self._indicator())

    def _fill(self) -> None:
        """Be as high as the controls beside it, that the label above stands as high as theirs."""
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
        self.setSizePolicy(policy)

    def _indicator(self) -> QRect:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        return self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)


def _draw_tick(painter: QPainter, place: QRect) -> None:
    x, y, size = place.x(), place.y(), place.width()
    points = [(0.26, 0.52), (0.44, 0.70), (0.76, 0.32)]
    painter.drawPolyline([QPointF(x + u * size, y + v * size) for u, v in points])
