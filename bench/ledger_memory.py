"""The memory of a ledger's table over that of an empty one, SQLite's cache counted apart.

`python -m bench.ledger_memory [HOME]`: a home made before, or one of 20,000 visits made now. One
after another its ledgers are scrolled to sixty places, and in a second process those of a home in
which nothing is: once with a cache of 256 KB, where what is more is the tables', and once with the
64 MB that the desk has. The limit is one table's, and all of them together are held to it.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication
from sqlalchemy import event

from bench.ledger import fill
from bench.memory import resident_mb
from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.every_ledger import LEDGERS
from liaison_desktop.store.driver import Connection
from liaison_desktop.store.homes import Home
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

MOST_MB = 60.0
SMALL, USUAL = "-256", "-65536"
PLACES = 60


def open_and_scroll(home: Path, cache: str) -> None:
    """Print the memory with each ledger open, after it was scrolled."""
    app = QApplication(["bench", "-style", "fusion"])
    Collector(app)
    theme.apply(Tokens())
    store = Store.open(Home(home), DATA_KEY, lambda: NOON)
    event.listen(store._writer, "checkout", partial(_give_cache, cache))
    with tempfile.TemporaryDirectory() as folder:
        desk, kept = Desk(store, user_of(store, "wang")), Preferences(Path(folder) / "screen.ini")
        room = Room(desk, Worker(), kept, lambda *_: None)
        for ledger in LEDGERS:
            shown = LedgerList(room, looks("QHJD")[ledger.name])
            _scroll(app, shown)
            print(f"{ledger.name} {len(shown.model.ids)} {resident_mb():.1f}", flush=True)
            shown.close()
        os._exit(0)


def _scroll(app: QApplication, shown: LedgerList) -> None:
    chance = random.Random(1)  # noqa: S311 - places
    shown.resize(1162, 674)
    shown.show()
    shown.search()
    for _ in range(PLACES):
        until = time.monotonic() + 0.05
        while shown.is_waiting or time.monotonic() < until:
            app.processEvents()
            time.sleep(0.002)
        if shown.model.ids:
            shown.table.scroll_to(chance.randrange(len(shown.model.ids)))


def _give_cache(kilobytes: str, connection: Connection, *_: object) -> None:
    connection.execute(f"PRAGMA cache_size={kilobytes}")


def measure(home: Path, cache: str) -> list[list[str]]:
    """Return name, rows and megabytes of each ledger of a home."""
    asked = [sys.executable, "-m", "bench.ledger_memory", str(home), cache]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(asked, stdout=subprocess.PIPE, text=True, env=environment, check=True)
    return [line.split() for line in done.stdout.splitlines()]


def main(folder: str = "") -> int:
    """Print the figures; 1 where a table takes more than the limit."""
    worst = 0.0
    with tempfile.TemporaryDirectory(dir=Path.home()) as name:
        empty, full = make_home(Path(name) / "empty"), Path(folder)
        if not folder:
            full = Path(name) / "full"
            store = Store.open(make_home(full), DATA_KEY, lambda: NOON)
            fill(store, user_of(store, "wang"), 20_000)
            store.close()
        for cache in (SMALL, USUAL):
            print("SQLite's cache", "left out" if cache == SMALL else "included")
            pairs = zip(measure(full, cache), measure(empty.folder, cache), strict=True)
            for (ledger, rows, ours), (_, _, least) in pairs:
                over = float(ours) - float(least)
                print(f"  {ledger:14}{int(rows):>10,} rows{over:8.1f} MB over an empty one")
                worst = max(worst, over if cache == SMALL else 0.0)
    return int(worst > MOST_MB)


if __name__ == "__main__":
    if len(sys.argv) == 3:
        open_and_scroll(Path(sys.argv[1]), sys.argv[2])
    sys.exit(main(*sys.argv[1:]))
