"""What the panel of a roll shows: its records as its user may read them, what was typed, names."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.drafts import KeptDraft
from liaison_desktop.model.base import Record
from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.ledger import Viewer
from liaison_desktop.model.seen import as_seen
from liaison_desktop.ui.pages.roll_sheets import Sheet


@dataclass(frozen=True)
class Loaded:
    """What the panel shows: the records, the latest first; what was typed and not saved; names."""

    records: Sequence[Any]
    drafts: Sequence[KeptDraft]
    deputies: list[str]
    contacts: list[str] = field(default_factory=list)


def load_roll(desk: Desk, sheet: Sheet) -> Loaded:
    """Return what there is of a kind, as its user may read it, and whom its form offers."""
    records = [as_read(desk, one) for one in sheet.roll(desk).find()]
    records.sort(key=lambda one: (str(sheet.day(one) or ""), one.id), reverse=True)
    deputies = [deputy.name for deputy in desk.deputies.find()]
    contacts: list[str] = []
    if "visited_name" in sheet.fields and _viewer(desk).sees_names:
        contacts = [one.name for one in desk.schedule.households.find()]
    return Loaded(records, desk.drafts.find(sheet.form), deputies, contacts)


def load_one(desk: Desk, sheet: Sheet, uid: UUID) -> Any:
    """Return one record, as its user may read it."""
    return as_read(desk, sheet.roll(desk).load(uid))


def as_read(desk: Desk, record: Record) -> Any:
    """Return a record as its user may read it; who reads no names changes no such record."""
    viewer = _viewer(desk)
    if not viewer.sees_names:
        for name, declared in fields_of(type(record)).items():
            if isinstance(text := getattr(record, name), str):
                setattr(record, name, as_seen(name, declared, text, viewer))
    return record


def _viewer(desk: Desk) -> Viewer:
    return Viewer.of(desk.user.roles_on(desk.today()))
