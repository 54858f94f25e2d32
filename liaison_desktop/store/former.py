"""The values of a record: as they are, and as a revision keeps them, in the same shape."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, Column, Date, Enum

from liaison_desktop.model.base import Instant, Part, Record, Uid, kind_of, table_of
from liaison_desktop.model.every_record import AGGREGATES
from liaison_desktop.model.history import Revision
from liaison_desktop.model.times import from_ms

Values = dict[str, Any]
"""Python values by the names of the columns; of a part, a list of such in its order."""


def present_values(record: Record) -> Values:
    """Return the values of a record whose parts are loaded."""
    values = _attributes(record)
    for name in AGGREGATES[kind_of(record)].parts:
        values[name] = [_attributes(part) for part in getattr(record, name)]
    return values


def former_values(revision: Revision) -> Values:
    """Return the values that a revision keeps; a column that is younger than it is not there."""
    aggregate, body = AGGREGATES[revision.kind], json.loads(revision.body)
    values = _read(aggregate.root, body)
    for name, part in aggregate.parts.items():
        values[name] = [_read(part, each) for each in body.get(name, [])]
    return values


def _attributes(one: Record | Part) -> Values:
    columns = table_of(type(one)).columns
    return {column.name: getattr(one, column.name) for column in columns}


def _read(mapped: type[Record] | type[Part], body: Mapping[str, Any]) -> Values:
    columns = table_of(mapped).columns
    return {
        column.name: None if body[column.name] is None else _reader(column)(body[column.name])
        for column in columns
        if column.name in body
    }


def _reader(column: Column[Any]) -> Callable[[Any], Any]:
    """Return what makes a Python value of a stored one, as the triggers wrote it in JSON."""
    kind = column.type
    if isinstance(kind, Enum):
        return kind.enum_class or _as_it_is
    if isinstance(kind, Uid):
        return UUID
    if isinstance(kind, Instant):
        return from_ms
    if isinstance(kind, Date):
        return date.fromisoformat
    return bool if isinstance(kind, Boolean) else _as_it_is


def _as_it_is(value: Any) -> Any:
    return value
