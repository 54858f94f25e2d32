"""F25 代表走访（联系）选民记录表: one visit, signed by the deputy who went."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from liaison_desktop.documents.chinese_dates import dated
from liaison_desktop.documents.drawn import Drawn, PrintFacts
from liaison_desktop.documents.filling import Filling, Values
from liaison_desktop.documents.paper import PRINTED, Paper
from liaison_desktop.documents.schedule_values import day_and_time, joined
from liaison_desktop.model.field_visit import VISIT_WAYS, FieldVisit
from liaison_desktop.model.station import Station
from liaison_desktop.model.words import label

FORM = "field_visit"
COMPUTED: Mapping[str, tuple[str, ...]] = {
    "day": ("field_visit.visited_on",),
    "time": ("field_visit.visited_on", "field_visit.starts", "field_visit.ends"),
    "deputies": ("field_visit.deputies", "visiting_deputy.name"),
    "remark": ("visit.number",),
    **PRINTED,
}
"""Values of F25 that are put into words here, with the declared fields that each tells."""

WRITTEN = frozenset({"field_visit.situation", "field_visit.opinions", "field_visit.on_site"})
_BLANK = {
    "time": "　　　年　　月　　日　　时至　　时",
    "field_visit.way": "□上门 □电话\n□座谈 □其他",
    "field_visit.household_kind": "□固定联系户\n□困难户 □企业\n□其他",
    "field_visit.headcount": "　　　　人",
}


def draw_field_visit(
    target: Path,
    visit: FieldVisit,
    facts: PrintFacts,
    collected: Sequence[str] = (),
    *,
    for_writing: bool = False,
) -> Drawn:
    """Write the record of a visit as PDF; `for_writing` rules lines for what is not typed yet.

    `collected` are the numbers under which what was said there is registered.
    """
    paper = Paper(FORM, facts.station.name, facts.printed_at, f"走访记录 {visit.visited_on}")
    values = _values(visit) | paper.printed_values(facts)
    registered = f"意见已登记：{'、'.join(collected)}" if collected else ""
    missing = paper.note_of_missing(values.values())
    values["remark"] = "；".join(filter(None, [registered, missing]))
    _add(paper, values, WRITTEN if for_writing else frozenset())
    return paper.save(target)


def draw_blank_field_visits(
    target: Path, station: Station, copies: int, printed_at: datetime
) -> Drawn:
    """Write empty records, to be filled in by hand."""
    paper = Paper(FORM, station.name, printed_at, "走访记录表（空白）")
    values = paper.blank_values(PrintFacts(station, printed_at, times=0)) | _BLANK
    for _ in range(copies):
        _add(paper, values, WRITTEN)
    return paper.save(target)


def _add(paper: Paper, values: Values, ruled: frozenset[str]) -> None:
    part = paper.form.part("sheet")
    hidden = frozenset() if values["remark"] else frozenset({"remark"})
    paper.add({"sheet": paper.rows(part, part.rows, Filling(values, hidden, ruled))}, values)


def _values(visit: FieldVisit) -> dict[str, str]:
    return {
        "day": dated(visit.visited_on),
        "time": day_and_time(visit.visited_on, visit.starts, visit.ends),
        "deputies": joined([deputy.name for deputy in visit.deputies]),
        "field_visit.way": VISIT_WAYS.get(visit.way) or label(visit.way),
        "field_visit.place": visit.place,
        "field_visit.headcount": f"{visit.headcount} 人",
        "field_visit.visited_name": visit.visited_name,
        "field_visit.household_kind": label(visit.household_kind),
        "field_visit.situation": visit.situation,
        "field_visit.opinions": visit.opinions,
        "field_visit.on_site": visit.on_site,
    }
