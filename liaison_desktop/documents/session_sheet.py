"""F07 代表接待日情况登记表: who sat, who came, what was brought; signed by all of them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from liaison_desktop.documents.chinese_dates import dated
from liaison_desktop.documents.drawn import Drawn, PrintFacts
from liaison_desktop.documents.filling import Filling, Values
from liaison_desktop.documents.paper import PRINTED, Paper
from liaison_desktop.documents.rows import Row
from liaison_desktop.documents.schedule_values import day_and_time, level_word
from liaison_desktop.documents.table_rows import empty_lines, listed_rows, place_of
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.reception_session import ReceptionSession, RotaSlot
from liaison_desktop.model.schedule_words import SessionState
from liaison_desktop.model.station import Station
from liaison_desktop.model.times import SHANGHAI
from liaison_desktop.model.words import label

FORM = "session_sheet"
COMPUTED: Mapping[str, tuple[str, ...]] = {
    "held_day": ("reception_session.held_on",),
    "time": ("reception_session.held_on", "reception_session.starts", "reception_session.ends"),
    "planned": ("reception_session.planned_on",),
    "number": (),
    "level": ("rota_slot.level",),
    "substitution": ("rota_slot.stands_in_for", "rota_slot.change_reason"),
    "signature": ("rota_slot.signed_at",),
    "visits": (),
    "visitors": (),
    "matters": (),
    "remark": ("reception_session.remark",),
    **PRINTED,
}
"""Values of F07 that are put into words here, with the declared fields that each tells."""

WRITTEN = frozenset({"reception_session.summary"})
EMPTY_SEATS, EMPTY_MATTERS = 5, 8
"""Lines of an empty form."""

_BLANK = {
    "time": "　　　年　　月　　日　　时至　　时",
    "visits": "　　　批",
    "visitors": "　　　人次",
    "matters": "　　　件",
}


class SessionFigures(NamedTuple):
    """What was registered on the day: visits, people who came, and the matters themselves."""

    visits: int
    visitors: int
    matters: Sequence[Matter]


def draw_session_sheet(
    target: Path,
    session: ReceptionSession,
    figures: SessionFigures,
    facts: PrintFacts,
    *,
    for_writing: bool = False,
) -> Drawn:
    """Write the sheet of a day as PDF; `for_writing` rules lines for what is not typed yet."""
    paper = Paper(FORM, facts.station.name, facts.printed_at, f"接待日情况 {session.held_on}")
    seats = [_seat(place, slot, facts.station) for place, slot in enumerate(session.slots, start=1)]
    matters = [_matter(place, matter) for place, matter in enumerate(figures.matters, start=1)]
    values = _values(session, figures) | paper.printed_values(facts)
    if for_writing and session.state is SessionState.PLANNED:
        values |= {name: _BLANK[name] for name in ("visits", "visitors", "matters")}
    typed = [text for line in [values, *seats, *matters] for text in line.values()]
    if note := paper.note_of_missing(typed):
        values["remark"] = "\n".join(filter(None, [values["remark"], note]))
    _add(paper, values, seats, matters, WRITTEN if for_writing else frozenset())
    return paper.save(target)


def draw_blank_session_sheets(
    target: Path, station: Station, copies: int, printed_at: datetime
) -> Drawn:
    """Write empty sheets, to be filled in by hand."""
    paper = Paper(FORM, station.name, printed_at, "接待日情况登记表（空白）")
    values = paper.blank_values(PrintFacts(station, printed_at, times=0)) | _BLANK
    part = paper.form.part("sheet")
    seats = empty_lines(part.rows[place_of(part, "rota_slot.name")], EMPTY_SEATS)
    matters = empty_lines(part.rows[place_of(part, "matter.number")], EMPTY_MATTERS)
    for _ in range(copies):
        _add(paper, values, seats, matters, WRITTEN)
    return paper.save(target)


def _add(
    paper: Paper,
    values: Values,
    seats: Sequence[Values],
    matters: Sequence[Values],
    ruled: frozenset[str],
) -> None:
    part = paper.form.part("sheet")
    filling = Filling(values, ruled=ruled)
    seat, matter = place_of(part, "rota_slot.name"), place_of(part, "matter.number")
    rows: list[Row] = [
        *paper.rows(part, part.rows[:seat], filling),
        *listed_rows(paper, part.rows[seat], seats, values),
        *paper.rows(part, part.rows[seat + 1 : _above(matter, matters)], filling),
        *listed_rows(paper, part.rows[matter], matters, values),
        *paper.rows(part, part.rows[matter + 1 :], filling),
    ]
    paper.add({"sheet": rows}, values)


def _above(matter: int, matters: Sequence[Values]) -> int:
    """Return where the rows above the matters end: a list of nothing needs no heading."""
    return matter if matters else matter - 1


def _values(session: ReceptionSession, figures: SessionFigures) -> dict[str, str]:
    is_moved = session.planned_on != session.held_on
    return {
        "held_day": dated(session.held_on),
        "time": day_and_time(session.held_on, session.starts, session.ends),
        "planned": dated(session.planned_on) if is_moved else "",
        "reception_session.state": label(session.state),
        "reception_session.place": session.place,
        "reception_session.theme": session.theme,
        "reception_session.guests": session.guests,
        "reception_session.summary": session.summary,
        "visits": f"{figures.visits} 批",
        "visitors": f"{figures.visitors} 人次",
        "matters": f"{len(figures.matters)} 件",
        "remark": session.remark,
    }


def _seat(place: int, slot: RotaSlot, station: Station) -> dict[str, str]:
    stands_in = f"顶替 {slot.stands_in_for}" if slot.stands_in_for else ""
    signed = f"{slot.signed_at.astimezone(SHANGHAI):%H:%M}" if slot.signed_at else ""
    return {
        "number": str(place),
        "rota_slot.name": slot.name,
        "rota_slot.slot_role": label(slot.slot_role),
        "level": level_word(slot.level, station),
        "rota_slot.presence": "\n".join(filter(None, [label(slot.presence), signed])),
        "substitution": "：".join(filter(None, [stands_in, slot.change_reason])),
        "signature": "",
    }


def _matter(place: int, matter: Matter) -> dict[str, str]:
    return {
        "number": str(place),
        "matter.number": matter.number,
        "matter.title": matter.title,
        "matter.handling": label(matter.handling),
    }
