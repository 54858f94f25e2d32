"""Rows of a ledger, read by columns: a page of fifty takes four short queries and no record.

The statements are made once, as the text that the driver is handed: through SQLAlchemy each page
takes three times as long, and who drags through a million rows waits for every one.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from sqlalchemy import Select, func, select, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session

from liaison_desktop.model.base import Part, table_of
from liaison_desktop.model.deputy import Deputy, Mandate
from liaison_desktop.model.ledgers import (
    DeputyRow,
    MandateFacts,
    MatterFacts,
    MatterRow,
    PersonRow,
    VisitorFacts,
    VisitRow,
)
from liaison_desktop.model.matter import Deadline, Matter
from liaison_desktop.model.matter_flow import REPLY_CLOCKS
from liaison_desktop.model.person import Person
from liaison_desktop.model.visit import Receiver, Visit, Visitor
from liaison_desktop.store.engine import driver_of

Query = Select[*tuple[Any, ...]]
Process = Callable[[Any], Any]

_DIALECT = sqlite.dialect()
asked_ids = select(text("value")).select_from(text("json_each(?1)"))
"""The keys asked for, which are one value however many they are."""


class Asking:
    """A query of columns as text, and what makes of the file's values those of the model."""

    def __init__(self, query: Query) -> None:
        self._query = query

    @cached_property
    def _sql(self) -> str:
        options = {"literal_binds": True}
        return str(self._query.compile(dialect=_DIALECT, compile_kwargs=options))

    @cached_property
    def _processes(self) -> Sequence[tuple[int, Process]]:
        """The places of the columns that the file keeps otherwise than the model, each with how."""
        kinds = (column.type.dialect_impl(_DIALECT) for column in self._query.selected_columns)
        made = enumerate(kind.result_processor(_DIALECT, None) for kind in kinds)
        return [(at, process) for at, process in made if process is not None]

    def rows(self, session: Session, ids: Sequence[int]) -> Iterator[list[Any]]:
        """Yield the rows for these keys; the key stands first in each."""
        for told in driver_of(session).execute(self._sql, (json.dumps([*ids]),)):
            row = list(told)
            for at, process in self._processes:
                row[at] = process(row[at])
            yield row


_visit, _matter = table_of(Visit).c, table_of(Matter).c
_person, _deputy = table_of(Person).c, table_of(Deputy).c


def _of_visits(part: type[Part], *names: str) -> Asking:
    return _parts(part, "visit_id", names)


def _parts(part: type[Part], root: str, names: Sequence[str]) -> Asking:
    columns = table_of(part).c
    query = select(columns[root], *(columns[name] for name in names))
    return Asking(
        query.where(columns[root].in_(asked_ids)).order_by(columns[root], columns.position)
    )


def _of_matters(part: type[Part], *names: str) -> Asking:
    """Return the query of the parts of a matter's visit, by the matter."""
    columns = table_of(part).c
    return Asking(
        select(_matter.id, *(columns[name] for name in names))
        .where(
            _matter.id.in_(asked_ids),
            _visit.uid == _matter.visit_uid,
            columns.visit_id == _visit.id,
        )
        .order_by(_matter.id, columns.position)
    )


