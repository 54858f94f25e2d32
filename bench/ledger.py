"""来访登记簿 with 100,000 visits: the vector of keys once, and fifty rows anywhere in it.

The floor is the same SQL through the driver alone, on the same encrypted file, without making words
of what it gives.
"""

import random
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from bench.harness import Figure, compare, show
from liaison_desktop.desk.ledgers import LedgerDesk
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.base import Base
from liaison_desktop.model.ledger import Chosen
from liaison_desktop.model.ledgers import VISITS as REGISTER
from liaison_desktop.model.ledgers import VisitRow
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.user import User
from liaison_desktop.model.words import (
    CATEGORIES,
    Channel,
    Disclosure,
    Handling,
    MatterState,
    Owner,
    Urgency,
)
from liaison_desktop.store.driver import Connection, open_file
from liaison_desktop.store.homes import file_key
from liaison_desktop.store.store import Store
from tests.builders import NOON, STATION_UID, a_station
from tests.store.a_home import DATA_KEY, make_home, user_of

VISITS = 100_000
PAGE = 50
CHUNK = 5_000

Row = dict[str, Any]


def fill(store: Store, clerk: User, visits: int = VISITS) -> None:
    """Write so many visits in bulk, each with a visitor, a receiver and a matter."""
    for first in range(0, visits, CHUNK):
        with store.act(clerk, Action.REGISTER_VISIT) as session:
            rows = [_visit(n) for n in range(first, first + CHUNK)]
            _insert(session, "visit", rows)
            _insert(session, "visitor", (_visitor(n) for n in range(first, first + CHUNK)))
            _insert(session, "receiver", (_receiver(n) for n in range(first, first + CHUNK)))
            matters = (_matter(n, visit) for n, visit in enumerate(rows, first))
            _insert(session, "matter", matters)


def _insert(session: Session, table: str, rows: Sequence[Row] | Iterator[Row]) -> None:
    session.execute(insert(Base.metadata.tables[table]), list(rows))


def _visit(n: int) -> Row:
    late = n * 7919 % 30 if n % 10 == 0 else 0  # each tenth is a 补录 of the last thirty days
    at = NOON - timedelta(minutes=5 * (VISITS - n), days=late)
    return {
        "id": n + 1,
        "uid": new_uid(NOON),
        "station_uid": STATION_UID,
        "owner": Owner.STATION,
        "number": f"QHJD-L-2026-{n:06d}-K",
        "channel": list(Channel)[n % 5],
        "received_at": at,
        "received_on": at.date(),
        "registered_at": NOON,
        "is_late_entry": False,
        "place": "接待室",
        "headcount": 1 + n % 3,
        "may_publish_name": False,
        "may_call_back": True,
        "notice_version": "2026-1",
        "recorder": "",
        "is_incomplete": n % 20 == 0,
    }


def _visitor(n: int) -> Row:
    texts = ("address", "birth_ym", "id_no", "occupation", "constituency", "guardian")
    named = {"name": f"李桂芳{n % 997}", "phone": f"1380000{n % 10_000:04d}"}
    return {"visit_id": n + 1, "position": 0, "is_anonymous": False, **named} | dict.fromkeys(
        texts, ""
    )


def _receiver(n: int) -> Row:
    return {"visit_id": n + 1, "position": 0, "name": "王建国"}


def _matter(n: int, visit: Row) -> Row:
    texts = ("request", "cause", "place_of_issue", "onsite_reply", "deputy_opinion")
    return {
        "uid": new_uid(NOON),
        "station_uid": STATION_UID,
        "owner": Owner.STATION,
        "number": f"{visit['number']}-1",
        "visit_uid": visit["uid"],
        "title": "小区门口的路灯不亮",
        "place_in_visit": 1,
        "statement": "小区门口的路灯坏了三个月，晚上老人出门看不清路，请尽快修好。" * 3,
        "category": CATEGORIES[n % len(CATEGORIES)],
        "people_involved": 1,
        "urgency": Urgency.NORMAL,
        "disclosure": Disclosure.RESTRICTED,
        "handling": Handling.TO_HANDLE,
        "state": MatterState.REGISTERED,
        "may_pass_name": False,
        "head_opinion": "",
        "remark": "",
        "is_incomplete": False,
    } | dict.fromkeys(texts, "")


def rows_by_hand(raw: Connection, ids: Sequence[int]) -> list[tuple[Any, ...]]:
    """Return the same values for these visits by the driver alone."""
    return _by_hand(raw, (_VISITS, *_PARTS), ids)


def matters_by_hand(raw: Connection, ids: Sequence[int]) -> list[tuple[Any, ...]]:
    """Return the values for these matters by the driver alone."""
    return _by_hand(raw, _MATTERS, ids)


