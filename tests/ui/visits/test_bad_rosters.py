"""Rosters as offices have them: what is wrong is named by row and column, none half taken in."""

from pathlib import Path

import pytest
import xlsxwriter

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.ledgers import DEPUTIES
from tests.ui.hands import Until, words_on
from tests.ui.visits.conftest import OpenPage
from tests.ui.visits.test_import_table import open_dialog

LINES = (
    "姓名,性别,性别代码,身份证号,级别,联系电话",
    "王建国,男,1,999999620515123,县级,13800001111",
    "周丽华,女,1,,县级,13800002222",
    "赵强,男,1,99999919620515123,县级,13800003333",
    "李志强,女,2,999999196205151235,县级,13800004444",
    ",男,1,,县级,13800005555",
    "孙立军,男,9x,,县级,13800006666",
)
WRONG = (
    "第 2 行 D 列「身份证号」：15 位的旧身份证号，已照原样保留",
    "第 3 行 C 列「性别代码」：代码与文字不符（男），按文字记，请核对",
    "第 4 行 D 列「身份证号」：身份证号校验不符，请核对",
    "第 5 行 B 列「性别」：性别与身份证号里的性别码不符，请核对",
    "第 6 行 A 列「姓名」：还没有填写",
    "第 7 行 C 列「性别代码」：填写不合要求（9x）",
)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-8"])
def test_a_csv_in_any_writing_is_read_and_what_is_wrong_is_named(
    desk: Desk, open_page: OpenPage, until: Until, tmp_path: Path, encoding: str
):
    path = tmp_path / "名册.csv"
    path.write_text("\n".join(LINES), encoding)
    dialog = open_dialog(desk, open_page, until, path, DEPUTIES.name)
    until(dialog.import_button.isEnabled)
    until(lambda: WRONG[0] in words_on(dialog))
    told = words_on(dialog).splitlines()
    for wrong in WRONG:
        assert wrong in told
    assert "导入 4 行；没有变化 0 行，有误 2 行，都不导入。4 行导入后要核对。" in told
    assert desk.deputies.find() == []
    dialog.import_button.click()
    until(dialog.undo_button.isVisible)
    assert [one.name for one in desk.deputies.find()] == ["王建国", "周丽华", "赵强", "李志强"]
    assert {one.name: one.id_no for one in desk.deputies.find()}["王建国"] == "999999620515123"
    dialog.undo_button.click()
    until(lambda: "撤回 4 条" in words_on(dialog))
    assert desk.deputies.find() == []
    dialog.reject()


def test_what_no_writing_reads_is_refused_whole(
    desk: Desk, open_page: OpenPage, until: Until, tmp_path: Path
):
    path = tmp_path / "名册.csv"
    path.write_bytes("\n".join(LINES).encode("gb18030")[:60] + b"\xff\xff\x00" * 9)
    dialog = open_dialog(desk, open_page, until, path, DEPUTIES.name)
    until(lambda: bool(dialog.banner.words.text()))
    assert "名册.csv" in dialog.banner.words.text()
    assert not dialog.import_button.isEnabled()
    dialog.reject()


def test_merged_cells_are_taken_apart_or_named(
    desk: Desk, open_page: OpenPage, until: Until, tmp_path: Path
):
    path = tmp_path / "名册.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.merge_range("A1:C1", "清河街道人大代表名册")
    sheet.write_row("A2", ["姓名", "联系电话", "级别"])
    sheet.merge_range("A3:A4", "王建国")
    sheet.write_row("B3", ["13800001111", "县级"])
    sheet.write_row("B4", ["13800001111", "市级"])
    sheet.merge_range("A5:C5", "第二代表团")
    sheet.write_row("A6", ["赵强", 330402196203151240, "县级"])
    book.close()
    dialog = open_dialog(desk, open_page, until, path, DEPUTIES.name)
    until(dialog.import_button.isEnabled)
    until(lambda: "第 5 行 A 列" in words_on(dialog))
    told = words_on(dialog)
    assert "第 5 行 A 列「姓名」：是几栏合并的单元格，不知道归哪一栏；请拆开后再导入" in told
    assert "第 6 行 B 列「联系电话」：号码成了科学计数，尾数已丢" in told
    assert "导入 2 行；没有变化 0 行，有误 2 行，都不导入。1 行给同一代表再加一项任职。" in told
    dialog.import_button.click()
    until(dialog.undo_button.isVisible)
    assert [(one.name, len(one.mandates)) for one in desk.deputies.find()] == [("王建国", 2)]
    dialog.reject()
