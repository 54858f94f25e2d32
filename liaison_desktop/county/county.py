"""The county office: what it can do with its stations' packages, without a screen."""

from datetime import datetime

from liaison_desktop.county.receiving import Receiving
from liaison_desktop.county.stations import EnrolledStations
from liaison_desktop.county.visits import ReceivedVisits
from liaison_desktop.model.user import User
from liaison_desktop.store.accounts import Accounts
from liaison_desktop.store.backups import Backups
from liaison_desktop.store.checks import Check, check
from liaison_desktop.store.store import Store


class County:
    """One open county home and the user who opened it."""

    def __init__(self, store: Store, user: User) -> None:
        self._store, self.user = store, user
        self.stations = EnrolledStations(store, user)
        self.receiving = Receiving(store, user)
        self.visits = ReceivedVisits(store)
        self.accounts = Accounts(store, user)
        self.backups = Backups(store, user)

    @property
    def name(self) -> str:
        """The county's name as it was set up."""
        return self._store.installation.name

    def now(self) -> datetime:
        """Return the present instant of the one clock."""
        return self._store.clock()

    def check(self) -> list[Check]:
        """Return what was checked of the home, and how each check came out."""
        return check(self._store)

    def close(self) -> None:
        """Let the home go; the county cannot be used afterwards."""
        self._store.close()
