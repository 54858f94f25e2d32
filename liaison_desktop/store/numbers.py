"""编号 — drawn inside the saving transaction, so that none is lost and none given twice."""

from sqlalchemy import text
from sqlalchemy.orm import Session

from liaison_desktop.model.numbering import NumberKind, build_number

_DRAW = text(
    "INSERT INTO numbering (kind, year, last) VALUES (:kind, :year, 1)"
    " ON CONFLICT (kind, year) DO UPDATE SET last = numbering.last + 1 RETURNING last"
)


def draw_number(session: Session, station_code: str, kind: NumberKind, year: int) -> str:
    """Return the next number of a kind in a year, the year of the date received.

    Counted from 1 without gaps: an act that fails gives its number back.
    """
    count = session.execute(_DRAW, {"kind": kind.value, "year": year}).scalar_one()
    return build_number(station_code, kind, year, count)
