"""补计期限 — the days that an earlier version of the program did not count."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import Session

from liaison_desktop.desk.owed import standing, steps_of, voters_of
from liaison_desktop.model.matter import Deadline, Matter
from liaison_desktop.model.matter_clocks import Rules, begin_clocks, count_apart
from liaison_desktop.model.times import business_day
from liaison_desktop.model.visit import Visit
from liaison_desktop.model.words import MatterState, Move
from liaison_desktop.store.wholes import whole


def lack_days(session: Session) -> bool:
    """Return whether a matter lacks days that it should have."""
    queries = (_not_begun(), _not_apart())
    return any(session.scalar(query.limit(1)) is not None for query in queries)


def give_days(session: Session, rules: Rules, most: int) -> int:
    """Give at most so many matters their days, oldest first, and return how many were."""
    fresh = list(session.scalars(_not_begun().order_by(Matter.id).limit(most)))
    days = _registered_on(session, fresh)
    for matter in fresh:
        begin_clocks(matter, days[matter.visit_uid], rules)
    told = list(session.scalars(_not_apart().order_by(Matter.id).limit(most - len(fresh))))
    for matter in told:
        _tell_apart(session, matter, rules)
    return len(fresh) + len(told)


def _not_begun() -> Select[Matter]:
    """Return the query for matters that wait to be screened and for no day; by ix_matter_work."""
    return (
        whole(Matter)
        .join(Visit, Visit.uid == Matter.visit_uid)
        .where(Matter.state == MatterState.REGISTERED, Matter.due_on.is_(None))
        .where(Matter.withdrawn_at.is_(None), Visit.withdrawn_at.is_(None))
    )


def _not_apart() -> Select[Matter]:
    """Return the query for matters whose limit for evaluation names no voter; by ix_matter_work.

    The migration has taken the day away from all that had one.
    """
    of_all = (
        exists()
        .where(Deadline.matter_id == Matter.id, Deadline.rule == "evaluate")
        .where(Deadline.told_by.is_(None), Deadline.ended_on.is_(None))
    )
    is_told = Matter.state == MatterState.EVALUATING
    return whole(Matter).where(is_told, Matter.due_on.is_(None), of_all)


def _registered_on(session: Session, matters: Sequence[Matter]) -> dict[UUID, date]:
    uids = {matter.visit_uid for matter in matters}
    query = select(Visit.uid, Visit.registered_at).where(Visit.uid.in_(uids))
    return {uid: business_day(at) for uid, at in session.execute(query)}


def _tell_apart(session: Session, matter: Matter, rules: Rules) -> None:
    """Let every voter who was told have the days of his own."""
    trail = steps_of(session, matter)
    voters = standing(voters_of(session, matter), trail)
    told = [(voter.told, voter.heard) for voter in voters if voter.told is not None]
    last = next((step for step in reversed(trail) if step.move is Move.FEED_BACK), None)
    if last is not None:
        count_apart(matter, sorted(told, key=lambda one: one[0].id) or [(last, None)], rules)
