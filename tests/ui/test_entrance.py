"""The window before the desk: whose home it is, who may in, and what to do without a password."""

import re
from pathlib import Path

import pypdf
import pytest
from pytestqt.qtbot import QtBot

from liaison_desktop.desk.entrance import (
    NewAccount,
    NewStation,
    look_at,
    open_desk,
    set_up_station,
)
from liaison_desktop.model.faults import WrongPassword
from liaison_desktop.model.words import Role, StationKind, StationTier
from liaison_desktop.ui.first_start import FirstStart
from liaison_desktop.ui.front_door import FrontDoor
from liaison_desktop.ui.preferences import Preferences
from liaison_desktop.ui.recovery import RecoveryForm
from tests.homes import CLERK, HEAD, PASSWORDS, StoppedClock
from tests.ui.conftest import LogIn, OpenDoor
from tests.ui.hands import (
    CTRL,
    Key,
    Until,
    enter,
    fill,
    focused,
    press,
    type_keys,
    type_text,
    words_on,
)

SECRETS = "本机不得录入、存储国家秘密和工作秘密"


def test_the_window_says_whose_home_it_is_and_who_may_log_in(home: Path, open_door: OpenDoor):
    entrance = open_door(home).entrance

    assert "清河街道人大代表联络站" in words_on(entrance)
    assert SECRETS in words_on(entrance)
    account = entrance.login.account
    assert [account.itemText(n) for n in range(account.count())] == [HEAD, CLERK]
    assert focused() is entrance.login.password.line


def test_a_home_of_one_system_account_is_said_to_be_so(home: Path, open_door: OpenDoor):
    entrance = open_door(home).entrance

    assert "这个系统账户" in words_on(entrance)


def test_the_menus_of_qt_itself_are_chinese(home: Path, open_door: OpenDoor):
    line = open_door(home).entrance.login.password.line

    menu = line.createStandardContextMenu()

    words = "".join(action.text() for action in menu.actions())
    menu.deleteLater()
    assert "全选" in words or "全部选择" in words
    assert "Paste" not in words


def test_a_clerk_logs_in_with_keys_alone(home: Path, open_door: OpenDoor, until: Until):
    door = open_door(home)
    door.entrance.login.account.setFocus()

    press(Key.Key_Down)
    enter()
    type_text(PASSWORDS[CLERK])
    enter()

    until(lambda: door.main is not None and door.main.isVisible())
    assert not door.entrance.isVisible()
    assert door.main is not None
    assert "清河街道人大代表联络站" in door.main.windowTitle()


def test_the_account_used_last_stands_there_next_time(
    home: Path, open_door: OpenDoor, log_in: LogIn
):
    door = open_door(home)
    log_in(door)
    door.close()

    assert open_door(home).entrance.login.account.value() == CLERK


def test_a_wrong_password_opens_nothing_and_may_be_tried_again(
    home: Path, open_door: OpenDoor, until: Until
):
    door = open_door(home)
    form = door.entrance.login

    type_keys("wrong")
    enter()

    until(lambda: bool(form.message.text()))
    assert form.message.text() == "登录名或密码不对；什么也没有打开，请再试。"
    assert door.main is None
    assert focused() is form.password.line
    type_text(PASSWORDS[HEAD])
    enter()
    until(lambda: door.main is not None)


def test_after_many_wrong_passwords_the_window_says_how_long_to_wait(
    home: Path, open_door: OpenDoor, until: Until, qtbot: QtBot
):
    form = open_door(home).entrance.login
    for _ in range(5):
        type_keys("wrong")
        enter()
        until(lambda: form.enter.isEnabled() or "秒" in form.message.text())

    until(lambda: "请等 60 秒" in form.message.text())
    assert not form.enter.isEnabled()
    with qtbot.assertNotEmitted(form.submitted):
        enter()
    until(lambda: "请等 59 秒" in form.message.text())


