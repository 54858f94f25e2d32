"""Frames with a name, which the style sheet knows them by."""

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


def frame(name: str) -> QFrame:
    """Return an empty frame."""
    made = QFrame()
    made.setObjectName(name)
    return made


def scrolling(widget: QWidget) -> QScrollArea:
    """Return an area that a widget fills, and scrolls in where it wants more room."""
    area = QScrollArea()
    area.setObjectName("page_scroll")
    area.setWidgetResizable(True)
    area.setWidget(widget)
    return area


def scrolling_column(*widgets: QWidget) -> QScrollArea:
    """Return an area with widgets one below the other, as pages and dialogs have their cards."""
    body = QWidget()
    body.setObjectName("page_body")
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(14)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return scrolling(body)
