"""Files and folders of a home on the disk: written whole or not at all, and private."""

import os
import shutil
import stat
import tempfile
import time
from contextlib import suppress
from errno import EACCES, EDQUOT, EFBIG, ENOSPC, EPERM, EROFS
from pathlib import Path

from liaison_desktop.model.faults import Unusable

PART = ".part"
"""How the name of a file ends whose writing is not finished."""

_WINDOWS = os.name == "nt"
_CODES = {
    ENOSPC: "disk_full",
    EFBIG: "disk_full",
    EDQUOT: "disk_full",
    EROFS: "read_only",
    EACCES: "read_only",
    EPERM: "read_only",
}


def write_whole(path: Path, data: bytes) -> None:
    """Replace `path` by `data`: on return it is on the disk, on a fault the old file stands."""
    part: Path | None = None
    try:
        descriptor, name = tempfile.mkstemp(PART, f"{path.name}.", path.parent)
        part = Path(name)
        with open(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        make_private(part)
        replace_file(part, path)
        sync_folder(path.parent)
    except OSError as error:
        raise unusable(error, path) from None
    finally:
        if part is not None:
            with suppress(OSError):
                part.unlink(missing_ok=True)


def unusable(error: OSError, path: Path) -> Unusable:
    """Return the fault behind an error of the file system."""
    return Unusable(_CODES.get(error.errno or 0, "disk_error"), str(path))


def replace_file(source: Path, target: Path) -> None:
    """Rename over the target; a scanner that holds the file on Windows is waited for, 3 s."""
    for pause in (0.05, 0.1, 0.2, 0.4, 0.8, 1.5):
        try:
            os.replace(source, target)
        except PermissionError:
            if not _WINDOWS:
                raise
            time.sleep(pause)
        else:
            return
    os.replace(source, target)


def rename(source: Path, target: Path) -> None:
    """Rename a file or folder durably; where the disk refuses that, nothing is renamed."""
    replace_file(source, target)
    try:
        sync_folder(target.parent)
    except OSError:
        replace_file(target, source)
        raise


def sync_folder(folder: Path) -> None:
    """Make a rename in the folder durable; Windows does so by itself."""
    if _WINDOWS:
        return
    _sync(folder)


def sync_tree(folder: Path) -> None:
    """Make a folder durable with every file in it, before a rename makes it the real one."""
    for path in folder.rglob("*"):
        if path.is_file():
            _sync(path)
    sync_folder(folder)


def make_private(path: Path) -> None:
    """Let the owner alone read the file or the folder with its files (0600, 0700).

    Where an administrator gave the folder around it to a group that may write there (the home that
    two system accounts share), the group may read and write too. Windows inherits what the folder
    around it allows.
    """
    if _WINDOWS:
        return
    folder_mode, file_mode = modes_within(path.parent)
    if not path.is_dir():
        path.chmod(file_mode)
        return
    path.chmod(folder_mode)
    for inner in path.rglob("*"):
        inner.chmod(folder_mode if inner.is_dir() else file_mode)


def make_folder(folder: Path) -> None:
    """Make a private folder where there is none."""
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        make_private(folder)


def modes_within(folder: Path) -> tuple[int, int]:
    """Return the modes of a new folder and a new file within a folder."""
    is_shared = bool(folder.stat().st_mode & stat.S_IWGRP)
    return (0o2770, 0o660) if is_shared else (0o700, 0o600)


def remove_tree(folder: Path) -> None:
    """Remove a folder of leftovers with all in it; what cannot be removed stays."""
    shutil.rmtree(folder, ignore_errors=True)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR if _WINDOWS else os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
