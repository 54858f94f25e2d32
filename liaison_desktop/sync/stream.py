"""Lines into one zstd frame and back, under caps (RFC 8878)."""

from collections.abc import Iterable, Iterator
from typing import Final

import zstandard

from liaison_desktop.model.faults import PackageRefused

MAX_LINE: Final = 1024**2
MAX_INFLATED: Final = 1024**3
MAX_WINDOW: Final = 8 * 1024**2

_LEVEL: Final = 3
_STEP: Final = 1024
"""Bytes fed at once. A zstd block needs 4 bytes and gives at most 128 KiB: 32 MiB a step."""


def deflate(lines: Iterable[bytes], most: int) -> bytes:
    """Return the frame of all lines; PackageRefused package_full beyond `most` bytes of it."""
    frame = bytearray()
    for piece in _deflated(lines):
        frame += piece
        if len(frame) > most:
            raise PackageRefused("package_full")
    return bytes(frame)


def _deflated(lines: Iterable[bytes]) -> Iterator[bytes]:
    deflater, total = zstandard.ZstdCompressor(level=_LEVEL).compressobj(), 0
    for line in lines:
        total += len(line) + 1
        if total > MAX_INFLATED:
            raise PackageRefused("package_full")
        yield deflater.compress(line + b"\n")
    yield deflater.flush()


def inflate(frame: bytes) -> Iterator[bytes]:
    """Yield each line without its newline; PackageRefused bad_body for anything but whole lines.

    Refused are more or less than one frame, a window over 8 MiB, a line over `MAX_LINE` and more
    than `MAX_INFLATED` bytes. Memory holds one line and what one step of the frame gives.
    """
    rest, total = bytearray(), 0
    for piece in _pieces(frame):
        total += len(piece)
        if total > MAX_INFLATED:
            raise PackageRefused("bad_body", part="size")
        start, seen = 0, len(rest)
        rest += piece
        while (end := rest.find(b"\n", max(start, seen))) >= 0:
            _check_length(end - start)
            yield bytes(rest[start:end])
            start = end + 1
        del rest[:start]
        _check_length(len(rest))
    if rest:
        raise PackageRefused("bad_body", part="zstd")


def _check_length(length: int) -> None:
    if length > MAX_LINE:
        raise PackageRefused("bad_body", part="size")


def _pieces(frame: bytes) -> Iterator[bytes]:
    inflater = zstandard.ZstdDecompressor(max_window_size=MAX_WINDOW).decompressobj()
    fed = 0
    try:
        while fed < len(frame) and not inflater.eof:
            yield inflater.decompress(frame[fed : fed + _STEP])
            fed += _STEP
    except zstandard.ZstdError:
        raise PackageRefused("bad_body", part="zstd") from None
    if not inflater.eof or inflater.unused_data or fed < len(frame):
        raise PackageRefused("bad_body", part="zstd")
