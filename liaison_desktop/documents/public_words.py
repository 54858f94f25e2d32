"""How a paper for the public names who spoke: by name who agreed or acts in office, else by kind.

The names of the others, and every phone and ID number, are hidden in all that was typed, as on the
papers of a matter; the register keeps every word.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from liaison_desktop.documents.matter_values import HIDDEN
from liaison_desktop.documents.meeting_sheet import MeetingSheet, Words
from liaison_desktop.model.commitment import Commitment
from liaison_desktop.model.consultation_words import ParticipantKind, StatementKind
from liaison_desktop.model.participant import Participant
from liaison_desktop.model.statement import Statement

IN_OFFICE = frozenset({ParticipantKind.DEPUTY, ParticipantKind.DEPARTMENT})
"""Who takes part by office, and is named for it."""

KINDS: Final[Mapping[ParticipantKind, str]] = {
    ParticipantKind.DEPUTY: "代表",
    ParticipantKind.MEMBER: "议事组织成员",
    ParticipantKind.RESIDENT: "群众代表",
    ParticipantKind.DEPARTMENT: "部门",
    ParticipantKind.EXPERT: "专家",
    ParticipantKind.OTHER: "其他参加人",
}
"""What stands for a name that is not published."""

UNKNOWN = KINDS[ParticipantKind.RESIDENT]
_GAP = r"[\s\-－—]?"
_MOBILE = rf"(?:\+?86{_GAP})?1[3-9](?:{_GAP}\d){{9}}"
_AT_HOME = (
    rf"0\d{{2,3}}{_GAP}\d{{7,8}}"
    r"|(?!20\d\d[01]\d[0-3]\d(?!\d))[2-9]\d{6,7}(?!\s?[年月日元万亿号])"  # without its area code
)
_CARD = (
    rf"\d{{6}}{_GAP}\d{{8}}{_GAP}\d{{3}}[\dXx]"  # an ID number
    rf"|\d{{15,19}}|\d{{4}}(?:{_GAP}\d{{4}}){{3}}(?:{_GAP}\d{{1,3}})?"  # an old one, a bank card
)
_OWN = re.compile(rf"(?<!\d)(?:{_MOBILE}|{_CARD})(?!\d)")
_PRIVATE = re.compile(rf"(?<!\d)(?:{_MOBILE}|{_AT_HOME}|{_CARD})(?!\d)")
_HALVES = str.maketrans("０１２３４５６７８９＋ｘＸ", "0123456789+xX")
"""Digits as an input method may type them, each as the one that is looked for."""
_LEAST_PHONE = 5
"""Digits of a phone; what has fewer is a word."""


class PublicWords(Words):
    """The words of one meeting as the public reads them."""

    is_public = True

    def __init__(self, sheet: MeetingSheet) -> None:
        self._by_uid = {one.uid: one for one in sheet.participants}
        self._sheet = sheet
        shown = {one.name for one in sheet.participants if is_named(one)}
        shown |= {sheet.consultation.host, sheet.consultation.recorder}
        hidden = {one.name for one in sheet.participants if not is_named(one)}
        hidden |= {s.speaker for s in sheet.statements if not self._is_named(s, shown)}
        hidden |= {c.raised_by for c in sheet.commitments} - shown
        phones = {one.phone for one in sheet.participants if is_phone(one.phone)}
        self._hidden = _signs(hidden | phones)
        self._names = _pattern({*hidden, *phones, *shown})

    def say(self, text: str) -> str:
        """Return the text without the names of who did not agree, without phones and ID numbers."""
        told = without_numbers(text)
        if self._names is None:
            return told
        return self._names.sub(self._replacement, told)

    def officer(self, text: str) -> str:
        """Return the text with every name in it, without phones."""
        return without_numbers(text)

    def name(self, one: Participant) -> str:
        return one.name if is_named(one) else KINDS[one.participant_kind]

    def body(self, one: Participant) -> str:
        return self.say(one.body) if is_named(one) else ""

    def speaker(self, one: Statement) -> str:
        who = self._participant(one)
        if who is not None and is_named(who):
            return "\n".join(filter(None, [who.name, self.say(one.speaker_body or who.body)]))
        if who is not None:
            return KINDS[who.participant_kind]
        if one.speaker.strip() in self._officers():
            return one.speaker
        if one.kind is StatementKind.ANSWER:
            return self.say(one.speaker_body) or "答复单位"
        return UNKNOWN

    def raised_by(self, one: Commitment) -> str:
        raised = one.raised_by.strip()
        named = [who for who in self._by_uid.values() if who.name.strip() == raised]
        if not raised:
            return ""
        if not named:
            return one.raised_by if raised in self._officers() else UNKNOWN
        return self.name(next((who for who in named if not is_named(who)), named[0]))

    def _is_named(self, one: Statement, shown: set[str]) -> bool:
        who = self._participant(one)
        return is_named(who) if who is not None else one.speaker in shown

    def _participant(self, one: Statement) -> Participant | None:
        """Return who spoke: as he was chosen, else who alone bears the name that was typed."""
        if (uid := one.participant_uid) is not None and uid in self._by_uid:
            return self._by_uid[uid]
        named = [who for who in self._by_uid.values() if who.name.strip() == one.speaker.strip()]
        return named[0] if len(named) == 1 else None

    def _officers(self) -> set[str]:
        meeting = self._sheet.consultation
        return {meeting.host.strip(), meeting.recorder.strip()} - {""}

    def _replacement(self, found: re.Match[str]) -> str:
        return HIDDEN if "".join(found[0].split()) in self._hidden else found[0]


class PassedWords(PublicWords):
    """The words of one meeting as a unit reads them: as the public does, with numbers and notes.

    A unit may be the one complained about (see `matter_values.py`): who did not agree is not named.
    """

    is_public = False


def is_named(one: Participant) -> bool:
    """Return whether the public may read a participant's name."""
    return one.may_publish_name or one.participant_kind in IN_OFFICE


def without_numbers(text: str) -> str:
    """Return a text with every phone, ID number and bank card hidden in it."""
    return _without(_PRIVATE, text)


def without_own_numbers(text: str, phones: Iterable[str]) -> str:
    """Return a text without what is somebody's own: mobile phones, ID numbers, and these phones.

    An office's phone stays, and any other figure.
    """
    told = _without(_OWN, text)
    for phone in filter(is_phone, phones):
        digits = [one for one in phone.translate(_HALVES) if one.isdigit()]
        told = _without(re.compile(rf"(?<!\d){_GAP.join(digits)}(?!\d)"), told)
    return told


def _without(pattern: re.Pattern[str], text: str) -> str:
    """Return a text with what a pattern finds in it hidden, however wide its digits are."""
    parts, end = [], 0
    for found in pattern.finditer(text.translate(_HALVES)):
        parts += [text[end : found.start()], HIDDEN]
        end = found.end()
    return "".join([*parts, text[end:]])


def is_phone(text: str) -> bool:
    """Return whether a phone that was typed is one, and no word: 无."""
    return sum(map(str.isdigit, text)) >= _LEAST_PHONE


def _signs(names: Iterable[str]) -> set[str]:
    """Return the names without their spaces; a single character is a word, not a name."""
    found = {"".join(name.split()) for name in names}
    return {name for name in found if len(name) > 1}


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds each name, its characters close together or apart, the longest first."""
    signs = sorted(_signs(names), key=len, reverse=True)
    if not signs:
        return None
    return re.compile("|".join(r"\s*".join(map(re.escape, name)) for name in signs))
