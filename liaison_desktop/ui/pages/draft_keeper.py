"""What is being typed is in the store within a second, whatever happens to the PC."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from liaison_desktop.desk.drafts import Drafts
from liaison_desktop.ui.worker import Worker

DELAY_MS = 400
"""From the first change to the keeping; later changes do not put it off."""


class DraftKeeper(QObject):
    """Keeps one form's text under one uid. `kept` and `failed` say how the last keeping went.

    While a form is saved the keeper rests: what the save drops would else be kept once more behind
    it, and be offered as if it had not been saved.
    """

    kept = Signal()
    failed = Signal(object)

    def __init__(self, worker: Worker, drafts: Drafts, form: str, parent: QObject) -> None:
        super().__init__(parent)
        self._worker, self._drafts, self._form = worker, drafts, form
        self._uid: UUID | None = None
        self._body: Callable[[], Mapping[str, Any] | None] = lambda: None
        self._has_kept = self._is_resting = False
        self._timer = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._timer.timeout.connect(self.keep_now)

    def begin(
        self, uid: UUID, body: Callable[[], Mapping[str, Any] | None], *, is_kept: bool = False
    ) -> None:
        """Keep from now on what `body` returns, None meaning that nothing is typed."""
        self._stop()
        self._uid, self._body, self._has_kept = uid, body, is_kept

    def end(self) -> None:
        """Keep nothing more: the form was saved, or given up."""
        if self._is_resting and self._uid is not None:
            self._worker.ask(self, partial(self._drafts.forget, self._uid), lambda _nothing: None)
        self._stop()

    def _stop(self) -> None:
        self._timer.stop()
        self._uid = None
        self._is_resting = False

    def rest(self) -> None:
        """Keep at once what is typed, and then nothing until the save that follows has ended.

        `end` is called where it went well, `keep_on` where it was refused.
        """
        self.keep_now()
        self._is_resting = True

    def keep_on(self) -> None:
        """Keep as before: the save was refused, and what was typed meanwhile counts."""
        if self._is_resting:
            self._is_resting = False
            self.touch()

    @Slot()
    def touch(self) -> None:
        """Note that something was typed."""
        if self._uid is not None and not self._is_resting and not self._timer.isActive():
            self._timer.start()

    @Slot()
    def keep_now(self) -> None:
        """Keep at once what is typed; what was kept and is typed no more is dropped."""
        self.put_down(lambda: None)

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep at once, and go on with `then` only when the store has it: text is never let go."""
        if self._is_resting:  # the save is asked for already: how it ends comes before this
            self._worker.ask(self, _nothing, partial(self._put_down_awake, then))
            return
        self._timer.stop()
        task = self._task()
        if task is None:
            then()
        else:
            self._worker.ask(self, task, partial(self._done, then), self.failed.emit)

    def _put_down_awake(self, then: Callable[[], object], _nothing: None) -> None:
        self._is_resting = False
        self.put_down(then)

    def _task(self) -> Callable[[], None] | None:
        """Return what is to be done in the store; None where nothing is typed and nothing kept."""
        if self._uid is None:
            return None
        body = self._body()
        had_kept, self._has_kept = self._has_kept, body is not None
        if body is not None:
            return partial(self._drafts.keep, self._uid, self._form, body)
        return partial(self._drafts.drop, self._uid) if had_kept else None

    def _done(self, then: Callable[[], object], _nothing: None) -> None:
        self.kept.emit()
        then()


def _nothing() -> None:
    """Do nothing, when all that was asked for before is done."""
