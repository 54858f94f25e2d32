import os
import shutil
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from liaison_desktop.model.faults import Fault, NotAllowed, Refused, Unusable, WrongPassword
from liaison_desktop.model.history import AuditEntry
from liaison_desktop.model.numbering import NumberKind, build_number
from liaison_desktop.model.words import Role
from liaison_desktop.store.accounts import Accounts, recover
from liaison_desktop.store.audit import check_chain
from liaison_desktop.store.backups import Backups
from liaison_desktop.store.copies import faults_of
from liaison_desktop.store.driver import open_file
from liaison_desktop.store.homes import Home, HomeState, file_key
from liaison_desktop.store.keyfile import KeyFile
from liaison_desktop.store.lock import HomeLock
from liaison_desktop.store.restoring import Restored, restore
from tests.builders import NOON, a_visit
from tests.store.a_home import register, user_of
from tests.store.failing_disk import fail_each_call
from tests.store.retold import retold
from tests.store.working_home import CLERKS_PASSWORD, HEADS_PASSWORD, make_working_home, opened

LATER = NOON + timedelta(hours=3)
NEW = [build_number("QHJD", NumberKind.VISIT, 2026, count) for count in (1, 2)]
OLD = NEW[:1]


@dataclass(frozen=True)
class After:
    """A home with one visit, its backup, then a second visit; and the key that opens both."""

    home: Path
    backup: Path
    data_key: bytes

    def numbers(self, home: Home) -> list[str]:
        """Return the numbers of the visits, from files that pass every check."""
        key = file_key(self.data_key)
        assert faults_of(home.database, key) == []
        assert faults_of(home.attachments, key) == []
        with closing(open_file(home.database, key)) as file:
            return [number for (number,) in file.execute("SELECT number FROM visit ORDER BY id")]


@pytest.fixture(scope="session")
def after(tmp_path_factory: pytest.TempPathFactory) -> After:
    home, _ = make_working_home(tmp_path_factory.mktemp("after") / "home")
    with opened(home) as pair:
        register(pair[0], user_of(pair[0], "wang"), a_visit())
        made = Backups(*pair).make().path
        register(pair[0], user_of(pair[0], "wang"), a_visit())
    backup = Path(shutil.move(made, home.folder.parent / "一份.liaison-backup"))
    return After(home.folder, backup, pair[0].data_key)


@pytest.fixture
def backup(after: After) -> Path:
    return after.backup


@pytest.fixture
def live(after: After, tmp_path: Path) -> Home:
    shutil.copytree(after.home, tmp_path / "live" / "home")
    return Home(tmp_path / "live" / "home")


def _restore(home: Home, path: Path, password: str = HEADS_PASSWORD) -> Restored:
    return restore(home, path, "zhao", password, lambda: LATER)


def _everything(folder: Path) -> dict[str, bytes]:
    """Return all that lies there but what opening a file to read it leaves beside it."""
    kept = [path for path in folder.rglob("*") if path.is_file() and path.parent.name != "lock"]
    kept = [path for path in kept if not path.name.endswith(("-wal", "-shm"))]
    return {str(path.relative_to(folder)): path.read_bytes() for path in kept}


# what a restore does


def test_a_restore_brings_back_the_data_of_that_moment(
    after: After, live: Home, backup: Path
) -> None:
    assert after.numbers(live) == NEW
    restored = _restore(live, backup)
    assert restored.made_at == NOON
    assert after.numbers(live) == OLD


def test_what_was_here_before_is_kept_aside_whole(after: After, live: Home, backup: Path) -> None:
    restored = _restore(live, backup)
    assert restored.aside == live.folder / "data.before-20261120-150000"
    aside = Home(live.folder.parent / "aside")
    aside.folder.mkdir()
    shutil.copytree(restored.aside, aside.data)
    assert after.numbers(aside) == NEW


