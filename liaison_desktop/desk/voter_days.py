"""反映人变了 — the days of an answered matter follow who its voters are now."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy.orm import Session

from liaison_desktop.desk.owed import owed_of, standing, steps_of, voters_of
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.matter_clocks import Rules, await_latecomer, running, stop_clocks
from liaison_desktop.model.matter_moves import JOINED_LATE
from liaison_desktop.model.visit import Visit
from liaison_desktop.model.words import Move
from liaison_desktop.store.wholes import whole


def settle_voters(session: Session, visit: Visit, day: date, rules: Rules) -> None:
    """Let what a visit's people wait for follow who they are after it was changed.

    Who came in is to be told within days from now on; nobody waits for who is gone.
    """
    session.flush()
    for matter in _answered(session, visit):
        trail = steps_of(session, matter)
        voters = standing(voters_of(session, matter), trail)
        told = [step for step in trail if step.move is Move.FEED_BACK]
        is_asked_for = running(matter, ("feed_back",)) is not None
        if owed_of(voters) and not is_asked_for:
            await_latecomer(matter, day, rules)
        elif not owed_of(voters) and is_asked_for and told and told[-1].done_on:
            stop_clocks(matter, ("feed_back",), told[-1].done_on, is_met=True)
        here = {voter.told.uid for voter in voters if voter.told is not None}
        for one in matter.deadlines:
            is_gone = one.told_by is not None and one.told_by not in here
            if voters and one.is_running and is_gone:
                one.ended_on = day
        matter.settle_due()


def _answered(session: Session, visit: Visit) -> Iterator[Matter]:
    """Yield each matter that waits for somebody of a visit, by itself or by what was merged."""
    query = whole(Matter).where(Matter.visit_uid == visit.uid, Matter.withdrawn_at.is_(None))
    for own in list(session.scalars(query)):
        matter: Matter | None = own
        while matter is not None and matter.merged_into is not None:
            into = whole(Matter).where(Matter.uid == matter.merged_into)
            matter = session.scalar(into)
        if matter is not None and matter.state in JOINED_LATE:
            yield matter
