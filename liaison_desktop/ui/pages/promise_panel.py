"""One promise with all that became of it, and what can be done with it now."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.desk.drafts import KeptDraft
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
from liaison_desktop.ui.pages.draft_keeper import DraftKeeper
from liaison_desktop.ui.pages.inset_form import InsetForm
from liaison_desktop.ui.pages.matter_words import day_typed
from liaison_desktop.ui.pages.meeting_agenda import circled
from liaison_desktop.ui.pages.meeting_side import due_badge, who_promised
from liaison_desktop.ui.pages.promise_acts import PromiseAct, acts_for
from liaison_desktop.ui.pages.receiver_names import ReceiverNames
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.texts import label, show_typed
from liaison_desktop.ui.theme import current

FORM = "promise_act"
DAYS = frozenset({"day", "due_on"})
WIDEST_OF_THREE = 150
"""Pixels of the widest button with which three stand in a row in the least room, at 1093 × 582."""


class PromisePanel(InsetForm):
    """`acting` carries an act and what it was given; `opening` an attachment, `attaching` none.

    What is typed of an act is a draft under the promise's own uid: it stands there again when the
    promise is shown, and goes with the act. `not_kept` tells that it could not be kept.
    """

    acting = Signal(object, object)
    opening = Signal(object)
    attaching = Signal()
    not_kept = Signal(object)

    def __init__(self, room: Room) -> None:
        super().__init__("")
        self._room = room
        self.promise: Commitment | None = None
        self.act: PromiseAct | None = None
        self._left: dict[UUID, Mapping[str, Any]] = {}
        self._put_away: set[UUID] = set()
        self.keeper = DraftKeeper(room.worker, room.desk.drafts, FORM, self)
        self.keeper.failed.connect(self.not_kept)
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
        """Show a promise, nothing where there is none; what is typed of this same one stays."""
        if self.promise is None or one is None or self.promise.uid != one.uid:
            self._lay_by()
            self._end()
        self.promise = one
        self.card.setVisible(one is not None)
        if one is None:
            return
        self.card.heading.setText(tr("承诺 {number}").format(number=circled(one.place)))
        self.card.show_badge(*due_badge(one, self._room.desk.today()))
        show_typed(self.words, one.content)
        show_typed(self.facts, "\n".join(_facts(one)))
        acts = acts_for(one) if may else []
        self._show_acts(acts)
        self.attach_button.setVisible(may)
        clear(self._files)
        for each in files:
            self._files.addWidget(RowButton(each.name, "", partial(self.opening.emit, each)))
        if self.act is not None and self.act not in acts:
            self._lay_by()
            self._end()
        elif self.act is None and one.uid not in self._put_away:
            self._go_on(acts)

    def know(self, drafts: Sequence[KeptDraft]) -> None:
        """Have these to offer again, each for its promise."""
        self._left = {one.uid: one.body for one in drafts}

    def begin(self, act: PromiseAct) -> None:
        """Ask what an act needs."""
        if self.promise is None:
            return
        self._lay_by()
        self.act = act
        self._put_away.discard(self.promise.uid)
        kept = self._left.get(self.promise.uid, {})
        values = {**self._usual(self.promise), **kept}
        for name, field in self.fields.items():
            field.setVisible(name in act.asks)
            field.require(name in act.required)
            field.show_message("", "")
            field.set_value(values.get(name) or (None if name == "way" else ""))
        self._form.show()
        self.keeper.begin(self.promise.uid, self._typed, is_kept=bool(kept))
        self.keeper.touch()
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
        self.keeper.rest()
        self.acting.emit(self.act, values)

    def end(self) -> None:
        """Close: another meeting is shown."""
        self._left, self._put_away = {}, set()
        self._end()
        self.promise = None

    def end_for(self, promise: UUID) -> None:
        """Forget what was typed of a promise, for it is done, and close where it stands here."""
        self._left.pop(promise, None)
        if self.promise is not None and self.promise.uid == promise:
            self._end()

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed, then go on."""
        QGuiApplication.inputMethod().commit()
        self.keeper.put_down(then)

    def refuse(self, fault: Fault) -> None:
        """Show what is wrong at its field; what is typed stays."""
        self.keeper.keep_on()
        for problem in fault.problems if isinstance(fault, NotSaved) else ():
            if problem.field in self.fields:
                self.fields[problem.field].say(problem)

    def give_up(self) -> None:
        """Do nothing with it for now; what is typed stays as a draft."""
        self._lay_by()
        if self.promise is not None:
            self._put_away.add(self.promise.uid)
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

    def _usual(self, one: Commitment) -> dict[str, str]:
        """Return what stands there before anything is typed; "" for the rest."""
        return {
            "unit_name": one.unit_name,
            "person": one.person,
            "due_on": one.due_on.isoformat() if one.due_on else "",
            "day": self._room.desk.today().isoformat(),
        }

    def _typed(self) -> dict[str, Any] | None:
        """Return what a draft keeps, None where only what is usual stands there."""
        if self.promise is None or self.act is None:
            return None
        usual = self._usual(self.promise)
        said = {name: str(field.value() or "") for name, field in self.fields.items()}
        if all(value == usual.get(name, "") for name, value in said.items()):
            return None
        return said | {"meeting": str(self.promise.consultation_uid), "act": self.act.key}

    def _lay_by(self) -> None:
        """Keep what is typed of a promise before another form stands here."""
        if self.promise is None or self.act is None:
            return
        self.keeper.keep_now()
        typed = self._typed()
        if typed is None:
            self._left.pop(self.promise.uid, None)
        else:
            self._left[self.promise.uid] = typed

    def _go_on(self, acts: Sequence[PromiseAct]) -> None:
        """Begin the act again that was being typed of this promise."""
        left = self._left.get(self.promise.uid, {}) if self.promise else {}
        act = next((act for act in acts if act.key == left.get("act")), None)
        if act is not None:
            self.begin(act)

    def _end(self) -> None:
        self.keeper.end()
        self.act = None
        self._form.hide()

    def _show_acts(self, acts: Sequence[PromiseAct]) -> None:
        clear(self._acts)
        self.buttons = {}
        for act in acts:
            button = Button(
                tr(act.label), partial(self.begin, act), kind="small", picture=act.picture
            )
            self.buttons[act.key] = button
        widest = max((button.sizeHint().width() for button in self.buttons.values()), default=0)
        columns = 3 if widest <= current().px(WIDEST_OF_THREE) else 2
        for place, button in enumerate(self.buttons.values()):
            self._acts.addWidget(button, place // columns, place % columns)

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
