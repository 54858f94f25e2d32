"""照搬 — a new meeting takes over how an earlier one was prepared."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from liaison_desktop.desk.consultation_list import MeetingRow
from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.faults import Fault
from liaison_desktop.model.texts import visible
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.choice import Choice
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.pages.linked_matters import Linked, linked_of
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.texts import label

OFFERED = 50
"""Earlier meetings that are offered, the last held first."""


class CopyFrom(QWidget):
    """`chosen` carries the earlier meeting and the matters it names; hidden where there is none."""

    chosen = Signal(object, object)

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self.choice = Choice()
        self.choice.say_name(tr("照搬哪一次"))
        self.button = Button(tr("照搬"), self._take, kind="small", picture="read_back")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(label(tr("照搬以前的一次："), "body"))
        row.addWidget(self.choice, 1)
        row.addWidget(self.button)
        self.choice.entered.connect(self._take)
        self.hide()

    def begin(self) -> None:
        """Read which meetings there are."""
        task = partial(self._room.desk.talk.meetings.rows, OFFERED)
        self._room.worker.ask(self, task, self._offer, self._say_nothing)

    def _offer(self, rows: Sequence[MeetingRow]) -> None:
        self.choice.offer([(visible(f"{row.held_on}　{row.title}"), row.uid) for row in rows])
        self.setVisible(bool(rows))

    def _take(self) -> None:
        uid = self.choice.value()
        if uid is not None:
            task = partial(_load, self._room.desk, uid)
            self._room.worker.ask(
                self, task, lambda told: self.chosen.emit(*told), self._say_nothing
            )

    def _say_nothing(self, _fault: Fault) -> None:
        """Offer nothing: the form can be filled all the same."""


def _load(desk: Desk, uid: UUID) -> tuple[Consultation, list[Linked]]:
    earlier = desk.talk.meetings.load(uid)
    return earlier, linked_of(desk, earlier)
