"""查找 — one search over people, visits, matters, deputies and meetings, the newest first."""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from liaison_desktop.model.consultation_words import ConsultationKind, ConsultationState
from liaison_desktop.model.finding import Found
from liaison_desktop.model.ledger import Term, Viewer, term
from liaison_desktop.model.masking import mask_name, mask_phone
from liaison_desktop.model.times import business_day
from liaison_desktop.model.user import User
from liaison_desktop.model.words import Channel, MatterState, Sex
from liaison_desktop.store.engine import driver_of
from liaison_desktop.store.gram_keys import Asked, ask
from liaison_desktop.store.gram_marks import Span, marks_of
from liaison_desktop.store.grams import find_wholes
from liaison_desktop.store.store import Store

PERSONAL = frozenset({"names", "phones", "ids", "births", "addresses"})
"""Fields that are not searched for who may not read names: nobody finds out by trying."""

ANONYMOUS = Term("匿名")
Row = tuple[Any, ...]


@dataclass(frozen=True)
class Hit:
    """One record found: what it is called, where in that stands what was typed, and facts of it.

    `number` is "" for who has none; `facts` hold words of the house as Term, nothing of a phone
    that is not masked, and nothing of an ID number. `at` is the day of a visit or meeting.
    """

    kind: Found
    uid: UUID
    title: str
    number: str = ""
    facts: tuple[str, ...] = ()
    at: date | None = None
    marks: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Group:
    """What was found of one kind, the newest first; `is_more` where there are more than shown."""

    kind: Found
    hits: tuple[Hit, ...]
    is_more: bool


class Search:
    """The one search of a desk."""

    def __init__(self, store: Store, user: User) -> None:
        self._store, self._user = store, user

    def find(
        self, typed: str, kinds: Collection[Found] = tuple(Found), limit: int = 8
    ) -> list[Group]:
        """Return what bears every part of what is typed so far, grouped by kind; none is empty.

        Found are the characters of a name, its reading whole, begun, by initials or mixed, pieces
        of phones, the end of an ID number, a day of birth, record numbers and their ends,
        addresses, and words of titles and statements; a meeting is found by what was said and
        promised in it and by who took part. Who may not read names finds by words and
        numbers alone.
        """
        asked = ask(typed)
        viewer = Viewer.of(self._user.roles_on(business_day(self._store.clock())))
        hidden = {kind: _hidden(kind, viewer) for kind in Found if kind in kinds}
        if not viewer.sees_names:
            hidden.pop(Found.PERSON, None)
        with self._store.read() as session:
            found = find_wholes(session, hidden, asked, limit + 1)
            return [
                Group(kind, _tell(session, kind, keys[:limit], asked, viewer), len(keys) > limit)
                for kind, keys in found.items()
                if keys
            ]


def _hidden(kind: Found, viewer: Viewer) -> frozenset[str]:
    return frozenset() if kind is Found.DEPUTY or viewer.sees_names else PERSONAL


