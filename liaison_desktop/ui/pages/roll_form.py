"""A record as a form: its fields by their declarations, and what is typed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from liaison_desktop.model.base import Part, Record
from liaison_desktop.model.faults import NotSaved, Problem, ProblemCode
from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.schedule_words import Presence
from liaison_desktop.model.travel import plain_fields
from liaison_desktop.model.words import Word
from liaison_desktop.ui.box import Box
from liaison_desktop.ui.chain import Chain
from liaison_desktop.ui.choice import Choice
from liaison_desktop.ui.field import Control, Field
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.options import numbered
from liaison_desktop.ui.pages.matter_words import day_typed, time_typed
from liaison_desktop.ui.pages.presence_rows import PresenceRows
from liaison_desktop.ui.pages.receiver_names import ReceiverNames
from liaison_desktop.ui.pages.roll_sheets import Sheet
from liaison_desktop.ui.tick import Tick

Typed = dict[str, Any]

TIMES = frozenset({"starts", "ends"})

_BETWEEN_NAMES = re.compile(r"[、，,；;\n]+")


class RollForm(QWidget):
    """`changed` with every change, `done` when Enter has gone through the last field."""

    changed = Signal()
    done = Signal()

    def __init__(self, sheet: Sheet, page: QWidget) -> None:
        super().__init__()
        self.sheet = sheet
        self._columns = plain_fields(sheet.root)
        self._record: Record | None = None
        declared = fields_of(sheet.root)
        self.fields = {
            name: Field(
                tr(declared[name].label), self._control(name), required=name in sheet.required
            )
            for name in sheet.fields
        }
        self.presences = PresenceRows()
        self._receivers = [
            ReceiverNames(self.fields[name].control, page)  # type: ignore[arg-type]  # a Line, below
            for name in (
                "deputy_name",
                "convener",
                "host",
                *([sheet.names.attribute] if sheet.names else []),
            )
            if name in self.fields
        ]
        self._contacts = self._contacts_at("visited_name", page)
        self._lay_out()
        self._connect()

    def controls(self) -> list[Control]:
        """Return the controls in their order."""
        return [field.control for field in self.fields.values()]

    def know(self, names: list[str], contacts: list[str] | None = None) -> None:
        """Offer these deputies' names, and these of contact households."""
        for receivers in self._receivers:
            receivers.know(names)
        if self._contacts is not None:
            self._contacts.know(contacts or [])

    def show_record(self, record: Record | None, today: date) -> None:
        """Show a record, or what is usual for a new one."""
        self._record = record
        for name, field in self.fields.items():
            field.say(None)
            field.set_value(self._shown(name, today))
        names = self.sheet.names
        if names is not None and names.has_presence:
            parts = getattr(record, names.attribute) if record is not None else []
            self.presences.show_names([part.name for part in parts])
            self.presences.set_value({part.name: part.presence for part in parts})
            self.presences.set_reasons({part.name: part.reason for part in parts})

    def typed(self) -> Typed:
        """Return what stands in the form, as a draft keeps it."""
        body: Typed = {name: _plain(field.value()) for name, field in self.fields.items()}
        body["presences"] = {name: _plain(said) for name, said in self.presences.value().items()}
        body["reasons"] = self.presences.reasons()
        return body

    def fill(self, body: Mapping[str, Any]) -> None:
        """Show what a draft kept."""
        for name, field in self.fields.items():
            if name in body:
                field.set_value(self._known(name, body[name]))
        said = body.get("presences", {})
        self.presences.show_names(list(said))
        self.presences.set_value({name: Presence(one) for name, one in said.items() if one})
        self.presences.set_reasons(body.get("reasons", {}))

    def values(self, today: date) -> dict[str, Any]:
        """Return what is typed as the record has it; NotSaved where a day or number is none."""
        values, problems = {}, []
        for name, field in self.fields.items():
            try:
                values[name] = self._read(name, field.value(), today)
                if self._is_missing(name, values[name]):
                    problems.append(Problem(name, ProblemCode.MISSING))
            except ValueError:
                example = today.isoformat() if self._columns[name].type is date else "1"
                problems.append(Problem(name, ProblemCode.BAD_VALUE, detail=example))
        if problems:
            raise NotSaved(problems)
        return values

    def say(self, problems: Sequence[Problem]) -> None:
        """Say at each field what is wrong with it, and go to the first."""
        for field in self.fields.values():
            field.say(None)
        for problem in reversed(problems):
            if (field_ := self.fields.get(problem.field.partition(".")[0])) is not None:
                field_.say(problem)
                if problem.is_error:
                    field_.control.setFocus()

    def _contacts_at(self, name: str, page: QWidget) -> ReceiverNames | None:
        line = self.fields[name].control if name in self.fields else None
        return ReceiverNames(line, page, tr("联系户")) if isinstance(line, Line) else None

    def _control(self, name: str) -> Control:
        declared = fields_of(self.sheet.root)[name]
        if name not in self._columns:
            return Line(tr("姓名，用顿号分开"))
        kind = self._columns[name].type
        if issubclass(kind, Word):
            return Choice(self._options(name, kind), fits=True)
        if kind is bool:
            return Tick("")
        if kind is date:
            return Line(tr("如 2026-11-20"))
        if declared.multiline:
            return Box(lines=2)
        return Line(tr("如 09:00") if name in TIMES else "")

    def _options(self, name: str, kind: type[Word]) -> list[tuple[str, Any]]:
        words = self.sheet.words.get(name)
        if words is None:
            return numbered(kind)
        return [(f"{n} {tr(words[each])}", each) for n, each in enumerate(words, start=1)]

    def _shown(self, name: str, today: date) -> Any:
        record, names = self._record, self.sheet.names
        if record is None:
            usual = self.sheet.usual.get(name, "")
            return today.isoformat() if usual == "today" else usual
        value = getattr(record, name)
        if names is not None and name == names.attribute:
            return tr("、").join(part.name for part in value)
        return value if isinstance(value, Word | bool) else str(value or "")

    def _known(self, name: str, value: Any) -> Any:
        kind = self._columns[name].type if name in self._columns else str
        return kind(value) if issubclass(kind, Word) and value else value

    def _read(self, name: str, value: Any, today: date) -> Any:
        if name not in self._columns:
            return self._parts(str(value))
        kind = self._columns[name].type
        if kind is date:
            return day_typed(value, today, is_coming=name in self.sheet.coming)
        if kind is int:
            return int(str(value).strip() or 0)
        return time_typed(value) if name in TIMES else value

    def _parts(self, text: str) -> list[Part]:
        names = self.sheet.names
        if names is None:
            return []
        kept = {part.name: part for part in getattr(self._record, names.attribute, [])}
        said, reasons = self.presences.value(), self.presences.reasons()
        parts = [_part(names.part, name, kept.get(name)) for name in _names_in(text)]
        for part in parts if names.has_presence else ():
            part.presence, part.reason = said.get(part.name), reasons.get(part.name, "")
        return parts

    def _is_wide(self, name: str) -> bool:
        is_long = isinstance(self.fields[name].control, Box) or name not in self._columns
        return is_long or name in self.sheet.wide

    def _is_missing(self, name: str, value: Any) -> bool:
        """Return whether it must be said and is not; what has a usual word may be left at it."""
        if name in self.sheet.required:
            return value in (None, "", [])
        is_word = name in self._columns and issubclass(self._columns[name].type, Word)
        is_optional = not is_word or self._columns[name].is_optional
        return self._record is not None and not is_optional and value is None

    def _connect(self) -> None:
        Chain(self.controls, self.done.emit).tie(self.controls())
        for control in self.controls():
            control.changed.connect(self.changed)
        self.presences.changed.connect(self.changed)
        names = self.sheet.names
        if names is not None and names.has_presence:
            self.fields[names.attribute].control.changed.connect(self._show_names)

    def _show_names(self) -> None:
        if self.sheet.names is not None:
            text = self.fields[self.sheet.names.attribute].value()
            self.presences.show_names(_names_in(str(text)))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        grid: QGridLayout | None = None
        for name, field in self.fields.items():
            if self._is_wide(name):
                column.addWidget(field)
                grid = None
                if name not in self._columns:
                    column.addWidget(self.presences)
                continue
            if grid is None:
                grid = _grid(self.sheet.abreast)
                column.addLayout(grid)
            place = grid.count()
            grid.addWidget(field, *divmod(place, self.sheet.abreast))
        self.presences.setVisible(self.sheet.names is not None and self.sheet.names.has_presence)


def _grid(abreast: int) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(6)
    for place in range(abreast):
        grid.setColumnStretch(place, 1)
    return grid


def _names_in(text: str) -> list[str]:
    """Return the names typed, each once, in their order."""
    return list(dict.fromkeys(name.strip() for name in _BETWEEN_NAMES.split(text) if name.strip()))


def _part(mapped: type[Part], name: str, kept: Any | None) -> Any:
    """Return a new part for a name; what is known of him stays."""
    values = {field: getattr(kept, field) for field in fields_of(mapped) if kept is not None} | {
        "name": name
    }
    return mapped(**values)


def _plain(value: Any) -> Any:
    """Return a value as JSON has it."""
    return str(value) if isinstance(value, Word) else value
