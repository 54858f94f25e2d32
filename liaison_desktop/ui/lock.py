"""锁定 — nobody at the desk for some minutes: the window is locked by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Slot

from liaison_desktop.desk.settings import StationSettings
from liaison_desktop.model.faults import Fault
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.theme import application

MINUTE_MS = 60_000
GLANCE_MS = 1000
"""After a sign of life nobody looks for another so long: every event of the program would pass
through Python, and a page that is made is thousands of events."""

LIVELY = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class IdleLock(QObject):
    """One timer that keys and movements of the mouse wind up again, to the second."""

    def __init__(self, lock: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._window: MainWindow | None = None
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(lock)
        self.glance = QTimer(self, singleShot=True, interval=GLANCE_MS)
        self.glance.timeout.connect(self._look)

    def watch(self, window: MainWindow) -> None:
        """Watch over a window from now on, for as many minutes as the station says."""
        self._window = window
        window.room.ways.settings_changed.connect(self._ask)
        self._ask()

    def rest(self) -> None:
        """Watch over nothing, and hold nothing."""
        self.timer.stop()
        self._look_away()
        self.glance.stop()
        if self._window is not None:
            self._window.room.ways.settings_changed.disconnect(self._ask)
        self._window = None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in LIVELY and self.timer.isActive():
            self.timer.start()
            self._look_away()
        return False

    @Slot()
    def _look(self) -> None:
        application().installEventFilter(self)

    def _look_away(self) -> None:
        """Look for nothing more, until the next glance."""
        application().removeEventFilter(self)
        self.glance.start()

    @Slot()
    def _ask(self) -> None:
        if self._window is not None:
            room = self._window.room
            room.worker.ask(self._window, room.desk.settings.load, self._wind_up, self._wind_usual)

    def _wind_up(self, settings: StationSettings) -> None:
        if self._window is not None:  # it may rest by now
            self.timer.start(settings.lock_minutes * MINUTE_MS)
            self._look_away()

    def _wind_usual(self, _fault: Fault) -> None:
        """Lock after the usual time where the station's cannot be read."""
        if not self.timer.isActive():
            self._wind_up(StationSettings())
