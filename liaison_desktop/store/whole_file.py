"""Write a small file whole or not at all."""

import os
import sys
import time
from pathlib import Path

from liaison_desktop.model.faults import Unusable

_CODES = {28: "disk_full", 27: "disk_full", 122: "disk_full", 30: "read_only", 13: "read_only"}


def write_whole(path: Path, data: bytes) -> None:
    """Replace `path` by `data`: on return it is on the disk, on a fault the old file stands."""
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        replace_file(part, path)
        sync_folder(path.parent)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise unusable(error, path) from None


def unusable(error: OSError, path: Path) -> Unusable:
    """Return the fault behind an error of the file system."""
    return Unusable(_CODES.get(error.errno or 0, "disk_error"), str(path))


def replace_file(source: Path, target: Path) -> None:
    """Rename over the target; a scanner that holds the file on Windows is waited for, 3 s."""
    for pause in (0.05, 0.1, 0.2, 0.4, 0.8, 1.5):
        try:
            os.replace(source, target)
        except PermissionError:
            if sys.platform != "win32":
                raise
            time.sleep(pause)
        else:
            return
    os.replace(source, target)


def sync_folder(folder: Path) -> None:
    """Make a rename in the folder durable; Windows does so by itself."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
