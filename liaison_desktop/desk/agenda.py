"""日程 — what takes place from a day to a day, with whom, who is on leave, and the roster.

Read in few statements of plain rows: the calendar asks for a month at every press of a key.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from liaison_desktop.desk.rules import RuleBook
from liaison_desktop.model.conflicts import Absence, Appointment, Circumstances, Link, Who
from liaison_desktop.model.consultation_words import ConsultationState
from liaison_desktop.model.deputy import Mandate
from liaison_desktop.model.ledger import Viewer
from liaison_desktop.model.masking import mask_name
from liaison_desktop.model.schedule_words import ActivityState, SessionState
from liaison_desktop.model.times import business_day
from liaison_desktop.model.user import User
from liaison_desktop.model.words import MandateLevel, MandateState
from liaison_desktop.store.engine import driver_of
from liaison_desktop.store.store import Store

SESSION, VISIT, ACTIVITY = "reception_session", "field_visit", "group_activity"
MEETING = "consultation"
Row = tuple[Any, ...]
State = SessionState | ActivityState | ConsultationState

OVER = frozenset(
    {
        SessionState.CLOSED,
        ActivityState.DONE,
        ConsultationState.READY,
        ConsultationState.SIGNED,
    }
)
CALLED_OFF = frozenset(
    {SessionState.CANCELLED, ActivityState.CANCELLED, ConsultationState.CANCELLED}
)


@dataclass(frozen=True)
class AgendaRow:
    """One reception day, field visit, activity or meeting; `rev` is the version that was read.

    `title` is the theme, the topic or the name of the meeting. `is_posted` where a notice of the
    session hangs out.
    """

    link: Link
    rev: int
    day: date
    starts: str
    ends: str
    place: str
    title: str
    state: State
    people: tuple[Who, ...]
    planned_on: date | None = None
    is_tentative: bool = False
    is_posted: bool = False

    @property
    def kind(self) -> str:
        """Which kind of record it is."""
        return self.link[0]

    @property
    def uid(self) -> UUID:
        """Which record it is."""
        return self.link[1]

    @property
    def may_move(self) -> bool:
        """Whether it is still to come: nothing moves what was begun, held or called off."""
        planned = {SessionState.PLANNED, ActivityState.PLANNED, ConsultationState.PLANNED}
        return self.state in planned

    @property
    def takes_place(self) -> bool:
        """Whether it was not called off."""
        return self.state not in CALLED_OFF

    def appointment(self, day: date | None = None) -> Appointment:
        """Return what can stand in another's way, on another day where one is given."""
        on = day or self.day
        return Appointment(self.link, on, self.starts, self.ends, self.place, self.people)


@dataclass(frozen=True)
class AgendaDeputy:
    """One of the roster, with his mandates."""

    who: Who
    mandates: tuple[Mandate, ...]


@dataclass(frozen=True)
class Duties:
    """How often somebody receives and visits."""

    receptions: int = 0
    visits: int = 0


@dataclass(frozen=True)
class Usual:
    """What the latest reception day had, for the next one to begin with."""

    starts: str = "09:00"
    ends: str = "11:00"
    place: str = ""
    contact: str = ""
    contact_phone: str = ""


@dataclass(frozen=True)
class AgendaDays:
    """What was read, for the days from `first` to `last`, both with."""

    first: date
    last: date
    rows: tuple[AgendaRow, ...]
    deputies: tuple[AgendaDeputy, ...]
    circumstances: Circumstances
    usual: Usual


class Agenda:
    """Reads of the schedule."""

    def __init__(self, store: Store, user: User, rule_book: RuleBook) -> None:
        self._store, self._user, self._rule_book = store, user, rule_book

    def between(self, first: date, last: date) -> AgendaDays:
        """Return all that takes place, in its order; names of voters are masked for most users."""
        viewer = Viewer.of(self._user.roles_on(business_day(self._store.clock())))
        calendar = self._rule_book.load().calendar
        span = (first.isoformat(), last.isoformat())
        with self._store.read() as session:
            rows = [*_sessions(session, span), *_activities(session, span)]
            rows += _visits(session, span, viewer)
            rows += _meetings(session, span)
            deputies = _deputies(session)
            absences = _absences(session, span)
            usual = _usual(session)
        rows.sort(key=lambda row: (row.day, row.starts))
        mandates = {one.who.uid: one.mandates for one in deputies if one.who.uid}
        known = Circumstances(calendar, mandates, absences)
        return AgendaDays(first, last, tuple(rows), deputies, known, usual)


def count_duties(rows: Iterable[AgendaRow], who: Who, first: date, last: date) -> Duties:
    """Return how often he receives and visits from a day to a day; what was called off is not."""
    his = Duties()
    for row in rows:
        if first <= row.day <= last and row.takes_place and any(map(who.is_same, row.people)):
            if row.kind == SESSION:
                his = replace(his, receptions=his.receptions + 1)
            elif row.kind == VISIT:
                his = replace(his, visits=his.visits + 1)
    return his


_PEOPLE = """
    (SELECT json_group_array(json_array(p.name, hex(p.deputy_uid))) FROM
    (SELECT name, deputy_uid FROM {part} WHERE {root}_id = r.id {come} ORDER BY position) p)
"""
_COME = "AND (presence IS NULL OR presence = 'present')"
"""Who is missing stays in the list of a session, and another stands in for him."""

_FROM = "FROM {root} r WHERE r.withdrawn_at IS NULL AND r.{day} BETWEEN ? AND ?"


