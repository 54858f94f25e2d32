"""Frames with a name, which the style sheet knows them by."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QVBoxLayout, QWidget


class Area(QScrollArea):
    """An area that does not measure what it holds before it is shown.

    To measure is to style, and what is styled is styled again at every further place that it is
    put into: a form that is five places deep would be styled five times before anybody sees it.
    """

    _is_styled = False

    def event(self, event: QEvent) -> bool:
        self._is_styled |= event.type() == QEvent.Type.Polish
        if not self._is_styled and event.type() == QEvent.Type.StyleChange:
            return QAbstractScrollArea.event(self, event)
        return super().event(event)


def frame(name: str) -> QFrame:
    """Return an empty frame."""
    made = QFrame()
    made.setObjectName(name)
    return made


def scrolling(widget: QWidget) -> Area:
    """Return an area that a widget fills, and scrolls in where it wants more room.

    It is given while it is empty, for an area measures what it is given.
    """
    area = Area()
    area.setObjectName("page_scroll")
    area.setWidgetResizable(True)
    area.setWidget(widget)
    return area


def scrolling_in_card(widget: QWidget) -> Area:
    """Return an area that stands in a card, on its ground."""
    widget.setObjectName("card_body")
    area = scrolling(widget)
    area.setObjectName("card_scroll")
    return area


def scrolling_column(*widgets: QWidget) -> Area:
    """Return an area with widgets one below the other, as pages and dialogs have their cards."""
    body = QWidget()
    body.setObjectName("page_body")
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(14)
    area = scrolling(body)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return area
