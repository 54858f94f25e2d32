"""Text operators of one line: fonts changed only where they must, nothing between the glyphs.

Letter spacing is the only means of justification, because both readers we test with take a gap
made by a number inside TJ for a space that nobody typed.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from liaison_desktop.documents.glyphs import Glyph
from liaison_desktop.documents.numbers import plain
from liaison_desktop.documents.pdf_file import PdfFile


def show(file: PdfFile, glyphs: Sequence[Glyph], size: float, spacing: float = 0.0) -> str:
    """Return the operators that show glyphs from the current point on.

    `spacing` in points is added after each glyph, but not inside a Latin word.
    """
    if not spacing:
        return " ".join(_runs(file, glyphs, plain(size)))
    parts = []
    pairs = zip(_tight(glyphs), glyphs, strict=True)
    for is_tight, run in groupby(pairs, key=lambda pair: pair[0]):
        parts.append("0 Tc" if is_tight else f"{spacing:.3f} Tc")
        parts += _runs(file, [glyph for _, glyph in run], plain(size))
    return " ".join([*parts, "0 Tc"])


def gaps(glyphs: Sequence[Glyph]) -> int:
    """Return how many gaps between these glyphs `show` widens."""
    return _tight(glyphs)[:-1].count(False)


def _tight(glyphs: Sequence[Glyph]) -> list[bool]:
    """Return for each glyph whether it and the next are inside one word; the last is as before."""
    found = [glyph.is_latin and after.is_latin for glyph, after in pairwise(glyphs)]
    return [*found, found[-1] if found else False]


def _runs(file: PdfFile, glyphs: Sequence[Glyph], size: str) -> Iterator[str]:
    for face, found in groupby(glyphs, key=lambda glyph: glyph.face):
        run = list(found)
        if face is None:
            yield from _odd(file, run, size)
            continue
        codes = [glyph.code for glyph in run]
        file.use(face, codes)
        yield f"/{face.name} {size} Tf <{''.join(codes)}> Tj"


def _odd(file: PdfFile, glyphs: Sequence[Glyph], size: str) -> Iterator[str]:
    for font, codes in groupby(map(file.odd_code, glyphs), key=lambda pair: pair[0]):
        yield f"/{font} {size} Tf <{''.join(code for _, code in codes)}> Tj"
