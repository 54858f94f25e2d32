"""The preview of pasted notes: what each line becomes, changed by one key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import StatementKind
from liaison_desktop.model.meeting_notes import Noted
from liaison_desktop.model.statement import Statement
from liaison_desktop.model.uids import new_uid
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.pages.picking_list import PickingList
from liaison_desktop.ui.pages.statement_rows import Said

KINDS = dict(zip("1234", StatementKind, strict=True))


@dataclass(frozen=True)
class Chosen:
    """What the clerk changed of one statement of the notes; `is_left_out` is not taken over."""

    kind: StatementKind | None = None
    speaker: str | None = None
    is_left_out: bool = False

    def body(self) -> dict[str, Any]:
        """Return it as a draft keeps it."""
        kind = str(self.kind) if self.kind else ""
        return {"kind": kind, "speaker": self.speaker, "is_left_out": self.is_left_out}


def chosen_in(body: Mapping[str, Any]) -> Chosen:
    """Return what a draft kept."""
    kind = StatementKind(str(body["kind"])) if body.get("kind") else None
    speaker = body.get("speaker")
    is_left_out = bool(body.get("is_left_out"))
    return Chosen(kind, None if speaker is None else str(speaker), is_left_out)


class NotedList(PickingList):
    """`kind_chosen` carries a row and its kind, `naming` a row whose speaker is another.

    `leaving_out` is asked for by Delete, and again to take the row after all.
    """

    kind_chosen = Signal(object, object)
    naming = Signal(object)
    leaving_out = Signal(object)

    def __init__(self) -> None:
        super().__init__(KINDS)
        self.said, self.asked = self.kind_chosen, self.naming
        self.setAccessibleName(tr("整理出的发言"))
        self.setAccessibleDescription(
            tr("1 意见，2 建议，3 答复，4 发言；回车改发言人，Delete 不收这一条。")
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self._ask(self.leaving_out)
        else:
            super().keyPressEvent(event)


def rows_of(
    meeting: UUID, noted: Sequence[Noted], chosen: Mapping[str, Chosen]
) -> list[tuple[Said, Noted]]:
    """Return the rows of notes with what was changed of them."""
    rows = []
    for place, one in enumerate(noted):
        said = chosen.get(one.text, Chosen())
        speaker = one.speaker if said.speaker is None else said.speaker
        is_known = one.participant is not None and said.speaker is None
        end = "" if is_known or not speaker else tr("名单外")
        row = Said(
            uid=uuid5(meeting, f"{place}\n{one.text}"),
            kind=said.kind or one.kind,
            speaker=speaker,
            body=one.body if said.speaker is None else "",
            content=one.words,
            said_at=None,
            item_uid=None,
            answers_uid=None,
            route=None,
            end=tr("不收") if said.is_left_out else end,
            is_late=said.is_left_out,
        )
        rows.append((row, one))
    return rows


def statements_from(
    meeting: Consultation,
    rows: Iterable[tuple[Said, Noted]],
    people: Mapping[str, Any],
    item: UUID | None,
    now: datetime,
) -> list[Statement]:
    """Return what is taken over, in its order; without a clock time, for none was taken."""
    taken = []
    for row, one in rows:
        if row.is_late:
            continue
        who = one.participant if row.speaker == one.speaker else people.get(row.speaker)
        taken.append(
            Statement(
                uid=new_uid(now),
                station_uid=meeting.station_uid,
                consultation_uid=meeting.uid,
                item_uid=item,
                kind=row.kind,
                speaker=who.name if who is not None else row.speaker,
                speaker_body=who.body if who is not None else row.body,
                participant_uid=who.uid if who is not None else None,
                content=row.content,
            )
        )
    return taken


def changed(chosen: Chosen, **changes: Any) -> Chosen:
    """Return what was chosen with one thing more."""
    return replace(chosen, **changes)
