"""A list under a line, from what is typed to its painting by the window itself.

A painting forced by `repaint` would come on top of the one that the window does anyway, and be
counted twice.
"""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QApplication, QWidget

WAIT = QEventLoop.ProcessEventsFlag.WaitForMoreEvents


class Offered(Protocol):
    """A list that is offered answers."""

    offer: Callable[..., None]

    def viewport(self) -> QWidget: ...


class Answers(QObject):
    """Watches one list from now on, until `let_go`."""

    def __init__(self, shown: Offered) -> None:
        super().__init__()
        self._shown, self._offer = shown, shown.offer
        self._is_offered = self._is_painted = False
        shown.offer = self._note
        shown.viewport().installEventFilter(self)

    def forget(self) -> None:
        """Wait for the next answer, not for one that came before."""
        self._is_offered = self._is_painted = False

    def until_painted(self, app: QApplication) -> None:
        """Let the window work until the answer is painted and on the screen."""
        while not self._is_painted:
            app.processEvents(WAIT)

    def let_go(self) -> None:
        """Leave the list as it was."""
        self._shown.offer = self._offer
        self._shown.viewport().removeEventFilter(self)

    def _note(self, answers: object) -> None:
        self._offer(answers)
        self._is_offered = True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and self._is_offered:
            self._is_painted = True
        return False
