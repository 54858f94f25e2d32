"""What a record can be found by, cut into grams; and what is typed, cut the same way.

Every gram says by its first letter what it is of:

    n  any 1–4 characters of a name that stand together
    q  the reading: each syllable whole, by its initial or, the last one, by its beginning
    h  the first one or two digits of a phone       p  any three or four of its digits in a row
    i  the last 4, 5, … characters of an ID number  y  the year, month, day of birth: 1962, 196203 …
    s  the digits of a record's number, their beginnings and their ends; r  its letters
    a  one to three characters of an address        c  as many of the words of a matter

and four, where they are digits: the end of a phone, an amount and a house are one gram each. So one
keystroke asks for one gram or a few, and the cost does not grow with the records.
"""

import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from liaison_desktop.store.gram_numbers import SHORTEST_TAIL, number_grams
from liaison_desktop.store.gram_readings import LONGEST_READING, reading_grams
from liaison_desktop.store.plain_text import digits_of, plain, words_of
from liaison_desktop.store.stand_ins import put_together, spellings, without_marks

EDITION = 5
"""Raised whenever the grams of the same record change: an index of another edition is made anew."""

LONGEST_NAME_GRAM = 4
LONGEST_ADDRESS_GRAM = 3
LONGEST_WORD_GRAM = 3
LONGEST_DIGITS_GRAM = 4
"""Digits of an address, a phone or of words; and as many as the number of a house may have."""

SHORTEST_PHONE_GRAM = 3

_STRETCHES = (
    ("names", "n", range(1, LONGEST_NAME_GRAM + 1)),
    ("addresses", "a", range(1, LONGEST_ADDRESS_GRAM + 1)),
    ("words", "c", range(1, LONGEST_WORD_GRAM + 1)),
    ("phones", "p", range(SHORTEST_PHONE_GRAM, LONGEST_DIGITS_GRAM + 1)),
)
"""The fields any stretch of which may be typed: its letter, and how long the grams are."""

TELLING = 6
"""Digits that so few records bear that letters beside them need not be asked of the index."""

_RUNS = re.compile(r"\d+x(?![a-z])|\d+|[a-z]+|[^\da-z]+")
_PARTED = re.compile(r"(?<=\d) (?=\d)|(?<=[a-z]) (?=[a-z])", re.ASCII)
_LONG_DIGITS = re.compile(rf"(?=(\d{{{LONGEST_DIGITS_GRAM}}}))")


@dataclass(frozen=True)
class Words:
    """The words of a record by which it is found, by field, as they were typed."""

    names: Sequence[str] = ()
    phones: Sequence[str] = ()
    ids: Sequence[str] = ()
    births: Sequence[str] = ()
    numbers: Sequence[str] = ()
    addresses: Sequence[str] = ()
    words: Sequence[str] = ()

    @classmethod
    def of(cls, told: str) -> "Words":
        """Return the words that the file tells as JSON; what is not text there is left out.

        A name with a character taken apart in it is found by the whole character as well.
        """
        said = {name: [text for text in texts if text] for name, texts in json.loads(told).items()}
        names = said.get("names", [])
        return cls(**said | {"names": [*names, *(n for name in names for n in put_together(name))]})

    def plain_of(self, field: str) -> str:
        """Return a field in one width and case, its texts apart, made when first asked for."""
        if field not in self._plain:
            fold = digits_of if field == "phones" else plain
            self._plain[field] = " ".join(map(fold, getattr(self, field)))
        return self._plain[field]

    @cached_property
    def _plain(self) -> dict[str, str]:
        return {}

    @cached_property
    def few_grams(self) -> frozenset[str]:
        """The grams that cannot be seen in the plain texts: readings, beginnings, ends, days."""
        return frozenset().union(*map(self.few_grams_of, _FEW))

    def few_grams_of(self, field: str) -> frozenset[str]:
        """Return those of one field, made when they are first asked for."""
        if field not in self._few:
            self._few[field] = frozenset(_FEW[field](self)) if field in _FEW else frozenset()
        return self._few[field]

    @cached_property
    def _few(self) -> dict[str, frozenset[str]]:
        return {}


