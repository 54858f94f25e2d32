"""What a restore would take away: told before anybody agrees to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from liaison_desktop.model.history import Revision
from liaison_desktop.model.visit import Visit
from liaison_desktop.store.backups import Backup
from liaison_desktop.store.store import Store

__all__ = ["Backup", "Losses", "losses_since"]

SHOWN = 5
"""Numbers of visits that are named; the count says how many there are."""


@dataclass(frozen=True)
class Losses:
    """Visits registered after an instant, the latest numbers of them, and changes made since."""

    visits: int
    numbers: Sequence[str]
    changes: int


def losses_since(store: Store, at: datetime) -> Losses:
    """Return what was registered and changed after an instant."""
    newer = Visit.registered_at > at
    latest = select(Visit.number).where(newer).order_by(Visit.id.desc()).limit(SHOWN)
    with store.read() as session:
        visits = session.scalar(select(func.count()).select_from(Visit).where(newer)) or 0
        changes = session.scalar(select(func.count()).select_from(Revision).where(Revision.at > at))
        return Losses(visits, list(session.scalars(latest)), changes or 0)