def _query(columns: str, root: str, day: str, part: str, come: str = "") -> str:
    people = _PEOPLE.format(part=part, root=root, come=come)
    common = f"r.uid, r.rev, r.{day}, r.starts, r.ends, r.place, r.state"
    return f"SELECT {common}, {people}, {columns} {_FROM.format(root=root, day=day)}"


_SESSIONS = _query(
    "r.theme, r.planned_on, r.is_tentative, EXISTS (SELECT 1 FROM notice n WHERE"
    " n.session_uid = r.uid AND n.posted_on IS NOT NULL AND n.withdrawn_at IS NULL)",
    SESSION,
    "held_on",
    "rota_slot",
    _COME,
)
_VISITS = _query("r.visited_name", VISIT, "visited_on", "visiting_deputy")
_ACTIVITIES = _query("r.topic", ACTIVITY, "held_on", "attendance", _COME)
_MEETINGS = f"""
    SELECT r.uid, r.rev, r.held_on, r.starts, r.ends, r.place, r.state,
    (SELECT json_group_array(json_array(p.name, hex(p.deputy_uid))) FROM
    (SELECT name, deputy_uid FROM participant WHERE consultation_uid = r.uid
    AND deputy_uid IS NOT NULL AND withdrawn_at IS NULL {_COME} ORDER BY place, id) p),
    r.title, r.host {_FROM.format(root=MEETING, day="held_on")}
"""  # noqa: S608 - names of our own
"""Who comes to a meeting, as far as the roster knows him; the many others stand in its list."""

_DEPUTIES = """
    SELECT d.uid, d.name, m.level, m.state, m.valid_from, m.valid_to
    FROM deputy d LEFT JOIN mandate m ON m.deputy_id = d.id
    WHERE d.withdrawn_at IS NULL ORDER BY d.id, m.position
"""
_ABSENCES = """
    SELECT uid, deputy_uid, deputy_name, first_on, last_on FROM leave
    WHERE withdrawn_at IS NULL AND first_on <= ? AND last_on >= ?
"""
_USUAL = """
    SELECT starts, ends, place, contact, contact_phone FROM reception_session
    WHERE withdrawn_at IS NULL ORDER BY held_on DESC, id DESC LIMIT 1
"""


def _sessions(session: Session, span: Sequence[str]) -> list[AgendaRow]:
    found = []
    for *common, theme, planned, is_tentative, is_posted in _fetch(session, _SESSIONS, span):
        row = _row(SESSION, common, theme, SessionState)
        found.append(
            replace(
                row,
                planned_on=date.fromisoformat(planned),
                is_tentative=bool(is_tentative),
                is_posted=bool(is_posted),
            )
        )
    return found


def _visits(session: Session, span: Sequence[str], viewer: Viewer) -> list[AgendaRow]:
    """Return the field visits; one without a place is known by whom it goes to."""
    show = str if viewer.sees_names else mask_name
    found = []
    for *common, visited in _fetch(session, _VISITS, span):
        row = _row(VISIT, common, "", ActivityState)
        found.append(row if row.place.strip() else replace(row, title=show(visited)))
    return found


def _activities(session: Session, span: Sequence[str]) -> list[AgendaRow]:
    rows = _fetch(session, _ACTIVITIES, span)
    return [_row(ACTIVITY, common, topic, ActivityState) for *common, topic in rows]


def _meetings(session: Session, span: Sequence[str]) -> list[AgendaRow]:
    """Return the meetings; the host is among who comes, for he cannot be elsewhere."""
    found = []
    for *common, title, host in _fetch(session, _MEETINGS, span):
        row = _row(MEETING, common, title, ConsultationState)
        hosts = [Who(host)] if host.strip() else []
        others = [who for who in row.people if not any(map(who.is_same, hosts))]
        found.append(replace(row, people=(*hosts, *others)))
    return found


def _row(kind: str, common: Sequence[Any], title: str, states: type[State]) -> AgendaRow:
    uid, rev, day, starts, ends, place, state, people = common
    return AgendaRow(
        (kind, UUID(bytes=uid)),
        rev,
        date.fromisoformat(day),
        starts,
        ends,
        place,
        title,
        states(state),
        tuple(Who(name, UUID(key) if key else None) for name, key in json.loads(people)),
    )


def _deputies(session: Session) -> tuple[AgendaDeputy, ...]:
    found: dict[bytes, tuple[Who, list[Mandate]]] = {}
    for uid, name, level, state, first, last in _fetch(session, _DEPUTIES, ()):
        _who, mandates = found.setdefault(uid, (Who(name, UUID(bytes=uid)), []))
        if level is not None:
            mandates.append(
                Mandate(
                    level=MandateLevel(level),
                    state=MandateState(state),
                    valid_from=first and date.fromisoformat(first),
                    valid_to=last and date.fromisoformat(last),
                )
            )
    return tuple(AgendaDeputy(who, tuple(mandates)) for who, mandates in found.values())


def _absences(session: Session, span: Sequence[str]) -> list[Absence]:
    first, last = span
    return [
        Absence(
            ("leave", UUID(bytes=uid)),
            Who(name, UUID(bytes=deputy) if deputy else None),
            date.fromisoformat(begins),
            date.fromisoformat(ends),
        )
        for uid, deputy, name, begins, ends in _fetch(session, _ABSENCES, (last, first))
    ]


def _usual(session: Session) -> Usual:
    rows = _fetch(session, _USUAL, ())
    return Usual(*rows[0]) if rows else Usual()


def _fetch(session: Session, query: str, values: Sequence[str]) -> list[Row]:
    return list(driver_of(session).execute(query, tuple(values)).fetchall())
