"""The window with 10,000 visits: login accepted → Today, page to page, key → suggestion.

`python -m bench.screen`, or `python -m bench.screen HOME` for the login alone with a home that was
made before. Run without a display by QT_QPA_PLATFORM=offscreen. The suggestions are those of
100,000 people, in the intake form itself, from the key event to the painted list.
"""

import random
import sys
import tempfile
import time
from itertools import cycle
from pathlib import Path

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from bench import ledger, people
from bench.answers import WAIT, Answers
from bench.harness import WARM_UP, Figure, show, time_of
from liaison_desktop.desk.desk import Desk
from liaison_desktop.store.driver import open_file
from liaison_desktop.store.homes import Home, file_key
from liaison_desktop.store.store import Store
from liaison_desktop.ui import theme
from liaison_desktop.ui.garbage import Collector
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.page import Page
from liaison_desktop.ui.preferences import Preferences
from liaison_desktop.ui.safekeeping import Safekeeping
from liaison_desktop.ui.suggestions import Suggestions
from liaison_desktop.ui.tokens import Tokens
from liaison_desktop.ui.worker import Worker
from tests.builders import NOON
from tests.store.a_home import DATA_KEY, make_home, user_of

VISITS = 10_000


class Behind:
    """What works behind a window, as at the front door; but no backup is made.

    Homes of benches have no keys: the whole file would be read beside the figures, and in vain.
    """

    def __init__(self, folder: Path) -> None:
        self.preferences = Preferences(folder / "screen.ini")
        self.worker, self.errands = Worker(), Worker()
        self.garbage = Collector(self.worker)
        Safekeeping.look = lambda _: None  # type: ignore[method-assign]  # as said above

    def a_window(self, home: Home) -> MainWindow:
        """Return the window of a desk that was just opened, as the front door makes it."""
        store = Store.open(home, DATA_KEY, lambda: NOON)
        desk = Desk(store, user_of(store, "wang"))
        return MainWindow(
            desk, self.worker, self.preferences, lambda *_: None, errands=self.errands
        )

    def stop(self) -> None:
        """Let both finish."""
        self.worker.stop()
        self.errands.stop()


def put_in_order(store: Store) -> None:
    """Let index and days be as on any morning; otherwise all that is done beside the figures."""
    desk = Desk(store, user_of(store, "wang"))
    desk.people.rebuild_index(lambda _done, _every: None)
    while desk.matters.begin_days():
        pass


def begin(app: QApplication, window: MainWindow) -> None:
    """Show the window until Today is painted and takes keys."""
    window.resize(1366, 768)
    window.show()
    window.begin()
    while not window.today.to_do.rows.count():
        app.processEvents(WAIT)
    app.processEvents()


def log_in(app: QApplication, home: Home, behind: Behind) -> Figure:
    """Return the figure from the accepted password to Today, beside opening the file alone."""
    floor: list[float] = []
    ours: list[float] = []
    for turn in range(9):
        floor_s = time_of(lambda: Store.open(home, DATA_KEY, lambda: NOON).close())
        window: list[MainWindow] = []
        ours_s = time_of(lambda made=window: made.append(at_today(app, home, behind)))
        end(app, window.pop())
        if turn >= WARM_UP:
            floor.append(floor_s)
            ours.append(ours_s)
    name = "login accepted → Today painted"
    return Figure(name, floor, ours, most_ms=400.0)


def at_today(app: QApplication, home: Home, behind: Behind) -> MainWindow:
    """Return a new window with Today in it."""
    window = behind.a_window(home)
    begin(app, window)
    return window


def end(app: QApplication, window: MainWindow) -> None:
    """Let a window go, as the front door does when it is locked."""
    window.let_go()
    window.close()
    window.deleteLater()
    settle(app, 0.2)


def settle(app: QApplication, seconds: float) -> None:
    """Let the window and its worker do what they have to do."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        app.processEvents()
        time.sleep(0.005)


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
    line = window.intake.form.visitors[0].name
    window.activateWindow()
    line.setFocus()
    while not line.hasFocus():
        app.processEvents(WAIT)
    lists = window.intake.view.findChildren(Suggestions)
    shown = next(each for each in lists if each.line is line)
    chance = random.Random(3)  # noqa: S311 - invented names, no secrets
    names = cycle([chance.choice(bearers)[0] for _ in range(97)])
    answers = Answers(shown)
    taken: list[float] = []
    for _ in range(WARM_UP + 200):
        line.set_value("")
        settle(app, 0.03)
        answers.forget()
        event = QInputMethodEvent()
        event.setCommitString(next(names)[:2])
        began = time.perf_counter()
        QApplication.sendEvent(line, event)
        answers.until_painted(app)
        taken.append(time.perf_counter() - began)
    return Figure("key → suggestion, 100,000 people", (), taken[WARM_UP:], most_ms_p95=16.0)


def main(made_before: str = "") -> int:
    """Print the figures; 1 where a limit was not kept."""
    app = QApplication(["bench", "-style", "fusion"])
    theme.apply(Tokens())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if made_before:
            behind = Behind(folder)
            figure = log_in(app, Home(Path(made_before)), behind)
            behind.stop()
            return show([figure])
        home = make_home(folder / "home")
        store = Store.open(home, DATA_KEY, lambda: NOON)
        ledger.fill(store, user_of(store, "wang"), VISITS)
        put_in_order(store)
        store.close()
        behind = Behind(folder)
        figures = [log_in(app, home, behind)]
        window = at_today(app, home, behind)
        figures += switches(app, window)
        end(app, window)
        behind.stop()
        big = make_home(folder / "big")
        store = Store.open(big, DATA_KEY, lambda: NOON)
        raw = open_file(big.database, file_key(DATA_KEY))
        bearers = people.fill(store, raw, random.Random(1))  # noqa: S311 - invented people
        raw.close()
        store.close()
        behind = Behind(folder)
        window = behind.a_window(big)
        begin(app, window)
        figures.append(suggest(app, window, bearers))
        window.let_go()
        window.close()
        behind.stop()
    return show(figures)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
