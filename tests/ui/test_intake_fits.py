"""来访登记 with 更多 folded out and every field asked: nothing is beside the page, at any size."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QScrollArea

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.settings import OPTIONAL, RULED
from liaison_desktop.model.words import Handling
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages.key_card import KeyCard
from tests.homes import HEAD, StoppedClock, a_desk
from tests.ui.conftest import LogIn, OpenDoor, at_intake
from tests.ui.hands import Key, Until, press

WIDE, SMALL = (1366, 768), (1093, 582)


@pytest.fixture
def asking_all(home: Path, clock: StoppedClock) -> Iterator[Desk]:
    """A station that asks every field there is."""
    desk = a_desk(home, clock, HEAD)
    desk.settings.change({"field_rules": dict.fromkeys(RULED, OPTIONAL)})
    yield desk
    desk.close()


@pytest.fixture(params=["zh_CN", "en"])
def language(request: pytest.FixtureRequest) -> str:
    if request.param == "en":
        request.getfixturevalue("english")
    return str(request.param)


@pytest.fixture(params=[WIDE, SMALL], ids=["1366x768", "1093x582"])
def window(
    request: pytest.FixtureRequest,
    language: str,
    home: Path,
    asking_all: Desk,
    open_door: OpenDoor,
    log_in: LogIn,
    until: Until,
) -> MainWindow:
    window = log_in(open_door(home))
    window.resize(*request.param)
    page = at_intake(window)
    until(page.view.isVisible)
    until(lambda: not page.form.more.fields["cause"].is_out)
    assert (window.width(), window.height()) == request.param
    return window


def unfold(window: MainWindow, until: Until) -> None:
    """F3, F6, and every answer that brings fields of its own."""
    form = window.intake.form
    press(Key.Key_F3)
    until(form.more.isVisible)
    press(Key.Key_F6)
    until(lambda: len(form.visitors) == 2 and form.visitors[1].isVisible())
    form.handling.set_value(Handling.GUIDED)
    form.more.attachments.add(  # long names: none makes the page wider
        [f"/media/stick/{'和平社区门口的路灯' * 9}{n}.pdf" for n in range(3)]
    )


def test_a_file_taken_off_leaves_the_others(window: MainWindow, until: Until) -> None:
    unfold(window, until)
    files = window.intake.form.more.attachments
    buttons = [one for one in files.findChildren(Button) if one is not files.choose]
    assert all(one.isVisible() and "…" in one.text() for one in buttons)
    buttons[1].click()
    assert [path[-5] for path in files.value()] == ["0", "2"]
    until(lambda: len(files.findChildren(Button)) == 3)
    assert all(one.isVisible() for one in files.findChildren(Button))


def test_everything_stands_within_the_page(window: MainWindow, until: Until) -> None:
    unfold(window, until)
    form, view = window.intake.form, window.intake.view
    hidden = [path for path, field in form.each_field() if not field.isVisible()]
    assert hidden == ["onsite_reply"]
    area = view.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0
    assert [card.isVisible() for card in view.findChildren(KeyCard)] in ([], [True])
