"""A list under a line while it is typed: nothing is chosen before ↓ or a digit says which one."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from liaison_desktop.model.texts import visible
from liaison_desktop.ui.items import add_item
from liaison_desktop.ui.line import Line, is_enter
from liaison_desktop.ui.theme import colour, current

_MOST = 8
_EDGE = 8

SCAN_MS = 50
"""A key so soon after a digit is a scanner's: then the digit was text and chose nobody."""


class Suggestions(QListWidget):
    """`picked` carries what was chosen. Typing goes on in the line, and Esc puts the list away.

    A digit chooses, but not where digits are being typed (the end of a phone or ID number) or after
    a space, where one begins (李 1234), and never while an input method has text open: its digits
    are its own. What a scanner types is text, and chooses nobody.
    """

    picked = Signal(object)

    def __init__(self, line: Line, page: QWidget, name: str) -> None:
        super().__init__(page)
        self.setObjectName("suggestions")
        self.setFrameShape(QListWidget.Shape.NoFrame)  # a frame of the style is never opaque
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # or all beneath is painted too
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.line, self._page = line, page
        self._struck: tuple[str, object] | None = None
        self._timer = QTimer(self, singleShot=True, interval=SCAN_MS)
        self._timer.timeout.connect(self._pick_struck)
        self.itemClicked.connect(self._pick)
        line.installEventFilter(self)
        line.typing.connect(self._choose_none)
        self.hide()

    def offer(self, choices: Sequence[tuple[str, object]]) -> None:
        """Show the choices under the line, or nothing where there are none."""
        self.clear()
        for place, (shown, value) in enumerate(choices[:_MOST], start=1):
            item = add_item(self, f"{place}　{visible(shown)}")
            item.setData(Qt.ItemDataRole.UserRole, value)
        self.setCurrentRow(-1)
        self.setVisible(self.count() > 0 and self.line.hasFocus())
        if self.isVisible():
            self._stand_by_line()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), colour("surface"))
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(colour("input_border"))
        painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self._take_struck()
            self.hide()
        elif event.type() is QEvent.Type.ShortcutOverride and self.isVisible():
            self._keep_escape(event)
        elif event.type() is QEvent.Type.KeyPress and (struck := self._take_struck()):
            self.line.insert(struck[0])
        elif event.type() is QEvent.Type.KeyPress and self.isVisible():
            return isinstance(event, QKeyEvent) and self._takes(event)
        return False

    def _keep_escape(self, event: QEvent) -> None:
        """Put the list away before Esc puts the whole form away."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()

    def _takes(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            row = self.currentRow() + steps[Qt.Key(event.key())]
            self.setCurrentRow(max(-1, min(row, self.count() - 1)))
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif is_enter(event) and self.currentItem() is not None and not self.line.preedit:
            self._pick(self.currentItem())
        elif (item := self._item_of(event)) is not None:
            self._struck = event.text(), item.data(Qt.ItemDataRole.UserRole)
            self._timer.start()
        else:
            return False
        return True

    def _item_of(self, event: QKeyEvent) -> QListWidgetItem | None:
        """Return what a digit means; None where it is text."""
        digit, text = event.text(), self.line.text()
        if len(digit) != 1 or digit not in "12345678" or self.line.preedit:
            return None
        if text[-1:].isspace() or any(character.isdigit() for character in text):
            return None
        return self.item(int(digit) - 1)

    def _take_struck(self) -> tuple[str, object] | None:
        """Return the digit that has not chosen yet and what it would choose, and forget it."""
        self._timer.stop()
        struck, self._struck = self._struck, None
        return struck

    @Slot()
    def _pick_struck(self) -> None:
        if struck := self._take_struck():
            self.hide()
            self.picked.emit(struck[1])

    def _pick(self, item: QListWidgetItem) -> None:
        self.hide()
        self.picked.emit(item.data(Qt.ItemDataRole.UserRole))

    @Slot()
    def _choose_none(self) -> None:
        """Let go of what was chosen among others than those that are looked for now."""
        self.setCurrentRow(-1)

    def _stand_by_line(self) -> None:
        """Stand under the line, or above it where there is more room; never past an edge."""
        corner = self.line.mapTo(self._page, QPoint(0, 0))
        under = corner.y() + self.line.height() + 4
        above, below = corner.y() - 4 - _EDGE, self._page.height() - under - _EDGE
        wanted = self.sizeHintForRow(0) * self.count() + 2
        is_under = wanted <= below or below >= above
        height = min(wanted, max(below if is_under else above, self.sizeHintForRow(0) + 2))
        widest = self._page.width() - 2 * _EDGE
        width = min(max(self.line.width(), current().px(600)), widest)
        left = min(corner.x(), self._page.width() - _EDGE - width)
        self.setGeometry(left, under if is_under else corner.y() - 4 - height, width, height)
        self.raise_()
