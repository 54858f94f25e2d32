"""来访人 — the fields of one visitor; several stand below each other."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.person import Person
from liaison_desktop.model.visit import Visitor
from liaison_desktop.model.words import Sex, VisitorKind
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.choice import Choice
from liaison_desktop.ui.field import Control, Field
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.options import numbered
from liaison_desktop.ui.rows import rows
from liaison_desktop.ui.segments import Segments
from liaison_desktop.ui.texts import label
from liaison_desktop.ui.tick import Tick

SEX_KEYS = {"1": Sex.MALE, "2": Sex.FEMALE, "9": Sex.UNSTATED}
"""The digits of GB/T 2261.1, which clerks know from every other form."""

PARTED_FROM = "parted_from"
"""The key under which a draft keeps whom the clerk said that a visitor is not."""

_KNOWN = ("sex", "phone", "address", "birth_ym", "occupation", "visitor_kind", "constituency")


def sexes() -> list[tuple[str, str, Sex]]:
    """Return (digit, label, value) of each sex, for choices side by side."""
    return [(key, tr(word(sex)), sex) for key, sex in SEX_KEYS.items()]


class VisitorFields(QWidget):
    """`changed` comes with every change, `typing_name` while a name is composed.

    `parted_from` are known people of whom the clerk said that this is another.
    """

    changed = Signal()
    typing_name = Signal(str)

    def __init__(self, place: int, remove: Callable[[], object]) -> None:
        super().__init__()
        self.person_uid: str | None = None
        self.parted_from: list[UUID] = []
        self._picked = ""
        self._filled: dict[str, Any] = {}
        self.anonymous = Tick(tr("匿名"), "aside")
        self.name = Line()
        self.fields = _build_fields(self.name, self.anonymous)
        self._title = label("", "section")
        self.give_up = Button(tr("去掉这一位"), remove, kind="strip", picture="close")
        self._head = QWidget()
        self._more = QWidget()
        self._lay_out()
        self.be_at(place)
        for control in self.controls():
            control.changed.connect(self.changed)
        self.anonymous.changed.connect(self._show_anonymous)
        self.name.typing.connect(self.typing_name)
        self.name.changed.connect(self._forget_person)

    def be_at(self, place: int) -> None:
        """Stand at a place among the visitors, from 0; only further ones are counted and named."""
        self._title.setText(tr("来访人 {n}").format(n=place + 1))
        self._head.setVisible(place > 0)

    def controls(self) -> list[Control]:
        """Return the controls in their natural order."""
        own = [field.control for field in self.fields.values()]
        return [own[0], self.anonymous, *own[1:]]

    def order(self) -> list[Control]:
        """Return where Enter goes; a named visitor is not asked whether he is anonymous.

        Where somebody stands already is never left out: Enter goes on from there too.
        """
        is_named = bool(self.name.value().strip()) and not self.anonymous.hasFocus()
        skipped = self.anonymous if is_named else None
        return [control for control in self.controls() if control is not skipped]

    def show_more(self, is_open: bool) -> None:
        """Fold the further fields out or in."""
        self._more.setVisible(is_open)

    def take(self, person: Person) -> None:
        """Fill in what is known of a person; what was typed stays, another's data goes.

        Only into fields that are asked: nothing is filled in out of sight.
        """
        self._take_back()
        self.name.set_value(person.name)
        for name in _KNOWN:
            field, known = self.fields[name], getattr(person, name)
            if known and not field.is_out and not field.value():
                field.set_value(known)
                self._filled[name] = field.value()
        self.person_uid, self._picked = str(person.uid), person.name

    def recognise(self, person: Person) -> None:
        """Take a person as the one who was typed; the name stays as it was typed."""
        name = self.name.value()
        self.take(person)
        self.name.set_value(name)
        self.person_uid, self._picked = str(person.uid), name

    def add_below(self, widget: QWidget) -> None:
        """Put something below the fields."""
        self._column.addWidget(widget)

    def body(self) -> dict[str, Any]:
        """Return what is typed, by the keys of a visit's JSON, and who it was said not to be."""
        typed = {name: field.value() for name, field in self.fields.items()}
        typed["anonymous"] = self.anonymous.value()
        if self.person_uid is not None:
            typed["person"] = self.person_uid
        typed[PARTED_FROM] = [str(uid) for uid in self.parted_from]
        return {key: value for key, value in typed.items() if value}

    def fill(self, body: dict[str, Any]) -> None:
        """Show what was typed before."""
        self._filled = {}
        for name, field in self.fields.items():
            field.set_value(body.get(name))
        self.anonymous.set_value(body.get("anonymous"))
        self.person_uid, self._picked = body.get("person"), body.get("name", "")
        self.parted_from = [UUID(uid) for uid in body.get(PARTED_FROM, ())]

    def part_from(self, person: Person) -> None:
        """Note that the visitor is somebody else than this person."""
        self.parted_from.append(person.uid)
        self.changed.emit()

    def _forget_person(self) -> None:
        if self.name.value() != self._picked:
            self.person_uid = None
        if not self.name.value():
            self._take_back()
            self.parted_from = []

    def _take_back(self) -> None:
        """Empty what a choice filled in and nobody changed: it is of somebody else."""
        filled, self._filled = self._filled, {}
        for name, value in filled.items():
            if self.fields[name].value() == value:
                self.fields[name].set_value(None)

    def _show_anonymous(self) -> None:
        is_named = not self.anonymous.value()
        for name in ("name", "phone", "address"):
            self.fields[name].control.setEnabled(is_named or bool(self.fields[name].value()))

    def _lay_out(self) -> None:
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 8, 0, 0)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.give_up)
        f = self.fields
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._head)
        column.addLayout(
            rows([[(f["name"], 5), (f["sex"], 4), (f["phone"], 5)], [(f["address"], 1)]])
        )
        more = rows(
            [
                [(f["birth_ym"], 2), (f["guardian"], 3), (f["occupation"], 4)],
                [(f["visitor_kind"], 2), (f["constituency"], 3), (f["id_no"], 4)],
            ]
        )
        self._more.setLayout(more)
        column.addWidget(self._more)


def _build_fields(name_line: Line, anonymous: Tick) -> dict[str, Field]:
    declared = fields_of(Visitor)
    controls: dict[str, Control] = {
        "name": name_line,
        "sex": Segments(sexes()),
        "phone": Line(),
        "address": Line(),
        "birth_ym": Line(hint=tr("如 1962-05")),
        "guardian": Line(),
        "occupation": Line(),
        "visitor_kind": Choice(numbered(VisitorKind)),
        "constituency": Line(),
        "id_no": Line(),
    }
    return {
        name: Field(
            tr(declared[name].label),
            control,
            required=name == "name",
            aside=anonymous if name == "name" else None,
        )
        for name, control in controls.items()
    }
