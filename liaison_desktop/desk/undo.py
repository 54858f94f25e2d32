"""撤销 — the former revision of a record written back as a new one."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from liaison_desktop.desk.correcting import load_record, refuse_stale
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.base import Part, Record, kind_of
from liaison_desktop.model.every_record import AGGREGATES
from liaison_desktop.model.faults import NotSaved, Refused
from liaison_desktop.model.history import Revision
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.step import Step
from liaison_desktop.model.user import User
from liaison_desktop.model.visit import Visit
from liaison_desktop.model.words import tr
from liaison_desktop.store.former import Values, former_values
from liaison_desktop.store.revisions import revisions_of
from liaison_desktop.store.store import Store

R = TypeVar("R", bound=Record)

REASON = tr("撤销")

ACTIONS: Mapping[str, Action] = {
    "station": Action.CORRECT_STATION,
    "person": Action.CORRECT_PERSON,
    "deputy": Action.CORRECT_DEPUTY,
    "unit": Action.CORRECT_UNIT,
    "visit": Action.CORRECT_VISIT,
    "matter": Action.CORRECT_MATTER,
    "attachment": Action.ATTACH,
    "reception_rule": Action.KEEP_SCHEDULE,
    "reception_session": Action.KEEP_SCHEDULE,
    "notice": Action.KEEP_SCHEDULE,
    "leave": Action.KEEP_SCHEDULE,
    "contact_household": Action.KEEP_SCHEDULE,
    "field_visit": Action.KEEP_SCHEDULE,
    "group_activity": Action.KEEP_SCHEDULE,
    "plan_item": Action.KEEP_SCHEDULE,
    "duty_entry": Action.KEEP_JOURNAL,
    "consultation": Action.KEEP_CONSULTATION,
    "participant": Action.KEEP_CONSULTATION,
    "statement": Action.KEEP_CONSULTATION,
    "commitment": Action.KEEP_CONSULTATION,
    "drawing": Action.KEEP_CONSULTATION,
    "body_member": Action.KEEP_CONSULTATION,
}
"""What one must be allowed to do to undo a change of a kind; accounts have verbs of their own."""

KEPT = frozenset(
    {"id", "uid", "station_uid", "owner", "incarnation", "rev", "changed_at", "act", "position"}
)
"""Columns that tell which record and which version it is; no undoing touches them."""


def undo(
    store: Store, user: User, seen: R, settle: Callable[[Session, R], object] | None = None
) -> R:
    """Return the record as it was before its last change, correction or withdrawal.

    That is a new version of its own, and undoing it again brings the change back. StaleRecord where
    somebody changed the record after `seen` was read; Refused nothing_to_undo where nothing was
    ever changed. `settle` is called with the record as it is then.
    """
    kind = kind_of(seen)
    if kind not in ACTIONS:
        raise Refused("nothing_to_undo")
    with store.act(user, ACTIONS[kind], seen, reason=REASON) as session:
        record = load_record(session, type(seen), seen.uid)
        refuse_stale(kind, record, seen)
        revisions = revisions_of(session, record)
        if not revisions:
            raise Refused("nothing_to_undo")
        if _is_of_a_meeting(record):
            raise Refused("undo_in_the_meeting")
        if _is_a_step(session, record, revisions[-1]):
            raise Refused("undo_the_step")
        take_back(record, former_values(revisions[-1]))
        if settle is not None:
            settle(session, record)
        if errors := [problem for problem in record.problems() if problem.is_error]:
            raise NotSaved(errors)
    return record


def _is_a_step(session: Session, record: Record, revision: Revision) -> bool:
    """Return whether the last change is a step of a matter, which has its own way back."""
    query = select(Step.id).where(Step.act == revision.act, Step.matter_uid == record.uid)
    return session.scalar(query.limit(1)) is not None


def _is_of_a_meeting(record: Record) -> bool:
    """Return whether it was withdrawn with the route of an opinion, which has its own way back."""
    is_collected = isinstance(record, Visit | Matter) and record.withdrawn_at is not None
    return is_collected and record.withdrawn_reason == REASON


def take_back(record: Record, former: Values) -> None:
    """Let a record hold its former values, its parts replaced whole."""
    parts = AGGREGATES[kind_of(record)].parts
    for name, value in former.items():
        if name in parts:
            setattr(record, name, [_part(parts[name], each, n) for n, each in enumerate(value)])
        elif name not in KEPT:
            setattr(record, name, value)
    record.derive()


def _part(mapped: type[Part], values: Values, place: int) -> Part:
    """Return a part as it was, under its own uid where it has one: others refer to it by that."""
    kept = KEPT - {"uid"}
    own = {name: value for name, value in values.items() if name not in kept and name[-3:] != "_id"}
    return mapped(position=place, **own)
