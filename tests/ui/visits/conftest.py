"""The page of 来访登记簿 in a window of its own, on a real home."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from liaison_desktop.desk.desk import Desk
from liaison_desktop.ui.pages.ledgers import LedgersPage
from liaison_desktop.ui.preferences import Preferences
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.worker import Worker
from tests.homes import StoppedClock, a_desk
from tests.ui.hands import Until
from tests.ui.test_shape import SMALLEST

OpenPage = Callable[[Desk], LedgersPage]


@pytest.fixture
def shown() -> list[Path]:
    """The papers that were put before the clerk."""
    return []


@pytest.fixture
def open_page(
    qtbot: QtBot, until: Until, preferences: Preferences, shown: list[Path]
) -> Iterator[OpenPage]:
    """Open the page in a window of its own, as far as the first rows."""
    opened: list[tuple[Desk, Worker]] = []

    def open_on(desk: Desk) -> LedgersPage:
        worker = Worker()
        opened.append((desk, worker))
        room = Room(
            desk,
            worker,
            preferences,
            lambda papers, said: shown.extend(paper.path for paper in papers),
        )
        page = LedgersPage(room)
        page.resize(SMALLEST[0] - 76, SMALLEST[1] - 94)
        with qtbot.waitActive(page):
            page.show()
        page.begin()
        until(lambda: bool(page.list.count.text()))
        return page

    yield open_on
    for desk, worker in opened:
        worker.stop()
        desk.close()


@pytest.fixture
def desk(home: Path, clock: StoppedClock) -> Desk:
    return a_desk(home, clock)
