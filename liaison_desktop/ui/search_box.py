"""查找 — one line in the top bar of every page: Ctrl+K, type, choose, and it is open."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from liaison_desktop.desk.search import Group, Hit
from liaison_desktop.model.faults import Fault
from liaison_desktop.model.finding import Found
from liaison_desktop.model.ledger import Chosen
from liaison_desktop.ui.found_list import FoundList
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.icons import icon
from liaison_desktop.ui.line import Line, is_enter
from liaison_desktop.ui.newest import Newest
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.theme import current, news

SHOWN = 3
"""Hits of each kind: of four kinds a window of 1366 × 768 shows them all at once."""

EDGE = 8


class SearchBox(Line):
    """Every key asks at once, a preedit's Latin letters too; what a later key overtook is dropped.

    A person's choice shows the visits; what else is chosen is shown itself.
    """

    def __init__(self, room: Room, window: QWidget) -> None:
        super().__init__(tr("查找  Ctrl+K"))
        self.setObjectName("search")
        self.say_name(tr("查找：姓名、拼音、电话、编号、内容"))
        self._room, self._window = room, window
        self._newest = Newest(self, room.worker)
        self._former: QWidget | None = None
        self.found = FoundList(window)
        self.found.chosen.connect(self._open)
        self.typing.connect(self._look_for)
        self._glass = QAction(icon("search"), "", self)
        self.addAction(self._glass, Line.ActionPosition.LeadingPosition)
        news().changed.connect(self._draw_glass)
        QShortcut(QKeySequence("Ctrl+K"), window, self.begin)

    @Slot()
    def begin(self) -> None:
        """Take the focus; Esc gives it back."""
        focused = QApplication.focusWidget()
        if focused is not self:
            self._former = focused
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    @Slot()
    def _draw_glass(self) -> None:
        self._glass.setIcon(icon("search"))

    def put_away(self) -> None:
        """Show nothing that was found, and forget what was typed: it may be a name."""
        self._newest.forget()
        self.found.hide()
        self.found.clear()
        self.set_value("")

    def event(self, event: QEvent) -> bool:
        """Keep Esc from the page behind."""
        is_asked = event.type() is QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() == Qt.Key.Key_Escape:
            self._give_back()
        elif event.key() in steps and self.found.isVisible():
            self.found.step(steps[Qt.Key(event.key())])
        elif is_enter(event) and not self.preedit:
            self.found.take()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.found.hide()

    def _look_for(self, text: str) -> None:
        if text.strip():
            task = partial(self._room.desk.search.find, text, tuple(Found), SHOWN)
            self._newest.ask(task, self._show, _pass)
        else:
            self._newest.forget()
            self.found.hide()

    def _show(self, groups: list[Group]) -> None:
        if self.hasFocus():
            self.found.offer(groups)
            self._place()
            self.found.show()
            self.found.raise_()

    def _place(self) -> None:
        """Stand under the line, as wide as the window has room and no wider than is read."""
        corner = self.mapTo(self._window, QPoint(0, self.height() + 4))
        width = min(current().px(720), self._window.width() - 2 * EDGE)
        left = max(EDGE, min(corner.x(), self._window.width() - EDGE - width))
        room = self._window.height() - corner.y() - EDGE
        self.found.setGeometry(left, corner.y(), width, min(self.found.height_wanted(), room))

    def _give_back(self) -> None:
        former, self._former = self._former, None
        self.put_away()
        if former is not None and former.isVisible():
            former.setFocus()
        else:
            self.clearFocus()

    @Slot(object)
    def _open(self, hit: Hit) -> None:
        self.put_away()
        self._former = None
        self.clearFocus()
        _WAYS[hit.kind](self._room, hit)


def _show_visits_of(room: Room, hit: Hit) -> None:
    room.ways.to_visits.emit(Chosen(text=hit.title))


def _show_visit(room: Room, hit: Hit) -> None:
    room.ways.to_visit.emit(hit.number)


def _show_deputy(room: Room, hit: Hit) -> None:
    room.ways.to_deputy.emit(hit.uid)


def _show_matter(room: Room, hit: Hit) -> None:
    room.ways.to_matter.emit(hit.number)


def _show_consultation(room: Room, hit: Hit) -> None:
    room.ways.to_consultation.emit(hit.uid)


_WAYS: dict[Found, Callable[[Room, Hit], None]] = {
    Found.PERSON: _show_visits_of,
    Found.VISIT: _show_visit,
    Found.MATTER: _show_matter,
    Found.DEPUTY: _show_deputy,
    Found.CONSULTATION: _show_consultation,
}


def _pass(_fault: Fault) -> None:
    """Say nothing: the next key asks again."""
