"""待反馈的人 — every voter of a matter is told, and those of what was merged into it as well."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from liaison_desktop.model.matter import Matter
from liaison_desktop.model.step import Step
from liaison_desktop.model.visit import Visit, Visitor
from liaison_desktop.model.words import Move

ANSWERS = frozenset({Move.REPLY, Move.FULFIL})


class Owed(NamedTuple):
    """One who is yet to be told, and of which matter he spoke."""

    person_uid: UUID
    name: str
    phone: str
    number: str


def steps_of(session: Session, matter: Matter) -> list[Step]:
    """Return the trail of a matter, oldest first, without what was taken back."""
    query = select(Step).where(Step.matter_uid == matter.uid, Step.withdrawn_at.is_(None))
    return list(session.scalars(query.order_by(Step.id)))


def voters_of(session: Session, matter: Matter) -> list[Owed]:
    """Return each named visitor of a matter and of all that was merged into it, once."""
    found: dict[UUID, Owed] = {}
    for uid in merged_with(session, matter.uid):
        query = (
            select(Visitor.person_uid, Visitor.name, Visitor.phone, Matter.number)
            .join(Visit, Visit.id == Visitor.visit_id)
            .join(Matter, Matter.visit_uid == Visit.uid)
            .where(Matter.uid == uid, ~Visitor.is_anonymous, Visitor.person_uid.is_not(None))
            .order_by(Visitor.position)
        )
        for person_uid, name, phone, number in session.execute(query):
            if person_uid is not None:
                found.setdefault(person_uid, Owed(person_uid, name, phone, number))
    return list(found.values())


def merged_with(session: Session, uid: UUID) -> list[UUID]:
    """Return the matter and every one merged into it, through however many."""
    found = [uid]
    for one in found:
        query = select(Matter.uid).where(Matter.merged_into == one).order_by(Matter.id)
        found += [merged for merged in session.scalars(query) if merged not in found]
    return found


def owed_of(session: Session, matter: Matter, trail: Sequence[Step]) -> list[Owed]:
    """Return who is yet to be told of the last answer; nobody before there is one."""
    answered = [place for place, step in enumerate(trail) if step.move in ANSWERS]
    if not answered:
        return []
    told = {step.person_uid for step in trail[answered[-1] :] if step.move is Move.FEED_BACK}
    return [one for one in voters_of(session, matter) if one.person_uid not in told]
