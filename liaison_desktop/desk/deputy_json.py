"""One deputy as JSON, in and out."""

from datetime import datetime
from uuid import UUID

from liaison_desktop.desk.json_reading import (
    JsonReader,
    Keys,
    read_day,
    read_text,
    read_word,
    shown,
)
from liaison_desktop.model.deputy import Deputy, Mandate
from liaison_desktop.model.faults import NotSaved
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import MandateLevel, MandateState, Sex

DEPUTY: Keys = {
    "name": ("name", read_text),
    "sex": ("sex", read_word(Sex, optional=True)),
    "post": ("post", read_text),
    "phone": ("phone", read_text),
}

MANDATE: Keys = {
    "level": ("level", read_word(MandateLevel)),
    "term_no": ("term_no", read_text),
    "constituency": ("constituency", read_text),
    "card_no": ("card_no", read_text),
    "valid_from": ("valid_from", read_day),
    "valid_to": ("valid_to", read_day),
    "state": ("state", read_word(MandateState)),
}


def deputy_from_json(data: object, station_uid: UUID, now: datetime) -> Deputy:
    """Return the unsaved deputy; NotSaved with every problem of the input."""
    reader = JsonReader()
    top = reader.mapping(data, "")
    reader.refuse_unknown(top, {*DEPUTY, "mandates"}, "")
    fields = reader.fields(top, DEPUTY, "")
    mandates = reader.each(top, "mandates", MANDATE, required={"level"})
    reader.require(top, "name")
    if reader.problems:
        raise NotSaved(reader.problems)
    return Deputy(
        uid=new_uid(now),
        station_uid=station_uid,
        mandates=[Mandate(**mandate) for mandate in mandates],
        **fields,
    )


def deputy_as_json(deputy: Deputy) -> dict[str, object]:
    """Return the same keys, with "id" added."""
    mandates = [shown(mandate, MANDATE) for mandate in deputy.mandates]
    return {"id": str(deputy.uid)} | shown(deputy, DEPUTY) | {"mandates": mandates}
