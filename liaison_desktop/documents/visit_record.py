"""F05 接待选民登记表: one sheet for one matter, kept in the station."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from liaison_desktop.documents.drawn import Drawn, PrintFacts
from liaison_desktop.documents.filling import Filling, Values
from liaison_desktop.documents.numbers import MM
from liaison_desktop.documents.paper import Paper
from liaison_desktop.documents.rows import Row
from liaison_desktop.documents.templates import Box, Part, load_form
from liaison_desktop.documents.visit_values import BLANK, LINE, visit_values, visitor_values
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.station import Station
from liaison_desktop.model.visit import Visit

FORM = "visit_record"
WRITTEN = frozenset(
    {
        "matter.statement",
        "matter.request",
        "matter.onsite_reply",
        "matter.deputy_opinion",
        "matter.head_opinion",
    }
)
"""Fields that a deputy or the head writes by hand."""

_IF_ANY = frozenset({"matter.cause", "visitor.id_no", "visitor.guardian"})
"""Fields whose boxes are left out where they are empty."""

_MOST_IN_FRONT = 5
_USUAL_IN_FRONT = 3
"""Visitors on the form itself at most, and where the others are listed on a page of their own."""


@dataclass(frozen=True)
class VisitRecordSheet:
    """One matter of a visit to be printed; visitors, receivers, other channels are loaded."""

    visit: Visit
    matter: Matter
    facts: PrintFacts


def draw_visit_records(
    target: Path, sheets: Sequence[VisitRecordSheet], *, for_writing: bool = False
) -> Drawn:
    """Write the forms of these matters into one PDF file; `for_writing` rules lines to write on.

    Text that does not fit goes on on continuation pages. Unusable where the file cannot be written.
    """
    facts = sheets[0].facts
    paper = Paper(FORM, facts.station.name, facts.printed_at, _title(sheets))
    for sheet in sheets:
        visitors = [visitor_values(visitor) for visitor in sheet.visit.visitors]
        _add(paper, _values(paper, sheet, for_writing), visitors, for_writing)
    return paper.save(target)


def draw_blank_visit_records(
    target: Path, station: Station, copies: int, printed_at: datetime
) -> Drawn:
    """Write empty forms to be filled in by hand, with room for the number that comes later."""
    facts = PrintFacts(station, printed_at, times=0)
    paper = Paper(FORM, station.name, printed_at, f"{load_form(FORM).title}（空白）")
    values = paper.blank_values(facts) | dict(BLANK)
    values["number_or_line"] = LINE
    for _ in range(copies):
        _add(paper, values, [values], for_writing=True)
    return paper.save(target)


def _title(sheets: Sequence[VisitRecordSheet]) -> str:
    form = load_form(FORM)
    return f"{form.title} {sheets[0].matter.number}" if len(sheets) == 1 else form.title


def _values(paper: Paper, sheet: VisitRecordSheet, for_writing: bool) -> dict[str, str]:
    values = visit_values(sheet.visit, sheet.matter) | paper.printed_values(sheet.facts)
    values["number_or_line"] = values["number"] or LINE
    if for_writing and not values["decision"]:
        values["decision"] = BLANK["decision"]
    return values


def _add(
    paper: Paper, values: dict[str, str], visitors: Sequence[Values], for_writing: bool
) -> None:
    typed = [*values.values(), *(text for visitor in visitors for text in visitor.values())]
    if note := paper.note_of_missing(typed):
        values = {**values, "remark": "\n".join(filter(None, [values["remark"], note]))}
    rows, front = _front(paper, values, visitors, WRITTEN if for_writing else frozenset())
    part = paper.form.part("visitors")
    rest = _visitor_rows(paper, part, part.rows[1:], visitors[front:])
    heading = paper.rows(part, part.rows[:1], Filling(values)) if rest else []
    paper.add({"record": rows, "visitors": [*heading, *rest]}, values)


def _front(
    paper: Paper, values: Values, visitors: Sequence[Values], ruled: frozenset[str]
) -> tuple[list[Row], int]:
    """Return the rows of the form itself, and how many visitors stand in it.

    That is all of them where the form then takes one page, else the usual number.
    """
    part = paper.form.part("record")
    if len(visitors) <= _MOST_IN_FRONT:
        rows = _record_rows(paper, part, values, visitors, len(visitors), ruled)
        is_one_page = sum(row.natural for row in rows) <= (part.bottom - part.y) * MM
        if is_one_page or len(visitors) <= _USUAL_IN_FRONT:
            return rows, len(visitors)
    count = _USUAL_IN_FRONT
    return _record_rows(paper, part, values, visitors, count, ruled), count


def _record_rows(
    paper: Paper,
    part: Part,
    values: Values,
    visitors: Sequence[Values],
    count: int,
    ruled: frozenset[str],
) -> list[Row]:
    if count < len(visitors):
        values = {**values, "visit.headcount": f"{values['visit.headcount']}（其余见续页）"}
    empty = frozenset(field for field in _IF_ANY if not values.get(field))
    filling = Filling(values, hidden=empty, ruled=ruled)
    start, end = _place_of_visitor(part)
    return [
        *paper.rows(part, part.rows[:start], filling),
        *_visitor_rows(paper, part, part.rows[start:end], visitors[:count]),
        *paper.rows(part, part.rows[end:], filling),
    ]


def _visitor_rows(
    paper: Paper, part: Part, boxes: Sequence[tuple[Box, ...]], visitors: Sequence[Values]
) -> list[Row]:
    rows: list[Row] = []
    for visitor in visitors:
        empty = frozenset(field for field in _IF_ANY if not visitor.get(field))
        rows += paper.rows(part, boxes, Filling(visitor, hidden=empty))
    return rows


@cache
def _place_of_visitor(part: Part) -> tuple[int, int]:
    """Return from which row to which the boxes of one visitor stand."""
    of_visitor = [row[0].field.startswith("visitor.") for row in part.rows]
    start = of_visitor.index(True)
    return start, start + of_visitor.count(True)