def test_the_eye_shows_the_password_and_hides_it_again(home: Path, open_door: OpenDoor):
    password = open_door(home).entrance.login.password
    type_keys("secret")

    assert password.line.displayText() != "secret"
    password.eye.click()
    assert password.line.displayText() == "secret"
    assert focused() is password.line
    password.eye.click()
    assert password.line.displayText() != "secret"


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda folder: (folder / "data.part").mkdir(parents=True), "上次建站没有做完"),
        (lambda folder: (folder / "别的").mkdir(parents=True), "这个文件夹里有别的文件"),
    ],
    ids=["half made", "something else"],
)
def test_a_folder_that_is_no_home_is_explained(
    tmp_path: Path, open_door: OpenDoor, make: object, says: str
):
    make(tmp_path / "home")  # type: ignore[operator]  # a lambda of the parameters above

    entrance = open_door(tmp_path / "home").entrance

    assert says in entrance.login.message.text()
    assert "Traceback" not in words_on(entrance)


def test_a_key_file_that_cannot_be_read_is_explained(
    home: Path, open_door: OpenDoor, preferences: Preferences, until: Until, clock: StoppedClock
):
    (home / "data" / "keys.json").write_bytes(b"{")
    door = FrontDoor(home, clock, preferences)
    door.show()

    until(lambda: "密钥文件读不出" in door.entrance.login.message.text())

    door.close()


def first_start(door: FrontDoor) -> FirstStart:
    found = door.entrance.findChild(FirstStart)
    assert isinstance(found, FirstStart)
    return found


def set_up_with_keys(form: FirstStart, sheet: Path, until: Until) -> None:
    """Type a whole first start, as the head and the clerk would at an empty PC."""
    fill("清河街道人大代表联络站", "qhjd")
    type_keys("3")
    enter()
    until(lambda: bool(form.station.fields["issuing_organ"].value()))
    enter()
    fill("", "", "清河区人大常委会", "0573-80000001", "清河路 1 号")
    fill("刘敏", "刘敏", PASSWORDS[HEAD], PASSWORDS[HEAD])
    fill("王芳", "王芳", PASSWORDS[CLERK], PASSWORDS[CLERK])
    press(Key.Key_A, CTRL)
    type_text(str(sheet))
    enter()


def test_a_home_is_set_up_with_keys_alone(
    tmp_path: Path, open_door: OpenDoor, log_in: LogIn, until: Until, clock: StoppedClock
):
    home, sheet = tmp_path / "new", tmp_path / "恢复单.pdf"
    door = open_door(home)
    until(lambda: door.entrance.findChild(FirstStart) is not None)

    set_up_with_keys(first_start(door), sheet, until)

    until(lambda: door.entrance.facts is not None and door.entrance.facts.state == "ready")
    assert door.entrance.login.account.count() == 2
    assert sheet.read_bytes().startswith(b"%PDF")
    assert str(sheet) in door.entrance.login.message.text()
    facts = look_at(home)
    assert (facts.state, facts.name) == ("ready", "清河街道人大代表联络站")
    desk = open_desk(home, "刘敏", PASSWORDS[HEAD], clock)
    assert (desk.station.code, desk.station.kind) == ("QHJD", StationKind.STREET)
    assert desk.station.tier is StationTier.STATION
    assert desk.station.issuing_organ == "人大常委会清河街道工作委员会"
    assert desk.user.roles_on(desk.today()) == {Role.HEAD, Role.ADMIN}
    desk.close()
    log_in(door)


def test_what_is_missing_is_said_at_the_field_and_the_text_stays(
    tmp_path: Path, open_door: OpenDoor, until: Until
):
    door = open_door(tmp_path / "new")
    until(lambda: door.entrance.findChild(FirstStart) is not None)
    form = first_start(door)

    fill("清河街道人大代表联络站", "清河")
    press(Key.Key_Return, CTRL)

    station = form.station.fields
    assert station["code"].level == "danger"
    assert station["kind"].message == "✕ 还没有填写"
    assert station["name"].value() == "清河街道人大代表联络站"
    assert focused() is station["code"].control


def test_the_organ_is_offered_from_name_and_kind_and_may_be_typed_over(
    tmp_path: Path, open_door: OpenDoor, until: Until
):
    door = open_door(tmp_path / "new")
    until(lambda: door.entrance.findChild(FirstStart) is not None)
    station = first_start(door).station.fields

    fill("和平镇人大代表联络站", "HPZ")
    type_keys("1")
    enter()
    until(lambda: station["issuing_organ"].value() == "和平镇人民代表大会主席团")
    station["seal_organ"].set_value("和平镇人大")
    station["kind"].control.setFocus()
    type_keys("2")
    enter()

    assert station["seal_organ"].value() == "和平镇人大"


