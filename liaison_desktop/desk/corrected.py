"""已更正 — which statements of a meeting say something else than when they were noted."""

import json
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from liaison_desktop.model.base import table_of
from liaison_desktop.model.history import Revision
from liaison_desktop.model.statement import Statement

SAID = ("content", "speaker", "speaker_body", "kind")
"""What a correction of the record changes; a place, a point or a route is no part of it."""


def corrected_of(session: Session, consultation: UUID) -> frozenset[UUID]:
    """Return the statements that were corrected; one that was put back as it was is not among them.

    Only the first body that is kept of each is read, so that it costs little where many were moved.
    """
    of_meeting = (Statement.consultation_uid == consultation, Statement.rev > 1)
    changed = select(Statement.uid).where(*of_meeting)
    first = select(func.min(Revision.id)).where(
        Revision.kind == table_of(Statement).name, Revision.uid.in_(changed)
    )
    query = (
        select(Revision.body, *(getattr(Statement, name) for name in ("uid", *SAID)))
        .join(Statement, Statement.uid == Revision.uid)
        .where(Revision.id.in_(first.group_by(Revision.uid)))
    )
    return frozenset(
        uid for body, uid, *now in session.execute(query) if _said(json.loads(body)) != now
    )


def _said(body: dict[str, object]) -> list[object]:
    return [body[name] for name in SAID]
