"""关联 of people: who was found to be one, and who was said not to be."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from liaison_desktop.model.base import Base


class Merging(Base):
    """One person taken into another, with all that it takes to part them again. Stays at home.

    `changed` is JSON: each field of the kept person that was given another value, with the value
    before and after; `visitors` the visits and places in them that named the one who is gone.
    """

    __tablename__ = "merging"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    kept_uid: Mapped[UUID] = mapped_column(index=True)
    gone_uid: Mapped[UUID] = mapped_column(index=True)
    changed: Mapped[str]
    visitors: Mapped[str]
    user_uid: Mapped[UUID]
    at: Mapped[datetime]
    undone_at: Mapped[datetime | None] = mapped_column(default=None)


class NotSame(Base):
    """Two people who were said to be two; `first_uid` is the smaller uid. Stays at home."""

    __tablename__ = "not_same"
    __table_args__ = (UniqueConstraint("first_uid", "second_uid"),)

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    first_uid: Mapped[UUID]
    second_uid: Mapped[UUID]
    user_uid: Mapped[UUID]
    at: Mapped[datetime]
