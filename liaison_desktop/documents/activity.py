"""F26: the notice of a group activity, its record, and its attendance sheet."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from liaison_desktop.documents.chinese_dates import dated
from liaison_desktop.documents.drawn import Drawn, PrintFacts
from liaison_desktop.documents.filling import Filling, Values
from liaison_desktop.documents.paper import PRINTED, Paper
from liaison_desktop.documents.schedule_values import day_and_time, issuer_of, joined
from liaison_desktop.documents.table_rows import empty_lines, listed_rows, place_of
from liaison_desktop.documents.templates import load_form
from liaison_desktop.model.group_activity import Attendance, GroupActivity
from liaison_desktop.model.schedule_words import Presence
from liaison_desktop.model.station import Station
from liaison_desktop.model.words import label

NOTICE, RECORD, ATTENDANCE = "activity_notice", "activity_record", "activity_attendance"
FORMS = (NOTICE, RECORD, ATTENDANCE)
_COMPUTED: Mapping[str, tuple[str, ...]] = {
    "day": ("group_activity.held_on",),
    "time": ("group_activity.held_on", "group_activity.starts", "group_activity.ends"),
    "announced": ("group_activity.announced_on",),
    "issuer": ("station.issuing_organ", "station.name"),
    "expected": ("group_activity.attendances", "attendance.name"),
    "attendance_note": (),
    "due": ("group_activity.attendances",),
    "present": ("attendance.presence",),
    "on_leave": ("attendance.presence",),
    "absent": ("attendance.presence",),
    "attending": ("attendance.name", "attendance.presence"),
    "missing": ("attendance.name", "attendance.presence", "attendance.reason"),
    "number": (),
    "signature": (),
    "photos": (),
    "remark": (),
    **PRINTED,
}

WRITTEN = frozenset({"group_activity.content", "group_activity.outcome"})
EMPTY_LINES = 18
NO_PHOTOS = "　　　张"
ATTENDANCE_NOTE = "请准时参加。不能参加的，请在活动前向召集人书面请假。"
_BLANK_DAY = "　　　　年　　月　　日"


def computed_of(form: str) -> dict[str, tuple[str, ...]]:
    """Return the values put into words that a form shows, with the fields that each tells."""
    shown = {field for box in load_form(form).every_box() for field in box.fields}
    return {name: fields for name, fields in _COMPUTED.items() if name in shown}


def draw_activity(
    target: Path,
    form: str,
    activity: GroupActivity,
    facts: PrintFacts,
    *,
    photos: int = 0,
    for_writing: bool = False,
) -> Drawn:
    """Write one of the three papers of an activity as PDF, for who is named in it.

    `photos` is how many hang on it; where there are none, the number is left to the pen.
    """
    title = f"{load_form(form).title} {activity.held_on}"
    paper = Paper(form, facts.station.name, facts.printed_at, title)
    values = _values(activity, facts.station) | paper.printed_values(facts)
    values["photos"] = f"{photos} 张，存于本机附件" if photos else NO_PHOTOS
    lines = [_line(place, one) for place, one in enumerate(activity.attendances, start=1)]
    typed = [text for line in [values, *lines] for text in line.values()]
    values["remark"] = paper.note_of_missing(typed)
    _add(paper, values, lines, WRITTEN if for_writing else frozenset())
    return paper.save(target)


def draw_blank_activities(
    target: Path, form: str, station: Station, copies: int, printed_at: datetime
) -> Drawn:
    """Write empty papers, to be filled in by hand."""
    paper = Paper(form, station.name, printed_at, f"{load_form(form).title}（空白）")
    values = paper.blank_values(PrintFacts(station, printed_at, times=0))
    values |= {
        "time": "　　　年　　月　　日　　时至　　时",
        "announced": _BLANK_DAY,
        "issuer": issuer_of(station),
        "attendance_note": ATTENDANCE_NOTE,
        "photos": NO_PHOTOS,
    }
    part = paper.form.part("sheet")
    lines: list[Mapping[str, str]] = []
    if form == ATTENDANCE:
        lines = empty_lines(part.rows[place_of(part, "attendance.name")], EMPTY_LINES)
    for _ in range(copies):
        _add(paper, values, lines, WRITTEN)
    return paper.save(target)


def _add(
    paper: Paper, values: Values, lines: Sequence[Mapping[str, str]], ruled: frozenset[str]
) -> None:
    part = paper.form.part("sheet")
    hidden = frozenset() if values["remark"] else frozenset({"remark"})
    filling = Filling(values, hidden, ruled)
    if paper.form.name != ATTENDANCE:
        paper.add({"sheet": paper.rows(part, part.rows, filling)}, values)
        return
    at = place_of(part, "attendance.name")
    rows = [
        *paper.rows(part, part.rows[:at], filling),
        *listed_rows(paper, part.rows[at], lines, values),
        *paper.rows(part, part.rows[at + 1 :], filling),
    ]
    paper.add({"sheet": rows}, values)


def _values(activity: GroupActivity, station: Station) -> dict[str, str]:
    return {
        "day": dated(activity.held_on),
        "time": day_and_time(activity.held_on, activity.starts, activity.ends),
        "announced": dated(activity.announced_on) or _BLANK_DAY,
        "issuer": issuer_of(station),
        "attendance_note": ATTENDANCE_NOTE,
        "group_activity.group_name": activity.group_name,
        "group_activity.topic": activity.topic,
        "group_activity.place": activity.place,
        "group_activity.convener": activity.convener,
        "group_activity.duty_kind": label(activity.duty_kind),
        "group_activity.content": activity.content,
        "group_activity.outcome": activity.outcome,
        **_of_attendance(activity),
    }


def _of_attendance(activity: GroupActivity) -> dict[str, str]:
    every = activity.attendances
    present = [one for one in every if one.presence is Presence.PRESENT]
    on_leave = [one for one in every if one.presence and one.presence.is_leave]
    absent = [one for one in every if one.presence is Presence.ABSENT]
    figures = {"present": present, "on_leave": on_leave, "absent": absent}
    is_known = any(one.presence for one in every)
    counted = {name: f"{len(who)} 人" if is_known else "　　人" for name, who in figures.items()}
    return counted | {
        "due": f"{len(every)} 人",
        "expected": joined([one.name for one in every]),
        "attending": joined([one.name for one in present]),
        "missing": "；".join(_missing(one) for one in [*on_leave, *absent]),
    }


def _missing(one: Attendance) -> str:
    why = "，".join(filter(None, [label(one.presence), one.reason]))
    return f"{one.name}：{why}"


def _line(place: int, one: Attendance) -> dict[str, str]:
    return {
        "number": str(place),
        "attendance.name": one.name,
        "attendance.presence": label(one.presence),
        "attendance.reason": one.reason,
        "signature": "",
    }
