"""A key in the search of the top bar → its answers painted, with 20,000 visits of 6,000 people.

`python -m bench.search_box [VISITS [PEOPLE]]`, or `[HOME]` for one that was filled and indexed
before; run without a display by QT_QPA_PLATFORM=offscreen. What is typed is cut from records that
are there; one figure for each kind, the box empty before, beside the same asked of the index alone.
"""

import random
import sys
import tempfile
import time
from contextlib import closing
from functools import partial
from pathlib import Path

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from bench.answers import WAIT, Answers
from bench.harness import WARM_UP, Figure, show, time_of
from bench.screen import Behind, begin, put_in_order, settle
from bench.search import KINDS, Row, ask_by_hand, fill, sample_of
from liaison_desktop.store.driver import Connection, open_file
from liaison_desktop.store.homes import Home, file_key
from liaison_desktop.store.store import Store
from liaison_desktop.ui import theme
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.tokens import Tokens
from tests.builders import NOON
from tests.store.a_home import DATA_KEY, make_home

ROUNDS = 60


def keys(
    app: QApplication, window: MainWindow, raw: Connection, kind: str, sample: list[Row]
) -> Figure:
    """Return the figure of one kind, from the key event to the painted list."""
    chance, box = random.Random(3), window.search  # noqa: S311 - invented people, not secrets
    answers = Answers(box.found)
    floor, taken = [], []
    for _ in range(WARM_UP + ROUNDS):
        box.set_value("")
        settle(app, 0.03)
        answers.forget()
        typed = KINDS[kind](chance, chance.choice(sample))
        floor.append(time_of(partial(ask_by_hand, raw, typed)))
        event = QInputMethodEvent()
        event.setCommitString(typed)
        began = time.perf_counter()
        QApplication.sendEvent(box, event)
        answers.until_painted(app)
        taken.append(time.perf_counter() - began)
    answers.let_go()
    return Figure(kind, floor[WARM_UP:], taken[WARM_UP:], most_ms_p95=16.0)


def a_home(folder: Path, visits: int, people: int) -> Home:
    """Return a home of so many visits, its index in order."""
    home = make_home(folder / "home")
    store = Store.open(home, DATA_KEY, lambda: NOON)
    with closing(open_file(home.database, file_key(DATA_KEY))) as raw:
        fill(raw, random.Random(1), visits, people)  # noqa: S311 - as above
    put_in_order(store)
    store.close()
    return home


def main(visits: str = "20000", people: str = "6000") -> int:
    """Print the figures; 1 where a limit was not kept."""
    app = QApplication(["bench", "-style", "fusion"])
    theme.apply(Tokens())
    with tempfile.TemporaryDirectory(dir=Path.home()) as name:
        made_before = not visits.isdecimal()
        home = Home(Path(visits)) if made_before else a_home(Path(name), int(visits), int(people))
        behind = Behind(Path(name))
        window = behind.a_window(home)
        begin(app, window)
        settle(app, 3)
        window.activateWindow()
        window.search.begin()
        while not window.search.hasFocus():
            app.processEvents(WAIT)
        with closing(open_file(home.database, file_key(DATA_KEY))) as raw:
            sample = sample_of(raw, random.Random(1))  # noqa: S311 - as above
            figures = [keys(app, window, raw, kind, sample) for kind in KINDS]
        window.let_go()
        window.close()
        behind.stop()
    return show(figures)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
