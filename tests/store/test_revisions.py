"""Every column of every record, changed once: the old value stands in the revision's body."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Column, insert, inspect, select, text
from sqlalchemy.orm import Session, selectinload

from liaison_desktop.model.authorize import Action
from liaison_desktop.model.base import Instant, Part, Record, Uid, table_of
from liaison_desktop.model.deputy import Deputy
from liaison_desktop.model.every_record import AGGREGATES
from liaison_desktop.model.person import Person
from liaison_desktop.model.times import to_ms
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.unit import Unit
from liaison_desktop.model.user import User
from liaison_desktop.store.homes import Home
from liaison_desktop.store.revisions import revisions_of
from liaison_desktop.store.store import Store
from tests.builders import (
    NOON,
    STATION_UID,
    a_consultation,
    a_matter,
    a_participant,
    a_session,
    a_visit,
    a_visitor,
)
from tests.store.a_home import DATA_KEY, register, user_of

BOOKS = {"id", "uid", "incarnation", "rev", "changed_at", "act"}
Uids = dict[str, list[UUID]]


@dataclass(frozen=True)
class Case:
    """One column of a root, or of the part in one of its lists."""

    kind: str
    part: str
    column: str

    def __str__(self) -> str:
        return ".".join(filter(None, (self.kind, self.part, self.column)))


def mapped_of(kind: str, part: str) -> type[Record] | type[Part]:
    aggregate = AGGREGATES[kind]
    return aggregate.parts[part] if part else aggregate.root


def columns_of(kind: str, part: str) -> list[Column[Any]]:
    columns = table_of(mapped_of(kind, part)).columns
    books = BOOKS - {"uid"} if part else BOOKS
    return [column for column in columns if column.name not in books | {f"{kind}_id"}]


CASES = [
    Case(kind, part, column.name)
    for kind, aggregate in AGGREGATES.items()
    for part in ("", *aggregate.parts)
    for column in columns_of(kind, part)
]


def two_values(column: Column[Any], uids: Uids) -> tuple[Any, Any]:
    """Return two different values that the column can hold."""
    for key in column.foreign_keys:
        first, second = uids[key.column.table.name]
        return first, second
    if isinstance(column.type, Instant):
        return NOON, NOON + timedelta(hours=1)
    if isinstance(column.type, Uid):
        return new_uid(NOON), new_uid(NOON)
    words = getattr(column.type, "enum_class", None)
    if isinstance(words, type) and issubclass(words, Enum):
        first, second, *_ = words
        return first, second
    found: dict[type, tuple[Any, Any]] = {
        str: ("甲", "乙"),
        int: (3, 4),
        bool: (True, False),
        date: (date(2026, 1, 2), date(2026, 3, 4)),
    }
    return found[column.type.python_type]


def stored(value: Any) -> Any:
    """Return a value as a body holds it."""
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, datetime):
        return to_ms(value)
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def make_others(session: Session) -> Uids:
    """Add two of each kind that another refers to, and return their uids."""
    people = [Person(uid=new_uid(NOON), station_uid=STATION_UID, name=name) for name in "甲乙"]
    deputies = [Deputy(uid=new_uid(NOON), station_uid=STATION_UID, name=name) for name in "甲乙"]
    visits = [a_visit(matters=[]) for _ in "甲乙"]
    for place, visit in enumerate(visits):
        visit.number = f"other-{place}"
    matters = [a_matter() for _ in "甲乙"]
    for visit, matter in zip(visits, matters, strict=True):
        visit.matters.append(matter)
        matter.number = f"{visit.number}-1"
    sessions = [a_session() for _ in "甲乙"]
    units = [Unit(uid=new_uid(NOON), station_uid=STATION_UID, name=name) for name in "甲乙"]
    meetings = [a_consultation() for _ in "甲乙"]
    for place, meeting in enumerate(meetings):
        meeting.number = f"other-meeting-{place}"
    participants = [a_participant(meeting) for meeting in meetings]
    session.add_all([*people, *deputies, *visits, *sessions, *units, *meetings, *participants])
    session.flush()
    groups: dict[str, list[Any]] = {
        "person": people,
        "deputy": deputies,
        "reception_session": sessions,
        "visit": visits,
        "matter": matters,
        "unit": units,
        "consultation": meetings,
        "participant": participants,
    }
    return {kind: [record.uid for record in records] for kind, records in groups.items()}


def make_whole(session: Session, kind: str, uids: Uids) -> UUID:
    """Add a record with every column set and one part of each sort; return its uid."""
    uid = new_uid(NOON)
    first = {column.name: two_values(column, uids)[0] for column in columns_of(kind, "")}
    table = table_of(AGGREGATES[kind].root)
    root = session.execute(insert(table).values(uid=uid, **first)).inserted_primary_key
    for part in AGGREGATES[kind].parts:
        values = {column.name: two_values(column, uids)[0] for column in columns_of(kind, part)}
        child = table_of(mapped_of(kind, part))
        session.execute(insert(child).values({f"{kind}_id": root[0], **values}))
    return uid


def load(session: Session, kind: str, uid: UUID) -> Any:
    root = AGGREGATES[kind].root
    parts = [selectinload(getattr(root, name)) for name in AGGREGATES[kind].parts]
    return session.scalars(select(root).where(root.uid == uid).options(*parts)).one()


@dataclass(frozen=True)
class Filled:
    """A store that holds one whole record of every kind, and two of each that others refer to."""

    store: Store
    clerk: User
    others: Uids
    whole: dict[str, UUID]


@pytest.fixture(scope="module")
def filled(pristine: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    folder = tmp_path_factory.mktemp("filled") / "home"
    shutil.copytree(pristine, folder)
    store = Store.open(Home(folder), DATA_KEY, lambda: NOON)
    clerk = user_of(store, "wang")
    with store.act(clerk, Action.REGISTER_VISIT) as session:
        others = make_others(session)
        whole = {kind: make_whole(session, kind, others) for kind in AGGREGATES}
    yield Filled(store, clerk, others, whole)
    store.close()


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_old_value_of_every_column_is_kept(filled: Filled, case: Case) -> None:
    """Each column of the one record is changed once, whichever others were changed before."""
    uid = filled.whole[case.kind]
    column = table_of(mapped_of(case.kind, case.part)).columns[case.column]
    new = two_values(column, filled.others)[1]
    with filled.store.act(filled.clerk, Action.CORRECT_VISIT) as session:
        record = load(session, case.kind, uid)
        before = record.rev
        changed = getattr(record, case.part)[0] if case.part else record
        old = getattr(changed, case.column)
        assert old is not None
        assert old != new
        setattr(changed, case.column, new)
    with filled.store.read() as session:
        [kept] = [each for each in revisions_of(session, record) if each.rev == before]
        found = load(session, case.kind, uid)
    body = json.loads(kept.body)
    assert (body[case.part][0] if case.part else body)[case.column] == stored(old)
    now = getattr(found, case.part)[0] if case.part else found
    assert getattr(now, case.column) == new
    assert (found.rev, record.rev) == (before + 1, before + 1)


@pytest.mark.parametrize("kind", AGGREGATES)
def test_a_body_has_the_names_of_the_attributes(store: Store, clerk: User, kind: str) -> None:
    with store.act(clerk, Action.REGISTER_VISIT) as session:
        uid = make_whole(session, kind, make_others(session))
    with store.act(clerk, Action.CORRECT_VISIT) as session:
        record = load(session, kind, uid)
        record.withdrawn_reason = "丙"
    with store.read() as session:
        [kept] = revisions_of(session, record)
    body = json.loads(kept.body)
    root = {column.key for column in inspect(type(record)).column_attrs}
    assert body.keys() == root | AGGREGATES[kind].parts.keys()
    for name, part in AGGREGATES[kind].parts.items():
        assert body[name][0].keys() == {column.key for column in inspect(part).column_attrs}
    assert (body["uid"], body["withdrawn_reason"]) == (uid.hex, "甲")


def test_a_body_keeps_any_text_and_the_order_of_parts(store: Store, clerk: User) -> None:
    odd = 'emoji 👨‍👩‍👧 㛃𬱖䶮 <b> "引号" \\ =cmd|\t\n\u202e尾'
    visit = a_visit(a_visitor("乙", position=0), a_visitor(odd, position=1), place=odd)
    register(store, clerk, visit)
    with store.act(clerk, Action.CORRECT_VISIT, visit) as session:
        session.execute(text("UPDATE visitor SET position = 1 - position"))
    with store.act(clerk, Action.CORRECT_VISIT, visit) as session:
        session.execute(text("UPDATE visit SET place = ''"))
    with store.read() as session:
        first, second = (json.loads(kept.body) for kept in revisions_of(session, visit))
    assert first["place"] == second["place"] == odd
    assert [part["name"] for part in first["visitors"]] == ["乙", odd]
    assert [part["name"] for part in second["visitors"]] == [odd, "乙"]


def test_revisions_are_one_record_s_own_oldest_first(store: Store, clerk: User) -> None:
    visit, other = (register(store, clerk, a_visit()) for _ in range(2))
    for place in ("一楼", "二楼"):
        with store.act(clerk, Action.CORRECT_VISIT, visit) as session:
            session.execute(text("UPDATE visit SET place = :place"), {"place": place})
    with store.read() as session:
        assert [kept.rev for kept in revisions_of(session, visit)] == [1, 2]
        assert {kept.uid for kept in revisions_of(session, other)} == {other.uid}
        assert revisions_of(session, visit.matters[0]) == []
