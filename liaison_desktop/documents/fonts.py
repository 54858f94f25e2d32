"""The fonts of a paper, by role: the system's official faces where it has them, else our own.

仿宋, 楷体 and 小标宋 may not be shipped; where the machine has none, 宋体 stands in, and the caller
is told so. Behind every role stand the other faces of the program and then every face of the
machine, so that a rare character is printed in another hand rather than not at all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import uharfbuzz as hb

from liaison_desktop.documents.faces import Face
from liaison_desktop.documents.glyphs import GETA, Stack
from liaison_desktop.documents.system_fonts import FoundFace, find_faces
from liaison_desktop.model.faults import Unusable
from liaison_desktop.paths import screen_font_paths

_PROBE = "人民代表大会联络站接待登记"
"""A face that lacks one of these is no Chinese face, whatever its name."""

_COLOUR = frozenset({"COLR", "CBDT", "sbix", "SVG "})


@dataclass(frozen=True)
class Role:
    """A kind of face: its Chinese name, words in the names of its faces (best first), stand-in."""

    label: str
    names: tuple[str, ...] = ()
    stand_in: str = "song"


ROLES = {
    "song": Role("宋体"),
    "hei": Role("黑体", stand_in="hei"),
    "fang": Role(
        "仿宋", ("仿宋_gb2312", "方正仿宋", "仿宋", "fangsong", "fandolfang", "stfangso", "simfang")
    ),
    "kai": Role(
        "楷体", ("楷体_gb2312", "方正楷体", "楷体", "kaiti", "simkai", "fandolkai", "ukai")
    ),
    "xbs": Role("小标宋", ("方正小标宋", "小标宋", "xiaobiaosong", "fzxbs")),
}
_RARE = ("simsun-extb", "simsunb", "hanamin", "babelstone", "tw-sung", "mingliu-extb", "cjk sc")
"""Faces of rare characters, looked into before the rest of the machine."""


@dataclass(frozen=True)
class ReplacedFont:
    """A role that this machine has no face of: "仿宋" wanted, "宋体" used."""

    role: str
    wanted: str
    used: str


class Fonts:
    """The stacks of all roles, over our own faces and those found on a machine.

    Unusable no_fonts where the program's own are gone.
    """

    def __init__(self, found: Sequence[FoundFace]) -> None:
        self._own = _own_faces()
        self._found = sorted(found, key=_rareness)
        self._opened: dict[FoundFace, Face | None] = {}
        self.official = {
            role: face
            for role, wanted in ROLES.items()
            if wanted.names and (face := self._official(wanted)) is not None
        }
        self._stacks = {role: self._stack(role) for role in ROLES}

    def stack(self, role: str) -> Stack:
        """Return the stack of a role of `ROLES`."""
        return self._stacks[role]

    def replaced(self) -> list[ReplacedFont]:
        """Return the roles in which another face stands in on this machine."""
        return [
            ReplacedFont(role, wanted.label, ROLES[wanted.stand_in].label)
            for role, wanted in ROLES.items()
            if wanted.names and role not in self.official
        ]

    def missing(self, text: str) -> list[str]:
        """Return the characters of a text that no face has, each once, in their order."""
        stack = self._stacks["song"]
        return [
            character
            for character in dict.fromkeys(text)
            if character != "\n" and stack[character].drawing is GETA
        ]

    def _stack(self, role: str) -> Stack:
        first = self.official.get(role) or self._own[ROLES[role].stand_in]
        others = [face for face in self._own.values() if face is not first]
        return Stack([first, *sorted(others, key=lambda face: face.name != "S")], self._seek)

    def _official(self, role: Role) -> Face | None:
        named = (found for word in role.names for found in self._found if word in found.names)
        opened = (face for found in named if (face := self._open(found)) is not None)
        return next((face for face in opened if all(map(face.glyph, _PROBE))), None)

    def _seek(self, character: str) -> Face | None:
        for face in self._all():
            if face.glyph(character):
                return face
        return None

    def _all(self) -> Iterator[Face]:
        for found in self._found:
            if (face := self._open(found)) is not None:
                yield face

    def _open(self, found: FoundFace) -> Face | None:
        if found not in self._opened:
            self._opened[found] = _usable(found, f"M{self._found.index(found) + 1}")
        return self._opened[found]


def _own_faces() -> dict[str, Face]:
    hei, song = screen_font_paths()
    try:
        return {"hei": Face(hei, name="H"), "song": Face(song, name="S")}
    except hb.HarfBuzzError:
        raise Unusable("no_fonts", str(hei.parent)) from None


def _usable(found: FoundFace, name: str) -> Face | None:
    """Return the face if it has outlines in one colour and its licence lets it be embedded."""
    try:
        face = Face(Path(found.path), found.index, name)
    except (OSError, hb.HarfBuzzError):
        return None
    is_usable = face.has_outlines and face.may_embed and face.tables.isdisjoint(_COLOUR)
    return face if is_usable else None


def _rareness(found: FoundFace) -> tuple[int, str, int]:
    place = next((at for at, word in enumerate(_RARE) if word in found.names), len(_RARE))
    return place, found.path, found.index


@cache
def fonts_here() -> Fonts:
    """Return the fonts of this machine, looked for once in a process."""
    return Fonts(find_faces())


def replaced_fonts() -> list[ReplacedFont]:
    """Return what stands in for what, for "本机无仿宋，已用宋体代替"; [] where all are there."""
    return fonts_here().replaced()
