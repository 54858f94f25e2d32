"""Where something new stands among what a meeting has already."""

from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute, Session


def last_place(session: Session, place: InstrumentedAttribute[int], consultation: UUID) -> int:
    """Return the highest place of a kind in a meeting, the withdrawn with it; 0 for none.

    Those that are added in the same act and not written yet count as well.
    """
    kind: Any = place.class_
    query = select(func.max(place)).where(kind.consultation_uid == consultation)
    with session.no_autoflush:  # the new one stands nowhere yet
        saved: int = session.scalar(query) or 0
    new = (one for one in session.new if isinstance(one, kind))
    places: list[int] = [one.place for one in new if one.consultation_uid == consultation]
    return max([saved, *places])
