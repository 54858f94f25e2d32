"""The one function that opens a file."""

from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from liaison_desktop.model.faults import Unusable
from liaison_desktop.store import driver
from liaison_desktop.store.driver import open_file, open_to_read, world_fault, wrong_settings

KEY = bytes(range(32))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with closing(open_file(tmp_path / "a.db", KEY, make=True)) as connection:
        connection.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT UNIQUE)")
        connection.execute("INSERT INTO note (text) VALUES ('路灯不亮')")
    return tmp_path / "a.db"


def test_every_connection_has_the_settings_of_the_house(path: Path) -> None:
    for _ in range(2):
        with closing(open_file(path, KEY)) as connection:
            assert wrong_settings(connection) == []


@pytest.mark.parametrize(
    ("pragma", "name"),
    [
        ("synchronous=NORMAL", "synchronous"),
        ("foreign_keys=OFF", "foreign_keys"),
        ("secure_delete=OFF", "secure_delete"),
        ("recursive_triggers=OFF", "recursive_triggers"),
        ("trusted_schema=ON", "trusted_schema"),
        ("journal_mode=DELETE", "journal_mode"),
        ("temp_store=FILE", "temp_store"),
    ],
)
def test_a_setting_that_does_not_hold_is_named(path: Path, pragma: str, name: str) -> None:
    with closing(open_file(path, KEY)) as connection:
        connection.execute(f"PRAGMA {pragma}")
        assert wrong_settings(connection) == [name]


def test_nothing_typed_is_readable_in_the_file(path: Path) -> None:
    assert "路灯不亮".encode() not in path.read_bytes()
    assert not path.read_bytes().startswith(b"SQLite format 3")


def test_another_key_and_another_file_are_refused(path: Path, capfd: pytest.CaptureFixture) -> None:
    (path.parent / "b.db").write_bytes(b"not a database, but long enough" * 200)
    for file, key in ((path, bytes(32)), (path.parent / "b.db", KEY)):
        for opened in (open_file, open_to_read):
            with pytest.raises(Unusable) as fault:
                opened(file, key)
            assert (fault.value.code, fault.value.path) == ("damaged", str(file))
    assert capfd.readouterr().err == ""


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    for opened in (open_file, open_to_read):
        with pytest.raises(Unusable) as fault:
            opened(tmp_path / "a.db", KEY)
        assert fault.value.code == "file_missing"
    assert list(tmp_path.iterdir()) == []


def test_sqlite_with_the_wal_reset_bug_is_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dbapi2, "sqlite_version_info", (3, 51, 2))
    with pytest.raises(Unusable) as fault:
        open_file(path, KEY)
    assert fault.value.code == "old_sqlite"
    monkeypatch.setattr(dbapi2, "sqlite_version_info", driver.OLDEST_SQLITE)
    open_file(path, KEY).close()


def test_a_reader_changes_nothing_and_does_not_even_checkpoint(path: Path) -> None:
    with closing(open_file(path, KEY)) as writer:
        writer.execute("INSERT INTO note (text) VALUES ('二')")
        before = path.read_bytes()
        with closing(open_to_read(path, KEY)) as reader:
            assert reader.execute("SELECT count(*) FROM note").fetchone() == (2,)
            with pytest.raises(dbapi2.OperationalError):
                reader.execute("DELETE FROM note")
        assert path.read_bytes() == before
    assert path.read_bytes() != before


@pytest.mark.parametrize("name", ["a 站?#%23.db", "中文.db"])
def test_a_reader_takes_any_file_name(path: Path, name: str) -> None:
    renamed = path.rename(path.with_name(name))
    with closing(open_to_read(renamed, KEY)) as reader:
        assert reader.execute("SELECT text FROM note").fetchone() == ("路灯不亮",)


def test_a_full_disk_is_told_from_our_own_bugs(path: Path) -> None:
    with closing(open_file(path, KEY)) as connection:
        connection.execute("PRAGMA max_page_count=3")
        with pytest.raises(dbapi2.OperationalError) as full:
            connection.execute("INSERT INTO note (text) VALUES (zeroblob(100000))")
        fault = world_fault(full.value, path)
        assert fault is not None
        assert (fault.code, fault.path) == ("disk_full", str(path))
        with pytest.raises(dbapi2.IntegrityError) as twice:
            connection.execute("INSERT INTO note (text) VALUES ('路灯不亮')")
        assert world_fault(twice.value, path) is None
        with pytest.raises(dbapi2.OperationalError) as typo:
            connection.execute("SELEC 1")
        assert world_fault(typo.value, path) is None


def test_a_waiting_writer_is_told_that_the_file_is_busy(path: Path) -> None:
    with closing(open_file(path, KEY)) as one, closing(open_file(path, KEY)) as two:
        two.execute("PRAGMA busy_timeout=1")
        one.execute("BEGIN IMMEDIATE")
        with pytest.raises(dbapi2.OperationalError) as busy:
            two.execute("BEGIN IMMEDIATE")
        fault = world_fault(busy.value, path)
        assert fault is not None
        assert fault.code == "file_busy"


def test_a_flipped_bit_is_noticed(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[5000] ^= 1
    path.write_bytes(data)
    connection = open_to_read(path, KEY)
    with closing(connection), pytest.raises(dbapi2.DatabaseError) as error:
        connection.execute("SELECT * FROM note").fetchall()
    fault = world_fault(error.value, path)
    assert fault is not None
    assert fault.code == "damaged"
