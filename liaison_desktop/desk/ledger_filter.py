"""Which records a ledger shows: as conditions of its query, and in words for a paper."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from liaison_desktop.desk.correcting import matches
from liaison_desktop.desk.search import PERSONAL
from liaison_desktop.desk.today import is_incomplete, is_to_sign
from liaison_desktop.model.base import Record
from liaison_desktop.model.deputy import Deputy, Mandate
from liaison_desktop.model.finding import Found
from liaison_desktop.model.ledger import WITHDRAWN_TOO, Chosen, Ledger
from liaison_desktop.model.ledgers import DEPUTIES, MATTERS, PEOPLE, VISITS
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.person import Person
from liaison_desktop.model.texts import visible
from liaison_desktop.model.times import SHANGHAI
from liaison_desktop.model.visit import Receiver, Visit, Visitor
from liaison_desktop.model.words import Word, label
from liaison_desktop.store.gram_keys import ask
from liaison_desktop.store.grams import EVERY, find_keys

Condition = ColumnElement[bool]


@dataclass(frozen=True)
class Filter:
    """What chooses the records of one ledger.

    `open_texts` and `personal_texts` say where a word may stand besides what the search finds;
    the personal ones are not looked into for who may not read names. `found` are the kinds of the
    index that lead to a record, each with the column by which; the words of those in
    `words_of_others` may be of another record, and do not lead. `at` is the instant that the days
    are of.
    """

    record: type[Record]
    choices: Mapping[str, Callable[[Word], Condition]]
    ticks: Mapping[str, Callable[[], Condition]]
    open_texts: Callable[[str], Sequence[Condition]]
    personal_texts: Callable[[str], Sequence[Condition]]
    found: Mapping[Found, Callable[[Select[int]], Condition]]
    words_of_others: frozenset[Found] = frozenset()
    at: Callable[[Condition], Condition] | None = None


def words_of(ledger: Ledger[Any], chosen: Chosen) -> list[str]:
    """Return what a paper must say so that nobody takes it for the whole."""
    words = [
        f"含“{visible(chosen.text.strip())}”" if chosen.text.strip() else "",
        *(label(chosen.words[each.name]) for each in ledger.choices if each.name in chosen.words),
        *(tick.said for tick in ledger.ticks if tick.name in chosen.ticks),
    ]
    return [word for word in words if word]


def conditions(
    session: Session, ledger: Ledger[Any], chosen: Chosen, sees_names: bool
) -> Iterator[Condition]:
    """Yield what must hold of a record of the ledger; there is at least one condition."""
    one = FILTERS[ledger.name]
    yield one.record.id.is_not(None)
    if WITHDRAWN_TOO not in chosen.ticks:
        yield one.record.withdrawn_at.is_(None)
    if one.at is not None and chosen.since is not None:
        yield one.at(Visit.received_at >= _beginning(chosen.since))
    if one.at is not None and chosen.until is not None:
        yield one.at(Visit.received_at < _beginning(chosen.until + timedelta(days=1)))
    for name, value in chosen.words.items():
        yield one.choices[name](value)
    for tick in chosen.ticks - {WITHDRAWN_TOO}:
        yield one.ticks[tick]()
    for word in chosen.text.split():
        yield _holds(session, one, word, sees_names)


def _holds(session: Session, one: Filter, word: str, sees_names: bool) -> Condition:
    """Return the condition that a word is found in a record, as far as the viewer reads it.

    Who may not read a name may not find out by trying, either.
    """
    asked, hidden = ask(word), frozenset() if sees_names else PERSONAL
    found = list(one.open_texts(word))
    if sees_names:
        found += one.personal_texts(word)
    for kind, leads in one.found.items():
        unseen = set() if kind is Found.DEPUTY else set(hidden)
        unseen |= {"words"} if kind in one.words_of_others else set()
        keys = find_keys(session, kind, asked, EVERY, unseen)
        found.append(leads(_listed(keys)))
    return or_(*found)


def _listed(keys: list[int]) -> Select[int]:
    """Return keys as a query, so that their number has no limit."""
    each = func.json_each(json.dumps(keys)).table_valued("value")
    return select(each.c.value)


def _beginning(day: date) -> datetime:
    return datetime.combine(day, time(), SHANGHAI)


def _has_handling(word: Word) -> Condition:
    handled = select(Matter.visit_uid).where(Matter.handling == word, Matter.withdrawn_at.is_(None))
    return Visit.uid.in_(handled)


def _visits_by_texts(word: str) -> list[Condition]:
    by_title = select(Matter.visit_uid).where(matches(Matter.title, word))
    by_receiver = select(Receiver.visit_id).where(matches(Receiver.name, word))
    return [matches(Visit.number, word), Visit.uid.in_(by_title), Visit.id.in_(by_receiver)]


def _visits_by_visitors(word: str) -> list[Condition]:
    by_visitor = matches(Visitor.name, word) | matches(Visitor.phone, word)
    return [Visit.id.in_(select(Visitor.visit_id).where(by_visitor))]


def _visits_of_matters(keys: Select[int]) -> Condition:
    return Visit.uid.in_(select(Matter.visit_uid).where(Matter.id.in_(keys)))


def _of_visit(condition: Condition) -> Condition:
    return Matter.visit_uid.in_(select(Visit.uid).where(condition))


def _matters_by_texts(word: str) -> list[Condition]:
    by_receiver = select(Receiver.visit_id).where(matches(Receiver.name, word))
    return [
        matches(Matter.number, word),
        matches(Matter.title, word),
        _of_visit(Visit.id.in_(by_receiver)),
    ]


def _matters_by_visitors(word: str) -> list[Condition]:
    return [_of_visit(condition) for condition in _visits_by_visitors(word)]


def _has_level(word: Word) -> Condition:
    return Deputy.id.in_(select(Mandate.deputy_id).where(Mandate.level == word))


def _has_state(word: Word) -> Condition:
    return Deputy.id.in_(select(Mandate.deputy_id).where(Mandate.state == word))


def _deputies_by_texts(word: str) -> list[Condition]:
    by_group = matches(Mandate.group_name, word) | matches(Mandate.delegation, word)
    by_group |= matches(Mandate.constituency, word)
    return [
        matches(Deputy.name, word),
        matches(Deputy.post, word),
        Deputy.id.in_(select(Mandate.deputy_id).where(by_group)),
    ]


def _nothing(_word: str) -> list[Condition]:
    return []


def _is(column: InstrumentedAttribute[Any]) -> Callable[[Word], Condition]:
    return lambda word: column == word


FILTERS: Mapping[str, Filter] = {
    VISITS.name: Filter(
        Visit,
        {"channel": _is(Visit.channel), "handling": _has_handling},
        {
            "incomplete": is_incomplete,
            "to_sign": lambda: Visit.uid.in_(select(Matter.visit_uid).where(is_to_sign())),
        },
        _visits_by_texts,
        _visits_by_visitors,
        {Found.VISIT: Visit.id.in_, Found.MATTER: _visits_of_matters},
        at=lambda condition: condition,
    ),
    MATTERS.name: Filter(
        Matter,
        {"handling": _is(Matter.handling), "state": _is(Matter.state)},
        {"incomplete": lambda: Matter.is_incomplete.is_(True), "to_sign": is_to_sign},
        _matters_by_texts,
        _matters_by_visitors,
        {
            Found.MATTER: Matter.id.in_,
            Found.VISIT: lambda keys: _of_visit(Visit.id.in_(keys)),
        },
        frozenset({Found.VISIT}),
        at=_of_visit,
    ),
    PEOPLE.name: Filter(
        Person,
        {"sex": _is(Person.sex), "visitor_kind": _is(Person.visitor_kind)},
        {},
        lambda word: [matches(Person.constituency, word)],
        lambda word: [matches(Person.name, word), matches(Person.phone, word)],
        {Found.PERSON: Person.id.in_},
    ),
    DEPUTIES.name: Filter(
        Deputy,
        {"level": _has_level, "state": _has_state},
        {},
        _deputies_by_texts,
        _nothing,
        {Found.DEPUTY: Deputy.id.in_},
    ),
}
