"""The window with 10,000 visits: login accepted → Today, page to page, key → suggestion, memory.

Run without a display by QT_QPA_PLATFORM=offscreen. The suggestions are those of 100,000 people, in
the intake form itself, from the key event to the painted list.
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from bench import ledger, people
from bench.harness import Figure, compare, show
from liaison_desktop.desk.desk import Desk
from liaison_desktop.store.driver import open_file
from liaison_desktop.store.homes import Home, file_key
from liaison_desktop.store.store import Store
from liaison_desktop.ui import theme
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.page import Page
from liaison_desktop.ui.preferences import Preferences
from liaison_desktop.ui.suggestions import Suggestions
from liaison_desktop.ui.tokens import Tokens
from liaison_desktop.ui.worker import Worker
from tests.builders import NOON
from tests.store.a_home import DATA_KEY, make_home, user_of

VISITS = 10_000
WAIT = QEventLoop.ProcessEventsFlag.WaitForMoreEvents


def a_window(home: Home, worker: Worker, folder: Path) -> MainWindow:
    """Return the window of a desk that was just opened, as the front door makes it."""
    store = Store.open(home, DATA_KEY, lambda: NOON)
    desk = Desk(store, user_of(store, "wang"))
    return MainWindow(desk, worker, Preferences(folder / "screen.ini"), lambda _d, _s: None)


def begin(app: QApplication, window: MainWindow) -> None:
    """Show the window until Today is painted and takes keys."""
    window.resize(1366, 768)
    window.show()
    window.begin()
    while not window.today.to_do.rows.count():
        app.processEvents(WAIT)
    app.processEvents()


def log_in(
    app: QApplication, home: Home, worker: Worker, folder: Path
) -> tuple[Callable[[], None], list[MainWindow]]:
    """Return what opens a window from the accepted password on, and the windows so far."""
    made: list[MainWindow] = []

    def go() -> None:
        window = a_window(home, worker, folder)
        begin(app, window)
        made.append(window)

    return go, made


def switches(app: QApplication, window: MainWindow) -> list[Figure]:
    """Return one figure for each page: from the press to its paint, all pages being made.

    The page of the data is left out: this home has no keys to show a fingerprint of.
    """
    places = [place for place in window.places if place.picture != "data"]
    pages = [(place.title, window.page_of(place)) for place in places]
    others = [page for _, page in (*pages[1:], pages[0])]
    return [
        switch(app, window, title, here, there)
        for (title, here), there in zip(pages, others, strict=True)
    ]


def switch(app: QApplication, window: MainWindow, title: str, here: Page, there: Page) -> Figure:
    """Return the figure of the way to one page; the way back is not counted."""
    taken: list[float] = []

    def go() -> None:
        window.go_to(there)
        app.processEvents()
        began = time.perf_counter()
        window.go_to(here)
        app.processEvents()
        taken.append(time.perf_counter() - began)

    for _ in range(17):
        go()
    return Figure(f"to {title}", (), taken[2:], most_ms=50.0)


def suggest(app: QApplication, window: MainWindow, bearers: list[people.Bearer]) -> Figure:
    """Return the figure of one more letter in the name box, up to the painted list."""
    window.registering.emit()
    while not window.intake.view.isVisible():
        app.processEvents(WAIT)
    app.processEvents()
    line = window.intake.form.visitors[0].name
    lists = window.intake.view.findChildren(Suggestions)
    shown = next(each for each in lists if each.line is line)
    chance = random.Random(3)  # noqa: S311 - invented names, no secrets
    names = cycle([chance.choice(bearers)[0] for _ in range(97)])
    offered: list[int] = []
    offer = shown.offer

    def note(choices: object) -> None:
        offer(choices)  # type: ignore[arg-type]  # passed on as it came
        offered.append(1)

    shown.offer = note  # type: ignore[method-assign]  # counted, then done

    def press() -> None:
        line.set_value("")
        app.processEvents()
        offered.clear()
        event = QInputMethodEvent()
        event.setCommitString(next(names)[:2])
        QApplication.sendEvent(line, event)
        while not offered:
            app.processEvents(WAIT)
        shown.repaint()

    return compare("key → suggestion, 100,000 people", ours=press, rounds=200, most_ms_p95=16.0)


def resident_mb() -> float:
    """Return the memory that the program holds now."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def main() -> int:
    app = QApplication(["bench", "-style", "fusion"])
    theme.apply(Tokens())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        home = make_home(folder / "home")
        store = Store.open(home, DATA_KEY, lambda: NOON)
        ledger.fill(store, user_of(store, "wang"), VISITS)
        store.close()
        worker = Worker()
        go, made = log_in(app, home, worker, folder)
        open_alone = compare(
            "login accepted → Today painted, 10,000 visits",
            floor=lambda: Store.open(home, DATA_KEY, lambda: NOON).close(),
            ours=go,
            rounds=7,
            most_ms=400.0,
        )
        figures = [open_alone, *switches(app, made[-1])]
        print(f"memory with every page made: {resident_mb():.0f} MB")
        for window in made:
            window.let_go()
            window.close()
        worker.stop()
        big = make_home(folder / "big")
        store = Store.open(big, DATA_KEY, lambda: NOON)
        raw = open_file(big.database, file_key(DATA_KEY))
        bearers = people.fill(store, raw, random.Random(1))  # noqa: S311 - invented people
        raw.close()
        store.close()
        worker = Worker()
        window = a_window(big, worker, folder)
        begin(app, window)
        figures.append(suggest(app, window, bearers))
        window.let_go()
        window.close()
        worker.stop()
    return show(figures)


if __name__ == "__main__":
    sys.exit(main())
