"""A roster as it stands in its file, whatever program wrote it."""

from pathlib import Path

import pytest
import xlsxwriter

from liaison_desktop.documents.roster_file import read_lines
from liaison_desktop.model.faults import Unusable


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_csv_gives_its_very_lines(tmp_path: Path, encoding: str, end: str):
    path = tmp_path / "名单.csv"
    lines = ["姓名,住址", '马秀英,"和平社区,3栋"', " 陈国强 , 清河小区", "", "赵丽"]
    path.write_bytes(end.join(lines).encode(encoding))

    read = read_lines(path)

    assert [text for text, _cells in read] == lines
    assert list(read[1][1]) == ["马秀英", "和平社区,3栋"]
    assert list(read[3][1]) == []


def test_a_line_ends_where_a_text_file_ends_it_and_nowhere_else(tmp_path: Path):
    path = tmp_path / "名单.csv"
    path.write_text("马秀英\u2028甲\n陈国强\x0c乙", "utf-8")

    with path.open(encoding="utf-8") as file:
        assert [text for text, _cells in read_lines(path)] == [line.rstrip("\n") for line in file]


def test_a_sheet_gives_its_cells_joined_by_commas(tmp_path: Path):
    path = tmp_path / "名单.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["姓名", "手机", "备注"])
        sheet.write_row(1, 0, ["马秀英", 13800001234])
        sheet.write_row(2, 0, ["陈国强", "", "三栋\n二单元"])

    assert [text for text, _cells in read_lines(path)] == [
        "姓名,手机,备注",
        "马秀英,13800001234",
        "陈国强,,三栋 二单元",
    ]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("名单.csv", '姓名,住址\n马秀英,"和平\n社区"'.encode(), "table_damaged"),
        ("名单.csv", b"\n \n", "table_empty"),
        ("名单.txt", "马秀英".encode(), "table_unknown"),
        ("名单.xlsx", "马秀英".encode(), "table_damaged"),
        ("名单.csv", b"\x81\xff\xff", "table_damaged"),
    ],
)
def test_what_is_no_roster_is_said(tmp_path: Path, name: str, data: bytes, code: str):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(Unusable, match=code):
        read_lines(path)
