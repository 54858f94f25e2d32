"""What has to be said of papers before they are printed, and what is remembered."""

from pathlib import Path

import pytest

from liaison_desktop.documents.drawn import Drawn
from liaison_desktop.documents.fonts import ReplacedFont
from liaison_desktop.ui.preferences import Preferences
from liaison_desktop.ui.printing.copies import Copies
from liaison_desktop.ui.printing.paper import Paper, notes_on, paper_of
from liaison_desktop.ui.printing.paper_panel import shown_size


def a_drawn(path: str, missing: list[str], *replaced: tuple[str, str]) -> Drawn:
    fonts = [ReplacedFont("role", wanted, used) for wanted, used in replaced]
    return Drawn(Path(path), 1, "receipt", 1, missing, fonts, times=2)


def test_a_character_that_no_font_has_is_said_once_for_the_whole_set():
    papers = [paper_of(a_drawn("a.pdf", ["𰻞", "𡛟"])), paper_of(a_drawn("b.pdf", ["𡛟"]))]

    (note,) = notes_on(papers)

    assert note == ("本机字体没有「𰻞𡛟」，纸上以〓代替；请手写补上。", "warn")


def test_fonts_that_stand_in_are_said_together():
    first = a_drawn("a.pdf", [], ("仿宋", "宋体"), ("楷体", "宋体"))
    second = a_drawn("b.pdf", [], ("楷体", "宋体"), ("小标宋", "黑体"))

    notes = notes_on([paper_of(first), paper_of(second)])

    assert notes == [
        ("本机无仿宋、楷体，已用宋体代替。", "muted"),
        ("本机无小标宋，已用黑体代替。", "muted"),
    ]


def test_nothing_is_said_where_all_is_as_it_should_be():
    assert notes_on([paper_of(a_drawn("a.pdf", []))]) == []


def test_a_paper_is_called_by_its_form_or_else_by_its_file():
    assert paper_of(a_drawn("x.pdf", [])).title == "来访回执"
    assert Paper(Path("月报_2026-11.pdf"), "monthly_report", 1).title == "月报_2026-11"
    assert Paper(Path("x.pdf"), "minutes", 1).title == "恳谈会纪要"


def test_a_second_printing_is_a_reprint():
    assert paper_of(a_drawn("a.pdf", [])).is_reprint
    assert not Paper(Path("a.pdf"), "receipt", 1).is_reprint


@pytest.mark.parametrize(("size", "shown"), [("A4", "A4"), ("Custom.80x200mm", "80×200 mm")])
def test_a_paper_size_is_shown_as_people_write_it(size: str, shown: str):
    assert shown_size(size) == shown


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("typed", "number"),
    [("1", 1), (" 12 ", 12), ("３", 3), ("99", 99), ("0", None), ("100", None), ("²", None)],
)
def test_copies_are_a_number_from_1_to_99(typed: str, number: int | None):
    copies = Copies()
    copies.set_value(typed)

    assert copies.number() == number


def test_each_paper_size_has_its_printer_again(tmp_path: Path):
    first = Preferences(tmp_path / "screen.ini")
    first.remember_printer("A4", "窗口 HP")
    first.remember_printer("A5", "里间")

    again = Preferences(tmp_path / "screen.ini")

    assert (again.printer_for("A4"), again.printer_for("A5")) == ("窗口 HP", "里间")
    assert again.printer_for("A3") == ""
