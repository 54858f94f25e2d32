"""What of a record travels, read off the declarations of its fields.

One description serves the reader and the writer of packages on both sides, so that a field which is
not declared to reach the county has no place in a package at all.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import inspect
from sqlalchemy.orm import Mapper

from liaison_desktop.model.base import Instant, Uid
from liaison_desktop.model.every_record import AGGREGATES, Aggregate
from liaison_desktop.model.fields import Reach, fields_reaching

Plain = type
"""str, int, bool, date, datetime, UUID or one of the closed lists of words."""


@dataclass(frozen=True)
class TravelField:
    """One field as it travels: its Python type, whether it may be null, its size in code points."""

    name: str
    type: Plain
    is_optional: bool
    size: int | None
    is_multiline: bool = False


@dataclass(frozen=True)
class TravelShape:
    """The body of one kind of record for one reach; parts are lists of bodies in their order."""

    kind: str
    fields: tuple[TravelField, ...]
    parts: dict[str, tuple[TravelField, ...]]


@cache
def travel_shapes(reach: Reach) -> dict[str, TravelShape]:
    """Return the shape of every kind that travels as far as `reach`, in the order of AGGREGATES."""
    return {
        kind: _shape(aggregate, reach)
        for kind, aggregate in AGGREGATES.items()
        if aggregate.root.TRAVELS
    }


def _shape(aggregate: Aggregate, reach: Reach) -> TravelShape:
    reaching = fields_reaching(aggregate.root, reach)
    parts = {name: part for name, part in aggregate.parts.items() if name in reaching}
    return TravelShape(
        aggregate.kind,
        _fields(aggregate.root, reach),
        {name: _fields(part, reach) for name, part in parts.items()},
    )


def _fields(mapped: type, reach: Reach) -> tuple[TravelField, ...]:
    mapper: Mapper[Any] = inspect(mapped)
    columns = {attribute.key: attribute.columns[0] for attribute in mapper.column_attrs}
    return tuple(
        TravelField(
            name,
            _plain_type(columns[name].type),
            bool(columns[name].nullable),
            columns[name].info["field"].size,
            columns[name].info["field"].multiline,
        )
        for name in fields_reaching(mapped, reach)
        if name in columns
    )


def plain_fields(mapped: type) -> dict[str, TravelField]:
    """Return every declared field that is a column, by its name, in their order."""
    return {field.name: field for field in _fields(mapped, Reach.STATION)}


def _plain_type(column_type: Any) -> Plain:
    enum_class = getattr(column_type, "enum_class", None)
    if isinstance(enum_class, type) and issubclass(enum_class, StrEnum):
        return enum_class
    if isinstance(column_type, Instant):
        return datetime
    if isinstance(column_type, Uid):
        return UUID
    found: Plain = column_type.python_type
    return found
