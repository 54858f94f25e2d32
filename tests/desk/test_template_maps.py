"""A county's own table is filled: its look stays, its columns are remembered, texts stay texts."""

from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.template_maps import Template
from liaison_desktop.model.ledgers import VISITS
from tests.builders import a_matter, a_visit, a_visitor


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table as a county sends it: a title, a heading, an empty line with borders, a note."""
    path = tmp_path / "县里的表.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("汇总")
    sheet.merge_range("A1:E1", "××县联络站接待情况汇总表", book.add_format({"bold": True}))
    sheet.write_row(1, 0, ["序号", "日期", "来访群众", "主题", "落实情况"])
    for column in range(5):
        sheet.write_blank(2, column, None, book.add_format({"border": 1}))
    sheet.write_formula("G1", "=1+1")
    book.close()
    return path


def chosen(template: Template) -> Template:
    return Template(
        template.path, template.heading, template.first_line, {**template.columns, 2: "name"}
    )


def test_the_table_is_filled_and_its_columns_are_remembered(
    desk: Desk, table: Path, tmp_path: Path
):
    for title in ("路灯不亮", '=HYPERLINK("http://x","y")'):
        desk.visits.register(a_visit(a_visitor("李桂芳"), matters=[a_matter(title)]))
    ledger = desk.ledger(VISITS)
    template = ledger.read_template(table)
    assert template.columns == {0: "#", 1: "received_at", 3: "title"}
    assert template.first_line == 3

    assert ledger.fill_template(chosen(template), tmp_path / "out.xlsx") == 2

    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx").worksheets[0]
    rows = [[cell.value for cell in row[:5]] for row in sheet.iter_rows(min_row=3, max_row=4)]
    assert rows[0] == ["1", "2026-11-20", "李桂芳", "路灯不亮", None]
    assert rows[1][3] == '=HYPERLINK("http://x","y")'
    assert [sheet.cell(4, 4).data_type, sheet.cell(4, 4).border.top.style] == ["s", "thin"]
    assert sheet["A1"].value == "××县联络站接待情况汇总表"
    assert sheet["G1"].value == "=1+1"
    assert ledger.read_template(table).columns[2] == "name"
    assert desk.history.printings_of(desk.station)[-1].form == "visit_sheet"
    assert [check.name for check in desk.check() if not check.is_ok] == []
