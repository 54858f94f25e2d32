"""The tour as anyone without a display sees it: what it leaves in its folder."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pypdf

from liaison_desktop import tour


def test_the_tour_leaves_pictures_papers_a_package_and_what_the_county_reads(
    tmp_path: Path,
) -> None:
    out = tmp_path / "tour"
    done = subprocess.run(
        [sys.executable, "-m", "liaison_desktop", "tour", "--out", str(out)],
        capture_output=True,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    left = sorted(path.name for path in out.iterdir())
    assert len([name for name in left if name.endswith(".png")]) >= 8
    assert len([name for name in left if name.endswith(".pdf")]) == 7
    assert [name for name in left if name.endswith(".liaison")]
    names = [
        visit["visitors"][0]["name"] for visit in json.loads((out / "county.json").read_text())
    ]
    assert sorted(names) == sorted(visit["visitors"][0]["name"] for visit in tour.VISITS)
    [first] = [out / name for name in left if name.startswith("登记表") and "0002" in name]
    assert "某㛃𬱖" in pypdf.PdfReader(first).pages[0].extract_text()
    assert "收件" in done.stdout


def test_without_a_display_the_program_says_so_and_plays_the_tour(tmp_path: Path) -> None:
    kept = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in kept}
    done = subprocess.run(
        [sys.executable, "-m", "liaison_desktop"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environment | {"PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
    )
    assert done.returncode == 0
    assert "没有图形桌面" in done.stderr
    assert (tmp_path / "out" / "tour" / "summary.txt").is_file()
