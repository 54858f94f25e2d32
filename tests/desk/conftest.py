"""A desk, its clock, and a county, each in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from liaison_desktop.county.county import County
from liaison_desktop.desk.desk import Desk
from tests.homes import HEAD, StoppedClock, a_county, a_desk


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


@pytest.fixture
def desk(tmp_path: Path, clock: StoppedClock) -> Iterator[Desk]:
    """The clerk's desk."""
    desk = a_desk(tmp_path / "station", clock)
    yield desk
    desk.close()


@pytest.fixture
def head_desk(desk: Desk, tmp_path: Path, clock: StoppedClock) -> Iterator[Desk]:
    """The same home, opened by the head."""
    head_desk = a_desk(tmp_path / "station", clock, HEAD)
    yield head_desk
    head_desk.close()


@pytest.fixture
def county(tmp_path: Path, clock: StoppedClock) -> Iterator[County]:
    county = a_county(tmp_path / "county", clock)
    yield county
    county.close()
