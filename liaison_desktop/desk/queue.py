"""候访 — who waits on a reception day, called by number; everything works without it."""

from datetime import date

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from liaison_desktop.model.authorize import Action
from liaison_desktop.model.faults import NotFound, NotSaved
from liaison_desktop.model.times import business_day
from liaison_desktop.model.user import User
from liaison_desktop.model.waiting import Waiting
from liaison_desktop.store.store import Store


class Queue:
    """Verbs of the queue of the day."""

    def __init__(self, store: Store, user: User) -> None:
        self._store, self._user = store, user

    def join(self, name: str = "") -> Waiting:
        """Return who waits now, under the next number of the day; NotSaved for a bad name.

        Who waited on a day before is forgotten here: a name is not kept without a visit.
        """
        now = self._store.clock()
        waiting = Waiting(
            day=business_day(now),
            number=0,
            name=name.strip(),
            arrived_at=now,
            user_uid=self._user.uid,
        )
        if problems := waiting.problems():
            raise NotSaved(problems)
        with self._store.act(self._user, Action.KEEP_QUEUE, audited=False) as session:
            session.execute(delete(Waiting).where(Waiting.day < waiting.day))
            waiting.number = 1 + _last_number(session, waiting.day)
            session.add(waiting)
        return waiting

    def find(self) -> list[Waiting]:
        """Return who still waits today, in the order of arrival: neither called nor gone."""
        query = (
            select(Waiting)
            .where(Waiting.day == self._today())
            .where(Waiting.called_at.is_(None), Waiting.left_at.is_(None))
            .order_by(Waiting.number)
        )
        with self._store.read() as session:
            return list(session.scalars(query))

    def call(self, number: int) -> Waiting:
        """Return the one called to the desk, who then waits no longer; NotFound."""
        with self._store.act(self._user, Action.KEEP_QUEUE, audited=False) as session:
            waiting = self._load(session, number)
            waiting.called_at = self._store.clock()
        return waiting

    def leave(self, number: int) -> Waiting:
        """Return the one who went away, called or not; NotFound."""
        with self._store.act(self._user, Action.KEEP_QUEUE, audited=False) as session:
            waiting = self._load(session, number)
            waiting.left_at = self._store.clock()
        return waiting

    def _today(self) -> date:
        return business_day(self._store.clock())

    def _load(self, session: Session, number: int) -> Waiting:
        query = select(Waiting).where(Waiting.day == self._today(), Waiting.number == number)
        waiting = session.scalar(query)
        if waiting is None:
            raise NotFound("waiting", str(number))
        return waiting


def _last_number(session: Session, day: date) -> int:
    return session.scalar(select(func.max(Waiting.number)).where(Waiting.day == day)) or 0
