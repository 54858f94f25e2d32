"""F09 to F15: the papers that go with a matter, each from its form and the same values."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from liaison_desktop.documents.chinese_dates import dated
from liaison_desktop.documents.drawn import Drawn, PrintFacts
from liaison_desktop.documents.filling import Filling
from liaison_desktop.documents.matter_values import COMPUTED, MatterSheet, matter_values
from liaison_desktop.documents.paper import Paper
from liaison_desktop.documents.templates import load_form
from liaison_desktop.model.words import Move, Route

FORMS = (
    "hand_over",
    "notification",
    "return_request",
    "extension_request",
    "chasing",
    "reply",
    "evaluation",
)
_IF_ANY = frozenset(
    {
        "request",
        "other_channels",
        "matter.deputy_opinion",
        "instruction",
        "remark",
        "notification_reason",
        "notification_body",
        "notification_place",
        "contacts",
    }
)
"""Fields whose boxes are left out where they are empty."""

_KEPT_EMPTY: Mapping[str, frozenset[str]] = {"reply": frozenset({"contacts"})}
_MOVES: Mapping[str, tuple[Move, ...]] = {
    "hand_over": (Move.ASSIGN, Move.TRANSFER, Move.REASSIGN, Move.FORWARD),
    "notification": (Move.ROUTE, Move.FORWARD),
    "return_request": (Move.RETURN,),
    "extension_request": (Move.EXTEND,),
    "chasing": (Move.CHASE, Move.SUPERVISE),
    "reply": (Move.REPLY, Move.FULFIL),
    "evaluation": (Move.EVALUATE,),
}
"""The steps whose day stands over the seal."""


_TITLES = {Move.TRANSFER: "转办单", Move.FORWARD: "转送单"}


def computed_of(form: str) -> dict[str, tuple[str, ...]]:
    """Return the values put into words that a form shows, with the fields that each tells."""
    shown = {field for box in load_form(form).every_box() for field in box.fields}
    return {name: fields for name, fields in COMPUTED.items() if name in shown}


def draw_matter_papers(
    target: Path, form: str, sheets: Sequence[MatterSheet], facts: Sequence[PrintFacts]
) -> Drawn:
    """Write one paper for each sheet into one PDF file; a hand-over comes in its two copies.

    Text that does not fit goes on on continuation pages. Unusable where the file cannot be written.
    """
    paper = Paper(form, facts[0].station.name, facts[0].printed_at, _title(form, sheets))
    for sheet, fact in zip(sheets, facts, strict=True):
        values = matter_values(sheet) | paper.printed_values(fact)
        values |= {"paper_title": paper_title(form, sheet), "step_day": _step_day(form, sheet)}
        if note := paper.note_of_missing(values.values()):
            values["remark"] = "\n".join(filter(None, [values["remark"], note]))
        for copy in _copies(form, values, is_forwarded=sheet.matter.forwarded_on is not None):
            _add(paper, values | copy)
    return paper.save(target)


def paper_title(form: str, sheet: MatterSheet) -> str:
    """Return what stands at the head of a paper: 交办单, 转办单 or 直通交办单; 催办单 or 督办单."""
    if form == "hand_over":
        step = sheet.last(*_MOVES["hand_over"])
        if step is not None and step.move in _TITLES:
            return _TITLES[step.move]
        return "直通交办单" if sheet.matter.route is Route.ASSIGN_DIRECT else "交办单"
    if form == "chasing":
        step = sheet.last(*_MOVES["chasing"])
        return "督办单" if step is not None and step.move is Move.SUPERVISE else "催办单"
    return load_form(form).title


def _title(form: str, sheets: Sequence[MatterSheet]) -> str:
    title = paper_title(form, sheets[0])
    return f"{title} {sheets[0].matter.number}" if len(sheets) == 1 else title


def _step_day(form: str, sheet: MatterSheet) -> str:
    step = sheet.last(*_MOVES[form])
    done_on: date | None = step.done_on if step is not None else None
    return dated(done_on) or "　　年　月　日"


def _copies(form: str, values: Mapping[str, str], *, is_forwarded: bool) -> list[dict[str, str]]:
    """Return what differs between the copies of a paper."""
    if form != "hand_over":
        return [{}]
    title, number, issuer = values["paper_title"], values["number"], values["issuer"]
    back = f"不属我单位职责，{values['return_by']}前退回（附单）"
    strip = {
        "strip_title": "签收回执（请裁下交回）",
        "strip_to": f"{issuer}：",
        "strip_received": f"第 {number} 号{title}收到。",
        "strip_choice": "□ 已收到" if is_forwarded else f"□ 由我单位办理　　□ {back}",
        "strip_signed": f"签收人（签名、盖章）：{'　' * 10}签收时间：　　　　年　　月　　日",
    }
    nothing = dict.fromkeys(strip, "")
    return [
        {"copy": "承办单位联"} | strip,
        {"copy": "联络站存根"} | nothing | {"strip_title": "签收回执粘贴处"},
    ]


def _add(paper: Paper, values: Mapping[str, str]) -> None:
    part = paper.form.part("sheet")
    kept = _KEPT_EMPTY.get(paper.form.name, frozenset())
    empty = frozenset(name for name in _IF_ANY - kept if not values.get(name))
    rows = paper.rows(part, part.rows, Filling(values, hidden=empty))
    paper.add({"sheet": rows}, values)