def test_a_restore_leaves_nothing_else_behind(live: Home, backup: Path) -> None:
    before = {path.name for path in live.folder.iterdir()}
    _restore(live, backup)
    after = {path.name for path in live.folder.iterdir()}
    assert after - before == {"data.before-20261120-150000"}
    assert {path.name for path in live.data.iterdir()} == {
        "attachments.db",
        "keys.json",
        "liaison.db",
    }


def test_a_restore_is_a_new_incarnation_and_on_record(live: Home, backup: Path) -> None:
    with opened(live) as (store, _):
        former = store.installation.incarnation_uid
    assert _restore(live, backup).incarnation == 2
    with opened(live) as (store, user), store.read() as session:
        assert check_chain(session) is None
        assert store.installation.incarnation == 2
        assert store.installation.incarnation_uid != former
        rows = session.execute(select(AuditEntry.action, AuditEntry.user_uid)).all()
        assert [row.action for row in rows][-3:] == ["back_up", "restore", "log_in"]
        assert rows[-2].user_uid == user.uid


def test_what_is_saved_afterwards_bears_the_new_incarnation(live: Home, backup: Path) -> None:
    _restore(live, backup)
    with opened(live) as (store, _):
        visit = register(store, user_of(store, "wang"), a_visit())
    assert (visit.incarnation, visit.rev) == (2, 1)


def test_a_number_that_stands_on_paper_is_not_given_again(live: Home, backup: Path) -> None:
    _restore(live, backup)
    with opened(live) as (store, _):
        visit = register(store, user_of(store, "wang"), a_visit())
    assert visit.number == build_number("QHJD", NumberKind.VISIT, 2026, 3)


def test_every_restore_counts_above_all_that_were_here(live: Home, backup: Path) -> None:
    assert [_restore(live, backup).incarnation for _ in range(3)] == [2, 3, 4]


def test_damage_does_not_hide_a_later_incarnation(live: Home, backup: Path) -> None:
    _restore(live, backup)
    _restore(live, backup)
    live.database.write_bytes(b"no database any more")
    assert _restore(live, backup).incarnation == 4
    live.keys.write_bytes(b"no key file any more")
    assert _restore(live, backup).incarnation == 5


def test_a_second_restore_in_one_second_keeps_both_asides(live: Home, backup: Path) -> None:
    asides = {_restore(live, backup).aside for _ in range(3)}
    assert len(asides) == 3


def test_a_home_can_be_made_of_a_backup(after: After, backup: Path, tmp_path: Path) -> None:
    home = Home(tmp_path / "new" / "home")
    restored = _restore(home, backup)
    assert restored.aside is None
    assert after.numbers(home) == OLD
    assert home.about()["code"] == "QHJD"


