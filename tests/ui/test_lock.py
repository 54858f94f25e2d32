"""锁定: nothing is seen, nothing is lost, and a colleague comes in as himself."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event
from weakref import ref

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from shiboken6 import isValid

from liaison_desktop.model.faults import Unusable
from liaison_desktop.ui.choice import Choice
from liaison_desktop.ui.front_door import FrontDoor
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages.likely_pairs import PairsDialog
from liaison_desktop.ui.pages.merge import MergeDialog
from liaison_desktop.ui.printing.preview import PreviewDialog
from tests.desk.test_same_people import someone
from tests.homes import CLERK, HEAD, PASSWORDS
from tests.ui.conftest import LogIn, OpenDoor, at_intake, is_typing_possible
from tests.ui.hands import (
    CTRL,
    Key,
    Until,
    compose,
    press,
    preview_of,
    type_a_visit,
    type_text,
    words_on,
)


@pytest.fixture
def door(home: Path, open_door: OpenDoor) -> FrontDoor:
    return open_door(home)


@pytest.fixture
def window(door: FrontDoor, log_in: LogIn, until: Until) -> MainWindow:
    window = log_in(door)
    until(partial(is_typing_possible, at_intake(window)))
    return window


def come_in(door: FrontDoor, login: str, until: Until) -> MainWindow:
    """Log in once the store has had what was typed before the lock, or could not take it."""
    until(lambda: "正在保存草稿" not in door.entrance.login.message.text())
    return come_in_at_once(door, login, until)


def come_in_at_once(door: FrontDoor, login: str, until: Until) -> MainWindow:
    until(lambda: door.entrance.isVisible() and door.entrance.facts is not None)
    door.entrance.login.submitted.emit(login, PASSWORDS[login])
    until(lambda: door.main is not None)
    assert door.main is not None
    return door.main


def dialogs() -> list[QDialog]:
    """Return the dialogs in sight."""
    shown = (one for one in QApplication.topLevelWidgets() if one.isVisible())
    return [one for one in shown if isinstance(one, QDialog)]


def test_the_same_user_stands_where_he_was(door: FrontDoor, window: MainWindow, until: Until):
    type_text("李桂芳")
    press(Key.Key_L, CTRL)

    assert not window.isVisible()
    assert "李桂芳" not in words_on(door.entrance)
    assert "李桂芳" not in door.entrance.windowTitle()
    assert "已锁定（王芳）" in words_on(door.entrance)
    again = come_in(door, CLERK, until)
    assert again is not window
    until(lambda: again.page is again.intake)
    until(again.intake.view.isVisible)
    assert again.intake.form.visitors[0].name.value() == "李桂芳"


def test_a_colleague_comes_in_as_himself_without_the_drafts(
    door: FrontDoor, window: MainWindow, until: Until
):
    type_text("李桂芳")
    press(Key.Key_L, CTRL)
    other = come_in(door, HEAD, until)

    assert other.login == HEAD
    assert other.page is other.today
    until(at_intake(other).view.isVisible)
    assert other.intake.form.visitors[0].name.value() == ""
    assert other.room.desk.drafts.find("visit") == []


def test_the_key_is_dropped_once_the_drafts_are_kept(
    door: FrontDoor, window: MainWindow, until: Until, monkeypatch: pytest.MonkeyPatch
):
    desk, closed = window.room.desk, []
    monkeypatch.setattr(desk, "close", lambda: closed.append(desk._store.close()))
    type_text("李桂芳")
    press(Key.Key_L, CTRL)
    until(lambda: bool(closed))
    assert door.main is None


def test_the_lock_says_that_drafts_are_kept_once_they_are(
    door: FrontDoor, window: MainWindow, until: Until
):
    let_go = Event()
    door.worker.ask(door, lambda: let_go.wait(10), lambda _done: None)
    type_text("李桂芳")
    press(Key.Key_L, CTRL)
    assert door.entrance.login.message.text() == "已锁定（王芳）。正在保存草稿……"
    let_go.set()
    until(lambda: "草稿都留着" in door.entrance.login.message.text())


def test_text_that_cannot_be_kept_is_hidden_and_not_lost(
    door: FrontDoor, window: MainWindow, until: Until, monkeypatch: pytest.MonkeyPatch
):
    def full(*_args: object) -> None:
        raise Unusable("disk_full", "home")

    monkeypatch.setattr(window.room.desk.drafts, "_write", full)
    type_text("李桂芳")
    press(Key.Key_L, CTRL)
    until(door.entrance.isVisible)
    until(lambda: "草稿没有存上" in door.entrance.login.message.text())
    assert not window.isVisible()
    monkeypatch.undo()
    back = come_in(door, CLERK, until)
    until(back.isVisible)
    assert back is window
    assert window.intake.form.visitors[0].name.value() == "李桂芳"


def test_a_preview_is_put_away(door: FrontDoor, window: MainWindow, until: Until):
    type_a_visit()
    press(Key.Key_P, CTRL)
    preview = preview_of(window, until)
    door.lock()
    until(door.entrance.isVisible)
    assert not preview.isVisible()
    assert not [one for one in window.findChildren(PreviewDialog) if one.isVisible()]


def test_the_key_of_the_lock_works_over_a_dialog(door: FrontDoor, window: MainWindow, until: Until):
    type_a_visit()
    press(Key.Key_P, CTRL)
    preview = preview_of(window, until)
    until(preview.isActiveWindow)
    press(Key.Key_L, CTRL)
    until(door.entrance.isVisible)
    assert dialogs() == []
    assert not (isValid(window) and window.isVisible())


def test_the_key_of_the_lock_works_over_a_dialog_of_a_dialog(
    door: FrontDoor, window: MainWindow, until: Until
):
    people = [someone("李桂芳", phone="13800001234"), someone("李桂芳", phone="13800001235")]
    pairs = PairsDialog(window.room, window)
    pairs.open()
    until(pairs.isActiveWindow)
    MergeDialog(window.room, *people, pairs.load, pairs).open()
    [merge] = pairs.findChildren(MergeDialog)
    until(merge.isActiveWindow)
    press(Key.Key_L, CTRL)
    until(door.entrance.isVisible)
    assert dialogs() == []


def test_the_key_of_the_lock_works_while_a_file_is_chosen(
    door: FrontDoor, window: MainWindow, until: Until
):
    presses = QTimer(window, interval=50)
    presses.timeout.connect(partial(press_over_a_file_dialog, presses))
    presses.start()

    chosen, _kind = QFileDialog.getOpenFileName(window)  # returns when the dialog is gone

    assert chosen == ""
    assert door.main is None
    until(door.entrance.isVisible)
    assert dialogs() == []


def test_the_key_of_the_lock_works_over_a_list_that_is_folded_down(
    door: FrontDoor, window: MainWindow, until: Until
):
    category = window.intake.form.fields["category"].control
    assert isinstance(category, Choice)
    category.showPopup()
    until(lambda: QApplication.focusWidget() is category.view())
    press(Key.Key_L, CTRL)
    until(door.entrance.isVisible)
    assert QApplication.activePopupWidget() is None


def press_over_a_file_dialog(presses: QTimer) -> None:
    """Press Ctrl+L once the dialog has the keys; close it if that does nothing."""
    dialog = QApplication.activeWindow()
    if isinstance(dialog, QFileDialog):
        presses.stop()
        press(Key.Key_L, CTRL)
        dialog.reject()


def test_nobody_at_the_desk_locks_it_over_a_dialog(
    door: FrontDoor, window: MainWindow, until: Until
):
    type_a_visit()
    press(Key.Key_P, CTRL)
    preview_of(window, until)
    idle = door._idle
    assert idle is not None
    until(idle.timer.isActive)
    idle.timer.start(300)
    until(door.entrance.isVisible)
    assert dialogs() == []


def test_an_open_preedit_is_no_way_around(door: FrontDoor, window: MainWindow, until: Until):
    compose("li'gui")
    press(Key.Key_L, CTRL)
    until(door.entrance.isVisible)
    assert not window.isVisible()


def test_nobody_at_the_desk_locks_it(door: FrontDoor, window: MainWindow, until: Until):
    idle = door._idle
    assert idle is not None
    until(idle.timer.isActive)
    assert idle.timer.interval() == 5 * 60_000
    idle.timer.start(300)
    until(door.entrance.isVisible)
    assert not (isValid(window) and window.isVisible())


@pytest.mark.parametrize("sign", [lambda: press(Key.Key_A), lambda: compose("li")])
def test_a_sign_of_life_winds_the_lock_up_again(
    door: FrontDoor, window: MainWindow, until: Until, sign: Callable[[], None]
):
    idle = door._idle
    assert idle is not None
    until(idle.timer.isActive)
    for _time in range(2):
        until(lambda: not idle.glance.isActive())
        before = idle.timer.remainingTime()
        assert before < idle.timer.interval() - 500
        sign()
        assert idle.timer.remainingTime() > before
    assert window.isVisible()


def test_nothing_is_locked_once_the_door_is_closed(
    door: FrontDoor, window: MainWindow, until: Until
):
    assert window is door.main
    idle = door._idle
    assert idle is not None
    until(idle.timer.isActive)

    door.close()

    assert not idle.timer.isActive()


def test_a_locked_window_is_gone_from_the_memory(door: FrontDoor, log_in: LogIn, until: Until):
    window = log_in(door)
    gone = [ref(window), ref(window.room.desk)]
    del window
    door.lock()

    until(lambda: [each() for each in gone] == [None, None])


def test_who_comes_back_before_all_is_kept_keeps_his_window(
    door: FrontDoor, window: MainWindow, until: Until, monkeypatch: pytest.MonkeyPatch
):
    kept: list[Callable[[], object]] = []
    monkeypatch.setattr(window, "put_down", kept.append)
    type_text("李桂芳")
    door.lock()
    assert come_in_at_once(door, CLERK, until) is window

    [then] = kept
    then()
    QApplication.sendPostedEvents(None, 52)  # QEvent.DeferredDelete
    assert isValid(window)
    assert window.isVisible()
    assert window.intake.form.visitors[0].name.text() == "李桂芳"


def test_the_same_user_finds_the_visit_open_that_he_was_reading(
    door: FrontDoor, window: MainWindow, until: Until
):
    type_a_visit()
    window.intake.save()
    until(window.intake.saved.isVisible)
    number = window.intake.saved.number.text()
    window.room.ways.to_visit.emit(number)
    until(lambda: window.visits.opened() == number)
    door.lock()
    again = come_in(door, CLERK, until)

    until(lambda: again.visits.opened() == number)
    assert again.page is again.visits
