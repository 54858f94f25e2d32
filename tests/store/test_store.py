"""Sessions and acts: what is saved, by whom it may be, and what an object knows afterwards."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import selectinload

from liaison_desktop.model.authorize import Action
from liaison_desktop.model.exchange import Outbox
from liaison_desktop.model.faults import NotAllowed, Unusable
from liaison_desktop.model.history import AuditEntry, Revision
from liaison_desktop.model.user import User
from liaison_desktop.model.visit import Visit
from liaison_desktop.model.words import Role
from liaison_desktop.store.driver import open_file
from liaison_desktop.store.homes import Home, file_key
from liaison_desktop.store.lock import HomeLock
from liaison_desktop.store.store import Store
from tests.builders import NOON, STATION_UID, a_visit, a_visitor
from tests.store.a_home import DATA_KEY, a_user, register


def count(store: Store, table: type) -> int:
    with store.read() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_an_act_saves_all_and_the_object_knows_its_version(store: Store, clerk: User) -> None:
    visit = register(store, clerk, a_visit())
    assert (visit.incarnation, visit.rev, visit.changed_at) == (1, 1, NOON)
    assert visit.act == visit.matters[0].act is not None
    with store.read() as session:
        saved = session.scalars(select(Visit).options(selectinload(Visit.visitors))).one()
        assert saved.visitors[0].name == "李桂芳"
        assert (saved.rev, saved.act) == (1, visit.act)
        assert session.scalars(select(Outbox.kind)).all() == ["station", "visit", "matter"]
        assert session.scalars(select(AuditEntry.action)).all() == ["set_up", "register_visit"]
        assert session.scalar(select(func.count()).select_from(Revision)) == 0


def test_a_record_changed_only_in_its_parts_knows_its_new_version(
    store: Store, clerk: User
) -> None:
    register(store, clerk, a_visit())
    later = NOON + timedelta(hours=3)
    store.clock = lambda: later
    with store.act(clerk, Action.CORRECT_VISIT) as session:
        visit = session.scalars(select(Visit).options(selectinload(Visit.visitors))).one()
        visit.visitors.append(a_visitor("赵大伟", position=1))
        act = session.info["act"]
    assert (visit.rev, visit.changed_at, visit.act) == (2, later, act)
    with store.act(clerk, Action.CORRECT_VISIT) as session:
        visit = session.scalars(select(Visit)).one()
        session.execute(text("DELETE FROM visitor WHERE position = 1"))
    assert visit.rev == 3


def test_more_records_than_one_query_takes_are_refreshed(store: Store, clerk: User) -> None:
    visits = [a_visit(matters=[]) for _ in range(501)]
    for place, visit in enumerate(visits):
        visit.number = str(place)
    with store.act(clerk, Action.REGISTER_VISIT) as session:
        session.add_all(visits)
    assert {(visit.rev, visit.changed_at) for visit in visits} == {(1, NOON)}
    assert len({visit.act for visit in visits}) == 1


def test_an_object_may_be_half_filled_while_other_things_are_looked_up(
    store: Store, clerk: User
) -> None:
    visit = a_visit()
    with store.act(clerk, Action.REGISTER_VISIT, visit) as session:
        session.add(visit)
        visit.headcount = 0
        assert session.scalars(select(Visit)).all() == []
        visit.headcount = 1
        visit.number = visit.matters[0].number = "1"
    assert count(store, Visit) == 1


def test_what_was_read_is_plain(store: Store, clerk: User) -> None:
    register(store, clerk, a_visit())
    with store.read() as session:
        visit = session.scalars(select(Visit).options(selectinload(Visit.visitors))).one()
    assert (visit.number[:12], visit.visitors[0].name) == ("QHJD-L-2026-", "李桂芳")
    assert (store.installation.uid, store.installation.incarnation) == (STATION_UID, 1)


@pytest.mark.parametrize("statement", ["DELETE FROM draft", "UPDATE visit SET place = '二楼'"])
def test_a_read_cannot_write(store: Store, clerk: User, statement: str) -> None:
    register(store, clerk, a_visit())
    with pytest.raises(Unusable), store.read() as session:
        session.execute(text(statement))


def test_a_changed_object_of_a_read_is_not_saved(store: Store, clerk: User) -> None:
    register(store, clerk, a_visit())
    with store.read() as session:
        session.scalars(select(Visit)).one().place = "二楼"
    with store.read() as session:
        assert session.scalars(select(Visit.place)).one() == ""


def test_an_act_that_fails_leaves_the_file_as_it_was(store: Store, clerk: User) -> None:
    visit = a_visit()
    visit.number = visit.matters[0].number = "1"
    other = a_visit()
    other.number = other.matters[0].number = "1"
    with pytest.raises(IntegrityError), store.act(clerk, Action.REGISTER_VISIT, visit) as session:
        session.add_all([visit, other])
    assert [count(store, table) for table in (Visit, AuditEntry, Outbox)] == [0, 1, 1]
    register(store, clerk, visit)
    assert (visit.id, visit.rev) == (1, 1)


def test_a_role_counts_on_the_business_day_only(store: Store, clerk: User) -> None:
    clerk.roles[0].valid_from = date(2026, 11, 20)
    clerk.roles[0].valid_to = date(2026, 11, 20)
    allowed = []
    for moment in (
        datetime(2026, 11, 19, 15, 59, tzinfo=UTC),
        datetime(2026, 11, 19, 16, 0, tzinfo=UTC),
        datetime(2026, 11, 20, 15, 59, tzinfo=UTC),
        datetime(2026, 11, 20, 16, 0, tzinfo=UTC),
    ):
        store.clock = lambda moment=moment: moment
        try:
            with store.act(clerk, Action.PRINT):
                allowed.append(True)
        except NotAllowed:
            allowed.append(False)
    assert allowed == [False, True, True, False]


def test_nobody_and_a_disabled_user_may_do_nothing(store: Store, clerk: User) -> None:
    clerk.disabled_at = NOON
    for user, action in (
        (None, Action.PRINT),
        (clerk, Action.READ),
        (clerk, Action.SET_UP),
        (a_user("new"), Action.READ),
        (a_user("auditor", Role.AUDITOR), Action.REGISTER_VISIT),
    ):
        with pytest.raises(NotAllowed):
            store.act(user, action).__enter__()
    with store.read() as session:
        denied = session.scalars(select(AuditEntry.action).where(AuditEntry.outcome == "denied"))
        assert denied.all() == ["print", "read", "set_up", "read", "register_visit"]


def test_two_windows_and_two_threads_write_one_file(store: Store, home: Home, clerk: User) -> None:
    with closing(Store.open(home, DATA_KEY, lambda: NOON)) as other, ThreadPoolExecutor(4) as pool:
        stores = [store, other] * 8
        visits = list(pool.map(lambda one: register(one, clerk, a_visit()), stores))
    assert len({visit.number for visit in visits}) == 16
    assert count(store, Visit) == 16


def test_an_open_store_holds_its_home_and_a_closed_one_lets_go(home: Home) -> None:
    store = Store.open(home, DATA_KEY, lambda: NOON)
    with pytest.raises(Unusable) as fault:
        HomeLock(home.folder, alone=True)
    assert fault.value.code == "home_locked"
    store.close()
    HomeLock(home.folder, alone=True).release()
    assert sorted(path.name for path in home.data.iterdir()) == [
        "attachments.db",
        "keys.json",
        "liaison.db",
    ]


def test_a_home_whose_triggers_are_not_there_is_not_opened(home: Home) -> None:
    with closing(open_file(home.database, file_key(DATA_KEY))) as raw:
        raw.execute("DROP TRIGGER visit_changed")
    with pytest.raises(Unusable) as fault:
        Store.open(home, DATA_KEY, lambda: NOON)
    assert fault.value.code == "guards_missing"
    assert fault.value.facts()["missing"] == ["visit_changed"]
    HomeLock(home.folder, alone=True).release()


def test_another_data_key_does_not_open_it(home: Home) -> None:
    with pytest.raises(Unusable) as fault:
        Store.open(home, bytes(32), lambda: NOON)
    assert fault.value.code == "damaged"
    HomeLock(home.folder, alone=True).release()
