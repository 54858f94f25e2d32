"""筹备 — a meeting is prepared in one form; what is typed is kept until it is saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.drafts import KeptDraft
from liaison_desktop.model.authorize import Action, authorize
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import ConsultationState
from liaison_desktop.model.drawing import Drawing
from liaison_desktop.model.faults import Fault, NotSaved, Problem
from liaison_desktop.model.uids import new_uid
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.pages.consultation_form import ConsultationForm
from liaison_desktop.ui.pages.consultation_list import FORM
from liaison_desktop.ui.pages.copying import CopyFrom
from liaison_desktop.ui.pages.draft_keeper import DraftKeeper
from liaison_desktop.ui.pages.fields_draft import FieldsDraft
from liaison_desktop.ui.pages.linked_matters import Linked, linked_of
from liaison_desktop.ui.pages.meeting_widget import MeetingWidget
from liaison_desktop.ui.pages.preparing_words import drawing_in_words, notice_in_words
from liaison_desktop.ui.pages.take_back import TakeBack
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.texts import label

FROZEN = frozenset({ConsultationState.SIGNED, ConsultationState.CANCELLED})
"""States in which nothing of the preparation is changed any more."""


@dataclass(frozen=True)
class Prepared:
    """What the part shows: the meeting, None for a new one, and what was typed of it."""

    uid: UUID
    meeting: Consultation | None
    linked: Sequence[Linked]
    drawings: Sequence[Drawing]
    draft: KeptDraft | None
    deputies: list[str]


class PreparePanel(MeetingWidget):
    """`registered` carries the uid of a new meeting once it is saved."""

    registered = Signal(object)

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.meeting: Consultation | None = None
        self._shown: dict[str, Any] = {}
        self._warnings: Sequence[Problem] = ()
        self._is_saving = False
        self.banner = Banner()
        self.form = ConsultationForm(room)
        self.copying = CopyFrom(room)
        self.keeper = DraftKeeper(room.worker, room.desk.drafts, FORM, self)
        self.drawing = FieldsDraft(room, self)
        self.notice = label("", "body", wraps=True)
        self.draws = Card(tr("随机抽取"), "users")
        self.take_back = TakeBack(room)
        self.take_back.undone.connect(partial(self._read_anew, tr("已撤销。")))
        self.take_back.failed.connect(self._refuse)
        self.draw_button = Button(tr("抽取……"), self.draw, kind="small", key="Ctrl+D")
        self.save_button = Button(
            tr("保存"), self.save, kind="primary", picture="save", key=tr("Ctrl+回车")
        )
        self._lay_out()
        self._connect()

    def open(self, uid: UUID) -> None:
        """Read a meeting anew; what is typed of this same meeting stays."""
        if self._uid != uid:
            self.banner.clear()
            self.take_back.offer(())
        task = partial(_load, self.room.desk, uid)
        self.room.worker.ask(self, task, self._show, self._refuse)

    def begin_new(self, draft: KeptDraft | None = None, like: Consultation | None = None) -> None:
        """Prepare a new meeting, as another is or empty, or go on with what was typed of one."""
        self.banner.clear()
        self._uid = None
        task = partial(_load_new, self.room.desk, draft)
        self.room.worker.ask(self, task, partial(self._show_new, like), self._refuse)

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed, then go on."""
        self.keeper.put_down(partial(self.drawing.put_down, then))

    def take_keys(self) -> None:
        """Set the focus at the first field."""
        self.form.controls()[0].setFocus()

    def save(self) -> None:
        """Register the new meeting, or correct the one that is there."""
        QGuiApplication.inputMethod().commit()
        if self._is_saving or self._uid is None or not self._may():
            return
        if any(getattr(control, "preedit", "") for control in self.form.controls()):
            self.banner.say(tr("请先选定输入法里的字，再保存。"), "warn")
            return
        try:
            values = self.form.values(self.room.desk.today())
        except NotSaved as fault:
            self._refuse(fault)
            return
        self._be_saving(True)
        self.keeper.rest()
        task = partial(_save, self.room.desk, self.meeting, self._uid, values)
        self.room.worker.ask(self, task, self._saved, self._refuse)

    def draw(self) -> None:
        """Draw who takes part from a roster; what is typed is saved or kept before."""
        if self.meeting is not None and self._may_change():
            self.put_down(partial(self._open_draw, self.meeting))

    def _open_draw(self, meeting: Consultation) -> None:
        from liaison_desktop.ui.pages.drawing import DrawDialog

        dialog = DrawDialog(self.room, meeting, self.drawing, self)
        dialog.drawn.connect(self._drawn)
        dialog.open()

    def _drawn(self, words: str, drawing: Drawing) -> None:
        self.take_back.offer([drawing])
        self._read_anew(words)

    def _read_anew(self, words: str) -> None:
        self.banner.say(words, "ok")
        if self._uid is not None:
            self.open(self._uid)
        self.changed.emit()

    def _show(self, prepared: Prepared) -> None:
        is_same = self._uid == prepared.uid
        typed = self._typed() if is_same else prepared.draft.body if prepared.draft else None
        self.meeting = prepared.meeting
        self.form.form.know(prepared.deputies)
        self.form.show_record(prepared.meeting, prepared.linked, self.room.desk.today())
        self._shown = self.form.typed()
        if typed is not None:
            self.form.fill(typed)
        if not is_same:
            self._uid = prepared.uid
            self.keeper.begin(prepared.uid, self._typed, is_kept=prepared.draft is not None)
            if prepared.draft is not None:
                self.banner.say(tr("这是上次没有保存的内容。"), "warn")
        self.form.say(self._warnings)
        self._warnings = ()
        self._show_beside(prepared)
        if self.isVisible() and not is_same:
            (self.take_keys if self._may_change() else self.setFocus)()

    def _show_new(self, like: Consultation | None, prepared: Prepared) -> None:
        self._show(prepared)
        if like is not None:
            self.form.fill(self._body_of(like, []))
            self.keeper.touch()

    def _show_beside(self, prepared: Prepared) -> None:
        """Show what stands beside the fields, and what can be done."""
        may, meeting = self._may_change(), prepared.meeting
        self.form.setEnabled(may)
        self.save_button.setVisible(may)
        self.copying.setVisible(meeting is None)
        if meeting is None:
            self.copying.begin()
        self.draws.setVisible(meeting is not None)
        self.draw_button.setVisible(may)
        self.draws.clear()
        for drawing in prepared.drawings:
            self.draws.add_words(drawing_in_words(drawing), "body")
        if not prepared.drawings:
            self.draws.add_words(tr("从名单里抽，谁都能照种子和名单再抽一遍。"))
        self._show_notice()

    def _show_notice(self) -> None:
        words, role = "", "muted"
        if self.meeting is not None:
            words, role = notice_in_words(self.meeting, self.room.desk.today())
        self.notice.setText(words)
        self.notice.setProperty("role", role)
        self.notice.style().polish(self.notice)

    def _typed(self) -> dict[str, Any] | None:
        """Return what a draft keeps; nothing where it is as it was shown."""
        typed = self.form.typed()
        return typed if typed != self._shown else None

    def _saved(self, told: tuple[UUID, list[Problem]]) -> None:
        uid, self._warnings = told
        is_new = self.meeting is None
        self._be_saving(False)
        self.keeper.end()
        self._uid = None
        if is_new:
            self.registered.emit(uid)
        else:
            self.open(uid)
            self.banner.say(tr("已保存。"), "ok")
            self.changed.emit()

    def _be_saving(self, is_saving: bool) -> None:
        """Take no keys while it is saved: what would be typed then would belong to nothing."""
        self._is_saving = is_saving
        self.form.setEnabled(not is_saving)

    def _copy(self, earlier: Consultation, linked: Sequence[Linked]) -> None:
        """Fill what is still empty from an earlier meeting; nothing that was typed gives way."""
        before = self.form.typed()
        copied = self.room.desk.talk.meetings.like(earlier, self.room.desk.today())
        kept = {name: value for name, value in before.items() if value != self._shown.get(name)}
        self.form.fill(self._body_of(copied, linked) | {"held_on": ""} | kept)
        self.keeper.touch()
        self.banner.say(tr("已照搬；日期和公告日期请另填。"), "ok")
        self.take_keys()

    def _body_of(self, one: Consultation, linked: Sequence[Linked]) -> dict[str, Any]:
        """Return a meeting as the form would hold it; the form is empty again afterwards."""
        today = self.room.desk.today()
        self.form.show_record(one, linked, today)
        body = self.form.typed()
        self.form.show_record(None, [], today)
        return body

    def _refuse(self, fault: Fault) -> None:
        self._be_saving(False)
        self.form.setEnabled(self._may_change())
        self.keeper.keep_on()
        if isinstance(fault, NotSaved):
            self.form.say(fault.problems)
        self.banner.say(say(fault), "danger")

    def _may(self) -> bool:
        desk = self.room.desk
        return authorize(desk.user.roles_on(desk.today()), Action.KEEP_CONSULTATION)

    def _may_change(self) -> bool:
        is_frozen = self.meeting is not None and self.meeting.state in FROZEN
        return self._may() and not is_frozen

    def _connect(self) -> None:
        self.form.changed.connect(self.keeper.touch)
        self.form.done.connect(self.save_button.setFocus)
        self.form.linked.opening.connect(self.room.ways.to_matter)
        self.keeper.failed.connect(self.not_kept)
        self.drawing.not_kept.connect(self.not_kept)
        self.copying.chosen.connect(self._copy)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.save)
        QShortcut(QKeySequence("Ctrl+D"), self, self.draw)

    def _lay_out(self) -> None:
        self.draws.head.addWidget(self.take_back)
        self.draws.head.addWidget(self.draw_button)
        self.form.add_card(self.draws)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.notice, 1)
        foot.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.banner)
        column.addWidget(self.copying)
        column.addWidget(self.form, 1)
        column.addLayout(foot)


