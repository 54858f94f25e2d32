"""签到 — people are ticked off by keys as they come; who walks in is added in one line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.drafts import KeptDraft
from liaison_desktop.desk.sign_in_list import Facts, find_among
from liaison_desktop.model.authorize import Action, authorize
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import ConsultationState as State
from liaison_desktop.model.faults import Fault
from liaison_desktop.model.participant import Participant
from liaison_desktop.model.schedule_words import Presence
from liaison_desktop.model.sign_in import Attendance, count_attendance
from liaison_desktop.model.texts import visible
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.field import Field
from liaison_desktop.ui.frames import frame
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.pages.adding_people import AddButtons, WalkInLine
from liaison_desktop.ui.pages.meeting_widget import MeetingWidget
from liaison_desktop.ui.pages.participant_card import ParticipantCard
from liaison_desktop.ui.pages.participant_sheet import PARTICIPANT
from liaison_desktop.ui.pages.sign_in_rows import KEYS, SignInRows, presence_in_words
from liaison_desktop.ui.pages.take_back import TakeBack
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.texts import label

TOLD_MS = 600
"""After the last press of several, until the head and 今天 count again."""

NO_BREAK = "\u00a0"
"""Between the numbers of one 产生方式, which stand on one line."""


@dataclass(frozen=True)
class Signed:
    """What the part shows: the meeting, who takes part, and what was typed and not saved."""

    meeting: Consultation
    participants: Sequence[Participant]
    drafts: Sequence[KeptDraft]
    deputies: list[str]


class SignInPanel(MeetingWidget):
    """The keys are in the line of finding or in the list; a digit signs the chosen row in."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.meeting: Consultation | None = None
        self.participants: list[Participant] = []
        self._deputies: list[str] = []
        self.banner = Banner()
        self.total, self.origins = label("", "section"), label("", "muted", wraps=True)
        self.line = _FindLine()
        self.finding = Field(tr("找人（姓名、拼音或单位），再按 1 到会 2 请假 3 缺席"), self.line)
        self.rows = SignInRows()
        self.card = ParticipantCard(room)
        self.walk_in = WalkInLine(room)
        self.adding, self.take_back = AddButtons(room), TakeBack(room)
        self.new_button = Button(tr("逐项填写"), self.add_whole, kind="small", picture="plus")
        self._to_save: list[tuple[Participant, Presence | None]] = []
        self._later = QTimer(self, singleShot=True, interval=TOLD_MS)
        self._later.timeout.connect(self.changed)
        self._lay_out()
        self._connect()

    def open(self, uid: UUID) -> None:
        """Read who takes part in a meeting anew; what is typed of this same meeting stays."""
        if self._uid != uid:
            self.banner.clear()
            self.take_back.offer(())
        task = partial(_load, self.room.desk, uid)
        self.room.worker.ask(self, task, self._show, self._refuse)

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed, then go on."""
        self._save_pressed()
        if self._later.isActive():
            self._later.stop()
            self.changed.emit()
        self.card.put_down(partial(self.walk_in.put_down, then))

    def step_back(self) -> bool:
        """Go from a participant's form back to the list; False where the list is in front."""
        if self.card.isHidden():
            return False
        self.card.give_up()
        return True

    def sign_in(self, presence: Presence | None) -> None:
        """Say of the chosen participant whether he came, and go on to the next."""
        one = self.rows.chosen()
        if one is None or not self._may_change():
            return
        self.rows.model_of.press(one, presence)
        self._count()
        self._to_save.append((one, presence))
        QTimer.singleShot(0, self, self._save_pressed)  # when it is painted
        words = tr("{name}：{presence}")
        said = words.format(name=visible(one.name), presence=presence_in_words(presence))
        self.finding.show_message(said, "")
        if self.line.value():
            self.line.set_value("")
            self.rows.choose(self.rows.model_of.place_of(one.uid))
        elif self.rows.hasFocus():
            self.rows.step(1)

    def correct(self) -> None:
        """Open the chosen participant beside the list."""
        one = self.rows.chosen()
        if one is not None and self._uid is not None and self._may_change():
            opens = partial(self.card.open, self._uid, one, self._deputies)
            self.card.put_down(opens)

    def add_whole(self) -> None:
        """Open an empty form for one more participant."""
        if self._uid is not None and self._may_change():
            self.card.put_down(partial(self.card.open, self._uid, None, self._deputies))

    def _show(self, signed: Signed) -> None:
        is_same = self._uid == signed.meeting.uid
        self.meeting, self._uid = signed.meeting, signed.meeting.uid
        self._deputies = signed.deputies
        self.participants = list(signed.participants)
        self.rows.model_of.pressed.clear()
        self._show_rows()
        self._count()
        may = self._may_change()
        for widget in (self.walk_in, self.adding, self.new_button):
            widget.setVisible(may)
        self.walk_in.open(signed.meeting, signed.drafts, is_same=is_same)
        self.adding.open(signed.meeting, self.participants)
        if not is_same:
            self.line.set_value("")
            self.rows.choose(0)
            self._resume(signed)
        if self.isVisible() and not is_same:
            self.line.setFocus()

    def _resume(self, signed: Signed) -> None:
        """Open what was typed of a participant and not saved."""
        self.card.hide()
        for draft in signed.drafts:
            if draft.body.get("name") is not None and self._may_change():
                one = next((one for one in self.participants if one.uid == draft.uid), None)
                self.card.open(signed.meeting.uid, one, signed.deputies, draft)
                return
        self.card.ask.take_up(self._ask_again)

    def _ask_again(self, about: UUID, act: str) -> bool:
        one = next((one for one in self.participants if one.uid == about), None)
        is_here = one is not None and self._may_change() and act == "withdraw"
        if is_here and self._uid is not None:
            self.card.open(self._uid, one, self._deputies)
            self.card.ask_withdraw()
        return is_here

    def _show_rows(self) -> None:
        """Show who may be meant by what is typed; the chosen one stays so if he is among them."""
        chosen = self.rows.chosen()
        places = find_among(_facts_of(self.participants), self.line.value())
        self.rows.model_of.show_rows([self.participants[place] for place in places])
        place = self.rows.model_of.place_of(chosen.uid) if chosen else -1
        self.rows.choose(0 if self.line.value().strip() else max(place, 0))

    def _save_pressed(self) -> None:
        """Let the store have what was pressed; until now it was only painted."""
        to_save, self._to_save = self._to_save, []
        for one, presence in to_save:
            task = partial(_sign_in, self.room.desk, one.uid, presence)
            self.room.worker.ask(self, task, self._signed, partial(self._not_signed, one))

    def _signed(self, one: Participant) -> None:
        self._put(one)
        self._later.start()

    def _not_signed(self, one: Participant, fault: Fault) -> None:
        self.rows.model_of.pressed.pop(one.uid, None)
        self.rows.model_of.put(one)
        self._refuse(fault)

    def _put(self, one: Participant) -> None:
        """Have a participant in the list as he is in the store."""
        known = [row.uid for row in self.participants]
        if one.uid in known:
            self.participants[known.index(one.uid)] = one
            self.rows.model_of.put(one)
        else:
            self.participants.append(one)
            self._show_rows()
        self._count()

    def _saved(self, one: Participant) -> None:
        self._put(one)
        self.rows.choose(self.rows.model_of.place_of(one.uid))
        self.banner.say(tr("{name} 已保存。").format(name=visible(one.name)), "ok")
        self._later.start()

    def _withdrawn(self, one: Participant) -> None:
        self.participants = [row for row in self.participants if row.uid != one.uid]
        self._show_rows()
        self._count()
        self.banner.say(tr("{name} 已撤回。").format(name=visible(one.name)), "ok")
        self._later.start()

    def _walked_in(self, one: Participant) -> None:
        self._put(one)
        self.rows.choose(self.rows.model_of.place_of(one.uid))
        facts = [one.name, one.body, tr(word(one.origin)), presence_in_words(one.presence)]
        words = tr("、").join(fact for fact in facts if fact)
        self.banner.say(tr("已加入：{words}").format(words=visible(words)), "ok")
        self._later.start()

    def _added(self, people: Sequence[Participant]) -> None:
        self.banner.say(tr("已加入 {count} 人。").format(count=len(people)), "ok")
        self.take_back.offer(people[:1])  # one tells of the act
        self._read_anew()

    def _undone(self) -> None:
        self.banner.say(tr("已撤销。"), "ok")
        self._read_anew()

    def _read_anew(self) -> None:
        if self._uid is not None:
            self.open(self._uid)
        self._later.start()

    def _count(self) -> None:
        pressed = self.rows.model_of.pressed
        counted = count_attendance(self.participants, pressed)
        words = tr("应到 {expected}　实到 {present}　请假 {on_leave}　缺席 {absent}")
        self.total.setText(words.format(**_numbers(counted)))
        words = tr("{way}：应到 {expected} 实到 {present} 请假 {on_leave} 缺席 {absent}")
        ways = [
            words.format(way=tr(word(origin)), **_numbers(here)).replace(" ", NO_BREAK)
            for origin, here in counted.by_origin.items()
            if here.expected or here.present
        ]
        self.origins.setText(" · ".join(ways))
        self.origins.setVisible(len(ways) > 1)

    def _begin_finding(self, text: str) -> None:
        """Let what is typed in the list go on in the line of finding."""
        self.line.setFocus()
        self.line.insert(text)

    def _refuse(self, fault: Fault) -> None:
        self.banner.say(say(fault), "danger")

    def _may_change(self) -> bool:
        desk = self.room.desk
        may = authorize(desk.user.roles_on(desk.today()), Action.KEEP_CONSULTATION)
        frozen = {State.SIGNED, State.CANCELLED}
        return may and self.meeting is not None and self.meeting.state not in frozen

    def _connect(self) -> None:
        self.line.changed.connect(self._show_rows)
        self.line.stepped.connect(self.rows.step)
        self.line.pressed.connect(self.sign_in)
        self.line.entered.connect(self.rows.setFocus)
        self.rows.pressed.connect(self.sign_in)
        self.rows.opened.connect(self.correct)
        self.rows.typed.connect(self._begin_finding)
        self.card.saved.connect(self._saved)
        self.card.withdrawn.connect(self._withdrawn)
        self.card.left.connect(self.rows.setFocus)
        self.card.keeper.failed.connect(self.not_kept)
        self.card.ask.not_kept.connect(self.not_kept)
        self.walk_in.added.connect(self._walked_in)
        self.walk_in.failed.connect(self._refuse)
        self.walk_in.keeper.failed.connect(self.not_kept)
        self.adding.added.connect(self._added)
        self.take_back.undone.connect(self._undone)
        self.take_back.failed.connect(self._refuse)
        self.adding.failed.connect(self._refuse)
        QShortcut(QKeySequence("Ctrl+F"), self, self.line.setFocus)
        QShortcut(QKeySequence("F7"), self, self.walk_in.line.setFocus)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self._save_card)

    def _save_card(self) -> None:
        if not self.card.isHidden():
            self.card.save()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.total)
        head.addStretch(1)
        for widget in (self.take_back, self.adding, self.new_button):
            head.addWidget(widget)
        box = frame("card")
        inner = QVBoxLayout(box)
        inner.setContentsMargins(1, 8, 1, 8)
        line = QHBoxLayout()
        line.setContentsMargins(14, 0, 14, 0)
        line.addWidget(self.finding)
        inner.addLayout(line)
        inner.addWidget(self.rows, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 0, 14, 0)
        foot.addWidget(self.walk_in)
        inner.addLayout(foot)
        columns = QHBoxLayout()
        columns.setSpacing(14)
        columns.addWidget(box, 3)
        columns.addWidget(self.card, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.origins)
        column.addWidget(self.banner)
        column.addLayout(columns, 1)


