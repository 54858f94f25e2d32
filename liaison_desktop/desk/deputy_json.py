"""One deputy as JSON, in and out."""

from datetime import datetime
from uuid import UUID

from liaison_desktop.desk.json_reading import (
    JsonReader,
    Keys,
    read_day,
    read_flag,
    read_text,
    read_word,
    shown,
)
from liaison_desktop.model.deputy import Deputy, Mandate
from liaison_desktop.model.faults import NotSaved
from liaison_desktop.model.schedule_words import MandateEnd
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import MandateLevel, MandateState, Sex

DEPUTY: Keys = {
    "name": ("name", read_text),
    "sex": ("sex", read_word(Sex, optional=True)),
    "post": ("post", read_text),
    "phone": ("phone", read_text),
    "birth_ym": ("birth_ym", read_text),
    "id_no": ("id_no", read_text),
    "ethnic_group": ("ethnic_group", read_text),
    "political_status": ("political_status", read_text),
    "education": ("education", read_text),
    "introduction": ("introduction", read_text),
    "liked_days": ("liked_days", read_text),
    "disliked_days": ("disliked_days", read_text),
    "is_post_public": ("is_post_public", read_flag),
    "is_photo_public": ("is_photo_public", read_flag),
}

MANDATE: Keys = {
    "level": ("level", read_word(MandateLevel)),
    "term_no": ("term_no", read_text),
    "constituency": ("constituency", read_text),
    "card_no": ("card_no", read_text),
    "delegation": ("delegation", read_text),
    "group": ("group_name", read_text),
    "valid_from": ("valid_from", read_day),
    "valid_to": ("valid_to", read_day),
    "state": ("state", read_word(MandateState)),
    "end_reason": ("end_reason", read_word(MandateEnd, optional=True)),
    "end_note": ("end_note", read_text),
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
    """Return the same keys, with "id" added, and "photo" where there is one."""
    mandates = [shown(mandate, MANDATE) for mandate in deputy.mandates]
    body = {"id": str(deputy.uid)} | shown(deputy, DEPUTY)
    photo = {"photo": str(deputy.photo_uid)} if deputy.photo_uid else {}
    return body | photo | {"mandates": mandates}
