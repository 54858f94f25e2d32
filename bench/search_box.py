"""A key in the search of the top bar → its answers painted, with 20,000 visits of 6,000 people.

`python -m bench.search_box [VISITS [PEOPLE]]`; run without a display by QT_QPA_PLATFORM=offscreen.
What is typed is cut from records that are there; one figure for each kind, the box empty before.
"""

import random
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from bench.harness import WARM_UP, Figure, show
from bench.screen import a_window, begin, settle
from bench.search import KINDS, Row, fill
from liaison_desktop.desk.people import People
from liaison_desktop.store.driver import open_file
from liaison_desktop.store.homes import file_key
from liaison_desktop.store.store import Store
from liaison_desktop.ui import theme
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.tokens import Tokens
from liaison_desktop.ui.worker import Worker
from tests.builders import NOON
from tests.store.a_home import DATA_KEY, make_home, user_of

ROUNDS = 60
WAIT = QEventLoop.ProcessEventsFlag.WaitForMoreEvents


def keys(app: QApplication, window: MainWindow, kind: str, sample: list[Row]) -> Figure:
    """Return the figure of one kind, from the key event to the painted list."""
    chance, box = random.Random(3), window.search  # noqa: S311 - invented people, not secrets
    shown: list[int] = []
    offer = box.found.offer

    def note(groups: object) -> None:
        offer(groups)  # type: ignore[arg-type]  # passed on as it came
        shown.append(1)

    box.found.offer = note  # type: ignore[method-assign]  # counted, then done
    taken = []
    for _ in range(WARM_UP + ROUNDS):
        box.set_value("")
        settle(app, 0.03)
        shown.clear()
        event = QInputMethodEvent()
        event.setCommitString(KINDS[kind](chance, chance.choice(sample)))
        began = time.perf_counter()
        QApplication.sendEvent(box, event)
        while not shown:
            app.processEvents(WAIT)
        box.found.repaint()
        taken.append(time.perf_counter() - began)
    box.found.offer = offer  # type: ignore[method-assign]  # as it was
    return Figure(kind, (), taken[WARM_UP:], most_ms_p95=16.0)


def main(visits: str = "20000", people: str = "6000") -> int:
    """Print the figures; 1 where a limit was not kept."""
    app = QApplication(["bench", "-style", "fusion"])
    theme.apply(Tokens())
    with tempfile.TemporaryDirectory(dir=Path.home()) as name:
        home = make_home(Path(name) / "home")
        store = Store.open(home, DATA_KEY, lambda: NOON)
        with closing(open_file(home.database, file_key(DATA_KEY))) as raw:
            sample = fill(raw, random.Random(1), int(visits), int(people))  # noqa: S311 - as above
        while People(store, user_of(store, "wang")).catch_up(2000):
            pass
        store.close()
        worker = Worker()
        window = a_window(home, worker, Path(name))
        begin(app, window)
        settle(app, 3)
        window.activateWindow()
        window.search.begin()
        while not window.search.hasFocus():
            app.processEvents(WAIT)
        figures = [keys(app, window, kind, sample) for kind in KINDS]
        window.let_go()
        window.close()
        worker.stop()
    return show(figures)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
