"""签到名单 — people of one list, found while a few letters of a name are typed.

It asks no file, so a key waits for nothing but the comparison.
"""

from collections.abc import Sequence
from functools import lru_cache

from liaison_desktop.store.gram_keys import Words, ask

Facts = tuple[str, str, str, str]
"""The name, the body, the post and the phone of one."""

REMEMBERED = 2048
"""People of whom the readings of the names are kept between two keys."""


def find_among(people: Sequence[Facts], typed: str) -> list[int]:
    """Return the places of those who may be meant, all where nothing is typed.

    Found are characters of a name, its reading begun or by initials, of the body he comes from and
    of his post, and digits of a phone.
    """
    if not typed.strip():
        return list(range(len(people)))
    asked = ask(typed)
    return [place for place, facts in enumerate(people) if asked.fits(_words(facts))]


@lru_cache(maxsize=REMEMBERED)
def _words(facts: Facts) -> Words:
    name, body, post, phone = facts
    return Words(names=(name,), phones=(phone,), words=(body, post))
