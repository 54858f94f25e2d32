"""设置: what the station chooses holds at once, and every refusal is said."""

from pathlib import Path

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.words import Role
from liaison_desktop.ui import theme
from liaison_desktop.ui.cards import RowButton
from liaison_desktop.ui.front_door import FrontDoor
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages.settings import SettingsPage
from liaison_desktop.ui.pages.settings_check import CheckPanel
from liaison_desktop.ui.pages.settings_desk import DeskPanel
from liaison_desktop.ui.pages.settings_fields import FieldsPanel
from liaison_desktop.ui.pages.settings_look import LookPanel
from liaison_desktop.ui.pages.settings_station import StationPanel
from liaison_desktop.ui.pages.settings_users import UsersPanel
from tests.homes import CLERK, HEAD, PASSWORDS, StoppedClock, a_desk
from tests.ui.conftest import LogIn, OpenDoor
from tests.ui.hands import (
    CTRL,
    Key,
    Until,
    chosen_rows,
    press,
    save_keys,
    top_of,
    type_keys,
    words_on,
)


@pytest.fixture
def desk(home: Path, clock: StoppedClock) -> Desk:
    return a_desk(home, clock, HEAD)


@pytest.fixture
def window(home: Path, open_door: OpenDoor, until: Until) -> MainWindow:
    door: FrontDoor = open_door(home)
    door.entrance.login.submitted.emit(HEAD, PASSWORDS[HEAD])
    until(lambda: door.main is not None and door.main.isActiveWindow())
    assert door.main is not None
    return door.main


@pytest.fixture
def settings(window: MainWindow, until: Until) -> SettingsPage:
    press(Key.Key_8, CTRL)
    until(lambda: window.page is window.settings)
    until(lambda: window.settings.panel(StationPanel).fields["name"].value() != "")
    return window.settings


def test_the_station_is_corrected(settings: SettingsPage, desk: Desk, until: Until):
    station = settings.panel(StationPanel)
    assert "QHJD" in station.code.text()
    station.fields["phone"].set_value("0573-80000002")
    station.reason.set_value("换了号码")
    save_keys()
    until(lambda: "已更正" in words_on(station))
    assert desk.stations.load().phone == "0573-80000002"

    station.fields["name"].set_value("很长" * 40)
    save_keys()
    until(lambda: "最多 60 个字" in station.fields["name"].message)
    assert station.fields["name"].value() == "很长" * 40


def test_a_digit_goes_to_a_part_and_what_is_typed_stays(settings: SettingsPage, until: Until):
    settings.panel(StationPanel).fields["address"].set_value("新址 1 号")
    settings.parts.tab_stop().setFocus()
    type_keys("5")
    until(settings.panel(LookPanel).isVisible)
    type_keys("1")
    until(settings.panel(StationPanel).isVisible)
    assert settings.panel(StationPanel).fields["address"].value() == "新址 1 号"


def test_a_field_is_required_from_now_on(settings: SettingsPage, desk: Desk, until: Until):
    settings.parts.set_value(FieldsPanel)
    until(lambda: settings.panel(FieldsPanel).choices["sex"].value() == "optional")
    assert settings.panel(FieldsPanel).choices["id_no"].value() == "hidden"
    assert len(settings.panel(FieldsPanel).choices["phone"].buttons) == 2
    settings.panel(FieldsPanel).choices["sex"].set_value("required")
    save_keys()
    until(lambda: "已保存" in words_on(settings.panel(FieldsPanel)))
    assert desk.settings.load().rule_of("sex") == "required"


def test_a_user_is_registered_corrected_and_disabled(
    settings: SettingsPage, desk: Desk, until: Until
):
    users = settings.panel(UsersPanel)
    settings.parts.set_value(UsersPanel)
    until(lambda: len(users.list.parentWidget().findChildren(RowButton)) == 2)
    until(lambda: len(chosen_rows(users)) == 1)
    assert chosen_rows(users)[0].startswith(f"{HEAD}（{HEAD}）")
    first, second = (users.list.itemAt(place).widget() for place in range(2))
    assert top_of(second) - top_of(first) == first.height()
    assert top_of(users.disable_button) == top_of(users.reason.control)
    users.begin_new()
    assert chosen_rows(users) == []
    users.login.set_value("新来的")
    users.name.set_value("赵燕")
    users.roles[Role.CLERK].set_value(True)
    users.password.first.set_value("12345678")
    users.password.second.set_value("12345678")
    save_keys()
    until(lambda: "常见密码" in words_on(users))
    for field in (users.password.first, users.password.second):
        field.set_value("长河落日圆又圆了")
    save_keys()
    until(lambda: len(desk.accounts.find()) == 3)
    until(lambda: users.chosen is not None and users.chosen.login == "新来的")

    users.disable()
    assert "请写明原因" in users.reason.message
    users.reason.set_value("调走了")
    users.disable()
    until(lambda: "已停用" in words_on(users))
    assert desk.accounts.find()[-1].disabled_at is not None


