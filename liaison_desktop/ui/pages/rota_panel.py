"""轮值 — the station's rules, a year's sessions by them, and who sits at which, in numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.year_plan import Planned
from liaison_desktop.model.authorize import Action, authorize
from liaison_desktop.model.base import Record
from liaison_desktop.model.faults import Fault, NotSaved
from liaison_desktop.model.importing import ImportKind
from liaison_desktop.model.kept_rule import KeptRule
from liaison_desktop.model.reception_rule import read_reception_rule
from liaison_desktop.model.reception_session import ReceptionSession
from liaison_desktop.model.schedule_words import SessionState
from liaison_desktop.model.texts import visible
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import MandateLevel
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card, RowButton
from liaison_desktop.ui.frames import scrolling_column
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.pages.draft_keeper import DraftKeeper
from liaison_desktop.ui.pages.rota_words import (
    fairness_in_words,
    unfilled_in_words,
    why_in_words,
)
from liaison_desktop.ui.pages.rota_year import YearCard
from liaison_desktop.ui.pages.rule_form import RuleForm, rule_in_words
from liaison_desktop.ui.room import Room

FORM = "reception_rule"


@dataclass(frozen=True)
class LoadedYear:
    """What the panel shows of a year."""

    rules: Sequence[KeptRule]
    sessions: Sequence[ReceptionSession]
    has_draft: bool
    minimums: Mapping[MandateLevel, int]


class RotaPanel(QWidget):
    """`opening` asks for one session by its uid, `printing` for the rota of a year."""

    opening = Signal(object)
    printing = Signal(str, object)
    exporting = Signal(int)
    not_kept = Signal(object)

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.room = room
        self.rule: KeptRule | None = None
        self._uid: UUID | None = None
        self._shown: dict[str, Any] = {}
        self._done: Sequence[Record] = ()
        self.banner = Banner()
        self.rules = Card(tr("接待日规则"), "settings")
        self.plan = YearCard(room)
        self.fairness = Card(tr("是否公平"), "check_circle")
        self.sessions = Card(tr("轮值表"), "users")
        self.form = RuleForm()
        self.keeper = DraftKeeper(room.worker, room.desk.drafts, FORM, self)
        self._stack = QStackedWidget()
        self._build_buttons()
        self._lay_out()
        self._connect()
        self.fairness.hide()

    def begin(self) -> None:
        """Read the rules and the year's sessions anew; what is typed stays."""
        task = partial(_load, self.room.desk, self.plan.shown_year())
        self.room.worker.ask(self, task, self._show, self._refuse)

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed of a rule and of the year, then go on."""
        self.keeper.put_down(partial(self.plan.draft.put_down, then))

    def begin_rule(self, rule: KeptRule | None = None) -> None:
        """Ask for a new rule, or show one to correct; what was typed before is there again."""
        uid = rule.uid if rule else None
        task = partial(_draft_of, self.room.desk, uid)
        self.room.worker.ask(self, task, partial(self._show_rule, rule), self._refuse)

    def save_rule(self) -> None:
        """Keep the rule that is typed; refused at its fields where it is none."""
        QGuiApplication.inputMethod().commit()
        if self._stack.currentIndex() == 0 or self._uid is None:
            return
        toml = self.form.text()
        try:
            name = read_reception_rule(toml).name
        except NotSaved as fault:
            self.form.say(fault.problems)
            self.banner.say(say(fault), "danger")
            return
        self.keeper.rest()
        task = partial(_keep_rule, self.room.desk, self.rule, self._uid, name, toml)
        self.room.worker.ask(self, task, self._rule_kept, self._refuse)

    def register_sessions(self) -> None:
        """Make the sessions that the rules give the year and that are not there yet."""
        year = self.plan.typed_year()
        if year is not None:
            task = partial(self.room.desk.schedule.year_plans.register_sessions, year)
            self.room.worker.ask(self, task, self._registered, self._refuse)

    def plan_rota(self) -> None:
        """Fill the free seats of the year."""
        QGuiApplication.inputMethod().commit()
        year, minimums = self.plan.typed_year(), self.plan.minimums()
        if year is not None and minimums is not None:
            plan = self.room.desk.schedule.year_plans.plan_rota
            task = partial(plan, year, self.plan.options(), minimums)
            self.plan.draft.answer()
            self.room.worker.ask(self, task, self._planned, self._refuse)

    def undo(self) -> None:
        """Take the last planning back, whole."""
        if self._done:
            task = partial(self.room.desk.schedule.undo, self._done)
            self.room.worker.ask(self, task, self._undone, self._refuse)

    def import_table(self, path: Path) -> None:
        """Take in the office's own table of reception days; looked at first, undone whole."""
        from liaison_desktop.ui.pages.import_table import ImportDialog

        dialog = ImportDialog(self.room, ImportKind.ROTA, path, self)
        dialog.finished.connect(lambda _result: self.begin())
        dialog.open()

    def _choose_table(self) -> None:
        kinds = tr("表格 (*.xlsx *.csv)")
        path, _kind = QFileDialog.getOpenFileName(self, tr("导入安排表"), "", kinds)
        if path:
            self.import_table(Path(path))

    def _show(self, loaded: LoadedYear) -> None:
        self.plan.show_minimums(loaded.minimums)
        self.rules.clear()
        if loaded.has_draft:
            row = RowButton(tr("没有保存的内容"), "", self.begin_rule)
            row.add_badge(tr("草稿"), "warn")
            self.rules.rows.addWidget(row)
        for rule in loaded.rules:
            show = partial(self.begin_rule, rule)
            self.rules.rows.addWidget(RowButton(visible(rule.name), rule_in_words(rule.toml), show))
        if not loaded.rules:
            self.rules.add_words(tr("还没有规则。接待日也可以在日历里一次一次地安排。"))
        self._show_sessions(loaded.sessions)

    def _show_sessions(self, sessions: Sequence[ReceptionSession]) -> None:
        self.sessions.clear()
        self.sessions.show_badge(str(len(sessions)) if sessions else "")
        for one in sessions:
            names = tr("、").join(slot.name for slot in one.slots) or tr("还没有安排代表。")
            moved = tr("原定 {day}").format(day=one.planned_on)
            facts = [str(one.held_on), one.starts, moved if one.held_on != one.planned_on else ""]
            why = one.shifted_because and tr(one.shifted_because)
            facts += [why, tr("待公布") if one.is_tentative else ""]
            first = "　".join(fact for fact in facts if fact)
            row = RowButton(first, visible(names), partial(self.opening.emit, one.uid))
            row.setToolTip("\n".join(why_in_words(slot) for slot in one.slots if slot.name))
            if one.state is not SessionState.PLANNED:
                row.add_badge(tr(word(one.state)), "soft")
            self.sessions.rows.addWidget(row)
        if not sessions:
            self.sessions.add_words(tr("这一年还没有接待日。"))

    def _registered(self, made: Sequence[ReceptionSession]) -> None:
        self._done = made[:1]
        self.undo_button.setVisible(bool(made))
        words = tr("新安排 {count} 次接待日。").format(count=len(made))
        self.banner.say(words if made else tr("规则给出的接待日都已安排，没有新的。"), "ok")
        self._changed()

    def _planned(self, planned: Planned) -> None:
        self.plan.draft.end()
        self.plan.keep()
        self._done = planned.changed[:1]
        self.undo_button.setVisible(bool(self._done))
        is_planned = bool(planned.plan.turns)
        words = tr("轮值表已排好；人工指定的没有动。")
        if not is_planned:
            words = tr("名册里没有可排的在任代表，一次也没有排。请先在代表名册里登记或导入代表。")
        elif planned.announced:
            kept = tr("公告已张贴的 {count} 次也没有动。").format(count=planned.announced)
            words = f"{words}{kept}"
        self.banner.say(words, "ok" if is_planned else "warn")
        self.fairness.clear()
        for line in fairness_in_words(planned):
            self.fairness.add_words(line, "body")
        for line in unfilled_in_words(planned):
            self.fairness.add_words(line, "warn")
        self.fairness.show()
        self._changed()

    def _undone(self, count: int) -> None:
        self._done = ()
        self.undo_button.hide()
        self.fairness.hide()
        self.banner.say(tr("已撤销，{count} 次接待日恢复原样。").format(count=count), "ok")
        self._changed()

    def _show_rule(self, rule: KeptRule | None, draft: tuple[UUID, dict[str, Any]] | None) -> None:
        self.rule = rule
        self.banner.clear()
        self._uid = draft[0] if draft else rule.uid if rule else new_uid(self.room.desk.now())
        if rule is not None:
            self.form.show_text(rule.toml)
        else:
            self.form.clear()
        self._shown = self.form.typed()
        if draft is not None:
            self.form.fill(draft[1])
        self.keeper.begin(self._uid, self._typed, is_kept=draft is not None)
        self.withdraw_button.setVisible(rule is not None)
        self._stack.setCurrentIndex(1)
        self.form.controls()[0].setFocus()

    def _typed(self) -> dict[str, Any] | None:
        typed = self.form.typed()
        return typed if typed != self._shown else None

    def _rule_kept(self, _rule: Record) -> None:
        self._end_rule()
        self.banner.say(tr("规则已保存。"), "ok")
        self._changed()

    def leave_rule(self) -> None:
        """Go back to the year; what is typed of the rule stays as a draft."""
        self.keeper.put_down(self._end_rule)
        self.begin()

    def _end_rule(self) -> None:
        self.keeper.end()
        self._uid = None
        self._stack.setCurrentIndex(0)

    def _withdraw_rule(self) -> None:
        if self.rule is None:
            return
        task = partial(_withdraw_rule, self.room.desk, self.rule)
        self.room.worker.ask(self, task, self._rule_kept, self._refuse)

    def _changed(self) -> None:
        self.begin()
        self.room.ways.changed.emit()

    def _refuse(self, fault: Fault) -> None:
        self.keeper.keep_on()
        self.plan.draft.refuse()
        if isinstance(fault, NotSaved) and self._stack.currentIndex() == 1:
            self.form.say(fault.problems)
        self.banner.say(say(fault), "danger")

    def _build_buttons(self) -> None:
        self.new_button = Button(tr("新规则"), self.begin_rule, kind="small", picture="plus")
        self.sessions_button = Button(tr("按规则安排全年"), self.register_sessions, picture="plus")
        self.plan_button = Button(tr("排轮值表"), self.plan_rota, kind="primary", picture="users")
        self.undo_button = Button(tr("撤销"), self.undo, picture="undo")
        self.print_button = Button(
            tr("打印安排表"),
            lambda: self.printing.emit("rota", self.plan.shown_year()),
            picture="printer",
        )
        self.board_button = Button(
            tr("公示牌"), lambda: self.printing.emit("board", self.plan.shown_year()), kind="small"
        )
        self.export_button = Button(
            tr("导出日历文件"), lambda: self.exporting.emit(self.plan.shown_year()), kind="small"
        )
        self.import_button = Button(
            tr("导入安排表"), self._choose_table, kind="small", picture="upload"
        )
        self.save_button = Button(
            tr("保存"), self.save_rule, kind="primary", picture="save", key=tr("Ctrl+回车")
        )
        self.back_button = Button(tr("返回"), self.leave_rule, picture="arrow_left", key="Esc")
        self.withdraw_button = Button(tr("撤回规则"), self._withdraw_rule, picture="withdraw")
        self.undo_button.hide()
        desk = self.room.desk
        may = authorize(desk.user.roles_on(desk.today()), Action.KEEP_SCHEDULE)
        for button in (
            self.new_button,
            self.import_button,
            self.sessions_button,
            self.plan_button,
            self.save_button,
        ):
            button.allow(may)

    def _connect(self) -> None:
        self.form.changed.connect(self.keeper.touch)
        self.form.done.connect(self.save_button.setFocus)
        self.keeper.failed.connect(self.not_kept)
        self.plan.draft.not_kept.connect(self.not_kept)
        self.plan.chosen.connect(self.begin)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.save_rule)
        QShortcut(QKeySequence("Esc"), self.form, self.leave_rule)

    def _lay_out(self) -> None:
        self.rules.head.addWidget(self.new_button)
        self.plan.add_line((self.import_button, self.board_button, self.export_button))
        shown = QWidget()
        columns = QHBoxLayout(shown)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(16)
        columns.addWidget(scrolling_column(self.rules, self.plan), 2)
        columns.addWidget(scrolling_column(self.fairness, self.sessions), 3)
        foot = QHBoxLayout()
        foot.addWidget(self.undo_button)
        foot.addStretch(1)
        for button in (self.print_button, self.sessions_button, self.plan_button):
            foot.addWidget(button)
        whole = QWidget()
        below = QVBoxLayout(whole)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(shown, 1)
        below.addLayout(foot)
        self._stack.addWidget(whole)
        self._stack.addWidget(self._build_rule())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)

    def _build_rule(self) -> QWidget:
        card = Card(tr("接待日规则"), "edit")
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 8, 16, 8)
        inner.addWidget(self.form)
        card.rows.addLayout(inner)
        buttons = QHBoxLayout()
        buttons.addWidget(self.withdraw_button)
        buttons.addStretch(1)
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.save_button)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolling_column(card), 1)
        column.addLayout(buttons)
        return body


