"""The file of bad rows: why in the first column, then the cells as they were, none a formula."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from liaison_desktop.documents.bad_rows import build_bad_rows
from liaison_desktop.documents.merged_cells import Area, fill_down, merged_areas, spread_cells
from liaison_desktop.model.faults import Problem, ProblemCode
from liaison_desktop.model.import_words import column_letter
from liaison_desktop.model.importing import Table

MADE = datetime(2026, 11, 20, tzinfo=UTC)


def test_why_stands_first_and_the_cells_as_they_were(tmp_path: Path):
    table = Table(["姓名", "级别", ""], [["王建国", "县级", ""], ["=1+1", "特级", "x"]], 3)
    bad = Problem("level", ProblemCode.BAD_VALUE, detail="特级")
    wrong = [bad, Problem("", ProblemCode.MISSING)]
    data = build_bad_rows(table, {0: "name", 1: "level"}, [(4, wrong)], "某站", MADE, tmp_path)

    sheet = openpyxl.load_workbook(BytesIO(data)).worksheets[0]
    heading, line = sheet.iter_rows(values_only=True)
    assert heading == ("原因", "姓名", "级别", "C")
    assert line == (
        "第 4 行 B 列「级别」：填写不合要求（特级）；第 4 行：还没有填写",
        "=1+1",
        "特级",
        "x",
    )
    assert sheet["B2"].data_type == "s"


@pytest.mark.parametrize(
    ("place", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_are_counted_as_a_spreadsheet_does(place: int, letters: str):
    assert column_letter(place) == letters


def test_merged_areas_are_read_and_filled_down_one_column():
    book = openpyxl.Workbook()
    for area in ("A2:A3", "B2:C2", "AB4:AB5"):
        book.worksheets[0].merge_cells(area)
    data = BytesIO()
    book.save(data)
    areas = merged_areas(data.getvalue())
    assert sorted(areas) == [Area(2, 0, 3, 0), Area(2, 1, 2, 2), Area(4, 27, 5, 27)]
    assert spread_cells(areas) == {(2, 1), (2, 2)}

    rows = [["王建国", "合", ""], ["", "", ""], ["赵强", "", ""]]
    fill_down(rows, 2, areas)
    assert rows == [["王建国", "合", ""], ["王建国", "", ""], ["赵强", "", ""]]


def test_what_is_no_sheet_has_no_merged_areas():
    assert merged_areas(b"no archive") == []
