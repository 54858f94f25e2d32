"""汉字 can be typed, or the first start says what to do."""

from pathlib import Path

import pytest

from liaison_desktop.ui.first_start import FirstStart
from liaison_desktop.ui.input_methods import adapted, has_fcitx_plugin, plugin_folders
from tests.ui.conftest import OpenDoor
from tests.ui.hands import Key, Until, compose, enter, focused, press, type_keys, type_text

FCITX = {"QT_IM_MODULE": "fcitx", "XMODIFIERS": "@im=fcitx"}
PORTAL = {"QT_IM_MODULE": "ibus", "IBUS_USE_PORTAL": "1"}


@pytest.mark.parametrize(
    ("environment", "has_plugin", "set_"),
    [
        pytest.param(FCITX, False, PORTAL, id="the usual desktop with fcitx"),
        pytest.param({"QT_IM_MODULE": "fcitx5"}, False, PORTAL, id="fcitx 5 by its own name"),
        pytest.param({"XMODIFIERS": "@im=fcitx"}, False, PORTAL, id="fcitx by X alone"),
        pytest.param(FCITX, True, {}, id="a part for fcitx lies beside Qt's"),
        pytest.param({"QT_IM_MODULE": "ibus"}, False, {}, id="ibus works as it is"),
        pytest.param({}, False, {}, id="no input method is asked for"),
        pytest.param(
            {"QT_IM_MODULE": "ibus", "XMODIFIERS": "@im=fcitx"}, False, {}, id="the user has chosen"
        ),
        pytest.param(
            FCITX | {"WAYLAND_DISPLAY": "wayland-0"}, False, {"QT_IM_MODULE": ""}, id="Wayland"
        ),
        pytest.param(
            FCITX | {"WAYLAND_DISPLAY": "wayland-0", "QT_QPA_PLATFORM": "xcb"},
            False,
            PORTAL,
            id="X asked for under Wayland",
        ),
    ],
)
def test_the_session_is_adapted(environment: dict[str, str], has_plugin: bool, set_: object):
    assert adapted(environment, has_plugin) == set_


def test_the_wheels_bring_no_part_for_fcitx(tmp_path: Path):
    """The day they do, the session is left alone, and this test is to be turned round."""
    assert not has_fcitx_plugin(plugin_folders())

    (tmp_path / "platforminputcontexts").mkdir()
    (tmp_path / "platforminputcontexts" / "libfcitx5platforminputcontextplugin.so").touch()
    assert has_fcitx_plugin([tmp_path])


@pytest.fixture
def first(tmp_path: Path, open_door: OpenDoor, until: Until) -> FirstStart:
    entrance = open_door(tmp_path / "new").entrance
    until(lambda: bool(entrance.findChildren(FirstStart)))
    [form] = entrance.findChildren(FirstStart)
    until(form.isVisible)
    return form


def test_a_first_start_says_that_chinese_can_be_typed(first: FirstStart):
    first.typing.line.setFocus()
    compose("ni'hao")
    assert first.typing.answer.text() == ""
    assert not first.typing_note.isVisible()

    type_text("你好")
    assert first.typing.answer.text() == "能打汉字"
    assert not first.typing_note.isVisible()


@pytest.mark.parametrize("rare", ["㐂", "𬱖"])
def test_a_rare_character_is_chinese_too(first: FirstStart, rare: str):
    first.typing.line.setFocus()
    type_text(rare)
    assert first.typing.answer.text() == "能打汉字"


def test_letters_in_the_name_of_the_station_are_noticed(first: FirstStart):
    assert focused() is first.station.fields["name"].control
    type_keys("qing")
    assert "打出来的是字母" in first.typing_note.text()
    assert first.typing_note.isVisible()

    press(Key.Key_A)
    type_text("清河街道")
    assert not first.typing_note.isVisible()


def test_the_test_line_is_nobodys_next_field(first: FirstStart):
    type_text("清河街道代表联络站")
    enter()
    assert focused() is first.station.fields["code"].control
