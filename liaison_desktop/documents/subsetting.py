"""The part of a face that a document needs, as a font program to embed.

HarfBuzz renumbers the glyphs of a subset densely. The PDF addresses glyphs by their number in the
whole face, so a TrueType subset comes with a CIDToGIDMap, and a CFF subset with a charset table
written anew, in which the CID of a glyph is its number in the whole face.
"""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

import uharfbuzz as hb

from liaison_desktop.documents.faces import Face

_CHARSET = 15
_ROS = (12, 30)
_LONG_INTEGER = 29
_NO_FLAGS = hb.SubsetFlags(0)
_QUICK = 1
"""Level of zlib; outlines come out one per cent larger than at the usual 6."""

_NEEDLESS = frozenset(
    int.from_bytes(name.ljust(4).encode("ascii"), "big")
    for name in (
        *("name", "OS/2", "post", "cmap", "GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx"),
        *("DSIG", "gasp", "kern", "JSTF", "STAT", "meta", "VDMX", "hdmx", "LTSH", "PCLT", "morx"),
        *("mort", "feat", "FFTM", "MERG", "EBDT", "EBLC", "EBSC", "avar", "HVAR", "MVAR", "COLR"),
        *("CPAL", "SVG", "CBDT", "CBLC"),
    )
)
"""Tables that a PDF reader does not need of an embedded CID font."""


@dataclass(frozen=True)
class FontProgram:
    """A font program and, for TrueType, the map from CID to its glyphs."""

    data: bytes
    cid_to_glyph: bytes | None = None

    @cached_property
    def packed(self) -> bytes:
        """The data compressed (zlib)."""
        return zlib.compress(self.data, _QUICK)


@lru_cache(maxsize=8)
def subset(face: Face, glyphs: tuple[tuple[int, str], ...]) -> FontProgram:
    """Return the program of these glyphs, given with the text behind each; .notdef is in it.

    The last ones are kept: the labels of a form are the same each time.
    """
    texts = dict(glyphs)
    plan = _plan(face, texts)
    if not face.is_cff:
        program = plan.execute()
        return FontProgram(program.blob.data, _map(plan))
    data = plan.execute().reference_table("CFF ").data
    if _ROS in _top_dict(data):
        return FontProgram(_with_charset(data, dict(plan.new_to_old_glyph_mapping)))
    # a reader takes the CID of a name-keyed CFF as its glyph number
    retained = _plan(face, texts, hb.SubsetFlags.RETAIN_GIDS).execute()
    return FontProgram(retained.reference_table("CFF ").data)


def _plan(face: Face, texts: Mapping[int, str], extra: hb.SubsetFlags = _NO_FLAGS) -> hb.SubsetPlan:
    """Return the plan by characters, which is quick; by glyphs where some have no character."""
    if all(len(text) == 1 for text in texts.values()):
        order = _order(face, extra)
        order.unicode_set.update(map(ord, texts.values()))
        plan = hb.SubsetPlan(face.hb, order)
        if texts.keys() <= set(plan.new_to_old_glyph_mapping.values()):
            return plan
    order = _order(face, extra)
    order.sets(hb.SubsetInputSets.GLYPH_INDEX).set({0, *texts})
    return hb.SubsetPlan(face.hb, order)


def _order(face: Face, extra: hb.SubsetFlags) -> hb.SubsetInput:
    order = hb.SubsetInput()
    order.layout_feature_tag_set.clear()
    order.drop_table_tag_set.update(_NEEDLESS)
    order.pin_all_axes_to_default(face.hb)
    flags = hb.SubsetFlags
    order.flags = flags.NO_LAYOUT_CLOSURE | flags.NO_BIDI_CLOSURE | flags.NOTDEF_OUTLINE
    order.flags |= flags.NO_HINTING | extra
    if face.is_cff:
        order.flags |= flags.CFF_IDENTITY_CHARSET | flags.DESUBROUTINIZE | flags.DOWNGRADE_CFF2
    return order


def _map(plan: hb.SubsetPlan) -> bytes:
    """Return the CIDToGIDMap: for each glyph of the whole face, two bytes of its number here."""
    numbers = dict(plan.new_to_old_glyph_mapping)
    places = bytearray(2 * (max(numbers.values()) + 1))
    for new, old in numbers.items():
        places[2 * old : 2 * old + 2] = new.to_bytes(2, "big")
    return bytes(places)


def _with_charset(data: bytes, numbers: Mapping[int, int]) -> bytes:
    """Return the dense CID-keyed subset with a format 0 charset: CID == glyph of the whole face."""
    start, operator = _top_dict(data)[_CHARSET]
    if data[start] != _LONG_INTEGER or operator - start != 5:
        raise ValueError("the charset of this subset is not a long integer")
    glyphs = (numbers[place] for place in range(1, len(numbers)))
    charset = b"\0" + b"".join(glyph.to_bytes(2, "big") for glyph in glyphs)
    changed = bytearray(data)
    changed[start + 1 : operator] = len(data).to_bytes(4, "big")
    return bytes(changed) + charset


def _top_dict(data: bytes) -> dict[int | tuple[int, int], tuple[int, int]]:
    """Return {operator: (start of its operands, place of the operator)} of the first Top DICT.

    Adobe Technical Note 5176, sections 4 to 9.
    """
    names_end, _ = _index(data, data[2])
    _, dicts = _index(data, names_end)
    at, end = dicts[0]
    found: dict[int | tuple[int, int], tuple[int, int]] = {}
    start = at
    while at < end:
        byte = data[at]
        if byte <= 21:
            operator = (byte, data[at + 1]) if byte == 12 else byte
            found[operator] = (start, at)
            at += 2 if byte == 12 else 1
            start = at
        else:
            at = _after_operand(data, at)
    return found


def _after_operand(data: bytes, at: int) -> int:
    byte = data[at]
    if byte == 30:  # a real number: nibbles until one of them is 0xF
        at += 1
        while data[at] & 15 != 15 and data[at] >> 4 != 15:
            at += 1
        return at + 1
    return at + {28: 3, _LONG_INTEGER: 5}.get(byte, 2 if byte >= 247 else 1)


def _index(data: bytes, at: int) -> tuple[int, list[tuple[int, int]]]:
    """Return (end, [(start, end) of each item]) of the CFF INDEX at a place."""
    count = int.from_bytes(data[at : at + 2], "big")
    if not count:
        return at + 2, []
    size = data[at + 2]
    base = at + 2 + size * (count + 1)
    offsets = [
        base + int.from_bytes(data[at + 3 + size * i : at + 3 + size * (i + 1)], "big")
        for i in range(count + 1)
    ]
    return offsets[-1], list(pairwise(offsets))
