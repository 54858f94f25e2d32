"""送签单: every matter that waits for the head on a line of its own, read back from the PDF."""

from datetime import date
from pathlib import Path

from liaison_desktop.documents.signing_list import SigningLine, draw_signing_list
from liaison_desktop.model.matter_flow import ROUTES
from liaison_desktop.model.words import Route, label
from tests.documents.papers import FACTS, pages_by_pdfium, solid

LINES = [
    SigningLine("QHJD-L-2026-0001-Z-1", "路灯不亮", date(2026, 12, 31)),
    SigningLine("QHJD-L-2026-0002-X-1", "小区门口的路灯坏了三个月，晚上没人敢走" * 2, None),
]


def test_every_matter_stands_with_its_day_on_one_line(tmp_path: Path) -> None:
    (page,) = pages_by_pdfium(draw_signing_list(tmp_path / "list.pdf", LINES, FACTS).path)
    for said in ("送签单", "共 2 件", "2026年12月31日", "站长意见、办理去向", "送签人"):
        assert said in page
    for line in LINES:
        assert line.number in page
        assert line.title in solid(page)
    for route, row in ROUTES.items():
        assert f"{row.code}{label(route)}" in solid(page)


def test_what_is_suggested_stands_beside_what_the_head_decides(tmp_path: Path) -> None:
    lines = [
        LINES[0]._replace(route=Route.TO_HIGHER_DEPUTY),
        LINES[0]._replace(route=Route.TO_LOCAL_UNIT, unit_name="清河街道办事处城乡建设管理办公室"),
        LINES[1],
    ]
    (page,) = pages_by_pdfium(draw_signing_list(tmp_path / "list.pdf", lines, FACTS).path)
    told = solid(page)
    assert "建议去向、单位" in told
    assert told.count("R6通过上级代表反映") == 2  # on its line, and among the routes below
    assert told.count("R3街道（镇）职责清河街道办事处城乡建设管理办公室") == 1
    assert told.count("□同意建议□改为：") == 2


def test_a_long_list_goes_on_with_its_heading(tmp_path: Path) -> None:
    lines = [LINES[0]._replace(number=f"QHJD-L-2026-{n:04d}-Z-1") for n in range(1, 41)]
    pages = pages_by_pdfium(draw_signing_list(tmp_path / "list.pdf", lines, FACTS).path)
    assert len(pages) == 3
    assert all("站长意见、办理去向" in page for page in pages)
    assert [sum(line.number in page for page in pages) for line in lines] == [1] * 40
