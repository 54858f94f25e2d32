"""How papers of the schedule say a time, a day, a seat, and the bodies of a 镇 or a 街道."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from liaison_desktop.documents.chinese_dates import dated, weekday
from liaison_desktop.model.announced import COMING
from liaison_desktop.model.reception_session import ReceptionSession, RotaSlot
from liaison_desktop.model.schedule_words import SlotRole
from liaison_desktop.model.station import Station
from liaison_desktop.model.words import MandateLevel, StationKind, label

_COUNTY = re.compile(r"(县|区|市|旗)(人大|人民代表大会)")
_LEVELS = {
    MandateLevel.NATIONAL: "全国",
    MandateLevel.PROVINCIAL: "省",
    MandateLevel.MUNICIPAL: "市",
}


class Bodies(NamedTuple):
    """Who takes up what is said at a reception: the organ of the congress, and who handles it."""

    organ: str
    handler: str


BODIES = {
    StationKind.TOWN: Bodies("镇人民代表大会主席团", "镇人民政府"),
    StationKind.TOWNSHIP: Bodies("乡人民代表大会主席团", "乡人民政府"),
    StationKind.STREET: Bodies("人大街道工委", "街道办事处"),
    StationKind.ZONE: Bodies("人大工委", "开发区管理委员会"),
}
"""地方组织法 (2022) art. 14 for 镇 and 乡; a 街道 or 开发区 has no congress of its own."""


def issuer_of(station: Station) -> str:
    """Return the issuing organ, the station itself where none is typed yet."""
    return station.issuing_organ or station.name


def span(starts: str, ends: str) -> str:
    """Return 09:00—11:00 as it was typed, 09:00起 without an end, "" without a beginning."""
    if not starts:
        return f"{ends}前" if ends else ""
    return f"{starts}—{ends}" if ends else f"{starts}起"


def day_and_time(on: date | None, starts: str = "", ends: str = "") -> str:
    """Return 2026年11月20日（星期五）09:00—11:00; "" without a day."""
    return f"{dated(on)}（{weekday(on)}）{span(starts, ends)}" if on is not None else ""


def level_word(level: MandateLevel | None, station: Station) -> str:
    """Return the level as the place says it: 省, 市, 区 or 县, 镇 or 乡; "" for none.

    Whether it is a 县 or a 区 is read in the names of the organs, else 县级 is said.
    """
    if level is None:
        return ""
    if level is MandateLevel.TOWN:
        return label(station.kind) if station.kind.has_congress else "乡镇"
    found = _COUNTY.search(f"{station.county_congress}　{station.issuing_organ}")
    return _LEVELS.get(level) or (found[1] if found else "县级")


def seats(slots: Iterable[RotaSlot], role: SlotRole, station: Station) -> list[str]:
    """Return the deputies who sit in one role, each as 王建国（区人大代表）.

    Who stands in for somebody is listed, who is known not to come is not.
    """
    sitting = [slot for slot in slots if slot.slot_role is role]
    return [seat(slot, station) for slot in sitting if slot.presence in COMING]


def seat(slot: RotaSlot, station: Station) -> str:
    """Return a deputy with his level where it is known."""
    word = level_word(slot.level, station)
    return f"{slot.name}（{word}人大代表）" if word else slot.name


def short_seats(slots: Iterable[RotaSlot], role: SlotRole, station: Station) -> list[str]:
    """Return the same as they stand in a table: 王建国（区）."""
    return [told.replace("人大代表）", "）") for told in seats(slots, role, station)]


def place_of(session: ReceptionSession, station: Station) -> str:
    """Return where a session is held, with the station's address where it is the station."""
    if session.place and session.place not in station.name:
        return session.place
    where = station.name
    return f"{where}（{station.address}）" if station.address else where


def contact_of(session: ReceptionSession, station: Station) -> str:
    """Return who is asked and how, by default the station's phone."""
    return "　".join(filter(None, [session.contact, session.contact_phone or station.phone]))


def joined(parts: Sequence[str]) -> str:
    """Return a list of names as a Chinese sentence lists them."""
    return "、".join(filter(None, parts))
