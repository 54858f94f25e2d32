"""The days of a month or a week as a table: a row a week, a column a weekday."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.pages.calendar_sheet import Entry, Sheet
from liaison_desktop.ui.pages.calendar_words import day_words, weekday_word

Index = QModelIndex | QPersistentModelIndex
DAYS = 7
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Cell:
    """One day as it is drawn. `mark` is 休 or 班, with the name of the feast."""

    day: date
    entries: tuple[Entry, ...] = ()
    mark: str = ""
    feast: str = ""
    is_rest: bool = False
    is_today: bool = False
    is_aside: bool = False

    @property
    def has_conflict(self) -> bool:
        """Whether something speaks against anything of the day."""
        return any(entry.conflicts for entry in self.entries)

    def spoken(self) -> str:
        """Return what a screen reader says of the day: all that takes place, every name whole."""
        said = [day_words(self.day), tr("今天") if self.is_today else "", self.mark, self.feast]
        said += [entry.spoken for entry in self.entries] or [tr("没有安排")]
        return tr("；").join(part for part in said if part)


class CalendarModel(QAbstractTableModel):
    """Holds what was read; days of another month stand aside."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cells: list[list[Cell]] = []
        self.first = date.min

    def show(self, first: date, weeks: int, month: int | None, sheet: Sheet | None) -> None:
        """Show so many weeks from a Monday on; `month` by its number, None where all days count."""
        self.beginResetModel()
        self.first = first
        self._cells = [
            [_cell(first + timedelta(days=DAYS * week + n), month, sheet) for n in range(DAYS)]
            for week in range(weeks)
        ]
        self.endResetModel()

    @property
    def last(self) -> date:
        """The last day that is shown."""
        return self.first + timedelta(days=DAYS * len(self._cells) - 1)

    def cell(self, index: Index) -> Cell:
        """Return the day of an index."""
        return self._cells[index.row()][index.column()]

    def index_of(self, day: date) -> QModelIndex:
        """Return where a day is shown; an index of nothing where it is not."""
        place = (day - self.first).days
        if not 0 <= place < DAYS * len(self._cells):
            return QModelIndex()
        return self.index(place // DAYS, place % DAYS)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._cells)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else DAYS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a screen reader says; the cells are drawn from the days themselves."""
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.cell(index).spoken()
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return weekday_word(date(2024, 1, 1) + timedelta(days=section))
        return None


def _cell(day: date, month: int | None, sheet: Sheet | None) -> Cell:
    is_aside = month is not None and day.month != month
    if sheet is None:
        return Cell(day, is_rest=day.weekday() > 4, is_aside=is_aside)
    mark, feast = sheet.feast(day)
    entries = tuple(sheet.entries(day))
    is_today = day == sheet.today
    return Cell(day, entries, mark, feast, sheet.is_rest(day), is_today, is_aside)
