"""记录 with 500 statements: noting one more, key to painted, and opening the meeting.

Run without a display by QT_QPA_PLATFORM=offscreen; a screen only adds what its driver takes. The
floor of noting is the same key in a box of the same toolkit that keeps nothing.
"""

import gc
import sys
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from bench.harness import WARM_UP, Figure, compare, show, time_of
from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.consultation import AgendaItem, Consultation
from liaison_desktop.model.consultation_words import StatementKind
from liaison_desktop.model.statement import Statement
from liaison_desktop.model.uids import new_uid
from liaison_desktop.store.store import Store
from liaison_desktop.ui import theme
from liaison_desktop.ui.pages.meeting_record import LiveRecord
from liaison_desktop.ui.preferences import Preferences
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.tokens import Tokens
from liaison_desktop.ui.worker import Worker
from tests.builders import NOON, a_consultation, a_participant, a_statement
from tests.store.a_home import DATA_KEY, make_home, user_of

STATEMENTS, PEOPLE = 500, 40
ROUNDS = 60
WORDS = "电梯停运三天才修，业主群里没有人回应，老人上下楼很不方便，希望物业公开维修的时限。"
WAIT = QEventLoop.ProcessEventsFlag.WaitForMoreEvents


def fill(desk: Desk) -> Consultation:
    """Hold a meeting of one point, 40 people and 500 statements, and return it."""
    meeting = a_consultation(agenda=[AgendaItem(uid=new_uid(NOON), title="物业服务评价")])
    desk.talk.meetings.register(meeting)
    people = [a_participant(meeting, f"马秀英{n}", body="和平社区") for n in range(PEOPLE)]
    desk.talk.participants.register_all(people)
    kinds = list(StatementKind)
    said: list[Statement] = []
    for n in range(STATEMENTS):
        who = people[n % PEOPLE]
        one = a_statement(
            meeting,
            WORDS[: 12 + n % 30] * (1 + n % 3),
            kind=kinds[n % 4],
            speaker=who.name,
            speaker_body=who.body,
            participant_uid=who.uid,
            item_uid=meeting.agenda[0].uid,
            said_at=NOON + timedelta(seconds=10 * n),
        )
        said.append(one)
    desk.talk.statements.register_all(said)
    return desk.talk.meetings.open(desk.talk.meetings.load(meeting.uid))


def settle(app: QApplication, record: LiveRecord) -> None:
    """Wait until everything noted is in the store."""
    while record.acts.unsaved:
        app.processEvents(WAIT)
    app.processEvents()


def note(app: QApplication, record: LiveRecord) -> Callable[[], None]:
    """Return what presses Enter and waits until the row and the empty box are painted."""

    def press() -> None:
        count = len(record.list.statements.rows)
        QTest.keyClick(record.entry.box, Qt.Key.Key_Return)
        if len(record.list.statements.rows) != count + 1:
            raise SystemExit("nothing was noted")
        record.list.viewport().repaint()
        record.entry.box.viewport().repaint()

    def typed() -> None:
        settle(app, record)
        record.entry.box.set_value(WORDS)
        app.processEvents()

    typed()
    return lambda: (press(), _after.append(typed))[0]


_after: list[Callable[[], None]] = []


def timed(
    name: str, ours: Callable[[], object], floor: Callable[[], object] | None, **limits: float
) -> Figure:
    """Compare, with what each round leaves behind settled before the next is timed."""
    taken: tuple[list[float], list[float]] = ([], [])
    for turn in range(WARM_UP + ROUNDS):
        if floor is not None:
            taken[0].append(time_of(floor))
        taken[1].append(time_of(ours))
        while _after:
            _after.pop()()
        if turn < WARM_UP:
            for times in taken:
                times.clear()
    return Figure(name, *taken, **limits)


def bare_box() -> Callable[[], None]:
    """Return what presses a key in a bare box of the toolkit and paints it."""
    box = QPlainTextEdit()
    box.resize(560, 80)
    box.show()
    _kept.append(box)

    def press() -> None:
        QTest.keyClick(box, Qt.Key.Key_Return)
        box.viewport().repaint()
        box.clear()

    return press


_kept: list[object] = []


def type_key(record: LiveRecord) -> Callable[[], None]:
    """Return what types one letter and paints it."""

    def press() -> None:
        QTest.keyClick(record.entry.box, "a")
        record.entry.box.viewport().repaint()

    return press


def opening(app: QApplication, room: Room, meeting: Consultation) -> Callable[[], None]:
    """Return what opens the meeting in a page that is there, until its end is painted."""
    page = LiveRecord(room)
    page.resize(1114, 600)
    page.show()
    other = a_consultation("别的会")
    room.desk.talk.meetings.register(other)
    _kept.append(page)

    def leave() -> None:
        page.open(other.uid)
        while page.meeting is None:
            app.processEvents(WAIT)
        app.processEvents()

    def open_it() -> None:
        page.open(meeting.uid)
        while page.meeting is None:
            app.processEvents(WAIT)
        page.list.viewport().repaint()
        _after.append(leave)

    leave()
    return open_it


def main() -> int:
    """Print the figures; 1 where a limit was not kept."""
    app = QApplication.instance() or QApplication(sys.argv)
    if not isinstance(app, QApplication):
        raise SystemExit("no window system")
    theme.apply(Tokens())
    with tempfile.TemporaryDirectory(dir=Path.home()) as folder:
        store = Store.open(make_home(Path(folder) / "home"), DATA_KEY, lambda: NOON)
        desk = Desk(store, user_of(store, "wang"))
        meeting = fill(desk)
        worker = Worker()
        room = Room(desk, worker, Preferences(Path(folder) / "screen.ini"), lambda *_: None)
        record = LiveRecord(room)
        record.resize(1114, 600)
        record.show()
        record.activateWindow()
        record.open(meeting.uid)
        while record.meeting is None:
            app.processEvents(WAIT)
        app.processEvents()
        gc.freeze()  # what was filled in is looked through no more between the rounds
        typed, floor = type_key(record), bare_box()
        letter = compare("a letter, key to painted", ours=typed, floor=floor, most_ms_p95=16)
        noted = timed("a statement noted, key to painted", note(app, record), floor, most_ms_p95=16)
        record.close()
        opened = opening(app, room, meeting)
        found = [letter, noted, timed("the meeting opened", opened, None, most_ms=100)]
        worker.stop()
        store.close()
    return show(found)


if __name__ == "__main__":
    sys.exit(main())
