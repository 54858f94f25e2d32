"""代表日程 — the calendar, and what else is planned and recorded with the deputies."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol, cast
from uuid import UUID

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.pages.calendar_panel import CalendarPanel
from liaison_desktop.ui.pages.schedule_print import export_calendar, print_paper
from liaison_desktop.ui.room import Page, Room
from liaison_desktop.ui.segments import Segments

if TYPE_CHECKING:
    from liaison_desktop.model.base import Record
    from liaison_desktop.ui.pages.roll_panel import RollPanel
    from liaison_desktop.ui.pages.roll_panels import HouseholdsPanel
    from liaison_desktop.ui.pages.rota_panel import RotaPanel
    from liaison_desktop.ui.pages.session_view import SessionView

CALENDAR = "calendar"
ROTA = "rota"
FIELD_VISITS = "field_visits"
HOUSEHOLDS = "households"
ACTIVITIES = "activities"
LEAVES = "leaves"
JOURNAL = "journal"
PLAN = "plan"
SESSION = "session"
"""One reception day, which is no part of the switch: the calendar and the rota lead to it."""

PRINTED = {"plan_item": "plan"}
"""Papers that are called otherwise than the record they are of."""


class Panel(Protocol):
    """One part of the place: a widget made with the room, which keeps what is typed in it."""

    not_kept: SignalInstance

    def begin(self) -> None:
        """Read anew: the panel comes in front."""

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed, then go on."""


class _Said(Protocol):
    banner: Banner


class SchedulePage(Page):
    """One panel in front; another is imported and made when it is first looked at."""

    not_kept = Signal(object)
    """What is typed could not be kept: with the fault."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        titles = [
            (tr("日历"), CALENDAR),
            (tr("轮值"), ROTA),
            (tr("走访"), FIELD_VISITS),
            (tr("联系户"), HOUSEHOLDS),
            (tr("小组活动"), ACTIVITIES),
            (tr("请假"), LEAVES),
            (tr("履职纪实"), JOURNAL),
            (tr("年度计划"), PLAN),
        ]
        self.parts = Segments([("", title, name) for title, name in titles])
        self.parts.say_name(tr("代表日程"))
        self.parts.set_value(CALENDAR)
        self._made: dict[str, QWidget] = {}
        self._front = self._before = CALENDAR
        self._head = QWidget()
        self._stack = QStackedWidget()
        self.parts.changed.connect(self._turn)
        self._lay_out()

    @property
    def calendar(self) -> CalendarPanel:
        """日历."""
        return cast(CalendarPanel, self.panel(CALENDAR))

    def begin(self) -> None:
        """Read the panel in front anew."""
        self._head.setVisible(self._front != SESSION)
        panel = self.panel(self._front)
        self._stack.setCurrentWidget(cast(QWidget, panel))
        panel.begin()

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed in the panel in front, then go on."""
        if self._front in self._made:
            self.panel(self._front).put_down(then)
        else:
            then()

    def panel(self, name: str) -> Panel:
        """Return a panel by its name, made now where it is not yet."""
        if name not in self._made:
            made = _make(name, self.room)
            made.not_kept.connect(self.not_kept)
            self._stack.addWidget(cast(QWidget, made))
            self._made[name] = cast(QWidget, made)
            self._lead_on(name, made)
        return cast(Panel, self._made[name])

    @property
    def session(self) -> SessionView:
        """The view of one reception day."""
        return cast("SessionView", self.panel(SESSION))

    def open_session(self, uid: UUID) -> None:
        """Put down what is in front and show one reception day."""
        self.put_down(lambda: self._show_session(uid))

    def open_plan(self, uid: UUID) -> None:
        """Put down what is in front and show one thing of the year's plan."""
        self.put_down(partial(self._show_record, PLAN, uid))

    def open_activity(self, uid: UUID) -> None:
        """Put down what is in front and show one group activity."""
        self.put_down(partial(self._show_record, ACTIVITIES, uid))

    def open_field_visit(self, uid: UUID) -> None:
        """Put down what is in front and show one field visit."""
        self.put_down(partial(self._show_record, FIELD_VISITS, uid))

    def _show_session(self, uid: UUID) -> None:
        self._before = self._front if self._front != SESSION else self._before
        self._front = SESSION
        self._head.hide()
        self._stack.setCurrentWidget(self.session)
        self.session.open(uid)

    def _leave_session(self) -> None:
        self._front = self._before
        self._head.show()
        self.begin()

    def _lead_on(self, name: str, panel: object) -> None:
        """Tie what a panel asks for to what answers it."""
        draw = partial(print_paper, self.room, cast("_Said", panel).banner)
        if isinstance(panel, CalendarPanel):
            panel.opening_session.connect(self.open_session)
            panel.opening_deputy.connect(self.room.ways.to_deputy)
            panel.opening_leave.connect(partial(self._show_record, LEAVES))
            panel.printing_notice.connect(partial(draw, "notice"))
            panel.printing_month.connect(partial(draw, "month"))
        elif name == SESSION:
            self.session.closed.connect(self._leave_session)
            self.session.printing.connect(draw)
        elif name == ROTA:
            rota = cast("RotaPanel", panel)
            rota.opening.connect(self.open_session)
            rota.printing.connect(draw)
            rota.exporting.connect(partial(export_calendar, self.room, self, rota.banner))
        else:
            roll = cast("RollPanel", panel)
            roll.printing.connect(partial(self._print_record, roll))
        if name == HOUSEHOLDS:
            cast("HouseholdsPanel", panel).opening_visit.connect(self.open_field_visit)

    def _print_record(self, roll: RollPanel, record: Record) -> None:
        about: object = record
        if roll.sheet.form == "plan_item":
            about = self.room.desk.today().year
        print_paper(self.room, roll.banner, PRINTED.get(roll.sheet.form, roll.sheet.form), about)

    def _show_record(self, name: str, uid: UUID) -> None:
        self.parts.set_value(name)
        cast("RollPanel", self.panel(name)).open(uid)

    def _turn(self) -> None:
        """Put down the panel in front and show the one that was chosen."""
        self.put_down(self._show_chosen)

    def _show_chosen(self) -> None:
        self._front = self.parts.value() or CALENDAR
        self.begin()

    def _lay_out(self) -> None:
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.parts)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 10, 24, 10)
        column.setSpacing(8)
        column.addWidget(self._head)
        column.addWidget(self._stack, 1)


def _make(name: str, room: Room) -> Panel:
    """Return a new panel; what it is made of is loaded for the first of its kind."""
    if name == CALENDAR:
        return CalendarPanel(room)
    if name == ROTA:
        from liaison_desktop.ui.pages.rota_panel import RotaPanel

        return RotaPanel(room)
    if name == SESSION:
        from liaison_desktop.ui.pages.session_view import SessionView

        return SessionView(room)
    from liaison_desktop.ui.pages import roll_panels

    kinds = {
        FIELD_VISITS: roll_panels.FieldVisitsPanel,
        HOUSEHOLDS: roll_panels.HouseholdsPanel,
        ACTIVITIES: roll_panels.ActivitiesPanel,
        LEAVES: roll_panels.LeavesPanel,
        JOURNAL: roll_panels.JournalPanel,
        PLAN: roll_panels.PlanPanel,
    }
    return kinds[name](room)
