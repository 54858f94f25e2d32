import os
import shutil
import stat
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from liaison_desktop.model.faults import Unusable, WrongPassword
from liaison_desktop.store.attempts import FREE_TRIES
from liaison_desktop.store.homes import Home, HomeState
from liaison_desktop.store.keyfile import About, KeyFile, make_code
from liaison_desktop.store.lock import HomeLock
from tests.builders import NOON
from tests.store.failing_disk import fail_calls, fail_each_call

DATA_KEY = bytes(range(32))
RIGHT, WRONG = "春风十里不如你", "春风十里不如他"


def _fill(folder: Path) -> None:
    keys = KeyFile(About("station", "QHJD", "清河"))
    keys.set_password("zhou", "u1", RIGHT, DATA_KEY)
    keys.write(folder / "keys.json", DATA_KEY)
    (folder / "liaison.db").write_bytes(b"db")
    (folder / "attachments.db").write_bytes(b"db")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path / "站点")
    with home.making() as part:
        _fill(part)
    return home


def _everything(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def test_a_home_is_ready_once_it_was_made(home: Home) -> None:
    assert home.state() is HomeState.READY
    assert home.logins() == ["zhou"]
    assert home.about() == {"side": "station", "code": "QHJD", "name": "清河"}
    home.refuse_unless_ready()
    assert not home.part.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows inherits its access lists")
def test_the_files_of_a_home_are_for_their_owner_alone(home: Home) -> None:
    for path in [home.folder, *home.folder.rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


@pytest.mark.skipif(os.name == "nt", reason="Windows inherits its access lists")
def test_a_home_given_to_a_group_is_for_the_group(tmp_path: Path) -> None:
    tmp_path.chmod(0o2770)
    home = Home(tmp_path)
    with home.making() as part:
        _fill(part)
    with pytest.raises(WrongPassword):
        home.unlock("zhou", WRONG, NOON)
    for path in tmp_path.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) & 0o060 == 0o060, path


def _nothing(folder: Path) -> None:
    pass


def _a_file(folder: Path) -> None:
    folder.mkdir()
    (folder / "报告.docx").write_bytes(b"x")


def _a_part(folder: Path) -> None:
    (folder / "data.part").mkdir(parents=True)


def _a_data_folder_without_keys(folder: Path) -> None:
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "liaison.db").write_bytes(b"db")


def _only_backups(folder: Path) -> None:
    (folder / "backups").mkdir(parents=True)
    (folder / "lock").mkdir()


def _is_a_file(folder: Path) -> None:
    folder.write_bytes(b"x")


@pytest.mark.parametrize(
    ("before", "state", "to_make", "to_open"),
    [
        (_nothing, HomeState.ABSENT, None, "home_missing"),
        (_only_backups, HomeState.ABSENT, None, "home_missing"),
        (_a_part, HomeState.HALF_MADE, "home_half_made", "home_half_made"),
        (_a_file, HomeState.OTHER, "home_not_empty", "home_missing"),
        (_is_a_file, HomeState.OTHER, "home_not_empty", "home_missing"),
        (_a_data_folder_without_keys, HomeState.OTHER, "home_not_empty", "home_damaged"),
    ],
)
def test_what_lies_at_a_folder_is_named_and_never_made_over(
    tmp_path: Path,
    before: Callable[[Path], None],
    state: HomeState,
    to_make: str | None,
    to_open: str,
) -> None:
    home = Home(tmp_path / "home")
    before(home.folder)
    found = _everything(tmp_path)
    assert home.state() is state
    if to_make is not None:
        with pytest.raises(Unusable) as caught:
            home.refuse_unless_absent()
        assert caught.value.code == to_make
    with pytest.raises(Unusable) as caught:
        home.unlock("zhou", RIGHT, NOON)
    assert caught.value.code == to_open
    assert _everything(tmp_path) == found


def test_a_home_is_never_made_over_another(home: Home) -> None:
    before = _everything(home.folder)
    with pytest.raises(Unusable) as caught, home.making():
        pytest.fail("not reached")
    assert caught.value.code == "home_exists"
    assert _everything(home.folder) == before


