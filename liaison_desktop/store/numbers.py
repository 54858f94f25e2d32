"""编号 — drawn inside the saving transaction, so that none is lost and none given twice."""

from sqlalchemy.orm import Session

from liaison_desktop.model.numbering import NumberKind, build_number
from liaison_desktop.store.engine import driver_of

_DRAW = (
    "INSERT INTO numbering (kind, year, last) VALUES (?, ?, 1)"
    " ON CONFLICT (kind, year) DO UPDATE SET last = last + 1 RETURNING last"
)
_DRAW_MANY = (
    "INSERT INTO numbering (kind, year, last) VALUES (?, ?, ?)"
    " ON CONFLICT (kind, year) DO UPDATE SET last = last + excluded.last RETURNING last"
)


def draw_number(session: Session, station_code: str, kind: NumberKind, year: int) -> str:
    """Return the next number of a kind in a year, the year of the date received.

    Counted from 1 without gaps: an act that fails gives its number back.
    """
    [(count,)] = driver_of(session).execute(_DRAW, (kind.value, year)).fetchall()
    return build_number(station_code, kind, year, count)


def draw_numbers(session: Session, kind: NumberKind, year: int, many: int) -> int:
    """Return the first of so many counts of a kind in a year, all of them drawn."""
    row = (kind.value, year, many)
    [(last,)] = driver_of(session).execute(_DRAW_MANY, row).fetchall()
    return int(last) - many + 1
