"""The desk's window: the shell with its pages, and one open desk behind them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent

from liaison_desktop.desk.counting import counted
from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.today import Safety
from liaison_desktop.model.faults import Fault
from liaison_desktop.model.ledger import Chosen
from liaison_desktop.model.ledgers import VISITS as VISIT_LEDGER
from liaison_desktop.model.times import SHANGHAI, business_day
from liaison_desktop.model.work_lists import Work
from liaison_desktop.ui.dialogs import bring_dialogs_back, put_dialogs_away
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.page import Page
from liaison_desktop.ui.pages.intake import IntakePage
from liaison_desktop.ui.pages.ledgers import LedgersPage
from liaison_desktop.ui.pages.today import TodayPage
from liaison_desktop.ui.preferences import Preferences
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.safekeeping import Safekeeping
from liaison_desktop.ui.search_box import SearchBox
from liaison_desktop.ui.shell import Place, Shell
from liaison_desktop.ui.sticks import Find, find_sticks
from liaison_desktop.ui.theme import load_further_fonts
from liaison_desktop.ui.worker import Worker

if TYPE_CHECKING:
    from liaison_desktop.ui.pages.consultations import ConsultationsPage
    from liaison_desktop.ui.pages.data import DataPage
    from liaison_desktop.ui.pages.matters import MattersPage
    from liaison_desktop.ui.pages.schedule import SchedulePage
    from liaison_desktop.ui.pages.settings import SettingsPage

QUIET_MS = 700
"""Between two pages that are made before anybody asks for them."""


TODAY, INTAKE, VISITS, MATTERS, SCHEDULE, CONSULTATIONS, DATA, SETTINGS = range(8)


@dataclass(frozen=True)
class Standing:
    """Where a user stood: a place of the rail, a record that was open; no word of a visitor."""

    place: int = TODAY
    visit: str = ""
    draft: UUID | None = None
    deputy: UUID | None = None
    consultation: UUID | None = None


class MainWindow(Shell):
    """Closing it keeps the draft, makes a backup and closes the desk, in the worker's order.

    `lock_asked` comes when the window wants to be locked, `restore_asked` with a Restoring;
    `show_papers` is a ShowPapers that is given the window first.
    """

    lock_asked = Signal()
    restore_asked = Signal(object)
    not_kept = Signal(object)
    """What is typed could not be kept: with the fault."""

    def __init__(
        self,
        desk: Desk,
        worker: Worker,
        preferences: Preferences,
        show_papers: Callable[..., object],
        find: Find = find_sticks,
        errands: Worker | None = None,
    ) -> None:
        super().__init__(desk.station.name, desk.user.name or desk.user.login, preferences)
        self._desk, self._worker = desk, worker
        self._is_closed = self._is_asked = False
        self._counted_saves = 0
        papers = partial(show_papers, self)
        self.room = Room(desk, worker, preferences, papers, find, errands=errands)
        self.room.ways.setParent(self)  # or what listens to it would keep the window for ever
        self.safekeeping = Safekeeping(self.room, self)
        self.search = SearchBox(self.room, self)
        self.search_row.addWidget(self.search)
        self.places = self._build_places()
        for place in self.places:
            self.add(place)
        self._connect()

    @property
    def login(self) -> str:
        """Whose window this is."""
        return self._desk.user.login

    @property
    def user_name(self) -> str:
        """What the user is called."""
        return self._desk.user.name or self._desk.user.login

    @property
    def today(self) -> TodayPage:
        """今天."""
        return cast(TodayPage, self.page_of(self.places[TODAY]))

    @property
    def intake(self) -> IntakePage:
        """来访登记."""
        return cast(IntakePage, self.page_of(self.places[INTAKE]))

    @property
    def visits(self) -> LedgersPage:
        """登记簿与台账."""
        return cast(LedgersPage, self.page_of(self.places[VISITS]))

    @property
    def matters(self) -> MattersPage:
        """意见办理."""
        return cast("MattersPage", self.page_of(self.places[MATTERS]))

    @property
    def schedule(self) -> SchedulePage:
        """代表日程."""
        return cast("SchedulePage", self.page_of(self.places[SCHEDULE]))

    @property
    def consultations(self) -> ConsultationsPage:
        """民情恳谈."""
        return cast("ConsultationsPage", self.page_of(self.places[CONSULTATIONS]))

    @property
    def data(self) -> DataPage:
        """数据与备份."""
        return cast("DataPage", self.page_of(self.places[DATA]))

    @property
    def settings(self) -> SettingsPage:
        """设置."""
        return cast("SettingsPage", self.page_of(self.places[SETTINGS]))

    def begin(self, at: Standing | None = None) -> None:
        """Begin the day, or where the user stood; further pages are made when all is quiet."""
        self._stand(at or Standing())
        self.say_day(self._desk.today())
        self._ask_safety()
        self.safekeeping.begin()
        QTimer.singleShot(0, load_further_fonts)
        QTimer.singleShot(QUIET_MS, self._make_next)

    def standing(self) -> Standing:
        """Return where the user stands, for the next window to begin with."""
        places = [n for n, place in enumerate(self.places) if self.made.get(place) is self.page]
        place = places[0] if places else TODAY
        if place == VISITS:
            return Standing(place, self.visits.opened(), deputy=self.visits.opened_deputy())
        if place == CONSULTATIONS:
            return Standing(place, consultation=self.consultations.opened())
        return Standing(place, draft=self.intake.typing() if place == INTAKE else None)

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed on every page and what waits to be kept, then go on.

        A page that cannot stays in front.
        """
        self._put_down(list(self.made.values()), then)

    def put_away(self) -> None:
        """Hide with all that is over it: nothing is left that a screen reader would find."""
        self.put_papers_away()
        self.hide()
        self.destroy()  # made again by the next `show`

    def put_papers_away(self) -> None:
        """Close previews, dialogs and what was found: what they show is somebody's."""
        self.search.put_away()
        put_dialogs_away(self)

    def bring_papers_back(self) -> None:
        """Open again the dialogs whose text could not be kept: their user came back."""
        bring_dialogs_back(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close once all is kept; asked again where it cannot be, close anyway."""
        if self._is_closed or self._is_asked:
            self.let_go()
            super().closeEvent(event)
        else:
            self._is_asked = True
            event.ignore()
            self.put_down(partial(self.safekeeping.end, self.close))

    def let_go(self) -> None:
        """Ask the worker for the last: what is typed kept, and the desk closed."""
        if not self._is_closed:
            self._is_closed = True
            self.safekeeping.stop()
            for page in self.made.values():
                page.put_down(lambda: None)
            self._worker.ask(self, self._desk.close, lambda _nothing: None)

    def _stand(self, at: Standing) -> None:
        if at.visit:
            self._show_visit(at.visit)
        elif at.deputy is not None:
            self._show_deputy(at.deputy)
        elif at.consultation is not None:
            self._show_consultation(at.consultation)
        elif at.draft is not None:
            self.go_to(self.intake, partial(self.intake.resume_draft, at.draft))
        else:
            self.go_to(self.page_of(self.places[at.place]))

    def _put_down(self, pages: list[Page], then: Callable[[], object]) -> None:
        if pages:
            pages[0].put_down(partial(self._put_down, pages[1:], then))
        else:
            keep = self._desk.drafts.keep_waiting
            self._worker.ask(self, keep, lambda _nothing: then(), self._say_not_kept)

    def _say_not_kept(self, fault: Fault) -> None:
        self._say(fault)
        self.not_kept.emit(fault)

    @Slot()
    def _register(self, name: str = "") -> None:
        if self.page is self.intake:
            self.intake.register(name)
        else:
            self.go_to(self.intake, partial(self.intake.register, name))

    def _collect(self, known: Mapping[str, Any]) -> None:
        self.go_to(self.intake, partial(self.intake.register_from, known))

    def _show_ledger(self, chosen: Chosen, name: str = VISIT_LEDGER.name) -> None:
        self.go_to(self.visits, partial(self.visits.show_chosen, chosen, name))

    def _show_visit(self, number: str) -> None:
        self.go_to(self.visits, partial(self.visits.open_visit, number))

    def _show_deputy(self, uid: UUID) -> None:
        self.go_to(self.visits, partial(self.visits.open_deputy, uid))

    def _register_deputy(self) -> None:
        self.go_to(self.visits, self.visits.open_new_deputy)

    def _show_matter(self, number: str) -> None:
        self.go_to(self.matters, partial(self.matters.open_matter, number))

    def _show_plan(self, uid: UUID) -> None:
        self.go_to(self.schedule, partial(self.schedule.open_plan, uid))

    def _show_activity(self, uid: UUID) -> None:
        self.go_to(self.schedule, partial(self.schedule.open_activity, uid))

    def _show_session(self, uid: UUID) -> None:
        self.go_to(self.schedule, partial(self.schedule.open_session, uid))

    def _show_consultation(self, uid: UUID) -> None:
        self.go_to(self.consultations, partial(self.consultations.open_consultation, uid))

    def _show_work(self, work: Work) -> None:
        self.go_to(self.matters, partial(self.matters.show_work, work))

    @Slot()
    def _follow(self) -> None:
        """Count again after whatever was saved, whether or not a page told of it."""
        if self._desk.saves != self._counted_saves and not self._is_closed:
            self._ask_safety()

    @Slot()
    def _ask_safety(self) -> None:
        self._counted_saves = self._desk.saves
        self._worker.ask(self, self._desk.safety, self._show_safety, lambda _fault: None)

    def _show_safety(self, facts: Safety) -> None:
        at = facts.last_backup_at
        if at is None:
            self.backup_said.say(tr("还没有备份"), is_well=False)
        else:
            local = at.astimezone(SHANGHAI)
            is_today = business_day(at) == self._desk.today()
            day = tr("今天") if is_today else f"{local:%m-%d}"
            words = tr("备份 {day} {time}").format(day=day, time=f"{local:%H:%M}")
            self.backup_said.say(words, is_well=facts.is_backup_fresh)
        words = tr("未上报 {count} 条").format(count=counted(facts.unsent_count))
        self.export_said.say(words, is_well=not facts.unsent_count)

    def _say(self, fault: Fault) -> None:
        self.note.setText(say(fault))

    @Slot()
    def _make_next(self) -> None:
        """Make one more page of the day's work, so that the first way to it is as short as any.

        The others are made when they are wanted: they are a tenth of the memory.
        """
        early = [place for place in self.places if place.is_early and not place.is_at_foot]
        missing = [place for place in early if place not in self.made]
        if missing and not self._is_closed:
            self.page_of(missing[0])
            QTimer.singleShot(QUIET_MS, self._make_next)

    def _build_places(self) -> list[Place]:
        return [
            Place(tr("今天"), tr("今天"), "home", self._make_today),
            Place(tr("来访登记"), tr("登记"), "register", self._make_intake),
            Place(tr("登记簿与台账"), tr("登记簿"), "ledger", self._make_visits),
            Place(tr("意见办理"), tr("办理"), "sheet", self._make_matters),
            Place(tr("代表日程"), tr("日程"), "calendar", self._make_schedule),
            Place(tr("民情恳谈"), tr("恳谈"), "talk", self._make_consultations, is_early=False),
            Place(tr("数据与备份"), tr("数据"), "data", self._make_data, is_at_foot=True),
            Place(tr("设置"), tr("设置"), "settings", self._make_settings, is_at_foot=True),
        ]

    def _make_today(self) -> Page:
        page = TodayPage(self.room)
        page.not_kept.connect(self.not_kept)
        page.facts_read.connect(self._show_safety)
        return page

    def _make_intake(self) -> Page:
        page = IntakePage(self.room)
        page.keeper.failed.connect(self.not_kept)
        return page

    def _make_visits(self) -> Page:
        page = LedgersPage(self.room)
        page.not_kept.connect(self.not_kept)
        return page

    def _make_matters(self) -> Page:
        from liaison_desktop.ui.pages.matters import MattersPage

        page = MattersPage(self.room)
        page.not_kept.connect(self.not_kept)
        return page

    def _make_schedule(self) -> Page:
        from liaison_desktop.ui.pages.schedule import SchedulePage

        page = SchedulePage(self.room)
        page.not_kept.connect(self.not_kept)
        return page

    def _make_consultations(self) -> Page:
        from liaison_desktop.ui.pages.consultations import ConsultationsPage

        page = ConsultationsPage(self.room)
        page.not_kept.connect(self.not_kept)
        return page

    def _make_data(self) -> Page:
        from liaison_desktop.ui.pages.data import DataPage

        return DataPage(self.room)

    def _make_settings(self) -> Page:
        from liaison_desktop.ui.pages.settings import SettingsPage

        page = SettingsPage(self.room)
        page.not_kept.connect(self.not_kept)
        return page

    def _connect(self) -> None:
        ways = self.room.ways
        self.registering.connect(self._register)
        self.locking.connect(self.lock_asked)
        ways.to_register.connect(self._register)
        ways.to_collect.connect(self._collect)
        ways.to_visits.connect(self._show_ledger)
        ways.to_ledger.connect(self._show_ledger)
        ways.to_visit.connect(self._show_visit)
        ways.to_deputy.connect(self._show_deputy)
        ways.to_new_deputy.connect(self._register_deputy)
        ways.to_matter.connect(self._show_matter)
        ways.to_session.connect(self._show_session)
        ways.to_activity.connect(self._show_activity)
        ways.to_plan.connect(self._show_plan)
        ways.to_consultation.connect(self._show_consultation)
        ways.to_work.connect(self._show_work)
        ways.to_data.connect(lambda: self.go_to(self.data))
        ways.to_settings.connect(lambda: self.go_to(self.settings))
        ways.to_restore.connect(self.restore_asked)
        ways.changed.connect(self._ask_safety)
        self._worker.came_back.connect(self._follow)