@dataclass(frozen=True)
class Way:
    """One way to find what was typed: in one field, by all of these grams.

    `literal` is what then stands in the field; "" where the one gram says all.
    """

    field: str
    grams: Sequence[str]
    literal: str = ""

    def fits(self, words: Words) -> bool:
        """Return whether words that have the grams bear what was typed, letter by letter."""
        if self.literal:
            return self.literal in words.plain_of(self.field)
        return words.few_grams_of(self.field).issuperset(self.grams)


@dataclass(frozen=True)
class Asked:
    """What was typed, in runs that must all be found, each in one of several ways."""

    runs: Sequence[Sequence[Way]]

    def expression(self, letter: str, known: Collection[str]) -> str:
        """Return the same as a query of FTS5 for a kind, by its letter and its fields.

        "" where nothing of this kind can be found so.
        """
        runs = [[way for way in run if way.field in known] for run in self.runs]
        if not all(runs):
            return ""
        return " AND ".join(
            "(" + " OR ".join(_all_of(letter, way.grams) for way in run) + ")"
            for run, is_left in zip(runs, self._left_out, strict=True)
            if not is_left
        )

    def is_near(self, known: Collection[str]) -> bool:
        """Return whether what the index gives must be looked at again, letter by letter."""
        return any(self._left_out) or any(
            len(way.grams) > 1 for run in self.runs for way in run if way.field in known
        )

    @cached_property
    def fields(self) -> frozenset[str]:
        """The fields in which anything is looked for."""
        return frozenset(way.field for run in self.runs for way in run)

    @cached_property
    def parts(self) -> Sequence["Asked"]:
        """What the index answers by itself, and what is then looked at again.

        Together, each record would be looked at, and not only those near the mark.
        """
        if len(self.runs) != 1:
            return [self]
        [run] = self.runs
        sure = [way for way in run if len(way.grams) == 1]
        near = [way for way in run if len(way.grams) > 1]
        return [Asked([ways]) for ways in (sure, near) if ways]

    @cached_property
    def _left_out(self) -> Sequence[bool]:
        """Which runs the index is not asked for: all numbers of a station bear the same letters."""
        texts = [run[-1].literal for run in self.runs] if len(self.runs) > 1 else []
        if not texts:
            return [False] * len(self.runs)
        is_telling = any(len(text) >= TELLING and text[0].isdecimal() for text in texts)
        return [is_telling and text.isascii() and text.isalpha() for text in texts]

    def fits(self, words: Words) -> bool:
        """Return whether a record would be found if the index knew it."""
        return bool(self.runs) and all(any(way.fits(words) for way in run) for run in self.runs)


def ask(typed: str) -> Asked:
    """Return what is looked for; marks count for nothing (l'g'f is lgf).

    Nor do spaces between letters or between digits (138 0000 1234); characters that they part are
    looked for one by one (李桂芳 路灯).
    """
    return Asked([run for part in _parts(typed) for run in _runs(part)])


def ask_one_by_one(typed: str) -> list[Asked]:
    """Return the same part by part, for what may stand in records that belong together."""
    return [Asked(_runs(part)) for part in _parts(typed)]


def document_of(words: Words, kind: str) -> str:
    """Return the grams of a record as the index takes them, each after the letter of its kind.

    Every save waits for this: no gram is a text of its own that need not be one.
    """
    listed = [_listed(kind, words.few_grams)]
    for field, letter, lengths in _STRETCHES:
        pieces = set[str]()
        for text in words.plain_of(field).split():
            pieces.update([text[at : at + n] for n in lengths for at in range(len(text) - n + 1)])
            pieces.update(_LONG_DIGITS.findall(text))
        listed.append(_listed(kind + letter, pieces))
    return "".join(listed)


