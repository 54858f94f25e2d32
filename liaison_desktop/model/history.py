"""History: what a record was before, what was printed of it, who did what.

None of these rows is ever changed or removed; triggers of the store refuse it.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from liaison_desktop.model.base import Base


class Revision(Base):
    """修改前的内容 — the whole body of a record before a change; `rev` is the version it was.

    `body` is JSON of the stored values (instants as milliseconds, uids as hex), parts included. Its
    triggers write it, so that no change of a record can forget it; `act` is None only for a change
    made outside every verb.
    """

    __tablename__ = "revision"
    __table_args__ = (Index("ix_revision_record", "kind", "uid", "rev"),)

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    kind: Mapped[str]
    uid: Mapped[UUID]
    incarnation: Mapped[int]
    rev: Mapped[int]
    body: Mapped[str]
    act: Mapped[UUID | None]
    user_uid: Mapped[UUID | None]
    at: Mapped[datetime]
    reason: Mapped[str] = mapped_column(default="")


class Printing(Base):
    """打印登记 — one printing of one form of one record; `times` counts from 1."""

    __tablename__ = "printing"
    __table_args__ = (Index("ix_printing_record", "kind", "uid", "form"),)

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    kind: Mapped[str]
    uid: Mapped[UUID]
    form: Mapped[str]
    edition: Mapped[int]
    times: Mapped[int]
    user_uid: Mapped[UUID | None]
    at: Mapped[datetime]


class AuditEntry(Base):
    """审计 — one act: who, what, on which record, how it ended; never a value.

    `digest` is SHA-256 over the canonical JSON of the entry with the digest before it, so the head
    of the chain anchors all of it.
    """

    __tablename__ = "audit_entry"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    user_uid: Mapped[UUID | None]
    roles: Mapped[str]
    action: Mapped[str]
    before: Mapped[str]
    digest: Mapped[str]
    kind: Mapped[str] = mapped_column(default="")
    uid: Mapped[UUID | None] = mapped_column(default=None)
    outcome: Mapped[str] = mapped_column(default="done")
    act: Mapped[UUID | None] = mapped_column(default=None)
