"""Fonts made by hand: a rectangle for each character, so that no test needs a font of the machine.

OpenType 1.9 for the tables, Adobe Technical Note 5176 and 5177 for the outlines of `is_cff`.
"""

import struct
from collections.abc import Mapping, Sequence

EM = 1000
ADVANCE = 800
_HIGH = 700


def build_font(
    characters: str,
    family: str,
    *,
    fs_type: int = 0,
    is_cff: bool = False,
    empty: str = "",
    more: Mapping[str, bytes] | None = None,
) -> bytes:
    """Return a font file with a glyph for each of these characters, from glyph 1 on.

    Those in `empty` have a glyph without an outline.
    """
    tables = _common(characters, family, fs_type, is_cff) | dict(more or {})
    wides = [0 if c in empty else 100 + 5 * place for place, c in enumerate(characters)]
    tables |= {"CFF ": _cff(wides)} if is_cff else _glyf(wides)
    return _sfnt(tables, b"OTTO" if is_cff else b"\0\1\0\0")


def build_collection(fonts: Sequence[bytes]) -> bytes:
    """Return a collection (.ttc) of these font files."""
    head = 12 + 4 * len(fonts)
    places, body = [], b""
    for font in fonts:
        places.append(head + len(body))
        body += _moved(font, head + len(body))
    return struct.pack(f">4sHHL{len(fonts)}L", b"ttcf", 1, 0, len(fonts), *places) + body


def _moved(font: bytes, by: int) -> bytes:
    (count,) = struct.unpack_from(">H", font, 4)
    moved = bytearray(font)
    for place in range(12 + 8, 12 + 16 * count, 16):
        (offset,) = struct.unpack_from(">L", font, place)
        struct.pack_into(">L", moved, place, offset + by)
    return bytes(moved)


def _sfnt(tables: Mapping[str, bytes], version: bytes) -> bytes:
    directory, body = b"", b""
    start = 12 + 16 * len(tables)
    for tag, data in sorted(tables.items()):
        directory += struct.pack(">4sLLL", tag.encode(), 0, start + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    return version + struct.pack(">HHHH", len(tables), 0, 0, 0) + directory + body


def _common(characters: str, family: str, fs_type: int, is_cff: bool) -> dict[str, bytes]:
    count = len(characters) + 1
    box = (0, 0, EM, _HIGH)
    head = struct.pack(
        ">LLLLHHqqhhhhHHhhh", 0x10000, 0, 0, 0x5F0F3CF5, 0, EM, 0, 0, *box, 0, 8, 2, 1, 0
    )
    hhea = struct.pack(">LhhhHhhhhhh4hhH", 0x10000, 880, -120, 0, EM, *[0] * 11, count)
    maxp = struct.pack(">LH", 0x5000 if is_cff else 0x10000, count)
    return {
        "head": head,
        "hhea": hhea,
        "hmtx": struct.pack(">Hh", ADVANCE, 0) * count,
        "maxp": maxp if is_cff else maxp + struct.pack(">13H", 4, 1, 0, 0, 1, *[0] * 8),
        "OS/2": struct.pack(">HhHHH68x", 0, ADVANCE, 400, 5, fs_type),
        "name": _name(family),
        "cmap": _cmap(characters),
    }


def _name(family: str) -> bytes:
    postscript = "".join(c for c in family if c.isascii() and c.isalnum()) or "Tiny"
    texts = {1: family, 4: family, 6: postscript}
    storage, records = b"", b""
    for kind, text in texts.items():
        data = text.encode("utf-16-be")
        records += struct.pack(">HHHHHH", 3, 1, 0x409, kind, len(data), len(storage))
        storage += data
    return struct.pack(">HHH", 0, len(texts), 6 + len(records)) + records + storage


def symbol_cmap(characters: str) -> bytes:
    """Return the cmap of an old symbol font, which has its characters in the private area."""
    return _cmap("".join(chr(0xF000 + ord(character)) for character in characters), encoding=0)


def _cmap(characters: str, encoding: int = 10) -> bytes:
    groups = sorted((ord(character), glyph) for glyph, character in enumerate(characters, 1))
    body = b"".join(struct.pack(">LLL", point, point, glyph) for point, glyph in groups)
    table = struct.pack(">HHLLL", 12, 0, 16 + len(body), 0, len(groups)) + body
    return struct.pack(">HHHHL", 0, 1, 3, encoding, 12) + table


def _glyf(wides: Sequence[int]) -> dict[str, bytes]:
    glyphs = [b"", *(_rectangle(wide) if wide else b"" for wide in wides)]
    places = [0]
    for glyph in glyphs:
        places.append(places[-1] + len(glyph))
    return {"glyf": b"".join(glyphs), "loca": struct.pack(f">{len(places)}L", *places)}


def _rectangle(wide: int) -> bytes:
    head = struct.pack(">hhhhhHH4B", 1, 50, 0, 50 + wide, _HIGH, 3, 0, 1, 1, 1, 1)
    glyph = head + struct.pack(">4h4h", 50, 0, wide, 0, 0, _HIGH, 0, -_HIGH)
    return glyph + b"\0" * (-len(glyph) % 4)


def _cff(wides: Sequence[int]) -> bytes:
    """Return a name-keyed CFF: its glyphs have names, not CIDs."""
    head = bytes([1, 0, 4, 4]) + _index([b"Tiny"])
    size = len(head) + len(_index([_top_dict(0, 0)])) + len(_index([])) * 2
    glyphs = (_charstring(wide) if wide else b"\x0e" for wide in wides)
    charstrings = _index([b"\x0e", *glyphs])
    top = _top_dict(size, size + len(charstrings))
    return head + _index([top]) + _index([]) * 2 + charstrings


def _top_dict(charstrings: int, private: int) -> bytes:
    return _long(charstrings) + b"\x11" + _long(0) + _long(private) + b"\x12"


def _long(value: int) -> bytes:
    return b"\x1d" + value.to_bytes(4, "big")


def _index(items: Sequence[bytes]) -> bytes:
    if not items:
        return b"\0\0"
    places = [1]
    for item in items:
        places.append(places[-1] + len(item))
    offsets = b"".join(place.to_bytes(2, "big") for place in places)
    return struct.pack(">HB", len(items), 2) + offsets + b"".join(items)


def _charstring(wide: int) -> bytes:
    """Return 50 0 rmoveto, a rectangle by hlineto, endchar."""
    numbers = b"".join(b"\x1c" + struct.pack(">h", value) for value in (wide, _HIGH, -wide))
    return b"\x1c\x00\x32\x1c\x00\x00\x15" + numbers + b"\x06\x0e"
