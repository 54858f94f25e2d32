"""关联 — the same person known again: who is likely one, taken together, and parted again."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from liaison_desktop.desk.correcting import load_record, refuse_stale
from liaison_desktop.desk.person_facts import facts_of
from liaison_desktop.desk.rules import RuleBook
from liaison_desktop.desk.voter_days import settle_voters
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.base import table_of
from liaison_desktop.model.faults import NotFound, Refused
from liaison_desktop.model.finding import Found
from liaison_desktop.model.merging import Merging, NotSame
from liaison_desktop.model.person import Person
from liaison_desktop.model.same_person import Likeness, PersonFacts, alike
from liaison_desktop.model.times import business_day
from liaison_desktop.model.user import User
from liaison_desktop.model.visit import Visit, Visitor
from liaison_desktop.store.gram_keys import ask
from liaison_desktop.store.grams import find_keys
from liaison_desktop.store.store import Store
from liaison_desktop.store.wholes import whole

MERGED = (
    "name",
    "sex",
    "phone",
    "address",
    "birth_ym",
    "id_no",
    "occupation",
    "visitor_kind",
    "constituency",
)
"""Fields of which a merge keeps one value."""

LOOKED_AT = 60
"""People near the mark, the latest known, that are compared with who is typed."""

MOST_IN_A_BLOCK = 200
"""People who share a mark; more than that share it by chance (an office's phone) and are passed."""

KEPT, GONE = "kept", "gone"


@dataclass(frozen=True)
class Likely:
    """Somebody known who is likely the one typed."""

    person: Person
    likeness: Likeness


@dataclass(frozen=True)
class Pair:
    """Two people known who are likely one, the longer known first."""

    first: Person
    second: Person
    likeness: Likeness


class SamePeople:
    """Verbs of the same person."""

    def __init__(self, store: Store, user: User, rule_book: RuleBook) -> None:
        self._store, self._user, self._rule_book = store, user, rule_book

    def likely(self, typed: Person, limit: int = 5) -> list[Likely]:
        """Return who is likely the one typed, the likeliest first; nobody said not to be he.

        `typed` need not be saved: it is whatever the form holds so far.
        """
        facts = facts_of(typed)
        with self._store.read() as session:
            keys = _near(session, typed)
            people = session.scalars(select(Person).where(Person.id.in_(keys))).all()
            parted = _said_not_same(session, typed.uid)
        found = [
            Likely(person, likeness)
            for person in people
            if person.uid != typed.uid
            and person.uid not in parted
            and (likeness := alike(facts, facts_of(person))) is not None
        ]
        return sorted(found, key=lambda one: (-one.likeness.points, -one.person.id))[:limit]

    def pairs(self, limit: int = 500) -> list[Pair]:
        """Return the pairs among all people who are likely one, the likeliest first.

        Compared are those who share the reading of the name, the phone, the ID number, or surname
        and month of birth: some seconds for 100,000 people.
        """
        with self._store.read() as session:
            rows = session.scalars(select(Person).where(Person.withdrawn_at.is_(None)))
            people = {person.id: person for person in rows}
            pairs = select(NotSame.first_uid, NotSame.second_uid)
            parted = {(first, second) for first, second in session.execute(pairs)}
        facts = {key: facts_of(person) for key, person in people.items()}
        found = []
        for first, second in sorted(set(_close(facts))):
            likeness = alike(facts[first], facts[second])
            if likeness and _in_order(people[first].uid, people[second].uid) not in parted:
                found.append(Pair(people[first], people[second], likeness))
        return sorted(found, key=lambda pair: -pair.likeness.points)[:limit]

    def say_not_same(self, one: UUID, other: UUID) -> None:
        """Remember that two people are two; said again, nothing changes."""
        first, second = _in_order(one, other)
        with self._store.act(self._user, Action.MERGE_PEOPLE) as session:
            known = select(NotSame.id).where(
                NotSame.first_uid == first, NotSame.second_uid == second
            )
            if session.scalar(known) is None:
                user_uid, now = self._user.uid, self._store.clock()
                session.add(NotSame(first_uid=first, second_uid=second, user_uid=user_uid, at=now))

    def merge(self, kept: Person, gone: Person, choices: Mapping[str, str]) -> Person:
        """Return the person kept, with every visit of the other, who is withdrawn.

        `choices` says for a field whose value stays, KEPT or GONE; where it says nothing, an empty
        value of the kept one is filled from the other. Whatever one of them was told or asked of a
        matter, he was. StaleRecord where either was changed since he was shown. All of it can be
        undone by `unmerge`.
        """
        if kept.uid == gone.uid:
            raise Refused("same_record")
        with self._store.act(self._user, Action.MERGE_PEOPLE, kept) as session:
            one, other = (load_record(session, Person, person.uid) for person in (kept, gone))
            for record, seen in ((one, kept), (other, gone)):
                refuse_stale("person", record, seen)
                if record.withdrawn_at is not None:
                    raise Refused("already_withdrawn")
            changed = _take(one, other, choices)
            moved = list(_move(session, other.uid, one.uid))
            visitors = [(str(visit.uid), position) for visit, position in moved]
            now = self._store.clock()
            other.withdrawn_at = now
            other.withdrawn_reason = f"与{one.name}为同一人，已关联"
            session.add(
                Merging(
                    kept_uid=one.uid,
                    gone_uid=other.uid,
                    changed=json.dumps(changed, ensure_ascii=False),
                    visitors=json.dumps(visitors),
                    user_uid=self._user.uid,
                    at=now,
                )
            )
            self._settle(session, [visit for visit, _position in moved])
        return one

    def unmerge(self, gone_uid: UUID) -> tuple[Person, Person]:
        """Return both people as they were before the last merge that withdrew this one.

        What was corrected since stays; so do visits that came after. NotFound where he was never
        merged, or is parted again.
        """
        with self._store.act(self._user, Action.MERGE_PEOPLE) as session:
            latest = (
                select(Merging)
                .where(Merging.gone_uid == gone_uid, Merging.undone_at.is_(None))
                .order_by(Merging.id.desc())
            )
            merging = session.scalars(latest).first()
            if merging is None:
                raise NotFound("merging", str(gone_uid))
            kept = load_record(session, Person, merging.kept_uid)
            gone = load_record(session, Person, gone_uid)
            for name, (before, after) in json.loads(merging.changed).items():
                if _as_text(getattr(kept, name)) == after:
                    setattr(kept, name, _of_text(name, before))
            visits = [
                _point(session, UUID(uid), position, merging.kept_uid, gone_uid)
                for uid, position in json.loads(merging.visitors)
            ]
            gone.withdrawn_at, gone.withdrawn_reason = None, ""
            merging.undone_at = self._store.clock()
            self._settle(session, visits)
        return kept, gone

    def merged_into(self, kept_uid: UUID) -> list[Person]:
        """Return who was taken into this person and is not parted again, the last one first."""
        query = (
            select(Person)
            .join(Merging, Merging.gone_uid == Person.uid)
            .where(Merging.kept_uid == kept_uid, Merging.undone_at.is_(None))
            .order_by(Merging.id.desc())
        )
        with self._store.read() as session:
            return list(session.scalars(query))

    def _settle(self, session: Session, visits: Iterable[Visit | None]) -> None:
        """Let the days of what these visits wait for follow who their visitors are now."""
        day, rules = business_day(self._store.clock()), self._rule_book.load()
        for visit in {visit.id: visit for visit in visits if visit is not None}.values():
            settle_voters(session, visit, day, rules)


def _near(session: Session, typed: Person) -> list[int]:
    """Return the keys of people who share the reading of the name, a part of it, or the phone."""
    facts = facts_of(typed)
    signs = [*facts.surname, *facts.given]
    read = "".join(min(sign.read, default="") for sign in signs)
    texts = {typed.name, read}
    written = ["".join(sorted(sign.written)) for sign in signs]
    if len(written) > 1:
        texts |= {f"{written[0]} {each}" for each in written[1:] if each}
    if len(facts.phone) >= 7:
        texts.add(facts.phone)
    if facts.id_no:
        texts.add(facts.id_no)
    keys: set[int] = set()
    for text in filter(str.strip, texts):
        keys.update(find_keys(session, Found.PERSON, ask(text), LOOKED_AT))
    return sorted(keys)


def _close(people: Mapping[int, PersonFacts]) -> Iterator[tuple[int, int]]:
    """Yield the keys of two who share a mark by which one may be known again."""
    blocks: dict[object, list[int]] = {}
    for key, facts in people.items():
        for mark in _marks(facts):
            blocks.setdefault(mark, []).append(key)
    for keys in blocks.values():
        if len(keys) <= MOST_IN_A_BLOCK:
            yield from combinations(sorted(keys), 2)


def _marks(facts: PersonFacts) -> Iterator[object]:
    signs = [*facts.surname, *facts.given]
    yield "read", tuple(min(sign.read, default="") for sign in signs)
    if len(facts.phone) >= 7:
        yield "phone", facts.phone
    if facts.id_no:
        yield "id", facts.id_no
    if facts.birth_ym and facts.surname:
        yield "born", min(facts.surname[0].read, default=""), facts.birth_ym


def _said_not_same(session: Session, uid: UUID) -> Collection[UUID]:
    pairs = select(NotSame.first_uid, NotSame.second_uid).where(
        (NotSame.first_uid == uid) | (NotSame.second_uid == uid)
    )
    return {each for pair in session.execute(pairs) for each in pair} - {uid}


def _in_order(one: UUID, other: UUID) -> tuple[UUID, UUID]:
    return (one, other) if one.bytes < other.bytes else (other, one)


def _take(one: Person, other: Person, choices: Mapping[str, str]) -> dict[str, Sequence[Any]]:
    """Give the kept person the values chosen; return what each was before and is now."""
    changed: dict[str, Sequence[Any]] = {}
    for name in MERGED:
        before, offered = getattr(one, name), getattr(other, name)
        takes = choices.get(name) == GONE or (name not in choices and not before)
        if takes and offered != before:
            setattr(one, name, offered)
            changed[name] = (_as_text(before), _as_text(offered))
    return changed


def _move(session: Session, gone: UUID, kept: UUID) -> Iterator[tuple[Visit, int]]:
    """Let every visit of the one name the other; yield the visit and the visitor's place in it."""
    named = select(Visitor.visit_id).where(Visitor.person_uid == gone)
    for visit in session.scalars(whole(Visit).where(Visit.id.in_(named))).all():
        for visitor in visit.visitors:
            if visitor.person_uid == gone:
                visitor.person_uid = kept
                yield visit, visitor.position


def _point(
    session: Session, visit_uid: UUID, position: int, kept: UUID, gone: UUID
) -> Visit | None:
    """Let a visitor name the person again whom he named before, unless he names a third by now.

    Returns the visit; None where it is not there.
    """
    visit = session.scalar(whole(Visit).where(Visit.uid == visit_uid))
    for visitor in visit.visitors if visit else ():
        if visitor.position == position and visitor.person_uid == kept:
            visitor.person_uid = gone
    return visit


def _as_text(value: object) -> str | None:
    return None if value is None else str(value)


def _of_text(name: str, text: str | None) -> object:
    """Return the value of a field from its text; a word of a closed list is a word again."""
    kind = table_of(Person).c[name].type.python_type
    return None if text is None else kind(text)
