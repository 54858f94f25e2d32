"""签到 with 500 participants: a digit, key to painted, and opening the list.

`python -m bench.sign_in`, without a display by QT_QPA_PLATFORM=offscreen. What each digit leaves to
the store is settled before the next is timed. The floor is a key in a bare box of the toolkit.
"""

import gc
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bench.harness import Figure, show
from bench.record_page import WAIT, _after, bare_box, timed
from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.store.store import Store
from liaison_desktop.ui import theme
from liaison_desktop.ui.pages.signing_in import SignInPanel
from liaison_desktop.ui.preferences import Preferences
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.tokens import Tokens
from liaison_desktop.ui.worker import Worker
from tests.builders import NOON, a_consultation, a_participant
from tests.store.a_home import DATA_KEY, make_home, user_of

PEOPLE = 500


def fill(desk: Desk) -> Consultation:
    """Prepare a meeting of 500 people and return it."""
    meeting = a_consultation()
    desk.talk.meetings.register(meeting)
    people = [a_participant(meeting, f"马秀英{n}", body="和平社区") for n in range(PEOPLE)]
    desk.talk.participants.register_all(people)
    return desk.talk.meetings.load(meeting.uid)


def open_list(app: QApplication, panel: SignInPanel, meeting: Consultation) -> None:
    """Show the list of the meeting."""
    panel.open(meeting.uid)
    while len(panel.rows.model_of.rows) != PEOPLE:
        app.processEvents(WAIT)
    panel.rows.viewport().repaint()


def paint_all() -> None:
    """Lay out and paint what waits for it, and nothing else of what the key led to."""
    for kind in (QEvent.Type.LayoutRequest, QEvent.Type.UpdateRequest):
        QApplication.sendPostedEvents(None, kind.value)


def sign_in(app: QApplication, panel: SignInPanel) -> Callable[[], None]:
    """Return what presses a digit in the list and paints what it says, row and totals."""

    def press() -> None:
        QTest.keyClick(panel.rows, Qt.Key.Key_1)
        paint_all()

    def settle() -> None:
        app.processEvents()
        while panel.rows.model_of.pressed:
            app.processEvents(WAIT)

    return lambda: (press(), _after.append(settle))[0]


def find(app: QApplication, panel: SignInPanel) -> Callable[[], None]:
    """Return what types a letter into the line of finding and paints who may be meant."""

    def press() -> None:
        QTest.keyClick(panel.line, "m")
        paint_all()

    def empty() -> None:
        panel.line.set_value("")
        app.processEvents()

    return lambda: (press(), _after.append(empty))[0]


def main() -> int:
    """Print the figures; 1 where a limit is broken."""
    app = QApplication.instance() or QApplication(sys.argv)
    if not isinstance(app, QApplication):
        raise SystemExit("no window system")
    theme.apply(Tokens())
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(make_home(Path(folder) / "home"), DATA_KEY, lambda: NOON)
        desk, worker = Desk(store, user_of(store, "wang")), Worker()
        meeting = fill(desk)
        room = Room(desk, worker, Preferences(Path(folder) / "screen.ini"), lambda *_: None)
        panel = SignInPanel(room)
        panel.resize(1100, 640)
        panel.show()
        open_list(app, panel, meeting)
        panel.rows.setFocus()
        gc.freeze()  # what was filled in is looked through no more between the rounds
        floor = bare_box()
        figures: list[Figure] = [
            timed("a digit, key to painted", sign_in(app, panel), floor, most_ms_p95=16),
            timed("a letter, key to painted", find(app, panel), floor, most_ms_p95=16),
        ]
        worker.stop()
        store.close()
    return show(figures)


if __name__ == "__main__":
    sys.exit(main())
