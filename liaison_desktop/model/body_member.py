"""居民议事组织成员 — one member of a 街道's deliberation body, with origin and term.

A 镇 has a congress and no such body (浙江省街道人大工作条例, 2019, art. 16, 17).
"""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from liaison_desktop.model.base import Base, Record
from liaison_desktop.model.columns import optional, text, word
from liaison_desktop.model.consultation_words import MemberOrigin
from liaison_desktop.model.faults import Problem, ProblemCode
from liaison_desktop.model.fields import Reach, Sensitivity, declare
from liaison_desktop.model.idcodes import looks_like_phone
from liaison_desktop.model.words import Sex, tr


class BodyMember(Record, Base):
    """One member; his term runs from `valid_from` to `valid_to`, both with."""

    __tablename__ = "body_member"

    name: Mapped[str] = text(tr("姓名"), 50)
    sex: Mapped[Sex | None] = optional(tr("性别"))
    member_origin: Mapped[MemberOrigin] = word(tr("成员来源"), MemberOrigin.RESIDENT)
    deputy_uid: Mapped[UUID | None] = mapped_column(
        ForeignKey("deputy.uid", deferrable=True, initially="DEFERRED"),
        default=None,
        index=True,
        info=declare(tr("代表"), reach=Reach.COUNTY),
    )
    body: Mapped[str] = text(tr("单位（村、社区）"), 80)
    post: Mapped[str] = text(tr("职务或职业"), 60)
    phone: Mapped[str] = text(
        tr("联系电话"), 20, reach=Reach.STATION, sensitivity=Sensitivity.PERSONAL
    )
    term_no: Mapped[str] = text(tr("届次"), 20)
    valid_from: Mapped[date | None] = optional(tr("任期开始"))
    valid_to: Mapped[date | None] = optional(tr("任期结束"))
    remark: Mapped[str] = text(tr("备注"), 200)

    def serves_on(self, day: date) -> bool:
        """Whether the term runs on a day; an end that is missing is open."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)

    def problems(self) -> list[Problem]:
        """Return what is wrong, per field; a member has a name, and a term that ends after."""
        found = super().problems()
        if not self.name.strip():
            found.append(Problem("name", ProblemCode.MISSING))
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            since = str(self.valid_from)
            found.append(Problem("valid_to", ProblemCode.TOO_EARLY, detail=since))
        if self.phone.strip() and not looks_like_phone(self.phone):
            found.append(Problem("phone", ProblemCode.UNUSUAL_PHONE, is_error=False))
        return found
