"""A meeting played from its script with keys alone, in a process that may be killed at any time.

    python -m tests.ui.talk.replay HOME LOGIN PASSWORD ENTRIES STOP [shown]

Goes on where the store is, types until ENTRIES are noted, and then gives every opinion its route.
At the entry STOP it stands still in the middle of a word, says so, and waits to be killed; with
`shown`, when the entry is on the screen and its saving has not been asked for yet.
"""

import json
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.consultation_words import StatementKind, StatementRoute
from liaison_desktop.model.user import User
from liaison_desktop.store.homes import Home
from liaison_desktop.store.store import Store
from liaison_desktop.store.wholes import whole
from liaison_desktop.ui import theme
from liaison_desktop.ui.garbage import Collector
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.pages.meeting_record import LiveRecord
from liaison_desktop.ui.pages.opinion_routes import OpinionRoutes
from liaison_desktop.ui.preferences import Preferences
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.tokens import Tokens
from liaison_desktop.ui.worker import Worker
from tests.builders import NOON
from tests.homes import StoppedClock

SCRIPT: dict[str, Any] = json.loads(
    (Path(__file__).with_name("ninety_minutes.json")).read_text("utf-8")
)
SECONDS_A_CHARACTER = 2.5
"""So that the whole takes about ninety minutes of the meeting's own clock."""

PATIENCE = 60.0
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
Key = Qt.Key
Entry = dict[str, Any]


class Hands:
    """A recorder's hands: every key goes to what has the focus, and the clock goes on with it."""

    def __init__(self, app: QApplication, clock: StoppedClock) -> None:
        self.app, self.clock = app, clock

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
        QTest.keyClick(self._focused(), key, modifiers or Qt.KeyboardModifier.NoModifier)

    def type(self, text: str) -> None:
        """Type text two characters at a time, as an input method commits them."""
        for place in range(0, len(text), 2):
            event = QInputMethodEvent()
            event.setCommitString(text[place : place + 2])
            QApplication.sendEvent(self._focused(), event)
            self.clock.now += timedelta(seconds=2 * SECONDS_A_CHARACTER)
            self.app.processEvents()

    def until(self, is_so: Callable[[], bool]) -> None:
        """Wait for what a person would see."""
        end = time.monotonic() + PATIENCE
        while not is_so():
            if time.monotonic() > end:
                raise SystemExit(f"waited in vain for {is_so.__code__.co_firstlineno}")
            self.app.processEvents()
            time.sleep(0.002)

    def stand_still(self, is_kept: Callable[[], bool]) -> None:
        """Say that the draft is kept, and wait to be killed."""
        self.until(is_kept)
        print("killable", flush=True)
        time.sleep(PATIENCE)

    def _focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        if widget is None:
            raise SystemExit("nothing has the focus")
        return widget


