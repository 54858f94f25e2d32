"""What every part of an opened consultation is: a widget in a room, of one meeting at a time."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from liaison_desktop.ui.room import Room


class MeetingWidget(QWidget):
    """A part with the signals that `meeting_parts.PartWidget` promises; it opens and puts down."""

    changed = Signal()
    not_kept = Signal(object)

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.room = room
        self._uid: UUID | None = None

    def open(self, uid: UUID) -> None:
        """Read a meeting anew and show it, each part in its own way."""

    def _tell_all(self) -> None:
        """Show what was saved, here and wherever else it counts."""
        if self._uid is not None:
            self.open(self._uid)
        self.changed.emit()
        self.room.ways.changed.emit()
