"""One promise with all that became of it, and what can be done with it now."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.model.attachment import Attachment
from liaison_desktop.model.commitment import Commitment
from liaison_desktop.model.faults import Fault, NotSaved
from liaison_desktop.model.texts import visible
from liaison_desktop.model.words import Way
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card, RowButton, clear
from liaison_desktop.ui.chain import Chain, focus
from liaison_desktop.ui.choice import Choice
from liaison_desktop.ui.field import Control, Field
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.options import numbered
from liaison_desktop.ui.pages.inset_form import InsetForm
from liaison_desktop.ui.pages.matter_words import day_typed
from liaison_desktop.ui.pages.meeting_agenda import circled
from liaison_desktop.ui.pages.meeting_side import due_badge, who_promised
from liaison_desktop.ui.pages.promise_acts import PromiseAct, acts_for
from liaison_desktop.ui.pages.receiver_names import ReceiverNames
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.texts import label, show_typed

DAYS = frozenset({"day", "due_on"})


class PromisePanel(InsetForm):
    """`acting` carries an act and what it was given; `opening` an attachment, `attaching` none."""

    acting = Signal(object, object)
    opening = Signal(object)
    attaching = Signal()

    def __init__(self, room: Room) -> None:
        super().__init__("")
        self._room = room
        self.promise: Commitment | None = None
        self.act: PromiseAct | None = None
        self.buttons: dict[str, Button] = {}
        self.card = Card("", "promise")
        self.words = label("", "body", wraps=True)
        self.facts = label("", "muted", wraps=True)
        self.fields = {
            "unit_name": Field(tr("责任单位"), Line()),
            "person": Field(tr("责任人"), Line()),
            "due_on": Field(tr("完成时限"), Line(tr("如 12-5"))),
            "day": Field(tr("日期"), Line()),
            "way": Field(tr("反馈方式"), Choice(numbered(Way))),
            "words": Field(tr("情况"), Line()),
            "reason": Field(tr("原因"), Line()),
        }
        unit = self.fields["unit_name"].control
        self.units = ReceiverNames(unit, self)  # type: ignore[arg-type]  # a Line, as made above
        self.save_button = Button(
            tr("记下"), self.save, kind="primary", picture="save", key=tr("Ctrl+回车")
        )
        self.back_button = Button(tr("返回"), self.give_up, key="Esc")
        self.attach_button = Button(
            tr("添加佐证材料……"), self.attaching.emit, kind="small", picture="plus"
        )
        self._acts, self._files = QGridLayout(), QVBoxLayout()
        self._form = QWidget()
        self._lay_out()

    def show_promise(
        self, one: Commitment | None, files: Sequence[Attachment], *, may: bool
    ) -> None:
        """Show a promise; nothing where there is none."""
        self.promise = one
        self.card.setVisible(one is not None)
        if one is None:
            return
        self.card.heading.setText(tr("承诺 {number}").format(number=circled(one.place)))
        self.card.show_badge(*due_badge(one, self._room.desk.today()))
        show_typed(self.words, one.content)
        show_typed(self.facts, "\n".join(_facts(one)))
        self._show_acts(acts_for(one) if may else [])
        self.attach_button.setVisible(may)
        clear(self._files)
        for each in files:
            self._files.addWidget(RowButton(each.name, "", partial(self.opening.emit, each)))
        self._end()

    def begin(self, act: PromiseAct) -> None:
        """Ask what an act needs."""
        if self.promise is None:
            return
        self.act = act
        today = self._room.desk.today()
        usual = {
            "unit_name": self.promise.unit_name,
            "person": self.promise.person,
            "due_on": self.promise.due_on.isoformat() if self.promise.due_on else "",
            "day": today.isoformat(),
            "way": None,
        }
        for name, field in self.fields.items():
            field.setVisible(name in act.asks)
            field.require(name in act.required)
            field.show_message("", "")
            field.set_value(usual.get(name, ""))
        self._form.show()
        wanted = [name for name in act.asks if name != "day"] or ["day"]
        focus(self.fields[wanted[0]].control)

    def save(self) -> None:
        """Hand the act over with what it asked for."""
        QGuiApplication.inputMethod().commit()
        if self.act is None:
            return
        values: dict[str, Any] = {}
        for name in self.act.asks:
            typed = self.fields[name].value()
            try:
                values[name] = self._read(name, typed)
            except ValueError:
                self._say_wrong(name, tr("如 2026-12-05"))
                return
            if name in self.act.required and not values[name]:
                self._say_wrong(name, tr("请填写"))
                return
        self.acting.emit(self.act, values)

    def refuse(self, fault: Fault) -> None:
        """Show what is wrong at its field."""
        for problem in fault.problems if isinstance(fault, NotSaved) else ():
            if problem.field in self.fields:
                self.fields[problem.field].say(problem)

    def give_up(self) -> None:
        """Do nothing with it."""
        self._end()
        self.focus_first()

    def focus_first(self) -> None:
        """Put the focus on what is most wanted."""
        for button in self.buttons.values():
            button.setFocus()
            return

    def is_asking(self) -> bool:
        return self.act is not None

    def _read(self, name: str, typed: Any) -> Any:
        if name in DAYS:
            return day_typed(typed, self._room.desk.today(), is_coming=name == "due_on")
        return typed.strip() if isinstance(typed, str) else typed

    def _say_wrong(self, name: str, words: str) -> None:
        self.fields[name].show_message(words, "danger")
        focus(self.fields[name].control)

    def _end(self) -> None:
        self.act = None
        self._form.hide()

    def _show_acts(self, acts: Sequence[PromiseAct]) -> None:
        clear(self._acts)
        self.buttons = {}
        for place, act in enumerate(acts):
            button = Button(
                tr(act.label), partial(self.begin, act), kind="small", picture=act.picture
            )
            self.buttons[act.key] = button
            self._acts.addWidget(button, place // 3, place % 3)

    def _order(self) -> list[Control]:
        return [self.fields[name].control for name in (self.act.asks if self.act else ())]

    def _lay_out(self) -> None:
        form = QVBoxLayout(self._form)
        form.setContentsMargins(16, 0, 16, 8)
        line: QHBoxLayout | None = None
        for name, field in self.fields.items():
            if line is None or line.count() == 2 or name == "words":
                line = QHBoxLayout()
                line.setSpacing(12)
                form.addLayout(line)
            line.addWidget(field, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.save_button)
        form.addLayout(buttons)
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 10, 16, 8)
        inner.setSpacing(8)
        for layout in (self._files, self._acts):
            layout.setSpacing(6)
        inner.addWidget(self.words)
        inner.addWidget(self.facts)
        inner.addLayout(self._acts)
        files = QHBoxLayout()
        files.addWidget(self.attach_button)
        files.addStretch(1)
        self.card.rows.addLayout(inner)
        self.card.rows.addWidget(self._form)
        self.card.rows.addLayout(self._files)
        inset = QVBoxLayout()
        inset.setContentsMargins(16, 0, 16, 8)
        inset.addLayout(files)
        self.card.rows.addLayout(inset)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        column.addStretch(1)
        controls = [field.control for field in self.fields.values()]
        Chain(self._order, self.save).tie(controls)
        self._form.hide()


def _facts(one: Commitment) -> list[str]:
    """Return what is known of a promise, a line for each."""
    lines = [
        (tr("责任：{value}"), who_promised(one)),
        (tr("时限：{value}"), one.due_on),
        (tr("提出人：{value}"), one.raised_by.strip()),
        *((tr("进展：{value}"), f"{part.noted_on}　{part.content}") for part in one.progress),
        (tr("佐证：{value}"), one.proof.strip()),
        (tr("兑现或认定：{value}"), one.settled_on),
        (tr("销号：{value}"), one.struck_on),
        (tr("公开：{value}"), one.published_on),
        (tr("反馈：{value}"), _told(one)),
    ]
    return [words.format(value=visible(str(value))) for words, value in lines if value]


def _told(one: Commitment) -> str:
    if one.fed_back_on is None:
        return tr("还没有反馈给提出人") if one.lacks_feedback else ""
    way = tr(word(one.fed_back_way)) if one.fed_back_way else ""
    return "　".join(part for part in (str(one.fed_back_on), way, one.feedback.strip()) if part)