def _load(desk: Desk, uid: UUID) -> Prepared:
    meeting = desk.talk.meetings.load(uid)
    draft = next((one for one in desk.drafts.find(FORM) if one.uid == uid), None)
    drawings = desk.talk.drawings.of(uid)
    return Prepared(uid, meeting, linked_of(desk, meeting), drawings, draft, _deputies(desk))


def _load_new(desk: Desk, draft: KeptDraft | None) -> Prepared:
    uid = draft.uid if draft else new_uid(desk.now())
    return Prepared(uid, None, [], [], draft, _deputies(desk))


def _deputies(desk: Desk) -> list[str]:
    return [deputy.name for deputy in desk.deputies.find()]


def _save(
    desk: Desk, seen: Consultation | None, uid: UUID, values: dict[str, Any]
) -> tuple[UUID, list[Problem]]:
    """Save what was typed, its draft going with it; return what it warns of."""
    meetings = desk.talk.meetings
    if seen is None:
        given = {name: value for name, value in values.items() if value not in ("", None)}
        made = Consultation(uid=uid, station_uid=desk.station.uid, **given)
        return uid, meetings.register(made)
    changed = {n: value for n, value in values.items() if _facts(value) != _facts(getattr(seen, n))}
    one = meetings.correct(seen, changed) if changed else seen
    if not changed:
        desk.drafts.drop(uid)
    return uid, [problem for problem in one.problems() if not problem.is_error]


def _facts(value: Any) -> Any:
    """Return what tells a value from another: of parts what they say."""
    if not isinstance(value, list):
        return value
    names = ("uid", "title", "matter_uid", "is_heard")
    return [tuple(getattr(part, name, None) for name in names) for part in value]
