"""Backups thinned by the plan, and second copies on a stick."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from liaison_desktop.model.faults import NotAllowed, Unusable
from liaison_desktop.model.words import Role
from liaison_desktop.store import second_copy
from liaison_desktop.store.backup_file import verify
from liaison_desktop.store.backups import Backup, Backups
from liaison_desktop.store.homes import Home
from liaison_desktop.store.lock import only_one
from liaison_desktop.store.store import Store
from tests.builders import NOON
from tests.homes import StoppedClock
from tests.store.a_home import a_user, user_of
from tests.store.failing_disk import fail_each_call
from tests.store.working_home import make_working_home

LATER = NOON + timedelta(days=9)
"""A day on which the accounts of the home have been in force for long enough."""


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock(LATER)


@pytest.fixture
def store(working: Home, sheet_code: str, clock: StoppedClock) -> Iterator[Store]:
    store = Store.open(working, working.unlock_with_code(sheet_code), clock)
    yield store
    store.close()


@pytest.fixture
def backups(store: Store) -> Backups:
    return Backups(store, user_of(store, "wang"))


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def made_at(backups: Backups, clock: StoppedClock, *moments: datetime) -> list[Backup]:
    """Make a backup at each of these moments; the clock stands at the last."""
    made = []
    for clock.now in moments:
        made.append(backups.make())
    return made


def test_backups_are_thinned_by_the_plan(backups: Backups, clock: StoppedClock) -> None:
    early, late, today = made_at(
        backups, clock, LATER - timedelta(hours=27), LATER - timedelta(hours=23), LATER
    )

    assert backups.thin() == [early.path]
    assert [backup.path for backup in backups.find()] == [today.path, late.path]
    assert backups.thin() == []


def test_the_last_one_that_reads_back_whole_is_never_removed(
    backups: Backups, clock: StoppedClock
) -> None:
    day_before = LATER - timedelta(days=1)
    oldest, whole, harmed = made_at(
        backups, clock, *(day_before + timedelta(hours=n) for n in range(3))
    )
    clock.now = LATER
    harm(harmed)

    assert backups.thin() == [oldest.path]
    assert {backup.path for backup in backups.find()} == {whole.path, harmed.path}


def test_where_no_backup_is_whole_nothing_is_removed(backups: Backups, clock: StoppedClock) -> None:
    made = made_at(backups, clock, LATER - timedelta(days=1, hours=1), LATER - timedelta(days=1))
    clock.now = LATER
    for backup in made:
        harm(backup)

    assert backups.thin() == []
    assert len(backups.find()) == 2


def test_backups_of_another_home_are_neither_removed_nor_counted(
    backups: Backups, working: Home, clock: StoppedClock, tmp_path: Path
) -> None:
    other, code = make_working_home(tmp_path / "other")
    theirs = Store.open(other, other.unlock_with_code(code), clock)
    foreign = made_at(
        Backups(theirs, user_of(theirs, "wang")),
        clock,
        *(LATER - timedelta(days=1) + timedelta(hours=n) for n in range(3)),
    )
    theirs.close()
    own = made_at(backups, clock, LATER - timedelta(days=1, hours=2), LATER - timedelta(days=1))
    clock.now = LATER
    for backup in foreign:
        shutil.copy(backup.path, working.backups / f"别站{backup.path.name}")

    assert backups.thin() == [own[0].path]
    assert len(backups.find()) == 4


def test_who_may_not_thins_nothing_and_copies_nothing(
    store: Store, backups: Backups, clock: StoppedClock, stick: Path
) -> None:
    made = made_at(backups, clock, LATER - timedelta(days=1, hours=1), LATER - timedelta(days=1))
    clock.now = LATER
    auditor = Backups(store, a_user("shen", Role.AUDITOR))

    with pytest.raises(NotAllowed):
        auditor.thin()
    with pytest.raises(NotAllowed):
        auditor.copy_to(stick, made[0])

    assert len(backups.find()) == 2
    assert list(stick.iterdir()) == []


def test_nothing_is_thinned_while_a_backup_is_made(backups: Backups, working: Home) -> None:
    with only_one(working.folder, "backup"), pytest.raises(Unusable) as caught:
        backups.thin()

    assert caught.value.code == "home_busy"


def test_a_backup_is_due_by_the_clock_of_the_home(backups: Backups, clock: StoppedClock) -> None:
    assert backups.is_due()
    made_at(backups, clock, LATER + timedelta(days=400), LATER)
    assert not backups.is_due()
    clock.now = LATER + timedelta(hours=4)
    assert backups.is_due()


def test_a_second_copy_is_the_same_backup(backups: Backups, stick: Path) -> None:
    made = backups.make()

    copy = backups.copy_to(stick, made)

    assert copy.path == stick / made.path.name
    assert copy.path.read_bytes() == made.path.read_bytes()
    assert copy.manifest == made.manifest
    assert copy.path.stat().st_mode & 0o077 == 0
    assert list(stick.iterdir()) == [copy.path]


def test_a_copy_that_is_there_and_whole_is_left_as_it_is(backups: Backups, stick: Path) -> None:
    made = backups.make()
    first = backups.copy_to(stick, made)
    before = first.path.stat().st_mtime_ns

    assert backups.copy_to(stick, made).path == first.path
    assert first.path.stat().st_mtime_ns == before


def test_a_foreign_file_of_that_name_is_never_replaced(backups: Backups, stick: Path) -> None:
    made = backups.make()
    foreign = stick / made.path.name
    foreign.write_text("别的文件")

    copy = backups.copy_to(stick, made)

    assert foreign.read_text() == "别的文件"
    assert copy.path.name == f"{made.path.stem}_2.liaison-backup"
    assert verify(copy.path) == made.manifest


def test_what_a_power_cut_left_on_the_stick_is_swept_away(backups: Backups, stick: Path) -> None:
    made = backups.make()
    (stick / f"{made.path.name}.part").write_bytes(b"half")

    copy = backups.copy_to(stick, made)

    assert list(stick.iterdir()) == [copy.path]


def test_a_damaged_backup_is_not_copied(backups: Backups, stick: Path) -> None:
    made = backups.make()
    harm(made)

    with pytest.raises(Unusable) as caught:
        backups.copy_to(stick, made)

    assert caught.value.code == "bad_backup"
    assert list(stick.iterdir()) == []


def test_a_stick_that_is_gone_is_said(backups: Backups, tmp_path: Path) -> None:
    with pytest.raises(Unusable) as caught:
        backups.copy_to(tmp_path / "gone", backups.make())

    assert caught.value.code == "folder_missing"


@pytest.mark.parametrize("call", ["open", "fsync", "replace"])
def test_a_stick_that_fails_at_any_call_holds_nothing_of_it(
    backups: Backups, stick: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    made = backups.make()

    def deed() -> str:
        try:
            second_copy.copy_backup(made.path, stick)
        except Unusable as fault:
            return fault.code
        return "done"

    codes = []
    for code in fail_each_call(monkeypatch, call, 28, deed):
        codes.append(code)
        assert list(stick.iterdir()) == []
    assert set(codes) == {"disk_full"}


def test_a_stick_that_gives_back_other_bytes_holds_nothing_of_it(
    backups: Backups, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backups.make()
    real = second_copy._copy_bytes

    def copy_badly(source: Path, part: Path) -> None:
        real(source, part)
        with part.open("r+b") as file:
            file.seek(50_000)
            file.write(b"other bytes")

    monkeypatch.setattr(second_copy, "_copy_bytes", copy_badly)
    with pytest.raises(Unusable) as caught:
        backups.copy_to(stick, made)

    assert caught.value.code == "disk_error"
    assert list(stick.iterdir()) == []


def harm(backup: Backup) -> None:
    with backup.path.open("r+b") as file:
        file.seek(50_000)
        file.write(b"other bytes")
