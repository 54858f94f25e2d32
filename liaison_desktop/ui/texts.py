"""Labels: plain text only, whatever is in it, and elided rather than cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QSizePolicy

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_PLAIN = 0
"""Qt.TextFormat.PlainText by number: the namespace Qt costs a third of a bare start, and nothing
that the login window needs touches it before the first paint."""


def label(text: str = "", role: str = "body", *, wraps: bool = False) -> QLabel:
    """Return a label of our own words."""
    made = QLabel()
    made.setProperty("textFormat", _PLAIN)
    made.setText(text)
    made.setProperty("role", role)
    made.setWordWrap(wraps)
    return made


def show_typed(shown: QLabel, text: str) -> None:
    """Show what somebody typed: markup as typed, direction controls as marks."""
    from liaison_desktop.model.texts import visible

    shown.setText(visible(text))


class Elided(QLabel):
    """A line that ends in … where there is no room; the whole of it is in the tool tip."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self.setProperty("textFormat", _PLAIN)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.whole = ""

    def show_text(self, text: str, role: str | None = None) -> None:
        """Show text, in another role where one is named."""
        from liaison_desktop.model.texts import visible

        self.whole = visible(text)
        if role is not None and role != self.property("role"):
            self.setProperty("role", role)
            self.style().polish(self)
        self.setToolTip(self.whole)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _fit(self) -> None:
        if not self.whole:
            self.setText("")
            return
        elided = self.fontMetrics().elidedText(
            self.whole, QtCore.Qt.TextElideMode.ElideRight, self.width()
        )
        self.setText(elided)
