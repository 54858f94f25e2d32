"""What was saved stays saved, and nothing is half saved: killed, full, read-only, busy."""

import random
import shutil
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select, text

from liaison_desktop.model.authorize import Action
from liaison_desktop.model.faults import Unusable
from liaison_desktop.model.user import User
from liaison_desktop.model.visit import Visit
from liaison_desktop.paths import MIGRATIONS
from liaison_desktop.store.audit import check_chain
from liaison_desktop.store.copies import faults_of
from liaison_desktop.store.driver import open_file
from liaison_desktop.store.homes import Home, file_key
from liaison_desktop.store.store import Store
from liaison_desktop.store.upgrade import newest_version, version_of
from tests.builders import NOON, a_matter, a_visit
from tests.store.a_home import DATA_KEY, register

KEY = file_key(DATA_KEY)
PROJECT = MIGRATIONS.parents[2]
KILLS = 10


def saving(folder: Path, how: str) -> list[str]:
    return [sys.executable, "-m", "tests.store.saving_process", str(folder), how]


def run(*command: str) -> list[str]:
    """Return the lines that a command wrote; it must end well and complain of nothing."""
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=PROJECT)
    assert done.stderr == ""
    return done.stdout.splitlines()


def refuse_half_saved(home: Home, acknowledged: set[str]) -> None:
    """Fail unless every visit said to be saved is there, whole, counted and audited."""
    with closing(open_file(home.database, KEY)) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert faults_of(home.database, KEY) == []
    with closing(Store.open(home, DATA_KEY, lambda: NOON)) as store, store.read() as session:
        numbers = session.scalars(select(Visit.number)).all()
        assert acknowledged <= set(numbers)
        assert len(numbers) <= len(acknowledged) + KILLS
        assert sorted(int(number.split("-")[3]) for number in numbers) == list(
            range(1, len(numbers) + 1)
        )
        for rows in (
            "SELECT count(*) FROM visitor",
            "SELECT count(*) FROM matter",
            "SELECT count(*) FROM audit_entry WHERE action = 'register_visit'",
            "SELECT count(*) FROM outbox WHERE kind = 'visit'",
            "SELECT coalesce(max(last), 0) FROM numbering",
        ):
            assert session.scalar(text(rows)) == len(numbers)
        assert session.scalar(text("SELECT act FROM capture")) is None
        assert check_chain(session) is None


def test_a_killed_program_loses_nothing_it_had_said_was_saved(home: Home) -> None:
    acknowledged: set[str] = set()
    chance = random.Random(20261120)  # noqa: S311 - a moment, not a secret
    for _ in range(KILLS):
        process = subprocess.Popen(
            saving(home.folder, "for_ever"),
            stdout=subprocess.PIPE,
            text=True,
            cwd=PROJECT,
        )
        assert process.stdout is not None
        acknowledged.add(process.stdout.readline().strip())
        time.sleep(chance.uniform(0, 0.1))
        process.kill()
        acknowledged |= {line.strip() for line in process.stdout if line.endswith("\n")}
        process.wait()
        process.stdout.close()
    assert len(acknowledged) >= KILLS
    refuse_half_saved(home, acknowledged)


