"""关联 — two people side by side: of each field that differs one value is chosen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.desk.same_people import GONE, KEPT, MERGED
from liaison_desktop.model.faults import Fault
from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.person import Person
from liaison_desktop.model.words import Word
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.dialogs import Dialog
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.segments import Segments
from liaison_desktop.ui.texts import label, show_typed


class MergeDialog(Dialog):
    """Nothing is lost: every visit keeps its words, and the two can be parted again."""

    def __init__(
        self,
        room: Room,
        kept: Person,
        gone: Person,
        merged: Callable[[], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._room, self._kept, self._gone, self._merged = room, kept, gone, merged
        self.setWindowTitle(tr("关联为一人"))
        self.choices: dict[str, Segments] = {}
        self.banner = Banner()
        self.merge_button = Button(
            tr("关联为一人"), self._merge, kind="primary", key=tr("Ctrl+回车")
        )
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.merge_button.click)
        self.cancel_button = Button(tr("不做了"), self.reject)
        self._lay_out()

    def _merge(self) -> None:
        chosen = {name: choice.value() or KEPT for name, choice in self.choices.items()}
        people = self._room.desk.same_people
        task = partial(people.merge, self._kept, self._gone, chosen)
        self._room.worker.ask(self, task, self._end, self._refuse)

    def _end(self, _kept: Person) -> None:
        self._room.ways.changed.emit()
        self._merged()
        self.accept()

    def _refuse(self, fault: Fault) -> None:
        self.banner.say(say(fault), "danger")

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        declared = fields_of(Person)
        for name in MERGED:
            one, other = getattr(self._kept, name), getattr(self._gone, name)
            if one or other:
                at = grid.rowCount()
                grid.addWidget(label(tr(declared[name].label), "muted"), at, 0)
                grid.addWidget(self._cell(name, one, other), at, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.merge_button)
        words = tr(
            "留下第一人，第二人并入：各次来访归到一起，来访里的话一字不动。"
            "以后可以在“人员”里恢复成两人。"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(14)
        column.addWidget(self.banner)
        column.addWidget(label(words, "muted", wraps=True))
        column.addLayout(grid)
        column.addStretch(1)
        column.addLayout(buttons)

    def _cell(self, name: str, one: Any, other: Any) -> QWidget:
        """Return both values to choose from where they differ, else the one there is."""
        if one and other and one != other:
            choice = Segments([("1", _said(one), KEPT), ("2", _said(other), GONE)])
            choice.say_name(tr(fields_of(Person)[name].label))
            choice.set_value(KEPT)
            self.choices[name] = choice
            return choice
        shown = label("", wraps=True)
        show_typed(shown, _said(one or other))
        return shown


def _said(value: object) -> str:
    return tr(word(value)) if isinstance(value, Word) else str(value or "")
