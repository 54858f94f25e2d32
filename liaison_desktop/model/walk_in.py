"""临时到会 — one who walks in, typed in one line: 姓名 单位 身份 电话, in this order or another."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from liaison_desktop.model.consultation_words import Origin, ParticipantKind
from liaison_desktop.model.idcodes import looks_like_phone
from liaison_desktop.model.words import LABELS

_BETWEEN = re.compile(r"[\s、，,；;]+")
_DIGITS = re.compile(r"\+?[\d-]{3,}\Z")
_KINDS = {LABELS[kind]: kind for kind in ParticipantKind}
_ORIGINS = {LABELS[origin]: origin for origin in Origin}


@dataclass(frozen=True)
class WalkIn:
    """Who walked in, as far as the line says it; nothing of the line is left out."""

    name: str
    body: str = ""
    phone: str = ""
    kind: ParticipantKind = ParticipantKind.RESIDENT
    origin: Origin = Origin.VOLUNTEER


def read_walk_in(line: str) -> WalkIn:
    """Return who is meant: the first word is the name, digits are the phone.

    A word of the closed lists (部门, 专家, 邀请 …) says who he is or how he came; all the rest is
    the body he comes from. Who comes without being asked came of his own accord (自愿报名).
    """
    words = [word for word in _BETWEEN.split(line) if word]
    said: dict[str, Any] = {}
    rest: list[str] = []
    for word in words[1:]:
        field, value = _meaning(word)
        if field in said or not field:
            rest.append(word)
        else:
            said[field] = value
    return WalkIn(words[0] if words else "", " ".join(rest), **said)


def _meaning(word: str) -> tuple[str, Any]:
    """Return which field a word is of, and its value there; "" for any other word."""
    plain = unicodedata.normalize("NFKC", word)
    if _DIGITS.match(plain) and looks_like_phone(plain):
        return "phone", word
    if word in _KINDS:
        return "kind", _KINDS[word]
    return ("origin", _ORIGINS[word]) if word in _ORIGINS else ("", None)
