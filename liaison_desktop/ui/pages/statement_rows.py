"""The rows of a live record: what was said, as light copies that no other thread changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from liaison_desktop.model.consultation_words import StatementKind, StatementRoute
from liaison_desktop.model.statement import Statement
from liaison_desktop.model.texts import visible
from liaison_desktop.model.times import SHANGHAI
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.i18n import tr

Index = QModelIndex | QPersistentModelIndex


class Keeping(Enum):
    """Whether a row is in the store."""

    KEPT = "kept"
    WAITING = "waiting"
    FAILED = "failed"


@dataclass(frozen=True)
class Said:
    """One row; `promise`, `answers` and `led_to` are words of what came of it.

    `end` stands at the right instead of the route, and `is_late` makes it stand out.
    `is_corrected` says that it was noted otherwise.
    """

    uid: UUID
    kind: StatementKind
    speaker: str
    body: str
    content: str
    said_at: datetime | None
    item_uid: UUID | None
    answers_uid: UUID | None
    route: StatementRoute | None
    keeping: Keeping = Keeping.KEPT
    promise: str = ""
    answers: str = ""
    led_to: str = ""
    end: str = ""
    is_late: bool = False
    is_corrected: bool = False

    @property
    def time(self) -> str:
        """The clock time of live typing, "" for what was typed afterwards."""
        return f"{self.said_at.astimezone(SHANGHAI):%H:%M}" if self.said_at else ""

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        parts = [self.speaker, self.body, tr(word(self.kind)), self.content]
        parts += [self.answers, self.led_to, self.promise, self.end]
        parts += [tr("已更正")] if self.is_corrected else []
        if self.keeping is Keeping.FAILED:
            parts.insert(0, tr("没有保存"))
        return "　".join(visible(part) for part in parts if part)


def said(statement: Statement, keeping: Keeping = Keeping.KEPT) -> Said:
    """Return a statement as a row."""
    return Said(
        statement.uid,
        statement.kind,
        statement.speaker,
        statement.speaker_body,
        statement.content,
        statement.said_at,
        statement.item_uid,
        statement.answers_uid,
        statement.route,
        keeping=keeping,
    )


class StatementModel(QAbstractListModel):
    """What was said on one point of the agenda, in its order."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Said] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.rows[index.row()].spoken
        return None

    def show_rows(self, rows: Iterable[Said]) -> None:
        """Show these rows; only those that differ are drawn anew where the order is the same."""
        wanted = list(rows)
        if [one.uid for one in wanted] != [one.uid for one in self.rows]:
            self.beginResetModel()
            self.rows = wanted
            self.endResetModel()
            return
        for place, row in enumerate(wanted):
            if row != self.rows[place]:
                self.replace(row)

    def add(self, row: Said) -> None:
        """Put a row at the end."""
        place = len(self.rows)
        self.beginInsertRows(QModelIndex(), place, place)
        self.rows.append(row)
        self.endInsertRows()

    def replace(self, row: Said) -> None:
        """Show what changed of a row that is shown."""
        place = self.place_of(row.uid)
        if place >= 0 and self.rows[place] != row:
            self.rows[place] = row
            self.dataChanged.emit(self.index(place), self.index(place))

    def mark(self, uid: UUID, **changes: Any) -> None:
        """Change some of what a row shows."""
        place = self.place_of(uid)
        if place >= 0:
            self.replace(replace(self.rows[place], **changes))

    def move(self, uid: UUID, by: int) -> UUID | None:
        """Let a row and its neighbour change places; return the one it stands before then."""
        place = self.place_of(uid)
        target = place + by
        if place < 0 or not 0 <= target < len(self.rows):
            return None
        self.beginMoveRows(QModelIndex(), place, place, QModelIndex(), target + (by > 0))
        self.rows.insert(target, self.rows.pop(place))
        self.endMoveRows()
        return self.rows[target + 1].uid if target + 1 < len(self.rows) else None

    def remove(self, uid: UUID) -> None:
        """Take a row away."""
        place = self.place_of(uid)
        if place >= 0:
            self.beginRemoveRows(QModelIndex(), place, place)
            self.rows.pop(place)
            self.endRemoveRows()

    def place_of(self, uid: UUID) -> int:
        """Return where a row stands, -1 where it is not shown; the last are looked at first."""
        for place in range(len(self.rows) - 1, -1, -1):
            if self.rows[place].uid == uid:
                return place
        return -1


def short(text: str, most: int = 20) -> str:
    """Return the beginning of what was said, in one line."""
    line = visible(text.strip().replace("\n", " "))
    return line if len(line) <= most else f"{line[: most - 1]}…"


def numbered(rows: Iterable[Any]) -> Mapping[UUID, int]:
    """Return the number of each row, from 1."""
    return {row.uid: number for number, row in enumerate(rows, start=1)}
