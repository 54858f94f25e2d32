"""Migrations make the schema that the model says, whole or not at all, and lose nothing."""

import ast
import hashlib
import shutil
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, text
from sqlcipher3 import dbapi2

from liaison_desktop.model.every_record import Base
from liaison_desktop.model.faults import Unusable
from liaison_desktop.model.user import User
from liaison_desktop.paths import MIGRATIONS
from liaison_desktop.store import upgrade
from liaison_desktop.store.copies import faults_of
from liaison_desktop.store.driver import open_file, open_to_read
from liaison_desktop.store.engine import make_engine
from liaison_desktop.store.grams import is_of_the_index
from liaison_desktop.store.homes import Home, file_key
from liaison_desktop.store.lock import HomeLock
from liaison_desktop.store.migrations.__main__ import draft
from liaison_desktop.store.store import Store
from liaison_desktop.store.triggers import trigger_statements
from liaison_desktop.store.upgrade import (
    migrate,
    newest_version,
    run_migrations,
    upgrade_file,
    version_of,
)
from tests.builders import NOON, a_visit, a_visitor
from tests.store.a_home import DATA_KEY, register

KEY = file_key(DATA_KEY)
PAGE = 4096
VERSIONS = sorted((MIGRATIONS / "versions").glob("[0-9]*.py"))
HERE, NEXT = f"{len(VERSIONS):04d}", f"{len(VERSIONS) + 1:04d}"

OPTIONS = {
    "compare_server_default": True,
    "include_name": lambda name, kind, _: kind != "table" or not is_of_the_index(name),
}
RATED = f'''"""Visits may be rated; the visit table is built anew, as a change of a column does."""

import sqlalchemy as sa
from alembic import op

revision = "{NEXT}"
down_revision = "{HERE}"


def upgrade() -> None:
    with op.batch_alter_table("visit", recreate="always") as visit:
        visit.add_column(sa.Column("rating", sa.Integer(), server_default="5", nullable=False))
    op.create_table("rating_note", sa.Column("id", sa.Integer(), primary_key=True))
'''


def a_migration(folder: Path, extra: str = "", source: str = RATED) -> Path:
    """Return migrations with one more, made up, which ends with `extra`."""
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / f"{NEXT}_rated.py").write_text(source + extra, encoding="utf-8")
    return folder


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(open_to_read(path, KEY)) as connection:
        return connection.execute(query).fetchall()


def schema(path: Path) -> list[tuple[object, ...]]:
    return rows(path, "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name")


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def filled(home: Home, store: Store, clerk: User) -> Home:
    """A closed home with two visits, their visitors and matters, and one revision."""
    for _ in range(2):
        register(store, clerk, a_visit(a_visitor(), a_visitor("赵大伟")))
    with closing(open_file(home.database, KEY)) as connection:
        connection.execute("UPDATE visitor SET phone = '' WHERE name = '赵大伟'")
    store.close()
    return home


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    migrate(tmp_path / "new.db", KEY)
    engine = make_engine(partial(open_file, tmp_path / "new.db", KEY))
    yield engine
    engine.dispose()


def test_the_migrations_make_what_the_model_says(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts=OPTIONS)
        assert compare_metadata(context, Base.metadata) == []


def test_the_migrations_make_the_checks_and_deferrals_that_the_model_says(
    engine: Engine, tmp_path: Path
) -> None:
    other = make_engine(partial(open_file, tmp_path / "model.db", KEY, make=True))
    with other.begin() as connection:
        Base.metadata.create_all(connection)
    with engine.connect() as migrated, other.connect() as modelled:
        assert _constraints(migrated) == _constraints(modelled)
    other.dispose()


def _constraints(connection: object) -> dict[str, list[str]]:
    found = connection.exec_driver_sql(  # type: ignore[attr-defined]  # an SQLAlchemy connection
        "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name <> 'alembic_version'"
        " AND name NOT LIKE 'finding%'"
    )
    return {
        name: sorted(line.strip(" ,\t").replace("('')", "''") for line in sql.splitlines()[1:])
        for name, sql in found
    }


def test_migrations_are_numbered_in_order_without_a_gap() -> None:
    assert [int(file.name[:4]) for file in VERSIONS] == list(range(1, newest_version() + 1))


