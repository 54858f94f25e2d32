"""Wrong passwords, counted on the disk so that a restart does not forget them.

The wait is a courtesy against guessing at the desk; argon2id is the defence against a stolen disk.
It grows to 15 minutes and no further, so nobody can lock a desk for ever, and a clock set back ends
it rather than prolongs it.
"""

import json
from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from liaison_desktop.model.faults import WrongPassword
from liaison_desktop.model.times import to_ms
from liaison_desktop.store.whole_file import write_whole

FREE_TRIES = 5
DELAYS = (60, 120, 240, 480, 900)
"""Seconds to wait after the fifth, sixth, seventh, … wrong password."""

_UNKNOWN = ""


class Attempts:
    """The wrong passwords of one login.

    All unknown names share one count: they wait like known ones, and nothing that somebody typed
    into the wrong box is ever written to the disk.
    """

    def __init__(self, path: Path, login: str, known: Collection[str]) -> None:
        self._path = path
        self._login = login if login in known else _UNKNOWN
        kept = {*known, _UNKNOWN}
        self._all = {name: pair for name, pair in _read(path).items() if name in kept}

    def begin(self, now: datetime) -> None:
        """Count a try before it is looked at, so that a program ended meanwhile forgets nothing.

        WrongPassword, with the seconds left, while the wait of the last one lasts.
        """
        if (left := self.seconds_left(now)) > 0:
            raise WrongPassword(left)
        self._all[self._login] = (self._count + 1, to_ms(now))
        self._write()

    def forget(self) -> None:
        """Forget all wrong tries of this login: the password was right."""
        self._all.pop(self._login, None)
        self._write()

    def seconds_left(self, now: datetime) -> int:
        """Return how long the next try has to wait, 0 for not at all."""
        passed = (to_ms(now) - self._all.get(self._login, (0, 0))[1]) // 1000
        wait = _delay(self._count)
        return max(wait - passed, 0) if passed >= 0 else 0

    @property
    def _count(self) -> int:
        return self._all.get(self._login, (0, 0))[0]

    def _write(self) -> None:
        write_whole(self._path, json.dumps(self._all, ensure_ascii=False).encode())


def _read(path: Path) -> dict[str, tuple[int, int]]:
    try:
        found = json.loads(path.read_bytes())
        return {str(name): (int(count), int(last)) for name, (count, last) in found.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _delay(count: int) -> int:
    late = count - FREE_TRIES
    return 0 if late < 0 else DELAYS[min(late, len(DELAYS) - 1)]
