"""常用语 of the station, changed where they are used: one a line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from liaison_desktop.desk.settings import StationSettings
from liaison_desktop.model.faults import Fault
from liaison_desktop.ui.box import Box
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.field import Field
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.pages.fields_draft import FieldsDraft
from liaison_desktop.ui.pages.inset_form import InsetForm
from liaison_desktop.ui.room import Room

PHRASES = "phrases"


class PhrasesForm(InsetForm):
    """`saved` carries the phrases as the station has them now; the head alone changes them.

    `ended` comes when nothing is asked here any more.
    """

    saved = Signal(object)
    ended = Signal()

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self.draft = FieldsDraft(room, self)
        self.field = Field(tr("常用语，一行一句"), Box(lines=3))
        self.save_button = Button(
            tr("保存"), self.save, kind="primary", picture="save", key=tr("Ctrl+回车")
        )
        self.back_button = Button(tr("返回"), self.give_up, key="Esc")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.back_button)
        row.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 10)
        column.addWidget(self.field)
        column.addLayout(row)
        self.field.control.changed.connect(self.draft.touch)
        self.hide()

    def begin(self, phrases: Sequence[str]) -> None:
        """Show the phrases to be changed."""
        self.field.set_value("\n".join(phrases))
        self.field.show_message("", "")
        self.draft.begin(self._room.desk.station.uid, PHRASES, {"phrases": self.field})
        self.show()
        self.field.control.setFocus()

    def take_up(self, phrases: Sequence[str]) -> None:
        """Show once more what was being typed of them."""
        self.draft.take_up(partial(self._ask_again, phrases))

    def save(self) -> None:
        """Keep the lines that are not empty."""
        QGuiApplication.inputMethod().commit()
        lines = [line.strip() for line in self.field.value().splitlines()]
        changes = {"phrases": [line for line in lines if line]}
        self.draft.answer()
        task = partial(self._room.desk.settings.change, changes)
        self._room.worker.ask(self, task, self._saved, self._refuse)

    def give_up(self) -> None:
        """Leave them as they are; what is typed stands there when they are to be changed again."""
        self.draft.put_away()
        self.hide()
        self.ended.emit()

    def _ask_again(self, phrases: Sequence[str], about: UUID, act: str) -> bool:
        is_here = (about, act) == (self._room.desk.station.uid, PHRASES)
        if is_here:
            self.begin(phrases)
        return is_here

    def _saved(self, settings: StationSettings) -> None:
        self.draft.end()
        self.hide()
        self.saved.emit(settings.phrases)
        self.ended.emit()

    def _refuse(self, fault: Fault) -> None:
        self.draft.refuse()
        self.field.show_message(say(fault), "danger")
