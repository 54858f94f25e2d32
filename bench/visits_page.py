"""The page of 来访登记簿 with 10,000 visits: from the press in the rail to the rows on the screen.

Run without a display by QT_QPA_PLATFORM=offscreen; a screen only adds what its driver takes.
"""

import random
import sys
import tempfile
from array import array
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from bench.harness import Figure, compare, show
from bench.ledger import fill
from bench.screen import put_in_order
from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.ledgers import VISITS as REGISTER
from liaison_desktop.store.store import Store
from liaison_desktop.ui import theme
from liaison_desktop.ui.garbage import Collector
from liaison_desktop.ui.pages.ledgers import LedgersPage
from liaison_desktop.ui.preferences import Preferences
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.tokens import Tokens
from liaison_desktop.ui.worker import Worker
from tests.builders import NOON
from tests.store.a_home import DATA_KEY, make_home, user_of

VISITS = 10_000
MILLION = 1_000_000


def show_again(app: QApplication, pages: QStackedWidget, page: LedgersPage) -> Callable[[], None]:
    """Return what brings the page in front with the rows it had, before it asks for others."""

    def go() -> None:
        pages.setCurrentIndex(0)
        pages.setCurrentWidget(page)
        app.processEvents()

    return go


def switch(app: QApplication, pages: QStackedWidget, page: LedgersPage) -> Callable[[], None]:
    """Return what brings the page in front, until its rows are read anew and painted."""

    def go() -> None:
        pages.setCurrentIndex(0)
        pages.setCurrentWidget(page)
        page.begin()
        settle(app, page)

    return go


def type_a_name(app: QApplication, page: LedgersPage) -> Callable[[], None]:
    """Return what looks for another name each time, the pause of the typing hand left out."""
    numbers = iter(range(1000))

    def look() -> None:
        page.list.filter.text.set_value(f"李桂芳{next(numbers) % 90 + 10}")
        page.list.search()
        settle(app, page)

    return look


def jump(page: LedgersPage) -> Callable[[], None]:
    """Return what drags the list to anywhere and paints what is there."""
    chance, table = random.Random(1), page.list.table  # noqa: S311 - places, no secrets

    def drag() -> None:
        table.scroll_to(chance.randrange(MILLION))
        table.viewport().repaint()

    return drag


def settle(app: QApplication, page: LedgersPage) -> None:
    """Wait for the answer and paint it."""
    while page.list.is_waiting:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    app.processEvents()


def figures(app: QApplication, pages: QStackedWidget, page: LedgersPage) -> list[Figure]:
    """Return the figures of the page."""
    desk = page.room.desk
    found = [
        compare("keys of 10,000 visits", ours=desk.ledger(REGISTER).find_ids, rounds=51),
        compare("page switch, rows of before", ours=show_again(app, pages, page), most_ms_p95=50),
        compare("page switch, rows read anew", ours=switch(app, pages, page), most_ms=50),
        compare("words typed to rows painted", ours=type_a_name(app, page), most_ms_p95=100),
    ]
    if page.list.count.text() == "共 0 次":
        raise SystemExit("nothing was found")
    page.list.model.show(array("q", range(1, MILLION + 1)), {})
    jumps = compare("a jump among 1,000,000 rows", ours=jump(page), rounds=200, most_ms_p95=33)
    return [*found, jumps]


def main() -> int:
    """Print the figures; 1 where a limit was not kept."""
    app = QApplication.instance() or QApplication(sys.argv)
    Collector(app)
    if not isinstance(app, QApplication):
        raise SystemExit("no window system")
    theme.apply(Tokens())
    with tempfile.TemporaryDirectory(dir=Path.home()) as folder:
        store = Store.open(make_home(Path(folder) / "home"), DATA_KEY, lambda: NOON)
        clerk = user_of(store, "wang")
        fill(store, clerk, VISITS)
        put_in_order(store)
        worker, desk = Worker(), Desk(store, clerk)
        room = Room(desk, worker, Preferences(Path(folder) / "screen.ini"), lambda *_: None)
        pages, page = QStackedWidget(), LedgersPage(room)
        pages.addWidget(QWidget())
        pages.addWidget(page)
        pages.resize(1162, 674)
        pages.show()
        found = figures(app, pages, page)
        pages.close()
        worker.stop()
        store.close()
    return show(found)


if __name__ == "__main__":
    sys.exit(main())
