"""Matters walked at random at a real desk: whatever is done, corrected and taken back, nobody is
forgotten, no day is wrong, and the trail tells how it came to stand as it does."""

import random
from collections.abc import Callable
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.matters import MatterFacts
from liaison_desktop.desk.owed import steps_of
from liaison_desktop.desk.step_corrections import COUNTED_APART, replay_all
from liaison_desktop.desk.voter_days import AWAITING
from liaison_desktop.desk.voters_then import VotersThen
from liaison_desktop.model.faults import Fault
from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.matter import SET_BY_STEPS, TELLING, Deadline, Matter
from liaison_desktop.model.matter_flow import Row
from liaison_desktop.model.matter_guards import WITH_OTHER, Around, latest_extension
from liaison_desktop.model.step import Step
from liaison_desktop.model.times import SHANGHAI
from liaison_desktop.model.words import (
    GuidedTo,
    MatterState,
    Move,
    ResultClass,
    Route,
    Satisfaction,
    Urgency,
)
from tests.builders import a_matter, a_unit, a_visit, a_visitor
from tests.desk.test_matters import a_step, replied
from tests.desk.test_voter_days import visitors_of
from tests.homes import StoppedClock

S, M = MatterState, Move
ACTIONS = 30
NAMES = ("李桂芳", "赵大伟", "陈明", "王建国")
UNITS = ("街道办城建办", "街道办民政办")
OFTEN = {M.FEED_BACK: 5, M.EVALUATE: 5, M.REPLY: 4, M.ASSIGN: 4, M.TRANSFER: 4, M.RESUME: 3}
SELDOM = (M.ARCHIVE, M.LINK, M.CONTACT, M.CO_HANDLE, M.SUBMIT, M.DISSENT, M.SUPERVISE)
"""Moves that would end a walk early, or lead nowhere."""

AT_AN_END = frozenset({S.ARCHIVED, S.MERGED, S.DECLINED, S.FOR_REFERENCE})


