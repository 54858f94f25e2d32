"""A verified copy of an encrypted file, taken while others use it."""

import os
from contextlib import closing, suppress
from pathlib import Path

from sqlcipher3 import dbapi2

from liaison_desktop.model.faults import Unusable
from liaison_desktop.store.driver import Connection, open_file, open_to_read, world_fault
from liaison_desktop.store.whole_file import replace_file, sync_folder, unusable

_ONCE = -2000
"""KiB of pages to keep of a file, and of its copy, where each is looked at once."""


def copy_file(source: Path, key: bytes, target: Path) -> None:
    """Write a whole, compact copy under the same key; nothing at `target` unless it was verified.

    The copy is read back: every page's MAC, the b-trees and every reference. Unusable with the
    disk's code, or "damaged" where the source itself is.
    """
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _remove(part)
        with closing(open_file(source, key)) as connection:
            connection.execute(f"PRAGMA cache_size={_ONCE}")
            connection.execute("VACUUM INTO ?", (str(part),))
        if wrong := faults_of(part, key):
            raise Unusable("damaged", str(source), found=wrong[0])
        _sync(part)
        replace_file(part, target)
        sync_folder(target.parent)
    except dbapi2.DatabaseError as error:
        raise world_fault(error, target) or Unusable("damaged", str(source)) from None
    except OSError as error:
        raise unusable(error, target) from None
    finally:
        _remove(part)


def faults_of(path: Path, key: bytes) -> list[str]:
    """Return what is wrong with a file at rest: its pages, its b-trees, its references.

    Unusable "damaged" where it cannot even be opened.
    """
    with closing(open_to_read(path, key)) as connection:
        return [
            *_found(connection, "cipher_integrity_check"),
            *(row for row in _found(connection, "integrity_check") if row != "ok"),
            *_found(connection, "foreign_key_check"),
        ]


def _found(connection: Connection, check: str) -> list[str]:
    try:
        return [str(row[0]) for row in connection.execute(f"PRAGMA {check}")]
    except dbapi2.DatabaseError as error:
        return [f"{check}: {error}"]


def _remove(path: Path) -> None:
    """Take away a copy that is not finished, with what a driver leaves beside it."""
    for end in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            path.with_name(path.name + end).unlink(missing_ok=True)


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
