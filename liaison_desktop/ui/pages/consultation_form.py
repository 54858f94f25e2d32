"""筹备 — the form of a meeting: its facts, its agenda, and the matters its topic came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, cast
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.model.consultation import AgendaItem, Consultation, HeardItem, LinkedMatter
from liaison_desktop.model.faults import Problem
from liaison_desktop.model.uids import new_uid
from liaison_desktop.ui.cards import Card
from liaison_desktop.ui.field import Control
from liaison_desktop.ui.frames import scrolling_column
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.pages.agenda_rows import AgendaRows
from liaison_desktop.ui.pages.consultation_sheet import MEETING, STREET_MEETING
from liaison_desktop.ui.pages.heard_rows import HeardRows
from liaison_desktop.ui.pages.linked_matters import Linked, LinkedMatters
from liaison_desktop.ui.pages.preparing_words import numbers_in_words
from liaison_desktop.ui.pages.roll_form import RollForm
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.texts import label

PARTS = ("agenda", "linked", "heard")
"""What stands beside the fields; each is a list of its own."""


class ConsultationForm(QWidget):
    """`changed` with every change, `done` when Enter has gone through the last field."""

    changed = Signal()
    done = Signal()

    def __init__(self, room: Room) -> None:
        super().__init__()
        has_body = room.desk.station.kind.has_deliberation_body
        self.form = RollForm(STREET_MEETING if has_body else MEETING, self)
        self.agenda = AgendaRows(lambda: new_uid(room.desk.now()))
        self.linked = LinkedMatters(room, self)
        self.heard = HeardRows()
        self.people = Card(tr("人数"), "users")
        self.numbers = label("", "body", wraps=True)
        self.heard_card = Card(tr("应听取事项"), "check_circle")
        self._lay_out()
        self._connect()

    def controls(self) -> list[Control]:
        """Return the controls of the fields, in their order."""
        return self.form.controls()

    def add_card(self, card: Card) -> None:
        """Put one more card beside the fields, below how many are asked."""
        self._cards.insertWidget(2, card)

    def show_record(self, one: Consultation | None, linked: Sequence[Linked], today: date) -> None:
        """Show a meeting, or what is usual for a new one."""
        self.form.show_record(one, today)
        items = [(str(item.uid), item.title) for item in one.agenda] if one else []
        self.agenda.set_value(items, [uid for uid, _title in items])
        self.linked.set_value(linked)
        heard = [(item.title, item.is_heard) for item in one.heard] if one else []
        self.heard.set_value(heard)
        self.heard.line.set_value("")
        self._show_counted()

    def typed(self) -> dict[str, Any]:
        """Return what stands in the form, as a draft keeps it."""
        parts = {name: [list(item) for item in getattr(self, name).value()] for name in PARTS}
        return self.form.typed() | parts | {"to_hear": self.heard.line.value()}

    def fill(self, body: Mapping[str, Any]) -> None:
        """Show what a draft kept; what is saved of the agenda stays known."""
        self.form.fill(body)
        if "agenda" in body:
            saved = self.agenda.saved()
            self.agenda.set_value([(str(uid), str(title)) for uid, title in body["agenda"]], saved)
        for name in ("linked", "heard"):
            if name in body:
                getattr(self, name).set_value([tuple(item) for item in body[name]])
        self.heard.line.set_value(body.get("to_hear", ""))
        self._show_counted()

    def values(self, today: date) -> dict[str, Any]:
        """Return what is typed as the record has it; NotSaved where a day or number is none."""
        values = self.form.values(today)
        values["agenda"] = [
            AgendaItem(uid=UUID(uid), title=title) for uid, title in self.agenda.value()
        ]
        values["linked"] = [
            LinkedMatter(matter_uid=UUID(uid)) for uid, _number, _title in self.linked.value()
        ]
        is_yearly = bool(values.get("is_yearly"))
        self.heard.add()
        values["heard"] = [
            HeardItem(title=title, is_heard=is_heard)
            for title, is_heard in self.heard.value()
            if is_yearly
        ]
        return values

    def say(self, problems: Sequence[Problem]) -> None:
        """Say at each field what is wrong with it, and go to the first."""
        self.agenda.say(problems)
        self.form.say(problems)

    def _show_counted(self) -> None:
        words, level = numbers_in_words(self.form.typed())
        self.numbers.setText(words)
        self.numbers.setProperty("role", level)
        self.numbers.style().polish(self.numbers)
        yearly = self.form.fields.get("is_yearly")
        self.heard_card.setVisible(yearly is not None and bool(yearly.value()))

    def _connect(self) -> None:
        for part in (self.form, self.agenda, self.linked, self.heard):
            part.changed.connect(self.changed)
        self.form.changed.connect(self._show_counted)
        self.form.done.connect(self._go_to_agenda)
        self.agenda.done.connect(self.done)

    def _go_to_agenda(self) -> None:
        first = self.agenda.fields[0].control if self.agenda.fields else self.agenda.add_button
        first.setFocus()

    def _lay_out(self) -> None:
        card = Card(tr("会议"), "talk")
        body = QVBoxLayout()
        body.setContentsMargins(16, 8, 16, 8)
        body.addWidget(self.form)
        card.rows.addLayout(body)
        agenda, linked = Card(tr("议程"), "sheet"), Card(tr("议题来源"), "link")
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 8, 16, 6)
        inner.addWidget(self.numbers)
        self.people.rows.addLayout(inner)
        for told, widget in (
            (agenda, self.agenda),
            (linked, self.linked),
            (self.heard_card, self.heard),
        ):
            told.rows.addWidget(widget)
        right = scrolling_column(agenda, self.people, linked, self.heard_card)
        self._cards = cast(QVBoxLayout, cast(QWidget, right.widget()).layout())
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(14)
        columns.addWidget(scrolling_column(card), 3)
        columns.addWidget(right, 2)
