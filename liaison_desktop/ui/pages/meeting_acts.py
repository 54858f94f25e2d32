"""What is done in a live record: at once on the screen, then in the store, and taken back again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.commitment import Commitment
from liaison_desktop.model.faults import Fault
from liaison_desktop.model.statement import Statement
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.pages.statement_rows import short
from liaison_desktop.ui.pages.undo_stack import UndoStack
from liaison_desktop.ui.room import Room

Way = Callable[[Desk], Any]


class MeetingActs(UndoStack):
    """`kept` carries a statement as it is in the store, `not_kept` one that could not be put there.

    `done` carries words and the record after any other act, `undone` words; `refused` a fault. What
    is asked of a statement that is still being saved is done when it is.
    """

    kept = Signal(object)
    not_kept = Signal(object, object)

    def __init__(self, room: Room, parent: QObject) -> None:
        super().__init__(room, parent, room.desk.talk.undo)
        self.statements: dict[UUID, Statement] = {}
        self.unsaved: dict[UUID, Statement] = {}
        self._to_save: list[Statement] = []

    @property
    def can_undo(self) -> bool:
        """Whether anything was done here that can be taken back."""
        return bool(self._stack or self.unsaved)

    def forget(self) -> None:
        """Begin with another meeting."""
        self.flush()
        self.statements, self.unsaved, self._stack = {}, {}, []
        self._is_undoing = False

    def note(self, statement: Statement) -> None:
        """Put a new statement into the store; what could not be saved before is tried with it."""
        self.unsaved[statement.uid] = statement
        self._to_save.append(statement)
        QTimer.singleShot(0, self, self.flush)

    def flush(self) -> None:
        """Let the store have what was noted; until now it was only painted."""
        to_save, self._to_save = self._to_save, []
        for statement in to_save:
            task = partial(_register, self._room.desk, statement)
            failed = partial(self._not_noted, statement)
            self._room.worker.ask(self, task, self._noted, failed)

    def save_again(self) -> None:
        """Try once more what could not be saved."""
        for statement in list(self.unsaved.values()):
            self.note(statement)

    def correct(self, uid: UUID, changes: Mapping[str, object], reason: str) -> None:
        """Correct a statement (更正)."""
        words = tr("更正「{words}」")
        self._change(
            uid, words, lambda desk, one: desk.talk.statements.correct(one, changes, reason)
        )

    def withdraw(self, uid: UUID, reason: str) -> None:
        """Withdraw a statement (撤回)."""
        words = tr("撤回「{words}」")
        self._change(uid, words, lambda desk, one: desk.talk.statements.withdraw(one, reason))

    def move(self, uid: UUID, before: UUID | None) -> None:
        """Put a statement in front of another, or at the end."""
        words = tr("换次序「{words}」")
        self._change(uid, words, partial(_move, before))

    def promise(self, commitment: Commitment) -> None:
        """Keep a promise."""
        words = tr("承诺「{words}」").format(words=short(commitment.content))
        self._ask(words, partial(_promise, commitment))

    def undo(self) -> None:
        """Take back what was done last, when every save before has ended."""
        if self.can_undo and not self._is_undoing:
            self._is_undoing = True
            self.flush()
            self._room.worker.ask(self, _nothing, lambda _none: self._undo_now())

    def _undo_now(self) -> None:
        if not self._stack:  # what was noted last could not be saved
            self._is_undoing = False
        else:
            self._undo_last()

    def _noted(self, statement: Statement) -> None:
        self.unsaved.pop(statement.uid, None)
        self.statements[statement.uid] = statement
        words = tr("记下「{words}」").format(words=short(statement.content))
        self._stack.append((words, statement))
        self.kept.emit(statement)

    def _not_noted(self, statement: Statement, fault: Fault) -> None:
        self.not_kept.emit(statement, fault)

    def _change(self, uid: UUID, words: str, way: Callable[[Desk, Statement], Statement]) -> None:
        """Do something with a statement as it is when every save before it has ended."""
        self.flush()
        self._room.worker.ask(self, _nothing, lambda _none: self._change_now(uid, words, way))

    def _change_now(
        self, uid: UUID, words: str, way: Callable[[Desk, Statement], Statement]
    ) -> None:
        statement = self.statements.get(uid)
        if statement is not None:
            said = words.format(words=short(statement.content))
            self._ask(said, lambda desk: way(desk, statement))

    def _ask(self, words: str, way: Way) -> None:
        self.flush()
        task = partial(way, self._room.desk)
        self._room.worker.ask(self, task, partial(self._did, words), self.refused.emit)

    def _did(self, words: str, record: Any) -> None:
        if isinstance(record, Statement):
            self.statements[record.uid] = record
        self._stack.append((words, record))
        self.done.emit(words, record)


def _register(desk: Desk, statement: Statement) -> Statement:
    desk.talk.statements.register(statement)
    return statement


def _promise(commitment: Commitment, desk: Desk) -> Commitment:
    desk.talk.commitments.register(commitment)
    return commitment


def _move(before: UUID | None, desk: Desk, statement: Statement) -> Statement:
    target = None if before is None else desk.talk.statements.load(before)
    return desk.talk.statements.move(statement, target)


def _nothing() -> None:
    """Do nothing, when all that was asked for before is done."""
