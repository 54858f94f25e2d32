"""From the first window to the desk's: who is let in gets the main window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from liaison_desktop.ui.entrance import Entrance
from liaison_desktop.ui.i18n import speak_chinese
from liaison_desktop.ui.preferences import Preferences
from liaison_desktop.ui.worker import Worker

if TYPE_CHECKING:
    from liaison_desktop.desk.desk import Desk
    from liaison_desktop.model.times import Clock
    from liaison_desktop.ui.main_window import MainWindow
    from liaison_desktop.ui.printing.paper import Drawn
    from liaison_desktop.ui.printing.printers import Printers


class FrontDoor(QObject):
    """Holds the worker and the window in front; `close` lets everything go in order."""

    def __init__(
        self,
        home: Path,
        clock: Clock,
        preferences: Preferences,
        printers: Printers | None = None,
    ) -> None:
        super().__init__()
        self.worker = Worker()
        self._preferences = preferences
        self._printers = printers
        self.entrance = Entrance(home, clock, self.worker, preferences)
        self.entrance.opened.connect(self._let_in)
        self.entrance.painted.connect(speak_chinese)
        self.main: MainWindow | None = None

    def show(self) -> None:
        """Show the window before the desk."""
        self.entrance.show()

    def close(self) -> None:
        """Keep what is typed, close the desk, end the worker."""
        if self.main is not None:
            self.main.let_go()
            self.main.close()
        self.entrance.close()
        self.worker.stop()

    @Slot(object)
    def _let_in(self, desk: Desk) -> None:
        from liaison_desktop.ui.main_window import MainWindow

        self.main = MainWindow(desk, self.worker, self._preferences, self._show_papers)
        self.main.show()
        self.entrance.hide()
        self.main.begin()

    def _show_papers(self, drawn: Sequence[Drawn], printed: Callable[[str], object]) -> None:
        """Show papers before they are printed; `printed` is told what went to which printer."""
        from liaison_desktop.ui.printing.preview import show_papers

        if self.main is not None:
            worker, printers = self.worker, self._printers
            show_papers(self.main, drawn, worker, self._preferences, printers, printed)
