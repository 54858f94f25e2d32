"""事项 — one matter: what was said, where it stands, what can be done now, and its papers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.drafts import KeptDraft
from liaison_desktop.desk.matter_papers import TITLES
from liaison_desktop.desk.matters import MatterFacts
from liaison_desktop.model.attachment import Attachment
from liaison_desktop.model.authorize import Action, authorize
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.faults import Fault
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.matter_flow import Row
from liaison_desktop.model.step import Step
from liaison_desktop.model.words import Move, Route
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card, restyle
from liaison_desktop.ui.frames import scrolling
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.pages.attachment_open import open_attachment
from liaison_desktop.ui.pages.matter_drafts import can_go_on, drafts_of, show_left
from liaison_desktop.ui.pages.matter_step import FORM, StepPanel
from liaison_desktop.ui.pages.matter_trail import (
    show_deadlines,
    show_links,
    show_trail,
    show_voters,
)
from liaison_desktop.ui.pages.matter_words import left_in_words
from liaison_desktop.ui.pages.record_ask import AskPanel
from liaison_desktop.ui.pages.record_facts import show_attachments, show_matter, show_visit
from liaison_desktop.ui.pages.source_row import load_source, show_source
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.texts import label
from liaison_desktop.ui.wrapping import NARROWEST, Wrapping

SIDE_MOVES = frozenset({Move.CONTACT, Move.CHASE, Move.SUSPEND, Move.MERGE, Move.LINK})
"""Moves that do not bring a matter on; they stand below those that do."""


@dataclass(frozen=True)
class OpenedMatter:
    """Everything the view shows, read at once."""

    facts: MatterFacts
    units: list[str]
    drafts: list[KeptDraft]
    """What was typed of its steps and not saved, the latest first."""
    attachments: Sequence[Attachment]
    route: Route
    """Where most matters of this station go."""
    source: Consultation | None
    """The meeting in which it was raised."""


def load_matter(desk: Desk, key: str) -> OpenedMatter:
    """Return a matter with its trail, the units, and what was typed of a step and not saved."""
    facts = desk.matters.load_facts(key)
    units = [unit.name for unit in desk.units.find()]
    drafts = drafts_of(desk.drafts.find(FORM), facts.matter)
    attachments = desk.attachments.find(facts.visit)
    source, route = load_source(desk, facts.visit), desk.settings.load().default_route
    return OpenedMatter(facts, units, drafts, attachments, route, source)


class MatterView(QWidget):
    """`closed` asks for the lists again, `not_kept` tells that a draft could not be kept."""

    closed = Signal()
    not_kept = Signal(object)

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.room = room
        self._opened: OpenedMatter | None = None
        self._number = ""
        self.number = label("", "big")
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.state, self.due = label("", "badge"), label("", "badge")
        self.banner, self.ask = Banner(), AskPanel()
        self.visitors = Card(tr("来访人"), "person")
        self.matter = Card("", "edit")
        self.owed = Card(tr("反馈与测评"), "users", "warn")
        self.left = Card(tr("没有记下的一步"), "edit", "warn")
        self.moves = Card(tr("现在可以做的"), "next")
        self.papers = Card(tr("办理文书"), "printer")
        self.deadlines = Card(tr("期限"), "clock")
        self.links = Card(tr("关联的事项"), "link")
        self.attachments = Card(tr("附件"), "folder")
        self.trail = Card(tr("办理过程"), "history")
        self.step = StepPanel(room)
        self.move_buttons: dict[Move, Button] = {}
        self._stack = QStackedWidget()
        self._build_buttons()
        self.left.hide()
        self._lay_out()
        self._connect()

    @property
    def facts(self) -> MatterFacts | None:
        """What is shown."""
        return self._opened.facts if self._opened else None

    def open(self, number: str) -> None:
        """Read a matter and show it."""
        self._number = number
        self.ask.hide()
        self.banner.clear()
        self._stack.setCurrentIndex(0)
        self.begin()

    def opened(self) -> str:
        """Return the number of the matter that is open, or ""."""
        return self._number

    def begin(self) -> None:
        """Read the open matter anew; what is typed into a step of it is left alone."""
        if self._number and self._stack.currentIndex() == 0:
            task = partial(load_matter, self.room.desk, self._number)
            self.room.worker.ask(self, task, self._show, self._refuse)

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed into a step, then go on."""
        if self._stack.currentWidget() is self.step:
            self.step.put_down(then)
        else:
            then()

    def go_back(self) -> None:
        """Go one step back: from a question, from a form, from the matter."""
        if self.ask.isVisible():
            self.ask.hide()
        elif self._stack.currentWidget() is self.step:
            self.step.give_up()
        else:
            self._number, self._opened = "", None
            self.closed.emit()

    def begin_step(
        self, row: Row, draft: KeptDraft | None = None, person: UUID | None = None
    ) -> None:
        """Ask for what a step needs, of a voter where one was pressed."""
        if self._opened is not None:
            self._stack.setCurrentWidget(self.step)
            opened = self._opened
            self.step.begin(opened.facts, row, opened.units, draft, opened.route, person)

    def begin_correction(self, step: Step, draft: KeptDraft | None = None) -> None:
        """Ask what a step should have said."""
        if self._opened is not None:
            self._stack.setCurrentWidget(self.step)
            self.step.begin_correction(self._opened.facts, step, self._opened.units, draft)

    def print_form(self, form: str) -> None:
        """Draw a paper of the matter and show it."""
        if self._number:
            task = partial(_print, self.room.desk, form, self._number)
            self.room.worker.ask(self, task, self._show_papers, self._refuse)

    def _show(self, opened: OpenedMatter) -> None:
        self._opened = opened
        facts, today = opened.facts, self.room.desk.today()
        self.number.setText(facts.matter.number)
        self.state.setText(tr(word(facts.matter.state)))
        self._show_due(facts)
        show_visit(self.visitors, facts.visit)
        show_source(self.visitors, opened.source, self.room.ways)
        show_matter(self.matter, facts.matter)
        show_voters(self.owed, facts, self._go_with)
        show_deadlines(self.deadlines, facts, today)
        show_links(self.links, facts, self.open)
        show_trail(self.trail, facts, self.begin_correction if self._may_handle() else None)
        show = partial(open_attachment, self.room, self, self.banner, self._refuse)
        show_attachments(self.attachments, opened.attachments, show)
        self._show_moves(facts)
        self.undo_button.setVisible(self._may_handle() and facts.undoable is not None)
        rows = facts.rows if self._may_handle() else []
        offered = next((one for one in opened.drafts if can_go_on(one, facts, rows)), None)
        left = [one for one in opened.drafts if not can_go_on(one, facts, rows)]
        show_left(self.left, left, facts, self._drop)
        if offered is not None:
            self._offer(offered, facts)
        elif self.isVisible():
            first = next(iter(self.move_buttons.values()), self.back_button)
            first.setFocus()

    def _show_due(self, facts: MatterFacts) -> None:
        matter = facts.matter
        words, level = "", "soft"
        if matter.due_on is not None:
            words, level = left_in_words(
                matter.due_on,
                self.room.desk.today(),
                facts.rules.calendar,
                is_tentative=matter.is_due_tentative,
            )
        restyle(self.due, "level", level)
        self.due.setText(words)
        self.due.setVisible(bool(words))

    def _show_moves(self, facts: MatterFacts) -> None:
        self.moves.clear()
        self.move_buttons = {}
        rows = facts.rows if self._may_handle() else []
        onward = [row for row in rows if row.move not in SIDE_MOVES]
        for group in (onward, [row for row in rows if row.move in SIDE_MOVES]):
            buttons = Wrapping(margins=QMargins(16, 8, 16, 4))
            for row in group:
                kind = "primary" if row is onward[0] and group is onward else ""
                button = Button(tr(word(row.move)), partial(self.begin_step, row), kind=kind)
                self.move_buttons[row.move] = button
                buttons.add(button)
            self.moves.rows.addWidget(buttons)
        if not rows:
            self.moves.add_words(tr("这件事项没有可做的了。"))

    def _offer(self, draft: KeptDraft, facts: MatterFacts) -> None:
        """Offer what was typed of a step and not saved, before anything else."""
        move = tr(word(Move(str(draft.body["move"]))))
        words = tr("上次的「{move}」没有保存，内容还在。").format(move=move)
        if draft.body.get("step"):
            words = tr("上次对「{move}」的更正没有保存，内容还在。").format(move=move)
        resume = partial(self._resume, draft, facts)
        self.ask.ask(words, tr("继续填写"), resume, reason=False)

    def _resume(self, draft: KeptDraft, facts: MatterFacts, _reason: str) -> None:
        self.ask.hide()
        step = next((one for one in facts.trail if str(one.uid) == draft.body.get("step")), None)
        if step is not None:
            self.begin_correction(step, draft)
            return
        self.begin_step(next(r for r in facts.rows if r.move == draft.body["move"]), draft)

    def _drop(self, draft: KeptDraft) -> None:
        """Let go of what was typed of a step that cannot be done any more."""
        task = partial(self.room.desk.drafts.drop, draft.uid)
        self.room.worker.ask(self, task, lambda _nothing: self.begin(), self._refuse)

    def _go_with(self, move: Move, person: UUID) -> None:
        """Begin what is next for a voter."""
        rows = self.facts.rows if self.facts is not None and self._may_handle() else []
        row = next((row for row in rows if row.move is move), None)
        if row is not None:
            self.begin_step(row, person=person)

    def _ask_undo(self) -> None:
        step = self.facts.undoable if self.facts is not None else None
        if self.facts is not None and step is not None:
            words = tr("撤销最后一步「{move}」：事项回到这一步以前，这一步留在历史里。")
            if self.facts.is_correction_last:
                words = tr("撤销对「{move}」的更正：这一步回到更正以前，更正留在历史里。")
            words = words.format(move=tr(word(step.move)))
            self.ask.ask(words, tr("撤销"), self._undo, reason=False)

    def _undo(self, _reason: str) -> None:
        if self.facts is not None:
            task = partial(self.room.desk.matters.undo, [self.facts.matter])
            self.room.worker.ask(self, task, self._undone, self._refuse)

    def _undone(self, _matters: Sequence[Matter]) -> None:
        self.ask.hide()
        self.banner.say(tr("已撤销。"), "ok")
        self._changed()

    def _saved(self, matter: Matter) -> None:
        self._stack.setCurrentIndex(0)
        words = tr("已更正，由它推出的期限已重新算过。")
        if not self.step.is_correction:
            words = tr("已记下，现在是「{state}」。").format(state=tr(word(matter.state)))
        self.banner.say(words, "ok")
        self._changed()

    def _changed(self) -> None:
        self.begin()
        self.room.ways.changed.emit()

    def _show_again(self) -> None:
        self._stack.setCurrentIndex(0)
        self.begin()

    def _show_papers(self, papers: Sequence[Any]) -> None:
        self.room.show_papers(papers, lambda said: self.banner.say(said, "ok"))

    def _refuse(self, fault: Fault) -> None:
        self.ask.hide()
        self.banner.say(say(fault), "danger")

    def _may_handle(self) -> bool:
        desk = self.room.desk
        return authorize(desk.user.roles_on(desk.today()), Action.HANDLE_MATTER)

    def _show_visit(self) -> None:
        if self.facts is not None:
            self.room.ways.to_visit.emit(self.facts.visit.number)

    def _build_buttons(self) -> None:
        self.back_button = Button(
            tr("返回"), self.go_back, kind="small", picture="arrow_left", key="Esc"
        )
        self.undo_button = Button(tr("撤销最后一次"), self._ask_undo, picture="undo")
        self.visit_button = Button(tr("看来访登记"), self._show_visit, picture="ledger")
        papers = Wrapping(
            *(
                Button(tr(title), partial(self.print_form, form), kind="small")
                for form, title in TITLES.items()
            ),
            margins=QMargins(16, 8, 16, 6),
        )
        self.papers.rows.addWidget(papers)

    def _connect(self) -> None:
        self.step.saved.connect(self._saved)
        self.step.given_up.connect(self._show_again)
        self.step.keeper.failed.connect(self.not_kept)
        QShortcut(QKeySequence("Esc"), self, self.go_back)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self._save_step)

    def _save_step(self) -> None:
        if self._stack.currentWidget() is self.step:
            self.step.save()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(24, 12, 24, 8)
        head.setSpacing(10)
        for widget in (self.back_button, self.number):
            head.addWidget(widget)
        head.addWidget(Wrapping(self.state, self.due), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        head.addWidget(self.undo_button)
        head.addWidget(self.visit_button)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        for said in (self.banner, self.ask):
            inset = QHBoxLayout()
            inset.setContentsMargins(24, 0, 24, 6)
            inset.addWidget(said)
            column.addLayout(inset)
        column.addWidget(self._build_body(), 1)
        self._stack.addWidget(shown)
        self._stack.addWidget(self.step)
        self.setMinimumWidth(NARROWEST)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _build_body(self) -> QScrollArea:
        body = QWidget()
        body.setObjectName("page_body")
        columns = QHBoxLayout(body)
        columns.setContentsMargins(24, 4, 24, 16)
        columns.setSpacing(16)
        area = scrolling(body)
        for share, cards in (
            (6, (self.left, self.moves, self.matter, self.visitors)),
            (4, (self.owed, self.deadlines, self.papers, self.links)),
            (5, (self.trail, self.attachments)),
        ):
            side = QVBoxLayout()
            for card in cards:
                side.addWidget(card)
            side.addStretch(1)
            columns.addLayout(side, share)
        return area


def _print(desk: Desk, form: str, number: str) -> list[Any]:
    target = desk.papers.folder / f"{tr(TITLES[form])}_{number}.pdf"
    return [desk.matter_papers.print(form, [number], target)]
