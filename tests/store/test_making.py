"""A new home's encrypted files: whole, or not there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from liaison_desktop.model.faults import Unusable
from liaison_desktop.model.station import Station
from liaison_desktop.store.copies import faults_of
from liaison_desktop.store.homes import Home, file_key
from liaison_desktop.store.making import make_store
from liaison_desktop.store.store import Store
from tests.builders import NOON, STATION_UID, a_station
from tests.store.a_home import DATA_KEY, an_installation, first_rows


def make(folder: Path, fill: Callable[[Session], None] = first_rows) -> None:
    make_store(folder, DATA_KEY, an_installation(incarnation=7), fill, lambda: NOON)


def test_a_made_store_opens_with_its_first_rows(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.data.mkdir()
    make(home.data)
    assert sorted(file.name for file in home.data.iterdir()) == ["attachments.db", "liaison.db"]
    for file in home.data.iterdir():
        assert faults_of(file, file_key(DATA_KEY)) == []
    home.keys.write_text("{}")
    store = Store.open(home, DATA_KEY, lambda: NOON)
    with store.read() as session:
        station = session.scalars(select(Station)).one()
    assert (station.uid, station.rev, station.incarnation) == (STATION_UID, 1, 7)
    assert (station.changed_at, store.installation.incarnation) == (NOON, 7)
    store.close()


def fails(session: Session) -> None:
    session.add(a_station())
    session.flush()
    raise KeyError


def breaks_a_rule(session: Session) -> None:
    session.add_all([a_station(), a_station()])


@pytest.mark.parametrize(("fill", "error"), [(fails, KeyError), (breaks_a_rule, IntegrityError)])
def test_a_failure_leaves_no_file(
    tmp_path: Path, fill: Callable[[Session], None], error: type[Exception]
) -> None:
    with pytest.raises(error):
        make(tmp_path, fill)
    assert list(tmp_path.iterdir()) == []
    make(tmp_path)


def test_a_folder_that_is_not_there_is_the_disk_s_fault(tmp_path: Path) -> None:
    with pytest.raises(Unusable) as fault:
        make(tmp_path / "nowhere")
    assert fault.value.code == "read_only"
