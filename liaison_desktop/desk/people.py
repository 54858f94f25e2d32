"""人员 — the people a station knows, each once however often he came."""

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import inf
from uuid import UUID

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import Session

from liaison_desktop.desk.correcting import correct_record, load_record, matches
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.faults import NotFound
from liaison_desktop.model.finding import Found
from liaison_desktop.model.person import Person
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.user import User
from liaison_desktop.model.visit import Visit, Visitor
from liaison_desktop.store.engine import driver_of
from liaison_desktop.store.gram_keys import ask
from liaison_desktop.store.grams import (
    begin_anew,
    catch_up,
    count_due,
    find_keys,
    is_due,
    is_indexed,
    merge,
)
from liaison_desktop.store.store import Store
from liaison_desktop.store.wholes import whole

LOOKED_AT = 40
"""People found, the latest known, of whom those who came last are suggested."""

CAUGHT_UP = 200
"""People taken up at once: the file is locked for a tenth of a second, and free between."""

PAUSE = 0.02

_IS_ASKED = Person.id.in_(bindparam("keys", expanding=True))
_PEOPLE = select(Person).where(_IS_ASKED)
"""Written once: to build it would take longer than to run it."""

_VISITS = """
    SELECT p.id, count(DISTINCT v.id), max(v.received_on) FROM json_each(?) asked
    CROSS JOIN person p ON p.id = asked.value
    LEFT JOIN visitor w ON w.person_uid = p.uid
    LEFT JOIN visit v ON v.id = w.visit_id AND v.withdrawn_at IS NULL GROUP BY p.id
"""
"""Through SQLAlchemy it takes twice the time, and a key waits for it."""