class Replay:
    """Plays the entries into a live record."""

    def __init__(self, hands: Hands, room: Room, stop: int, *, is_shown: bool) -> None:
        self.hands, self.room, self.stop, self.is_shown = hands, room, stop, is_shown
        self.record = LiveRecord(room)
        self.meeting = room.desk.talk.meetings.newest()[0]

    def open(self) -> None:
        _show(self.record)
        self.record.open(self.meeting.uid)
        self.hands.until(lambda: self.record.meeting is not None)

    def play(self, entries: list[Entry]) -> None:
        """Go on after what is in the store: first a promise that was begun, then the rest."""
        desk = self.room.desk
        statements = desk.talk.statements.of(self.meeting.uid)
        begun = len(statements)
        times = [one.said_at for one in statements if one.said_at is not None]
        self.hands.clock.now = max([NOON, *times])
        made = len(desk.talk.commitments.of(self.meeting.uid))
        promised = [one for one in entries[:begun] if "promise" in one]
        if len(promised) > made:
            self._promise(promised[-1], is_begun=True, is_last=False)
        for place in range(begun, len(entries)):
            self._note(place, entries[place])

    def _note(self, place: int, entry: Entry) -> None:
        record, hands = self.record, self.hands
        hands.until(record.entry.box.hasFocus)
        typed = record.entry.box.value()
        if not typed:
            self._prepare(entry)
        is_stopped = place == self.stop and "promise" not in entry
        rest = entry["words"][len(typed) :]
        if is_stopped and not self.is_shown:
            hands.type(rest[: len(rest) // 2])
            half = record.entry.box.value()
            hands.stand_still(lambda: self._drafted("statement", half))
        hands.type(rest)
        if is_stopped:
            hands.until(lambda: self._drafted("statement", entry["words"]))
        hands.press(Key.Key_Return)
        if not [row for row in record.list.statements.rows if row.content == entry["words"]]:
            raise SystemExit(f"entry {place} is not on the screen")
        if is_stopped:
            hands.stand_still(lambda: True)
        if "promise" in entry:
            hands.press(Key.Key_C, ALT)
            hands.until(record.promise.isVisible)
            self._promise(entry, is_begun=False, is_last=place == self.stop)

    def _prepare(self, entry: Entry) -> None:
        """Go to the point, choose the speaker and the kind, each where it is another."""
        record, hands = self.record, self.hands
        title = SCRIPT["points"][entry["item"]]
        while record.agenda.value().title != title:
            hands.press(Key.Key_PageDown, CTRL)
        if str(record.entry.speaker.value() or "") != entry["speaker"]:
            hands.type("@" + entry["speaker"])
            hands.press(Key.Key_Space)
        place = list(StatementKind).index(StatementKind(entry["kind"]))
        if record.entry.kinds.value() != entry["kind"]:
            hands.press(Qt.Key(Key.Key_1 + place), ALT)

    def _promise(self, entry: Entry, *, is_begun: bool, is_last: bool) -> None:
        """Fill in the line of a promise, or what of it was not typed yet."""
        line, hands = self.record.promise, self.hands
        hands.until(lambda: line.isVisible() and line.fields["unit_name"].control.hasFocus())
        wanted = [entry["promise"][name] for name in ("unit", "person", "due")]
        for name, text in zip(("unit_name", "person", "due_on"), wanted, strict=True):
            control = line.fields[name].control
            if not isinstance(control, Line):
                raise SystemExit(name)
            if is_last and name == "person":
                hands.type(text[:1])
                hands.stand_still(lambda: self._drafted("commitment", wanted[1][:1]))
            control.end(False) if is_begun else None
            hands.type(text[len(control.value()) :])
            hands.press(Key.Key_Return)
        hands.until(lambda: not line.isVisible() and self.record.entry.box.hasFocus())

    def _drafted(self, form: str, text: str) -> bool:
        """Return whether what is typed is in the store, and all that was noted before it."""
        bodies = [str(one.body) for one in self.room.desk.drafts.find(form)]
        return not self.record.acts.unsaved and any(text in body for body in bodies)

    def finish(self) -> None:
        """Leave the record as another part is gone to."""
        left: list[bool] = []
        self.hands.until(lambda: not self.record.acts.unsaved)
        self.record.put_down(lambda: left.append(True))
        self.hands.until(lambda: bool(left))
        self.record.close()

    def route(self, entries: list[Entry]) -> None:
        """Give every opinion its way, one after the other, by its digit."""
        page, hands = OpinionRoutes(self.room), self.hands
        _show(page)
        page.open(self.meeting.uid)
        hands.until(page.list.hasFocus)
        opinions = [one for one in entries if "route" in one]
        for place, entry in enumerate(opinions):
            hands.until(lambda at=place: page.list.currentIndex().row() == at)  # type: ignore[misc]  # bound now
            hands.until(page.list.hasFocus)
            route = StatementRoute(entry["route"])
            hands.press(Qt.Key(Key.Key_1 + list(StatementRoute).index(route)))
            if route is StatementRoute.GUIDED:
                hands.press(Key.Key_1)
            if route is StatementRoute.NOTED:
                hands.type("情况已知")
            hands.press(Key.Key_Return, CTRL)
            hands.until(lambda: not page.form.isVisible() or page.banner.isVisible())
            if page.banner.isVisible():
                raise SystemExit(page.banner.words.text())
            words = str(len(opinions) - place - 1)
            hands.until(
                lambda w=words: w in page.card.badge.text() or "都有" in page.card.badge.text()  # type: ignore[misc]  # bound now
            )
        page.close()


def _show(part: QWidget) -> None:
    part.resize(1100, 600)
    part.show()
    part.activateWindow()


def main(arguments: list[str]) -> int:
    """Play; 0 where everything was typed and routed."""
    home, login, password, entries, stop, *when = arguments
    app = QApplication([])
    Collector(app)
    theme.apply(Tokens())
    clock = StoppedClock(NOON)
    store = Store.open(Home(Path(home)), Home(Path(home)).unlock(login, password, NOON), clock)
    with store.read() as session:
        user = next(one for one in session.scalars(whole(User)) if one.login == login)
    desk, worker = Desk(store, user), Worker()
    room = Room(desk, worker, Preferences(Path(home).with_name("replay.ini")), lambda *_: None)
    script: list[Entry] = SCRIPT["entries"][: int(entries)]
    replay = Replay(Hands(app, clock), room, int(stop), is_shown=when == ["shown"])
    replay.open()
    replay.play(script)
    replay.finish()
    replay.route(script)
    worker.stop()
    desk.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
