"""数据与备份: made, checked, copied, and brought back after saying what would be lost."""

from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.store.backups import Backups
from liaison_desktop.ui.cards import RowButton
from liaison_desktop.ui.front_door import FrontDoor
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages.data import DataPage
from tests.builders import a_visit
from tests.homes import CLERK, HEAD, PASSWORDS, StoppedClock, a_desk
from tests.ui.conftest import LogIn, OpenDoor
from tests.ui.hands import (
    CTRL,
    Key,
    Until,
    chosen_rows,
    enter,
    press,
    type_a_visit,
    type_text,
    words_on,
)


@pytest.fixture
def desk(home: Path, clock: StoppedClock) -> Desk:
    return a_desk(home, clock, HEAD)


@pytest.fixture
def door(home: Path, open_door: OpenDoor) -> FrontDoor:
    return open_door(home)


@pytest.fixture
def window(door: FrontDoor, until: Until) -> MainWindow:
    """The head's window: a clerk may not restore."""
    door.entrance.login.submitted.emit(HEAD, PASSWORDS[HEAD])
    until(lambda: door.main is not None and door.main.isActiveWindow())
    assert door.main is not None
    return door.main


@pytest.fixture
def data(window: MainWindow, until: Until) -> DataPage:
    press(Key.Key_7, CTRL)
    until(lambda: window.page is window.data)
    press(Key.Key_B, CTRL)
    until(window.data.backup.isVisible)
    return window.data


def make(data: DataPage, until: Until) -> None:
    press(Key.Key_B, CTRL)
    until(lambda: "已备份，并读回核对过" in words_on(data.backup))


def test_a_backup_is_made_listed_and_checked(data: DataPage, desk: Desk, until: Until):
    until(lambda: "还没有备份" in words_on(data.backup))
    make(data, until)
    [made] = desk.backups.find()
    assert data.backup.chosen is not None
    assert data.backup.chosen.path == made.path
    until(lambda: len(data.backup.list.findChildren(RowButton)) == 1)

    data.backup.check_button.setFocus()
    enter()
    until(lambda: "这份备份完好" in words_on(data.backup))


