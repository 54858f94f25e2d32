"""人大代表 — the roster."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from liaison_desktop.desk.attachments import read_file
from liaison_desktop.desk.correcting import (
    correct_record,
    load_record,
    matches,
    refuse_stale,
    withdraw_record,
)
from liaison_desktop.desk.deputy_year import DeputyYear, load_year
from liaison_desktop.desk.drafts import drop_draft
from liaison_desktop.model.attachment import Attachment
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.base import Record, kind_of
from liaison_desktop.model.deputy import Deputy
from liaison_desktop.model.deputy_public import PublicDeputy, for_public
from liaison_desktop.model.every_record import AGGREGATES
from liaison_desktop.model.faults import NotFound, NotSaved, Problem, ProblemCode, Refused
from liaison_desktop.model.reception_session import ReceptionSession
from liaison_desktop.model.times import business_day
from liaison_desktop.model.user import User
from liaison_desktop.model.visit import Receiver
from liaison_desktop.model.words import MandateLevel, tr
from liaison_desktop.store.attachments import AttachmentFile
from liaison_desktop.store.store import Store
from liaison_desktop.store.wholes import whole

MOST_IN_OFFICE = 100_000
PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
"""How a PNG and a JPEG begin."""

CHANGED_PHOTO = tr("换照片")


class Deputies:
    """Verbs of the roster."""

    def __init__(self, store: Store, user: User) -> None:
        self._store, self._user = store, user
        self._file = AttachmentFile(store)

    def register(self, deputy: Deputy, *, draft: UUID | None = None) -> Deputy:
        """Return the same deputy, saved; NotSaved with every error.

        Saving the same uid again is harmless. `draft` goes with the save, or stays with a failure.
        """
        if errors := [problem for problem in deputy.problems() if problem.is_error]:
            raise NotSaved(errors)
        for place, mandate in enumerate(deputy.mandates):
            mandate.position = place
        with self._store.act(self._user, Action.REGISTER_DEPUTY, deputy) as session:
            if session.scalar(select(Deputy.id).where(Deputy.uid == deputy.uid)) is None:
                session.add(deputy)
            drop_draft(session, self._user, draft)
        return deputy

    def load(self, uid: UUID) -> Deputy:
        """Return one deputy with the mandates; NotFound."""
        with self._store.read() as session:
            return load_record(session, Deputy, uid)

    def by_key(self, key: int) -> Deputy:
        """Return the deputy of a row of the ledger; NotFound."""
        with self._store.read() as session:
            deputy = session.scalar(whole(Deputy).where(Deputy.id == key))
        if deputy is None:
            raise NotFound("deputy", str(key))
        return deputy

    def find(self, text: str = "", limit: int = 500) -> list[Deputy]:
        """Return deputies by a part of the name, in the order of the roster."""
        query = select(Deputy).where(Deputy.withdrawn_at.is_(None), matches(Deputy.name, text))
        query = query.options(selectinload(Deputy.mandates)).order_by(Deputy.id).limit(limit)
        with self._store.read() as session:
            return list(session.scalars(query))

    def in_office(self, day: date, level: MandateLevel | None = None) -> list[Deputy]:
        """Return the deputies who exercise a mandate on a day, of one level where it is given."""
        return [
            deputy
            for deputy in self.find(limit=MOST_IN_OFFICE)
            if any(level in {None, each} for each in deputy.levels_on(day))
        ]

    def year(self, uid: UUID, year: int) -> DeputyYear:
        """Return what stands of a deputy for a year, and what he has before him."""
        today = business_day(self._store.clock())
        with self._store.read() as session:
            return load_year(session, uid, year, today)

    def public(self) -> list[PublicDeputy]:
        """Return what a public board may show of who is in office today, in the roster's order."""
        day = business_day(self._store.clock())
        shown = (for_public(deputy, day) for deputy in self.in_office(day))
        return [deputy for deputy in shown if deputy is not None]

    def correct(
        self,
        seen: Deputy,
        changes: Mapping[str, object],
        reason: str = "",
        *,
        draft: UUID | None = None,
    ) -> Deputy:
        """Return the corrected deputy; the draft that it was typed in goes with it."""

        def settle(session: Session, _deputy: Deputy) -> None:
            drop_draft(session, self._user, draft)

        action = Action.CORRECT_DEPUTY
        return correct_record(
            self._store, self._user, action, seen, changes, reason=reason, settle=settle
        )

    def withdraw(self, seen: Deputy, reason: str) -> Deputy:
        """Return the deputy withdrawn with the reason (撤回)."""
        return withdraw_record(self._store, self._user, Action.CORRECT_DEPUTY, seen, reason)

    def attach_photo(self, seen: Deputy, path: Path) -> Deputy:
        """Return the deputy with another photo, kept encrypted; the former one is withdrawn.

        Refused photo_unknown for what is neither PNG nor JPEG, and as every attachment is.
        """
        data = read_file(path)
        if not data.startswith(PICTURES):
            raise Refused("photo_unknown")
        return self._settle_photo(seen, path.name, data)

    def remove_photo(self, seen: Deputy) -> Deputy:
        """Return the deputy without a photo; what was there stays in the history."""
        return self._settle_photo(seen, "", b"")

    def photo(self, deputy: Deputy | PublicDeputy) -> bytes | None:
        """Return the picture's bytes, or None where there is none; Unusable where it is damaged."""
        if deputy.photo_uid is None:
            return None
        with self._store.read() as session:
            found = session.scalar(select(Attachment).where(Attachment.uid == deputy.photo_uid))
        return None if found is None else self._file.load(found)

    def _settle_photo(self, seen: Deputy, name: str, data: bytes) -> Deputy:
        reason = CHANGED_PHOTO
        with self._store.act(self._user, Action.CORRECT_DEPUTY, seen, reason=reason) as session:
            deputy = load_record(session, Deputy, seen.uid)
            refuse_stale("deputy", deputy, seen)
            former = select(Attachment).where(Attachment.record_uid == deputy.uid)
            for attachment in session.scalars(former.where(Attachment.withdrawn_at.is_(None))):
                attachment.withdrawn_at = self._store.clock()
                attachment.withdrawn_reason = reason
            deputy.photo_uid = None
            if data:
                deputy.photo_uid = self._file.hang(session, deputy, name, data).uid
        return deputy


