"""Cards: a heading over rows, and a row that can be pressed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from liaison_desktop.ui.frames import frame
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.icons import Picture
from liaison_desktop.ui.line import is_enter
from liaison_desktop.ui.texts import Elided, label, show_typed

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

K = TypeVar("K")


class Card(QFrame):
    """A heading with its picture, what stands at its right, and rows below."""

    def __init__(self, title: str, picture: str, colour: str = "primary") -> None:
        super().__init__()
        self.setObjectName("card")
        self.heading = label(title, "section")
        self.badge = label("", "badge")
        self.badge.hide()
        self.head = QHBoxLayout()
        self.head.setContentsMargins(16, 10, 12, 10)
        self.head.setSpacing(10)
        self.head.addWidget(Picture(picture, colour, 20))
        self.head.addWidget(self.heading)
        self.head.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignVCenter)
        self.head.addStretch(1)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(0)
        column.addLayout(self.head)
        column.addWidget(frame("line"))
        column.addLayout(self.rows)

    def show_badge(self, text: str, level: str = "soft") -> None:
        """Show a count beside the heading; nothing for an empty text."""
        restyle(self.badge, "level", level)
        self.badge.setText(text)
        self.badge.setVisible(bool(text))

    def clear(self) -> None:
        """Take every row away."""
        clear(self.rows)

    def add_words(self, text: str, role: str = "muted") -> QLabel:
        """Add a row of words and return it."""
        words = label("", role, wraps=True)
        words.setContentsMargins(16, 10, 16, 8)
        show_typed(words, text)
        self.rows.addWidget(words)
        return words


class RowButton(QPushButton):
    """A row: what leads it, a first line, those below, what stands at its end; Enter presses it.

    `second` is one line or several; what stands at the end leaves all but the first their width.
    """

    def __init__(
        self, first: str, second: str, pressed: Callable[[], object], *, lead: str = ""
    ) -> None:
        super().__init__()
        self.setProperty("kind", "row")
        self.setAutoDefault(False)
        self.clicked.connect(lambda _checked=False: pressed())
        below = second.split("\n")
        self.setAccessibleName("　".join(text for text in (lead, first, *below) if text))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 6, 12, 6)
        self._row.setSpacing(12)
        if lead:
            leading = _passing(label(lead, "lead"))
            leading.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._row.addWidget(leading, 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._end = self._row
        if len(below) > 1:
            self._end = QHBoxLayout()
            words.addLayout(self._end)
        for text, role in ((first, "body"), *((each, "muted") for each in below)):
            if text:
                line = Elided(role)
                line.show_text(text)
                is_beside = self._end is not self._row and role == "body"
                (self._end if is_beside else words).addWidget(_passing(line), int(is_beside))
        self._row.addLayout(words, 1)

    def add(self, widget: QWidget) -> None:
        """Put something at the row's end, or its first line's where there are more than two."""
        self._end.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def lead_with(self, widget: QWidget) -> None:
        """Put something before the row's words."""
        self._row.insertWidget(0, widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def add_badge(self, text: str, level: str) -> None:
        """Put a word on a coloured ground at the row's end."""
        badge = label(text, "badge")
        badge.setProperty("level", level)
        self.add(_passing(badge))

    def be_chosen(self, is_chosen: bool) -> None:
        """Look like the row that is shown beside the list, or like the others."""
        restyle(self, "chosen", is_chosen)
        self.setAccessibleDescription(tr("已选中") if is_chosen else "")

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._row.minimumSize().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.click()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)


def show_choice(rows: Mapping[K, RowButton], key: K | None) -> None:
    """Let the one row look chosen that has this key, in a list that steers a panel beside it."""
    for own, row in rows.items():
        row.be_chosen(own == key)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout, and away."""
    while layout.count() and (item := layout.takeAt(0)) is not None:
        if (inner := item.layout()) is not None:
            clear(inner)
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Give a widget a property that the style sheet knows, and draw it so."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().polish(widget)


def _passing(words: QLabel) -> QLabel:
    """Let a press on the words be a press on the row."""
    words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return words
