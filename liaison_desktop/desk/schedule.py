"""代表日程 — everything that a station plans, announces, holds and records with its deputies."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from sqlalchemy import true

from liaison_desktop.desk.act_undo import acts_of, find_touched, take_back_acts
from liaison_desktop.desk.journal import find_behind
from liaison_desktop.desk.notices import Notices
from liaison_desktop.desk.outings import Activities, FieldVisits
from liaison_desktop.desk.plan_items import PlanItems
from liaison_desktop.desk.roll import Roll
from liaison_desktop.desk.rules import RuleBook
from liaison_desktop.desk.sessions import Sessions
from liaison_desktop.desk.undo import REASON
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.base import Record
from liaison_desktop.model.contact_household import ContactHousehold
from liaison_desktop.model.duty_entry import DutyEntry
from liaison_desktop.model.field_visit import FieldVisit
from liaison_desktop.model.group_activity import GroupActivity
from liaison_desktop.model.kept_rule import KeptRule
from liaison_desktop.model.leave import Leave
from liaison_desktop.model.minimums import Behind
from liaison_desktop.model.notice import Notice
from liaison_desktop.model.plan_item import PlanItem
from liaison_desktop.model.reception_session import ReceptionSession
from liaison_desktop.model.user import User
from liaison_desktop.store.store import Store

if TYPE_CHECKING:
    from liaison_desktop.desk.year_plan import YearPlans

KINDS: tuple[type[Record], ...] = (
    KeptRule,
    ReceptionSession,
    Notice,
    Leave,
    ContactHousehold,
    FieldVisit,
    GroupActivity,
    PlanItem,
    DutyEntry,
)
"""What an act of the schedule may touch."""


class Schedule:
    """The verbs of the schedule, by what they are about."""

    def __init__(self, store: Store, user: User, rule_book: RuleBook) -> None:
        keep = Action.KEEP_SCHEDULE
        self.sessions = Sessions(store, user)
        self.rules = Roll(store, user, KeptRule, keep)
        self.notices = Notices(store, user)
        self.leaves = Roll(store, user, Leave, keep)
        self.households = Roll(store, user, ContactHousehold, keep)
        self.field_visits = FieldVisits(store, user, FieldVisit, keep)
        self.activities = Activities(store, user, rule_book)
        self.plan_items = PlanItems(store, user, rule_book)
        self.journal = Roll(store, user, DutyEntry, Action.KEEP_JOURNAL)
        self.rule_book = rule_book
        self._store, self._user = store, user

    @cached_property
    def year_plans(self) -> "YearPlans":
        """Verbs of the year's rota; the planner is loaded for the first of them."""
        from liaison_desktop.desk.year_plan import YearPlans

        return YearPlans(self._store, self._user, self.rules, self.sessions, self.rule_book)

    def behind(self, day: date) -> list[Behind]:
        """Return the deputies in office who are behind a minimum of the year, until a day."""
        return find_behind(self._store, day)

    def undo(self, seen: Sequence[Record]) -> int:
        """Take back the last act of these records, whole, and return how many records it was.

        What it registered is withdrawn, what it changed is as it was before; so a notice that was
        prepared for a move goes with it. Several acts are undone one after the other, the last
        first. StaleRecord where one of them was changed since, unless that was undone too; Refused
        nothing_to_undo where nothing is left of the act.
        """
        acts = acts_of(seen)
        with self._store.act(self._user, Action.KEEP_SCHEDULE, reason=REASON) as session:
            touched = find_touched(session, seen, dict.fromkeys(KINDS, true()))
            for record in touched:
                take_back_acts(session, record, acts, self._store.clock())
        return len(touched)
