"""What was done on a page, the last on top: each act is taken back whole, one after the other."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from liaison_desktop.model.base import Record
from liaison_desktop.model.faults import Fault
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.room import Room

Undo = Callable[[list[Record]], int]
"""The desk's verb that takes back the act of these records."""


class UndoStack(QObject):
    """Its heirs do something and put it here with its words; `undone` says what was taken back."""

    done = Signal(str, object)
    undone = Signal(str)
    refused = Signal(object)

    def __init__(self, room: Room, parent: QObject, undo: Undo) -> None:
        super().__init__(parent)
        self._room, self._take_back = room, undo
        self._stack: list[tuple[str, Record]] = []
        self._is_undoing = False

    @property
    def can_undo(self) -> bool:
        """Whether anything was done here that can be taken back."""
        return bool(self._stack)

    def _undo_last(self) -> None:
        self._is_undoing = True
        words, record = self._stack[-1]
        task = partial(self._take_back, [record])
        self._room.worker.ask(self, task, partial(self._undone, words), self._not_undone)

    def _undone(self, words: str, _count: int) -> None:
        self._is_undoing = False
        self._stack.pop()
        self.undone.emit(tr("已撤销：{what}").format(what=words))

    def _not_undone(self, fault: Fault) -> None:
        """Let go of what cannot be taken back any more, and say why."""
        self._is_undoing = False
        self._stack.pop()
        self.refused.emit(fault)
