"""A jump to anywhere in a ledger → the rows in sight read and painted, beside its two floors.

`python -m bench.jump [HOME [VISITS]]`: a home made before, or one of 20,000 visits, or so many,
made now. The floors are the same rows read by the driver alone, and the painting of rows that are
here. The processor's time alone is told too: a busy machine does not stretch it much. The first
jumps of a ledger warm its cache and are not counted.
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QApplication

from bench.harness import Figure, show, time_of
from bench.ledger import fill, matters_by_hand, people_by_hand, rows_by_hand
from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.every_ledger import LEDGERS
from liaison_desktop.model.ledgers import MATTERS, PEOPLE, VISITS
from liaison_desktop.store.driver import open_file
from liaison_desktop.store.homes import Home, file_key
from liaison_desktop.store.store import Store
from liaison_desktop.ui import theme
from liaison_desktop.ui.garbage import Collector
from liaison_desktop.ui.pages.ledger_list import LedgerList
from liaison_desktop.ui.pages.ledger_words import looks
from liaison_desktop.ui.preferences import Preferences
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.tokens import Tokens
from liaison_desktop.ui.worker import Worker
from tests.builders import NOON
from tests.store.a_home import DATA_KEY, make_home, user_of

ROUNDS, WARM_UP = 120, 20
WAIT = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
BY_HAND = {VISITS.name: rows_by_hand, MATTERS.name: matters_by_hand, PEOPLE.name: people_by_hand}


class Paintings(QObject):
    """Counts the pictures of a table, and those that had every row in sight."""

    def __init__(self, shown: LedgerList) -> None:
        super().__init__(shown)
        self._shown = shown
        self.every = self.whole = 0
        shown.table.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.every += 1
            self.whole += not self._shown.model.missing(*self._shown.table.in_sight())
        return False


def jumps(
    app: QApplication, shown: LedgerList, hand: Callable[[list[int]], object]
) -> list[Figure]:
    """Return the figures of one ledger: reading by hand → the jump, and the painting alone."""
    chance, table, ids = random.Random(1), shown.table, shown.model.ids  # noqa: S311 - places
    paintings = Paintings(shown)
    floor: list[float] = []
    ours: list[float] = []
    worked: list[float] = []
    painted: list[float] = []
    for turn in range(WARM_UP + ROUNDS):
        at = chance.randrange(len(ids) - 50)
        seconds = time_of(partial(hand, list(ids[at : at + _height(shown)])))
        paintings.whole = 0
        began, worked_before = time.perf_counter(), time.process_time()
        table.scroll_to(chance.randrange(len(ids) - 50))
        while not paintings.whole:
            app.processEvents(WAIT)
        jumped, busy = time.perf_counter() - began, time.process_time() - worked_before
        alone = time_of(table.viewport().repaint)
        _rest(app)
        if turn >= WARM_UP:
            floor.append(seconds)
            ours.append(jumped)
            worked.append(busy)
            painted.append(alone)
    name = shown.look.ledger.title
    pictures = paintings.every / (ROUNDS + WARM_UP) - 1  # one a round is the painting alone
    print(f"{name}: {len(ids):,} rows, {pictures:.1f} pictures a jump")
    return [
        Figure(f"{name}: read by hand → jump painted", floor, ours, most_ms_p95=16.0),
        Figure(f"{name}: the same, the processor's time", (), worked),
        Figure(f"{name}: painting rows that are here", (), painted),
    ]


def _height(shown: LedgerList) -> int:
    first, last = shown.table.in_sight()
    return last - first + 1


def _rest(app: QApplication, seconds: float = 0.06) -> None:
    """Let the rows around be read, as between two movements of a hand."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        app.processEvents()
        time.sleep(0.002)


def main(folder: str = "", visits: str = "20000") -> int:
    """Print the figures; 1 where a limit was not kept."""
    app = QApplication(["bench", "-style", "fusion"])
    Collector(app)
    theme.apply(Tokens())
    with tempfile.TemporaryDirectory(dir=Path.home()) as name:
        home = Home(Path(folder)) if folder else make_home(Path(name) / "home")
        store = Store.open(home, DATA_KEY, lambda: NOON)
        if not folder:
            fill(store, user_of(store, "wang"), int(visits))
        worker, desk = Worker(), Desk(store, user_of(store, "wang"))
        room = Room(desk, worker, Preferences(Path(name) / "screen.ini"), lambda *_: None)
        figures: list[Figure] = []
        with closing(open_file(home.database, file_key(DATA_KEY))) as raw:
            for ledger in LEDGERS:
                shown = LedgerList(room, looks("QHJD")[ledger.name])
                shown.resize(1162, 674)
                shown.show()
                shown.search()
                while shown.is_waiting:
                    app.processEvents(WAIT)
                _rest(app, 0.3)
                if len(shown.model.ids) > 100:
                    figures += jumps(app, shown, partial(BY_HAND[ledger.name], raw))
                shown.close()
        worker.stop()
        store.close()
    return show(figures)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
