"""记录 — a meeting is typed as it is held: agenda, what is said, what is promised, who is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from liaison_desktop.desk.meeting import Meeting
from liaison_desktop.model.authorize import Action, authorize
from liaison_desktop.model.commitment import Commitment
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import ConsultationState as State
from liaison_desktop.model.consultation_words import StatementKind
from liaison_desktop.model.faults import Fault, NotSaved
from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.statement import Statement
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.pages.entry_draft import EntryDraft
from liaison_desktop.ui.pages.entry_panel import EntryPanel
from liaison_desktop.ui.pages.meeting_acts import MeetingActs
from liaison_desktop.ui.pages.meeting_agenda import Point
from liaison_desktop.ui.pages.meeting_read import OpenedRecord, load_record, what_first
from liaison_desktop.ui.pages.meeting_said import MeetingSaid
from liaison_desktop.ui.pages.meeting_widget import MeetingWidget
from liaison_desktop.ui.pages.phrases_form import PhrasesForm
from liaison_desktop.ui.pages.point_acts import PointActs
from liaison_desktop.ui.pages.promise_line import PromiseLine
from liaison_desktop.ui.pages.reason_ask import ReasonPanel
from liaison_desktop.ui.pages.record_columns import RecordColumns
from liaison_desktop.ui.pages.statement_acts import StatementActs
from liaison_desktop.ui.pages.statement_form import StatementForm, seen_uid
from liaison_desktop.ui.pages.statement_list import StatementList
from liaison_desktop.ui.pages.statement_rows import Keeping, Said, said, short
from liaison_desktop.ui.pages.statement_trail import StatementTrail
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.texts import label


class LiveRecord(MeetingWidget):
    """`changed` comes when the head or another part shows something else, `not_kept` of a draft."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.meeting: Meeting | None = None
        self._is_new = True
        self.said = MeetingSaid()
        self.acts = MeetingActs(room, self)
        self.list = StatementList()
        self.entry = EntryPanel(self)
        self.setFocusProxy(self.entry.box)
        self.promise, self.form = PromiseLine(room, self), StatementForm(room)
        self.phrases, self.trail = PhrasesForm(room), StatementTrail(room)
        below = [self.trail, self.promise, self.form, self.phrases, self.entry]
        self.columns = RecordColumns(below, self.list)
        self.agenda = self.columns.agenda
        self.draft = EntryDraft(room, self.entry, lambda: self.agenda.value().uid, self)
        self.banner, self.ask = Banner(), ReasonPanel(room)
        self.told = label("", "muted", wraps=True)
        self.open_button = Button(
            tr("开始记录"), self._open_meeting, kind="primary", picture="edit"
        )
        self.undo_button = Button(tr("撤销"), self.undo, kind="small", key="Ctrl+Z")
        self.again_button = Button(tr("再保存一次"), self.acts.save_again, kind="small")
        self.at_rows, self.at_points = StatementActs(self), PointActs(self)
        self._lay_out()
        self._connect()

    def open(self, uid: UUID) -> None:
        """Read a meeting anew and show it; what is typed of this same meeting stays."""
        if uid != self._uid:
            self.draft.end()
            self._uid, self.meeting, self._is_new = uid, None, True
            self.said = MeetingSaid()
            self.acts.forget()
            self.entry.clear()
            self.form.end()
            self.promise.end()
            self.trail.hide()
            self.ask.lay_by()
            self.at_points.let_go()
            self.banner.clear()
        task = partial(load_record, self.room.desk, uid)
        told = partial(self.banner.say, level="danger")
        self.room.worker.ask(self, task, self._show, lambda fault: told(say(fault)))

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed, then go on."""
        self.acts.flush()
        QGuiApplication.inputMethod().commit()
        drafts = (self.form, self.ask, self.at_points.draft, self.phrases.draft, self.draft.keeper)
        for draft in drafts:
            then = partial(draft.put_down, then)
        self.promise.put_down(then)

    def note(self) -> bool:
        """Note what is typed: it is on the screen at once, and in the store soon after.

        False where it cannot be noted: it stays where it is typed.
        """
        try:
            statement = self.draft.take() if self.entry.isEnabled() else None
        except NotSaved as fault:
            self.banner.say(_not_noted(self.entry.entry().content, fault), "danger")
            return False
        if statement is not None:
            self._add(said(statement, Keeping.WAITING))
            self.acts.note(statement)
            self._offer_answered()
        self.entry.box.setFocus()
        return True

    def make_promise(self, answer: UUID | None = None) -> None:
        """Ask for a promise of an answer, of the last one where none is named."""
        if self._uid is None or not self.entry.isEnabled() or self.promise.is_open:
            return
        is_answering = answer is None and self.entry.entry().kind is StatementKind.ANSWER
        if is_answering and not self.note():
            return
        chosen = self.said.rows.get(answer) if answer else self.said.last_answer()
        if chosen is None:
            self.promise.begin(self._uid)
            return
        links: dict[str, Any] = {"answer_uid": chosen.uid}
        raised = self.said.rows.get(chosen.answers_uid) if chosen.answers_uid else None
        if raised is not None:
            links |= {"raised_uid": raised.uid, "raised_by": raised.speaker}
        self.promise.begin(self._uid, chosen.content.replace("\n", " ")[:500], links)

    def undo(self) -> None:
        """Take back what was done last, as long as the record is open."""
        if not self.entry.isEnabled():
            return
        if self.acts.can_undo:
            self.acts.undo()
        else:
            self.banner.say(tr("打开以后还没有做过可以撤销的事。"), "warn")

    def _add(self, row: Said) -> None:
        self.list.statements.add(self.said.add(row, self.room.desk.today()))
        self.list.scrollToBottom()
        self._show_counts()

    def _show(self, opened: OpenedRecord) -> None:
        meeting, today = opened.meeting, self.room.desk.today()
        if meeting.consultation.uid != self._uid:
            return
        is_new, self._is_new = self._is_new, False
        self.meeting = meeting
        self.acts.statements = {one.uid: one for one in meeting.statements}
        self.said.take(meeting, self.acts.unsaved, today, opened.corrected)
        self.entry.know_phrases(opened.phrases)
        self.entry.know(opened.people)
        self.promise.know(opened.units)
        self.columns.promises.show_promises(meeting.commitments, today)
        self.columns.people.show_people(meeting.participants)
        self.columns.show_numbers(len(meeting.commitments), len(meeting.participants))
        self._show_points(meeting.consultation)
        self._show_rows()
        self._show_state(meeting.consultation)
        if is_new:
            self.list.scrollToBottom()
            self._take_up(opened)
        if is_new and self.isVisible() and self.entry.isVisible() and not self.promise.is_open:
            self.entry.box.setFocus()

    def _take_up(self, opened: OpenedRecord) -> None:
        """Go on where it was: with what was typed, or with who spoke last."""
        if opened.meeting.statements:
            last = opened.meeting.statements[-1]
            self.entry.kinds.set_value(last.kind)
            self.entry.say_speaker(last.speaker, str(last.participant_uid or ""))
        for draft in reversed([one for one in opened.drafts if one.body.get("noted")]):
            statement = self.draft.bring_back(opened.meeting.consultation, draft)
            self._add(said(statement, Keeping.WAITING))
            self.acts.note(statement)
        corrected = next((one for one in opened.drafts if one.body.get("correcting")), None)
        others = {"noted", "correcting"}
        typed = next((one for one in opened.drafts if not others & one.body.keys()), None)
        if typed is not None:
            item = typed.body.get("item")
            self._go_to_point(UUID(str(item)) if item else None)
            self.banner.say(tr("上次没有记下的内容还在输入框里。"), "warn")
        self._offer_answered()
        self.draft.begin(opened.meeting.consultation, typed)
        if corrected is not None:
            self.at_rows.correct(seen_uid(corrected.body), corrected.body)
        if opened.promise is not None and self._uid is not None:
            self.promise.begin(self._uid, draft=(opened.promise.uid, opened.promise.body))
        self.ask.take_up(self.at_rows.ask_again)
        self.at_points.draft.take_up(self.at_points.ask_again)
        self.phrases.take_up(self.entry.phrases)

    def _show_points(self, one: Consultation) -> None:
        points = self.said.points([Point(item.uid, item.title) for item in one.agenda])
        self.agenda.show_points(points, self.said.counted(points))
        self.columns.show_place(self.agenda.list.currentRow())

    def _show_counts(self) -> None:
        self.agenda.show_counts(self.said.counted(self.agenda.points))
        self.columns.count.setText(tr("{count} 条").format(count=len(self.list.statements.rows)))

    def _show_rows(self) -> None:
        bar = self.list.verticalScrollBar()
        was_at_end = bar.value() >= bar.maximum() - 4
        chosen = self.list.chosen()
        self.list.statements.show_rows(self.said.on(self.agenda.value(), self.agenda.points))
        if chosen is not None:
            self.list.choose(chosen.uid)
        elif was_at_end:
            self.list.scrollToBottom()
        self.columns.heading.show_text(self.agenda.heading_of(self.agenda.value()))
        self._show_counts()

    def _show_state(self, one: Consultation) -> None:
        is_writable = self._may() and one.state is State.RECORDING
        self.entry.setEnabled(is_writable)
        self.entry.setVisible(is_writable and not self.form.isVisible())
        self.undo_button.setVisible(is_writable)
        self.agenda.add_button.setVisible(self._may() and one.state is not State.SIGNED)
        self.open_button.setVisible(self._may() and one.state is State.PLANNED)
        self.told.setText(what_first(one.state))
        self.told.setVisible(one.state is not State.RECORDING)

    def _offer_answered(self, chosen: UUID | None = None) -> None:
        opinions, usual = self.said.to_answer(self.agenda.value().uid)
        self.entry.offer_answered(opinions, chosen or usual)

    def _kept(self, statement: Statement) -> None:
        self._mark(statement.uid, Keeping.KEPT)
        if not self.acts.unsaved and self.again_button.isVisible():
            self.again_button.hide()
            self.banner.clear()

    def _not_saved(self, statement: Statement, fault: Fault) -> None:
        """Say what could not be saved; it stays on the screen, and in a draft where that goes."""
        self._mark(statement.uid, Keeping.FAILED)
        words = tr("「{words}」没有保存，还在屏幕上。{why}")
        self.banner.say(words.format(words=short(statement.content), why=say(fault)), "danger")
        self.again_button.show()
        self.draft.keep_noted(statement)

    def _mark(self, uid: UUID, keeping: Keeping) -> None:
        if uid in self.said.rows:
            row = replace(self.said.rows[uid], keeping=keeping)
            self.said.rows[uid] = row
            self.list.statements.replace(row)

    def _did(self, words: str, record: Commitment | Statement) -> None:
        if record.withdrawn_at is not None:
            self.ask.end_for(record.uid)
        if isinstance(record, Commitment):
            self.promise.end()
            self.changed.emit()
        else:
            self.form.end()
        self.banner.say(words, "ok")
        self._read_again()
        self._type_on()

    def _undone(self, words: str) -> None:
        self.banner.say(words, "ok")
        self._read_again()
        self.changed.emit()

    def _read_again(self) -> None:
        if self._uid is not None:
            self.open(self._uid)

    def _speak(self, uid: UUID) -> None:
        self.entry.say_speaker("", str(uid))
        self.entry.box.setFocus()

    def _chose_point(self) -> None:
        if self.meeting is not None:
            self.columns.show_place(self.agenda.list.currentRow())
            self._show_rows()
            self.list.scrollToBottom()
            self._offer_answered()
            self.draft.keeper.touch()

    def _go_to_point(self, uid: UUID | None) -> None:
        for place, point in enumerate(self.agenda.points):
            if point.uid == uid:
                self.agenda.list.setCurrentRow(place)

    def _step(self, by: int) -> None:
        self.agenda.step(by)
        self.entry.box.setFocus()

    def added_point(self, uid: UUID, one: Consultation) -> None:
        """Show the meeting with a new point, and go there."""
        if self.meeting is not None:
            self.meeting = replace(self.meeting, consultation=one)
        self._show_points(one)
        self._go_to_point(uid)
        self.entry.box.setFocus()
        self.changed.emit()

    def refuse(self, fault: Fault) -> None:
        """Say why something was not done, and show what is there."""
        self.ask.refuse()
        self.promise.refuse(fault)
        self.form.refuse(fault)
        self.banner.say(say(fault), "danger")
        if self.meeting is not None:
            self._read_again()  # what was refused had been shown as done

    def _open_meeting(self) -> None:
        if self.meeting is not None:
            self._is_new = True
            task = partial(self.room.desk.talk.meetings.open, self.meeting.consultation)
            self.room.worker.ask(self, task, self._opened, self.refuse)

    def _opened(self, _one: Consultation) -> None:
        self._read_again()
        self.changed.emit()

    def _type_on(self) -> None:
        self.entry.setVisible(self.entry.isEnabled())
        self.entry.box.setFocus()

    def _may(self) -> bool:
        desk = self.room.desk
        return authorize(desk.user.roles_on(desk.today()), Action.KEEP_CONSULTATION)

    def _connect(self) -> None:
        entry, acts = self.entry, self.acts
        entry.noting.connect(self.note)
        entry.promising.connect(self.make_promise)
        entry.editing.connect(lambda: self.phrases.begin(entry.phrases))
        self.phrases.saved.connect(entry.know_phrases)
        self.phrases.ended.connect(self._type_on)
        entry.box.undoing.connect(self.undo)
        entry.box.left_upwards.connect(self.list.enter_from_below)
        acts.kept.connect(self._kept)
        acts.not_kept.connect(self._not_saved)
        acts.done.connect(self._did)
        acts.undone.connect(self._undone)
        acts.refused.connect(self.refuse)
        self.trail.failed.connect(lambda fault: self.banner.say(say(fault), "danger"))
        self.list.promising.connect(self.make_promise)
        self.list.left.connect(self._type_on)
        self.agenda.chosen.connect(self._chose_point)
        self.columns.chosen.connect(self.agenda.list.setCurrentRow)
        self.columns.promises.adding.connect(self.make_promise)
        self.columns.people.list.speaking.connect(self._speak)
        self.promise.made.connect(acts.promise)
        self.promise.given_up.connect(self._type_on)
        self.form.saving.connect(acts.correct)
        self.form.given_up.connect(self._type_on)
        for typed in (self.draft, self.promise, self.form, self.ask, self.phrases.draft):
            typed.not_kept.connect(self.not_kept)
        self._add_keys()

    def _add_keys(self) -> None:
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        keys: dict[str, Callable[[], object]] = {
            "Alt+C": self.make_promise,
            "Ctrl+PgUp": partial(self._step, -1),
            "Ctrl+PgDown": partial(self._step, 1),
            "Ctrl+Z": self.undo,
        }
        for key, does in keys.items():
            QShortcut(QKeySequence(key), self, does, context=inside)

    def _lay_out(self) -> None:
        told = QHBoxLayout()
        told.addWidget(self.told, 1)
        told.addWidget(self.open_button)
        told.addWidget(self.again_button)
        for button in (self.open_button, self.again_button):
            button.hide()
        self.entry.add_button(self.undo_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(told)
        column.addWidget(self.banner)
        column.addWidget(self.ask)
        column.addWidget(self.columns, 1)


def _not_noted(typed: str, fault: NotSaved) -> str:
    """Return why the entry is not noted; it stays where it is typed."""
    most = fields_of(Statement)["content"].size or 0
    if len(typed) <= most:
        return say(fault)
    words = tr("这一条有 {count} 字，一条最多 {most} 字：在这里分成几条，或粘贴到“会后整理”。")
    return words.format(count=len(typed), most=most)
