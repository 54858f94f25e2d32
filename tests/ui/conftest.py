"""Real windows on an offscreen platform, each closed again after its test."""

import gc
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liaison_desktop.desk.desk import Desk
from liaison_desktop.ui import theme
from liaison_desktop.ui.front_door import FrontDoor
from liaison_desktop.ui.i18n import ENGLISH, speak, speak_chinese, tr
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages.intake import IntakePage
from liaison_desktop.ui.preferences import Preferences
from liaison_desktop.ui.printing.folder_printers import FolderPrinters
from liaison_desktop.ui.printing.printers import Printer
from liaison_desktop.ui.tokens import Tokens
from tests.homes import CLERK, PASSWORDS, StoppedClock, a_desk, copy_home
from tests.ui.hands import PATIENCE_MS, Until


@pytest.fixture(autouse=True, scope="session")
def _garbage_of_the_screen() -> Iterator[None]:
    """Let nothing be collected in a worker's thread, as in the program."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def _clean_screen(qapp: QApplication) -> Iterator[None]:
    """Begin with the usual look and without the last test's garbage, and leave no window behind.

    The collection comes here because pytest holds a test's windows until it is over. What outlives
    it belongs to no test: it is frozen, or looking through it would cost more than most tests.
    """
    gc.collect()
    gc.freeze()
    theme.apply(Tokens())
    yield
    for widget in qapp.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    qapp.sendPostedEvents(None, 52)  # QEvent.DeferredDelete
    qapp.processEvents()
    assert not [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]


@pytest.fixture
def until(qtbot: QtBot) -> Until:
    """Wait for something that a person would see happen."""

    def wait(is_so: Callable[[], bool]) -> None:
        if is_so():
            return
        latest = time.monotonic() + PATIENCE_MS / 1000
        while not is_so():
            assert time.monotonic() < latest, f"not seen in {PATIENCE_MS} ms"
            qtbot.wait(1)  # qtbot.waitUntil looks every 10 ms, which is most of a short wait
        qtbot.wait(1)  # what was put on the screen together is shown by events of its own

    return wait


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "screen.ini")


@pytest.fixture
def printers(tmp_path: Path) -> FolderPrinters:
    """One printer, whose paper is a folder."""
    return FolderPrinters(tmp_path / "paper", Printer("HP LaserJet"))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A ready home: head 刘敏 and clerk 王芳."""
    return copy_home(tmp_path / "home")


OpenDoor = Callable[[Path], FrontDoor]


@pytest.fixture
def open_door(
    qtbot: QtBot,
    until: Until,
    clock: StoppedClock,
    preferences: Preferences,
    printers: FolderPrinters,
) -> Iterator[OpenDoor]:
    """Open the program on a home, as far as the first window that says whose home it is."""
    doors: list[FrontDoor] = []

    def open_on(home: Path) -> FrontDoor:
        door = FrontDoor(home, clock, preferences, printers)
        doors.append(door)
        with qtbot.waitActive(door.entrance):
            door.show()
        until(lambda: door.entrance.facts is not None)
        return door

    yield open_on
    for door in doors:
        door.close()


LogIn = Callable[[FrontDoor], MainWindow]


@pytest.fixture
def log_in(until: Until) -> LogIn:
    """Log in as the clerk, with keys, and wait for the first form."""

    def enter_as_clerk(door: FrontDoor) -> MainWindow:
        form = door.entrance.login
        form.account.set_value(CLERK)
        form.password.set_value(PASSWORDS[CLERK])
        form.submit()
        until(lambda: door.main is not None)
        assert door.main is not None
        until(door.main.isActiveWindow)
        return door.main

    return enter_as_clerk


def at_intake(window: MainWindow) -> IntakePage:
    """Go to the form, as Ctrl+2 does."""
    window.go_to(window.intake)
    return window.intake


def is_typing_possible(page: IntakePage) -> bool:
    """Return whether the form is there and has the focus."""
    focused = QApplication.focusWidget()
    return page.view.isVisible() and focused is not None and page.isAncestorOf(focused)


@pytest.fixture
def main(home: Path, open_door: OpenDoor, log_in: LogIn, until: Until) -> MainWindow:
    """The clerk's window with an empty form in it."""
    window = log_in(open_door(home))
    until(partial(is_typing_possible, at_intake(window)))
    return window


@pytest.fixture
def page(main: MainWindow) -> IntakePage:
    return main.intake


@pytest.fixture
def other_desk(home: Path, clock: StoppedClock, page: IntakePage) -> Iterator[Desk]:
    """The same home seen from outside the window."""
    desk = a_desk(home, clock)
    yield desk
    desk.close()


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    """Speak English until the end of the test."""
    before = QLocale()
    assert speak(ENGLISH) == ENGLISH
    yield
    for words in qapp.findChildren(QTranslator):
        if tr("登录") != "登录":
            qapp.removeTranslator(words)
    QLocale.setDefault(before)
    speak_chinese.cache_clear()
    assert tr("登录") == "登录"
