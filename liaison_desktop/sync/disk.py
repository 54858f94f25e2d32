"""Files on a medium that may be full, worn out, write-protected or pulled out at any moment."""

import errno
import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BufferedRandom, BufferedReader
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.hashes import SHA256, Hash

from liaison_desktop.model.faults import PackageRefused, Unusable

_FULL: Final = ("ENOSPC", "EDQUOT", "EFBIG", 39, 112)
_PROTECTED: Final = ("EROFS", "EACCES", "EPERM", 19)
_GONE: Final = ("ENODEV", "ENXIO", "ESTALE", "ENOTCONN", "ENOTDIR", 3, 15, 21, 55, 433, 1167)
_NOT_OFFERED: Final = ("EINVAL", "ENOTSUP", "EOPNOTSUPP", "ENOSYS")
"""Names of errno, and system error codes of Windows that Python folds into a vaguer errno."""

_CHUNK: Final = 1 << 20
_SCANNER_PAUSES: Final = (0.05, 0.1, 0.2, 0.4, 0.8, 1.5) if os.name == "nt" else ()
_READ_FLAGS: Final[int] = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)


@contextmanager
def faults_of_writing(folder: Path) -> Iterator[None]:
    """Turn errors of the system into Unusable stick_full, read_only, stick_gone or disk_error."""
    try:
        yield
    except OSError as error:
        raise Unusable(_code(error, folder), str(folder)) from None


@contextmanager
def open_regular(path: Path, refusal: str) -> Iterator[tuple[BufferedReader, int]]:
    """Give a plain file and its size; Unusable file_missing, stick_gone or disk_error.

    PackageRefused `refusal` for a pipe, a device or a folder: reading one might never end.
    """
    try:
        with os.fdopen(os.open(path, _READ_FLAGS), "rb") as file:
            about = os.fstat(file.fileno())
            if not stat.S_ISREG(about.st_mode):
                raise PackageRefused(refusal)
            yield file, about.st_size
    except IsADirectoryError:
        raise PackageRefused(refusal) from None
    except FileNotFoundError:
        raise Unusable("file_missing", str(path)) from None
    except OSError as error:
        gone = _is(error, _GONE)
        raise Unusable("stick_gone" if gone else "disk_error", str(path)) from None


def settle(path: Path) -> str:
    """Return the SHA-256 of a file that is now on the medium; Unusable stick_damaged.

    Flushed, dropped from the cache and read back: worn-out sticks and those with less room than
    they claim take everything without a word.
    """
    with path.open("r+b") as file:
        os.fsync(file.fileno())
        written = digest_of(file)
        drop_cache(file.fileno())
    with path.open("rb") as file:
        if digest_of(file) != written:
            raise Unusable("stick_damaged", str(path.parent))
    return written


def digest_of(file: BufferedReader | BufferedRandom) -> str:
    """Return the SHA-256 of the rest of an open file, in hexadecimal."""
    digest = Hash(SHA256())
    while chunk := file.read(_CHUNK):
        digest.update(chunk)
    return digest.finalize().hex()


def drop_cache(descriptor: int) -> None:
    """Let the next reading come from the medium, where the system offers to forget."""
    if sys.platform == "linux":
        with suppress(OSError):
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)


def rename(source: Path, target: Path) -> None:
    """Rename, durably; a scanner that holds the file on Windows is waited for, 3 s.

    The caller has seen that nothing bears the name; Windows would refuse, others would replace.
    """
    for pause in _SCANNER_PAUSES:
        with suppress(PermissionError):
            os.rename(source, target)
            return
        time.sleep(pause)
    os.rename(source, target)


def sync_folder(folder: Path) -> None:
    """Make a rename in the folder durable; Windows does so by itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if not _is(error, _NOT_OFFERED):
            raise
        os.sync()
    finally:
        os.close(descriptor)


def _code(error: OSError, folder: Path) -> str:
    if _is(error, _FULL):
        return "stick_full"
    if _is(error, _GONE) or not folder.is_dir():
        return "stick_gone"
    return "read_only" if _is(error, _PROTECTED) else "disk_error"


def _is(error: OSError, kinds: tuple[str | int, ...]) -> bool:
    windows = getattr(error, "winerror", None)
    name = errno.errorcode.get(error.errno or 0)
    return windows in kinds if windows is not None else name in kinds