def test_every_migration_has_a_test_that_names_it() -> None:
    tests = [
        node.name
        for node in ast.parse(Path(__file__).read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef)
    ]
    for file in VERSIONS:
        assert any(name.startswith(f"test_{file.name[:4]}_") for name in tests), file.name


def test_no_migration_imports_the_program() -> None:
    for file in VERSIONS:
        assert "liaison_desktop" not in file.read_text("utf-8")


def test_no_migration_goes_back() -> None:
    for file in VERSIONS:
        assert "def downgrade" not in file.read_text("utf-8")


def test_0001_first_schema_takes_rows_with_children_and_keeps_its_number_twice(
    filled: Home,
) -> None:
    assert rows(
        filled.database, "SELECT count(*) FROM visit JOIN visitor ON visit_id = visit.id"
    ) == [(4,)]
    assert rows(filled.database, "SELECT version_num FROM alembic_version") == [(HERE,)]
    assert rows(filled.database, "PRAGMA user_version") == [(len(VERSIONS),)]
    assert faults_of(filled.database, KEY) == []


RECORD = "id, uid, station_uid, owner"
FIRST_ROWS = [
    f"INSERT INTO visit ({RECORD}, number, channel, received_at, received_on, registered_at,"  # noqa: S608 - ours
    " is_late_entry, place, headcount, may_publish_name, may_call_back, notice_version, recorder)"
    " VALUES (?, ?, x'01', 'station', ?, 'visit', 0, '2026-11-20', 0, 0, '', 1, 0, 1, '', '')",
    "INSERT INTO visitor (visit_id, position, name, is_anonymous, phone, address, birth_ym, id_no,"
    " occupation, constituency, guardian) VALUES (?, 0, '李桂芳', ?, ?, ?, '', '', '', '', '')",
    f"INSERT INTO matter ({RECORD}, number, visit_uid, title, place_in_visit, statement, request,"  # noqa: S608 - ours
    " category, cause, place_of_issue, people_involved, urgency, disclosure, handling, guided_to,"
    " state, may_pass_name, onsite_reply, deputy_opinion, head_opinion, remark)"
    " VALUES (?, ?, x'01', 'station', ?, ?, '路灯不亮', 1, ?, '', ?, '', '', 1, 'normal',"
    " 'restricted', ?, ?, 'registered', 0, '', '', '', '')",
    f"INSERT INTO person ({RECORD}, name, phone, address, birth_ym, id_no, occupation,"  # noqa: S608 - ours
    " constituency) VALUES (1, x'07', x'01', 'station', '李桂芳', '', '', '', '', '', '')",
]
BEFORE_0002 = [
    # anonymous, phone, address, statement, category, handling, guided_to → visit, matter
    ((False, "13800001234", "和平社区", "坏了", "城建环资", "to_handle", None), (0, 0)),
    ((False, "", "和平社区", "坏了", "城建环资", "to_handle", None), (1, 0)),
    ((False, "13800001234", " \u3000", "坏了", "城建环资", "to_handle", None), (1, 0)),
    ((True, "", "", "坏了", "城建环资", "guided", "court"), (0, 0)),
    ((True, "", "", "坏了", "城建环资", "guided", None), (0, 1)),
    ((True, "", "", "", "城建环资", "to_handle", None), (0, 1)),
    ((True, "", "", "坏了", "", "to_handle", None), (0, 1)),
    ((True, "", "", "坏了", "城建环资", None, None), (0, 1)),
]


def test_0002_desk_on_the_screen_says_of_former_visits_what_is_incomplete(tmp_path: Path) -> None:
    path = tmp_path / "first.db"
    _make_at(path, tmp_path / "migrations")
    with closing(open_file(path, KEY)) as connection:
        visit, visitor, matter, person = FIRST_ROWS
        for n, ((*of_visitor, statement, category, handling, guided), _) in enumerate(BEFORE_0002):
            uid, key = bytes([n]), n + 1
            connection.execute(visit, (key, uid, f"Q-{n}"))
            connection.execute(visitor, (key, *of_visitor))
            of_matter = (statement, category, handling, guided)
            connection.execute(matter, (key, uid, f"Q-{n}-1", uid, *of_matter))
        connection.execute(person)
    upgrade_file(path, KEY, tmp_path / "copies", NOON)
    query = (
        "SELECT v.is_incomplete, m.is_incomplete FROM visit v"
        " JOIN visitor ON visit_id = v.id JOIN matter m ON visit_uid = v.uid ORDER BY v.id"
    )
    assert rows(path, query) == [said for _, said in BEFORE_0002]
    assert rows(path, "SELECT DISTINCT rev FROM visit UNION SELECT rev FROM matter") == [(1,)]
    assert rows(path, "SELECT count(*) FROM revision") == [(0,)]
    assert faults_of(path, KEY) == []


