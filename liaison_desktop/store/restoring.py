"""恢复 — put a verified backup in the place of a home's data, which is kept aside.

Everything is built and verified beside the live data; only renames make it live. Cut off at any
moment, the home is the old one or the new one, never neither.
"""

from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlcipher3.dbapi2 import DatabaseError

from liaison_desktop.model.authorize import Action
from liaison_desktop.model.exchange import Installation, Numbering
from liaison_desktop.model.faults import Unusable
from liaison_desktop.model.times import SHANGHAI, Clock
from liaison_desktop.model.uids import new_uid
from liaison_desktop.store.backup_file import Manifest, unpack
from liaison_desktop.store.backups import refuse_bad_content, refuse_other_home
from liaison_desktop.store.driver import open_to_read
from liaison_desktop.store.homes import Home, HomeState, file_key
from liaison_desktop.store.keyfile import KeyFile
from liaison_desktop.store.slots import refresh_about
from liaison_desktop.store.store import Store
from liaison_desktop.store.users import load_user
from liaison_desktop.store.whole_file import make_private, remove_tree, rename, sync_tree

_INCARNATIONS = "SELECT incarnation FROM installation"
_DRAWN = "SELECT kind, year, last FROM numbering"


@dataclass(frozen=True)
class Restored:
    """What a restore did.

    `aside` is the folder with what was here before, None where nothing was; `revived` are logins
    that had been taken away since the backup and work again.
    """

    manifest: Manifest
    incarnation: int
    aside: Path | None
    revived: tuple[str, ...]

    @property
    def made_at(self) -> datetime:
        """When the backup was made: the data are those of that moment."""
        return self.manifest.made_at


@dataclass(frozen=True)
class _Former:
    """What the data here knew that the restored ones must not fall behind."""

    incarnation: int
    drawn: Sequence[tuple[str, int, int]]


def restore(home: Home, path: Path, login: str, password: str, clock: Clock) -> Restored:
    """Put a backup in the place of a home's data, or make a home of it where there is none.

    Login and password are those of the backup's moment, and the user's roles then must allow it.
    The home gets a new incarnation, above all that are known here, so that the county notices, and
    goes on with its numbers where they were.
    Unusable "bad_backup", "future_file", "home_locked", "home_not_empty" or the disk's code;
    Refused "other_home"; WrongPassword; NotAllowed. Whatever is refused, the home is as it was.
    """
    if home.state() is HomeState.OTHER and not home.data.exists():
        raise Unusable("home_not_empty", str(home.folder))
    with home.workplace() as part:
        built = Home(part)
        built.data.mkdir()
        manifest = unpack(path, built.data)
        refuse_other_home(home, manifest)
        make_private(built.data)
        data_key = built.unlock(login, password, clock())
        refuse_bad_content(path, manifest, built.data, data_key)
        own = _begin_anew(built, data_key, login, _former_of(home, data_key), clock)
        revived = _logins(built) - _logins(home) if home.data.exists() else set()
        aside = _swap(home, built.data, clock())
    return Restored(manifest, own.incarnation, aside, tuple(sorted(revived)))


def _begin_anew(
    built: Home, data_key: bytes, login: str, former: _Former, clock: Clock
) -> Installation:
    """Give the restored data their new incarnation, in one act of the user who restores."""
    with closing(Store.open(built, data_key, clock)) as store:
        with store.read() as session:
            user = load_user(session, login)
        with store.act(user, Action.RESTORE) as session:
            own = session.scalars(select(Installation)).one()
            own.incarnation = 1 + max(own.incarnation, former.incarnation)
            own.incarnation_uid = new_uid(clock())
            _go_on_counting(session, former)
            refresh_about(store, own)
    return own


def _go_on_counting(session: Session, former: _Former) -> None:
    """Let no number that was drawn since the backup be drawn again: it may stand on paper."""
    for kind, year, last in former.drawn:
        drawn = session.get(Numbering, (kind, year))
        if drawn is None:
            session.add(Numbering(kind=kind, year=year, last=last))
        else:
            drawn.last = max(drawn.last, last)


def _former_of(home: Home, data_key: bytes) -> _Former:
    """Return what can still be learned here; damage to one file does not hide the other."""
    incarnation, drawn = 0, []
    with suppress(Unusable):
        incarnation = KeyFile.read(home.keys).about.incarnation
    database = (home.database, file_key(data_key))
    with suppress(Unusable, DatabaseError), closing(open_to_read(*database)) as live:
        incarnation = max(incarnation, *(row[0] for row in live.execute(_INCARNATIONS)))
        drawn = live.execute(_DRAWN).fetchall()
    return _Former(incarnation, drawn)


def _logins(home: Home) -> set[str]:
    with suppress(Unusable):
        return set(home.logins())
    return set()


def _swap(home: Home, built: Path, now: datetime) -> Path | None:
    """Let what was built take the place of the data, and return where these lie now.

    Once it is called `restored` it is whole: a cut between the renames is finished by the next look
    at the home.
    """
    make_private(built)
    sync_tree(built)
    rename(built, home.restored)
    aside = None
    try:
        if home.data.exists():
            aside = _free_folder(
                home.folder, f"data.before-{now.astimezone(SHANGHAI):%Y%m%d-%H%M%S}"
            )
            rename(home.data, aside)
        rename(home.restored, home.data)
    except OSError:
        if aside is not None and not home.data.exists():
            rename(aside, home.data)
        if aside is None or home.data.exists():
            remove_tree(home.restored)
        raise
    return aside


def _free_folder(folder: Path, stem: str) -> Path:
    names = (stem, *(f"{stem}-{n}" for n in range(2, 1000)))
    return next(path for name in names if not (path := folder / name).exists())
