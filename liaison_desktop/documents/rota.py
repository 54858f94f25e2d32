"""F03 代表接待日安排表: the reception days of a year, one a line, on A4 or A3 across."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from liaison_desktop.documents.chinese_dates import dated, day, short_day, weekday
from liaison_desktop.documents.drawn import Drawn, PrintFacts
from liaison_desktop.documents.filling import Filling
from liaison_desktop.documents.paper import PRINTED, Paper
from liaison_desktop.documents.schedule_values import (
    BODIES,
    contact_of,
    issuer_of,
    short_seats,
    span,
)
from liaison_desktop.model.notice import Notice
from liaison_desktop.model.reception_session import ReceptionSession
from liaison_desktop.model.schedule_words import SessionState, SlotRole
from liaison_desktop.model.station import Station
from liaison_desktop.model.words import label

FORM = "rota"
WIDE_FORM = "rota_a3"
COMPUTED: Mapping[str, tuple[str, ...]] = {
    "year": (),
    "count": (),
    "made_on": (),
    "place": (),
    "held_on": ("reception_session.held_on",),
    "weekday": ("reception_session.held_on",),
    "shifted": ("reception_session.planned_on", "reception_session.shifted_because"),
    "time": ("reception_session.starts", "reception_session.ends"),
    "where": ("reception_session.place", "station.name"),
    "receiving": ("reception_session.slots", "rota_slot.name", "rota_slot.level"),
    "visiting": ("reception_session.slots", "rota_slot.name", "rota_slot.level"),
    "contact": ("reception_session.contact", "reception_session.contact_phone", "station.phone"),
    "remark": (
        "reception_session.remark",
        "reception_session.state",
        "reception_session.is_joint",
        "reception_session.is_tentative",
        "notice.posted_on",
        "notice.due_on",
    ),
    "explanation": ("station.kind", "station.address", "station.phone"),
    "issuer": ("station.issuing_organ", "station.name"),
    **PRINTED,
}
"""Values of F03 that are put into words here, with the declared fields that each tells."""


class RotaLine(NamedTuple):
    """One reception day with its notices."""

    session: ReceptionSession
    notices: Sequence[Notice] = ()


def draw_rota(
    target: Path, year: int, lines: Sequence[RotaLine], facts: PrintFacts, *, is_wide: bool = False
) -> Drawn:
    """Write the table of a year as PDF, a page's heading repeated; Unusable."""
    form = WIDE_FORM if is_wide else FORM
    paper = Paper(form, facts.station.name, facts.printed_at, f"{year}年代表接待日安排表")
    part = paper.form.part("sessions")
    heading, pattern, *rest = part.rows
    values = _values(year, lines, facts) | paper.printed_values(facts)
    told = [_line(place, line, facts.station) for place, line in enumerate(lines, start=1)]
    typed = [text for line in told for text in line.values()]
    if note := paper.note_of_missing(typed):
        values["explanation"] += f"\n{note}"
    rows = paper.rows(part, [heading], Filling(values))
    for line in told:
        rows += paper.rows(part, [pattern], Filling(values | line))
    rows += paper.rows(part, rest, Filling(values))
    paper.add({"sessions": rows}, values)
    return paper.save(target)


def remark_of(line: RotaLine) -> str:
    """Return what the register says of a day besides: called off, joint, posted late."""
    session = line.session
    late = [notice.posted_on for notice in line.notices if notice.is_late and notice.posted_on]
    said = [
        "已取消" if session.state is SessionState.CANCELLED else "",
        "统一接待日" if session.is_joint else "",
        "节假日安排待公布" if session.is_tentative else "",
        f"公告迟于期限，{short_day(late[0])}张贴" if late else "",
        session.remark,
    ]
    return "；".join(filter(None, said))


def _values(year: int, lines: Sequence[RotaLine], facts: PrintFacts) -> dict[str, str]:
    return {
        "year": str(year),
        "count": str(len(lines)),
        "made_on": day(facts.printed_at),
        "issuer": issuer_of(facts.station),
        "explanation": _explanation(lines, facts.station),
    }


def _explanation(lines: Sequence[RotaLine], station: Station) -> str:
    """Return what whoever reads the table on a wall must know."""
    hours = {span(line.session.starts, line.session.ends) for line in lines} - {""}
    usual = f"一般为{hours.pop()}，" if len(hours) == 1 else ""
    where = "，".join(filter(None, [station.address, station.phone and f"电话 {station.phone}"]))
    place, bodies = label(station.kind), BODIES[station.kind]
    return "\n".join(
        [
            f"1. 接待时间：{usual}以表列和接待日公告为准；改期、取消另行公告。",
            f"2. 接待地点：表列地点{f'（{where}）' if where else ''}。",
            f"3. 接待范围：本{place}的选民和群众。",
            f"4. 受理内容：对本{place}各项工作的意见和建议；具体案件由有关机关依法处理。",
            "5. 接待要求：接待代表认真听取、如实记录，不直接处理问题，"
            f"由{bodies.organ}交有关单位办理并反馈。",
        ]
    )


def _line(place: int, line: RotaLine, station: Station) -> dict[str, str]:
    session = line.session
    return {
        "place": str(place),
        "held_on": short_day(session.held_on),
        "weekday": weekday(session.held_on),
        "shifted": _shifted(session),
        "time": span(session.starts, session.ends),
        "where": session.place or station.name,
        "receiving": "\n".join(short_seats(session.slots, SlotRole.RECEIVING, station)),
        "visiting": "\n".join(short_seats(session.slots, SlotRole.VISITING, station)),
        "reception_session.theme": session.theme,
        "reception_session.guests": session.guests,
        "contact": contact_of(session, station).replace("　", "\n"),
        "remark": remark_of(line),
    }


def _shifted(session: ReceptionSession) -> str:
    if session.planned_on == session.held_on:
        return "否"
    why = f"，{session.shifted_because}" if session.shifted_because else ""
    is_same = session.planned_on.year == session.held_on.year
    planned = (short_day if is_same else dated)(session.planned_on)
    return f"是（{planned}{why}）"
