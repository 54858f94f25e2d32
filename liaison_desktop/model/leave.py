"""请假 — a deputy who cannot come, asked for before and in writing (F27)."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from liaison_desktop.model.base import Base, Record
from liaison_desktop.model.columns import optional, required, text
from liaison_desktop.model.faults import Problem, ProblemCode
from liaison_desktop.model.fields import Reach, declare
from liaison_desktop.model.words import tr


class Leave(Record, Base):
    """From a day to a day, both with. `approved_by` signed the paper; empty is 未批准."""

    __tablename__ = "leave"
    __table_args__ = (Index("ix_leave_deputy", "deputy_uid", "first_on"),)

    deputy_uid: Mapped[UUID | None] = mapped_column(
        ForeignKey("deputy.uid", deferrable=True, initially="DEFERRED"),
        default=None,
        info=declare(tr("代表"), reach=Reach.COUNTY),
    )
    deputy_name: Mapped[str] = text(tr("请假人"), 50)
    first_on: Mapped[date] = required(tr("请假起"))
    last_on: Mapped[date] = required(tr("请假止"))
    activity: Mapped[str] = text(tr("活动"), 120)
    reason: Mapped[str] = text(tr("请假事由"), 500, multiline=True)
    asked_on: Mapped[date | None] = optional(tr("申请日期"))
    approved_by: Mapped[str] = text(tr("批准人"), 50)
    approved_on: Mapped[date | None] = optional(tr("批准日期"))

    @property
    def is_approved(self) -> bool:
        """Whether somebody signed it."""
        return bool(self.approved_by.strip())

    def problems(self) -> list[Problem]:
        """Return what is wrong, per field; somebody asks, and it ends after it began.

        A day of approval needs who approved; asked for after it began it warns (事先书面请假).
        """
        found = super().problems()
        if not self.deputy_name.strip():
            found.append(Problem("deputy_name", ProblemCode.MISSING))
        if self.last_on < self.first_on:
            found.append(Problem("last_on", ProblemCode.TOO_EARLY, detail=str(self.first_on)))
        if self.approved_on is not None and not self.is_approved:
            found.append(Problem("approved_by", ProblemCode.MISSING))
        if self.asked_on is not None and self.asked_on > self.first_on:
            day = str(self.first_on)
            found.append(Problem("asked_on", ProblemCode.TOO_LATE, is_error=False, detail=day))
        return found
