"""工作清单 — the lists that a clerk works from: which states, and which days."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from liaison_desktop.model.deadlines import workdays_between
from liaison_desktop.model.matter_flow import ALL, OWING
from liaison_desktop.model.words import MatterState as S
from liaison_desktop.model.words import tr
from liaison_desktop.model.working_calendar import WorkingCalendar

PROMISE_DAYS = 7
"""A promise is on the list so many days before its day."""


class Work(StrEnum):
    """One list, in the order in which a clerk goes through them."""

    TO_SCREEN = "to_screen"
    TO_ASSIGN = "to_assign"
    IN_HAND = "in_hand"
    DUE_TODAY = "due_today"
    OVERDUE = "overdue"
    TO_FEED_BACK = "to_feed_back"
    TO_EVALUATE = "to_evaluate"
    PROMISED = "promised"


class WorkList(NamedTuple):
    """What a list is called and which states it holds; `is_by_day` lists go by the day alone.

    One with a `flag` holds what bears it, in whichever state: a matter of several voters may wait
    for one to be told and for another to be asked.
    """

    label: str
    states: frozenset[S] = ALL
    is_by_day: bool = False
    flag: str = ""


WORK_LISTS: Mapping[Work, WorkList] = {
    Work.TO_SCREEN: WorkList(tr("待审核"), frozenset({S.REGISTERED, S.SCREENING})),
    Work.TO_ASSIGN: WorkList(tr("待交办"), frozenset({S.ROUTED, S.RETURNED, S.AWAITING_DEPUTY})),
    Work.IN_HAND: WorkList(tr("办理中"), OWING | {S.SUSPENDED}),
    Work.DUE_TODAY: WorkList(tr("今天到期"), is_by_day=True),
    Work.OVERDUE: WorkList(tr("已超期"), is_by_day=True),
    Work.TO_FEED_BACK: WorkList(tr("待反馈"), flag="is_to_tell"),
    Work.TO_EVALUATE: WorkList(tr("待测评"), flag="is_to_hear"),
    Work.PROMISED: WorkList(tr("承诺到期"), frozenset({S.TRACKED})),
}


def days_of(work: Work, today: date) -> tuple[date | None, date | None]:
    """Return the first and last day on which what a list holds is due; None is no bound."""
    if work is Work.DUE_TODAY:
        return today, today
    if work is Work.OVERDUE:
        return None, today - timedelta(days=1)
    if work is Work.PROMISED:
        return None, today + timedelta(days=PROMISE_DAYS)
    return None, None


class Left(NamedTuple):
    """How long there is to a day: working days left, 0 on the day, below 0 calendar days past."""

    days: int
    is_tentative: bool


def left_to(due: date, today: date, calendar: WorkingCalendar, *, is_tentative: bool) -> Left:
    """Return how long there is; on a day of rest before the due day at least one."""
    if due < today:
        return Left((due - today).days, is_tentative)
    if due == today:
        return Left(0, is_tentative)
    return Left(max(workdays_between(today, due, calendar), 1), is_tentative)
