"""接待日 — made and changed beside the calendar; what is typed is kept as everywhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.desk.agenda import SESSION
from liaison_desktop.desk.drafts import KeptDraft
from liaison_desktop.model.conflicts import Appointment, Who, conflicts_of
from liaison_desktop.model.faults import Fault, NotSaved
from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.reception_session import ReceptionSession
from liaison_desktop.model.uids import new_uid
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.box import Box
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.chain import Chain
from liaison_desktop.ui.field import Control, Field
from liaison_desktop.ui.frames import frame, scrolling_in_card
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.pages.calendar_acts import Done, correct_session, register_session
from liaison_desktop.ui.pages.calendar_sheet import Sheet
from liaison_desktop.ui.pages.calendar_words import day_words
from liaison_desktop.ui.pages.deputy_names import DeputyNames
from liaison_desktop.ui.pages.draft_keeper import DraftKeeper
from liaison_desktop.ui.pages.intake_body import names_in
from liaison_desktop.ui.pages.matter_words import day_typed, time_typed
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.texts import label

FORM = "session"
TEXTS = ("starts", "ends", "place", "theme", "guests", "contact", "contact_phone", "remark")
_PAIRS = (("starts", "ends"), ("contact", "contact_phone"))


class SessionForm(QWidget):
    """`saved` carries words and what was done, `given_up` comes when nothing is to be done."""

    saved = Signal(str, object)
    given_up = Signal()

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.room = room
        self._session: ReceptionSession | None = None
        self._sheet: Sheet | None = None
        self._uid: UUID | None = None
        self._before: dict[str, str] = {}
        self._is_saving = self._is_posted = False
        self.heading = label("", "section")
        self.fields = self._build_fields()
        self.warnings = label("", "warn", wraps=True)
        self.banner = Banner()
        self.again = Button(tr("重新填写"), self._begin_again, kind="small", picture="undo")
        self.again.hide()
        self.keeper = DraftKeeper(room.worker, room.desk.drafts, FORM, self)
        self.save_button = Button(
            tr("保存"), self.save, kind="primary", picture="save", key=tr("Ctrl+回车")
        )
        self.back_button = Button(tr("返回"), self.give_up, key="Esc")
        self.keeper.failed.connect(self._refuse)
        self._lay_out()
        names = self.fields["names"].control
        if not isinstance(names, Line):
            raise TypeError("names are one line")
        self.roster = DeputyNames(room, names, self)
        Chain(self.controls, self.save_button.setFocus).tie(self.controls())
        for control in self.controls():
            control.changed.connect(self._changed)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.save)

    def controls(self) -> list[Control]:
        """Return the controls in their order."""
        return [field.control for field in self.fields.values()]

    def begin(
        self,
        sheet: Sheet,
        usual: dict[str, str],
        session: ReceptionSession | None,
        draft: KeptDraft | None,
        *,
        is_posted: bool = False,
    ) -> None:
        """Show a new session with what is usual in it, or one as it is, or what was typed of it."""
        self._session, self._sheet, self._is_posted = session, sheet, is_posted
        self._uid = self._uid_for(session, draft)
        self.heading.setText(tr("新建接待日") if session is None else tr("更改接待日"))
        self.roster.know([deputy.who.name for deputy in sheet.days.deputies])
        self.banner.clear()
        self.again.setVisible(draft is not None)
        self._before = usual
        self._fill(usual)
        if draft is not None:
            self._fill({name: str(value) for name, value in draft.body.items()})
            self.banner.say(tr("这是上次没有保存的内容。"), "warn")
        self.keeper.begin(self._uid, self._typed, is_kept=draft is not None)
        self._changed()
        self.fields["held_on" if session is None else "names"].control.setFocus()

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed, then go on."""
        self.keeper.put_down(then)

    def give_up(self) -> None:
        """Go back; what was typed stays as a draft, and is offered again."""
        if not self._is_saving:
            self.keeper.put_down(partial(self._end, self.given_up.emit))

    def save(self) -> None:
        """Register or correct the session."""
        if self._is_saving or self._uid is None:
            return
        QGuiApplication.inputMethod().commit()
        if any(getattr(control, "preedit", "") for control in self.controls()):
            self.banner.say(tr("请先选定输入法里的字，再保存。"), "warn")
            return
        day = self._day()
        if day is None:
            self.fields["held_on"].show_message(tr("如 2026-11-25"), "danger")
            self.fields["held_on"].control.setFocus()
            return
        values: dict[str, Any] = {name: self.fields[name].value() for name in TEXTS}
        values |= {name: time_typed(values[name]) for name in ("starts", "ends")}
        values |= {"held_on": day, "names": names_in(self.fields["names"].value())}
        self._is_saving = True
        self.keeper.rest()
        task = partial(self._write, self._session, self._uid, values)
        words = tr("{day}的接待日已保存").format(day=day_words(day))
        self.room.worker.ask(self, task, partial(self._written, words), self._refuse)

    def _write(self, session: ReceptionSession | None, uid: UUID, values: dict[str, Any]) -> Done:
        if session is None:
            return register_session(self.room.desk, uid, values)
        return correct_session(self.room.desk, session, values, self.fields["reason"].value())

    def _written(self, words: str, done: Done) -> None:
        self._end(partial(self.saved.emit, words, done))

    def _end(self, then: Callable[[], object]) -> None:
        self._is_saving = False
        self.keeper.end()
        self._uid = self._session = None
        then()

    def _refuse(self, fault: Fault) -> None:
        self._is_saving = False
        self.keeper.keep_on()
        if isinstance(fault, NotSaved):
            for field in self.fields.values():
                field.say(None)
            for problem in fault.problems:
                name = "names" if problem.field.startswith("slots") else problem.field
                if name in self.fields:
                    self.fields[name].say(problem)
            named = {problem.field.partition(".")[0] for problem in fault.problems}
            if "reason" in named:
                self.fields["reason"].control.setFocus()
        self.banner.say(say(fault), "danger")

    def _begin_again(self) -> None:
        """Let go of the draft, and show what is usual."""
        self.again.hide()
        self.banner.clear()
        self._fill(self._before)
        self.keeper.keep_now()

    def _fill(self, body: dict[str, str]) -> None:
        for name, field in self.fields.items():
            field.show_message("", "")
            field.set_value(body.get(name, ""))

    def _typed(self) -> dict[str, Any] | None:
        """Return what a draft keeps; nothing where only what is usual stands there."""
        body = {name: field.value() for name, field in self.fields.items()}
        if all(value == self._before.get(name, "") for name, value in body.items()):
            return None
        return body | {"session": str(self._session.uid) if self._session else ""}

    def _uid_for(self, session: ReceptionSession | None, draft: KeptDraft | None) -> UUID:
        if session is not None:
            return session.uid
        return draft.uid if draft else new_uid(self.room.desk.now())

    def _day(self) -> date | None:
        try:
            return day_typed(self.fields["held_on"].value(), self.room.desk.today(), is_coming=True)
        except ValueError:
            return None

    def _changed(self) -> None:
        """Keep what is typed, and say what speaks against it as far as that is known here."""
        self.keeper.touch()
        day = self._day()
        self.fields["held_on"].show_message("" if day is None else day_words(day), "")
        self._ask_reason(day)
        self.warnings.setText("\n".join(f"! {words}" for words in self._conflicts(day)))
        self.warnings.setVisible(bool(self.warnings.text()))

    def _ask_reason(self, day: date | None) -> None:
        """Ask why, and say what follows, where what is typed is not what hangs out."""
        field, session = self.fields["reason"], self._session
        is_told = session is not None and self._is_posted and not self._is_as_posted(session, day)
        field.setVisible(is_told)
        words = tr("变更公告随之备好")
        field.show_message(words if is_told else "", "warn" if is_told else "")

    def _is_as_posted(self, session: ReceptionSession, day: date | None) -> bool:
        typed = {name: self.fields[name].value() for name in ("starts", "ends", "place", "names")}
        times = (time_typed(typed["starts"]), time_typed(typed["ends"]))
        is_there = (session.starts, session.ends, session.place) == (*times, typed["place"])
        names = {slot.name for slot in session.slots}
        return (
            day in {None, session.held_on} and is_there and set(names_in(typed["names"])) == names
        )

    def _conflicts(self, day: date | None) -> list[str]:
        sheet = self._sheet
        if sheet is None or day is None or self._uid is None or not sheet.is_read(day):
            return []
        known = {deputy.who.name: deputy.who for deputy in sheet.days.deputies}
        names = names_in(self.fields["names"].value())
        one = Appointment(
            (SESSION, self._uid),
            day,
            time_typed(self.fields["starts"].value()),
            time_typed(self.fields["ends"].value()),
            self.fields["place"].value(),
            tuple(known.get(name, Who(name)) for name in names),
        )
        found = conflicts_of(one, sheet.appointments, sheet.days.circumstances)
        return [sheet.words_of(conflict) for conflict in found]

    def _build_fields(self) -> dict[str, Field]:
        labels = {name: tr(field.label) for name, field in fields_of(ReceptionSession).items()}
        fields = {"held_on": Field(labels["held_on"], Line(tr("如 11-25")), required=True)}
        fields |= {name: Field(labels[name], Line(_hint(name))) for name in TEXTS[:3]}
        fields["names"] = Field(tr("接待代表"), Line(tr("姓名或拼音，顿号隔开")))
        fields["reason"] = Field(tr("变更原因"), Line(tr("公告已张贴，必须写明")), required=True)
        fields |= {name: Field(labels[name], Line()) for name in TEXTS[3:-1]}
        fields["remark"] = Field(labels["remark"], Box())
        return fields

    def _lay_out(self) -> None:
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(14, 8, 14, 8)
        inner.setSpacing(4)
        area = scrolling_in_card(body)
        paired = {second for _first, second in _PAIRS}
        for name, field in self.fields.items():
            if name in paired:
                continue
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(field, 1)
            for first, second in _PAIRS:
                if first == name:
                    row.addWidget(self.fields[second], 1)
            inner.addLayout(row)
            if name == "names":
                inner.addWidget(self.warnings)
        inner.addStretch(1)
        card = frame("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 8, 1, 8)
        head = QHBoxLayout()
        head.setContentsMargins(14, 0, 12, 0)
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.again)
        column.addLayout(head)
        column.addWidget(self.banner)
        column.addWidget(area, 1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(12, 0, 12, 0)
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.save_button, 1)
        column.addLayout(buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card)


def body_of(session: ReceptionSession) -> dict[str, str]:
    """Return what the form shows of a session."""
    names = tr("、").join(slot.name for slot in session.slots)
    texts = {name: str(getattr(session, name)) for name in TEXTS}
    return texts | {"held_on": session.held_on.isoformat(), "names": names}


def draft_of(drafts: list[KeptDraft], uid: UUID | None) -> KeptDraft | None:
    """Return what was typed of a session, or for None of one that is not there yet."""
    wanted = "" if uid is None else str(uid)
    return next((one for one in drafts if one.body.get("session") == wanted), None)


def _hint(name: str) -> str:
    return {"starts": "09:00", "ends": "11:00"}.get(name, "")
