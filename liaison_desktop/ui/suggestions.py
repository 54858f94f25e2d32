"""A list under a line while it is typed: nothing is chosen before ↓ or a digit says which one."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from liaison_desktop.model.texts import visible
from liaison_desktop.ui.line import Line, is_enter
from liaison_desktop.ui.theme import current

_MOST = 8


class Suggestions(QListWidget):
    """`picked` carries what was chosen. Typing goes on in the line, and Esc puts the list away.

    A digit chooses at once, but not where digits are being typed (the end of a phone or ID number),
    and never while an input method has text open: its digits are its own.
    """

    picked = Signal(object)

    def __init__(self, line: Line, page: QWidget, name: str) -> None:
        super().__init__(page)
        self.setObjectName("suggestions")
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.line, self._page = line, page
        self.itemClicked.connect(self._pick)
        line.installEventFilter(self)
        self.hide()

    def offer(self, choices: Sequence[tuple[str, object]]) -> None:
        """Show the choices under the line, or nothing where there are none."""
        self.clear()
        for place, (shown, value) in enumerate(choices[:_MOST], start=1):
            item = QListWidgetItem(f"{place}　{visible(shown)}")
            item.setData(Qt.ItemDataRole.UserRole, value)
            self.addItem(item)
        self.setCurrentRow(-1)
        self.setVisible(self.count() > 0 and self.line.hasFocus())
        if self.isVisible():
            self._stand_under_line()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self.hide()
        elif event.type() is QEvent.Type.ShortcutOverride and self.isVisible():
            self._keep_escape(event)
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
            self._pick(item)
        else:
            return False
        return True

    def _item_of(self, event: QKeyEvent) -> QListWidgetItem | None:
        """Return what a digit means; None where it is text."""
        digit = event.text()
        if len(digit) != 1 or digit not in "12345678" or self.line.preedit:
            return None
        if any(character.isdigit() for character in self.line.text()):
            return None
        return self.item(int(digit) - 1)

    def _pick(self, item: QListWidgetItem) -> None:
        self.hide()
        self.picked.emit(item.data(Qt.ItemDataRole.UserRole))

    def _stand_under_line(self) -> None:
        corner = self.line.mapTo(self._page, QPoint(0, self.line.height() + 4))
        height = self.sizeHintForRow(0) * self.count() + 12
        self.setGeometry(corner.x(), corner.y(), max(self.line.width(), current().px(600)), height)
        self.raise_()
