"""修改前的内容 — what a record was before each change, as the triggers kept it."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from liaison_desktop.model.base import Record, kind_of
from liaison_desktop.model.history import Revision


def revisions_of(session: Session, record: Record) -> list[Revision]:
    """Return the former bodies of a record, oldest first; none where it was never changed."""
    query = (
        select(Revision)
        .where(Revision.kind == kind_of(record), Revision.uid == record.uid)
        .order_by(Revision.id)
    )
    return list(session.scalars(query))
