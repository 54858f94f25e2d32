"""kill -9 in the middle of typing: the text is offered again, to its clerk and nobody else."""

import subprocess
import sys
from pathlib import Path

from liaison_desktop.desk.desk import Desk
from tests.homes import CLERK, HEAD, PASSWORDS, StoppedClock, a_desk
from tests.killing import kill
from tests.ui.conftest import LogIn, OpenDoor, at_intake
from tests.ui.hands import Until, enter

PROGRAM = """
import sys, time
from pathlib import Path
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
application = QApplication([])
from liaison_desktop.app import now
from liaison_desktop.ui import theme
from liaison_desktop.ui.front_door import FrontDoor
from liaison_desktop.ui.preferences import Preferences
home, settings, login, password = sys.argv[1:]
theme.apply(theme.usual())
door = FrontDoor(Path(home), now, Preferences(Path(settings)))

def typing():
    page = door.main.intake
    door.main.registering.emit()
    while not page.view.isVisible():
        application.processEvents()
        time.sleep(0.01)
    page.form.title_line.set_value("路灯不亮")
    event = QInputMethodEvent()
    event.setCommitString("李桂芳")
    QApplication.sendEvent(page.form.visitors[0].name, event)
    page.keeper.kept.connect(lambda: print("kept", flush=True))

def enter():
    door.entrance.login.submitted.emit(login, password)

door.entrance.opened.connect(lambda _desk: watch.start())
from PySide6.QtCore import QTimer
watch = QTimer(singleShot=True, interval=300)
watch.timeout.connect(typing)
door.entrance.painted.connect(enter)
door.show()
application.exec()
"""


def type_and_be_killed(home: Path, settings: Path) -> None:
    """Run the program until it has kept a draft, then kill it without a warning."""
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, home, settings, CLERK, PASSWORDS[CLERK]],
        stdout=subprocess.PIPE,
        text=True,
    )
    kill(program, "kept")


def drafts_of(home: Path, clock: StoppedClock, login: str) -> list[dict[str, object]]:
    desk: Desk = a_desk(home, clock, login)
    found = [draft.body for draft in desk.drafts.find("visit")]
    desk.close()
    return found


def test_after_kill_9_the_text_is_offered_again_at_the_next_login(
    home: Path,
    tmp_path: Path,
    clock: StoppedClock,
    open_door: OpenDoor,
    log_in: LogIn,
    until: Until,
):
    type_and_be_killed(home, tmp_path / "other.ini")
    assert len(drafts_of(home, clock, CLERK)) == 1
    assert drafts_of(home, clock, HEAD) == []

    page = at_intake(log_in(open_door(home)))
    until(lambda: bool(page.start.resume_buttons) and page.start.isVisible())
    enter()

    assert page.form.visitors[0].name.value() == "李桂芳"
    assert page.form.title_line.value() == "路灯不亮"
