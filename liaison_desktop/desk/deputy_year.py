"""一位代表的一年 — his journal with its totals, his reception days, the households he keeps to."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from liaison_desktop.model.contact_household import ContactHousehold
from liaison_desktop.model.duty_entry import DutyEntry
from liaison_desktop.model.reception_session import ReceptionSession, RotaSlot
from liaison_desktop.model.schedule_words import DutyKind, SessionState
from liaison_desktop.store.wholes import whole


@dataclass(frozen=True)
class Seat:
    """One reception day of a deputy, and his place in it."""

    session: ReceptionSession
    slot: RotaSlot


@dataclass(frozen=True)
class DeputyYear:
    """What stands of a deputy for a year: `held` the latest first, `coming` the next first.

    `totals` count the entries of the journal by their kind; `half_days` are those of all of them.
    """

    year: int
    entries: Sequence[DutyEntry]
    totals: Mapping[DutyKind, int]
    half_days: int
    held: Sequence[Seat]
    coming: Sequence[Seat]
    households: Sequence[ContactHousehold]


def load_year(session: Session, uid: UUID, year: int, today: date) -> DeputyYear:
    """Return the year of a deputy; what was withdrawn or cancelled is not of it.

    What is coming is told whatever year it falls in, and so are the households of today.
    """
    first, last = date(year, 1, 1), date(year, 12, 31)
    entries = session.scalars(
        whole(DutyEntry)
        .where(DutyEntry.deputy_uid == uid, DutyEntry.withdrawn_at.is_(None))
        .where(DutyEntry.done_on.between(first, last))
        .order_by(DutyEntry.done_on.desc(), DutyEntry.id.desc())
    ).all()
    seats = _seats(session, uid)
    return DeputyYear(
        year,
        entries,
        Counter(entry.kind for entry in entries),
        sum(entry.half_days for entry in entries),
        [s for s in reversed(seats) if s.session.held_on < today and s.session.held_on >= first],
        [seat for seat in seats if seat.session.held_on >= today],
        _households(session, uid, today),
    )


def _seats(session: Session, uid: UUID) -> list[Seat]:
    query = (
        whole(ReceptionSession)
        .where(ReceptionSession.slots.any(RotaSlot.deputy_uid == uid))
        .where(ReceptionSession.withdrawn_at.is_(None))
        .where(ReceptionSession.state != SessionState.CANCELLED)
        .order_by(ReceptionSession.held_on, ReceptionSession.id)
    )
    return [
        Seat(one, slot)
        for one in session.scalars(query)
        for slot in one.slots
        if slot.deputy_uid == uid
    ]


def _households(session: Session, uid: UUID, today: date) -> list[ContactHousehold]:
    query = whole(ContactHousehold).where(
        ContactHousehold.deputy_uid == uid, ContactHousehold.withdrawn_at.is_(None)
    )
    found = session.scalars(query.order_by(ContactHousehold.id))
    return [one for one in found if (one.until or date.max) >= today]
