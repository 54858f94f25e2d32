"""Aggregates as plain bodies: read for a package, written from one.

Raw columns in bulk, no mapped objects: a package of a year passes through here. A body holds only
the fields declared to reach the other side (`model/travel.py`); what is not declared is never read.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Table, bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from liaison_desktop.model.base import table_of
from liaison_desktop.model.every_record import AGGREGATES
from liaison_desktop.model.fields import Reach
from liaison_desktop.model.travel import TravelShape, travel_shapes
from liaison_desktop.model.words import Owner

CHUNK = 500
_BOOKS = (
    "uid",
    "station_uid",
    "owner",
    "incarnation",
    "rev",
    "changed_at",
    "withdrawn_at",
    "withdrawn_reason",
)

Body = dict[str, Any]
Version = tuple[int, int]


@dataclass(frozen=True)
class PlainRecord:
    """One aggregate in one version; `body` holds Python values and a list of bodies per part."""

    kind: str
    uid: UUID
    station_uid: UUID
    owner: Owner
    incarnation: int
    rev: int
    changed_at: datetime
    withdrawn_at: datetime | None
    withdrawn_reason: str
    body: Body

    def __repr__(self) -> str:
        """Say which record, never what it holds."""
        return f"PlainRecord({self.kind} {self.uid} {self.incarnation}.{self.rev})"

    @property
    def version(self) -> Version:
        """What decides which of two is newer: the counted incarnation, then `rev`; no clock."""
        return self.incarnation, self.rev


@dataclass(frozen=True)
class Applied:
    """What came of applying records."""

    applied: int
    unchanged: int
    clashes: tuple[PlainRecord, ...]
    """Equal version, other content: kept aside by the caller, the record here stays as it is."""


def read_records(
    session: Session, kind: str, uids: Sequence[UUID], reach: Reach
) -> Iterator[PlainRecord]:
    """Yield the latest state of these records of one kind, in the order of their local keys."""
    shape = travel_shapes(reach)[kind]
    for at in range(0, len(uids), CHUNK):
        yield from _read_chunk(session, shape, uids[at : at + CHUNK])


def apply_records(session: Session, records: Iterable[PlainRecord], reach: Reach) -> Applied:
    """Take each record whose version is higher than the one here; one kind after the other.

    The caller has set `capture.applying`, so that foreign records are not echoed into the outbox.
    """
    shapes = travel_shapes(reach)
    totals = [0, 0]
    clashes: list[PlainRecord] = []
    for kind, chunk in _chunks(records):
        known = _versions(session, kind, [record.uid for record in chunk])
        fresh = [record for record in chunk if record.uid not in known]
        newer = [r for r in chunk if r.uid in known and r.version > known[r.uid]]
        same = [r for r in chunk if r.uid in known and r.version == known[r.uid]]
        _insert(session, shapes[kind], fresh)
        _update(session, shapes[kind], newer)
        clashes += _differing(session, kind, same, reach)
        totals[0] += len(fresh) + len(newer)
        totals[1] += len(chunk) - len(fresh) - len(newer)
    return Applied(totals[0], totals[1] - len(clashes), tuple(clashes))


def _read_chunk(
    session: Session, shape: TravelShape, uids: Sequence[UUID]
) -> Iterator[PlainRecord]:
    aggregate = AGGREGATES[shape.kind]
    table = table_of(aggregate.root)
    names = [field.name for field in shape.fields]
    columns = [table.c.id, *(table.c[name] for name in (*_BOOKS, *names))]
    rows = session.execute(select(*columns).where(table.c.uid.in_(uids)).order_by(table.c.id)).all()
    parts = {
        name: _read_parts(session, shape, name, [row[0] for row in rows]) for name in shape.parts
    }
    first = 1 + len(_BOOKS)
    for row in rows:
        body: Body = dict(zip(names, row[first:], strict=True))
        body |= {name: bodies.get(row[0], []) for name, bodies in parts.items()}
        yield PlainRecord(shape.kind, *row[1:first], body)  # type: ignore[call-arg]  # by _BOOKS


def _read_parts(
    session: Session, shape: TravelShape, part: str, roots: Sequence[int]
) -> dict[int, list[Body]]:
    table, key = _part_table(shape, part)
    names = [field.name for field in shape.parts[part]]
    query = (
        select(key, *(table.c[name] for name in names))
        .where(key.in_(roots))
        .order_by(key, table.c.position, table.c.id)
    )
    found: dict[int, list[Body]] = {}
    for root, *values in session.execute(query):
        found.setdefault(root, []).append(dict(zip(names, values, strict=True)))
    return found


def _part_table(shape: TravelShape, part: str) -> tuple[Table, Column[Any]]:
    table = table_of(AGGREGATES[shape.kind].parts[part])
    return table, table.c[f"{shape.kind}_id"]


def _chunks(records: Iterable[PlainRecord]) -> Iterator[tuple[str, list[PlainRecord]]]:
    chunk: list[PlainRecord] = []
    for record in records:
        if chunk and (record.kind != chunk[0].kind or len(chunk) >= CHUNK):
            yield chunk[0].kind, chunk
            chunk = []
        chunk.append(record)
    if chunk:
        yield chunk[0].kind, chunk


def _versions(session: Session, kind: str, uids: Sequence[UUID]) -> dict[UUID, Version]:
    table = table_of(AGGREGATES[kind].root)
    query = select(table.c.uid, table.c.incarnation, table.c.rev).where(table.c.uid.in_(uids))
    return {uid: (incarnation, rev) for uid, incarnation, rev in session.execute(query)}


def _row(shape: TravelShape, record: PlainRecord) -> Body:
    books = {name: getattr(record, name) for name in _BOOKS}
    return books | {field.name: record.body[field.name] for field in shape.fields}


def _insert(session: Session, shape: TravelShape, records: Sequence[PlainRecord]) -> None:
    if not records:
        return
    table = table_of(AGGREGATES[shape.kind].root)
    session.execute(insert(table), [_row(shape, record) for record in records])
    _insert_parts(session, shape, records)


def _update(session: Session, shape: TravelShape, records: Sequence[PlainRecord]) -> None:
    if not records:
        return
    table = table_of(AGGREGATES[shape.kind].root)
    rows = [_row(shape, record) | {"of_uid": record.uid} for record in records]
    names = [name for name in rows[0] if name not in ("uid", "of_uid")]
    statement = (
        update(table)
        .where(table.c.uid == bindparam("of_uid"))
        .values({name: bindparam(name) for name in names})
    )
    session.connection().execute(statement, rows)
    for part in shape.parts:
        child, key = _part_table(shape, part)
        session.execute(delete(child).where(key.in_(_ids(session, table, records).values())))
    _insert_parts(session, shape, records)


def _insert_parts(session: Session, shape: TravelShape, records: Sequence[PlainRecord]) -> None:
    ids = _ids(session, table_of(AGGREGATES[shape.kind].root), records) if shape.parts else {}
    for part in shape.parts:
        table, key = _part_table(shape, part)
        rows = [
            {key.name: ids[record.uid], "position": place} | body
            for record in records
            for place, body in enumerate(record.body[part])
        ]
        if rows:
            session.execute(insert(table), rows)


def _ids(session: Session, table: Table, records: Sequence[PlainRecord]) -> Mapping[UUID, int]:
    query = select(table.c.uid, table.c.id).where(table.c.uid.in_([r.uid for r in records]))
    return {uid: key for uid, key in session.execute(query)}


def _differing(
    session: Session, kind: str, records: Sequence[PlainRecord], reach: Reach
) -> list[PlainRecord]:
    here = {r.uid: r for r in read_records(session, kind, [r.uid for r in records], reach)}
    return [record for record in records if here[record.uid] != record]
