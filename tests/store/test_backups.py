import io
import json
import os
import random
import shutil
import tarfile
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, text

from liaison_desktop.model.authorize import Action
from liaison_desktop.model.deputy import Deputy
from liaison_desktop.model.faults import Fault, NotAllowed, Refused, Unusable
from liaison_desktop.model.history import AuditEntry
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.user import User
from liaison_desktop.model.visit import Visit
from liaison_desktop.model.words import Role
from liaison_desktop.store import backup_file
from liaison_desktop.store.accounts import Accounts
from liaison_desktop.store.audit import check_chain
from liaison_desktop.store.backup_file import unpack, verify
from liaison_desktop.store.backups import Backup, Backups, logins_of_backup
from liaison_desktop.store.homes import Home
from liaison_desktop.store.lock import only_one
from liaison_desktop.store.store import Store
from tests.builders import NOON, STATION_UID, a_visit
from tests.store.a_home import register, user_of
from tests.store.failing_disk import fail_each_call
from tests.store.retold import retold
from tests.store.working_home import (
    CLERKS_PASSWORD,
    HEADS_PASSWORD,
    make_working_home,
    opened,
    opened_by_code,
)

Desk = tuple[Store, User]


@pytest.fixture
def desk(working: Home, sheet_code: str) -> Iterator[Desk]:
    with opened_by_code(working, sheet_code) as pair:
        yield pair


@pytest.fixture
def backup(desk: Desk) -> Backup:
    register(desk[0], user_of(desk[0], "wang"), a_visit())
    return Backups(*desk).make()


def test_a_backup_is_one_file_that_any_tool_can_list(backup: Backup) -> None:
    assert backup.path.name == "备份_清河街道人大代表联络站_2026-11-20_120000.liaison-backup"
    with tarfile.open(backup.path) as tar:
        assert tar.getnames() == ["manifest.json", "keys.json", "liaison.db", "attachments.db"]
    assert [path.name for path in backup.path.parent.iterdir()] == [backup.path.name]


def test_the_manifest_says_what_it_is_and_nothing_personal(backup: Backup) -> None:
    manifest = backup.manifest
    assert (manifest.side, manifest.code, manifest.incarnation) == ("station", "QHJD", 1)
    assert manifest.made_at == NOON
    assert (manifest.counts["visit"], manifest.counts["matter"], manifest.counts["user"]) == (
        1,
        1,
        2,
    )
    assert manifest.schema >= 1
    data = backup.path.read_bytes()
    for personal in ("李桂芳", "13800001234", "和平社区", "路灯", "赵立新"):
        assert personal.encode() not in data


@pytest.mark.skipif(os.name == "nt", reason="Windows inherits its access lists")
def test_a_backup_is_for_its_owner_alone(backup: Backup) -> None:
    assert backup.path.stat().st_mode & 0o077 == 0
    assert backup.path.parent.stat().st_mode & 0o077 == 0


def test_the_making_is_on_record_in_the_backup_itself(backup: Backup, desk: Desk) -> None:
    with desk[0].read() as session:
        last = session.scalars(select(AuditEntry).order_by(AuditEntry.id.desc())).first()
    assert last is not None
    assert last.action == "back_up"
    assert (backup.manifest.audit_count, backup.manifest.audit_head) == (last.id, last.digest)


def test_one_who_may_not_makes_none(desk: Desk) -> None:
    auditor = Accounts(*desk).register("sun", "", "四月的雨三月的风", [Role.AUDITOR])
    with pytest.raises(NotAllowed):
        Backups(desk[0], auditor).make()
    assert Backups(*desk).find() == []


def test_backups_are_found_newest_first_and_strange_files_are_passed_over(working: Home) -> None:
    for day in (2, 0, 1):
        with opened(working, now=NOON + timedelta(days=day)) as pair:
            Backups(*pair).make()
    (working.backups / "别的.liaison-backup").write_bytes(b"not one")
    with opened(working) as pair:
        found = Backups(*pair).find()
    assert [backup.made_at.day for backup in found] == [22, 21, 20]


def test_two_backups_of_one_second_are_two_files(desk: Desk) -> None:
    paths = {Backups(*desk).make().path for _ in range(3)}
    assert len(paths) == 3


def test_a_rehearsal_reads_all_of_a_backup_and_leaves_nothing(backup: Backup, desk: Desk) -> None:
    elsewhere = shutil.copy(backup.path, backup.path.parent.parent / "U盘.bak")
    assert Backups(*desk).check(Path(elsewhere)).manifest == backup.manifest
    assert [path.name for path in backup.path.parent.iterdir()] == [backup.path.name]


