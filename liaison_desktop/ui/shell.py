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
from liaison_desktop.ui.lock_key import KEY, LockKey
from liaison_desktop.ui.look import LookButtons
from liaison_desktop.ui.page import Page
from liaison_desktop.ui.texts import Elided, label, show_typed
from liaison_desktop.ui.theme import current, news

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QCloseEvent, QResizeEvent

    from liaison_desktop.ui.preferences import Preferences


@dataclass(frozen=True)
class Place:
    """One place of the rail: its full and its short word, its icon, and what makes its page.

    An early one has its page made before anybody asks for it, unless it stands at the foot.
    """

    title: str
    short: str
    picture: str
    make: Callable[[], Page]
    is_at_foot: bool = False
    is_early: bool = True


class Shell(QWidget):
    """`registering` is the primary action; `closing` comes before the window goes."""

    registering = Signal()
    locking = Signal()
    closing = Signal()

    def __init__(self, station: str, user: str, preferences: Preferences) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setWindowTitle(f"{station} · {tr('联络站前台')}")
        self._places: list[_PlaceButton] = []
        self.made: dict[Place, Page] = {}
        self._pages = QStackedWidget()
        self.title = Elided("title")
        self.subtitle = Elided("small")
        self.note = label("", "small")
        self.backup_said, self.export_said = Said(), Said()
        self.lock_button = Button(
            tr("锁定"), self.locking.emit, kind="strip", picture="lock", key=KEY
        )
        self.look = LookButtons(preferences)
        self._rail = self._build_rail(station)
        self._lay_out(user)
        news().changed.connect(self._fold)
        QShortcut(QKeySequence("F2"), self, self.registering.emit)
        LockKey(self, self.locking.emit)

    def add(self, place: Place) -> None:
        """Offer a place; Ctrl and its number go there, and its page is made for the first visit."""
        button = _PlaceButton(place, lambda: self.go_to(self.page_of(place)))
        self._places.append(button)
        (self._rail_foot if place.is_at_foot else self._rail_places).addWidget(button)
        key = f"Ctrl+{len(self._places)}"
        button.setToolTip(f"{place.title}  {key}")
        QShortcut(QKeySequence(key), self, lambda: self.go_to(self.page_of(place)))
        self._fold()

    def page_of(self, place: Place) -> Page:
        """Return the page of a place, made the first time it is asked for."""
        if place not in self.made:
            self.made[place] = place.make()
            self._pages.addWidget(self.made[place])
        return self.made[place]

    def say_day(self, day: date) -> None:
        """Say in the top bar which day it is."""
        weekdays = (tr("一"), tr("二"), tr("三"), tr("四"), tr("五"), tr("六"), tr("日"))
        words = tr("{year}年{month}月{day}日　星期{weekday}")
        weekday = weekdays[day.weekday()]
        self.subtitle.show_text(
            words.format(year=day.year, month=day.month, day=day.day, weekday=weekday)
        )

    @property
    def page(self) -> QWidget | None:
        """The page in front."""
        return self._pages.currentWidget()

    def go_to(self, page: Page, then: Callable[[], object] | None = None) -> None:
        """Put down the page in front, show another and begin it, or do `then` instead."""
        former = self._pages.currentWidget()
        if isinstance(former, Page) and former is not page and former.isVisible():
            former.put_down(lambda: self._show_page(page, then or page.begin))
        else:
            self._show_page(page, then or page.begin)

    def _show_page(self, page: Page, then: Callable[[], object]) -> None:
        self._pages.setCurrentWidget(page)
        for button in self._places:
            is_here = self.made.get(button.place) is page
            button.setChecked(is_here)
            if is_here:
                self.title.show_text(button.place.title)
        then()

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
        self._rail_foot = QVBoxLayout()
        self._rail_foot.setContentsMargins(0, 0, 0, 8)
        column.addLayout(self._rail_foot)
        return rail

    def _build_top_bar(self, user: str) -> QFrame:
        bar, row = _frame("topbar", QHBoxLayout)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(16)
        row.addWidget(self.title, 3)
        row.addWidget(self.subtitle, 2)
        self.search_row = QHBoxLayout()
        row.addLayout(self.search_row, 3)
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
        row.setSpacing(16)
        for said in (self.backup_said, self.export_said):
            row.addWidget(said)
        row.addWidget(self.note, 1)
        row.addWidget(self.lock_button)
        row.addWidget(self.look)
        name = label("", "small")
        show_typed(name, user)
        row.addWidget(name)
        return strip


class Said(QWidget):
    """One fact of the status strip: a mark and its words; neither says it alone."""

    def __init__(self) -> None:
        super().__init__()
        self.words = label("", "small")
        self._mark = Picture("check_circle", "ok", 16)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._mark)
        row.addWidget(self.words)
        self.hide()

    def say(self, text: str, is_well: bool) -> None:
        """Show words under the mark of what is well, or of what wants to be looked at."""
        self.words.setText(text)
        self._mark.show_icon(*(("check_circle", "ok") if is_well else ("warning", "warn")))
        self.setVisible(bool(text))


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
