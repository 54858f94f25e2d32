"""A second start brings the first window in front; another home has a window of its own."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from liaison_desktop.ui import single
from liaison_desktop.ui.single import FirstWindow, name_of
from tests.ui.hands import Until

PROGRAM = """
import sys
from liaison_desktop import app
run = app.run_windows
def run_and_say(application, options):
    from PySide6.QtCore import QTimer
    from liaison_desktop.ui.front_door import FrontDoor
    come = FrontDoor.come_forward
    def say(door):
        come(door)
        print("forward", door.entrance.isActiveWindow(), flush=True)
    FrontDoor.come_forward = say
    QTimer.singleShot(0, lambda: print("open", flush=True))
    return run(application, options)
app.run_windows = run_and_say
sys.exit(app.main(["--home", sys.argv[1]]))
"""


@pytest.fixture(autouse=True)
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A private folder of this test, with a name short enough for a socket in it."""
    with tempfile.TemporaryDirectory(prefix="run") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield Path(folder)


class Program:
    """The whole program in a process of its own, offscreen."""

    def __init__(self, home: Path) -> None:
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(home.parent)}
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(home)],
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
        )

    def says(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def end(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()


class Programs(list[Program]):
    def start(self, home: Path) -> Program:
        self.append(Program(home))
        return self[-1]


@pytest.fixture
def programs() -> Iterator[Programs]:
    found = Programs()
    yield found
    for program in found:
        program.end()


def test_a_second_start_brings_the_first_window_forward_and_ends(
    programs: Programs, tmp_path: Path
):
    first = programs.start(tmp_path / "home")
    assert first.says() == "open"
    second = programs.start(tmp_path / "home")

    assert first.says() == "forward True"
    assert second.process.wait(60) == 0
    assert second.says() == ""
    assert first.process.poll() is None


def test_two_homes_have_two_windows(programs: Programs, tmp_path: Path):
    assert programs.start(tmp_path / "one").says() == "open"
    assert programs.start(tmp_path / "two").says() == "open"
    assert name_of(tmp_path / "one") != name_of(tmp_path / "two")
    assert "one" not in name_of(tmp_path / "one")
    assert [program.process.poll() for program in programs] == [None, None]


def test_two_starts_at_once_make_one_window(programs: Programs, tmp_path: Path):
    both = [programs.start(tmp_path / "home") for _ in range(2)]
    said = {program.says(): program for program in both}

    assert set(said) == {"", "open"}
    assert said[""].process.wait(60) == 0
    assert said["open"].process.poll() is None


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe is gone with its program there")
def test_a_window_that_was_killed_is_in_nobodys_way(programs: Programs, tmp_path: Path):
    first = programs.start(tmp_path / "home")
    assert first.says() == "open"
    first.process.send_signal(signal.SIGKILL)
    first.process.wait()

    second = programs.start(tmp_path / "home")
    assert second.says() == "open"
    assert programs.start(tmp_path / "home").says() == ""
    assert second.says() == "forward True"


def test_a_window_that_hangs_keeps_nobody_out(tmp_path: Path):
    hanging = FirstWindow(tmp_path / "home")
    assert not hanging.is_taken()
    hanging.listen(lambda: None)  # and no event is ever looked at

    assert not FirstWindow(tmp_path / "home").is_taken(patience=0.3)
    hanging.end()


def test_a_window_that_ended_answers_no_more(tmp_path: Path, until: Until):
    first = FirstWindow(tmp_path / "home")
    assert not first.is_taken()
    first.listen(lambda: None)
    first.end()

    second = FirstWindow(tmp_path / "home")
    assert not second.is_taken(patience=0)
    second.listen(lambda: None)
    second.end()


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe has no folder")
def test_only_this_account_can_reach_the_socket(tmp_path: Path, runtime: Path):
    first = FirstWindow(tmp_path / "home")
    assert not first.is_taken()
    first.listen(lambda: None)
    [socket] = [path for path in runtime.iterdir() if path.is_socket()]

    assert socket.name == name_of(tmp_path / "home")
    assert socket.stat().st_mode & 0o077 == 0
    kind = QStandardPaths.StandardLocation.RuntimeLocation
    assert single._private_folder() == Path(QStandardPaths.writableLocation(kind))
    first.end()
