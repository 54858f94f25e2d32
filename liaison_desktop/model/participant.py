"""参加人 — one who was asked to a consultation or walked in, and whether he came."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from liaison_desktop.model.base import Base, Record
from liaison_desktop.model.columns import flag, optional, text, word
from liaison_desktop.model.consultation_words import Origin, ParticipantKind
from liaison_desktop.model.faults import Problem, ProblemCode
from liaison_desktop.model.fields import Reach, Sensitivity, declare
from liaison_desktop.model.idcodes import looks_like_phone
from liaison_desktop.model.schedule_words import Presence
from liaison_desktop.model.words import Sex, tr


class Participant(Record, Base):
    """One participant of one meeting; `place` is his line on the 签到表, from 1.

    `body` is the unit, village or community he comes from. `may_publish_name` is what he agreed to:
    without it the public edition names him 群众代表 and no more.
    """

    __tablename__ = "participant"
    __table_args__ = (Index("ix_participant_meeting", "consultation_uid", "place", "id"),)

    consultation_uid: Mapped[UUID] = mapped_column(
        ForeignKey("consultation.uid", deferrable=True, initially="DEFERRED"),
        info=declare(tr("恳谈会"), reach=Reach.COUNTY),
    )
    place: Mapped[int] = word(tr("序号"), 0)
    name: Mapped[str] = text(tr("姓名"), 50, sensitivity=Sensitivity.PERSONAL)
    sex: Mapped[Sex | None] = optional(tr("性别"))
    body: Mapped[str] = text(tr("单位（村、社区）"), 80)
    post: Mapped[str] = text(tr("职务或职业"), 60)
    participant_kind: Mapped[ParticipantKind] = word(tr("身份"), ParticipantKind.RESIDENT)
    origin: Mapped[Origin] = word(tr("产生方式"), Origin.INVITED)
    phone: Mapped[str] = text(
        tr("联系电话"), 20, reach=Reach.STATION, sensitivity=Sensitivity.PERSONAL
    )
    person_uid: Mapped[UUID | None] = mapped_column(
        ForeignKey("person.uid", deferrable=True, initially="DEFERRED"),
        default=None,
        index=True,
        info=declare(tr("人员"), reach=Reach.COUNTY),
    )
    deputy_uid: Mapped[UUID | None] = mapped_column(
        ForeignKey("deputy.uid", deferrable=True, initially="DEFERRED"),
        default=None,
        index=True,
        info=declare(tr("代表"), reach=Reach.COUNTY),
    )
    is_walk_in: Mapped[bool] = flag(tr("临时到会"))
    may_publish_name: Mapped[bool] = flag(tr("是否公开姓名"))
    presence: Mapped[Presence | None] = optional(tr("到会情况"))
    signed_at: Mapped[datetime | None] = optional(tr("签到时间"))
    remark: Mapped[str] = text(tr("备注"), 200)

    def problems(self) -> list[Problem]:
        """Return what is wrong, per field; a participant has a name."""
        found = super().problems()
        if not self.name.strip():
            found.append(Problem("name", ProblemCode.MISSING))
        if self.phone.strip() and not looks_like_phone(self.phone):
            found.append(Problem("phone", ProblemCode.UNUSUAL_PHONE, is_error=False))
        return found
