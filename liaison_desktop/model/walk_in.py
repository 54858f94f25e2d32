"""临时到会 — one who walks in, typed in one line: 姓名 单位 身份 电话, in this order or another."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from liaison_desktop.model.consultation_words import Origin, ParticipantKind
from liaison_desktop.model.idcodes import looks_like_phone
from liaison_desktop.model.words import LABELS, Word

_BETWEEN = re.compile(r"[\s、，,；;]+")
_DIGITS = re.compile(r"\+?[\d-]{3,}\Z")
LISTED: Mapping[str, Word] = {LABELS[one]: one for one in (*ParticipantKind, *Origin)}
"""What is understood of the closed lists: who he is, and how he came."""


@dataclass(frozen=True)
class WalkIn:
    """Who walked in, as far as the line says it; nothing of the line is left out."""

    name: str
    body: str = ""
    phone: str = ""
    kind: ParticipantKind = ParticipantKind.RESIDENT
    origin: Origin = Origin.VOLUNTEER


def read_walk_in(line: str, further: Mapping[str, Word] | None = None) -> WalkIn:
    """Return who is meant: the first word is the name, digits are the phone.

    A word of the closed lists (部门, 专家, 邀请 …) says who he is or how he came; all the rest is
    the body he comes from. Who comes without being asked came of his own accord (自愿报名).
    `further` are the words of the lists in the language of the screen, several in one where it has
    no single one; capitals make no difference.
    """
    listed = {**LISTED, **{word.casefold(): one for word, one in (further or {}).items()}}
    words = [word for word in _BETWEEN.split(line) if word]
    said: dict[str, Any] = {}
    rest: list[str] = []
    for word in _together(words[1:], listed):
        field, value = _meaning(word, listed)
        if field in said or not field:
            rest.append(word)
        else:
            said[field] = value
    return WalkIn(words[0] if words else "", " ".join(rest), **said)


def _together(words: Sequence[str], listed: Mapping[str, Word]) -> Iterator[str]:
    """Yield the words, those together that are one of a list only together: drawn at random."""
    longest = max(1 + word.count(" ") for word in listed)
    place = 0
    while place < len(words):
        sizes = range(min(longest, len(words) - place), 1, -1)
        joined = (" ".join(words[place : place + size]) for size in sizes)
        found = next((one for one in joined if one.casefold() in listed), words[place])
        yield found
        place += 1 + found.count(" ")


def _meaning(word: str, listed: Mapping[str, Word]) -> tuple[str, Any]:
    """Return which field a word is of, and its value there; "" for any other word."""
    plain = unicodedata.normalize("NFKC", word)
    if _DIGITS.match(plain) and looks_like_phone(plain):
        return "phone", word
    one = listed.get(word.casefold())
    if isinstance(one, ParticipantKind):
        return "kind", one
    return ("origin", one) if isinstance(one, Origin) else ("", None)
