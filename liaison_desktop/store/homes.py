"""A home: the folder where one station or one county keeps everything.

home/data/liaison.db, attachments.db, keys.json    the encrypted files and their key file
home/data.part                                     a home whose making was cut off
home/data.restored                                 a whole restore, just before it takes its place
home/data.before-20261120-120000                   what stood here before a restore
home/backups/                                      verified copies
home/lock/                                         locks that the system frees by itself
home/papers/                                       PDFs drawn for printing
home/attempts.json                                 wrong passwords, for the growing delay
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from liaison_desktop.model.faults import Unusable, WrongPassword
from liaison_desktop.store.attempts import Attempts
from liaison_desktop.store.keyfile import KeyFile, derive
from liaison_desktop.store.lock import HomeLock
from liaison_desktop.store.whole_file import (
    make_private,
    remove_tree,
    rename,
    sync_tree,
    unusable,
)

_OURS = {"backups", "lock", "papers", "attempts.json"}
"""What may lie in a folder before a home is made there, and is ours."""


class HomeState(StrEnum):
    """What lies at a folder."""

    ABSENT = "absent"
    READY = "ready"
    HALF_MADE = "half_made"
    OTHER = "other"


@dataclass(frozen=True)
class Home:
    """The paths of one home."""

    folder: Path

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def part(self) -> Path:
        return self.folder / "data.part"

    @property
    def restored(self) -> Path:
        return self.folder / "data.restored"

    @property
    def database(self) -> Path:
        return self.data / "liaison.db"

    @property
    def attachments(self) -> Path:
        return self.data / "attachments.db"

    @property
    def keys(self) -> Path:
        return self.data / "keys.json"

    @property
    def backups(self) -> Path:
        return self.folder / "backups"

    @property
    def papers(self) -> Path:
        return self.folder / "papers"

    @property
    def attempts(self) -> Path:
        return self.folder / "attempts.json"

    def state(self) -> HomeState:
        """Return what lies here; a restore cut off between its renames is settled first.

        A data folder that lacks a file is OTHER: nothing is ever made over it.
        """
        if self.folder.is_file():
            return HomeState.OTHER
        try:
            self._settle()
            names = {path.name for path in self.folder.iterdir()} if self.folder.exists() else set()
        except OSError as error:
            raise unusable(error, self.folder) from None
        if "data" in names:
            is_whole = self.keys.is_file() and self.database.is_file()
            return HomeState.READY if is_whole else HomeState.OTHER
        if self.part.name in names:
            return HomeState.HALF_MADE
        return HomeState.OTHER if names - _OURS else HomeState.ABSENT

    def refuse_unless_ready(self) -> None:
        """Raise Unusable unless a whole home lies here."""
        if (state := self.state()) is HomeState.READY:
            return
        if state is HomeState.OTHER and self.data.exists():
            raise Unusable("home_damaged", str(self.folder))
        half_made = state is HomeState.HALF_MADE
        raise Unusable("home_half_made" if half_made else "home_missing", str(self.folder))

    def refuse_unless_absent(self) -> None:
        """Raise Unusable unless a home can be made here."""
        codes = {
            HomeState.READY: "home_exists",
            HomeState.HALF_MADE: "home_half_made",
            HomeState.OTHER: "home_not_empty",
        }
        if (state := self.state()) is not HomeState.ABSENT:
            raise Unusable(codes[state], str(self.folder))

    @contextmanager
    def making(self) -> Iterator[Path]:
        """Give the folder in which a new home is put together.

        On leaving the block it becomes the real one by one rename. Any exception leaves the disk as
        it was before.
        """
        self.refuse_unless_absent()
        with self.workplace() as part:
            if self.data.exists():
                raise Unusable("home_exists", str(self.folder))
            yield part
            make_private(part)
            sync_tree(part)
            rename(part, self.data)

    @contextmanager
    def workplace(self) -> Iterator[Path]:
        """Give the empty folder `part` to build in, with the home locked; it is gone afterwards.

        On an exception every folder made for it is removed too. Errors of the disk become Unusable.
        """
        new = [path for path in (self.folder, *self.folder.parents) if not path.exists()]
        lock_is_new = not self._locks.exists()
        try:
            with _disk_faults(self.folder):
                self._make_folder()
                with HomeLock(self.folder, alone=True):
                    remove_tree(self.part)
                    try:
                        self.part.mkdir(0o700)
                        make_private(self.part)
                        yield self.part
                    finally:
                        remove_tree(self.part)
        except BaseException:
            if lock_is_new:
                remove_tree(self._locks)
            _remove_empty(new)
            raise

    def logins(self) -> list[str]:
        """Return the login names of this home, in the order they were made."""
        return KeyFile.read(self.keys).logins()

    def about(self) -> dict[str, str]:
        """Return whose home this is, as the key file says in clear: "side", "code" and "name"."""
        about = KeyFile.read(self.keys).about
        return {"side": about.side, "code": about.code, "name": about.name}

    def unlock(self, login: str, password: str, now: datetime) -> bytes:
        """Return the data key; WrongPassword with the seconds to wait, growing from the fifth."""
        self.refuse_unless_ready()
        keys = KeyFile.read(self.keys)
        attempts = Attempts(self.attempts, login, keys.logins())
        attempts.begin(now)
        try:
            data_key = keys.open_with_password(login, password)
        except WrongPassword:
            raise WrongPassword(attempts.seconds_left(now)) from None
        attempts.forget()
        return data_key

    def unlock_with_code(self, code: str) -> bytes:
        """Return the data key by the code of the 密码恢复单; WrongPassword."""
        self.refuse_unless_ready()
        return KeyFile.read(self.keys).open_with_code(code)

    @property
    def _locks(self) -> Path:
        return self.folder / "lock"

    def _make_folder(self) -> None:
        if not self.folder.exists():
            self.folder.parent.mkdir(parents=True, exist_ok=True)
            self.folder.mkdir(0o700)

    def _settle(self) -> None:
        """Finish a restore that was cut off, or clear away what it left; unless it is under way."""
        if not self.restored.is_dir():
            return
        with suppress(Unusable), HomeLock(self.folder, alone=True):
            if self.data.exists():
                remove_tree(self.restored)
            else:
                rename(self.restored, self.data)


def file_key(data_key: bytes) -> bytes:
    """Return the raw key of the two encrypted files."""
    return derive(data_key, "database")


@contextmanager
def _disk_faults(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise unusable(error, folder) from None


def _remove_empty(folders: list[Path]) -> None:
    for folder in folders:
        with suppress(OSError):
            folder.rmdir()
