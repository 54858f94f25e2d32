"""The desk's window: the shell with its pages, and one open desk behind them."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent

from liaison_desktop.desk.desk import Desk
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.pages.intake import IntakePage
from liaison_desktop.ui.preferences import Preferences
from liaison_desktop.ui.room import Room, ShowPapers
from liaison_desktop.ui.shell import Place, Shell
from liaison_desktop.ui.theme import load_further_fonts
from liaison_desktop.ui.worker import Worker


class MainWindow(Shell):
    """Closing it keeps the draft and closes the desk, in the worker's order."""

    def __init__(
        self,
        desk: Desk,
        worker: Worker,
        preferences: Preferences,
        show_papers: ShowPapers,
    ) -> None:
        super().__init__(desk.station.name, desk.user.name or desk.user.login, preferences)
        self._desk, self._worker = desk, worker
        self._is_closed = self._is_asked = False
        self.room = Room(desk, worker, preferences, show_papers)
        self.intake = IntakePage(self.room)
        self.add(Place(tr("来访登记"), tr("登记"), "register", self.intake))
        self.registering.connect(self.intake.register)

    def begin(self) -> None:
        """Begin the day."""
        self.intake.begin()
        QTimer.singleShot(0, load_further_fonts)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close once the draft is in the store; asked again where it cannot be, close anyway."""
        if self._is_closed or self._is_asked:
            self.let_go()
            super().closeEvent(event)
        else:
            self._is_asked = True
            event.ignore()
            self.intake.put_down(self.close)

    def let_go(self) -> None:
        """Ask the worker for the last: what is typed kept, and the desk closed."""
        if not self._is_closed:
            self._is_closed = True
            self.intake.keep()
            self._worker.ask(self, self._desk.close, lambda _nothing: None)
