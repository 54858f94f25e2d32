"""What a locked window asked for before, what stands over it, and what others do meanwhile."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.faults import Unusable
from liaison_desktop.ui.dialogs import Dialog
from liaison_desktop.ui.front_door import FrontDoor
from liaison_desktop.ui.lock_key import LockKey
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.menu import Menu
from liaison_desktop.ui.printing.preview import PreviewDialog
from liaison_desktop.ui.restoring import Restoring
from liaison_desktop.ui.table.ledger_view import LedgerView
from tests.homes import CLERK, HEAD, PASSWORDS, StoppedClock, a_desk
from tests.ui.conftest import OpenDoor
from tests.ui.hands import CTRL, Key, Until, compose, press
from tests.ui.test_full_disk import NOT_KEPT, fill_the_disk, said
from tests.ui.test_lock import come_in, dialogs

TITLE = "路灯不亮"


@pytest.fixture
def desk(home: Path, clock: StoppedClock) -> Iterator[Desk]:
    desk = a_desk(home, clock, HEAD)
    yield desk
    desk.close()


@pytest.fixture
def door(home: Path, desk: Desk, open_door: OpenDoor) -> FrontDoor:
    return open_door(home)


def full(*_args: object) -> None:
    raise Unusable("disk_full", "home")


@pytest.fixture
def held(door: FrontDoor, until: Until, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """The clerk's window, locked with a title that a full disk cannot take."""
    window = come_in(door, CLERK, until)
    window.go_to(window.intake)
    until(window.intake.view.isVisible)
    fill_the_disk(window, monkeypatch)
    window.intake.form.title_line.set_value(TITLE)
    door.lock()
    until(lambda: NOT_KEPT in said(door))
    return window


def test_a_dialog_that_is_ready_after_the_lock_is_not_opened(
    held: MainWindow, door: FrontDoor, until: Until
) -> None:
    dialog = Dialog(held.intake)
    held.room.worker.ask(held, lambda: None, lambda _nothing: dialog.open())
    asked: list[bool] = []
    held.room.worker.ask(held, lambda: None, lambda _nothing: asked.append(True))
    until(lambda: bool(asked))
    assert dialogs() == []


def test_every_dialog_of_the_program_is_one_that_the_lock_keeps_shut() -> None:
    folder = Path(__file__).parents[2] / "liaison_desktop" / "ui"
    bare = [path.name for path in folder.rglob("*.py") if "(QDialog):" in path.read_text("utf-8")]
    assert bare == ["dialogs.py"]


def test_papers_that_a_locked_window_asked_for_are_shown_to_nobody_else(
    held: MainWindow, door: FrontDoor, until: Until
) -> None:
    head = come_in(door, HEAD, until)
    held.room.show_papers([], lambda _said: None)
    assert head.findChildren(PreviewDialog) == []


@pytest.mark.parametrize("name", ["key", "idle"])
def test_a_menu_is_no_way_around(door: FrontDoor, until: Until, name: str) -> None:
    window = come_in(door, CLERK, until)
    until(window.isActiveWindow)
    window.go_to(window.visits)
    menu = window.visits.findChildren(LedgerView)[0].columns_menu()
    assert isinstance(menu, Menu)
    menu.popup(window.mapToGlobal(window.rect().center()))
    until(menu.isVisible)
    {"key": partial(press, Key.Key_L, CTRL), "idle": door.lock}[name]()
    until(door.entrance.isVisible)
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == [door.entrance]


def test_a_dialog_has_the_key_though_one_over_it_had_it_before(
    door: FrontDoor, until: Until
) -> None:
    window = come_in(door, CLERK, until)
    below = QWidget(window)
    above = QWidget(below)
    [key] = [one for one in window.children() if isinstance(one, LockKey)]
    for widget in (above, below, below):
        key.give_to(widget)
    keys = [[one for one in w.children() if isinstance(one, QShortcut)] for w in (below, above)]
    assert [len(found) for found in keys] == [1, 1]


def test_a_backup_waits_until_every_window_is_kept(
    held: MainWindow, door: FrontDoor, tmp_path: Path, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = come_in(door, HEAD, until)
    restored: list[object] = []
    monkeypatch.setattr(door, "_restore_now", restored.append)
    asked = Restoring(tmp_path / "a backup", HEAD, PASSWORDS[HEAD])
    head.restore_asked.emit(asked)
    until(lambda: NOT_KEPT in said(door))
    assert restored == []

    monkeypatch.setattr(held.room.desk.drafts, "_write", lambda *_draft: None)
    door.keep_hidden()
    until(lambda: restored == [asked])


def test_a_backup_that_waits_is_given_up_by_who_logs_in(
    held: MainWindow, door: FrontDoor, tmp_path: Path, until: Until
) -> None:
    head = come_in(door, HEAD, until)
    head.restore_asked.emit(Restoring(tmp_path / "a backup", HEAD, PASSWORDS[HEAD]))
    until(lambda: NOT_KEPT in said(door))
    assert come_in(door, CLERK, until) is held
    assert door._restoring is None
    assert held.intake.form.title_line.value() == TITLE


def test_trying_again_takes_up_no_composition_of_a_colleague(
    held: MainWindow, door: FrontDoor, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = come_in(door, HEAD, until)
    until(head.isActiveWindow)
    head.search.begin()
    tried: list[object] = []
    monkeypatch.setattr(held, "put_down", tried.append)
    compose("li'gui")
    door._again.timeout.emit()
    assert tried == []
    assert door._again.isActive()
    compose("")
    door._again.timeout.emit()
    assert len(tried) == 1


def test_who_comes_back_is_watched_once(
    held: MainWindow, door: FrontDoor, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    come_in(door, CLERK, until)
    idle = door._idle
    assert idle is not None
    until(idle.timer.isActive)
    wound: list[object] = []
    monkeypatch.setattr(idle, "_wind_up", wound.append)
    held.room.ways.settings_changed.emit()
    asked: list[bool] = []
    held.room.worker.ask(held, lambda: None, lambda _nothing: asked.append(True))
    until(lambda: bool(asked))
    assert len(wound) == 1


def test_a_window_is_locked_though_the_settings_cannot_be_read(
    held: MainWindow, door: FrontDoor, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(held.room.desk.settings, "load", full)
    come_in(door, CLERK, until)
    idle = door._idle
    assert idle is not None
    until(idle.timer.isActive)
    assert idle.timer.interval() == 5 * 60_000
