"""The three columns of a live record; where the window is narrow, the middle one alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.choice import Choice
from liaison_desktop.ui.frames import frame, scrolling
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.icons import Picture
from liaison_desktop.ui.pages.meeting_agenda import AgendaCard
from liaison_desktop.ui.pages.meeting_side import PeopleCard, PromisesCard
from liaison_desktop.ui.texts import Elided, label
from liaison_desktop.ui.theme import current

WIDE = 1000
"""Logical pixels from which agenda, promises and people stand beside the statements."""


class RecordColumns(QWidget):
    """`chosen` carries the place of the point that was chosen where the agenda is a list.

    `tracing` asks for what was changed of the row that the keys are at.
    """

    chosen = Signal(int)
    tracing = Signal()

    def __init__(self, below: Sequence[QWidget], statements: QWidget) -> None:
        super().__init__()
        self.agenda, self.promises, self.people = AgendaCard(), PromisesCard(), PeopleCard()
        self.heading, self.count = Elided("section"), label("", "muted")
        self.trail_button = Button(tr("修改记录"), self.tracing.emit, kind="small", key="H")
        self.trail_button.hide()
        self.points = Choice()
        self.points.say_name(tr("议程"))
        self.promises_button = Button(tr("承诺事项"), self._turn_promises, kind="small")
        self.people_button = Button(tr("参加人"), self._turn_people, kind="small")
        self._shown: QWidget | None = None
        self._is_wide = True
        self._side = self._lay_out_side()
        self._middle = self._lay_out_middle(below, statements)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.agenda)
        row.addWidget(self._middle, 1)
        row.addWidget(self._side)
        self.points.activated.connect(self.chosen.emit)
        self._arrange()

    def show_place(self, place: int) -> None:
        """Show in both lists of points which is in front."""
        words = [self.agenda.words_of(one).replace("\n", "　") for one in self.agenda.points]
        self.points.blockSignals(True)
        if [self.points.itemText(n) for n in range(self.points.count())] != words:
            self.points.offer([(text, n + 1) for n, text in enumerate(words)])
        self.points.setCurrentIndex(max(place, 0))
        self.points.blockSignals(False)

    def show_numbers(self, promises: int, people: int) -> None:
        """Show on the buttons how many there are."""
        self.promises_button.setText(tr("承诺事项 {count}").format(count=promises))
        self.people_button.setText(tr("参加人 {count}").format(count=people))

    def minimumSizeHint(self) -> QSize:
        """Return what the statements need: the columns beside them fold where they do not fit."""
        return QSize(self._middle.minimumSizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (self.width() >= current().px(WIDE)) != self._is_wide:
            self._arrange()

    def _arrange(self) -> None:
        self._is_wide = wide = self.width() >= current().px(WIDE)
        self.agenda.setVisible(wide)
        self.heading.setVisible(wide)
        self.points.setVisible(not wide)
        self.promises_button.setVisible(not wide)
        self.people_button.setVisible(not wide)
        self._show_side()

    def _show_side(self) -> None:
        self._side.setVisible(self._is_wide or self._shown is not None)
        self._promises_area.setVisible(self._is_wide or self._shown is self.promises)
        self.people.setVisible(self._is_wide or self._shown is self.people)

    def _turn_promises(self) -> None:
        self._turn(self.promises)

    def _turn_people(self) -> None:
        self._turn(self.people)

    def _turn(self, card: QWidget) -> None:
        self._shown = None if self._shown is card else card
        self._show_side()

    def _lay_out_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        self._promises_area = scrolling(self.promises)
        column.addWidget(self._promises_area, 1)
        column.addWidget(self.people, 1)
        side.setFixedWidth(current().px(284))
        self.agenda.setFixedWidth(current().px(196))
        return side

    def _lay_out_middle(self, below: Sequence[QWidget], statements: QWidget) -> QFrame:
        card = frame("card")
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 16, 8)
        head.setSpacing(10)
        head.addWidget(Picture("talk", "primary", 20))
        head.addWidget(self.heading, 1)
        head.addWidget(self.points, 1)
        head.addWidget(self.trail_button)
        head.addWidget(self.count)
        head.addWidget(self.promises_button)
        head.addWidget(self.people_button)
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(frame("line"))
        column.addWidget(statements, 1)
        inset = QVBoxLayout()
        inset.setContentsMargins(10, 4, 10, 10)
        inset.setSpacing(6)
        for widget in below:
            inset.addWidget(widget)
        column.addLayout(inset)
        return card
