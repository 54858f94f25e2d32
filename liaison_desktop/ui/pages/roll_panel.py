"""One kind of plain record: those there are at the left, the chosen or a new one at the right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QMargins, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.drafts import KeptDraft
from liaison_desktop.model.authorize import authorize
from liaison_desktop.model.base import Part, Record
from liaison_desktop.model.faults import Fault, NotSaved, Problem
from liaison_desktop.model.uids import new_uid
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card, RowButton
from liaison_desktop.ui.frames import scrolling_column
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.pages.attachment_card import AttachmentCard
from liaison_desktop.ui.pages.draft_keeper import DraftKeeper
from liaison_desktop.ui.pages.reason_ask import ReasonPanel
from liaison_desktop.ui.pages.roll_form import RollForm
from liaison_desktop.ui.pages.roll_loading import Loaded, load_one, load_roll
from liaison_desktop.ui.pages.roll_sheets import Sheet
from liaison_desktop.ui.room import Room

WITHDRAW = "withdraw"

AT_ONCE = 30
"""Records that are shown at first, and at every press for more."""


class RollPanel(QWidget):
    """`not_kept` tells that a draft could not be kept, `printing` asks for a record's paper."""

    not_kept = Signal(object)
    printing = Signal(object)
    chosen_changed = Signal(object)

    margins = QMargins()
    """Around it, where the page that it stands in has none."""

    def __init__(self, room: Room, sheet: Sheet) -> None:
        super().__init__()
        self.room, self.sheet = room, sheet
        self.chosen: Any | None = None
        self._uid: UUID | None = None
        self._limit = AT_ONCE
        self._loaded = Loaded([], [], [])
        self._withdrawn: Record | None = None
        self._is_saving = False
        self._shown: dict[str, Any] = {}
        self.banner, self.ask = Banner(), ReasonPanel(room)
        self.list = Card(sheet.title(), sheet.picture)
        self.card = Card(sheet.new(), "edit")
        self.filter = Line(tr("在下面查找"))
        self.form = RollForm(sheet, self)
        self.keeper = DraftKeeper(room.worker, room.desk.drafts, sheet.form, self)
        self._build_buttons()
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        """Read the records anew; what is typed stays, also while they are being read."""
        is_first = self._uid is None
        if is_first:
            self._choose(None, None)
        task, done = partial(self.load, self.room.desk), self._show_first
        self.room.worker.ask(self, task, done if is_first else self._show, self._refuse)

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed, then go on."""
        self.keeper.put_down(partial(self.ask.put_down, then))

    def begin_new(self) -> None:
        """Wait for a new record; what was typed of another stays as its draft."""
        self.keeper.put_down(partial(self._choose, None, None))

    def open(self, uid: UUID) -> None:
        """Show one record, by its uid."""
        task = partial(load_one, self.room.desk, self.sheet, uid)
        self.room.worker.ask(self, task, lambda one: self._choose(one, None), self._refuse)

    def save(self) -> None:
        """Register the new record, or correct the chosen one."""
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
        self._is_saving = True
        self.keeper.rest()
        task = partial(_save, self.room.desk, self, self.chosen, self._uid, values)
        self.room.worker.ask(self, task, self._saved, self._refuse)

    def further_cards(self) -> list[Card]:
        """Return the cards that stand below the form."""
        return []

    def hang(self, attachments: AttachmentCard) -> None:
        """Let a card show what hangs on the chosen record."""
        attachments.tell(self.banner, self._refuse)
        self.chosen_changed.connect(attachments.show_record)

    def load(self, desk: Desk) -> Loaded:
        """Return what the panel shows; called in the worker."""
        return load_roll(desk, self.sheet)

    def make(self, desk: Desk, uid: UUID, values: dict[str, Any]) -> Any:
        """Return an unsaved record with what was typed; called in the worker."""
        return self.sheet.root(uid=uid, station_uid=desk.station.uid, **_given(values))

    def _show(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self.form.know(loaded.deputies, loaded.contacts)
        self._show_list()

    def _show_first(self, loaded: Loaded) -> None:
        self._show(loaded)
        self.ask.take_up(self._ask_again)

    def _ask_again(self, about: UUID, act: str) -> bool:
        record = next((one for one in self._loaded.records if one.uid == about), None)
        if record is None or act != WITHDRAW or not self._may() or self.chosen is not None:
            return False
        self.keeper.put_down(partial(self._ask_of, record))
        return True

    def _ask_of(self, record: Record) -> None:
        self._choose(record, None)
        self._ask_withdraw()

    def _show_list(self) -> None:
        self.list.clear()
        for draft in self._loaded.drafts:
            if draft.uid != self._uid:
                row = RowButton(tr("没有保存的内容"), "", partial(self._resume, draft))
                row.add_badge(tr("草稿"), "warn")
                self.list.rows.addWidget(row)
        wanted = self.filter.value().strip()
        told = [(record, self.sheet.told(record)) for record in self._loaded.records]
        found = [(r, lines) for r, lines in told if not wanted or wanted in "　".join(lines)]
        for record, (first, second) in found[: self._limit]:
            self.list.rows.addWidget(self._row(record, first, second))
        if not found:
            self.list.add_words(tr("还没有。") if not wanted else tr("没有找到。"), "body")
        elif len(found) > self._limit:
            self.list.rows.addWidget(Button(tr("再列一些"), self._show_more, kind="small"))
        self.list.show_badge(str(len(found)) if found else "")

    def _row(self, record: Any, first: str, second: str) -> RowButton:
        row = RowButton(first, second, partial(self._go_to, record))
        words, level = self.sheet.badge(record, self.room.desk.today())
        if words:
            row.add_badge(words, level)
        row.be_chosen(self.chosen is not None and record.uid == self.chosen.uid)
        return row

    def _show_more(self) -> None:
        self._limit += AT_ONCE
        self._show_list()

    def _go_to(self, record: Any) -> None:
        self.keeper.put_down(partial(self._choose, record, None))

    def _resume(self, draft: KeptDraft) -> None:
        record = next((one for one in self._loaded.records if one.uid == draft.uid), None)
        self.keeper.put_down(partial(self._choose, record, draft))

    def _choose(self, record: Any | None, draft: KeptDraft | None) -> None:
        self.chosen = record
        self._uid = record.uid if record is not None else new_uid(self.room.desk.now())
        own = next((one for one in self._loaded.drafts if one.uid == self._uid), None)
        draft = draft or own
        if draft is not None:
            self._uid = draft.uid
        self.ask.lay_by()
        heading = self.sheet.new() if record is None else self.sheet.told(record)[0]
        self.card.heading.setText(heading)
        self.keeper.end()
        self.form.show_record(record, self.room.desk.today())
        self._shown = self.form.typed()
        if draft is not None:
            self.form.fill(draft.body)
        self.keeper.begin(self._uid, self.typed_body, is_kept=draft is not None)
        is_there = record is not None
        for button in (self.withdraw_button, self.undo_button):
            button.setVisible(is_there and self._may())
        self.print_button.setVisible(is_there and self.sheet.has_paper)
        self.back_button.hide()
        self.chosen_changed.emit(record)
        self._show_list()
        if self.isVisible():
            self.form.controls()[0].setFocus()

    def typed_body(self) -> dict[str, Any] | None:
        """Return what a draft keeps; nothing where it is as it was shown."""
        typed = self.form.typed()
        return typed if typed != self._shown else None

    def _saved(self, told: tuple[Any, list[Problem]]) -> None:
        record, problems = told
        self._is_saving = False
        self.keeper.end()
        self.chosen, self._uid = record, None
        self._loaded = replace(
            self._loaded,
            records=[record, *(one for one in self._loaded.records if one.uid != record.uid)],
            drafts=[one for one in self._loaded.drafts if one.uid != record.uid],
        )
        self._choose(record, None)
        self.banner.say(tr("已保存。"), "ok")
        self.form.say(problems)
        self._changed()

    def _ask_withdraw(self) -> None:
        if self.chosen is None:
            return
        words = tr("撤回这条记录：它从清单里隐去，历史里还在。")
        self.ask.ask_why(self.chosen.uid, WITHDRAW, words, tr("撤回"), self._withdraw)

    def _withdraw(self, reason: str) -> None:
        task = partial(_withdraw, self.room.desk, self.sheet, self.chosen, reason)
        self.room.worker.ask(self, task, self._gone, self._refuse)

    def _gone(self, record: Record) -> None:
        self.banner.say(tr("已撤回。"), "ok")
        self.ask.end()
        self.keeper.end()
        self._choose(None, None)
        self._withdrawn = record
        self.back_button.setVisible(self._may())
        self._changed()

    def _bring_back(self) -> None:
        task = partial(_undo, self.room.desk, self.sheet, self._withdrawn)
        self.room.worker.ask(self, task, self._back, self._refuse)

    def _back(self, record: Any) -> None:
        self.keeper.put_down(partial(self._show_back, record))

    def _show_back(self, record: Any) -> None:
        self._choose(record, None)
        self.banner.say(tr("已恢复刚才撤回的记录。"), "ok")
        self._changed()

    def _undo(self) -> None:
        task = partial(_undo, self.room.desk, self.sheet, self.chosen)
        self.room.worker.ask(self, task, self._undone, self._refuse)

    def _undone(self, record: Any) -> None:
        self.banner.say(tr("已撤销上一次更正。"), "ok")
        self.keeper.end()
        self._choose(record, None)
        self._changed()

    def _changed(self) -> None:
        self.begin()
        self.room.ways.changed.emit()

    def _refuse(self, fault: Fault) -> None:
        self._is_saving = False
        self.keeper.keep_on()
        self.ask.refuse()
        if isinstance(fault, NotSaved):
            self.form.say(fault.problems)
        self.banner.say(say(fault), "danger")

    def _may(self) -> bool:
        desk = self.room.desk
        return authorize(desk.user.roles_on(desk.today()), self.sheet.action)

    def _build_buttons(self) -> None:
        self.new_button = Button(self.sheet.new(), self.begin_new, kind="small", picture="plus")
        self.save_button = Button(
            tr("保存"), self.save, kind="primary", picture="save", key=tr("Ctrl+回车")
        )
        self.withdraw_button = Button(tr("撤回"), self._ask_withdraw, picture="withdraw")
        self.undo_button = Button(tr("撤销更正"), self._undo, picture="undo")
        self.back_button = Button(tr("撤销撤回"), self._bring_back, picture="undo")
        self.print_button = Button(
            tr("打印"), lambda: self.printing.emit(self.chosen), picture="printer"
        )
        may = self._may()
        for button in (self.new_button, self.save_button):
            button.allow(may)

    def _connect(self) -> None:
        self.form.changed.connect(self.keeper.touch)
        self.form.changed.connect(self.banner.clear)
        self.form.done.connect(self.save_button.setFocus)
        self.filter.changed.connect(self._show_list)
        self.keeper.failed.connect(self.not_kept)
        self.ask.not_kept.connect(self.not_kept)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.save)

    def _lay_out(self) -> None:
        self.filter.say_name(tr("在下面查找"))
        self.list.head.addWidget(self.new_button)
        body = QVBoxLayout()
        body.setContentsMargins(16, 8, 16, 8)
        body.addWidget(self.form)
        self.card.rows.addLayout(body)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.filter)
        left.addWidget(scrolling_column(self.list), 1)
        buttons = QHBoxLayout()
        for button in (
            self.withdraw_button,
            self.undo_button,
            self.back_button,
            self.print_button,
        ):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.save_button)
        self.right = QVBoxLayout()
        self.right.setSpacing(8)
        for widget in (self.banner, self.ask):
            self.right.addWidget(widget)
        self.right.addWidget(scrolling_column(self.card, *self.further_cards()), 1)
        self.right.addLayout(buttons)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(self.margins)
        columns.setSpacing(16)
        columns.addLayout(left, 3)
        columns.addLayout(self.right, 5)


def _save(
    desk: Desk, panel: RollPanel, seen: Any | None, uid: UUID, values: dict[str, Any]
) -> tuple[Any, list[Problem]]:
    """Save what was typed; its draft, which has its uid, goes with it."""
    roll = panel.sheet.roll(desk)
    if seen is None:
        problems = roll.register(panel.make(desk, uid, values))
        return roll.load(uid), problems
    changed = {
        name: value for name, value in values.items() if _differs(value, getattr(seen, name))
    }
    record = roll.correct(seen, changed) if changed else seen
    if not changed:
        desk.drafts.drop(uid)
    return record, [problem for problem in record.problems() if not problem.is_error]


def _given(values: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is empty: a word or day that was not said stands at what is usual."""
    return {name: value for name, value in values.items() if value not in ("", None)}


def _differs(typed: Any, kept: Any) -> bool:
    if isinstance(typed, list):
        told = [[_said(part) for part in parts] for parts in (typed, kept)]
        return told[0] != told[1]
    return bool(typed != kept)


def _said(part: Part) -> tuple[Any, ...]:
    return tuple(getattr(part, name, None) for name in ("name", "presence", "reason"))


def _withdraw(desk: Desk, sheet: Sheet, seen: Any, reason: str) -> Record:
    withdrawn: Record = sheet.roll(desk).withdraw(seen, reason)
    return withdrawn


def _undo(desk: Desk, sheet: Sheet, seen: Any) -> Any:
    return sheet.roll(desk).undo(seen)
