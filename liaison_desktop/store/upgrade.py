"""Bring a file up to the schema of this program: after a verified copy, whole or not at all.

The number of the schema stands twice: in Alembic's own table, and in `PRAGMA user_version`, which
one raw query reads, so that Alembic is imported only where there is something to do.
"""

from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Connection

from liaison_desktop.model.faults import Unusable
from liaison_desktop.paths import MIGRATIONS
from liaison_desktop.store.copies import copy_file
from liaison_desktop.store.driver import open_file, open_to_read, world_fault
from liaison_desktop.store.engine import make_engine
from liaison_desktop.store.grams import install_index
from liaison_desktop.store.triggers import drop_triggers, install_triggers, missing_triggers


def newest_version(migrations: Path = MIGRATIONS) -> int:
    """Return the number of the last migration: the schema that this program speaks."""
    return max(int(file.name[:4]) for file in (migrations / "versions").glob("[0-9]*.py"))


def version_of(path: Path, key: bytes) -> int:
    """Return the number of a file's schema without touching the file; Unusable "damaged" for 0."""
    with closing(open_to_read(path, key)) as connection:
        number = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if number < 1:
        raise Unusable("damaged", str(path))
    return number


def is_old(path: Path, key: bytes, migrations: Path = MIGRATIONS) -> bool:
    """Return whether the file waits for an upgrade; Unusable "future_file" where it is too new."""
    here, newest = version_of(path, key), newest_version(migrations)
    if here > newest:
        raise Unusable("future_file", str(path), version=here, known=newest)
    return here < newest


def upgrade_file(
    path: Path, key: bytes, copies: Path, now: datetime, migrations: Path = MIGRATIONS
) -> Path | None:
    """Bring the file to the newest schema and return the copy made before, None if it was new.

    The caller has the home to himself. Unusable "upgrade_failed" or the disk's code: then the file
    is as it was.
    """
    if not is_old(path, key, migrations):
        return None
    before = version_of(path, key)
    copy = copies / f"升级前_第{before:04d}版_{now:%Y%m%d_%H%M%S}.db"
    copy_file(path, key, copy)
    migrate(path, key, migrations)
    return copy


def migrate(
    path: Path,
    key: bytes,
    migrations: Path = MIGRATIONS,
    then: Callable[[Connection], None] | None = None,
) -> None:
    """Run every migration that the file lacks, and `then`, in one transaction; makes a new file.

    Foreign keys rest meanwhile, for rebuilding a table would delete what points at it, and all
    references are checked before the commit. Triggers rest too: a new shape is no new version.
    """
    engine = make_engine(partial(open_file, path, key, make=True), begin="EXCLUSIVE")
    try:
        with engine.connect() as connection:
            # Outside any transaction: SQLite ignores this pragma inside one.
            connection.connection.execute("PRAGMA foreign_keys=OFF")
            with connection.begin():
                drop_triggers(connection)
                run_migrations(connection, migrations)
                install_index(connection)
                install_triggers(connection)
                _refuse_broken(connection, path)
                if then:
                    then(connection)
    except Unusable:
        raise
    except Exception as error:
        raise world_fault(error, path) or Unusable("upgrade_failed", str(path)) from error
    finally:
        engine.dispose()


def run_migrations(connection: Connection, migrations: Path) -> None:
    """Run every migration that the file lacks in the caller's transaction; triggers are his too."""
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    command.upgrade(config, "head")
    connection.exec_driver_sql(f"PRAGMA user_version = {newest_version(migrations)}")


def _refuse_broken(connection: Connection, path: Path) -> None:
    if missing := missing_triggers(connection):
        raise Unusable("upgrade_failed", str(path), missing=missing)
    if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
        raise Unusable("upgrade_failed", str(path), broken=len(broken))
