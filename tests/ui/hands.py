"""Hands on the keyboard: what a clerk does, sent to whatever has the focus."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
PATIENCE_MS = 20_000


def focused() -> QWidget:
    """Return the widget that keys go to."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press one key."""
    QTest.keyClick(focused(), key, modifiers)


def enter() -> None:
    press(Key.Key_Return)


def save_keys() -> None:
    """Ctrl+Enter."""
    press(Key.Key_Return, CTRL)


def compose(text: str) -> None:
    """Open preedit text, as an input method does while 汉字 are being chosen."""
    QApplication.sendEvent(focused(), QInputMethodEvent(text, []))


def type_text(text: str) -> None:
    """Type text as an input method commits it, whatever characters it holds."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(focused(), event)


def type_keys(text: str) -> None:
    """Press ASCII keys one by one."""
    for character in text:
        QTest.keyClick(focused(), character)


def fill(*texts: str) -> None:
    """Type each text and go on with Enter; an empty one goes on only."""
    for text in texts:
        if text:
            type_text(text)
        enter()


Until = Callable[[Callable[[], bool]], None]
