"""What every panel of the settings has: a banner, a way to save, and who may."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.model.authorize import Action, authorize
from liaison_desktop.model.faults import Fault
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card
from liaison_desktop.ui.frames import scrolling_column
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.room import Room


class Panel(QWidget):
    """One part of the settings, with its card."""

    def __init__(self, room: Room, title: str, picture: str) -> None:
        super().__init__()
        self.room = room
        self.banner = Banner()
        self.card = Card(title, picture)
        self.save_button = Button(
            tr("保存"), self.save, kind="primary", picture="save", key=tr("Ctrl+回车")
        )
        self.body = QVBoxLayout()
        self.body.setContentsMargins(16, 12, 16, 8)
        self.body.setSpacing(8)
        self.card.rows.addLayout(self.body)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.banner)
        column.addWidget(scrolling_column(self.card), 1)
        column.addLayout(buttons)

    def begin(self) -> None:
        """Read anew what the panel shows."""

    def save(self) -> None:
        """Save what was changed."""

    def may(self, action: Action) -> bool:
        """Return whether the user may do this today."""
        desk = self.room.desk
        return authorize(desk.user.roles_on(desk.today()), action)

    def only_head(self) -> bool:
        """Say that only the head changes this, where the user is none; return whether he may."""
        may = self.may(Action.CORRECT_STATION)
        self.save_button.setVisible(may)
        if not may:
            self.banner.say(tr("这些由站长或管理员来改；您可以查看。"), "warn")
        return may

    def saved(self, words: str = "") -> None:
        """Say that it is saved, and let the other pages know."""
        self.save_button.setEnabled(True)
        self.banner.say(words or tr("已保存。"), "ok")
        self.room.ways.settings_changed.emit()
        self.room.ways.changed.emit()

    def refuse(self, fault: Fault) -> None:
        """Say why nothing was saved; what is typed stays."""
        self.save_button.setEnabled(True)
        self.banner.say(say(fault), "danger")
