"""发言 — what is said in a meeting is noted, put in order, and goes its way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from liaison_desktop.desk.consultations import refuse_closed, refuse_signed
from liaison_desktop.desk.corrected import corrected_of
from liaison_desktop.desk.correcting import load_record, refuse_stale
from liaison_desktop.desk.drafts import drop_draft
from liaison_desktop.desk.meeting import participants_of, statements_of
from liaison_desktop.desk.meeting_places import last_place
from liaison_desktop.desk.roll import Roll
from liaison_desktop.desk.visits import Visits
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import StatementRoute
from liaison_desktop.model.faults import NotSaved, Problem, ProblemCode, Refused
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.participant import Participant
from liaison_desktop.model.statement import STEP, Statement
from liaison_desktop.model.times import SHANGHAI
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.user import User
from liaison_desktop.model.visit import Receiver, Visit, Visitor
from liaison_desktop.model.words import Channel, GuidedTo, Handling
from liaison_desktop.store.store import Store
from liaison_desktop.store.wholes import whole

if TYPE_CHECKING:
    from liaison_desktop.model.meeting_notes import Noted

HANDLINGS: Mapping[StatementRoute, Handling] = {
    StatementRoute.ANSWERED: Handling.ANSWERED_ON_SITE,
    StatementRoute.TO_HANDLE: Handling.TO_HANDLE,
    StatementRoute.GUIDED: Handling.GUIDED,
}
"""How a matter is registered by the route of the opinion that it comes from."""

MOST_TITLE = 80


@dataclass(frozen=True)
class Routing:
    """Where an opinion goes: `title` of its matter, `note` the answer given or why none is made."""

    route: StatementRoute
    title: str = ""
    note: str = ""
    guided_to: GuidedTo | None = None
    category: str = ""


class Statements(Roll[Statement]):
    """Verbs of what is said."""

    def __init__(self, store: Store, user: User, visits: Visits) -> None:
        super().__init__(store, user, Statement, Action.KEEP_CONSULTATION)
        self._visits = visits

    def of(self, consultation: UUID) -> list[Statement]:
        """Return what was said in a meeting, in its order."""
        with self._store.read() as session:
            return statements_of(session, consultation)

    def corrected(self, consultation: UUID) -> frozenset[UUID]:
        """Return which statements of a meeting say something else than when they were noted."""
        with self._store.read() as session:
            return corrected_of(session, consultation)

    def read_notes(self, meeting: UUID, text: str) -> list[Statement]:
        """Return what notes of a meeting say as statements, not saved yet (会后整理).

        A speaker who takes part is tied, what each is was guessed (see model/meeting_notes), and
        none has a time of the clock.
        """
        from liaison_desktop.model.meeting_notes import read_notes

        with self._store.read() as session:
            participants = participants_of(session, meeting)
        return [self._noted(meeting, one) for one in read_notes(text, participants)]

    def register_all(self, records: list[Statement], draft: UUID | None = None) -> UUID | None:
        """Save several in one act, in their order, and return it; what is there already stays.

        NotSaved saves none and names each by its place: `3.content`. `draft` goes in the same act.
        """
        _refuse_problems(records)
        if not records:
            return None
        with self._store.act(self._user, self._action) as session:
            there = {one.uid for one in self._there(session, records)}
            new = [one for one in records if one.uid not in there]
            for consultation in {one.consultation_uid for one in new}:
                refuse_signed(session, consultation)
                last = last_place(session, Statement.place, consultation)
                own = [one for one in new if one.consultation_uid == consultation]
                for count, one in enumerate(own, start=1):
                    one.place = last + count * STEP
            session.add_all(new)
            drop_draft(session, self._user, draft)
            act: UUID = session.info["act"]
        return act

    def move(self, seen: Statement, before: Statement | None) -> Statement:
        """Return the statement in front of another, or at the end; the others stay as they are.

        Refused already_withdrawn for one of both that is.

        Where no place is left between two, all of the meeting are numbered anew in the same act.
        """
        with self._store.act(self._user, self._action, seen) as session:
            one = load_record(session, Statement, seen.uid)
            refuse_stale("statement", one, seen)
            refuse_signed(session, one.consultation_uid)
            if one.withdrawn_at is not None:
                raise Refused("already_withdrawn")
            others = [s for s in statements_of(session, one.consultation_uid) if s is not one]
            uids = [other.uid for other in others]
            if before is not None and before.uid not in uids:
                raise Refused("already_withdrawn")
            at = len(others) if before is None else uids.index(before.uid)
            low = others[at - 1].place if at else 0
            high = others[at].place if at < len(others) else low + 2 * STEP
            if high - low < 2:
                others.insert(at, one)
                for count, each in enumerate(others, start=1):
                    each.place = count * STEP
            else:
                one.place = (low + high) // 2
        return one

    def route(self, seen: Statement, routing: Routing, draft: UUID | None = None) -> Statement:
        """Return the opinion with its route; unless only noted, it is a matter from now on.

        The matter keeps the words, the speaker and the meeting; several opinions of one participant
        are matters of one visit (channel 恳谈会). NotSaved for a missing answer (`note`), body
        (`guided_to`) or reason (`note`); Refused already_routed. `draft` goes in the same act. What
        has no route yet is given one after the record was signed too: the signed words stay. One
        whose matter was withdrawn is given another.
        """
        _refuse_wrong(seen, routing)
        with self._store.act(self._user, self._action, seen) as session:
            one = load_record(session, Statement, seen.uid)
            refuse_stale("statement", one, seen)
            if one.withdrawn_at is not None:
                raise Refused("already_withdrawn")
            if one.route is not None and not _is_void(session, one):
                raise Refused("already_routed")
            one.matter_uid = None
            meeting = refuse_closed(session, one.consultation_uid)
            if routing.route in HANDLINGS:
                one.matter_uid = self._register(session, meeting, one, routing).uid
            one.route, one.route_note = routing.route, routing.note
            one.guided_to = routing.guided_to
            drop_draft(session, self._user, draft)
        return one

    def undo(self, seen: Statement) -> Statement:
        """Return the statement as it was before its last act, all of which is taken back."""
        from liaison_desktop.desk.talk_undo import undo_talk

        undo_talk(self._store, self._user, [seen])
        return self.load(seen.uid)

    def settle(self, session: Session, record: Statement, changes: Mapping[str, object]) -> None:
        """Put a new one at the end; refuse where the meeting was signed.

        One that became a matter is neither withdrawn nor made anything but an opinion: its route is
        undone first (Refused already_routed).
        """
        super().settle(session, record, changes)
        refuse_signed(session, record.consultation_uid)
        if not record.place:
            last = last_place(session, Statement.place, record.consultation_uid)
            record.place = last + STEP
        is_gone = record.withdrawn_at is not None and record.matter_uid is not None
        if is_gone or (record.route is not None and not record.kind.wants_route):
            raise Refused("already_routed")

    def _there(self, session: Session, records: Sequence[Statement]) -> Sequence[Statement]:
        uids = [one.uid for one in records]
        return session.scalars(select(Statement).where(Statement.uid.in_(uids))).all()

    def _noted(self, meeting: UUID, noted: "Noted") -> Statement:
        return Statement(
            uid=new_uid(self._store.clock()),
            station_uid=self._store.installation.uid,
            consultation_uid=meeting,
            kind=noted.kind,
            speaker=noted.speaker,
            speaker_body=noted.body,
            participant_uid=noted.participant.uid if noted.participant else None,
            content=noted.words,
        )

    def _register(
        self, session: Session, meeting: Consultation, one: Statement, routing: Routing
    ) -> Matter:
        matter = Matter(
            uid=new_uid(self._store.clock()),
            station_uid=one.station_uid,
            title=(routing.title or title_of(one.content)).strip(),
            statement=one.content,
            category=routing.category,
            handling=HANDLINGS[routing.route],
            guided_to=routing.guided_to,
            onsite_reply=routing.note if routing.route is StatementRoute.ANSWERED else "",
        )
        visit = self._visit_of_speaker(session, one)
        if visit is None:
            visit = self._visit(session, meeting, one, matter)
            if errors := [problem for problem in visit.problems() if problem.is_error]:
                raise NotSaved(errors)
            self._visits.register_within(session, visit)
        else:
            self._visits.add_within(visit, matter)
        return matter

    def _visit_of_speaker(self, session: Session, one: Statement) -> Visit | None:
        """Return the visit that holds what this participant said before in the same meeting."""
        if one.participant_uid is None:
            return None
        before = (
            select(Matter.visit_uid)
            .join(Statement, Statement.matter_uid == Matter.uid)
            .where(
                Statement.participant_uid == one.participant_uid,
                Statement.consultation_uid == one.consultation_uid,
            )
        )
        is_there = Visit.withdrawn_at.is_(None)
        return session.scalar(whole(Visit).where(Visit.uid.in_(before), is_there).limit(1))

    def _visit(
        self, session: Session, meeting: Consultation, one: Statement, matter: Matter
    ) -> Visit:
        who = None
        if one.participant_uid is not None:
            who = load_record(session, Participant, one.participant_uid)
        now = self._store.clock()
        said_at = one.said_at or _begins(meeting)
        return Visit(
            uid=new_uid(now),
            station_uid=one.station_uid,
            channel=Channel.CONSULTATION,
            received_at=min(said_at, now),
            registered_at=now,
            place=meeting.place[:40],
            recorder=meeting.recorder,
            source_uid=meeting.uid,
            may_publish_name=who is not None and who.may_publish_name,
            visitors=[_visitor(one, who)],
            receivers=[Receiver(name=meeting.host)] if meeting.host.strip() else [],
            matters=[matter],
        )


def title_of(content: str) -> str:
    """Return a title from what was said: its first sentence, cut where it is too long."""
    line = content.strip().splitlines()[0].strip()
    for end in "。！？；!?;":
        line = line.split(end)[0]
    return line if len(line) <= MOST_TITLE else f"{line[: MOST_TITLE - 1]}…"


def _is_void(session: Session, one: Statement) -> bool:
    """Return whether the matter that an opinion became was withdrawn, or its visit."""
    query = select(Matter.id).join(Visit, Visit.uid == Matter.visit_uid)
    is_gone = or_(Matter.withdrawn_at.is_not(None), Visit.withdrawn_at.is_not(None))
    return session.scalar(query.where(Matter.uid == one.matter_uid, is_gone)) is not None


def _refuse_problems(records: Sequence[Statement]) -> None:
    problems = [
        replace(problem, field=f"{place}.{problem.field}")
        for place, record in enumerate(records)
        for problem in record.problems()
        if problem.is_error
    ]
    if problems:
        raise NotSaved(problems)


def _visitor(one: Statement, who: Participant | None) -> Visitor:
    if who is None:
        return Visitor(name=one.speaker, is_anonymous=not one.speaker.strip())
    return Visitor(
        name=who.name,
        sex=who.sex,
        phone=who.phone,
        address=who.body,
        occupation=who.post,
        person_uid=who.person_uid,
    )


def _begins(meeting: Consultation) -> datetime:
    hour = time.fromisoformat(meeting.starts) if meeting.starts else time(9)
    return datetime.combine(meeting.held_on, hour, SHANGHAI)


def _refuse_wrong(one: Statement, routing: Routing) -> None:
    if not one.kind.wants_route:
        raise Refused("not_an_opinion")
    missing = []
    if (
        routing.route in {StatementRoute.ANSWERED, StatementRoute.NOTED}
        and not routing.note.strip()
    ):
        missing.append("note")
    if routing.route is StatementRoute.GUIDED and routing.guided_to is None:
        missing.append("guided_to")
    if missing:
        raise NotSaved([Problem(name, ProblemCode.MISSING) for name in missing])
