"""事项 — what was said: one matter, one form (一事一表)."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from liaison_desktop.model.base import Base, Part, Record, problems_of_texts
from liaison_desktop.model.faults import Problem, ProblemCode
from liaison_desktop.model.fields import Reach, declare
from liaison_desktop.model.words import (
    CountUnit,
    DeadlineCause,
    Disclosure,
    GuidedTo,
    Handling,
    MatterState,
    OtherChannelKind,
    ResultClass,
    Route,
    Satisfaction,
    Urgency,
    tr,
)

WANTED = ("statement", "category", "handling")
"""What F05 wants besides the required; missing it keeps the matter 待补."""


class OtherChannel(Part, Base):
    """其他渠道 — where the same matter runs or ran."""

    __tablename__ = "other_channel"

    matter_id: Mapped[int] = mapped_column(
        ForeignKey("matter.id", ondelete="CASCADE"), init=False, index=True
    )
    kind: Mapped[OtherChannelKind] = mapped_column(info=declare(tr("其他渠道"), reach=Reach.COUNTY))
    ticket_no: Mapped[str] = mapped_column(
        default="", info=declare(tr("工单号"), size=40, reach=Reach.COUNTY)
    )
    raised_on: Mapped[date | None] = mapped_column(
        default=None, info=declare(tr("反映日期"), reach=Reach.COUNTY)
    )
    is_running: Mapped[bool] = mapped_column(
        default=False, info=declare(tr("是否在办"), reach=Reach.COUNTY)
    )


class Deadline(Part, Base):
    """期限 — one limit of a matter; each it ever had is kept, whatever came after it."""

    __tablename__ = "deadline"

    matter_id: Mapped[int] = mapped_column(
        ForeignKey("matter.id", ondelete="CASCADE"), init=False, index=True
    )
    rule: Mapped[str] = mapped_column(info=declare(tr("规则"), size=40, reach=Reach.COUNTY))
    pack: Mapped[str] = mapped_column(info=declare(tr("规则包"), size=40, reach=Reach.COUNTY))
    cause: Mapped[DeadlineCause] = mapped_column(info=declare(tr("缘由"), reach=Reach.COUNTY))
    starts_on: Mapped[date] = mapped_column(info=declare(tr("起算日"), reach=Reach.COUNTY))
    number: Mapped[int] = mapped_column(info=declare(tr("期限数"), reach=Reach.COUNTY))
    unit: Mapped[CountUnit] = mapped_column(info=declare(tr("计算单位"), reach=Reach.COUNTY))
    end_on: Mapped[date] = mapped_column(info=declare(tr("期限届满日"), reach=Reach.COUNTY))
    due_on: Mapped[date] = mapped_column(info=declare(tr("截止日期"), reach=Reach.COUNTY))
    is_tentative: Mapped[bool] = mapped_column(
        default=False, info=declare(tr("待公布"), reach=Reach.COUNTY)
    )
    ended_on: Mapped[date | None] = mapped_column(
        default=None, info=declare(tr("停止日期"), reach=Reach.COUNTY)
    )
    """The day on which what it asked for was done, or on which another limit took its place."""
    is_met: Mapped[bool] = mapped_column(
        default=False, info=declare(tr("已完成"), reach=Reach.COUNTY)
    )
    suspended_on: Mapped[date | None] = mapped_column(
        default=None, info=declare(tr("中止日期"), reach=Reach.COUNTY)
    )
    """Of a limit that a standstill has moved, the day on which that began."""
    told_by: Mapped[UUID | None] = mapped_column(
        default=None, info=declare(tr("反馈步骤"), reach=Reach.COUNTY)
    )
    """Of a limit that waits for one voter, the step by which he was told."""

    @property
    def is_running(self) -> bool:
        """Whether it still asks for something."""
        return self.ended_on is None

    @property
    def is_kept(self) -> bool:
        """Whether what it asked for was done by its day."""
        return self.is_met and self.ended_on is not None and self.ended_on <= self.due_on


def _flow(label: str, size: int | None = None, **options: Any) -> Any:
    """Return a column that only a step sets."""
    declared = declare(label, size=size, reach=Reach.COUNTY)
    return mapped_column(init=False, info=declared, **options)


class Matter(Record, Base):
    """One matter, in the speaker's own words, from registration on."""

    __tablename__ = "matter"
    __table_args__ = (
        CheckConstraint("title <> ''", name="title"),
        CheckConstraint("people_involved >= 1", name="people_involved"),
        UniqueConstraint("visit_uid", "place_in_visit"),
        Index("ix_matter_by_number", "number", "id", "withdrawn_at"),
        Index("ix_matter_incomplete", "visit_uid", sqlite_where=text("is_incomplete = 1")),
        Index("ix_matter_work", "state", "due_on", "id"),
        Index("ix_matter_due", "due_on", "id", sqlite_where=text("due_on IS NOT NULL")),
        Index("ix_matter_to_tell", "due_on", "id", sqlite_where=text("is_to_tell = 1")),
        Index("ix_matter_to_hear", "due_on", "id", sqlite_where=text("is_to_hear = 1")),
    )

    number: Mapped[str] = mapped_column(
        init=False, unique=True, default="", info=declare(tr("编号"), reach=Reach.COUNTY)
    )
    visit_uid: Mapped[UUID] = mapped_column(
        ForeignKey("visit.uid", deferrable=True, initially="DEFERRED"),
        init=False,
        info=declare(tr("来访"), reach=Reach.COUNTY),
    )
    title: Mapped[str] = mapped_column(info=declare(tr("主题"), size=80, reach=Reach.COUNTY))
    place_in_visit: Mapped[int] = mapped_column(
        default=1, info=declare(tr("第几件"), reach=Reach.COUNTY)
    )
    statement: Mapped[str] = mapped_column(
        default="",
        info=declare(tr("反映内容（原话原意）"), size=4000, reach=Reach.COUNTY, multiline=True),
    )
    request: Mapped[str] = mapped_column(
        default="", info=declare(tr("诉求"), size=500, reach=Reach.COUNTY, multiline=True)
    )
    category: Mapped[str] = mapped_column(
        index=True, default="", info=declare(tr("问题类别"), size=60, reach=Reach.COUNTY)
    )
    cause: Mapped[str] = mapped_column(
        default="", info=declare(tr("反映原因"), size=60, reach=Reach.COUNTY)
    )
    place_of_issue: Mapped[str] = mapped_column(
        default="", info=declare(tr("问题属地"), size=120, reach=Reach.COUNTY)
    )
    people_involved: Mapped[int] = mapped_column(
        index=True, default=1, info=declare(tr("涉及人数"), reach=Reach.COUNTY)
    )
    urgency: Mapped[Urgency] = mapped_column(
        default=Urgency.NORMAL, info=declare(tr("紧急程度"), reach=Reach.COUNTY)
    )
    disclosure: Mapped[Disclosure] = mapped_column(
        default=Disclosure.RESTRICTED, info=declare(tr("公开"), reach=Reach.COUNTY)
    )
    handling: Mapped[Handling | None] = mapped_column(
        default=None, info=declare(tr("处理方式"), reach=Reach.COUNTY)
    )
    guided_to: Mapped[GuidedTo | None] = mapped_column(
        default=None, info=declare(tr("引导去向"), reach=Reach.COUNTY)
    )
    route: Mapped[Route | None] = mapped_column(
        default=None, info=declare(tr("办理去向"), reach=Reach.COUNTY)
    )
    state: Mapped[MatterState] = mapped_column(
        default=MatterState.REGISTERED, info=declare(tr("状态"), reach=Reach.COUNTY)
    )
    may_pass_name: Mapped[bool] = mapped_column(
        default=False,
        info=declare(tr("姓名电话可否转告承办单位"), reach=Reach.COUNTY),
    )
    onsite_reply: Mapped[str] = mapped_column(
        default="",
        info=declare(tr("现场答复"), size=2000, reach=Reach.COUNTY, multiline=True),
    )
    deputy_opinion: Mapped[str] = mapped_column(
        default="",
        info=declare(tr("代表拟办意见"), size=500, reach=Reach.COUNTY, multiline=True),
    )
    head_opinion: Mapped[str] = mapped_column(
        default="",
        info=declare(tr("站长意见"), size=500, reach=Reach.COUNTY, multiline=True),
    )
    remark: Mapped[str] = mapped_column(
        default="", info=declare(tr("备注"), size=500, reach=Reach.COUNTY, multiline=True)
    )
    is_accusation: Mapped[bool] = mapped_column(
        default=False,
        server_default=false(),
        info=declare(tr("举报材料"), reach=Reach.COUNTY),
    )
    about_unit: Mapped[str] = mapped_column(
        default="",
        server_default=text("''"),
        info=declare(tr("反映对象单位"), size=80, reach=Reach.COUNTY),
    )
    unit_uid: Mapped[UUID | None] = _flow(tr("承办单位"), default=None)
    unit_name: Mapped[str] = _flow(tr("承办单位"), 80, default="", server_default=text("''"))
    co_units: Mapped[str] = _flow(tr("会办单位"), 200, default="", server_default=text("''"))
    deputy: Mapped[str] = _flow(tr("提出代表"), 50, default="", server_default=text("''"))
    former_state: Mapped[MatterState | None] = _flow(tr("中止前状态"), default=None)
    merged_into: Mapped[UUID | None] = _flow(tr("并入原事项"), default=None, index=True)
    routed_on: Mapped[date | None] = _flow(tr("审核日期"), default=None)
    assigned_on: Mapped[date | None] = _flow(tr("交办日期"), default=None)
    acknowledged_on: Mapped[date | None] = _flow(tr("签收日期"), default=None)
    replied_on: Mapped[date | None] = _flow(tr("答复日期"), default=None)
    fed_back_on: Mapped[date | None] = _flow(tr("反馈日期"), default=None)
    forwarded_on: Mapped[date | None] = _flow(tr("转送日期"), default=None)
    closed_on: Mapped[date | None] = _flow(tr("办结日期"), default=None)
    suspended_on: Mapped[date | None] = _flow(tr("中止日期"), default=None)
    result_class: Mapped[ResultClass | None] = _flow(tr("结果类别"), default=None)
    promised_on: Mapped[date | None] = _flow(tr("承诺到期"), default=None)
    is_fulfilled: Mapped[bool] = _flow(tr("承诺已兑现"), default=False, server_default=false())
    satisfaction: Mapped[Satisfaction | None] = _flow(tr("满意度"), default=None)
    """The least satisfied of what its voters said of the last answer."""
    returns: Mapped[int] = _flow(tr("退回次数"), default=0, server_default="0")
    redos: Mapped[int] = _flow(tr("重办次数"), default=0, server_default="0")
    chases: Mapped[int] = _flow(tr("催办次数"), default=0, server_default="0")
    link_count: Mapped[int] = _flow(tr("关联件数"), default=0, server_default="0")
    steps: Mapped[int] = _flow(tr("办理步数"), default=0, server_default="0")
    """How many steps it has gone: every one of them makes it another version."""
    corrections: Mapped[int] = _flow(tr("更正次数"), default=0, server_default="0")
    """How often a step of it was corrected."""
    archive_no: Mapped[str] = _flow(tr("归档号"), 40, default="", server_default=text("''"))
    due_on: Mapped[date | None] = _flow(tr("时限"), default=None)
    """The nearest limit that runs; none while the matter is suspended or at rest."""
    is_due_tentative: Mapped[bool] = _flow(tr("待公布"), default=False, server_default=false())
    is_to_tell: Mapped[bool] = _flow(tr("待反馈"), default=False, server_default=false())
    is_to_hear: Mapped[bool] = _flow(tr("待测评"), default=False, server_default=false())
    is_incomplete: Mapped[bool] = mapped_column(init=False, default=False, server_default=false())
    """待补: something is missing that F05 wants. Derived here, so it has no place in a package."""
    other_channels: Mapped[list[OtherChannel]] = relationship(
        lazy="raise",
        cascade="all, delete-orphan",
        order_by=OtherChannel.position,
        default_factory=list,
        info=declare(tr("其他渠道"), reach=Reach.COUNTY),
    )
    deadlines: Mapped[list[Deadline]] = relationship(
        lazy="raise",
        cascade="all, delete-orphan",
        order_by=Deadline.position,
        default_factory=list,
        info=declare(tr("期限"), reach=Reach.COUNTY),
    )

    def derive(self) -> None:
        """Let the state follow 处理方式 while it is one of the first ones; note what is 待补."""
        if self.state in FIRST_STATES and self.route is None:
            self.state = first_state(self.handling)
            self.settle_due()
        self.is_incomplete = bool(self._wanted())

    def settle_due(self) -> None:
        """Bear the nearest limit that runs, or the day of a promise that is tracked.

        And whether a voter is yet to be told or asked; where nobody is, what was fed back still
        waits for the head to close it.
        """
        left = [one for one in self.deadlines if one.is_running]
        rules = {one.rule for one in left}
        self.is_to_tell = not rules.isdisjoint(TELLING)
        is_idle = self.state is MatterState.EVALUATING and not self.is_to_tell
        self.is_to_hear = is_idle or not rules.isdisjoint(HEARING)
        if self.state in WITHOUT_DUE:
            left = []
        nearest = min(left, key=lambda one: one.due_on, default=None)
        self.due_on = nearest.due_on if nearest else None
        self.is_due_tentative = nearest is not None and nearest.is_tentative
        if self.state is MatterState.TRACKED:
            self.due_on = self.promised_on

    def problems(self) -> list[Problem]:
        """Return what is wrong, per field; only a missing title or an unusable text is an error."""
        found = super().problems()
        if not self.title.strip():
            found.append(Problem("title", ProblemCode.MISSING))
        if self.people_involved < 1 or self.people_involved > 9_999_999:
            found.append(Problem("people_involved", ProblemCode.BAD_VALUE, detail="1–9999999"))
        for place, channel in enumerate(self.other_channels):
            found += problems_of_texts(channel, f"other_channels.{place}.")
        return found + self._wanted()

    def _wanted(self) -> list[Problem]:
        missing = [name for name in WANTED if not getattr(self, name)]
        if self.handling is Handling.GUIDED and self.guided_to is None:
            missing.append("guided_to")
        return [Problem(name, ProblemCode.MISSING, is_error=False) for name in missing]


