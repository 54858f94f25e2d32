"""Which characters a face has and which of them share a glyph, from its cmap table."""

import struct
from bisect import bisect_left
from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from liaison_desktop.documents.faces import Face

_SEGMENTED = 12
_USUAL = (
    range(0x20, 0x7F),  # ASCII
    range(0x4E00, 0xA000),  # unified ideographs
    range(0xFF01, 0xFF5F),  # full-width forms
    range(0x3000, 0x3040),  # 、。〈〉
    range(0x2013, 0x2027),  # dashes, quotes, …
)
"""What a Chinese text means by a glyph, first of all."""

_Group = tuple[int, int, int]
"""First character, its glyph, and how many of each follow one another."""


def runs_of(path: Path) -> list[range]:
    """Return the characters of a font file of one face, in order; [] without a table of format 12.

    OSError, struct.error where it cannot be read. Nothing but the table is read.
    """
    return sorted(
        (range(first, first + count) for first, _, count in _segments(_cmap_of(path))),
        key=lambda run: run.start,
    )


def shared_glyphs(face: "Face") -> dict[int, int]:
    """Return, for every glyph of more than one character, the character it stands for.

    That is the one of `_USUAL` if there is one, else the lowest code point.
    """
    groups = sorted(_groups(face), key=itemgetter(1))
    shared = _overlaps(groups)
    owners: dict[int, int] = {}
    for first, glyph, count in groups:
        at = bisect_left(shared, glyph)
        while at < len(shared) and shared[at] < glyph + count:
            mine, point = shared[at], first + shared[at] - glyph
            owners[mine] = min(owners.get(mine, point), point, key=_rank)
            at += 1
    return owners


def _overlaps(groups: list[_Group]) -> list[int]:
    """Return the glyphs that more than one group reaches, sorted; the groups are by glyph."""
    found: set[int] = set()
    reach = 0
    for _, glyph, count in groups:
        if glyph < reach:
            found.update(range(glyph, min(reach, glyph + count)))
        reach = max(reach, glyph + count)
    return sorted(found)


def _rank(point: int) -> tuple[int, int]:
    usual = (place for place, points in enumerate(_USUAL) if point in points)
    return next(usual, len(_USUAL)), point


def _groups(face: "Face") -> Iterator[_Group]:
    """Yield the groups: format 12 read directly, any other asked for one by one."""
    groups = _segments(face.table("cmap"))
    if groups:
        yield from groups
    else:
        for point in face.hb.unicodes:
            yield point, face.font.get_nominal_glyph(point) or 0, 1


def _segments(cmap: bytes) -> list[_Group]:
    """Return the groups of the first subtable of format 12, [] where there is none."""
    for offset in _subtables(cmap):
        kind, _, _, _, count = struct.unpack_from(">HHLLL", cmap, offset)
        if kind == _SEGMENTED:
            table = cmap[offset + 16 : offset + 16 + 12 * count]
            parts = struct.iter_unpack(">LLL", table)
            return [(first, glyph, last - first + 1) for first, last, glyph in parts]
    return []


def _cmap_of(path: Path) -> bytes:
    """Return the table out of the file, by the table directory (OpenType, Font Tables)."""
    with path.open("rb") as file:
        (count,) = struct.unpack(">4xH6x", file.read(12))
        entries = struct.iter_unpack(">4s4xLL", file.read(16 * count))
        start, size = next((at, size) for tag, at, size in entries if tag == b"cmap")
        file.seek(start)
        return file.read(size)


def _subtables(cmap: bytes) -> list[int]:
    (count,) = struct.unpack_from(">H", cmap, 2)
    return [struct.unpack_from(">L", cmap, 8 + 8 * place)[0] for place in range(count)]
