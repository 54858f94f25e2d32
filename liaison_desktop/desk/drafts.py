"""草稿 — what a clerk is typing, kept in the store until it is saved or dropped."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from liaison_desktop.model.authorize import Action
from liaison_desktop.model.draft import Draft
from liaison_desktop.model.faults import Unusable
from liaison_desktop.model.user import User
from liaison_desktop.store.store import Store

EDITIONS: Mapping[str, int] = {
    "visit": 1,
    "correction": 1,
    "matter": 1,
    "step": 1,
    "deputy": 1,
    "field_visit": 1,
    "contact_household": 1,
    "group_activity": 1,
    "leave": 1,
    "duty_entry": 1,
    "plan_item": 1,
    "reception_rule": 1,
    "notice": 1,
    "session_summary": 1,
    "session": 1,
    "consultation": 1,
    "participant": 1,
    "statement": 1,
    "commitment": 1,
    "opinion_route": 1,
    "promise_act": 1,
    "body_member": 1,
    "meeting_notes": 1,
    "reason": 1,
    "fields": 1,
}
"""Edition of each form on the screen; a draft is offered in the edition it was typed in."""


def drop_draft(session: Session, user: User, draft: UUID | None) -> None:
    """Remove the draft that a record was typed in, within the act that saves it; None is none."""
    if draft is not None:
        own = (Draft.uid == draft) & (Draft.user_uid == user.uid)
        session.execute(delete(Draft).where(own))


@dataclass(frozen=True)
class KeptDraft:
    """One form not yet saved; `body` is what the page gave."""

    uid: UUID
    body: dict[str, object]
    changed_at: datetime

    def __repr__(self) -> str:
        """Say which draft, never what was typed."""
        return f"KeptDraft({self.uid})"


class Drafts:
    """Verbs of one clerk's drafts; nobody else's are ever found.

    What the store could not take (a full disk) waits here, and is found as if it were kept.
    """

    def __init__(self, store: Store, user: User) -> None:
        self._store, self._user = store, user
        self._waiting: dict[UUID, tuple[str, KeptDraft]] = {}

    def keep(self, uid: UUID, form: str, body: Mapping[str, object]) -> None:
        """Put the latest text of a form into the store; on return a power cut cannot take it.

        With it goes what waits. Unusable where there is no room: it waits, then.
        """
        draft = KeptDraft(uid, dict(body), self._store.clock())
        self.forget(uid)  # or it would not be the latest of those that wait
        try:
            self._write(form, draft)
        except Unusable:
            self._waiting[uid] = form, draft
            raise
        self.keep_waiting()

    def keep_waiting(self) -> None:
        """Put into the store what it could not take before. Unusable where it still cannot."""
        for uid, (form, draft) in list(self._waiting.items()):
            self._write(form, draft)
            del self._waiting[uid]

    def forget(self, uid: UUID) -> None:
        """Let it wait no more: what was typed is saved."""
        self._waiting.pop(uid, None)

    def find(self, form: str) -> list[KeptDraft]:
        """Return this clerk's drafts of a form, the latest first."""
        waiting = [draft for of, draft in reversed(self._waiting.values()) if of == form]
        return waiting + [one for one in self._stored(form) if one.uid not in self._waiting]

    def drop(self, uid: UUID) -> None:
        """Remove a draft that its clerk gave up."""
        self.forget(uid)
        own = (Draft.uid == uid) & (Draft.user_uid == self._user.uid)
        with self._store.act(self._user, Action.KEEP_DRAFT, audited=False) as session:
            session.execute(delete(Draft).where(own))

    def _stored(self, form: str) -> list[KeptDraft]:
        query = (
            select(Draft)
            .where(Draft.user_uid == self._user.uid, Draft.form == form)
            .where(Draft.edition == EDITIONS[form])
            .order_by(Draft.changed_at.desc())
        )
        with self._store.read() as session:
            return [
                KeptDraft(draft.uid, json.loads(draft.body), draft.changed_at)
                for draft in session.scalars(query)
            ]

    def _write(self, form: str, draft: KeptDraft) -> None:
        text, at = json.dumps(draft.body, ensure_ascii=True), draft.changed_at
        own = (Draft.uid == draft.uid) & (Draft.user_uid == self._user.uid)
        with self._store.act(self._user, Action.KEEP_DRAFT, audited=False) as session:
            changed = session.execute(update(Draft).where(own).values(body=text, changed_at=at))
            if changed.rowcount == 0:  # type: ignore[attr-defined]  # an UPDATE has a cursor result
                session.add(
                    Draft(
                        uid=draft.uid,
                        user_uid=self._user.uid,
                        form=form,
                        edition=EDITIONS[form],
                        body=text,
                        changed_at=at,
                    )
                )
