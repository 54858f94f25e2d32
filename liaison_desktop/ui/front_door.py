"""From the first window to the desk's: who is let in gets the main window."""

from __future__ import annotations

from collections.abc import Callable
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


class FrontDoor(QObject):
    """Holds the worker and the window in front; `close` lets everything go in order."""

    def __init__(
        self,
        home: Path,
        clock: Clock,
        preferences: Preferences,
        show_file: Callable[[Path], object] | None = None,
    ) -> None:
        super().__init__()
        self.worker = Worker()
        self._preferences = preferences
        self._show_file = show_file or open_with_system
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

        self.main = MainWindow(desk, self.worker, self._preferences, self._show_file)
        self.main.show()
        self.entrance.hide()
        self.main.begin()


def open_with_system(path: Path) -> bool:
    """Open a file with the program this PC has for it; False where it has none."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
