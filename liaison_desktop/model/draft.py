"""草稿 — what a clerk is typing; it belongs to him and never leaves the station."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from liaison_desktop.model.base import Base


class Draft(Base):
    """The text of one form not yet saved, in the edition of the form it was typed in."""

    __tablename__ = "draft"
    __table_args__ = (
        UniqueConstraint("uid", "user_uid"),  # two who correct one record have a draft each
        Index("ix_draft_user", "user_uid", "form"),
    )

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    uid: Mapped[UUID]
    user_uid: Mapped[UUID]
    form: Mapped[str]
    edition: Mapped[int]
    body: Mapped[str]
    changed_at: Mapped[datetime]
