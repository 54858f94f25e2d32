"""What stands beside the calendar: the deputies, one thing or one day, or the form of a session."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.pages.calendar_deputies import DeputyList
from liaison_desktop.ui.pages.calendar_entry import EntryCard
from liaison_desktop.ui.pages.calendar_form import SessionForm
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.texts import label
from liaison_desktop.ui.theme import current, news

WIDTH, WIDER = 250, 330
"""Logical pixels of the list of deputies, and of what has more to say."""


class CalendarSide(QStackedWidget):
    """`placing` asks for a day for the deputy chosen, `turned` tells that another part is shown."""

    placing = Signal(object)
    turned = Signal()
    form_made = Signal(object)

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self._form: SessionForm | None = None
        self.deputies = DeputyList()
        self.place_button = Button(tr("安排到…"), self._place, kind="small", picture="clock")
        self.open_button = Button(tr("打开"), self._open, kind="small", picture="eye")
        self.entry = EntryCard()
        self._list = self._build_list()
        for widget in (self._list, self.entry):
            self.addWidget(widget)
        self.currentChanged.connect(self._turn)
        news().changed.connect(self._fit)
        self._fit()

    @property
    def form(self) -> SessionForm:
        """The form of a session, made for the first one that is planned or changed."""
        if self._form is None:
            self._form = SessionForm(self._room)
            self.addWidget(self._form)
            self.form_made.emit(self._form)
        return self._form

    @property
    def is_at_rest(self) -> bool:
        """Whether the deputies are in front, which need not be seen."""
        return self.currentWidget() is self._list

    @property
    def is_typing(self) -> bool:
        """Whether the form is in front."""
        return self._form is not None and self.currentWidget() is self._form

    def rest(self) -> None:
        """Show the deputies."""
        self.setCurrentWidget(self._list)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.width(), current().px(200))

    def _turn(self, _place: int) -> None:
        self._fit()
        self.turned.emit()

    def _fit(self) -> None:
        self.setFixedWidth(current().px(WIDTH if self.is_at_rest else WIDER))

    def _place(self) -> None:
        if (deputy := self.deputies.deputy()) is not None:
            self.placing.emit(deputy)

    def _open(self) -> None:
        if (deputy := self.deputies.deputy()) is not None:
            self.deputies.opened.emit(deputy)

    def _build_list(self) -> QWidget:
        card = Card(tr("代表履职"), "users")
        card.rows.addWidget(self.deputies, 1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(12, 6, 12, 4)
        buttons.setSpacing(8)
        buttons.addWidget(self.place_button)
        buttons.addWidget(self.open_button)
        buttons.addStretch(1)
        card.rows.addLayout(buttons)
        words = tr(
            "拖动代表或日程到某一天即可安排。键盘：方向键选，回车打开或新建，Ctrl+X / Ctrl+V 移动。"
        )
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(card, 1)
        column.addWidget(label(words, "muted", wraps=True))
        return side