def test_0003_own_drafts_keeps_the_drafts_and_lets_two_correct_one_record(tmp_path: Path) -> None:
    path = tmp_path / "first.db"
    _make_at(path, tmp_path / "migrations")
    keep = (
        "INSERT INTO draft (uid, user_uid, form, edition, body, changed_at)"
        " VALUES (x'05', ?, 'correction', 1, '{}', 0)"
    )
    with closing(open_file(path, KEY)) as connection:
        connection.execute(keep, (b"1",))
    upgrade_file(path, KEY, tmp_path / "copies", NOON)
    with closing(open_file(path, KEY)) as connection:
        connection.execute(keep, (b"2",))
        with pytest.raises(dbapi2.IntegrityError):
            connection.execute(keep, (b"2",))
    assert rows(path, "SELECT user_uid FROM draft ORDER BY id") == [(b"1",), (b"2",)]


def test_0004_finding_lets_every_record_be_due(tmp_path: Path) -> None:
    path = tmp_path / "first.db"
    _make_at(path, tmp_path / "migrations")
    with closing(open_file(path, KEY)) as connection:
        connection.execute(FIRST_ROWS[0], (1, b"1", "Q-1"))
        connection.execute(FIRST_ROWS[3])
    upgrade_file(path, KEY, tmp_path / "copies", NOON)
    due = rows(path, "SELECT kind, key, held FROM gram_due ORDER BY kind")
    assert due == [(0, 1, None), (1, 1, None)]


def test_0005_same_person_lets_people_be_merged_and_ledgers_be_ordered(tmp_path: Path) -> None:
    path = tmp_path / "first.db"
    _make_at(path, tmp_path / "migrations")
    upgrade_file(path, KEY, tmp_path / "copies", NOON)
    with closing(open_file(path, KEY)) as connection:
        pair = (b"1", b"2", b"3", 0)
        said = "INSERT INTO not_same (first_uid, second_uid, user_uid, at) VALUES (?, ?, ?, ?)"
        connection.execute(said, pair)
        with pytest.raises(dbapi2.IntegrityError):
            connection.execute(said, pair)
    names = rows(path, "SELECT name FROM sqlite_master WHERE name LIKE 'ix_matter_%'")
    assert {("ix_matter_category",), ("ix_matter_people_involved",)} <= set(names)
    assert faults_of(path, KEY) == []


def test_0006_matters_handled_keeps_every_matter_as_it_stood(tmp_path: Path) -> None:
    path = tmp_path / "first.db"
    _make_at(path, tmp_path / "migrations")
    with closing(open_file(path, KEY)) as connection:
        visit, _visitor, matter, _person = FIRST_ROWS
        connection.execute(visit, (1, b"1", "Q-1"))
        said = ("坏了", "城建环资", "to_handle", None)
        connection.execute(matter, (1, b"2", "Q-1-1", b"1", *said))
    before = rows(path, "SELECT number, title, statement, state FROM matter")
    upgrade_file(path, KEY, tmp_path / "copies", NOON)
    assert before
    assert rows(path, "SELECT number, title, statement, state FROM matter") == before
    standing = rows(path, "SELECT unit_name, chases, is_accusation, due_on FROM matter")
    assert standing == [("", 0, 0, None)]
    assert rows(path, "SELECT count(*) FROM step") == [(0,)]
    assert faults_of(path, KEY) == []


def test_0008_schedule_keeps_deputies_and_visits_and_takes_a_session(tmp_path: Path) -> None:
    path = tmp_path / "first.db"
    _make_at(path, tmp_path / "migrations")
    with closing(open_file(path, KEY)) as connection:
        visit, *_others = FIRST_ROWS
        connection.execute(visit, (1, b"1", "Q-1"))
    before = rows(path, "SELECT number, received_on FROM visit")
    upgrade_file(path, KEY, tmp_path / "copies", NOON)
    assert before
    assert rows(path, "SELECT number, received_on FROM visit") == before
    assert rows(path, "SELECT source_uid FROM visit") == [(None,)]
    for table in ("reception_session", "rota_slot", "notice", "duty_entry", "leave", "plan_done"):
        assert rows(path, f"SELECT count(*) FROM {table}") == [(0,)]  # noqa: S608 - ours
    assert faults_of(path, KEY) == []


