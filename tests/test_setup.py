"""What is installed: the versions that may be, the pins, and the wheel."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from PySide6.QtCore import QObject, Signal

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
NEEDED = [Requirement(line) for line in PROJECT["project"]["dependencies"]]
FOR_TESTS = [Requirement(line) for line in PROJECT["dependency-groups"]["dev"]]
PINS = dict(line.split("==") for line in (ROOT / "constraints.txt").read_text("ascii").splitlines())
CARRIED = ("forms", "resources")

WHERE = """
from liaison_desktop import paths
for place in (paths.FORMS, paths.RESOURCES, paths.MIGRATIONS):
    print(place)
"""


def plain(name: str) -> str:
    """Return a package's name as the index compares it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize(
    ("wanted", "answer"),
    [
        ("6.7.3", False),
        ("6.8.0", True),
        ("6.10.0", True),
        ("6.10.1", False),  # connecting signals crashes
        ("6.11.3", True),
        ("6.12.0", False),  # loses references to None and True on Python 3.11
        ("6.12.1", False),
    ],
)
def test_the_range_of_qt_leaves_out_what_crashes(wanted, answer):
    qt = next(needed for needed in NEEDED if needed.name == "PySide6-Essentials")

    assert qt.specifier.contains(wanted) is answer


class Bell(QObject):
    rang = Signal(bool)


def test_qt_loses_no_reference_to_none_or_true():
    bell = Bell()
    bell.rang.connect(lambda _: None)
    rounds, before = 200, (sys.getrefcount(None), sys.getrefcount(True))

    for _ in range(rounds):
        bell.setObjectName("bell")
        bell.rang.emit(True)

    lost = (before[0] - sys.getrefcount(None), before[1] - sys.getrefcount(True))
    assert max(lost) < rounds // 4


@pytest.mark.parametrize("needed", NEEDED + FOR_TESTS, ids=str)
def test_every_package_is_pinned_within_its_range_and_installed_so(needed):
    pins = {plain(name): pinned for name, pinned in PINS.items()}
    pinned = pins[plain(needed.name)]

    assert needed.specifier.contains(pinned)
    assert version(needed.name) == pinned


def test_every_pin_is_the_version_installed():
    assert {name: version(name) for name in PINS} == PINS


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel built from a copy of what it is built from, without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    made = shutil.ignore_patterns("__pycache__", "*.egg-info")
    for name in ("liaison_desktop", *CARRIED):
        shutil.copytree(ROOT / name, source / name, ignore=made)
    for name in ("pyproject.toml", "setup.py", "MANIFEST.in", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    build = "import setuptools.build_meta as backend; backend.build_wheel('..')"
    subprocess.run([sys.executable, "-c", build], cwd=source, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def files_of(folder: str) -> set[str]:
    """Return every file below a folder of the project that is not made by Python."""
    paths = (ROOT / folder).rglob("*")
    return {
        path.relative_to(ROOT).as_posix()
        for path in paths
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_has_the_program_its_forms_and_its_resources(wheel):
    inside = set(zipfile.ZipFile(wheel).namelist())
    carried = {f"liaison_desktop/{name}" for folder in CARRIED for name in files_of(folder)}

    assert files_of("liaison_desktop") | carried == {
        name for name in inside if name.startswith("liaison_desktop/")
    }
    assert all(
        any(name.startswith(f"liaison_desktop/{folder}/") for name in carried) for folder in CARRIED
    )


def test_the_wheel_starts_by_its_name_and_as_a_module(wheel):
    with zipfile.ZipFile(wheel) as opened:
        entry = next(name for name in opened.namelist() if name.endswith("entry_points.txt"))
        script = opened.read(entry).decode()

        assert "liaison-desktop = liaison_desktop.app:main" in script
        assert "def main(" in opened.read("liaison_desktop/app.py").decode()
        assert "main(" in opened.read("liaison_desktop/__main__.py").decode()


def test_an_installed_program_finds_its_own_forms_and_resources(wheel, tmp_path):
    zipfile.ZipFile(wheel).extractall(tmp_path)
    searched = os.pathsep.join([str(tmp_path), os.environ["PYTHONPATH"]])

    printed = subprocess.run(
        [sys.executable, "-c", WHERE],
        check=True,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": searched},
    ).stdout

    places = [Path(line) for line in printed.splitlines()]
    assert [place.relative_to(tmp_path / "liaison_desktop").as_posix() for place in places] == [
        *CARRIED,
        "store/migrations",
    ]
    assert all(place.is_dir() for place in places)
