"""Who may have a home open: many readers and writers, or one that restores or upgrades.

Every open home holds one of a few lock files; restore and upgrade take all of them. The locks are
the operating system's (`filelock`), so a killed program leaves none behind.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType

from filelock import FileLock, Timeout

from liaison_desktop.model.faults import Unusable
from liaison_desktop.store.whole_file import make_folder, modes_within, unusable

PLACES = 16


class HomeLock:
    """One held place, or all of them; `release`, or the end of a `with` block, lets go.

    Unusable "home_locked" at once, without waiting, where somebody else stands in the way.
    """

    def __init__(self, folder: Path, *, alone: bool = False) -> None:
        self._held = ExitStack()
        try:
            files = [_lock_file(folder, f"{place:02d}") for place in range(PLACES)]
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

    def __enter__(self) -> "HomeLock":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()

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


@contextmanager
def only_one(home: Path, errand: str) -> Iterator[None]:
    """Run an errand that runs once at a time in a home; Unusable "home_busy" for a second."""
    try:
        lock = _lock_file(home, errand)
        lock.acquire(blocking=False)
    except Timeout:
        raise Unusable("home_busy", str(home), errand=errand) from None
    except OSError as error:
        raise unusable(error, home) from None
    try:
        yield
    finally:
        lock.release()


def _lock_file(home: Path, name: str) -> FileLock:
    folder = home / "lock"
    make_folder(folder)
    return FileLock(folder / f"{name}.lock", mode=modes_within(folder)[1], is_singleton=False)
