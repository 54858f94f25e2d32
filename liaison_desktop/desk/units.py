"""承办单位 — the offices that handle matters."""

from collections.abc import Mapping

from sqlalchemy import select

from liaison_desktop.desk.correcting import correct_record, matches
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.faults import NotSaved
from liaison_desktop.model.unit import Unit
from liaison_desktop.model.user import User
from liaison_desktop.store.store import Store


class Units:
    """Verbs of the handling units."""

    def __init__(self, store: Store, user: User) -> None:
        self._store, self._user = store, user

    def register(self, unit: Unit) -> Unit:
        """Return the same unit, saved; NotSaved with its problems."""
        if problems := unit.problems():
            raise NotSaved(problems)
        with self._store.act(self._user, Action.REGISTER_UNIT, unit) as session:
            session.add(unit)
        return unit

    def find(self, text: str = "", limit: int = 500) -> list[Unit]:
        """Return units by a part of the name, in the order they were registered."""
        query = select(Unit).where(Unit.withdrawn_at.is_(None), matches(Unit.name, text))
        with self._store.read() as session:
            return list(session.scalars(query.order_by(Unit.id).limit(limit)))

    def correct(self, seen: Unit, changes: Mapping[str, object], reason: str = "") -> Unit:
        """Return the corrected unit."""
        action = Action.CORRECT_UNIT
        return correct_record(self._store, self._user, action, seen, changes, reason=reason)
