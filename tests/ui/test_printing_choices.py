"""What is remembered of printing."""

from pathlib import Path

from liaison_desktop.ui.preferences import Preferences


def test_each_paper_size_has_its_printer_again(tmp_path: Path):
    first = Preferences(tmp_path / "screen.ini")
    first.remember_printer("A4", "窗口 HP")
    first.remember_printer("A5", "里间")

    again = Preferences(tmp_path / "screen.ini")

    assert (again.printer_for("A4"), again.printer_for("A5")) == ("窗口 HP", "里间")
    assert again.printer_for("A3") == ""