def _listed(letters: str, pieces: Iterable[str]) -> str:
    return f" {letters}".join(["", *pieces])


def grams_of(words: Words) -> set[str]:
    """Return the same one by one, without the letter of a kind."""
    return set(document_of(words, "").split())


def _all_of(letter: str, grams: Iterable[str]) -> str:
    return "(" + " AND ".join(f'"{letter}{gram}"' for gram in grams) + ")"


def _parts(typed: str) -> list[str]:
    texts = (plain(without_marks(text)) for text in typed.split())
    return _PARTED.sub("", " ".join(filter(None, texts))).split()


def _runs(part: str) -> list[list[Way]]:
    return [_run(text) for text in _RUNS.findall(part)]


def _run(text: str) -> list[Way]:
    if text[0].isdecimal() and text.isascii():
        return _number_ways(text)
    words = _chain("words", "c", text, LONGEST_WORD_GRAM)
    if text.isascii():
        reading, letters = "q" + text[:LONGEST_READING], "r" + text
        return [Way("names", [reading]), Way("numbers", [letters]), words]
    return [
        *(_chain("names", "n", spelled, LONGEST_NAME_GRAM) for spelled in spellings(text)),
        _chain("addresses", "a", text, LONGEST_ADDRESS_GRAM),
        words,
    ]


def _chain(field: str, letter: str, text: str, longest: int) -> Way:
    """Return the way by a text itself, or by the fewest pieces, so long, that cover it."""
    starts = [*range(0, len(text) - longest, longest), max(len(text) - longest, 0)]
    pieces = dict.fromkeys(text[start : start + longest] for start in starts)
    return Way(field, [letter + piece for piece in pieces], text)


def _number_ways(text: str) -> list[Way]:
    ways = [Way("numbers", ["s" + text])]
    if len(text) <= LONGEST_DIGITS_GRAM:
        ways.append(_digits_chain("addresses", "a", text))
    if len(text) < SHORTEST_PHONE_GRAM:
        ways.append(Way("phones", ["h" + text]))
    elif text.isdecimal():
        ways.append(_digits_chain("phones", "p", text))
    if len(text) >= SHORTEST_TAIL:
        ways += [Way("ids", ["i" + text]), Way("births", ["y" + text])]
    return [*ways, _digits_chain("words", "c", text)]


def _digits_chain(field: str, letter: str, text: str) -> Way:
    is_digits = text.isdecimal()  # and not the end of an ID number, with its x
    return _chain(field, letter, text, LONGEST_DIGITS_GRAM if is_digits else LONGEST_WORD_GRAM)


def _few_of_names(words: Words) -> Iterable[str]:
    return frozenset[str]().union(*(reading_grams(tuple(words_of(name))) for name in words.names))


def _few_of_phones(words: Words) -> Iterator[str]:
    for digits in map(digits_of, words.phones):
        yield from ("h" + digits[:length] for length in (1, 2) if digits)


def _few_of_ids(words: Words) -> Iterator[str]:
    for id_no in map(plain, words.ids):
        yield from ("i" + id_no[-length:] for length in range(SHORTEST_TAIL, len(id_no) + 1))


def _few_of_births(words: Words) -> Iterator[str]:
    for id_no in map(plain, words.ids):
        yield from _birth_grams(id_no[6:14] if len(id_no) == 18 else "")
    for birth in map(digits_of, words.births):
        yield from _birth_grams(birth)


def _few_of_numbers(words: Words) -> Iterator[str]:
    for number in words.numbers:
        yield from number_grams(words_of(number))


_FEW: Mapping[str, Callable[[Words], Iterable[str]]] = {
    "names": _few_of_names,
    "phones": _few_of_phones,
    "ids": _few_of_ids,
    "births": _few_of_births,
    "numbers": _few_of_numbers,
}
"""The fields that have such grams."""


def _birth_grams(digits: str) -> Iterator[str]:
    yield from ("y" + digits[:length] for length in (4, 6, 8) if len(digits) >= length)
