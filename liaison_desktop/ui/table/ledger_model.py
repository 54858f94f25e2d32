"""The rows of a ledger: the keys of all, the words of those that came into sight."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from liaison_desktop.model.ledger import Column, Kind, Ledger
from liaison_desktop.ui.i18n import tr

R = TypeVar("R")
Row = tuple[str, ...]
Pages = Mapping[int, Sequence[Row]]
Index = QModelIndex | QPersistentModelIndex

PAGE = 5
"""Rows read at a time."""

SCREEN = 50
"""Rows before and after a place that are read with it."""

MOST_PAGES = 400
"""Pages kept: who drags through a million rows must not fill the memory."""

_NO_INDEX = QModelIndex()
_TEXTS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class LedgerModel(QAbstractTableModel):
    """A row that is not here yet is empty; whoever shows it asks for its page."""

    def __init__(self, ledger: Ledger[R]) -> None:
        super().__init__()
        self.columns: Sequence[Column[Any]] = ledger.columns
        self.ids: array[int] = array("q")
        self._pages: dict[int, Sequence[Row]] = {}

    def show(self, ids: array[int], pages: Pages) -> None:
        """Show these rows and what was read of them; what was read before is out of date."""
        if ids == self.ids:
            former, self._pages, self.ids = self._pages, dict(pages), ids
            self._tell(page for page in pages if pages[page] != former.get(page))
            return
        self.beginResetModel()
        self.ids, self._pages = ids, dict(pages)
        self.endResetModel()

    def take(self, ids: array[int], pages: Pages) -> None:
        """Take further pages in, unless other rows are shown by now."""
        if ids is self.ids:
            for page, rows in pages.items():
                self._keep(page, rows)
            self._tell(pages)

    def missing(self, first: int, last: int) -> list[int]:
        """Return the pages that are not here of the rows from the first to the last."""
        last = min(last, len(self.ids) - 1)
        pages = range(max(first, 0) // PAGE, last // PAGE + 1)
        return [page for page in pages if page not in self._pages]

    def row(self, place: int) -> Row | None:
        """Return a row by its place; None where it is not here yet."""
        page, within = divmod(place, PAGE)
        rows = self._pages.get(page)
        return rows[within] if rows is not None and within < len(rows) else None

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in _TEXTS and (row := self.row(index.row())) is not None:
            return row[index.column()]
        return None

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if way is Qt.Orientation.Horizontal and role in _TEXTS:
            return tr(self.columns[section].label)
        return None

    def is_number(self, section: int) -> bool:
        """Return whether a column holds figures, which stand at the right."""
        return self.columns[section].kind is Kind.NUMBER

    def _tell(self, pages: Iterable[int]) -> None:
        """Tell which rows say something else; nothing is drawn anew for the others."""
        for page in pages:
            first = page * PAGE
            last = min(first + PAGE, len(self.ids)) - 1
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def _keep(self, page: int, rows: Sequence[Row]) -> None:
        self._pages.pop(page, None)
        while len(self._pages) >= MOST_PAGES:
            del self._pages[next(iter(self._pages))]
        self._pages[page] = rows


def place_in(ids: array[int], key: int | None) -> int:
    """Return where a key stands, -1 where it does not."""
    try:
        return -1 if key is None else ids.index(key)
    except ValueError:
        return -1


def pages_around(ids: array[int], places: Iterable[int]) -> list[int]:
    """Return the pages that hold these places and what a screen shows around them."""
    last = (len(ids) - 1) // PAGE
    near = {
        page
        for place in places
        for page in range((place - SCREEN) // PAGE, (place + SCREEN) // PAGE + 1)
    }
    return sorted(page for page in near if 0 <= page <= last)


def read_pages(
    rows: Callable[[Sequence[int]], Sequence[Row]], ids: array[int], pages: Iterable[int]
) -> Pages:
    """Return these pages as the desk tells them, those that stand together by one question."""
    found: dict[int, Sequence[Row]] = {}
    wanted = sorted(pages)
    while wanted:
        first = wanted[0]
        run = [page for step, page in enumerate(wanted) if page == first + step]
        told = rows(ids[first * PAGE : (first + len(run)) * PAGE])
        for step, page in enumerate(run):
            found[page] = told[step * PAGE : (step + 1) * PAGE]
        wanted = wanted[len(run) :]
    return found
