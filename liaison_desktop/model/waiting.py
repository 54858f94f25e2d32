"""候访 — who waits at the door on a reception day; the queue is of the day and of nobody else."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from liaison_desktop.model.base import Base
from liaison_desktop.model.faults import Problem
from liaison_desktop.model.texts import text_problems

MOST_NAME = 50
"""Code points; as for a visitor."""


class Waiting(Base):
    """One who waits, under a number that is said aloud; the name may be left empty."""

    __tablename__ = "waiting"
    __table_args__ = (UniqueConstraint("day", "number"),)

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    day: Mapped[date]
    number: Mapped[int]
    name: Mapped[str]
    arrived_at: Mapped[datetime]
    user_uid: Mapped[UUID]
    called_at: Mapped[datetime | None] = mapped_column(default=None)
    left_at: Mapped[datetime | None] = mapped_column(default=None)

    def problems(self) -> list[Problem]:
        """Return what is wrong with the name."""
        return text_problems("name", self.name, MOST_NAME)