def test_0007_steps_corrected_keeps_what_matters_stand_at(tmp_path: Path) -> None:
    path = tmp_path / "first.db"
    _make_at(path, tmp_path / "migrations")
    with closing(open_file(path, KEY)) as connection:
        visit, _visitor, matter, _person = FIRST_ROWS
        connection.execute(visit, (1, b"1", "Q-1"))
        connection.execute(matter, (1, b"2", "Q-1-1", b"1", "坏了", "城建环资", "to_handle", None))
    upgrade_file(path, KEY, tmp_path / "copies", NOON)
    standing = rows(path, "SELECT number, state, forwarded_on, corrections FROM matter")
    assert standing == [("Q-1-1", "registered", None, 0)]
    assert faults_of(path, KEY) == []


def test_0009_ledgers_found_by_an_index_each(tmp_path: Path) -> None:
    path = tmp_path / "first.db"
    _make_at(path, tmp_path / "migrations")
    upgrade_file(path, KEY, tmp_path / "copies", NOON)
    for query in (
        "SELECT id FROM visit WHERE withdrawn_at IS NULL ORDER BY received_at DESC, id DESC",
        "SELECT id FROM matter WHERE withdrawn_at IS NULL ORDER BY number DESC, id DESC",
        "SELECT min(name) FROM receiver WHERE name > '李'",
        "SELECT min(constituency) FROM person WHERE constituency > '第'",
    ):
        [plan] = rows(path, f"EXPLAIN QUERY PLAN {query}")
        assert "COVERING INDEX ix_" in str(plan[3])
    assert faults_of(path, KEY) == []


STEP = (
    f"INSERT INTO step ({RECORD}, matter_uid, move, entered_at, entered_by, state_before,"  # noqa: S608 - ours
    " state_after, done_on, signed_by, unit_name, co_units, deputy, text, reason, promise, person,"
    " phoned_to, archive_no) VALUES (?, ?, x'01', 'station', ?, ?, 0, '', 'assigned', 'assigned',"
    " ?, '', '', '', '', '', '', '', '', '', '')"
)
LIMIT = (
    "INSERT INTO deadline (position, matter_id, rule, pack, cause, starts_on, number, unit, end_on,"
    " due_on, is_tentative, ended_on, is_met) VALUES (?, ?, ?, '', ?, '2026-11-02', 5, 'workday',"
    " '2026-12-01', '2026-12-01', 0, ?, 0)"
)


def test_0010_days_of_each_voter_says_who_waits_and_since_when_one_stood_still(
    tmp_path: Path,
) -> None:
    path = tmp_path / "ninth.db"
    _make_at(path, tmp_path / "migrations", 9)
    states = {1: "evaluating", 2: "replied", 3: "assigned", 4: "closed", 5: "forwarded"}
    with closing(open_file(path, KEY)) as connection:
        visit, _visitor, matter, _person = FIRST_ROWS
        connection.execute(visit, (1, b"1", "Q-1"))
        for key, state in states.items():
            said = (f"Q-1-{key}", b"1", "坏了", "城建环资", "to_handle", None)
            place = matter.replace("'路灯不亮', 1,", f"'路灯不亮', {key},")
            connection.execute(place, (key, bytes([key]), *said))
            state_now = "UPDATE matter SET state = ?, due_on = '2026-12-01' WHERE id = ?"
            connection.execute(state_now, (state, key))
        run = ((1, "evaluate"), (1, "feed_back"), (2, "feed_back"), (5, "declined_notice"))
        for key, rule in run:
            connection.execute(LIMIT, (0, key, rule, "rule", None))
        connection.execute(LIMIT, (0, 3, "reply", "rule", "2026-11-20"))
        connection.execute(LIMIT, (1, 3, "reply", "resumed", None))
        gone = (("suspend", 9), ("resume", 12), ("suspend", 16), ("resume", 20), ("suspend", 25))
        for key, (move, day) in enumerate(gone, start=1):
            said = (key, bytes([64 + key]), b"\x03", move, f"2026-11-{day:02d}")
            connection.execute(STEP, said)
    upgrade_file(path, KEY, tmp_path / "copies", NOON)
    query = "SELECT state, is_to_tell, is_to_hear, due_on FROM matter ORDER BY id"
    assert rows(path, query) == [
        ("evaluating", 1, 1, None),
        ("replied", 1, 0, "2026-12-01"),
        ("assigned", 0, 0, "2026-12-01"),
        ("closed", 0, 0, "2026-12-01"),
        ("forwarded", 1, 0, "2026-12-01"),
    ]
    assert rows(path, "SELECT steps FROM matter ORDER BY id") == [(0,), (0,), (5,), (0,), (0,)]
    query = "SELECT cause, suspended_on, told_by FROM deadline WHERE rule = 'reply' ORDER BY id"
    assert rows(path, query) == [("rule", None, None), ("resumed", "2026-11-16", None)]
    assert faults_of(path, KEY) == []


