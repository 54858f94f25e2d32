"""Which characters of a face share a glyph, from its cmap table."""

import struct
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from liaison_desktop.documents.faces import Face

_SEGMENTED = 12
_Group = tuple[int, int, int]
"""First character, its glyph, and how many of each follow one another."""


def shared_glyphs(face: "Face") -> dict[int, int]:
    """Return, for every glyph of more than one character, the character it stands for.

    That is the everyday one: ASCII or a unified ideograph first, else the lowest code point.
    """
    groups = list(_groups(face))
    glyphs = sorted(chain.from_iterable(range(glyph, glyph + n) for _, glyph, n in groups))
    shared = {glyph for glyph, after in pairwise(glyphs) if glyph == after}
    owners: dict[int, int] = {}
    for first, glyph, count in groups:
        for mine in shared.intersection(range(glyph, glyph + count)):
            point = first + mine - glyph
            owners[mine] = min(owners.get(mine, point), point, key=_rank)
    return owners


def _rank(point: int) -> tuple[bool, int]:
    is_everyday = 0x20 <= point < 0x7F or 0x4E00 <= point <= 0x9FFF
    return not is_everyday, point


def _groups(face: "Face") -> Iterator[_Group]:
    """Yield the groups: format 12 read directly, any other asked for one by one."""
    cmap = face.table("cmap")
    for offset in _subtables(cmap):
        kind, _, _, _, count = struct.unpack_from(">HHLLL", cmap, offset)
        if kind == _SEGMENTED:
            table = cmap[offset + 16 : offset + 16 + 12 * count]
            for first, last, glyph in struct.iter_unpack(">LLL", table):
                yield first, glyph, last - first + 1
            return
    for point in face.hb.unicodes:
        yield point, face.font.get_nominal_glyph(point) or 0, 1


def _subtables(cmap: bytes) -> list[int]:
    (count,) = struct.unpack_from(">H", cmap, 2)
    return [struct.unpack_from(">L", cmap, 8 + 8 * place)[0] for place in range(count)]
