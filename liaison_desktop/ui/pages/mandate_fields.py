"""任职 — the fields of one mandate; several stand below each other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.model.deputy import Mandate
from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.schedule_words import MandateEnd
from liaison_desktop.model.words import MandateLevel, MandateState
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.choice import Choice
from liaison_desktop.ui.field import Control, Field
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.options import keyed, numbered
from liaison_desktop.ui.rows import rows
from liaison_desktop.ui.segments import Segments
from liaison_desktop.ui.texts import label

NAMES = {"group": "group_name"}
"""Keys of a mandate's JSON that its field is called otherwise."""


class MandateFields(QWidget):
    """Keys are those of a mandate's JSON. Why it ended is asked where it is not active."""

    changed = Signal()

    def __init__(self, place: int, remove: Callable[[], object]) -> None:
        super().__init__()
        self.fields = _build_fields()
        self._title = label("", "section")
        self.give_up = Button(tr("去掉这一项"), remove, kind="strip", picture="close")
        self._end = QWidget()
        self._lay_out()
        self.be_at(place)
        for control in self.controls():
            control.changed.connect(self.changed)
        self.fields["state"].control.changed.connect(self._show_end)
        self.fill({})

    def be_at(self, place: int) -> None:
        """Stand at a place among the mandates, from 0."""
        words = tr("任职 {n}").format(n=place + 1)
        self._title.setText(words)
        self.give_up.setAccessibleName(tr("去掉{what}").format(what=words))

    def controls(self) -> list[Control]:
        """Return the controls in their order on the page."""
        return [field.control for field in self.fields.values()]

    def body(self) -> dict[str, Any]:
        """Return what is typed; why it ended is kept though it is not asked any more."""
        typed = {name: field.value() for name, field in self.fields.items()}
        return {name: value for name, value in typed.items() if value}

    def fill(self, body: dict[str, Any]) -> None:
        """Show what stands, or was typed before."""
        for name, field in self.fields.items():
            field.set_value(body.get(name))
        if not body.get("state"):
            self.fields["state"].set_value(MandateState.ACTIVE)
        self._show_end()

    def _show_end(self) -> None:
        self._end.setVisible(self.fields["state"].value() is not MandateState.ACTIVE)

    def _lay_out(self) -> None:
        f = self.fields
        head = QHBoxLayout()
        head.setContentsMargins(0, 4, 0, 0)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.give_up)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(
            rows(
                [
                    [(f["level"], 3), (f["term_no"], 3), (f["card_no"], 3)],
                    [(f["constituency"], 3), (f["delegation"], 3), (f["group"], 3)],
                    [(f["valid_from"], 2), (f["valid_to"], 2), (f["state"], 5)],
                ]
            )
        )
        self._end.setLayout(rows([[(f["end_reason"], 4), (f["end_note"], 5)]]))
        column.addWidget(self._end)


def _build_fields() -> dict[str, Field]:
    controls: dict[str, Control] = {
        "level": Choice(numbered(MandateLevel)),
        "term_no": Line(tr("如 第十七届")),
        "card_no": Line(),
        "constituency": Line(),
        "delegation": Line(),
        "group": Line(),
        "valid_from": Line(tr("如 2022-01-10")),
        "valid_to": Line(tr("在任不填")),
        "state": Segments(keyed(MandateState)),
        "end_reason": Choice(numbered(MandateEnd)),
        "end_note": Line(),
    }
    declared = fields_of(Mandate)
    return {
        name: Field(tr(declared[NAMES.get(name, name)].label), control, required=name == "level")
        for name, control in controls.items()
    }
