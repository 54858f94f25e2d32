"""Rows of a ledger, read by columns: a page of fifty takes four short queries and no record.

The statements are made once: building one anew takes longer than its answer.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import BindParameter, Select, bindparam, select
from sqlalchemy.orm import Session

from liaison_desktop.model.base import Part, table_of
from liaison_desktop.model.ledgers import MatterFacts, VisitorFacts, VisitRow
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.visit import Receiver, Visit, Visitor

Query = Select[*tuple[Any, ...]]

_ids: BindParameter[Any] = bindparam("ids", expanding=True)
_visit, _matter = table_of(Visit).c, table_of(Matter).c


def _of_visits(part: type[Part], *names: str) -> Query:
    columns = table_of(part).c
    query = select(columns.visit_id, *(columns[name] for name in names))
    return query.where(columns.visit_id.in_(_ids)).order_by(columns.visit_id, columns.position)


_VISITS: Query = select(
    _visit.id,
    _visit.number,
    _visit.channel,
    _visit.received_at,
    _visit.headcount,
    _visit.is_incomplete,
    _visit.withdrawn_at.is_not(None),
).where(_visit.id.in_(_ids))
_VISITORS = _of_visits(Visitor, *VisitorFacts._fields)
_RECEIVERS = _of_visits(Receiver, "name")
_MATTERS: Query = (
    select(_visit.id, *(_matter[name] for name in MatterFacts._fields))
    .where(_visit.id.in_(_ids), _matter.visit_uid == _visit.uid, _matter.withdrawn_at.is_(None))
    .order_by(_visit.id, _matter.place_in_visit)
)


def load_visit_rows(session: Session, ids: Sequence[int]) -> list[VisitRow]:
    """Return what a ledger tells of these visits, in this order."""
    connection, keys = session.connection(), {"ids": list(ids)}
    visits = {key: facts for key, *facts in connection.execute(_VISITS, keys).all()}
    visitors = _grouped(connection.execute(_VISITORS, keys).all())
    receivers = _grouped(connection.execute(_RECEIVERS, keys).all())
    matters = _grouped(connection.execute(_MATTERS, keys).all())
    return [
        VisitRow(  # type: ignore[call-arg]  # the facts are those of _VISITS
            *visits[key],
            [VisitorFacts(*each) for each in visitors.get(key, ())],
            [MatterFacts(*each) for each in matters.get(key, ())],
            [name for (name,) in receivers.get(key, ())],
        )
        for key in ids
    ]


def _grouped(rows: Iterable[Sequence[Any]]) -> dict[int, list[Sequence[Any]]]:
    found: dict[int, list[Sequence[Any]]] = {}
    for key, *values in rows:
        found.setdefault(key, []).append(values)
    return found