def test_0011_wishes_leaves_deputies_and_notices_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "first.db"
    _make_at(path, tmp_path / "migrations")
    with closing(open_file(path, KEY)) as connection:
        told = (
            "INSERT INTO deputy (uid, station_uid, owner, name, post, phone) VALUES (?,?,?,?,?,?)"
        )
        connection.execute(told, (b"1", b"s", "station", "王建国", "", ""))
    upgrade_file(path, KEY, tmp_path / "copies", NOON)
    assert rows(path, "SELECT name, liked_days, disliked_days FROM deputy") == [("王建国", "", "")]
    former = "former_starts, former_ends, former_place, former_names"
    assert rows(path, f"SELECT {former} FROM notice") == []  # noqa: S608 - ours
    assert faults_of(path, KEY) == []


def test_0012_consultations_have_their_tables(tmp_path: Path) -> None:
    path = tmp_path / "first.db"
    _make_at(path, tmp_path / "migrations")
    upgrade_file(path, KEY, tmp_path / "copies", NOON)
    for table in ("consultation", "agenda_item", "participant", "statement", "commitment"):
        assert rows(path, f"SELECT count(*) FROM {table}") == [(0,)]  # noqa: S608 - ours
    assert faults_of(path, KEY) == []


def test_0013_activity_notice_leaves_activities_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "first.db"
    _make_at(path, tmp_path / "migrations", 12)
    with closing(open_file(path, KEY)) as connection:
        names = "uid, station_uid, owner, held_on, starts, ends, place, group_name, convener, topic"
        names += ", duty_kind, content, outcome, state"
        told = ("2026-12-01", "", "", "", "", "", "视察充电桩建设", "research", "", "", "planned")
        marks = ",".join("?" * (3 + len(told)))
        insert = f"INSERT INTO group_activity ({names}) VALUES ({marks})"  # noqa: S608 - ours
        connection.execute(insert, (b"1", b"s", "station", *told))
    upgrade_file(path, KEY, tmp_path / "copies", NOON)
    kept = rows(path, "SELECT topic, held_on, notice_by FROM group_activity")
    assert kept == [("视察充电桩建设", "2026-12-01", None)]
    assert faults_of(path, KEY) == []


def test_0014_opinions_without_route_have_an_index(tmp_path: Path) -> None:
    path = tmp_path / "thirteenth.db"
    _make_at(path, tmp_path / "migrations", 13)
    plan = (
        "EXPLAIN QUERY PLAN SELECT consultation_uid FROM statement"
        " WHERE kind IN ('opinion', 'suggestion') AND route IS NULL AND withdrawn_at IS NULL"
    )
    assert "ix_statement_unrouted" not in str(rows(path, plan))
    upgrade_file(path, KEY, tmp_path / "copies", NOON)
    assert "ix_statement_unrouted" in str(rows(path, plan))


def test_0015_visits_of_a_person_are_counted_from_the_index_alone(tmp_path: Path) -> None:
    path = tmp_path / "fourteenth.db"
    _make_at(path, tmp_path / "migrations", 14)
    plan = "EXPLAIN QUERY PLAN SELECT count(DISTINCT visit_id) FROM visitor WHERE person_uid = x''"
    assert "COVERING" not in str(rows(path, plan))
    upgrade_file(path, KEY, tmp_path / "copies", NOON)
    assert "USING COVERING INDEX ix_visitor_of_person" in str(rows(path, plan))


