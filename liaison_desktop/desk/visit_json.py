"""One visit as JSON, in and out: the shape that the command line speaks.

    {"visitors": [{"name": …}], "channel": "visit", "title": …}

Unknown keys are refused by name, and every wrong value is said at once, by the path of its field.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from liaison_desktop.model.faults import NotSaved, Problem, ProblemCode
from liaison_desktop.model.matter import Matter, OtherChannel
from liaison_desktop.model.times import parse_rfc3339, rfc3339
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.visit import Receiver, Visit, Visitor
from liaison_desktop.model.words import (
    Channel,
    Disclosure,
    GuidedTo,
    Handling,
    OtherChannelKind,
    Sex,
    Urgency,
    VisitorKind,
    Word,
)

Json = Mapping[str, object]
Read = Callable[[object], object]


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("text")
    return value


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError("whole number")
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("true / false")
    return value


def _instant(value: object) -> datetime:
    try:
        return parse_rfc3339(_text(value))
    except ValueError:
        raise ValueError("2026-11-20T09:30:00+08:00") from None


def _day(value: object) -> date | None:
    if value is None or value == "":
        return None
    try:
        return date.fromisoformat(_text(value))
    except ValueError:
        raise ValueError("2026-11-20") from None


def _uid(value: object) -> UUID:
    try:
        return UUID(_text(value))
    except ValueError:
        raise ValueError("uid") from None


def _word(words: type[Word], *, optional: bool = False) -> Read:
    def read(value: object) -> Word | None:
        if optional and value in (None, ""):
            return None
        try:
            return words(_text(value))
        except ValueError:
            raise ValueError(" / ".join(words)) from None

    return read


VISITOR: Mapping[str, tuple[str, Read]] = {
    "name": ("name", _text),
    "anonymous": ("is_anonymous", _flag),
    "sex": ("sex", _word(Sex, optional=True)),
    "phone": ("phone", _text),
    "address": ("address", _text),
    "birth_ym": ("birth_ym", _text),
    "id_no": ("id_no", _text),
    "occupation": ("occupation", _text),
    "visitor_kind": ("visitor_kind", _word(VisitorKind, optional=True)),
    "constituency": ("constituency", _text),
    "guardian": ("guardian", _text),
    "person": ("person_uid", _uid),
}
"""JSON key of a visitor → (attribute, reader)."""

VISIT: Mapping[str, tuple[str, Read]] = {
    "headcount": ("headcount", _whole),
    "channel": ("channel", _word(Channel)),
    "received_at": ("received_at", _instant),
    "place": ("place", _text),
    "may_publish_name": ("may_publish_name", _flag),
    "may_call_back": ("may_call_back", _flag),
    "recorder": ("recorder", _text),
}

MATTER: Mapping[str, tuple[str, Read]] = {
    "title": ("title", _text),
    "statement": ("statement", _text),
    "request": ("request", _text),
    "category": ("category", _text),
    "cause": ("cause", _text),
    "place_of_issue": ("place_of_issue", _text),
    "people_involved": ("people_involved", _whole),
    "handling": ("handling", _word(Handling, optional=True)),
    "guided_to": ("guided_to", _word(GuidedTo, optional=True)),
    "urgency": ("urgency", _word(Urgency)),
    "disclosure": ("disclosure", _word(Disclosure)),
    "may_pass_name": ("may_pass_name", _flag),
    "onsite_reply": ("onsite_reply", _text),
    "deputy_opinion": ("deputy_opinion", _text),
    "head_opinion": ("head_opinion", _text),
    "remark": ("remark", _text),
}

OTHER_CHANNEL: Mapping[str, tuple[str, Read]] = {
    "kind": ("kind", _word(OtherChannelKind)),
    "ticket_no": ("ticket_no", _text),
    "raised_on": ("raised_on", _day),
    "is_running": ("is_running", _flag),
}

ALWAYS = frozenset(
    {"name", "sex", "phone", "address", "headcount", "channel", "received_at", "place", "title"}
    | {"statement", "request", "category", "people_involved", "handling", "urgency"}
    | {"may_pass_name", "remark"}
)
"""Keys that are answered even where nothing was filled in."""

_TOP = {"anonymous", "visitors", "receivers", "other_channels", *VISIT, *MATTER}


def visit_from_json(data: object, station_uid: UUID, now: datetime) -> Visit:
    """Return the unsaved visit with its first matter; NotSaved with every problem of the input."""
    reader = _Reader()
    top = reader.mapping(data, "")
    reader.refuse_unknown(top, _TOP, "")
    visitors = reader.each(top, "visitors", VISITOR)
    if not visitors and reader.value("anonymous", top.get("anonymous", False), _flag):
        visitors = [{"is_anonymous": True}]
    receivers = reader.names(top, "receivers")
    channels = reader.each(top, "other_channels", OTHER_CHANNEL, required={"kind"})
    own, matter = reader.fields(top, VISIT, ""), reader.fields(top, MATTER, "")
    reader.require(own, top, "channel")
    reader.require(matter, top, "title")
    if reader.problems:
        raise NotSaved(reader.problems)
    return Visit(
        uid=new_uid(now),
        station_uid=station_uid,
        registered_at=now,
        visitors=[Visitor(**each) for each in visitors],
        receivers=[Receiver(name=name) for name in receivers],
        matters=[
            Matter(
                uid=new_uid(now),
                station_uid=station_uid,
                other_channels=[
                    OtherChannel(position=place, **each) for place, each in enumerate(channels)
                ],
                **matter,
            )
        ],
        **({"received_at": now} | own),
    )


def visit_as_json(visit: Visit) -> dict[str, object]:
    """Return the same keys, with "id", "number", "matters" and "registered_at" added."""
    first, *further = visit.matters
    shown: dict[str, object] = {"id": str(visit.uid), "number": visit.number}
    shown["visitors"] = [_shown(visitor, VISITOR) for visitor in visit.visitors]
    shown |= _shown(visit, VISIT) | _matter_as_json(first)
    shown["receivers"] = [receiver.name for receiver in visit.receivers]
    shown["registered_at"] = rfc3339(visit.registered_at)
    shown["matters"] = [
        {"id": str(first.uid), "number": first.number},
        *({"id": str(m.uid), "number": m.number} | _matter_as_json(m) for m in further),
    ]
    if visit.is_late_entry:
        shown["late_entry"] = True
    if visit.withdrawn_at is not None:
        shown["withdrawn_at"] = rfc3339(visit.withdrawn_at)
        shown["withdrawn_reason"] = visit.withdrawn_reason
    return shown


def _matter_as_json(matter: Matter) -> dict[str, object]:
    channels = [_shown(channel, OTHER_CHANNEL) for channel in matter.other_channels]
    return _shown(matter, MATTER) | {"other_channels": channels}


def _shown(record: object, keys: Mapping[str, tuple[str, Read]]) -> dict[str, object]:
    values = {key: _plain(getattr(record, attribute)) for key, (attribute, _) in keys.items()}
    return {key: value for key, value in values.items() if key in ALWAYS or value}


def _plain(value: Any) -> object:
    if isinstance(value, datetime):
        return rfc3339(value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID | Word) else value


class _Reader:
    """Reads JSON values and gathers every problem on the way."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def mapping(self, data: object, path: str) -> Json:
        if isinstance(data, Mapping):
            return data
        self._wrong(path, "{…}")
        return {}

    def refuse_unknown(self, data: Json, known: set[str], path: str) -> None:
        self.problems += [
            Problem(f"{path}{key}", ProblemCode.UNKNOWN_KEY) for key in data if key not in known
        ]

    def value(self, path: str, value: object, read: Read) -> Any:
        try:
            return read(value)
        except ValueError as error:
            self._wrong(path, str(error))
            return None

    def fields(self, data: Json, keys: Mapping[str, tuple[str, Read]], path: str) -> dict[str, Any]:
        return {
            attribute: self.value(f"{path}{key}", data[key], read)
            for key, (attribute, read) in keys.items()
            if key in data
        }

    def each(
        self,
        data: Json,
        name: str,
        keys: Mapping[str, tuple[str, Read]],
        required: frozenset[str] | set[str] = frozenset(),
    ) -> list[dict[str, Any]]:
        found = []
        for place, item in enumerate(self._list(data, name)):
            path = f"{name}.{place}."
            body = self.mapping(item, path.rstrip("."))
            self.refuse_unknown(body, set(keys), path)
            fields = self.fields(body, keys, path)
            for key in required:
                self.require(fields, body, key, path)
            found.append(fields)
        return found

    def names(self, data: Json, name: str) -> list[str]:
        items = self._list(data, name)
        return [self.value(f"{name}.{place}", item, _text) for place, item in enumerate(items)]

    def require(self, fields: Json, data: Json, key: str, path: str = "") -> None:
        if key not in data:
            self.problems.append(Problem(f"{path}{key}", ProblemCode.MISSING))

    def _list(self, data: Json, name: str) -> list[object]:
        items = data.get(name, [])
        if isinstance(items, list):
            return items
        self._wrong(name, "[…]")
        return []

    def _wrong(self, path: str, wanted: str) -> None:
        self.problems.append(Problem(path or "(top)", ProblemCode.BAD_VALUE, detail=wanted))
