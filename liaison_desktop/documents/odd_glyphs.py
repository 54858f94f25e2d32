"""Glyphs drawn by a program of their own (PDF Type 3 fonts, ISO 32000-1, 9.6.5).

A code of such a font means one drawing with one text behind it, whatever that text is: so a
character that no font has is printed 〓 and still found and copied as itself.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from liaison_desktop.documents.faces import Face
from liaison_desktop.documents.glyphs import Box, Drawing, Glyph, Placed
from liaison_desktop.documents.numbers import per_mille

CODES = 255
"""Codes of one Type 3 font that are used; 0 is left out."""

Use = Callable[[Face, str, str], None]
"""Takes note of a face, a code of it, and a character of that glyph, empty if none is known."""


@dataclass
class OddFont:
    """One Type 3 font of a document; codes in the order of first use."""

    name: str
    glyphs: dict[Glyph, int] = field(default_factory=dict)

    def programs(self, use: Use) -> Iterator[tuple[int, Glyph, bytes]]:
        """Yield (code, glyph, program) of each, calling `use` for every glyph of a face in it."""
        for glyph, code in self.glyphs.items():
            yield code, glyph, _program(glyph, use).encode("ascii")


class OddGlyphs:
    """All odd glyphs of a document."""

    def __init__(self) -> None:
        self.fonts: list[OddFont] = []
        self._codes: dict[Glyph, tuple[str, str]] = {}

    def code(self, glyph: Glyph) -> tuple[str, str]:
        """Return (name of the font, code in hexadecimal), the same for the same glyph."""
        if glyph not in self._codes:
            self._codes[glyph] = self._add(glyph)
        return self._codes[glyph]

    def _add(self, glyph: Glyph) -> tuple[str, str]:
        if not self.fonts or len(self.fonts[-1].glyphs) == CODES:
            self.fonts.append(OddFont(f"X{len(self.fonts) + 1}"))
        font = self.fonts[-1]
        font.glyphs[glyph] = code = len(font.glyphs) + 1
        return font.name, f"{code:02X}"


def _program(glyph: Glyph, use: Use) -> str:
    drawing = glyph.drawing or Drawing()
    parts = [f"{per_mille(glyph.width)} 0 d0"]
    if drawing.filled:
        parts += [*map(_rectangle, drawing.filled), "f"]
    if drawing.framed:
        parts += ["30 w", *map(_rectangle, drawing.framed), "S"]
    if drawing.placed:
        parts += ["BT", *(_show(placed, use) for placed in drawing.placed), "ET"]
    return "\n".join(parts)


def _rectangle(box: Box) -> str:
    return f"{' '.join(map(per_mille, box))} re"


def _show(placed: Placed, use: Use) -> str:
    use(placed.face, placed.code, placed.text)
    matrix = f"{placed.stretch:.4g} 0 0 1 {per_mille(placed.x)} {per_mille(placed.y)} Tm"
    return f"/{placed.face.name} {per_mille(placed.size)} Tf {matrix} <{placed.code}> Tj"
