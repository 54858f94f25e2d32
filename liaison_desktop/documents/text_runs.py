"""Text operators of one paragraph: a font or a spacing is written only where it changes.

Letter spacing is the only means of justification, because both readers we test with take a gap
made by a number inside TJ for a space that nobody typed.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from operator import attrgetter, itemgetter

from liaison_desktop.documents.glyphs import Glyph
from liaison_desktop.documents.numbers import plain
from liaison_desktop.documents.pdf_file import PdfFile

_face = attrgetter("face")
_code = attrgetter("code")


class TextRuns:
    """The operators between BT and ET, in `parts`."""

    def __init__(self, file: PdfFile, size: float) -> None:
        self.parts: list[str] = []
        self.is_of_any_file = True
        """Whether they mean the same in another file; the codes of odd glyphs do not."""
        self._file = file
        self._size = plain(size)
        self._font = ""
        self._spacing = "0"

    def move(self, right: float, down: float) -> None:
        """Start a line, so many points from where the one before it started."""
        self.parts.append(f"{plain(right)} {plain(-down)} Td")

    def show(self, glyphs: Sequence[Glyph], spacing: float = 0.0) -> None:
        """Show glyphs; `spacing` in points is added after each, but not inside a Latin word."""
        if not spacing:
            self._show(glyphs)
            return
        pairs = zip(_tight(glyphs), glyphs, strict=True)
        for is_tight, run in groupby(pairs, key=itemgetter(0)):
            self._space("0" if is_tight else f"{spacing:.3f}")
            self._show([glyph for _, glyph in run])
        self._space("0")

    def _space(self, spacing: str) -> None:
        if spacing != self._spacing:
            self.parts.append(f"{spacing} Tc")
            self._spacing = spacing

    def _show(self, glyphs: Iterable[Glyph]) -> None:
        for face, run in groupby(glyphs, key=_face):
            if face is not None:
                self._write(face.name, "".join(map(_code, run)))
                continue
            self.is_of_any_file = False
            odd = map(self._file.odd_code, run)
            for font, codes in groupby(odd, key=itemgetter(0)):
                self._write(font, "".join(code for _, code in codes))

    def _write(self, font: str, codes: str) -> None:
        if font != self._font:
            self.parts.append(f"/{font} {self._size} Tf")
            self._font = font
        self.parts.append(f"<{codes}> Tj")


def gaps(glyphs: Sequence[Glyph]) -> int:
    """Return how many gaps between these glyphs `show` widens."""
    return _tight(glyphs)[:-1].count(False)


def _tight(glyphs: Sequence[Glyph]) -> list[bool]:
    """Return for each glyph whether it and the next are inside one word; the last is as before."""
    found = [glyph.is_latin and after.is_latin for glyph, after in pairwise(glyphs)]
    return [*found, found[-1] if found else False]
