"""Brings the rows that come into sight: newest question first, what was scrolled past never."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from liaison_desktop.model.faults import Fault
from liaison_desktop.ui.table.ledger_model import LedgerModel, Pages, Row, read_pages
from liaison_desktop.ui.table.ledger_view import LedgerView
from liaison_desktop.ui.worker import Worker

AROUND = 25
"""Rows read beyond those in sight, so that a turn of the wheel finds them here."""

REST_MS = 20
"""From the rows in sight to the question for those around: the painting comes first."""


class LedgerFeed(QObject):
    """`refused` carries the fault where rows could not be read; the next movement asks again."""

    refused = Signal(object)

    def __init__(
        self,
        view: LedgerView,
        model: LedgerModel,
        worker: Worker,
        rows: Callable[[Sequence[int]], list[Row]],
    ) -> None:
        super().__init__(view)
        self._view, self._model, self._worker, self._rows = view, model, worker, rows
        self._asked: list[int] = []
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._look_around)
        view.moved.connect(self.look)
        model.modelReset.connect(self.look)

    @Slot()
    def look(self) -> None:
        """Ask for the rows in sight, and once they are painted for as many around them."""
        first, last = self._view.in_sight()
        if missing := self._model.missing(first, last):
            self._view.hold()
            self._ask(missing)
        else:
            self._view.let_go()
            self._rest.start()

    @Slot()
    def _look_around(self) -> None:
        first, last = self._view.in_sight()
        self._ask(self._model.missing(first - AROUND, last + AROUND))

    def _ask(self, missing: list[int]) -> None:
        if missing and missing != self._asked:
            self._asked = missing
            ids = self._model.ids
            task = partial(self._read, ids, missing)
            self._worker.ask(self, task, partial(self._take, ids, missing), self._fail)

    def _read(self, ids: array[int], missing: list[int]) -> Pages:
        """Return the pages; none of them where something else is in sight by now."""
        return read_pages(self._rows, ids, missing if missing is self._asked else [])

    def _take(self, ids: array[int], missing: list[int], pages: Pages) -> None:
        self._model.take(ids, pages)
        if missing is self._asked:
            self._asked = []
            self.look()

    def _fail(self, fault: Fault) -> None:
        self._asked = []
        self._view.let_go()
        self.refused.emit(fault)
