"""联系户 — a household, voter or company that a deputy keeps in contact with."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from liaison_desktop.model.base import Base, Record
from liaison_desktop.model.columns import optional, text, word
from liaison_desktop.model.faults import Problem, ProblemCode
from liaison_desktop.model.fields import Reach, Sensitivity, declare
from liaison_desktop.model.schedule_words import HouseholdKind
from liaison_desktop.model.words import tr


class ContactHousehold(Record, Base):
    """One contact of one deputy, from a day to a day."""

    __tablename__ = "contact_household"

    name: Mapped[str] = text(tr("户主（单位）"), 80, sensitivity=Sensitivity.PERSONAL)
    deputy_uid: Mapped[UUID | None] = mapped_column(
        ForeignKey("deputy.uid", deferrable=True, initially="DEFERRED"),
        default=None,
        index=True,
        info=declare(tr("代表"), reach=Reach.COUNTY),
    )
    deputy_name: Mapped[str] = text(tr("联系代表"), 50)
    household_kind: Mapped[HouseholdKind] = word(tr("联系对象类别"), HouseholdKind.FIXED)
    phone: Mapped[str] = text(tr("联系电话"), 40, sensitivity=Sensitivity.PERSONAL)
    address: Mapped[str] = text(tr("住址"), 120, sensitivity=Sensitivity.PERSONAL)
    village: Mapped[str] = text(tr("村（社区）"), 60)
    person_uid: Mapped[UUID | None] = optional(tr("人员"))
    since: Mapped[date | None] = optional(tr("联系起"))
    until: Mapped[date | None] = optional(tr("联系止"))
    remark: Mapped[str] = text(tr("备注"), 500, multiline=True)

    def problems(self) -> list[Problem]:
        """Return what is wrong, per field; it has a name and a deputy, and ends after it began."""
        empty = [name for name in ("name", "deputy_name") if not getattr(self, name).strip()]
        found = super().problems() + [Problem(name, ProblemCode.MISSING) for name in empty]
        if self.since and self.until and self.until < self.since:
            found.append(Problem("until", ProblemCode.TOO_EARLY, detail=str(self.since)))
        return found
