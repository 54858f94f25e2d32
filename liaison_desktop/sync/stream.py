"""Lines into one zstd frame and back, in flat memory (RFC 8878)."""

from collections.abc import Iterable, Iterator
from typing import Final

import zstandard

from liaison_desktop.model.faults import PackageRefused
from liaison_desktop.sync.lines import MAX_LINE

MAX_INFLATED: Final = 2 * 1024**3
MAX_RATIO: Final = 100
FREE_RATIO: Final = 64 * 1024**2
MAX_WINDOW: Final = 8 * 1024**2

_LEVEL: Final = 3
_GATHER: Final = 64 * 1024
_STEP: Final = 1024
"""Bytes fed at once. A zstd block needs 4 bytes and gives at most 128 KiB: 32 MiB a step at most."""


class Deflated:
    """A readable of the zstd frame of lines; counts them in `count` as they pass."""

    def __init__(self, lines: Iterable[bytes]) -> None:
        self.count = 0
        self.failure: BaseException | None = None
        self._gathered = self._gather(lines)
        compressor = zstandard.ZstdCompressor(level=_LEVEL)
        self._stream = compressor.stream_reader(_Source(self._gathered))

    def read(self, size: int = -1) -> bytes:
        """Return up to `size` bytes of the frame, b"" at its end."""
        try:
            return self._stream.read(size)
        except BaseException as failure:
            self.failure = failure
            raise

    def _gather(self, lines: Iterable[bytes]) -> Iterator[bytes]:
        gathered = bytearray()
        for line in lines:
            if len(line) > MAX_LINE or b"\n" in line:
                raise ValueError("not one line of a package")
            self.count += 1
            gathered += line + b"\n"
            if len(gathered) >= _GATHER:
                yield bytes(gathered)
                gathered.clear()
        yield bytes(gathered)


class _Source:
    def __init__(self, parts: Iterator[bytes]) -> None:
        self._parts = parts

    def read(self, _size: int = -1) -> bytes:
        return next(self._parts, b"")


def inflate(frame: memoryview) -> Iterator[bytes]:
    """Yield each line without its newline; PackageRefused bad_body for anything but whole lines.

    Refused are more or less than one frame, a window over 8 MiB, a line over `MAX_LINE`, more than
    `MAX_INFLATED` bytes, and past the first 64 MiB more than 100 times the frame's own size.
    """
    rest, total = bytearray(), 0
    for piece in _pieces(frame):
        total += len(piece)
        if total > MAX_INFLATED or total > max(FREE_RATIO, MAX_RATIO * len(frame)):
            raise PackageRefused("bad_body", part="size")
        start = len(rest)
        rest += piece
        if (end := rest.rfind(b"\n", start)) >= 0:
            yield from bytes(rest[:end]).split(b"\n")
            del rest[: end + 1]
        if len(rest) > MAX_LINE:
            raise PackageRefused("bad_body", part="size")
    if rest:
        raise PackageRefused("bad_body", part="zstd")


def _pieces(frame: memoryview) -> Iterator[bytes]:
    inflater = zstandard.ZstdDecompressor(max_window_size=MAX_WINDOW).decompressobj()
    try:
        for at in range(0, len(frame), _STEP):
            if inflater.eof:
                break
            yield inflater.decompress(frame[at : at + _STEP])
    except zstandard.ZstdError:
        raise PackageRefused("bad_body", part="zstd") from None
    if not inflater.eof or inflater.unused_data or at + _STEP < len(frame):
        raise PackageRefused("bad_body", part="zstd")