@pytest.mark.skipif(os.name == "nt", reason="Windows inherits its access lists")
def test_what_was_restored_is_for_its_owner_alone(backup: Path, tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    _restore(home, backup)
    for path in [home.folder, *home.folder.rglob("*")]:
        assert path.stat().st_mode & 0o077 == 0, path


@pytest.mark.skipif(os.name == "nt", reason="Windows inherits its access lists")
def test_backups_and_what_is_restored_are_for_the_group_that_has_the_home(
    after: After, tmp_path: Path
) -> None:
    home = Home(tmp_path / "shared")
    home.folder.mkdir()
    home.folder.chmod(0o2770)
    _restore(home, after.backup)
    with opened(home) as pair:
        Backups(*pair).make()
    _restore(home, after.backup)
    for path in home.folder.rglob("*"):
        assert path.stat().st_mode & 0o060 == 0o060, path
        assert path.stat().st_mode & 0o007 == 0, path


def test_a_half_made_or_damaged_home_gives_way(
    after: After, live: Home, backup: Path, tmp_path: Path
) -> None:
    half = Home(tmp_path / "half")
    half.part.mkdir(parents=True)
    assert _restore(half, backup).aside is None
    assert after.numbers(half) == OLD
    live.keys.unlink()
    assert live.state() is HomeState.OTHER
    restored = _restore(live, backup)
    assert restored.aside is not None
    assert (restored.aside / "liaison.db").is_file()
    assert after.numbers(live) == OLD


def test_logins_that_come_back_are_named(live: Home, backup: Path) -> None:
    with opened(live) as pair:
        Accounts(*pair).disable("wang", "调离")
    assert _restore(live, backup).revived == ("wang",)
    assert live.logins() == ["zhao", "wang"]


def test_passwords_and_recovery_sheet_are_those_of_that_moment(
    working: Home, sheet_code: str
) -> None:
    with opened(working) as pair:
        path = Backups(*pair).make().path
    newer = recover(working, sheet_code, "zhao", "四月的雨三月的风", lambda: NOON)
    _restore(working, path)
    with opened(working, "zhao", HEADS_PASSWORD):
        pass
    assert working.unlock_with_code(sheet_code)
    with pytest.raises(WrongPassword):
        working.unlock_with_code(newer)


# what is refused, the live home unchanged


def _refused(home: Home, path: Path, password: str = HEADS_PASSWORD) -> Fault:
    before = _everything(home.folder)
    with pytest.raises(Fault) as caught:
        _restore(home, path, password)
    assert _everything(home.folder) == before
    return caught.value


def test_a_damaged_backup_is_refused_and_the_home_unchanged(
    live: Home, backup: Path, tmp_path: Path
) -> None:
    whole, bad = backup.read_bytes(), tmp_path / "bad"
    for place in range(0, len(whole), len(whole) // 25):
        bad.write_bytes(whole[:place] + bytes([whole[place] ^ 16]) + whole[place + 1 :])
        assert _refused(live, bad).code == "bad_backup"
        bad.write_bytes(whole[:place])
        assert _refused(live, bad).code == "bad_backup"


def test_a_wrong_password_changes_nothing(live: Home, backup: Path) -> None:
    assert isinstance(_refused(live, backup, CLERKS_PASSWORD), WrongPassword)


def test_one_who_may_not_restores_nothing(live: Home, backup: Path) -> None:
    before = _everything(live.folder)
    with pytest.raises(NotAllowed):
        restore(live, backup, "wang", CLERKS_PASSWORD, lambda: LATER)
    assert _everything(live.folder) == before


def test_another_stations_backup_is_refused(backup: Path, tmp_path: Path) -> None:
    other, _ = make_working_home(tmp_path / "other", code="QHZ", name="清河镇人大代表联络站")
    fault = _refused(other, backup)
    assert isinstance(fault, Refused)
    assert (fault.code, fault.facts()) == ("other_home", {"name": "清河街道人大代表联络站"})


def test_a_home_set_up_anew_under_the_same_code_gives_way(
    after: After, backup: Path, tmp_path: Path
) -> None:
    anew, _ = make_working_home(tmp_path / "anew", incarnation=3)
    assert _restore(anew, backup).incarnation == 4
    assert after.numbers(anew) == OLD


def test_keys_of_another_home_inside_a_backup_are_refused(
    backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other, _ = make_working_home(tmp_path / "other")

    def with_other_keys(path: Path, folder: Path) -> object:
        from liaison_desktop.store.backup_file import unpack

        manifest = unpack(path, folder)
        shutil.copy(other.keys, folder / "keys.json")
        return manifest

    monkeypatch.setattr("liaison_desktop.store.restoring.unpack", with_other_keys)
    with pytest.raises(Unusable) as caught:
        _restore(Home(tmp_path / "home"), backup)
    assert caught.value.code == "bad_backup"
    assert not (tmp_path / "home").exists()


def test_a_manifest_that_was_retold_is_refused(live: Home, backup: Path, tmp_path: Path) -> None:
    path = retold(backup, tmp_path / "bad", lambda content: content.update(incarnation=70))
    assert _refused(live, path).code == "bad_backup"


def test_a_folder_with_other_files_is_refused(backup: Path, tmp_path: Path) -> None:
    home = Home(tmp_path / "documents")
    home.folder.mkdir()
    (home.folder / "报告.docx").write_bytes(b"x")
    assert _refused(home, backup).code == "home_not_empty"


def test_a_home_that_somebody_has_open_is_not_touched(live: Home, backup: Path) -> None:
    with HomeLock(live.folder):
        assert _refused(live, backup).code == "home_locked"
    with opened(live), pytest.raises(Unusable) as caught:
        _restore(live, backup)
    assert caught.value.code == "home_locked"


def test_a_refused_restore_into_no_home_leaves_none(backup: Path, tmp_path: Path) -> None:
    with pytest.raises(WrongPassword):
        _restore(Home(tmp_path / "new" / "home"), backup, "wrong wrong wrong")
    assert list(tmp_path.iterdir()) == []


# cut off


@pytest.mark.parametrize("once", [True, False])
@pytest.mark.parametrize("call", ["replace", "fsync"])
def test_a_disk_that_fails_at_any_call_leaves_the_old_or_the_new(
    after: After, live: Home, backup: Path, monkeypatch: pytest.MonkeyPatch, call: str, once: bool
) -> None:
    untouched = live.folder.parent / "untouched"
    shutil.copytree(live.folder, untouched)
    codes = []
    for code in fail_each_call(monkeypatch, call, 5, lambda: _code(live, backup), once=once):
        codes.append(code)
        assert live.state() is HomeState.READY
        assert not live.restored.exists()
        assert after.numbers(live) == NEW if once else after.numbers(live) in (OLD, NEW)
        shutil.rmtree(live.folder)
        shutil.copytree(untouched, live.folder)
    assert len(codes) > 3
    assert set(codes) == {"disk_error"}


def _code(home: Home, path: Path) -> str:
    try:
        _restore(home, path)
    except Fault as fault:
        return fault.code
    return "restored"


class CutOffError(BaseException):
    """The power is cut: nothing that the program would still do is done."""


def test_a_power_cut_before_any_rename_leaves_the_old_or_the_new(
    after: After, live: Home, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen, place = [], 0
    untouched = live.folder.parent / "untouched"
    shutil.copytree(live.folder, untouched)
    while True:
        place += 1
        if not _is_cut(live, backup, monkeypatch, place):
            break
        assert live.state() is HomeState.READY
        seen.append(after.numbers(live))
        shutil.rmtree(live.folder)
        shutil.copytree(untouched, live.folder)
    assert seen[-3:] == [NEW, NEW, OLD]
    assert all(numbers in (OLD, NEW) for numbers in seen)


def _is_cut(home: Home, path: Path, monkeypatch: pytest.MonkeyPatch, place: int) -> bool:
    real, calls = os.replace, []

    def cut(source: Path, target: Path) -> None:
        calls.append(target)
        if len(calls) >= place:
            raise CutOffError
        real(source, target)

    with monkeypatch.context() as power:
        power.setattr(os, "replace", cut)
        power.setattr("liaison_desktop.store.homes.remove_tree", lambda _folder: None)
        power.setattr("liaison_desktop.store.restoring.remove_tree", lambda _folder: None)
        try:
            _restore(home, path)
        except CutOffError:
            return True
    return False


def test_an_old_restore_that_was_cut_off_does_not_hinder_the_next(
    after: After, live: Home, backup: Path
) -> None:
    live.part.mkdir()
    (live.part / "liaison.db").write_bytes(b"half")
    live.restored.mkdir()
    (live.restored / "liaison.db").write_bytes(b"whole, but never put in place")
    _restore(live, backup)
    assert after.numbers(live) == OLD
    assert KeyFile.read(live.keys).about.incarnation == 2


def test_the_roles_of_that_moment_decide(live: Home, backup: Path) -> None:
    with opened(live) as pair:
        accounts = Accounts(*pair)
        accounts.register("li", "李敏", "四月的雨三月的风", [Role.HEAD])
        accounts.correct("zhao", roles=[Role.CLERK])
    assert _restore(live, backup).incarnation == 2
