"""会后整理 — notes taken by hand or elsewhere become statements: pasted, looked at, taken over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from uuid import UUID, uuid5

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.drafts import KeptDraft
from liaison_desktop.desk.meeting import Meeting
from liaison_desktop.model.authorize import Action, authorize
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import ConsultationState as State
from liaison_desktop.model.consultation_words import StatementKind
from liaison_desktop.model.faults import Fault
from liaison_desktop.model.meeting_notes import Noted, read_notes
from liaison_desktop.model.statement import Statement
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.box import Box
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card
from liaison_desktop.ui.choice import Choice
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.newest import Newest
from liaison_desktop.ui.pages.draft_keeper import DraftKeeper
from liaison_desktop.ui.pages.fields_draft import FieldsDraft
from liaison_desktop.ui.pages.meeting_widget import MeetingWidget
from liaison_desktop.ui.pages.noted_list import (
    Chosen,
    NotedList,
    changed,
    chosen_in,
    rows_of,
    statements_from,
)
from liaison_desktop.ui.pages.receiver_names import ReceiverNames
from liaison_desktop.ui.pages.statement_rows import Said
from liaison_desktop.ui.room import Room

FORM = "meeting_notes"
SPEAKER = "speaker"
"""The act of saying who spoke."""
PAUSE_MS = 250
"""After the last key, before the notes are taken apart anew."""


class NotesBox(Box):
    """`undoing` comes where there is no text to take back."""

    undoing = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_undo = event.matches(QKeySequence.StandardKey.Undo)
        if is_undo and not self.value() and not self.document().isUndoAvailable():
            self.undoing.emit()
        else:
            super().keyPressEvent(event)


class MeetingNotes(MeetingWidget):
    """`changed` comes when notes were taken over, `not_kept` when the draft could not be kept."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.meeting: Meeting | None = None
        self.rows: list[tuple[Said, Noted]] = []
        self._noted: list[Noted] = []
        self._chosen: dict[str, Chosen] = {}
        self._taken: tuple[list[Statement], str, dict[str, Chosen]] | None = None
        self._named: UUID | None = None
        self._is_taking = False
        self.banner = Banner()
        self.pasted = Card(tr("会后整理"), "edit")
        self.preview = Card(tr("整理成"), "talk")
        self.box = NotesBox(
            tr("把笔记粘贴或打在这里，一行一条：姓名、冒号，然后是他说的话"), lines=6
        )
        self.box.say_name(tr("会议笔记"))
        self.list = NotedList()
        self.item = Choice()
        self.item.say_name(tr("收入哪个议程"))
        self.item.setPlaceholderText(tr("不分议题"))
        self.name = Line(tr("发言人，回车确定"))
        self.name.say_name(tr("改发言人"))
        self.names = ReceiverNames(self.name, self)
        self.take_button = Button(
            tr("收入记录"), self.take, kind="primary", picture="save", key=tr("Ctrl+回车")
        )
        self.undo_button = Button(tr("撤销"), self.undo, kind="small", picture="undo", key="Ctrl+Z")
        self.keeper = DraftKeeper(room.worker, room.desk.drafts, FORM, self)
        self.naming = FieldsDraft(room, self)
        self._is_to_take_up = False
        self._newest = Newest(self, room.worker)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._lay_out()
        self._connect()

    def open(self, uid: UUID) -> None:
        """Read a meeting anew; what is typed of this same meeting stays."""
        if uid != self._uid:
            self.keeper.end()
            self._uid, self.meeting, self._taken = uid, None, None
            self._chosen, self.rows = {}, []
            self._let_name_go()
            self._is_to_take_up = True
            self.box.set_value("")
            self.banner.clear()
        self.room.worker.ask(self, partial(_load, self.room.desk, uid), self._show, self._refuse)

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed, then go on."""
        QGuiApplication.inputMethod().commit()
        self.keeper.put_down(partial(self.naming.put_down, then))

    def take(self) -> None:
        """Take all over into the record, in one act, when all that is typed was taken apart."""
        QGuiApplication.inputMethod().commit()
        if not self.box.preedit and self._may():
            self._is_taking = True
            self._take_apart()

    def _take_rows(self) -> None:
        if self.meeting is None:
            return
        meeting = self.meeting.consultation
        people = {one.name: one for one in self.meeting.participants}
        now, item = self.room.desk.now(), self.item.value()
        statements = statements_from(meeting, self.rows, people, item, now)
        if not statements:
            self.banner.say(tr("还没有可以收入的内容。"), "warn")
            return
        self.keeper.rest()
        self.box.setReadOnly(True)  # what is saved is what stands there
        task = partial(_take_over, self.room.desk, meeting, statements)
        self.room.worker.ask(self, task, self._took, self._refuse)

    def undo(self) -> None:
        """Take back what was taken over while the record is open; the notes stand here again."""
        if self._taken is not None and self._may():
            statements, text, chosen = self._taken
            self._taken = None
            task = partial(self.room.desk.talk.undo, statements[:1])
            self.room.worker.ask(self, task, partial(self._undone, text, chosen), self._refuse)

    def _show(self, opened: tuple[Meeting, KeptDraft | None]) -> None:
        meeting, draft = opened
        if meeting.consultation.uid != self._uid:
            return
        is_first, self.meeting = self.meeting is None, meeting
        self.names.know([one.name for one in meeting.participants])
        item = self.item.value()
        self.item.offer([(one.title, one.uid) for one in meeting.consultation.agenda])
        self.item.setVisible(bool(meeting.consultation.agenda))
        self.item.set_value(item)
        self.take_button.setEnabled(self._may())
        if is_first:
            self._begin(draft)
        if is_first and self.isVisible():
            self.box.setFocus()
        self._take_apart()

    def _begin(self, draft: KeptDraft | None) -> None:
        if draft is not None:
            kept: Any = draft.body.get("chosen", {})
            self._chosen = {str(text): chosen_in(one) for text, one in dict(kept).items()}
            self.box.set_value(draft.body.get("text", ""))
            self.banner.say(tr("上次没有收入的笔记还在。"), "warn")
        if self._uid is not None:
            uid = _draft_of(self._uid)
            self.keeper.begin(uid, self._typed, is_kept=draft is not None)

    def _typed(self) -> Mapping[str, Any] | None:
        text = self.box.value()
        if not text.strip() or self._uid is None:
            return None
        chosen = {key: one.body() for key, one in self._chosen.items()}
        return {"meeting": str(self._uid), "text": text, "chosen": chosen}

    def _take_apart(self) -> None:
        self._pause.stop()
        if self.meeting is not None:
            task = partial(read_notes, self.box.value(), self.meeting.participants)
            self._newest.ask(task, self._show_noted, self._refuse)

    def _show_noted(self, noted: list[Noted]) -> None:
        self._noted = noted
        self._show_rows()
        if self._is_taking:
            self._is_taking = False
            self._take_rows()

    def _show_rows(self) -> None:
        if self._uid is None:
            return
        self.rows = rows_of(self._uid, self._noted, self._chosen)
        chosen = self.list.chosen()
        self.list.statements.show_rows([row for row, _noted in self.rows])
        if chosen is not None:
            self.list.choose(chosen.uid)
        elif self.rows:
            self.list.choose(self.rows[0][0].uid)
        if self.rows and self._is_to_take_up:
            self._is_to_take_up = False
            self.naming.take_up(self._name_again)
        count = sum(not row.is_late for row, _noted in self.rows)
        self.preview.show_badge(tr("{count} 条").format(count=count) if count else "")
        long = sum(one.is_continued for one in self._noted)
        if long:
            words = tr("有的内容太长，一条记不下，多分出 {count} 条，写明“接上条”。")
            self.banner.say(words.format(count=long), "warn")

    def _choose(self, uid: UUID, **changes: Any) -> None:
        """Change something of one row; it is kept with the draft."""
        for row, noted in self.rows:
            if row.uid == uid:
                was = self._chosen.get(noted.text, Chosen())
                self._chosen[noted.text] = changed(was, **changes)
        self._show_rows()
        self.keeper.touch()

    def _choose_kind(self, uid: UUID, kind: StatementKind) -> None:
        self._choose(uid, kind=kind)

    def _leave_out(self, uid: UUID) -> None:
        is_out = any(row.is_late for row, _noted in self.rows if row.uid == uid)
        self._choose(uid, is_left_out=not is_out)

    def _ask_name(self, uid: UUID) -> None:
        self._named = uid
        self.name.show()
        self.name.set_value(next(row.speaker for row, _one in self.rows if row.uid == uid))
        self.naming.begin(uid, SPEAKER, {"name": self.name})
        self.name.selectAll()
        self.name.setFocus()

    def _name_again(self, about: UUID, act: str) -> bool:
        is_here = act == SPEAKER and any(row.uid == about for row, _noted in self.rows)
        if is_here:
            self._ask_name(about)
        return is_here

    def _take_name(self) -> None:
        if self._named is not None:
            self.naming.answer()
            self._choose(self._named, speaker=self.name.value().strip())
            self.keeper.keep_now()
            self.naming.end()
        self._let_name_go()
        self.list.setFocus()

    def _let_name_go(self) -> None:
        self.naming.lay_by()
        self._named = None
        self.name.hide()

    def _took(self, statements: list[Statement]) -> None:
        self._taken = (statements, self.box.value(), self._chosen)
        self.box.setReadOnly(False)
        self.keeper.end()
        self._chosen = {}
        self.box.set_value("")
        self._begin(None)
        words = tr("已收入记录 {count} 条。")
        self.banner.say(words.format(count=len(statements)), "ok")
        self._tell_all()

    def _undone(self, text: str, chosen: dict[str, Chosen], _count: int) -> None:
        further = self.box.value().strip()
        self._chosen = chosen | self._chosen
        self.box.set_value(f"{text.rstrip()}\n\n{further}" if further else text)
        self.banner.say(tr("已撤销，笔记还在输入框里。"), "ok")
        self._tell_all()

    def _tell_all(self) -> None:
        if self._uid is not None:
            self.open(self._uid)
        self.changed.emit()

    def _refuse(self, fault: Fault) -> None:
        self.box.setReadOnly(False)
        self.keeper.keep_on()
        self.banner.say(say(fault), "danger")

    def _may(self) -> bool:
        desk = self.room.desk
        state = self.meeting.consultation.state if self.meeting else State.SIGNED
        may = authorize(desk.user.roles_on(desk.today()), Action.KEEP_CONSULTATION)
        return may and state in {State.PLANNED, State.RECORDING}

    def _connect(self) -> None:
        self.box.changed.connect(self._pause.start)
        self.box.changed.connect(self.keeper.touch)
        self.box.undoing.connect(self.undo)
        self._pause.timeout.connect(self._take_apart)
        self.keeper.failed.connect(self.not_kept)
        self.naming.not_kept.connect(self.not_kept)
        self.name.changed.connect(self.naming.touch)
        self.list.kind_chosen.connect(self._choose_kind)
        self.list.naming.connect(self._ask_name)
        self.list.leaving_out.connect(self._leave_out)
        self.name.entered.connect(self._take_name)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.take, context=inside)
        QShortcut(QKeySequence("Ctrl+Z"), self, self.undo, context=inside)

    def _lay_out(self) -> None:
        box = QVBoxLayout()
        box.setContentsMargins(12, 10, 12, 6)
        box.addWidget(self.box)
        self.pasted.rows.addLayout(box, 1)
        self.preview.head.addWidget(self.item, 1)
        self.preview.rows.addWidget(self.list, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 6, 12, 4)
        foot.setSpacing(8)
        foot.addWidget(self.name, 1)
        foot.addStretch(0)
        foot.addWidget(self.undo_button)
        foot.addWidget(self.take_button)
        self.name.hide()
        self.preview.rows.addLayout(foot)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.pasted, 4)
        row.addWidget(self.preview, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.banner)
        column.addLayout(row, 1)


def _draft_of(meeting: UUID) -> UUID:
    """Return the uid of the draft of the notes: that of the meeting is its own form's."""
    return uuid5(meeting, FORM)


def _load(desk: Desk, uid: UUID) -> tuple[Meeting, KeptDraft | None]:
    drafts = [one for one in desk.drafts.find(FORM) if one.uid == _draft_of(uid)]
    return desk.talk.meetings.meeting(uid), drafts[0] if drafts else None


def _take_over(desk: Desk, meeting: Consultation, statements: list[Statement]) -> list[Statement]:
    """Save all in one act; a meeting that was only planned was held, as its notes show."""
    if meeting.state is State.PLANNED:
        desk.talk.meetings.open(meeting)
    desk.talk.statements.register_all(statements, _draft_of(meeting.uid))
    return statements
