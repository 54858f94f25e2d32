"""周月季年 — a thing of the year's plan with its rhythm, and which of its days are done."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from liaison_desktop.model.base import Base, Part, Record, problems_of_texts
from liaison_desktop.model.columns import optional, required, text, word
from liaison_desktop.model.faults import Problem, ProblemCode
from liaison_desktop.model.fields import Reach, declare
from liaison_desktop.model.schedule_words import PlanShift, Rhythm
from liaison_desktop.model.words import tr


class PlanDone(Part, Base):
    """One due day of a plan item that was done, or let go with a word on why."""

    __tablename__ = "plan_done"

    plan_item_id: Mapped[int] = mapped_column(
        ForeignKey("plan_item.id", ondelete="CASCADE"), init=False, index=True
    )
    due_on: Mapped[date] = required(tr("应办日期"))
    done_on: Mapped[date | None] = optional(tr("完成日期"))
    remark: Mapped[str] = text(tr("完成情况"), 500, multiline=True)


class PlanItem(Record, Base):
    """One thing that is due every so often from `starts_on` on, on its day of the rhythm."""

    __tablename__ = "plan_item"

    title: Mapped[str] = text(tr("计划事项"), 120)
    rhythm: Mapped[Rhythm] = word(tr("周期"), Rhythm.MONTH)
    starts_on: Mapped[date] = required(tr("首次日期"))
    ends_on: Mapped[date | None] = optional(tr("截止日期"))
    shift: Mapped[PlanShift] = word(tr("遇休息日"), PlanShift.NEXT_WORKDAY)
    responsible: Mapped[str] = text(tr("责任人"), 50)
    content: Mapped[str] = text(tr("内容及要求"), 1000, multiline=True)
    done: Mapped[list[PlanDone]] = relationship(
        lazy="raise",
        cascade="all, delete-orphan",
        order_by=PlanDone.position,
        default_factory=list,
        info=declare(tr("完成情况"), reach=Reach.COUNTY),
    )

    def problems(self) -> list[Problem]:
        """Return what is wrong, per field; an item has a title and ends after it begins."""
        found = super().problems()
        if not self.title.strip():
            found.append(Problem("title", ProblemCode.MISSING))
        if self.ends_on is not None and self.ends_on < self.starts_on:
            found.append(Problem("ends_on", ProblemCode.TOO_EARLY, detail=str(self.starts_on)))
        for place, done in enumerate(self.done):
            found += problems_of_texts(done, f"done.{place}.")
        return found


@dataclass(frozen=True)
class PlanDue:
    """A thing of the plan that is to be done now: since which day it is due, and how many times."""

    uid: UUID
    title: str
    due_on: date
    times: int
