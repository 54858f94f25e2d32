"""疑似同一人 — the pairs among everybody known, found beside the desk, settled one by one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.same_people import Pair
from liaison_desktop.model.faults import Fault
from liaison_desktop.model.masking import mask_phone
from liaison_desktop.model.person import Person
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card, RowButton
from liaison_desktop.ui.dialogs import Dialog
from liaison_desktop.ui.frames import scrolling_column
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.pages.merge import MergeDialog
from liaison_desktop.ui.pages.same_person import reasons_of
from liaison_desktop.ui.room import Room

MOST = 100
"""Pairs shown at once; the likeliest come first, and settled ones make room."""


class PairsDialog(Dialog):
    """What is said here to be two is never listed again."""

    def __init__(self, room: Room, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = room
        self.setWindowTitle(tr("疑似同一人"))
        self.resize(820, 560)
        self.banner = Banner()
        self.card = Card(tr("疑似同一人"), "users", "warn")
        self._lay_out()
        self.load()

    def load(self) -> None:
        """Look through everybody anew; registering goes on meanwhile."""
        self.card.clear()
        self.card.add_words(tr("正在比对人员，登记不受影响……"))
        self._room.run_errand(self, _pairs, self._show, self._refuse)

    def _show(self, pairs: Sequence[Pair]) -> None:
        self.card.clear()
        self.card.show_badge(str(len(pairs)) if pairs else "", "warn")
        for pair in pairs:
            self._add(pair)
        if not pairs:
            self.card.add_words(tr("没有疑似重复的人员。"), "body")

    def _add(self, pair: Pair) -> None:
        merge = partial(self._merge, pair)
        names = f"{_short(pair.first)}　／　{_short(pair.second)}"
        row = RowButton(names, reasons_of(pair.likeness), merge)
        row.add(Button(tr("关联……"), merge, kind="small"))
        row.add(Button(tr("不是同一人"), partial(self._part, pair), kind="small"))
        self.card.rows.addWidget(row)

    def _merge(self, pair: Pair) -> None:
        MergeDialog(self._room, pair.first, pair.second, self.load, self).open()

    def _part(self, pair: Pair) -> None:
        people = self._room.desk.same_people
        task = partial(people.say_not_same, pair.first.uid, pair.second.uid)
        self._room.worker.ask(self, task, lambda _nothing: self.load(), self._refuse)

    def _refuse(self, fault: Fault) -> None:
        self.card.clear()
        self.banner.say(say(fault), "danger")

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(Button(tr("关闭"), self.reject, key="Esc"))
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.addWidget(self.banner)
        column.addWidget(scrolling_column(self.card), 1)
        column.addLayout(buttons)


def _short(person: Person) -> str:
    """Return who is meant so that two of them fit into a line; the merge shows the rest."""
    return f"{person.name}　{mask_phone(person.phone)}".strip()


def _pairs(desk: Desk) -> list[Pair]:
    return desk.same_people.pairs(MOST)
