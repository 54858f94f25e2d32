"""One declaration of a field, from which screen, mask, paper and package are built.

title: Mapped[str] = mapped_column(info=declare(tr("主题"), size=80, reach=Reach.COUNTY))
"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import cache
from typing import Any, TypedDict


class Reach(IntEnum):
    """How far a field may travel; a package to a side carries what reaches it or beyond."""

    STATION = 0
    COUNTY = 1
    CITY = 2


class Sensitivity(StrEnum):
    """How a field is shown: plain, masked in lists, or masked everywhere but on purpose."""

    PLAIN = "plain"
    PERSONAL = "personal"
    SECRET = "secret"  # noqa: S105 - a grade, not a password


@dataclass(frozen=True)
class Field:
    """What is declared of one field; `size` in code points, None where size means nothing."""

    label: str
    size: int | None = None
    sensitivity: Sensitivity = Sensitivity.PLAIN
    reach: Reach = Reach.STATION
    multiline: bool = False


class _Declared(TypedDict):
    field: Field


def declare(
    label: str,
    *,
    size: int | None = None,
    sensitivity: Sensitivity = Sensitivity.PLAIN,
    reach: Reach = Reach.STATION,
    multiline: bool = False,
) -> Any:
    """Return the `info` of a mapped column or relationship that declares the field."""
    return _Declared(field=Field(label, size, sensitivity, reach, multiline))


@cache
def fields_of(record: type) -> dict[str, Field]:
    """Return every declared field of a mapped class, in the order of its columns."""
    from sqlalchemy import inspect
    from sqlalchemy.orm import Mapper

    mapper: Mapper[Any] = inspect(record)
    infos = {attribute.key: attribute.columns[0].info for attribute in mapper.column_attrs}
    infos |= {attribute.key: attribute.info for attribute in mapper.relationships}
    return {key: info["field"] for key, info in infos.items() if "field" in info}


def fields_reaching(record: type, reach: Reach) -> tuple[str, ...]:
    """Return the names of the fields that may travel as far as `reach`."""
    return tuple(name for name, field in fields_of(record).items() if field.reach >= reach)
