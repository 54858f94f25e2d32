"""办理清单 — the matters of each list, the nearest day first, and how many there are."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy.orm import Session

from liaison_desktop.desk.settings import load_default_route
from liaison_desktop.model.ledger import Term, Viewer
from liaison_desktop.model.masking import mask_name
from liaison_desktop.model.times import business_day
from liaison_desktop.model.user import User
from liaison_desktop.model.words import MatterState, Route, Urgency
from liaison_desktop.model.work_lists import WORK_LISTS, Work, days_of
from liaison_desktop.store.engine import driver_of
from liaison_desktop.store.store import Store

ANONYMOUS = Term("匿名")
MOST_IN_A_LIST = 1000
"""Where counting a list stops: eight of them are counted whenever the page comes in front."""

SHOWN = 50
"""Matters of a list that are read at once."""


class Suggestion(NamedTuple):
    """What a clerk suggests to the head: the route, the station's usual one at least, the unit."""

    route: Route
    unit_name: str = ""


@dataclass(frozen=True)
class WorkRow:
    """One matter of a list; `names` are masked for who may not read them."""

    uid: UUID
    number: str
    title: str
    state: MatterState
    urgency: Urgency
    unit_name: str
    due_on: date | None
    is_tentative: bool
    chases: int
    received_on: date
    names: tuple[str, ...]
    suggested: Suggestion | None = None
    """What the head is asked to decide; None once he has."""


_FROM = (
    "FROM matter m CROSS JOIN visit v ON v.uid = m.visit_uid"
    " WHERE m.withdrawn_at IS NULL AND v.withdrawn_at IS NULL"
)
_ROWS = """
    SELECT m.uid, m.number, m.title, m.state, m.urgency, m.unit_name, m.due_on,
        m.is_due_tentative, m.chases, v.received_on, (
            SELECT json_group_array(iif(w.is_anonymous, NULL, w.name)) FROM
            (SELECT name, is_anonymous FROM visitor WHERE visit_id = v.id ORDER BY position) w
        ), (
            SELECT json_array(s.route, s.unit_name) FROM step s WHERE s.matter_uid = m.uid
            AND s.move = 'submit' AND s.withdrawn_at IS NULL ORDER BY s.id DESC LIMIT 1
        )
    FROM json_each(?) asked CROSS JOIN matter m ON m.id = asked.value
    CROSS JOIN visit v ON v.uid = m.visit_uid
    ORDER BY asked.key
"""
Bounds = list[Any]


class WorkLists:
    """The lists of 意见办理."""

    def __init__(self, store: Store, user: User) -> None:
        self._store, self._user = store, user

    def find(self, work: Work, limit: int = SHOWN) -> list[WorkRow]:
        """Return the matters of a list, the nearest day first."""
        day = business_day(self._store.clock())
        viewer = Viewer.of(self._user.roles_on(day))
        with self._store.read() as session:
            keys = find_work_keys(session, work, day, limit)
            return _tell(session, keys, viewer)

    def count(self, work: Work) -> int:
        """Return how many a list holds, as far as anybody wants to know."""
        with self._store.read() as session:
            return count_work(session, work, business_day(self._store.clock()))

    def count_all(self) -> dict[Work, int]:
        """Return how many each list holds, all of one moment."""
        day = business_day(self._store.clock())
        with self._store.read() as session:
            return {work: count_work(session, work, day) for work in Work}


def find_work_keys(session: Session, work: Work, today: date, limit: int) -> list[int]:
    """Return the keys of the matters of a list, the nearest day first.

    State by state, because only so does the index give them in the order of their days.
    """
    branches, values = _branches(work, today, f"ORDER BY m.due_on, m.id LIMIT {limit:d}")
    sql = f"SELECT id FROM ({' UNION ALL '.join(branches)}) ORDER BY due_on, id LIMIT {limit:d}"  # noqa: S608 - names of our own
    return [row[0] for row in driver_of(session).execute(sql, values)]


def count_work(session: Session, work: Work, today: date) -> int:
    """Return how many matters a list holds, at most MOST_IN_A_LIST."""
    branches, values = _branches(work, today, f"LIMIT {MOST_IN_A_LIST:d}")
    sql = f"SELECT count(*) FROM ({' UNION ALL '.join(branches)} LIMIT {MOST_IN_A_LIST:d})"  # noqa: S608 - as above
    return int(driver_of(session).execute(sql, values).fetchone()[0])


def _branches(work: Work, today: date, end: str) -> tuple[list[str], Bounds]:
    first, last = days_of(work, today)
    bounds, days = "", []
    for sign, day in ((">=", first), ("<=", last)):
        if day is not None:
            bounds += f" AND m.due_on {sign} ?"
            days.append(day.isoformat())
    one = WORK_LISTS[work]
    if one.flag:
        bounds += f" AND m.{one.flag} = 1"
    if one.is_by_day or one.flag:
        return [f"SELECT * FROM (SELECT m.id, m.due_on {_FROM}{bounds} {end})"], days  # noqa: S608 - as above
    states = sorted(one.states)
    branch = f"SELECT * FROM (SELECT m.id, m.due_on {_FROM} AND m.state = ?{bounds} {end})"  # noqa: S608 - as above
    return [branch] * len(states), [value for state in states for value in (state, *days)]


def _tell(session: Session, keys: Sequence[int], viewer: Viewer) -> list[WorkRow]:
    rows = driver_of(session).execute(_ROWS, (json.dumps(keys),)).fetchall() if keys else []
    show = str if viewer.sees_names else mask_name
    usual = load_default_route(session)
    return [_row(row, show, usual) for row in rows]


def _row(row: tuple[Any, ...], show: Callable[[str], str], usual: Route) -> WorkRow:
    uid, number, title, state, urgency, unit, due, is_tentative, chases, received, *told = row
    names, submitted = told
    return WorkRow(
        UUID(bytes=uid),
        number,
        title,
        MatterState(state),
        Urgency(urgency),
        unit,
        due and date.fromisoformat(due),
        bool(is_tentative),
        chases,
        date.fromisoformat(received),
        tuple(ANONYMOUS if name is None else show(name) for name in json.loads(names)),
        _suggested(MatterState(state), submitted, usual),
    )


def _suggested(state: MatterState, submitted: str | None, usual: Route) -> Suggestion | None:
    if state not in WORK_LISTS[Work.TO_SCREEN].states:
        return None
    route, unit = json.loads(submitted) if submitted else (None, "")
    return Suggestion(Route(route) if route else usual, unit)
