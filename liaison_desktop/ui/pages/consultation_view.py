"""恳谈会 — one meeting: its head, the one act that leads on, and its parts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import cast
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.drafts import KeptDraft
from liaison_desktop.model.authorize import Action, authorize
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import ConsultationState as State
from liaison_desktop.model.faults import Fault
from liaison_desktop.model.texts import visible
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import clear, restyle
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.pages.consultation_acts import FURTHER, LEADING, WITHDRAW, Act
from liaison_desktop.ui.pages.consultation_list import LEVELS
from liaison_desktop.ui.pages.meeting_parts import (
    ENDING,
    PARTS,
    PREPARE,
    PartWidget,
    StepsBack,
    first_part,
)
from liaison_desktop.ui.pages.meeting_print import PrintMenu
from liaison_desktop.ui.pages.preparing import PreparePanel
from liaison_desktop.ui.pages.reason_ask import ReasonPanel
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.segments import Segments
from liaison_desktop.ui.texts import Elided, label
from liaison_desktop.ui.theme import current, news


class ConsultationView(QWidget):
    """`closed` asks for the list again, `not_kept` tells of what is typed in a part."""

    closed = Signal()
    not_kept = Signal(object)

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.room = room
        self.consultation: Consultation | None = None
        self._uid: UUID | None = None
        self._made: dict[str, QWidget] = {}
        self.name, self.state = Elided("big"), label("", "badge")
        self.where = Elided("muted")
        self.banner, self.ask = Banner(), ReasonPanel(room)
        self.parts = Segments([("", tr(part.label), part.key) for part in PARTS])
        self.parts.say_name(tr("会议的各部分"))
        self.back_button = Button(
            tr("返回"), self.go_back, kind="small", picture="arrow_left", key="Esc"
        )
        self.lead_button = Button("", self._lead, kind="primary")
        self.lead_button.hide()
        self.print_menu = PrintMenu(room, self.banner)
        self._acts = QHBoxLayout()
        self._stack = QStackedWidget()
        self._lay_out()
        self.parts.changed.connect(self._turn)
        self.ask.not_kept.connect(self.not_kept)
        news().changed.connect(self._fit_name)
        QShortcut(QKeySequence("Esc"), self, self.go_back)
        QShortcut(QKeySequence("Ctrl+P"), self, self.print_menu.open_menu)
        QShortcut(QKeySequence("Ctrl+Tab"), self, partial(self._step, 1))
        QShortcut(QKeySequence("Ctrl+Shift+Tab"), self, partial(self._step, -1))

    def opened(self) -> UUID | None:
        """Return the uid of the meeting that is shown, None for one that was not saved yet."""
        return self._uid

    def open(self, uid: UUID) -> None:
        """Read a meeting and show the part that its state leads to."""
        self._uid, self.consultation = uid, None
        self.banner.clear()
        self.ask.lay_by()
        self.begin()

    def begin_new(self, draft: KeptDraft | None = None, like: Consultation | None = None) -> None:
        """Prepare a new meeting, as another is or empty, or go on with what was typed of one."""
        self._uid = self.consultation = None
        self.banner.clear()
        self.ask.lay_by()
        self._show_name(tr("新建恳谈会"))
        self.where.show_text(tr("保存后编号；其余各部分随后就有。"))
        for widget in (self.state, self.lead_button, self.parts, self.print_menu):
            widget.hide()
        clear(self._acts)
        self._bring(PREPARE)
        cast(PreparePanel, self.part(PREPARE)).begin_new(draft, like)

    def begin(self) -> None:
        """Read the open meeting anew; what is typed stays."""
        if self._uid is not None:
            task = partial(_load, self.room.desk, self._uid)
            self.room.worker.ask(self, task, self._show, self._refuse)
        elif PREPARE in self._made:
            cast(PreparePanel, self.part(PREPARE)).take_keys()

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed in the part in front, then go on."""
        QGuiApplication.inputMethod().commit()
        front = self._front()
        self.ask.put_down(then if front is None else partial(front.put_down, then))

    def part(self, key: str) -> PartWidget:
        """Return a part by its name, made now where it is not yet."""
        if key not in self._made:
            made = next(part for part in PARTS if part.key == key).make(self.room)
            made.changed.connect(self._reread)
            made.not_kept.connect(self.not_kept)
            if isinstance(made, PreparePanel):
                made.registered.connect(self._registered)
            self._made[key] = cast(QWidget, made)
            self._stack.addWidget(self._made[key])
        return cast(PartWidget, self._made[key])

    def go_back(self) -> None:
        """Go one step back: from a question, then to the list."""
        front: object = self._front()
        if self.ask.isVisible():
            self.ask.give_up()
        elif not (isinstance(front, StepsBack) and front.step_back()):
            self.put_down(self._leave)

    def _show(self, opened: Opened) -> None:
        is_first = self.consultation is None
        self._show_head(opened)
        if is_first:
            self.parts.set_value(first_part(opened.consultation.state))
        key = str(self.parts.value())
        self._bring(key)
        self.part(key).open(opened.consultation.uid)
        if is_first:
            self.ask.take_up(self._ask_again)

    def _ask_again(self, about: UUID, act: str) -> bool:
        one = self.consultation
        acts = FURTHER.get(one.state, ()) if one is not None and self._may() else ()
        asked = next((each for each in acts if each.key == act and about == self._uid), None)
        if asked is not None:
            self._ask(asked)
        return asked is not None

    def _show_head(self, opened: Opened) -> None:
        one = self.consultation = opened.consultation
        self._show_name(one.title)
        self.state.setText(tr(word(one.state)))
        restyle(self.state, "level", LEVELS[one.state])
        times = "–".join(time for time in (one.starts, one.ends) if time)
        host = tr("主持 {name}").format(name=one.host) if one.host else ""
        recorder = tr("记录 {name}").format(name=one.recorder) if one.recorder else ""
        facts = (one.number, f"{one.held_on} {times}".strip(), one.place, host, recorder)
        self.where.show_text(visible(" · ".join(fact for fact in facts if fact)))
        for widget in (self.state, self.parts):
            widget.show()
        self.print_menu.show_meeting(one.uid)
        self._show_acts(one)

    def _show_name(self, name: str) -> None:
        self.name.show_text(name)
        self._fit_name()

    def _fit_name(self) -> None:
        """Let the name have its own width where there is room, so that its state stands by it."""
        self.name.ensurePolished()
        width = self.name.fontMetrics().horizontalAdvance(self.name.whole)
        self.name.setMaximumWidth(width + current().px(8))

    def _show_acts(self, one: Consultation) -> None:
        leading = LEADING.get(one.state) if self._may() else None
        if leading is not None:
            self._show_lead(tr(leading.label), leading.picture)
        elif one.state is State.RECORDING and self._may():
            self._show_lead(tr("整理完毕，送审签"), "check_circle")
        self._offer_lead()
        clear(self._acts)
        for act in FURTHER.get(one.state, ()) if self._may() else ():
            button = Button(
                tr(act.label), partial(self._begin_act, act), kind="small", picture=act.picture
            )
            self._acts.addWidget(button)

    def _show_lead(self, words: str, picture: str) -> None:
        self.lead_button.setText(words)
        self.lead_button.setAccessibleName(words)
        self.lead_button.set_picture(picture)

    def _offer_lead(self) -> None:
        """Show the button of the head, unless the part in front has the act that it leads to."""
        one = self.consultation
        leads = (
            one is not None
            and self._may()
            and (
                one.state in LEADING
                or (one.state is State.RECORDING and self.parts.value() != ENDING)
            )
        )
        self.lead_button.setVisible(leads)

    def _reread(self) -> None:
        """Show the head as it is by now, after a part saved something."""
        self.room.ways.changed.emit()
        if self._uid is not None:
            task = partial(_load, self.room.desk, self._uid)
            self.room.worker.ask(self, task, self._show_head, self._refuse)

    def _lead(self) -> None:
        if self.consultation is None:
            return
        if self.consultation.state in LEADING:
            self._begin_act(LEADING[self.consultation.state])
        else:
            self.parts.set_value(ENDING)  # what is still open is said there, and asked about

    def _begin_act(self, act: Act) -> None:
        """Keep what is typed, ask where something is to be asked, and then do it."""
        self.put_down(partial(self._ask, act) if act.question else partial(self._do, act, ""))

    def _ask(self, act: Act) -> None:
        if self._uid is not None:
            words, answer = tr(act.question), tr(act.label)
            self.ask.ask_why(self._uid, act.key, words, answer, partial(self._do, act))

    def _do(self, act: Act, reason: str) -> None:
        if self.consultation is not None:
            task = partial(_do, self.room.desk, act, self.consultation.uid, reason)
            self.room.worker.ask(self, task, partial(self._done, act), self._refuse)

    def _done(self, act: Act, _one: object) -> None:
        self.ask.end()
        self.room.ways.changed.emit()
        if act is WITHDRAW:
            self._leave()
        elif self._uid is not None:
            self.open(self._uid)
            self.banner.say(tr(act.done), "ok")

    def _registered(self, uid: UUID) -> None:
        self.open(uid)
        self.banner.say(tr("已保存。"), "ok")
        self.room.ways.changed.emit()

    def _step(self, by: int) -> None:
        """Turn to the next part, or back; the last is followed by the first."""
        keys = [part.key for part in PARTS]
        if self.consultation is not None:
            place = keys.index(str(self.parts.value())) + by
            self.parts.set_value(keys[place % len(keys)])

    def _turn(self) -> None:
        self.put_down(self._show_part)

    def _show_part(self) -> None:
        key = self.parts.value()
        if self._uid is not None and key is not None:
            self._bring(str(key))
            self.part(str(key)).open(self._uid)
            cast(QWidget, self.part(str(key))).setFocus()  # into what it is typed, where it says so
            self._offer_lead()

    def _bring(self, key: str) -> None:
        self._stack.setCurrentWidget(cast(QWidget, self.part(key)))

    def _front(self) -> PartWidget | None:
        front = self._stack.currentWidget()
        return cast(PartWidget, front) if front is not None else None

    def _leave(self) -> None:
        self._uid = self.consultation = None
        self.closed.emit()

    def _refuse(self, fault: Fault) -> None:
        self.ask.refuse()
        self.banner.say(say(fault), "danger")

    def _may(self) -> bool:
        desk = self.room.desk
        return authorize(desk.user.roles_on(desk.today()), Action.KEEP_CONSULTATION)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.back_button)
        head.addWidget(self.name, 100)
        head.addWidget(self.state, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        head.addLayout(self._acts)
        head.addWidget(self.print_menu)
        head.addWidget(self.lead_button)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self.parts)
        below.addWidget(self.where, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 10, 24, 10)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(below)
        column.addWidget(self.banner)
        column.addWidget(self.ask)
        column.addWidget(self._stack, 1)


@dataclass(frozen=True)
class Opened:
    """What the head shows."""

    consultation: Consultation


def _load(desk: Desk, uid: UUID) -> Opened:
    return Opened(desk.talk.meetings.load(uid))


def _do(desk: Desk, act: Act, uid: UUID, reason: str) -> object:
    """Do it with the meeting as it is by now: what a part typed was saved before."""
    return act.does(desk, desk.talk.meetings.load(uid), reason)