def test_two_passwords_that_differ_or_are_short_are_said_at_the_field(
    tmp_path: Path, open_door: OpenDoor, until: Until
):
    door = open_door(tmp_path / "new")
    until(lambda: door.entrance.findChild(FirstStart) is not None)
    form = first_start(door)
    fill("清河街道人大代表联络站", "QHJD")
    type_keys("3")
    press(Key.Key_Return, CTRL)

    fill("刘敏", "刘敏", "短", "长一点")
    press(Key.Key_Return, CTRL)

    head = form.accounts.head.password
    assert head.first.message == "✕ 至少 8 个字"
    assert head.second.message == "✕ 两次不一样"
    assert form.accounts.isVisible()


def test_a_password_that_is_easily_guessed_leaves_no_home_behind(
    tmp_path: Path, open_door: OpenDoor, until: Until
):
    door = open_door(tmp_path / "new")
    until(lambda: door.entrance.findChild(FirstStart) is not None)
    form = first_start(door)
    fill("清河街道人大代表联络站", "QHJD")
    type_keys("3")
    press(Key.Key_Return, CTRL)
    fill("刘敏", "刘敏", "12345678", "12345678", "王芳", "王芳", PASSWORDS[CLERK], PASSWORDS[CLERK])
    press(Key.Key_A, CTRL)
    type_text(str(tmp_path / "恢复单.pdf"))
    enter()

    until(lambda: "这是常见密码" in form.message.text())
    assert form.accounts.isVisible()
    assert look_at(tmp_path / "new").state == "absent"
    assert not (tmp_path / "恢复单.pdf").exists()


def set_up_and_read_the_code(home: Path, sheet: Path, clock: StoppedClock) -> str:
    """Make a home and return the code as a person reads it off the sheet."""
    station = NewStation(name="清河街道人大代表联络站", code="QHJD", kind=StationKind.STREET)
    accounts = [NewAccount(login, PASSWORDS[login], login) for login in (HEAD, CLERK)]
    set_up_station(home, station, accounts, sheet, clock)
    text = pypdf.PdfReader(sheet).pages[0].extract_text()
    return "-".join(re.findall(r"^[A-Z2-7]{4}$", text, re.MULTILINE)[:8])


def test_a_forgotten_password_is_set_anew_by_the_code(
    tmp_path: Path, open_door: OpenDoor, until: Until, clock: StoppedClock
):
    home, sheet = tmp_path / "home", tmp_path / "新恢复单.pdf"
    code = set_up_and_read_the_code(home, tmp_path / "恢复单.pdf", clock)
    door = open_door(home)
    door.entrance.login.forgotten.click()
    form = door.entrance.findChild(RecoveryForm)
    assert isinstance(form, RecoveryForm)

    fill(code)
    form.account.set_value(CLERK)
    enter()
    fill("晚来天欲雪能饮", "晚来天欲雪能饮一杯无")
    press(Key.Key_A, CTRL)
    type_text(str(sheet))
    enter()
    assert form.password.second.message == "✕ 两次不一样"
    form.password.first.set_value("晚来天欲雪能饮一杯无")
    form.recover()

    until(door.entrance.login.isVisible)
    assert "旧的恢复单作废" in door.entrance.login.message.text()
    assert sheet.read_bytes().startswith(b"%PDF")
    open_desk(home, CLERK, "晚来天欲雪能饮一杯无", clock).close()
    with pytest.raises(WrongPassword):
        open_desk(home, CLERK, PASSWORDS[CLERK], clock)


def test_a_wrong_code_changes_nothing_and_says_so(
    home: Path, tmp_path: Path, open_door: OpenDoor, until: Until, clock: StoppedClock
):
    door = open_door(home)
    door.entrance.login.forgotten.click()
    form = door.entrance.findChild(RecoveryForm)
    assert isinstance(form, RecoveryForm)
    fill("AAAA-BBBB-CCCC")
    form.password.first.set_value("晚来天欲雪能饮一杯无")
    form.password.second.set_value("晚来天欲雪能饮一杯无")
    form.sheet.line.set_value(tmp_path / "新恢复单.pdf")

    form.recover()

    until(lambda: "恢复码不对" in form.message.text())
    assert not (tmp_path / "新恢复单.pdf").exists()
    open_desk(home, HEAD, PASSWORDS[HEAD], clock).close()
