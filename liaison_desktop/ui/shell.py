"""The bare shell: rail, top bar with the one primary action, status strip; pages hang in it.

Places of the rail appear when their page exists. It paints before SQLAlchemy is loaded.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.frames import frame
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.icons import Picture, icon
from liaison_desktop.ui.look import LookButtons
from liaison_desktop.ui.texts import Elided, label, show_typed
from liaison_desktop.ui.theme import current, news

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QResizeEvent

    from liaison_desktop.ui.preferences import Preferences


@dataclass(frozen=True)
class Place:
    """One place of the rail: its full and its short word, its icon, and its page."""

    title: str
    short: str
    picture: str
    page: QWidget


class Shell(QWidget):
    """`registering` is the primary action; `closing` comes before the window goes."""

    registering = Signal()
    closing = Signal()

    def __init__(self, station: str, user: str, preferences: Preferences) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setWindowTitle(f"{station} · {tr('联络站前台')}")
        self._places: list[_PlaceButton] = []
        self._pages = QStackedWidget()
        self.title = Elided("title")
        self.note = label("", "small")
        self.look = LookButtons(preferences)
        self._rail = self._build_rail(station)
        self._lay_out(user)
        news().changed.connect(self._fold)
        QShortcut(QKeySequence("F2"), self, self.registering.emit)

    def add(self, place: Place) -> None:
        """Hang a page in; the first one is shown."""
        button = _PlaceButton(place, lambda: self.show_place(place))
        self._places.append(button)
        self._rail_places.addWidget(button)
        self._pages.addWidget(place.page)
        if len(self._places) == 1:
            self.show_place(place)
        self._fold()

    def show_place(self, place: Place) -> None:
        """Show a place's page."""
        self._pages.setCurrentWidget(place.page)
        self.title.show_text(place.title)
        for button in self._places:
            button.setChecked(button.place is place)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    @Slot()
    def _fold(self) -> None:
        """Fold the rail to icons where the window is narrow."""
        is_narrow = self.width() < current().size("narrow_below")
        self._rail.setFixedWidth(current().size("rail_narrow" if is_narrow else "rail"))
        self._station.setVisible(not is_narrow)
        for button in self._places:
            button.fold(is_narrow)

    def _lay_out(self, user: str) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._build_top_bar(user))
        right.addWidget(self._pages, 1)
        right.addWidget(self._build_status(user))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._rail)
        whole.addLayout(right, 1)
        self.resize(1280, 720)

    def _build_rail(self, station: str) -> QFrame:
        rail, column = _frame("rail", QVBoxLayout)
        emblem = Picture("emblem", "brand", 30)
        self._station = label("", "strong", wraps=True)
        show_typed(self._station, station)
        head = QHBoxLayout()
        head.setContentsMargins(20, 12, 12, 12)
        head.setSpacing(10)
        head.addWidget(emblem)
        head.addWidget(self._station, 1)
        column.addLayout(head)
        self._rail_places = QVBoxLayout()
        column.addLayout(self._rail_places)
        column.addStretch(1)
        return rail

    def _build_top_bar(self, user: str) -> QFrame:
        bar, row = _frame("topbar", QHBoxLayout)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(16)
        row.addWidget(self.title, 1)
        action = Button(
            tr("登记来访"), self.registering.emit, kind="primary", picture="register", key="F2"
        )
        row.addWidget(action)
        initial = label("", "initial")
        show_typed(initial, user[:1])
        initial.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(initial)
        return bar

    def _build_status(self, user: str) -> QFrame:
        strip, row = _frame("status", QHBoxLayout)
        row.setContentsMargins(24, 0, 16, 0)
        row.addWidget(self.note, 1)
        row.addWidget(self.look)
        name = label("", "small")
        show_typed(name, user)
        row.addWidget(name)
        return strip


class _PlaceButton(QToolButton):
    """A place of the rail: its word beside the icon, or a short one below where it is narrow."""

    def __init__(self, place: Place, pressed: Callable[[], object]) -> None:
        super().__init__()
        self.place = place
        self.setObjectName("nav")
        self.setAccessibleName(place.title)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _checked=False: pressed())
        self.refresh_icon()
        news().changed.connect(self.refresh_icon)

    @Slot()
    def refresh_icon(self) -> None:
        """Draw the icon again in the colours in force."""
        size = current().size("icon")
        self.setIcon(icon(self.place.picture, "rail_text"))
        self.setIconSize(QSize(size, size))

    def fold(self, is_narrow: bool) -> None:
        """Stand beside or below the icon."""
        styles = Qt.ToolButtonStyle
        beside, below = styles.ToolButtonTextBesideIcon, styles.ToolButtonTextUnderIcon
        self.setToolButtonStyle(below if is_narrow else beside)
        self.setText(self.place.short if is_narrow else f"  {self.place.title}")
        if self.property("narrow") != is_narrow:
            self.setProperty("narrow", is_narrow)
            self.style().polish(self)


def _frame(
    name: str, layout: Callable[[QWidget], QVBoxLayout] | Callable[[QWidget], QHBoxLayout]
) -> tuple[QFrame, QVBoxLayout | QHBoxLayout]:
    made = frame(name)
    inner = layout(made)
    inner.setContentsMargins(0, 0, 0, 0)
    inner.setSpacing(0)
    return made, inner
