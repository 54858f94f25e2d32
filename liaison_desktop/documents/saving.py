"""Put a finished paper on the disk whole, for the eyes of its user only, or not at all."""

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from liaison_desktop.model.faults import Unusable

_CODES = {
    errno.ENOSPC: "disk_full",
    errno.EFBIG: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EROFS: "read_only",
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
    errno.ENOENT: "folder_missing",
    errno.ENOTDIR: "folder_missing",
}


def save(target: Path, data: bytes) -> None:
    """Replace `target` by `data`; on a fault the old file stands and nothing else is left.

    Unusable: disk_full, read_only, folder_missing, disk_error, or in_use where a viewer on Windows
    holds the file.
    """
    part: Path | None = None
    try:
        descriptor, name = tempfile.mkstemp(".part", ".", target.parent)  # made with mode 0600
        part = Path(name)
        with open(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except OSError as error:
        if part is not None:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        raise fault_of(error, target) from None


def fault_of(error: OSError, target: Path) -> Unusable:
    """Return the fault behind an error of the disk, by one of the codes above."""
    return Unusable(_code(error), str(target))


def _code(error: OSError) -> str:
    if os.name == "nt" and isinstance(error, PermissionError) and error.filename2 is not None:
        return "in_use"  # the rename alone was refused
    return _CODES.get(error.errno or 0, "disk_error")
