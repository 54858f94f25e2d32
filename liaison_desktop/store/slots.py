"""Changes of the key file that belong to an act: both are done, or neither.

The write lock of the act keeps two programs from changing the key file at once. A power cut between
the two files leaves a slot without its row or a row without its slot, and neither opens anything.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.orm import Session

from liaison_desktop.model.authorize import Action
from liaison_desktop.model.exchange import Installation
from liaison_desktop.model.user import User
from liaison_desktop.store.keyfile import About, KeyFile
from liaison_desktop.store.store import Store
from liaison_desktop.store.whole_file import write_whole


@contextmanager
def act_on_slots(
    store: Store, user: User, action: Action, subject: User, reason: str = ""
) -> Iterator[tuple[Session, KeyFile]]:
    """Give the session of an act on `subject` and the key file, which is written on leaving.

    Where the act fails after that, the key file is put back.
    """
    path = store.home.keys
    written: tuple[bytes, bytes] | None = None
    try:
        with store.act(user, action, subject, reason=reason) as session:
            keys, before = read_keys(store), path.read_bytes()
            yield session, keys
            session.flush()
            keys.write(path, store.data_key)
            written = before, path.read_bytes()
    except BaseException:
        if written and path.read_bytes() == written[1]:
            write_whole(path, written[0])
        raise


def read_keys(store: Store) -> KeyFile:
    """Return the key file of an open home; Unusable where somebody else wrote a part of it."""
    keys = KeyFile.read(store.home.keys)
    keys.check(store.data_key)
    return keys


def refresh_about(store: Store, installation: Installation) -> None:
    """Let the key file say whose home this is, where it does not yet; called inside an act."""
    keys = read_keys(store)
    if keys.about != about_of(installation):
        keys.about = about_of(installation)
        keys.write(store.home.keys, store.data_key)


def about_of(installation: Installation) -> About:
    """Return what the key file says in clear of a home."""
    side = installation.side.value
    return About(side, installation.code, installation.name, installation.incarnation)
