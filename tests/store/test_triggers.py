"""What the triggers do, whichever statement changes a record."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import insert, select, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, selectinload

from liaison_desktop.model.authorize import Action
from liaison_desktop.model.every_record import AGGREGATES
from liaison_desktop.model.exchange import Outbox
from liaison_desktop.model.history import Revision
from liaison_desktop.model.user import User
from liaison_desktop.model.visit import Visit, Visitor
from liaison_desktop.model.words import Sex
from liaison_desktop.store.acts import applying
from liaison_desktop.store.driver import open_file
from liaison_desktop.store.grams import gram_triggers
from liaison_desktop.store.homes import Home, file_key
from liaison_desktop.store.store import Store
from liaison_desktop.store.triggers import missing_triggers, trigger_statements
from tests.builders import NOON, a_visit, a_visitor
from tests.store.a_home import DATA_KEY, register

Change = Callable[[Session], object]


def orm_root(session: Session) -> None:
    session.scalars(select(Visit)).one().place = "二楼接待室"


def orm_part_changed(session: Session) -> None:
    session.scalars(select(Visitor).where(Visitor.position == 0)).one().sex = Sex.MALE


def orm_part_added(session: Session) -> None:
    visit = session.scalars(select(Visit).options(selectinload(Visit.visitors))).one()
    visit.visitors.append(a_visitor("王小明", position=2))


def orm_part_removed(session: Session) -> None:
    visit = session.scalars(select(Visit).options(selectinload(Visit.visitors))).one()
    del visit.visitors[0]


def by(statement: Any) -> Change:
    return lambda session: session.execute(statement)


CHANGES: dict[str, Change] = {
    "an attribute of the root": orm_root,
    "an attribute of a part": orm_part_changed,
    "a part added": orm_part_added,
    "a part removed": orm_part_removed,
    "core update of the root": by(update(Visit).values(place="二楼接待室")),
    "core update of parts": by(update(Visitor).values(phone="")),
    "core insert of a part": by(
        insert(Visitor).values(
            visit_id=1,
            name="王小明",
            position=2,
            **dict.fromkeys(
                ("phone", "address", "birth_ym", "id_no", "occupation", "constituency", "guardian"),
                "",
            ),
            is_anonymous=False,
        )
    ),
    "raw update of the root": by(text("UPDATE visit SET headcount = headcount + 1")),
    "raw update of parts": by(text("UPDATE visitor SET name = name || '！'")),
    "raw delete of parts": by(text("DELETE FROM visitor")),
    "the version tampered with": by(text("UPDATE visit SET place = '二楼', rev = rev + 1")),
}


@pytest.fixture
def visit(store: Store, clerk: User) -> Visit:
    return register(store, clerk, a_visit(a_visitor(), a_visitor("赵大伟", phone="13800005678")))


def revisions(store: Store) -> list[Revision]:
    with store.read() as session:
        return list(session.scalars(select(Revision).order_by(Revision.id)))


def version(store: Store) -> tuple[int, int]:
    with store.read() as session:
        incarnation, rev = session.execute(select(Visit.incarnation, Visit.rev)).one()
        return incarnation, rev


def outbox(store: Store) -> list[str]:
    with store.read() as session:
        return list(session.scalars(select(Outbox.kind).order_by(Outbox.seq)))


@pytest.mark.parametrize("name", CHANGES)
def test_any_change_keeps_the_whole_body_raises_the_version_and_notes_the_key(
    store: Store, clerk: User, visit: Visit, name: str
) -> None:
    with store.act(clerk, Action.CORRECT_VISIT, visit, reason="来访人补充") as session:
        CHANGES[name](session)
        act = session.info["act"]
    [kept] = revisions(store)
    assert (kept.kind, kept.uid, kept.incarnation, kept.rev) == ("visit", visit.uid, 1, 1)
    assert (kept.act, kept.user_uid, kept.at) == (act, clerk.uid, NOON)
    assert kept.reason == "来访人补充"
    body = json.loads(kept.body)
    assert (body["place"], body["headcount"], body["number"]) == ("", 1, visit.number)
    assert [visitor["name"] for visitor in body["visitors"]] == ["李桂芳", "赵大伟"]
    assert [visitor["phone"] for visitor in body["visitors"]] == ["13800001234", "13800005678"]
    assert outbox(store) == ["station", "visit", "matter", "visit"]
    if name != "the version tampered with":
        assert version(store) == (1, 2)


def test_many_changes_of_one_act_are_one_version_with_one_former_body(
    store: Store, clerk: User, visit: Visit
) -> None:
    with store.act(clerk, Action.CORRECT_VISIT, visit) as session:
        for name in ("raw update of parts", "raw update of the root", "raw delete of parts"):
            CHANGES[name](session)
            CHANGES[name](session)
    assert version(store) == (1, 2)
    assert [kept.rev for kept in revisions(store)] == [1]
    assert outbox(store)[3:] == ["visit"]


def test_each_act_is_a_version_of_its_own(store: Store, clerk: User, visit: Visit) -> None:
    for _ in range(3):
        with store.act(clerk, Action.CORRECT_VISIT, visit) as session:
            CHANGES["raw update of the root"](session)
    assert version(store) == (1, 4)
    assert [json.loads(kept.body)["headcount"] for kept in revisions(store)] == [1, 2, 3]


def test_an_update_that_changes_nothing_is_no_version(
    store: Store, clerk: User, visit: Visit
) -> None:
    with store.act(clerk, Action.CORRECT_VISIT, visit) as session:
        session.execute(text("UPDATE visit SET place = place, withdrawn_at = NULL"))
        session.execute(text("UPDATE visitor SET name = name, sex = sex"))
    assert version(store) == (1, 1)
    assert revisions(store) == []
    assert outbox(store) == ["station", "visit", "matter"]


def test_a_new_record_has_no_former_body(store: Store, clerk: User, visit: Visit) -> None:
    with store.act(clerk, Action.REGISTER_VISIT, visit) as session:
        later = a_visit()
        later.number = later.matters[0].number = "later"
        session.add(later)
        session.flush()
        later.place = "二楼接待室"
        later.visitors.append(a_visitor("王小明", position=1))
    assert (later.rev, revisions(store)) == (1, [])


def test_a_part_that_moves_changes_both_records(store: Store, clerk: User, visit: Visit) -> None:
    other = register(store, clerk, a_visit(a_visitor("王小明")))
    with store.act(clerk, Action.CORRECT_VISIT) as session:
        session.execute(update(Visitor).where(Visitor.name == "赵大伟").values(visit_id=other.id))
    kept = {row.uid: json.loads(row.body) for row in revisions(store)}
    assert [part["name"] for part in kept[visit.uid]["visitors"]] == ["李桂芳", "赵大伟"]
    assert [part["name"] for part in kept[other.uid]["visitors"]] == ["王小明"]
    with store.read() as session:
        assert session.scalars(select(Visit.rev)).all() == [2, 2]


def test_a_change_outside_every_act_is_kept_too(store: Store, home: Home, visit: Visit) -> None:
    raw = open_file(home.database, file_key(DATA_KEY))
    raw.execute("UPDATE visit SET place = '二楼'")
    raw.execute("UPDATE visitor SET phone = ''")
    raw.close()
    first, second, third = revisions(store)
    assert (first.act, first.user_uid, first.reason) == (None, None, "")
    assert [json.loads(kept.body)["place"] for kept in (first, second)] == ["", "二楼"]
    assert (second.rev, third.rev) == (2, 3)
    assert version(store) == (1, 4)


def test_a_received_version_is_kept_as_it_came_and_not_sent_back(
    store: Store, clerk: User, visit: Visit
) -> None:
    with store.act(clerk, Action.CORRECT_VISIT) as session, applying(session):
        session.execute(update(Visit).values(incarnation=3, rev=9, place="二楼", changed_at=NOON))
        session.execute(text("DELETE FROM visitor"))
        session.execute(CHANGES_INSERT)
    assert version(store) == (3, 9)
    assert outbox(store) == ["station", "visit", "matter"]
    [kept] = revisions(store)
    assert (kept.incarnation, kept.rev) == (1, 1)
    assert len(json.loads(kept.body)["visitors"]) == 2


CHANGES_INSERT = text(
    "INSERT INTO visitor (visit_id, position, name, is_anonymous, phone, address, birth_ym, id_no,"
    " occupation, constituency, guardian) VALUES (1, 0, '李桂芳', 0, '', '', '', '', '', '', '')"
)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE visit SET incarnation = 2, rev = 1",
        "UPDATE visit SET rev = 7",
        "DELETE FROM visitor",
    ],
)
def test_a_received_change_of_any_sort_keeps_the_body_once(
    store: Store, clerk: User, visit: Visit, statement: str
) -> None:
    with store.act(clerk, Action.CORRECT_VISIT) as session, applying(session):
        session.execute(text(statement))
        session.execute(text("UPDATE visit SET place = '二楼'"))
    [kept] = revisions(store)
    assert (kept.incarnation, kept.rev) == (1, 1)
    assert len(json.loads(kept.body)["visitors"]) == 2


def test_a_received_new_record_keeps_its_version(store: Store, clerk: User, visit: Visit) -> None:
    copy = text(
        "INSERT INTO station (uid, station_uid, owner, code, name, kind, tier, issuing_organ,"
        " seal_organ, county_congress, phone, address, incarnation, rev)"
        " SELECT randomblob(16), station_uid, owner, 'OTHER', name, kind, tier, issuing_organ,"
        " seal_organ, county_congress, phone, address, 4, 12 FROM station"
    )
    with store.act(clerk, Action.CORRECT_VISIT) as session, applying(session):
        session.execute(copy)
    with store.read() as session:
        found = session.execute(text("SELECT incarnation, rev FROM station WHERE code = 'OTHER'"))
        assert found.one() == (4, 12)
    assert outbox(store) == ["station", "visit", "matter"]


def test_applying_ends_with_its_block_and_with_the_act(
    store: Store, clerk: User, visit: Visit
) -> None:
    with store.act(clerk, Action.CORRECT_VISIT) as session:
        with applying(session):
            pass
        CHANGES["raw update of the root"](session)
    assert version(store) == (1, 2)
    with store.read() as session:
        capture = session.execute(text("SELECT act, now, user_uid, reason, applying FROM capture"))
        assert capture.one() == (None, None, None, "", 0)


def test_accounts_have_versions_but_never_travel(store: Store, head: User, clerk: User) -> None:
    with store.act(head, Action.REGISTER_USER) as session:
        session.execute(update(User).where(User.uid == clerk.uid).values(name="王丽"))
    with store.read() as session:
        assert session.scalar(select(User.rev).where(User.uid == clerk.uid)) == 2
    assert outbox(store) == ["station"]
    assert revisions(store)[0].kind == "user"


NEVER = {
    "a changed revision": "UPDATE revision SET body = ''",
    "a removed revision": "DELETE FROM revision",
    "a replaced revision": "INSERT OR REPLACE INTO revision SELECT * FROM revision",
    "a changed printing": "UPDATE printing SET times = 1",
    "a removed printing": "DELETE FROM printing",
    "a changed audit entry": "UPDATE audit_entry SET action = 'read'",
    "a removed audit entry": "DELETE FROM audit_entry WHERE id = 1",
    "a replaced audit entry": "INSERT OR REPLACE INTO audit_entry SELECT * FROM audit_entry",
    "a removed visit": "DELETE FROM visit",
    "a replaced visit": "INSERT OR REPLACE INTO visit SELECT * FROM visit",
    "a new uid": "UPDATE visit SET uid = randomblob(16)",
    "a new local key": "UPDATE visit SET id = 99",
    "no place for acts": "DELETE FROM capture",
}


@pytest.mark.parametrize("statement", NEVER.values(), ids=NEVER.keys())
def test_history_is_never_changed(store: Store, clerk: User, visit: Visit, statement: str) -> None:
    with store.act(clerk, Action.PRINT, visit) as session:
        session.execute(text("UPDATE visit SET place = '二楼'"))
        session.execute(
            text(
                "INSERT INTO printing (kind, uid, form, edition, times, at)"
                " SELECT 'visit', uid, 'receipt', 1, 1, 0 FROM visit"
            )
        )
    act = store.act(clerk, Action.CORRECT_VISIT)
    with pytest.raises(IntegrityError, match="never changed"), act as session:
        session.execute(text(statement))


def test_every_aggregate_has_its_triggers_and_every_root_its_guard() -> None:
    names = set(trigger_statements())
    for kind, aggregate in AGGREGATES.items():
        wanted = {f"{kind}_{end}" for end in ("added", "changed", "uid_stays", "no_delete")}
        for part in aggregate.parts.values():
            wanted |= {
                f"{part.__tablename__}_before_{event}" for event in ("insert", "update", "delete")
            }
        assert wanted <= names
        names -= wanted
    assert names == {
        *(
            f"{table}_no_{event}"
            for table in ("revision", "printing", "audit_entry")
            for event in ("update", "delete")
        ),
        "capture_no_delete",
        *gram_triggers(),
    }


@pytest.mark.parametrize("name", trigger_statements())
def test_a_dropped_trigger_is_missed(store: Store, name: str) -> None:
    with store._writer.begin() as connection:
        assert missing_triggers(connection) == []
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
        assert missing_triggers(connection) == [name]


def test_a_changed_and_a_foreign_trigger_are_noticed(store: Store) -> None:
    weaker = trigger_statements()["visit_changed"].replace("AFTER", "BEFORE")
    with store._writer.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER visit_changed")
        connection.exec_driver_sql(weaker)
        connection.exec_driver_sql("CREATE TRIGGER spy AFTER INSERT ON visit BEGIN SELECT 1; END")
        assert missing_triggers(connection) == ["spy", "visit_changed"]
