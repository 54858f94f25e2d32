"""A county's own table, filled from the list: its columns are named, and it is saved elsewhere."""

from pathlib import Path

import openpyxl
import xlsxwriter

from liaison_desktop.desk.desk import Desk
from liaison_desktop.ui.pages.fill_template import TemplateDialog
from tests.builders import a_visit
from tests.ui.hands import CTRL, Key, Until, press, words_on
from tests.ui.test_shape import nameless
from tests.ui.visits.conftest import OpenPage
from tests.ui.visits.test_visits_export import answer_dialog, save_as


def test_the_columns_are_named_and_the_table_is_filled(
    desk: Desk, open_page: OpenPage, until: Until, tmp_path: Path
):
    path = tmp_path / "县里的表.xlsx"
    book = xlsxwriter.Workbook(str(path))
    book.add_worksheet().write_row(0, 0, ["编号", "群众"])
    book.close()
    desk.visits.register(a_visit())
    page = open_page(desk)
    page.list.more.show_template(path)
    [dialog] = page.findChildren(TemplateDialog)
    until(lambda: dialog.columns is not None)
    assert dialog.columns is not None
    assert dialog.columns.value() == {0: "number"}
    dialog.columns.choices[1].set_value("name")
    assert nameless(dialog) == []
    until(dialog.isActiveWindow)
    answer_dialog(save_as(tmp_path / "填好的.xlsx"))
    press(Key.Key_Return, CTRL)

    until(lambda: "填好的.xlsx" in words_on(page))
    sheet = openpyxl.load_workbook(tmp_path / "填好的.xlsx").worksheets[0]
    assert [cell.value for cell in sheet[2]] == ["QHJD-L-2026-0001-Z", "李桂芳"]
