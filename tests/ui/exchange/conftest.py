"""The exchange in a window of its own: a station, its county, and a hub for sticks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from liaison_desktop.county.county import County
from liaison_desktop.desk.desk import Desk
from liaison_desktop.ui.pages import exchange_sticks
from liaison_desktop.ui.pages.exchange import ExchangePanel
from liaison_desktop.ui.preferences import Preferences
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.worker import Worker
from tests.builders import a_visit
from tests.homes import HEAD, StoppedClock, a_county, a_desk
from tests.joined import join
from tests.ui.exchange.at_the_panel import Hub, OpenPanel
from tests.ui.hands import Until


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Hub:
    monkeypatch.setattr(exchange_sticks, "LOOK_EVERY_MS", 20)
    (tmp_path / "media").mkdir()
    return Hub(tmp_path / "media")


@pytest.fixture
def county(tmp_path: Path, clock: StoppedClock) -> Iterator[County]:
    county = a_county(tmp_path / "county", clock)
    yield county
    county.close()


@pytest.fixture
def head_desk(tmp_path: Path, clock: StoppedClock) -> Iterator[Desk]:
    desk = a_desk(tmp_path / "station", clock, HEAD)
    yield desk
    desk.close()


@pytest.fixture
def joined(head_desk: Desk, county: County, tmp_path: Path) -> County:
    """A county that the station has joined, and one visit that waits to be reported."""
    join(head_desk, county, tmp_path)
    head_desk.visits.register(a_visit())
    return county


@pytest.fixture
def open_panel(
    qtbot: QtBot, until: Until, tmp_path: Path, clock: StoppedClock, hub: Hub
) -> Iterator[OpenPanel]:
    """Open the panel in a window of its own, as a user, once it knows how it stands."""
    opened: list[tuple[QWidget, Worker, Desk]] = []

    def open_as(login: str) -> ExchangePanel:
        desk, worker = a_desk(tmp_path / "station", clock, login), Worker()
        room = Room(desk, worker, Preferences(tmp_path / "screen.ini"), lambda *_: None)
        window, panel = QWidget(), ExchangePanel(room, hub.find)
        window.resize(508, 488)
        QHBoxLayout(window).addWidget(panel)
        opened.append((window, worker, desk))
        with qtbot.waitActive(window):
            window.show()
        panel.begin()
        until(lambda: panel.state.county.text() != "")
        return panel

    yield open_as
    for window, worker, desk in opened:
        window.close()
        worker.stop()
        desk.close()
