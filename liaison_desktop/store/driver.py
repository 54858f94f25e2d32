"""The one function that opens an encrypted file, so that the driver can be exchanged.

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
    "cache_size=-65536",
    "temp_store=MEMORY",
    "busy_timeout=5000",
)
Connection = dbapi2.Connection


def open_file(path: Path, key: bytes, *, make: bool = False) -> Connection:
    """Return a connection with the house's settings; the caller begins its own transactions.

    `key` is 32 raw bytes. Unusable where the file is missing, is not ours or has another key, and
    where the SQLite inside the driver is too old.
    """
    _refuse_old_sqlite()
    if not make and not path.is_file():
        raise Unusable("file_missing", str(path))
    connection = dbapi2.connect(
        str(path), timeout=5.0, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA cipher_log_level=none")
        connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except dbapi2.DatabaseError as error:
        connection.close()
        raise world_fault(error, path) or Unusable("damaged", str(path)) from None
    return connection


def _refuse_old_sqlite() -> None:
    if dbapi2.sqlite_version_info < OLDEST_SQLITE:
        raise Unusable("old_sqlite", found=dbapi2.sqlite_version)


_SIGNS = {
    "database or disk is full": "disk_full",
    "disk i/o error": "disk_error",
    "readonly database": "read_only",
    "unable to open database": "read_only",
    "database is locked": "file_busy",
    "malformed": "damaged",
    "not a database": "damaged",
}


def world_fault(error: BaseException, path: Path | None = None) -> Unusable | None:
    """Return the fault of the disk behind a driver's error, or None where the error is our bug."""
    text = str(getattr(error, "orig", None) or error).lower()
    for sign, code in _SIGNS.items():
        if sign in text:
            return Unusable(code, str(path) if path else "")
    return None


def check_connection(connection: Connection) -> list[str]:
    """Return the names of the house's settings that do not hold on this connection."""
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
    }
    found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted}
    wrong = [name for name, value in wanted.items() if found[name] != value]
    if not connection.execute("PRAGMA cipher_version").fetchone():
        wrong.append("cipher_version")
    options = {row[0] for row in connection.execute("PRAGMA compile_options")}
    return wrong if "ENABLE_FTS5" in options else [*wrong, "fts5"]
