"""The fields of each step: those that the table asks for, and those that may be said as well."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from liaison_desktop.desk.owed import Owed
from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.matter_flow import Row
from liaison_desktop.model.step import Step
from liaison_desktop.model.words import (
    GuidedTo,
    Move,
    ResultClass,
    Route,
    Satisfaction,
    Way,
)
from liaison_desktop.ui.box import Box
from liaison_desktop.ui.choice import Choice
from liaison_desktop.ui.field import Control, Field
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.options import keyed, numbered
from liaison_desktop.ui.segments import Segments

FURTHER: Mapping[Move, tuple[str, ...]] = {
    Move.SUBMIT: ("route", "unit_name", "text"),
    Move.ROUTE: ("guided_to", "deputy", "phoned_at", "phoned_to", "text"),
    Move.CONFIRM: ("deputy", "text"),
    Move.ASSIGN: ("co_units", "text", "reason"),
    Move.TRANSFER: ("co_units", "text", "reason"),
    Move.REASSIGN: ("co_units", "text", "reason"),
    Move.FORWARD: ("text", "reason"),
    Move.CONTACT: ("person",),
    Move.CHASE: ("person", "way", "text"),
    Move.REPLY: ("promise", "due_on"),
    Move.FEED_BACK: ("person_uid", "text"),
    Move.EVALUATE: ("person_uid", "text"),
    Move.MERGE: ("text",),
    Move.LINK: ("text",),
    Move.CLOSE: ("text",),
    Move.RESUME: ("text",),
}
"""What a step may say besides what the table asks of it."""

ORDER = (
    "route",
    "guided_to",
    "unit_name",
    "co_units",
    "deputy",
    "phoned_at",
    "phoned_to",
    "result_class",
    "satisfaction",
    "person_uid",
    "person",
    "way",
    "other_uid",
    "text",
    "reason",
    "promise",
    "due_on",
    "archive_no",
    "signed_by",
    "done_on",
)
"""In which order the fields stand, whatever the step."""

WIDE = {"text", "reason", "promise", "route", "result_class", "satisfaction"}
BY_ROUTE: Mapping[str, frozenset[Route]] = {
    "guided_to": frozenset({Route.DECLINED}),
    "deputy": frozenset({Route.TO_SUGGESTION, Route.TO_HIGHER_DEPUTY}),
    "phoned_at": frozenset({Route.URGENT_REPORT}),
    "phoned_to": frozenset({Route.URGENT_REPORT}),
}
"""Fields of 审核分流 that only these routes ask for."""


PEOPLE: Mapping[Move, str] = {Move.FEED_BACK: tr("反馈给"), Move.EVALUATE: tr("测评人")}
"""What the voter of a step is called."""

SUGGESTED: Mapping[str, str] = {"route": tr("建议去向"), "unit_name": tr("建议承办单位")}
"""What is called otherwise while it is only what a clerk suggests to the head."""


def names_of(row: Row) -> list[str]:
    """Return the fields of a step in their order."""
    wanted = {*row.needs, *FURTHER.get(row.move, ()), "done_on"}
    wanted |= {"signed_by"} if row.is_on_paper else set()
    return [name for name in ORDER if name in wanted]


def build_fields(row: Row, units: Sequence[str], people: Sequence[Owed]) -> dict[str, Field]:
    """Return the fields of a step by their names, in order; what must be filled in is marked.

    `people` are the voters whom the step can be of; where there are none, it is of nobody by name.
    """
    declared, must = fields_of(Step), {*row.needs, "done_on"}
    must |= ({"signed_by"} if row.is_on_paper else set()) | ({"person_uid"} if people else set())
    labels = {name: field.label for name, field in declared.items()}
    labels |= SUGGESTED if row.move is Move.SUBMIT else {}
    labels |= {"person_uid": PEOPLE.get(row.move, ""), "other_uid": tr("另一事项的编号")}
    return {
        name: Field(tr(labels[name]), _control(name, units, people), required=name in must)
        for name in names_of(row)
        if name != "person_uid" or people
    }


def _control(name: str, units: Sequence[str], people: Sequence[Owed]) -> Control:
    if name in {"text", "promise"}:
        return Box(lines=2 if name == "text" else 1)
    if name == "unit_name":
        return Choice([(unit, unit) for unit in units])
    if name == "person_uid":
        return Choice([(f"{one.name}　{one.number}", one.person_uid) for one in people])
    if name == "satisfaction":
        return Segments(keyed(Satisfaction))
    words = {"route": Route, "guided_to": GuidedTo, "result_class": ResultClass, "way": Way}
    if name in words:
        return Choice(numbered(words[name]))
    hints = {
        "done_on": tr("如 2026-11-20"),
        "due_on": tr("如 2026-11-20"),
        "phoned_at": tr("如 2026-11-20 09:30"),
        "signed_by": tr("纸面上是谁签的"),
        "co_units": tr("用顿号分开"),
        "reason": tr("交给被反映单位时必填"),
    }
    return Line(hints.get(name, ""))
