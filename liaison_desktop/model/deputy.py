"""人大代表 — a deputy, with one or more mandates."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from liaison_desktop.model.base import Base, Part, Record, problems_of_texts
from liaison_desktop.model.columns import flag, optional, text
from liaison_desktop.model.faults import Problem, ProblemCode
from liaison_desktop.model.fields import Reach, Sensitivity, declare
from liaison_desktop.model.schedule_words import MandateEnd
from liaison_desktop.model.words import MandateLevel, MandateState, Sex, tr


class Mandate(Part, Base):
    """One mandate at one level."""

    __tablename__ = "mandate"

    deputy_id: Mapped[int] = mapped_column(
        ForeignKey("deputy.id", ondelete="CASCADE"), init=False, index=True
    )
    level: Mapped[MandateLevel] = mapped_column(info=declare(tr("代表级别"), reach=Reach.COUNTY))
    term_no: Mapped[str] = mapped_column(
        default="", info=declare(tr("届次"), size=20, reach=Reach.COUNTY)
    )
    constituency: Mapped[str] = mapped_column(
        default="", info=declare(tr("选区（选举单位）"), size=60, reach=Reach.COUNTY)
    )
    card_no: Mapped[str] = mapped_column(
        default="", info=declare(tr("代表证号"), size=30, reach=Reach.COUNTY)
    )
    valid_from: Mapped[date | None] = mapped_column(
        default=None, info=declare(tr("任职起"), reach=Reach.COUNTY)
    )
    valid_to: Mapped[date | None] = mapped_column(
        default=None, info=declare(tr("任职止"), reach=Reach.COUNTY)
    )
    state: Mapped[MandateState] = mapped_column(
        default=MandateState.ACTIVE, info=declare(tr("任职状态"), reach=Reach.COUNTY)
    )
    delegation: Mapped[str] = text(tr("代表团"), 60, is_later=True)
    group_name: Mapped[str] = text(tr("代表小组"), 60, is_later=True)
    end_reason: Mapped[MandateEnd | None] = optional(tr("暂停或终止原因"))
    end_note: Mapped[str] = text(tr("原因说明"), 200, is_later=True)

    def is_in_office(self, day: date) -> bool:
        """Return whether the mandate is exercised on a day."""
        if self.state is MandateState.SUSPENDED:
            return False
        if self.state is MandateState.ENDED and self.valid_to is None:
            return False
        return (self.valid_from or date.min) <= day <= (self.valid_to or date.max)


class Deputy(Record, Base):
    """A deputy of the roster."""

    __tablename__ = "deputy"

    name: Mapped[str] = mapped_column(
        index=True, info=declare(tr("姓名"), size=50, reach=Reach.COUNTY)
    )
    sex: Mapped[Sex | None] = mapped_column(
        default=None, info=declare(tr("性别"), reach=Reach.COUNTY)
    )
    post: Mapped[str] = mapped_column(
        default="", info=declare(tr("单位及职务"), size=80, reach=Reach.COUNTY)
    )
    phone: Mapped[str] = mapped_column(
        default="",
        info=declare(tr("联系电话"), size=20, sensitivity=Sensitivity.PERSONAL),
    )
    birth_ym: Mapped[str] = text(
        tr("出生年月"),
        7,
        reach=Reach.STATION,
        is_later=True,
        sensitivity=Sensitivity.PERSONAL,
    )
    id_no: Mapped[str] = text(
        tr("身份证号"),
        18,
        reach=Reach.STATION,
        is_later=True,
        sensitivity=Sensitivity.SECRET,
    )
    ethnic_group: Mapped[str] = text(tr("民族"), 20, is_later=True)
    political_status: Mapped[str] = text(tr("政治面貌"), 20, is_later=True)
    education: Mapped[str] = text(tr("学历"), 20, is_later=True)
    introduction: Mapped[str] = text(tr("代表简介"), 500, is_later=True, multiline=True)
    photo_uid: Mapped[UUID | None] = optional(tr("照片"), reach=Reach.STATION)
    is_post_public: Mapped[bool] = flag(tr("公示单位及职务"), is_later=True)
    is_photo_public: Mapped[bool] = flag(tr("公示照片"), is_later=True)
    mandates: Mapped[list[Mandate]] = relationship(
        lazy="raise",
        cascade="all, delete-orphan",
        order_by=Mandate.position,
        default_factory=list,
        info=declare(tr("任职"), reach=Reach.COUNTY),
    )

    def problems(self) -> list[Problem]:
        """Return what is wrong, per field; a deputy has a name."""
        found = super().problems()
        for place, mandate in enumerate(self.mandates):
            found += problems_of_texts(mandate, f"mandates.{place}.")
        if not self.name.strip():
            found.append(Problem("name", ProblemCode.MISSING))
        return found

    def levels_on(self, day: date) -> list[MandateLevel]:
        """Return the levels at which the deputy is in office on a day, the highest first."""
        return [m.level for m in sorted(self.mandates, key=_rank) if m.is_in_office(day)]


def _rank(mandate: Mandate) -> int:
    return list(MandateLevel).index(mandate.level)
