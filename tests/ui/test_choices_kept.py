"""What is ticked or chosen in the settings: a lock, a colleague or a kill loses none of it."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.settings import REQUIRED
from liaison_desktop.model.words import Role, Route, StationKind
from liaison_desktop.ui.field import Field
from liaison_desktop.ui.front_door import FrontDoor
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages.settings_desk import DeskPanel
from liaison_desktop.ui.pages.settings_fields import FieldsPanel
from liaison_desktop.ui.pages.settings_station import StationPanel
from liaison_desktop.ui.pages.settings_users import UsersPanel
from liaison_desktop.ui.preferences import Preferences
from liaison_desktop.ui.segments import Segments
from liaison_desktop.ui.tick import Tick
from tests.homes import HEAD, StoppedClock, a_desk
from tests.ui.conftest import OpenDoor
from tests.ui.hands import Until
from tests.ui.test_fields_kept import Leave, left, settled
from tests.ui.test_lock import come_in


@pytest.fixture
def desk(home: Path, clock: StoppedClock) -> Iterator[Desk]:
    desk = a_desk(home, clock, HEAD)
    desk.settings.change({"has_queue": True})
    yield desk
    desk.close()


@pytest.fixture
def door(home: Path, desk: Desk, open_door: OpenDoor) -> FrontDoor:
    return open_door(home)


@pytest.fixture(params=["lock", "kill"])
def leave(
    request: pytest.FixtureRequest,
    home: Path,
    door: FrontDoor,
    desk: Desk,
    open_door: OpenDoor,
    until: Until,
) -> Leave:
    return partial(left, request.param, home, door, desk, open_door, until, count=stored)


def stored(desk: Desk) -> int:
    return len(desk.drafts.find("fields"))


Settable = Field | Tick | Segments
Choosing = Callable[[MainWindow, Until], Settable]


def kind(window: MainWindow, until: Until) -> Settable:
    panel = settled(window, StationPanel, until)
    assert isinstance(panel, StationPanel)
    return panel.fields["kind"]


def rule(window: MainWindow, until: Until) -> Settable:
    panel = settled(window, FieldsPanel, until)
    assert isinstance(panel, FieldsPanel)
    return panel.choices["cause"]


def role(window: MainWindow, until: Until) -> Settable:
    panel = settled(window, UsersPanel, until)
    assert isinstance(panel, UsersPanel)
    return panel.roles[Role.AUDITOR]


def role_of_a_new_user(window: MainWindow, until: Until) -> Settable:
    panel = settled(window, UsersPanel, until)
    assert isinstance(panel, UsersPanel)
    if stored(window.room.desk) == 0:
        panel.begin_new()
    return panel.roles[Role.CLERK]


def paper(window: MainWindow, until: Until) -> Settable:
    panel = settled(window, DeskPanel, until)
    assert isinstance(panel, DeskPanel)
    return panel.receipt


def size_of_the_receipt(window: MainWindow, until: Until) -> Settable:
    panel = settled(window, DeskPanel, until)
    assert isinstance(panel, DeskPanel)
    return panel.receipt_paper


def usual_route(window: MainWindow, until: Until) -> Settable:
    panel = settled(window, DeskPanel, until)
    assert isinstance(panel, DeskPanel)
    return panel.default_route


def queue(window: MainWindow, until: Until) -> Settable:
    panel = settled(window, DeskPanel, until)
    assert isinstance(panel, DeskPanel)
    return panel.has_queue


def printer(window: MainWindow, until: Until) -> Settable:
    panel = settled(window, DeskPanel, until)
    assert isinstance(panel, DeskPanel)
    return panel.printers["A5"]


CHOSEN: list[tuple[Choosing, object]] = [
    (kind, StationKind.ZONE),
    (rule, REQUIRED),
    (role, True),
    (role_of_a_new_user, True),
    (paper, False),
    (size_of_the_receipt, "A5"),
    (usual_route, Route.TO_COUNTY),
    (queue, False),
    (printer, "HP LaserJet"),
]


@pytest.mark.parametrize(("case", "chosen"), CHOSEN, ids=[case.__name__ for case, _ in CHOSEN])
def test_what_is_ticked_or_chosen_stands_there_again(
    case: Choosing, chosen: object, door: FrontDoor, leave: Leave, until: Until
) -> None:
    holder = case(come_in(door, HEAD, until), until)
    assert holder.value() != chosen
    holder.set_value(chosen)

    again = case(leave(), until)
    until(lambda: again.value() == chosen)
    assert type(again.value()) is type(chosen)


def test_what_is_chosen_and_saved_leaves_no_draft(
    door: FrontDoor, desk: Desk, preferences: Preferences, until: Until
) -> None:
    window = come_in(door, HEAD, until)
    for choosing, chosen in ((rule, REQUIRED), (printer, "HP LaserJet")):
        choosing(window, until).set_value(chosen)
        until(lambda: stored(desk) == 1)
        window.settings._save()
        until(lambda: stored(desk) == 0)
    assert desk.settings.load().rule_of("cause") == REQUIRED
    assert preferences.printer_for("A5") == "HP LaserJet"


def test_a_printer_chosen_and_not_saved_stands_there_after_another_panel(
    door: FrontDoor, until: Until
) -> None:
    window = come_in(door, HEAD, until)
    chosen = printer(window, until)
    chosen.set_value("HP LaserJet")
    rule(window, until)
    assert printer(window, until).value() == "HP LaserJet"
    assert window.settings.panel(DeskPanel).banner.words.text() == ""


def test_a_draft_of_the_settings_takes_back_nothing_that_was_saved_since(
    door: FrontDoor, desk: Desk, until: Until
) -> None:
    panel = settled(come_in(door, HEAD, until), FieldsPanel, until)
    assert isinstance(panel, FieldsPanel)
    panel.choices["cause"].set_value(REQUIRED)
    other = next(
        name
        for name, choice in panel.choices.items()
        if name != "cause" and choice.value() != REQUIRED
    )
    until(lambda: len(desk.drafts.find("fields")) == 1)
    door.lock()
    desk.settings.change({"field_rules": {other: REQUIRED}})

    again = settled(come_in(door, HEAD, until), FieldsPanel, until)
    assert isinstance(again, FieldsPanel)
    until(lambda: again.choices["cause"].value() == REQUIRED)
    assert again.choices[other].value() == REQUIRED
