"""应听取事项 — what the yearly meeting must have heard, ticked off as it was heard."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.model.texts import visible
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import clear
from liaison_desktop.ui.field import Field
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.texts import label
from liaison_desktop.ui.tick import Tick

Heard = tuple[str, bool]
"""What is to be heard, and whether it was."""


class HeardRows(QWidget):
    """One tick for each, and a line for what else is to be heard."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.ticks: list[Tick] = []
        self._titles: list[str] = []
        self.total = label("", "muted")
        self.line = Line(tr("回车加入"))
        self.field = Field(tr("还要听取"), self.line)
        self.line.entered.connect(self.add)
        self.line.changed.connect(self.changed)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 12, 6)
        column.addWidget(self.total)
        column.addLayout(self._rows)
        column.addWidget(self.field)

    def value(self) -> list[Heard]:
        """Return each with whether it was heard."""
        return [(title, tick.value()) for title, tick in zip(self._titles, self.ticks, strict=True)]

    def set_value(self, heard: Sequence[Heard]) -> None:
        """Show these."""
        clear(self._rows)
        self.ticks, self._titles = [], []
        for title, is_heard in heard:
            self._append(title, is_heard)
        self._count()

    def add(self) -> None:
        """Add what is typed in the line to what is to be heard."""
        title = self.line.value().strip()
        if title and title not in self._titles:
            self.line.set_value("")
            self._append(title, False)
            self._changed()

    def _append(self, title: str, is_heard: bool) -> None:
        place = len(self.ticks)
        tick = Tick(visible(title))
        tick.say_name(title)
        tick.set_value(is_heard)
        tick.changed.connect(self._changed)
        off = Button("", partial(self._take_off, place), kind="ghost", picture="close")
        off.setAccessibleName(tr("不必听取：{title}").format(title=title))
        row = QHBoxLayout()
        row.addWidget(tick, 1)
        row.addWidget(off)
        self._rows.addLayout(row)
        self._titles.append(title)
        self.ticks.append(tick)

    def _take_off(self, place: int) -> None:
        heard = self.value()
        del heard[place]
        self.set_value(heard)
        self.line.setFocus()
        self.changed.emit()

    def _changed(self) -> None:
        self._count()
        self.changed.emit()

    def _count(self) -> None:
        done = sum(tick.value() for tick in self.ticks)
        words = tr("已听取 {done} 项，共 {all} 项")
        self.total.setText(words.format(done=done, all=len(self.ticks)))
