"""Whether two people are one: by name, and by what else is known of both. Pure rules.

The surname must agree. The given name may be the same, differ in a variant character (喆, 哲),
sound the same, or lack a character; by itself that is never enough: something else must agree.
Figures are points; LIKELY was measured on invented people (bench/same_people.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from liaison_desktop.model.masking import place_of
from liaison_desktop.model.words import Sex, tr


class Reason(StrEnum):
    """What speaks for two being one."""

    SAME_NAME = "same_name"
    VARIANT = "variant"
    HOMOPHONE = "homophone"
    MISSING = "missing"
    PHONE = "phone"
    PHONE_TAIL = "phone_tail"
    BIRTH = "birth"
    ID_NO = "id_no"
    PLACE = "place"


REASON_LABELS = {
    Reason.SAME_NAME: tr("同名"),
    Reason.VARIANT: tr("名字是异体字"),
    Reason.HOMOPHONE: tr("名字同音"),
    Reason.MISSING: tr("名字少一个字"),
    Reason.PHONE: tr("电话相同"),
    Reason.PHONE_TAIL: tr("电话尾号相同"),
    Reason.BIRTH: tr("出生年月相同"),
    Reason.ID_NO: tr("身份证号相同"),
    Reason.PLACE: tr("同一村社区"),
}

POINTS = {
    Reason.SAME_NAME: 6,
    Reason.VARIANT: 5,
    Reason.HOMOPHONE: 4,
    Reason.MISSING: 3,
    Reason.PHONE: 6,
    Reason.PHONE_TAIL: 2,
    Reason.BIRTH: 4,
    Reason.ID_NO: 12,
    Reason.PLACE: 2,
}
OTHER_BIRTH, OTHER_SEX, OTHER_PHONE = -6, -6, -1
LIKELY = 8
"""Points from which two are shown as likely the same."""

TAIL = 4


@dataclass(frozen=True)
class Sign:
    """One character of a name: the ways it is written, and how it may be read."""

    written: frozenset[str]
    variants: frozenset[str]
    read: frozenset[str]

    def agrees(self, other: "Sign") -> Reason | None:
        """Return how two characters agree: written the same, as variants, or read the same."""
        if not self.written.isdisjoint(other.written):
            return Reason.SAME_NAME
        if not self.variants.isdisjoint(other.variants):
            return Reason.VARIANT
        return Reason.HOMOPHONE if not self.read.isdisjoint(other.read) else None


@dataclass(frozen=True)
class PersonFacts:
    """What is known of a person; `surname` and `given` are the characters of his name."""

    surname: Sequence[Sign]
    given: Sequence[Sign]
    sex: Sex | None = None
    phone: str = ""
    birth_ym: str = ""
    id_no: str = ""
    address: str = ""


@dataclass(frozen=True)
class Likeness:
    """Why two are likely one, the name first; the more points, the likelier."""

    reasons: tuple[Reason, ...]
    points: int


def alike(one: PersonFacts, other: PersonFacts) -> Likeness | None:
    """Return why two are likely the same, None where they are not."""
    named = _names_agree(one, other)
    if named is None or (one.id_no and other.id_no and one.id_no != other.id_no):
        return None
    reasons = (named, *_further(one, other))
    points = sum(POINTS[reason] for reason in reasons) + _against(one, other)
    return Likeness(reasons, points) if points >= LIKELY else None


def _names_agree(one: PersonFacts, other: PersonFacts) -> Reason | None:
    if len(one.surname) != len(other.surname) or not one.surname:
        return None
    if not all(_is_same_surname(a, b) for a, b in zip(one.surname, other.surname, strict=True)):
        return None
    shorter, longer = sorted((one.given, other.given), key=len)
    if len(shorter) == len(longer):
        return _weakest([a.agrees(b) for a, b in zip(shorter, longer, strict=True)])
    if len(longer) - len(shorter) == 1 and shorter and _is_within(shorter, longer):
        return Reason.MISSING
    return None


def _is_same_surname(one: Sign, other: Sign) -> bool:
    """Return whether two surnames agree; read the same counts only where one is not written."""
    agreed = one.agrees(other)
    if agreed is Reason.HOMOPHONE:
        return not (one.written and other.written)
    return agreed is not None


def _weakest(agreed: Sequence[Reason | None]) -> Reason | None:
    for reason in (None, Reason.HOMOPHONE, Reason.VARIANT):
        if reason in agreed:
            return reason
    return Reason.SAME_NAME


def _is_within(shorter: Sequence[Sign], longer: Sequence[Sign]) -> bool:
    written = (Reason.SAME_NAME, Reason.VARIANT)
    rest = iter(longer)
    return all(any(sign.agrees(each) in written for each in rest) for sign in shorter)


def _further(one: PersonFacts, other: PersonFacts) -> list[Reason]:
    found = []
    if one.id_no and one.id_no == other.id_no:
        found.append(Reason.ID_NO)
    if one.phone and one.phone == other.phone:
        found.append(Reason.PHONE)
    elif len(one.phone) >= TAIL and one.phone[-TAIL:] == other.phone[-TAIL:]:
        found.append(Reason.PHONE_TAIL)
    if one.birth_ym and one.birth_ym == other.birth_ym:
        found.append(Reason.BIRTH)
    if place_of(one.address) and place_of(one.address) == place_of(other.address):
        found.append(Reason.PLACE)
    return found


def _against(one: PersonFacts, other: PersonFacts) -> int:
    points = 0
    if one.birth_ym and other.birth_ym and one.birth_ym[:7] != other.birth_ym[:7]:
        points += OTHER_BIRTH
    if {one.sex, other.sex} == {Sex.MALE, Sex.FEMALE}:
        points += OTHER_SEX
    if one.phone and other.phone and one.phone[-TAIL:] != other.phone[-TAIL:]:
        points += OTHER_PHONE
    return points
