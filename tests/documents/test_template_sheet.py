"""A county's own table is filled where it is empty, and nowhere else."""

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from liaison_desktop.documents.template_sheet import fill_template
from liaison_desktop.model.faults import Unusable
from liaison_desktop.model.ledger import ORDINAL

ROWS = [["李桂芳", "路灯"], ["王小明", "=1+1"]]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A title, a heading of two lines, ordinals written before, and a note below three lines."""
    path = tmp_path / "县里的表.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.merge_range("A1:C1", "汇总表")
    sheet.write_row(1, 0, ["序号", "群众", "反映"])
    sheet.write_row(2, 1, ["（姓名）", "（主题）"])
    for line in range(3, 6):
        sheet.write_number(line, 0, line - 2)
    sheet.merge_range("A7:C7", "填表说明")
    book.close()
    return path


def test_the_rows_stand_below_the_heading_and_the_rest_stays(table: Path):
    data, count = fill_template(table, 3, {0: ORDINAL, 1: 0, 2: 1}, ROWS)

    sheet = openpyxl.load_workbook(BytesIO(data)).worksheets[0]
    lines = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    assert count == 2
    assert lines == [
        [None, "（姓名）", "（主题）"],
        [1, "李桂芳", "路灯"],
        [2, "王小明", "=1+1"],
        [3, None, None],
        ["填表说明", None, None],
    ]
    assert sheet["C5"].data_type == "s"


def test_nothing_of_the_county_is_written_over(table: Path):
    before = table.read_bytes()

    with pytest.raises(Unusable) as caught:
        fill_template(table, 3, {1: 0}, ROWS * 2)

    assert (caught.value.code, vars(caught.value)["found"]) == ("template_full", 3)
    assert table.read_bytes() == before


def test_what_is_no_table_is_refused(tmp_path: Path):
    (tmp_path / "a.xlsx").write_bytes(b"no archive")

    with pytest.raises(Unusable) as caught:
        fill_template(tmp_path / "a.xlsx", 1, {}, ROWS)
    assert caught.value.code == "table_damaged"
