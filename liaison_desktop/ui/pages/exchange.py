"""上报 — one half of the data page: the county, what waits, and the way onto a stick."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from liaison_desktop.desk.exchange import Exported
from liaison_desktop.model.faults import Fault
from liaison_desktop.ui.frames import frame
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.icons import Picture
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.pages.exchange_state import Standing, StatePanel, standing_of
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.sticks import Find, find_sticks
from liaison_desktop.ui.texts import label
from liaison_desktop.ui.theme import application, current

if TYPE_CHECKING:
    from liaison_desktop.ui.pages.exchange_join import JoinPanel
    from liaison_desktop.ui.pages.exchange_load import LoadPanel
    from liaison_desktop.ui.pages.exchange_loaded import LoadedPanel

Step = TypeVar("Step", bound=QWidget)

_WIZARD = 760
"""Pixels that a step is wide at most: longer lines are harder to read."""
_WIDEST = 16_777_215
"""QWIDGETSIZE_MAX: no limit."""


class ExchangePanel(QWidget):
    """The state first; `stepped` says whether a wizard is open, which wants the room.

    A step is made when it is first gone to.
    """

    stepped = Signal(bool)

    def __init__(self, room: Room, find: Find = find_sticks) -> None:
        super().__init__()
        self._room, self._find = room, find
        self._standing: Standing | None = None
        self.title = label(tr("上报"), "section")
        self.state = StatePanel(self.open_load, self.open_join)
        self._steps: list[QWidget] = [self.state]
        self._step: QWidget = self.state
        QShortcut(QKeySequence("Ctrl+E"), self, self.open_load)
        self._lay_out()
        application().focusChanged.connect(self._keep_in_sight)

    @cached_property
    def join(self) -> JoinPanel:
        """加入县（区）."""
        from liaison_desktop.ui.pages.exchange_join import JoinPanel

        return self._add(JoinPanel(self._room, self._find, self._say_joined, self.show_state))

    @cached_property
    def load(self) -> LoadPanel:
        """上报装盘."""
        from liaison_desktop.ui.pages.exchange_load import LoadPanel

        return self._add(LoadPanel(self._room, self._find, self._show_written, self.show_state))

    @cached_property
    def loaded(self) -> LoadedPanel:
        """What was written, and that the stick may go."""
        from liaison_desktop.ui.pages.exchange_loaded import LoadedPanel

        return self._add(LoadedPanel(self.show_state))

    def _add(self, step: Step) -> Step:
        step.hide()
        self._steps.append(step)
        self._column.addWidget(step)
        return step

    def begin(self) -> None:
        """Read anew how it stands and set the focus; an open step stays open."""
        if self._step is self.state:
            self.show_state()
        elif (control := self._body.focusWidget()) is not None:
            control.setFocus()

    def show_state(self, said: str = "") -> None:
        """Go back to the state, read anew, and say beside it what was done."""
        self.state.banner.clear()
        self._go_to(self.state, tr("上报"))
        self._read(said)

    def open_load(self) -> None:
        """Open 上报装盘, where this user may and a county is joined."""
        standing = self._standing
        is_here = self._step is self.state
        if is_here and standing and standing.facts.county and standing.may_export:
            self._go_to(self.load, tr("上报装盘"))
            self.load.begin(standing.facts)

    def open_join(self) -> None:
        """Open 加入县（区）."""
        if self._standing is not None:
            self._go_to(self.join, tr("加入县（区）"))
            self.join.begin(self._standing)

    def _read(self, said: str) -> None:
        task = partial(standing_of, self._room.desk)
        show = partial(self._show_standing, said, application().focusWidget())
        self._room.worker.ask(self, task, show, self._say_fault)

    def _show_standing(self, said: str, former: QWidget | None, standing: Standing) -> None:
        """Show it, and take the focus where nobody has taken it elsewhere since it was asked."""
        self._standing = standing
        self.state.show_standing(standing)
        self.state.banner.say(said, "ok")
        button = self.state.main_button()
        is_untouched = former is None or application().focusWidget() in {None, former}
        if button is not None and is_untouched and self._step is self.state:
            button.setFocus()

    def _show_written(self, exported: Exported, is_stick: bool) -> None:
        self._go_to(self.loaded, tr("上报装盘"))
        if self._standing is not None:
            self.loaded.show_written(exported, self._standing.facts, is_stick=is_stick)

    def _say_joined(self, county: str) -> None:
        words = tr("已加入「{name}」，现在可以上报装盘。")
        self.show_state(words.format(name=county))

    def _say_fault(self, fault: Fault) -> None:
        self.state.banner.say(say(fault), "danger")

    def _go_to(self, step: QWidget, title: str) -> None:
        self.title.setText(title)
        self._step = step
        self._show_step()
        self.stepped.emit(step is not self.state)

    def _show_step(self) -> None:
        """Show one step; the room that the hidden ones would want does not count."""
        for step in self._steps:
            step.setVisible(step is self._step)
        self._card.setMaximumWidth(_WIDEST if self._step is self.state else current().px(_WIZARD))

    def _keep_in_sight(self, _former: QWidget | None, widget: QWidget | None) -> None:
        """Scroll to what has the focus, once what is said above it has found its place."""
        if widget is not None and self._body.isAncestorOf(widget):
            QTimer.singleShot(0, self._scroll_to_focus)

    @Slot()
    def _scroll_to_focus(self) -> None:
        if not isValid(self._body):
            return  # the window was closed meanwhile
        widget = self._body.focusWidget()
        if widget is not None:
            self._area.ensureWidgetVisible(widget)

    def _scrolling(self) -> QScrollArea:
        """Return the steps in an area that scrolls where the window is too low for large type."""
        self._body = body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.state)
        self._show_step()
        area = QScrollArea()
        area.setWidget(body)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.viewport().setAutoFillBackground(False)
        body.setAutoFillBackground(False)
        return area

    def _lay_out(self) -> None:
        self._card = card = frame("card")
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 12, 10)
        head.setSpacing(10)
        head.addWidget(Picture("upload", "primary", 20))
        head.addWidget(self.title)
        head.addStretch(1)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addLayout(head)
        inner.addWidget(frame("line"))
        self._area = self._scrolling()
        inner.addWidget(self._area, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(card, _WIZARD)  # all but what its greatest width leaves
        row.addStretch(1)