def test_a_damaged_backup_is_said(data: DataPage, desk: Desk, until: Until):
    make(data, until)
    [made] = desk.backups.find()
    raw = bytearray(made.path.read_bytes())
    raw[len(raw) // 2] ^= 1
    made.path.write_bytes(raw)
    data.backup.check_button.click()
    until(lambda: "这份备份已损坏" in words_on(data.backup))
    assert data.backup.check_button.isEnabled()


def test_a_copy_goes_to_another_folder_or_says_why_not(
    data: DataPage, until: Until, tmp_path: Path
):
    make(data, until)
    data.backup.copy_to(tmp_path / "gone")
    until(lambda: "没有这个文件夹" in words_on(data.backup))
    (tmp_path / "stick").mkdir()
    data.backup.copy_to(tmp_path / "stick")
    until(lambda: "现在可以拔盘" in words_on(data.backup))
    assert len(list((tmp_path / "stick").glob("*.liaison-backup"))) == 1


def test_a_restore_says_what_is_lost_and_loses_exactly_that(
    data: DataPage,
    desk: Desk,
    door: FrontDoor,
    window: MainWindow,
    clock: StoppedClock,
    until: Until,
    home: Path,
):
    desk.visits.register(a_visit())
    make(data, until)
    clock.now = clock.now.replace(hour=15)
    later = a_visit(registered_at=clock.now)
    desk.visits.register(later)
    desk.close()

    data.backup.restore_button.setFocus()
    enter()
    until(data.backup.yes.isVisible)
    assert f"登记的来访 1 次（{later.number}）" in words_on(data.backup)
    type_text("错的密码错的密码")
    data.backup.yes.setFocus()
    enter()
    until(door.entrance.isVisible)
    until(lambda: "登录名或密码不对" in door.entrance.login.message.text())

    door.entrance.login.submitted.emit(HEAD, PASSWORDS[HEAD])
    until(lambda: door.main is not None)
    assert door.main is not None
    again = door.main
    again.data.backup.begin()
    until(lambda: again.data.backup.chosen is not None)
    again.data.backup.login.set_value(HEAD)
    again.data.backup.password.set_value(PASSWORDS[HEAD])
    again.data.backup.restore()
    until(lambda: "已从备份恢复" in door.entrance.login.message.text())
    restored = a_desk(home, clock, HEAD)
    assert [visit.number for visit in restored.visits.find()] == ["QHJD-L-2026-0001-Z"]
    restored.close()


def test_a_clerk_is_told_who_may_restore(
    home: Path, open_door: OpenDoor, log_in: LogIn, until: Until
):
    window = log_in(open_door(home))
    window.go_to(window.data)
    window.data.show_backups()
    until(window.data.backup.isVisible)
    assert window.login == CLERK
    assert not window.data.backup.restore_button.isVisible()
    assert "恢复要由站长或管理员来做" in words_on(window.data.backup)


def test_a_window_that_is_closed_leaves_a_backup(
    home: Path, clock: StoppedClock, open_door: OpenDoor, log_in: LogIn, until: Until
):
    window = log_in(open_door(home))
    assert list((home / "backups").glob("*")) == []
    window.close()
    until(lambda: not window.isVisible())
    assert len(list((home / "backups").glob("*.liaison-backup"))) == 1


def test_a_full_disk_keeps_nobody_from_going_home(
    home: Path, open_door: OpenDoor, log_in: LogIn, until: Until, monkeypatch: pytest.MonkeyPatch
):
    from liaison_desktop.model.faults import Unusable

    def full(_backups: Backups) -> None:
        raise Unusable("disk_full", "backups")

    window = log_in(open_door(home))
    monkeypatch.setattr(Backups, "make", full)
    window.close()
    until(lambda: not window.isVisible())
    assert list((home / "backups").glob("*")) == []


def test_a_station_comes_out_of_a_backup_where_there_was_none(
    home: Path, clock: StoppedClock, open_door: OpenDoor, until: Until, tmp_path: Path
):
    from liaison_desktop.ui.first_start import FirstStart
    from liaison_desktop.ui.restoring import RestoreForm

    desk = a_desk(home, clock, HEAD)
    desk.visits.register(a_visit())
    backup = desk.backups.make()
    desk.close()
    entrance = open_door(tmp_path / "new").entrance
    until(lambda: bool(entrance.findChildren(FirstStart)))
    entrance.findChildren(FirstStart)[0].restore.click()
    until(lambda: bool(entrance.findChildren(RestoreForm)))
    [form] = entrance.findChildren(RestoreForm)
    form.submit()
    assert "还没有填写" in words_on(form)
    form.path.set_value(str(backup.path))
    form.login.set_value(HEAD)
    form.password.set_value("不是这个密码")
    form.submit()
    until(lambda: "登录名或密码不对" in form.message.text())
    form.password.set_value(PASSWORDS[HEAD])
    form.submit()
    until(lambda: entrance.facts is not None and entrance.facts.state == "ready")
    until(lambda: "已从备份恢复" in entrance.login.message.text())


def test_nobody_waits_for_a_backup(window: MainWindow, until: Until):
    """What takes long has a thread and a desk of its own; a visit is saved meanwhile."""
    goes_on, ended = Event(), list[bool]()
    window.room.run_errand(window, lambda _desk: goes_on.wait(60), ended.append)
    window.go_to(window.intake)
    until(window.intake.view.isVisible)
    type_a_visit()
    window.intake.save()
    until(window.intake.saved.isVisible)
    assert not ended
    goes_on.set()
    until(lambda: ended == [True])


def test_the_backup_that_is_told_of_looks_chosen(data: DataPage, until: Until, clock: StoppedClock):
    make(data, until)
    clock.now += timedelta(minutes=1)
    data.backup.banner.clear()
    make(data, until)
    until(lambda: data.backup.list.rows.count() == 3)  # two, and what takes the rest
    shown = data.backup.when.text()
    until(lambda: [name.partition("　")[0] for name in chosen_rows(data.backup)] == [shown])

    former = data.backup.list.findChildren(RowButton)[-1]
    former.click()
    assert chosen_rows(data.backup) == [former.accessibleName()]