class Walk:
    """Three matters, one of two people answered already, and what chance does to one next."""

    def __init__(self, desk: Desk, clock: StoppedClock, seed: int) -> None:
        self.desk, self.clock = desk, clock
        self.chance = random.Random(seed)  # noqa: S311 - chance of a test
        self.done: list[str] = []
        clock.now = datetime(2026, 12, 1, 9, tzinfo=SHANGHAI)
        for name in UNITS:
            desk.units.register(a_unit(name))
        self.numbers = [self.came(n) for n in (2, self.chance.randrange(3), 1)]
        replied(desk, self.facts(self.numbers[0]).matter, done_on=desk.today())

    def came(self, headcount: int) -> str:
        """Register a visit and return the number of its matter."""
        names = self.chance.sample(NAMES, headcount)
        people = [a_visitor(name, phone=f"1380000{len(name):04d}") for name in names]
        now = {"received_at": self.clock.now, "registered_at": self.clock.now}
        matters = [a_matter(urgency=self.chance.choice(list(Urgency)))]
        visit = a_visit(*people, matters=matters, **now)
        self.desk.visits.register(visit)
        return f"{visit.number}-1"

    def facts(self, number: str) -> MatterFacts:
        return self.desk.matters.load_facts(number)

    def go(self, *others: Callable[[MatterFacts], object]) -> set[UUID]:
        """Do one thing and return which it changed; or be refused, and change none."""
        self.clock.now += timedelta(minutes=1)
        if self.chance.random() < 0.4:
            self.clock.now += timedelta(days=self.chance.randrange(1, 7))
        known = self.facts(self.chance.choice(self.numbers))
        actions = [*[self.step] * 7, *[self.correct] * 2, self.undo, *others * 2]
        action, before = self.chance.choice(actions), self.versions()
        is_refused = False
        try:
            action(known)
        except Fault:
            is_refused = True
        after = self.versions()
        assert not (is_refused and after != before), self.done
        assert after.keys() >= before.keys(), self.done  # what was taken back is kept
        changed = {uid for uid, rev in after.items() if rev != before.get(uid)}
        if not is_refused:
            self.done.append(f"{action.__name__} {known.matter.number}")
        return changed

    def all_facts(self) -> list[MatterFacts]:
        return [self.facts(number) for number in self.numbers]

    def step(self, known: MatterFacts) -> None:
        if known.rows:
            weights = [0.2 if row.move in SELDOM else OFTEN.get(row.move, 1) for row in known.rows]
            (row,) = self.chance.choices(known.rows, weights)
            back = self.chance.choice((0, 0, 0, 1, 3))
            day = self.desk.today() - timedelta(days=back)
            step = a_step(known.matter, row.move, done_on=day, **self.filled(known, row, day))
            self.desk.matters.move(known.matter, step)

    def filled(self, known: MatterFacts, row: Row, day: date) -> dict[str, object]:
        """Return what somebody fills in who reads the form."""
        waiting = {M.FEED_BACK: known.owed, M.EVALUATE: known.to_hear}.get(row.move, [])
        who = self.chance.choice(waiting) if waiting else None
        others = [number for number in self.numbers if number != known.matter.number]
        other = self.facts(self.chance.choice(others)).matter
        later = latest_extension(known.matter, known.rules) or day + timedelta(days=20)
        local = [Route.TO_LOCAL_UNIT] * 25
        said = [Satisfaction.SATISFIED] * 3
        return {
            "person_uid": who.person_uid if who else None,
            "unit_name": self.chance.choice(UNITS),
            "route": self.one_of(row, M.ROUTE, [*local, *Route]),
            "result_class": self.one_of(row, M.REPLY, list(ResultClass)),
            "satisfaction": self.one_of(row, M.EVALUATE, [*said, *Satisfaction]),
            "other_uid": other.uid if row.move in WITH_OTHER else None,
            "due_on": later,
            "deputy": "王建国",
            "promise": "换新灯",
            "archive_no": "2026-001",
            "phoned_at": self.clock.now,
            "phoned_to": "陈静",
            "guided_to": GuidedTo.COURT,
        }

    def one_of(self, row: Row, move: Move, words: list[object]) -> object:
        return self.chance.choice(words) if row.move is move else None

    def correct(self, known: MatterFacts) -> None:
        if known.trail:
            step = self.chance.choice(known.trail)
            assert step.done_on is not None
            changes: dict[str, object] = {
                "done_on": step.done_on + timedelta(days=self.chance.randrange(-4, 5))
            }
            if step.person_uid and known.people and self.chance.random() < 0.2:
                changes = {"person_uid": self.chance.choice(known.people).person_uid}
            self.desk.matters.correct_step(known.matter, step.uid, changes, "看错")

    def undo(self, known: MatterFacts) -> None:
        if known.undoable is not None:
            self.desk.matters.undo([known.matter])

    def other_voters(self, known: MatterFacts) -> None:
        """Find that others came to the visit than those who were entered."""
        came = self.chance.sample(NAMES, self.chance.randrange(1, 3))
        visitors_of(self.desk, known.matter, *came)

    def one_person(self, _known: MatterFacts) -> None:
        """Take two of the register for one."""
        people = [one for name in NAMES for one in self.desk.people.find(name)]
        if len(people) > 1:
            kept, gone = self.chance.sample(people, 2)
            self.desk.same_people.merge(kept, gone, {})

    def two_people(self, _known: MatterFacts) -> None:
        """Part the last two who were taken for one."""
        for name in NAMES:
            for one in self.desk.people.find(name):
                for gone in self.desk.same_people.merged_into(one.uid)[:1]:
                    self.desk.same_people.unmerge(gone.uid)
                    return

    def versions(self) -> dict[UUID, int]:
        """Return which version each matter and step is, those that were taken back included."""
        with self.desk._store.read() as session:
            rows = [*session.execute(select(Matter.uid, Matter.rev))]
            rows += [*session.execute(select(Step.uid, Step.rev))]
        return {uid: rev for uid, rev in rows}


def told(one: Deadline) -> tuple[object, ...]:
    return tuple(getattr(one, name) for name in fields_of(Deadline))


