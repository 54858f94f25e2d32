"""反映人 — every voter of a matter is told and asked, those of what was merged into it as well."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from liaison_desktop.model.matter import Matter
from liaison_desktop.model.merging import Merging
from liaison_desktop.model.step import Step
from liaison_desktop.model.visit import Visit, Visitor
from liaison_desktop.model.words import MatterState, Move

ANSWERS = frozenset({Move.REPLY, Move.FULFIL, Move.FORWARD})
"""What the voters are to be told of."""

EVALUATED = ANSWERS - {Move.FORWARD}
"""What they are asked about."""

EVALUATED_BY_THEN = frozenset({MatterState.TRACKED, MatterState.CLOSED})


class Owed(NamedTuple):
    """One voter, and of which matter he spoke.

    `since` is the key of the step by which his matter was merged into this one, 0 for its own;
    `also` are the entries of the register that turned out to be his.
    """

    person_uid: UUID
    name: str
    phone: str
    number: str
    since: int = 0
    also: frozenset[UUID] = frozenset()

    def is_named(self, uid: UUID) -> bool:
        """Return whether an entry of the register is his, whichever of them."""
        return uid == self.person_uid or uid in self.also


class Voter(NamedTuple):
    """How it stands with one voter since the last answer: by which step he was told, and asked.

    `is_asked` is not so of what was forwarded, where he is told where and nothing more, nor of who
    was told only after the matter had been evaluated.
    """

    who: Owed
    told: Step | None
    heard: Step | None
    is_asked: bool = True


def steps_of(session: Session, matter: Matter) -> list[Step]:
    """Return the trail of a matter, oldest first, without what was taken back."""
    query = select(Step).where(Step.matter_uid == matter.uid, Step.withdrawn_at.is_(None))
    return list(session.scalars(query.order_by(Step.id)))


def voters_of(session: Session, matter: Matter) -> list[Owed]:
    """Return each named visitor of a matter and of all that was merged into it, once.

    Who came on the matter's own account stands before those who were merged into it; a visit that
    was withdrawn brings nobody.
    """
    found: dict[UUID, Owed] = {}
    for uid, since in merged_with(session, matter.uid):
        query = (
            select(Visitor.person_uid, Visitor.name, Visitor.phone, Matter.number)
            .join(Visit, Visit.id == Visitor.visit_id)
            .join(Matter, Matter.visit_uid == Visit.uid)
            .where(Matter.uid == uid, ~Visitor.is_anonymous, Visitor.person_uid.is_not(None))
            .where(Visit.withdrawn_at.is_(None), Matter.withdrawn_at.is_(None))
            .order_by(Visitor.position)
        )
        for person_uid, name, phone, number in session.execute(query):
            if person_uid is not None:
                found.setdefault(person_uid, Owed(person_uid, name, phone, number, since))
    return [one._replace(also=_taken_into(session, uid)) for uid, one in found.items()]


def _taken_into(session: Session, uid: UUID) -> frozenset[UUID]:
    """Return every entry that was merged into a person, through however many."""
    found = [uid]
    for one in found:
        query = select(Merging.gone_uid).where(Merging.kept_uid == one, Merging.undone_at.is_(None))
        found += [gone for gone in session.scalars(query) if gone not in found]
    return frozenset(found[1:])


def merged_with(session: Session, uid: UUID) -> list[tuple[UUID, int]]:
    """Return the matter and every one merged into it, through however many, with `Owed.since`."""
    found = [(uid, 0)]
    for one, reached in found:
        query = (
            select(Matter.uid, func.max(Step.id))
            .outerjoin(Step, (Step.matter_uid == Matter.uid) & (Step.move == Move.MERGE))
            .where(Matter.merged_into == one, Step.withdrawn_at.is_(None))
            .group_by(Matter.id)
            .order_by(Matter.id)
        )
        known = {each for each, _since in found}
        found += [
            (merged, max(since or 0, reached))
            for merged, since in session.execute(query)
            if merged not in known
        ]
    return found


def standing(voters: Sequence[Owed], trail: Sequence[Step]) -> list[Voter]:
    """Return how it stands with each voter since the last answer; nobody before there is one."""
    answered = [place for place, step in enumerate(trail) if step.move in ANSWERS]
    if not answered:
        return []
    since, answer = trail[answered[-1] :], trail[answered[-1]]
    told = [step for step in since if step.move is Move.FEED_BACK]
    heard = [step for step in since if step.move is Move.EVALUATE]
    nameless = next((step for step in heard if step.person_uid is None), None)
    found = []
    for one in voters:
        own = _of(one, told, voters)
        is_late = own is not None and own.state_before in EVALUATED_BY_THEN
        is_asked = answer.move in EVALUATED and not is_late
        found.append(Voter(one, own, _of(one, heard, voters) or nameless, is_asked))
    return found


def _of(one: Owed, steps: Sequence[Step], voters: Sequence[Owed]) -> Step | None:
    """Return the last of the steps that is of a voter."""
    return next((step for step in reversed(steps) if is_of(step, one, voters)), None)


def is_of(step: Step, one: Owed, voters: Sequence[Owed]) -> bool:
    """Return whether a step is of this voter: by who he is, or by the name that he had then.

    Two entries of the register that turned out to be one person are one since; a step that names
    an entry which was parted from his again is known by the name.
    """
    uid = step.person_uid
    if uid is None or one.is_named(uid):
        return uid is not None
    is_gone = not any(each.is_named(uid) for each in voters)
    return is_gone and bool(step.id) and step.person == one.name


def owed_of(voters: Sequence[Voter]) -> list[Owed]:
    """Return who is yet to be told of the last answer."""
    return [voter.who for voter in voters if voter.told is None]


def to_hear_of(voters: Sequence[Voter]) -> list[Owed]:
    """Return who was told of the last answer and has not said what he thinks of it."""
    return [
        voter.who
        for voter in voters
        if voter.is_asked and voter.told is not None and voter.heard is None
    ]


def is_chased(trail: Sequence[Step], told: Step | None) -> bool:
    """Return whether anybody was chased after a voter was told, or after the last feedback."""
    for step in reversed(trail):
        if step is told or (told is None and step.move is Move.FEED_BACK):
            return False
        if step.move is Move.CHASE:
            return True
    return False
