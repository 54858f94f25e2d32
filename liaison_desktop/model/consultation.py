"""民情恳谈 — one meeting: what about, where, who is asked, and how it was taken up.

What is said in it, who takes part and what is promised are records of their own
(`statement`, `participant`, `commitment`), as the steps of a matter are: a record that held five
hundred statements would be kept whole in its history with every one that is noted.
"""

from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from liaison_desktop.model.base import Base, Part, Record, problems_of_texts
from liaison_desktop.model.columns import flag, optional, required, text, word
from liaison_desktop.model.consultation_words import ConsultationKind, ConsultationState
from liaison_desktop.model.day_times import SIZE, span_problems
from liaison_desktop.model.faults import Problem, ProblemCode
from liaison_desktop.model.fields import Reach, declare
from liaison_desktop.model.times import SHANGHAI, business_day
from liaison_desktop.model.words import tr

SET_BY_MEETING = frozenset({"state", "opened_at", "signed_on", "signed_by"})
"""What only opening, finishing, signing, calling off and their ways back set."""

MOST_PEOPLE = 9_999

DAWN = 5
"""The hour until which a meeting of the evening before may still be going on."""


class AgendaItem(Part, Base):
    """议程 — one point; statements refer to it by its uid, whatever place it has."""

    __tablename__ = "agenda_item"

    consultation_id: Mapped[int] = mapped_column(
        ForeignKey("consultation.id", ondelete="CASCADE"), init=False, index=True
    )
    uid: Mapped[UUID] = required(tr("议程编码"))
    title: Mapped[str] = required(tr("议程"), 80)


class LinkedMatter(Part, Base):
    """议题来源 — a matter from which the topic came."""

    __tablename__ = "linked_matter"

    consultation_id: Mapped[int] = mapped_column(
        ForeignKey("consultation.id", ondelete="CASCADE"), init=False, index=True
    )
    matter_uid: Mapped[UUID] = mapped_column(
        ForeignKey("matter.uid", deferrable=True, initially="DEFERRED"),
        index=True,
        info=declare(tr("事项"), reach=Reach.COUNTY),
    )


class HeardItem(Part, Base):
    """应听取事项 — what the yearly meeting of a deliberation body must have heard."""

    __tablename__ = "heard_item"

    consultation_id: Mapped[int] = mapped_column(
        ForeignKey("consultation.id", ondelete="CASCADE"), init=False, index=True
    )
    title: Mapped[str] = required(tr("应听取事项"), 120)
    is_heard: Mapped[bool] = flag(tr("已听取"))


class Addition(Part, Base):
    """补正 — what is said after the record was signed; the signed text stays as it was."""

    __tablename__ = "addition"

    consultation_id: Mapped[int] = mapped_column(
        ForeignKey("consultation.id", ondelete="CASCADE"), init=False, index=True
    )
    added_at: Mapped[datetime] = required(tr("补正时间"))
    added_by: Mapped[str] = text(tr("补正人"), 50)
    content: Mapped[str] = text(tr("补正内容"), 2000, multiline=True)
    reason: Mapped[str] = text(tr("补正原因"), 200)


