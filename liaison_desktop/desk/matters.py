"""事项 — what is done with matters, step by step, and taken back where it was a slip."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from liaison_desktop.desk.correcting import load_record, refuse_stale
from liaison_desktop.desk.days_of_before import give_days, lack_days
from liaison_desktop.desk.owed import (
    Owed,
    Voter,
    owed_of,
    standing,
    steps_of,
    to_hear_of,
    voters_of,
)
from liaison_desktop.desk.rules import RuleBook
from liaison_desktop.desk.step_corrections import (
    UNDONE,
    StepChange,
    changes_of_steps,
    correct_step,
    is_corrected_by,
    mirror_of,
    name_unit,
    name_voter,
    refuse_unknown_co_units,
    with_voters,
)
from liaison_desktop.desk.undo import take_back
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.base import Record
from liaison_desktop.model.draft import Draft
from liaison_desktop.model.faults import NotFound, Refused, StaleRecord
from liaison_desktop.model.ledger import Viewer
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.matter_clocks import Rules, begin_clocks
from liaison_desktop.model.matter_flow import Row, row_of, rows_from
from liaison_desktop.model.matter_guards import (
    GIVES_AWAY,
    WITH_OTHER,
    Around,
    check_step,
    handed_over_by,
)
from liaison_desktop.model.matter_moves import take_step
from liaison_desktop.model.matter_trail import moved_on
from liaison_desktop.model.step import Step
from liaison_desktop.model.times import business_day
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.user import User
from liaison_desktop.model.visit import Visit
from liaison_desktop.model.words import Move, label
from liaison_desktop.store.former import former_values
from liaison_desktop.store.revisions import revisions_of
from liaison_desktop.store.store import Store
from liaison_desktop.store.wholes import whole

BEGUN = "补计期限"
BEGUN_AT_ONCE = 200
"""Matters that are given their days in one act, while others wait to save."""


@dataclass(frozen=True)
class MatterFacts:
    """A matter with what its page shows: its visit, its trail, what can be done, its voters."""

    matter: Matter
    visit: Visit
    trail: Sequence[Step]
    rows: Sequence[Row]
    people: Sequence[Owed]
    """Everybody who spoke of it, and of what was merged into it."""
    voters: Sequence[Voter]
    """How it stands with each of them since the last answer; nobody before there is one."""
    corrections: Mapping[UUID, Sequence[StepChange]]
    """What was corrected of its steps, by the step, oldest first."""
    rules: Rules
    numbers: Mapping[UUID, str]
    """The numbers of the other matters that its steps name."""
    took_in: Mapping[UUID, UUID]
    """Each step by which another matter was merged into this one, with that matter."""

    @property
    def owed(self) -> list[Owed]:
        """Who is yet to be told."""
        return owed_of(self.voters)

    @property
    def to_hear(self) -> list[Owed]:
        """Who was told and is yet to be asked."""
        return to_hear_of(self.voters)

    @property
    def suggested(self) -> Step | None:
        """The step by which the clerk last put it before the head, with what he suggested."""
        return next((one for one in reversed(self.trail) if one.move is Move.SUBMIT), None)

    @property
    def undoable(self) -> Step | None:
        """The step that the last act of the matter took or corrected; None where it was neither."""
        last = next((step for step in self.trail if step.act == self.matter.act), None)
        changes = self.corrections.get(last.uid, ()) if last is not None else ()
        return None if changes and changes[-1].reason == UNDONE else last

    @property
    def is_correction_last(self) -> bool:
        """Whether the last act of the matter corrected a step, and did not take one."""
        changes = [one for of_step in self.corrections.values() for one in of_step]
        return any(one.act == self.matter.act for one in changes)


class Matters:
    """Verbs of the matters, from screening to the archive."""

    def __init__(self, store: Store, user: User, rule_book: RuleBook) -> None:
        self._store, self._user, self._rule_book = store, user, rule_book

    def load(self, key: str) -> Matter:
        """Return one whole matter by its number or uid; NotFound."""
        with self._store.read() as session:
            return _load(session, key)

    def load_facts(self, key: str) -> MatterFacts:
        """Return everything that is known of a matter, all of one moment; NotFound."""
        with self._store.read() as session:
            matter = _load(session, key)
            visit = _visit_of(session, matter)
            trail = steps_of(session, matter)
            others = {step.other_uid for step in trail} | {matter.merged_into}
            numbers = _numbers(session, others)
            people = voters_of(session, matter)
            corrections = changes_of_steps(session, trail, self._viewer())
            took_in = _took_in(session, trail)
        is_shut = matter.withdrawn_at is not None or visit.withdrawn_at is not None
        rows = [] if is_shut else _sensible(matter, standing(people, trail))
        rules = self._rule_book.load()
        voters = standing(people, trail)
        return MatterFacts(
            matter, visit, trail, rows, people, voters, corrections, rules, numbers, took_in
        )

    def move(self, seen: Matter, step: Step) -> Matter:
        """Return the matter after one step; the step bears who entered it and when.

        The draft that it was typed in, which has its uid, goes with the save. `seen` is the matter
        as it was shown: StaleRecord where somebody changed it since. Refused or NotSaved as
        check_step; a unit that is not registered is a problem at its field.
        """
        return self._act([(seen, step)], Action.HANDLE_MATTER)[0]

    def move_all(self, steps: Sequence[tuple[Matter, Step]]) -> list[Matter]:
        """Return the matters after one step each, in one act: all of them, or none."""
        return self._act(steps, Action.HANDLE_MATTER)

    def correct_step(
        self,
        seen: Matter,
        step_uid: UUID,
        changes: Mapping[str, Any],
        reason: str,
        *,
        draft: UUID | None = None,
    ) -> Matter:
        """Return the matter after a step was corrected (更正), with what followed from it.

        What the step said before stands in its revisions, and `reason` with it. What two matters
        say alike of 并入 and 关联 is corrected in both. Refused where the steps after it would not
        follow any more, NotSaved with the problems of the step as corrected, StaleRecord as `move`.
        `draft` is the draft that it was typed in, which goes too.
        """
        rules = self._rule_book.load()
        with self._store.act(self._user, Action.CORRECT_MATTER, seen, reason=reason) as session:
            matter = load_record(session, Matter, seen.uid)
            refuse_stale("matter", matter, seen)
            visit = _visit_of(session, matter)
            if matter.withdrawn_at is not None or visit.withdrawn_at is not None:
                raise Refused("already_withdrawn")
            around = Around(business_day(self._store.clock()), visit.received_on, rules)
            correct_step(session, matter, step_uid, changes, reason, around)
            own = (Draft.uid == draft) & (Draft.user_uid == self._user.uid)
            session.execute(delete(Draft).where(own))
        return matter

    def lack_days(self) -> bool:
        """Return whether there is a matter that has no days yet and should."""
        with self._store.read() as session:
            return lack_days(session)

    def begin_days(self, most: int = BEGUN_AT_ONCE) -> int:
        """Give matters of an earlier version the days that it did not count, oldest first.

        Returns how many were given theirs now, at most so many: 0 where none is left without.
        """
        rules = self._rule_book.load()
        if not self.lack_days():
            return 0
        with self._store.act(self._user, Action.HANDLE_MATTER, reason=BEGUN) as session:
            return give_days(session, rules, most)

    def undo(self, matters: Sequence[Matter]) -> list[Matter]:
        """Take the last act of these matters back: as they were before it, its steps withdrawn.

        A step that the act corrected says again what it said before. StaleRecord where anything was
        done with one of them since; Refused nothing_to_undo where the last act was no step.
        """
        acts = {matter.act for matter in matters}
        with self._store.act(self._user, Action.HANDLE_MATTER, reason=UNDONE) as session:
            query = select(Step).where(Step.act.in_(acts), Step.withdrawn_at.is_(None))
            steps = list(session.scalars(query))
            touched = {step.matter_uid for step in steps}
            if not touched or not touched.issuperset(matter.uid for matter in matters):
                raise Refused("nothing_to_undo")
            former = [self._as_it_was(session, uid, acts) for uid in sorted(touched)]
            for step in steps:
                if (before := is_corrected_by(session, step, acts)) is not None:
                    take_back(step, before)
                else:
                    step.withdrawn_at, step.withdrawn_reason = self._store.clock(), UNDONE
        return former

    def _as_it_was(self, session: Session, uid: UUID, acts: set[UUID | None]) -> Matter:
        matter = load_record(session, Matter, uid)
        if matter.act not in acts:
            raise StaleRecord("matter")
        revisions = revisions_of(session, matter)
        if revisions and revisions[-1].reason == UNDONE:
            raise Refused("nothing_to_undo")
        if revisions and revisions[-1].act in acts:
            take_back(matter, former_values(revisions[-1]))
            matter.settle_due()
        return matter

    def _act(self, steps: Sequence[tuple[Matter, Step]], action: Action) -> list[Matter]:
        rules = self._rule_book.load()
        record: Record | None = steps[0][0] if len(steps) == 1 else None
        reason = label(steps[0][1].move) if steps else ""
        with self._store.act(self._user, action, record, reason=reason) as session:
            for _seen, step in steps:
                own = (Draft.uid == step.uid) & (Draft.user_uid == self._user.uid)
                session.execute(delete(Draft).where(own))
            return [self._go(session, seen, step, rules) for seen, step in steps]

    def _go(self, session: Session, seen: Matter, step: Step, rules: Rules) -> Matter:
        matter = load_record(session, Matter, seen.uid)
        refuse_stale("matter", matter, seen)
        visit = _visit_of(session, matter)
        if matter.withdrawn_at is not None or visit.withdrawn_at is not None:
            raise Refused("already_withdrawn")
        begin_clocks(matter, business_day(visit.registered_at), rules)
        trail = steps_of(session, matter)
        voters = standing(voters_of(session, matter), trail)
        other = _other(session, step) if step.move in WITH_OTHER else None
        name_unit(session, step)
        refuse_unknown_co_units(session, step)
        name_voter(step, voters)
        around = Around(
            business_day(self._store.clock()),
            visit.received_on,
            rules,
            moved_on(trail),
            other=other,
        )
        known = with_voters(around, voters, trail, step)
        take_step(matter, step, check_step(matter, step, known), known)
        self._enter(session, step)
        if other is not None:
            matter.link_count += 1
            self._mirror(session, step, other, around)
        return matter

    def _mirror(self, session: Session, step: Step, other: Matter, around: Around) -> None:
        """Enter the same in the trail of the other matter: 关联 goes both ways.

        Who was merged into what had been answered is to be told, from that day on.
        """
        session.flush()
        mirrored, trail = _mirrored(step, other, self._store.clock()), steps_of(session, other)
        voters = standing(voters_of(session, other), trail)
        row = row_of(mirrored.move, other.state)
        assert row is not None  # noqa: S101 - whatever state it is in, it can be linked
        take_step(other, mirrored, row, with_voters(around, voters, trail, mirrored))
        self._enter(session, mirrored)
        other.link_count += 1

    def _viewer(self) -> Viewer:
        return Viewer.of(self._user.roles_on(business_day(self._store.clock())))

    def _enter(self, session: Session, step: Step) -> None:
        step.entered_at = self._store.clock()
        step.entered_by = self._user.name or self._user.login
        session.add(step)


def _load(session: Session, key: str) -> Matter:
    try:
        named: Any = Matter.uid == UUID(key)
    except ValueError:
        named = Matter.number == key
    matter = session.scalar(whole(Matter).where(named).limit(1))
    if matter is None:
        raise NotFound("matter", key)
    return matter


def _visit_of(session: Session, matter: Matter) -> Visit:
    return load_record(session, Visit, matter.visit_uid)


def _sensible(matter: Matter, voters: Sequence[Voter]) -> list[Row]:
    """Return what can be done, without what its route or its voters leave no room for."""
    waiting = {Move.FEED_BACK: owed_of(voters), Move.EVALUATE: to_hear_of(voters)}
    idle = {move for move, waits in waiting.items() if voters and not waits}
    idle |= GIVES_AWAY - handed_over_by(matter.route)
    return [row for row in rows_from(matter.state) if row.move not in idle]


def _numbers(session: Session, uids: set[UUID | None]) -> dict[UUID, str]:
    query = select(Matter.uid, Matter.number).where(Matter.uid.in_(uids - {None}))
    return {uid: number for uid, number in session.execute(query.order_by(Matter.id))}


def _took_in(session: Session, trail: Sequence[Step]) -> dict[UUID, UUID]:
    found = {}
    for step in trail:
        if step.move is Move.LINK and step.other_uid is not None:
            mirror = mirror_of(session, step)
            if mirror is not None and mirror.move is Move.MERGE:
                found[step.uid] = step.other_uid
    return found


def _other(session: Session, step: Step) -> Matter | None:
    if step.other_uid is None:
        return None
    other = load_record(session, Matter, step.other_uid)
    if step.move is Move.MERGE and _visit_of(session, other).withdrawn_at is not None:
        raise Refused("target_withdrawn", key=other.number)
    return other


def _mirrored(step: Step, other: Matter, now: Any) -> Step:
    """Return the same step as it stands in the trail of the other matter."""
    return Step(
        uid=new_uid(now),
        station_uid=step.station_uid,
        matter_uid=other.uid,
        move=Move.LINK,
        done_on=step.done_on,
        text=step.text,
        other_uid=step.matter_uid,
    )
