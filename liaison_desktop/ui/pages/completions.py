"""A list over the entry box: who speaks after @, a phrase after /; the first is chosen already."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from liaison_desktop.model.texts import visible
from liaison_desktop.ui.items import add_item
from liaison_desktop.ui.line import is_enter
from liaison_desktop.ui.theme import current

MOST = 8
SPEAKER, PHRASE = "@", "/"
_BEGUN = re.compile(r"(?:^|(?<=\s))([@＠/、])([^\s]*)\Z")  # both widths of the sign


@dataclass(frozen=True)
class Begun:
    """A word that is being typed after its sign: which sign, and what follows it.

    With Chinese punctuation the key / types 、, which begins no statement.
    """

    sign: str
    typed: str
    size: int


def begun_in(before: str) -> Begun | None:
    """Return what is begun at the end of the text before the cursor, or None."""
    found = _BEGUN.search(before)
    if found is None:
        return None
    sign = SPEAKER if found[1] in "@＠" else PHRASE  # both widths of the sign
    return Begun(sign, found[2], len(found[0]))


class Completions(QListWidget):
    """`picked` carries what was chosen. Typing goes on in the box; Esc puts the list away.

    Enter, Space, Tab and digits choose, but never while an input method has text open.
    """

    picked = Signal(object)

    def __init__(self, page: QWidget, name: str) -> None:
        super().__init__(page)
        self._page = page
        self.setObjectName("suggestions")
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._pick)
        self.hide()

    def offer(self, choices: Sequence[tuple[str, object]], box: QPlainTextEdit) -> None:
        """Show the choices over the box, or nothing where there are none."""
        self.clear()
        for place, (shown, value) in enumerate(choices[:MOST], start=1):
            item = add_item(self, f"{place}　{visible(shown)}")
            item.setData(Qt.ItemDataRole.UserRole, value)
        self.setCurrentRow(0)
        self.setVisible(self.count() > 0)
        if self.isVisible():
            self._stand_over(box)

    def takes(self, event: QKeyEvent, *, is_composing: bool) -> bool:
        """Return whether a key was for the list."""
        if not self.isVisible() or is_composing:
            return False
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            row = self.currentRow() + steps[Qt.Key(event.key())]
            self.setCurrentRow(max(0, min(row, self.count() - 1)))
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif is_enter(event) or event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Tab}:
            self._pick(self.currentItem())
        elif len(event.text()) == 1 and event.text() in "12345678"[: self.count()]:
            self._pick(self.item(int(event.text()) - 1))
        else:
            return False
        return True

    def _pick(self, item: QListWidgetItem | None) -> None:
        self.hide()
        if item is not None:
            self.picked.emit(item.data(Qt.ItemDataRole.UserRole))

    def _stand_over(self, box: QPlainTextEdit) -> None:
        page = self._page
        edge = current().px(8)
        height = min(sum(self.sizeHintForRow(row) for row in range(self.count())) + 12, 380)
        top = box.mapTo(page, QPoint(0, 0))
        cursor = box.mapTo(page, box.viewport().mapToParent(box.cursorRect().topLeft()))
        room = page.width() - 2 * edge
        width = min(max(self.sizeHintForColumn(0) + 40, current().px(280)), room)
        left = max(edge, min(cursor.x(), page.width() - width - edge))
        height = min(height, max(top.y() - edge, current().px(60)))
        self.setGeometry(left, max(top.y() - height - 4, 0), width, height)
        self.raise_()
