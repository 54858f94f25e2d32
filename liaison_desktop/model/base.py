"""The one declarative base, column types, and what every record of an aggregate's root bears."""

import enum
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any, ClassVar, cast
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Date,
    Enum,
    FetchedValue,
    LargeBinary,
    MetaData,
    Table,
    Text,
    inspect,
    text,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column
from sqlalchemy.types import TypeDecorator

from liaison_desktop.model.faults import Problem
from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.texts import text_problems
from liaison_desktop.model.times import from_ms, to_ms
from liaison_desktop.model.words import Owner


class Instant(TypeDecorator[datetime]):
    """An aware datetime, kept as integer milliseconds UTC."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        return None if value is None else to_ms(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        return None if value is None else from_ms(value)


class Uid(TypeDecorator[UUID]):
    """A UUID, kept as its 16 bytes so that time order is byte order."""

    impl = LargeBinary(16)
    cache_ok = True

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> bytes | None:
        return None if value is None else value.bytes

    def process_result_value(self, value: Any | None, dialect: Dialect) -> UUID | None:
        return None if value is None else _uid(bytes(value))


@lru_cache(maxsize=4096)
def _uid(value: bytes) -> UUID:
    """Return the UUID; a page of records names the same few again and again."""
    return UUID(bytes=value)


def _values(words: type[enum.Enum]) -> list[str]:
    return [str(word.value) for word in words]


class Base(MappedAsDataclass, DeclarativeBase, kw_only=True):
    """Every table of the program."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: Instant(),
        date: Date(),
        str: Text(),
        UUID: Uid(),
        enum.Enum: Enum(
            enum.Enum,
            native_enum=False,
            create_constraint=False,
            length=32,
            values_callable=_values,
        ),
    }
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Record(MappedAsDataclass, kw_only=True):
    """The root of an aggregate: what has a uid, a version and a history.

    Version = (incarnation, rev), compared in this order and never by a clock. The store and its
    triggers write everything below but `uid`, `station_uid` and `owner`.
    """

    TRAVELS: ClassVar[bool] = True
    """Whether changes are noted in the outbox for the county's package."""

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    uid: Mapped[UUID] = mapped_column(unique=True)
    station_uid: Mapped[UUID] = mapped_column()
    owner: Mapped[Owner] = mapped_column(default=Owner.STATION)
    incarnation: Mapped[int] = mapped_column(
        init=False, default=0, server_default="0", server_onupdate=FetchedValue()
    )
    rev: Mapped[int] = mapped_column(
        init=False, default=1, server_default="1", server_onupdate=FetchedValue()
    )
    changed_at: Mapped[datetime | None] = mapped_column(
        init=False, default=None, server_onupdate=FetchedValue()
    )
    withdrawn_at: Mapped[datetime | None] = mapped_column(init=False, default=None)
    withdrawn_reason: Mapped[str] = mapped_column(init=False, default="", server_default=text("''"))
    act: Mapped[UUID | None] = mapped_column(
        init=False, default=None, server_onupdate=FetchedValue()
    )

    def problems(self) -> list[Problem]:
        """Return what is wrong, per field: errors cannot be saved, warnings are overridden."""
        return problems_of_texts(self)

    def derive(self) -> None:
        """Set what follows from the other fields; called when a record is made and corrected."""


class Part(MappedAsDataclass, kw_only=True):
    """A child inside an aggregate; it carries no version, its triggers raise the root's."""

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    position: Mapped[int] = mapped_column(default=0)


@cache
def table_of(mapped: type[Record] | type[Part]) -> Table:
    """Return the table of a mapped class."""
    return cast(Table, inspect(mapped).local_table)


def kind_of(record: Record) -> str:
    """Return the noun of a record, which is the name of its table."""
    return str(table_of(type(record)).name)


def problems_of_texts(record: Record | Part, prefix: str = "") -> list[Problem]:
    """Return the texts of a record or part that are too long or hold what cannot be kept."""
    found: list[Problem] = []
    for name, field in fields_of(type(record)).items():
        value = getattr(record, name, None)
        if isinstance(value, str) and field.size is not None:
            found += text_problems(prefix + name, value, field.size, multiline=field.multiline)
    return found
