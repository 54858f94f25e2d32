"""The open store: sessions to read, and acts to change."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from liaison_desktop.model.authorize import Action
from liaison_desktop.model.base import Record
from liaison_desktop.model.exchange import Installation
from liaison_desktop.model.faults import NotAllowed, Unusable
from liaison_desktop.model.times import Clock
from liaison_desktop.model.user import User
from liaison_desktop.store.acts import Act, acting, audit, is_out_of_service
from liaison_desktop.store.driver import Connection, open_file, wrong_settings
from liaison_desktop.store.engine import make_engine, reader_of, reading, writing
from liaison_desktop.store.homes import Home, file_key
from liaison_desktop.store.lock import HomeLock
from liaison_desktop.store.triggers import missing_triggers
from liaison_desktop.store.upgrade import is_old, upgrade_file

_SAVES_NOTHING = (Action.KEEP_DRAFT, Action.READ, Action.READ_AUDIT)


class Store:
    """One open home; made by `open`, and closed by whoever opened it."""

    installation: Installation

    def __init__(self, home: Home, data_key: bytes, clock: Clock, lock: HomeLock) -> None:
        self.home, self.data_key, self.clock = home, data_key, clock
        self._lock, self._path = lock, home.database
        self.saves = 0
        """Acts saved by this store so far, but those that keep a draft or only read."""
        key = file_key(data_key)
        self._writer = make_engine(partial(open_file, self._path, key), begin="IMMEDIATE")
        self._reader = reader_of(self._writer)

    @classmethod
    def open(cls, home: Home, data_key: bytes, clock: Clock) -> "Store":
        """Return the store of a home, upgraded where it was old, after a verified copy.

        Unusable where the home is locked, damaged, from a later program ("future_file", and then
        the file was not touched) or without its settings or triggers ("guards_missing").
        """
        home.refuse_unless_ready()
        store = cls(home, data_key, clock, _enter(home, data_key, clock))
        try:
            store._check()
        except BaseException:
            store.close()
            raise
        return store

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Give a session on one snapshot that cannot write; what it loaded is plain afterwards."""
        with reading(self._reader, self._path) as session:
            yield session

    @contextmanager
    def act(
        self,
        user: User | None,
        action: Action,
        record: Record | None = None,
        *,
        reason: str = "",
        audited: bool = True,
    ) -> Iterator[Session]:
        """Give the session of one act, all of which is saved on leaving, or nothing.

        NotAllowed where no role of the user's on this business day may do it, or where he was
        disabled since he logged in; that too is audited.
        The session flushes once, at the end; its `info["act"]` is the uid of the act. Afterwards
        every record is plain and bears its true version. Unusable where the disk failed.
        """
        act = Act(user, action, record, reason, self.clock())
        if not act.is_allowed:
            self._deny(act)
        with writing(self._writer, self._path) as session:
            is_out = is_out_of_service(session, act)
            if is_out:
                audit(session, act, "denied")
            else:
                with acting(session, act, audited=audited):
                    yield session
        if not is_out and action not in _SAVES_NOTHING:
            self.saves += 1
        if is_out:
            raise NotAllowed(action.value)

    def close(self) -> None:
        """Close every connection and let go of the home."""
        self._writer.dispose()
        self._lock.release()

    def _deny(self, act: Act) -> None:
        with writing(self._writer, self._path) as session:
            audit(session, act, "denied")
        raise NotAllowed(act.action.value)

    def _check(self) -> None:
        with self.read() as session:
            connection = session.connection()
            raw = cast(Connection, connection.connection.dbapi_connection)
            missing = [*wrong_settings(raw), *missing_triggers(connection)]
            if missing:
                raise Unusable("guards_missing", str(self._path), missing=missing)
            self.installation = session.scalars(select(Installation)).one()


def _enter(home: Home, data_key: bytes, clock: Clock) -> HomeLock:
    """Return a place in the home, whose file is then as new as the program."""
    key = file_key(data_key)
    lock = HomeLock(home.folder)
    try:
        if not is_old(home.database, key):
            return lock
    except BaseException:
        lock.release()
        raise
    lock.release()
    with HomeLock(home.folder, alone=True):
        upgrade_file(home.database, key, home.backups, clock())
    return _enter(home, data_key, clock)
