"""How a name is read: the dictionary's readings of each character, and ours of the surnames.

The dictionary is that of pypinyin, looked up in its file when the first name is read: as a mapping
of Python it would hold 12 MB for as long as the program runs, and its phrases are of no use here.
"""

import re
import tomllib
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from liaison_desktop.paths import RESOURCES

MOST_READINGS = 2
"""Of the dictionary's readings of a character, the usual first; the further ones are rare."""
_UMLAUT = "u\u0308"
_TONES = frozenset("\u0300\u0301\u0304\u030c")


def readings_of(name: str) -> list[tuple[str, ...]]:
    """Return the readings of each character of a name, in ASCII letters; () for none.

    A surname has its own readings first, and those of its character as well; ü is v, and u.
    """
    surname = _surname_readings(name)
    own = [*surname, *[()] * (len(name) - len(surname))]
    return [
        _as_typed([*said, *_usual_readings(character)])
        for character, said in zip(name, own, strict=True)
    ]


def _as_typed(readings: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*readings, *(r.replace("v", "u") for r in readings)]))


def _surname_readings(name: str) -> Sequence[Sequence[str]]:
    single, double = _table()["single"], _table()["double"]
    if len(name) > 2 and name[:2] in double:
        return [[syllable] for syllable in double[name[:2]]]
    return [single[name[:1]]] if name[:1] in single else []


@cache
def _table() -> Mapping[str, Mapping[str, list[str]]]:
    text = (RESOURCES / "pinyin" / "surnames.toml").read_text("utf-8")
    return tomllib.loads(text)


@lru_cache(maxsize=8192)
def _usual_readings(character: str) -> tuple[str, ...]:
    found = [reading for reading in dictionary_readings(character) if reading.isascii()]
    own = _table()["anywhere"].get(character, [])
    return tuple(dict.fromkeys([*own, *found[:MOST_READINGS]]))


def dictionary_readings(character: str) -> list[str]:
    """Return what the dictionary says of one character, the usual first, without tones; ü is v."""
    lines = _dictionary()
    place = bisect_left(lines.points, ord(character))
    if place == len(lines.points) or lines.points[place] != ord(character):
        return []
    begin = lines.begins[place]
    said = lines.text[begin : lines.text.index(b'"', begin)].decode()
    return list(dict.fromkeys(_without_tone(reading) for reading in said.split(",")))


@cache
def _every_syllable() -> frozenset[str]:
    said = re.findall(rb'[,"]([^",: ]+)(?=[,"])', _dictionary().text)
    found = {_without_tone(reading.decode()) for reading in said}
    return frozenset(reading for reading in found if reading.isascii() and reading.isalpha())


def is_syllable(letters: str) -> bool:
    """Return whether some character is read so."""
    return letters in _every_syllable()


def _without_tone(reading: str) -> str:
    parts = unicodedata.normalize("NFD", reading).replace(_UMLAUT, "v")
    return unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))


class _Lines:
    """The dictionary's file as it lies, and where the readings of each code point begin."""

    def __init__(self, text: bytes) -> None:
        self.text = text
        self.points, self.begins = array("L"), array("L")
        for line in re.finditer(rb'"(\d+)": "', text):
            self.points.append(int(line[1]))
            self.begins.append(line.end())


@cache
def _dictionary() -> _Lines:
    found = find_spec("pypinyin")  # which does not import it
    if found is None or found.origin is None:
        raise ModuleNotFoundError("pypinyin")
    return _Lines(Path(found.origin).with_name("pinyin_dict.json").read_bytes())
