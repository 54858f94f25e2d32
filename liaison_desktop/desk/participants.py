"""参加人 — who is asked to a meeting, who walks in, and who came."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy.orm import Session

from liaison_desktop.desk.consultations import refuse_signed
from liaison_desktop.desk.correcting import load_record
from liaison_desktop.desk.deputies import deputy_named
from liaison_desktop.desk.meeting import participants_of
from liaison_desktop.desk.meeting_journal import settle_meeting
from liaison_desktop.desk.meeting_places import last_place
from liaison_desktop.desk.roll import Roll
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import ConsultationState, ParticipantKind
from liaison_desktop.model.participant import Participant
from liaison_desktop.model.schedule_words import Presence
from liaison_desktop.model.user import User
from liaison_desktop.store.store import Store


class Participants(Roll[Participant]):
    """Verbs of who takes part."""

    def __init__(self, store: Store, user: User) -> None:
        super().__init__(store, user, Participant, Action.KEEP_CONSULTATION)

    def of(self, consultation: UUID) -> list[Participant]:
        """Return who takes part in a meeting, in the order of the 签到表."""
        with self._store.read() as session:
            return participants_of(session, consultation)

    def sign_in(self, seen: Participant, presence: Presence | None) -> Participant:
        """Return one of whom it is said whether he came; who came has the time of the clock.

        What is entered afterwards, from the sheet that was signed, has none.
        """
        signed_at = None
        if presence is Presence.PRESENT:
            with self._store.read() as session:
                meeting = load_record(session, Consultation, seen.consultation_uid)
            now = self._store.clock()
            signed_at = seen.signed_at or (now if meeting.is_held_at(now) else None)
        return self.correct(seen, {"presence": presence, "signed_at": signed_at})

    def settle(self, session: Session, record: Participant, changes: Mapping[str, object]) -> None:
        """Put a new one at the end of the list; refuse where the meeting was signed.

        A deputy is tied to the roster by his name, as long as one alone bears it; what is changed
        after the record was put in order changes the journal.
        """
        super().settle(session, record, changes)
        meeting = refuse_signed(session, record.consultation_uid)
        if record.participant_kind is not ParticipantKind.DEPUTY or "name" in changes:
            record.deputy_uid = None
        if record.participant_kind is ParticipantKind.DEPUTY and record.deputy_uid is None:
            record.deputy_uid, _code = deputy_named(session, record.name)
        if not record.place:
            record.place = 1 + last_place(session, Participant.place, record.consultation_uid)
        if meeting.state is ConsultationState.READY:
            session.flush()  # it is asked who came
            settle_meeting(session, meeting, self._store.clock)