KNOWN_FROM_A_VISIT = (
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
"""What a visit tells of a person; an empty value tells nothing and takes nothing away."""


@dataclass(frozen=True)
class Known:
    """A person suggested: how often he came, and when last; None for one who never did."""

    person: Person
    visits: int
    last_visit: date | None


class People:
    """Verbs of the people."""

    def __init__(self, store: Store, user: User) -> None:
        self._store, self._user = store, user

    def find(self, text: str, limit: int = 8) -> list[Person]:
        """Return people by a part of the name or phone, the latest known first."""
        query = select(Person).where(Person.withdrawn_at.is_(None))
        if text.strip():
            query = query.where(
                or_(matches(Person.name, text.strip()), matches(Person.phone, text.strip()))
            )
        with self._store.read() as session:
            return list(session.scalars(query.order_by(Person.id.desc()).limit(limit)))

    def load(self, uid: UUID) -> Person:
        """Return the person; NotFound where there is none."""
        with self._store.read() as session:
            return load_record(session, Person, uid)

    def by_key(self, key: int) -> Person:
        """Return the person that a row of the ledger is of; NotFound where there is none."""
        with self._store.read() as session:
            person = session.get(Person, key)
        if person is None:
            raise NotFound("person", str(key))
        return person

    def visits_of(self, uid: UUID) -> list[Visit]:
        """Return the visits that a person came with, whole, the latest first."""
        of_person = select(Visitor.visit_id).where(Visitor.person_uid == uid)
        query = whole(Visit).where(Visit.id.in_(of_person), Visit.withdrawn_at.is_(None))
        with self._store.read() as session:
            return list(session.scalars(query.order_by(Visit.received_at.desc(), Visit.id.desc())))

    def suggest(self, typed: str, limit: int = 8) -> list[Known]:
        """Return who may be meant by what is typed so far, who came last first.

        Found are any characters of a name, its reading whole, begun or by initials, any three
        digits of a phone, the last four or more of an ID number, and several of these together.
        """
        with self._store.read() as session:
            found = find_keys(session, Found.PERSON, ask(typed), max(LOOKED_AT, limit))
            visits = _visits_of(session, found) if found else {}
            best = sorted(visits, key=lambda key: (visits[key][1] or date.min, key), reverse=True)
            people = _load_people(session, best[:limit])
        return [Known(person, *visits[person.id]) for person in people]

    def is_indexed(self) -> bool:
        """Return whether `suggest` finds everybody; else `rebuild_index` has work to do."""
        with self._store.read() as session:
            return is_indexed(session)

    def count_unindexed(self) -> int:
        """Return how many records the index lacks."""
        with self._store.read() as session:
            return count_due(session)

    def catch_up(self, most: int = CAUGHT_UP) -> bool:
        """Take up a few records that the index lacks, and return whether it lacks more.

        An index that is not whole though nothing is due, as after damage, is begun anew.
        """
        with self._store.act(self._user, Action.KEEP_INDEX, audited=False) as session:
            if not is_due(session) and not is_indexed(session):
                begin_anew(session)
            catch_up(session, most)
        with self._store.read() as session:
            return is_due(session)  # to count them takes longer than to take them up

    def begin_index_anew(self) -> int:
        """Empty the index and return how many records `rebuild_index` has to take up."""
        with self._store.act(self._user, Action.KEEP_INDEX, audited=False) as session:
            begin_anew(session)
            return count_due(session)

    def rebuild_index(
        self, progress: Callable[[int, int], None] = lambda _done, _all: None
    ) -> None:
        """Let the index take up everybody whom it lacks; others can save meanwhile.

        Needed after a package, an upgrade, or damage to the index alone; `progress(done, all)`.
        """
        if self.is_indexed():
            return
        with self._store.act(self._user, Action.KEEP_INDEX, audited=False) as session:
            if not is_due(session):
                begin_anew(session)
            missing = count_due(session)
        done = 0
        while self.catch_up():
            done = min(done + CAUGHT_UP, missing - 1)
            progress(done, missing)
            time.sleep(PAUSE)  # or nobody else would ever find the file free
        self.merge_index()
        progress(missing, missing)

    def merge_index(self, seconds: float = inf, *, begins: bool = True) -> bool:
        """Put the index's parts together for so long, and return whether there is more to do.

        Worth it after many records were taken up: a key is answered in half the time. Others can
        save meanwhile.
        """
        until, is_more = time.monotonic() + seconds, True
        while is_more and time.monotonic() < until:
            with self._store.act(self._user, Action.KEEP_INDEX, audited=False) as session:
                is_more = merge(session, begins=begins)
            begins = False
            time.sleep(PAUSE)
        return is_more

    def correct(self, seen: Person, changes: Mapping[str, object], reason: str = "") -> Person:
        """Return the corrected person; the visits keep what was said on their day."""
        action = Action.CORRECT_PERSON
        return correct_record(self._store, self._user, action, seen, changes, reason=reason)


def _visits_of(session: Session, keys: Sequence[int]) -> dict[int, tuple[int, date | None]]:
    rows = driver_of(session).execute(_VISITS, (json.dumps(keys),)).fetchall()
    return {key: (visits, last and date.fromisoformat(last)) for key, visits, last in rows}


def _load_people(session: Session, keys: Sequence[int]) -> list[Person]:
    found = {person.id: person for person in session.scalars(_PEOPLE, {"keys": keys})}
    return [found[key] for key in keys]


def link_people(session: Session, visit: Visit) -> None:
    """Tie each named visitor to the person chosen, the one with name and phone, or a new one.

    What he says of himself today is what is known of him today; what was known stays in history.
    """
    for visitor in visit.visitors:
        if visitor.is_anonymous or not visitor.name.strip():
            continue
        if visitor.person_uid is not None:
            person = load_record(session, Person, visitor.person_uid)
        else:
            person = _known_person(session, visitor) or _new_person(session, visit, visitor)
        visitor.person_uid = person.uid
        _learn(person, visitor)


def link_newcomers(session: Session, visit: Visit) -> None:
    """Tie each named visitor who is nobody yet; what is known of the others stays as it is."""
    for visitor in visit.visitors:
        if visitor.is_anonymous or not visitor.name.strip() or visitor.person_uid is not None:
            continue
        person = _known_person(session, visitor) or _new_person(session, visit, visitor)
        visitor.person_uid = person.uid
        _learn(person, visitor)


def _known_person(session: Session, visitor: Visitor) -> Person | None:
    if not visitor.phone.strip():
        return None
    query = select(Person).where(
        Person.name == visitor.name,
        Person.phone == visitor.phone,
        Person.withdrawn_at.is_(None),
    )
    return session.scalar(query.order_by(Person.id).limit(1))


def _new_person(session: Session, visit: Visit, visitor: Visitor) -> Person:
    person = Person(
        uid=new_uid(visit.registered_at), station_uid=visit.station_uid, name=visitor.name
    )
    session.add(person)
    return person


def _learn(person: Person, visitor: Visitor) -> None:
    for name in KNOWN_FROM_A_VISIT:
        said = getattr(visitor, name)
        if said and said != getattr(person, name):
            setattr(person, name, said)
