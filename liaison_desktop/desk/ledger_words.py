"""Which records of a ledger bear what is typed above it: found as the one search finds.

Each part of what is typed must be found, in the record itself or in what belongs to it. Names of
receivers, constituencies and the members of a deliberation body are not in the index: they are few,
so each is looked at once.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sqlalchemy.orm import Session

from liaison_desktop.desk.search import PERSONAL
from liaison_desktop.model.finding import Found
from liaison_desktop.model.ledgers import DEPUTIES, MATTERS, PEOPLE, VISITS
from liaison_desktop.model.talk_ledgers import BODY_MEMBERS, COMMITMENTS, CONSULTATIONS
from liaison_desktop.store.engine import driver_of
from liaison_desktop.store.gram_keys import Asked, Words, ask, ask_one_by_one
from liaison_desktop.store.grams import EVERY, Some, find_some


@dataclass(frozen=True)
class Lead:
    """How records of a kind lead to those of a ledger: by `sql`, from their keys as JSON.

    "" where they are those of the ledger. The fields of `others` may be of another record. A kind
    that `leads_withdrawn` leads so too when it is withdrawn itself: a visit still says who brought
    the matter.
    """

    kind: str
    sql: str = ""
    others: frozenset[str] = frozenset()
    leads_withdrawn: bool = False


@dataclass(frozen=True)
class Saying:
    """A column of which the few different texts are looked at, by its index; `sql` as of a Lead."""

    table: str
    column: str
    sql: str

    @property
    def texts(self) -> str:
        """The different texts, by a step in the index for each."""
        of = f'SELECT min({self.column}) AS text FROM "{self.table}"'  # noqa: S608 - names of our own
        return (
            f"WITH RECURSIVE said AS ({of} UNION ALL"  # noqa: S608 - as above
            f" SELECT ({of} WHERE {self.column} > said.text) FROM said WHERE said.text IS NOT NULL)"
            " SELECT text FROM said WHERE text <> ''"
        )


_ASKED = "FROM json_each(?) asked CROSS JOIN"
_VISITS_OF_MATTERS = f"""
    SELECT v.id {_ASKED} matter m ON m.id = asked.value CROSS JOIN visit v ON v.uid = m.visit_uid
"""
_MATTERS_OF_VISITS = f"""
    SELECT m.id {_ASKED} visit v ON v.id = asked.value CROSS JOIN matter m ON m.visit_uid = v.uid
"""
_VISITS_RECEIVED = f"SELECT w.visit_id {_ASKED} receiver w ON w.name = asked.value"
_MATTERS_RECEIVED = f"""
    SELECT m.id {_ASKED} receiver w ON w.name = asked.value
    CROSS JOIN visit v ON v.id = w.visit_id CROSS JOIN matter m ON m.visit_uid = v.uid
"""
_OF_CONSTITUENCIES = f"SELECT r.id {_ASKED} person r ON r.constituency = asked.value"

_MEETING_OF = "CROSS JOIN consultation k ON k.uid = r.consultation_uid"
_MEETINGS_OF = {
    kind: f"SELECT k.id {_ASKED} {kind} r ON r.id = asked.value {_MEETING_OF}"
    for kind in ("statement", "commitment", "participant")
}
_COMMITMENTS_OF_MEETINGS = f"""
    SELECT r.id {_ASKED} consultation k ON k.id = asked.value
    CROSS JOIN commitment r ON r.consultation_uid = k.uid
