"""One window for each home: a second start brings the first one in front, and ends.

Who is first is decided by a lock of the system, so that two starts at the same instant cannot both
be; the socket only carries the wish. It lies in this account's private folder and listens to this
account alone: nothing listens on a network.
"""

from __future__ import annotations

import ctypes
import getpass
import hashlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

from PySide6.QtCore import QLockFile, QObject, QStandardPaths, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE_SECONDS = 2.0
"""How long the first window has to answer; one that hangs is not waited for."""

PAUSE_SECONDS = 0.05
"""Between two questions, while the first window is only just beginning to listen."""

ANSWER = b"coming\n"


def name_of(home: Path) -> str:
    """Return the name of a home's socket: of this account alone, and it tells nothing."""
    told = f"{getpass.getuser()}\0{os.path.normcase(home.resolve())}"
    return f"liaison-desktop-{hashlib.sha256(told.encode()).hexdigest()[:24]}"


class FirstWindow(QObject):
    """The claim to be a home's first window, from the start of the program to its end."""

    def __init__(self, home: Path) -> None:
        super().__init__()
        self._address = _address(name_of(home))
        self._lock = QLockFile(str(_private_folder() / f"{name_of(home)}.lock"))
        self._lock.setStaleLockTime(0)  # stale is what a dead program left, not what is old
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)

    def is_taken(self, patience: float = PATIENCE_SECONDS) -> bool:
        """Return whether another window of this home was there, and comes in front now."""
        until = monotonic() + patience
        while not self._lock.tryLock(0):
            if _is_answered(self._address, max(until - monotonic(), 0)):
                return True
            if monotonic() >= until:
                return False
            sleep(PAUSE_SECONDS)
        return False

    def listen(self, come_forward: Callable[[], object]) -> None:
        """Answer a second start from now on, where this is the first."""
        if self._lock.isLocked():
            # What a killed program left behind answers nobody any more.
            QLocalServer.removeServer(self._address)
            self._come_forward = come_forward
            self._server.newConnection.connect(self._answer)
            self._server.listen(self._address)

    def end(self) -> None:
        """Answer no more: the window is gone, and a start from now on opens its own."""
        self._server.close()
        self._lock.unlock()

    @Slot()
    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.write(ANSWER)
            socket.disconnectFromServer()
            self._come_forward()


def _is_answered(address: str, seconds: float) -> bool:
    socket, patience = QLocalSocket(), int(seconds * 1000)
    socket.connectToServer(address)
    if not socket.waitForConnected(patience):
        return False
    if sys.platform == "win32":
        ctypes.windll.user32.AllowSetForegroundWindow(-1)  # or its window would only blink
    return socket.waitForReadyRead(patience) and socket.readAll().data() == ANSWER


def _address(name: str) -> str:
    """Return where the socket is: a pipe's name on Windows, elsewhere a path."""
    return name if sys.platform == "win32" else str(_private_folder() / name)


def _private_folder() -> Path:
    """Return the folder that only this account can enter."""
    kinds = QStandardPaths.StandardLocation
    kind = kinds.TempLocation if sys.platform == "win32" else kinds.RuntimeLocation
    return Path(QStandardPaths.writableLocation(kind))
