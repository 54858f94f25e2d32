"""One backup as one file: a plain tar that any tool can list, read here by our own strict reader.

    manifest.json    what this is, in clear and without a personal value; sizes and hashes
    keys.json        the key file of that moment
    liaison.db, attachments.db    still encrypted

The four members stand in this order and in one form only, so that a single changed byte, anywhere
in the file, is noticed. No name is taken from a tar: what is unpacked gets our own names.
"""

import hmac
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated, BinaryIO

import msgspec
from cryptography.hazmat.primitives.hashes import SHA256, Hash

from liaison_desktop.model.faults import Unusable
from liaison_desktop.store.clear_json import Content, encode, read_clear, write_clear
from liaison_desktop.store.keyfile import KeyFile, derive
from liaison_desktop.store.whole_file import unusable

FORMAT = 1
FILES = ("keys.json", "liaison.db", "attachments.db")
_MANIFEST = "manifest.json"
_BLOCK = 512  # of a tar file; the module that knows it is loaded for a backup alone
_END = bytes(2 * _BLOCK)
_LARGEST_MANIFEST = 1 << 20
_CHUNK = 1 << 20


class Piece(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file of a backup: its size in bytes and its SHA-256 as hex."""

    size: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a backup says of itself; `counts` are rows by kind, `schema` the database's number."""

    made_at: Annotated[datetime, msgspec.Meta(tz=True)]
    side: str
    code: str
    name: str
    incarnation: int
    schema: int
    audit_count: int
    audit_head: str
    counts: dict[str, int]
    files: dict[str, Piece]
    mac: str = ""

    def signed(self, data_key: bytes) -> bytes:
        """Return the manifest as it stands in the file, with its MAC under the data key."""
        return write_clear(self._content() | {"mac": self._mac(data_key)})

    def is_of(self, data_key: bytes) -> bool:
        """Return whether a home with this data key wrote this manifest, and nobody changed it."""
        return hmac.compare_digest(self._mac(data_key).encode(), self.mac.encode())

    def _mac(self, data_key: bytes) -> str:
        return hmac.digest(derive(data_key, "backup"), encode(self._content()), "sha256").hex()

    def _content(self) -> Content:
        content: Content = msgspec.to_builtins(self)
        content.pop("mac")
        return content | {"format": FORMAT}


def piece_of(path: Path) -> Piece:
    """Return the size and the hash of a file."""
    digest = Hash(SHA256())
    with path.open("rb") as file:
        for chunk in _chunks(file):
            digest.update(chunk)
    return Piece(path.stat().st_size, digest.finalize().hex())


def write_backup(target: Path, manifest: bytes, folder: Path) -> None:
    """Write the tar of a signed manifest and the files it names; on return it is on the disk."""
    with target.open("xb") as tar:
        _write_member(tar, _MANIFEST, len(manifest), [manifest])
        for name in FILES:
            with (folder / name).open("rb") as file:
                size = os.fstat(file.fileno()).st_size
                _write_member(tar, name, size, _chunks(file))
        tar.write(_END)
        tar.flush()
        os.fsync(tar.fileno())
        if hasattr(os, "posix_fadvise"):
            # What is read back afterwards shall come from the disk.
            os.posix_fadvise(tar.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def read_manifest(path: Path) -> Manifest:
    """Return what a backup says of itself, not yet verified against its files.

    Unusable "bad_backup", "future_file" where a later program made it, or the disk's code.
    """
    with _strictly(path), path.open("rb") as tar:
        return _read_manifest(tar, path)


def read_keys_of(path: Path) -> KeyFile:
    """Return the key file in a backup, from which nothing else is read."""
    with _strictly(path), path.open("rb") as tar:
        manifest = _read_manifest(tar, path)
        return KeyFile.parse(b"".join(_read_member(tar, FILES[0], manifest.files[FILES[0]])), path)


def verify(path: Path) -> Manifest:
    """Return the manifest of a backup of which every byte was read and is as it was written.

    Unusable "bad_backup" where a byte was changed, is missing or is too much, or "future_file".
    """
    with _strictly(path), path.open("rb") as tar:
        manifest = _read_manifest(tar, path)
        for name in FILES:
            _drain(_read_member(tar, name, manifest.files[name]))
        _refuse_more(tar)
    return manifest


def unpack(path: Path, folder: Path) -> Manifest:
    """Put the files of a backup into a folder, verified as by `verify`; return its manifest."""
    with _strictly(path), path.open("rb") as tar:
        manifest = _read_manifest(tar, path)
        for name in FILES:
            with (folder / name).open("xb") as file:
                file.writelines(_read_member(tar, name, manifest.files[name]))
                file.flush()
                os.fsync(file.fileno())
        _refuse_more(tar)
    return manifest


def _read_manifest(tar: BinaryIO, path: Path) -> Manifest:
    size = _read_header(tar, _MANIFEST)
    if size > _LARGEST_MANIFEST:
        raise ValueError("a manifest too large")
    content = read_clear(tar.read(size))
    _refuse_padding(tar, size)
    if content.pop("format") != FORMAT:
        raise Unusable("future_file", str(path))
    manifest = msgspec.convert(content, Manifest)
    if set(manifest.files) != set(FILES):
        raise ValueError("other files")
    return manifest


def _read_member(tar: BinaryIO, name: str, piece: Piece) -> Iterator[bytes]:
    """Yield the bytes of a member; ValueError at the end where they are not the ones promised."""
    size, digest = _read_header(tar, name), Hash(SHA256())
    if size != piece.size:
        raise ValueError("another size")
    for at in range(0, size, _CHUNK):
        chunk = tar.read(min(_CHUNK, size - at))
        digest.update(chunk)
        yield chunk
    _refuse_padding(tar, size)
    if digest.finalize().hex() != piece.sha256:
        raise ValueError("another hash")


def _read_header(tar: BinaryIO, name: str) -> int:
    """Return the size that a header states; ValueError where it is not the one we write."""
    from tarfile import TarError, TarInfo

    block = tar.read(_BLOCK)
    try:
        size = TarInfo.frombuf(block, "utf-8", "strict").size
    except TarError as error:
        raise ValueError("no header") from error
    if block != _header(name, size):
        raise ValueError("another header")
    return size


def _refuse_padding(tar: BinaryIO, size: int) -> None:
    if any(tar.read(-size % _BLOCK)):
        raise ValueError("something after a member")


def _refuse_more(tar: BinaryIO) -> None:
    if tar.read(len(_END) + 1) != _END:
        raise ValueError("not its end")


def _write_member(tar: BinaryIO, name: str, size: int, chunks: Iterable[bytes]) -> None:
    tar.write(_header(name, size))
    for chunk in chunks:
        tar.write(chunk)
    tar.write(bytes(-size % _BLOCK))


def _header(name: str, size: int) -> bytes:
    from tarfile import GNU_FORMAT, TarInfo

    info = TarInfo(name)
    info.size, info.mode = size, 0o600
    return info.tobuf(GNU_FORMAT)


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    while chunk := file.read(_CHUNK):
        yield chunk


def _drain(chunks: Iterable[bytes]) -> None:
    for _ in chunks:
        pass


@contextmanager
def _strictly(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise unusable(error, path) from None
    except (ValueError, KeyError, TypeError, msgspec.MsgspecError):
        raise Unusable("bad_backup", str(path)) from None
