"""A meeting walked at random: whatever is done to it in whatever order, nothing said is lost."""

import random
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from liaison_desktop.desk.as_signed import meeting_as_signed, signature_of
from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.statements import Routing
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import (
    ConsultationState,
    StatementKind,
    StatementRoute,
)
from liaison_desktop.model.faults import Refused
from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.statement import Statement
from liaison_desktop.store.former import former_values
from liaison_desktop.store.revisions import revisions_of
from liaison_desktop.store.wholes import whole
from tests.builders import NOON, a_consultation, a_participant, a_statement

STEPS = 48
ROUTINGS = (
    Routing(StatementRoute.TO_HANDLE),
    Routing(StatementRoute.TO_HANDLE, title="电梯"),
    Routing(StatementRoute.ANSWERED, note="每月 5 日前公示。"),
    Routing(StatementRoute.NOTED, note="已有安排"),
)
ASKS, ANSWERS = (StatementKind.OPINION, StatementKind.SUGGESTION), (StatementKind.ANSWER,)
KINDS = (*ASKS, *ASKS, *ANSWERS)


class Walk:
    """One meeting of two people, what was said in it, and what chance does to it next."""

    def __init__(self, desk: Desk, chance: random.Random) -> None:
        self.desk, self.talk, self.chance = desk, desk.talk, chance
        meeting = a_consultation()
        self.talk.meetings.register(meeting)
        self.uid = meeting.uid
        self.people = [a_participant(meeting, name) for name in ("马秀英", "陈国强")]
        self.talk.participants.register_all(self.people)
        self.talk.meetings.open(self.now())
        self.said: dict[UUID, set[str]] = {}
        self.frozen: object = None
        self.done: list[str] = []

    def go(self) -> None:
        """Do one thing, or be refused."""
        steps: list[tuple[int, Callable[[], object]]] = [
            (6, self.note),
            (4, self.move),
            (4, self.correct),
            (1, self.withdraw),
            (6, self.route),
            (6, self.undo),
            (1, self.undo_the_meeting),
            (1, lambda: self.talk.meetings.finish(self.now())),
            (1, lambda: self.talk.meetings.reopen(self.now(), "还有一条没有记")),
        ]
        [step] = self.chance.choices([one for _, one in steps], [many for many, _ in steps])
        try:
            step()
            self.done.append(step.__name__)
        except Refused as refused:
            self.done.append(refused.code)

    def sign(self) -> None:
        """Let the head sign; from now on nothing changes."""
        if self.now().state is ConsultationState.RECORDING:
            self.talk.meetings.finish(self.now())
        self.talk.meetings.sign(self.now(), "刘站长", NOON.date())
        self.frozen = self.all_of_it()

    def note(self) -> None:
        who, words = self.chance.choice(self.people), f"第 {len(self.said)} 句。"
        uids = {"participant_uid": who.uid, "speaker": who.name}
        one = a_statement(self.now(), words, kind=self.chance.choice(KINDS), **uids)
        self.talk.statements.register(one)
        self.said[one.uid] = {words}

    def move(self) -> None:
        one, other = self.any(), self.any()
        if one.uid != other.uid:
            self.talk.statements.move(one, other)
            there = [each.uid for each in self.there()]
            assert there.index(one.uid) == there.index(other.uid) - 1

    def correct(self) -> None:
        one = self.any()
        words = f"{one.content}更正。"
        self.talk.statements.correct(one, {"content": words})
        self.said[one.uid].add(words)

    def withdraw(self) -> None:
        self.talk.statements.withdraw(self.any(), "听错了")

    def route(self) -> None:
        self.talk.statements.route(self.any(), self.chance.choice(ROUTINGS))

    def undo(self) -> None:
        """Take back what was done last to a statement, of those routed one as often as not."""
        routed = [one.uid for one in self.there() if one.route is not None]
        among = routed if routed and self.chance.random() < 0.5 else list(self.said)
        if among:
            self.talk.undo([self.talk.statements.load(self.chance.choice(among))])

    def undo_the_meeting(self) -> None:
        if self.now().rev > 2:  # what is left is that it was registered and opened
            self.talk.undo([self.now()])

    def check(self) -> None:
        """Hold every promise against what is there."""
        if self.frozen is not None:
            assert self.all_of_it() == self.frozen
        there = self.there()
        places = [one.place for one in there]
        assert places == sorted(set(places))
        routed = [one for one in there if one.route is not None]
        for one in routed:
            assert one.kind.wants_route
            assert (one.matter_uid is None) == (one.route is StatementRoute.NOTED)
        with self.desk._store.read() as session:
            living = session.scalars(whole(Matter).where(Matter.withdrawn_at.is_(None))).all()
            for one in session.scalars(whole(Statement)):
                past = {former_values(each)["content"] for each in revisions_of(session, one)}
                assert self.said[one.uid] <= {one.content, *past}
        visits = self.desk.visits.find_from(self.uid)
        of_visits = [one for visit in visits for one in visit.matters if one.withdrawn_at is None]
        assert sorted(one.uid for one in of_visits) == sorted(one.uid for one in living)
        assert sorted(one.uid for one in living) == sorted(filter(None, _matters(routed)))
        assert all(any(one.withdrawn_at is None for one in visit.matters) for visit in visits)

    def now(self) -> Consultation:
        return self.talk.meetings.load(self.uid)

    def there(self) -> list[Statement]:
        return self.talk.statements.of(self.uid)

    def any(self) -> Statement:
        """Return one of the statements, the last ones more often."""
        there = self.there() or [a_statement(self.now())]
        return self.chance.choice(there[-6:])

    def all_of_it(self) -> Any:
        """Return what is there; of a signed meeting, of each statement what was signed of it."""
        found = self.talk.meetings.meeting(self.uid)
        with self.desk._store.read() as session:
            if signature := signature_of(session, found.consultation):
                found = meeting_as_signed(session, found, signature)
        fixed = [found.consultation, *found.participants]
        said = [[getattr(one, name) for name in fields_of(Statement)] for one in found.statements]
        return [(one.uid, one.rev, repr(one)) for one in fixed], said


def _matters(routed: list[Statement]) -> list[UUID | None]:
    return [one.matter_uid for one in routed]


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_done_to_a_meeting_keeps_every_promise(desk: Desk, seed: int):
    walk = Walk(desk, random.Random(seed))  # noqa: S311 - a walk to be walked again, no secret

    for _ in range(STEPS):
        walk.go()
        walk.check()
    assert {"note", "move", "correct", "route", "undo"} <= set(walk.done)
    assert {"already_routed", "meeting_stands_elsewhere"} & set(walk.done)

    walk.sign()
    with pytest.raises(Refused, match="meeting_signed"):
        walk.undo_the_meeting()
    for _ in range(STEPS // 3):
        walk.go()
        walk.check()
    assert "meeting_signed" in walk.done
