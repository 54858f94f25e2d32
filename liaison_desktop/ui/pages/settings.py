"""设置 — the station, what it asks, who may come in, what is printed, how it looks, is it whole."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.pages.settings_check import CheckPanel
from liaison_desktop.ui.pages.settings_codes import CodesPanel
from liaison_desktop.ui.pages.settings_desk import DeskPanel
from liaison_desktop.ui.pages.settings_fields import FieldsPanel
from liaison_desktop.ui.pages.settings_look import LookPanel
from liaison_desktop.ui.pages.settings_panel import Panel
from liaison_desktop.ui.pages.settings_rules import RulesPanel
from liaison_desktop.ui.pages.settings_station import StationPanel
from liaison_desktop.ui.pages.settings_units import UnitsPanel
from liaison_desktop.ui.pages.settings_users import UsersPanel
from liaison_desktop.ui.room import Page, Room
from liaison_desktop.ui.segments import Segments

P = TypeVar("P", bound=Panel)


class SettingsPage(Page):
    """One panel in front; what is typed in another stays as it is.

    A panel is made when it is first looked at. `not_kept` tells that a draft could not be kept.
    """

    not_kept = Signal(object)

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        titles = [
            (tr("联络站"), StationPanel),
            (tr("登记栏目"), FieldsPanel),
            (tr("用户"), UsersPanel),
            (tr("打印与窗口"), DeskPanel),
            (tr("外观"), LookPanel),
            (tr("承办单位"), UnitsPanel),
            (tr("代码表"), CodesPanel),
            (tr("规则与日历"), RulesPanel),
            (tr("检查"), CheckPanel),
        ]
        self._makers: dict[type[Panel], Callable[[Room], Panel]] = {k: k for _, k in titles}
        self.parts = Segments([(str(n), t, k) for n, (t, k) in enumerate(titles, start=1)])
        self.parts.say_name(tr("设置"))
        self._made: dict[type[Panel], Panel] = {}
        self._stack = QStackedWidget()
        self.parts.set_value(StationPanel)
        self.parts.changed.connect(self.begin)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self._save)
        self._lay_out()

    @property
    def kinds(self) -> list[type[Panel]]:
        """The panels there are, in the order of their digits."""
        return list(self._makers)

    def begin(self) -> None:
        """Read the panel in front anew, unless something is typed in it."""
        panel = self._in_front()
        self._stack.setCurrentWidget(panel)
        panel.begin()

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed in every panel, then go on."""
        for panel in self._made.values():
            then = partial(panel.put_down, then)
        then()

    def panel(self, kind: type[P]) -> P:
        """Return the panel of this kind, made now where nobody has looked at it yet."""
        if kind not in self._made:
            made = self._made[kind] = self._makers[kind](self.room)
            made.not_kept.connect(self.not_kept)
            self._stack.addWidget(made)
        return cast("P", self._made[kind])

    def _in_front(self) -> Panel:
        kind: type[Panel] = self.parts.value() or StationPanel
        return self.panel(kind)

    def _save(self) -> None:
        self._in_front().save()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.parts)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
