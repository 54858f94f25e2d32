"""修改记录 of one statement, below the list: what it said before, who corrected it and when."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.statement import Statement
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card
from liaison_desktop.ui.frames import scrolling
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.pages.statement_rows import short
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.theme import current

if TYPE_CHECKING:
    from liaison_desktop.ui.pages.record_trail import Past

HEIGHT = 200
"""Logical pixels; what is longer is scrolled to."""


class StatementTrail(QWidget):
    """It stands in the place of the entry: `shown` comes with it, `closed` when it goes.

    `failed` carries a fault.
    """

    shown = Signal()
    closed = Signal()
    failed = Signal(object)

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self.card = Card(tr("修改记录"), "history")
        self.close_button = Button(tr("关闭"), self.close_it, kind="small", key="Esc")
        self.card.head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolling(self.card))
        self.setFixedHeight(current().px(HEIGHT))
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Esc"), self, self.close_it, context=inside)
        self.hide()

    def open(self, uid: UUID) -> None:
        """Read what was done with a statement, and show it."""
        task = partial(_load, self._room.desk, uid)
        self._room.worker.ask(self, task, self._show, self.failed.emit)

    def close_it(self) -> None:
        """Show the list alone again."""
        self.hide()
        self.closed.emit()

    def _show(self, opened: tuple[Statement, list[Past]]) -> None:
        from liaison_desktop.ui.pages.record_trail import show_past_of

        one, past = opened
        words = tr("修改记录：{words}").format(words=short(one.content))
        self.card.heading.setText(words)
        self.card.clear()
        if not past:
            self.card.add_words(tr("记下以后没有改过。"), "small")
        show_past_of(self.card, past)
        self.shown.emit()
        self.show()
        self.close_button.setFocus()


def _load(desk: Desk, uid: UUID) -> tuple[Statement, list[Past]]:
    from liaison_desktop.ui.pages.record_trail import (  # with the papers it names
        past_of,
        without_places,
    )

    one = desk.talk.statements.load(uid)
    told = [without_places(past) for past in past_of(desk, [one])]
    return one, [past for past in told if past.fields]
