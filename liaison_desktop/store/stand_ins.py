"""Names whose rare character was written otherwise: taken apart (女+吉), or by its reading (JI).

Only what is searched and compared is spelled anew; what was typed is kept as it was.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product

from liaison_desktop.paths import RESOURCES
from liaison_desktop.store.pinyin import dictionary_readings, is_syllable, readings_of

MOST_SPELLINGS = 8
"""Of one name; each is one more way to look for it."""

_MARKS = "+＋()（）[]［］【】〔〕⿰⿱"
_MARKED = re.compile(f"[{re.escape(_MARKS)}]")


def put_together(name: str) -> list[str]:
    """Return the name with what is taken apart in it put together: 李女+吉, 李(女吉) → 李姞.

    The first character is a surname and never a part; nothing for a name that has no parts.
    """
    text = _MARKED.sub("", name)
    found = [text] if text != name else []
    if not _any_parts().search(text, 1):  # nearly every name
        return found
    for parts, character in _wholes().items():
        at = text.find(parts, 1)
        if at > 0:
            found.append(text[:at] + character + text[at + len(parts) :])
    return found[:MOST_SPELLINGS]


@cache
def _any_parts() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _wholes())))


def without_marks(typed: str) -> str:
    """Return what is typed without the marks between the parts of a character: 李女+吉 → 李女吉.

    Marks that part nothing of the kind stay as they are.
    """
    text = _MARKED.sub("", typed)
    return text if _any_parts().search(text, 1) else typed


def by_reading(name: str) -> list[str]:
    """Return the name with its rare characters written by their readings: 李䶮 → 李yan.

    Rare is what GB 2312 lacks: old machines could not type it. Nothing where none is rare.
    """
    ways = [_spelled(character) for character in name]
    if all(len(way) == 1 for way in ways):
        return []
    return [text for text in map("".join, product(*ways)) if text != name][:MOST_SPELLINGS]


def spellings(name: str) -> list[str]:
    """Return the name as it may be written, as it is first."""
    whole = [name, *put_together(name)]
    return list(dict.fromkeys([*whole, *(text for one in whole for text in by_reading(one))]))


def syllables_of(letters: str) -> Sequence[str]:
    """Return the syllables of a reading written in one: guifang → gui, fang; itself if it has none.

    Of several ways to part it the first with the longest syllables is taken.
    """
    return next(_parted(letters), (letters,))


def _parted(letters: str) -> Iterator[tuple[str, ...]]:
    if not letters:
        yield ()
    for end in range(min(len(letters), 6), 0, -1):
        if is_syllable(letters[:end]):
            for rest in _parted(letters[end:]):
                yield (letters[:end], *rest)


def _spelled(character: str) -> Sequence[str]:
    if not _is_rare(character):
        return (character,)
    return (character, *dict.fromkeys(said for said in readings_of(character)[0]))


def _is_rare(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return bool(dictionary_readings(character))
    return False  # nearly every character, without looking it up


@cache
def _wholes() -> Mapping[str, str]:
    """Return the characters by their parts, in every way that a part is written."""
    table = tomllib.loads((RESOURCES / "pinyin" / "stand_ins.toml").read_text("utf-8"))
    forms = {part: (part, other) for part, other in table["forms"].items()}
    return {
        "".join(parts): character
        for character, whole in table["parts"].items()
        for parts in product(*(forms.get(part, (part,)) for part in whole))
    }
