"""来访登记 — the page: a form with its draft, then the number, then the next visitor."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from liaison_desktop.desk.drafts import KeptDraft
from liaison_desktop.desk.settings import USUAL_RULES, StationSettings
from liaison_desktop.model.faults import Fault, NotSaved, ProblemCode
from liaison_desktop.model.times import SHANGHAI, rfc3339
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.visit import Visit
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say, say_problem, say_problems
from liaison_desktop.ui.pages import registering
from liaison_desktop.ui.pages.draft_keeper import DraftKeeper
from liaison_desktop.ui.pages.intake_body import visit_from_body
from liaison_desktop.ui.pages.intake_form import IntakeForm
from liaison_desktop.ui.pages.intake_view import IntakeView
from liaison_desktop.ui.pages.read_back import ReadBackPanel
from liaison_desktop.ui.pages.saved_panel import SavedPanel
from liaison_desktop.ui.pages.start_panel import StartPanel
from liaison_desktop.ui.room import Page, Room
from liaison_desktop.ui.theme import application

FORM = "visit"


class IntakePage(Page):
    """Start, form, read back, saved: one at a time."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        desk, worker = room.desk, room.worker
        self._desk, self._worker, self._preferences = desk, worker, room.preferences
        self._uid: UUID | None = None
        self._begun_at = ""
        self._source: dict[str, Any] = {}
        self._blank: dict[str, Any] = {}
        self._is_saving = False
        self._rules: Mapping[str, str] = USUAL_RULES
        self._focused: QWidget | None = None
        self._number = ""
        self.start = StartPanel(self.register)
        self.view = IntakeView(
            desk, worker, self.save, self.save_and_print, self._fold_more, self.read_back
        )
        self.keeper = DraftKeeper(worker, desk.drafts, FORM, self)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    @property
    def form(self) -> IntakeForm:
        return self.view.form

    @cached_property
    def saved(self) -> SavedPanel:
        """What is told of a visit that was saved; made for the first one."""
        panel = SavedPanel(self.print_set, self.register, self.rest)
        self._stack.addWidget(panel)
        return panel

    @cached_property
    def reading(self) -> ReadBackPanel:
        """What a visitor is given to read; made for the first one."""
        panel = ReadBackPanel(self.save, self._back_to_form)
        self._stack.addWidget(panel)
        return panel

    def begin(self) -> None:
        """Come in front: an open form stays; else drafts are offered, or a form is begun."""
        if self._is_on(IntakeView) and self._uid is not None:
            self.view.give_focus()
        else:
            self._worker.ask(self, partial(self._desk.drafts.find, FORM), self._begin_with)

    def register(self, name: str = "") -> None:
        """Begin the next registration (F2), of a name known already or of none.

        What is typed now is kept as a draft.
        """
        if not self._is_saving:
            had_text = self._is_on(IntakeView) and self._typed() is not None
            self._put_down(partial(self._open_next, had_text, name))

    def register_from(self, known: Mapping[str, Any]) -> None:
        """Begin a registration of which something is known: at which field visit it was said."""
        if not self._is_saving:
            self._put_down(partial(self._open_form, new_uid(self._desk.now()), dict(known)))

    def resume(self, draft: KeptDraft) -> None:
        """Go on with a draft."""
        self._open_form(draft.uid, draft.body, is_kept=True)

    def typing(self) -> UUID | None:
        """Return under which uid a form is being typed, or None."""
        return self._uid if self._is_on(IntakeView) or self._is_on(ReadBackPanel) else None

    def resume_draft(self, uid: UUID) -> None:
        """Go on with the draft of this uid; where there is none, as with any other coming here."""
        task = partial(self._desk.drafts.find, FORM)
        self._worker.ask(self, task, partial(self._resume_among, uid))

    @Slot()
    def read_back(self) -> None:
        """Show the visitor, in large type, what was written of him (F7)."""
        if self._is_on(IntakeView) and not self._is_saving:
            QGuiApplication.inputMethod().commit()
            self.reading.show_body(self.form.body())
            self._stack.setCurrentWidget(self.reading)
            self.reading.begin()

    @Slot()
    def rest(self) -> None:
        """Put everything down (Esc); a draft is kept and can be taken up again."""
        if self._is_on(ReadBackPanel):
            self._back_to_form()
        elif not self._is_saving:
            self._put_down(self._show_start)

    @Slot()
    def save(self) -> None:
        """Save the visit (Ctrl+Enter)."""
        self._save(then=lambda: None)

    @Slot()
    def save_and_print(self) -> None:
        """Save the visit and print its set, or print the one just saved (Ctrl+P)."""
        if self._is_on(SavedPanel):
            self.print_set()
        else:
            self._save(then=self.print_set)

    @Slot()
    def print_set(self) -> None:
        """Draw the set of papers and show them."""
        self.saved.banner.say(tr("正在生成登记表和来访回执……"), "ok")
        task = partial(registering.print_set, self._desk, self._number)
        self._worker.ask(self, task, self._show_papers, self._say_not_printed)

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed, then go on; where it cannot be kept, say so and stay.

        What is just being saved is waited for: kept after it, it would be a draft of a visit.
        """
        if self._is_saving:
            self._worker.ask(self, lambda: None, lambda _nothing: self._put_down(then))
        else:
            self._put_down(then)

    def keep(self) -> None:
        """Keep the draft as the last thing that is asked: the program ends."""
        self.keeper.keep_now()

    def _resume_among(self, uid: UUID, drafts: Sequence[KeptDraft]) -> None:
        found = [draft for draft in drafts if draft.uid == uid]
        if found and self._uid is None:
            self.resume(found[0])
        else:
            self.begin()

    def _begin_with(self, drafts: Sequence[KeptDraft]) -> None:
        if drafts:
            self._stack.setCurrentWidget(self.start)
            self.start.show_drafts(drafts)
        else:
            self.register()

    def _put_down(self, then: Callable[[], object]) -> None:
        self._be_saving(True)
        self.keeper.put_down(partial(self._go_on, then))

    def _go_on(self, then: Callable[[], object]) -> None:
        self._be_saving(False)
        then()

    def _open_next(self, had_text: bool, name: str) -> None:
        self._open_form(new_uid(self._desk.now()), {})
        if name:
            self.form.visitors[0].name.set_value(name)
        if had_text:
            self.view.banner.say(tr("上一份还没有保存，已留作草稿；按 Esc 可以找到。"), "warn")

    def _show_start(self) -> None:
        self.keeper.end()
        self.form.clear()
        self._stack.setCurrentWidget(self.start)
        self._worker.ask(self, partial(self._desk.drafts.find, FORM), self.start.show_drafts)

    def _open_form(self, uid: UUID, body: dict[str, Any], *, is_kept: bool = False) -> None:
        self.keeper.end()
        self._uid, self._begun_at = uid, str(body.get("begun_at") or rfc3339(self._desk.now()))
        self._source = {"source": body["source"]} if body.get("source") else {}
        self.form.clear()
        self._blank = self.form.body()
        self.form.fill(body)
        self.form.follow(self._rules)
        self.form.show_more(self._preferences.shows_more(self._desk.user.login))
        self.keeper.begin(uid, self._typed, is_kept=is_kept)
        self._stack.setCurrentWidget(self.view)
        self.view.begin()

    def _typed(self) -> dict[str, Any] | None:
        body = self.form.body()
        return None if body == self._blank else body | self._source | {"begun_at": self._begun_at}

    def _save(self, then: Callable[[], object]) -> None:
        if self._is_on(ReadBackPanel):
            self._back_to_form()
        if self._is_saving or not self._is_on(IntakeView) or self._uid is None:
            return
        QGuiApplication.inputMethod().commit()
        if self.form.is_composing():
            self.view.banner.say(tr("请先选定输入法里的字，再保存。"), "warn")
            return
        body = self.form.body() | self._source | {"begun_at": self._begun_at}
        try:
            visit = self._build(self._uid, body)
            if missing := self.form.missing():
                raise NotSaved(missing)
        except NotSaved as fault:
            self._focused = application().focusWidget()
            self._refuse(fault)
            return
        self._be_saving(True)
        self.keeper.rest()
        parted = [visitor.parted_from for visitor in self.form.visitors]
        task = partial(
            registering.register, self._desk, visit, self._uid, body["attachments"], parted
        )
        self._worker.ask(self, task, partial(self._show_saved, visit, then), self._refuse)

    def _build(self, uid: UUID, body: dict[str, Any]) -> Visit:
        desk = self._desk
        recorder = desk.user.name or desk.user.login
        return visit_from_body(body, desk.station, uid, recorder, desk.now())

    def _show_saved(
        self, visit: Visit, then: Callable[[], object], registered: registering.Registered
    ) -> None:
        self._be_saving(False)
        self.keeper.end()
        self._uid, self._number = None, visit.number
        self.room.ways.changed.emit()
        to_complete, to_check = self._left_to_do(registered)
        self.form.clear()
        self._stack.setCurrentWidget(self.saved)
        self.saved.show_saved(visit.number, list(dict.fromkeys(to_complete)), to_check)
        then()

    def _left_to_do(self, registered: registering.Registered) -> tuple[list[str], list[str]]:
        to_complete, to_check = [], []
        for problem in registered.problems:
            name = self.form.name_of(problem.field)
            if problem.code is ProblemCode.MISSING:
                to_complete.append(name)
            else:
                to_check.append(f"{name}：{say_problem(problem)}")
        for name, fault in registered.not_attached:
            to_check.append(f"{tr('附件')} {name}：{say(fault)}")
        return to_complete, to_check

    def _refuse(self, fault: Fault) -> None:
        self._be_saving(False)
        self.keeper.keep_on()
        text = say(fault)
        if isinstance(fault, NotSaved):
            self.view.go_to(self.form.say(fault.problems))
            text = f"{text}\n{say_problems(fault.problems, self.form.name_of)}"
        self.view.banner.say(text, "danger")

    def _be_saving(self, is_saving: bool) -> None:
        """Let nothing be typed while it is saved; afterwards the focus is where it was."""
        if is_saving and not self._is_saving:
            self._focused = application().focusWidget()
        self._is_saving = is_saving
        self.view.setEnabled(not is_saving)
        if not is_saving and self._focused is not None:
            if isValid(self._focused):
                self._focused.setFocus()
            self._focused = None

    def _show_papers(self, papers: Sequence[Any]) -> None:
        self.saved.banner.clear()
        self.room.show_papers(papers, lambda said: self.saved.banner.say(said, "ok"))

    def _say_not_printed(self, fault: Fault) -> None:
        self.saved.banner.say(say(fault), "danger")

    def _note_kept(self) -> None:
        now = self._desk.now().astimezone(SHANGHAI)
        words = tr("草稿已自动保存 {time}").format(time=f"{now:%H:%M:%S}")
        self.view.draft_note.show_text(words, "muted")

    def _note_not_kept(self, fault: Fault) -> None:
        """Say that the draft is not in the store; whatever wanted to go on stays here."""
        self._be_saving(False)
        self.view.draft_note.show_text(tr("草稿没有存上"), "danger")
        self.view.banner.say(say(fault), "danger")

    def _back_to_form(self) -> None:
        self._stack.setCurrentWidget(self.view)
        self.view.give_focus()

    @Slot()
    def _ask_rules(self) -> None:
        """Learn what the station asks; the next form follows it, and one that is empty at once."""
        self._worker.ask(self, self._desk.settings.load, self._take_rules, lambda _fault: None)

    def _take_rules(self, settings: StationSettings) -> None:
        self._rules = settings.field_rules
        if self._is_on(IntakeView) and self._typed() is None:
            self.form.follow(self._rules)

    def _drop(self, draft: KeptDraft) -> None:
        self._worker.ask(self, partial(self._desk.drafts.drop, draft.uid), lambda _n: self.rest())

    def _fold_more(self) -> None:
        is_open = not self.form.is_more_open
        self.form.show_more(is_open)
        self._preferences.set_shows_more(self._desk.user.login, is_open)

    def _is_on(self, panel: type[QWidget]) -> bool:
        return isinstance(self._stack.currentWidget(), panel)

    def _connect(self) -> None:
        self.form.changed.connect(self.keeper.touch)
        self.keeper.kept.connect(self._note_kept)
        self.keeper.failed.connect(self._note_not_kept)
        self.start.resumed.connect(self.resume)
        self.start.dropped.connect(self._drop)
        self.room.ways.settings_changed.connect(self._ask_rules)
        self._ask_rules()
        keys = {
            "Ctrl+Return": self.save,
            "Ctrl+Enter": self.save,
            "Ctrl+P": self.save_and_print,
            "Esc": self.rest,
            "F3": self._fold_more,
            "F4": self.rest,
            "F6": self.view.add_visitor,
            "F7": self.read_back,
        }
        for key, does in keys.items():
            QShortcut(QKeySequence(key), self, does)

    def _lay_out(self) -> None:
        for panel in (self.start, self.view):
            self._stack.addWidget(panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
