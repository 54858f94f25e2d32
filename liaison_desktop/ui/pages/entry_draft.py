"""What is typed in the entry is a draft under the very uid that it will be noted with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from liaison_desktop.desk.drafts import KeptDraft
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import StatementKind
from liaison_desktop.model.faults import NotSaved
from liaison_desktop.model.statement import Statement
from liaison_desktop.model.times import parse_rfc3339, rfc3339
from liaison_desktop.model.uids import new_uid
from liaison_desktop.ui.pages.draft_keeper import DraftKeeper
from liaison_desktop.ui.pages.entry_panel import EntryPanel
from liaison_desktop.ui.pages.meeting_read import FORM
from liaison_desktop.ui.room import Room


class EntryDraft(QObject):
    """`point` says on which point of the agenda; `not_kept` tells that a draft could not be kept.

    A draft goes in the act that registers its statement, so that a kill between the two finds it
    either typed or noted, and never both or neither.
    """

    not_kept = Signal(object)

    def __init__(
        self, room: Room, entry: EntryPanel, point: Callable[[], UUID | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._room, self._entry, self._point = room, entry, point
        self._meeting: Consultation | None = None
        self._uid: UUID | None = None
        self.keeper = DraftKeeper(room.worker, room.desk.drafts, FORM, self)
        self.keeper.failed.connect(self.not_kept)
        entry.changed.connect(self.keeper.touch)

    def begin(self, meeting: Consultation, draft: KeptDraft | None = None) -> None:
        """Keep from now on what is typed next, or typed on from a draft."""
        self._meeting = meeting
        self._uid = draft.uid if draft else new_uid(self._room.desk.now())
        if draft is not None:
            self._entry.resume(draft.body)
        self.keeper.begin(self._uid, self._body, is_kept=draft is not None)

    def end(self) -> None:
        """Keep nothing more."""
        self.keeper.end()
        self._meeting = self._uid = None

    def take(self) -> Statement | None:
        """Return what is typed as a statement and begin the next; None where nothing is.

        NotSaved for what cannot be kept: it stays where it is typed.
        """
        meeting = self._meeting
        if meeting is None or self._uid is None or not self._entry.entry().content:
            return None
        statement = self._statement(meeting, self._uid, self._point())
        if errors := [problem for problem in statement.problems() if problem.is_error]:
            raise NotSaved(errors)
        self.keeper.end()
        self._entry.clear()
        self.begin(meeting)
        return statement

    def bring_back(self, meeting: Consultation, draft: KeptDraft) -> Statement:
        """Return what had been noted and could not be saved then, as it was."""
        said = {name: str(draft.body.get(name) or "") for name in NOTED}
        return Statement(
            uid=draft.uid,
            station_uid=self._room.desk.station.uid,
            consultation_uid=meeting.uid,
            item_uid=_uid(said["item"]),
            kind=StatementKind(said["kind"]),
            speaker=said["speaker"],
            speaker_body=said["body"],
            participant_uid=_uid(said["participant"]),
            content=said["content"],
            said_at=parse_rfc3339(said["said_at"]) if said["said_at"] else None,
            answers_uid=_uid(said["answers"]),
        )

    def keep_noted(self, statement: Statement) -> None:
        """Keep as a draft what was noted and could not be saved."""
        task = partial(self._room.desk.drafts.keep, statement.uid, FORM, _noted(statement))
        self._room.worker.ask(self, task, lambda _none: None, self.not_kept.emit)

    def _statement(self, meeting: Consultation, uid: UUID, item: UUID | None) -> Statement:
        """Return the entry; only what is typed while the meeting is held has the clock's time."""
        entry, desk = self._entry.entry(), self._room.desk
        who = entry.speaker
        return Statement(
            uid=uid,
            station_uid=desk.station.uid,
            consultation_uid=meeting.uid,
            item_uid=item,
            kind=entry.kind,
            speaker=who.name if who else "",
            speaker_body=who.body if who else "",
            participant_uid=who.participant_uid if who else None,
            content=entry.content,
            said_at=desk.now() if meeting.is_held_at(desk.now()) else None,
            answers_uid=entry.answers_uid,
        )

    def _body(self) -> Mapping[str, Any] | None:
        body = self._entry.body()
        if body is None or self._meeting is None:
            return None
        return body | {"meeting": str(self._meeting.uid), "item": str(self._point() or "")}


NOTED = ("item", "kind", "speaker", "body", "participant", "content", "said_at", "answers")
"""What is kept of a statement that was noted and could not be saved."""


def _uid(text: str) -> UUID | None:
    return UUID(text) if text else None


def _noted(statement: Statement) -> dict[str, Any]:
    return {
        "noted": True,
        "body": statement.speaker_body,
        "said_at": rfc3339(statement.said_at) if statement.said_at else "",
        "meeting": str(statement.consultation_uid),
        "item": str(statement.item_uid or ""),
        "content": statement.content,
        "kind": str(statement.kind),
        "speaker": statement.speaker,
        "participant": str(statement.participant_uid or ""),
        "answers": str(statement.answers_uid or ""),
    }
