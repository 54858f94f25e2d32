"""F27 请假单: asked for before and in writing, approved by a signature on it."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from liaison_desktop.documents.chinese_dates import dated
from liaison_desktop.documents.drawn import Drawn, PrintFacts
from liaison_desktop.documents.filling import Filling, Values
from liaison_desktop.documents.paper import PRINTED, Paper
from liaison_desktop.model.leave import Leave
from liaison_desktop.model.station import Station

FORM = "leave"
COMPUTED: Mapping[str, tuple[str, ...]] = {
    "days": ("leave.first_on", "leave.last_on"),
    "asked": ("leave.asked_on",),
    "decision": ("leave.approved_by", "leave.approved_on"),
    "note": (),
    "remark": (),
    **PRINTED,
}
"""Values of F27 that are put into words here, with the declared fields that each tells."""

WRITTEN = frozenset({"leave.reason"})
NOTE = (
    "代表不能参加活动的，应当事先书面请假。出席人民代表大会会议由大会主席团或者主任会议批准，"
    "参加代表活动由活动召集人批准。未经批准不参加的，按缺席记录。"
)
UNDECIDED = "□同意　　□不同意"
_BLANK_DAY = "　　　　年　　月　　日"


def draw_leave(
    target: Path, leave: Leave, facts: PrintFacts, *, for_writing: bool = False
) -> Drawn:
    """Write the sheet of one leave as PDF; Unusable where the file cannot be written."""
    paper = Paper(FORM, facts.station.name, facts.printed_at, f"请假单 {leave.deputy_name}")
    values = _values(leave) | paper.printed_values(facts)
    values["remark"] = paper.note_of_missing(values.values())
    _add(paper, values, WRITTEN if for_writing else frozenset())
    return paper.save(target)


def draw_blank_leaves(target: Path, station: Station, copies: int, printed_at: datetime) -> Drawn:
    """Write empty sheets, to be filled in by hand."""
    paper = Paper(FORM, station.name, printed_at, "请假单（空白）")
    values = paper.blank_values(PrintFacts(station, printed_at, times=0))
    values |= {
        "days": f"{_BLANK_DAY}至{_BLANK_DAY}",
        "asked": f"申请日期：{_BLANK_DAY}",
        "decision": UNDECIDED,
        "note": NOTE,
    }
    for _ in range(copies):
        _add(paper, values, WRITTEN)
    return paper.save(target)


def _add(paper: Paper, values: Values, ruled: frozenset[str]) -> None:
    part = paper.form.part("sheet")
    hidden = frozenset() if values["remark"] else frozenset({"remark"})
    paper.add({"sheet": paper.rows(part, part.rows, Filling(values, hidden, ruled))}, values)


def _values(leave: Leave) -> dict[str, str]:
    is_one_day = leave.first_on == leave.last_on
    days = (leave.last_on - leave.first_on).days + 1
    span = dated(leave.first_on) + ("" if is_one_day else f"至{dated(leave.last_on)}")
    approved = f"同意　批准人：{leave.approved_by}　{dated(leave.approved_on)}"
    return {
        "leave.deputy_name": leave.deputy_name,
        "leave.activity": leave.activity,
        "days": f"{span}（共 {days} 天）",
        "leave.reason": leave.reason,
        "asked": f"申请日期：{dated(leave.asked_on) or _BLANK_DAY}",
        "decision": approved.rstrip("　") if leave.is_approved else UNDECIDED,
        "note": NOTE,
    }
