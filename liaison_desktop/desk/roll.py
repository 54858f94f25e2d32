"""What can be done with every plain record: registered, found, corrected, withdrawn, undone."""

from collections.abc import Mapping
from functools import partial
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm import Session

from liaison_desktop.desk.correcting import correct_record, load_record, withdraw_record
from liaison_desktop.desk.deputies import link_anew, link_names
from liaison_desktop.desk.undo import undo
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.base import Record, kind_of
from liaison_desktop.model.draft import Draft
from liaison_desktop.model.every_record import AGGREGATES
from liaison_desktop.model.faults import NotSaved, Problem
from liaison_desktop.model.user import User
from liaison_desktop.store.store import Store
from liaison_desktop.store.wholes import whole

R = TypeVar("R", bound=Record)

UNWATCHED = {"synchronize_session": False}
"""No draft is in the session of a save, so none is looked for there: a statement waits for it."""


class Roll(Generic[R]):
    """Verbs of the records of one kind; names of deputies are tied to the roster as they come."""

    def __init__(self, store: Store, user: User, root: type[R], action: Action) -> None:
        self._store, self._user, self._root, self._action = store, user, root, action

    def register(self, record: R) -> list[Problem]:
        """Save a record and return what it warns of; NotSaved with every error.

        Saving the same uid again is harmless.
        """
        problems = self._checked(record)
        if self._is_saved(record.uid):
            return problems
        number_parts(record)
        with self._store.act(self._user, self._action, record) as session:
            problems += link_names(session, record)
            session.add(record)
            self.settle(session, record, {})
        return problems

    def register_all(self, records: list[R]) -> UUID | None:
        """Save several in one act and return it, for undoing all of them; NotSaved saves none."""
        for record in records:
            self._checked(record)
            number_parts(record)
        if not records:
            return None
        with self._store.act(self._user, self._action) as session:
            for record in records:
                session.add(record)
                self.settle(session, record, {})
        return records[0].act

    def load(self, uid: UUID) -> R:
        """Return one whole record; NotFound."""
        with self._store.read() as session:
            return load_record(session, self._root, uid)

    def find(self, *conditions: Any, limit: int = 2000) -> list[R]:
        """Return whole records that are not withdrawn, in the order they were registered."""
        query = whole(self._root).where(self._root.withdrawn_at.is_(None), *conditions)
        with self._store.read() as session:
            return list(session.scalars(query.order_by(self._root.id).limit(limit)))

    def find_all(self, *conditions: Any) -> list[R]:
        """Return the withdrawn ones too."""
        query = whole(self._root).where(*conditions).order_by(self._root.id)
        with self._store.read() as session:
            return list(session.scalars(query))

    def correct(self, seen: R, changes: Mapping[str, object], reason: str = "") -> R:
        """Return the corrected record (更正)."""
        settle = partial(self.settle, changes=changes)
        return correct_record(
            self._store, self._user, self._action, seen, changes, reason=reason, settle=settle
        )

    def withdraw(self, seen: R, reason: str) -> R:
        """Return the record withdrawn with its reason (撤回)."""
        settle = partial(self.settle, changes={})
        return withdraw_record(self._store, self._user, self._action, seen, reason, settle)

    def undo(self, seen: R) -> R:
        """Return the record as it was before its last change (撤销)."""
        return undo(self._store, self._user, seen, partial(self.settle, changes={}))

    def settle(self, session: Session, record: R, changes: Mapping[str, object]) -> None:
        """Do what follows from a record that is new or was changed, within its act.

        Names are tied to the roster, and what was typed of it, which has its uid, goes.
        """
        (link_anew if "deputy_name" in changes else link_names)(session, record)
        own = (Draft.uid == record.uid) & (Draft.user_uid == self._user.uid)
        session.execute(delete(Draft).where(own), execution_options=UNWATCHED)

    def _checked(self, record: R) -> list[Problem]:
        problems = record.problems()
        if errors := [problem for problem in problems if problem.is_error]:
            raise NotSaved(errors)
        return problems

    def _is_saved(self, uid: UUID) -> bool:
        with self._store.read() as session:
            query = whole(self._root).where(self._root.uid == uid)
            return session.scalar(query) is not None


def number_parts(record: Record) -> None:
    """Let the parts of a record stand in the order in which they were given."""
    for name in AGGREGATES[kind_of(record)].parts:
        for place, part in enumerate(getattr(record, name)):
            part.position = place
