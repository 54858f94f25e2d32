"""来访 — the query that loads visits with everything that hangs on them."""

from sqlalchemy import Select, select
from sqlalchemy.orm import selectinload

from liaison_desktop.model.matter import Matter
from liaison_desktop.model.visit import Visit


def whole_visits() -> Select[Visit]:
    """Return the query of whole visits; the caller adds which and in what order."""
    return select(Visit).options(
        selectinload(Visit.visitors),
        selectinload(Visit.receivers),
        selectinload(Visit.matters).selectinload(Matter.other_channels),
    )
