"""来访 — one visit whole: what stands, what happened to it, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from liaison_desktop.desk.drafts import KeptDraft
from liaison_desktop.model.authorize import Action, authorize
from liaison_desktop.model.faults import Fault
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.times import SHANGHAI
from liaison_desktop.model.visit import Visit
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card, clear, restyle
from liaison_desktop.ui.frames import scrolling
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.pages import registering
from liaison_desktop.ui.pages.attachment_open import open_attachment
from liaison_desktop.ui.pages.reason_ask import ReasonPanel
from liaison_desktop.ui.pages.record_correct import CorrectPanel
from liaison_desktop.ui.pages.record_facts import show_attachments, show_matter, show_visit
from liaison_desktop.ui.pages.record_matter import MatterPanel
from liaison_desktop.ui.pages.record_opened import Opened, load, undo_last
from liaison_desktop.ui.pages.record_trail import show_past
from liaison_desktop.ui.pages.source_row import show_source
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.texts import label
from liaison_desktop.ui.wrapping import NARROWEST, Wrapping

WITHDRAW = "withdraw"


class RecordView(QWidget):
    """`closed` asks for the list again."""

    closed = Signal()
    not_kept = Signal(object)

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.room = room
        self._opened: Opened | None = None
        self._number = ""
        self.number = label("", "big")
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.state = label("", "badge")
        self.banner = Banner()
        self.ask = ReasonPanel(room)
        self.facts = Card(tr("来访人"), "person")
        self.attachments = Card(tr("附件"), "folder")
        self.trail = Card(tr("修改记录"), "history")
        self.correcting = CorrectPanel(room)
        self.matter_form = MatterPanel(room)
        self._matters = QVBoxLayout()
        self._stack = QStackedWidget()
        self._build_buttons()
        self._lay_out()
        self._connect()

    @property
    def visit(self) -> Visit | None:
        """The visit that is open."""
        return self._opened.visit if self._opened else None

    def open(self, number: str) -> None:
        """Read a visit and show it."""
        self._number, self._opened = number, None
        self.ask.lay_by()
        self.banner.clear()
        self._stack.setCurrentIndex(0)
        self.begin()

    def opened(self) -> str:
        """Return the number of the visit that is open, or ""."""
        return self._number

    def begin(self) -> None:
        """Read the open visit anew; what is typed into a form of it is left alone."""
        if self._number and self._stack.currentIndex() == 0:
            task = partial(load, self.room.desk, self._number)
            self.room.worker.ask(self, task, self._show, self._refuse)

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed of a reason, of a correction or of a further matter, then go on."""
        form = self._stack.currentWidget()
        if isinstance(form, CorrectPanel | MatterPanel):
            then = partial(form.put_down, then)
        self.ask.put_down(then)

    def go_back(self) -> None:
        """Go one step back: from a question, from a form, from the visit."""
        form = self._stack.currentWidget()
        if self.ask.isVisible():
            self.ask.give_up()
        elif isinstance(form, CorrectPanel | MatterPanel):
            form.give_up()
        else:
            self.ask.lay_by()
            self._number = ""
            self._opened = None
            self.closed.emit()

    def print_set(self) -> None:
        """Draw the papers of the visit and show them (Ctrl+P)."""
        if self.visit is not None and self._stack.currentIndex() == 0:
            task = partial(registering.print_set, self.room.desk, self.visit.number)
            self.room.worker.ask(self, task, self._show_papers, self._refuse)

    def correct(self, matter: Matter | None = None, draft: KeptDraft | None = None) -> None:
        """Begin a correction of the visit with one of its matters, the first one as a rule."""
        if self.visit is None or self.visit.withdrawn_at is not None:
            return
        self._stack.setCurrentWidget(self.correcting)
        self.correcting.begin(self.visit, matter or self.visit.matters[0], draft)

    def _show(self, opened: Opened) -> None:
        is_first, self._opened = self._opened is None, opened
        visit = opened.visit
        self.number.setText(visit.number)
        show_visit(self.facts, visit)
        show_source(self.facts, opened.source, self.room.ways)
        clear(self._matters)
        for matter in visit.matters:
            self._matters.addWidget(self._matter_card(matter))
        self._matters.addStretch(1)
        show = partial(open_attachment, self.room, self, self.banner, self._refuse)
        show_attachments(self.attachments, opened.attachments, show)
        show_past(self.trail, opened.past, visit)
        self._show_state(visit)
        self._offer_drafts(opened)
        if is_first:
            self.ask.take_up(self._ask_again)
        if self.ask.isHidden() and self.isVisible():
            may = not self.correct_button.isHidden()
            (self.correct_button if may else self.back_button).setFocus()

    def _matter_card(self, matter: Matter) -> Card:
        card = Card("", "edit")
        show_matter(card, matter)
        if self.visit is not None and self.visit.withdrawn_at is None:
            handle = partial(self.room.ways.to_matter.emit, matter.number)
            card.head.addWidget(Button(tr("办理"), handle, kind="small", picture="sheet"))
        is_further = matter.place_in_visit > 1 and matter.withdrawn_at is None
        if is_further and self._may_change():
            words = tr("更正第 {n} 件").format(n=matter.place_in_visit)
            card.head.addWidget(Button(words, partial(self._correct_matter, matter), kind="small"))
        return card

    def _correct_matter(self, matter: Matter) -> None:
        self.correct(matter)

    def _show_state(self, visit: Visit) -> None:
        is_withdrawn = visit.withdrawn_at is not None
        is_incomplete = visit.is_incomplete or any(m.is_incomplete for m in visit.matters)
        words, level = (tr("待补"), "warn") if is_incomplete else ("", "soft")
        if visit.withdrawn_at is not None:
            words, level = tr("已撤回"), "danger"
            when = visit.withdrawn_at.astimezone(SHANGHAI)
            said = tr("已于 {when} 撤回：{reason}。编号保留，名单里不再显示。")
            self.banner.say(
                said.format(when=f"{when:%Y-%m-%d %H:%M}", reason=visit.withdrawn_reason), "warn"
            )
        restyle(self.state, "level", level)
        self.state.setText(words)
        self.state.setVisible(bool(words))
        may = self._may_change()
        for button in (self.correct_button, self.matter_button, self.withdraw_button):
            button.setVisible(may and not is_withdrawn)
        self.undo_button.setVisible(may and self._was_changed())
        self.attach_button.setVisible(may and not is_withdrawn)

    def _was_changed(self) -> bool:
        return self._opened is not None and any(past.fields for past in self._opened.past)

    def _offer_drafts(self, opened: Opened) -> None:
        """Offer what was typed and not saved, before anything else but a reason half typed."""
        if self.ask.asks_why:
            return
        if opened.draft is not None:
            words = tr("上次的更正没有保存，内容还在。")
            draft = opened.draft
            self.ask.ask(words, tr("继续更正"), partial(self._resume, draft), reason=False)
        elif opened.matter_draft is not None:
            words = tr("上次加的事项没有保存，内容还在。")
            draft = opened.matter_draft
            self.ask.ask(words, tr("继续填写"), partial(self._resume_matter, draft), reason=False)

    def _resume(self, draft: KeptDraft, _reason: str) -> None:
        self.ask.lay_by()
        matters = self.visit.matters if self.visit else []
        uid = draft.body.get("matter")
        matter = next((each for each in matters if str(each.uid) == uid), None)
        self.correct(matter, draft)

    def _corrected(self) -> None:
        self._show_again()
        self.banner.say(tr("已更正；原来的内容留在修改记录里。"), "ok")
        self.room.ways.changed.emit()

    def _ask_withdraw(self) -> None:
        if self.visit is None:
            return
        words = tr(
            "撤回后，这次来访不再出现在名单和统计里；编号保留，内容和原因留在历史里，"
            "并随下一次上报告诉县（区）。"
        )
        self.ask.ask_why(self.visit.uid, WITHDRAW, words, tr("撤回"), self._withdraw)

    def _ask_again(self, about: UUID, act: str) -> bool:
        is_here = self.visit is not None and (about, act) == (self.visit.uid, WITHDRAW)
        is_asked = is_here and not self.withdraw_button.isHidden()
        if is_asked:
            self._ask_withdraw()
        return is_asked

    def _withdraw(self, reason: str) -> None:
        if self.visit is not None:
            task = partial(self.room.desk.visits.withdraw, self.visit, reason)
            self.room.worker.ask(self, task, self._changed, self._refuse)

    def _ask_undo(self) -> None:
        """Say what will come back, then undo the last change."""
        last = next((p for p in self._opened.past if p.fields), None) if self._opened else None
        if last is None:
            return
        nothing = tr("（空）")
        said = (f"{name}：{new or nothing} → {old or nothing}" for name, old, new in last.fields)
        what = tr("；").join(said)
        words = tr("撤销上一次改动，改回原来的内容：{what}").format(what=what)
        self.ask.ask(words, tr("撤销改动"), self._undo, reason=False)

    def _undo(self, _reason: str) -> None:
        if self.visit is not None:
            task = partial(undo_last, self.room.desk, self.visit)
            self.room.worker.ask(self, task, self._changed, self._refuse)

    def _changed(self, _record: object) -> None:
        self.ask.end()
        self.banner.clear()
        self.begin()
        self.room.ways.changed.emit()

    def _add_matter(self) -> None:
        if self.visit is not None:
            self._stack.setCurrentWidget(self.matter_form)
            self.matter_form.begin(self.visit)

    def _resume_matter(self, draft: KeptDraft, _reason: str) -> None:
        self.ask.lay_by()
        if self.visit is not None:
            self._stack.setCurrentWidget(self.matter_form)
            self.matter_form.begin(self.visit, draft)

    def _matter_saved(self) -> None:
        self._show_again()
        self.banner.say(tr("已加一件事项。"), "ok")
        self.room.ways.changed.emit()

    def _show_again(self) -> None:
        """Leave a form: the visit is read anew."""
        self._stack.setCurrentIndex(0)
        self.begin()

    def _attach(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, tr("添加附件"))
        if path and self.visit is not None:
            self.attach_file(Path(path))

    def attach_file(self, path: Path) -> None:
        """Hang a file on the visit."""
        if self.visit is not None:
            task = partial(self.room.desk.attachments.register, self.visit, path)
            self.room.worker.ask(self, task, self._changed, self._refuse)

    def _show_papers(self, papers: Sequence[Any]) -> None:
        self.room.show_papers(papers, self._say_printed)

    def _say_printed(self, said: str) -> None:
        self.banner.say(said, "ok")
        self.begin()

    def _refuse(self, fault: Fault) -> None:
        self.ask.refuse()
        self.banner.say(say(fault), "danger")

    def _may_change(self) -> bool:
        desk = self.room.desk
        return authorize(desk.user.roles_on(desk.today()), Action.CORRECT_VISIT)

    def _build_buttons(self) -> None:
        self.back_button = Button(
            tr("返回"), self.go_back, kind="small", picture="arrow_left", key="Esc"
        )
        self.correct_button = Button(
            tr("更正"), self.correct, kind="primary", picture="edit", key="Ctrl+E"
        )
        self.print_button = Button(tr("打印"), self.print_set, picture="printer", key="Ctrl+P")
        self.matter_button = Button(tr("加事项"), self._add_matter, picture="plus")
        self.attach_button = Button(tr("添加附件"), self._attach, kind="small", picture="plus")
        self.undo_button = Button(tr("撤销改动"), self._ask_undo, picture="undo")
        self.withdraw_button = Button(tr("撤回"), self._ask_withdraw, picture="withdraw")
        self.attachments.head.addWidget(self.attach_button)

    def _connect(self) -> None:
        self.correcting.saved.connect(self._corrected)
        self.matter_form.saved.connect(self._matter_saved)
        self.ask.not_kept.connect(self.not_kept)
        for form in (self.correcting, self.matter_form):
            form.given_up.connect(self._show_again)
            form.keeper.failed.connect(self.not_kept)
        keys = {
            "Esc": self.go_back,
            "Ctrl+P": self.print_set,
            "Ctrl+E": self.correct_button.click,
            "Ctrl+Return": self._save_form,
            "Ctrl+Enter": self._save_form,
        }
        for key, does in keys.items():
            QShortcut(QKeySequence(key), self, does)

    def _save_form(self) -> None:
        form = self._stack.currentWidget()
        if isinstance(form, CorrectPanel | MatterPanel):
            form.save()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(24, 12, 24, 8)
        head.setSpacing(10)
        for widget in (self.back_button, self.number, self.state):
            head.addWidget(widget)
        buttons = Wrapping(
            self.undo_button,
            self.withdraw_button,
            self.matter_button,
            self.print_button,
            self.correct_button,
            ends_right=True,
        )
        head.addWidget(buttons, 1)
        shown = QWidget()
        shown.setMinimumWidth(NARROWEST)
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        for said in (self.banner, self.ask):
            column.addLayout(_inset(said))
        column.addWidget(self._build_body(), 1)
        self._stack.addWidget(shown)
        self._stack.addWidget(self.correcting)
        self._stack.addWidget(self.matter_form)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _build_body(self) -> QScrollArea:
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.facts)
        left.addWidget(self.attachments)
        left.addStretch(1)
        right.addWidget(self.trail)
        right.addStretch(1)
        body = QWidget()
        body.setObjectName("page_body")
        columns = QHBoxLayout(body)
        columns.setContentsMargins(24, 4, 24, 16)
        columns.setSpacing(16)
        area = scrolling(body)
        columns.addLayout(left, 5)
        columns.addLayout(self._matters, 6)
        columns.addLayout(right, 4)
        return area


def _inset(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(24, 0, 24, 6)
    row.addWidget(widget)
    return row
