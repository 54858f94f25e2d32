"""The ways to type how a name is read: lgf, liguif, liguifang, and each begun."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from liaison_desktop.store.pinyin import readings_of
from liaison_desktop.store.plain_text import plain
from liaison_desktop.store.stand_ins import syllables_of

LONGEST_READING = 24
MOST_SYLLABLES = 12
MOST_MIXED = 4
"""Syllables of a name of which some may be typed whole and some by their initial."""

_LONG_INITIALS = ("zh", "ch", "sh")


@lru_cache(maxsize=64)  # a person, his visit and its matter are taken up one after another
def reading_grams(words: tuple[str, ...]) -> frozenset[str]:
    syllables = [s for word in words for s in syllables_in(word)][:MOST_SYLLABLES]
    ways = _mixed_ways if len(syllables) <= MOST_MIXED else _even_ways
    return frozenset(
        "q" + reading[:LONGEST_READING]
        for at in range(len(syllables))
        for reading in ways(syllables[at:])
    )


def syllables_in(word: str) -> list[tuple[str, ...]]:
    """Return the readings of each character; letters are read by their own syllables."""
    found: list[tuple[str, ...]] = []
    for run in re.findall(r"[a-z]+|[^a-z]+", word):
        if run.isascii():
            found += [(syllable,) for syllable in syllables_of(run)]
        else:
            found += [readings for readings in readings_of(run) if readings]
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


def length_read_as(name: str, reading: str) -> int:
    """Return how many characters of a name, from its first on, are typed so; 0 for none."""
    syllables = [readings for readings in map(_readings, name[:MOST_SYLLABLES]) if readings]
    return _length(reading, syllables)


def _length(reading: str, syllables: Sequence[Sequence[str]]) -> int:
    if not syllables:
        return 0
    if any(said.startswith(reading) for said in syllables[0]):
        return 1
    for typed in sorted(_typed(syllables[0]), key=len, reverse=True):
        if reading.startswith(typed):
            further = _length(reading[len(typed) :], syllables[1:])
            if further:
                return 1 + further
    return 0


@lru_cache(maxsize=2048)  # a name that is found is looked through for what marks it
def _readings(character: str) -> tuple[str, ...]:
    return next(iter(syllables_in(character)), ()) if plain(character) else ()
