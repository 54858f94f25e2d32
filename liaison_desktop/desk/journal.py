"""履职纪实 — what follows from sessions, field visits and activities, and who is behind."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import func, inspect, or_, select
from sqlalchemy.orm import Session, selectinload

from liaison_desktop.model.base import Record
from liaison_desktop.model.contact_household import ContactHousehold
from liaison_desktop.model.deputy import Deputy
from liaison_desktop.model.duty_entry import DutyEntry
from liaison_desktop.model.field_visit import FieldVisit, VisitingDeputy
from liaison_desktop.model.minimums import (
    Behind,
    Counted,
    DeputyYear,
    Minimum,
    behind,
    read_minimums,
)
from liaison_desktop.model.schedule_words import ActivityState, DutyKind
from liaison_desktop.model.times import Clock
from liaison_desktop.model.words import tr
from liaison_desktop.paths import RESOURCES
from liaison_desktop.store.store import Store

CHANGED = tr("来源记录已改")

COUNTED_KINDS: Mapping[Counted, tuple[DutyKind, ...]] = {
    Counted.STATION_VISITS: (DutyKind.RECEPTION, DutyKind.STATION_VISIT),
    Counted.FIELD_VISITS: (DutyKind.FIELD_VISIT,),
    Counted.DUTY_HALF_DAYS: tuple(DutyKind),
}


def settle_journal(
    session: Session,
    source: Record,
    wanted: Sequence[DutyEntry],
    clock: Clock,
    reason: str = CHANGED,
) -> None:
    """Let the journal have exactly these entries of a source, one for each deputy.

    One that is there and still right stays as it is, and what its clerk added to it; where the
    source tells another title or place than before, so does it. One that is not wanted any more is
    withdrawn with the reason, visibly.
    """
    query = select(DutyEntry).where(
        DutyEntry.source_uid == source.uid, DutyEntry.withdrawn_at.is_(None)
    )
    there = {_key(entry): entry for entry in session.scalars(query)}
    asked = {_key(entry): entry for entry in wanted}
    for key, entry in there.items():
        if key not in asked:
            entry.withdrawn_at, entry.withdrawn_reason = clock(), reason
        elif _is_retold(source):
            entry.title, entry.place = asked[key].title, asked[key].place
    session.add_all(entry for key, entry in asked.items() if key not in there)


_TOLD = ("place", "topic", "title", "visited_name", "household_kind")
"""What of a source an entry tells."""


def _is_retold(source: Record) -> bool:
    """Return whether this act changes what entries tell of a source; nothing is flushed before."""
    told = inspect(source).attrs
    return any(told[name].history.has_changes() for name in _TOLD if name in told)


def _key(entry: DutyEntry) -> tuple[Any, ...]:
    return entry.deputy_uid or entry.deputy_name, entry.done_on, entry.kind


@cache
def bundled_minimums() -> tuple[Minimum, ...]:
    """Return the minimums that come with the program."""
    text = (RESOURCES / "minimums" / "zhejiang.toml").read_text(encoding="utf-8")
    return tuple(read_minimums(text))


def find_behind(store: Store, day: date) -> list[Behind]:
    """Return the deputies in office who are behind a minimum of this year until a day."""
    first = day.replace(month=1, day=1)
    with store.read() as session:
        deputies = session.scalars(
            select(Deputy)
            .where(Deputy.withdrawn_at.is_(None))
            .options(selectinload(Deputy.mandates))
            .order_by(Deputy.id)
        ).all()
        counts = _counts(session, first, day)
    years = [
        DeputyYear(one.uid, one.name, levels, counts.get(one.uid, {}))
        for one in deputies
        if (levels := tuple(one.levels_on(day)))
    ]
    return behind(years, bundled_minimums(), day)


def _counts(session: Session, first: date, last: date) -> dict[UUID, dict[Counted, int]]:
    """Return what was counted of each deputy in a span; households are those of the last day."""
    found: dict[UUID, dict[Counted, int]] = {}
    rows = session.execute(
        select(DutyEntry.deputy_uid, DutyEntry.kind, func.count(), func.sum(DutyEntry.half_days))
        .where(
            DutyEntry.withdrawn_at.is_(None),
            DutyEntry.deputy_uid.is_not(None),
            DutyEntry.done_on.between(first, last),
        )
        .group_by(DutyEntry.deputy_uid, DutyEntry.kind)
    )
    for uid, kind, times, half_days in rows:
        for what, kinds in COUNTED_KINDS.items():
            if kind in kinds and uid is not None:
                own = found.setdefault(uid, {})
                many = half_days if what is Counted.DUTY_HALF_DAYS else times
                own[what] = own.get(what, 0) + int(many)
    kept = select(ContactHousehold.deputy_uid, func.count()).where(
        ContactHousehold.withdrawn_at.is_(None),
        ContactHousehold.deputy_uid.is_not(None),
        or_(ContactHousehold.since.is_(None), ContactHousehold.since <= last),
        or_(ContactHousehold.until.is_(None), ContactHousehold.until >= last),
    )
    for uid, many in session.execute(kept.group_by(ContactHousehold.deputy_uid)):
        if uid is not None:
            found.setdefault(uid, {})[Counted.HOUSEHOLDS] = many
    for uid, many in _person_times(session, first, last):
        own = found.setdefault(uid, {})
        own[Counted.PERSON_TIMES] = own.get(Counted.PERSON_TIMES, 0) + many
    return found


def _person_times(session: Session, first: date, last: date) -> Iterator[tuple[UUID, int]]:
    """Yield whom each deputy met (人次): the people of his visits, one for an entry typed alone."""
    met = (
        select(VisitingDeputy.deputy_uid, func.sum(FieldVisit.headcount))
        .join(FieldVisit, FieldVisit.id == VisitingDeputy.field_visit_id)
        .where(
            FieldVisit.withdrawn_at.is_(None),
            FieldVisit.state == ActivityState.DONE,
            FieldVisit.visited_on.between(first, last),
            VisitingDeputy.deputy_uid.is_not(None),
        )
    )
    typed = select(DutyEntry.deputy_uid, func.count()).where(
        DutyEntry.withdrawn_at.is_(None),
        DutyEntry.kind == DutyKind.FIELD_VISIT,
        DutyEntry.source_uid.is_(None),
        DutyEntry.done_on.between(first, last),
        DutyEntry.deputy_uid.is_not(None),
    )
    for query, by in ((met, VisitingDeputy.deputy_uid), (typed, DutyEntry.deputy_uid)):
        for uid, many in session.execute(query.group_by(by)):
            if uid is not None:
                yield uid, int(many)