def _make_at(path: Path, migrations: Path, version: int = 1) -> None:
    """Make a file of the first schema, or a later one, as an earlier program left it.

    Without the triggers.
    """
    shutil.copytree(MIGRATIONS, migrations, ignore=shutil.ignore_patterns("__pycache__"))
    for later in VERSIONS[version:]:
        (migrations / "versions" / later.name).unlink()
    engine = make_engine(partial(open_file, path, KEY, make=True))
    with engine.begin() as connection:
        run_migrations(connection, migrations)
    engine.dispose()


def test_an_upgrade_keeps_rows_children_history_indexes_and_triggers(
    filled: Home, tmp_path: Path
) -> None:
    before = {
        table: rows(filled.database, f'SELECT * FROM "{table}" ORDER BY 1')  # noqa: S608 - ours
        for table in Base.metadata.tables
        if table != "visit"
    }
    migrations = a_migration(tmp_path / "migrations")
    upgrade_file(filled.database, KEY, filled.backups, NOON, migrations)
    for table, found in before.items():
        assert rows(filled.database, f'SELECT * FROM "{table}" ORDER BY 1') == found  # noqa: S608 - ours
    assert rows(filled.database, "SELECT id, rating, rev FROM visit") == [(1, 5, 2), (2, 5, 2)]
    assert version_of(filled.database, KEY) == len(VERSIONS) + 1
    names = {name for _, name, _, _ in schema(filled.database)}
    assert {"ix_visit_newest", "ix_visit_received_on", "rating_note"} <= names
    assert trigger_statements().keys() <= names
    assert faults_of(filled.database, KEY) == []


def test_the_copy_before_an_upgrade_opens_and_holds_the_old_file(
    filled: Home, tmp_path: Path
) -> None:
    old = schema(filled.database)
    migrations = a_migration(tmp_path / "migrations")
    copy = upgrade_file(filled.database, KEY, filled.backups, NOON, migrations)
    assert copy == filled.backups / f"升级前_第{HERE}版_20261120_120000.db"
    assert list(filled.backups.iterdir()) == [copy]
    assert faults_of(copy, KEY) == []
    assert (schema(copy), version_of(copy, KEY)) == (old, len(VERSIONS))
    assert rows(copy, "SELECT count(*) FROM visitor") == [(4,)]
    assert "李桂芳".encode() not in copy.read_bytes()


FAILURES = {
    "an error in the middle": "    op.execute('SELECT * FROM nowhere')\n",
    "a row that breaks a rule": "    op.execute('UPDATE visit SET headcount = 0')\n",
    "a reference to nothing": "    op.execute('UPDATE visitor SET visit_id = 99')\n",
    "our own bug": "    raise KeyError\n",
}


@pytest.mark.parametrize("extra", FAILURES.values(), ids=FAILURES.keys())
def test_an_upgrade_that_fails_changes_nothing(filled: Home, tmp_path: Path, extra: str) -> None:
    old, visits = schema(filled.database), rows(filled.database, "SELECT * FROM visit")
    migrations = a_migration(tmp_path / "migrations", extra)
    with pytest.raises(Unusable) as fault:
        upgrade_file(filled.database, KEY, filled.backups, NOON, migrations)
    assert (fault.value.code, fault.value.path) == ("upgrade_failed", str(filled.database))
    assert schema(filled.database) == old
    assert rows(filled.database, "SELECT * FROM visit") == visits
    assert version_of(filled.database, KEY) == len(VERSIONS)
    assert faults_of(filled.database, KEY) == []
    assert len(list(filled.backups.iterdir())) == 1
    store = Store.open(filled, DATA_KEY, lambda: NOON)
    store.close()


def test_a_disk_that_fills_while_copying_stops_the_upgrade(filled: Home, tmp_path: Path) -> None:
    filled.backups.write_text("not a folder")
    before = digest(filled.database)
    with pytest.raises(Unusable):
        upgrade_file(filled.database, KEY, filled.backups, NOON, a_migration(tmp_path / "m"))
    assert digest(filled.database) == before


