import subprocess
import sys
from pathlib import Path

import pytest

from liaison_desktop.model.faults import Unusable
from liaison_desktop.store.lock import PLACES, HomeLock, only_one

_HOLDER = """
import sys, time
from pathlib import Path
from liaison_desktop.store.lock import HomeLock
held = HomeLock(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""


def _refused(folder: Path, *, alone: bool = True) -> str:
    with pytest.raises(Unusable) as caught:
        HomeLock(folder, alone=alone)
    return caught.value.code


def test_many_may_have_a_home_open_but_one_alone_must_wait(tmp_path: Path) -> None:
    with HomeLock(tmp_path), HomeLock(tmp_path):
        assert _refused(tmp_path) == "home_locked"
    HomeLock(tmp_path, alone=True).release()


def test_nobody_comes_in_while_one_is_alone(tmp_path: Path) -> None:
    with HomeLock(tmp_path, alone=True):
        assert _refused(tmp_path, alone=False) == "home_locked"
    HomeLock(tmp_path).release()


def test_a_refused_one_lets_go_of_all_it_had_taken(tmp_path: Path) -> None:
    held = [HomeLock(tmp_path) for _ in range(PLACES)]
    assert _refused(tmp_path, alone=False) == "home_locked"
    for lock in held[:-1]:
        lock.release()
    assert _refused(tmp_path) == "home_locked"
    held[-1].release()
    HomeLock(tmp_path, alone=True).release()


def test_another_process_is_seen_and_a_killed_one_leaves_nothing(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        assert _refused(tmp_path) == "home_locked"
        holder.kill()
    HomeLock(tmp_path, alone=True).release()


def test_an_errand_runs_once_at_a_time(tmp_path: Path) -> None:
    once = only_one(tmp_path, "backup")
    with once, HomeLock(tmp_path), pytest.raises(Unusable) as caught:
        only_one(tmp_path, "backup").__enter__()
    assert caught.value.code == "home_busy"
    with only_one(tmp_path, "backup"):
        pass


def test_a_lock_file_in_the_way_of_a_folder_is_a_fault_of_the_disk(tmp_path: Path) -> None:
    (tmp_path / "lock").write_text("")
    with pytest.raises(Unusable):
        HomeLock(tmp_path)
