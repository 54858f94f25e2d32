"""事项 — what is done with matters, step by step, and taken back where it was a slip."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from liaison_desktop.desk.correcting import load_record, refuse_stale
from liaison_desktop.desk.owed import Owed, owed_of, steps_of
from liaison_desktop.desk.rules import RuleBook
from liaison_desktop.desk.undo import take_back
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.base import Record
from liaison_desktop.model.draft import Draft
from liaison_desktop.model.faults import (
    NotFound,
    NotSaved,
    Problem,
    ProblemCode,
    Refused,
    StaleRecord,
)
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.matter_clocks import Rules, begin_clocks
from liaison_desktop.model.matter_flow import Row, rows_from
from liaison_desktop.model.matter_guards import HANDS_OVER, WITH_OTHER, Around, check_step
from liaison_desktop.model.matter_moves import take_step
from liaison_desktop.model.step import Step
from liaison_desktop.model.times import business_day
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.unit import Unit
from liaison_desktop.model.user import User
from liaison_desktop.model.visit import Visit
from liaison_desktop.model.words import Move, label
from liaison_desktop.store.former import former_values
from liaison_desktop.store.revisions import revisions_of
from liaison_desktop.store.store import Store
from liaison_desktop.store.wholes import whole

NAMES_UNIT = HANDS_OVER | {Move.CO_HANDLE}
UNDONE = "撤销"


@dataclass(frozen=True)
class MatterFacts:
    """A matter with what its page shows: its visit, its trail, what can be done, who is owed."""

    matter: Matter
    visit: Visit
    trail: Sequence[Step]
    rows: Sequence[Row]
    owed: Sequence[Owed]
    rules: Rules
    numbers: Mapping[UUID, str]
    """The numbers of the other matters that its steps name."""


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
            owed = owed_of(session, matter, trail)
        is_shut = matter.withdrawn_at is not None or visit.withdrawn_at is not None
        rows = [] if is_shut else rows_from(matter.state)
        return MatterFacts(matter, visit, trail, rows, owed, self._rule_book.load(), numbers)

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

    def undo(self, matters: Sequence[Matter]) -> list[Matter]:
        """Take the last act of these matters back: as they were before it, its steps withdrawn.

        StaleRecord where anything was done with one of them since; Refused nothing_to_undo where
        the last act was no step.
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
                step.withdrawn_at, step.withdrawn_reason = self._store.clock(), UNDONE
        return former

    def _as_it_was(self, session: Session, uid: UUID, acts: set[UUID | None]) -> Matter:
        matter = load_record(session, Matter, uid)
        if matter.act not in acts:
            raise StaleRecord("matter")
        revisions = revisions_of(session, matter)
        if revisions and revisions[-1].act in acts:  # a link alone leaves the matter as it was
            take_back(matter, former_values(revisions[-1]))
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
        owed = owed_of(session, matter, trail)
        other = _other(session, step) if step.move in WITH_OTHER else None
        _name_unit(session, step)
        _name_person(step, owed)
        around = Around(
            business_day(self._store.clock()),
            visit.received_on,
            rules,
            [one.person_uid for one in owed],
            other,
            is_chased=_is_chased(trail),
        )
        row = check_step(matter, step, around)
        is_all_told = not [one for one in owed if one.person_uid != step.person_uid]
        take_step(matter, step, row, rules, is_all_told=is_all_told)
        self._enter(session, step)
        if other is not None:
            self._enter(session, _mirrored(step, other, self._store.clock()))
            other.link_count += 1
            matter.link_count += 1
        return matter

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


def _numbers(session: Session, uids: set[UUID | None]) -> dict[UUID, str]:
    query = select(Matter.uid, Matter.number).where(Matter.uid.in_(uids - {None}))
    return {uid: number for uid, number in session.execute(query)}


def _other(session: Session, step: Step) -> Matter | None:
    if step.other_uid is None:
        return None
    return load_record(session, Matter, step.other_uid)


def _name_unit(session: Session, step: Step) -> None:
    """Let a step name a unit by uid and name both, by whichever was given."""
    name = step.unit_name.strip()
    if step.move not in NAMES_UNIT or (not name and step.unit_uid is None):
        return
    named = Unit.uid == step.unit_uid if step.unit_uid is not None else Unit.name == name
    query = select(Unit).where(named, Unit.withdrawn_at.is_(None)).order_by(Unit.id)
    unit = session.scalar(query.limit(1))
    if unit is None:
        raise NotSaved([Problem("unit_name", ProblemCode.UNIT_UNKNOWN)])
    step.unit_uid, step.unit_name = unit.uid, unit.name


def _name_person(step: Step, owed: Sequence[Owed]) -> None:
    for one in owed:
        if one.person_uid == step.person_uid:
            step.person = one.name


def _is_chased(trail: Sequence[Step]) -> bool:
    """Return whether anybody was chased after the last feedback."""
    for step in reversed(trail):
        if step.move in {Move.CHASE, Move.FEED_BACK}:
            return step.move is Move.CHASE
    return False


def _mirrored(step: Step, other: Matter, now: Any) -> Step:
    """Return the same as it stands in the trail of the other matter: 关联 goes both ways."""
    mirrored = Step(
        uid=new_uid(now),
        station_uid=step.station_uid,
        matter_uid=other.uid,
        move=Move.LINK,
        done_on=step.done_on,
        text=step.text,
        other_uid=step.matter_uid,
    )
    mirrored.state_before = mirrored.state_after = other.state
    return mirrored
