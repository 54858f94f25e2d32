"""Which face the program shows: a window, a verb, a tour, or the one line that helps."""

import subprocess
import sys
from pathlib import Path

import pytest

from liaison_desktop import __main__ as module
from liaison_desktop import app
from liaison_desktop.app import DEBIAN_LIBRARIES, window_options

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        ([], {}),
        (["--home", "/somewhere"], {"home": "/somewhere"}),
        (["--home=/somewhere", "--theme", "dark"], {"home": "/somewhere", "theme": "dark"}),
        (["--lang", "en"], {"lang": "en"}),
        (["visit", "list"], None),
        (["--home", "/somewhere", "visit", "list"], None),
        (["--help"], None),
        (["--home"], None),
        (["--wrong"], None),
        (["home", "/somewhere"], None),
    ],
)
def test_a_window_is_meant_where_nothing_but_its_options_is_said(
    arguments: list[str], options: dict[str, str] | None
):
    assert window_options(arguments) == options


def run(program: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    keep = {"PATH": "/usr/bin:/bin", "HOME": str(cwd), "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=cwd,
        env=keep | environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_without_a_display_it_says_so_and_plays_the_tour(tmp_path: Path):
    program = """
import sys, types
tour = types.ModuleType("liaison_desktop.tour")
tour.play = lambda out: print("tour into", out) or 0
sys.modules["liaison_desktop.tour"] = tour
from liaison_desktop.app import main
sys.exit(main([]))
"""
    done = run(program, tmp_path)

    assert done.returncode == 0
    assert done.stdout == "tour into out/tour\n"
    [line] = done.stderr.splitlines()
    assert "没有图形桌面" in line
    assert "no display" in line


def test_without_the_systems_libraries_it_prints_what_to_install(tmp_path: Path):
    program = """
import sys
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name == "PySide6.QtWidgets":
            raise ImportError("libGL.so.1: cannot open shared object file")
sys.meta_path.insert(0, Missing())
from liaison_desktop.app import main
sys.exit(main([]))
"""
    done = run(program, tmp_path, QT_QPA_PLATFORM="offscreen")

    assert done.returncode == 4
    assert DEBIAN_LIBRARIES in done.stderr
    assert "缺少系统库" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_bug_is_told_without_what_was_typed(capsys: pytest.CaptureFixture[str], qapp: object):
    from liaison_desktop.ui import bugs

    try:
        raise ValueError("李桂芳 13800001234")
    except ValueError as error:
        bugs.report(type(error), error, error.__traceback__)

    told = capsys.readouterr().err
    assert told.startswith("ValueError\n")
    assert "test_a_bug_is_told" in told
    assert "李桂芳" not in told
    assert "13800001234" not in told


def test_python_m_starts_the_same_program(tmp_path: Path):
    done = subprocess.run(
        [sys.executable, "-m", "liaison_desktop", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert module.main is app.main
    assert done.returncode == 0
    assert "liaison-desktop" in done.stdout