def test_a_backup_lists_the_logins_that_open_it(backup: Backup) -> None:
    assert logins_of_backup(backup.path) == ["zhao", "wang"]


def test_a_backup_is_made_whole_while_others_write(working: Home) -> None:
    with opened(working, "wang", CLERKS_PASSWORD) as (writing, clerk), opened(working) as pair:
        stop, faults = threading.Event(), list[BaseException]()

        def write() -> None:
            try:
                while not stop.is_set():
                    register(writing, clerk, a_visit())
            except BaseException as error:
                faults.append(error)

        thread = threading.Thread(target=write)
        thread.start()
        made = [Backups(*pair).make() for _ in range(8)]
        stop.set()
        thread.join()
    assert faults == []
    counts = [_counts(backup, working.folder / f"try{n}") for n, backup in enumerate(made)]
    assert all(visits == numbers == audited for visits, numbers, audited in counts)
    assert counts[-1][0] > counts[0][0]


def _counts(backup: Backup, folder: Path) -> tuple[int, int, int]:
    """Unpack into a home of its own and count what one act writes: they agree, or it was torn."""
    home = Home(folder)
    home.data.mkdir(parents=True)
    unpack(backup.path, home.data)
    with opened(home) as (store, _), store.read() as session:
        assert check_chain(session) is None
        audited = select(func.count()).where(AuditEntry.action == "register_visit")
        last = session.scalar(select(func.max(Visit.number))) or "QHJD-L-2026-0000-0"
        visits = session.scalar(select(func.count()).select_from(Visit)) or 0
        assert backup.manifest.counts["visit"] == visits
        return visits, int(last.split("-")[3]), session.scalar(audited) or 0


# what is refused


def _refusal(check: Callable[[Path], object], path: Path) -> str:
    try:
        check(path)
    except Fault as fault:
        return fault.code
    return "accepted"


def test_every_changed_bit_is_refused(backup: Backup, tmp_path: Path) -> None:
    whole, path, dice = backup.path.read_bytes(), tmp_path / "bad", random.Random(7)  # noqa: S311 - damage, not a secret
    places = {*range(2048), *range(len(whole) - 2048, len(whole))}
    places |= {dice.randrange(len(whole)) for _ in range(2000)}
    with path.open("wb") as file:
        file.write(whole)
    with path.open("r+b", buffering=0) as file:
        for place in sorted(places):
            file.seek(place)
            file.write(bytes([whole[place] ^ 1 << dice.randrange(8)]))
            assert _refusal(verify, path) == "bad_backup", place
            file.seek(place)
            file.write(whole[place : place + 1])
    assert _refusal(verify, path) == "accepted"


def test_every_cut_and_every_addition_is_refused(backup: Backup, tmp_path: Path) -> None:
    whole, path, dice = backup.path.read_bytes(), tmp_path / "bad", random.Random(7)  # noqa: S311 - damage, not a secret
    lengths = [0, 1, 511, 512, len(whole) - 1, len(whole) - 512, len(whole) - 1024]
    lengths += [dice.randrange(len(whole)) for _ in range(300)]
    for length in lengths:
        path.write_bytes(whole[:length])
        assert _refusal(verify, path) == "bad_backup", length
    for more in (b"\0", b"x", bytes(512), whole):
        path.write_bytes(whole + more)
        assert _refusal(verify, path) == "bad_backup"


def test_the_reteller_of_these_tests_knows_the_format(backup: Backup, tmp_path: Path) -> None:
    target = retold(backup.path, tmp_path / "same", lambda content: None)
    assert target.read_bytes() == backup.path.read_bytes()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda content: content["counts"].update(visit=7), "other_home"),
        (lambda content: content.update(incarnation=7), "other_home"),
        (lambda content: content.update(made_at="2026-11-21T12:00:00+08:00"), "other_home"),
        (lambda content: content.update(code="QHZ"), "other_home"),
        (lambda content: content.update(side="county"), "other_home"),
        (lambda content: content.update(format=backup_file.FORMAT + 1), "future_file"),
        (lambda content: content.update(made_at="yesterday"), "bad_backup"),
        (lambda content: content.update(made_at="2026-11-21T12:00:00"), "bad_backup"),
        (lambda content: content.update(mac=7), "bad_backup"),
        (lambda content: content.update(more=7), "bad_backup"),
        (lambda content: content.pop("counts"), "bad_backup"),
        (lambda content: content["files"].pop("keys.json"), "bad_backup"),
        (lambda content: content["files"].update(more=content["files"]["keys.json"]), "bad_backup"),
        (lambda content: content["files"]["keys.json"].update(size=1), "bad_backup"),
        (lambda content: content["files"]["keys.json"].update(size="x"), "bad_backup"),
        (lambda content: content["files"]["liaison.db"].update(sha256="0" * 64), "bad_backup"),
    ],
)
def test_a_manifest_that_was_retold_is_refused(
    backup: Backup,
    desk: Desk,
    tmp_path: Path,
    change: Callable[[dict[str, Any]], object],
    code: str,
) -> None:
    path = retold(backup.path, tmp_path / "retold", change)
    assert _refusal(Backups(*desk).check, path) == code


