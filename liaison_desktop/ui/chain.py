"""Enter goes on: from each control to the next one in sight, and from the last to an end."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6 import QtCore
from PySide6.QtWidgets import QWidget

from liaison_desktop.ui.field import Control


class Chain:
    """The order of a form's controls, asked anew each time: fields come and go."""

    def __init__(self, order: Callable[[], list[Control]], end: Callable[[], object]) -> None:
        self._order, self._end = order, end

    def tie(self, controls: Iterable[Control]) -> None:
        """Make Enter in these controls go on."""
        for control in controls:
            control.entered.connect(partial(self.go_on, control))

    def go_on(self, here: Control) -> None:
        """Put the focus on the next control in sight, or come to the end."""
        order = [c for c in self._order() if c is here or (c.isVisible() and c.isEnabled())]
        place = order.index(here) + 1
        if place < len(order):
            focus(order[place])
        else:
            self._end()


def focus(control: QWidget) -> None:
    """Put the focus on a control as Tab would."""
    control.setFocus(QtCore.Qt.FocusReason.TabFocusReason)
