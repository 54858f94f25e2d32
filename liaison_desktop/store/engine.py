"""The one place where an engine is made."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2


def make_engine(connect: Callable[[], dbapi2.Connection]) -> Engine:
    """Return an engine whose BEGIN is ours, so that DDL is transactional and writers never upgrade.

    A connection with the option `begin="IMMEDIATE"` takes the write lock at once; all others read a
    snapshot. Bound values never appear in an error's text.
    """
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=connect,
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=4,
        hide_parameters=True,
    )

    @event.listens_for(engine, "connect")
    def _connect(raw: Any, _record: Any) -> None:
        raw.isolation_level = None

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        kind = connection.get_execution_options().get("begin", "DEFERRED")
        connection.exec_driver_sql(f"BEGIN {kind}")

    return engine