_PEOPLE = """
    SELECT r.id, r.uid, r.name, r.sex, r.phone, r.address
    FROM json_each(?) asked CROSS JOIN person r ON r.id = asked.value
"""
_VISITORS = """(
    SELECT json_group_array(iif(w.is_anonymous, NULL, w.name)) FROM
    (SELECT name, is_anonymous FROM visitor WHERE visit_id = v.id ORDER BY position) w
)"""
_VISITS = f"""
    SELECT v.id, v.uid, v.number, v.channel, v.received_on, {_VISITORS}, (
        SELECT group_concat(m.title, '；') FROM (
            SELECT title FROM matter WHERE visit_uid = v.uid AND withdrawn_at IS NULL
            ORDER BY place_in_visit
        ) m
    )
    FROM json_each(?) asked CROSS JOIN visit v ON v.id = asked.value
"""  # noqa: S608 - names of our own
_MATTERS = f"""
    SELECT r.id, r.uid, r.number, r.title, r.state, v.received_on, {_VISITORS}
    FROM json_each(?) asked CROSS JOIN matter r ON r.id = asked.value
    CROSS JOIN visit v ON v.uid = r.visit_uid
"""  # noqa: S608 - as above
_DEPUTIES = """
    SELECT r.id, r.uid, r.name, r.post, (
        SELECT group_concat(t.constituency, '、') FROM mandate t
        WHERE t.deputy_id = r.id AND t.constituency <> ''
    ), (
        SELECT group_concat(t.group_name, '、') FROM mandate t
        WHERE t.deputy_id = r.id AND t.group_name <> ''
    )
    FROM json_each(?) asked CROSS JOIN deputy r ON r.id = asked.value
"""
_CONSULTATIONS = """
    SELECT r.id, r.uid, r.number, r.title, r.kind, r.topic, r.state, r.held_on
    FROM json_each(?) asked CROSS JOIN consultation r ON r.id = asked.value
"""
"""Through SQLAlchemy each takes three times as long, and every key waits for five of them."""


def _person(row: Row, asked: Asked, _viewer: Viewer) -> Hit:
    uid, name, sex, phone, address = row
    facts = _said(*term(Sex(sex) if sex else None), mask_phone(phone), address)
    return Hit(Found.PERSON, UUID(bytes=uid), name, facts=facts, marks=marks_of(asked, name))


def _visit(row: Row, asked: Asked, viewer: Viewer) -> Hit:
    uid, number, channel, day, visitors, titles = row
    title = "　".join(_said(_names(visitors, viewer), titles))
    return Hit(
        Found.VISIT,
        UUID(bytes=uid),
        title,
        number,
        _said(*term(Channel(channel))),
        date.fromisoformat(day),
        marks_of(asked, title),
    )


def _matter(row: Row, asked: Asked, viewer: Viewer) -> Hit:
    uid, number, title, state, day, visitors = row
    return Hit(
        Found.MATTER,
        UUID(bytes=uid),
        title,
        number,
        _said(_names(visitors, viewer), *term(MatterState(state))),
        date.fromisoformat(day),
        marks_of(asked, title),
    )


def _deputy(row: Row, asked: Asked, _viewer: Viewer) -> Hit:
    uid, name, post, places, groups = row
    facts = _said(post, places, groups)
    return Hit(Found.DEPUTY, UUID(bytes=uid), name, facts=facts, marks=marks_of(asked, name))


def _consultation(row: Row, asked: Asked, _viewer: Viewer) -> Hit:
    uid, number, title, kind, topic, state, day = row
    facts = _said(*term(ConsultationKind(kind)), topic, *term(ConsultationState(state)))
    held_on = date.fromisoformat(day)
    marks = marks_of(asked, title)
    return Hit(Found.CONSULTATION, UUID(bytes=uid), title, number, facts, held_on, marks)


_TELLERS: Mapping[Found, tuple[str, Callable[[Row, Asked, Viewer], Hit]]] = {
    Found.PERSON: (_PEOPLE, _person),
    Found.VISIT: (_VISITS, _visit),
    Found.MATTER: (_MATTERS, _matter),
    Found.DEPUTY: (_DEPUTIES, _deputy),
    Found.CONSULTATION: (_CONSULTATIONS, _consultation),
}


def _tell(
    session: Session, kind: Found, keys: Sequence[int], asked: Asked, viewer: Viewer
) -> tuple[Hit, ...]:
    query, tell = _TELLERS[kind]
    rows = {row[0]: row[1:] for row in driver_of(session).execute(query, (json.dumps(keys),))}
    return tuple(tell(rows[key], asked, viewer) for key in keys)


def _names(visitors: str, viewer: Viewer) -> str:
    show = str if viewer.sees_names else mask_name
    return "、".join(ANONYMOUS if name is None else show(name) for name in json.loads(visitors))


def _said(*facts: str | None) -> tuple[str, ...]:
    return tuple(fact for fact in facts if fact)
