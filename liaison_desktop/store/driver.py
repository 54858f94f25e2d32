"""The one place that opens an encrypted file, so that the driver can be exchanged.

SQLCipher 4 through `sqlcipher3`. SQLite before 3.51.3 is refused: two connections that write and
checkpoint at once can reset the WAL and corrupt the file (sqlite.org/wal.html#walresetbug).
"""

from pathlib import Path

from sqlcipher3 import dbapi2

from liaison_desktop.model.faults import Unusable

OLDEST_SQLITE = (3, 51, 3)
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "recursive_triggers=ON",  # or INSERT OR REPLACE would remove rows past the guards
    "trusted_schema=OFF",
    "cache_size=-65536",
    "temp_store=MEMORY",
    "busy_timeout=5000",
)
_HELD: dict[str, str | int] = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "secure_delete": 1,
    "recursive_triggers": 1,
    "trusted_schema": 0,
    "temp_store": 2,
    "cache_size": -65536,
}
Connection = dbapi2.Connection


def open_file(path: Path, key: bytes, *, make: bool = False) -> Connection:
    """Return a connection with the house's settings; the caller begins its own transactions.

    `key` is 32 raw bytes. Unusable where the file is missing, is not ours or has another key, and
    where the SQLite inside the driver is too old.
    """
    if not make:
        _refuse_missing(path)
    connection = _connect(str(path))
    return _opened(connection, path, key, PRAGMAS)


def open_to_read(path: Path, key: bytes) -> Connection:
    """Return a connection that cannot change the file, not even by a checkpoint when it closes."""
    _refuse_missing(path)
    connection = _connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    return _opened(connection, path, key, ("busy_timeout=5000",))


def _refuse_missing(path: Path) -> None:
    if not path.is_file():
        raise Unusable("file_missing", str(path))


def _connect(name: str, *, uri: bool = False) -> Connection:
    if dbapi2.sqlite_version_info < OLDEST_SQLITE:
        raise Unusable("old_sqlite", found=dbapi2.sqlite_version)
    try:
        return dbapi2.connect(
            name, timeout=5.0, isolation_level=None, check_same_thread=False, uri=uri
        )
    except dbapi2.OperationalError as error:
        raise world_fault(error) or Unusable("disk_error") from None


def _opened(connection: Connection, path: Path, key: bytes, pragmas: tuple[str, ...]) -> Connection:
    try:
        connection.execute("PRAGMA cipher_log_level=none")
        connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
        connection.execute("PRAGMA user_version").fetchone()  # a wrong key fails on page 1
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")
    except dbapi2.DatabaseError as error:
        connection.close()
        raise world_fault(error, path) or Unusable("damaged", str(path)) from None
    return connection


_CODES = {
    3: "read_only",  # SQLITE_PERM
    5: "file_busy",  # SQLITE_BUSY
    6: "file_busy",  # SQLITE_LOCKED
    8: "read_only",  # SQLITE_READONLY
    10: "disk_error",  # SQLITE_IOERR
    11: "damaged",  # SQLITE_CORRUPT
    13: "disk_full",  # SQLITE_FULL
    14: "read_only",  # SQLITE_CANTOPEN: the file stands, so the folder takes no -wal beside it
    26: "damaged",  # SQLITE_NOTADB
}


def world_fault(error: BaseException, path: Path | None = None) -> Unusable | None:
    """Return the fault of the disk behind a driver's error, or None where the error is our bug."""
    number = getattr(getattr(error, "orig", error), "sqlite_errorcode", None)
    code = _CODES.get(number & 0xFF) if isinstance(number, int) else None
    return Unusable(code, str(path) if path else "") if code else None


def wrong_settings(connection: Connection) -> list[str]:
    """Return the names of the house's settings that do not hold on this connection."""
    found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in _HELD}
    wrong = [name for name, value in _HELD.items() if found[name] != value]
    if not connection.execute("PRAGMA cipher_version").fetchone():
        wrong.append("cipher_version")
    options = {row[0] for row in connection.execute("PRAGMA compile_options")}
    return wrong if "ENABLE_FTS5" in options else [*wrong, "fts5"]
