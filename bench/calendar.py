"""The calendar with 20 years of sessions: a month repainted, and turned over to the next one.

Run without a display by QT_QPA_PLATFORM=offscreen; a screen only adds what its driver takes. The
floor of a month is the same month with nothing in it.
"""

import sys
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bench.harness import Figure, compare, show
from liaison_desktop.desk.agenda import AgendaDays
from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.conflicts import Circumstances
from liaison_desktop.model.field_visit import FieldVisit, VisitingDeputy
from liaison_desktop.model.reception_session import ReceptionSession, RotaSlot
from liaison_desktop.model.uids import new_uid
from liaison_desktop.store.store import Store
from liaison_desktop.ui import theme
from liaison_desktop.ui.garbage import Collector
from liaison_desktop.ui.pages.calendar_panel import CalendarPanel
from liaison_desktop.ui.pages.calendar_sheet import Sheet
from liaison_desktop.ui.preferences import Preferences
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.tokens import Tokens
from liaison_desktop.ui.worker import Worker
from tests.builders import NOON, STATION_UID, a_deputy
from tests.store.a_home import DATA_KEY, make_home, user_of

FIRST, YEARS = date(2007, 1, 1), 20
GIVEN = ("建国", "丽华", "志强", "春梅")
NAMES = [f"{family}{given}" for family in "王李张刘陈杨" for given in GIVEN]
WAIT = QEventLoop.ProcessEventsFlag.WaitForMoreEvents


def fill(desk: Desk) -> int:
    """Plan two sessions and two field visits a week, three deputies each; return how many days."""
    for name in NAMES:
        desk.deputies.register(a_deputy(name))
    weeks = YEARS * 52
    sessions, visits = [], []
    for week in range(weeks):
        monday = FIRST + timedelta(days=7 * week)
        names = [NAMES[(3 * week + n) % len(NAMES)] for n in range(3)]
        sessions += [a_session(monday + timedelta(days=n), names) for n in (0, 2)]
        visits += [a_visit(monday + timedelta(days=n), names) for n in (2, 4)]
    desk.schedule.sessions.register_all(sessions)
    desk.schedule.field_visits.register_all(visits)
    return weeks


def a_session(day: date, names: list[str]) -> ReceptionSession:
    """Return a morning with these deputies."""
    return ReceptionSession(
        uid=new_uid(NOON),
        station_uid=STATION_UID,
        planned_on=day,
        held_on=day,
        starts="09:00",
        ends="11:00",
        place="代表联络站",
        slots=[RotaSlot(name=name) for name in names],
    )


def a_visit(day: date, names: list[str]) -> FieldVisit:
    """Return an afternoon with these deputies."""
    return FieldVisit(
        uid=new_uid(NOON),
        station_uid=STATION_UID,
        visited_on=day,
        starts="14:30",
        place="和平社区",
        deputies=[VisitingDeputy(name=name) for name in names],
    )


def empty_month(panel: CalendarPanel) -> Callable[[], None]:
    """Return what paints the same month with nothing in it."""
    days = panel.days
    full = days.sheet
    if full is None:
        raise SystemExit("nothing was read")
    known = Circumstances(full.days.circumstances.calendar)
    first, last = days.span()
    empty = Sheet(AgendaDays(first, last, (), (), known, full.days.usual), full.today)
    image = QImage(days.grid.viewport().size(), QImage.Format.Format_RGB32)
    grid = type(days.grid)()
    grid.resize(days.grid.size())
    grid.ensurePolished()
    grid.show_days(first, ((last - first).days + 1) // 7, days.day.month, empty, day=days.day)
    _kept.append(grid)

    def render() -> None:
        grid.viewport().render(image)

    return render


_kept: list[object] = []


def repaint(panel: CalendarPanel) -> Callable[[], None]:
    """Return what paints the month that is shown."""
    viewport = panel.days.grid.viewport()
    image = QImage(viewport.size(), QImage.Format.Format_RGB32)

    def render() -> None:
        viewport.render(image)

    return render


def turn(app: QApplication, panel: CalendarPanel) -> Callable[[], None]:
    """Return what presses PgDn, or PgUp at the end, until the month is read anew and painted."""
    keys = cycle([Qt.Key.Key_PageUp] * 20 + [Qt.Key.Key_PageDown] * 20)

    def press() -> None:
        before = panel.days._asked
        QTest.keyClick(panel.days.grid, next(keys))
        sheet = panel.sheet
        while panel.sheet is sheet or panel.days._asked == before:
            app.processEvents(WAIT)
        panel.days.grid.viewport().repaint()

    return press


def figures(app: QApplication, panel: CalendarPanel) -> list[Figure]:
    """Return the figures of the page."""
    desk, (first, last) = panel.room.desk, panel.days.span()
    read = partial(desk.agenda.between, first, last + timedelta(days=42))
    floor = empty_month(panel)
    turned = turn(app, panel)
    return [
        compare("a month repainted", floor=floor, ours=repaint(panel), rounds=101, most_ms_p95=16),
        compare("a month read, with six weeks more", ours=read, rounds=51, most_ms_p95=50),
        compare("month to month, key to painted", ours=turned, rounds=60, most_ms_p95=100),
    ]


def main() -> int:
    """Print the figures; 1 where a limit was not kept."""
    app = QApplication.instance() or QApplication(sys.argv)
    Collector(app)
    if not isinstance(app, QApplication):
        raise SystemExit("no window system")
    theme.apply(Tokens())
    with tempfile.TemporaryDirectory(dir=Path.home()) as folder:
        store = Store.open(make_home(Path(folder) / "home"), DATA_KEY, lambda: NOON)
        desk = Desk(store, user_of(store, "wang"))
        print(f"{fill(desk)} weeks, 4 a week")
        worker = Worker()
        room = Room(desk, worker, Preferences(Path(folder) / "screen.ini"), lambda *_: None)
        panel = CalendarPanel(room)
        panel.resize(1130, 640)
        panel.show()
        panel.begin()
        while panel.sheet is None:
            app.processEvents(WAIT)
        app.processEvents()
        found = figures(app, panel)
        panel.close()
        worker.stop()
        store.close()
    return show(found)


if __name__ == "__main__":
    sys.exit(main())
