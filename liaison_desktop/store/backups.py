"""备份 — verified copies of the whole home, each one file that can lie anywhere.

A backup is encrypted as the home is and opens with the passwords of its moment.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from liaison_desktop.model.authorize import Action
from liaison_desktop.model.every_record import AGGREGATES
from liaison_desktop.model.faults import Refused, Unusable
from liaison_desktop.model.times import SHANGHAI, business_day, whole_ms
from liaison_desktop.model.user import User
from liaison_desktop.store.backup_file import (
    FILES,
    Manifest,
    Piece,
    piece_of,
    read_keys_of,
    read_manifest,
    unpack,
    verify,
    write_backup,
)
from liaison_desktop.store.backup_plan import is_due, to_drop
from liaison_desktop.store.copies import copy_file, faults_of
from liaison_desktop.store.driver import open_to_read
from liaison_desktop.store.homes import Home, file_key
from liaison_desktop.store.keyfile import KeyFile
from liaison_desktop.store.lock import only_one
from liaison_desktop.store.second_copy import copy_backup
from liaison_desktop.store.store import Store
from liaison_desktop.store.upgrade import version_of
from liaison_desktop.store.whole_file import (
    PART,
    make_folder,
    make_private,
    remove_tree,
    rename,
    unusable,
)

SUFFIX = ".liaison-backup"
_INSTALLATION = "SELECT side, code, name, incarnation FROM installation"
_AUDIT_HEAD = "SELECT id, digest FROM audit_entry ORDER BY id DESC LIMIT 1"


@dataclass(frozen=True)
class Backup:
    """One backup: where it is, and what its manifest says."""

    path: Path
    size: int
    manifest: Manifest

    @property
    def made_at(self) -> datetime:
        return self.manifest.made_at


class Backups:
    """Verbs of the backups."""

    def __init__(self, store: Store, user: User) -> None:
        self._store, self._user = store, user

    def make(self) -> Backup:
        """Return a new backup in the home's folder, read back and verified, under its final name.

        Others may read and write meanwhile. On any fault (Unusable: "disk_full", "damaged" where
        the home itself is, …) the former backups stand and no half one does.
        """
        home, now = self._store.home, whole_ms(self._store.clock())
        with only_one(home.folder, "backup"), _working(home) as work:
            with self._store.act(self._user, Action.BACK_UP):
                pass  # allowed and on record before anything leaves the home
            manifest = self._copy(work, now)
            part = work / "part"
            write_backup(part, manifest, work)
            _read_back(part)
            make_private(part)
            path = _free_name(home.backups, self._store.installation.name, now)
            rename(part, path)
        return _described(path)

    def find(self) -> list[Backup]:
        """Return the backups in the home's folder, newest first, as their manifests say."""
        found = []
        for path in self._store.home.backups.glob(f"*{SUFFIX}"):
            with suppress(Unusable):
                found.append(_described(path))
        return sorted(found, key=lambda backup: (backup.made_at, backup.path.name), reverse=True)

    def check(self, path: Path) -> Backup:
        """Return a backup after a rehearsal: every byte, page, tree and reference of it was read.

        Unusable "bad_backup" or "future_file"; Refused "other_home" for another home's.
        """
        home = self._store.home
        with only_one(home.folder, "backup"), _working(home) as work:
            manifest = unpack(path, work)
            refuse_other_home(home, manifest)
            if not manifest.is_of(self._store.data_key):
                raise Refused("other_home", name=manifest.name)
            refuse_bad_content(path, manifest, work, self._store.data_key)
        return _described(path)

    def is_due(self) -> bool:
        """Return whether four working hours have gone by since the last backup."""
        now = self._store.clock()
        made = (backup.made_at for backup in self.find() if backup.made_at <= now)
        return is_due(max(made, default=None), now)

    def thin(self) -> list[Path]:
        """Remove this home's backups that the plan does not keep (7 days, 4 weeks, 12 months).

        Returns what was removed. The newest one that reads back whole always stays; where none
        does, nothing is removed. One that another program holds open stays until the next time.
        """
        with only_one(self._store.home.folder, "backup"):
            own = [each for each in self.find() if each.manifest.is_of(self._store.data_key)]
            today = business_day(self._store.clock())
            if not to_drop(own, today):
                return []
            last_whole = next((each for each in own if _is_whole(each.path)), None)
            if last_whole is None:
                return []
            with self._store.act(self._user, Action.BACK_UP):
                pass  # allowed and on record before anything is gone
            return [each.path for each in to_drop(own, today, last_whole) if _is_removed(each.path)]

    def copy_to(self, folder: Path, backup: Backup) -> Backup:
        """Return a second copy of a backup in a folder or on a stick, verified, under its own name.

        One that is there already and whole is returned as it is; a foreign file is never replaced.
        Unusable: "bad_backup" where the backup itself is damaged, "folder_missing", or the disk's
        code, and then nothing of it lies there.
        """
        with self._store.act(self._user, Action.BACK_UP):
            pass  # allowed and on record before anything leaves the home
        return _described(copy_backup(backup.path, folder))

    def _copy(self, work: Path, now: datetime) -> bytes:
        """Copy the files and return the signed manifest; the database first.

        What it refers to in attachments.db was there before, and is never taken away.
        """
        home, data_key = self._store.home, self._store.data_key
        key = file_key(data_key)
        for source in (home.database, home.attachments):
            copy_file(source, key, work / source.name)
        keys = home.keys.read_bytes()
        (work / "keys.json").write_bytes(keys)
        KeyFile.read(work / "keys.json").check(data_key)
        files = {name: piece_of(work / name) for name in FILES}
        return _describe(work / "liaison.db", key, now, files).signed(data_key)


