"""办理过程 — one thing done with a matter: who, when, on which paper, what was said."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from liaison_desktop.model.base import Base, Record
from liaison_desktop.model.faults import Problem, ProblemCode
from liaison_desktop.model.fields import Reach, Sensitivity, declare
from liaison_desktop.model.matter_flow import ROUTES, UNSIGNED_ROUTES, Row
from liaison_desktop.model.words import (
    GuidedTo,
    MatterState,
    Move,
    ResultClass,
    Route,
    Satisfaction,
    Way,
    tr,
)


def _text(label: str, size: int, **further: Any) -> Any:
    return mapped_column(default="", info=declare(label, size=size, reach=Reach.COUNTY, **further))


def _optional(label: str) -> Any:
    return mapped_column(default=None, info=declare(label, reach=Reach.COUNTY))


class Step(Record, Base):
    """One step of a matter. Never changed by a later one: the trail only grows.

    `done_on` is the day on the paper, or the day it was done; `entered_at` is the clock.
    """

    __tablename__ = "step"
    __table_args__ = (Index("ix_step_matter", "matter_uid", "id"),)

    matter_uid: Mapped[UUID] = mapped_column(
        ForeignKey("matter.uid", deferrable=True, initially="DEFERRED"),
        info=declare(tr("事项"), reach=Reach.COUNTY),
    )
    move: Mapped[Move] = mapped_column(info=declare(tr("办理动作"), reach=Reach.COUNTY))
    entered_at: Mapped[datetime] = mapped_column(
        init=False, info=declare(tr("录入时间"), reach=Reach.COUNTY)
    )
    entered_by: Mapped[str] = mapped_column(
        init=False, default="", info=declare(tr("录入人"), size=50, reach=Reach.COUNTY)
    )
    state_before: Mapped[MatterState] = mapped_column(
        init=False, info=declare(tr("原状态"), reach=Reach.COUNTY)
    )
    state_after: Mapped[MatterState] = mapped_column(
        init=False, info=declare(tr("新状态"), reach=Reach.COUNTY)
    )
    done_on: Mapped[date | None] = _optional(tr("日期"))
    signed_by: Mapped[str] = _text(tr("签字人"), 50)
    route: Mapped[Route | None] = _optional(tr("办理去向"))
    guided_to: Mapped[GuidedTo | None] = _optional(tr("引导去向"))
    unit_uid: Mapped[UUID | None] = _optional(tr("承办单位"))
    unit_name: Mapped[str] = _text(tr("承办单位"), 80)
    co_units: Mapped[str] = _text(tr("会办单位"), 200)
    deputy: Mapped[str] = _text(tr("代表"), 50)
    text: Mapped[str] = _text(tr("内容"), 4000, multiline=True)
    reason: Mapped[str] = _text(tr("站长的书面理由"), 500, multiline=True)
    result_class: Mapped[ResultClass | None] = _optional(tr("结果类别"))
    promise: Mapped[str] = _text(tr("承诺事项"), 500, multiline=True)
    due_on: Mapped[date | None] = _optional(tr("限期"))
    satisfaction: Mapped[Satisfaction | None] = _optional(tr("测评"))
    way: Mapped[Way | None] = _optional(tr("方式"))
    person_uid: Mapped[UUID | None] = _optional(tr("人员"))
    person: Mapped[str] = mapped_column(
        default="",
        info=declare(tr("对方"), size=50, sensitivity=Sensitivity.PERSONAL, reach=Reach.COUNTY),
    )
    phoned_at: Mapped[datetime | None] = _optional(tr("电话报告时间"))
    phoned_to: Mapped[str] = _text(tr("电话接报人"), 50)
    other_uid: Mapped[UUID | None] = _optional(tr("另一事项"))
    archive_no: Mapped[str] = _text(tr("归档号"), 40)

    def wanting(self, row: Row) -> list[Problem]:
        """Return what the table asks of this step and is not there, or not as it must be."""
        needs = [*row.needs, "done_on"]
        if self.route is not None and row.move is Move.ROUTE:
            needs += ROUTES[self.route].needs
        is_unsigned = row.move is Move.ROUTE and self.route in UNSIGNED_ROUTES
        if row.is_on_paper and not is_unsigned:
            needs.append("signed_by")
        if self.result_class is ResultClass.PLANNED:
            needs += ["promise", "due_on"]
        missing = [name for name in dict.fromkeys(needs) if not _is_given(getattr(self, name))]
        return [Problem(name, ProblemCode.MISSING) for name in missing]


def _is_given(value: object) -> bool:
    return bool(value.strip()) if isinstance(value, str) else value is not None