def _load(desk: Desk, year: int) -> LoadedYear:
    schedule = desk.schedule
    sessions = schedule.year_plans.sessions_of(year)
    rules = schedule.rules.find()
    known = {rule.uid for rule in rules}
    drafts = [draft for draft in desk.drafts.find(FORM) if draft.uid not in known]
    minimums = schedule.year_plans.minimums(year)
    return LoadedYear(rules, sessions, bool(drafts), minimums)


def _draft_of(desk: Desk, uid: UUID | None) -> tuple[UUID, dict[str, Any]] | None:
    """Return the draft of a rule, or the latest of a rule that is not kept yet."""
    known = {rule.uid for rule in desk.schedule.rules.find()}
    for draft in desk.drafts.find(FORM):
        if draft.uid == uid or (uid is None and draft.uid not in known):
            return draft.uid, draft.body
    return None


def _keep_rule(desk: Desk, seen: KeptRule | None, uid: UUID, name: str, toml: str) -> Record:
    if seen is not None:
        return desk.schedule.rules.correct(seen, {"name": name, "toml": toml})
    rule = KeptRule(uid=uid, station_uid=desk.station.uid, name=name, toml=toml)
    desk.schedule.rules.register(rule)
    return rule


def _withdraw_rule(desk: Desk, seen: KeptRule) -> Record:
    return desk.schedule.rules.withdraw(seen, tr("不再使用"))
