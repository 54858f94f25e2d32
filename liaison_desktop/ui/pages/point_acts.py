"""A point that is added to the agenda while the meeting is held."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from liaison_desktop.model.consultation import AgendaItem, Consultation
from liaison_desktop.model.faults import Fault
from liaison_desktop.model.uids import new_uid
from liaison_desktop.ui.pages.fields_draft import FieldsDraft

if TYPE_CHECKING:
    from liaison_desktop.ui.pages.meeting_record import LiveRecord

TOPIC = "topic"


class PointActs(QObject):
    """Saves a new point; its title is a draft until then, and stands there again if refused."""

    def __init__(self, record: LiveRecord) -> None:
        super().__init__(record)
        self._record = record
        self.draft = FieldsDraft(record.room, self)
        self.draft.not_kept.connect(record.not_kept)
        record.agenda.adding.connect(self.add)
        record.agenda.asking.connect(self._keep)
        record.agenda.title.changed.connect(self.draft.touch)

    def let_go(self) -> None:
        """Ask for no title; what is typed of one stays as a draft."""
        self.draft.lay_by()
        self._record.agenda.let_go()

    def ask_again(self, about: UUID, act: str) -> bool:
        """Ask for the title that was being typed, False where it is of another meeting."""
        is_here = self._is_of(about) and act == TOPIC
        if is_here:
            self._record.agenda.begin_adding()
        return is_here

    def add(self, title: str) -> None:
        """Add a point at the end of the agenda, and go there when it is saved."""
        record = self._record
        if record.meeting is None:
            return
        seen, desk = record.meeting.consultation, record.room.desk
        kept = [AgendaItem(uid=one.uid, title=one.title) for one in seen.agenda]
        added = AgendaItem(uid=new_uid(desk.now()), title=title)
        task = partial(desk.talk.meetings.correct, seen, {"agenda": [*kept, added]})
        done = partial(self._added, added.uid)
        self.draft.answer()
        record.room.worker.ask(self, task, done, partial(self._refused, title))

    def _keep(self) -> None:
        meeting = self._record.meeting
        if meeting is not None and self.draft.act is None:
            uid = meeting.consultation.uid
            self.draft.begin(uid, TOPIC, {"title": self._record.agenda.title})

    def _is_of(self, about: UUID) -> bool:
        meeting = self._record.meeting
        return meeting is not None and meeting.consultation.uid == about

    def _added(self, uid: UUID, one: Consultation) -> None:
        self.draft.end()
        self._record.added_point(uid, one)

    def _refused(self, title: str, fault: Fault) -> None:
        self.draft.refuse()
        self._record.refuse(fault)
        self._record.agenda.begin_adding(title)
