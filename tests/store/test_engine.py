"""The two blocks that a session lives in."""

import logging
from collections.abc import Iterator
from functools import partial

import pytest
from sqlalchemy import Engine, delete, inspect, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session

from liaison_desktop.model.faults import Unusable
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.unit import Unit
from liaison_desktop.store.driver import Connection, open_file
from liaison_desktop.store.engine import make_engine, reader_of, reading, writing
from liaison_desktop.store.homes import Home, file_key
from tests.builders import NOON, STATION_UID, a_visit
from tests.store.a_home import DATA_KEY


def a_unit(name: str = "城管执法队") -> Unit:
    return Unit(uid=new_uid(NOON), station_uid=STATION_UID, name=name)


@pytest.fixture
def engine(home: Home) -> Iterator[Engine]:
    connect = partial(open_file, home.database, file_key(DATA_KEY))
    engine = make_engine(connect, begin="IMMEDIATE")
    yield engine
    engine.dispose()


def write(
    engine: Engine, home: Home, *added: object, fail: type[BaseException] | None = None
) -> None:
    with writing(engine, home.database) as session:
        session.add_all(added)
        session.flush()
        if fail:
            raise fail


def names(engine: Engine) -> list[str]:
    with Session(engine) as session:
        return list(session.scalars(select(Unit.name)))


def test_schema_changes_are_part_of_the_transaction(engine: Engine) -> None:
    with engine.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE half (id INTEGER)")
        connection.rollback()
        assert not inspect(connection).has_table("half")


def test_how_a_row_is_written_is_worked_out_once_for_all_engines(
    engine: Engine, home: Home, caplog: pytest.LogCaptureFixture
) -> None:
    write(engine, home, a_unit())
    with caplog.at_level(logging.INFO, "sqlalchemy.engine"):
        other = make_engine(partial(open_file, home.database, file_key(DATA_KEY)))
        write(other, home, a_unit("城建办"))
        other.dispose()
    [place] = [n for n, said in enumerate(caplog.messages) if said.startswith("INSERT INTO unit")]
    assert "cached since" in caplog.messages[place + 1]
    assert set(names(engine)) == {"城管执法队", "城建办"}


def test_a_writer_holds_the_lock_from_the_first_statement(engine: Engine, home: Home) -> None:
    other = open_file(home.database, file_key(DATA_KEY))
    other.execute("PRAGMA busy_timeout=1")
    with writing(engine, home.database) as session:
        session.connection()
        with pytest.raises(Exception, match="locked"):
            other.execute("BEGIN IMMEDIATE")
    other.execute("BEGIN IMMEDIATE")
    other.close()


def test_a_read_sees_one_snapshot(engine: Engine, home: Home) -> None:
    reader = make_engine(partial(open_file, home.database, file_key(DATA_KEY)))
    with reading(reader, home.database) as session:
        assert session.scalars(select(Unit.name)).all() == []
        with writing(engine, home.database) as other:
            other.add(a_unit())
        assert session.scalars(select(Unit.name)).all() == []
    assert names(engine) == ["城管执法队"]
    reader.dispose()


def test_who_reads_and_who_writes_in_turn_use_one_connection(home: Home) -> None:
    opened = []

    def connect() -> Connection:
        opened.append(open_file(home.database, file_key(DATA_KEY)))
        return opened[-1]

    engine = make_engine(connect, begin="IMMEDIATE")
    reader = reader_of(engine)
    for name in ("城管执法队", "城建办"):
        write(engine, home, a_unit(name))
        with reading(reader, home.database) as session:
            assert name in session.scalars(select(Unit.name)).all()
            with pytest.raises(DBAPIError, match="readonly"):
                session.execute(delete(Unit))
    assert len(opened) == 1
    with reading(reader, home.database) as session:
        before = session.scalars(select(Unit.name)).all()
        write(engine, home, a_unit("司法所"))
        assert session.scalars(select(Unit.name)).all() == before
    assert len(names(reader)) == 3
    assert len(opened) == 2
    engine.dispose()


def test_any_exception_rolls_everything_back(engine: Engine, home: Home) -> None:
    for error in (ValueError, KeyboardInterrupt, GeneratorExit):
        with pytest.raises(error):
            write(engine, home, a_unit(), fail=error)
    assert names(engine) == []


def test_a_new_object_can_be_saved_again_after_a_failure(engine: Engine, home: Home) -> None:
    visit = a_visit()
    visit.number = visit.matters[0].number = "1"
    with pytest.raises(KeyError):
        write(engine, home, visit, fail=KeyError)
    assert (visit.id, visit.visitors[0].id, visit.matters[0].id) == (None, None, None)
    other = a_visit()
    other.number = other.matters[0].number = "2"
    write(engine, home, other)
    write(engine, home, visit)
    assert (other.id, visit.id) == (1, 2)
    assert visit.visitors[0].visit_id == 2


def test_a_loaded_object_keeps_its_values_after_a_failure(engine: Engine, home: Home) -> None:
    write(engine, home, a_unit())
    with reading(engine, home.database) as session:
        unit = session.scalars(select(Unit)).one()
    unit.phone = "0573-80000002"
    with pytest.raises(KeyError):
        write(engine, home, unit, fail=KeyError)
    assert (unit.name, unit.phone) == ("城管执法队", "0573-80000002")
    with reading(engine, home.database) as session:
        assert session.scalars(select(Unit.phone)).one() == ""


def test_objects_survive_a_row_that_the_file_refuses(engine: Engine, home: Home) -> None:
    write(engine, home, a_unit("一"))
    with reading(engine, home.database) as session:
        unit = session.scalars(select(Unit)).one()
    unit.phone = "0573-80000002"
    visit, refused = a_visit(), a_visit(headcount=0)
    for place, one in enumerate((visit, refused)):
        one.number = one.matters[0].number = str(place)
    with pytest.raises(IntegrityError):
        write(engine, home, unit, visit, refused)
    assert (unit.name, unit.phone, refused.headcount) == ("一", "0573-80000002", 0)
    assert [one.id for one in (visit, refused, visit.visitors[0], visit.matters[0])] == [None] * 4
    refused.headcount = 1
    write(engine, home, refused)
    write(engine, home, visit)
    assert (refused.id, visit.id, visit.visitors[0].visit_id) == (1, 2, 2)
    with reading(engine, home.database) as session:
        assert session.scalars(select(Unit.phone)).all() == [""]


def test_no_value_stands_in_the_text_of_an_error(engine: Engine, home: Home) -> None:
    visit = a_visit()
    visit.number, visit.headcount = "1", 0
    visit.matters[0].number = "1"
    with pytest.raises(IntegrityError) as error, writing(engine, home.database) as session:
        session.add(visit)
    assert "hidden" in str(error.value)
    assert "李桂芳" not in f"{error.value}{error.value.__context__}"
    assert "1380000" not in str(error.value)


def test_a_disk_that_fails_at_the_end_saves_nothing_and_its_connection_goes(
    engine: Engine, home: Home
) -> None:
    units = [a_unit("长" * 2000) for _ in range(50)]
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1")
    with pytest.raises(Unusable) as fault:
        write(engine, home, *units)
    assert (fault.value.code, fault.value.path) == ("disk_full", str(home.database))
    assert names(engine) == []
    write(engine, home, *units)
    assert len(names(engine)) == 50


def test_an_error_that_is_our_own_bug_is_not_blamed_on_the_disk(engine: Engine, home: Home) -> None:
    with (
        pytest.raises(DBAPIError, match="no such table"),
        writing(engine, home.database) as session,
    ):
        session.execute(text("DELETE FROM nowhere"))
