"""来访 — the encounter: who came, how, when, where, received by whom.

What was said is the visit's matters (`model/matter.py`): 一事一表.
"""

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, false, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from liaison_desktop.model.base import Base, Part, Record, problems_of_texts
from liaison_desktop.model.faults import Problem, ProblemCode
from liaison_desktop.model.fields import Reach, Sensitivity, declare
from liaison_desktop.model.idcodes import looks_like_id, looks_like_phone
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.times import business_day
from liaison_desktop.model.words import Channel, Sex, VisitorKind, tr

NOTICE_VERSION = "2026-1"
"""The privacy notice in force; a visit keeps the version that was given (PIPL art. 17)."""

MOST_REPRESENTATIVES = 5
"""A group is asked for at most five representatives (信访工作条例 2022 art. 20)."""


class Visitor(Part, Base):
    """来访人 — one person of a visit, as he gave himself on that day."""

    __tablename__ = "visitor"
    __table_args__ = (
        CheckConstraint("is_anonymous OR name <> ''", name="named"),
        Index("ix_visitor_of_person", "person_uid", "visit_id"),
    )

    visit_id: Mapped[int] = mapped_column(
        ForeignKey("visit.id", ondelete="CASCADE"), init=False, index=True
    )
    person_uid: Mapped[UUID | None] = mapped_column(
        ForeignKey("person.uid", deferrable=True, initially="DEFERRED"),
        default=None,
        info=declare(tr("人员"), reach=Reach.COUNTY),
    )
    name: Mapped[str] = mapped_column(
        default="",
        info=declare(tr("姓名"), size=50, sensitivity=Sensitivity.PERSONAL, reach=Reach.COUNTY),
    )
    is_anonymous: Mapped[bool] = mapped_column(
        default=False, info=declare(tr("匿名"), reach=Reach.COUNTY)
    )
    sex: Mapped[Sex | None] = mapped_column(
        default=None, info=declare(tr("性别"), reach=Reach.COUNTY)
    )
    phone: Mapped[str] = mapped_column(
        default="",
        info=declare(tr("联系电话"), size=20, sensitivity=Sensitivity.PERSONAL, reach=Reach.COUNTY),
    )
    address: Mapped[str] = mapped_column(
        default="",
        info=declare(tr("住址"), size=120, sensitivity=Sensitivity.PERSONAL, reach=Reach.COUNTY),
    )
    birth_ym: Mapped[str] = mapped_column(
        default="", info=declare(tr("出生年月"), size=7, sensitivity=Sensitivity.PERSONAL)
    )
    id_no: Mapped[str] = mapped_column(
        default="", info=declare(tr("身份证号"), size=18, sensitivity=Sensitivity.SECRET)
    )
    occupation: Mapped[str] = mapped_column(
        default="", info=declare(tr("工作单位"), size=60, sensitivity=Sensitivity.PERSONAL)
    )
    visitor_kind: Mapped[VisitorKind | None] = mapped_column(
        default=None, info=declare(tr("身份"), reach=Reach.COUNTY)
    )
    constituency: Mapped[str] = mapped_column(
        default="", info=declare(tr("所属选区"), size=60, reach=Reach.COUNTY)
    )
    guardian: Mapped[str] = mapped_column(
        default="", info=declare(tr("监护人"), size=50, sensitivity=Sensitivity.PERSONAL)
    )


class Receiver(Part, Base):
    """接待代表 — a deputy who received, or a name kept as typed until the roster knows it."""

    __tablename__ = "receiver"

    visit_id: Mapped[int] = mapped_column(
        ForeignKey("visit.id", ondelete="CASCADE"), init=False, index=True
    )
    name: Mapped[str] = mapped_column(
        index=True, info=declare(tr("接待代表"), size=50, reach=Reach.COUNTY)
    )
    deputy_uid: Mapped[UUID | None] = mapped_column(
        ForeignKey("deputy.uid", deferrable=True, initially="DEFERRED"),
        default=None,
        index=True,
        info=declare(tr("代表"), reach=Reach.COUNTY),
    )


