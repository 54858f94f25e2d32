"""A coloured line across a page: what happened, and at most one remedy."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from liaison_desktop.ui.icons import Picture
from liaison_desktop.ui.texts import label, show_typed

_PICTURES = {"danger": "error", "warn": "warning", "ok": "check_circle"}

_MARGIN = 10
"""Above the frame, as the style sheet has it; a layout does not know of it."""


class Banner(QFrame):
    """Hidden until something is said; `level` is danger, warn or ok."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = label("", wraps=True)
        self._mark = Picture("warning", "warn", 20)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8 + _MARGIN, 14, 8)
        row.setSpacing(10)
        row.addWidget(self._mark)
        row.addWidget(self.words, 1)
        self.hide()

    def say(self, text: str, level: str) -> None:
        """Show words, or hide where there are none."""
        self.setObjectName(f"banner_{level}")
        self.style().polish(self)
        self.words.style().polish(self.words)
        self._mark.show_icon(_PICTURES[level], level)
        show_typed(self.words, text)
        self.setVisible(bool(text))

    def clear(self) -> None:
        """Say nothing more."""
        self.hide()
