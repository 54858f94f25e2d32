"""接待日 — the day itself: opened, signed in for, counted, summed up and closed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.authorize import Action, authorize
from liaison_desktop.model.faults import Fault
from liaison_desktop.model.reception_session import ReceptionSession
from liaison_desktop.model.schedule_words import SessionState
from liaison_desktop.model.texts import visible
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.box import Box
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card, RowButton, restyle
from liaison_desktop.ui.field import Field
from liaison_desktop.ui.frames import scrolling_column
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.pages.draft_keeper import DraftKeeper
from liaison_desktop.ui.pages.reason_ask import ReasonPanel
from liaison_desktop.ui.pages.session_notices import SessionNotices
from liaison_desktop.ui.pages.session_opened import FORM, OpenedSession, load_session
from liaison_desktop.ui.pages.session_slots import STAND_IN, SWAP, SlotsCard
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.segments import Segments
from liaison_desktop.ui.texts import label

LEVELS = {
    SessionState.PLANNED: "soft",
    SessionState.OPEN: "ok",
    SessionState.CLOSED: "soft",
    SessionState.CANCELLED: "danger",
}


class SessionView(QWidget):
    """`closed` asks for the calendar again, `printing` for a paper, `not_kept` tells of a draft."""

    closed = Signal()
    printing = Signal(str, object)
    not_kept = Signal(object)

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.room = room
        self._uid: UUID | None = None
        self._has_acted = self._is_reseated = False
        self.opened: OpenedSession | None = None
        self.day, self.state = label("", "big"), label("", "badge")
        self.where = label("", "muted", wraps=True)
        self.banner, self.ask = Banner(), ReasonPanel(room)
        self.slots = SlotsCard(room)
        self.visits = Card(tr("当天来访"), "register")
        self.summing_up = Card(tr("接待情况"), "edit")
        self.summary = Field(tr("接待情况（结束时写入）"), Box(lines=3))
        self.notices = SessionNotices(room)
        self.parts = Segments([("", tr("当天"), 0), ("", tr("公告"), 1)])
        self.parts.say_name(tr("当天或公告"))
        self.keeper = DraftKeeper(room.worker, room.desk.drafts, FORM, self)
        self._pages = QStackedWidget()
        self._build_buttons()
        self._lay_out()
        self._connect()

    @property
    def session(self) -> ReceptionSession | None:
        """What is shown."""
        return self.opened.session if self.opened else None

    def open(self, uid: UUID) -> None:
        """Read a session and show it."""
        self._uid, self.opened = uid, None
        self.ask.lay_by()
        self.slots.let_go()
        self.banner.clear()
        self.parts.set_value(0)
        self._turn()
        self.begin()

    def begin(self) -> None:
        """Read the open session anew; what is typed stays."""
        if self._uid is not None:
            task = partial(load_session, self.room.desk, self._uid)
            self.room.worker.ask(self, task, self._show, self._refuse)

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed, then go on."""
        self.keeper.put_down(partial(self.ask.put_down, partial(self.notices.put_down, then)))

    def go_back(self) -> None:
        """Go one step back: from a question, then to the calendar."""
        if self.ask.isVisible():
            self.ask.give_up()
        else:
            self.put_down(self._leave)

    def open_session(self) -> None:
        """Open the reception, by the clock."""
        self._do(lambda desk, seen: desk.schedule.sessions.open(seen), tr("接待开始。"))

    def close_session(self) -> None:
        """Close the reception: everybody who came has his entry of the journal."""
        QGuiApplication.inputMethod().commit()
        summary = str(self.summary.value())
        if self.session is not None:
            self.keeper.rest()
        self._do(
            lambda desk, seen: _close(desk, seen, summary),
            tr("接待结束，出席代表已各记入一条履职纪实。"),
        )

    def _show(self, opened: OpenedSession) -> None:
        is_first = self.opened is None
        self.opened = opened
        session = opened.session
        self._show_head(session)
        self.slots.show_session(session, opened.deputies, may=self._may())
        self._show_visits(opened)
        if is_first:
            self._begin_summary(opened)
        self.keeper.keep_on()  # a closed session has its summary by now
        self.notices.show_session(session)
        self._tell_of_notice(opened)
        self._show_buttons(session)
        if (is_first or self._has_acted) and self.isVisible():
            self._go_on()
        if is_first:
            self.ask.take_up(self._ask_again)
        self._has_acted = False

    def _turn(self) -> None:
        """Show the day or its notices; what is done with the day belongs to the day alone."""
        self._pages.setCurrentIndex(self.parts.value() or 0)
        self._foot.setVisible(self._pages.currentIndex() == 0)

    def _show_head(self, session: ReceptionSession) -> None:
        names = (tr("一"), tr("二"), tr("三"), tr("四"), tr("五"), tr("六"), tr("日"))
        words = tr("{day}　星期{weekday}")
        weekday = names[session.held_on.weekday()]
        self.day.setText(words.format(day=session.held_on, weekday=weekday))
        self.state.setText(tr(word(session.state)))
        restyle(self.state, "level", LEVELS[session.state])
        times = " – ".join(time for time in (session.starts, session.ends) if time)
        facts = [times, session.place, session.theme, session.guests]
        if session.held_on != session.planned_on:
            facts.append(tr("原定 {day}").format(day=session.planned_on))
        if session.shifted_because:
            facts.append(tr("顺延：{why}").format(why=tr(session.shifted_because)))
        if session.is_tentative:
            facts.append(tr("待公布"))
        self.where.setText(visible("　".join(fact for fact in facts if fact)))

    def _show_visits(self, opened: OpenedSession) -> None:
        counts = opened.counts
        self.visits.clear()
        words = tr("来访 {visits} 批 {people} 人，事项 {matters} 件")
        self.visits.add_words(
            words.format(visits=counts.visits, people=counts.visitors, matters=counts.matters),
            "body",
        )
        for visit in opened.visits:
            titles = tr("；").join(visible(matter.title) for matter in visit.matters)
            open_it = partial(self.room.ways.to_visit.emit, visit.number)
            self.visits.rows.addWidget(RowButton(titles, visit.number, open_it))

    def _begin_summary(self, opened: OpenedSession) -> None:
        typed = str(opened.draft.body.get("summary", "")) if opened.draft else ""
        self.summary.set_value(typed or opened.session.summary)
        self.keeper.begin(opened.session.uid, self._typed, is_kept=opened.draft is not None)

    def _typed(self) -> dict[str, Any] | None:
        text = self.summary.value()
        kept = self.session.summary if self.session else ""
        return {"summary": text} if text != kept else None

    def _show_buttons(self, session: ReceptionSession) -> None:
        may, state = self._may(), session.state
        self.open_button.setVisible(may and state is SessionState.PLANNED)
        self.close_button.setVisible(may and state is SessionState.OPEN)
        self.reopen_button.setVisible(may and state is SessionState.CLOSED)
        self.cancel_button.setVisible(may and state is SessionState.PLANNED)
        self.restore_button.setVisible(may and state is SessionState.CANCELLED)
        self.summary.control.setReadOnly(state is SessionState.CLOSED)  # type: ignore[union-attr]  # a Box

    def _go_on(self) -> None:
        """Put the focus where the clerk goes on: at the first of whom nothing is said yet."""
        slots = self.session.slots if self.session else []
        unsaid = next((n for n, slot in enumerate(slots) if slot.presence is None), None)
        if unsaid is None or not self.slots.go_to(unsaid):
            self._first_button().setFocus()

    def _first_button(self) -> Button:
        buttons = (self.open_button, self.close_button, self.reopen_button, self.restore_button)
        return next((one for one in buttons if not one.isHidden()), self.back_button)

    def _do(self, does: Callable[[Desk, ReceptionSession], Any], words: str) -> None:
        if self.session is not None:
            self._has_acted = True
            task = partial(does, self.room.desk, self.session)
            self.room.worker.ask(self, task, partial(self._done, words), self._refuse)

    def _done(self, words: str, _session: object) -> None:
        self.ask.end()
        self.ask.lay_by()
        self.banner.say(words, "ok")
        self._changed()

    def _changed(self) -> None:
        self.begin()
        self.room.ways.changed.emit()

    def _ask_again(self, about: UUID, act: str) -> bool:
        if about != self._uid or self.session is None:
            return False
        asks = {"reopen": self._ask_reopen, "cancel": self._ask_cancel}
        buttons = {"reopen": self.reopen_button, "cancel": self.cancel_button}
        if act in asks:
            is_asked = not buttons[act].isHidden()
            if is_asked:
                asks[act]()
            return is_asked
        return self.slots.begin_again(*act.partition(" ")[::2])

    def _ask_why(self, act: str, words: str, answer: str, does: Callable[[str], object]) -> None:
        if self._uid is not None:
            self.ask.ask_why(self._uid, act, words, answer, does)

    def _ask_reopen(self) -> None:
        words = tr("重新打开：已记入的履职纪实会撤回，结束时重新记入。")
        self._ask_why("reopen", words, tr("重新打开"), self._reopen)

    def _reopen(self, reason: str) -> None:
        self._do(lambda desk, seen: desk.schedule.sessions.reopen(seen, reason), tr("已重新打开。"))

    def _ask_cancel(self) -> None:
        words = tr("取消这次接待日：已经张贴公告的，会备好取消公告。")
        self._ask_why("cancel", words, tr("取消接待日"), self._cancel)

    def _cancel(self, reason: str) -> None:
        self._do(lambda desk, seen: desk.schedule.sessions.cancel(seen, reason), tr("已取消。"))

    def _restore(self) -> None:
        self._do(lambda desk, seen: desk.schedule.sessions.restore(seen), tr("已恢复。"))

    def _ask_stand_in(self, place: int, name: str) -> None:
        words = tr("{name} 不能来：写明原因，再选由谁顶班。").format(name=visible(name))
        does = partial(self.slots.ask_stand_in, place)
        self._ask_why(f"{STAND_IN} {name}", words + self._follows(), tr("下一步"), does)

    def _ask_swap(self, place: int, name: str) -> None:
        words = tr("{name} 与别的接待日的代表换班：写明原因，再选换哪一位。")
        words = words.format(name=visible(name)) + self._follows()
        does = partial(self.slots.ask_swap, place)
        self._ask_why(f"{SWAP} {name}", words, tr("下一步"), does)

    def _follows(self) -> str:
        """Return what follows of other deputies than were announced, before the day begins."""
        is_planned = self.session is not None and self.session.state is SessionState.PLANNED
        return tr("已经张贴公告的，会备好变更公告。") if is_planned else ""

    def _slots_saved(self) -> None:
        self._is_reseated = True
        self._changed()

    def _reseated(self) -> None:
        self.ask.end()
        self._slots_saved()

    def _tell_of_notice(self, opened: OpenedSession) -> None:
        """Say it where other deputies than were announced have prepared a notice."""
        if self._is_reseated and opened.is_told:
            self.banner.say(tr("变更公告已备好，请到“公告”打印、张贴。"), "warn")
        self._is_reseated = False

    def _be_asking(self) -> None:
        """Let the question give way to the choice that stands with the deputies now."""
        self._has_acted = True
        self.ask.hide()

    def _leave(self) -> None:
        self.keeper.end()
        self.ask.lay_by()
        self._uid, self.opened = None, None
        self.closed.emit()

    def _refuse(self, fault: Fault) -> None:
        self._has_acted = False
        self.keeper.keep_on()
        self.ask.refuse()
        self.slots.say(fault)
        self.banner.say(say(fault), "danger")

    def _may(self) -> bool:
        desk = self.room.desk
        return authorize(desk.user.roles_on(desk.today()), Action.HOLD_SESSION)

    def _build_buttons(self) -> None:
        self.back_button = Button(
            tr("返回"), self.go_back, kind="small", picture="arrow_left", key="Esc"
        )
        self.open_button = Button(tr("开始接待"), self.open_session, kind="primary", picture="next")
        self.close_button = Button(
            tr("结束接待"), self.close_session, kind="primary", picture="check_circle"
        )
        self.reopen_button = Button(tr("重新打开"), self._ask_reopen, picture="undo")
        self.cancel_button = Button(tr("取消接待日"), self._ask_cancel, picture="withdraw")
        self.restore_button = Button(tr("恢复接待日"), self._restore, picture="undo")
        self.sheet_button = Button(
            tr("打印情况表"), lambda: self._print("session"), picture="printer", key="Ctrl+P"
        )
        for button in self._buttons_by_state():
            button.hide()  # all at once they are wider than a window

    def _buttons_by_state(self) -> Sequence[Button]:
        return (
            self.cancel_button,
            self.restore_button,
            self.reopen_button,
            self.open_button,
            self.close_button,
        )

    def _print(self, form: str) -> None:
        if self.session is not None:
            self.printing.emit(form, self.session)

    def _connect(self) -> None:
        self.summary.control.changed.connect(self.keeper.touch)
        self.keeper.failed.connect(self.not_kept)
        self.notices.not_kept.connect(self.not_kept)
        self.notices.printing.connect(partial(self.printing.emit, "notice"))
        self.ask.not_kept.connect(self.not_kept)
        self.slots.saved.connect(self._slots_saved)
        self.slots.reseated.connect(self._reseated)
        self.slots.failed.connect(self._refuse)
        self.slots.asking.connect(self._ask_stand_in)
        self.slots.swapping.connect(self._ask_swap)
        self.slots.done.connect(self.summary.control.setFocus)
        self.slots.asked.connect(self._be_asking)
        self.parts.changed.connect(self._turn)
        QShortcut(QKeySequence("Esc"), self, self.go_back)
        QShortcut(QKeySequence("Ctrl+P"), self, lambda: self._print("session"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        for widget in (self.back_button, self.day, self.state, self.parts):
            head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        head.addWidget(self.sheet_button)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        for button in (self.cancel_button, self.restore_button, self.reopen_button):
            foot.addWidget(button)
        foot.addStretch(1)
        for button in (self.open_button, self.close_button):
            foot.addWidget(button)
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 8, 16, 8)
        inner.addWidget(self.summary)
        self.summing_up.rows.addLayout(inner)
        self._pages.addWidget(self._build_day())
        self._pages.addWidget(self.notices)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.where)
        column.addWidget(self.banner)
        column.addWidget(self.ask)
        column.addWidget(self._pages, 1)
        column.addWidget(self._foot)
        self.day.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def _build_day(self) -> QWidget:
        body = QWidget()
        columns = QHBoxLayout(body)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(16)
        columns.addWidget(scrolling_column(self.slots, self.summing_up), 2)
        columns.addWidget(scrolling_column(self.visits), 1)
        return body


def _close(desk: Desk, seen: ReceptionSession, summary: str) -> ReceptionSession:
    closed = desk.schedule.sessions.close(seen, summary)
    desk.drafts.drop(seen.uid)
    return closed
