"""人大代表 — the roster."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from liaison_desktop.desk.correcting import correct_record, matches
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.base import Record, kind_of
from liaison_desktop.model.deputy import Deputy
from liaison_desktop.model.every_record import AGGREGATES
from liaison_desktop.model.faults import NotSaved, Problem, ProblemCode
from liaison_desktop.model.reception_session import ReceptionSession
from liaison_desktop.model.user import User
from liaison_desktop.model.visit import Receiver
from liaison_desktop.store.store import Store


class Deputies:
    """Verbs of the roster."""

    def __init__(self, store: Store, user: User) -> None:
        self._store, self._user = store, user

    def register(self, deputy: Deputy) -> Deputy:
        """Return the same deputy, saved; NotSaved with its problems."""
        if problems := deputy.problems():
            raise NotSaved(problems)
        for place, mandate in enumerate(deputy.mandates):
            mandate.position = place
        with self._store.act(self._user, Action.REGISTER_DEPUTY, deputy) as session:
            session.add(deputy)
        return deputy

    def find(self, text: str = "", limit: int = 500) -> list[Deputy]:
        """Return deputies by a part of the name, in the order of the roster."""
        query = select(Deputy).where(Deputy.withdrawn_at.is_(None), matches(Deputy.name, text))
        query = query.options(selectinload(Deputy.mandates)).order_by(Deputy.id).limit(limit)
        with self._store.read() as session:
            return list(session.scalars(query))

    def correct(self, seen: Deputy, changes: Mapping[str, object], reason: str = "") -> Deputy:
        """Return the corrected deputy."""
        action = Action.CORRECT_DEPUTY
        return correct_record(self._store, self._user, action, seen, changes, reason=reason)


def link_receivers(session: Session, receivers: Sequence[Receiver]) -> list[Problem]:
    """Tie each name to the one deputy who bears it; say of the others why they stay text."""
    problems = []
    for place, receiver in enumerate(receivers):
        if receiver.deputy_uid is None:
            receiver.deputy_uid, code = _deputy_of(session, receiver.name)
            if code is not None:
                problems.append(Problem(f"receivers.{place}", code, is_error=False))
    return problems


def link_names(session: Session, record: Record) -> list[Problem]:
    """Do the same for a record that names one deputy, or several in its parts."""
    problems = []
    for field, named in _named(record):
        name = "deputy_name" if named is record else "name"
        if named.deputy_uid is None and getattr(named, name).strip():
            named.deputy_uid, code = _deputy_of(session, getattr(named, name))
            if code is not None:
                problems.append(Problem(field + name, code, is_error=False))
    if isinstance(record, ReceptionSession):
        _set_levels(session, record)
    return problems


def link_anew(session: Session, record: Record) -> list[Problem]:
    """Do it where the name is another than the one that was tied."""
    for _field, named in _named(record):
        named.deputy_uid = None
    return link_names(session, record)


def _set_levels(session: Session, record: ReceptionSession) -> None:
    """Give each seat without one the highest level at which its deputy is in office on the day."""
    for slot in record.slots:
        if slot.level is None and slot.deputy_uid is not None:
            query = select(Deputy).where(Deputy.uid == slot.deputy_uid)
            deputy = session.scalar(query.options(selectinload(Deputy.mandates)))
            levels = deputy.levels_on(record.held_on) if deputy else []
            slot.level = levels[0] if levels else None


def _named(record: Record) -> list[tuple[str, Any]]:
    """Return what of a record names a deputy: itself, or its parts, with the path to it."""
    if hasattr(record, "deputy_name"):
        return [("", record)]
    return [
        (f"{part}.{place}.", named)
        for part in AGGREGATES[kind_of(record)].parts
        for place, named in enumerate(getattr(record, part))
        if hasattr(named, "deputy_uid")
    ]


def _deputy_of(session: Session, name: str) -> tuple[UUID | None, ProblemCode | None]:
    query = select(Deputy.uid).where(Deputy.name == name.strip(), Deputy.withdrawn_at.is_(None))
    found = list(session.scalars(query.limit(2)))
    if len(found) == 1:
        return found[0], None
    return None, ProblemCode.RECEIVER_AMBIGUOUS if found else ProblemCode.RECEIVER_UNKNOWN
