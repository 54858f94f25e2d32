"""An office's own table of reception days, read as people write it: 日期, 时间, 接待代表."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from liaison_desktop.model.reception_rule import USUAL_NOTICE_DAYS
from liaison_desktop.model.reception_session import ReceptionSession, RotaSlot
from liaison_desktop.model.schedule_words import SlotRole

_TIME = re.compile(r"(\d{1,2})\s*[:：时点]\s*(\d{2})?")
_BETWEEN = re.compile(r"[、，,；;/／\n]+")
_AFTERNOON = re.compile(r"下午|晚")


def times_in(text: str) -> tuple[str, str]:
    """Return beginning and end of 9:00-11:00, 上午9时—11时30分, 下午2:30; "" for what is not said.

    ValueError where there is no time in a text that is not empty.
    """
    if not text.strip():
        return "", ""
    shift = 12 if _AFTERNOON.search(text) else 0
    found = [(int(hour), int(minute or 0)) for hour, minute in _TIME.findall(text)]
    found = [(hour + shift if hour < 12 and shift else hour, minute) for hour, minute in found]
    if not found or any(hour > 23 or minute > 59 for hour, minute in found):
        raise ValueError(text)
    times = [f"{hour:02d}:{minute:02d}" for hour, minute in found]
    return times[0], times[1] if len(times) > 1 else ""


def names_in(text: str) -> list[str]:
    """Return the names written one after another with a comma or a stroke between, each once."""
    return list(dict.fromkeys(name.strip() for name in _BETWEEN.split(text) if name.strip()))


TOLD = ("place", "theme", "guests", "contact", "contact_phone", "remark")
"""What a line may say of a session besides its day, its hours and who sits at it."""


def session_of(values: Mapping[str, Any], uid: UUID, station_uid: UUID) -> ReceptionSession:
    """Return the unsaved session of a line; whoever it names is fixed by hand."""
    held: date = values.get("held_on") or date.min
    session = ReceptionSession(
        uid=uid,
        station_uid=station_uid,
        planned_on=held,
        held_on=held,
        notice_by=held - timedelta(days=USUAL_NOTICE_DAYS) if held > date.min else None,
    )
    fill_session(session, values)
    return session


def fill_session(session: ReceptionSession, values: Mapping[str, Any]) -> None:
    """Let a session hold what a line says of it; what the line is silent about stays."""
    starts, ends = values.get("times") or ("", "")
    session.starts, session.ends = (starts, ends) if starts else (session.starts, session.ends)
    session.slots = _slots(values)
    named = [slot for slot in session.slots if slot.slot_role is SlotRole.RECEIVING]
    session.seats = len(named) or session.seats
    for name in TOLD:
        if said := str(values.get(name) or ""):
            setattr(session, name, said)


def _slots(values: Mapping[str, Any]) -> list[RotaSlot]:
    slots = [
        RotaSlot(name=name, slot_role=role, is_fixed=True)
        for key, role in (("names", SlotRole.RECEIVING), ("visiting", SlotRole.VISITING))
        for name in names_in(str(values.get(key) or ""))
    ]
    for place, slot in enumerate(slots):
        slot.position = place
    return slots
