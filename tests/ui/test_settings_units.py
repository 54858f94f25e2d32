"""承办单位 in the settings."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages.settings_units import UnitsPanel
from tests.builders import a_unit
from tests.homes import CLERK, StoppedClock, a_desk
from tests.ui.conftest import LogIn, OpenDoor
from tests.ui.hands import (
    CTRL,
    Key,
    Until,
    chosen_rows,
    press,
    save_keys,
    top_of,
    type_text,
    words_on,
)


@pytest.fixture
def desk(home: Path, clock: StoppedClock) -> Iterator[Desk]:
    desk = a_desk(home, clock, CLERK)
    yield desk
    desk.close()


def units_of(window: MainWindow, until: Until) -> UnitsPanel:
    press(Key.Key_8, CTRL)
    until(lambda: window.page is window.settings)
    window.settings.parts.set_value(UnitsPanel)
    panel = window.settings.panel(UnitsPanel)
    until(panel.isVisible)
    return panel


@pytest.fixture
def panel(home: Path, open_door: OpenDoor, log_in: LogIn, until: Until) -> UnitsPanel:
    return units_of(log_in(open_door(home)), until)


def test_a_unit_is_registered_and_corrected(panel: UnitsPanel, desk: Desk, until: Until):
    panel.begin_new()
    type_text("街道办城建办")
    save_keys()
    until(lambda: "街道办城建办" in words_on(panel))
    assert [unit.name for unit in desk.units.find()] == ["街道办城建办"]
    panel.fields["phone"].set_value("0573-80000002")
    panel.save()
    until(lambda: [unit.phone for unit in desk.units.find()] == ["0573-80000002"])


def test_a_unit_without_a_name_is_refused_at_its_field(panel: UnitsPanel, desk: Desk, until: Until):
    panel.begin_new()
    panel.fields["contact"].set_value("陈主任")
    panel.save()
    until(lambda: panel.fields["name"].level == "danger")
    assert desk.units.find() == []
    assert panel.fields["contact"].value() == "陈主任"


def test_the_unit_that_is_shown_looks_chosen(panel: UnitsPanel, desk: Desk, until: Until):
    for name in ("街道办城建办", "清风物业公司"):
        desk.units.register(a_unit(name))
    panel.begin()
    until(lambda: panel.list.count() == 2)
    first, second = (panel.list.itemAt(place).widget() for place in range(2))
    until(lambda: chosen_rows(panel) == ["街道办城建办"])
    assert top_of(second) - top_of(first) == first.height()

    second.click()
    assert chosen_rows(panel) == ["清风物业公司"]
    panel.begin_new()
    assert chosen_rows(panel) == []
