"""日历 — the month, the week and the list; planned, moved and undone by mouse or by keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QMetaMethod, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.desk.agenda import MEETING, SESSION, AgendaRow
from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.drafts import KeptDraft
from liaison_desktop.model.conflicts import Link
from liaison_desktop.model.faults import Fault
from liaison_desktop.model.reception_session import ReceptionSession
from liaison_desktop.model.texts import visible
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.pages.calendar_acts import Acts, Done, load_as_seen
from liaison_desktop.ui.pages.calendar_carry import Carry
from liaison_desktop.ui.pages.calendar_days import CalendarDays
from liaison_desktop.ui.pages.calendar_entry import EntryCard
from liaison_desktop.ui.pages.calendar_form import FORM, SessionForm, body_of, draft_of
from liaison_desktop.ui.pages.calendar_head import MONTH
from liaison_desktop.ui.pages.calendar_list import CalendarList
from liaison_desktop.ui.pages.calendar_move import MOVE, DayDialog
from liaison_desktop.ui.pages.calendar_sheet import Sheet, Thing, sits_in
from liaison_desktop.ui.pages.calendar_side import CalendarSide
from liaison_desktop.ui.pages.calendar_words import day_words
from liaison_desktop.ui.pages.reason_ask import ReasonPanel, reason_draft
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.theme import current

BESIDE = 1060
"""Logical pixels from which the deputies stand beside the days; before, a button shows them."""

SAID_MS = 8000
"""How long it is said that something is done; what is wrong, or is to be printed, stays."""

CANCEL, SEAT = "cancel", "seat"
"""The acts that a reason is asked for on the page; seating goes on with the name."""

Form = tuple[ReceptionSession | None, list[KeptDraft]]


class CalendarPanel(QWidget):
    """The calendar; what it asks of others it tells by signals that carry a uid."""

    opening_session = Signal(object)
    opening_deputy = Signal(object)
    opening_leave = Signal(object)
    printing_notice = Signal(object)
    printing_month = Signal(object)
    not_kept = Signal(object)

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.room = room
        self._notice: UUID | None = None
        self.days = CalendarDays(room, self)
        self.banner, self.ask = Banner(), ReasonPanel(room)
        self.moving = reason_draft(room, self)
        self._is_new = True
        self.side = CalendarSide(room)
        self.acts = Acts(room, self)
        self.carry = Carry(self.days.grid, self)
        self.undo_button = Button(tr("撤销"), self.acts.undo, picture="undo", key="Ctrl+Z")
        self.new_button = Button(tr("新建接待日"), self.plan_session, picture="plus")
        self.deputies_button = Button(tr("代表"), self._show_deputies, picture="users")
        self.print_button = Button(tr("打印公告"), self._print, kind="small", picture="printer")
        self.month_button = Button("", self._print_month, picture="printer")
        self.month_button.setAccessibleName(tr("打印本月"))
        self.month_button.setToolTip(f"{tr('打印本月')}　Ctrl+P")
        self._quiet = QTimer(self, singleShot=True, interval=SAID_MS)
        self._quiet.timeout.connect(self.banner.clear)
        self._is_beside = False
        self._connect()
        self._lay_out()

    @property
    def sheet(self) -> Sheet | None:
        """What was read last."""
        return self.days.sheet

    def begin(self) -> None:
        """Read the days in sight anew, and give the keys to them."""
        self.days.read()
        if not self.side.is_typing:
            QTimer.singleShot(0, self.days.take_focus)

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed, then go on."""
        self.carry.let_go()
        if self.side.is_typing:
            then = partial(self.side.form.put_down, then)
        self.ask.put_down(partial(self.moving.put_down, then))

    def plan_session(self, day: date | None = None, name: str = "") -> None:
        """Open the form of a new session on a day, with a deputy in it."""
        if self.sheet is not None:
            on = day or self.days.grid.day
            usual = self._usual(on, name)
            task = partial(_load_form, self.room.desk, None)
            done = partial(self._open_form, usual, is_posted=False)
            self.room.worker.ask(self, task, done, self._refuse)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if event.key() == Qt.Key.Key_Escape:
            self._go_back()
        elif event.key() in steps:
            self.days.step(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _show(self) -> None:
        """Show beside the days what belongs to them."""
        sheet = self.sheet
        if sheet is None:
            return
        self.carry.sheet = sheet
        self.side.deputies.show_month(sheet, *self.days.month())
        self.undo_button.setVisible(self.acts.can_undo)
        self.side.open_button.setVisible(self._is_heard(self.opening_deputy))
        row = self.days.follow()
        if self.side.currentWidget() is self.side.entry:
            if row is not None:
                self._show_entry(row)
            elif self.side.entry.is_gone(sheet):
                self.side.rest()
        if self._is_new:
            self._is_new = False
            self.ask.take_up(self._ask_again)

    def _open(self, day: date, row: AgendaRow | None) -> None:
        if row is None:
            self.plan_session(day)
        else:
            self._show_entry(row, is_asked=True)

    def _show_entry(self, row: AgendaRow, *, is_asked: bool = False) -> None:
        sheet = self.sheet
        entry = None if sheet is None else sheet.entry(row.link)
        if sheet is None or entry is None or self.side.is_typing:
            return
        opens = row.kind == MEETING or (
            row.kind == SESSION and self._is_heard(self.opening_session)
        )
        self.side.entry.show_entry(sheet, entry, opens=opens, is_followed=self._leads_on)
        self.side.setCurrentWidget(self.side.entry)
        if is_asked:
            QTimer.singleShot(0, self.side.entry.take_focus)

    def _open_page_of(self, row: AgendaRow) -> None:
        if row.kind == MEETING:
            self.room.ways.to_consultation.emit(row.uid)
        else:
            self.opening_session.emit(row.uid)

    def _show_day(self, day: date) -> None:
        if self.sheet is not None and not self.side.is_typing:
            self.side.entry.show_day(self.sheet, day)
            self.side.setCurrentWidget(self.side.entry)
            QTimer.singleShot(0, self.side.entry.take_focus)

    def _look_at(self, row: AgendaRow) -> None:
        self.days.look_at(row)
        self._show_entry(row)

    def _leads_on(self, link: Link) -> bool:
        kind = link[0]
        signals = {"deputy": self.opening_deputy, "leave": self.opening_leave}
        return kind not in signals or self._is_heard(signals[kind])

    def _go_along(self, link: Link) -> None:
        kind, uid = link
        if kind == "deputy":
            self.opening_deputy.emit(uid)
        elif kind == "leave":
            self.opening_leave.emit(uid)
        elif self.sheet is not None and link in self.sheet.rows:
            self._look_at(self.sheet.rows[link])

    def _drop(self, thing: Thing, day: date, onto: AgendaRow | None) -> None:
        if isinstance(thing, AgendaRow):
            self._move(thing, day)
        elif onto is not None and sits_in(onto, thing):
            words = tr("{name}已在这次接待中").format(name=visible(thing.who.name))
            self.banner.say(tr("{what}。").format(what=words), "warn")
        elif onto is not None:
            self._seat(onto, thing.who.name)
        else:
            self.plan_session(day, thing.who.name)

    def _seat(self, row: AgendaRow, name: str) -> None:
        """Seat one more; where a notice hangs out that does not name him, ask first and why."""
        if not (row.is_posted and row.may_move):
            self.acts.seat(row, name)
            return
        words = tr("{day}的公告已张贴：加上{name}，变更公告随之备好，打印后请再张贴。")
        words = words.format(day=day_words(row.day), name=visible(name))
        does = partial(self.acts.seat, row, name)
        self.ask.ask_why(row.uid, f"{SEAT} {name}", words, tr("安排接待"), does)

    def _ask_again(self, about: UUID, act: str) -> bool:
        """Ask once more what was being typed of a thing that is in sight."""
        row = self.sheet.rows.get((SESSION, about)) if self.sheet is not None else None
        what, _space, name = act.partition(" ")
        if row is None or not row.may_move or not (row.is_posted or what == CANCEL):
            return False
        if what == SEAT:
            self._seat(row, name)
        elif what == MOVE:
            self._ask_day(row)
        else:
            self._ask_cancel(row)
        return True

    def _move(self, row: AgendaRow, day: date) -> None:
        """Move a thing; where a notice of it hangs out, ask first and want the reason."""
        if row.is_posted:
            self._ask_day(row, day)
        else:
            self.acts.move(row, day)

    def _ask_day(self, thing: Thing, day: date | None = None) -> None:
        if self.sheet is None:
            return
        dialog = DayDialog(self.room, self.sheet, thing, partial(self._decide, thing), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.keep_in(self.moving)
        dialog.ask(day)

    def _decide(self, thing: Thing, day: date, reason: str) -> None:
        if isinstance(thing, AgendaRow):
            self.acts.move(thing, day, reason)
        elif self.sheet is not None:
            self._drop(thing, day, self.sheet.session_for(day))

    def _cut(self, thing: Thing) -> None:
        if isinstance(thing, AgendaRow) and not thing.may_move:
            self.banner.say(tr("已经开始、结束或取消的，不能改期。"), "warn")
            return
        if isinstance(thing, AgendaRow):
            self.days.day = thing.day
        if self.days.is_list:
            self.days.head.views.set_value(MONTH)
        self.carry.begin(thing, by_keys=True)
        self.days.take_focus()

    def _ask_cancel(self, row: AgendaRow) -> None:
        words = tr("取消{day}的接待日？").format(day=day_words(row.day))
        does = partial(self.acts.cancel, row)
        self.ask.ask_why(row.uid, CANCEL, words, tr("取消接待日"), does)

    def _change(self, row: AgendaRow) -> None:
        task = partial(_load_form, self.room.desk, row)
        done = partial(self._open_form, None, is_posted=row.is_posted)
        self.room.worker.ask(self, task, done, self._refuse)

    def _open_form(self, usual: dict[str, str] | None, loaded: Form, *, is_posted: bool) -> None:
        session, drafts = loaded
        if self.sheet is None or self.side.is_typing:
            return
        body = body_of(session) if session is not None else usual or {}
        draft = draft_of(drafts, session.uid if session else None)
        self.side.setCurrentWidget(self.side.form)
        self.side.form.begin(self.sheet, body, session, draft, is_posted=is_posted)

    def _usual(self, day: date, name: str) -> dict[str, str]:
        """Return what a new session begins with: what the latest one had."""
        if self.sheet is None:
            return {}
        usual, station = self.sheet.days.usual, self.room.desk.station
        return {
            "held_on": day.isoformat(),
            "starts": usual.starts,
            "ends": usual.ends,
            "place": usual.place or station.name,
            "names": name,
            "contact": usual.contact,
            "contact_phone": usual.contact_phone or station.phone,
        }

    def _saved(self, words: str, done: Done) -> None:
        self.side.rest()
        self.acts.note(words, done)
        self.days.take_focus()

    def _was_done(self, words: str, notice: UUID | None) -> None:
        self._end_reasons()
        self._notice = notice
        self._quiet.stop()
        self.banner.say(words, "ok")
        self.print_button.setVisible(notice is not None and self._is_heard(self.printing_notice))
        if notice is None:
            self._quiet.start()
        self.days.followed = self.acts.latest
        self.days.read()
        self.room.ways.changed.emit()

    def _was_undone(self, words: str) -> None:
        self.print_button.hide()
        self.banner.say(words, "ok")
        self._quiet.start()
        self.days.read()
        self.room.ways.changed.emit()

    def _refuse(self, fault: Fault) -> None:
        self._quiet.stop()
        self.print_button.hide()
        self.banner.say(say(fault), "danger")
        self.undo_button.setVisible(self.acts.can_undo)

    def _end_reasons(self) -> None:
        self.ask.end()
        self.moving.end()

    def _refuse_act(self, fault: Fault) -> None:
        """Say why nothing was done, and show how things are now."""
        self.ask.refuse()
        self.moving.refuse()
        self.moving.lay_by()
        self._refuse(fault)
        self.days.read()

    def _print(self) -> None:
        self.printing_notice.emit(self._notice)

    def _tie_form(self, form: SessionForm) -> None:
        form.saved.connect(self._saved)
        form.given_up.connect(self._rest)
        form.keeper.failed.connect(self.not_kept)

    def _print_month(self) -> None:
        self.printing_month.emit(self.days.month()[0])

    def _is_heard(self, signal: SignalInstance) -> bool:
        """Return whether somebody follows a signal: a way that leads nowhere is not shown."""
        return self.isSignalConnected(QMetaMethod.fromSignal(signal))

    def _go_back(self) -> None:
        """Let go of what is carried, else of the question, else of what stands beside the days."""
        if self.carry.thing is not None:
            self.carry.let_go()
        elif self.ask.isVisible():
            self.ask.give_up()
        elif self.side.is_typing:
            self.side.form.give_up()
        else:
            self._rest()

    def _rest(self) -> None:
        self.side.rest()
        self.days.take_focus()

    def _show_deputies(self) -> None:
        self._is_beside = not self._is_beside
        self._fold()
        if self._is_beside:
            self.side.deputies.setFocus()

    def _fold(self) -> None:
        """Show the deputies where there is room for them, or where they were asked for."""
        is_wide = self.width() >= current().px(BESIDE)
        self.deputies_button.setVisible(not is_wide)
        self.side.setVisible(is_wide or self._is_beside or not self.side.is_at_rest)

    def _connect(self) -> None:
        days, grid, side = self.days, self.days.grid, self.side
        days.shown.connect(self._show)
        days.refused.connect(self._refuse)
        days.head.chosen.connect(lambda _view: self.carry.let_go())
        days.strip.moving.connect(self._move)
        days.strip.looking.connect(self._look_at)
        for dragging in (grid.dragging, side.deputies.dragging):
            dragging.begun.connect(self.carry.begin)
            dragging.went.connect(self.carry.go)
            dragging.dropped.connect(self.carry.drop)
            dragging.given_up.connect(self.carry.let_go)
        grid.opened.connect(self._open)
        grid.picked.connect(self._show_entry)
        grid.unfolded.connect(self._show_day)
        grid.pasted.connect(self.carry.put)
        grid.let_go.connect(self._go_back)
        days.list_made.connect(self._tie_list)
        for source in (grid, side.deputies):
            source.cut.connect(self._cut)
        self.carry.dropped.connect(self._drop)
        self._connect_side(side, side.entry)
        self.ask.not_kept.connect(self.not_kept)
        self.moving.not_kept.connect(self.not_kept)
        self.acts.done.connect(self._was_done)
        self.acts.undone.connect(self._was_undone)
        self.acts.refused.connect(self._refuse_act)
        QShortcut(QKeySequence.StandardKey.Undo, self, self.acts.undo)
        QShortcut(QKeySequence.StandardKey.Print, self, self._print_month)

    def _tie_list(self, made: CalendarList) -> None:
        made.opened.connect(partial(self._show_entry, is_asked=True))
        made.cut.connect(self._cut)

    def _connect_side(self, side: CalendarSide, entry: EntryCard) -> None:
        side.placing.connect(self._ask_day)
        side.turned.connect(self._fold)
        side.deputies.opened.connect(lambda one: self.opening_deputy.emit(one.who.uid))
        side.form_made.connect(self._tie_form)
        entry.opening.connect(self._open_page_of)
        entry.moving.connect(self._ask_day)
        entry.changing.connect(self._change)
        entry.cancelling.connect(self._ask_cancel)
        entry.restoring.connect(self.acts.restore)
        entry.linking.connect(self._go_along)
        entry.choosing.connect(partial(self._show_entry, is_asked=True))
        entry.creating.connect(self.plan_session)
        entry.closed.connect(self._rest)

    def _lay_out(self) -> None:
        for button in (
            self.undo_button,
            self.month_button,
            self.deputies_button,
            self.new_button,
        ):
            self.days.head.more.addWidget(button)
        self.undo_button.hide()
        self.print_button.hide()
        said = QHBoxLayout()
        said.setSpacing(10)
        said.addWidget(self.banner, 1)
        said.addWidget(self.print_button)
        days = QVBoxLayout()
        days.setSpacing(8)
        days.addWidget(self.days.strip)
        days.addWidget(self.days.views, 1)
        columns = QHBoxLayout()
        columns.setSpacing(14)
        columns.addLayout(days, 1)
        columns.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.days.head)
        column.addWidget(self.ask)
        column.addLayout(said)
        column.addLayout(columns, 1)


def _load_form(desk: Desk, row: AgendaRow | None) -> Form:
    session = None if row is None else load_as_seen(desk, row)
    return session, desk.drafts.find(FORM)
