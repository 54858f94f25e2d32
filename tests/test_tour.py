"""The tour as anyone without a display sees it: what it leaves in its folder."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pypdf

from liaison_desktop import tour


def test_without_a_display_the_program_says_so_and_plays_the_tour(tmp_path: Path) -> None:
    """Pictures, papers, a package, and what the county reads."""
    kept = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in kept}
    done = subprocess.run(
        [sys.executable, "-OO", "-X", "no_debug_ranges", "-m", "liaison_desktop"],  # as run.sh does
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environment | {"PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
    )
    [said, *complaints] = done.stderr.splitlines()
    assert (done.returncode, complaints) == (0, [])
    assert "没有图形桌面" in said
    out = tmp_path / "out" / "tour"
    assert (out / "summary.txt").is_file()
    left = sorted(path.name for path in out.iterdir())
    assert len([name for name in left if name.endswith(".png")]) >= 40
    assert len([name for name in left if name.endswith(".pdf")]) == 10
    assert [name for name in left if name.endswith(".liaison")]
    names = [
        visit["visitors"][0]["name"] for visit in json.loads((out / "county.json").read_text())
    ]
    assert sorted(names) == sorted(visit["visitors"][0]["name"] for visit in tour.VISITS)
    [first] = [out / name for name in left if name.startswith("登记表") and "0002" in name]
    assert "某㛃𬱖" in pypdf.PdfReader(first).pages[0].extract_text()
    assert "收件" in done.stdout
