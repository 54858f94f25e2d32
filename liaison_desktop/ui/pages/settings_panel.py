"""What every panel of the settings has: a banner, a way to save, and who may."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.model.authorize import Action, authorize
from liaison_desktop.model.faults import Fault
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card
from liaison_desktop.ui.field import Control, Field
from liaison_desktop.ui.frames import scrolling_column
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.pages.fields_draft import FieldsDraft
from liaison_desktop.ui.room import Room


class Panel(QWidget):
    """One part of the settings, with its card.

    What is typed, ticked or chosen is a draft until it is saved; `not_kept` tells that it could
    not be kept.
    """

    not_kept = Signal(object)

    def __init__(self, room: Room, title: str, picture: str) -> None:
        super().__init__()
        self.room = room
        self.banner = Banner()
        self.card = Card(title, picture)
        self.save_button = Button(
            tr("保存"), self.save, kind="primary", picture="save", key=tr("Ctrl+回车")
        )
        self.again_button = Button(tr("重新填写"), self._begin_again, kind="small", picture="undo")
        self.again_button.hide()
        self.draft = FieldsDraft(room, self)
        self.draft.filled.connect(self._say_filled)
        self.draft.not_kept.connect(self.not_kept)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(16, 12, 16, 8)
        self.body.setSpacing(8)
        self.card.rows.addLayout(self.body)
        buttons = QHBoxLayout()
        buttons.addWidget(self.again_button)
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

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed, then go on."""
        self.draft.put_down(then)

    def tie(self, fields: Iterable[Field | Control]) -> None:
        """Let what is typed into these, ticked or chosen be kept."""
        for field in fields:
            control = field.control if isinstance(field, Field) else field
            control.changed.connect(self.draft.touch)

    def keep(self, about: UUID, act: str, fields: Mapping[str, Field | Control]) -> None:
        """Keep what the fields hold, as they stand, for a record."""
        self.again_button.hide()
        self.draft.begin(about, act, fields)

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
        self.draft.end()
        self.again_button.hide()
        self.save_button.setEnabled(True)
        self.banner.say(words or tr("已保存。"), "ok")
        self.room.ways.settings_changed.emit()
        self.room.ways.changed.emit()

    def refuse(self, fault: Fault) -> None:
        """Say why nothing was saved; what is typed stays."""
        self.draft.refuse()
        self.save_button.setEnabled(True)
        self.banner.say(say(fault), "danger")

    def _say_filled(self) -> None:
        self.banner.say(tr("这是上次没有保存的内容。"), "warn")
        self.again_button.show()

    def _begin_again(self) -> None:
        """Let go of what was typed before."""
        self.draft.begin_again()
        self.again_button.hide()
        self.banner.clear()
