"""How a name is read: the dictionary's readings of each character, and ours of the surnames.

The dictionary is loaded when the first name is read, never at the start, and without its phrases:
names are not in them, and they are four fifths of its weight.
"""

import os
import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache

from liaison_desktop.paths import RESOURCES

MOST_READINGS = 2
"""Of the dictionary's readings of a character, the usual first; the further ones are rare."""


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
    found = [reading for reading in _dictionary()(character) if reading.isascii()]
    own = _table()["anywhere"].get(character, [])
    return tuple(dict.fromkeys([*own, *found[:MOST_READINGS]]))


@cache
def _dictionary() -> Callable[[str], Sequence[str]]:
    switches = {"PYPINYIN_NO_PHRASES": "1", "PYPINYIN_NO_DICT_COPY": "1"}
    former = {name: os.environ.get(name) for name in switches}
    os.environ.update(switches)
    try:
        from pypinyin import Style, pinyin
    finally:
        for name, value in former.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value

    def look_up(character: str) -> Sequence[str]:
        found = pinyin(character, Style.NORMAL, heteronym=True, errors="ignore")
        return found[0] if found else ()

    return look_up
