"""A full morning at the desk, by keys alone, through the real windows into a real home.

Register, print, correct, withdraw, lock, a colleague, export to a stick, a backup, a restore.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from liaison_desktop.ui.front_door import FrontDoor
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.preferences import Preferences
from liaison_desktop.ui.printing.folder_printers import FolderPrinters
from liaison_desktop.ui.sticks import Stick
from tests.homes import CLERK, HEAD, PASSWORDS, StoppedClock, a_county, a_desk
from tests.joined import join
from tests.ui.hands import (
    CTRL,
    Key,
    Until,
    enter,
    focused,
    press,
    print_what_is_shown,
    save_keys,
    type_a_visit,
    type_text,
    words_on,
)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def door(
    home: Path,
    stick: Path,
    tmp_path: Path,
    clock: StoppedClock,
    preferences: Preferences,
    printers: FolderPrinters,
    until: Until,
) -> Iterator[FrontDoor]:
    """The program on a home that has joined a county, with a stick plugged in."""
    desk, county = a_desk(home, clock, HEAD), a_county(tmp_path / "county", clock)
    join(desk, county, tmp_path)
    county.close()
    desk.close()
    sticks = [Stick(stick, "清河街道", 1 << 30)]
    door = FrontDoor(home, clock, preferences, printers, lambda: sticks)
    door.show()
    until(lambda: door.entrance.facts is not None)
    yield door
    door.close()


def log_in(door: FrontDoor, login: str, until: Until) -> MainWindow:
    """Choose the account and type the password."""
    until(lambda: door.entrance.isActiveWindow() and door.entrance.facts is not None)
    rung: list[None] = []
    door.worker.ask(door, lambda: None, rung.append)  # it has looked whose home this is
    until(lambda: bool(rung))
    account = door.entrance.login.account
    account.setFocus()
    until(account.hasFocus)
    press(Key.Key_Home if account.findText(login) == 0 else Key.Key_End)
    assert account.value() == login
    enter()
    until(door.entrance.login.password.line.hasFocus)
    type_text(PASSWORDS[login])
    enter()
    until(lambda: door.main is not None and door.main.isActiveWindow())
    assert door.main is not None
    return door.main


def tab_to(text: str) -> None:
    """Press Tab until the button that begins with these words has the focus."""
    for _ in range(60):
        if focused().accessibleName().startswith(text):
            return
        press(Key.Key_Tab)
    raise AssertionError(f"no Tab leads to {text}")


def test_a_morning_by_keys_alone(  # noqa: PLR0915  # a morning is one thing after another
    door: FrontDoor,
    home: Path,
    tmp_path: Path,
    stick: Path,
    clock: StoppedClock,
    printers: FolderPrinters,
    until: Until,
):
    window = log_in(door, CLERK, until)

    # register and print
    press(Key.Key_F2)
    until(lambda: window.page is window.intake and _is_typing(window))
    type_a_visit()
    press(Key.Key_P, CTRL)
    print_what_is_shown(window, until)
    assert len(printers.sent) == 2
    first = window.intake.saved.number.text()
    until(window.isActiveWindow)

    # a second visitor, to be withdrawn
    press(Key.Key_F2)
    until(lambda: window.intake.view.isVisible() and _is_typing(window))
    type_text("王小明")
    press(Key.Key_F7)
    until(window.intake.reading.isVisible)
    press(Key.Key_Escape)
    until(lambda: window.intake.view.isVisible() and _is_typing(window))
    window.intake.form.title_line.setFocus()
    type_text("登记错了")
    save_keys()
    until(window.intake.saved.isVisible)
    second = window.intake.saved.number.text()

    # correct the first
    press(Key.Key_3, CTRL)
    until(lambda: window.page is window.visits and window.visits.list.filter.text.hasFocus())
    type_text("路灯")
    until(lambda: _shows(window, first) and not _shows(window, second))
    enter()
    until(window.visits.record().correct_button.hasFocus)
    press(Key.Key_E, CTRL)
    until(window.visits.record().correcting.isVisible)
    QTest.keySequence(focused(), QKeySequence.StandardKey.SelectAll)
    type_text("某㛃䶮")
    save_keys()
    until(lambda: "某𬱖 → 某㛃䶮" in words_on(window.visits.record().trail))

    # withdraw the second
    press(Key.Key_Escape)
    until(window.visits.list.isVisible)
    press(Key.Key_F, CTRL)
    press(Key.Key_Escape)
    type_text("登记错了")
    until(lambda: _shows(window, second))
    enter()
    until(lambda: window.visits.record().visit is not None and _number(window) == second)
    until(window.visits.record().correct_button.hasFocus)
    tab_to("撤回")
    enter()
    type_text("重复登记")
    enter()
    until(lambda: "已撤回" in words_on(window.visits.record()))

    # lock; the head comes in
    press(Key.Key_L, CTRL)
    until(door.entrance.isVisible)
    window = log_in(door, HEAD, until)
    until(lambda: window.page is window.today)

    # export
    press(Key.Key_7, CTRL)
    until(lambda: window.page is window.data)
    exchange = window.data.exchange
    until(lambda: _has_focus(exchange.state.main_button()))
    press(Key.Key_E, CTRL)
    until(exchange.load.isVisible)
    until(lambda: exchange.load.sticks.folder is not None)
    enter()
    until(exchange.loaded.isVisible)
    assert "现在可以拔盘" in words_on(exchange)
    county = a_county(tmp_path / "county", clock)
    [package] = stick.glob("*.liaison")
    county.receiving.receive(package)
    assert [visit.visitors[0].name for visit in county.visits.find()] == ["某㛃䶮"]
    county.close()
    enter()

    # a backup, one more visit, and back to the backup
    until(exchange.state.isVisible)
    press(Key.Key_B, CTRL)
    until(window.data.backup.isVisible)
    press(Key.Key_B, CTRL)
    until(lambda: "已备份，并读回核对过" in words_on(window.data.backup))
    clock.now = clock.now.replace(hour=15)
    press(Key.Key_F2)
    until(lambda: window.page is window.intake and _is_typing(window))
    type_text("赵燕")
    window.intake.form.title_line.setFocus()
    type_text("会少的一次")
    save_keys()
    until(window.intake.saved.isVisible)
    lost = window.intake.saved.number.text()
    press(Key.Key_7, CTRL)
    until(window.data.backup.isVisible)
    tab_to("恢复……")
    enter()
    until(window.data.backup.yes.isVisible)
    assert lost in words_on(window.data.backup)
    type_text(PASSWORDS[HEAD])
    tab_to("恢复这一份")
    enter()
    until(lambda: "已从备份恢复" in door.entrance.login.message.text())
    window = log_in(door, HEAD, until)
    numbers = [visit.number for visit in window.room.desk.visits.find()]
    assert numbers == [first]


def _is_typing(window: MainWindow) -> bool:
    widget = QApplication.focusWidget()
    return widget is not None and window.intake.view.isAncestorOf(widget)


def _has_focus(widget: QWidget | None) -> bool:
    return widget is not None and widget.hasFocus()


def _shows(window: MainWindow, number: str) -> bool:
    table = window.visits.list.table
    model = table.model()
    rows = range(model.rowCount())
    return any(model.data(model.index(row, 0)) == number for row in rows)


def _number(window: MainWindow) -> str:
    visit = window.visits.record().visit
    return visit.number if visit is not None else ""
