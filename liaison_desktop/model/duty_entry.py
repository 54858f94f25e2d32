"""履职纪实 — one thing that a deputy did; closing a session makes one for each who came."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from liaison_desktop.model.base import Base, Record
from liaison_desktop.model.columns import optional, required, text, word
from liaison_desktop.model.faults import Problem, ProblemCode
from liaison_desktop.model.fields import Reach, declare
from liaison_desktop.model.schedule_words import DutyKind
from liaison_desktop.model.words import tr


class DutyEntry(Record, Base):
    """One entry of the journal. `source_uid` names what it follows from; it goes with it.

    `half_days` counts time in half days: 1 is a morning.
    """

    __tablename__ = "duty_entry"
    __table_args__ = (
        Index("ix_duty_entry_deputy", "deputy_uid", "done_on"),
        Index("ix_duty_entry_source", "source_uid"),
    )

    deputy_uid: Mapped[UUID | None] = mapped_column(
        ForeignKey("deputy.uid", deferrable=True, initially="DEFERRED"),
        default=None,
        info=declare(tr("代表"), reach=Reach.COUNTY),
    )
    deputy_name: Mapped[str] = required(tr("代表姓名"), 50)
    kind: Mapped[DutyKind] = required(tr("履职类别"))
    done_on: Mapped[date] = required(tr("日期"))
    title: Mapped[str] = text(tr("标题"), 120)
    place: Mapped[str] = text(tr("地点"), 120)
    work: Mapped[str] = text(tr("工作情况"), 2000, multiline=True)
    outcome: Mapped[str] = text(tr("成效"), 1000, multiline=True)
    half_days: Mapped[int] = word(tr("时长（半天）"), 1)
    source_kind: Mapped[str] = text(tr("来源"), 40)
    source_uid: Mapped[UUID | None] = optional(tr("来源记录"))

    def problems(self) -> list[Problem]:
        """Return what is wrong, per field; somebody did it, and it took some time."""
        found = super().problems()
        if not self.deputy_name.strip():
            found.append(Problem("deputy_name", ProblemCode.MISSING))
        if not 0 <= self.half_days <= 60:
            found.append(Problem("half_days", ProblemCode.BAD_VALUE, detail="0–60"))
        return found
