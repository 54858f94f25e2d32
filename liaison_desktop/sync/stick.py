"""The stick: a file of ours is on it whole and read back, or not at all."""

import os
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Final, TypeVar

from liaison_desktop.model.faults import Unusable
from liaison_desktop.sync.disk import digest_of, faults_of_writing, rename, settle, sync_folder

T = TypeVar("T")

SUFFIX: Final = ".liaison"
PART: Final = ".liaison.part"
"""How a file of ours ends while it is being written; whatever ends so is ours to sweep."""

CARD_SUFFIX: Final = ".liaison-card"

MOST_PLACE: Final = 120
"""Bytes of UTF-8 for the station in a file name, of the 255 that file systems allow."""

MAX_NAMESAKES: Final = 99


def _say_nothing() -> None:
    return


def write_to_stick(
    folder: Path,
    name: str,
    write: Callable[[Path], T],
    reading_back: Callable[[], object] = _say_nothing,
) -> tuple[Path, T]:
    """Return where the file lies, and what `write` returned, which made it at the path given.

    The file bears its name only when it is on the medium and was read back equal; on any fault
    nothing new bears it. A file that is there already stays as it is: where it is equal it is this
    one, else this one is called `name-2` and so on. `reading_back` is called between writing and
    reading back. Unusable stick_full, read_only, stick_gone, stick_damaged, disk_error, name_taken.
    """

    def write_whole(part: Path) -> T:
        result = write(part)
        reading_back()
        return result

    first = folder / name
    others = (first.with_stem(f"{first.stem}-{n}") for n in range(2, MAX_NAMESAKES + 1))
    with _written(folder, name, write_whole) as (part, digest, result):
        return _take_name(part, digest, chain([first], others)), result


def write_file(path: Path, data: bytes) -> None:
    """Write a small file with the same promises; Unusable name_taken where another lies there."""
    with _written(path.parent, path.name, lambda part: part.write_bytes(data)) as written:
        _take_name(written[0], written[1], [path])


def sweep(folder: Path) -> int:
    """Return how many leftovers of ours were deleted, of a stick pulled out while written to."""
    with faults_of_writing(folder):
        leftovers = [name for name in _plain_names(folder) if name.endswith(PART)]
        for name in leftovers:
            (folder / name).unlink(missing_ok=True)
    return len(leftovers)


def package_name(station_name: str, day: date, sequence: int) -> str:
    """Return e.g. 上报_清河街道_2026-11-23_第17批.liaison, which every file system can hold."""
    return f"上报_{_safe(station_name)}_{day.isoformat()}_第{sequence}批{SUFFIX}"


def card_name(station_name: str) -> str:
    """Return e.g. 站点卡_清河街道.liaison-card."""
    return f"站点卡_{_safe(station_name)}{CARD_SUFFIX}"


def _safe(station_name: str) -> str:
    """Return the place in a station's name, in letters that every file system can hold."""
    place = re.sub("(人大)?代表联络站$", "", unicodedata.normalize("NFC", station_name))
    letters = re.sub("[^\\w-]|[^\\x00-\\uffff]", "", place).encode()[:MOST_PLACE]
    return letters.decode(errors="ignore").strip("_-") or "联络站"


def packages_on(folder: Path) -> list[Path]:
    """Return what may be packages, batches in order; nothing is opened and no link followed."""
    with faults_of_writing(folder):
        names = [n for n in _plain_names(folder) if n.endswith(SUFFIX) and not n.startswith(".")]
    return [folder / name for name in sorted(names, key=_by_numbers)]


@contextmanager
def _written(folder: Path, name: str, write: Callable[[Path], T]) -> Iterator[tuple[Path, str, T]]:
    if name in {"", ".."} or Path(name).name != name:
        raise ValueError("not the plain name of a file")
    sweep(folder)
    part = folder / (name.removesuffix(SUFFIX) + PART)
    if os.path.lexists(part):
        raise Unusable("name_taken", str(part))
    try:
        with faults_of_writing(folder):
            result = write(part)
            yield part, settle(part), result
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def _take_name(part: Path, digest: str, targets: Iterable[Path]) -> Path:
    for target in targets:
        if not os.path.lexists(target):
            return _rename(part, target)
        if _is_equal(target, digest):
            part.unlink()
            return target
    raise Unusable("name_taken", str(target))


def _rename(part: Path, target: Path) -> Path:
    rename(part, target)
    try:
        sync_folder(target.parent)
    except OSError:
        with suppress(OSError):
            target.unlink()
        raise
    return target


def _is_equal(target: Path, digest: str) -> bool:
    if target.is_symlink() or not target.is_file():
        return False
    with target.open("rb") as file:
        return digest_of(file) == digest


def _plain_names(folder: Path) -> list[str]:
    with os.scandir(folder) as entries:
        return [entry.name for entry in entries if entry.is_file(follow_symlinks=False)]


def _by_numbers(name: str) -> list[str | int]:
    parts = re.split(r"(\d+)", name)
    return [int(part) if place % 2 else part for place, part in enumerate(parts)]
