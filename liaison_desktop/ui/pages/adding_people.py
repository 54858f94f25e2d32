"""加入名单 — who walks in, in one line; deputies and members of the body, several at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.drafts import KeptDraft
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import ConsultationState as State
from liaison_desktop.model.consultation_words import Origin, ParticipantKind
from liaison_desktop.model.faults import Fault
from liaison_desktop.model.participant import Participant
from liaison_desktop.model.schedule_words import Presence
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.walk_in import LISTED, read_walk_in
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.field import Field
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.pages.draft_keeper import DraftKeeper
from liaison_desktop.ui.pages.participant_sheet import PARTICIPANT
from liaison_desktop.ui.pages.pick_people import Candidate, PickDialog
from liaison_desktop.ui.room import Room


class WalkInLine(QWidget):
    """`added` carries the new participant. Enter adds; the line is empty again for the next."""

    added = Signal(object)
    failed = Signal(object)

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self._meeting: Consultation | None = None
        self._uid: UUID | None = None
        self._is_adding = False
        self.line = Line(tr("姓名　单位　电话　产生方式，回车加入"))
        self.field = Field(tr("临时到会  F7"), self.line)
        self.keeper = DraftKeeper(room.worker, room.desk.drafts, PARTICIPANT.form, self)
        self.line.changed.connect(self.keeper.touch)
        self.line.entered.connect(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)

    def open(self, meeting: Consultation, drafts: Sequence[KeptDraft], *, is_same: bool) -> None:
        """Add to this meeting from now on; what was typed for it and not added stands there."""
        self._meeting = meeting
        words = tr("临时到会  F7") if self._is_walk_in(meeting) else tr("加入名单  F7")
        self.field.text = words
        self.field.require(False)
        self.line.say_name(words)
        if not is_same:
            draft = next((one for one in drafts if "line" in one.body), None)
            self.line.set_value(draft.body["line"] if draft else "")
            self._begin_draft(draft.uid if draft else None)

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed, then go on."""
        self.keeper.put_down(then)

    def add(self) -> None:
        """Register who is typed; during the meeting he walked in and is there."""
        meeting, typed = self._meeting, self.line.value()
        if meeting is None or self._uid is None or self._is_adding or not typed.strip():
            return
        who = read_walk_in(typed, {tr(word): one for word, one in LISTED.items()})
        desk = self._room.desk
        one = Participant(
            uid=self._uid,  # as its draft, which goes with the saving
            station_uid=meeting.station_uid,
            consultation_uid=meeting.uid,
            name=who.name,
            body=who.body,
            phone=who.phone,
            participant_kind=who.kind,
            origin=who.origin,
            is_walk_in=self._is_walk_in(meeting),
        )
        if one.is_walk_in:
            one.presence = Presence.PRESENT
            one.signed_at = desk.now() if meeting.is_held_at(desk.now()) else None
        self._is_adding = True
        self.keeper.rest()
        self._room.worker.ask(
            self, partial(_register, desk, one), partial(self._added, typed), self._fail
        )

    def _added(self, typed: str, one: Participant) -> None:
        self._is_adding = False
        self._begin_draft(None)
        if self.line.value() == typed:
            self.line.set_value("")
        self.keeper.touch()
        self.added.emit(one)

    def _fail(self, fault: Fault) -> None:
        self._is_adding = False
        self.keeper.keep_on()
        self.failed.emit(fault)

    def _begin_draft(self, uid: UUID | None) -> None:
        self._uid = uid or new_uid(self._room.desk.now())
        self.keeper.begin(self._uid, self._typed, is_kept=uid is not None)

    def _typed(self) -> dict[str, Any] | None:
        typed = self.line.value()
        if not typed.strip() or self._meeting is None:
            return None
        return {"line": typed, "meeting": str(self._meeting.uid)}

    def _is_walk_in(self, meeting: Consultation) -> bool:
        """Whether who is added now walked in: the meeting began, or it is its day."""
        is_day = meeting.held_on <= self._room.desk.today()
        return meeting.state is not State.PLANNED or is_day


class AddButtons(QWidget):
    """`added` carries the participants that were added, all of them in one act."""

    added = Signal(object)
    failed = Signal(object)

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self._meeting: Consultation | None = None
        self._there: set[str] = set()
        self.deputies = Button(tr("从代表名册"), self._pick_deputies, kind="small", picture="plus")
        self.members = Button(tr("从议事组织"), self._pick_members, kind="small", picture="plus")
        self._has_body = room.desk.station.kind.has_deliberation_body
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.deputies)
        row.addWidget(self.members)
        self.members.allow(self._has_body)

    def open(self, meeting: Consultation, there: Sequence[Participant]) -> None:
        """Add to this meeting from now on; who takes part already is not offered."""
        self._meeting = meeting
        self._there = {one.name.strip() for one in there}

    def _pick_deputies(self) -> None:
        self._ask(_deputies, tr("从代表名册加入"))

    def _pick_members(self) -> None:
        self._ask(_members, tr("从议事组织加入"))

    def _ask(self, find: Callable[[Desk, date], list[Candidate]], title: str) -> None:
        """Ask for those who are in office on the day of the meeting."""
        if self._meeting is None:
            return
        task = partial(find, self._room.desk, self._meeting.held_on)
        self._room.worker.ask(self, task, partial(self._offer, title), self.failed.emit)

    def _offer(self, title: str, people: Sequence[Candidate]) -> None:
        free = [one for one in people if one.name.strip() not in self._there]
        dialog = PickDialog(title, free, self)
        dialog.picked.connect(self._add)
        dialog.open()

    def _add(self, people: Sequence[Candidate]) -> None:
        if self._meeting is not None:
            task = partial(_register_all, self._room.desk, self._meeting, people)
            self._room.worker.ask(self, task, self.added.emit, self.failed.emit)


def _register(desk: Desk, one: Participant) -> Participant:
    desk.talk.participants.register(one)
    return desk.talk.participants.load(one.uid)


def _register_all(
    desk: Desk, meeting: Consultation, people: Sequence[Candidate]
) -> list[Participant]:
    made = [
        Participant(
            uid=new_uid(desk.now()),
            station_uid=meeting.station_uid,
            consultation_uid=meeting.uid,
            name=one.name,
            sex=one.sex,
            body=one.body,
            post=one.post,
            phone=one.phone,
            participant_kind=one.kind,
            origin=Origin.INVITED,
            deputy_uid=one.deputy_uid,
        )
        for one in people
    ]
    desk.talk.participants.register_all(made)
    return made


def _deputies(desk: Desk, day: date) -> list[Candidate]:
    return [
        Candidate(one.name, ParticipantKind.DEPUTY, one.sex, post=one.post, deputy_uid=one.uid)
        for one in desk.deputies.in_office(day)
    ]


def _members(desk: Desk, day: date) -> list[Candidate]:
    return [
        Candidate(
            one.name,
            ParticipantKind.MEMBER,
            one.sex,
            one.body,
            one.post,
            one.phone,
            one.deputy_uid,
        )
        for one in desk.talk.members.serving_on(day)
    ]
