"""One window for each home: a second start brings the first one in front, and ends."""

from __future__ import annotations

import getpass
import hashlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE_MS = 500
"""How long the first window has to answer; one that hangs is not waited for."""

COME = b"come forward\n"


def name_of(home: Path) -> str:
    """Return the name of a home's socket: of this account alone, and it tells nothing."""
    told = f"{getpass.getuser()}\0{home.resolve()}"
    return f"liaison-desktop-{hashlib.sha256(told.encode()).hexdigest()[:24]}"


def is_asked_forward(home: Path) -> bool:
    """Ask the window that has this home open to come in front; False where there is none."""
    socket = QLocalSocket()
    socket.connectToServer(name_of(home))
    if not socket.waitForConnected(PATIENCE_MS):
        return False
    socket.write(COME)
    socket.waitForBytesWritten(PATIENCE_MS)
    return True


class FirstWindow(QObject):
    """Listens, on this PC and for this account only, for a second start."""

    def __init__(self, home: Path, come_forward: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._come_forward = come_forward
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        name = name_of(home)
        if not self._server.listen(name):
            # Left behind by a program that was killed: nobody answers there any more.
            QLocalServer.removeServer(name)
            self._server.listen(name)
        self._server.newConnection.connect(self._answer)

    @Slot()
    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.disconnectFromServer()
            self._come_forward()
