"""What waits in 民情恳谈, as conditions of a query: ledgers choose by them, 今天 counts them."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, func, literal, or_, select

from liaison_desktop.model.body_member import BodyMember
from liaison_desktop.model.commitment import Commitment
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import CommitmentState, StatementKind
from liaison_desktop.model.statement import Statement

Condition = ColumnElement[bool]

DUE_SOON = timedelta(days=7)

WANTING_A_ROUTE = tuple(kind for kind in StatementKind if kind.wants_route)


def is_open() -> Condition:
    """Return what holds of a promise not settled yet; written out, or no index would serve."""
    return Commitment.state == literal(CommitmentState.OPEN, literal_execute=True)


def is_overdue(today: date) -> Condition:
    """Return what holds of a promise that is open after its day."""
    return and_(is_open(), Commitment.due_on < today)


def is_due_soon(today: date) -> Condition:
    """Return what holds of an open promise that is due today or within DUE_SOON."""
    return and_(is_open(), Commitment.due_on.between(today, today + DUE_SOON))


def is_undated() -> Condition:
    """Return what holds of an open promise without unit or day (未填期限)."""
    return and_(is_open(), or_(Commitment.due_on.is_(None), _is_empty(Commitment.unit_name)))


def is_unheard() -> Condition:
    """Return what holds of a settled promise that was not told to who raised it."""
    return and_(
        Commitment.state != CommitmentState.OPEN,
        Commitment.fed_back_on.is_(None),
        ~_is_empty(Commitment.raised_by),
    )


def is_unrouted() -> Condition:
    """Return what holds of an opinion or suggestion of which nobody said where it goes."""
    return and_(
        Statement.kind.in_(WANTING_A_ROUTE),
        Statement.route.is_(None),
        Statement.withdrawn_at.is_(None),
    )


def has_unrouted() -> Condition:
    """Return what holds of a meeting with such an opinion."""
    return Consultation.uid.in_(select(Statement.consultation_uid).where(is_unrouted()))


def serves_on(day: date) -> Condition:
    """Return what holds of a member of the deliberation body whose term runs on a day."""
    return and_(
        or_(BodyMember.valid_from.is_(None), BodyMember.valid_from <= day),
        or_(BodyMember.valid_to.is_(None), BodyMember.valid_to >= day),
    )


def _is_empty(column: Any) -> Condition:
    return func.trim(column) == ""
