"""年度计划 — what is due of it, and what was done on which day."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from liaison_desktop.desk.roll import Roll
from liaison_desktop.desk.rules import RuleBook
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.plan_dates import PlanDate, plan_dates
from liaison_desktop.model.plan_item import PlanDone, PlanDue, PlanItem
from liaison_desktop.model.times import business_day
from liaison_desktop.model.user import User
from liaison_desktop.model.working_calendar import WorkingCalendar
from liaison_desktop.store.store import Store

SOON = 3
"""Days before it is due from which a thing of the plan is asked for."""

BACK = 31
"""Days back from which what was not done is still asked for at the beginning of a year."""


class PlanItems(Roll[PlanItem]):
    """Verbs of the things of the plan."""

    def __init__(self, store: Store, user: User, book: RuleBook) -> None:
        super().__init__(store, user, PlanItem, Action.KEEP_SCHEDULE)
        self._book = book

    def dates(self, item: PlanItem, year: int) -> list[PlanDate]:
        """Return the due days of a thing in a year, each with whether it was done."""
        return plan_dates(item, year, self._book.load().calendar)

    def dates_about(self, item: PlanItem, today: date) -> list[PlanDate]:
        """Return those of this year, with what is asked for of the years beside it."""
        calendar = self._book.load().calendar
        beside = [one for one in _asked_for(item, calendar, today) if not one.is_done]
        found = {one.due_on: one for one in (*beside, *plan_dates(item, today.year, calendar))}
        return [found[day] for day in sorted(found)]

    def finish(self, seen: PlanItem, due_on: date, remark: str = "") -> PlanItem:
        """Return the thing with one of its days done today; NotSaved as a correction."""
        done = PlanDone(due_on=due_on, done_on=business_day(self._store.clock()), remark=remark)
        kept = [PlanDone(due_on=o.due_on, done_on=o.done_on, remark=o.remark) for o in seen.done]
        return self.correct(seen, {"done": [*(o for o in kept if o.due_on != due_on), done]})

    def due(self, today: date) -> Sequence[PlanDue]:
        """Return what is not done of what this year or the last month gave, the longest due first.

        What falls due within a few days is among it.
        """
        calendar = self._book.load().calendar
        return plan_due(self.find(), calendar, today)


def plan_due(items: Iterable[PlanItem], calendar: WorkingCalendar, today: date) -> list[PlanDue]:
    """Return each thing once that has days which are due and not done, the longest due first."""
    found = []
    for item in items:
        days = [one.due_on for one in _asked_for(item, calendar, today) if not one.is_done]
        if days:
            found.append(PlanDue(item.uid, item.title, min(days), len(days)))
    return sorted(found, key=lambda one: one.due_on)


def _asked_for(item: PlanItem, calendar: WorkingCalendar, today: date) -> list[PlanDate]:
    """Return the days due from this year's first, or a month ago, until a few days from now."""
    last = today + timedelta(days=SOON)
    first = min(date(today.year, 1, 1), today - timedelta(days=BACK))
    years = range(first.year, last.year + 1)
    found = [one for year in years for one in plan_dates(item, year, calendar)]
    return [one for one in found if first <= one.due_on <= last]
