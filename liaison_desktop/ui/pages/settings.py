"""设置 — the station, what it asks, who may come in, what is printed, how it looks, is it whole."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.pages.settings_check import CheckPanel
from liaison_desktop.ui.pages.settings_desk import DeskPanel
from liaison_desktop.ui.pages.settings_fields import FieldsPanel
from liaison_desktop.ui.pages.settings_look import LookPanel
from liaison_desktop.ui.pages.settings_panel import Panel
from liaison_desktop.ui.pages.settings_station import StationPanel
from liaison_desktop.ui.pages.settings_users import UsersPanel
from liaison_desktop.ui.room import Page, Room
from liaison_desktop.ui.segments import Segments


class SettingsPage(Page):
    """One panel in front; what is typed in another stays as it is for as long as the window."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.station = StationPanel(room)
        self.fields = FieldsPanel(room)
        self.users = UsersPanel(room)
        self.desk = DeskPanel(room)
        self.look = LookPanel(room)
        self.check = CheckPanel(room)
        titles = [
            (tr("联络站"), self.station),
            (tr("登记栏目"), self.fields),
            (tr("用户"), self.users),
            (tr("打印与窗口"), self.desk),
            (tr("外观"), self.look),
            (tr("检查"), self.check),
        ]
        self.panels: list[Panel] = [panel for _, panel in titles]
        self.parts = Segments([(str(n), t, p) for n, (t, p) in enumerate(titles, start=1)])
        self.parts.say_name(tr("设置"))
        self._stack = QStackedWidget()
        for panel in self.panels:
            self._stack.addWidget(panel)
        self.parts.set_value(self.station)
        self.parts.changed.connect(self._show_panel)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self._save)
        self._lay_out()

    def begin(self) -> None:
        """Read the panel in front anew, unless something is typed in it."""
        self._panel().begin()

    def _panel(self) -> Panel:
        return self.panels[max(0, self._stack.currentIndex())]

    def _show_panel(self) -> None:
        self._stack.setCurrentIndex(self.panels.index(self.parts.value() or self.station))
        self._panel().begin()

    def _save(self) -> None:
        self._panel().save()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.parts)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