def test_a_damaged_file_is_not_upgraded_and_leaves_no_copy(filled: Home, tmp_path: Path) -> None:
    query = "SELECT rootpage FROM sqlite_master WHERE name = 'visit'"
    [(page,)] = rows(filled.database, query)
    data = bytearray(filled.database.read_bytes())
    data[PAGE * int(str(page)) - PAGE // 2] ^= 1
    filled.database.write_bytes(data)
    with pytest.raises(Unusable) as fault:
        upgrade_file(filled.database, KEY, filled.backups, NOON, a_migration(tmp_path / "m"))
    assert fault.value.code == "damaged"
    assert list(filled.backups.iterdir()) == []
    assert filled.database.read_bytes() == bytes(data)


def test_opening_an_old_home_upgrades_it(
    filled: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upgrade.newest_version, "__defaults__", (a_migration(tmp_path / "m"),))
    monkeypatch.setattr(upgrade.is_old, "__defaults__", (tmp_path / "m",))
    monkeypatch.setattr(upgrade.upgrade_file, "__defaults__", (tmp_path / "m",))
    store = Store.open(filled, DATA_KEY, lambda: NOON)
    with store.read() as session:
        assert session.scalars(text("SELECT rating FROM visit")).all() == [5, 5]
    store.close()
    assert len(list(filled.backups.iterdir())) == 1


def test_an_old_home_that_another_window_has_open_is_not_upgraded(
    filled: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upgrade.is_old, "__defaults__", (a_migration(tmp_path / "m"),))
    before = digest(filled.database)
    with HomeLock(filled.folder), pytest.raises(Unusable) as fault:
        Store.open(filled, DATA_KEY, lambda: NOON)
    assert fault.value.code == "home_locked"
    assert digest(filled.database) == before
    HomeLock(filled.folder, alone=True).release()


def test_a_file_from_the_future_is_refused_and_not_touched(filled: Home) -> None:
    with closing(open_file(filled.database, KEY)) as connection:
        connection.execute("PRAGMA user_version = 99")
    _leave_a_journal(filled.database)
    before = {path: digest(path) for path in filled.data.iterdir() if path.suffix != ".db-shm"}
    assert filled.database.with_name("liaison.db-wal") in before
    with pytest.raises(Unusable) as fault:
        Store.open(filled, DATA_KEY, lambda: NOON)
    assert fault.value.code == "future_file"
    assert (fault.value.facts()["version"], fault.value.facts()["known"]) == (99, len(VERSIONS))
    assert before.items() <= {path: digest(path) for path in filled.data.iterdir()}.items()
    HomeLock(filled.folder, alone=True).release()


def _leave_a_journal(path: Path) -> None:
    """Leave the file as a killed program does: with a -wal beside it that is not yet in it."""
    connection = open_file(path, KEY)
    connection.execute("UPDATE visit SET place = '二楼'")
    aside = path.with_name("aside")
    shutil.copytree(path.parent, aside)
    connection.close()
    for file in aside.iterdir():
        file.replace(path.parent / file.name)
    aside.rmdir()


def test_a_file_of_another_program_is_called_damaged(tmp_path: Path) -> None:
    with closing(open_file(tmp_path / "a.db", KEY, make=True)) as connection:
        connection.execute("CREATE TABLE note (id INTEGER)")
    with pytest.raises(Unusable) as fault:
        version_of(tmp_path / "a.db", KEY)
    assert fault.value.code == "damaged"


def test_a_home_at_the_newest_schema_is_opened_without_alembic(home: Home) -> None:
    code = (
        "import sys; from pathlib import Path; from liaison_desktop.store.homes import Home;"
        "from liaison_desktop.store.store import Store; from tests.builders import NOON;"
        f"Store.open(Home(Path({str(home.folder)!r})), bytes(range(32)), lambda: NOON).close();"
        "sys.exit('alembic' in sys.modules)"
    )
    import subprocess
    import sys

    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_next_migration_is_drafted_with_plain_types_only(tmp_path: Path) -> None:
    folder = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    first = folder / "versions" / "0001_first_schema.py"
    source = first.read_text("utf-8")
    first.write_text(
        source.replace("    _make_draft()\n", "").replace(
            '        sa.Column("place", sa.Text(), nullable=False),\n', ""
        ),
        "utf-8",
    )
    nothing = "\n\n\ndef upgrade() -> None:\n    pass\n"
    (folder / "versions" / "0003_own_drafts.py").write_text(
        f'revision = "0003"\ndown_revision = "0002"{nothing}'
    )
    draft("Drafts and places", folder)
    drafted = (folder / "versions" / f"{NEXT}_drafts_and_places.py").read_text("utf-8")
    assert "liaison_desktop" not in drafted
    assert "create_table('draft'" in drafted
    assert "sa.Column('place', sa.Text(), nullable=False)" in drafted
    assert "sa.LargeBinary(16)" in drafted
    assert f"down_revision = '{HERE}'" in drafted
