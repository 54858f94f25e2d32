"""kill -9 while a setting is ticked, a day moved or a draw prepared: it stands there again."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.settings import REQUIRED
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.reception_session import ReceptionSession
from liaison_desktop.model.words import Role
from liaison_desktop.ui.pages.settings_fields import FieldsPanel
from liaison_desktop.ui.pages.settings_users import UsersPanel
from tests.builders import a_consultation
from tests.desk.test_agenda import posted
from tests.homes import HEAD, PASSWORDS, StoppedClock, a_desk
from tests.killing import kill
from tests.ui.conftest import OpenDoor
from tests.ui.hands import Until
from tests.ui.test_fields_kept import settled
from tests.ui.test_full_disk import draw_dialog
from tests.ui.test_lock import come_in
from tests.ui.test_reasons_kept import a_day, dialog_of, opened_calendar

TYPED = "王建国当天去县里开会"

PROGRAM = """
import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from uuid import UUID
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
application = QApplication([])
from liaison_desktop.ui import theme
from liaison_desktop.ui.front_door import FrontDoor
from liaison_desktop.ui.pages.calendar_move import DayDialog
from liaison_desktop.ui.pages.drawing import DrawDialog
from liaison_desktop.ui.pages.settings_fields import FieldsPanel
from liaison_desktop.ui.pages.settings_users import UsersPanel
from liaison_desktop.ui.preferences import Preferences
home, settings, login, password, clock, session, meeting, typed = sys.argv[1:]
theme.apply(theme.usual())
door = FrontDoor(Path(home), lambda: datetime.fromisoformat(clock), Preferences(Path(settings)))

def follow():
    # one step a tick, each once the former is shown
    while True:
        window = door.main
        if window is not None:
            break
        yield
    pages = window.settings
    window.go_to(pages)
    for kind, change in ((FieldsPanel, rule), (UsersPanel, role)):
        pages.parts.set_value(kind)
        panel = pages.panel(kind)
        while panel.draft.act is None:
            yield
        panel.draft.keeper.kept.connect(partial(kept.add, kind))
        change(panel)
        while kind not in kept:
            yield
    window.go_to(window.schedule)
    calendar = window.schedule.calendar
    while calendar.sheet is None:
        yield
    row = next(row for row in calendar.sheet.rows.values() if row.uid == UUID(session))
    calendar.side.entry.moving.emit(row)
    [dialog] = calendar.findChildren(DayDialog)
    calendar.moving.keeper.kept.connect(partial(kept.add, "move"))
    dialog.reason.set_value(typed)
    while "move" not in kept:
        yield
    dialog.put_away()
    window.room.ways.to_consultation.emit(UUID(meeting))
    view = window.consultations.view
    while view.consultation is None:
        yield
    view.parts.set_value("prepare")
    prepare = view.part("prepare")
    while prepare.meeting is None:
        yield
    prepare.draw()
    while not prepare.findChildren(DrawDialog):
        yield
    [dialog] = prepare.findChildren(DrawDialog)
    while not dialog.seed.value():
        yield
    prepare.drawing.keeper.kept.connect(partial(kept.add, "draw"))
    dialog.seed.set_value(typed)
    while "draw" not in kept:
        yield
    print("kept", flush=True)
    while True:
        yield

def rule(panel):
    panel.choices["cause"].set_value("required")

def role(panel):
    panel.begin_new()
    panel.roles["auditor"].set_value(True)

kept = set()
steps = follow()
watch = QTimer(interval=20)
watch.timeout.connect(lambda: next(steps))
watch.start()
door.entrance.painted.connect(lambda: door.entrance.login.submitted.emit(login, password))
QTimer.singleShot(60_000, application.quit)
door.show()
application.exec()
"""


@pytest.fixture
def desk(home: Path, clock: StoppedClock) -> Iterator[Desk]:
    desk = a_desk(home, clock, HEAD)
    yield desk
    desk.close()


@pytest.fixture
def session(desk: Desk) -> ReceptionSession:
    session = a_day(desk, "王建国")
    desk.schedule.notices.register(posted(session))
    return session


@pytest.fixture
def meeting(desk: Desk) -> Consultation:
    meeting = a_consultation()
    desk.talk.meetings.register(meeting)
    return meeting


def test_after_kill_9_all_of_it_stands_there_again(
    home: Path,
    tmp_path: Path,
    clock: StoppedClock,
    session: ReceptionSession,
    meeting: Consultation,
    open_door: OpenDoor,
    until: Until,
) -> None:
    given = [home, tmp_path / "other.ini", HEAD, PASSWORDS[HEAD], clock().isoformat()]
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *given, str(session.uid), str(meeting.uid), TYPED],
        stdout=subprocess.PIPE,
        text=True,
    )
    kill(program, "kept")

    window = come_in(open_door(home), HEAD, until)
    fields, users = (settled(window, kind, until) for kind in (FieldsPanel, UsersPanel))
    assert isinstance(fields, FieldsPanel)
    assert isinstance(users, UsersPanel)
    until(lambda: fields.choices["cause"].value() == REQUIRED)
    until(users.roles[Role.AUDITOR].isChecked)
    drawing = draw_dialog(window, meeting, until)
    until(lambda: drawing.seed.value() == TYPED)
    drawing.reject()
    moving = dialog_of(opened_calendar(window, until), until)
    until(lambda: moving.reason.value() == TYPED)
