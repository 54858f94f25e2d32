"""A second start brings the first window in front; another home has a window of its own."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from liaison_desktop.ui.single import FirstWindow, is_asked_forward, name_of
from tests.ui.hands import Until

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
application = QCoreApplication([])
from liaison_desktop.ui.single import is_asked_forward
print(is_asked_forward(Path(sys.argv[1])))
"""
FIRST = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
application = QCoreApplication([])
from liaison_desktop.ui.single import FirstWindow
first = FirstWindow(Path(sys.argv[1]), lambda: None, application)
print("listening", flush=True)
application.exec()
"""


@pytest.fixture
def second(tmp_path: Path) -> Callable[[Path], "subprocess.Popen[str]"]:
    def start(home: Path) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, "-c", SECOND, str(home)], stdout=subprocess.PIPE, text=True
        )

    return start


def test_a_second_start_brings_the_first_window_forward(
    tmp_path: Path, second: Callable[[Path], "subprocess.Popen[str]"], until: Until
):
    raised: list[int] = []
    parent = QObject()
    FirstWindow(tmp_path / "home", lambda: raised.append(1), parent)
    program = second(tmp_path / "home")

    until(lambda: program.poll() is not None)
    assert program.communicate()[0] == "True\n"
    until(lambda: raised == [1])
    parent.deleteLater()


def test_another_home_is_another_window(tmp_path: Path):
    parent = QObject()
    FirstWindow(tmp_path / "one", lambda: None, parent)

    assert not is_asked_forward(tmp_path / "two")
    assert name_of(tmp_path / "one") != name_of(tmp_path / "two")
    assert "one" not in name_of(tmp_path / "one")
    parent.deleteLater()


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe is gone with its program there")
def test_a_window_that_was_killed_is_in_nobodys_way(tmp_path: Path):
    program = subprocess.Popen(
        [sys.executable, "-c", FIRST, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert program.stdout is not None
    with program.stdout:
        assert program.stdout.readline() == "listening\n"
        os.kill(program.pid, signal.SIGKILL)
    program.wait()

    assert not is_asked_forward(tmp_path)
    parent = QObject()
    FirstWindow(tmp_path, lambda: None, parent)
    assert is_asked_forward(tmp_path)
    parent.deleteLater()
