"""One act: who may, who did it, what the triggers are told, and the one audit entry at its end."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from liaison_desktop.model.authorize import Action, authorize
from liaison_desktop.model.base import Record, kind_of
from liaison_desktop.model.times import business_day, to_ms
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.user import User
from liaison_desktop.model.words import Role
from liaison_desktop.store.audit import Entry, append_entry
from liaison_desktop.store.engine import driver_of
from liaison_desktop.store.grams import keep_up
from liaison_desktop.store.refresh import refresh_versions

_CAPTURE = "UPDATE capture SET act = ?, now = ?, user_uid = ?, reason = ?, applying = 0"
_DISABLED = 'SELECT disabled_at FROM "user" WHERE uid = ?'
_APPLY = "UPDATE capture SET applying = ?"


@dataclass(frozen=True)
class Act:
    """What one push of a button does, by whom and when."""

    user: User | None
    action: Action
    record: Record | None
    reason: str
    now: datetime
    uid: UUID = field(init=False)
    roles: frozenset[Role] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "uid", new_uid(self.now))
        held = self.user.roles_on(business_day(self.now)) if self.user else frozenset()
        object.__setattr__(self, "roles", held)

    @property
    def is_allowed(self) -> bool:
        """Whether the roles of this day allow it; nobody but the set-up comes without a user."""
        if self.user is None:
            return self.action is Action.SET_UP
        return authorize(self.roles, self.action)


def is_out_of_service(session: Session, act: Act) -> bool:
    """Return whether the user was disabled since he logged in; what he typed is kept even then."""
    if act.user is None or act.action is Action.KEEP_DRAFT:
        return False
    row = driver_of(session).execute(_DISABLED, (act.user.uid.bytes,)).fetchone()
    return row is not None and row[0] is not None


@contextmanager
def acting(session: Session, act: Act, *, audited: bool) -> Iterator[None]:
    """Let every change of the block belong to this act; flush, audit and refresh at its end."""
    session.info["act"] = act.uid
    _capture(session, act)
    yield
    session.flush()
    keep_up(session)
    if audited:
        audit(session, act, "done")
    refresh_versions(session)
    driver_of(session).execute(_CAPTURE, (None, None, None, ""))


@contextmanager
def applying(session: Session) -> Iterator[None]:
    """Let the records of a received package keep their own versions and stay out of the outbox."""
    session.flush()
    driver_of(session).execute(_APPLY, (1,))
    yield
    session.flush()
    driver_of(session).execute(_APPLY, (0,))


def audit(session: Session, act: Act, outcome: str) -> None:
    """Put the act into the audit chain."""
    entry = Entry(
        at=to_ms(act.now),
        user_uid=act.user.uid if act.user else None,
        roles=",".join(sorted(act.roles)),
        action=act.action.value,
        kind=kind_of(act.record) if act.record else "",
        uid=act.record.uid if act.record else None,
        outcome=outcome,
        act=act.uid,
    )
    append_entry(driver_of(session), entry)


def _capture(session: Session, act: Act) -> None:
    user = act.user.uid.bytes if act.user else None
    values = (act.uid.bytes, to_ms(act.now), user, act.reason)
    driver_of(session).execute(_CAPTURE, values)
