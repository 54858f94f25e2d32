"""What a clerk has at hand: a hub to plug sticks into, eyes and keys."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton

from liaison_desktop.ui.pages.exchange import ExchangePanel
from liaison_desktop.ui.sticks import Stick
from tests.ui.hands import CTRL, Key, Until, enter, press, words_on

OpenPanel = Callable[[str], ExchangePanel]


class Hub:
    """Where sticks are plugged in: each is a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder, self.sticks = folder, list[Stick]()

    def plug_in(self, name: str, trouble: str = "") -> Path:
        folder = self._folder / name
        folder.mkdir(exist_ok=True)
        self.sticks.append(Stick(folder, name, 8 << 30, trouble))
        return folder

    def pull_out(self) -> None:
        self.sticks = []

    def find(self) -> list[Stick]:
        return list(self.sticks)


def see(panel: ExchangePanel, until: Until, words: str) -> None:
    """Wait until words stand on the screen."""
    until(lambda: words in words_on(panel))


def load_onto(panel: ExchangePanel, until: Until) -> None:
    """Ctrl+E, and Enter once the one stick is seen."""
    press(Key.Key_E, CTRL)
    until(lambda: panel.load.sticks.folder is not None)
    enter()


def tab_to(button: QAbstractButton) -> None:
    """Press Tab until a button has the focus."""
    for _ in range(20):
        if button.hasFocus():
            return
        press(Key.Key_Tab)
    pytest.fail(f"{button.text()} cannot be reached by Tab")
