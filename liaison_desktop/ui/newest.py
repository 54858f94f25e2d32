"""Questions that overtake each other: only the newest is worth the desk's time."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject

from liaison_desktop.model.faults import Fault, Overtaken
from liaison_desktop.ui.worker import Worker

T = TypeVar("T")


class Newest:
    """Asks the worker; what was overtaken is neither worked at nor answered."""

    def __init__(self, owner: QObject, worker: Worker) -> None:
        self._owner, self._worker = owner, worker
        self._count = 0

    def ask(
        self,
        task: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[Fault], object],
    ) -> None:
        """Ask this and forget every question before it."""
        self._count += 1
        number = self._count
        self._worker.ask(
            self._owner,
            partial(self._work, number, task),
            partial(self._answer, number, done),
            partial(self._fail, number, failed),
        )

    def ask_at_length(
        self,
        task: Callable[[Callable[[], bool]], T],
        done: Callable[[T], object],
        failed: Callable[[Fault], object],
    ) -> None:
        """Ask what takes long: the task is told how to see whether it is wanted still.

        It is given up for a newer question, and for whatever else the worker is asked: then it is
        begun anew behind that, so that nobody who opens a record waits for a list.
        """
        self._count += 1
        self._begin(self._count, task, done, failed)

    def forget(self) -> None:
        """Let no question asked before be answered."""
        self._count += 1

    def _begin(
        self,
        number: int,
        task: Callable[[Callable[[], bool]], T],
        done: Callable[[T], object],
        failed: Callable[[Fault], object],
    ) -> None:
        def is_wanted() -> bool:
            return number == self._count and not self._worker.is_waited_for()

        def take(answers: list[T]) -> None:
            if number == self._count and not answers:
                self._begin(number, task, done, failed)
            else:
                self._answer(number, done, answers)

        work = partial(self._work, number, partial(task, is_wanted))
        self._worker.ask(self._owner, work, take, partial(self._fail, number, failed))

    def _work(self, number: int, task: Callable[[], T]) -> list[T]:
        """Return the answer; nothing where a newer question waits behind this one."""
        try:
            return [task()] if number == self._count else []
        except Overtaken:
            return []

    def _answer(self, number: int, done: Callable[[T], object], answers: list[T]) -> None:
        if number == self._count:
            for answer in answers:
                done(answer)

    def _fail(self, number: int, failed: Callable[[Fault], object], fault: Fault) -> None:
        if number == self._count:
            failed(fault)
