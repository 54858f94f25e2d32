"""One visit as JSON, in and out: the shape that the command line speaks.

    {"visitors": [{"name": …}], "channel": "visit", "title": …}

Unknown keys are refused by name, and every wrong value is said at once, by the path of its field.
"""

from datetime import datetime
from uuid import UUID

from liaison_desktop.desk.json_reading import (
    JsonReader,
    Keys,
    read_day,
    read_flag,
    read_instant,
    read_text,
    read_uid,
    read_whole,
    read_word,
    shown,
)
from liaison_desktop.model.faults import NotSaved
from liaison_desktop.model.matter import Matter, OtherChannel
from liaison_desktop.model.times import rfc3339
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
)

VISITOR: Keys = {
    "name": ("name", read_text),
    "anonymous": ("is_anonymous", read_flag),
    "sex": ("sex", read_word(Sex, optional=True)),
    "phone": ("phone", read_text),
    "address": ("address", read_text),
    "birth_ym": ("birth_ym", read_text),
    "id_no": ("id_no", read_text),
    "occupation": ("occupation", read_text),
    "visitor_kind": ("visitor_kind", read_word(VisitorKind, optional=True)),
    "constituency": ("constituency", read_text),
    "guardian": ("guardian", read_text),
    "person": ("person_uid", read_uid),
}
"""JSON key of a visitor → (attribute, reader)."""

VISIT: Keys = {
    "headcount": ("headcount", read_whole),
    "channel": ("channel", read_word(Channel)),
    "received_at": ("received_at", read_instant),
    "place": ("place", read_text),
    "may_publish_name": ("may_publish_name", read_flag),
    "may_call_back": ("may_call_back", read_flag),
    "recorder": ("recorder", read_text),
    "source": ("source_uid", read_uid),
}

MATTER: Keys = {
    "title": ("title", read_text),
    "statement": ("statement", read_text),
    "request": ("request", read_text),
    "category": ("category", read_text),
    "cause": ("cause", read_text),
    "place_of_issue": ("place_of_issue", read_text),
    "people_involved": ("people_involved", read_whole),
    "handling": ("handling", read_word(Handling, optional=True)),
    "guided_to": ("guided_to", read_word(GuidedTo, optional=True)),
    "urgency": ("urgency", read_word(Urgency)),
    "disclosure": ("disclosure", read_word(Disclosure)),
    "may_pass_name": ("may_pass_name", read_flag),
    "about_unit": ("about_unit", read_text),
    "is_accusation": ("is_accusation", read_flag),
    "onsite_reply": ("onsite_reply", read_text),
    "deputy_opinion": ("deputy_opinion", read_text),
    "head_opinion": ("head_opinion", read_text),
    "remark": ("remark", read_text),
}

OTHER_CHANNEL: Keys = {
    "kind": ("kind", read_word(OtherChannelKind)),
    "ticket_no": ("ticket_no", read_text),
    "raised_on": ("raised_on", read_day),
    "is_running": ("is_running", read_flag),
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
    reader = JsonReader()
    top = reader.mapping(data, "")
    reader.refuse_unknown(top, _TOP, "")
    visitors = reader.each(top, "visitors", VISITOR)
    if not visitors and reader.value("anonymous", top.get("anonymous", False), read_flag):
        visitors = [{"is_anonymous": True}]
    receivers = reader.names(top, "receivers")
    channels = reader.each(top, "other_channels", OTHER_CHANNEL, required={"kind"})
    own, matter = reader.fields(top, VISIT, ""), reader.fields(top, MATTER, "")
    reader.require(top, "channel")
    reader.require(top, "title")
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
    answer: dict[str, object] = {"id": str(visit.uid), "number": visit.number}
    answer["visitors"] = [shown(visitor, VISITOR, ALWAYS) for visitor in visit.visitors]
    answer |= shown(visit, VISIT, ALWAYS) | _matter_as_json(first)
    answer["receivers"] = [receiver.name for receiver in visit.receivers]
    answer["registered_at"] = rfc3339(visit.registered_at)
    answer["matters"] = [
        {"id": str(first.uid), "number": first.number},
        *({"id": str(m.uid), "number": m.number} | _matter_as_json(m) for m in further),
    ]
    if visit.is_late_entry:
        answer["late_entry"] = True
    if visit.withdrawn_at is not None:
        answer["withdrawn_at"] = rfc3339(visit.withdrawn_at)
        answer["withdrawn_reason"] = visit.withdrawn_reason
    return answer


def _matter_as_json(matter: Matter) -> dict[str, object]:
    channels = [shown(channel, OTHER_CHANNEL) for channel in matter.other_channels]
    return shown(matter, MATTER, ALWAYS) | {"other_channels": channels}
