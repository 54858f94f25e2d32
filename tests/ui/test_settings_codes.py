"""代码表: the head adds the words that a standard lacks; a clerk reads them."""

from pathlib import Path

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages.settings_codes import CodesPanel
from tests.homes import HEAD, PASSWORDS, StoppedClock, a_desk
from tests.ui.conftest import OpenDoor
from tests.ui.hands import Until, save_keys, type_text, words_on


@pytest.fixture
def desk(home: Path, clock: StoppedClock) -> Desk:
    return a_desk(home, clock)


@pytest.fixture
def panel(home: Path, open_door: OpenDoor, until: Until) -> CodesPanel:
    """The panel in the head's window."""
    door = open_door(home)
    door.entrance.login.submitted.emit(HEAD, PASSWORDS[HEAD])
    until(lambda: door.main is not None and door.main.isActiveWindow())
    assert door.main is not None
    return shown_in(door.main, until)


def shown_in(window: MainWindow, until: Until) -> CodesPanel:
    window.go_to(window.settings)
    until(lambda: window.page is window.settings)
    window.settings.parts.set_value(CodesPanel)
    panel = window.settings.panel(CodesPanel)
    until(lambda: panel.isVisible() and "56 个词" in words_on(panel))
    return panel


def test_the_head_adds_words_one_in_a_line(panel: CodesPanel, desk: Desk, until: Until):
    assert "GB/T 3304-1991" in words_on(panel)
    panel.fields["ethnic_group"].control.setFocus()
    type_text("穿青人\n革家人")
    save_keys()
    until(lambda: "已保存" in words_on(panel))
    assert desk.codes.load()["ethnic_group"].own == ("穿青人", "革家人")


def test_a_word_that_is_too_long_is_refused(panel: CodesPanel, desk: Desk, until: Until):
    panel.fields["education"].set_value("夜" * 21)
    panel.save()
    until(lambda: "最多 20 个字" in words_on(panel))
    assert desk.codes.load()["education"].own == ()
    assert panel.fields["education"].value() == "夜" * 21


def test_a_clerk_reads_and_does_not_save(main: MainWindow, until: Until):
    panel = shown_in(main, until)
    assert panel.save_button.isHidden()
    assert "站长或管理员" in words_on(panel)
