"""What the QR code of a notice holds: the reception day as a phone takes it into its calendar.

A phone's camera reads an iCalendar text without any network; a program that knows no calendar shows
the text, so the Chinese words in it say day, place and phone to a reader as well. Times are UTC,
which every reader understands; lines are not folded, as readers of codes do not unfold them.
"""

from datetime import UTC, date, datetime, time, timedelta

from liaison_desktop.documents.chinese_dates import dated
from liaison_desktop.documents.dense_qr import MOST_BYTES
from liaison_desktop.documents.schedule_values import place_of, span
from liaison_desktop.model.reception_session import ReceptionSession
from liaison_desktop.model.station import Station
from liaison_desktop.model.times import SHANGHAI

TITLE = "人大代表接待日"
USUAL_HOURS = timedelta(hours=2)
"""How long a day without a typed end is taken to be."""

_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def calendar_code(session: ReceptionSession, held_on: date, station: Station) -> str:
    """Return the text of the code: an event, or plain words where it would be too dense."""
    place, phone = place_of(session, station), station.phone
    when = f"{dated(held_on)}{span(session.starts, session.ends)}"
    event = _event(session, held_on, place, f"{when} 电话{phone}" if phone else when)
    if len(event.encode()) <= MOST_BYTES:
        return event
    plain = "\n".join(filter(None, [TITLE, when, place, phone]))
    return plain.encode()[:MOST_BYTES].decode(errors="ignore")


def begins_and_ends(on: date, starts: str, ends: str) -> tuple[datetime, datetime] | None:
    """Return the instants of hours typed as HH:MM; None where no beginning is typed."""
    if not starts:
        return None
    begins = datetime.combine(on, time.fromisoformat(starts), SHANGHAI)
    if not ends:
        return begins, begins + USUAL_HOURS
    return begins, datetime.combine(on, time.fromisoformat(ends), SHANGHAI)


def _event(session: ReceptionSession, on: date, place: str, told: str) -> str:
    hours = begins_and_ends(on, session.starts, session.ends)
    if hours is None:
        days = [f"DTSTART;VALUE=DATE:{on:%Y%m%d}"]
    else:
        days = [f"{name}:{at:%Y%m%dT%H%M%SZ}" for name, at in _in_utc(hours)]
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "BEGIN:VEVENT",
        f"SUMMARY:{TITLE}",
        *days,
        f"LOCATION:{place.translate(_ESCAPED)}",
        f"DESCRIPTION:{told.translate(_ESCAPED)}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "\r\n".join(lines)


def _in_utc(hours: tuple[datetime, datetime]) -> list[tuple[str, datetime]]:
    names = ("DTSTART", "DTEND")
    return [(name, at.astimezone(UTC)) for name, at in zip(names, hours, strict=True)]