def check_people(walk: Walk, known: MatterFacts) -> None:
    """Hold what a matter waits for against who its voters are."""
    matter, voters = known.matter, known.voters
    running = [one for one in matter.deadlines if one.is_running]
    is_telling = any(one.rule in TELLING for one in running)
    assert matter.is_to_tell == is_telling, walk.done
    if voters and matter.state in AWAITING | {S.REPLIED}:
        assert is_telling == bool(known.owed), walk.done
    if voters and matter.state is S.EVALUATING:
        asking = {one.told_by for one in running if one.rule == "evaluate"}
        waited = {one.told.uid for one in voters if one.told and not one.heard}
        assert (asking, len(waited)) == (waited, len(known.to_hear)), walk.done
    if matter.state is S.EVALUATING:
        assert matter.is_to_tell or matter.is_to_hear, walk.done  # it is on a list


def check_days(walk: Walk, known: MatterFacts) -> None:
    calendar = known.rules.calendar
    for one in known.matter.deadlines:
        assert one.is_tentative or not calendar.is_rest(one.due_on), walk.done
        assert one.starts_on <= one.due_on, walk.done
    if known.matter.state in AT_AN_END:
        assert not any(one.is_running for one in known.matter.deadlines), walk.done
    if known.matter.state is S.CLOSED:
        moves = {step.move for step in known.trail}
        assert moves & {M.REPLY, M.FULFIL} or known.matter.onsite_reply, walk.done


def check_mirrors(walk: Walk, every: list[MatterFacts]) -> None:
    """Hold 并入 and 关联 to be said alike by both matters."""
    trails = {one.matter.uid: one.trail for one in every}
    said = sorted(
        (*sorted((str(uid), str(step.other_uid))), str(step.done_on), step.text)
        for uid, trail in trails.items()
        for step in trail
        if step.move in WITH_OTHER
    )
    assert said[::2] == said[1::2], walk.done


def check_replay(walk: Walk, known: MatterFacts) -> None:
    """Hold that a matter stands where its trail leads."""
    with walk.desk._store.read() as session:
        trail, then = steps_of(session, known.matter), VotersThen(session, known.matter)
        around = Around(walk.desk.today(), known.visit.received_on, known.rules)
        again, breaks = replay_all(known.matter, trail, then, around)
    assert breaks == [], walk.done
    for name in sorted(SET_BY_STEPS - COUNTED_APART):
        assert getattr(again, name) == getattr(known.matter, name), (name, walk.done)
    assert list(map(told, again.deadlines)) == list(map(told, known.matter.deadlines)), walk.done


def walk_on(walk: Walk, *others: Callable[[MatterFacts], object]) -> None:
    for _ in range(ACTIONS):
        uids = walk.go(*others)
        every = walk.all_facts() if uids or others else []
        changed = [known for known in every if known.matter.uid in uids]
        for known in changed:
            check_days(walk, known)
            check_replay(walk, known)
        for known in every if others else changed:
            check_people(walk, known)
        if len(changed) > 1:
            check_mirrors(walk, every)
    assert len(walk.done) > ACTIONS / 3, walk.done


@pytest.mark.parametrize("seed", range(2))
def test_whatever_is_done_nobody_is_forgotten(desk: Desk, clock: StoppedClock, seed: int) -> None:
    walk_on(Walk(desk, clock, seed))


@pytest.mark.parametrize("seed", range(2))
def test_whoever_turns_out_to_be_one_is_told_once(
    desk: Desk, clock: StoppedClock, seed: int
) -> None:
    walk = Walk(desk, clock, seed)
    walk_on(walk, walk.one_person, walk.two_people)


@pytest.mark.parametrize("seed", range(2))
def test_whoever_is_found_to_have_come_is_told(desk: Desk, clock: StoppedClock, seed: int) -> None:
    walk = Walk(desk, clock, seed)
    walk_on(walk, walk.other_voters)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 160))
def test_many_walks(desk: Desk, clock: StoppedClock, seed: int) -> None:
    walk = Walk(desk, clock, seed)
    others = [], [walk.one_person, walk.two_people], [walk.other_voters]
    walk_on(walk, *others[seed % 3])
