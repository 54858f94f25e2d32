"""Buttons side by side, in as many lines as the width demands: English words are longer."""

from PySide6.QtCore import QEvent, QMargins, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

NARROWEST = 860
"""Pixels of a page with such lines: narrower, its buttons would stand in three and more."""


class Wrapping(QWidget):
    """Lines that begin at the left edge, or end at the right one; what is hidden takes no room."""

    def __init__(
        self,
        *widgets: QWidget,
        ends_right: bool = False,
        spacing: int = 8,
        margins: QMargins = QMargins(),  # noqa: B008 - never changed
    ) -> None:
        super().__init__()
        self._widgets: list[QWidget] = []
        self._ends_right, self._spacing, self._margins = ends_right, spacing, margins
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for widget in widgets:
            self.add(widget)

    def add(self, widget: QWidget) -> None:
        """Let one more stand last."""
        widget.setParent(self)
        self._widgets.append(widget)
        self.updateGeometry()

    def take_off(self, widget: QWidget) -> None:
        """Let one stand here no more."""
        self._widgets.remove(widget)
        widget.hide()
        widget.deleteLater()

    def event(self, event: QEvent) -> bool:
        """Place all anew where one was shown, hidden or given other words."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def heightForWidth(self, width: int) -> int:
        lines = self._lines(width - self._margins.left() - self._margins.right())
        heights = [_height(line) for line in lines]
        between = self._spacing * max(len(heights) - 1, 0)
        return sum(heights) + between + self._margins.top() + self._margins.bottom()

    def sizeHint(self) -> QSize:
        """Return the size of all in one line."""
        shown = self._shown()
        between = self._spacing * max(len(shown) - 1, 0)
        width = sum(widget.sizeHint().width() for widget in shown) + between
        return QSize(width, _height(shown)).grownBy(self._margins)

    def minimumSizeHint(self) -> QSize:
        """Return the size of the widest alone."""
        shown = self._shown()
        width = max((widget.sizeHint().width() for widget in shown), default=0)
        return QSize(width, _height(shown)).grownBy(self._margins)

    def _place(self) -> None:
        room = self.rect().marginsRemoved(self._margins)
        top = room.top()
        for line in self._lines(room.width()):
            width = sum(widget.sizeHint().width() for widget in line)
            left = room.left()
            if self._ends_right:
                left += max(room.width() - width - self._spacing * (len(line) - 1), 0)
            for widget in line:
                size = widget.sizeHint()
                widget.setGeometry(QRect(QPoint(left, top), size))
                left += size.width() + self._spacing
            top += _height(line) + self._spacing

    def _shown(self) -> list[QWidget]:
        return [widget for widget in self._widgets if not widget.isHidden()]

    def _lines(self, room: int) -> list[list[QWidget]]:
        lines: list[list[QWidget]] = []
        left = 0
        for widget in self._shown():
            width = widget.sizeHint().width()
            if not lines or left + width > room:
                lines.append([])
                left = 0
            lines[-1].append(widget)
            left += width + self._spacing
        return lines


def _height(line: list[QWidget]) -> int:
    return max((widget.sizeHint().height() for widget in line), default=0)
