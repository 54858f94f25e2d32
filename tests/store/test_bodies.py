"""Aggregates as plain bodies: what is read is what is written, and the higher version wins."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from liaison_desktop.model.authorize import Action
from liaison_desktop.model.fields import Reach
from liaison_desktop.model.visit import Receiver, Visit
from liaison_desktop.store.acts import applying
from liaison_desktop.store.bodies import Applied, PlainRecord, apply_records, read_records
from liaison_desktop.store.store import Store
from liaison_desktop.store.wholes import whole
from tests.builders import a_matter, a_visit, a_visitor
from tests.homes import a_county, a_desk


@pytest.fixture
def records(tmp_path: Path) -> Iterator[list[PlainRecord]]:
    """A visit with two visitors and its matter, as a package would carry them."""
    desk = a_desk(tmp_path / "station")
    visit = a_visit(
        a_visitor("某㛃𬱖䶮"),
        a_visitor("赵明", phone="13800005678"),
        receivers=[Receiver(name="王建国")],
        matters=[a_matter(statement="原话\n=1+1")],
    )
    desk.visits.register(visit)
    with desk._store.read() as session:
        people = [visitor.person_uid for visitor in visit.visitors]
        wanted = {"person": people, "visit": [visit.uid], "matter": [visit.matters[0].uid]}
        yield [
            record
            for kind, uids in wanted.items()
            for record in read_records(session, kind, [u for u in uids if u], Reach.COUNTY)
        ]
    desk.close()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    county = a_county(tmp_path / "county")
    yield county._store
    county.close()


def _apply(store: Store, records: list[PlainRecord]) -> Applied:
    with store.act(None, Action.SET_UP) as session, applying(session):
        return apply_records(session, records, Reach.COUNTY)


def _read(store: Store, records: list[PlainRecord]) -> list[PlainRecord]:
    with store.read() as session:
        return [
            found
            for record in records
            for found in read_records(session, record.kind, [record.uid], Reach.COUNTY)
        ]


def test_what_is_applied_reads_back_the_same(store: Store, records: list[PlainRecord]) -> None:
    assert [record.kind for record in records] == ["person", "person", "visit", "matter"]
    assert _apply(store, records) == Applied(4, 0, ())
    assert _read(store, records) == records
    with store.read() as session:
        visit = session.scalars(whole(Visit)).one()
    assert [visitor.name for visitor in visit.visitors] == ["某㛃𬱖䶮", "赵明"]
    assert visit.visitors[0].id_no == ""


def test_the_higher_version_is_taken_and_the_lower_left(
    store: Store, records: list[PlainRecord]
) -> None:
    visit = records[2]
    newer = replace(visit, rev=2, body=visit.body | {"place": "二楼", "visitors": []})
    reborn = replace(visit, incarnation=2, body=visit.body | {"place": "三楼"})
    _apply(store, records)
    for record, applied, place in ((newer, 1, "二楼"), (visit, 0, "二楼"), (reborn, 1, "三楼")):
        assert _apply(store, [record]).applied == applied
        assert _read(store, [visit])[0].body["place"] == place
    assert len(_read(store, [visit])[0].body["visitors"]) == 2


def test_an_equal_version_with_other_content_clashes(
    store: Store, records: list[PlainRecord]
) -> None:
    visit = records[2]
    _apply(store, records)
    other = replace(visit, body=visit.body | {"place": "别处"})
    assert _apply(store, [other, *records[:2]]) == Applied(0, 2, (other,))
    assert _read(store, [visit]) == [visit]


def test_a_record_is_shown_without_what_it_holds(records: list[PlainRecord]) -> None:
    assert repr(records[0]).startswith("PlainRecord(person ")
    assert "某" not in repr(records[0])


def test_nothing_is_loaded_that_was_not_asked_for(store: Store, records: list[PlainRecord]) -> None:
    _apply(store, records)
    with store.read() as session:
        visit = session.scalars(select(Visit)).one()
        with pytest.raises(Exception, match="raise"):
            _ = visit.visitors
