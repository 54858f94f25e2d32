"""代表小组活动 — announced, attended, recorded (F26)."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from liaison_desktop.model.base import Base, Part, Record, problems_of_texts
from liaison_desktop.model.columns import optional, required, text, word
from liaison_desktop.model.day_times import SIZE, span_problems
from liaison_desktop.model.faults import Problem, ProblemCode
from liaison_desktop.model.fields import Reach, declare
from liaison_desktop.model.schedule_words import ActivityState, DutyKind, Presence
from liaison_desktop.model.words import tr


class Attendance(Part, Base):
    """考勤 — one who was to come; a name stays text until the roster knows it."""

    __tablename__ = "attendance"

    group_activity_id: Mapped[int] = mapped_column(
        ForeignKey("group_activity.id", ondelete="CASCADE"), init=False, index=True
    )
    name: Mapped[str] = required(tr("姓名"), 50)
    deputy_uid: Mapped[UUID | None] = mapped_column(
        ForeignKey("deputy.uid", deferrable=True, initially="DEFERRED"),
        default=None,
        index=True,
        info=declare(tr("代表"), reach=Reach.COUNTY),
    )
    presence: Mapped[Presence | None] = optional(tr("到会情况"))
    reason: Mapped[str] = text(tr("缺席原因"), 200)


class GroupActivity(Record, Base):
    """One activity of a deputies' group.

    `announced_on` is the day of its notice, `notice_by` the last day for it, as the rule pack had
    it when the day of the activity was set.
    """

    __tablename__ = "group_activity"
    __table_args__ = (Index("ix_group_activity_day", "held_on", "id"),)

    held_on: Mapped[date] = required(tr("活动日期"))
    starts: Mapped[str] = text(tr("开始时间"), SIZE)
    ends: Mapped[str] = text(tr("结束时间"), SIZE)
    place: Mapped[str] = text(tr("活动地点"), 120)
    group_name: Mapped[str] = text(tr("代表小组"), 60)
    convener: Mapped[str] = text(tr("召集人"), 50)
    topic: Mapped[str] = text(tr("活动主题"), 120)
    duty_kind: Mapped[DutyKind] = word(tr("履职类别"), DutyKind.GROUP_ACTIVITY)
    content: Mapped[str] = text(tr("活动内容及要求"), 2000, multiline=True)
    outcome: Mapped[str] = text(tr("活动成果"), 2000, multiline=True)
    announced_on: Mapped[date | None] = optional(tr("通知日期"))
    notice_by: Mapped[date | None] = optional(tr("通知期限"), reach=Reach.STATION)
    state: Mapped[ActivityState] = word(tr("状态"), ActivityState.PLANNED)
    attendances: Mapped[list[Attendance]] = relationship(
        lazy="raise",
        cascade="all, delete-orphan",
        order_by=Attendance.position,
        default_factory=list,
        info=declare(tr("考勤"), reach=Reach.COUNTY),
    )

    @property
    def is_late(self) -> bool:
        """Whether it was announced after the last day for it, or after its own day."""
        last = self.notice_by or self.held_on
        return self.announced_on is not None and self.announced_on > last

    @property
    def waits_for_notice(self) -> bool:
        """Whether it is still to come and was not announced."""
        return self.state is ActivityState.PLANNED and self.announced_on is None

    def lacks_notice(self, today: date) -> bool:
        """Whether the last day for its notice is past and it was not announced."""
        return self.waits_for_notice and self.notice_by is not None and self.notice_by < today

    def problems(self) -> list[Problem]:
        """Return what is wrong, per field; an activity has a topic, who attends a name."""
        found = super().problems() + span_problems(self.starts, self.ends)
        if not self.topic.strip():
            found.append(Problem("topic", ProblemCode.MISSING))
        if self.is_late:
            day = str(self.notice_by or self.held_on)
            found.append(Problem("announced_on", ProblemCode.TOO_LATE, is_error=False, detail=day))
        for place, attendance in enumerate(self.attendances):
            found += problems_of_texts(attendance, f"attendances.{place}.")
            if not attendance.name.strip():
                found.append(Problem(f"attendances.{place}.name", ProblemCode.MISSING))
        return found
