"""代表 — one deputy whole: what stands, what he did, and what can be done with his record."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
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
from liaison_desktop.model.deputy import Deputy
from liaison_desktop.model.faults import Fault, Problem
from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.ledger import Viewer
from liaison_desktop.model.times import SHANGHAI
from liaison_desktop.model.uids import made_at
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card, restyle
from liaison_desktop.ui.frames import scrolling
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say, say_problem
from liaison_desktop.ui.pages import deputy_facts
from liaison_desktop.ui.pages.deputy_facts import PublicCard
from liaison_desktop.ui.pages.deputy_form import DeputyForm
from liaison_desktop.ui.pages.deputy_opened import Begun, Opened, begin_new, load
from liaison_desktop.ui.pages.reason_ask import ReasonPanel
from liaison_desktop.ui.pages.record_trail import show_trail
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.texts import label, show_typed

WITHDRAW = "withdraw"


class DeputyView(QWidget):
    """`closed` asks for the list again; `not_kept` says that what is typed could not be kept."""

    closed = Signal()
    not_kept = Signal(object)

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.room = room
        self._uid: UUID | None = None
        self._opened: Opened | None = None
        self.name = label("", "big")
        self.name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.state = label("", "badge")
        self.banner, self.odd = Banner(), Banner()
        self.ask = ReasonPanel(room)
        self.public = PublicCard()
        self.private = Card(tr("不公示的"), "lock")
        self.mandates = Card(tr("任职"), "shield")
        self.sessions = Card(tr("接待日"), "clock")
        self.journal = Card(tr("履职纪实"), "duty")
        self.households = Card(tr("联系户"), "home")
        self.trail = Card(tr("修改记录"), "history")
        self.form = DeputyForm(room)
        self._stack = QStackedWidget()
        self._build_buttons()
        self._lay_out()
        self._connect()

    @property
    def deputy(self) -> Deputy | None:
        """Who is open."""
        return self._opened.deputy if self._opened else None

    def open(self, uid: UUID) -> None:
        """Read a deputy and show him."""
        self._uid, self._opened = uid, None
        self.ask.lay_by()
        for banner in (self.banner, self.odd):
            banner.clear()
        self._stack.setCurrentIndex(0)
        self.begin()

    def open_new(self) -> None:
        """Begin a new deputy, or go on with the one that was begun and not saved."""
        self._uid = self._opened = None
        self.ask.lay_by()
        task = partial(begin_new, self.room.desk)
        self.room.worker.ask(self, task, self._begin_new, self._refuse)

    def opened(self) -> UUID | None:
        """Return who is open."""
        return self._uid

    def begin(self) -> None:
        """Read who is open anew; what is typed into the form is left alone."""
        if self._uid is not None and self._stack.currentIndex() == 0:
            task = partial(load, self.room.desk, self._uid)
            self.room.worker.ask(self, task, self._show, self._refuse)

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed of a reason and into the form, then go on."""
        if self._stack.currentWidget() is self.form:
            then = partial(self.form.put_down, then)
        self.ask.put_down(then)

    def go_back(self) -> None:
        """Go one step back: from a question, from the form, from the deputy."""
        if self._stack.currentWidget() is self.form:
            self.form.give_up()
        elif self.ask.isVisible():
            self.ask.give_up()
        else:
            self._leave()

    def correct(self, draft: KeptDraft | None = None) -> None:
        """Begin a correction of who is open."""
        if self._opened is None or self._opened.deputy.withdrawn_at is not None:
            return
        if not self.ask.asks_why:
            self.ask.lay_by()
        self._stack.setCurrentWidget(self.form)
        self.form.begin(self._opened.deputy, self._opened.tables, draft)

    def attach_photo(self, path: Path) -> None:
        """Let a picture be the photo of who is open."""
        if self.deputy is not None:
            task = partial(self.room.desk.deputies.attach_photo, self.deputy, path)
            self.room.worker.ask(self, task, self._changed, self._refuse)

    def _begin_new(self, begun: Begun) -> None:
        self._stack.setCurrentWidget(self.form)
        self.form.begin(None, begun.tables, begun.draft)
        if begun.draft is not None:
            self.form.banner.say(tr("上次填到一半的新代表，内容还在。"), "warn")

    def _show(self, opened: Opened) -> None:
        is_first, self._opened = self._opened is None, opened
        deputy, year = opened.deputy, opened.year
        desk = self.room.desk
        viewer = Viewer.of(desk.user.roles_on(desk.today()))
        show_typed(self.name, deputy.name)
        self.public.show_deputy(deputy, opened.photo, desk.today())
        deputy_facts.show_private(self.private, deputy, viewer)
        deputy_facts.show_mandates(self.mandates, deputy.mandates)
        deputy_facts.show_sessions(self.sessions, year)
        deputy_facts.show_journal(self.journal, year)
        deputy_facts.show_households(self.households, year, viewer)
        show_trail(self.trail, opened.past, made_at(deputy.uid), tr("登记"))
        self._show_state(deputy)
        self._say_odd(opened)
        if opened.draft is not None and self.ask.isHidden() and self._may_change():
            words = tr("上次的更正没有保存，内容还在。")
            resume = partial(self._resume, opened.draft)
            self.ask.ask(words, tr("继续更正"), resume, reason=False)
        elif is_first:
            self.ask.take_up(self._ask_again)
        if self.ask.isHidden() and self.isVisible():
            may = not self.correct_button.isHidden()
            (self.correct_button if may else self.back_button).setFocus()

    def _show_state(self, deputy: Deputy) -> None:
        levels = deputy.levels_on(self.room.desk.today())
        words, level = (tr("在任"), "soft") if levels else (tr("不在任"), "plain")
        if deputy.withdrawn_at is not None:
            words, level = tr("已撤回"), "danger"
            when = deputy.withdrawn_at.astimezone(SHANGHAI)
            said = tr("已于 {when} 撤回：{reason}。名册里不再显示，历史保留。")
            facts = {"when": f"{when:%Y-%m-%d %H:%M}", "reason": tr(deputy.withdrawn_reason)}
            self.banner.say(said.format(**facts), "warn")
        restyle(self.state, "level", level)
        self.state.setText(words)
        may = self._may_change()
        is_here = may and deputy.withdrawn_at is None
        for button in (self.correct_button, self.withdraw_button, self.photo_button):
            button.setVisible(is_here)
        self.unphoto_button.setVisible(is_here and deputy.photo_uid is not None)
        self.undo_button.setVisible(may and bool(self._opened and self._opened.past))

    def _say_odd(self, opened: Opened) -> None:
        """Say in one line what should be looked at; none of it is in the way of anything."""
        words = tr("{name}：{why}")
        told = [words.format(name=_name_of(each), why=say_problem(each)) for each in opened.odd]
        self.odd.say(tr("；").join(told), "warn")

    def _resume(self, draft: KeptDraft, _reason: str) -> None:
        self.correct(draft)

    def _saved(self, uid: UUID) -> None:
        is_new = self._uid is None
        self._uid = uid
        self._show_again()
        words = tr("已登记这位代表。") if is_new else tr("已更正；原来的内容留在修改记录里。")
        self.banner.say(words, "ok")
        self.room.ways.changed.emit()

    def _given_up(self) -> None:
        if self._uid is None:
            self._leave()
        else:
            self._show_again()

    def _show_again(self) -> None:
        self.banner.clear()
        self._stack.setCurrentIndex(0)
        self.begin()

    def _leave(self) -> None:
        self._uid = self._opened = None
        self.ask.lay_by()
        self._stack.setCurrentIndex(0)
        self.closed.emit()

    def _ask_withdraw(self) -> None:
        if self.deputy is None:
            return
        words = tr(
            "撤回是登记错了才用；任期结束或暂停，请用“更正”写明任职止和原因。"
            "撤回后名册和公示里不再有这位代表，历史保留，并随下一次上报告诉县（区）。"
        )
        self.ask.ask_why(self.deputy.uid, WITHDRAW, words, tr("撤回"), self._withdraw)

    def _ask_again(self, about: UUID, act: str) -> bool:
        is_here = (about, act) == (self._uid, WITHDRAW) and not self.withdraw_button.isHidden()
        if is_here:
            self._ask_withdraw()
        return is_here

    def _withdraw(self, reason: str) -> None:
        if self.deputy is not None:
            task = partial(self.room.desk.deputies.withdraw, self.deputy, reason)
            self.room.worker.ask(self, task, self._changed, self._refuse)

    def _ask_undo(self) -> None:
        words = tr("撤销这位代表的上一次改动，改回原来的内容；撤销本身也留在修改记录里。")
        self.ask.ask(words, tr("撤销改动"), self._undo, reason=False)

    def _undo(self, _reason: str) -> None:
        if self.deputy is not None:
            task = partial(self.room.desk.undo, self.deputy)
            self.room.worker.ask(self, task, self._changed, self._refuse)

    def _choose_photo(self) -> None:
        kind = tr("照片 (*.png *.jpg *.jpeg)")
        path, _kind = QFileDialog.getOpenFileName(self, tr("选照片"), "", kind)
        if path:
            self.attach_photo(Path(path))

    def _remove_photo(self) -> None:
        if self.deputy is not None:
            task = partial(self.room.desk.deputies.remove_photo, self.deputy)
            self.room.worker.ask(self, task, self._changed, self._refuse)

    def _changed(self, _deputy: Deputy) -> None:
        self.ask.end()
        self.banner.clear()
        self.begin()
        self.room.ways.changed.emit()

    def _refuse(self, fault: Fault) -> None:
        self.ask.refuse()
        self.banner.say(say(fault), "danger")

    def _may_change(self) -> bool:
        desk = self.room.desk
        return authorize(desk.user.roles_on(desk.today()), Action.CORRECT_DEPUTY)

    def _build_buttons(self) -> None:
        self.back_button = Button(
            tr("返回"), self.go_back, kind="small", picture="arrow_left", key="Esc"
        )
        self.correct_button = Button(
            tr("更正"), self.correct, kind="primary", picture="edit", key="Ctrl+E"
        )
        self.undo_button = Button(tr("撤销改动"), self._ask_undo, picture="undo")
        self.withdraw_button = Button(tr("撤回"), self._ask_withdraw, picture="withdraw")
        self.photo_button = Button(tr("选照片"), self._choose_photo, kind="small", picture="plus")
        self.unphoto_button = Button(tr("去掉照片"), self._remove_photo, kind="small")
        self.public.head.addWidget(self.unphoto_button)
        self.public.head.addWidget(self.photo_button)

    def _connect(self) -> None:
        self.form.saved.connect(self._saved)
        self.form.given_up.connect(self._given_up)
        self.form.keeper.failed.connect(self.not_kept)
        self.ask.not_kept.connect(self.not_kept)
        keys = {
            "Esc": self.go_back,
            "Ctrl+E": self.correct_button.click,
            "Ctrl+Return": self._save_form,
            "Ctrl+Enter": self._save_form,
        }
        for key, does in keys.items():
            QShortcut(QKeySequence(key), self, does)

    def _save_form(self) -> None:
        if self._stack.currentWidget() is self.form:
            self.form.save()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(24, 12, 24, 8)
        head.setSpacing(10)
        for widget in (self.back_button, self.name, self.state):
            head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        for button in (self.undo_button, self.withdraw_button, self.correct_button):
            head.addWidget(button)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        for told in (self.banner, self.odd, self.ask):
            column.addLayout(_inset(told))
        column.addWidget(self._build_body(), 1)
        self._stack.addWidget(shown)
        self._stack.addWidget(self.form)
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
            (6, (self.public, self.private)),
            (5, (self.mandates, self.sessions)),
            (4, (self.journal, self.households, self.trail)),
        ):
            column = QVBoxLayout()
            column.setSpacing(14)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            columns.addLayout(column, share)
        return area


def _name_of(problem: Problem) -> str:
    """Return what the screen calls the field of a deputy or of one of his mandates."""
    parts = problem.field.split(".")
    declared = fields_of(Deputy)
    if len(parts) == 1:
        return tr(declared[parts[0]].label)
    return tr("任职 {n}").format(n=int(parts[1]) + 1)


def _inset(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(24, 0, 24, 6)
    row.addWidget(widget)
    return row
