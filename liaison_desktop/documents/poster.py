"""F04 代表接待日公告 as an A3 poster: day, place and deputies to be read from three metres away."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from liaison_desktop.documents.calendar_code import calendar_code
from liaison_desktop.documents.chinese_dates import dated, weekday
from liaison_desktop.documents.drawn import Drawn, PrintFacts
from liaison_desktop.documents.filling import Filling
from liaison_desktop.documents.notice import CODE_TOLD
from liaison_desktop.documents.notice_text import (
    BEFORE,
    NO_CASES,
    NoticeSheet,
    handled,
    reason_of,
    taken_up,
)
from liaison_desktop.documents.numbers import MM
from liaison_desktop.documents.paper import PRINTED, Paper
from liaison_desktop.documents.rows import Row
from liaison_desktop.documents.schedule_values import contact_of, issuer_of, place_of, span
from liaison_desktop.documents.templates import Box
from liaison_desktop.model.notice import Notice
from liaison_desktop.model.schedule_words import NoticeKind

FORM = "notice_a3"
COMPUTED: Mapping[str, tuple[str, ...]] = {
    "issuer": ("station.issuing_organ", "station.name"),
    "poster_title": ("notice.kind",),
    "issued_day": ("notice.issued_on",),
    "code": ("reception_session.held_on", "station.phone"),
    "code_told": (),
    "reason": ("notice.reason",),
    "former": (
        *("notice.former_on", "notice.former_starts", "notice.former_ends"),
        *("notice.former_place", "notice.former_names"),
    ),
    "time": ("notice.held_on", "reception_session.starts", "reception_session.ends"),
    "place": ("reception_session.place", "station.address"),
    "receiving": ("reception_session.slots", "rota_slot.name", "rota_slot.level"),
    "visiting": ("reception_session.slots", "rota_slot.name", "rota_slot.level"),
    "taken_up": ("reception_session.theme", "station.kind"),
    "handled": ("station.kind", "station.county_congress"),
    "no_cases": (),
    "body": ("notice.body",),
    "contact": ("reception_session.contact", "reception_session.contact_phone", "station.phone"),
    **PRINTED,
}
"""Values of the poster that are put into words here, with the declared fields that each tells."""

TITLES = {
    NoticeKind.ANNOUNCE: "代表接待日公告",
    NoticeKind.CHANGE: "代表接待日改期公告",
    NoticeKind.CANCEL: "代表接待日取消公告",
}
_OFFERED = ("taken_up", "handled", "no_cases")
"""What stands on it where no text of its own was typed."""

_SHRUNK = (1.0, 0.85, 0.72, 0.6)
"""To what part of their size long texts are set, until everything stands on one sheet."""

_LONG = frozenset({"reason", "former", "body", *_OFFERED})


def draw_poster(target: Path, sheet: NoticeSheet, facts: PrintFacts) -> Drawn:
    """Write the poster as PDF; Unusable where the file cannot be written."""
    paper = Paper(FORM, facts.station.name, facts.printed_at, sheet.title.replace("\n", ""))
    values = _values(sheet) | paper.printed_values(facts)
    paper.add({"facts": _rows(paper, values)}, values)
    return paper.save(target)


def _rows(paper: Paper, values: Mapping[str, str]) -> list[Row]:
    """Return the rows, set smaller where they would not stand on one sheet otherwise."""
    part = paper.form.part("facts")
    empty = frozenset(name for name in _named(paper) if not values[name])
    rows: list[Row] = []
    for share in _SHRUNK:
        boxes = [tuple(_shrunk(box, share) for box in row) for row in part.rows]
        rows = paper.rows(part, boxes, Filling(values, hidden=empty))
        if sum(row.natural for row in rows) <= (part.bottom - part.y) * MM:
            break
    return rows


def _shrunk(box: Box, share: float) -> Box:
    return replace(box, size=box.size * share) if box.field in _LONG else box


def _named(paper: Paper) -> list[str]:
    return [box.field for box in paper.form.part("facts").boxes]


def _title(notice: Notice) -> str:
    is_altered = notice.kind is NoticeKind.CHANGE and not notice.tells_of_move
    return "代表接待日变更公告" if is_altered else TITLES[notice.kind]


def _former(notice: Notice, day: date | None) -> str:
    """Return what was before: the day it was to be, and what else is other now."""
    planned = f"{dated(day)}（{weekday(day)}）" if day else ""
    hours = span(notice.former_starts, notice.former_ends)
    return "；".join(filter(None, (planned, hours, notice.former_place, notice.former_names)))


def _values(sheet: NoticeSheet) -> dict[str, str]:
    notice, session, station = sheet.notice, sheet.session, sheet.station
    is_held = notice.kind is not NoticeKind.CANCEL
    former = notice.former_on if is_held else sheet.held_on
    code = calendar_code(session, sheet.held_on, station) if is_held else ""
    offered = {
        "taken_up": taken_up(sheet) + (BEFORE if sheet.visiting else ""),
        "handled": handled(sheet),
        "no_cases": NO_CASES,
    }
    is_offered = is_held and not notice.body.strip()
    return {
        "issuer": issuer_of(station),
        "poster_title": _title(notice),
        "notice.doc_number": notice.doc_number,
        "issued_day": sheet.issued,
        "code": code,
        "code_told": CODE_TOLD if code else "",
        "reason": reason_of(notice),
        "former": _former(notice, former),
        "time": sheet.time if is_held else "已取消，下一次接待日另行公告",
        "place": place_of(session, station),
        "receiving": sheet.receiving if is_held else "",
        "visiting": sheet.visiting if is_held else "",
        "reception_session.guests": session.guests if is_held else "",
        "body": notice.body.rstrip(),
        "contact": contact_of(session, station),
        **(offered if is_offered else dict.fromkeys(_OFFERED, "")),
    }
