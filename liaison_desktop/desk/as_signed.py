"""定稿 — a signed meeting as the head signed it, whatever became of it since.

A promise is followed, an opinion goes its way and a matter is renamed after that too: the record
and the minutes print what was signed, the lists of opinions and promises what is so by now.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from sqlalchemy import func, inspect, select
from sqlalchemy.orm import Session

from liaison_desktop.desk.meeting import Meeting
from liaison_desktop.desk.undo import take_back
from liaison_desktop.model.base import Record, table_of
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import ConsultationState
from liaison_desktop.model.history import Revision
from liaison_desktop.store.former import former_values
from liaison_desktop.store.revisions import revisions_of

R = TypeVar("R", bound=Record)
_SAME = ("uid", "station_uid", "owner")


@dataclass(frozen=True)
class Signature:
    """When a record was signed; `revision` is that of the change, and what is later came after."""

    at: datetime
    revision: int


def signature_of(session: Session, one: Consultation) -> Signature | None:
    """Return when a meeting was signed; None where it was not."""
    if one.state is not ConsultationState.SIGNED:
        return None
    before = [
        revision
        for revision in revisions_of(session, one)
        if former_values(revision)["state"] is not ConsultationState.SIGNED
    ]
    return Signature(before[-1].at, before[-1].id) if before else None


def meeting_as_signed(session: Session, meeting: Meeting, signature: Signature) -> Meeting:
    """Return the meeting with its statements and promises as they were signed."""
    return replace(
        meeting,
        statements=as_then(session, meeting.statements, signature),
        commitments=as_then(session, meeting.commitments, signature),
    )


def as_then(session: Session, records: Sequence[R], signature: Signature) -> list[R]:
    """Return the records as they were then; those that were not changed since are the same ones."""
    if not records:
        return []
    kind = table_of(type(records[0])).name
    former = _former(session, kind, [one.uid for one in records], signature)
    return [_copy(one, former[one.uid]) if one.uid in former else one for one in records]


def _former(
    session: Session, kind: str, uids: Sequence[UUID], signature: Signature
) -> Mapping[UUID, Revision]:
    """Return the first body that was kept of each after the signature: it says what was signed."""
    first = select(func.min(Revision.id)).where(
        Revision.kind == kind, Revision.uid.in_(uids), Revision.id > signature.revision
    )
    query = select(Revision).where(Revision.id.in_(first.group_by(Revision.uid)))
    return {one.uid: one for one in session.scalars(query)}


def _copy(one: R, revision: Revision) -> R:
    """Return what a revision keeps as a record of no session."""
    made: R = inspect(type(one)).class_manager.new_instance()
    for name in _SAME:
        setattr(made, name, getattr(one, name))
    take_back(made, former_values(revision))
    return made