@pytest.mark.parametrize("folder", ["new/deep/home", "empty"])
def test_a_failed_making_leaves_nothing_behind(tmp_path: Path, folder: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(KeyboardInterrupt), Home(tmp_path / folder).making() as part:
        _end_while_filling(part)
    assert _everything(tmp_path) == {"empty"}


def _end_while_filling(part: Path) -> None:
    (part / "liaison.db").write_bytes(b"db")
    raise KeyboardInterrupt


@pytest.mark.parametrize("call", ["fsync", "replace", "mkdir", "chmod"])
def test_a_disk_that_fails_at_any_call_leaves_no_home_and_no_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    codes = []
    for fault in fail_each_call(monkeypatch, call, 28, lambda: _make(Home(tmp_path / "home"))):
        if fault is None:  # a folder that was there already
            assert Home(tmp_path / "home").state() is HomeState.READY
            shutil.rmtree(tmp_path / "home")
            continue
        codes.append(fault.code)
        assert _everything(tmp_path) == set()
    assert set(codes) == {"disk_full"}


def _make(home: Home) -> Unusable | None:
    try:
        with home.making() as part:
            for name in ("liaison.db", "attachments.db", "keys.json"):
                (part / name).write_bytes(b"x")
    except Unusable as fault:
        return fault
    return None


def test_a_folder_that_cannot_be_written_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_calls(monkeypatch, "mkdir", 30)
    with pytest.raises(Unusable) as caught, Home(tmp_path / "home").making():
        pytest.fail("not reached")
    assert caught.value.code == "read_only"


def test_two_makings_at_once_make_one_home(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    with home.making() as part:
        _fill(part)
        with pytest.raises(Unusable) as caught, Home(home.folder).making():
            pytest.fail("not reached")
        assert caught.value.code == "home_half_made"
    assert home.state() is HomeState.READY


def test_a_restore_cut_between_its_renames_is_finished(home: Home) -> None:
    home.data.rename(home.folder / "data.before-20261120-120000")
    home.restored.mkdir()
    _fill(home.restored)
    assert home.state() is HomeState.READY
    assert not home.restored.exists()


def test_a_restore_cut_before_its_swap_is_cleared_away(home: Home) -> None:
    home.restored.mkdir()
    (home.restored / "liaison.db").write_bytes(b"other")
    assert home.state() is HomeState.READY
    assert not home.restored.exists()
    assert home.database.read_bytes() == b"db"


def test_a_restore_under_way_is_left_alone(home: Home) -> None:
    home.restored.mkdir()
    with HomeLock(home.folder, alone=True):
        home.state()
        assert home.restored.exists()


def test_a_guessed_login_waits_and_during_the_wait_nothing_is_looked_at(home: Home) -> None:
    waits = []
    for _ in range(FREE_TRIES):
        with pytest.raises(WrongPassword) as caught:
            home.unlock("zhou", WRONG, NOON)
        waits.append(caught.value.wait_seconds)
    assert waits == [0, 0, 0, 0, 60]
    with pytest.raises(WrongPassword) as caught:
        Home(home.folder).unlock("zhou", RIGHT, NOON + timedelta(seconds=45))
    assert caught.value.wait_seconds == 15
    assert home.unlock("zhou", RIGHT, NOON + timedelta(seconds=60)) == DATA_KEY
    assert home.unlock("zhou", RIGHT, NOON) == DATA_KEY


def test_a_try_counts_even_if_the_program_is_ended_while_it_is_looked_at(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ended(*_arguments: object) -> bytes:
        raise KeyboardInterrupt

    with monkeypatch.context() as ending:
        ending.setattr(KeyFile, "open_with_password", ended)
        for _ in range(FREE_TRIES):
            with pytest.raises(KeyboardInterrupt):
                home.unlock("zhou", WRONG, NOON)
    with pytest.raises(WrongPassword) as caught:
        home.unlock("zhou", RIGHT, NOON)
    assert caught.value.wait_seconds == 60


def test_the_recovery_code_opens_a_home_whose_passwords_are_forgotten(home: Home) -> None:
    code = make_code()
    keys = KeyFile.read(home.keys)
    keys.set_recovery(code, DATA_KEY)
    keys.write(home.keys, DATA_KEY)
    assert home.unlock_with_code(code.lower()) == DATA_KEY
    with pytest.raises(WrongPassword):
        home.unlock_with_code(make_code())
