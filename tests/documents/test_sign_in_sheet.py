"""F18: who is expected and free lines, 20 a page, with room to sign, and empty ones."""

from itertools import pairwise
from pathlib import Path

import pytest

from liaison_desktop.documents.drawn import Drawn
from liaison_desktop.documents.sign_in_sheet import (
    draw_blank_sign_in_sheets,
    draw_sign_in_sheet,
)
from tests.builders import NOON, a_participant, a_station
from tests.documents.meetings import RARE, a_meeting, a_sheet
from tests.documents.papers import FACTS, on_paper, opened, pages_by_pdfium, solid

MM = 72 / 25.4


def drawn_of(folder: Path, many: int, **changes: str) -> Drawn:
    meeting = a_meeting()
    people = [a_participant(meeting, f"居民{at:03}", **changes) for at in range(many)]
    return draw_sign_in_sheet(folder / "s.pdf", a_sheet(meeting, participants=people), FACTS)


def heights(path: Path, page: int) -> list[float]:
    """Return the heights of the rows between the rules that cross the place of the signature."""
    with opened(path) as document:
        image = document[page].render(scale=4).to_pil().convert("L")
    x = round(155 * MM * 4)
    frame = range(round(49 * MM * 4), round(275.5 * MM * 4))
    dark = [y for y in frame if image.getpixel((x, y)) < 128]
    rules = [y for y in dark if y - 1 not in dark]
    return [(lower - upper) / 4 / MM for upper, lower in pairwise(rules)]


def test_the_sheet_says_who_is_expected(tmp_path: Path) -> None:
    text = on_paper(draw_sign_in_sheet(tmp_path / "s.pdf", a_sheet(), FACTS).path)
    for said in (
        "民情恳谈会签到表",
        "会议名称：物业服务民情恳谈会",
        "时间：2026年11月20日（星期五）09:00—11:00",
        "主持人：王建国（街道工委主任）",
        "地点：二楼议事厅",
        "编号：QHJD-K-2026-0001-T",
        "序号姓名性别单位（村、社区）身份产生方式联系电话签名备注",
        "1周丽华代表邀请13800000001",
        f"4{RARE}女清河小区群众邀请临时到会13800000004",
        "5刘国强专家自愿报名13800000005",
        "应到5人实到人请假人缺席人签到负责人（签名）：",
    ):
        assert said in text, said
    assert text.endswith("7891011121314151617181920")  # free lines to the end of the page


@pytest.mark.parametrize(("many", "pages"), [(0, 1), (15, 1), (16, 2), (40, 3), (300, 16)])
def test_a_page_has_twenty_lines_and_five_are_free(tmp_path: Path, many: int, pages: int) -> None:
    drawn = drawn_of(tmp_path, many)
    assert drawn.pages == pages
    texts = pages_by_pdfium(drawn.path)
    assert all("签名" in text and "物业服务民情恳谈会" in text for text in texts)
    assert not [at for at in range(many) if f"居民{at:03}" not in "".join(texts)]
    for page in {0, pages - 1}:
        rows = heights(drawn.path, page)[1:21]
        assert len(rows) == 20
        assert all(row >= 9 for row in rows)


def test_long_names_take_lines_and_not_the_room_to_sign(tmp_path: Path) -> None:
    drawn = drawn_of(tmp_path, 30, body="长" * 80, remark="备" * 60)
    text = on_paper(drawn.path)
    assert text.count("长") == 2400
    assert text.count("备") == 1800 + drawn.pages  # 备注 in each heading
    assert all(row >= 9 for row in heights(drawn.path, 0)[1:])


@pytest.mark.parametrize("tall", [1, 2, 3, 4, 6, 9])
def test_a_page_that_is_nearly_full_leaves_the_room_to_sign(tmp_path: Path, tall: int) -> None:
    meeting = a_meeting()
    bodies = ["长" * 80] * tall + [""] * (15 - tall)
    people = [a_participant(meeting, "赵敏", body=body) for body in bodies]
    drawn = draw_sign_in_sheet(tmp_path / "s.pdf", a_sheet(meeting, participants=people), FACTS)
    every = [heights(drawn.path, page)[1:] for page in range(drawn.pages)]
    assert sum(map(len, every)) >= 20
    assert min(height for rows in every for height in rows) >= 9


def test_empty_sheets_are_for_writing(tmp_path: Path) -> None:
    drawn = draw_blank_sign_in_sheets(tmp_path / "b.pdf", a_station(), 2, NOON)
    pages = [solid(page) for page in pages_by_pdfium(drawn.path)]
    assert len(pages) == 2
    assert all("恳谈会签到表" in page and "时间：年月日时至时" in page for page in pages)
    assert all(str(place) in pages[0] for place in range(1, 21))
    assert "次打印" not in pages[0]
