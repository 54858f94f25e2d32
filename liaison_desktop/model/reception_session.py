"""代表接待日 — one reception day: when, where, which deputies, and how it went."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from liaison_desktop.model.base import Base, Part, Record, problems_of_texts
from liaison_desktop.model.columns import flag, optional, required, text, word
from liaison_desktop.model.day_times import SIZE, span_problems
from liaison_desktop.model.faults import Problem, ProblemCode
from liaison_desktop.model.fields import Reach, declare
from liaison_desktop.model.schedule_words import Presence, SessionState, SlotRole
from liaison_desktop.model.words import MandateLevel, tr

SET_BY_DAY = frozenset({"state", "opened_at", "closed_at", "closings"})
"""What only opening, closing, cancelling and their ways back set."""

MOST_SEATS = 99


class RotaSlot(Part, Base):
    """席位 — one deputy of a session; a name stays text until the roster knows it.

    `why` is why the planner chose him, as `model/rota.py` tells it; empty where a person did.
    """

    __tablename__ = "rota_slot"

    reception_session_id: Mapped[int] = mapped_column(
        ForeignKey("reception_session.id", ondelete="CASCADE"), init=False, index=True
    )
    name: Mapped[str] = required(tr("姓名"), 50)
    deputy_uid: Mapped[UUID | None] = mapped_column(
        ForeignKey("deputy.uid", deferrable=True, initially="DEFERRED"),
        default=None,
        index=True,
        info=declare(tr("代表"), reach=Reach.COUNTY),
    )
    level: Mapped[MandateLevel | None] = optional(tr("代表级别"))
    slot_role: Mapped[SlotRole] = word(tr("到站身份"), SlotRole.RECEIVING)
    is_fixed: Mapped[bool] = flag(tr("人工指定"))
    why: Mapped[str] = text(tr("排班理由"), 120, reach=Reach.STATION)
    presence: Mapped[Presence | None] = optional(tr("到会情况"))
    signed_at: Mapped[datetime | None] = optional(tr("签到时间"))
    stands_in_for: Mapped[str] = text(tr("顶替"), 50)
    change_reason: Mapped[str] = text(tr("换班原因"), 200)


class ReceptionSession(Record, Base):
    """One reception day.

    `planned_on` is the day that the rule or the office's table gave and never moves; `held_on` is
    the day it is held. `rules` are the names of the rules that gave it, the one that decided first,
    one a line; `seats` how many deputies it wants, 0 where nobody said. `notice_by` is the last day
    for posting its notice.
    """

    __tablename__ = "reception_session"
    __table_args__ = (Index("ix_reception_session_held", "held_on", "id"),)

    planned_on: Mapped[date] = required(tr("原定日期"))
    held_on: Mapped[date] = required(tr("接待日期"))
    starts: Mapped[str] = text(tr("开始时间"), SIZE)
    ends: Mapped[str] = text(tr("结束时间"), SIZE)
    place: Mapped[str] = text(tr("接待地点"), 80)
    theme: Mapped[str] = text(tr("接待主题"), 120)
    guests: Mapped[str] = text(tr("列席部门"), 200)
    contact: Mapped[str] = text(tr("联系人"), 50)
    contact_phone: Mapped[str] = text(tr("联系电话"), 40)
    rules: Mapped[str] = text(tr("接待日规则"), 200, multiline=True)
    seats: Mapped[int] = word(tr("席位数"), 0)
    shifted_because: Mapped[str] = text(tr("顺延原因"), 120)
    is_tentative: Mapped[bool] = flag(tr("待公布"))
    is_joint: Mapped[bool] = flag(tr("统一接待日"))
    notice_by: Mapped[date | None] = optional(tr("公告期限"))
    state: Mapped[SessionState] = word(tr("状态"), SessionState.PLANNED, init=False)
    opened_at: Mapped[datetime | None] = mapped_column(
        init=False, default=None, info=declare(tr("开始接待"), reach=Reach.COUNTY)
    )
    closed_at: Mapped[datetime | None] = mapped_column(
        init=False, default=None, info=declare(tr("结束接待"), reach=Reach.COUNTY)
    )
    closings: Mapped[int] = mapped_column(
        init=False, default=0, info=declare(tr("结束次数"), reach=Reach.COUNTY)
    )
    summary: Mapped[str] = text(tr("接待情况"), 2000, multiline=True)
    remark: Mapped[str] = text(tr("备注"), 500, multiline=True)
    slots: Mapped[list[RotaSlot]] = relationship(
        lazy="raise",
        cascade="all, delete-orphan",
        order_by=RotaSlot.position,
        default_factory=list,
        info=declare(tr("代表"), reach=Reach.COUNTY),
    )

    def problems(self) -> list[Problem]:
        """Return what is wrong, per field; a slot has a name, and nobody sits twice."""
        found = super().problems() + span_problems(self.starts, self.ends)
        if not 0 <= self.seats <= MOST_SEATS:
            found.append(Problem("seats", ProblemCode.BAD_VALUE, detail=f"0–{MOST_SEATS}"))
        names = [slot.name.strip() for slot in self.slots]
        for place, slot in enumerate(self.slots):
            found += problems_of_texts(slot, f"slots.{place}.")
            if not names[place]:
                found.append(Problem(f"slots.{place}.name", ProblemCode.MISSING))
            elif _sits_before(self.slots, place):
                found.append(Problem(f"slots.{place}.name", ProblemCode.OVERLAPS))
        return found


def _sits_before(slots: list[RotaSlot], place: int) -> bool:
    """Return whether the deputy of a slot has one before it; namesakes are told apart by uid."""
    one = slots[place]
    return any(
        (one.deputy_uid == other.deputy_uid)
        if one.deputy_uid and other.deputy_uid
        else one.name.strip() == other.name.strip()
        for other in slots[:place]
    )