def test_a_program_killed_in_an_upgrade_leaves_the_old_file(home: Home, tmp_path: Path) -> None:
    shutil.copytree(MIGRATIONS, tmp_path / "m", ignore=shutil.ignore_patterns("__pycache__"))
    newest = newest_version()
    (tmp_path / "m" / "versions" / f"{newest + 1:04d}_killed.py").write_text(
        "import os\nfrom alembic import op\n"
        f"revision = '{newest + 1:04d}'\ndown_revision = '{newest:04d}'\n\n\n"
        "def upgrade():\n    op.drop_table('visitor')\n    os.kill(os.getpid(), 9)\n"
    )
    code = (
        "from pathlib import Path; from liaison_desktop.store.upgrade import upgrade_file;"
        "from tests.builders import NOON; from tests.store.test_durability import KEY;"
        f"home = Path({str(home.folder)!r});"
        "upgrade_file(home / 'data' / 'liaison.db', KEY, home / 'backups', NOON,"
        f" Path({str(tmp_path / 'm')!r}))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, cwd=PROJECT)
    assert done.returncode == -9
    assert version_of(home.database, KEY) == newest
    assert len(list(home.backups.iterdir())) == 1
    refuse_half_saved(home, set())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file's size")
def test_a_file_that_cannot_grow_is_told_and_saving_goes_on_when_it_can(home: Home) -> None:
    lines = run(*saving(home.folder, "limited"))
    faults = {line for line in lines if line.startswith("!")}
    assert faults
    assert faults <= {"! disk_full", "! disk_error"}
    assert not any(line.startswith("!") for line in lines[-5:])
    refuse_half_saved(home, {line for line in lines if not line.startswith("!")})


MOUNTED = ("unshare", "-rm", "sh", "-c")


def _can_mount() -> bool:
    command = [*MOUNTED, "mount -t tmpfs tmpfs /mnt"]
    if not shutil.which(command[0]):
        return False
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


@pytest.mark.skipif(not _can_mount(), reason="this system lets no small disk be mounted")
def test_a_full_disk_is_told_and_saving_goes_on_when_there_is_room(tmp_path: Path) -> None:
    disk, kept = tmp_path / "disk", tmp_path / "kept"
    disk.mkdir()
    script = f'mount -t tmpfs -o size=2m tmpfs {disk} && "$@" && cp -r {disk}/home {kept}'
    lines = run(*MOUNTED, script, "sh", *saving(disk / "home", "full"))
    assert [line for line in lines if line.startswith("!")] == ["! disk_full"] * 3
    assert not lines[-1].startswith("!")
    refuse_half_saved(Home(kept), {line for line in lines if not line.startswith("!")})


def test_a_disk_that_fills_in_the_middle_of_an_act_saves_nothing(
    store: Store, clerk: User, home: Home
) -> None:
    saved = register(store, clerk, a_visit())
    with store._writer.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1")
    visit = a_visit(matters=[a_matter(statement="长" * 4000) for _ in range(9)])
    with pytest.raises(Unusable) as fault:
        register(store, clerk, visit)
    assert (fault.value.code, fault.value.path) == ("disk_full", str(home.database))
    assert "长" not in str(fault.value.__context__)
    with store.read() as session:
        assert session.scalars(select(Visit.number)).all() == [saved.number]
    register(store, clerk, visit)
    assert visit.number.split("-")[3] == "0002"
    store.close()
    with closing(open_file(home.database, KEY)) as raw:
        assert raw.execute("SELECT count(*) FROM matter").fetchone() == (10,)
    assert faults_of(home.database, KEY) == []


def test_a_file_that_another_program_holds_is_told(
    store: Store, clerk: User, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store._writer.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout=1")
    with closing(open_file(home.database, KEY)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Unusable) as fault, store.act(clerk, Action.PRINT):
            pytest.fail("the act must not begin")
        assert fault.value.code == "file_busy"
        with store.read() as session:
            assert session.scalars(select(Visit)).all() == []
    register(store, clerk, a_visit())


def test_a_home_that_cannot_be_written_is_told(home: Home) -> None:
    code = (
        "import os; from pathlib import Path; from liaison_desktop.store.homes import Home;"
        "from liaison_desktop.store.store import Store; from tests.builders import NOON;"
        "from liaison_desktop.model.faults import Unusable\n"
        "if os.getuid() == 0: os.setuid(65534)\n"
        "try:\n"
        f"    Store.open(Home(Path({str(home.folder)!r})), bytes(range(32)), lambda: NOON)\n"
        "except Unusable as fault: print(fault.code)\n"
    )
    for path in (home.data, home.folder):
        path.chmod(0o555)
    for path in [*home.folder.parents][:-2]:
        path.chmod(path.stat().st_mode | 0o055)
    home.database.chmod(0o444)
    home.keys.chmod(0o444)
    try:
        assert run(sys.executable, "-c", code) == ["read_only"]
    finally:
        home.folder.chmod(0o755)
        home.data.chmod(0o755)
