"""履职纪实 of a meeting: an entry for each deputy of the roster who was there."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from liaison_desktop.desk.journal import CHANGED, settle_journal
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import ConsultationState
from liaison_desktop.model.duty_entry import DutyEntry
from liaison_desktop.model.participant import Participant
from liaison_desktop.model.schedule_words import DutyKind, Presence
from liaison_desktop.model.times import Clock
from liaison_desktop.model.uids import new_uid


def settle_meeting(
    session: Session, one: Consultation, clock: Clock, reason: str = CHANGED
) -> None:
    """Let the journal say who was there, once the record was put in order and not before."""
    is_held = one.state is ConsultationState.READY and one.withdrawn_at is None
    duties = _duties(session, one, clock) if is_held else []
    settle_journal(session, one, duties, clock, reason)


def _duties(session: Session, one: Consultation, clock: Clock) -> list[DutyEntry]:
    there = select(Participant).where(
        Participant.consultation_uid == one.uid,
        Participant.withdrawn_at.is_(None),
        Participant.deputy_uid.is_not(None),
        Participant.presence == Presence.PRESENT,
    )
    return [
        DutyEntry(
            uid=new_uid(clock()),
            station_uid=one.station_uid,
            deputy_uid=who.deputy_uid,
            deputy_name=who.name,
            kind=DutyKind.CONSULTATION,
            done_on=one.held_on,
            title=one.title,
            place=one.place,
            source_kind="consultation",
            source_uid=one.uid,
        )
        for who in session.scalars(there.order_by(Participant.place, Participant.id))
    ]
