"""Fields beside and below each other, by shares of the width."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

Row = list[tuple[QWidget, int]]


def rows(lines: Iterable[Row], spacing: int = 8) -> QVBoxLayout:
    """Return a column of rows; each widget takes its share of the row."""
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    for line in lines:
        column.addLayout(row(line))
    return column


def centred(widget: QWidget) -> QHBoxLayout:
    """Return a row that keeps a widget in the middle; an alignment would cut its wrapped words."""
    made = QHBoxLayout()
    made.addStretch(1)
    made.addWidget(widget)
    made.addStretch(1)
    return made


def stand_beside(line: QHBoxLayout, *buttons: QWidget) -> None:
    """Add buttons that stand in one line with the control of a field, not with its label."""
    for button in buttons:
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)


def row(line: Row) -> QHBoxLayout:
    """Return one row."""
    made = QHBoxLayout()
    made.setSpacing(16)
    for widget, share in line:
        made.addWidget(widget, share, Qt.AlignmentFlag.AlignTop)
    return made
