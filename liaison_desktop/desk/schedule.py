"""代表日程 — everything that a station plans, announces, holds and records with its deputies."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from liaison_desktop.desk.correcting import load_record
from liaison_desktop.desk.journal import find_behind
from liaison_desktop.desk.notices import Notices
from liaison_desktop.desk.outings import Activities, FieldVisits
from liaison_desktop.desk.plan_items import PlanItems
from liaison_desktop.desk.roll import Roll
from liaison_desktop.desk.rules import RuleBook
from liaison_desktop.desk.sessions import Sessions
from liaison_desktop.desk.undo import KEPT, REASON, take_back
from liaison_desktop.desk.year_plan import YearPlans
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.base import Record, kind_of
from liaison_desktop.model.contact_household import ContactHousehold
from liaison_desktop.model.duty_entry import DutyEntry
from liaison_desktop.model.faults import Refused, StaleRecord
from liaison_desktop.model.field_visit import FieldVisit
from liaison_desktop.model.group_activity import GroupActivity
from liaison_desktop.model.kept_rule import KeptRule
from liaison_desktop.model.leave import Leave
from liaison_desktop.model.minimums import Behind
from liaison_desktop.model.notice import Notice
from liaison_desktop.model.plan_item import PlanItem
from liaison_desktop.model.reception_session import ReceptionSession
from liaison_desktop.model.user import User
from liaison_desktop.store.former import Values, former_values, present_values
from liaison_desktop.store.revisions import revisions_of
from liaison_desktop.store.store import Store
from liaison_desktop.store.wholes import whole

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
        self.activities = Activities(store, user, GroupActivity, keep)
        self.plan_items = PlanItems(store, user, rule_book)
        self.journal = Roll(store, user, DutyEntry, Action.KEEP_JOURNAL)
        self.rule_book = rule_book
        self.year_plans = YearPlans(store, user, self.rules, self.sessions, rule_book)
        self._store, self._user = store, user

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
        acts = {record.act for record in seen}
        with self._store.act(self._user, Action.KEEP_SCHEDULE, reason=REASON) as session:
            touched = {one.uid: one for one in (_load_as_seen(session, one) for one in seen)}
            for kind in KINDS:
                query = whole(kind).where(kind.act.in_(acts))
                touched |= {one.uid: one for one in session.scalars(query)}
            if not touched:
                raise Refused("nothing_to_undo")
            for record in touched.values():
                self._take_back(session, record, acts)
        return len(touched)

    def _take_back(self, session: Session, record: Record, acts: set[UUID | None]) -> None:
        before = [one for one in revisions_of(session, record) if one.act in acts]
        if before:
            take_back(record, former_values(before[-1]))
        else:
            record.withdrawn_at, record.withdrawn_reason = self._store.clock(), REASON


def _load_as_seen(session: Session, seen: Record) -> Record:
    """Return the record, which says again what it said in the version seen; StaleRecord."""
    present = load_record(session, type(seen), seen.uid)
    version = (seen.incarnation, seen.rev)
    if (present.incarnation, present.rev) != version:
        revisions = revisions_of(session, present)
        then = [one for one in revisions if (one.incarnation, one.rev) == version]
        if not then or _said(former_values(then[0])) != _said(present_values(present)):
            raise StaleRecord(kind_of(seen))
    return present


def _said(values: Values) -> Values:
    """Return what a record says, whichever version of it that is."""
    return {
        name: [_said(part) for part in value] if isinstance(value, list) else value
        for name, value in values.items()
        if name not in KEPT and name[-3:] != "_id"
    }
