"""接待日公告 — what is posted of a session, when and where: announced, moved, cancelled."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from liaison_desktop.model.base import Base, Record
from liaison_desktop.model.columns import optional, text, word
from liaison_desktop.model.day_times import SIZE
from liaison_desktop.model.faults import Problem, ProblemCode
from liaison_desktop.model.fields import Reach, declare
from liaison_desktop.model.schedule_words import NoticeKind
from liaison_desktop.model.words import tr


class Notice(Record, Base):
    """One notice. `held_on` is the day it announces, `former_on` the one it was moved from.

    `former_…` are what the notice said that hangs out, of what is other now; the county, which
    posts none, is not told them. `due_on` is the last day for posting it, as it was when the notice
    was written.
    """

    __tablename__ = "notice"

    session_uid: Mapped[UUID] = mapped_column(
        ForeignKey("reception_session.uid", deferrable=True, initially="DEFERRED"),
        index=True,
        info=declare(tr("接待日"), reach=Reach.COUNTY),
    )
    kind: Mapped[NoticeKind] = word(tr("公告种类"), NoticeKind.ANNOUNCE)
    held_on: Mapped[date | None] = optional(tr("接待日期"))
    former_on: Mapped[date | None] = optional(tr("原定日期"))
    due_on: Mapped[date | None] = optional(tr("公告期限"))
    doc_number: Mapped[str] = text(tr("文号"), 40)
    issued_on: Mapped[date | None] = optional(tr("成文日期"))
    posted_on: Mapped[date | None] = optional(tr("张贴日期"))
    posted_place: Mapped[str] = text(tr("张贴地点"), 120)
    former_starts: Mapped[str] = text(tr("原开始时间"), SIZE, reach=Reach.STATION, is_later=True)
    former_ends: Mapped[str] = text(tr("原结束时间"), SIZE, reach=Reach.STATION, is_later=True)
    former_place: Mapped[str] = text(tr("原接待地点"), 80, reach=Reach.STATION, is_later=True)
    former_names: Mapped[str] = text(tr("原参加代表"), 2000, reach=Reach.STATION, is_later=True)
    reason: Mapped[str] = text(tr("变更原因"), 200)
    body: Mapped[str] = text(tr("公告正文"), 2000, multiline=True)

    @property
    def is_late(self) -> bool:
        """Whether it was posted after the last day for it."""
        return bool(self.posted_on and self.due_on and self.posted_on > self.due_on)

    @property
    def tells_of_move(self) -> bool:
        """Whether it says that the session was moved from one day to another (改期)."""
        return self.kind is NoticeKind.CHANGE and self.former_on not in {None, self.held_on}

    def problems(self) -> list[Problem]:
        """Return what is wrong, per field; a change or cancellation names its reason."""
        found = super().problems()
        if self.kind is not NoticeKind.ANNOUNCE and not self.reason.strip():
            found.append(Problem("reason", ProblemCode.MISSING))
        if self.is_late:
            found.append(
                Problem("posted_on", ProblemCode.TOO_LATE, is_error=False, detail=str(self.due_on))
            )
        return found
