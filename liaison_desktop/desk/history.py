"""修改记录 — what was changed of a record, by whom and why, in words; what was printed of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from liaison_desktop.desk.correcting import load_record
from liaison_desktop.model.base import Record, kind_of
from liaison_desktop.model.every_record import AGGREGATES
from liaison_desktop.model.fields import Field, fields_of
from liaison_desktop.model.history import Printing, Revision
from liaison_desktop.model.ledger import Say, Viewer
from liaison_desktop.model.matter import SET_BY_STEPS
from liaison_desktop.model.seen import as_seen
from liaison_desktop.model.texts import visible
from liaison_desktop.model.times import SHANGHAI, business_day
from liaison_desktop.model.user import User
from liaison_desktop.model.words import Word, label, tr
from liaison_desktop.store.former import Values, former_values, present_values
from liaison_desktop.store.revisions import revisions_of
from liaison_desktop.store.store import Store

YES, NO = tr("是"), tr("否")

WITHDRAWAL = {
    "withdrawn_at": Field(tr("撤回时间")),
    "withdrawn_reason": Field(tr("撤回原因")),
}


class Place(NamedTuple):
    """Where a value stands: in which part (empty for the record itself), in the how-manieth."""

    part: str
    nth: int
    name: str


@dataclass(frozen=True)
class Change:
    """One change: when, by whom, why, to which version, and (label, old, new) of each field.

    `who` is empty where no user is known; a text is empty where there was nothing.
    """

    at: datetime
    who: str
    reason: str
    rev: int
    fields: Sequence[tuple[str, str, str]]

    is_step: bool = False
    """Whether it is a step of a matter, which its own trail tells (办理过程)."""
    corrects_step: bool = False
    """Whether it is the correction of a step of a matter, which its own trail tells too."""


class History:
    """What is kept of the past of records."""

    def __init__(self, store: Store, user: User) -> None:
        self._store, self._user = store, user

    def history_of(self, record: Record, say: Say = str) -> list[Change]:
        """Return every change of a record, oldest first; none where it stands as registered.

        Who does not read names reads them masked here too; an ID number is masked for everybody.
        """
        viewer = Viewer.of(self._user.roles_on(business_day(self._store.clock())), say)
        with self._store.read() as session:
            present = load_record(session, type(record), record.uid)
            revisions = revisions_of(session, present)
            names = names_of(session, revisions)
        states = [(revision.rev, former_values(revision)) for revision in revisions]
        states.append((present.rev, present_values(present)))
        kind = kind_of(record)
        tell = Teller(kind, viewer)
        return [
            Change(
                revision.at,
                names.get(revision.user_uid, ""),
                visible(revision.reason),
                rev,
                differences := tell.differences(old, new),
                is_step=kind == "matter" and not differences,
                corrects_step=_is_more("corrections", old, new),
            )
            for revision, ((_, old), (rev, new)) in zip(revisions, pairwise(states), strict=True)
        ]

    def printings_of(self, record: Record) -> list[Printing]:
        """Return every printing of a record, oldest first."""
        query = select(Printing).where(Printing.kind == kind_of(record), Printing.uid == record.uid)
        with self._store.read() as session:
            return list(session.scalars(query.order_by(Printing.id)))


def _is_more(name: str, old: Values, new: Values) -> bool:
    """Return whether a count has grown; one that is younger than the old body has not."""
    return name in old and bool(new.get(name, 0) > old[name])


def names_of(session: Session, revisions: Sequence[Revision]) -> Mapping[UUID | None, str]:
    uids = {revision.user_uid for revision in revisions if revision.user_uid is not None}
    query = select(User.uid, User.name, User.login).where(User.uid.in_(uids))
    return {uid: name or login for uid, name, login in session.execute(query)}


class Teller:
    """Puts the values of a kind of record into words, for one who looks at them."""

    def __init__(self, kind: str, viewer: Viewer) -> None:
        aggregate = AGGREGATES[kind]
        self._viewer = viewer
        told_elsewhere = SET_BY_STEPS if kind == "matter" else frozenset()
        own = fields_of(aggregate.root) | WITHDRAWAL
        self._own = {name: field for name, field in own.items() if name not in told_elsewhere}
        self._parts = {
            name: fields_of(part)
            for name, part in aggregate.parts.items()
            if name not in told_elsewhere
        }

    def differences(self, old: Values, new: Values) -> list[tuple[str, str, str]]:
        """Return (label, old, new) of each field that differs, in the order of the form.

        A field that is younger than the old body says nothing.
        """
        before, after = self._told(old), self._told(new)
        differing = [
            place
            for place in dict.fromkeys([*before, *after])
            if (place.part or place.name in old) and _is_other(before.get(place), after.get(place))
        ]
        several = {place.part for place in [*before, *after] if place.nth}
        return [
            (
                self._label(place, is_one_of_several=place.part in several),
                self._text(place, before.get(place)),
                self._text(place, after.get(place)),
            )
            for place in differing
        ]

    def _told(self, values: Values) -> dict[Place, object]:
        told: dict[Place, object] = {
            Place("", 0, name): values[name]
            for name in self._own
            if name in values and name not in self._parts
        }
        for part, fields in self._parts.items():
            for nth, each in enumerate(values[part]):
                told |= {Place(part, nth, name): each[name] for name in fields if name in each}
        return {place: value for place, value in told.items() if not isinstance(value, UUID)}

    def _label(self, place: Place, *, is_one_of_several: bool) -> str:
        say = self._viewer.say
        if not place.part:
            return say(self._own[place.name].label)
        whole, own = self._own[place.part].label, self._parts[place.part][place.name].label
        counted = f"{say(whole)} {place.nth + 1}" if is_one_of_several else say(whole)
        return counted if own == whole else f"{counted}：{say(own)}"

    def _text(self, place: Place, value: object) -> str:
        field = self._parts[place.part][place.name] if place.part else self._own[place.name]
        if isinstance(value, str) and not isinstance(value, Word):
            return visible(as_seen(place.name, field, value, self._viewer))
        return self._viewer.say(_words(value))


def _is_other(old: object, new: object) -> bool:
    """Return whether a person would call it a change: nothing, an empty text, a no are alike."""
    return old != new and bool(old or new)


def _words(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, Word):
        return label(value)
    if isinstance(value, datetime):
        return f"{value.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"
    return value.isoformat() if isinstance(value, date) else str(value)