class Visit(Record, Base):
    """One encounter at the desk; its first matter is registered with it."""

    __tablename__ = "visit"
    __table_args__ = (
        CheckConstraint("headcount >= 1", name="headcount"),
        Index("ix_visit_newest", "received_at", "id", "withdrawn_at"),
        Index("ix_visit_source", "source_uid", sqlite_where=text("source_uid IS NOT NULL")),
        Index("ix_visit_incomplete", "received_at", sqlite_where=text("is_incomplete = 1")),
    )

    number: Mapped[str] = mapped_column(
        init=False, unique=True, default="", info=declare(tr("编号"), reach=Reach.COUNTY)
    )
    channel: Mapped[Channel] = mapped_column(
        index=True, info=declare(tr("反映形式"), reach=Reach.COUNTY)
    )
    received_at: Mapped[datetime] = mapped_column(info=declare(tr("反映时间"), reach=Reach.COUNTY))
    received_on: Mapped[date] = mapped_column(
        init=False, index=True, info=declare(tr("反映日期"), reach=Reach.COUNTY)
    )
    registered_at: Mapped[datetime] = mapped_column(
        info=declare(tr("登记时间"), reach=Reach.COUNTY)
    )
    is_late_entry: Mapped[bool] = mapped_column(
        init=False, info=declare(tr("补录"), reach=Reach.COUNTY)
    )
    place: Mapped[str] = mapped_column(
        default="", info=declare(tr("接待地点"), size=40, reach=Reach.COUNTY)
    )
    headcount: Mapped[int] = mapped_column(
        index=True, default=1, info=declare(tr("来访人数"), reach=Reach.COUNTY)
    )
    may_publish_name: Mapped[bool] = mapped_column(
        default=False, info=declare(tr("是否公开姓名"), reach=Reach.COUNTY)
    )
    may_call_back: Mapped[bool] = mapped_column(
        default=True, info=declare(tr("是否愿意回访"), reach=Reach.COUNTY)
    )
    notice_version: Mapped[str] = mapped_column(
        default=NOTICE_VERSION, info=declare(tr("已告知"), size=20, reach=Reach.COUNTY)
    )
    recorder: Mapped[str] = mapped_column(
        default="", info=declare(tr("记录人"), size=50, reach=Reach.COUNTY)
    )
    source_uid: Mapped[UUID | None] = mapped_column(
        default=None, info=declare(tr("来源记录"), reach=Reach.COUNTY)
    )
    """The field visit or consultation at which it was said."""
    is_incomplete: Mapped[bool] = mapped_column(init=False, default=False, server_default=false())
    """待补 but for its matters, which say so of themselves; it has no place in a package."""
    visitors: Mapped[list[Visitor]] = relationship(
        lazy="raise",
        cascade="all, delete-orphan",
        order_by=Visitor.position,
        default_factory=list,
        info=declare(tr("来访人"), reach=Reach.COUNTY),
    )
    receivers: Mapped[list[Receiver]] = relationship(
        lazy="raise",
        cascade="all, delete-orphan",
        order_by=Receiver.position,
        default_factory=list,
        info=declare(tr("接待代表"), reach=Reach.COUNTY),
    )
    matters: Mapped[list[Matter]] = relationship(
        lazy="raise",
        cascade="save-update, merge",
        order_by=Matter.place_in_visit,
        primaryjoin="Visit.uid == foreign(Matter.visit_uid)",
        default_factory=list,
    )

    def __post_init__(self) -> None:
        self.derive()
        for place, part in enumerate([*self.visitors]):
            part.position = place
        for place, receiver in enumerate([*self.receivers]):
            receiver.position = place

    def derive(self) -> None:
        """Let business day and 补录 follow the day received; note what is 待补."""
        self.received_on = business_day(self.received_at)
        self.is_late_entry = self.received_on < business_day(self.registered_at)
        self.is_incomplete = any(_wanted("", visitor) for visitor in self.visitors)

    def problems(self) -> list[Problem]:
        """Return what is wrong, per field: errors cannot be saved, warnings are overridden.

        Required are one visitor's name or 匿名, and through its first matter a title; what else
        F05 wants is a warning until the matter leaves screening.
        """
        found = super().problems()
        if not self.visitors:
            found.append(Problem("visitors.0.name", ProblemCode.MISSING))
        for place, visitor in enumerate(self.visitors):
            found += visitor_problems(f"visitors.{place}.", visitor, self.received_on)
        for place, receiver in enumerate(self.receivers):
            found += [
                replace(problem, field=f"receivers.{place}")
                for problem in problems_of_texts(receiver)
            ]
        if self.headcount < 1 or self.headcount > 99_999:
            found.append(Problem("headcount", ProblemCode.BAD_VALUE, detail="1–99999"))
        if len(self.visitors) > MOST_REPRESENTATIVES:
            found.append(Problem("visitors", ProblemCode.TOO_MANY_REPRESENTATIVES, is_error=False))
        if self.received_at > self.registered_at:
            found.append(Problem("received_at", ProblemCode.IN_FUTURE, is_error=False))
        for matter in self.matters:
            found += matter.problems()
        return found


def visitor_problems(prefix: str, visitor: Visitor, day: date) -> list[Problem]:
    """Return what is wrong with one visitor; phone and ID only ever warn (座机, 短号, permits)."""
    found = problems_of_texts(visitor, prefix)
    if not visitor.name.strip() and not visitor.is_anonymous:
        found.append(Problem(f"{prefix}name", ProblemCode.MISSING))
    found += _wanted(prefix, visitor)
    if visitor.phone.strip() and not looks_like_phone(visitor.phone):
        found.append(Problem(f"{prefix}phone", ProblemCode.UNUSUAL_PHONE, is_error=False))
    if visitor.id_no.strip() and not looks_like_id(visitor.id_no):
        found.append(Problem(f"{prefix}id_no", ProblemCode.UNUSUAL_ID, is_error=False))
    if visitor.birth_ym and not _is_month(visitor.birth_ym):
        found.append(Problem(f"{prefix}birth_ym", ProblemCode.BAD_VALUE, detail="YYYY-MM"))
    elif visitor.birth_ym and _is_under_14(visitor.birth_ym, day) and not visitor.guardian.strip():
        found.append(Problem(f"{prefix}guardian", ProblemCode.GUARDIAN_NEEDED, is_error=False))
    return found


def _wanted(prefix: str, visitor: Visitor) -> list[Problem]:
    if visitor.is_anonymous:
        return []
    return [
        Problem(f"{prefix}{name}", ProblemCode.MISSING, is_error=False)
        for name in ("phone", "address")
        if not getattr(visitor, name).strip()
    ]


def _is_month(text: str) -> bool:
    try:
        return len(text) == 7 and bool(date.fromisoformat(f"{text}-01"))
    except ValueError:
        return False


def _is_under_14(birth_ym: str, day: date) -> bool:
    year, month = map(int, birth_ym.split("-"))
    return (day.year - year, day.month - month) < (14, 0)
