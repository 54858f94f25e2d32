"""iCalendar (RFC 5545): reception days, visits, activities and meetings for a phone's calendar.

Nothing private is in it: nobody who was visited, no reason of a leave, no phone but the station's.
Times bear Asia/Shanghai, which the file defines itself, so no machine needs data of zones.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from liaison_desktop.documents.calendar_code import TITLE, begins_and_ends
from liaison_desktop.documents.schedule_values import joined, place_of, seats
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import ConsultationState
from liaison_desktop.model.field_visit import FieldVisit
from liaison_desktop.model.group_activity import GroupActivity
from liaison_desktop.model.reception_session import ReceptionSession
from liaison_desktop.model.schedule_words import ActivityState, SessionState, SlotRole
from liaison_desktop.model.station import Station
from liaison_desktop.model.words import label

if TYPE_CHECKING:
    from icalendar import Calendar, Event

ZONE = "Asia/Shanghai"
MAKER = "-//Liaison Desktop//ZH"
OF_A_LIFE = 100_000
"""Sequences of one life of the home; after a restore those of the next one begin above them."""

Entry = ReceptionSession | FieldVisit | GroupActivity | Consultation


@dataclass(frozen=True)
class _Told:
    """What an entry says, whatever kind it is."""

    on: date
    summary: str
    place: str
    words: Sequence[str]
    is_off: bool


def build_calendar(
    name: str, entries: Iterable[Entry], station: Station, made_at: datetime
) -> bytes:
    """Return the file; each entry keeps its uid for ever, and its sequence grows with its changes.

    What was called off or withdrawn stays in it as CANCELLED, so that a phone lets go of it.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    _add_zone(calendar)
    for entry in entries:
        calendar.add_component(_event(entry, station, made_at))
    return bytes(calendar.to_ical())


def _add_zone(calendar: Calendar) -> None:
    """Define the zone: +08:00 without a summer time, as it is since 1991."""
    from icalendar import Timezone, TimezoneStandard

    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", ZONE)
    standard.add("dtstart", datetime(1991, 9, 15))  # noqa: DTZ001 - a zone begins in its own time
    standard.add("tzoffsetfrom", timedelta(hours=8))
    standard.add("tzoffsetto", timedelta(hours=8))
    standard.add("tzname", "CST")
    zone.add_component(standard)
    calendar.add_component(zone)


def _event(entry: Entry, station: Station, made_at: datetime) -> Event:
    from icalendar import Event

    told, event = _told(entry, station), Event()
    event.add("uid", str(entry.uid))
    event.add("sequence", entry.incarnation * OF_A_LIFE + entry.rev)
    event.add("dtstamp", (entry.changed_at or made_at).astimezone(UTC))
    _add_time(event, told.on, entry.starts, entry.ends)
    event.add("summary", told.summary)
    if told.place:
        event.add("location", told.place)
    if words := "\n".join(filter(None, told.words)):
        event.add("description", words)
    event.add("status", "CANCELLED" if told.is_off else "CONFIRMED")
    return event


def _add_time(event: Event, on: date, starts: str, ends: str) -> None:
    hours = begins_and_ends(on, starts, ends)
    if hours is None:
        event.add("dtstart", on)
        event.add("dtend", on + timedelta(days=1))
        return
    for name, at in zip(("dtstart", "dtend"), hours, strict=True):
        event.add(name, at.replace(tzinfo=None), parameters={"TZID": ZONE})


def _told(entry: Entry, station: Station) -> _Told:
    phone = f"联络站电话：{station.phone}" if station.phone else ""
    is_withdrawn = entry.withdrawn_at is not None
    if isinstance(entry, ReceptionSession):
        return _Told(
            entry.held_on,
            "：".join(filter(None, [TITLE, entry.theme])),
            place_of(entry, station),
            [*_sitting(entry, station), phone],
            is_withdrawn or entry.state is SessionState.CANCELLED,
        )
    if isinstance(entry, Consultation):
        return _Told(
            entry.held_on,
            f"{label(entry.kind)}：{entry.title}",
            entry.place,
            [f"主持人：{entry.host}" if entry.host else "", phone],
            is_withdrawn or entry.state is ConsultationState.CANCELLED,
        )
    is_off = is_withdrawn or entry.state is ActivityState.CANCELLED
    if isinstance(entry, FieldVisit):
        return _Told(entry.visited_on, "代表走访", entry.place, [phone], is_off)
    return _Told(
        entry.held_on,
        f"{label(entry.duty_kind)}：{entry.topic}",
        entry.place,
        [f"召集人：{entry.convener}" if entry.convener else "", phone],
        is_off,
    )


def _sitting(session: ReceptionSession, station: Station) -> list[str]:
    named = ((role, joined(seats(session.slots, role, station))) for role in SlotRole)
    return [f"{label(role)}：{names}" for role, names in named if names]
