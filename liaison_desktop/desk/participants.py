"""参加人 — who is asked to a meeting, who walks in, and who came."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy.orm import Session

from liaison_desktop.desk.consultations import refuse_signed
from liaison_desktop.desk.deputies import deputy_named
from liaison_desktop.desk.meeting import participants_of
from liaison_desktop.desk.meeting_places import last_place
from liaison_desktop.desk.roll import Roll
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.consultation_words import ParticipantKind
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
        """Return one of whom it is said whether he came; who came has the time of the clock."""
        came = presence is Presence.PRESENT
        signed_at = (seen.signed_at or self._store.clock()) if came else None
        return self.correct(seen, {"presence": presence, "signed_at": signed_at})

    def settle(self, session: Session, record: Participant, changes: Mapping[str, object]) -> None:
        """Put a new one at the end of the list; refuse where the meeting was signed.

        A deputy is tied to the roster by his name, as long as one alone bears it.
        """
        super().settle(session, record, changes)
        refuse_signed(session, record.consultation_uid)
        if record.participant_kind is not ParticipantKind.DEPUTY or "name" in changes:
            record.deputy_uid = None
        if record.participant_kind is ParticipantKind.DEPUTY and record.deputy_uid is None:
            record.deputy_uid, _code = deputy_named(session, record.name)
        if not record.place:
            record.place = 1 + last_place(session, Participant.place, record.consultation_uid)
