"""A monkey at the desk: keys, input methods, mouse and wheel at random, and nothing may break.

`python -m tests.e2e.monkey [EVENTS [SEED]]` plays 20,000 events on a real home in a temporary
folder and ends with 1 where a traceback came, Qt complained, or a check of the home fails. The
same seed plays the same events.
"""

import random
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QObject,
    QPoint,
    QPointF,
    Qt,
    QTimer,
    QtMsgType,
    QUrl,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtGui import QDesktopServices, QInputMethodEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from liaison_desktop.model.times import SHANGHAI
from liaison_desktop.ui import theme
from liaison_desktop.ui.front_door import FrontDoor
from liaison_desktop.ui.preferences import Preferences
from liaison_desktop.ui.printing.folder_printers import FolderPrinters
from liaison_desktop.ui.printing.printers import Printer
from liaison_desktop.ui.tokens import Tokens
from tests.homes import CLERK, HEAD, PASSWORDS, a_desk

Key, NONE = Qt.Key, Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

KEYS = (
    *[(key, NONE) for key in (Key.Key_Return, Key.Key_Tab, Key.Key_Down) for _ in range(6)],
    *[(Key(Key.Key_0 + digit), NONE) for digit in range(10)],
    *[(Key(Key.Key_A + letter), NONE) for letter in range(26)],
    *[(Key(Key.Key_F2 + f), NONE) for f in range(8)],
    *[
        (key, NONE)
        for key in (
            Key.Key_Escape,
            Key.Key_Space,
            Key.Key_Up,
            Key.Key_Left,
            Key.Key_Right,
            Key.Key_Home,
            Key.Key_End,
            Key.Key_PageUp,
            Key.Key_PageDown,
            Key.Key_Backspace,
            Key.Key_Delete,
            Key.Key_Enter,
        )
    ],
    *[(Key(Key.Key_1 + place), CTRL) for place in range(6)],
    *[(key, CTRL) for key in (Key.Key_Return, Key.Key_P, Key.Key_E, Key.Key_F, Key.Key_S)],
    *[(key, CTRL) for key in (Key.Key_Z, Key.Key_A, Key.Key_V, Key.Key_L, Key.Key_Home)],
    (Key.Key_Backtab, SHIFT),
)
WORDS = (
    "李桂芳",
    "某㛃𬱖䶮",
    "路灯不亮",
    "=1+1",
    "<b>原话</b>",
    "e\u0301\u202e倒\u202c",
    "👩‍👩‍👧",
    "2026-11-20 09:30",
    "138 0000 1234",
    " ",
    "很长" * 80,
)
PAUSE_MS = 20
IS_QT = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)
OF_NO_SCREEN = "This plugin does not support"


