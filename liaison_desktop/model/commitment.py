"""承诺事项 — what was promised in a consultation, by whom, until when, and whether it was kept."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column, relationship

from liaison_desktop.model.base import Base, Part, Record, problems_of_texts
from liaison_desktop.model.columns import optional, required, text, word
from liaison_desktop.model.consultation_words import CommitmentState
from liaison_desktop.model.faults import Problem, ProblemCode
from liaison_desktop.model.fields import Reach, Sensitivity, declare
from liaison_desktop.model.words import Way, tr


class Progress(Part, Base):
    """进展 — how far it is, as of a day."""

    __tablename__ = "progress"

    commitment_id: Mapped[int] = mapped_column(
        ForeignKey("commitment.id", ondelete="CASCADE"), init=False, index=True
    )
    noted_on: Mapped[date] = required(tr("日期"))
    content: Mapped[str] = text(tr("进展"), 500, multiline=True)


class Commitment(Record, Base):
    """One promise; `place` is its number in the meeting, from 1.

    `answer_uid` is the answer in which it was given, `raised_uid` the opinion that asked for it and
    `raised_by` who raised that, for he is told how it ended. `settled_on` is the day it was kept or
    found broken, `struck_on` the day it was struck off (销号), `published_on` when it was posted.
    """

    __tablename__ = "commitment"
    __table_args__ = (
        Index("ix_commitment_meeting", "consultation_uid", "place", "id"),
        Index("ix_commitment_due", "due_on", "id", sqlite_where=sql("state = 'open'")),
    )

    consultation_uid: Mapped[UUID] = mapped_column(
        ForeignKey("consultation.uid", deferrable=True, initially="DEFERRED"),
        info=declare(tr("恳谈会"), reach=Reach.COUNTY),
    )
    place: Mapped[int] = word(tr("序号"), 0)
    answer_uid: Mapped[UUID | None] = optional(tr("答复"))
    raised_uid: Mapped[UUID | None] = optional(tr("提出的意见"))
    raised_by: Mapped[str] = text(tr("提出人"), 50, sensitivity=Sensitivity.PERSONAL)
    content: Mapped[str] = text(tr("承诺内容"), 500, multiline=True)
    unit_uid: Mapped[UUID | None] = mapped_column(
        ForeignKey("unit.uid", deferrable=True, initially="DEFERRED"),
        default=None,
        index=True,
        info=declare(tr("承办单位"), reach=Reach.COUNTY),
    )
    unit_name: Mapped[str] = text(tr("责任单位"), 80)
    person: Mapped[str] = text(tr("责任人"), 50)
    due_on: Mapped[date | None] = optional(tr("完成时限"))
    state: Mapped[CommitmentState] = word(tr("状态"), CommitmentState.OPEN)
    proof: Mapped[str] = text(tr("佐证材料"), 500, multiline=True)
    settled_on: Mapped[date | None] = optional(tr("兑现或认定日期"))
    struck_on: Mapped[date | None] = optional(tr("销号日期"))
    published_on: Mapped[date | None] = optional(tr("公开日期"))
    fed_back_on: Mapped[date | None] = optional(tr("反馈日期"))
    fed_back_way: Mapped[Way | None] = optional(tr("反馈方式"))
    feedback: Mapped[str] = text(tr("反馈情况"), 500, multiline=True)
    progress: Mapped[list[Progress]] = relationship(
        lazy="raise",
        cascade="all, delete-orphan",
        order_by=Progress.position,
        default_factory=list,
        info=declare(tr("进展"), reach=Reach.COUNTY),
    )

    @property
    def is_incomplete(self) -> bool:
        """未填期限: it was kept as it was said, without a unit or a day."""
        return not self.unit_name.strip() or self.due_on is None

    @property
    def lacks_feedback(self) -> bool:
        """Whether it was kept or broken and who raised it was not told yet."""
        return (
            self.state is not CommitmentState.OPEN
            and self.fed_back_on is None
            and bool(self.raised_by.strip())
        )

    def is_overdue(self, today: date) -> bool:
        """Whether it is open after its day."""
        return (
            self.state is CommitmentState.OPEN and self.due_on is not None and self.due_on < today
        )

    def problems(self) -> list[Problem]:
        """Return what is wrong, per field; without unit or day it is kept and warned of."""
        found = super().problems()
        if not self.content.strip():
            found.append(Problem("content", ProblemCode.MISSING))
        if not self.unit_name.strip():
            found.append(Problem("unit_name", ProblemCode.MISSING, is_error=False))
        if self.due_on is None:
            found.append(Problem("due_on", ProblemCode.MISSING, is_error=False))
        if self.state is not CommitmentState.OPEN and self.settled_on is None:
            found.append(Problem("settled_on", ProblemCode.MISSING))
        for place, part in enumerate(self.progress):
            found += problems_of_texts(part, f"progress.{place}.")
            if not part.content.strip():
                found.append(Problem(f"progress.{place}.content", ProblemCode.MISSING))
        return found