def people_by_hand(raw: Connection, ids: Sequence[int]) -> list[tuple[Any, ...]]:
    """Return the values for these people by the driver alone."""
    return _by_hand(raw, _PEOPLE, ids)


def _by_hand(raw: Connection, queries: Sequence[str], ids: Sequence[int]) -> list[tuple[Any, ...]]:
    marks = ", ".join("?" * len(ids))
    found = [raw.execute(query.format(marks), list(ids)).fetchall() for query in queries]
    return [row for rows in found for row in rows]


_VISITS = (
    "SELECT id, number, channel, received_at, headcount, is_incomplete,"
    " withdrawn_at IS NOT NULL FROM visit WHERE id IN ({})"
)
_PARTS = (
    "SELECT visit_id, name, is_anonymous, phone FROM visitor WHERE visit_id IN ({})"
    " ORDER BY visit_id, position",
    "SELECT visit_id, name FROM receiver WHERE visit_id IN ({}) ORDER BY visit_id, position",
    "SELECT visit.id, title, category, handling, guided_to, state, matter.is_incomplete"
    " FROM visit, matter WHERE visit.id IN ({}) AND visit_uid = visit.uid"
    " AND matter.withdrawn_at IS NULL ORDER BY visit.id, place_in_visit",
)
_MATTERS = (
    "SELECT * FROM matter, visit WHERE matter.id IN ({}) AND visit.uid = visit_uid",
    "SELECT matter.id, name, phone FROM matter, visit, visitor WHERE matter.id IN ({})"
    " AND visit.uid = visit_uid AND visit_id = visit.id ORDER BY matter.id, visitor.position",
    "SELECT matter.id, name FROM matter, visit, receiver WHERE matter.id IN ({})"
    " AND visit.uid = visit_uid AND visit_id = visit.id ORDER BY matter.id, receiver.position",
    "SELECT * FROM deadline WHERE matter_id IN ({}) ORDER BY matter_id, position",
)
_PEOPLE = (
    "SELECT * FROM person WHERE id IN ({})",
    "SELECT person.id, count(DISTINCT visit.id), max(received_on) FROM person, visitor, visit"
    " WHERE person.id IN ({}) AND person_uid = person.uid AND visit.id = visit_id"
    " AND visit.withdrawn_at IS NULL GROUP BY person.id",
)
_IDS = "SELECT id FROM visit WHERE withdrawn_at IS NULL ORDER BY received_at DESC, id DESC"


def figures(ledgers: LedgerDesk[VisitRow], raw: Connection) -> list[Figure]:
    """Return the figures of a full register."""
    ids = ledgers.find_ids()
    if len(ids) != VISITS:
        raise SystemExit(f"{len(ids)} visits instead of {VISITS}")
    return [
        compare(
            "keys of 100,000 visits, once",
            ours=ledgers.find_ids,
            floor=lambda: raw.execute(_IDS).fetchall(),
            rounds=11,
            most=3.0,
        ),
        compare(
            "the first page of 50",
            ours=lambda: ledgers.rows(ids[:PAGE]),
            floor=lambda: rows_by_hand(raw, ids[:PAGE]),
            rounds=200,
            most_ms_p95=5.0,
        ),
        compare(
            "50 rows anywhere",
            ours=_each(ids, ledgers.rows),
            floor=_each(ids, lambda page: rows_by_hand(raw, page)),
            rounds=400,
            most_ms_p95=5.0,
        ),
        compare(
            "keys by a part of a name",
            ours=lambda: ledgers.find_ids(Chosen(text="李桂芳99")),
            rounds=5,
        ),
    ]


def _each(ids: Sequence[int], work: Callable[[Sequence[int]], object]) -> Callable[[], object]:
    """Return what does the work for a page anywhere, at other places each time it is called."""
    chance = random.Random(1)  # noqa: S311 - places to jump to, no secrets

    def jump() -> object:
        at = chance.randrange(len(ids) - PAGE)
        return work(ids[at : at + PAGE])

    return jump


def main() -> int:
    """Print the figures; 1 where a limit was not kept."""
    with tempfile.TemporaryDirectory(dir=Path.home()) as folder:
        home = make_home(Path(folder) / "home")
        store = Store.open(home, DATA_KEY, lambda: NOON)
        clerk = user_of(store, "wang")
        fill(store, clerk)
        raw = open_file(home.database, file_key(DATA_KEY))
        found = figures(LedgerDesk(REGISTER, store, clerk, a_station()), raw)
        raw.close()
        store.close()
    return show(found)


if __name__ == "__main__":
    sys.exit(main())
