"""Which visits a list shows: as a condition of the query, and in words for a paper."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session

from liaison_desktop.desk.correcting import matches
from liaison_desktop.desk.search import PERSONAL
from liaison_desktop.desk.today import is_incomplete, is_to_sign
from liaison_desktop.model.finding import Found
from liaison_desktop.model.ledgers import INCOMPLETE, TO_SIGN
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.texts import visible
from liaison_desktop.model.times import SHANGHAI
from liaison_desktop.model.visit import Receiver, Visit, Visitor
from liaison_desktop.model.words import Channel, Handling, label
from liaison_desktop.store.gram_keys import ask
from liaison_desktop.store.grams import EVERY, find_keys


@dataclass(frozen=True)
class VisitFilter:
    """Which visits are shown; `since` and `until` are business days, both included.

    Each word of `text` must be found in the visit or one of its matters as the search finds it
    (desk.search), or stand somewhere in a name, a phone, the number, a title or the name of a
    deputy who received. Withdrawn
    visits are shown only where `with_withdrawn` says so.
    """

    text: str = ""
    since: date | None = None
    until: date | None = None
    channel: Channel | None = None
    handling: Handling | None = None
    only_incomplete: bool = False
    only_to_sign: bool = False
    with_withdrawn: bool = False


def words_of(chosen: VisitFilter) -> list[str]:
    """Return what a paper must say so that nobody takes it for the whole."""
    words = (
        f"含“{visible(chosen.text.strip())}”" if chosen.text.strip() else "",
        label(chosen.channel),
        label(chosen.handling),
        INCOMPLETE if chosen.only_incomplete else "",
        TO_SIGN if chosen.only_to_sign else "",
    )
    return [word for word in words if word]


def conditions(
    session: Session, chosen: VisitFilter, sees_names: bool
) -> Iterator[ColumnElement[bool]]:
    """Yield what must hold of a visit; there is at least one condition."""
    yield Visit.id.is_not(None)
    if not chosen.with_withdrawn:
        yield Visit.withdrawn_at.is_(None)
    if chosen.since is not None:
        yield Visit.received_at >= _beginning(chosen.since)
    if chosen.until is not None:
        yield Visit.received_at < _beginning(chosen.until + timedelta(days=1))
    if chosen.channel is not None:
        yield Visit.channel == chosen.channel
    if chosen.handling is not None:
        handled = select(Matter.visit_uid).where(
            Matter.handling == chosen.handling, Matter.withdrawn_at.is_(None)
        )
        yield Visit.uid.in_(handled)
    if chosen.only_incomplete:
        yield is_incomplete()
    if chosen.only_to_sign:
        yield Visit.uid.in_(select(Matter.visit_uid).where(is_to_sign()))
    for word in chosen.text.split():
        yield _holds(word, sees_names) | _is_found(session, word, sees_names)


def _is_found(session: Session, word: str, sees_names: bool) -> ColumnElement[bool]:
    """Return the condition that the search finds a visit, or a matter of it, by a word."""
    asked, hidden = ask(word), () if sees_names else PERSONAL
    visits = find_keys(session, Found.VISIT, asked, EVERY, hidden)
    matters = find_keys(session, Found.MATTER, asked, EVERY, hidden)
    of_matters = select(Matter.visit_uid).where(Matter.id.in_(_listed(matters)))
    return or_(Visit.id.in_(_listed(visits)), Visit.uid.in_(of_matters))


def _listed(keys: list[int]) -> Select[int]:
    """Return keys as a query, so that their number has no limit."""
    each = func.json_each(json.dumps(keys)).table_valued("value")
    return select(each.c.value)


def _holds(word: str, sees_names: bool) -> ColumnElement[bool]:
    """Return the condition that a word stands somewhere in a visit, as far as the viewer reads it.

    Who may not read a name may not find out by trying, either.
    """
    by_title = select(Matter.visit_uid).where(matches(Matter.title, word))
    by_receiver = select(Receiver.visit_id).where(matches(Receiver.name, word))
    found = [
        matches(Visit.number, word),
        Visit.uid.in_(by_title),
        Visit.id.in_(by_receiver),
    ]
    if sees_names:
        by_visitor = matches(Visitor.name, word) | matches(Visitor.phone, word)
        found.append(Visit.id.in_(select(Visitor.visit_id).where(by_visitor)))
    return or_(*found)


def _beginning(day: date) -> datetime:
    return datetime.combine(day, time(), SHANGHAI)