"""
_OF_MEMBERS = {
    column: f"SELECT r.id {_ASKED} body_member r ON r.{column} = asked.value"
    for column in ("name", "body", "post")
}

_LEADS: Mapping[str, Sequence[Lead]] = {
    VISITS.name: (
        Lead(Found.VISIT),
        Lead(Found.MATTER, _VISITS_OF_MATTERS),
    ),
    MATTERS.name: (
        Lead(Found.MATTER),
        Lead(
            Found.VISIT,
            _MATTERS_OF_VISITS,
            frozenset({"words"}),
            leads_withdrawn=True,
        ),
    ),
    PEOPLE.name: (Lead(Found.PERSON),),
    DEPUTIES.name: (Lead(Found.DEPUTY),),
    CONSULTATIONS.name: (
        Lead(Found.CONSULTATION),
        *(Lead(kind, sql) for kind, sql in _MEETINGS_OF.items()),
    ),
    COMMITMENTS.name: (
        Lead("commitment"),
        Lead(Found.CONSULTATION, _COMMITMENTS_OF_MEETINGS, leads_withdrawn=True),
    ),
    BODY_MEMBERS.name: (),
}
_SAYINGS: Mapping[str, Sequence[Saying]] = {
    VISITS.name: (Saying("receiver", "name", _VISITS_RECEIVED),),
    MATTERS.name: (Saying("receiver", "name", _MATTERS_RECEIVED),),
    PEOPLE.name: (Saying("person", "constituency", _OF_CONSTITUENCIES),),
    DEPUTIES.name: (),
    CONSULTATIONS.name: (),
    COMMITMENTS.name: (),
    BODY_MEMBERS.name: tuple(
        Saying("body_member", column, sql) for column, sql in _OF_MEMBERS.items()
    ),
}


def find_records(
    session: Session, ledger: str, typed: str, *, sees_names: bool, withdrawn_too: bool
) -> Collection[int]:
    """Return the keys of the records that bear every part of what is typed; none where it is marks.

    Who may not read a name may not find out by trying, either.
    """
    found: set[int] | None = None
    for asked in ask_one_by_one(typed):
        bearing = set(_bearing(session, ledger, asked, EVERY, sees_names, withdrawn_too).keys)
        found = bearing if found is None else found & bearing
    return found or ()


def find_some_records(
    session: Session, ledger: str, typed: str, most: int, *, sees_names: bool, withdrawn_too: bool
) -> Some:
    """Return the newest of them, `most` or more, and whether these are all.

    Where several parts are typed, those of which one record bears all parts, the visit or its
    matter; these are never taken for all.
    """
    parts = len(ask_one_by_one(typed))
    if not parts:
        return Some((), is_all=True)
    found = _bearing(session, ledger, ask(typed), most, sees_names, withdrawn_too)
    return found if parts == 1 else replace(found, is_all=False)


def _bearing(
    session: Session, ledger: str, asked: Asked, most: int, sees_names: bool, withdrawn_too: bool
) -> Some:
    """Return what bears one part, in no order."""
    bearing, is_all = set[int](), True
    for lead in _LEADS[ledger]:
        is_open = sees_names or lead.kind is Found.DEPUTY
        hidden = lead.others if is_open else lead.others | PERSONAL
        too = withdrawn_too or lead.leads_withdrawn
        found = find_some(session, lead.kind, asked, most, hidden, withdrawn_too=too)
        bearing.update(_follow(session, lead.sql, found.keys) if lead.sql else found.keys)
        is_all = is_all and found.is_all
    for saying in _SAYINGS[ledger]:
        bearing.update(_follow(session, saying.sql, _said(session, saying, asked)))
    return Some(tuple(bearing), is_all)


def _follow(session: Session, sql: str, keys: Sequence[int] | Sequence[str]) -> Iterable[int]:
    if not keys:
        return []
    return (key for (key,) in driver_of(session).execute(sql, (json.dumps([*keys]),)))


def _said(session: Session, saying: Saying, asked: Asked) -> list[str]:
    texts = driver_of(session).execute(saying.texts)
    return [text for (text,) in texts if asked.fits(_words_of(text))]


@lru_cache(maxsize=4096)
def _words_of(text: str) -> Words:
    """Return a text as what it is found by: as a name, and by any piece of it."""
    return Words(names=[text], words=[text])
