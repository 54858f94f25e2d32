"""The columns of the papers of a meeting have room for what stands in every line of them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from liaison_desktop.documents.consultation_record import draw_consultation_record
from liaison_desktop.documents.drawn import Drawn
from liaison_desktop.documents.opinions import draw_opinions
from liaison_desktop.documents.public_record import draw_public_record
from tests.documents.meetings import a_sheet
from tests.documents.papers import FACTS

LONG_DAY = date(2026, 12, 23)


def lines_of(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as paper:
        texts = [page.get_textpage().get_text_bounded() for page in paper]
    return [line.strip() for text in texts for line in text.splitlines()]


@pytest.mark.parametrize(
    "draw", [draw_consultation_record, draw_opinions, draw_public_record], ids=lambda d: d.__name__
)
def test_a_long_day_stands_on_one_line(tmp_path: Path, draw: Callable[..., Drawn]) -> None:
    sheet = a_sheet()
    [promise] = sheet.commitments
    promise.due_on = promise.struck_on = promise.published_on = LONG_DAY
    promise.progress = []
    told = lines_of(draw(tmp_path / "p.pdf", sheet, FACTS).path)
    assert any("2026年12月23日" in line for line in told)
    assert not any(line.endswith(("12月23", "12月")) for line in told)
    assert "日" not in told


def test_a_leave_is_not_broken_within_its_words(tmp_path: Path) -> None:
    told = lines_of(draw_consultation_record(tmp_path / "r.pdf", a_sheet(), FACTS).path)
    assert any(line.endswith("请假") for line in told)
    assert any("（已批准）" in line for line in told)
