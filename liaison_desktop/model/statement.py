"""发言 — one thing said in a consultation, in the speaker's own words, and where it went."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from liaison_desktop.model.base import Base, Record
from liaison_desktop.model.columns import optional, text, word
from liaison_desktop.model.consultation_words import StatementKind, StatementRoute
from liaison_desktop.model.faults import Problem, ProblemCode
from liaison_desktop.model.fields import Reach, Sensitivity, declare
from liaison_desktop.model.words import GuidedTo, tr

SET_BY_ROUTING = frozenset({"route", "guided_to", "route_note", "matter_uid"})
"""What only routing an opinion sets."""

STEP = 1024
"""Between the places of two statements, so that one can be put between them."""


class Statement(Record, Base):
    """One statement. `place` orders the statements of a meeting, a thousand apart at first.

    `said_at` is the clock of live typing; what was typed afterwards has none. `answers_uid` is the
    opinion that an answer answers, `matter_uid` the matter that an opinion became.
    """

    __tablename__ = "statement"
    __table_args__ = (
        Index("ix_statement_meeting", "consultation_uid", "place", "id"),
        Index(
            "ix_statement_unrouted",
            "kind",
            "consultation_uid",
            sqlite_where=sql("route IS NULL AND withdrawn_at IS NULL"),
        ),
    )

    consultation_uid: Mapped[UUID] = mapped_column(
        ForeignKey("consultation.uid", deferrable=True, initially="DEFERRED"),
        info=declare(tr("恳谈会"), reach=Reach.COUNTY),
    )
    item_uid: Mapped[UUID | None] = optional(tr("议程编码"))
    place: Mapped[int] = word(tr("次序"), 0)
    kind: Mapped[StatementKind] = word(tr("发言类别"), StatementKind.OPINION)
    speaker: Mapped[str] = text(tr("发言人"), 50, sensitivity=Sensitivity.PERSONAL)
    speaker_body: Mapped[str] = text(tr("发言人单位"), 80)
    participant_uid: Mapped[UUID | None] = mapped_column(
        ForeignKey("participant.uid", deferrable=True, initially="DEFERRED"),
        default=None,
        index=True,
        info=declare(tr("参加人"), reach=Reach.COUNTY),
    )
    content: Mapped[str] = text(tr("发言内容"), 4000, multiline=True)
    said_at: Mapped[datetime | None] = optional(tr("发言时间"))
    answers_uid: Mapped[UUID | None] = optional(tr("答复的意见"))
    route: Mapped[StatementRoute | None] = optional(tr("处理去向"))
    guided_to: Mapped[GuidedTo | None] = optional(tr("引导去向"))
    route_note: Mapped[str] = text(tr("处理说明"), 500, multiline=True)
    matter_uid: Mapped[UUID | None] = mapped_column(
        ForeignKey("matter.uid", deferrable=True, initially="DEFERRED"),
        default=None,
        index=True,
        info=declare(tr("事项"), reach=Reach.COUNTY),
    )

    @property
    def lacks_route(self) -> bool:
        """Whether it asks for something and nobody said yet where it goes."""
        return self.kind.wants_route and self.route is None

    def problems(self) -> list[Problem]:
        """Return what is wrong, per field; something was said, the speaker may be unknown."""
        found = super().problems()
        if not self.content.strip():
            found.append(Problem("content", ProblemCode.MISSING))
        if not self.speaker.strip():
            found.append(Problem("speaker", ProblemCode.MISSING, is_error=False))
        return found
