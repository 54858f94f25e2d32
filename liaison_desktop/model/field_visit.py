"""走访 — a deputy goes to voters: planned, recorded (F25), with what he was told on the way.

What becomes a matter is registered as a visit of the channel 走访收集 that names this record.
"""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from liaison_desktop.model.base import Base, Part, Record, problems_of_texts
from liaison_desktop.model.columns import optional, required, text, word
from liaison_desktop.model.day_times import SIZE, span_problems
from liaison_desktop.model.faults import Problem, ProblemCode
from liaison_desktop.model.fields import Reach, Sensitivity, declare
from liaison_desktop.model.schedule_words import ActivityState, HouseholdKind
from liaison_desktop.model.words import Way, tr

VISIT_WAYS: Mapping[Way, str] = {
    Way.VISIT: tr("上门"),
    Way.CALL: tr("电话"),
    Way.MEETING: tr("座谈"),
    Way.OTHER: tr("其他"),
}
"""走访形式: how voters are visited, as F25 asks it."""


class VisitingDeputy(Part, Base):
    """走访代表 — one deputy who goes; a name stays text until the roster knows it."""

    __tablename__ = "visiting_deputy"

    field_visit_id: Mapped[int] = mapped_column(
        ForeignKey("field_visit.id", ondelete="CASCADE"), init=False, index=True
    )
    name: Mapped[str] = required(tr("走访代表"), 50)
    deputy_uid: Mapped[UUID | None] = mapped_column(
        ForeignKey("deputy.uid", deferrable=True, initially="DEFERRED"),
        default=None,
        index=True,
        info=declare(tr("代表"), reach=Reach.COUNTY),
    )


class FieldVisit(Record, Base):
    """One field visit; `household_uid` where it went to a contact household."""

    __tablename__ = "field_visit"
    __table_args__ = (Index("ix_field_visit_day", "visited_on", "id"),)

    visited_on: Mapped[date] = required(tr("走访日期"))
    starts: Mapped[str] = text(tr("开始时间"), SIZE)
    ends: Mapped[str] = text(tr("结束时间"), SIZE)
    place: Mapped[str] = text(tr("走访地点"), 120)
    way: Mapped[Way] = word(tr("走访形式"), Way.VISIT)
    household_uid: Mapped[UUID | None] = optional(tr("联系户"))
    visited_name: Mapped[str] = text(tr("走访对象"), 80, sensitivity=Sensitivity.PERSONAL)
    household_kind: Mapped[HouseholdKind | None] = optional(tr("联系对象类别"))
    headcount: Mapped[int] = word(tr("走访人数"), 1)
    situation: Mapped[str] = text(tr("了解的情况"), 4000, multiline=True)
    opinions: Mapped[str] = text(tr("意见建议"), 4000, multiline=True)
    on_site: Mapped[str] = text(tr("当场处理"), 2000, multiline=True)
    state: Mapped[ActivityState] = word(tr("状态"), ActivityState.PLANNED)
    deputies: Mapped[list[VisitingDeputy]] = relationship(
        lazy="raise",
        cascade="all, delete-orphan",
        order_by=VisitingDeputy.position,
        default_factory=list,
        info=declare(tr("走访代表"), reach=Reach.COUNTY),
    )

    def problems(self) -> list[Problem]:
        """Return what is wrong, per field; somebody goes, and somewhere."""
        found = super().problems() + span_problems(self.starts, self.ends)
        for place, deputy in enumerate(self.deputies):
            found += problems_of_texts(deputy, f"deputies.{place}.")
        if not any(deputy.name.strip() for deputy in self.deputies):
            found.append(Problem("deputies.0.name", ProblemCode.MISSING))
        if not (self.place.strip() or self.visited_name.strip()):
            found.append(Problem("place", ProblemCode.MISSING))
        if not 1 <= self.headcount <= 99_999:
            found.append(Problem("headcount", ProblemCode.BAD_VALUE, detail="1–99999"))
        return found
