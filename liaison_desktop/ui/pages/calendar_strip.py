"""What conflicts in the days in sight, one thing at a time, with the nearest day that is free."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from liaison_desktop.model.conflicts import Conflict
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.icons import Picture
from liaison_desktop.ui.pages.calendar_sheet import Sheet
from liaison_desktop.ui.texts import Elided


class ConflictStrip(QFrame):
    """`moving` carries the row and the day that is offered, `looking` the row to be shown."""

    moving = Signal(object, object)
    looking = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("strip_danger")
        self.words = Elided("danger")
        self.move_button = Button("", self._move, kind="small")
        self.look_button = Button(tr("查看"), self._look, kind="small")
        self._sheet: Sheet | None = None
        self._conflicts: Sequence[Conflict] = ()
        self._place = 0
        self._day: date | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(10)
        row.addWidget(Picture("warning", "danger", 20))
        row.addWidget(self.words, 1)
        row.addWidget(self.move_button)
        row.addWidget(self.look_button)
        self.hide()

    def show_conflicts(self, sheet: Sheet, first: date, last: date) -> None:
        """Tell of what conflicts in these days; nothing is shown where nothing does."""
        self._sheet, self._conflicts = sheet, sheet.conflicts_on(first, last)
        self._place = min(self._place, max(len(self._conflicts) - 1, 0))
        self.setVisible(bool(self._conflicts))
        self._say()

    def _say(self) -> None:
        if self._sheet is None or not self._conflicts:
            return
        conflict = self._conflicts[self._place]
        words = tr("{count} 处冲突：{day} 日 {time} {what}")
        self.words.show_text(
            words.format(
                count=len(self._conflicts),
                day=conflict.day.day,
                time=conflict.starts,
                what=self._sheet.words_of(conflict),
            )
        )
        row = self._sheet.rows[conflict.of]
        free = self._sheet.free_days(row) if row.may_move else []
        self._day = free[0] if free else None
        self.move_button.setVisible(bool(free))
        if free:
            is_near = free[0].month == conflict.day.month
            said = str(free[0].day) if is_near else f"{free[0].month}-{free[0].day}"
            self.move_button.setText(
                tr("改到 {day} 日 {time}").format(day=said, time=conflict.starts).strip()
            )
            self.move_button.setAccessibleName(self.move_button.text())

    def _move(self) -> None:
        if self._sheet is not None and self._day is not None:
            row = self._sheet.rows[self._conflicts[self._place].of]
            self.moving.emit(row, self._day)

    def _look(self) -> None:
        """Show the thing itself, and tell of the next conflict."""
        if self._sheet is not None and self._conflicts:
            conflict = self._conflicts[self._place]
            self._place = (self._place + 1) % len(self._conflicts)
            self.looking.emit(self._sheet.rows[conflict.of])
            self._say()
