"""民情恳谈 — a meeting is prepared, announced, held, put in order, signed, and added to."""

from collections.abc import Callable, Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from liaison_desktop.desk.consultation_list import MeetingRow, read_rows
from liaison_desktop.desk.correcting import MOST_REASON, load_record, refuse_stale
from liaison_desktop.desk.doc_numbers import given_doc_numbers
from liaison_desktop.desk.drafts import drop_draft
from liaison_desktop.desk.meeting import Meeting, read_meeting
from liaison_desktop.desk.meeting_journal import settle_meeting
from liaison_desktop.desk.roll import Roll, number_parts
from liaison_desktop.desk.rules import RuleBook
from liaison_desktop.desk.settings import Settings
from liaison_desktop.desk.yearly_rules import bundled_yearly_rules
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.consultation import Addition, AgendaItem, Consultation, LinkedMatter
from liaison_desktop.model.consultation_words import ConsultationState as State
from liaison_desktop.model.doc_numbers import next_doc_number
from liaison_desktop.model.faults import NotFound, NotSaved, Problem, ProblemCode, Refused
from liaison_desktop.model.notice_days import last_notice_day
from liaison_desktop.model.numbering import NumberKind
from liaison_desktop.model.rule_pack import CONSULTATION_NOTICE
from liaison_desktop.model.station import Station
from liaison_desktop.model.texts import text_problems
from liaison_desktop.model.times import business_day
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.user import User
from liaison_desktop.store.numbers import draw_number
from liaison_desktop.store.store import Store
from liaison_desktop.store.wholes import whole

Change = Callable[[Session, Consultation], object]

COPIED = (
    "kind",
    "title",
    "topic",
    "starts",
    "ends",
    "place",
    "host",
    "host_post",
    "recorder",
    "departments",
    "size",
    "volunteers",
    "invited",
    "drawn",
    "channels",
    "materials",
    "copies_to",
)
"""What a new meeting takes from an earlier one; its agenda and what it comes from go with it."""