def test_the_last_head_cannot_be_shut_out(settings: SettingsPage, until: Until):
    users = settings.panel(UsersPanel)
    settings.parts.set_value(UsersPanel)
    until(lambda: users.chosen is not None and users.chosen.login == HEAD)
    users.reason.set_value("试一试")
    users.disable()
    until(lambda: "最后一个能管理用户的账号" in words_on(users))


def test_ones_own_password_needs_the_old_one(settings: SettingsPage, until: Until):
    users = settings.panel(UsersPanel)
    settings.parts.set_value(UsersPanel)
    until(lambda: users.chosen is not None)
    users.old.set_value("不是这个")
    for field in (users.password.first, users.password.second):
        field.set_value("长河落日圆又圆了")
    users.change_password()
    until(lambda: "登录名或密码不对" in words_on(users))
    assert users.old.value() == ""
    users.old.set_value(PASSWORDS[HEAD])
    users.change_password()
    until(lambda: "密码已改" in words_on(users))


def test_switches_of_the_desk_hold_at_once(
    settings: SettingsPage, window: MainWindow, desk: Desk, until: Until
):
    panel = settings.panel(DeskPanel)
    settings.parts.set_value(DeskPanel)
    until(lambda: panel.lock_minutes.value() == "5")
    panel.lock_minutes.set_value("0")
    save_keys()
    until(panel.banner.isVisible)
    assert desk.settings.load().lock_minutes == 5
    panel.lock_minutes.set_value("10")
    panel.has_queue.set_value(True)
    save_keys()
    until(lambda: desk.settings.load().lock_minutes == 10)
    window.go_to(window.today)
    until(window.today.queue.isVisible)


def test_a_notice_is_numbered_as_the_office_writes_it(
    settings: SettingsPage, desk: Desk, until: Until
):
    panel = settings.panel(DeskPanel)
    settings.parts.set_value(DeskPanel)
    until(lambda: panel.doc_number_form.value() == "〔2026〕1号")
    panel.doc_number_form.set_value("七号")
    save_keys()
    until(panel.banner.isVisible)
    panel.doc_number_form.set_value("(2026)7号")
    save_keys()
    until(lambda: desk.settings.load().doc_number_form == "({year}){number}号")


def test_the_look_is_shown_and_remembered(settings: SettingsPage, until: Until):
    settings.parts.set_value(LookPanel)
    until(settings.panel(LookPanel).isVisible)
    settings.panel(LookPanel).theme.set_value("dark")
    assert theme.current().theme == "dark"
    assert settings.room.preferences.theme == "dark"
    settings.panel(LookPanel).language.set_value("en")
    assert settings.room.preferences.language == "en"


def test_everything_is_checked_on_demand(settings: SettingsPage, until: Until):
    settings.parts.set_value(CheckPanel)
    until(settings.panel(CheckPanel).isVisible)
    settings.panel(CheckPanel).save()
    until(lambda: "项检查都正常" in words_on(settings.panel(CheckPanel)))


def test_a_clerk_may_look_and_change_his_own_password_only(
    home: Path, open_door: OpenDoor, log_in: LogIn, until: Until
):
    window = log_in(open_door(home))
    window.go_to(window.settings)
    until(lambda: window.settings.panel(StationPanel).fields["name"].value() != "")
    assert not window.settings.panel(StationPanel).save_button.isVisible()
    assert "由站长或管理员来改" in words_on(window.settings.panel(StationPanel))
    window.settings.parts.set_value(UsersPanel)
    until(lambda: [user.login for user in window.settings.panel(UsersPanel).users] == [CLERK])
    assert not window.settings.panel(UsersPanel).disable_button.isVisible()
    assert window.settings.panel(UsersPanel).password_button.isVisible()
