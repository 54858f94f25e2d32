"""A disk that is full at the moment of locking: nothing typed is lost, and nobody is told it is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.faults import Unusable
from liaison_desktop.ui.front_door import FrontDoor
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages.calendar_move import DayDialog
from liaison_desktop.ui.pages.draft_dialog import DraftDialog
from liaison_desktop.ui.pages.drawing import DrawDialog
from liaison_desktop.ui.pages.preparing import PreparePanel
from liaison_desktop.ui.pages.settings_units import UnitsPanel
from liaison_desktop.ui.restoring import Restoring
from tests.builders import a_consultation, a_deputy, a_unit
from tests.desk.test_agenda import posted
from tests.homes import CLERK, HEAD, PASSWORDS, StoppedClock, a_desk
from tests.ui.conftest import LogIn, OpenDoor
from tests.ui.hands import CTRL, Key, Until, press, type_text
from tests.ui.test_fields_kept import settled
from tests.ui.test_lock import come_in, dialogs
from tests.ui.test_reasons_kept import a_day, dialog_of, opened_calendar, row_of

TYPED = "王建国当天去县里开会"
NOT_KEPT, KEPT = "王芳的草稿没有存上", "草稿现在都存上了"


@pytest.fixture
def desk(home: Path, clock: StoppedClock) -> Iterator[Desk]:
    desk = a_desk(home, clock, CLERK)
    yield desk
    desk.close()


@pytest.fixture
def meeting(desk: Desk) -> Consultation:
    meeting = a_consultation()
    desk.talk.meetings.register(meeting)
    return meeting


@pytest.fixture
def door(home: Path, desk: Desk, open_door: OpenDoor) -> FrontDoor:
    return open_door(home)


@pytest.fixture
def window(door: FrontDoor, desk: Desk, meeting: Consultation, log_in: LogIn) -> MainWindow:
    """The clerk's window, in a station with an announced day and a meeting."""
    desk.deputies.register(a_deputy("王建国"))
    desk.schedule.notices.register(posted(a_day(desk, "王建国")))
    window = log_in(door)
    window.resize(1366, 768)
    return window


@pytest.fixture(params=["move", "draw"])
def line(
    request: pytest.FixtureRequest, window: MainWindow, meeting: Consultation, until: Until
) -> Line:
    """The reason of a move, and the seed of a draw, each in its open dialog."""
    shown: DraftDialog
    if request.param == "move":
        panel = opened_calendar(window, until)
        panel.side.entry.moving.emit(row_of(panel))
        shown = dialog_of(panel, until)
        assert isinstance(shown, DayDialog)
        line = shown.reason.control
    else:
        shown = draw_dialog(window, meeting, until)
        line = shown.seed.control
        until(lambda: line.value() != "")
    until(shown.isActiveWindow)
    assert isinstance(line, Line)
    line.setFocus()
    until(line.hasFocus)
    line.selectAll()
    return line


def draw_dialog(window: MainWindow, meeting: Consultation, until: Until) -> DrawDialog:
    window.room.ways.to_consultation.emit(meeting.uid)
    view = window.consultations.view
    until(lambda: view.consultation is not None)
    view.parts.set_value("prepare")
    panel = view.part("prepare")
    assert isinstance(panel, PreparePanel)
    until(lambda: panel.meeting is not None)
    panel.draw()
    until(lambda: bool(panel.findChildren(DrawDialog)))
    return panel.findChildren(DrawDialog)[0]


def fill_the_disk(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object) -> None:
        raise Unusable("disk_full", "home")

    monkeypatch.setattr(window.room.desk.drafts, "_write", full)


def said(door: FrontDoor) -> str:
    return door.entrance.login.message.text()


def lock(door: FrontDoor, until: Until) -> None:
    press(Key.Key_L, CTRL)
    until(lambda: door.main is None and door.entrance.isVisible())


def found_by_a_screen_reader() -> list[QObject]:
    program = QAccessible.queryAccessibleInterface(QApplication.instance())
    return [program.child(place).object() for place in range(program.childCount())]


