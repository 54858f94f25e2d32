"""人员 — the people a station knows, each once however often he came."""

from collections.abc import Mapping

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from liaison_desktop.desk.correcting import correct_record, load_record, matches
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.person import Person
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.user import User
from liaison_desktop.model.visit import Visit, Visitor
from liaison_desktop.store.store import Store

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

    def correct(self, seen: Person, changes: Mapping[str, object], reason: str = "") -> Person:
        """Return the corrected person; the visits keep what was said on their day."""
        action = Action.CORRECT_PERSON
        return correct_record(self._store, self._user, action, seen, changes, reason=reason)


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
