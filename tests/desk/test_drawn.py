"""A printing tells back all that its reader is promised, without the reader knowing the drawing."""

from pathlib import Path

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.drawn import Drawn
from tests.builders import a_matter, a_visit, a_visitor


def told_back(drawn: Drawn) -> dict[str, object]:
    """Everything that the promise names, read from what was told back."""
    return {name: getattr(drawn, name) for name in vars(Drawn) if not name.startswith("_")}


def test_a_reprint_of_a_rare_word_tells_all_that_is_promised(desk: Desk, tmp_path: Path):
    unprintable = "\U000f0000"
    visit = a_visit(a_visitor(), matters=[a_matter(f"{unprintable}巷路灯不亮")])
    desk.visits.register(visit)
    number = desk.visits.load(visit.number).number
    desk.papers.print_receipts([number], tmp_path / "first.pdf")

    told = told_back(desk.papers.print_receipts([number], tmp_path / "again.pdf"))

    replaced = told.pop("replaced")
    assert told == {
        "path": tmp_path / "again.pdf",
        "form": "receipt",
        "pages": 1,
        "missing": [unprintable],
        "times": 2,
    }
    assert isinstance(replaced, list)
    assert all(font.wanted != font.used for font in replaced)
