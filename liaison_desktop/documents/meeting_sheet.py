"""A consultation ready to be printed, and how its papers name who spoke."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from uuid import UUID

from liaison_desktop.model.commitment import Commitment
from liaison_desktop.model.consultation import AgendaItem, Consultation
from liaison_desktop.model.drawing import Drawing
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.participant import Participant
from liaison_desktop.model.schedule_words import Presence
from liaison_desktop.model.statement import Statement
from liaison_desktop.model.station import Station
from liaison_desktop.model.words import label

PARTS = ("participants", "attachments", "statements", "commitments")
"""What a paper can be printed without."""


@dataclass(frozen=True)
class MeetingSheet:
    """One meeting with all that belongs to it, each in its order; `today` is the day of printing.

    `matters` are those from which the topic came and those that opinions became. `attachments` are
    names of files.
    """

    consultation: Consultation
    station: Station
    today: date
    participants: Sequence[Participant] = ()
    statements: Sequence[Statement] = ()
    commitments: Sequence[Commitment] = ()
    drawings: Sequence[Drawing] = ()
    matters: Mapping[UUID, Matter] = field(default_factory=dict)
    attachments: Sequence[str] = ()
    void: Collection[UUID] = ()
    """Matters that were withdrawn."""

    @property
    def present(self) -> list[Participant]:
        """Who came."""
        return [one for one in self.participants if one.presence is Presence.PRESENT]

    @property
    def expected(self) -> list[Participant]:
        """Who was to come; who walked in was not expected."""
        return [one for one in self.participants if not one.is_walk_in]

    @property
    def on_leave(self) -> list[Participant]:
        return [one for one in self.expected if one.presence and one.presence.is_leave]

    @property
    def is_counted(self) -> bool:
        """Whether it was noted of anybody that he came."""
        return any(one.presence is not None for one in self.participants)

    def by_agenda(self) -> list[tuple[AgendaItem | None, list[Statement]]]:
        """Return what was said on each point of the agenda, last what is on none of them."""
        points: list[AgendaItem | None] = [*self.consultation.agenda, None]
        known = {item.uid for item in self.consultation.agenda}
        said: dict[UUID | None, list[Statement]] = {}
        for one in self.statements:
            said.setdefault(one.item_uid if one.item_uid in known else None, []).append(one)
        found = [(item, said.get(item.uid if item else None, [])) for item in points]
        return [(item, here) for item, here in found if here]

    @cached_property
    def answers(self) -> dict[UUID, list[Statement]]:
        """The answers that were given, by the opinion that each answers."""
        found: dict[UUID, list[Statement]] = {}
        for one in self.statements:
            if one.answers_uid is not None:
                found.setdefault(one.answers_uid, []).append(one)
        return found

    @cached_property
    def places(self) -> dict[UUID, int]:
        """Return the number under which each statement stands on every paper, from 1."""
        return {one.uid: place for place, one in enumerate(self.statements, start=1)}


class Words:
    """What is printed as it was typed, with the names of all who spoke."""

    is_public = False
    """Whether what stays at the station is left out: numbers of matters, notes, proofs."""

    def say(self, text: str) -> str:
        """Return a text as this paper prints it."""
        return text

    def officer(self, text: str) -> str:
        """Return who acts in office, or for which unit, as this paper prints it."""
        return text

    def name(self, one: Participant) -> str:
        """Return how this paper names who takes part."""
        return one.name

    def body(self, one: Participant) -> str:
        """Return from where he is said to be."""
        return one.body

    def speaker(self, one: Statement) -> str:
        """Return how this paper names who spoke, his unit on a line of its own."""
        return "\n".join(filter(None, [one.speaker, one.speaker_body])) or "（未记姓名）"

    def raised_by(self, one: Commitment) -> str:
        """Return how this paper names who asked for a promise."""
        return one.raised_by


def meeting_word(consultation: Consultation) -> str:
    """Return what a meeting of this kind is called: 民情恳谈会, 议事会, 座谈会."""
    return f"{label(consultation.kind).removesuffix('会')}会"


def file_size(size: int) -> str:
    """Return the size of a file in KB or MB, rounded up to a tenth."""
    tenths = -(-size * 10 // 1024)
    if tenths < 10_240:
        return f"{tenths / 10:g} KB"
    return f"{-(-tenths // 1024) / 10:g} MB"