class Consultations(Roll[Consultation]):
    """Verbs of the meetings."""

    def __init__(self, store: Store, user: User, station: Station, rule_book: RuleBook) -> None:
        super().__init__(store, user, Consultation, Action.KEEP_CONSULTATION)
        self._station, self._rule_book = station, rule_book

    def register(self, record: Consultation) -> list[Problem]:
        """Save a meeting and return what it warns of, its notice among it."""
        if not record.number and record.notice_by is None:
            record.notice_by = self._last_notice_day(record.held_on)
        problems = super().register(record)
        if record.lacks_notice(business_day(self._store.clock())):
            code, day = ProblemCode.NOT_ANNOUNCED, str(record.notice_by)
            problems.append(Problem("announced_on", code, is_error=False, detail=day))
        return problems

    def by_number(self, key: str) -> Consultation:
        """Return one meeting by its number or uid; NotFound."""
        try:
            is_named = Consultation.uid == UUID(key)
        except ValueError:
            is_named = Consultation.number == key
        with self._store.read() as session:
            found = session.scalar(whole(Consultation).where(is_named))
        if found is None:
            raise NotFound("consultation", key)
        return found

    def newest(self, limit: int = 200) -> list[Consultation]:
        """Return the meetings that are not withdrawn, the last held first."""
        query = whole(Consultation).where(Consultation.withdrawn_at.is_(None))
        query = query.order_by(Consultation.held_on.desc(), Consultation.id.desc()).limit(limit)
        with self._store.read() as session:
            return list(session.scalars(query))

    def rows(self, limit: int = 500) -> list[MeetingRow]:
        """Return the list of the meetings, the last held first, with what of each still waits."""
        with self._store.read() as session:
            return read_rows(session, business_day(self._store.clock()), limit)

    def meeting(self, uid: UUID) -> Meeting:
        """Return one meeting with all that belongs to it; NotFound."""
        with self._store.read() as session:
            return read_meeting(session, uid)

    def series(self, topic: str) -> list[Meeting]:
        """Return every meeting on a topic with what was said and promised, the first first.

        One that was called off is none of them.
        """
        query = select(Consultation.uid).where(
            Consultation.topic == topic,
            Consultation.withdrawn_at.is_(None),
            Consultation.state != State.CANCELLED,
        )
        with self._store.read() as session:
            uids = session.scalars(query.order_by(Consultation.held_on, Consultation.id)).all()
            return [read_meeting(session, uid) for uid in uids]

    def from_matter(self, matter: UUID) -> list[Consultation]:
        """Return the meetings whose topic came from a matter."""
        of_matter = select(LinkedMatter.consultation_id).where(LinkedMatter.matter_uid == matter)
        return self.find(Consultation.id.in_(of_matter))

    def like(self, earlier: Consultation, held_on: date) -> Consultation:
        """Return a new meeting as an earlier one was prepared, not saved yet."""
        now = self._store.clock()
        values = {name: getattr(earlier, name) for name in COPIED}
        return Consultation(
            uid=new_uid(now),
            station_uid=self._station.uid,
            held_on=held_on,
            agenda=[AgendaItem(uid=new_uid(now), title=one.title) for one in earlier.agenda],
            linked=[LinkedMatter(matter_uid=one.matter_uid) for one in earlier.linked],
            **values,
        )

    def open(self, seen: Consultation) -> Consultation:
        """Return the meeting being recorded (记录中), from now by the clock."""

        def change(_session: Session, one: Consultation) -> None:
            _refuse_unless(one, State.PLANNED)
            one.state, one.opened_at = State.RECORDING, one.opened_at or self._store.clock()

        return self._change(seen, change)

    def finish(self, seen: Consultation) -> Consultation:
        """Return the meeting put in order (整理完毕，送审签); deputies who came have entries."""

        def change(session: Session, one: Consultation) -> None:
            _refuse_unless(one, State.RECORDING)
            one.state = State.READY
            settle_meeting(session, one, self._store.clock)

        return self._change(seen, change)

    def sign(self, seen: Consultation, signed_by: str, signed_on: date) -> Consultation:
        """Return the meeting as the head signed it on paper; from now on it is frozen.

        NotSaved where it is not said who signed.
        """
        if not signed_by.strip():
            raise NotSaved([Problem("signed_by", ProblemCode.MISSING)])

        def change(_session: Session, one: Consultation) -> None:
            _refuse_unless(one, State.READY)
            one.state, one.signed_by, one.signed_on = State.SIGNED, signed_by, signed_on

        return self._change(seen, change)

    def reopen(self, seen: Consultation, reason: str) -> Consultation:
        """Return a meeting that was put in order being recorded again; a signed one never is."""

        def change(session: Session, one: Consultation) -> None:
            _refuse_unless(one, State.READY)
            one.state = State.RECORDING
            settle_meeting(session, one, self._store.clock, reason)

        return self._change(seen, change, _given(reason))

    def cancel(self, seen: Consultation, reason: str) -> Consultation:
        """Return the meeting called off."""

        def change(_session: Session, one: Consultation) -> None:
            _refuse_unless(one, State.PLANNED)
            one.state = State.CANCELLED

        return self._change(seen, change, _given(reason))

    def restore(self, seen: Consultation) -> Consultation:
        """Return a meeting that was called off to the plan."""

        def change(_session: Session, one: Consultation) -> None:
            _refuse_unless(one, State.CANCELLED)
            one.state = State.PLANNED

        return self._change(seen, change)

    def add(
        self, seen: Consultation, content: str, reason: str = "", draft: UUID | None = None
    ) -> Consultation:
        """Return a signed meeting with an addition (补正); what was signed stays as it was.

        `draft` goes in the same act.
        """

        def change(session: Session, one: Consultation) -> None:
            _refuse_unless(one, State.SIGNED)
            said = Addition(
                added_at=self._store.clock(),
                added_by=self._user.name or self._user.login,
                content=content,
                reason=reason,
            )
            one.additions.append(said)
            number_parts(one)
            drop_draft(session, self._user, draft)

        return self._change(seen, change)

    def undo(self, seen: Consultation) -> Consultation:
        """Return the meeting as it was before its last change; a signed one never changes."""
        if seen.state is State.SIGNED:
            raise Refused("meeting_signed")
        return super().undo(seen)

    def number_minutes(self, seen: Consultation) -> Consultation:
        """Return the meeting with a 文号 for its minutes, the next of the year.

        A signed one is given it too, for it stands on the paper and not in what was signed. One
        that bears it is returned as it is.
        """
        if seen.doc_number:
            return seen
        form = Settings(self._store, self._user).load().doc_number_form

        def change(session: Session, one: Consultation) -> None:
            year = (one.signed_on or business_day(self._store.clock())).year
            given = given_doc_numbers(session)
            one.doc_number = one.doc_number or next_doc_number(form, year, given)

        return self._change(seen, change)

    def settle(self, session: Session, record: Consultation, changes: Mapping[str, object]) -> None:
        """Give a new meeting its number; refuse to change one that was signed.

        The last day for its notice moves with its day. A yearly meeting has what it must hear;
        Refused no_deliberation_body where the station holds none.
        """
        super().settle(session, record, changes)
        if not record.number:
            year = record.held_on.year
            kind = NumberKind.CONSULTATION
            record.number = draw_number(session, self._station.code, kind, year)
        elif record.state is State.SIGNED:
            raise Refused("meeting_signed")
        if "held_on" in changes and "notice_by" not in changes:
            record.notice_by = self._last_notice_day(record.held_on)
        if record.is_yearly and ("is_yearly" in changes or record in session.new):
            self._settle_yearly(record)
        settle_meeting(session, record, self._store.clock)

    def _settle_yearly(self, record: Consultation) -> None:
        if not self._station.kind.has_deliberation_body:
            raise Refused("no_deliberation_body")
        if not record.heard:
            record.heard = bundled_yearly_rules().items(record.held_on)
            number_parts(record)

    def _last_notice_day(self, held_on: date) -> date | None:
        return last_notice_day(self._rule_book.load(), CONSULTATION_NOTICE, held_on)

    def _change(self, seen: Consultation, change: Change, reason: str = "") -> Consultation:
        if errors := text_problems("reason", reason, MOST_REASON, multiline=True):
            raise NotSaved(errors)
        with self._store.act(self._user, self._action, seen, reason=reason) as session:
            one = load_record(session, Consultation, seen.uid)
            refuse_stale("consultation", one, seen)
            change(session, one)
            if errors := [problem for problem in one.problems() if problem.is_error]:
                raise NotSaved(errors)
        return one


def refuse_signed(session: Session, consultation: UUID) -> Consultation:
    """Return the meeting that something belongs to, without its parts: it is asked at every save.

    Refused meeting_signed, meeting_cancelled, and already_withdrawn where it is; NotFound.
    """
    one = refuse_closed(session, consultation)
    if one.state is State.SIGNED:
        raise Refused("meeting_signed")
    return one


def refuse_closed(session: Session, consultation: UUID) -> Consultation:
    """Return the meeting in which something still goes its way, a signed one too.

    Refused meeting_cancelled, and already_withdrawn where it is; NotFound.
    """
    one = session.scalar(select(Consultation).where(Consultation.uid == consultation))
    if one is None:
        raise NotFound("consultation", str(consultation))
    if one.state is State.CANCELLED:
        raise Refused("meeting_cancelled")
    if one.withdrawn_at is not None:
        raise Refused("already_withdrawn")
    return one


def _refuse_unless(one: Consultation, *states: State) -> None:
    if one.withdrawn_at is not None:
        raise Refused("already_withdrawn")
    if one.state not in states:
        raise Refused("meeting_stands_elsewhere", state=one.state)


def _given(reason: str) -> str:
    if not reason.strip():
        raise Refused("reason_missing")
    return reason
