"""代表 — the fields of one deputy: what the public board shows, and what it does not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from liaison_desktop.model.code_tables import EXTENDED, CodeTables
from liaison_desktop.model.deputy import Deputy
from liaison_desktop.model.faults import Problem
from liaison_desktop.model.fields import fields_of
from liaison_desktop.ui.box import Box
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card
from liaison_desktop.ui.field import Control, Field
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.pages.coded_line import CodedField
from liaison_desktop.ui.pages.mandate_fields import MandateFields
from liaison_desktop.ui.pages.visitor_fields import sexes
from liaison_desktop.ui.rows import row, rows
from liaison_desktop.ui.segments import Segments
from liaison_desktop.ui.tick import Tick

PUBLIC = ("name", "sex", "post", "introduction")
WISHES = ("liked_days", "disliked_days")
PRIVATE = ("phone", "birth_ym", "id_no", *EXTENDED, *WISHES)


class DeputyFields(QWidget):
    """Keys are those of a deputy's JSON, as problems name them."""

    changed = Signal()
    going = Signal(QWidget)
    """Where Enter leads to: it must be in sight."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.fields = _build_fields(page)
        self.ticks = {
            "is_post_public": Tick(tr("本人同意公示单位及职务")),
            "is_photo_public": Tick(tr("本人同意公示照片")),
        }
        self.mandates: list[MandateFields] = []
        self.add_button = Button(
            tr("再加一项任职"), partial(self.add_mandate, True), kind="small", picture="plus"
        )
        self._public = Card(tr("公示栏上的"), "eye")
        self._private = Card(tr("不公示的"), "lock")
        self._held = Card(tr("任职"), "shield")
        self._mandates = QVBoxLayout()
        self._lay_out()
        for control in self._own_controls():
            control.changed.connect(self.changed)

    def know(self, tables: CodeTables) -> None:
        """Compare coded fields with these tables from now on."""
        for name in EXTENDED:
            field = self.fields[name]
            if isinstance(field, CodedField):
                field.know(tables[name])

    def controls(self) -> list[Control]:
        """Return the controls in the order in which Enter goes through them."""
        held = [control for mandate in self.mandates for control in mandate.controls()]
        return [*self._own_controls(), *held]

    def body(self) -> dict[str, Any]:
        """Return what is typed; no key for what is empty, and no mandate that is all empty."""
        typed = {name: field.value() for name, field in self.fields.items()}
        typed |= {name: tick.value() for name, tick in self.ticks.items()}
        body: dict[str, Any] = {name: value for name, value in typed.items() if value}
        mandates = [mandate.body() for mandate in self.mandates]
        body["mandates"] = [held for held in mandates if set(held) - {"state"}]
        return body

    def fill(self, body: Mapping[str, Any]) -> None:
        """Show what stands, or was typed before; one empty mandate where there is none."""
        for name, field in self.fields.items():
            field.set_value(body.get(name))
            field.say(None)
        for name, tick in self.ticks.items():
            tick.set_value(body.get(name))
        while self.mandates:
            self._take_off(self.mandates[-1])
        for mandate in body.get("mandates") or [{}]:
            self.add_mandate().fill(mandate)

    def add_mandate(self, is_asked: bool = False) -> MandateFields:
        """Add the fields of one more mandate, with the focus where it was asked for."""
        made: list[MandateFields] = []
        added = MandateFields(len(self.mandates), lambda: self._remove(made[0]))
        made.append(added)
        self.mandates.append(added)
        self._mandates.addWidget(added)
        added.show()
        added.changed.connect(self.changed)
        for control in added.controls():
            control.entered.connect(partial(self._go_on, control))
        if is_asked:
            added.controls()[0].setFocus()
            self.going.emit(added)
        return added

    def say(self, problems: Sequence[Problem]) -> Field | None:
        """Show each problem at its field; return the first field that has an error."""
        every = self._by_path()
        for field in every.values():
            field.say(None)
        first: Field | None = None
        for problem in problems:
            at = every.get(problem.field)
            if at is None or (at.message and not problem.is_error):
                continue
            at.say(problem)
            if problem.is_error and first is None:
                first = at
        return first

    def name_of(self, path: str) -> str:
        """Return what the screen calls the field that a problem names."""
        field = self._by_path().get(path)
        return field.text if field is not None else path

    def is_composing(self) -> bool:
        """Return whether an input method has text open."""
        return any(getattr(control, "preedit", "") for control in self.controls())

    def _by_path(self) -> dict[str, Field]:
        held = {
            f"mandates.{place}.{name}": field
            for place, mandate in enumerate(self._typed_mandates())
            for name, field in _with_attributes(mandate.fields).items()
        }
        return self.fields | held

    def _typed_mandates(self) -> list[MandateFields]:
        """Return those that `body` tells of, in the same order."""
        return [mandate for mandate in self.mandates if set(mandate.body()) - {"state"}]

    def _remove(self, mandate: MandateFields) -> None:
        self._take_off(mandate)
        self.changed.emit()
        self.add_button.setFocus()

    def _take_off(self, mandate: MandateFields) -> None:
        self.mandates.remove(mandate)
        self._mandates.removeWidget(mandate)
        mandate.hide()
        mandate.deleteLater()
        for place, left in enumerate(self.mandates):
            left.be_at(place)

    def _go_on(self, control: Control) -> None:
        """Go from one control to the next that is seen; from the last one to the button below."""
        every = [each for each in self.controls() if each.isVisible()]
        at = every.index(control) + 1 if control in every else len(every)
        further: QWidget = every[at] if at < len(every) else self.add_button
        further.setFocus()
        self.going.emit(further)

    def _own_controls(self) -> list[Control]:
        f, t = self.fields, self.ticks
        public: list[Control] = [f["name"].control, f["sex"].control, f["post"].control]
        public += [t["is_post_public"], t["is_photo_public"], f["introduction"].control]
        return [*public, *(f[name].control for name in PRIVATE)]

    def _lay_out(self) -> None:
        f, t = self.fields, self.ticks
        for control in self._own_controls():
            control.entered.connect(partial(self._go_on, control))
        ticks = row([(t["is_post_public"], 1), (t["is_photo_public"], 1)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        inner = _inside(self._public)
        inner.addLayout(rows([[(f["name"], 3), (f["sex"], 4), (f["post"], 5)]]))
        inner.addLayout(ticks)
        inner.addWidget(f["introduction"])
        self._private.add_words(
            tr("电话、出生年月、身份证号和排班心愿只留在本站，不随上报；民族等上报，不公示。")
        )
        inner = _inside(self._private)
        inner.addLayout(
            rows(
                [
                    [(f["phone"], 3), (f["birth_ym"], 2), (f["id_no"], 4)],
                    [(f[name], 3) for name in EXTENDED],
                    [(f[name], 1) for name in WISHES],
                ]
            )
        )
        inner = _inside(self._held)
        inner.addLayout(self._mandates)
        self._held.head.addWidget(self.add_button)
        for card in (self._public, self._private, self._held):
            column.addWidget(card)
        column.addStretch(1)


def _inside(card: Card) -> QVBoxLayout:
    inner = QVBoxLayout()
    inner.setContentsMargins(16, 8, 16, 10)
    inner.setSpacing(8)
    card.rows.addLayout(inner)
    return inner


def _with_attributes(fields: Mapping[str, Field]) -> dict[str, Field]:
    """Return fields by their JSON key and by the attribute that problems of the model name."""
    return {**fields, "group_name": fields["group"]}


def _build_fields(page: QWidget) -> dict[str, Field]:
    declared = fields_of(Deputy)
    controls: dict[str, Control] = {
        "name": Line(),
        "sex": Segments(sexes()),
        "post": Line(),
        "introduction": Box(lines=1),
        "phone": Line(),
        "birth_ym": Line(tr("如 1962-05")),
        "id_no": Line(),
        "liked_days": Line(tr("如 周三、8月、11月25日；排轮值表时尽量照顾")),
        "disliked_days": Line(tr("如 周一至周三、2026-11-25；不能来的请登记请假")),
    }
    made = {
        name: Field(tr(declared[name].label), control, required=name == "name")
        for name, control in controls.items()
    }
    coded = {name: CodedField(tr(declared[name].label), page) for name in EXTENDED}
    return {**made, **coded}
