"""人大代表 — a deputy, with one or more mandates."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from liaison_desktop.model.base import Base, Part, Record, problems_of_texts
from liaison_desktop.model.faults import Problem, ProblemCode
from liaison_desktop.model.fields import Reach, Sensitivity, declare
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
