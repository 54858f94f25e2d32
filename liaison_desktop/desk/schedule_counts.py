"""What the month's report says of the schedule, counted in the file."""

from collections import Counter
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from liaison_desktop.desk.journal import COUNTED_KINDS, find_behind
from liaison_desktop.model.deputy import Deputy
from liaison_desktop.model.duty_entry import DutyEntry
from liaison_desktop.model.field_visit import FieldVisit
from liaison_desktop.model.minimums import Counted
from liaison_desktop.model.reception_session import ReceptionSession, RotaSlot
from liaison_desktop.model.schedule_figures import ScheduleFigures, SessionFigures
from liaison_desktop.model.schedule_words import ActivityState, DutyKind, Presence
from liaison_desktop.model.words import MandateLevel
from liaison_desktop.store.store import Store


def schedule_figures(store: Store, first: date, last: date, today: date) -> ScheduleFigures:
    """Return what there was from a day to a day, both with.

    Deputies in office are those of the last day, or of today where that is still to come. A
    deputy's level is that of his seat, else the highest he holds.
    """
    day = min(last, today)
    behind = {one.uid for one in find_behind(store, day)}
    with store.read() as session:
        levels = _levels(session, day)
        visits, visited = _field_visits(session, first, last)
        return ScheduleFigures(
            sessions=_sessions(session, first, last),
            attendances=_attendances(session, first, last, levels),
            field_visits=visits,
            visited=visited,
            duties=_duties(session, first, last),
            in_office=len(levels),
            at_station=len(_at_station(session, first, last) & set(levels)),
            behind=len(behind),
        )


def _sessions(session: Session, first: date, last: date) -> list[SessionFigures]:
    query = select(
        ReceptionSession.state, ReceptionSession.held_on != ReceptionSession.planned_on
    ).where(ReceptionSession.withdrawn_at.is_(None), ReceptionSession.held_on.between(first, last))
    return [SessionFigures(state, bool(is_moved)) for state, is_moved in session.execute(query)]


def _levels(session: Session, day: date) -> dict[UUID, MandateLevel]:
    """Return the deputies in office on a day with their highest level."""
    query = select(Deputy).where(Deputy.withdrawn_at.is_(None))
    deputies = session.scalars(query.options(selectinload(Deputy.mandates)))
    return {one.uid: levels[0] for one in deputies if (levels := one.levels_on(day))}


def _attendances(
    session: Session, first: date, last: date, levels: dict[UUID, MandateLevel]
) -> Counter[MandateLevel | None]:
    query = (
        select(RotaSlot.level, RotaSlot.deputy_uid)
        .join(ReceptionSession, ReceptionSession.id == RotaSlot.reception_session_id)
        .where(
            ReceptionSession.withdrawn_at.is_(None),
            ReceptionSession.held_on.between(first, last),
            RotaSlot.presence == Presence.PRESENT,
        )
    )
    return Counter(
        level or (levels.get(uid) if uid is not None else None)
        for level, uid in session.execute(query)
    )


def _field_visits(session: Session, first: date, last: date) -> tuple[int, int]:
    query = select(func.count(), func.coalesce(func.sum(FieldVisit.headcount), 0)).where(
        FieldVisit.withdrawn_at.is_(None),
        FieldVisit.state == ActivityState.DONE,
        FieldVisit.visited_on.between(first, last),
    )
    count, people = session.execute(query).one()
    return count, people


def _duties(session: Session, first: date, last: date) -> Counter[DutyKind]:
    query = select(DutyEntry.kind, func.count()).where(
        DutyEntry.withdrawn_at.is_(None), DutyEntry.done_on.between(first, last)
    )
    return Counter({kind: many for kind, many in session.execute(query.group_by(DutyEntry.kind))})


def _at_station(session: Session, first: date, last: date) -> set[UUID]:
    query = select(DutyEntry.deputy_uid).where(
        DutyEntry.withdrawn_at.is_(None),
        DutyEntry.deputy_uid.is_not(None),
        DutyEntry.kind.in_(COUNTED_KINDS[Counted.STATION_VISITS]),
        DutyEntry.done_on.between(first, last),
    )
    return {uid for uid in session.scalars(query) if uid is not None}