def test_a_dialog_stands_open_again_whoever_came_between(
    door: FrontDoor,
    window: MainWindow,
    line: Line,
    until: Until,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fill_the_disk(window, monkeypatch)
    type_text(TYPED)
    lock(door, until)
    until(lambda: NOT_KEPT in said(door))
    assert dialogs() == []
    assert found_by_a_screen_reader() == [door.entrance]

    colleague = come_in(door, HEAD, until)
    until(colleague.isActiveWindow)
    assert dialogs() == []
    lock(door, until)
    until(lambda: NOT_KEPT in said(door))

    monkeypatch.undo()
    assert come_in(door, CLERK, until) is window
    until(line.isVisible)
    assert line.value() == TYPED
    until(line.hasFocus)
    type_text("。")
    assert line.value() == f"{TYPED}。"
    lock(door, until)
    until(lambda: not isValid(window))
    until(lambda: "草稿都留着" in said(door))


def test_what_could_not_be_kept_is_kept_as_soon_as_it_can_be(
    door: FrontDoor,
    window: MainWindow,
    desk: Desk,
    line: Line,
    until: Until,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fill_the_disk(window, monkeypatch)
    type_text(TYPED)
    lock(door, until)
    until(lambda: NOT_KEPT in said(door))
    door.keep_hidden()
    until(door._again.isActive)
    assert isValid(window)

    monkeypatch.undo()
    door._again.start(0)
    until(lambda: KEPT in said(door))
    until(lambda: not isValid(window))
    drafts = [one for form in ("reason", "fields") for one in desk.drafts.find(form)]
    assert [TYPED in one.body.values() for one in drafts] == [True]


def test_two_users_have_their_windows_back(
    door: FrontDoor, window: MainWindow, line: Line, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_the_disk(window, monkeypatch)
    type_text(TYPED)
    lock(door, until)
    colleague = come_in(door, HEAD, until)
    fill_the_disk(colleague, monkeypatch)
    colleague.go_to(colleague.intake)
    until(colleague.intake.view.isVisible)
    colleague.intake.form.title_line.set_value("路灯不亮")
    door.lock()
    until(lambda: "王芳、刘敏的草稿没有存上" in said(door))

    assert come_in(door, CLERK, until) is window
    door.lock()
    assert come_in(door, HEAD, until) is colleague
    assert colleague.intake.form.title_line.value() == "路灯不亮"


def test_a_backup_does_not_take_the_place_of_what_could_not_be_kept(
    door: FrontDoor,
    window: MainWindow,
    line: Line,
    tmp_path: Path,
    until: Until,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fill_the_disk(window, monkeypatch)
    type_text(TYPED)
    window.restore_asked.emit(Restoring(tmp_path / "a backup", CLERK, PASSWORDS[CLERK]))
    until(lambda: NOT_KEPT in said(door))

    monkeypatch.undo()
    assert come_in(door, CLERK, until) is window
    until(line.isVisible)
    assert line.value() == TYPED


def test_what_was_laid_by_on_a_full_disk_is_not_lost(
    door: FrontDoor, desk: Desk, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("住建局", "教育局"):
        desk.units.register(a_unit(name))
    first, second = desk.units.find()
    window = come_in(door, CLERK, until)
    panel = settled(window, UnitsPanel, until)
    assert isinstance(panel, UnitsPanel)
    until(lambda: panel.chosen is not None)
    fill_the_disk(window, monkeypatch)
    panel._choose(first)
    panel.fields["contact"].set_value(TYPED)
    panel._choose(second)
    door.lock()
    until(lambda: NOT_KEPT in said(door))

    assert come_in(door, CLERK, until) is window
    panel._choose(first)
    until(lambda: panel.fields["contact"].value() == TYPED)
    panel._choose(second)
    monkeypatch.undo()
    door.lock()
    until(lambda: not isValid(window))
    assert [one.body["contact"] for one in desk.drafts.find("fields")] == [TYPED]
