"""A few choices side by side: a screen reader finds radio buttons, a clerk presses one digit."""

from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from liaison_desktop.ui.line import is_enter
from liaison_desktop.ui.theme import colour, current

_CLEAR = {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}


class Segments(QWidget):
    """One of a few, or none. Options are (key, label, value); Backspace takes the choice back."""

    changed = Signal()
    entered = Signal()
    left = Signal()

    def __init__(self, options: list[tuple[str, str, Any]]) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._values = [value for _, _, value in options]
        self._group = QButtonGroup(self)
        self.buttons = [_Segment(key, label, self) for key, label, _ in options]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, button in enumerate(self.buttons):
            self._group.addButton(button, place)
            row.addWidget(button, 1)
        self._group.idToggled.connect(self._toggled)
        self._one_tab_stop()

    def value(self) -> Any:
        place = self._group.checkedId()
        return self._values[place] if place >= 0 else None

    def set_value(self, value: Any) -> None:
        if value in self._values:
            self.buttons[self._values.index(value)].setChecked(True)
        else:
            self.clear()

    def clear(self) -> None:
        """Choose none."""
        if (button := self._group.checkedButton()) is not None:
            self._group.setExclusive(False)
            button.setChecked(False)
            self._group.setExclusive(True)
            self._one_tab_stop()

    def choose(self, key: str) -> bool:
        """Choose by the option's key; False where no option has it."""
        for button in self.buttons:
            if key and button.key == key:
                button.setChecked(True)
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def tab_stop(self) -> QRadioButton:
        """Return the one button that Tab stops at: the chosen, else the first."""
        return self.buttons[max(self._group.checkedId(), 0)]

    def say_name(self, name: str) -> None:
        """Tell a screen reader what is asked here, at every option."""
        self.setAccessibleName(name)
        for button in self.buttons:
            button.setAccessibleName(f"{name} {button.label}")

    def _toggled(self, place: int, is_checked: bool) -> None:
        self._one_tab_stop()
        if is_checked or self._group.checkedId() < 0:
            self.changed.emit()

    def _one_tab_stop(self) -> None:
        stop = self.tab_stop()
        for button in self.buttons:
            here = button is stop
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(stop)


class _Segment(QRadioButton):
    def __init__(self, key: str, label: str, group: Segments) -> None:
        super().__init__(f"{key} {label}".strip(), group)
        self.key, self.label = key, label
        self._segments = group
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self._bold()).horizontalAdvance(self.text())
        return QSize(width + 2 * current().px(12), current().size("control"))

    def minimumSizeHint(self) -> QSize:
        width = QFontMetrics(self._bold()).horizontalAdvance(self.text())
        return QSize(width + 2 * current().px(6), current().size("control"))

    def hitButton(self, position: Any) -> bool:
        return self.rect().contains(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self._segments.entered.emit()
        elif event.key() in _CLEAR:
            self._segments.clear()
        elif not self._segments.choose(event.text()):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._segments.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_frame(painter)
        if self.isChecked() or self.hasFocus():
            self._draw_choice(painter)
        painter.setFont(self._bold() if self.isChecked() else self.font())
        painter.setPen(colour(self._text_colour()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def _draw_frame(self, painter: QPainter) -> None:
        """Draw my part of the frame around all: joined rounded borders cannot be done in QSS."""
        radius = current().size("radius_small")
        whole = (
            QRectF(self._segments.rect()).translated(-self.x(), 0).adjusted(0.5, 0.5, -0.5, -0.5)
        )
        painter.setPen(QPen(colour("input_border"), 1))
        painter.setBrush(colour("hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(whole, radius, radius)
        if self.x() > 0:
            painter.setPen(QPen(colour("border"), 1))
            painter.drawLine(0, 1, 0, self.height() - 2)

    def _draw_choice(self, painter: QPainter) -> None:
        radius = current().size("radius_small")
        inner = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(colour("focus" if self.hasFocus() else "primary"), 2))
        painter.setBrush(colour("soft" if self.isChecked() else "surface"))
        painter.drawRoundedRect(inner, radius, radius)

    def _text_colour(self) -> str:
        if not self.isEnabled():
            return "disabled"
        return "soft_text" if self.isChecked() else "text"

    def _bold(self) -> QFont:
        bold = QFont(self.font())
        bold.setBold(True)
        return bold
