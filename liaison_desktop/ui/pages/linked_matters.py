"""议题来源 — the matters that a topic came from, found by number or by what they are about."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.search import Group, Hit
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.faults import Fault, NotFound
from liaison_desktop.model.finding import Found
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.texts import visible
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import RowButton, clear
from liaison_desktop.ui.field import Field
from liaison_desktop.ui.found_list import told
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.newest import Newest
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.suggestions import Suggestions

Linked = tuple[str, str, str]
"""The uid, the number and the title of one matter."""


class LinkedMatters(QWidget):
    """`opening` carries the number of a matter that is to be looked at."""

    changed = Signal()
    opening = Signal(str)

    def __init__(self, room: Room, page: QWidget) -> None:
        super().__init__()
        self._room = room
        self._linked: list[Linked] = []
        self._newest = Newest(self, room.worker)
        self.line = Line(tr("编号，或事项里的词"))
        self.field = Field(tr("关联事项"), self.line)
        self.suggestions = Suggestions(self.line, page, tr("找到的事项"))
        self.suggestions.picked.connect(self._take)
        self.line.typing.connect(self._look_for)
        self.line.entered.connect(self._take_number)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 12, 6)
        column.addWidget(self.field)
        column.addLayout(self._rows)

    def value(self) -> list[Linked]:
        """Return the matters in the order in which they were linked."""
        return list(self._linked)

    def set_value(self, linked: Sequence[Linked]) -> None:
        """Show these matters."""
        self._linked = list(linked)
        clear(self._rows)
        for one in self._linked:
            self._rows.addLayout(self._row(one))

    def _row(self, one: Linked) -> QHBoxLayout:
        _uid, number, title = one
        off = Button("", partial(self._take_off, one), kind="ghost", picture="close")
        off.setAccessibleName(tr("不再关联 {number}").format(number=number))
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(RowButton(visible(title), number, partial(self.opening.emit, number)), 1)
        row.addWidget(off)
        return row

    def _take_off(self, one: Linked) -> None:
        self.set_value([kept for kept in self._linked if kept != one])
        self.line.setFocus()
        self.changed.emit()

    def _look_for(self, text: str) -> None:
        self.field.show_message("", "")
        if text.strip():
            task = partial(self._room.desk.search.find, text.strip(), (Found.MATTER,))
            self._newest.ask(task, self._offer, self._say_nothing)
        else:
            self._newest.forget()
            self.suggestions.offer([])

    def _offer(self, groups: Sequence[Group]) -> None:
        hits = [hit for group in groups for hit in group.hits]
        self.suggestions.offer([(told(hit), hit) for hit in hits])

    def _take(self, hit: object) -> None:
        if isinstance(hit, Hit):
            self._add((str(hit.uid), hit.number, hit.title))

    def _take_number(self) -> None:
        """Take the matter whose number is typed; say it where there is none."""
        number = self.line.value().strip()
        if number:
            task = partial(self._room.desk.matters.load, number)
            self._room.worker.ask(self, task, self._take_matter, self._miss)

    def _take_matter(self, matter: Matter) -> None:
        self._add((str(matter.uid), matter.number, matter.title))

    def _miss(self, _fault: Fault) -> None:
        self.field.show_message(tr("没有这个编号的事项；请从下面的名单里选"), "danger")

    def _add(self, one: Linked) -> None:
        self.line.set_value("")
        self.suggestions.hide()
        if one[0] not in {kept[0] for kept in self._linked}:
            self.set_value([*self._linked, one])
            self.changed.emit()

    def _say_nothing(self, _fault: Fault) -> None:
        """Offer nothing: the number can be typed all the same."""


def linked_of(desk: Desk, meeting: Consultation) -> list[Linked]:
    """Return the matters that a meeting names; one that is not here any more is told by its uid."""
    linked = []
    for one in meeting.linked:
        uid = str(one.matter_uid)
        try:
            matter = desk.matters.load(uid)
        except NotFound:
            linked.append((uid, uid, tr("本机没有这件事项")))
        else:
            linked.append((uid, matter.number, matter.title))
    return linked
