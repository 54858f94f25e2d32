"""日程表 — what takes place in a month, one row each, in its order."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget

from liaison_desktop.desk.agenda import AgendaRow
from liaison_desktop.model.conflicts import Link
from liaison_desktop.model.texts import visible
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.items import cell
from liaison_desktop.ui.line import is_enter
from liaison_desktop.ui.pages.calendar_sheet import Entry, Sheet
from liaison_desktop.ui.pages.calendar_words import kind_word, weekday_word
from liaison_desktop.ui.theme import colour, current, news

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

_ENTRY = Qt.ItemDataRole.UserRole
_SHARES = {3: 2, 4: 3, 5: 2, 6: 3}
"""How the columns that say the most share what the days, times and kinds leave."""


class CalendarList(QTableWidget):
    """`opened` carries the row that Enter or a double click asks for, `cut` one to be moved."""

    opened = Signal(object)
    cut = Signal(object)

    def __init__(self) -> None:
        titles = [
            tr("日期"),
            tr("时间"),
            tr("事项"),
            tr("主题或对象"),
            tr("代表"),
            tr("地点"),
            tr("状态"),
        ]
        super().__init__(0, len(titles))
        self.setObjectName("sent")
        self.setAccessibleName(tr("日程表"))
        self.setHorizontalHeaderLabels(titles)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionsClickable(False)
        for section in range(len(titles)):
            modes = QHeaderView.ResizeMode
            mode = modes.Fixed if section in _SHARES else modes.ResizeToContents
            self.horizontalHeader().setSectionResizeMode(section, mode)
        sides = Qt.AlignmentFlag
        self.horizontalHeader().setDefaultAlignment(sides.AlignLeft | sides.AlignVCenter)
        self.itemDoubleClicked.connect(lambda item: self.opened.emit(item.data(_ENTRY).row))
        news().changed.connect(self._measure)
        self._measure()

    def show_days(self, sheet: Sheet, first: date, last: date) -> None:
        """Show what takes place from a day to a day; what was chosen stays so."""
        chosen = self.row_chosen()
        entries = [
            entry
            for row in sheet.days.rows
            if first <= row.day <= last and (entry := sheet.entry(row.link)) is not None
        ]
        self.clearContents()  # the colours of what stood there go with it
        self.setRowCount(len(entries))
        for place, entry in enumerate(entries):
            for section, text in enumerate(_texts(entry)):
                item = cell(self, place, section, text)
                item.setData(_ENTRY, entry)
                item.setToolTip(entry.spoken if entry.conflicts else text)
                if entry.conflicts and section in {0, 1, 6}:
                    item.setForeground(colour("danger"))
        self._share()
        if entries:
            self.choose(chosen.link if chosen is not None else None)

    def choose(self, link: Link | None) -> None:
        """Choose a row, the first one where it is not there."""
        links = [self._entry(place).row.link for place in range(self.rowCount())]
        self.setCurrentCell(links.index(link) if link in links else 0, 0)

    def row_chosen(self) -> AgendaRow | None:
        """Return what is chosen."""
        return self._entry(self.currentRow()).row if self.currentRow() >= 0 else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.row_chosen()
        if is_enter(event):
            if row is not None:
                self.opened.emit(row)
        elif event.matches(QKeySequence.StandardKey.Cut):
            if row is not None:
                self.cut.emit(row)
        elif event.key() in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def minimumSizeHint(self) -> QSize:
        return QSize(current().px(420), current().px(200))

    def _share(self) -> None:
        """Let the columns fill the room, each with its share."""
        taken = sum(self.columnWidth(n) for n in range(self.columnCount()) if n not in _SHARES)
        room = max(self.viewport().width() - taken, 0)
        for section, share in _SHARES.items():
            self.setColumnWidth(section, room * share // sum(_SHARES.values()))

    def _entry(self, place: int) -> Entry:
        item = self.item(place, 0)
        entry = None if item is None else item.data(_ENTRY)
        if not isinstance(entry, Entry):
            raise TypeError("every row of the list has its entry")
        return entry

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(current().px(40))


def _texts(entry: Entry) -> tuple[str, ...]:
    row = entry.row
    state = tr("；").join(entry.conflicts) if entry.conflicts else tr(word(row.state))
    return (
        f"{row.day:%m-%d} {weekday_word(row.day)}",
        "–".join(part for part in (row.starts, row.ends) if part),
        kind_word(row.kind),
        visible(row.title),
        tr("、").join(entry.names),
        visible(row.place),
        f"! {state}" if entry.conflicts else state,
    )
