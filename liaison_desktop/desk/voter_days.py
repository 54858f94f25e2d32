"""反映人变了 — the days of an answered matter follow who its voters are now."""

from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy.orm import Session

from liaison_desktop.desk.owed import Voter, owed_of, standing, steps_of, voters_of
from liaison_desktop.model.matter import TELLING, Matter
from liaison_desktop.model.matter_clocks import (
    Rules,
    await_latecomer,
    running,
    start_clock,
    stop_clocks,
)
from liaison_desktop.model.matter_flow import VOTER_CLOCKS
from liaison_desktop.model.matter_moves import JOINED_LATE
from liaison_desktop.model.step import Step
from liaison_desktop.model.visit import Visit
from liaison_desktop.model.words import MatterState, Move
from liaison_desktop.store.wholes import whole

AWAITING = JOINED_LATE | {MatterState.FORWARDED, MatterState.CLOSED}
"""States of a matter that was answered, or sent on, of which another may yet have to be told."""


def settle_voters(session: Session, visit: Visit, day: date, rules: Rules) -> None:
    """Let what a visit's people wait for follow who they are after it was changed.

    Who came in is to be told within days from now on, even where the matter was closed by then;
    nobody waits for who is gone.
    """
    session.flush()
    for matter in _answered(session, visit):
        trail = steps_of(session, matter)
        voters = standing(voters_of(session, matter), trail)
        follow_voters(matter, voters, trail, day, rules)


def follow_voters(
    matter: Matter, voters: Sequence[Voter], trail: Sequence[Step], day: date, rules: Rules
) -> None:
    """Let the days of a matter follow who its voters are since this day."""
    _settle_telling(matter, voters, trail, day, rules)
    _settle_asking(matter, voters, day, rules)
    matter.settle_due()


def _settle_telling(
    matter: Matter, voters: Sequence[Voter], trail: Sequence[Step], day: date, rules: Rules
) -> None:
    told = [step for step in trail if step.move is Move.FEED_BACK]
    is_asked_for = running(matter, TELLING) is not None
    if owed_of(voters) and not is_asked_for:
        code = "declined_notice" if matter.state is MatterState.FORWARDED else "feed_back"
        await_latecomer(matter, day, rules, code)
    elif not owed_of(voters) and is_asked_for and told and told[-1].done_on:
        stop_clocks(matter, TELLING, told[-1].done_on, is_met=True)


def _settle_asking(matter: Matter, voters: Sequence[Voter], day: date, rules: Rules) -> None:
    """End the limits that wait for nobody, and begin one for who is waited for without any."""
    waited = [voter.told for voter in voters if voter.is_asked and not voter.heard and voter.told]
    uids = {step.uid for step in waited}
    limits = [one for one in matter.deadlines if one.rule in VOTER_CLOCKS and one.is_running]
    for one in limits:
        if voters and one.told_by is not None and one.told_by not in uids:
            one.ended_on = day
    begun = {one.told_by for one in limits}
    if matter.state is not MatterState.EVALUATING or None in begun:
        return
    for step in waited:
        if step.uid not in begun and step.done_on is not None:
            start_clock(matter, "evaluate", step.done_on, rules, told_by=step.uid)


def _answered(session: Session, visit: Visit) -> Iterator[Matter]:
    """Yield each matter that waits for somebody of a visit, by itself or by what was merged."""
    query = whole(Matter).where(Matter.visit_uid == visit.uid, Matter.withdrawn_at.is_(None))
    for own in list(session.scalars(query)):
        matter: Matter | None = own
        while matter is not None and matter.merged_into is not None:
            into = whole(Matter).where(Matter.uid == matter.merged_into)
            matter = session.scalar(into)
        if matter is not None and matter.state in AWAITING:
            yield matter
