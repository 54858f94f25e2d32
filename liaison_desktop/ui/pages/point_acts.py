"""A point that is added to the agenda while the meeting is held."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from liaison_desktop.model.consultation import AgendaItem
from liaison_desktop.model.faults import Fault
from liaison_desktop.model.uids import new_uid

if TYPE_CHECKING:
    from liaison_desktop.ui.pages.meeting_record import LiveRecord


class PointActs(QObject):
    """Saves a new point; the title of one that was refused stands there again."""

    def __init__(self, record: LiveRecord) -> None:
        super().__init__(record)
        self._record = record
        record.agenda.adding.connect(self.add)

    def add(self, title: str) -> None:
        """Add a point at the end of the agenda, and go there when it is saved."""
        record = self._record
        if record.meeting is None:
            return
        seen, desk = record.meeting.consultation, record.room.desk
        kept = [AgendaItem(uid=one.uid, title=one.title) for one in seen.agenda]
        added = AgendaItem(uid=new_uid(desk.now()), title=title)
        task = partial(desk.talk.meetings.correct, seen, {"agenda": [*kept, added]})
        done = partial(record.added_point, added.uid)
        record.room.worker.ask(self, task, done, partial(self._refused, title))

    def _refused(self, title: str, fault: Fault) -> None:
        self._record.refuse(fault)
        self._record.agenda.begin_adding(title)
