"""A home: the folder where one station or one county keeps everything.

home/data/liaison.db, attachments.db, keys.json    the encrypted files and their key file
home/data.part                                     a home whose making was cut off
home/backups/                                      verified copies
home/lock/                                         locks that the system frees by itself
home/papers/                                       PDFs drawn for printing
home/attempts.json                                 wrong passwords, for the growing delay
"""

import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from liaison_desktop.model.faults import Unusable, WrongPassword
from liaison_desktop.model.times import to_ms
from liaison_desktop.store.keyfile import KeyFile, derive
from liaison_desktop.store.whole_file import replace_file, sync_folder, unusable, write_whole

FREE_TRIES = 5
DELAYS = (60, 120, 240, 480, 900)
"""Seconds to wait after the sixth, seventh, … wrong password; never for ever."""


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

    def state(self) -> HomeState:
        """Return what lies here; a restore cut off between its two renames is finished first."""
        if self.restored.is_dir() and not self.data.exists():
            replace_file(self.restored, self.data)
            sync_folder(self.folder)
        if self.keys.is_file() and self.database.is_file():
            return HomeState.READY
        if self.part.exists() or self.data.exists():
            return HomeState.HALF_MADE
        if self.folder.is_dir() and any(self.folder.iterdir()):
            return HomeState.OTHER
        return HomeState.ABSENT

    def refuse_unless_ready(self) -> None:
        """Raise Unusable unless a whole home lies here."""
        codes = {HomeState.ABSENT: "home_missing", HomeState.HALF_MADE: "home_half_made"}
        if (state := self.state()) is not HomeState.READY:
            raise Unusable(codes.get(state, "home_missing"), str(self.folder))

    def refuse_unless_absent(self) -> None:
        """Raise Unusable unless a home can be made here."""
        codes = {
            HomeState.READY: "home_exists",
            HomeState.HALF_MADE: "home_half_made",
            HomeState.OTHER: "home_not_empty",
        }
        if (state := self.state()) is not HomeState.ABSENT:
            raise Unusable(codes[state], str(self.folder))

    def begin(self) -> Path:
        """Return the folder in which a new home is put together."""
        self.refuse_unless_absent()
        try:
            self.part.mkdir(parents=True)
        except OSError as error:
            raise unusable(error, self.folder) from None
        return self.part

    def finish(self) -> None:
        """Make the home that was put together the real one, by one rename."""
        replace_file(self.part, self.data)
        sync_folder(self.folder)

    def logins(self) -> list[str]:
        """Return the login names of this home, in the order they were made."""
        return KeyFile.read(self.keys)[0].logins()

    def unlock(self, login: str, password: str, now: datetime) -> bytes:
        """Return the data key; WrongPassword with the seconds to wait, growing from the sixth."""
        self.refuse_unless_ready()
        attempts = _Attempts(self.folder / "attempts.json", login)
        attempts.refuse_while_waiting(now)
        keys, mac = KeyFile.read(self.keys)
        try:
            data_key = keys.open_with_password(login, password)
        except WrongPassword:
            raise WrongPassword(attempts.count_wrong(now)) from None
        attempts.forget()
        _refuse_changed_slots(keys, mac, data_key, self.keys)
        return data_key

    def unlock_with_code(self, code: str) -> bytes:
        """Return the data key by the code of the 密码恢复单."""
        self.refuse_unless_ready()
        keys, mac = KeyFile.read(self.keys)
        data_key = keys.open_with_code(code)
        _refuse_changed_slots(keys, mac, data_key, self.keys)
        return data_key


def file_key(data_key: bytes) -> bytes:
    """Return the raw key of the two encrypted files."""
    return derive(data_key, "database")


def _refuse_changed_slots(keys: KeyFile, mac: str, data_key: bytes, path: Path) -> None:
    if keys.mac(data_key) != mac:
        raise Unusable("key_file_changed", str(path))


class _Attempts:
    """Wrong passwords of one login, on the disk so that a restart does not forget them."""

    def __init__(self, path: Path, login: str) -> None:
        self._path, self._login = path, login
        try:
            self._all: dict[str, list[int]] = json.loads(path.read_bytes())
        except (OSError, ValueError):
            self._all = {}

    def refuse_while_waiting(self, now: datetime) -> None:
        count, last = self._all.get(self._login, [0, 0])
        passed = (to_ms(now) - last) // 1000
        wait = _delay(count)
        if 0 <= passed < wait:
            raise WrongPassword(wait - passed)

    def count_wrong(self, now: datetime) -> int:
        count = self._all.get(self._login, [0, 0])[0] + 1
        self._all[self._login] = [count, to_ms(now)]
        self._write()
        return _delay(count)

    def forget(self) -> None:
        if self._all.pop(self._login, None) is not None:
            self._write()

    def _write(self) -> None:
        write_whole(self._path, json.dumps(self._all, ensure_ascii=False).encode())


def _delay(count: int) -> int:
    late = count - FREE_TRIES
    return 0 if late < 0 else DELAYS[min(late, len(DELAYS) - 1)]
