"""Draft the next migration from the model: python -m liaison_desktop.store.migrations "Visit tags".

The draft is read, corrected and given its test by hand; it never imports the model.
"""

import secrets
import sys
import tempfile
from functools import partial
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from liaison_desktop.paths import MIGRATIONS
from liaison_desktop.store.driver import open_file
from liaison_desktop.store.engine import make_engine
from liaison_desktop.store.upgrade import newest_version, run_migrations


def draft(message: str, migrations: Path = MIGRATIONS) -> None:
    """Write versions/NNNN_<message>.py with what the model has and the last migration has not."""
    with tempfile.TemporaryDirectory() as folder:
        path, key = Path(folder) / "draft.db", secrets.token_bytes(32)
        engine = make_engine(partial(open_file, path, key, make=True))
        with engine.begin() as connection:
            run_migrations(connection, migrations)
            _write(connection, message, migrations)
        engine.dispose()


def _write(connection: Connection, message: str, migrations: Path) -> None:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    number = f"{newest_version(migrations) + 1:04d}"
    command.revision(config, message, autogenerate=True, rev_id=number)


if __name__ == "__main__":
    draft(sys.argv[1])
