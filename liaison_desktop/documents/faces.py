"""One face of a font file, read by HarfBuzz: its glyphs, their widths, and what may be embedded."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import uharfbuzz as hb

from liaison_desktop.documents.cmap import shared_glyphs

NO_EMBEDDING = 0x0002
"""OpenType OS/2 fsType bit 1: restricted licence embedding; such a face never goes into a PDF."""


@dataclass(frozen=True, slots=True)
class Metrics:
    """What a PDF font descriptor states, in thousandths of an em."""

    ascent: float
    descent: float
    box: tuple[float, float, float, float]


class Face:
    """A face with outlines; glyph ids are its own, widths are in em."""

    def __init__(self, path: Path, index: int = 0, name: str = "F1") -> None:
        self.path = path
        self.index = index
        self.name = name
        self.hb = hb.Face(hb.Blob.from_file_path(str(path)), index)
        self.font = hb.Font(self.hb)
        self.tables = frozenset(self.hb.table_tags)
        self._widths: dict[int, float] = {}

    @property
    def is_cff(self) -> bool:
        return not self.tables.isdisjoint({"CFF ", "CFF2"})

    @property
    def has_outlines(self) -> bool:
        return self.is_cff or "glyf" in self.tables

    @cached_property
    def may_embed(self) -> bool:
        """True unless the OS/2 table restricts the licence."""
        os2 = self.table("OS/2")
        return not (len(os2) >= 10 and int.from_bytes(os2[8:10], "big") & NO_EMBEDDING)

    @cached_property
    def postscript_name(self) -> str:
        named = self.hb.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or self.path.stem
        kept = "".join(c for c in named if c.isascii() and (c.isalnum() or c in "-_"))
        return kept or "Font"

    @cached_property
    def metrics(self) -> Metrics:
        per_mille = 1000 / self.hb.upem
        extents = self.font.get_font_extents("ltr")
        head = self.table("head")
        corners = [int.from_bytes(head[at : at + 2], "big", signed=True) for at in (36, 38, 40, 42)]
        left, bottom, right, top = (corner * per_mille for corner in corners)
        return Metrics(
            extents.ascender * per_mille, extents.descender * per_mille, (left, bottom, right, top)
        )

    @cached_property
    def _first_of_shared(self) -> dict[int, int]:
        return shared_glyphs(self)

    def table(self, tag: str) -> bytes:
        """Return the bytes of a table, empty where the face has none."""
        return self.hb.reference_table(tag).data if tag in self.tables else b""

    def glyph(self, character: str) -> int:
        """Return the glyph of a character, 0 where the face has none or shows nothing for it."""
        glyph = self.font.get_nominal_glyph(ord(character)) or 0
        if not glyph or character.isspace():
            return glyph
        extents = self.font.get_glyph_extents(glyph)
        return glyph if extents is not None and extents.width and extents.height else 0

    def width(self, glyph: int) -> float:
        """Return the advance of a glyph in em."""
        if glyph not in self._widths:
            self._widths[glyph] = self.font.get_glyph_h_advance(glyph) / self.hb.upem
        return self._widths[glyph]

    def is_own(self, character: str, glyph: int) -> bool:
        """Return whether this character is the one that the glyph stands for in the text layer.

        Noto draws ⼀ (U+2F00) and 一 (U+4E00) with one glyph; a glyph has one text behind it, so
        only one of the two may use it directly.
        """
        return self._first_of_shared.get(glyph, ord(character)) == ord(character)
