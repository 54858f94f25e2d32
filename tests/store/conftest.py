"""A home with its station, a head and a clerk, made once and copied for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from liaison_desktop.model.user import User
from liaison_desktop.store.homes import Home
from liaison_desktop.store.store import Store
from tests.builders import NOON
from tests.store.a_home import DATA_KEY, make_home, user_of
from tests.store.working_home import make_working_home


@pytest.fixture(scope="session")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_home(tmp_path_factory.mktemp("pristine") / "home").folder


@pytest.fixture
def home(pristine: Path, tmp_path: Path) -> Home:
    shutil.copytree(pristine, tmp_path / "home")
    return Home(tmp_path / "home")


@pytest.fixture
def store(home: Home) -> Iterator[Store]:
    store = Store.open(home, DATA_KEY, lambda: NOON)
    yield store
    store.close()


@pytest.fixture
def clerk(store: Store) -> User:
    return user_of(store, "wang")


@pytest.fixture
def head(store: Store) -> User:
    return user_of(store, "zhao")


@pytest.fixture(scope="session")
def _working(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    home, code = make_working_home(tmp_path_factory.mktemp("working") / "home")
    return home.folder, code


@pytest.fixture
def working(_working: tuple[Path, str], tmp_path: Path) -> Home:
    """A home as `set_up_home` leaves it, of which the passwords are known."""
    shutil.copytree(_working[0], tmp_path / "home")
    return Home(tmp_path / "home")


@pytest.fixture
def sheet_code(_working: tuple[Path, str]) -> str:
    return _working[1]
