"""A copy stands under its name only when all of it was verified."""

import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest

from liaison_desktop.model.faults import Unusable
from liaison_desktop.model.user import User
from liaison_desktop.store.copies import copy_file, faults_of
from liaison_desktop.store.driver import open_file, open_to_read
from liaison_desktop.store.homes import Home, file_key
from liaison_desktop.store.store import Store
from tests.builders import a_visit
from tests.store.a_home import DATA_KEY, register

KEY = file_key(DATA_KEY)


def test_a_copy_of_a_file_in_use_holds_what_was_saved(
    store: Store, clerk: User, home: Home, tmp_path: Path
) -> None:
    visit = register(store, clerk, a_visit())
    target = tmp_path / "new folder" / "copy's \"?#%.db"
    copy_file(home.database, KEY, target)
    with closing(open_to_read(target, KEY)) as copy:
        assert copy.execute("SELECT number FROM visit").fetchall() == [(visit.number,)]
    assert faults_of(target, KEY) == []
    assert "李桂芳".encode() not in target.read_bytes()


COPYING = """
import sys
from pathlib import Path
from liaison_desktop.store.copies import copy_file

def most_kb():
    return int(Path("/proc/self/status").read_text("ascii").split("VmHWM:")[1].split()[0])

source, target, key = Path(sys.argv[1]), Path(sys.argv[2]), bytes.fromhex(sys.argv[3])
before = most_kb()
copy_file(source, key, target)
print(most_kb() - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the peak is read from /proc")
def test_copying_a_large_file_takes_little_memory(tmp_path: Path) -> None:
    source, target = tmp_path / "large.db", tmp_path / "copy.db"
    with closing(open_file(source, KEY, make=True)) as large:
        large.execute("CREATE TABLE page (body)")
        large.executemany("INSERT INTO page VALUES (randomblob(200000))", [()] * 200)
    run = subprocess.run(
        [sys.executable, "-c", COPYING, source, target, KEY.hex()],
        capture_output=True,
        text=True,
        check=True,
    )
    assert target.stat().st_size > 40_000_000
    assert int(run.stdout) < 20_000


def test_a_copy_takes_the_place_of_an_older_one_and_of_a_leftover(
    home: Home, tmp_path: Path
) -> None:
    target = tmp_path / "copy.db"
    target.write_text("old")
    target.with_name("copy.db.part").write_text("half")
    copy_file(home.database, KEY, target)
    assert faults_of(target, KEY) == []
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["copy.db"]


def test_a_copy_that_does_not_verify_is_not_kept(home: Home, tmp_path: Path) -> None:
    with closing(open_file(home.database, KEY)) as raw:
        raw.execute("PRAGMA foreign_keys=OFF")
        raw.execute("INSERT INTO receiver (visit_id, name, position) VALUES (99, '无主', 0)")
    with pytest.raises(Unusable) as fault:
        copy_file(home.database, KEY, tmp_path / "copies" / "copy.db")
    assert (fault.value.code, fault.value.path) == ("damaged", str(home.database))
    assert list((tmp_path / "copies").iterdir()) == []


def test_a_copy_that_finds_no_folder_is_the_disk_s_fault(home: Home, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Unusable):
        copy_file(home.database, KEY, tmp_path / "file" / "copy.db")


@pytest.mark.parametrize("place", [0.2, 0.5, 0.9])
def test_a_flipped_bit_anywhere_is_found(home: Home, place: float) -> None:
    data = bytearray(home.database.read_bytes())
    data[int(len(data) * place)] ^= 4
    home.database.write_bytes(data)
    with suppress(Unusable):
        assert faults_of(home.database, KEY)