def logins_of_backup(path: Path) -> list[str]:
    """Return the login names that open a backup; Unusable "bad_backup"."""
    return read_keys_of(path).logins()


def refuse_other_home(home: Home, manifest: Manifest) -> None:
    """Raise Refused "other_home" where another station or county lies here and says so."""
    try:
        about = home.about()
    except Unusable:
        return
    if (about["side"], about["code"]) != (manifest.side, manifest.code):
        raise Refused("other_home", name=manifest.name)


def refuse_bad_content(path: Path, manifest: Manifest, folder: Path, data_key: bytes) -> None:
    """Raise Unusable "bad_backup" unless all that was unpacked is of one home and unharmed."""
    about = KeyFile.read(folder / "keys.json").about
    is_of_one = (about.side, about.code) == (manifest.side, manifest.code)
    files = [folder / "liaison.db", folder / "attachments.db"]
    if not (is_of_one and manifest.is_of(data_key)) or any(_is_harmed(f, data_key) for f in files):
        raise Unusable("bad_backup", str(path))


def _read_back(path: Path) -> None:
    """Raise Unusable "disk_error" where the disk does not give back what was written to it."""
    try:
        verify(path)
    except Unusable:
        raise Unusable("disk_error", str(path.parent)) from None


def _is_whole(path: Path) -> bool:
    try:
        verify(path)
    except Unusable:
        return False
    return True


def _is_removed(path: Path) -> bool:
    with suppress(OSError):
        path.unlink()
        return True
    return False


def _is_harmed(path: Path, data_key: bytes) -> bool:
    try:
        return bool(faults_of(path, file_key(data_key)))
    except (Unusable, dbapi2.DatabaseError):
        return True


@contextmanager
def _working(home: Home) -> Iterator[Path]:
    """Give an empty folder among the backups; a former one that was cut off is swept away."""
    work = home.backups / f"working{PART}"
    try:
        make_folder(home.backups)
        remove_tree(work)
        work.mkdir(0o700)
        make_private(work)
        yield work
    except OSError as error:
        raise unusable(error, home.backups) from None
    finally:
        remove_tree(work)


def _describe(path: Path, key: bytes, now: datetime, files: dict[str, Piece]) -> Manifest:
    with closing(open_to_read(path, key)) as copy:
        side, code, name, number = copy.execute(_INSTALLATION).fetchone()
        audit_count, audit_head = copy.execute(_AUDIT_HEAD).fetchone()
        counts = {
            kind: copy.execute(f'SELECT count(*) FROM "{kind}"').fetchone()[0]  # noqa: S608 - ours
            for kind in AGGREGATES
        }
    return Manifest(
        made_at=now,
        side=side,
        code=code,
        name=name,
        incarnation=number,
        schema=version_of(path, key),
        audit_count=audit_count,
        audit_head=audit_head,
        counts=counts,
        files=files,
    )


def _described(path: Path) -> Backup:
    return Backup(path, path.stat().st_size, read_manifest(path))


def _free_name(folder: Path, name: str, now: datetime) -> Path:
    """Return a path that is not taken: no personal value, safe on any file system."""
    plain = "".join(letter for letter in name if letter.isalnum())[:40]
    stem = f"备份_{plain}_{now.astimezone(SHANGHAI):%Y-%m-%d_%H%M%S}"
    names = (f"{stem}{more}{SUFFIX}" for more in ("", *(f"_{n}" for n in range(2, 1000))))
    return next(path for name in names if not (path := folder / name).exists())
