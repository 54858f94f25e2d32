"""What the live record of a meeting shows, read at once, and what was typed and not noted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.drafts import KeptDraft
from liaison_desktop.desk.meeting import Meeting
from liaison_desktop.desk.speakers import Spelt, spelt
from liaison_desktop.model.consultation_words import ConsultationState as State
from liaison_desktop.model.participant import Participant
from liaison_desktop.model.unit import Unit
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.pages.promise_line import drafts_in

FORM = "statement"


@dataclass(frozen=True)
class OpenedRecord:
    """A meeting, its people as they are found, the units, the 常用语, and what was typed."""

    meeting: Meeting
    people: Sequence[tuple[Spelt, Participant]]
    units: Sequence[Unit]
    phrases: Sequence[str]
    drafts: Sequence[KeptDraft]
    """Of statements, the latest first: those that were noted and not saved say so."""
    promise: KeptDraft | None
    corrected: frozenset[UUID]
    """Statements that were noted otherwise."""


def load_record(desk: Desk, uid: UUID) -> OpenedRecord:
    """Return a meeting for its live record."""
    meeting = desk.talk.meetings.meeting(uid)
    promises = drafts_in(desk, uid)
    return OpenedRecord(
        meeting,
        [(spelt(one.name), one) for one in meeting.participants],
        desk.units.find(),
        desk.settings.load().phrases,
        _of(desk.drafts.find(FORM), uid),
        promises[0] if promises else None,
        desk.talk.statements.corrected(uid),
    )


def _of(drafts: Sequence[KeptDraft], meeting: UUID) -> list[KeptDraft]:
    return [one for one in drafts if one.body.get("meeting") == str(meeting)]


def what_first(state: State) -> str:
    """Return what is to be done before anything can be noted."""
    return {
        State.PLANNED: tr("会议还在筹备；按“开始记录”以后在这里记录。"),
        State.READY: tr("已整理完毕，送审签；要再改，先在“审签”里重新打开。"),
        State.SIGNED: tr("已审签，记录不再改动；要说明的，在“审签”里作补正。"),
        State.CANCELLED: tr("会议已取消。"),
    }.get(state, "")
