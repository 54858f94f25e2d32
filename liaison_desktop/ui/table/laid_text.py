"""Text laid out once and drawn many times: laying out is most of the work of a picture."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QStaticText

from liaison_desktop.ui.theme import font

Laid = tuple[QStaticText, QFont]

LAID_OUT = 2048
"""Texts kept laid out; they go with the table."""


def lay_out(text: str, width: int, role: str, _scale: float) -> Laid:
    """Return a text that ends in … where it is wider than `width`, with its font."""
    made = font(role)
    elided = QFontMetrics(made).elidedText(text, Qt.TextElideMode.ElideRight, width)
    laid = QStaticText(elided)
    laid.setTextFormat(Qt.TextFormat.PlainText)
    laid.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    laid.prepare(font=made)
    return laid, made
