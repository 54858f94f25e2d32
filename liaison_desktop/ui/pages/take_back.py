"""撤销 beside what was just done in one act, for as long as that is the last thing done."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal

from liaison_desktop.model.base import Record
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.room import Room


class TakeBack(Button):
    """Hidden while there is nothing; `undone` comes when it was done, `failed` with why not."""

    undone = Signal()
    failed = Signal(object)

    def __init__(self, room: Room) -> None:
        super().__init__(tr("撤销"), self._undo, kind="small", picture="undo")
        self._room = room
        self._records: Sequence[Record] = ()
        self.hide()

    def offer(self, records: Sequence[Record]) -> None:
        """Offer to take back the act of these records; of none, offer nothing more."""
        self._records = records
        self.setVisible(bool(records))

    def _undo(self) -> None:
        records, self._records = self._records, ()
        self.hide()
        if records:
            task = partial(self._room.desk.talk.undo, records)
            self._room.worker.ask(self, task, lambda _count: self.undone.emit(), self.failed.emit)
