"""The background worker: what may take over about 50 ms runs here, one job after another.

Results and errors come back the same way, by one signal, into the thread of the screen. All that
asks the desk for something asks one worker, so that the desk is used from one thread only; what
takes long is done by a second one, with a desk of its own (`Room.run_errand`).
"""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

if TYPE_CHECKING:
    from queue import SimpleQueue
    from threading import Thread

    from liaison_desktop.model.faults import Fault

TURN_SECONDS = 0.0002
"""How long the screen or the worker waits for the other's turn to end.

With Python's five milliseconds a key waited twice as long as the search it asked for.
"""

T = TypeVar("T")
Ask = Callable[..., None]
"""`Worker.ask` bound to its owner: task, done, failed."""


class _Job:
    """One question: who asked, what to do, and where the answer goes."""

    def __init__(
        self,
        owner: QObject,
        task: Callable[[], Any],
        done: Callable[[Any], object],
        failed: Callable[[Fault], object] | None,
    ) -> None:
        self.owner, self.task, self.done, self.failed = owner, task, done, failed
        self.result: Any = None
        self.error: BaseException | None = None

    def work(self) -> None:
        try:
            self.result = self.task()
        except BaseException as error:  # handed to the screen
            self.error = error


class Worker(QObject):
    """Runs jobs in the order asked; `stop` waits for the last one."""

    came_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._jobs: SimpleQueue[_Job | None] | None = None
        self._finished: deque[_Job] = deque()
        self._thread: Thread | None = None
        self.came_back.connect(self._hand_over)

    def ask(
        self,
        owner: QObject,
        task: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[Fault], object] | None = None,
    ) -> None:
        """Run `task` in the background; then `done` or `failed` on the screen, if `owner` lives.

        What is not a Fault is our bug and is raised on the screen's side.
        """
        self._queue().put(_Job(owner, task, done, failed))

    def is_waited_for(self) -> bool:
        """Return whether a further job waits for the one that is worked at."""
        return self._jobs is not None and not self._jobs.empty()

    def stop(self) -> None:
        """Finish every job asked so far, then end; answers that nobody can take are dropped."""
        if self._jobs is not None and self._thread is not None:
            self._jobs.put(None)
            self._thread.join()

    def _queue(self) -> SimpleQueue[_Job | None]:
        """Return the queue; thread and queue begin with the first job, after the first paint."""
        if self._jobs is None:
            from queue import SimpleQueue
            from threading import Thread

            from liaison_desktop.ui.garbage import keep_one_heap

            keep_one_heap()
            sys.setswitchinterval(TURN_SECONDS)
            self._jobs = SimpleQueue()
            self._thread = Thread(target=self._work, args=[self._jobs], name="worker", daemon=True)
            self._thread.start()
        return self._jobs

    def _work(self, jobs: SimpleQueue[_Job | None]) -> None:
        while (job := jobs.get()) is not None:
            job.work()
            self._finished.append(job)
            del job  # whatever it holds of the screen is let go of in the screen's thread
            self.came_back.emit()

    @Slot()
    def _hand_over(self) -> None:
        from liaison_desktop.model.faults import Fault

        job = self._finished.popleft()
        if not isValid(job.owner):
            return
        if job.error is None:
            job.done(job.result)
        elif isinstance(job.error, Fault) and job.failed is not None:
            job.failed(job.error)
        else:
            raise job.error
