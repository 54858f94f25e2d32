"""撤销一次操作 — everything that one act did to records of some kinds, taken back together."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from liaison_desktop.desk.correcting import load_record
from liaison_desktop.desk.undo import KEPT, REASON, take_back
from liaison_desktop.model.base import Record, kind_of, table_of
from liaison_desktop.model.faults import Refused, StaleRecord
from liaison_desktop.model.history import Revision
from liaison_desktop.store.former import Values, former_values, present_values
from liaison_desktop.store.revisions import revisions_of
from liaison_desktop.store.wholes import whole

Acts = frozenset[UUID | None]

Among = Mapping[type[Record], ColumnElement[bool]]
"""The kinds that an act may have touched, each with the condition that keeps the search small."""


def acts_of(seen: Sequence[Record]) -> Acts:
    """Return the last acts of these records."""
    return frozenset(record.act for record in seen)


def find_touched(session: Session, seen: Sequence[Record], among: Among) -> list[Record]:
    """Return all records that the last acts of those seen touched, whole, as they stand now.

    StaleRecord where one of those seen was changed since, unless that was undone too; Refused
    nothing_to_undo where nothing is left of the acts.
    """
    touched = {one.uid: one for one in (_load_as_seen(session, one) for one in seen)}
    for kind, is_near in among.items():
        query = whole(kind).where(is_near, kind.act.in_(acts_of(seen)))
        touched |= {one.uid: one for one in session.scalars(query)}
    if not touched:
        raise Refused("nothing_to_undo")
    return list(touched.values())


def before_acts(session: Session, record: Record, acts: Acts) -> Values | None:
    """Return what a record said before these acts; None where they registered it."""
    before = [one for one in revisions_of(session, record) if one.act in acts]
    return former_values(before[-1]) if before else None


def take_back_acts(session: Session, record: Record, acts: Acts, now: datetime) -> None:
    """Let a record be as it was before these acts; what they registered is withdrawn."""
    before = before_acts(session, record, acts)
    if before is not None:
        take_back(record, before)
    else:
        record.withdrawn_at, record.withdrawn_reason = now, REASON


def find_changed_since(session: Session, among: Among, acts: Acts) -> list[tuple[Record, bool]]:
    """Return the records that these acts touched and a later act touched again.

    With each goes whether it says again what it said then: what came later was undone.
    """
    known = [act for act in acts if act is not None]
    found = []
    for kind, is_near in among.items():
        near = select(kind.uid).where(is_near, kind.act.not_in(known))
        query = select(Revision).where(Revision.kind == table_of(kind).name, Revision.uid.in_(near))
        then = {one.uid: one for one in session.scalars(query) if _was_made_by(one, known)}
        for other in session.scalars(whole(kind).where(kind.uid.in_(list(then)))):
            values = former_values(then[other.uid])
            found.append((other, _said(values) == _said(present_values(other))))
    return found


def _was_made_by(revision: Revision, acts: Sequence[UUID]) -> bool:
    """Return whether one of these acts made the version that a revision keeps."""
    is_named = any(act.hex in revision.body for act in acts)  # spares reading most bodies
    return is_named and former_values(revision)["act"] in acts


def _load_as_seen(session: Session, seen: Record) -> Record:
    """Return the record, which says again what it said in the version seen; StaleRecord."""
    present = load_record(session, type(seen), seen.uid)
    version = (seen.incarnation, seen.rev)
    if (present.incarnation, present.rev) != version:
        revisions = revisions_of(session, present)
        then = [one for one in revisions if (one.incarnation, one.rev) == version]
        if not then or _said(former_values(then[0])) != _said(present_values(present)):
            raise StaleRecord(kind_of(seen))
    return present


def _said(values: Values) -> Values:
    """Return what a record says, whichever version of it that is."""
    return {
        name: [_said(part) for part in value] if isinstance(value, list) else value
        for name, value in values.items()
        if name not in KEPT and name[-3:] != "_id"
    }