SET_BY_STEPS = frozenset(
    {
        "state",
        "route",
        "unit_uid",
        "unit_name",
        "co_units",
        "deputy",
        "former_state",
        "merged_into",
        "routed_on",
        "assigned_on",
        "acknowledged_on",
        "replied_on",
        "fed_back_on",
        "forwarded_on",
        "closed_on",
        "suspended_on",
        "result_class",
        "promised_on",
        "is_fulfilled",
        "satisfaction",
        "returns",
        "redos",
        "chases",
        "link_count",
        "steps",
        "corrections",
        "archive_no",
        "due_on",
        "is_due_tentative",
        "is_to_tell",
        "is_to_hear",
        "deadlines",
    }
)
"""Fields that no correction touches: they say what the steps of the matter came to."""

TELLING, HEARING = frozenset({"feed_back", "declined_notice"}), frozenset({"evaluate"})
"""Limits that wait for a voter to be told, and for what he thinks of it."""

WITHOUT_DUE = frozenset(
    {
        MatterState.SUSPENDED,
        MatterState.ARCHIVED,
        MatterState.GUIDED,
        MatterState.ANSWERED_ON_SITE,
    }
)
"""States in which no day is waited for, whatever limits were begun."""

FIRST_STATES = frozenset({MatterState.REGISTERED, MatterState.ANSWERED_ON_SITE, MatterState.GUIDED})


def first_state(handling: Handling | None) -> MatterState:
    """Return the state in which a matter is registered, from what was decided at the door."""
    if handling is Handling.ANSWERED_ON_SITE:
        return MatterState.ANSWERED_ON_SITE
    if handling is Handling.GUIDED:
        return MatterState.GUIDED
    return MatterState.REGISTERED
