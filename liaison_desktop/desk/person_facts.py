"""What the rules of the same person are told of somebody: his name by its characters."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from liaison_desktop.model.masking import COMPOUND_SURNAMES
from liaison_desktop.model.person import Person
from liaison_desktop.model.same_person import PersonFacts, Sign
from liaison_desktop.model.visit import Visitor
from liaison_desktop.paths import RESOURCES
from liaison_desktop.store.old_codes import real
from liaison_desktop.store.pinyin import readings_of
from liaison_desktop.store.stand_ins import put_together, syllables_of

_RUNS = re.compile(r"[a-z]+|[^a-z]")


def facts_of(person: Person | Visitor) -> PersonFacts:
    """Return the facts of a person, of one who is only typed so far, or of one as he came."""
    surname, given = _named(person.name)
    return PersonFacts(
        surname,
        given,
        person.sex,
        _digits(person.phone),
        person.birth_ym.strip()[:7],
        person.id_no.strip().upper(),
        person.address.strip(),
    )


@lru_cache(maxsize=8192)
def _named(name: str) -> tuple[Sequence[Sign], Sequence[Sign]]:
    """Return surname and given name; a character taken apart is whole, letters are syllables."""
    folded = unicodedata.normalize("NFKC", real(name)).casefold()
    folded = "".join(c for c in folded if unicodedata.category(c)[0] in "LMNC" or c in "+()[]")
    whole = [each for each in put_together(folded) if not set(each) & set("+()[]")]
    text = min(whole, key=len, default=folded)
    signs = _signs(text)
    length = 2 if len(signs) > 2 and text[:2] in COMPOUND_SURNAMES else 1
    return signs[:length], signs[length:]


def _signs(name: str) -> list[Sign]:
    readings = readings_of(name)
    found: list[Sign] = []
    at = 0
    for run in _RUNS.findall(name):
        if run.isascii() and run.isalpha():
            found += [_read(syllable) for syllable in syllables_of(run)]
        else:
            variants = frozenset(variants_of_characters().get(run, run))
            found.append(Sign(frozenset(run), variants, frozenset(readings[at])))
        at += len(run)
    return found


def _read(syllable: str) -> Sign:
    return Sign(frozenset(), frozenset(), frozenset((syllable,)))


@cache
def variants_of_characters() -> Mapping[str, str]:
    """Return for each character that has variants all the ways it is written, itself included."""
    text = (RESOURCES / "pinyin" / "variants.toml").read_text("utf-8")
    found: dict[str, str] = {}
    for group in tomllib.loads(text)["groups"]:
        for character in group:
            found[character] = found.get(character, "") + group
    return found


def _digits(phone: str) -> str:
    return "".join(c for c in phone if c.isdecimal())
