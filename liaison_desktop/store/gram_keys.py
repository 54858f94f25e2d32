"""What a person can be found by, cut into grams; and what is typed, cut the same way.

Every gram begins with a letter that says what it is of:

    n  any 1–4 characters of the name that stand together
    q  the reading: each syllable whole, by its initial or, the last one, by its beginning
    h  the first one or two digits of the phone      p  any three digits of it that stand together
    i  the last 4, 5, … characters of the ID number

So one keystroke asks for one gram or a few, and the cost does not grow with the people known.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from liaison_desktop.store.pinyin import readings_of

EDITION = 1
"""Raised whenever the grams of the same person change: an index of another edition is made anew."""

LONGEST_NAME_GRAM = 4
LONGEST_READING = 24
MOST_SYLLABLES = 12
MOST_MIXED = 4
"""Syllables of a name of which some may be typed whole and some by their initial."""

SHORTEST_TAIL = 4

_RUNS = re.compile(r"\d+x(?![a-z])|\d+|[a-z]+|[^\da-z]+")
_LONG_INITIALS = ("zh", "ch", "sh")
_KEPT = frozenset(["Ll", "Lm", "Lo", "Lt", "Lu", "Mc", "Me", "Mn", "Nd", "Nl", "No", "Co"])
"""Categories of Unicode that are typed and searched: letters, their marks, numbers, private use."""


@dataclass(frozen=True)
class Run:
    """One stretch of what was typed: digits, Latin letters, or characters of a name.

    Found is who has all the grams of one of `ways`; where these are only near the mark, `literal`
    must stand in the name or the digits too.
    """

    ways: Sequence[Sequence[str]]
    literal: str = ""


@dataclass(frozen=True)
class Asked:
    """What was typed, in runs that all must fit; nothing fits where there is none."""

    runs: Sequence[Run]

    def expression(self) -> str:
        """Return the same as a query of FTS5."""
        return " AND ".join(
            "(" + " OR ".join("(" + " AND ".join(map(_quoted, way)) + ")" for way in run.ways) + ")"
            for run in self.runs
        )

    def fits(self, name: str, phone: str, id_no: str) -> bool:
        """Return whether a person who has the grams bears what was typed, letter by letter."""
        literals = [run.literal for run in self.runs if run.literal]
        if not literals:
            return True
        borne = " ".join([plain(name), _digits(phone), plain(id_no)])
        return all(literal in borne for literal in literals)

    def is_borne_by(self, name: str, phone: str, id_no: str) -> bool:
        """Return whether a person would be found if the index knew him."""
        grams = set(grams_of(name, phone, id_no))
        has_all = all(any(grams.issuperset(way) for way in run.ways) for run in self.runs)
        return bool(self.runs) and has_all and self.fits(name, phone, id_no)


def ask(typed: str) -> Asked:
    """Return what is looked for; marks and spaces count for nothing (l'g'f is lgf)."""
    return Asked([_run(text) for text in _RUNS.findall(plain(typed))])


def grams_of(name: str, phone: str, id_no: str) -> list[str]:
    """Return the grams of a person, each once, in a fixed order."""
    found = {
        *_name_grams(plain(name)),
        *_reading_grams(_words(name)),
        *_phone_grams(_digits(phone)),
        *_id_grams(plain(id_no)),
    }
    return sorted(found)


def plain(text: str) -> str:
    """Return the letters, digits and characters of a text in one width and case.

    Characters of the private use areas stay: names are written with them on many machines.
    """
    return "".join(_words(text))


def _words(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c if unicodedata.category(c) in _KEPT else " " for c in folded).split()


def _digits(text: str) -> str:
    return "".join(c for c in plain(text) if c in "0123456789")


def _quoted(gram: str) -> str:
    return f'"{gram}"'


def _run(text: str) -> Run:
    if text[0].isdecimal() and text.isascii():
        return _number_run(text)
    if text.isascii():
        return Run([["q" + text[:LONGEST_READING]]])
    if len(text) <= LONGEST_NAME_GRAM:
        return Run([["n" + text]])
    return Run([["n" + gram for gram in _stretches(text, LONGEST_NAME_GRAM)]], text)


def _number_run(text: str) -> Run:
    if len(text) < 3:
        return Run([["h" + text]])
    if len(text) == 3 and text.isdecimal():
        return Run([["p" + text]])
    ways = [["p" + gram for gram in _stretches(text, 3)]] if text.isdecimal() else []
    if len(text) >= SHORTEST_TAIL:
        ways.append(["i" + text])
    return Run(ways or [["i" + text]], text)


def _stretches(text: str, length: int) -> list[str]:
    return [text[at : at + length] for at in range(len(text) - length + 1)]


def _name_grams(name: str) -> Iterator[str]:
    for length in range(1, LONGEST_NAME_GRAM + 1):
        for gram in _stretches(name, length):
            yield "n" + gram


def _phone_grams(digits: str) -> Iterator[str]:
    if digits:
        yield from ("h" + digits[:1], "h" + digits[:2])
    for gram in _stretches(digits, 3):
        yield "p" + gram


def _id_grams(id_no: str) -> Iterator[str]:
    for length in range(SHORTEST_TAIL, len(id_no) + 1):
        yield "i" + id_no[-length:]


def _reading_grams(words: Sequence[str]) -> Iterator[str]:
    syllables = [s for word in words for s in _syllables(word)][:MOST_SYLLABLES]
    ways = _mixed_ways if len(syllables) <= MOST_MIXED else _even_ways
    for at in range(len(syllables)):
        for reading in ways(syllables[at:]):
            yield "q" + reading[:LONGEST_READING]


def _syllables(word: str) -> list[tuple[str, ...]]:
    """Return the readings of each character; letters that stand together are one syllable."""
    found: list[tuple[str, ...]] = []
    for run in re.findall(r"[a-z]+|[^a-z]+", word):
        found += [(run,)] if run.isascii() else [r for r in readings_of(run) if r]
    return found


def _mixed_ways(syllables: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield each way to type a name and stop: lgf, liguif, ligf, zhsan, zs."""
    heads = {""}
    for readings in syllables:
        for head in heads:
            for reading in readings:
                for end in range(1, len(reading) + 1):
                    yield head + reading[:end]
        heads = {head + typed for head in heads for typed in _typed(readings)}


def _typed(readings: Sequence[str]) -> set[str]:
    """Return what is typed for a syllable before the next one begins: it, or its initial."""
    initials = {reading[:1] for reading in readings}
    long_initials = {reading[:2] for reading in readings if reading.startswith(_LONG_INITIALS)}
    return {*readings} | initials | long_initials


def _even_ways(syllables: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the beginnings of a long name typed whole, and of its initials."""
    for typed in ("".join(s[0] for s in syllables), "".join(s[0][0] for s in syllables)):
        for end in range(1, len(typed) + 1):
            yield typed[:end]
