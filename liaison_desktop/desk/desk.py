"""The desk: everything a station can do, without a screen."""

from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from liaison_desktop.desk.attachments import Attachments
from liaison_desktop.desk.code_book import CodeBook
from liaison_desktop.desk.correcting import load_record
from liaison_desktop.desk.deputies import Deputies
from liaison_desktop.desk.drafts import Drafts
from liaison_desktop.desk.exchange import Exchange
from liaison_desktop.desk.history import History
from liaison_desktop.desk.ledgers import LedgerDesk
from liaison_desktop.desk.losses import Losses, losses_since
from liaison_desktop.desk.matter_papers import MatterPapers
from liaison_desktop.desk.matters import Matters
from liaison_desktop.desk.papers import Papers
from liaison_desktop.desk.people import People
from liaison_desktop.desk.queue import Queue
from liaison_desktop.desk.rules import RuleBook
from liaison_desktop.desk.same_people import SamePeople
from liaison_desktop.desk.search import Search
from liaison_desktop.desk.settings import Settings
from liaison_desktop.desk.stations import Stations
from liaison_desktop.desk.today import Safety, Today, TodayFacts
from liaison_desktop.desk.undo import ACTIONS, undo
from liaison_desktop.desk.units import Units
from liaison_desktop.desk.visits import Visits
from liaison_desktop.desk.work import WorkLists
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.base import Record, kind_of
from liaison_desktop.model.ledger import Ledger
from liaison_desktop.model.times import business_day
from liaison_desktop.model.user import User
from liaison_desktop.model.visit import Visit
from liaison_desktop.store.accounts import Accounts
from liaison_desktop.store.backups import Backups
from liaison_desktop.store.checks import Check, check
from liaison_desktop.store.store import Store

if TYPE_CHECKING:
    from liaison_desktop.desk.agenda import Agenda
    from liaison_desktop.desk.imports import Imports
    from liaison_desktop.desk.reports import Reports
    from liaison_desktop.desk.schedule import Schedule
    from liaison_desktop.desk.schedule_papers import SchedulePapers
    from liaison_desktop.desk.talk import Talk
    from liaison_desktop.desk.talk_papers import TalkPapers

R = TypeVar("R", bound=Record)
T = TypeVar("T")


class Desk:
    """One open home and the user who opened it; a colleague opens it as himself."""

    def __init__(self, store: Store, user: User) -> None:
        self._store, self.user = store, user
        self.stations = Stations(store, user)
        self.station = self.stations.load()
        self.rules = RuleBook(store, user)
        self.visits = Visits(store, user, self.station, self.rules)
        self.matters = Matters(store, user, self.rules)
        self.work = WorkLists(store, user)
        self.people = People(store, user)
        self.same_people = SamePeople(store, user, self.rules)
        self.deputies = Deputies(store, user)
        self.units = Units(store, user)
        self.attachments = Attachments(store, user)
        self.drafts = Drafts(store, user)
        self.papers = Papers(store, user, self.station, self.visits)
        self.matter_papers = MatterPapers(store, user, self.station, self.matters, self.units)
        self.exchange = Exchange(store, user, self.station)
        self.accounts = Accounts(store, user)
        self.backups = Backups(store, user)
        self.history = History(store, user)
        self.settings = Settings(store, user)
        self.codes = CodeBook(self.settings)
        self.queue = Queue(store, user)
        self.search = Search(store, user)

    def ledger(self, ledger: Ledger[T]) -> LedgerDesk[T]:
        """Return the verbs of one ledger."""
        return LedgerDesk(ledger, self._store, self.user, self.station)

    @property
    def imports(self) -> "Imports":
        """Verbs of 导入; what reads tables is loaded for the first of them."""
        from liaison_desktop.desk.imports import Imports

        return Imports(self._store, self.user, self.station, self.codes)

    @property
    def reports(self) -> "Reports":
        """Verbs of the reports; what they count with is loaded for the first of them."""
        from liaison_desktop.desk.reports import Reports

        return Reports(self._store, self.user, self.station)

    @cached_property
    def talk(self) -> "Talk":
        """Verbs of 民情恳谈: meetings, who takes part, what is said and promised."""
        from liaison_desktop.desk.talk import Talk

        return Talk(self._store, self.user, self.station, self.visits, self.rules)

    @cached_property
    def talk_papers(self) -> "TalkPapers":
        """Verbs of the papers of 民情恳谈."""
        from liaison_desktop.desk.talk_papers import TalkPapers

        return TalkPapers(self._store, self.user, self.station, self.talk, self.attachments)

    @cached_property
    def schedule(self) -> "Schedule":
        """Verbs of the deputies' schedule."""
        from liaison_desktop.desk.schedule import Schedule

        return Schedule(self._store, self.user, self.rules)

    @cached_property
    def schedule_papers(self) -> "SchedulePapers":
        """Verbs of the papers of the schedule."""
        from liaison_desktop.desk.schedule_papers import SchedulePapers

        return SchedulePapers(self._store, self.user, self.station, self.schedule, self.deputies)

    @cached_property
    def agenda(self) -> "Agenda":
        """Reads of the schedule from day to day."""
        from liaison_desktop.desk.agenda import Agenda

        return Agenda(self._store, self.user, self.rules)

    @property
    def saves(self) -> int:
        """How much this desk has saved so far: where it grew, what counts shall count again."""
        return self._store.saves

    def now(self) -> datetime:
        """Return the present instant of the one clock."""
        return self._store.clock()

    def today(self) -> date:
        """Return the business day, whatever zone the PC is set to."""
        return business_day(self.now())

    def today_facts(self) -> TodayFacts:
        """Return what the page of the day says: what waits, what came, how safe the data are."""
        return Today(self._store, self.user, self.rules).load()

    def safety(self) -> Safety:
        """Return what the strip says: what is not reported, and how fresh the last backup is."""
        return Today(self._store, self.user, self.rules).safety()

    def was_changed_since(self, at: datetime) -> bool:
        """Return whether anything was saved after an instant that a backup of then lacks."""
        return Today(self._store, self.user, self.rules).was_changed_since(at)

    def losses(self, made_at: datetime) -> Losses:
        """Return what is here now and would not be in a backup of that instant."""
        return losses_since(self._store, made_at)

    def undo(self, record: R) -> R:
        """Return the record as it was before its last change; StaleRecord, nothing_to_undo.

        Of a consultation the whole act is taken back, and by its own rules.
        """
        if isinstance(record, Visit):
            return cast(R, self.visits.undo(record))
        if ACTIONS.get(kind_of(record)) is Action.KEEP_CONSULTATION:
            self.talk.undo([record])
            with self._store.read() as session:
                return load_record(session, type(record), record.uid)
        return undo(self._store, self.user, record)

    def check(self) -> list[Check]:
        """Return what was checked of the home, and how each check came out."""
        return check(self._store)

    def again(self) -> "Desk":
        """Return the home opened a second time, by the same user, for long work in another thread.

        It stands by itself and is closed by itself; this desk may be closed before it.
        """
        store = Store.open(self._store.home, self._store.data_key, self._store.clock)
        return Desk(store, self.user)

    def close(self) -> None:
        """Let the home go; the desk cannot be used afterwards."""
        self._store.close()
