"""走访与活动 — once they are done, each deputy who was there has an entry of the journal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from liaison_desktop.desk.journal import settle_journal
from liaison_desktop.desk.notices import SOON
from liaison_desktop.desk.roll import Roll
from liaison_desktop.desk.rules import RuleBook
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.contact_household import ContactHousehold
from liaison_desktop.model.duty_entry import DutyEntry
from liaison_desktop.model.faults import Problem, ProblemCode
from liaison_desktop.model.field_visit import FieldVisit
from liaison_desktop.model.group_activity import GroupActivity
from liaison_desktop.model.notice_days import last_notice_day
from liaison_desktop.model.rule_pack import ACTIVITY_NOTICE
from liaison_desktop.model.schedule_words import ActivityState, DutyKind, Presence
from liaison_desktop.model.times import business_day
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.user import User
from liaison_desktop.model.words import label
from liaison_desktop.store.store import Store


class FieldVisits(Roll[FieldVisit]):
    """Verbs of the field visits."""

    def settle(self, session: Session, record: FieldVisit, changes: Mapping[str, object]) -> None:
        super().settle(session, record, changes)
        record.household_uid = _household_of(session, record)
        is_done = record.state is ActivityState.DONE and record.withdrawn_at is None
        there = record.deputies if is_done else []
        wanted = [
            DutyEntry(
                uid=new_uid(self._store.clock()),
                station_uid=record.station_uid,
                deputy_uid=one.deputy_uid,
                deputy_name=one.name,
                kind=DutyKind.FIELD_VISIT,
                done_on=record.visited_on,
                title=_title_of(record),
                place=record.place,
                source_kind="field_visit",
                source_uid=record.uid,
            )
            for one in there
            if one.name.strip()
        ]
        settle_journal(session, record, wanted, self._store.clock)


def _title_of(visit: FieldVisit) -> str:
    """Return where it went, else to what kind of people: the name of nobody who was visited."""
    return visit.place or label(visit.household_kind) or label(DutyKind.FIELD_VISIT)


def _household_of(session: Session, visit: FieldVisit) -> UUID | None:
    """Return the contact household that a visit went to: one of this name, of who went."""
    name = visit.visited_name.strip()
    who = [ContactHousehold.deputy_name == one.name.strip() for one in visit.deputies]
    who += [
        ContactHousehold.deputy_uid == one.deputy_uid
        for one in visit.deputies
        if one.deputy_uid is not None
    ]
    query = select(ContactHousehold.uid).where(
        ContactHousehold.withdrawn_at.is_(None), ContactHousehold.name == name, or_(*who)
    )
    found = session.scalars(query.limit(2)).all() if name and who else []
    return found[0] if len(found) == 1 else None


class Activities(Roll[GroupActivity]):
    """Verbs of the group activities."""

    def __init__(self, store: Store, user: User, rule_book: RuleBook) -> None:
        super().__init__(store, user, GroupActivity, Action.KEEP_SCHEDULE)
        self._rule_book = rule_book

    def settle(
        self, session: Session, record: GroupActivity, changes: Mapping[str, object]
    ) -> None:
        """Let the last day for its notice move with its day."""
        super().settle(session, record, changes)
        if record.notice_by is None or ("held_on" in changes and "notice_by" not in changes):
            record.notice_by = self._last_notice_day(record.held_on)
        settle_journal(session, record, self._entries(record), self._store.clock)

    def _checked(self, record: GroupActivity) -> list[Problem]:
        """Return what it warns of, its notice among it."""
        record.notice_by = record.notice_by or self._last_notice_day(record.held_on)
        problems = super()._checked(record)
        if record.lacks_notice(business_day(self._store.clock())):
            code, day = ProblemCode.NOT_ANNOUNCED, str(record.notice_by)
            problems.append(Problem("announced_on", code, is_error=False, detail=day))
        return problems

    def _last_notice_day(self, held_on: date) -> date | None:
        return last_notice_day(self._rule_book.load(), ACTIVITY_NOTICE, held_on)

    def _entries(self, record: GroupActivity) -> Sequence[DutyEntry]:
        if record.state is not ActivityState.DONE or record.withdrawn_at is not None:
            return []
        return [
            DutyEntry(
                uid=new_uid(self._store.clock()),
                station_uid=record.station_uid,
                deputy_uid=one.deputy_uid,
                deputy_name=one.name,
                kind=record.duty_kind,
                done_on=record.held_on,
                title=record.topic,
                place=record.place,
                source_kind="group_activity",
                source_uid=record.uid,
            )
            for one in record.attendances
            if one.presence is Presence.PRESENT
        ]


@dataclass(frozen=True)
class ActivityDue:
    """An activity of which nobody was told; `due_on` is the last day for its notice."""

    uid: UUID
    topic: str
    held_on: date
    due_on: date


def activities_due(session: Session, today: date) -> list[ActivityDue]:
    """Return the coming ones whose notice is to be given now or late, the nearest first."""
    query = (
        select(
            GroupActivity.uid, GroupActivity.topic, GroupActivity.held_on, GroupActivity.notice_by
        )
        .where(
            GroupActivity.withdrawn_at.is_(None),
            GroupActivity.state == ActivityState.PLANNED,
            GroupActivity.announced_on.is_(None),
            GroupActivity.held_on >= today,
            GroupActivity.notice_by <= today + timedelta(days=SOON),
        )
        .order_by(GroupActivity.held_on, GroupActivity.id)
    )
    return [
        ActivityDue(uid, topic, held, due)
        for uid, topic, held, due in session.execute(query)
        if due
    ]
