"""当时的反映人 — who the voters of a matter were at any moment, by what its visits said then."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from liaison_desktop.desk.correcting import load_record
from liaison_desktop.desk.owed import Owed, merged_with
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.merging import Merging
from liaison_desktop.model.visit import Visit
from liaison_desktop.store.former import Values, former_values, present_values
from liaison_desktop.store.revisions import revisions_of


class _Source(NamedTuple):
    """A matter whose voters count, with what its visit said: until when, and the last for good."""

    matter: Matter
    since: int
    versions: Sequence[tuple[datetime | None, Values]]

    def at(self, moment: datetime) -> Values:
        return next(said for until, said in self.versions if until is None or until > moment)


class VotersThen:
    """Who the voters of a matter were, and when that changed."""

    def __init__(self, session: Session, matter: Matter) -> None:
        self._session = session
        self._sources = [
            _source(session, uid, since) for uid, since in merged_with(session, matter.uid)
        ]

    def changes(self, after: datetime, until: datetime | None) -> list[datetime]:
        """Return the moments at which one of the visits was changed, in their order.

        A change of the very moment of a step counts as before it.
        """
        every = {moment for one in self._sources for moment, _said in one.versions if moment}
        return sorted(m for m in every if m > after and (until is None or m <= until))

    def at(self, moment: datetime, before: int) -> list[Owed]:
        """Return the voters of a moment, as `voters_of` would have done.

        `before` is the key of a step: who was merged in by it, or later, is not there yet.
        """
        found: dict[UUID, Owed] = {}
        for one in self._sources:
            if one.since < before:
                for uid, name, phone in _named(one, moment):
                    owed = Owed(uid, name, phone, one.matter.number, one.since)
                    found.setdefault(uid, owed._replace(also=self._taken_into(uid, moment)))
        return list(found.values())

    def _taken_into(self, uid: UUID, moment: datetime) -> frozenset[UUID]:
        found = [uid]
        for one in found:
            held = Merging.undone_at.is_(None) | (Merging.undone_at > moment)
            query = select(Merging.gone_uid).where(Merging.kept_uid == one, Merging.at <= moment)
            gone = self._session.scalars(query.where(held))
            found += [each for each in gone if each not in found]
        return frozenset(found[1:])


def _source(session: Session, uid: UUID, since: int) -> _Source:
    matter = load_record(session, Matter, uid)
    visit = load_record(session, Visit, matter.visit_uid)
    former = [(one.at, former_values(one)) for one in revisions_of(session, visit)]
    return _Source(matter, since, [*former, (None, present_values(visit))])


def _named(one: _Source, moment: datetime) -> Iterator[tuple[UUID, str, str]]:
    """Yield who came by name, as the visit said then; nobody where either was withdrawn."""
    said, gone_at = one.at(moment), one.matter.withdrawn_at
    if said.get("withdrawn_at") is not None or (gone_at is not None and gone_at <= moment):
        return
    for each in said["visitors"]:
        if not each["is_anonymous"] and each.get("person_uid") is not None:
            yield each["person_uid"], each["name"], each["phone"]
