"""来访 — what the stations reported, as the county may read it."""

from liaison_desktop.model.visit import Visit
from liaison_desktop.store.store import Store
from liaison_desktop.store.wholes import whole


class ReceivedVisits:
    """Verbs of the visits that came in packages; the county never changes them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def find(self, limit: int | None = None) -> list[Visit]:
        """Return whole visits of all stations, newest first."""
        query = (
            whole(Visit)
            .where(Visit.withdrawn_at.is_(None))
            .order_by(Visit.received_at.desc(), Visit.id.desc())
            .limit(limit)
        )
        with self._store.read() as session:
            return list(session.scalars(query))