class Consultation(Record, Base):
    """One meeting; `notice_by` is the last day for its notice.

    `size` is how many are to take part in all, `volunteers`, `invited` and `drawn` how many of them
    each way. `is_yearly` marks the meeting that a deliberation body must hold every year.
    """

    __tablename__ = "consultation"
    __table_args__ = (
        Index("ix_consultation_day", "held_on", "id"),
        Index("ix_consultation_topic", "topic", "held_on"),
    )

    number: Mapped[str] = mapped_column(
        init=False, unique=True, default="", info=declare(tr("编号"), reach=Reach.COUNTY)
    )
    kind: Mapped[ConsultationKind] = word(tr("恳谈类型"), ConsultationKind.SENTIMENT)
    title: Mapped[str] = required(tr("会议名称"), 80)
    topic: Mapped[str] = text(tr("议题"), 120)
    topic_source: Mapped[str] = text(tr("议题来源"), 200)
    held_on: Mapped[date] = required(tr("会议日期"))
    starts: Mapped[str] = text(tr("开始时间"), SIZE)
    ends: Mapped[str] = text(tr("结束时间"), SIZE)
    place: Mapped[str] = text(tr("会议地点"), 80)
    host: Mapped[str] = text(tr("主持人"), 50)
    host_post: Mapped[str] = text(tr("主持人职务"), 60)
    recorder: Mapped[str] = text(tr("记录人"), 50)
    departments: Mapped[str] = text(tr("列席部门"), 500)
    size: Mapped[int] = word(tr("规模"), 0)
    volunteers: Mapped[int] = word(tr("自愿报名人数"), 0)
    invited: Mapped[int] = word(tr("邀请人数"), 0)
    drawn: Mapped[int] = word(tr("随机抽取人数"), 0)
    channels: Mapped[str] = text(tr("发布渠道"), 200)
    materials: Mapped[str] = text(tr("会议材料"), 500, multiline=True)
    notice_by: Mapped[date | None] = optional(tr("公告期限"))
    announced_on: Mapped[date | None] = optional(tr("公告日期"))
    is_yearly: Mapped[bool] = flag(tr("年度议事会议"))
    state: Mapped[ConsultationState] = word(tr("状态"), ConsultationState.PLANNED, init=False)
    opened_at: Mapped[datetime | None] = mapped_column(
        init=False, default=None, info=declare(tr("开始记录"), reach=Reach.COUNTY)
    )
    signed_on: Mapped[date | None] = mapped_column(
        init=False, default=None, info=declare(tr("审签日期"), reach=Reach.COUNTY)
    )
    signed_by: Mapped[str] = mapped_column(
        init=False, default="", info=declare(tr("审签人"), size=50, reach=Reach.COUNTY)
    )
    doc_number: Mapped[str] = text(tr("文号"), 40)
    conclusions: Mapped[str] = text(tr("议定和主要意见"), 8000, multiline=True)
    copies_to: Mapped[str] = text(tr("抄送"), 200)
    remark: Mapped[str] = text(tr("备注"), 500, multiline=True)
    agenda: Mapped[list[AgendaItem]] = relationship(
        lazy="raise",
        cascade="all, delete-orphan",
        order_by=AgendaItem.position,
        default_factory=list,
        info=declare(tr("议程"), reach=Reach.COUNTY),
    )
    linked: Mapped[list[LinkedMatter]] = relationship(
        lazy="raise",
        cascade="all, delete-orphan",
        order_by=LinkedMatter.position,
        default_factory=list,
        info=declare(tr("关联事项"), reach=Reach.COUNTY),
    )
    heard: Mapped[list[HeardItem]] = relationship(
        lazy="raise",
        cascade="all, delete-orphan",
        order_by=HeardItem.position,
        default_factory=list,
        info=declare(tr("应听取事项"), reach=Reach.COUNTY),
    )
    additions: Mapped[list[Addition]] = relationship(
        lazy="raise",
        cascade="all, delete-orphan",
        order_by=Addition.position,
        default_factory=list,
        info=declare(tr("补正"), reach=Reach.COUNTY),
    )

    @property
    def is_late(self) -> bool:
        """Whether it was announced after the last day for it."""
        return bool(self.announced_on and self.notice_by and self.announced_on > self.notice_by)

    def is_held_at(self, now: datetime) -> bool:
        """Whether the clock's time is that of the meeting: its day, and the night that follows.

        What was begun on the day and is still recorded after midnight belongs to it.
        """
        day, opened = business_day(now), self.opened_at
        is_open = opened is not None and business_day(opened) == self.held_on
        is_night = day == self.held_on + timedelta(days=1) and now.astimezone(SHANGHAI).hour < DAWN
        return day == self.held_on or (is_open and is_night)

    def lacks_notice(self, today: date) -> bool:
        """Whether the last day for its notice is past and it was not announced."""
        is_ahead = self.state is ConsultationState.PLANNED and self.announced_on is None
        return is_ahead and self.notice_by is not None and self.notice_by < today

    @property
    def unheard(self) -> list[HeardItem]:
        """What a yearly meeting must hear and has not heard."""
        return [one for one in self.heard if self.is_yearly and not one.is_heard]

    def problems(self) -> list[Problem]:
        """Return what is wrong, per field; a meeting has a name, and ends after it began.

        Once a yearly meeting is put in order, what it has not heard is warned of.
        """
        found = super().problems() + span_problems(self.starts, self.ends)
        if not self.title.strip():
            found.append(Problem("title", ProblemCode.MISSING))
        for name in ("size", "volunteers", "invited", "drawn"):
            if not 0 <= getattr(self, name) <= MOST_PEOPLE:
                found.append(Problem(name, ProblemCode.BAD_VALUE, detail=f"0–{MOST_PEOPLE}"))
        if self.is_late:
            late = str(self.notice_by)
            found.append(Problem("announced_on", ProblemCode.TOO_LATE, is_error=False, detail=late))
        for place, item in enumerate(self.agenda):
            found += problems_of_texts(item, f"agenda.{place}.")
            if not item.title.strip():
                found.append(Problem(f"agenda.{place}.title", ProblemCode.MISSING))
        for place, heard in enumerate(self.heard):
            found += problems_of_texts(heard, f"heard.{place}.")
        if self.state in {ConsultationState.READY, ConsultationState.SIGNED}:
            code = ProblemCode.NOT_HEARD
            found += [Problem("heard", code, is_error=False, detail=i.title) for i in self.unheard]
        for place, addition in enumerate(self.additions):
            found += problems_of_texts(addition, f"additions.{place}.")
            if not addition.content.strip():
                found.append(Problem(f"additions.{place}.content", ProblemCode.MISSING))
        return found