def test_a_tar_by_another_hand_is_refused(backup: Backup, tmp_path: Path) -> None:
    for name in ("../../evil", "/etc/evil", "manifest.json"):
        target = tmp_path / "evil.tar"
        with tarfile.open(target, "w") as tar:
            info = tarfile.TarInfo(name)
            info.size = 4
            tar.addfile(info, io.BytesIO(b"evil"))
        assert _refusal(verify, target) == "bad_backup"
    target.write_bytes(json.dumps({}).encode())
    assert _refusal(verify, target) == "bad_backup"
    assert _refusal(verify, tmp_path / "gone") == "disk_error"


def test_a_backup_of_another_home_is_refused_by_name(desk: Desk, tmp_path: Path) -> None:
    other, _ = make_working_home(tmp_path / "other", code="QHZ", name="清河镇人大代表联络站")
    with opened(other) as pair:
        path = Backups(*pair).make().path
    with pytest.raises(Refused) as caught:
        Backups(*desk).check(path)
    assert caught.value.facts() == {"name": "清河镇人大代表联络站"}


def test_a_damaged_home_gives_no_backup(working: Home) -> None:
    with opened(working) as pair:
        for n in range(20):
            _register_deputy(*pair, n)
        with pair[0].read() as session:
            query = "SELECT rootpage FROM sqlite_master WHERE name = 'deputy'"
            page = session.scalar(text(query))
    whole = working.database.read_bytes()
    place = 4096 * (page - 1) + 100
    working.database.write_bytes(whole[:place] + b"damaged!" + whole[place + 8 :])
    with opened(working) as pair:
        with pytest.raises(Unusable) as caught:
            Backups(*pair).make()
        assert caught.value.code == "damaged"
        assert Backups(*pair).find() == []


def _register_deputy(store: Store, user: User, n: int) -> None:
    deputy = Deputy(uid=new_uid(NOON), station_uid=STATION_UID, name=f"代表{n}" * 10)
    with store.act(user, Action.REGISTER_DEPUTY, deputy) as session:
        session.add(deputy)


# a failing disk


@pytest.mark.parametrize("call", ["replace", "fsync", "chmod"])
def test_a_disk_that_fails_at_any_call_leaves_the_former_backups(
    working: Home, desk: Desk, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    backups = Backups(*desk)
    former = backups.make().path
    before, codes = sorted(working.backups.iterdir()), []
    for code in fail_each_call(monkeypatch, call, 28, lambda: _refusal(_make(backups), former)):
        codes.append(code)
        assert sorted(working.backups.iterdir()) == before
    assert set(codes) == {"disk_full"}
    assert _refusal(verify, former) == "accepted"


def _make(backups: Backups) -> Callable[[Path], object]:
    return lambda _path: backups.make()


def test_a_disk_that_gives_back_other_bytes_makes_no_backup(
    working: Home, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write_badly(target: Path, manifest: bytes, folder: Path) -> None:
        backup_file.write_backup(target, manifest, folder)
        with target.open("r+b") as file:
            file.seek(50_000)
            file.write(b"other bytes")

    monkeypatch.setattr("liaison_desktop.store.backups.write_backup", write_badly)
    with pytest.raises(Unusable) as caught:
        Backups(*desk).make()
    assert caught.value.code == "disk_error"
    assert list(working.backups.iterdir()) == []


def test_what_a_power_cut_left_is_swept_away_by_the_next(working: Home, desk: Desk) -> None:
    (working.backups / "working.part").mkdir(parents=True)
    (working.backups / "working.part" / "liaison.db").write_bytes(b"half")
    made = Backups(*desk).make()
    assert list(working.backups.iterdir()) == [made.path]


def test_only_one_backup_is_made_at_a_time(working: Home, desk: Desk) -> None:
    with only_one(working.folder, "backup"), pytest.raises(Unusable) as caught:
        Backups(*desk).make()
    assert caught.value.code == "home_busy"


def test_a_backup_opens_with_the_passwords_of_its_moment(backup: Backup, tmp_path: Path) -> None:
    home = Home(tmp_path / "elsewhere")
    home.data.mkdir(parents=True)
    unpack(backup.path, home.data)
    assert home.unlock("zhao", HEADS_PASSWORD, NOON)
