"""From characters to glyphs: the first face of a stack that has one, and what to do where none has.

A plain glyph is addressed in its face. An odd glyph cannot be: it stands for a missing character
(〓), a direction control (its name in a frame), a cluster with combining marks, an invisible
character, or the second character of a glyph that two share. It is drawn by a small program of its
own (`odd_glyphs.py`), and its text layer says exactly what was typed.
"""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import uharfbuzz as hb

from liaison_desktop.documents.faces import Face
from liaison_desktop.model.texts import BIDI_CONTROLS, visible

_MARKS = frozenset({"Mn", "Me", "Mc"})
_ZERO_WIDTH_JOINER = "\u200d"
_TAB_WIDTH = 2.0
_MARK_SIZE = 0.42
_EM_DASH = "—"
Box = tuple[float, float, float, float]
"""x, y, width, height in em, from the baseline up."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A glyph inside an odd one; place in em, `size` and `stretch` as factors.

    `text` is a character of the glyph, where one is known.
    """

    face: Face
    code: str
    text: str
    x: float = 0.0
    y: float = 0.0
    size: float = 1.0
    stretch: float = 1.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """What an odd glyph shows: glyphs of faces, filled boxes, frames."""

    placed: tuple[Placed, ...] = ()
    filled: tuple[Box, ...] = ()
    framed: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Glyph:
    """One unit of a line; `width` in em; `drawing` is set where no face is addressed.

    A stack hands out one and the same glyph each time, so that glyphs are told apart by identity.
    """

    text: str
    face: Face | None
    code: str
    width: float
    is_latin: bool = False
    drawing: Drawing | None = None


GETA = Drawing(filled=((0.08, 0.52, 0.84, 0.13), (0.08, 0.10, 0.84, 0.13)))
"""〓 (U+3013), drawn, so that it needs no font."""


class Stack(dict[str, Glyph]):
    """A chain of faces with per-glyph fallback; maps a character to its glyph."""

    def __init__(self, faces: Sequence[Face], seek: Callable[[str], Face | None]) -> None:
        super().__init__()
        self.faces = tuple(faces)
        self.absent: set[str] = set()
        self._seek = seek
        self._joining: set[str] = set()

    def __missing__(self, character: str) -> Glyph:
        self[character] = found = self._find(character)
        if unicodedata.category(character) in _MARKS or character == _ZERO_WIDTH_JOINER:
            self._joining.add(character)
        return found

    def glyphs(self, text: str) -> list[Glyph]:
        """Return the glyphs of a text; characters that join others come as one cluster."""
        found = list(map(self.__getitem__, text))
        if self._joining.isdisjoint(text):
            return found
        return [
            glyph for cluster in _clusters(text, self._joining) for glyph in self._shaped(cluster)
        ]

    def _find(self, character: str) -> Glyph:
        if character in BIDI_CONTROLS:
            return self._direction_mark(character)
        if character == "\t":
            return Glyph(character, None, "", _TAB_WIDTH, drawing=Drawing())
        for face in self.faces:
            if glyph := face.glyph(character):
                return _plain(face, character, glyph)
        return self._without_glyph(character)

    def _without_glyph(self, character: str) -> Glyph:
        if character.isspace():
            return Glyph(character, None, "", 0.5, drawing=Drawing())
        if unicodedata.category(character) == "Cf" or _is_selector(character):
            return Glyph(character, None, "", 0.0, drawing=Drawing())
        if (face := self._seek(character)) is not None:
            return _plain(face, character, face.glyph(character))
        self.absent.add(character)
        return Glyph(character, None, "", 1.0, drawing=GETA)

    def _direction_mark(self, control: str) -> Glyph:
        name = visible(control).strip("⟦⟧")
        placed, x = [], 0.16
        for letter in name:
            glyph = self[letter]
            if glyph.face is not None:
                placed.append(Placed(glyph.face, glyph.code, letter, x, 0.26, _MARK_SIZE))
            x += glyph.width * _MARK_SIZE
        frame = (0.06, 0.1, x + 0.04, 0.64)
        return Glyph(control, None, "", x + 0.16, drawing=Drawing(tuple(placed), framed=(frame,)))

    def _shaped(self, cluster: str) -> list[Glyph]:
        if len(cluster) > 1 and cluster not in self:
            shaped = (_shape(face, cluster) for face in self.faces)
            if (drawn := next(filter(None, shaped), None)) is not None:
                self[cluster] = drawn
        return [self[cluster]] if cluster in self else [self[character] for character in cluster]


def _plain(face: Face, character: str, glyph: int) -> Glyph:
    code = f"{glyph:04X}"
    width = face.width(glyph)
    if character == _EM_DASH and 0 < width < 1:  # —— is one line without a gap, 2 em long
        placed = Placed(face, code, character, stretch=1 / width)
        return Glyph(character, None, "", 1.0, drawing=Drawing((placed,)))
    if not face.is_own(character, glyph):
        drawing = Drawing((Placed(face, code, character),))
        return Glyph(character, None, "", width, drawing=drawing)
    return Glyph(character, face, code, width, is_latin=_is_latin(character))


def _is_latin(character: str) -> bool:
    return "!" <= character <= "~" or "\u00c0" <= character <= "\u024f"


def _is_selector(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def _clusters(text: str, joining: set[str]) -> list[str]:
    """Return the text cut before every character that does not join the one before it."""
    found: list[str] = []
    for character in text:
        if found and (character in joining or found[-1].endswith(_ZERO_WIDTH_JOINER)):
            found[-1] += character
        else:
            found.append(character)
    return found


def _shape(face: Face, cluster: str) -> Glyph | None:
    """Return the cluster drawn by HarfBuzz as one glyph, None where the face lacks a part of it."""
    buffer = hb.Buffer()
    buffer.add_str(cluster)
    buffer.guess_segment_properties()
    buffer.direction = "ltr"
    hb.shape(face.font, buffer)
    em, x, placed = 1 / face.hb.upem, 0.0, []
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        if not info.codepoint:
            return None
        at, up = x + place.x_offset * em, place.y_offset * em
        placed.append(Placed(face, f"{info.codepoint:04X}", "", at, up))
        x += place.x_advance * em
    return Glyph(cluster, None, "", x, drawing=Drawing(tuple(placed)))
