"""Load records whole: with everything that hangs on them, since nothing loads by itself."""

from typing import Any, TypeVar

from sqlalchemy import Select, inspect, select
from sqlalchemy.orm import Mapper, selectinload

from liaison_desktop.model.base import Record

R = TypeVar("R", bound=Record)


def whole(root: type[R]) -> Select[R]:
    """Return the query of whole records of a class; the caller adds which and in what order."""
    return select(root).options(*_loads(root))


def _loads(mapped: type) -> list[Any]:
    mapper: Mapper[Any] = inspect(mapped)
    return [
        selectinload(relation.class_attribute).options(*_loads(relation.mapper.class_))
        for relation in mapper.relationships
    ]
