"""更正与撤回 — one way to change any record: by field, with the former body kept as a revision."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy.orm import InstrumentedAttribute, Session

from liaison_desktop.model.authorize import Action
from liaison_desktop.model.base import Part, Record, kind_of, table_of
from liaison_desktop.model.consultation import SET_BY_MEETING
from liaison_desktop.model.every_record import AGGREGATES
from liaison_desktop.model.faults import (
    NotFound,
    NotSaved,
    Problem,
    ProblemCode,
    Refused,
    StaleRecord,
)
from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.matter import SET_BY_STEPS
from liaison_desktop.model.reception_session import SET_BY_DAY
from liaison_desktop.model.statement import SET_BY_ROUTING
from liaison_desktop.model.texts import text_problems
from liaison_desktop.model.user import User
from liaison_desktop.store.store import Store
from liaison_desktop.store.wholes import whole

MOST_REASON = 500
"""Code points of the reason of a withdrawal or correction."""

R = TypeVar("R", bound=Record)

FIXED: Mapping[str, frozenset[str]] = {
    "station": frozenset({"code"}),  # begins every number given so far
    "visit": frozenset({"number", "received_on", "registered_at", "is_late_entry", "source_uid"}),
    "matter": frozenset({"number", "visit_uid", "place_in_visit"}) | SET_BY_STEPS,
    "deputy": frozenset({"photo_uid"}),
    "reception_session": frozenset({"planned_on"}) | SET_BY_DAY,
    "notice": frozenset({"session_uid"}),
    "leave": frozenset({"deputy_uid"}),
    "contact_household": frozenset({"deputy_uid", "person_uid"}),
    "field_visit": frozenset({"household_uid"}),
    "duty_entry": frozenset({"deputy_uid", "source_kind", "source_uid"}),
    "consultation": frozenset({"number"}) | SET_BY_MEETING,
    "participant": frozenset({"consultation_uid"}),
    "statement": frozenset({"consultation_uid", "said_at"}) | SET_BY_ROUTING,
    "commitment": frozenset({"consultation_uid"}),
    "attachment": frozenset({"record_kind", "record_uid", "size", "sha256", "media_type"}),
}
"""Fields that no correction touches: given once, derived, or moved by verbs of their own."""


def correctable(kind: str) -> tuple[str, ...]:
    """Return the fields and parts of a kind that a correction may change."""
    fixed = FIXED.get(kind, frozenset())
    declared = fields_of(AGGREGATES[kind].root)
    return tuple(name for name in declared if name not in fixed)


def load_record(session: Session, root: type[R], uid: UUID) -> R:
    """Return the whole aggregate; NotFound where it is not there."""
    record = session.scalar(whole(root).where(root.uid == uid))
    if record is None:
        raise NotFound(str(table_of(root).name), str(uid))
    return record


def correct_record(
    store: Store,
    user: User,
    action: Action,
    seen: R,
    changes: Mapping[str, object],
    *,
    reason: str = "",
    settle: Callable[[Session, R], object] | None = None,
) -> R:
    """Return the corrected record; what it was before stands in its revisions.

    `seen` is the record as it was shown: StaleRecord where somebody changed it since. Parts are
    replaced whole, by a list. NotSaved for a field that cannot be changed or a value that is wrong.
    `settle` is called with the changed record, before it is looked at for errors.
    """
    kind = kind_of(seen)
    if errors := text_problems("reason", reason, MOST_REASON, multiline=True):
        raise NotSaved(errors)
    with store.act(user, action, seen, reason=reason) as session:
        record = load_record(session, type(seen), seen.uid)
        refuse_stale(kind, record, seen)
        _change(record, kind, changes)
        if settle is not None:
            settle(session, record)
        errors = [p for p in record.problems() if p.is_error]
        if errors:
            raise NotSaved(errors)
    return record


def withdraw_record(
    store: Store,
    user: User,
    action: Action,
    seen: R,
    reason: str,
    settle: Callable[[Session, R], object] | None = None,
) -> R:
    """Return it withdrawn: hidden from lists, kept in history, told to the county.

    `settle` is called with the withdrawn record.
    """
    kind = kind_of(seen)
    if not reason.strip():
        raise Refused("reason_missing")
    if errors := text_problems("reason", reason, MOST_REASON, multiline=True):
        raise NotSaved(errors)
    with store.act(user, action, seen, reason=reason) as session:
        record = load_record(session, type(seen), seen.uid)
        refuse_stale(kind, record, seen)
        if record.withdrawn_at is not None:
            raise Refused("already_withdrawn")
        record.withdrawn_at = store.clock()
        record.withdrawn_reason = reason
        if settle is not None:
            settle(session, record)
    return record


def refuse_stale(kind: str, record: Record, seen: Record) -> None:
    """Raise StaleRecord unless `seen` is the latest version."""
    if (record.incarnation, record.rev) != (seen.incarnation, seen.rev):
        raise StaleRecord(kind)


def _change(record: Record, kind: str, changes: Mapping[str, object]) -> None:
    allowed = correctable(kind)
    unknown = [name for name in changes if name not in allowed]
    if unknown:
        raise NotSaved([Problem(name, ProblemCode.UNKNOWN_KEY) for name in unknown])
    parts = AGGREGATES[kind].parts
    for name, value in changes.items():
        setattr(record, name, _in_order(value) if name in parts else value)
    record.derive()


def _in_order(parts: Any) -> Sequence[Part]:
    for place, part in enumerate(parts):
        part.position = place
    return list(parts)


def matches(column: InstrumentedAttribute[str], text: str) -> Any:
    """Return the condition that a column holds the text somewhere, wildcards taken as they are."""
    return column.contains(text, autoescape=True)
