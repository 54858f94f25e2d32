"""Columns as most records of the schedule have them: they reach the county and are declared."""

from typing import Any

from sqlalchemy import false
from sqlalchemy import text as sql
from sqlalchemy.orm import mapped_column

from liaison_desktop.model.fields import Reach, declare


def text(
    label: str, size: int, *, reach: Reach = Reach.COUNTY, is_later: bool = False, **further: Any
) -> Any:
    """Return a text of at most `size` code points, empty unless it is given.

    `is_later` where the column came to a table that had rows already.
    """
    info = declare(label, size=size, reach=reach, **further)
    return mapped_column(default="", server_default=sql("''") if is_later else None, info=info)


def optional(label: str, *, reach: Reach = Reach.COUNTY) -> Any:
    """Return a value that may be missing."""
    return mapped_column(default=None, info=declare(label, reach=reach))


def flag(label: str, *, is_later: bool = False) -> Any:
    """Return a yes or no, no unless it is given."""
    info = declare(label, reach=Reach.COUNTY)
    return mapped_column(default=False, server_default=false() if is_later else None, info=info)


def required(label: str, size: int | None = None, **further: Any) -> Any:
    """Return a value that must be given; a text has its size in code points."""
    return mapped_column(info=declare(label, size=size, reach=Reach.COUNTY), **further)


def word(label: str, usual: Any, **further: Any) -> Any:
    """Return a word of a closed list, `usual` unless another is given."""
    return mapped_column(default=usual, info=declare(label, reach=Reach.COUNTY), **further)
