"""Hands on the keyboard: what a clerk does, sent to whatever has the focus."""

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from liaison_desktop.ui.cards import RowButton
from liaison_desktop.ui.pages.draft_keeper import DraftKeeper
from liaison_desktop.ui.printing.preview import PreviewDialog
from liaison_desktop.ui.worker import Worker

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
PATIENCE_MS = 20_000
Until = Callable[[Callable[[], bool]], None]


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


def save_slowly(worker: Worker, keeper: DraftKeeper, until: Until) -> None:
    """Ctrl+Enter, with so much to do before the save that the draft's time comes first."""
    let_go = Event()
    worker.ask(keeper, lambda: let_go.wait(10), lambda _done: None)
    timer = keeper.findChild(QTimer)
    assert isinstance(timer, QTimer)
    assert timer.isActive()
    save_keys()
    until(lambda: not timer.isActive())
    let_go.set()


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


def chosen_rows(widget: QWidget) -> list[str]:
    """Return the rows that look chosen, by what a screen reader calls them."""
    rows = widget.findChildren(RowButton)
    return [row.accessibleName() for row in rows if row.isVisible() and row.property("chosen")]


def top_of(widget: QWidget) -> int:
    """Return how far below the top of its window a widget begins, in pixels."""
    return widget.mapTo(widget.window(), QPoint(0, 0)).y()


def words_on(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def type_a_visit() -> None:
    """Type what the first screen asks, in the order of the desk."""
    fill("某𬱖")
    type_keys("2")
    enter()
    fill("13800001234", "和平社区3栋")
    enter()
    fill("", "路灯不亮")
    type_text("小区门口的路灯坏了。")
    enter()
    type_text("晚上看不见。")
    press(Key.Key_Tab)
    type_keys("6")
    enter()
    fill("周丽华")
    type_keys("2")


def preview_of(window: QWidget, until: Until) -> PreviewDialog:
    """Return the preview, once it is in front and can print."""
    found: list[PreviewDialog] = []

    def is_ready() -> bool:
        found[:] = [one for one in window.findChildren(PreviewDialog) if one.isVisible()]
        return bool(found) and found[0].print_button.isEnabled()

    until(is_ready)
    return found[0]


def print_what_is_shown(window: QWidget, until: Until) -> None:
    """Ctrl+Enter in the preview, and wait until it is gone."""
    QTest.keyClick(preview_of(window, until), Key.Key_Return, CTRL)
    until(lambda: not any(one.isVisible() for one in window.findChildren(PreviewDialog)))