class _FindLine(Line):
    """The line of finding: arrows go through the list, and a digit signs in whom they stand at.

    No name holds a digit, so that one is never what is looked for here.
    """

    stepped = Signal(int)
    pressed = Signal(object)

    def __init__(self) -> None:
        super().__init__(tr("如 mxy"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        text = event.text()
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        elif text and text in KEYS and not self.preedit:
            self.pressed.emit(KEYS[text])
        else:
            super().keyPressEvent(event)


def _load(desk: Desk, uid: UUID) -> Signed:
    meeting = desk.talk.meetings.load(uid)
    drafts = [d for d in desk.drafts.find(PARTICIPANT.form) if d.body.get("meeting") == str(uid)]
    deputies = [deputy.name for deputy in desk.deputies.find()]
    participants = desk.talk.participants.of(uid)
    find_among(_facts_of(participants), "a")  # their readings are made here, not under a key
    return Signed(meeting, participants, drafts, deputies)


def _numbers(counted: Attendance) -> dict[str, int]:
    """Return the numbers that are told, by name."""
    return {name: getattr(counted, name) for name in ("expected", "present", "on_leave", "absent")}


def _facts_of(participants: Sequence[Participant]) -> list[Facts]:
    return [(one.name, one.body, one.post, one.phone) for one in participants]


def _sign_in(desk: Desk, uid: UUID, presence: Presence | None) -> Any:
    participants = desk.talk.participants
    return participants.sign_in(participants.load(uid), presence)
