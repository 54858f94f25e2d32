"""数据与备份 — what leaves this PC on purpose: the package for the county, and the backups."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.pages.backup import BackupPanel
from liaison_desktop.ui.pages.exchange import ExchangePanel
from liaison_desktop.ui.room import Page, Room
from liaison_desktop.ui.segments import Segments

EXCHANGE, BACKUP = "exchange", "backup"


class DataPage(Page):
    """Two parts, one in front: 上报 and 备份."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.exchange = ExchangePanel(room, room.find_sticks)
        self.parts = Segments([("1", tr("上报"), EXCHANGE), ("2", tr("备份"), BACKUP)])
        self.parts.say_name(tr("数据与备份"))
        self.parts.set_value(EXCHANGE)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.exchange)
        self.exchange.stepped.connect(self._make_room)
        self.parts.changed.connect(self._show_part)
        QShortcut(QKeySequence("Ctrl+B"), self, self.show_backups)
        self._lay_out()

    @cached_property
    def backup(self) -> BackupPanel:
        """The backups' part, made when it is first looked at."""
        panel = BackupPanel(self.room)
        self._stack.addWidget(panel)
        return panel

    def begin(self) -> None:
        """Read the part in front anew."""
        self._panel().begin()

    def show_backups(self) -> None:
        """Go to the backups; there, make one."""
        if self.parts.value() == BACKUP:
            self.backup.make()
        else:
            self.parts.set_value(BACKUP)
            self._show_part()

    def _show_part(self) -> None:
        self._stack.setCurrentWidget(self._panel())
        self._panel().begin()

    def _panel(self) -> BackupPanel | ExchangePanel:
        return self.backup if self.parts.value() == BACKUP else self.exchange

    def _make_room(self, is_open: bool) -> None:
        """Give a step of a wizard all the room there is."""
        self.parts.setVisible(not is_open)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.parts)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
