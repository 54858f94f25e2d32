"""A month of the deputies' schedule: planned, looked at as month, week and list, and moved."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from liaison_desktop.tour import Tour, answered, wait_until

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

    from liaison_desktop.desk.desk import Desk
    from liaison_desktop.ui.main_window import MainWindow
    from liaison_desktop.ui.pages.calendar_panel import CalendarPanel

NAMES = ("周丽华", "王建国", "李志强", "赵春梅", "孙立军")
SESSIONS = (
    (2, "周丽华", "王建国"),
    (9, "王建国", "李志强", "赵春梅"),
    (16, "李志强"),
    (23, "周丽华", "王建国", "赵春梅"),
    (24, "李志强"),
    (30, "王建国", "周丽华"),
)
VISITS = (
    (4, "14:30", "和平社区", "周丽华"),
    (13, "09:30", "石桥村", "李志强"),
    (18, "10:00", "东门社区", "李志强"),
    (23, "14:30", "和平社区", "周丽华"),
    (24, "09:00", "石桥村", "李志强"),
)


def show_schedule(tour: Tour, window: MainWindow, narrow: tuple[int, int]) -> None:
    """Leave pictures of the month, the week, the list, a conflict and something that is dragged."""
    from liaison_desktop.ui.pages.calendar_head import LIST, MONTH, WEEK

    _plan(window.room.desk)
    window.go_to(window.schedule)
    panel = window.schedule.calendar
    wait_until(lambda: panel.sheet is not None)
    tour.picture(window, "calendar-month")
    _drag(tour, window, panel)
    panel.days.strip.look_button.click()
    answered(window)
    tour.picture(window, "calendar-conflict")
    panel.side.rest()
    for view in (WEEK, LIST, MONTH):
        panel.days.head.views.set_value(view)
        answered(window)
        if view != MONTH:
            tour.picture(window, f"calendar-{view}")
    panel.plan_session(date(2026, 11, 27), "孙立军")
    answered(window)
    tour.picture(window, "calendar-form")
    panel.side.form.give_up()
    answered(window)
    wide = window.size()
    window.resize(*narrow)
    answered(window)
    tour.picture(window, "calendar-125pct")
    window.resize(wide)
    tour.say("代表日程：月、周、日程表、冲突、拖动 / the calendar, a conflict, a drag")


def _plan(desk: Desk) -> None:
    """Register invented deputies and a month of what they do."""
    from liaison_desktop.model.deputy import Deputy, Mandate
    from liaison_desktop.model.field_visit import FieldVisit, VisitingDeputy
    from liaison_desktop.model.reception_session import ReceptionSession, RotaSlot
    from liaison_desktop.model.uids import new_uid
    from liaison_desktop.model.words import MandateLevel

    def own() -> dict[str, Any]:
        return {"uid": new_uid(desk.now()), "station_uid": desk.station.uid}

    known = {deputy.name for deputy in desk.deputies.find()}
    for name in NAMES:
        if name not in known:
            mandates = [Mandate(level=MandateLevel.COUNTY)]
            desk.deputies.register(Deputy(**own(), name=name, mandates=mandates))
    for number, *names in SESSIONS:
        day, slots = date(2026, 11, number), [RotaSlot(name=name) for name in names]
        times: dict[str, Any] = {"starts": "09:00", "ends": "11:00", "place": "联络站接待室"}
        session = ReceptionSession(**own(), planned_on=day, held_on=day, slots=slots, **times)
        desk.schedule.sessions.register(session)
    for number, starts, place, name in VISITS:
        day, deputies = date(2026, 11, number), [VisitingDeputy(name=name)]
        where: dict[str, Any] = {"starts": starts, "place": place, "deputies": deputies}
        desk.schedule.field_visits.register(FieldVisit(**own(), visited_on=day, **where))


def _drag(tour: Tour, window: MainWindow, panel: CalendarPanel) -> None:
    """Drag the conflicting visit to the next day, with a picture before the release."""
    grid = panel.days.grid
    rows = panel.sheet.rows.values() if panel.sheet is not None else ()
    visit = next(row for row in rows if row.day.day == 24 and row.kind == "field_visit")
    grid.choose_day(visit.day, visit.link)
    start, to = grid.chip_of(visit.link).center(), grid.middle_of(date(2026, 11, 25))
    _mouse(grid.viewport(), "press", start)
    _mouse(grid.viewport(), "move", to)
    tour.picture(window, "calendar-drag")
    panel.carry.let_go()
    _mouse(grid.viewport(), "release", to)
    answered(window)


def _mouse(widget: QWidget, what: str, at: QPoint) -> None:
    """Send what a hand at the mouse would."""
    from PySide6.QtCore import QEvent, QPointF, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    kinds = {
        "press": (QEvent.Type.MouseButtonPress, left, left),
        "move": (QEvent.Type.MouseMove, none, left),
        "release": (QEvent.Type.MouseButtonRelease, left, none),
    }
    kind, button, held = kinds[what]
    spot, keys = QPointF(at), Qt.KeyboardModifier.NoModifier
    screen = QPointF(widget.mapToGlobal(at))
    QApplication.sendEvent(widget, QMouseEvent(kind, spot, screen, button, held, keys))
