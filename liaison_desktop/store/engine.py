"""The one place where an engine is made, and the two blocks that a session lives in."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Connection, Engine, create_engine, event, inspect
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, make_transient
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from liaison_desktop.model.faults import Overtaken
from liaison_desktop.store.driver import world_fault

_READER = "liaison_reader"
_STEPS = 1000
"""Steps of SQLite's machine, a fraction of a millisecond, between two looks at who still waits."""

_INTERRUPTED = 9


class Dialect(SQLiteDialect_pysqlite):
    """SQL as this program speaks it; any two are the same one.

    SQLAlchemy remembers for each mapper how a row is written, by dialect: what one engine has
    compiled, the next one need not, after a lock for instance. No value of a row is remembered.
    """

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self)

    def __hash__(self) -> int:
        return hash(type(self))


registry.register("sqlite.liaison", __name__, Dialect.__name__)


def make_engine(connect: Callable[[], dbapi2.Connection], *, begin: str = "DEFERRED") -> Engine:
    """Return an engine whose BEGIN is ours, so that DDL is transactional and writers never upgrade.

    `begin="IMMEDIATE"` takes the write lock at once; DEFERRED reads a snapshot. Bound values never
    appear in an error's text. The connection used last is the next one used: its pages are at hand.
    """
    engine = create_engine(
        "sqlite+liaison://",
        module=dbapi2,
        creator=connect,
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=4,
        pool_use_lifo=True,
        hide_parameters=True,
    )

    @event.listens_for(engine, "connect")
    def _connect(raw: Any, _record: Any) -> None:
        raw.isolation_level = None

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        is_reader = bool(connection.get_execution_options().get(_READER))
        _refuse_writing(connection, is_reader)
        _driver(connection).execute("BEGIN DEFERRED" if is_reader else f"BEGIN {begin}")

    return engine


def _refuse_writing(connection: Connection, is_refused: bool) -> None:
    """Let the file refuse to be written, or not; only where it must change.

    The pragma costs little, but every statement that was prepared before is prepared again.
    """
    if connection.info.get(_READER, False) != is_refused:
        _driver(connection).execute(f"PRAGMA query_only={int(is_refused)}")
        connection.info[_READER] = is_refused


def reader_of(engine: Engine) -> Engine:
    """Return the engine of those who cannot write, on the connections of one who can.

    What one connection writes, every other throws all its pages away for; so who reads after an
    act, a draft's for instance, does not decrypt them again. One connection less is 3 MB, too.
    """
    return engine.execution_options(**{_READER: True})


def driver_of(session: Session) -> dbapi2.Connection:
    """Return the driver's connection within the session's transaction, for the store's own rows.

    The bookkeeping of an act is eight statements; through SQLAlchemy they cost more than the act.
    """
    return _driver(session.connection())


def _driver(connection: Connection) -> dbapi2.Connection:
    return cast(dbapi2.Connection, connection.connection.dbapi_connection)


@contextmanager
def reading(engine: Engine, path: Path) -> Iterator[Session]:
    """Give a session on one snapshot; what it loaded is plain afterwards. Unusable for the disk."""
    with _told(engine, path), Session(engine, expire_on_commit=False, autoflush=False) as session:
        yield session


@contextmanager
def given_up(session: Session, is_wanted: Callable[[], bool]) -> Iterator[None]:
    """Raise Overtaken within some milliseconds of the answer being wanted no more."""
    driver = driver_of(session)
    driver.set_progress_handler(lambda: not is_wanted(), _STEPS)
    try:
        yield
    except (DBAPIError, dbapi2.Error) as error:
        if getattr(getattr(error, "orig", error), "sqlite_errorcode", None) == _INTERRUPTED:
            raise Overtaken from None
        raise
    finally:
        driver.set_progress_handler(None, 0)


@contextmanager
def writing(engine: Engine, path: Path) -> Iterator[Session]:
    """Give a session that is committed on leaving; any exception rolls all of it back.

    Nothing is flushed before the end, so an object may be half filled in between. After a failure
    each object is as it was given, new ones can be saved again, and where the disk was to blame,
    that is an Unusable, the connections are thrown away.
    """
    with _told(engine, path), Session(engine, expire_on_commit=False, autoflush=False) as session:
        added: list[Any] = []
        event.listen(session, "pending_to_persistent", lambda _, instance: added.append(instance))
        event.listen(session, "after_rollback", lambda _: _let_go(session, added))
        try:
            yield session
            session.commit()
        except BaseException:
            session.rollback()
            for instance in added:
                _make_new(instance)
            raise


def _let_go(session: Session, added: list[Any]) -> None:
    """Detach every object before SQLAlchemy empties it; what it holds may be on a screen."""
    added.extend(session.new)
    session.expunge_all()


@contextmanager
def _told(engine: Engine, path: Path) -> Iterator[None]:
    try:
        yield
    except (DBAPIError, dbapi2.Error) as error:
        if fault := world_fault(error, path):
            engine.dispose()
            raise fault from None
        raise


def _make_new(instance: Any) -> None:
    """Let an object whose row was rolled back be saved again, under a key of its own.

    Its lists are filled anew, for members that SQLAlchemy takes for saved would keep the key of the
    row that is gone, which by then may be another record's.
    """
    make_transient(instance)
    if hasattr(instance, "id"):
        set_committed_value(instance, "id", None)
    for relation in inspect(type(instance)).relationships:
        if (members := vars(instance).pop(relation.key, None)) is not None:
            setattr(instance, relation.key, [*members])
