"""年度计划 — what is due of it, and what was done on which day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from liaison_desktop.desk.roll import Roll
from liaison_desktop.desk.rules import RuleBook
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.plan_dates import PlanDate, plan_dates
from liaison_desktop.model.plan_item import PlanDone, PlanItem
from liaison_desktop.model.times import business_day
from liaison_desktop.model.user import User
from liaison_desktop.store.store import Store

SOON = 3
"""Days before it is due from which a thing of the plan is asked for."""


@dataclass(frozen=True)
class PlanDue:
    """A thing of the plan that is to be done now: its title and the day on which it is due."""

    uid: UUID
    title: str
    due_on: date


class PlanItems(Roll[PlanItem]):
    """Verbs of the things of the plan."""

    def __init__(self, store: Store, user: User, book: RuleBook) -> None:
        super().__init__(store, user, PlanItem, Action.KEEP_SCHEDULE)
        self._book = book

    def dates(self, item: PlanItem, year: int) -> list[PlanDate]:
        """Return the due days of a thing in a year, each with whether it was done."""
        return plan_dates(item, year, self._book.load().calendar)

    def finish(self, seen: PlanItem, due_on: date, remark: str = "") -> PlanItem:
        """Return the thing with one of its days done today; NotSaved as a correction."""
        done = PlanDone(due_on=due_on, done_on=business_day(self._store.clock()), remark=remark)
        kept = [PlanDone(due_on=o.due_on, done_on=o.done_on, remark=o.remark) for o in seen.done]
        return self.correct(seen, {"done": [*(o for o in kept if o.due_on != due_on), done]})

    def due(self, today: date) -> Sequence[PlanDue]:
        """Return what of this year's plan is not done and due until a few days from now."""
        last = today + timedelta(days=SOON)
        found = [
            PlanDue(item.uid, item.title, one.due_on)
            for item in self.find()
            for one in self.dates(item, today.year)
            if not one.is_done and one.due_on <= last
        ]
        return sorted(found, key=lambda one: one.due_on)
