"""One meeting with all that belongs to it, as screen and paper show it."""

from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy.orm import Session

from liaison_desktop.desk.correcting import load_record
from liaison_desktop.model.commitment import Commitment
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.drawing import Drawing
from liaison_desktop.model.participant import Participant
from liaison_desktop.model.sign_in import Attendance, count_attendance
from liaison_desktop.model.statement import Statement
from liaison_desktop.store.wholes import whole


@dataclass(frozen=True)
class Meeting:
    """A meeting and its records that are not withdrawn, each in its order."""

    consultation: Consultation
    participants: list[Participant] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    commitments: list[Commitment] = field(default_factory=list)
    drawings: list[Drawing] = field(default_factory=list)

    @property
    def attendance(self) -> Attendance:
        """Who was to come, came, had leave and stayed away."""
        return count_attendance(self.participants)

    @property
    def opinions(self) -> list[Statement]:
        """The opinions and suggestions, each of which wants its route."""
        return [one for one in self.statements if one.kind.wants_route]


def read_meeting(session: Session, uid: UUID) -> Meeting:
    """Return one meeting, whole; NotFound."""
    consultation = load_record(session, Consultation, uid)
    return Meeting(
        consultation,
        participants_of(session, uid),
        statements_of(session, uid),
        commitments_of(session, uid),
        drawings_of(session, uid),
    )


def participants_of(session: Session, uid: UUID) -> list[Participant]:
    """Return who takes part, in the order of the 签到表."""
    query = whole(Participant).where(
        Participant.consultation_uid == uid, Participant.withdrawn_at.is_(None)
    )
    return list(session.scalars(query.order_by(Participant.place, Participant.id)))


def statements_of(session: Session, uid: UUID) -> list[Statement]:
    """Return what was said, in its order."""
    query = whole(Statement).where(
        Statement.consultation_uid == uid, Statement.withdrawn_at.is_(None)
    )
    return list(session.scalars(query.order_by(Statement.place, Statement.id)))


def commitments_of(session: Session, uid: UUID) -> list[Commitment]:
    """Return what was promised, by number."""
    query = whole(Commitment).where(
        Commitment.consultation_uid == uid, Commitment.withdrawn_at.is_(None)
    )
    return list(session.scalars(query.order_by(Commitment.place, Commitment.id)))


def drawings_of(session: Session, uid: UUID) -> list[Drawing]:
    """Return the draws, the first first."""
    query = whole(Drawing).where(Drawing.consultation_uid == uid, Drawing.withdrawn_at.is_(None))
    return list(session.scalars(query.order_by(Drawing.id)))
