"""承诺事项 of a meeting: those without unit or day first, then what is late, and each followed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.drafts import KeptDraft
from liaison_desktop.model.attachment import Attachment
from liaison_desktop.model.authorize import Action, authorize
from liaison_desktop.model.commitment import Commitment
from liaison_desktop.model.faults import Fault
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card, RowButton, show_choice
from liaison_desktop.ui.frames import scrolling, scrolling_column
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.icons import Picture
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.pages.attachment_open import open_attachment
from liaison_desktop.ui.pages.meeting_agenda import circled
from liaison_desktop.ui.pages.meeting_side import due_badge, who_promised
from liaison_desktop.ui.pages.meeting_widget import MeetingWidget
from liaison_desktop.ui.pages.promise_acts import PromiseAct, standing
from liaison_desktop.ui.pages.promise_line import PromiseLine, drafts_in
from liaison_desktop.ui.pages.promise_panel import FORM, PromisePanel
from liaison_desktop.ui.room import Room

PART = "promises"
"""Where a promise is typed that was given in no single answer."""


@dataclass(frozen=True)
class OpenedPromises:
    """The promises of a meeting, what hangs on each, the units, and what was typed."""

    promises: Sequence[Commitment]
    files: Mapping[UUID, Sequence[Attachment]]
    units: Sequence[Any]
    drafts: Sequence[KeptDraft]
    line: KeptDraft | None


def load_promises(desk: Desk, uid: UUID) -> OpenedPromises:
    """Return the promises of a meeting."""
    promises = desk.talk.commitments.of(uid)
    files = {one.uid: desk.attachments.find(one) for one in promises}
    drafts = [one for one in desk.drafts.find(FORM) if one.body.get("meeting") == str(uid)]
    lines = drafts_in(desk, uid, PART)
    return OpenedPromises(promises, files, desk.units.find(), drafts, lines[0] if lines else None)


class MeetingPromises(MeetingWidget):
    """`changed` comes with every act, `not_kept` tells that a draft could not be kept."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._chosen: UUID | None = None
        self._opened: OpenedPromises | None = None
        self._done: list[Commitment] = []
        self.card = Card(tr("承诺事项"), "promise")
        self.rows: dict[UUID, RowButton] = {}
        self.panel = PromisePanel(room)
        self.line = PromiseLine(room, self, PART)
        self.banner = Banner()
        self.add_button = Button(tr("添加"), self.add, kind="ghost", picture="plus")
        self.add_button.setProperty("is_low", "true")
        self.undo_button = Button(tr("撤销"), self.undo, kind="small", picture="undo", key="Ctrl+Z")
        self._lay_out()
        self._connect()

    def open(self, uid: UUID) -> None:
        """Read the promises of a meeting anew; what is typed of this same meeting stays."""
        if uid != self._uid:
            self._uid, self._chosen, self._opened, self._done = uid, None, None, []
            self.banner.clear()
            self.line.end()
            self.panel.end()
        task = partial(load_promises, self.room.desk, uid)
        self.room.worker.ask(self, task, self._show, self._refuse)

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed, then go on."""
        self.panel.put_down(partial(self.line.put_down, then))

    def add(self) -> None:
        """Ask for a promise that was given in no single answer."""
        if self._uid is not None and self._may() and not self.line.is_open:
            self.line.begin(self._uid)

    def undo(self) -> None:
        """Take back what was done last."""
        if self._done:
            task = partial(self.room.desk.talk.undo, [self._done.pop()])
            self.room.worker.ask(self, task, self._undone, self._refuse)

    def choose(self, uid: UUID) -> None:
        """Show one promise with what can be done."""
        self._chosen = uid
        self._show_chosen()
        self.panel.focus_first()

    def _show(self, opened: OpenedPromises) -> None:
        is_first, self._opened = self._opened is None, opened
        today = self.room.desk.today()
        self.line.know(opened.units)
        self.panel.units.know([unit.name for unit in opened.units])
        self.card.clear()
        self.rows = {}
        promises = sorted(opened.promises, key=lambda one: standing(one, today))
        for one in promises:
            self.rows[one.uid] = self._row(one)
            self.card.rows.addWidget(self.rows[one.uid])
        if not promises:
            self.card.add_words(tr("还没有承诺事项。记录答复时按 Alt+C 记下。"))
        incomplete = sum(one.is_incomplete for one in promises)
        words = tr("{count} 项未填").format(count=incomplete) if incomplete else ""
        self.card.show_badge(words, "danger")
        if is_first:
            self.panel.know(opened.drafts)
            self._chosen = next((one.uid for one in opened.drafts if one.uid in self.rows), None)
        if self._chosen not in self.rows:
            self._chosen = promises[0].uid if promises else None
        self._show_chosen()
        self.add_button.setVisible(self._may())
        if is_first and opened.line is not None and self._uid is not None and self._may():
            self.line.begin(self._uid, draft=(opened.line.uid, opened.line.body))
        if is_first and (self.panel.act is not None or self.line.is_open):
            self.banner.say(tr("上次没有记下的内容还在。"), "warn")
        elif is_first and self.isVisible() and self._chosen is not None:
            self.rows[self._chosen].setFocus()

    def _row(self, one: Commitment) -> RowButton:
        today = self.room.desk.today()
        facts = [who_promised(one), str(one.due_on or ""), tr(word(one.state))]
        if one.lacks_feedback:
            facts.append(tr("还没有反馈给提出人"))
        words = "　".join(fact for fact in facts if fact)
        row = RowButton(f"{circled(one.place)} {one.content}", words, partial(self.choose, one.uid))
        if one.is_overdue(today):
            row.add(Picture("warning", "danger", 18))
        row.add_badge(*due_badge(one, today))
        return row

    def _show_chosen(self) -> None:
        show_choice(self.rows, self._chosen)
        promises = self._opened.promises if self._opened else []
        one = next((each for each in promises if each.uid == self._chosen), None)
        files = self._opened.files.get(one.uid, []) if one and self._opened else []
        self.panel.show_promise(one, files, may=self._may())

    def _act(self, act: PromiseAct, values: Mapping[str, Any]) -> None:
        if self.panel.promise is not None:
            task = partial(act.does, self.room.desk, self.panel.promise, values)
            self.room.worker.ask(self, task, partial(self._did, tr(act.label)), self._refuse)

    def _make(self, one: Commitment) -> None:
        task = partial(_register, self.room.desk, one)
        self.room.worker.ask(self, task, partial(self._did, tr("记下承诺")), self._refuse)

    def _did(self, words: str, one: Commitment) -> None:
        self._done.append(one)
        self._chosen = one.uid
        self.line.end()
        self.panel.end_for(one.uid)
        self.banner.say(tr("{what}：已记下。").format(what=words), "ok")
        self._tell_all()

    def _undone(self, _count: object) -> None:
        self.banner.say(tr("已撤销。"), "ok")
        self._tell_all()

    def _ask_file(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(self, tr("添加佐证材料"))
        if chosen:
            self.attach(Path(chosen))

    def attach(self, path: Path) -> None:
        """Hang a file on the promise as its proof."""
        if self.panel.promise is not None:
            task = partial(self.room.desk.attachments.register, self.panel.promise, path)
            self.room.worker.ask(self, task, self._attached, self._refuse)

    def _attached(self, one: Attachment) -> None:
        self.banner.say(tr("已添加 {name}。").format(name=one.name), "ok")
        self._tell_all()

    def _refuse(self, fault: Fault) -> None:
        self.panel.refuse(fault)
        self.line.refuse(fault)
        self.banner.say(say(fault), "danger")

    def _may(self) -> bool:
        desk = self.room.desk
        return authorize(desk.user.roles_on(desk.today()), Action.KEEP_CONSULTATION)

    def _connect(self) -> None:
        self.line.made.connect(self._make)
        self.line.not_kept.connect(self.not_kept)
        self.panel.not_kept.connect(self.not_kept)
        self.panel.acting.connect(self._act)
        self.panel.attaching.connect(self._ask_file)
        show = partial(open_attachment, self.room, self, self.banner, self._refuse)
        self.panel.opening.connect(show)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Alt+C"), self, self.add, context=inside)
        QShortcut(QKeySequence("Ctrl+Z"), self, self.undo, context=inside)

    def _lay_out(self) -> None:
        self.card.head.addWidget(self.undo_button)
        self.card.head.addWidget(self.add_button)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(scrolling_column(self.card), 11)
        row.addWidget(scrolling(self.panel), 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.banner)
        column.addWidget(self.line)
        column.addLayout(row, 1)


def _register(desk: Desk, one: Commitment) -> Commitment:
    desk.talk.commitments.register(one)
    return one