class Monkey(QObject):
    """Plays one event after the other from the event loop, so that it is in nested ones too."""

    def __init__(self, door: FrontDoor, events: int, seed: int) -> None:
        super().__init__()
        self._door, self._left = door, events
        self._random = random.Random(seed)  # noqa: S311  # a monkey keeps no secrets
        self.played: Counter[str] = Counter()
        self._acts: list[tuple[Callable[[QWidget], None], int]] = [
            (self._press, 60),
            (self._commit, 12),
            (self._compose, 6),
            (self._click, 16),
            (self._turn_wheel, 3),
            (self._resize, 1),
        ]

    def begin(self) -> None:
        """Play the next event; each is asked for before the one before it is over.

        A dialog runs an event loop of its own within the event that opened it.
        """
        QTimer.singleShot(0, self._play)

    def _play(self) -> None:
        if self._left <= 0:
            _end_dialogs()
            QApplication.exit(0)  # `quit` asks the windows, and ours wait for their backup
            return
        if self._is_coming_in():
            QTimer.singleShot(PAUSE_MS, self._play)
            return
        self._left -= 1
        self.begin()
        window = QApplication.activeModalWidget() or _window_in_front()
        if window is None:
            return
        if isinstance(window, QFileDialog):
            window.reject()
        elif window is self._door.entrance and self._random.random() < 0.9:
            self._log_in()
        else:
            acts, weights = zip(*self._acts, strict=True)
            self._random.choices(acts, weights)[0](window)

    def _is_coming_in(self) -> bool:
        """Return whether a password is being looked at: there is nothing to play with."""
        entrance = self._door.entrance
        is_known = entrance.facts is not None
        return entrance.isVisible() and not (is_known and entrance.login.account.isEnabled())

    def _log_in(self) -> None:
        login = self._random.choice((HEAD, CLERK, CLERK))
        form = self._door.entrance.login
        if self._door.entrance.facts is None or not form.isVisible():
            return
        form.account.set_value(login)
        form.password.set_value(PASSWORDS[login])
        form.submit()
        self.played["log in"] += 1

    def _press(self, window: QWidget) -> None:
        key, modifiers = self._random.choice(KEYS)
        if key is Key.Key_L and modifiers is CTRL and self._random.random() < 0.9:
            return  # a desk is not locked as often as a letter is typed
        QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)
        self.played["key"] += 1

    def _commit(self, window: QWidget) -> None:
        event = QInputMethodEvent()
        event.setCommitString(self._random.choice(WORDS))
        QApplication.sendEvent(QApplication.focusWidget() or window, event)
        self.played["text"] += 1

    def _compose(self, window: QWidget) -> None:
        event = QInputMethodEvent(self._random.choice(("l", "lg", "li'gui", "")), [])
        QApplication.sendEvent(QApplication.focusWidget() or window, event)
        self.played["preedit"] += 1

    def _click(self, window: QWidget) -> None:
        seen = [one for one in window.findChildren(QWidget) if one.isVisible() and one.isEnabled()]
        if seen:
            target = self._random.choice(seen)
            QTest.mouseClick(target, Qt.MouseButton.LeftButton, NONE, target.rect().center())
            self.played["click"] += 1

    def _turn_wheel(self, window: QWidget) -> None:
        target = QApplication.focusWidget() or window
        at = QPointF(target.rect().center())
        event = QWheelEvent(
            at,
            QPointF(target.mapToGlobal(at.toPoint())),
            QPoint(),
            QPoint(0, self._random.choice((-120, 120))),
            Qt.MouseButton.NoButton,
            NONE,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(target, event)
        self.played["wheel"] += 1

    def _resize(self, window: QWidget) -> None:
        window.resize(self._random.randint(1093, 1500), self._random.randint(582, 900))
        self.played["resize"] += 1


class Reader(QObject):
    """Stands for the programs that this PC would open files with."""

    @Slot(QUrl)
    def show(self, _file: QUrl) -> None:
        """Show nothing."""


def _window_in_front() -> QWidget | None:
    active = QApplication.activeWindow()
    if active is not None and active.isVisible():
        return active
    shown = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    if shown:
        shown[-1].activateWindow()
    return shown[-1] if shown else None


def _end_dialogs() -> None:
    while (dialog := QApplication.activeModalWidget()) is not None and dialog.isVisible():
        dialog.close()
        dialog.hide()


def play(folder: Path, events: int, seed: int) -> list[str]:
    """Return what went wrong, nothing where nothing did; how much was played is printed."""
    wrong: list[str] = []

    def note(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        wrong.append("".join(traceback.format_exception(kind, error, trace)))

    def note_qt(kind: QtMsgType, _context: object, message: str) -> None:
        if kind in IS_QT and not message.startswith(OF_NO_SCREEN):
            wrong.append(message)

    application = QApplication(["monkey", "-style", "fusion"])
    application.setQuitOnLastWindowClosed(False)
    application.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    reader = Reader()
    QDesktopServices.setUrlHandler("file", reader, "show")
    theme.apply(Tokens())
    a_desk(folder / "home", _now).close()
    printers = FolderPrinters(folder / "printed", Printer("HP LaserJet"))
    door = FrontDoor(folder / "home", _now, Preferences(folder / "screen.ini"), printers)
    door.show()
    monkey = Monkey(door, events, seed)
    sys.excepthook = note
    qInstallMessageHandler(note_qt)
    monkey.begin()
    application.exec()
    sys.excepthook = sys.__excepthook__
    door.close()
    for window in application.topLevelWidgets():
        window.close()
    print(dict(monkey.played), f"printed {len(printers.sent)}")
    return [*wrong, *_unsound(folder / "home")]


def _unsound(home: Path) -> list[str]:
    desk = a_desk(home, _now)
    try:
        print(f"registered {len(desk.visits.find(limit=10_000))}")
        return [f"{check.name}: {check.detail}" for check in desk.check() if not check.is_ok]
    finally:
        desk.close()


def _now() -> datetime:
    return datetime.now(SHANGHAI)


def main(events: str = "20000", seed: str = "1") -> int:
    with tempfile.TemporaryDirectory() as folder:
        wrong = play(Path(folder), int(events), int(seed))
    for each in wrong:
        print(each)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
