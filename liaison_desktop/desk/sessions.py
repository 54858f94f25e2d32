"""代表接待日 — planned, moved, called off, opened, signed in for, closed, and opened again."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from liaison_desktop.desk.change_notices import (
    is_announced,
    prepared,
    standing_notices,
    tell_of_change,
)
from liaison_desktop.desk.correcting import (
    MOST_REASON,
    correct_record,
    load_record,
    refuse_stale,
)
from liaison_desktop.desk.deputies import link_names
from liaison_desktop.desk.journal import settle_journal
from liaison_desktop.desk.roll import Roll, number_parts
from liaison_desktop.model.announced import announced
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.duty_entry import DutyEntry
from liaison_desktop.model.faults import NotSaved, Problem, ProblemCode, Refused
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.notice import Notice
from liaison_desktop.model.reception_session import ReceptionSession, RotaSlot
from liaison_desktop.model.schedule_words import DutyKind, NoticeKind, Presence, SessionState
from liaison_desktop.model.texts import text_problems
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.user import User
from liaison_desktop.model.visit import Visit
from liaison_desktop.model.words import Channel, tr
from liaison_desktop.store.store import Store
from liaison_desktop.store.wholes import whole

Change = Callable[[Session, ReceptionSession], object]

REOPENED = tr("重新打开接待日")


@dataclass(frozen=True)
class DayCounts:
    """What was registered on a reception day: visits, people who came, matters."""

    visits: int
    visitors: int
    matters: int


class Sessions(Roll[ReceptionSession]):
    """Verbs of the reception days."""

    def __init__(self, store: Store, user: User) -> None:
        super().__init__(store, user, ReceptionSession, Action.KEEP_SCHEDULE)

    def find_between(self, first: date, last: date) -> list[ReceptionSession]:
        """Return the sessions held from a day to a day, both with, in their order."""
        held = ReceptionSession.held_on
        found = self.find(held >= first, held <= last)
        return sorted(found, key=lambda one: (one.held_on, one.starts, one.id))

    def notices_of(self, session: ReceptionSession) -> list[Notice]:
        """Return the notices of a session that are not withdrawn, oldest first."""
        with self._store.read() as reading:
            return standing_notices(reading, session.uid)

    def move(self, seen: ReceptionSession, day: date, reason: str = "") -> ReceptionSession:
        """Return the session held on another day (改期); its notice is due as long before it.

        Where one was posted already, the 改期公告 is prepared in the same act, and needs `reason`.
        Refused session_over for one that is open, closed or cancelled.
        """

        def change(_session: Session, one: ReceptionSession) -> None:
            _hold_on(one, day)

        return self._change(seen, change, Action.KEEP_SCHEDULE, reason)

    def correct(
        self, seen: ReceptionSession, changes: Mapping[str, object], reason: str = ""
    ) -> ReceptionSession:
        """Return the corrected session; another day among the changes is a move, as in `move`.

        Other hours, another place or other deputies than those that were posted are told by a
        变更公告 of the same act, which needs `reason`.
        """
        others = {name: value for name, value in changes.items() if name != "held_on"}
        day, before = changes.get("held_on", seen.held_on), announced(self.load(seen.uid))

        def settle(session: Session, one: ReceptionSession) -> None:
            self.settle(session, one, changes)
            if isinstance(day, date) and day != seen.held_on:
                _hold_on(one, day)
            tell_of_change(session, one, before, reason, self._store.clock)

        return correct_record(
            self._store, self._user, self._action, seen, others, reason=reason, settle=settle
        )

    def seat(self, seen: ReceptionSession, name: str, reason: str = "") -> ReceptionSession:
        """Return the session with one deputy more, as a person chose him; NotSaved for one twice.

        His level is the highest at which he is in office on the day. `reason` as in `correct`.
        """

        def change(session: Session, one: ReceptionSession) -> None:
            _refuse_unless(one, SessionState.PLANNED, SessionState.OPEN)
            one.slots.append(RotaSlot(name=name.strip(), is_fixed=True))
            number_parts(one)
            link_names(session, one)

        return self._change(seen, change, Action.KEEP_SCHEDULE, reason)

    def cancel(self, seen: ReceptionSession, reason: str) -> ReceptionSession:
        """Return the session cancelled; where it was announced, the 取消公告 is prepared."""

        def change(session: Session, one: ReceptionSession) -> None:
            _refuse_unless(one, SessionState.PLANNED)
            one.state = SessionState.CANCELLED
            if is_announced(session, one):
                told = prepared(one, NoticeKind.CANCEL, reason, self._store.clock())
                told.former_on = one.held_on
                _refuse_errors(told.problems())
                session.add(told)

        return self._change(seen, change, Action.KEEP_SCHEDULE, _given(reason))

    def restore(self, seen: ReceptionSession) -> ReceptionSession:
        """Return a cancelled session to the plan."""

        def change(_session: Session, one: ReceptionSession) -> None:
            _refuse_unless(one, SessionState.CANCELLED)
            one.state = SessionState.PLANNED

        return self._change(seen, change, Action.KEEP_SCHEDULE)

    def swap(
        self,
        seen: ReceptionSession,
        place: int,
        other: ReceptionSession,
        other_place: int,
        reason: str,
    ) -> list[ReceptionSession]:
        """Return both sessions with two deputies in each other's place (换班), in one act."""
        _given(reason)
        with self._store.act(self._user, Action.KEEP_SCHEDULE, reason=reason) as session:
            both = [load_record(session, ReceptionSession, one.uid) for one in (seen, other)]
            for one, as_seen in zip(both, (seen, other), strict=True):
                refuse_stale("reception_session", one, as_seen)
                _refuse_unless(one, SessionState.PLANNED)
            before = [announced(one) for one in both]
            first, second = both[0].slots[place], both[1].slots[other_place]
            for field in ("name", "deputy_uid", "level"):
                mine, his = getattr(first, field), getattr(second, field)
                setattr(first, field, his)
                setattr(second, field, mine)
            for slot in (first, second):
                slot.is_fixed, slot.why, slot.change_reason = True, "", reason
            for one, former in zip(both, before, strict=True):
                _refuse_errors(one.problems())
                tell_of_change(session, one, former, reason, self._store.clock)
        return both

    def substitute(
        self, seen: ReceptionSession, place: int, by: str, reason: str, presence: Presence
    ) -> ReceptionSession:
        """Return the session with `by` standing in for a deputy (顶班), who stays in the list.

        `presence` says how the deputy is missing; before the day it is his leave.
        """

        def change(session: Session, one: ReceptionSession) -> None:
            _refuse_unless(one, SessionState.PLANNED, SessionState.OPEN)
            slot = one.slots[place]
            slot.presence, slot.change_reason = presence, reason
            stand_in = RotaSlot(
                name=by.strip(),
                slot_role=slot.slot_role,
                stands_in_for=slot.name,
                change_reason=reason,
                is_fixed=True,
            )
            one.slots.append(stand_in)
            number_parts(one)
            link_names(session, one)

        return self._change(seen, change, Action.KEEP_SCHEDULE, _given(reason))

    def open(self, seen: ReceptionSession) -> ReceptionSession:
        """Return the session opened, by the clock."""

        def change(_session: Session, one: ReceptionSession) -> None:
            _refuse_unless(one, SessionState.PLANNED)
            one.state, one.opened_at = SessionState.OPEN, self._store.clock()

        return self._change(seen, change, Action.HOLD_SESSION)

    def sign_in(
        self, seen: ReceptionSession, presences: Mapping[int, Presence | None]
    ) -> ReceptionSession:
        """Return the session with who came and who did not, by the place of the slot.

        The clock says when somebody signed in.
        """

        def change(_session: Session, one: ReceptionSession) -> None:
            _refuse_unless(one, SessionState.OPEN)
            for place, presence in presences.items():
                slot = one.slots[place]
                slot.presence = presence
                came = presence is Presence.PRESENT
                slot.signed_at = (slot.signed_at or self._store.clock()) if came else None

        return self._change(seen, change, Action.HOLD_SESSION)

    def close(self, seen: ReceptionSession, summary: str = "") -> ReceptionSession:
        """Return the session closed; each deputy who came has exactly one entry of the journal.

        NotSaved where it is not said of everybody whether he came.
        """

        def change(session: Session, one: ReceptionSession) -> None:
            _refuse_unless(one, SessionState.OPEN)
            _refuse_errors(
                Problem(f"slots.{place}.presence", ProblemCode.MISSING)
                for place, slot in enumerate(one.slots)
                if slot.presence is None
            )
            one.state, one.closed_at = SessionState.CLOSED, self._store.clock()
            one.closings += 1
            one.summary = summary or one.summary
            here = [slot for slot in one.slots if slot.presence is Presence.PRESENT]
            settle_journal(
                session, one, [self._duty(one, slot) for slot in here], self._store.clock
            )

        return self._change(seen, change, Action.HOLD_SESSION)

    def reopen(self, seen: ReceptionSession, reason: str) -> ReceptionSession:
        """Return a closed session opened again; its entries of the journal are withdrawn."""

        def change(session: Session, one: ReceptionSession) -> None:
            _refuse_unless(one, SessionState.CLOSED)
            one.state, one.closed_at = SessionState.OPEN, None
            settle_journal(session, one, [], self._store.clock, f"{REOPENED}：{reason}")

        return self._change(seen, change, Action.HOLD_SESSION, _given(reason))

    def count(self, seen: ReceptionSession) -> DayCounts:
        """Return what was registered of the visits to the station on the day of a session.

        A late entry counts on the day it was received.
        """
        is_counted = _received_on(seen.held_on)
        totals = select(func.count(Visit.id), func.coalesce(func.sum(Visit.headcount), 0))
        matters = (
            select(func.count(Matter.id))
            .join(Visit, Visit.uid == Matter.visit_uid)
            .where(*is_counted, Matter.withdrawn_at.is_(None))
        )
        with self._store.read() as session:
            visits, visitors = session.execute(totals.where(*is_counted)).one()
            return DayCounts(visits, visitors, session.scalar(matters) or 0)

    def visits_of(self, seen: ReceptionSession) -> list[Visit]:
        """Return those visits, whole, in the order they were received."""
        query = whole(Visit).where(*_received_on(seen.held_on))
        with self._store.read() as session:
            return list(session.scalars(query.order_by(Visit.received_at, Visit.id)))

    def matters_of(self, seen: ReceptionSession) -> list[Matter]:
        """Return the matters that were registered of these visits, in the order they came."""
        query = (
            select(Matter)
            .join(Visit, Visit.uid == Matter.visit_uid)
            .where(*_received_on(seen.held_on), Matter.withdrawn_at.is_(None))
            .order_by(Visit.received_at, Visit.id, Matter.place_in_visit)
        )
        with self._store.read() as session:
            return list(session.scalars(query))

    def _change(
        self, seen: ReceptionSession, change: Change, action: Action, reason: str = ""
    ) -> ReceptionSession:
        _refuse_errors(text_problems("reason", reason, MOST_REASON, multiline=True))
        with self._store.act(self._user, action, seen, reason=reason) as session:
            one = load_record(session, ReceptionSession, seen.uid)
            refuse_stale("reception_session", one, seen)
            before = announced(one)
            change(session, one)
            _refuse_errors(one.problems())
            tell_of_change(session, one, before, reason, self._store.clock)
        return one

    def _duty(self, one: ReceptionSession, slot: RotaSlot) -> DutyEntry:
        return DutyEntry(
            uid=new_uid(self._store.clock()),
            station_uid=one.station_uid,
            deputy_uid=slot.deputy_uid,
            deputy_name=slot.name,
            kind=DutyKind.RECEPTION,
            done_on=one.held_on,
            title=one.theme or tr("代表接待日"),
            place=one.place,
            source_kind="reception_session",
            source_uid=one.uid,
        )


def _received_on(day: date) -> tuple[ColumnElement[bool], ...]:
    return (
        Visit.received_on == day,
        Visit.channel == Channel.VISIT,
        Visit.withdrawn_at.is_(None),
    )


def _hold_on(one: ReceptionSession, day: date) -> None:
    """Move a session to a day, with the day its notice is due."""
    _refuse_unless(one, SessionState.PLANNED)
    if one.notice_by is not None:
        one.notice_by += day - one.held_on
    one.held_on = day


def _refuse_unless(one: ReceptionSession, *states: SessionState) -> None:
    if one.withdrawn_at is not None:
        raise Refused("already_withdrawn")
    if one.state not in states:
        raise Refused("session_state", state=one.state.value)


def _given(reason: str) -> str:
    if not reason.strip():
        raise Refused("reason_missing")
    return reason


def _refuse_errors(problems: Iterable[Problem]) -> None:
    errors = [problem for problem in problems if problem.is_error]
    if errors:
        raise NotSaved(errors)
