"""A second copy of a backup, in another folder or on a stick: whole and read back, or not there."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from liaison_desktop.model.faults import Unusable
from liaison_desktop.store.backup_file import Manifest, verify
from liaison_desktop.store.whole_file import PART, rename, unusable


def copy_backup(source: Path, folder: Path) -> Path:
    """Return the path of the copy, which has the backup's name unless another file has it."""
    if not folder.is_dir():
        raise Unusable("folder_missing", str(folder))
    manifest = verify(source)
    target = next(path for path in _names(folder, source) if _is_free(path, manifest))
    if not target.exists():
        _write(source, target, manifest)
    return target


def _names(folder: Path, source: Path) -> list[Path]:
    more = ("", *(f"_{n}" for n in range(2, 1000)))
    return [folder / f"{source.stem}{end}{source.suffix}" for end in more]


def _is_free(path: Path, manifest: Manifest) -> bool:
    """Return whether nothing lies there, or this very backup does, and is whole."""
    if not path.exists():
        return True
    try:
        return verify(path) == manifest
    except Unusable:
        return False


def _write(source: Path, target: Path, manifest: Manifest) -> None:
    """Copy under a name that says it is not finished; what a power cut left there is replaced."""
    part = target.with_name(target.name + PART)
    try:
        part.unlink(missing_ok=True)
        _copy_bytes(source, part)
        _read_back(part, manifest)
        rename(part, target)
    except OSError as error:
        raise unusable(error, target.parent) from None
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _copy_bytes(source: Path, part: Path) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(part, flags, 0o600)
    with open(descriptor, "wb") as file, source.open("rb") as backup:
        shutil.copyfileobj(backup, file, 1 << 20)
        file.flush()
        os.fsync(descriptor)
        if hasattr(os, "posix_fadvise"):
            # What is read back afterwards shall come from the disk.
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)


def _read_back(part: Path, manifest: Manifest) -> None:
    """Raise Unusable "disk_error" where the disk does not give back what was written to it."""
    try:
        is_same = verify(part) == manifest
    except Unusable:
        is_same = False
    if not is_same:
        raise Unusable("disk_error", str(part.parent))
