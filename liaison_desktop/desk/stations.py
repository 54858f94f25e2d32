"""联络站 — the station's own facts."""

from collections.abc import Mapping

from sqlalchemy import select

from liaison_desktop.desk.correcting import correct_record
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.station import Station
from liaison_desktop.model.user import User
from liaison_desktop.store.store import Store


class Stations:
    """Verbs of the one station of this home."""

    def __init__(self, store: Store, user: User) -> None:
        self._store, self._user = store, user

    def load(self) -> Station:
        """Return the station of this home."""
        with self._store.read() as session:
            return session.scalars(
                select(Station).where(Station.uid == self._store.installation.uid)
            ).one()

    def correct(self, seen: Station, changes: Mapping[str, object], reason: str = "") -> Station:
        """Return the corrected station."""
        action = Action.CORRECT_STATION
        return correct_record(self._store, self._user, action, seen, changes, reason=reason)
