"""人大代表 — the roster."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from liaison_desktop.desk.correcting import correct_record, matches
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.deputy import Deputy
from liaison_desktop.model.faults import NotSaved, Problem, ProblemCode
from liaison_desktop.model.user import User
from liaison_desktop.model.visit import Receiver
from liaison_desktop.store.store import Store


class Deputies:
    """Verbs of the roster."""

    def __init__(self, store: Store, user: User) -> None:
        self._store, self._user = store, user

    def register(self, deputy: Deputy) -> Deputy:
        """Return the same deputy, saved; NotSaved with its problems."""
        if problems := deputy.problems():
            raise NotSaved(problems)
        for place, mandate in enumerate(deputy.mandates):
            mandate.position = place
        with self._store.act(self._user, Action.REGISTER_DEPUTY, deputy) as session:
            session.add(deputy)
        return deputy

    def find(self, text: str = "", limit: int = 500) -> list[Deputy]:
        """Return deputies by a part of the name, in the order of the roster."""
        query = select(Deputy).where(Deputy.withdrawn_at.is_(None), matches(Deputy.name, text))
        query = query.options(selectinload(Deputy.mandates)).order_by(Deputy.id).limit(limit)
        with self._store.read() as session:
            return list(session.scalars(query))

    def correct(self, seen: Deputy, changes: Mapping[str, object], reason: str = "") -> Deputy:
        """Return the corrected deputy."""
        action = Action.CORRECT_DEPUTY
        return correct_record(self._store, self._user, action, seen, changes, reason=reason)


def link_receivers(session: Session, receivers: Sequence[Receiver]) -> list[Problem]:
    """Tie each name to the one deputy who bears it; say of the others why they stay text."""
    problems = []
    for place, receiver in enumerate(receivers):
        query = select(Deputy.uid).where(
            Deputy.name == receiver.name.strip(), Deputy.withdrawn_at.is_(None)
        )
        found = list(session.scalars(query.limit(2)))
        if receiver.deputy_uid is None and len(found) == 1:
            receiver.deputy_uid = found[0]
        if receiver.deputy_uid is None:
            code = ProblemCode.RECEIVER_AMBIGUOUS if found else ProblemCode.RECEIVER_UNKNOWN
            problems.append(Problem(f"receivers.{place}", code, is_error=False))
    return problems