_VISITS = Asking(
    select(
        _visit.id,
        _visit.number,
        _visit.channel,
        _visit.received_at,
        _visit.headcount,
        _visit.is_incomplete,
        _visit.withdrawn_at.is_not(None),
    ).where(_visit.id.in_(asked_ids))
)
_VISITORS = _of_visits(Visitor, *VisitorFacts._fields)
_RECEIVERS = _of_visits(Receiver, "name")
_MATTERS = Asking(
    select(_visit.id, *(_matter[name] for name in MatterFacts._fields))
    .where(
        _visit.id.in_(asked_ids), _matter.visit_uid == _visit.uid, _matter.withdrawn_at.is_(None)
    )
    .order_by(_visit.id, _matter.place_in_visit)
)
_MATTER_ROWS = Asking(
    select(
        _matter.id,
        _matter.number,
        _matter.title,
        _matter.category,
        _matter.place_of_issue,
        _matter.people_involved,
        _matter.handling,
        _matter.guided_to,
        _matter.state,
        _matter.is_incomplete,
        _matter.disclosure,
        _matter.withdrawn_at.is_not(None),
        _visit.received_at,
        _visit.channel,
        _matter.statement,
        _matter.route,
        _matter.unit_name,
        _matter.co_units,
        _matter.assigned_on,
        _matter.acknowledged_on,
        _matter.replied_on,
        _matter.fed_back_on,
        _matter.result_class,
        _matter.satisfaction,
        _matter.redos,
        _matter.promised_on,
        _matter.archive_no,
        _matter.remark,
    ).where(_matter.id.in_(asked_ids), _visit.uid == _matter.visit_uid)
)
_deadline = table_of(Deadline).c
_REPLY_DUES = Asking(
    select(_deadline.matter_id, _deadline.due_on, _deadline.cause)
    .where(_deadline.matter_id.in_(asked_ids), _deadline.rule.in_(REPLY_CLOCKS))
    .order_by(_deadline.matter_id, _deadline.position)
)
_VISITORS_OF_MATTERS = _of_matters(Visitor, *VisitorFacts._fields)
_RECEIVERS_OF_MATTERS = _of_matters(Receiver, "name")
_PEOPLE = Asking(
    select(
        _person.id,
        _person.name,
        _person.sex,
        _person.phone,
        _person.address,
        _person.visitor_kind,
        _person.constituency,
        _person.withdrawn_at.is_not(None),
    ).where(_person.id.in_(asked_ids))
)
_visitor = table_of(Visitor).c
_VISITS_OF_PEOPLE = Asking(
    select(_person.id, func.count(_visit.id.distinct()), func.max(_visit.received_on))
    .where(
        _person.id.in_(asked_ids),
        _visitor.person_uid == _person.uid,
        _visit.id == _visitor.visit_id,
        _visit.withdrawn_at.is_(None),
    )
    .group_by(_person.id)
)
_DEPUTIES = Asking(
    select(
        _deputy.id,
        _deputy.name,
        _deputy.sex,
        _deputy.post,
        _deputy.phone,
        _deputy.is_post_public,
        _deputy.withdrawn_at.is_not(None),
    ).where(_deputy.id.in_(asked_ids))
)
_MANDATES = _parts(Mandate, "deputy_id", MandateFacts._fields)


def load_visit_rows(session: Session, ids: Sequence[int], _today: date) -> list[VisitRow]:
    """Return what a ledger tells of these visits, in this order."""
    visits = rows_by_key(session, _VISITS, ids)
    visitors = _grouped(session, _VISITORS, ids)
    receivers = _grouped(session, _RECEIVERS, ids)
    matters = _grouped(session, _MATTERS, ids)
    return [
        VisitRow(  # type: ignore[call-arg]  # the facts are those of _VISITS
            *visits[key],
            [VisitorFacts(*each) for each in visitors.get(key, ())],
            [MatterFacts(*each) for each in matters.get(key, ())],
            [name for (name,) in receivers.get(key, ())],
        )
        for key in ids
    ]


def load_matter_rows(session: Session, ids: Sequence[int], _today: date) -> list[MatterRow]:
    """Return what a ledger tells of these matters, in this order."""
    matters = rows_by_key(session, _MATTER_ROWS, ids)
    visitors = _grouped(session, _VISITORS_OF_MATTERS, ids)
    receivers = _grouped(session, _RECEIVERS_OF_MATTERS, ids)
    dues = _grouped(session, _REPLY_DUES, ids)
    return [
        MatterRow(  # type: ignore[call-arg]  # the facts are those of _MATTER_ROWS
            *matters[key],
            [VisitorFacts(*each) for each in visitors.get(key, ())],
            [name for (name,) in receivers.get(key, ())],
            [(day, cause) for day, cause in dues.get(key, ())],
        )
        for key in ids
    ]


def load_person_rows(session: Session, ids: Sequence[int], _today: date) -> list[PersonRow]:
    """Return what a ledger tells of these people, in this order."""
    people = rows_by_key(session, _PEOPLE, ids)
    visits = rows_by_key(session, _VISITS_OF_PEOPLE, ids)
    return [PersonRow(*people[key], *visits.get(key, (0, None))) for key in ids]


def load_deputy_rows(session: Session, ids: Sequence[int], _today: date) -> list[DeputyRow]:
    """Return what a ledger tells of these deputies, in this order."""
    deputies = rows_by_key(session, _DEPUTIES, ids)
    mandates = _grouped(session, _MANDATES, ids)
    return [
        DeputyRow(  # type: ignore[call-arg]  # the facts are those of _DEPUTIES
            *deputies[key], [MandateFacts(*each) for each in mandates.get(key, ())]
        )
        for key in ids
    ]


def rows_by_key(session: Session, asking: Asking, ids: Sequence[int]) -> dict[int, list[Any]]:
    """Return by key what a query of one row a record gives for these."""
    return {key: facts for key, *facts in asking.rows(session, ids)}


def _grouped(session: Session, asking: Asking, ids: Sequence[int]) -> dict[int, list[list[Any]]]:
    found: dict[int, list[list[Any]]] = {}
    for key, *values in asking.rows(session, ids):
        found.setdefault(key, []).append(values)
    return found
