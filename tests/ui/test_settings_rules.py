"""规则与日历 in the settings: packs listed, read, taken in by the head alone; calendars too."""

from collections.abc import Callable
from pathlib import Path

import pytest

from liaison_desktop.ui.front_door import FrontDoor
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages.settings_rules import RulesPanel
from tests.desk.test_rules import NEW_YEAR, a_pack
from tests.homes import CLERK, HEAD, PASSWORDS
from tests.ui.conftest import OpenDoor
from tests.ui.hands import CTRL, Key, Until, chosen_rows, press, words_on

Enter = Callable[[str], RulesPanel]


@pytest.fixture
def enter(home: Path, open_door: OpenDoor, until: Until) -> Enter:
    """Log in as a user and return the panel."""

    def enter(login: str) -> RulesPanel:
        door: FrontDoor = open_door(home)
        door.entrance.login.account.set_value(login)
        door.entrance.login.password.set_value(PASSWORDS[login])
        door.entrance.login.submit()
        until(lambda: door.main is not None and door.main.isActiveWindow())
        assert door.main is not None
        return rules_of(door.main, until)

    return enter


def rules_of(window: MainWindow, until: Until) -> RulesPanel:
    press(Key.Key_8, CTRL)
    until(lambda: window.page is window.settings)
    window.settings.parts.set_value(RulesPanel)
    panel = window.settings.panel(RulesPanel)
    until(panel.isVisible)
    until(lambda: panel.list.count() > 0)
    return panel


def test_the_clerk_reads_the_rules_and_brings_none(enter: Enter, until: Until):
    panel = enter(CLERK)
    for said in ("浙江·联络站（草案）", "现行", "答复：1 个月", "2024、2025、2026", "重庆市涪陵区"):
        until(lambda said=said: said in words_on(panel))
    assert not panel.pack_button.isVisible()
    assert not panel.calendar_button.isVisible()


def test_the_head_brings_a_pack(enter: Enter, until: Until, tmp_path: Path):
    panel = enter(HEAD)
    file = tmp_path / "清河区.toml"
    file.write_text(a_pack().replace('"redo"', '"again"'), encoding="utf-8")
    panel.import_pack(file)
    until(lambda: "rule.redo：还没有填写" in words_on(panel))
    assert panel.list.count() == 1
    file.write_text(a_pack(), encoding="utf-8")
    panel.import_pack(file)
    until(lambda: "2026-11-01 起现行" in words_on(panel))
    until(lambda: panel.list.count() == 2)
    until(lambda: "答复：15 个自然日" in words_on(panel))
    assert [one.is_in_force for one in panel.room.desk.rules.packs()] == [True, False]


def test_the_head_takes_in_a_calendar(enter: Enter, until: Until, tmp_path: Path):
    panel = enter(HEAD)
    file = tmp_path / "2027.toml"
    file.write_text("year = 2027", encoding="utf-8")
    panel.import_calendar(file)
    until(lambda: "source：还没有填写" in words_on(panel))
    file.write_text(NEW_YEAR, encoding="utf-8")
    panel.import_calendar(file)
    until(lambda: "已导入 2027 年日历" in words_on(panel))
    until(lambda: "2026、2027" in words_on(panel))


def test_the_pack_that_is_told_of_looks_chosen(enter: Enter, until: Until):
    panel = enter(CLERK)
    until(lambda: len(chosen_rows(panel)) == 1)
    assert chosen_rows(panel)[0].startswith("浙江·联络站（草案）")
