"""Who may have a home open: many readers and writers, or one that restores or upgrades.

Every open home holds one of a few lock files; restore and upgrade take all of them. The locks are
the operating system's (`filelock`), so a killed program leaves none behind.
"""

from contextlib import ExitStack
from pathlib import Path

from filelock import FileLock, Timeout

from liaison_desktop.model.faults import Unusable
from liaison_desktop.store.whole_file import unusable

PLACES = 16


class HomeLock:
    """One held place, or all of them; `release` lets go."""

    def __init__(self, folder: Path, *, alone: bool = False) -> None:
        self._held = ExitStack()
        files = [_lock_file(folder / "lock", place) for place in range(PLACES)]
        try:
            if alone:
                for file in files:
                    self._held.enter_context(file.acquire(blocking=False))
            else:
                self._take_one(files)
        except Timeout:
            self._held.close()
            raise Unusable("home_locked", str(folder)) from None
        except OSError as error:
            self._held.close()
            raise unusable(error, folder) from None

    def release(self) -> None:
        """Let go; the next one may come in."""
        self._held.close()

    def _take_one(self, files: list[FileLock]) -> None:
        for file in files[:-1]:
            try:
                self._held.enter_context(file.acquire(blocking=False))
            except Timeout:
                continue
            return
        self._held.enter_context(files[-1].acquire(blocking=False))


def _lock_file(folder: Path, place: int) -> FileLock:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unusable(error, folder) from None
    return FileLock(folder / f"{place:02d}.lock", is_singleton=False)
