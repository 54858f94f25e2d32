"""What is carried to another day, by the mouse or by the keys, and what that would do."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QLabel, QWidget

from liaison_desktop.desk.agenda import AgendaRow
from liaison_desktop.model.texts import visible
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.pages.calendar_grid import CalendarGrid
from liaison_desktop.ui.pages.calendar_sheet import Sheet, Thing
from liaison_desktop.ui.pages.calendar_words import day_words, heading
from liaison_desktop.ui.texts import label

_AWAY = QPoint(14, 18)
"""From the pointer to what is said beside it."""


class Carry(QObject):
    """`dropped` carries the thing, the day, and the session that a deputy is dropped on or None."""

    dropped = Signal(object, object, object)
    ended = Signal()

    def __init__(self, grid: CalendarGrid, page: QWidget) -> None:
        super().__init__(page)
        self._grid, self._page = grid, page
        self._day: date | None = None
        self._onto: AgendaRow | None = None
        self._is_by_keys = False
        self.sheet: Sheet | None = None
        self.thing: Thing | None = None
        self.tip, self.ghost = _floating("tip", page), _floating("ghost", page)
        grid.moved.connect(self._follow_keys)

    def begin(self, thing: Thing, *, by_keys: bool = False) -> None:
        """Take up a thing."""
        self.let_go()
        self.thing, self._is_by_keys = thing, by_keys
        self.ghost.setText(_called(thing))
        self.ghost.adjustSize()
        if by_keys:
            self._follow_keys()

    def go(self, point: QPoint) -> None:
        """Follow the pointer."""
        if self.thing is not None and not self._is_by_keys:
            day, row = self._grid.at(point)
            self._aim(day, row, point)
            self.ghost.move(self._page.mapFromGlobal(point) - QPoint(8, 10))
            self.ghost.show()
            self.ghost.raise_()
            self.tip.raise_()

    def drop(self, point: QPoint) -> None:
        """Let the thing stay where the pointer is; outside the days it goes back."""
        self.go(point)
        self.put()

    def put(self) -> None:
        """Let the thing stay where it is aimed at."""
        thing, day, onto = self.thing, self._day, self._onto
        self.let_go()
        if thing is None or day is None:
            return
        if not (isinstance(thing, AgendaRow) and thing.day == day):
            self.dropped.emit(thing, day, onto)

    def let_go(self) -> None:
        """Leave everything as it was."""
        was_carrying = self.thing is not None
        self.thing = self._day = self._onto = None
        self.tip.hide()
        self.ghost.hide()
        self._grid.mark_carried(None, None)
        if was_carrying:
            self.ended.emit()

    def _follow_keys(self) -> None:
        if self.thing is not None and self._is_by_keys:
            entry = self._grid.entry
            place = self._grid.place_of(self._grid.day)
            self._aim(self._grid.day, entry.row if entry else None, place - _AWAY)

    def _aim(self, day: date | None, pointed: AgendaRow | None, point: QPoint) -> None:
        thing, sheet = self.thing, self.sheet
        if thing is None or sheet is None:
            return
        self._day = day
        is_row = isinstance(thing, AgendaRow)
        self._onto = None if is_row or day is None else sheet.session_for(day, pointed)
        self._grid.mark_carried(thing.link if isinstance(thing, AgendaRow) else None, day)
        if day is None:
            self.tip.hide()
            return
        self.tip.setText(self._words(thing, day, sheet))
        self.tip.adjustSize()
        inside = self._page.mapFromGlobal(point) + _AWAY
        edge = self._page.rect().bottomRight() - self.tip.rect().bottomRight()
        self.tip.move(max(min(inside.x(), edge.x()), 0), max(min(inside.y(), edge.y()), 0))
        self.tip.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self.tip, QAccessible.Event.Alert))

    def _words(self, thing: Thing, day: date, sheet: Sheet) -> str:
        if isinstance(thing, AgendaRow):
            first = tr("移到 {day} {time}").format(day=day_words(day), time=thing.starts)
        elif self._onto is not None:
            what = heading(self._onto)
            first = tr("加入 {day} {what}").format(day=day_words(day), what=what)
        else:
            first = tr("新建 {day} 接待日").format(day=day_words(day))
        found = sheet.against(thing, day, self._onto)
        second = tr("；").join(found) if found else tr("没有冲突")
        how = tr("Ctrl+V 放下，Esc 取消") if self._is_by_keys else tr("松开完成，Esc 取消")
        return f"{first.strip()}\n{second} · {how}"


def _called(thing: Thing) -> str:
    if isinstance(thing, AgendaRow):
        return heading(thing)
    return visible(thing.who.name)


def _floating(name: str, page: QWidget) -> QLabel:
    """Return a hidden label that lies over the page and takes no press."""
    made = label("", "body")
    made.setObjectName(name)
    made.setParent(page)
    made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    made.hide()
    return made
