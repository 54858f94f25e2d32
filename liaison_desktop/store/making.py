"""Make the encrypted files of a new home."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, insert
from sqlalchemy.orm import Session

from liaison_desktop.model.authorize import Action
from liaison_desktop.model.exchange import Capture, Installation
from liaison_desktop.model.times import Clock
from liaison_desktop.store.acts import Act, acting
from liaison_desktop.store.driver import open_file
from liaison_desktop.store.engine import make_engine, writing
from liaison_desktop.store.homes import file_key
from liaison_desktop.store.upgrade import migrate

_MADE = ("liaison.db", "attachments.db")


def make_store(
    folder: Path,
    data_key: bytes,
    installation: Installation,
    fill: Callable[[Session], None],
    clock: Clock,
) -> None:
    """Put a database at the newest schema and an empty attachments file into `folder`.

    `fill` adds the first rows (the station, its users) in the first act, which the audit knows as
    the set-up. All or nothing: after a failure neither file is there.
    """
    key = file_key(data_key)
    try:
        path = folder / "liaison.db"
        migrate(path, key, then=_add_capture)
        _fill(path, key, installation, fill, clock)
        open_file(folder / "attachments.db", key, make=True).close()
    except BaseException:
        for name in _MADE:
            for file in folder.glob(f"{name}*"):
                file.unlink(missing_ok=True)
        raise


def _add_capture(connection: Connection) -> None:
    connection.execute(insert(Capture), {"id": 1, "reason": "", "applying": False})


def _fill(
    path: Path,
    key: bytes,
    installation: Installation,
    fill: Callable[[Session], None],
    clock: Clock,
) -> None:
    engine = make_engine(partial(open_file, path, key), begin="IMMEDIATE")
    act = Act(None, Action.SET_UP, None, "", clock())
    try:
        with writing(engine, path) as session, acting(session, act, audited=True):
            session.add(installation)
            session.flush()
            fill(session)
    finally:
        engine.dispose()
