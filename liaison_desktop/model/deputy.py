"""人大代表 — a deputy, with one or more mandates."""

import re
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from liaison_desktop.model.base import Base, Part, Record, problems_of_texts
from liaison_desktop.model.columns import flag, optional, text
from liaison_desktop.model.faults import Problem, ProblemCode
from liaison_desktop.model.fields import Reach, Sensitivity, declare
from liaison_desktop.model.schedule_words import MandateEnd
from liaison_desktop.model.wished_days import EXAMPLE, read_wished_days
from liaison_desktop.model.words import MandateLevel, MandateState, Sex, tr

_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


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

    def problems(self, prefix: str = "") -> list[Problem]:
        """Return what is wrong, each field with the prefix; an end that is half told warns."""
        found = problems_of_texts(self, prefix)
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            day = str(self.valid_from)
            found.append(Problem(f"{prefix}valid_to", ProblemCode.TOO_EARLY, detail=day))
        if self.state is MandateState.ENDED and self.valid_to is None:
            found.append(Problem(f"{prefix}valid_to", ProblemCode.END_WITHOUT_DAY, is_error=False))
        if self.state is not MandateState.ACTIVE and not (self.end_reason or self.end_note.strip()):
            code = ProblemCode.END_WITHOUT_REASON
            found.append(Problem(f"{prefix}end_reason", code, is_error=False))
        return found

    def is_in_office(self, day: date) -> bool:
        """Return whether the mandate is exercised on a day."""
        if self.state is MandateState.SUSPENDED:
            return False
        if self.state is MandateState.ENDED and self.valid_to is None:
            return False
        return (self.valid_from or date.min) <= day <= (self.valid_to or date.max)


class Deputy(Record, Base):
    """A deputy of the roster. His wishes of days are as they were typed; see `wished_days`."""

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
    liked_days: Mapped[str] = text(tr("愿意来的日子"), 200, reach=Reach.STATION, is_later=True)
    disliked_days: Mapped[str] = text(tr("不便来的日子"), 200, reach=Reach.STATION, is_later=True)
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
            found += mandate.problems(f"mandates.{place}.")
        found += _twice_in_office(self.mandates)
        if not self.name.strip():
            found.append(Problem("name", ProblemCode.MISSING))
        if self.birth_ym.strip() and not _MONTH.fullmatch(self.birth_ym.strip()):
            found.append(Problem("birth_ym", ProblemCode.BAD_VALUE, detail="1962-05"))
        found += [
            Problem(name, ProblemCode.BAD_VALUE, detail=EXAMPLE)
            for name in ("liked_days", "disliked_days")
            if read_wished_days(getattr(self, name)).unread
        ]
        return found

    def mandates_on(self, day: date) -> list[Mandate]:
        """Return the mandates that are exercised on a day, the highest first."""
        return [each for each in sorted(self.mandates, key=_rank) if each.is_in_office(day)]

    def levels_on(self, day: date) -> list[MandateLevel]:
        """Return the levels at which the deputy is in office on a day, the highest first."""
        return [mandate.level for mandate in self.mandates_on(day)]


def _twice_in_office(mandates: Sequence[Mandate]) -> list[Problem]:
    """Warn of each further mandate of a level and term that is active already."""
    seen: set[tuple[MandateLevel, str]] = set()
    found = []
    for place, mandate in enumerate(mandates):
        of = (mandate.level, mandate.term_no.strip())
        if mandate.state is MandateState.ACTIVE and of in seen:
            code = ProblemCode.TWICE_IN_OFFICE
            found.append(Problem(f"mandates.{place}.term_no", code, is_error=False))
        elif mandate.state is MandateState.ACTIVE:
            seen.add(of)
    return found


def _rank(mandate: Mandate) -> int:
    return list(MandateLevel).index(mandate.level)