def link_receivers(session: Session, receivers: Sequence[Receiver]) -> list[Problem]:
    """Tie each name to the one deputy who bears it; say of the others why they stay text."""
    problems = []
    for place, receiver in enumerate(receivers):
        if receiver.deputy_uid is None:
            receiver.deputy_uid, code = deputy_named(session, receiver.name)
            if code is not None:
                problems.append(Problem(f"receivers.{place}", code, is_error=False))
    return problems


def link_names(session: Session, record: Record) -> list[Problem]:
    """Do the same for a record that names one deputy, or several in its parts."""
    problems = []
    for field, named in _named(record):
        name = "deputy_name" if named is record else "name"
        if named.deputy_uid is None and getattr(named, name).strip():
            named.deputy_uid, code = deputy_named(session, getattr(named, name))
            if code is not None:
                problems.append(Problem(field + name, code, is_error=False))
    if isinstance(record, ReceptionSession):
        _set_levels(session, record)
    return problems


def link_anew(session: Session, record: Record) -> list[Problem]:
    """Do it where the name is another than the one that was tied."""
    for _field, named in _named(record):
        named.deputy_uid = None
    return link_names(session, record)


def _set_levels(session: Session, record: ReceptionSession) -> None:
    """Give each seat without one the highest level at which its deputy is in office on the day."""
    for slot in record.slots:
        if slot.level is None and slot.deputy_uid is not None:
            query = select(Deputy).where(Deputy.uid == slot.deputy_uid)
            deputy = session.scalar(query.options(selectinload(Deputy.mandates)))
            levels = deputy.levels_on(record.held_on) if deputy else []
            slot.level = levels[0] if levels else None


def _named(record: Record) -> list[tuple[str, Any]]:
    """Return what of a record names a deputy: itself, or its parts, with the path to it."""
    if hasattr(record, "deputy_name"):
        return [("", record)]
    return [
        (f"{part}.{place}.", named)
        for part in AGGREGATES[kind_of(record)].parts
        for place, named in enumerate(getattr(record, part))
        if hasattr(named, "deputy_uid")
    ]


def deputy_named(session: Session, name: str) -> tuple[UUID | None, ProblemCode | None]:
    """Return the one deputy of the roster who bears a name, or why it is none."""
    query = select(Deputy.uid).where(Deputy.name == name.strip(), Deputy.withdrawn_at.is_(None))
    found = list(session.scalars(query.limit(2)))
    if len(found) == 1:
        return found[0], None
    return None, ProblemCode.RECEIVER_AMBIGUOUS if found else ProblemCode.RECEIVER_UNKNOWN
