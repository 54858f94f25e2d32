"""承办单位 — the offices that matters are handed to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.faults import Fault, NotSaved
from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.texts import visible
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.unit import Unit
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import RowButton, clear, show_choice
from liaison_desktop.ui.field import Field
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.pages.settings_panel import Panel
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.texts import label

UNIT = "unit"
FIELDS = ("name", "contact", "phone", "address")


class UnitsPanel(Panel):
    """The units at the left; the chosen one, or a new one, at the right."""

    def __init__(self, room: Room) -> None:
        super().__init__(room, tr("承办单位"), "link")
        self.chosen: Unit | None = None
        self.list = QVBoxLayout()
        self.list.setSpacing(0)
        self._rows: dict[UUID, RowButton] = {}
        self.heading = label("", "section")
        self.new_button = Button(tr("新单位"), self.begin_new, kind="small", picture="plus")
        declared = fields_of(Unit)
        self.fields = {
            name: Field(tr(declared[name].label), Line(), required=name == "name")
            for name in FIELDS
        }
        for field in self.fields.values():
            field.control.entered.connect(self.save)
        self.tie(self.fields.values())
        self._lay_out()

    def begin(self) -> None:
        """Read the units anew; what is typed of one stays."""
        self.save_button.setVisible(self.may(Action.REGISTER_UNIT))
        self.new_button.setVisible(self.may(Action.REGISTER_UNIT))
        self.room.worker.ask(self, self.room.desk.units.find, self._show, self.refuse)

    def begin_new(self) -> None:
        """Wait for a new unit."""
        self._choose(None)
        self.fields["name"].control.setFocus()

    def save(self) -> None:
        """Register the new unit, or correct the chosen one."""
        values = {name: str(field.value()) for name, field in self.fields.items()}
        task = partial(_save, self.room.desk, self.chosen, values)
        self.save_button.setEnabled(False)
        self.draft.answer()
        self.room.worker.ask(self, task, self._kept, self.refuse)

    def refuse(self, fault: Fault) -> None:
        super().refuse(fault)
        for problem in fault.problems if isinstance(fault, NotSaved) else ():
            if problem.field in self.fields:
                self.fields[problem.field].say(problem)

    def _kept(self, unit: Unit) -> None:
        self.saved()
        self._choose(unit)
        self.begin()

    def _show(self, units: Sequence[Unit]) -> None:
        clear(self.list)
        self._rows = {unit.uid: self._row(unit) for unit in units}
        for row in self._rows.values():
            self.list.addWidget(row)
        show_choice(self._rows, self.chosen.uid if self.chosen else None)
        if self.chosen is None and not self.fields["name"].value():
            self._choose(units[0] if units else None)
            self.draft.take_up(partial(self._ask_again, units))

    def _row(self, unit: Unit) -> RowButton:
        facts = "　".join(fact for fact in (unit.contact, unit.phone) if fact)
        return RowButton(visible(unit.name), facts, partial(self._choose, unit))

    def _ask_again(self, units: Sequence[Unit], about: UUID, act: str) -> bool:
        unit = next((one for one in units if one.uid == about), None)
        is_here = act == UNIT and (unit is not None or about == self.room.desk.station.uid)
        if is_here:
            self._choose(unit)
        return is_here

    def _choose(self, unit: Unit | None) -> None:
        self.draft.lay_by()
        self.chosen = unit
        show_choice(self._rows, unit.uid if unit else None)
        self.heading.setText(tr("新单位") if unit is None else visible(unit.name))
        for name, field in self.fields.items():
            field.set_value(getattr(unit, name) if unit else "")
            field.say(None)
        self.keep(unit.uid if unit else self.room.desk.station.uid, UNIT, self.fields)

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(8)
        right.setSpacing(8)
        left.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignLeft)
        left.addLayout(self.list)
        left.addStretch(1)
        right.addWidget(self.heading)
        for field in self.fields.values():
            right.addWidget(field)
        right.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addLayout(left, 3)
        columns.addLayout(right, 4)
        self.body.addLayout(columns)


def _save(desk: Desk, seen: Unit | None, values: dict[str, str]) -> Unit:
    if seen is not None:
        changed = {name: value for name, value in values.items() if value != getattr(seen, name)}
        return desk.units.correct(seen, changed) if changed else seen
    name, contact, phone, address = (values[name] for name in FIELDS)
    uid, station = new_uid(desk.now()), desk.station.uid
    unit = Unit(
        uid=uid, station_uid=station, name=name, contact=contact, phone=phone, address=address
    )
    return desk.units.register(unit)
