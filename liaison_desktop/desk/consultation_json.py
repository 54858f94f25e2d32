"""One meeting as JSON, whole: every declared field of it and of all that belongs to it.

A field that names another record by its uid is called after it: "participant", "matter".
"""

from collections.abc import Sequence
from datetime import date, datetime
from enum import Enum
from typing import Any
from uuid import UUID

from liaison_desktop.desk.meeting import Meeting
from liaison_desktop.model.base import Part, Record
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.sign_in import Attendance
from liaison_desktop.model.times import rfc3339

BELONGS = frozenset({"consultation_uid"})
"""What the records of a meeting bear and its JSON says by where they stand in it."""


def meeting_as_json(meeting: Meeting) -> dict[str, Any]:
    """Return a meeting with its participants, statements, commitments, drawings and attendance."""
    attendance = meeting.attendance
    return consultation_as_json(meeting.consultation) | {
        "attendance": _counted(attendance)
        | {"by_origin": {how.value: _counted(here) for how, here in attendance.by_origin.items()}},
        "participants": _all(meeting.participants),
        "statements": _all(meeting.statements),
        "commitments": _all(meeting.commitments),
        "drawings": _all(meeting.drawings),
    }


def _counted(attendance: Attendance) -> dict[str, int]:
    names = ("expected", "present", "on_leave", "absent", "walked_in")
    return {name: getattr(attendance, name) for name in names}


def consultation_as_json(one: Consultation) -> dict[str, Any]:
    """Return a meeting alone, with its agenda and its other parts."""
    return _record(one)


def _all(records: Sequence[Record]) -> list[dict[str, Any]]:
    return [_record(one) for one in records]


def _record(one: Record) -> dict[str, Any]:
    return {"id": str(one.uid), **_fields(one)}


def _fields(one: Record | Part) -> dict[str, Any]:
    return {
        name.removesuffix("_uid") if name != "uid" else "id": _value(getattr(one, name))
        for name in fields_of(type(one))
        if name not in BELONGS
    }


def _value(value: object) -> object:
    if isinstance(value, list):
        return [_fields(part) for part in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, datetime):
        return rfc3339(value)
    return value.isoformat() if isinstance(value, date) else value
