"""Which records a ledger shows: as conditions of its query, and in words for a paper."""

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import InstrumentedAttribute

from liaison_desktop.desk.talk_conditions import (
    has_unrouted,
    is_due_soon,
    is_overdue,
    is_undated,
    is_unheard,
    serves_on,
)
from liaison_desktop.desk.today import is_incomplete, is_to_sign
from liaison_desktop.model.base import Record
from liaison_desktop.model.body_member import BodyMember
from liaison_desktop.model.commitment import Commitment
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.deputy import Deputy, Mandate
from liaison_desktop.model.ledger import WITHDRAWN_TOO, Chosen, Ledger
from liaison_desktop.model.ledgers import DEPUTIES, MATTERS, PEOPLE, VISITS
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.person import Person
from liaison_desktop.model.talk_ledgers import BODY_MEMBERS, COMMITMENTS, CONSULTATIONS
from liaison_desktop.model.texts import visible
from liaison_desktop.model.times import SHANGHAI
from liaison_desktop.model.visit import Visit
from liaison_desktop.model.words import Word, label

Condition = ColumnElement[bool]


@dataclass(frozen=True)
class Filter:
    """What chooses the records of one ledger.

    `since` and `until` bound the days that the ledger is of. `stands` is what must hold of a record
    besides its own, where withdrawn ones are left out. What is typed is looked for by ledger_words.
    """

    record: type[Record]
    choices: Mapping[str, Callable[[Word], Condition]]
    ticks: Mapping[str, Callable[[date], Condition]]
    since: Callable[[date], Condition] | None = None
    until: Callable[[date], Condition] | None = None
    stands: Callable[[], Condition] | None = None


def words_of(ledger: Ledger[Any], chosen: Chosen) -> list[str]:
    """Return what a paper must say so that nobody takes it for the whole."""
    words = [
        f"含“{visible(chosen.text.strip())}”" if chosen.text.strip() else "",
        *(label(chosen.words[each.name]) for each in ledger.choices if each.name in chosen.words),
        *(tick.said for tick in ledger.ticks if tick.name in chosen.ticks),
    ]
    return [word for word in words if word]


def conditions(
    ledger: Ledger[Any], chosen: Chosen, bearing: Collection[int] | None, today: date
) -> Iterator[Condition]:
    """Yield what must hold of a record of the ledger; there is at least one condition.

    `bearing` are the keys of those that bear what is typed, found by ledger_words; None where
    nothing is.
    """
    one = FILTERS[ledger.name]
    yield one.record.id.is_not(None)
    if WITHDRAWN_TOO not in chosen.ticks:
        yield one.record.withdrawn_at.is_(None)
        if one.stands is not None:
            yield one.stands()
    if one.since is not None and chosen.since is not None:
        yield one.since(chosen.since)
    if one.until is not None and chosen.until is not None:
        yield one.until(chosen.until)
    for name, value in chosen.words.items():
        yield one.choices[name](value)
    for tick in chosen.ticks - {WITHDRAWN_TOO}:
        yield one.ticks[tick](today)
    if bearing is not None:
        yield one.record.id.in_(_listed(bearing))


def _listed(keys: Collection[int]) -> Select[int]:
    """Return keys as a query, so that their number has no limit."""
    each = func.json_each(json.dumps([*keys])).table_valued("value")
    return select(each.c.value)


def _beginning(day: date) -> datetime:
    return datetime.combine(day, time(), SHANGHAI)


def _has_handling(word: Word) -> Condition:
    handled = select(Matter.visit_uid).where(Matter.handling == word, Matter.withdrawn_at.is_(None))
    return Visit.uid.in_(handled)


def _received_since(day: date) -> Condition:
    return Visit.received_at >= _beginning(day)


def _received_until(day: date) -> Condition:
    return Visit.received_at < _beginning(day + timedelta(days=1))


def _of_visit(condition: Condition) -> Condition:
    return Matter.visit_uid.in_(select(Visit.uid).where(condition))


def _of_meeting(condition: Condition) -> Condition:
    return Commitment.consultation_uid.in_(select(Consultation.uid).where(condition))


def _has_level(word: Word) -> Condition:
    return Deputy.id.in_(select(Mandate.deputy_id).where(Mandate.level == word))


def _has_state(word: Word) -> Condition:
    return Deputy.id.in_(select(Mandate.deputy_id).where(Mandate.state == word))


def _is(column: InstrumentedAttribute[Any]) -> Callable[[Word], Condition]:
    return lambda word: column == word


FILTERS: Mapping[str, Filter] = {
    VISITS.name: Filter(
        Visit,
        {"channel": _is(Visit.channel), "handling": _has_handling},
        {
            "incomplete": lambda _: is_incomplete(),
            "to_sign": lambda _: Visit.uid.in_(select(Matter.visit_uid).where(is_to_sign())),
        },
        _received_since,
        _received_until,
    ),
    MATTERS.name: Filter(
        Matter,
        {"handling": _is(Matter.handling), "state": _is(Matter.state)},
        {
            "incomplete": lambda _: Matter.is_incomplete.is_(True),
            "to_sign": lambda _: is_to_sign(),
        },
        lambda day: _of_visit(_received_since(day)),
        lambda day: _of_visit(_received_until(day)),
    ),
    PEOPLE.name: Filter(
        Person,
        {"sex": _is(Person.sex), "visitor_kind": _is(Person.visitor_kind)},
        {},
    ),
    DEPUTIES.name: Filter(
        Deputy,
        {"level": _has_level, "state": _has_state},
        {},
    ),
    CONSULTATIONS.name: Filter(
        Consultation,
        {"kind": _is(Consultation.kind), "state": _is(Consultation.state)},
        {"unrouted": lambda _: has_unrouted()},
        lambda day: Consultation.held_on >= day,
        lambda day: Consultation.held_on <= day,
    ),
    COMMITMENTS.name: Filter(
        Commitment,
        {"state": _is(Commitment.state)},
        {
            "overdue": is_overdue,
            "due_soon": is_due_soon,
            "undated": lambda _: is_undated(),
            "unheard": lambda _: is_unheard(),
        },
        lambda day: _of_meeting(Consultation.held_on >= day),
        lambda day: _of_meeting(Consultation.held_on <= day),
        lambda: _of_meeting(Consultation.withdrawn_at.is_(None)),
    ),
    BODY_MEMBERS.name: Filter(
        BodyMember,
        {"member_origin": _is(BodyMember.member_origin)},
        {"serving": serves_on},
    ),
}
