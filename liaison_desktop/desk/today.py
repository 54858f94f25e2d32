"""今天 — what waits to be done, what came last, and whether the data are safe."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, and_, func, select, union_all
from sqlalchemy.orm import Session

from liaison_desktop.desk.counting import count_some
from liaison_desktop.desk.exchange import count_unsent
from liaison_desktop.desk.notices import NoticeDue, SessionToday, notices_due, sessions_on
from liaison_desktop.desk.outings import ActivityDue, activities_due
from liaison_desktop.desk.rules import RuleBook
from liaison_desktop.desk.talk_today import TalkToday, talk_today
from liaison_desktop.desk.work import MOST_IN_A_LIST, count_work
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.every_record import AuditEntry, SentPackage
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.plan_item import PlanDue, PlanItem
from liaison_desktop.model.times import SHANGHAI, business_day
from liaison_desktop.model.user import User
from liaison_desktop.model.visit import Receiver, Visit
from liaison_desktop.model.words import Handling, MatterState
from liaison_desktop.model.work_lists import Work
from liaison_desktop.store.backups import Backups
from liaison_desktop.store.store import Store
from liaison_desktop.store.wholes import whole

SHOWN = 8
"""Visits of each list on the page; the counts say how many there are."""

FRESH = timedelta(hours=24)
"""A change may wait so long for the next backup before the page says so."""

BEFORE_THE_HEAD = (MatterState.REGISTERED, MatterState.SCREENING)
CHANGES_NOTHING = (
    Action.LOG_IN,
    Action.READ,
    Action.READ_AUDIT,
    Action.PRINT,
    Action.WRITE_CARD,
    Action.BACK_UP,
    Action.CHECK,
)


@dataclass(frozen=True)
class Safety:
    """How safe the data are, as the strip of every page says it.

    `is_backup_fresh` says whether all that was saved more than a day ago is in a backup.
    """

    unsent_count: int
    last_backup_at: datetime | None
    is_backup_fresh: bool


@dataclass(frozen=True)
class TodayFacts(Safety):
    """What the page of the day says.

    `incomplete` (待补) and `latest` are whole visits, newest first, at most SHOWN of them.
    `to_sign_count` (待送签) are complete matters to be handled that the head has not yet said his
    opinion on; `overdue_count` and `due_count` (今天到期) are matters by their days: each at most
    MOST_IN_A_LIST, as in 意见办理.
    `at_the_desk` are the users who logged in today, `receiving` the deputies who received
    somebody today, `sessions` the reception days that are today; `notices_due` are those whose
    notice is to be posted now, `activities_due` the group activities that are to be told of,
    `plan_due` the things of the year's plan that are to be done;
    `talk` is what waits in 民情恳谈.
    """

    incomplete: Sequence[Visit]
    incomplete_count: int
    to_sign_count: int
    overdue_count: int
    due_count: int
    last_export_at: datetime | None
    latest: Sequence[Visit]
    at_the_desk: Sequence[str]
    receiving: Sequence[str]
    sessions: Sequence[SessionToday] = ()
    notices_due: Sequence[NoticeDue] = ()
    activities_due: Sequence[ActivityDue] = ()
    plan_due: Sequence[PlanDue] = ()
    talk: TalkToday = field(default_factory=TalkToday)


class Today:
    """The page of the day."""

    def __init__(self, store: Store, user: User, book: RuleBook) -> None:
        self._store, self._backups, self._book = store, Backups(store, user), book

    def safety(self) -> Safety:
        """Return how safe the data are at this moment."""
        with self._store.read() as session:
            return self._safety(session)

    def load(self) -> TodayFacts:
        """Return the facts of this moment, all of one snapshot but for the backups."""
        with self._store.read() as session:
            incomplete, count = _incomplete(session)
            return TodayFacts(
                **vars(self._safety(session)),
                incomplete=incomplete,
                incomplete_count=count,
                to_sign_count=_to_sign(session),
                overdue_count=count_work(session, Work.OVERDUE, self._day()),
                due_count=count_work(session, Work.DUE_TODAY, self._day()),
                last_export_at=_last_export_at(session),
                latest=_newest(session, Visit.withdrawn_at.is_(None)),
                at_the_desk=_logged_in(session, self._day()),
                receiving=_receiving(session, self._day()),
                sessions=sessions_on(session, self._day()),
                notices_due=notices_due(session, self._day()),
                activities_due=activities_due(session, self._day()),
                plan_due=self._plan_due(session),
                talk=talk_today(session, self._day()),
            )

    def _safety(self, session: Session) -> Safety:
        last_backup_at = self._last_backup_at()
        return Safety(
            unsent_count=count_unsent(session),
            last_backup_at=last_backup_at,
            is_backup_fresh=self._is_fresh(session, last_backup_at),
        )

    def _plan_due(self, session: Session) -> Sequence[PlanDue]:
        """Return them; what counts the days of a rhythm is loaded for the first thing planned."""
        items = session.scalars(whole(PlanItem).where(PlanItem.withdrawn_at.is_(None))).all()
        if not items:
            return ()
        from liaison_desktop.desk.plan_items import plan_due

        return plan_due(items, self._book.load().calendar, self._day())

    def _day(self) -> date:
        return business_day(self._store.clock())

    def _last_backup_at(self) -> datetime | None:
        return max((backup.made_at for backup in self._backups.find()), default=None)

    def was_changed_since(self, at: datetime) -> bool:
        """Return whether anything was saved after an instant that a backup of then lacks."""
        with self._store.read() as session:
            return _first_change(session, at) is not None

    def _is_fresh(self, session: Session, last_backup_at: datetime | None) -> bool:
        if last_backup_at is None:
            return False
        first_unsaved = _first_change(session, last_backup_at)
        return first_unsaved is None or self._store.clock() - first_unsaved < FRESH


def _first_change(session: Session, after: datetime) -> datetime | None:
    return session.scalar(
        select(func.min(AuditEntry.at)).where(
            AuditEntry.at > after,
            AuditEntry.outcome == "done",
            AuditEntry.action.not_in(CHANGES_NOTHING),
        )
    )


def is_incomplete() -> ColumnElement[bool]:
    """Return the condition that a visit is 待补: by itself or by one of its matters."""
    by_itself = select(Visit.id).where(Visit.is_incomplete)
    by_a_matter = (
        select(Visit.id)
        .join(Matter, Matter.visit_uid == Visit.uid)
        .where(Matter.is_incomplete, Matter.withdrawn_at.is_(None))
    )
    return Visit.withdrawn_at.is_(None) & Visit.id.in_(union_all(by_itself, by_a_matter))


def _incomplete(session: Session) -> tuple[list[Visit], int]:
    count = count_some(session, select(Visit.id).where(is_incomplete()))
    return (_newest(session, is_incomplete()) if count else []), count


def _newest(session: Session, condition: ColumnElement[bool]) -> list[Visit]:
    query = whole(Visit).where(condition)
    query = query.order_by(Visit.received_at.desc(), Visit.id.desc()).limit(SHOWN)
    return list(session.scalars(query))


def is_to_sign() -> ColumnElement[bool]:
    """Return the condition that a matter is complete, to be handled, and the head is yet to say."""
    return and_(
        Matter.withdrawn_at.is_(None),
        Matter.handling == Handling.TO_HANDLE,
        Matter.state.in_(BEFORE_THE_HEAD),
        Matter.head_opinion == "",
        ~Matter.is_incomplete,
    )


def _to_sign(session: Session) -> int:
    query = select(Matter.id).join(Visit, Visit.uid == Matter.visit_uid)
    query = query.where(Visit.withdrawn_at.is_(None), is_to_sign())
    return count_some(session, query, MOST_IN_A_LIST)


def _logged_in(session: Session, day: date) -> list[str]:
    begins = datetime.combine(day, time(), SHANGHAI)
    query = (
        select(User.name, User.login, func.min(AuditEntry.at))
        .join(AuditEntry, AuditEntry.user_uid == User.uid)
        .where(AuditEntry.action == Action.LOG_IN, AuditEntry.outcome == "done")
        .where(AuditEntry.at >= begins, AuditEntry.at < begins + timedelta(days=1))
        .group_by(User.uid)
        .order_by(func.min(AuditEntry.at))
    )
    return [name or login for name, login, _at in session.execute(query)]


def _receiving(session: Session, day: date) -> list[str]:
    query = (
        select(Receiver.name, func.min(Visit.received_at))
        .join(Visit, Visit.id == Receiver.visit_id)
        .where(Visit.received_on == day, Visit.withdrawn_at.is_(None))
        .group_by(Receiver.name)
        .order_by(func.min(Visit.received_at))
    )
    return [name for name, _at in session.execute(query) if name]


def _last_export_at(session: Session) -> datetime | None:
    query = select(func.max(SentPackage.made_at)).where(SentPackage.digest != "")
    return session.scalar(query)
