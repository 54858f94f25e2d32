"""来访登记 — everything that is typed of one visit, in the order a desk asks it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.desk.settings import (
    HIDDEN,
    OPTIONAL,
    REQUIRED,
    RULED,
    USUAL_RULES,
)
from liaison_desktop.model.faults import Problem, ProblemCode
from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.visit import Visit
from liaison_desktop.model.words import CATEGORIES, Channel, GuidedTo, Handling
from liaison_desktop.ui.box import Box
from liaison_desktop.ui.choice import Choice
from liaison_desktop.ui.field import Control, Field
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.options import keyed, numbered
from liaison_desktop.ui.pages.more_fields import MoreFields
from liaison_desktop.ui.pages.visitor_fields import VisitorFields
from liaison_desktop.ui.rows import row, rows
from liaison_desktop.ui.segments import Segments
from liaison_desktop.ui.texts import label

Body = dict[str, Any]

_BY_STATION = RULED - {"guided_to", "onsite_reply"}
"""Fields that follow the station's rules; those two come and go with 处理方式."""

_NEEDED_ANYWAY = {"channel", "title"}
"""Fields that the model itself refuses to be without."""


class IntakeForm(QFrame):
    """`changed` comes with every change; `body` and `fill` are the draft's two directions."""

    changed = Signal()
    visitor_added = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.visitors: list[VisitorFields] = []
        self.is_more_open = False
        self._rules: Mapping[str, str] = USUAL_RULES
        self.title_line = Line()
        self.receivers_line = Line(tr("空着为工作人员代接"))
        self.handling = Segments(keyed(Handling))
        self.fields = self._build_fields()
        self.more = MoreFields()
        self._headings: list[QWidget] = []
        self._lay_out()
        for control in self.own_controls():
            control.changed.connect(self.changed)
        self.more.attachments.changed.connect(self.changed)
        self.handling.changed.connect(self._show_handling)
        self.clear()
        self.show_more(False)

    def clear(self) -> None:
        """Show an empty form."""
        self.fill({})
        self.say([])

    def fill(self, body: Body) -> None:
        """Show what was typed before; what is usual where nothing was."""
        wanted = body.get("visitors") or [{}]
        while len(self.visitors) > len(wanted):
            self._take_off(self.visitors[-1])
        while len(self.visitors) < len(wanted):
            self.add_visitor()
        for visitor, typed in zip(self.visitors, wanted, strict=True):
            visitor.fill(typed)
        usual: Body = {"channel": Channel.VISIT, "headcount": "1"}
        for name, field in self.fields.items():
            field.set_value((usual | body).get(name))
        self.more.fill(body)
        self._show_handling()

    def body(self) -> Body:
        """Return what is typed, by the keys of a visit's JSON, numbers and days as typed."""
        typed: Body = {"visitors": [visitor.body() for visitor in self.visitors]}
        typed |= {name: field.value() for name, field in self.fields.items()}
        return typed | self.more.body()

    def add_visitor(self) -> VisitorFields:
        """Return the empty fields of one more visitor; 来访人数 keeps up."""
        visitor = VisitorFields(len(self.visitors), lambda: self._give_up(visitor))
        visitor.changed.connect(self.changed)
        visitor.show_more(self.is_more_open)
        self.visitors.append(visitor)
        self._visitor_column.addWidget(visitor)
        self.follow(self._rules)
        headcount = self.fields["headcount"]
        if headcount.value().isdecimal() and int(headcount.value()) < len(self.visitors):
            headcount.set_value(str(len(self.visitors)))
        self.visitor_added.emit(visitor)
        return visitor

    def show_more(self, is_open: bool) -> None:
        """Fold 更多 out or in."""
        self.is_more_open = is_open
        self.more.setVisible(is_open)
        for visitor in self.visitors:
            visitor.show_more(is_open)

    def show_headings(self, is_roomy: bool) -> None:
        """Show the headings of the parts where there is room for them."""
        for heading in self._headings:
            heading.setVisible(is_roomy)

    def follow(self, rules: Mapping[str, str]) -> None:
        """Ask the fields as the station has it: required, optional, or hidden.

        A hidden field that holds text is shown all the same: nothing typed is out of sight.
        """
        self._rules = rules
        for path, field in self.each_field():
            key = "other_channels" if path.startswith("other_channels") else path.split(".")[-1]
            if key in _BY_STATION:
                rule = rules.get(key, OPTIONAL)
                field.require(rule == REQUIRED)
                field.keep_out(is_out=rule == HIDDEN and not field.value())

    def missing(self) -> list[Problem]:
        """Return what the station wants filled in and is not; nobody wants it of the anonymous."""
        return [
            Problem(path, ProblemCode.MISSING)
            for path, field in self.each_field()
            if field.is_required and not str(field.value() or "").strip()
            if path not in _NEEDED_ANYWAY and not path.endswith(".name")
            if not self._is_of_anonymous(path)
        ]

    def _is_of_anonymous(self, path: str) -> bool:
        first, _, rest = path.partition(".")
        place = rest.partition(".")[0]
        return first == "visitors" and bool(self.visitors[int(place)].anonymous.value())

    def order(self) -> list[Control]:
        """Return the controls in the order Enter takes; those out of sight are passed over."""
        visitors = [control for visitor in self.visitors for control in visitor.order()]
        return [*visitors, *self.own_controls()]

    def own_controls(self) -> list[Control]:
        """Return the controls that are not a visitor's."""
        return [*(field.control for field in self.fields.values()), *self.more.controls()]

    def own_fields(self) -> list[tuple[str, Field]]:
        """Return the fields that are not a visitor's, with their paths."""
        return [*self.fields.items(), *self.more.fields.items()]

    def is_composing(self) -> bool:
        """Return whether text of an input method is still open."""
        return any(getattr(control, "preedit", "") for control in self.order())

    def name_of(self, path: str) -> str:
        """Return what a person calls the field of a problem."""
        if path == "visitors":
            return tr("来访人")
        field = self.field_at(path)
        return path if field is None else field.text

    def field_at(self, path: str) -> Field | None:
        """Return the field that a problem's path names."""
        first, _, rest = path.partition(".")
        if first == "visitors":
            place, _, name = rest.partition(".")
            found = [v for n, v in enumerate(self.visitors) if place in {"", str(n)}]
            return found[0].fields.get(name or "name") if found else None
        return self.fields.get(first) or self.more.fields.get(path)

    def each_field(self) -> Iterable[tuple[str, Field]]:
        """Yield every field with its path."""
        for place, visitor in enumerate(self.visitors):
            for name, field in visitor.fields.items():
                yield f"visitors.{place}.{name}", field
        yield from self.own_fields()

    def say(self, problems: Sequence[Problem]) -> Field | None:
        """Show each problem at its field, the text left in place; return the first on the page."""
        for _, field in self.each_field():
            field.say(None)
        said: list[Field] = []
        for problem in problems:
            found = self.field_at(problem.field)
            if found is not None and found.level != "danger":
                found.say(problem)
                said.append(found)
        return next((field for _, field in self.each_field() if field in said), None)

    def _give_up(self, visitor: VisitorFields) -> None:
        self._take_off(visitor)
        self.changed.emit()
        self.visitors[-1].name.setFocus()

    def _take_off(self, visitor: VisitorFields) -> None:
        self.visitors.remove(visitor)
        self._visitor_column.removeWidget(visitor)
        visitor.hide()
        visitor.deleteLater()
        for place, left in enumerate(self.visitors):
            left.be_at(place)

    def _show_handling(self) -> None:
        chosen = self.handling.value()
        self.fields["onsite_reply"].setVisible(chosen is Handling.ANSWERED_ON_SITE)
        self.fields["guided_to"].setVisible(chosen is Handling.GUIDED)

    def _build_fields(self) -> dict[str, Field]:
        names = {name: f.label for name, f in (fields_of(Visit) | fields_of(Matter)).items()}
        controls: dict[str, Control] = {
            "channel": Choice(numbered(Channel)),
            "headcount": Line(),
            "title": self.title_line,
            "statement": Box(tr("来访人的原话要点；回车换行，Tab 到下一项")),
            "category": Choice(numbered(CATEGORIES)),
            "receivers": self.receivers_line,
            "handling": self.handling,
            "guided_to": Choice(numbered(GuidedTo)),
            "onsite_reply": Box(lines=1),
        }
        return {
            name: Field(tr(names[name]), control, required=name in {"channel", "title"})
            for name, control in controls.items()
        }

    def _lay_out(self) -> None:
        f = self.fields
        self._visitor_column = QVBoxLayout()
        self._visitor_column.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 8, 20, 10)
        column.setSpacing(8)
        column.addWidget(self._heading("1", tr("来访人"), tr("先找人；新来访人写完姓名按回车")))
        column.addLayout(self._visitor_column)
        column.addWidget(self._heading("2", tr("反映事项"), ""))
        column.addLayout(row([(f["channel"], 3), (f["headcount"], 3), (f["title"], 8)]))
        column.addWidget(f["statement"], 1)
        column.addLayout(
            rows(
                [
                    [(f["category"], 3), (f["receivers"], 4), (f["handling"], 6)],
                    [(f["guided_to"], 1), (f["onsite_reply"], 1)],
                ]
            )
        )
        column.addWidget(self.more)

    def _heading(self, number: str, words: str, hint: str) -> QWidget:
        heading = QWidget()
        line = QHBoxLayout(heading)
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(8)
        step = label(number, "step")
        step.setAlignment(Qt.AlignmentFlag.AlignCenter)
        line.addWidget(step)
        line.addWidget(label(words, "section"))
        line.addWidget(label(hint, "muted"))
        line.addStretch(1)
        self._headings.append(heading)
        return heading
