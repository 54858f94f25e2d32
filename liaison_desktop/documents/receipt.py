"""F08 来访回执: what a visitor takes home, and the stub that he signs; no word of what he said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from liaison_desktop.documents.chinese_dates import day
from liaison_desktop.documents.drawn import Drawn, PrintFacts
from liaison_desktop.documents.filling import Filling
from liaison_desktop.documents.paper import Paper
from liaison_desktop.documents.visit_values import LINE, NOBODY, received
from liaison_desktop.model.masking import mask_name
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.station import Station
from liaison_desktop.model.visit import Visit, Visitor
from liaison_desktop.model.words import GuidedTo, Handling, label

Size = Literal["A4", "A5"]
FORMS: Mapping[Size, str] = {"A4": "receipt", "A5": "receipt_a5"}

COMPUTED: Mapping[str, tuple[str, ...]] = {
    "number": ("visit.number",),
    "number_or_line": ("visit.number",),
    "received": ("visit.received_at", "visit.registered_at", "visit.is_late_entry"),
    "receivers": ("visit.receivers", "receiver.name"),
    "titles": ("matter.title",),
    "next_step": ("matter.handling", "matter.guided_to"),
    "contact": ("station.phone", "station.address"),
    "matter_numbers": ("matter.number",),
    "masked_names": ("visit.visitors", "visitor.name", "visitor.is_anonymous"),
    "notice": (),
    "remark": (),
    "printed_on": (),
    "station": (),
    "printing": (),
    "form_code": (),
    "edition": (),
    "page": (),
    "pages": (),
}
"""Values of F08 that are put into words here, with the declared fields that each one tells."""

NOTICE = (
    "1. 查询办理情况时，请报上面的编号，不必再报姓名和电话。\n"
    "2. 本站登记的个人信息只用于办理所反映的事项和回访，未经本人同意，不转告承办单位。\n"
    "3. 人大代表听取意见、推动办理，不直接处理问题；办理期限以承办单位依法答复为准。"
)

_STEPS: Mapping[Handling | None, str] = {
    Handling.ANSWERED_ON_SITE: "已当场答复。",
    Handling.TO_HANDLE: "已登记，将按程序转交承办；办理情况可凭编号向本站查询。",
    Handling.GUIDED: "不属本站办理范围，已引导告知。",
    None: "已登记，处理方式确定后告知。",
}
_BLANK_DAY = "年　　月　　日"
_BLANK_STEP = "□当场答复　　□转交承办　　□引导告知，去向："
_NAMES_IN_STUB = 3


@dataclass(frozen=True)
class ReceiptSheet:
    """A visit whose receipt is printed; visitors, receivers and matters are loaded."""

    visit: Visit
    facts: PrintFacts


def draw_receipts(target: Path, sheets: Sequence[ReceiptSheet], *, paper: Size = "A4") -> Drawn:
    """Write the receipts of these visits into one PDF file; Unusable where that cannot be done."""
    facts = sheets[0].facts
    printing = Paper(FORMS[paper], facts.station.name, facts.printed_at)
    for sheet in sheets:
        _add(printing, _values(printing, sheet.visit, sheet.facts))
    return printing.save(target)


def draw_blank_receipts(
    target: Path, station: Station, copies: int, printed_at: datetime, *, paper: Size = "A4"
) -> Drawn:
    """Write empty receipts to be filled in by hand."""
    facts = PrintFacts(station, printed_at, times=0)
    printing = Paper(FORMS[paper], station.name, printed_at, "来访回执（空白）")
    values = dict.fromkeys(COMPUTED, "") | _station_values(printing, facts)
    values |= {"number_or_line": LINE, "received": f"　　　{_BLANK_DAY}", "next_step": _BLANK_STEP}
    for _ in range(copies):
        _add(printing, values)
    return printing.save(target)


def _add(paper: Paper, values: dict[str, str]) -> None:
    values = {**values, "remark": paper.note_of_missing(values.values())}
    filling = Filling(values, frozenset() if values["remark"] else frozenset({"remark"}))
    parts = paper.form.parts
    paper.add({part.name: paper.rows(part, part.rows, filling) for part in parts}, values)


def _values(paper: Paper, visit: Visit, facts: PrintFacts) -> dict[str, str]:
    matters = [matter for matter in visit.matters if matter.withdrawn_at is None]
    return _station_values(paper, facts) | {
        "number": visit.number,
        "number_or_line": visit.number or LINE,
        "received": received(visit),
        "receivers": "、".join(receiver.name for receiver in visit.receivers) or NOBODY,
        "titles": _listed([matter.title for matter in matters]),
        "next_step": _listed(list(map(_next_step, matters))),
        "matter_numbers": "，".join(matter.number for matter in matters),
        "masked_names": _masked(visit.visitors),
    }


def _station_values(paper: Paper, facts: PrintFacts) -> dict[str, str]:
    station = facts.station
    phone = f"电话 {station.phone}" if station.phone else ""
    address = f"地址 {station.address}" if station.address else ""
    ways = "，".join(way for way in ("凭编号向本站查询", phone, address) if way)
    return paper.printed_values(facts) | {
        "contact": f"{ways}。",
        "notice": NOTICE,
        "printed_on": day(facts.printed_at) if facts.times else _BLANK_DAY,
    }


def _listed(lines: list[str]) -> str:
    if len(lines) == 1:
        return lines[0]
    return "\n".join(f"{place}. {line}" for place, line in enumerate(lines, 1))


def _next_step(matter: Matter) -> str:
    step = _STEPS[matter.handling]
    if matter.handling is not Handling.GUIDED or matter.guided_to in {None, GuidedTo.OTHER}:
        return step
    return f"不属本站办理范围，请向{label(matter.guided_to)}反映。"


def _masked(visitors: Sequence[Visitor]) -> str:
    named = [
        "匿名" if visitor.is_anonymous else mask_name(visitor.name)
        for visitor in visitors[:_NAMES_IN_STUB]
    ]
    more = f" 等 {len(visitors)} 人" if len(visitors) > _NAMES_IN_STUB else ""
    return "、".join(named) + more
