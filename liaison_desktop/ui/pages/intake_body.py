"""From what is typed to a visit: numbers, days and times are read here, softly."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from liaison_desktop.desk.visit_json import visit_from_json
from liaison_desktop.model.faults import NotSaved, Problem, ProblemCode
from liaison_desktop.model.station import Station
from liaison_desktop.model.times import SHANGHAI, parse_rfc3339, rfc3339
from liaison_desktop.model.visit import Visit
from liaison_desktop.model.words import Channel, Handling
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.pages.visitor_fields import PARTED_FROM

T = TypeVar("T")

OWN_KEYS = frozenset({"attachments", "begun_at"})
"""What a draft keeps besides the keys of a visit's JSON."""

_BETWEEN_NAMES = re.compile(r"[、，,；;]")
_DAY = re.compile(r"(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_TIME = re.compile(r"(\d{1,2})\s*[:时点]\s*(\d{2})\s*分?")


def visit_from_body(
    body: Mapping[str, Any], station: Station, uid: UUID, recorder: str, now: datetime
) -> Visit:
    """Return the unsaved visit, under the uid of its draft, so that saving twice is harmless.

    NotSaved with every problem at once where a number, a day or a time cannot be read.
    """
    reader = _Reader(parse_rfc3339(body["begun_at"]))
    data = reader.as_json(body)
    visit = visit_from_json(data | {"recorder": recorder}, station.uid, now)
    visit.uid = uid
    if reader.problems:
        raise NotSaved([*reader.problems, *(p for p in visit.problems() if p.is_error)])
    return visit


def names_in(text: str) -> list[str]:
    """Return the names written one after another with 、 or another comma between them."""
    return [name.strip() for name in _BETWEEN_NAMES.split(text) if name.strip()]


class _Reader:
    """Reads each typed value, or notes the problem and goes on with a harmless one."""

    def __init__(self, begun: datetime) -> None:
        self.problems: list[Problem] = []
        self._begun = begun

    def as_json(self, body: Mapping[str, Any]) -> dict[str, Any]:
        data = {key: v for key, v in body.items() if key not in OWN_KEYS and v is not None}
        if "channel" not in data:
            self.problems.append(Problem("channel", ProblemCode.MISSING))
            data["channel"] = Channel.VISIT
        for name in ("headcount", "people_involved"):
            data[name] = self._read(name, data.get(name), _whole, 1, tr("请填数字"))
        how = tr("如 2026-11-20 09:30")
        when = self._read("received_at", data.get("received_at"), self._instant, self._begun, how)
        data["received_at"] = rfc3339(when)
        data["receivers"] = names_in(data.get("receivers", ""))
        data["visitors"] = [
            {key: v for key, v in visitor.items() if key != PARTED_FROM}
            for visitor in data.get("visitors", [])
        ]
        data["other_channels"] = [self._channel(each) for each in data.get("other_channels", [])]
        if data.get("handling") != Handling.GUIDED:
            data.pop("guided_to", None)
        if data.get("handling") != Handling.ANSWERED_ON_SITE:
            data.pop("onsite_reply", None)
        return data

    def _channel(self, typed: Mapping[str, Any]) -> dict[str, Any]:
        path, how = "other_channels.0.raised_on", tr("如 2026-11-20")
        raised = self._read(path, typed.get("raised_on"), self._day, None, how)
        return {**typed, "raised_on": raised.isoformat() if raised else None}

    def _read(
        self, path: str, typed: Any, read: Callable[[str], T], otherwise: T, wanted: str
    ) -> T:
        text = unicodedata.normalize("NFKC", str(typed or "")).strip()
        if not text:
            return otherwise
        try:
            return read(text)
        except ValueError:
            self.problems.append(Problem(path, ProblemCode.BAD_VALUE, detail=wanted))
            return otherwise

    def _instant(self, text: str) -> datetime:
        """Return the instant; without a time of day it begins the day."""
        day, _, time = text.partition(" ") if " " in text else (text, "", "")
        found = _TIME.fullmatch(time.strip()) if time.strip() else None
        if time.strip() and found is None:
            raise ValueError("no time of day")
        hour, minute = (int(part) for part in found.groups()) if found else (0, 0)
        on = self._day(day)
        return datetime(on.year, on.month, on.day, hour, minute, tzinfo=SHANGHAI)

    def _day(self, text: str) -> date:
        return day_in(text, self._begun.astimezone(SHANGHAI).date())


def day_in(text: str, today: date) -> date:
    """Return the day typed; without a year it is the last such day until today. ValueError."""
    found = _DAY.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if found is None:
        raise ValueError("no day")
    year, month, day = (int(part) if part else 0 for part in found.groups())
    on = date(year or today.year, month, day)
    return on if year or on <= today else on.replace(year=on.year - 1)


def _whole(text: str) -> int:
    return int(text)
