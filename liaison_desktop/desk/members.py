"""议事组织成员 — the members of a 街道's deliberation body, by term."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Session

from liaison_desktop.desk.deputies import deputy_named
from liaison_desktop.desk.roll import Roll
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.body_member import BodyMember
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import MemberOrigin, Origin, ParticipantKind
from liaison_desktop.model.faults import Refused
from liaison_desktop.model.participant import Participant
from liaison_desktop.model.station import Station
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.user import User
from liaison_desktop.store.store import Store


class Members(Roll[BodyMember]):
    """Verbs of the members; a station without such a body has none."""

    def __init__(self, store: Store, user: User, station: Station) -> None:
        super().__init__(store, user, BodyMember, Action.KEEP_CONSULTATION)
        self._station = station

    def serving_on(self, day: date) -> list[BodyMember]:
        """Return the members whose term runs on a day, in the order they were registered."""
        return [one for one in self.find() if one.serves_on(day)]

    def terms(self) -> list[str]:
        """Return the terms (届次) there are, the latest first."""
        begun: dict[str, date] = {}
        for one in self.find():
            begun[one.term_no] = max(one.valid_from or date.min, begun.get(one.term_no, date.min))
        return sorted(begun, key=lambda term: (begun[term], term), reverse=True)

    def of_term(self, term_no: str) -> list[BodyMember]:
        """Return the members of one term."""
        return self.find(BodyMember.term_no == term_no)

    def as_participants(self, meeting: Consultation) -> list[Participant]:
        """Return those who serve on the day of a meeting as invited to it, not saved yet."""
        return [
            Participant(
                uid=new_uid(self._store.clock()),
                station_uid=meeting.station_uid,
                consultation_uid=meeting.uid,
                name=one.name,
                sex=one.sex,
                body=one.body,
                post=one.post,
                phone=one.phone,
                participant_kind=ParticipantKind.MEMBER,
                origin=Origin.INVITED,
                deputy_uid=one.deputy_uid,
            )
            for one in self.serving_on(meeting.held_on)
        ]

    def settle(self, session: Session, record: BodyMember, changes: Mapping[str, object]) -> None:
        """Tie a deputy to the roster by his name; Refused no_deliberation_body for a new one."""
        super().settle(session, record, changes)
        if record in session.new and not self._station.kind.has_deliberation_body:
            raise Refused("no_deliberation_body")
        if record.member_origin is not MemberOrigin.DEPUTY or "name" in changes:
            record.deputy_uid = None
        if record.member_origin is MemberOrigin.DEPUTY and record.deputy_uid is None:
            record.deputy_uid, _code = deputy_named(session, record.name)
