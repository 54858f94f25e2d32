"""A table of people: its columns named, its lines looked at, taken in and taken back."""

from datetime import date
from pathlib import Path

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.ledgers import DEPUTIES, PEOPLE
from liaison_desktop.ui.pages.import_table import ImportDialog, told
from liaison_desktop.ui.pages.ledgers import LedgersPage
from tests.ui.hands import CTRL, Key, Until, press, words_on
from tests.ui.test_shape import nameless
from tests.ui.visits.conftest import OpenPage

KEPT: list[LedgersPage] = []
"""Pages over which a dialog stands: it goes with its page."""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "名单.csv"
    path.write_text("谁,手机号\n李桂芳,13800001234\n,13800005678\n李桂芳,13800001234\n", "gb18030")
    return path


def open_dialog(
    desk: Desk, open_page: OpenPage, until: Until, table: Path, name: str
) -> ImportDialog:
    page = open_page(desk)
    KEPT.append(page)
    page.list_of(name).more.import_table(table)
    [dialog] = page.findChildren(ImportDialog)
    until(lambda: dialog.columns is not None or bool(dialog.banner.words.text()))
    return dialog


def test_a_column_is_named_the_lines_looked_at_taken_in_and_taken_back(
    desk: Desk, open_page: OpenPage, until: Until, table: Path
):
    dialog = open_dialog(desk, open_page, until, table, PEOPLE.name)
    assert dialog.columns is not None
    assert dialog.columns.value() == {1: "phone"}
    until(lambda: "哪一列是姓名" in words_on(dialog))
    assert not dialog.import_button.isEnabled()

    dialog.columns.choices[0].set_value("name")
    until(dialog.import_button.isEnabled)
    until(lambda: "导入 1 行；没有变化 1 行，有误 1 行" in words_on(dialog))
    until(lambda: "第 3 行有误" in words_on(dialog))
    assert nameless(dialog) == []
    until(dialog.isActiveWindow)
    press(Key.Key_Return, CTRL)

    until(dialog.undo_button.isVisible)
    assert [person.name for person in desk.people.find("")] == ["李桂芳"]
    dialog.undo_button.click()
    until(lambda: "撤回 1 条" in words_on(dialog))
    assert desk.people.find("") == []
    dialog.reject()


def test_a_table_that_is_here_already_changes_nothing_and_offers_no_undo(
    desk: Desk, open_page: OpenPage, until: Until, tmp_path: Path
):
    table = tmp_path / "名单.csv"
    table.write_text("姓名,电话\n李桂芳,13800001234\n", "utf-8")
    first = open_dialog(desk, open_page, until, table, PEOPLE.name)
    until(first.import_button.isEnabled)
    again = open_dialog(desk, open_page, until, table, PEOPLE.name)
    until(again.import_button.isEnabled)
    first.import_button.click()
    until(first.undo_button.isVisible)

    again.import_button.click()  # looked at before the first was taken in

    until(lambda: "没有可导入的内容，什么也没有改动。" in words_on(again))
    assert not again.undo_button.isVisible()
    assert not again.import_button.isEnabled()
    assert len(desk.imports.find()) == 1
    for dialog in (first, again):
        dialog.reject()


def test_a_field_is_of_one_column(desk: Desk, open_page: OpenPage, until: Until, table: Path):
    dialog = open_dialog(desk, open_page, until, table, DEPUTIES.name)
    assert dialog.columns is not None

    dialog.columns.choices[0].set_value("phone")

    assert dialog.columns.value() == {0: "phone"}
    dialog.reject()


def test_what_is_no_table_is_said(desk: Desk, open_page: OpenPage, until: Until, tmp_path: Path):
    (tmp_path / "a.xlsx").write_bytes(b"no archive")
    dialog = open_dialog(desk, open_page, until, tmp_path / "a.xlsx", PEOPLE.name)

    assert "读不出来" in words_on(dialog)
    assert not dialog.import_button.isEnabled()
    dialog.reject()


def test_the_bad_lines_of_a_roster_are_saved_and_what_is_odd_is_named(
    desk: Desk, open_page: OpenPage, until: Until, tmp_path: Path
):
    path = tmp_path / "名册.csv"
    lines = [
        "姓名,性别,身份证号,级别",
        "王建国,女,999999196205151235,县级",
        "王建国,女,999999196205151235,市级",
        "赵强,男,,特级",
    ]
    path.write_text("\n".join(lines), "gb18030")
    dialog = open_dialog(desk, open_page, until, path, DEPUTIES.name)
    until(dialog.import_button.isEnabled)
    until(lambda: "导入 2 行；没有变化 0 行，有误 1 行" in words_on(dialog))
    until(lambda: "第 4 行有误" in words_on(dialog))
    said = words_on(dialog)
    assert "1 行给同一代表再加一项任职。2 行导入后要核对" in said
    assert "第 4 行 D 列「级别」：填写不合要求（特级）" in said
    assert "第 2 行 B 列「性别」：性别与身份证号里的性别码不符" in said

    dialog.write_bad_rows(tmp_path / "有误.xlsx")
    until(lambda: "有误的 1 行已另存" in words_on(dialog))
    assert (tmp_path / "有误.xlsx").is_file()
    dialog.import_button.click()
    until(dialog.undo_button.isVisible)
    assert [len(one.mandates) for one in desk.deputies.find()] == [2]
    dialog.undo_button.click()
    until(lambda: "撤回 1 条" in words_on(dialog))
    assert desk.deputies.find() == []
    dialog.reject()


def test_a_line_of_the_roster_is_said_in_words_and_no_field_is_cut(
    desk: Desk, open_page: OpenPage, until: Until, tmp_path: Path
):
    table = tmp_path / "名册.csv"
    table.write_text("姓名,选区,代表级别\n吴敏,第一选区,县\n", "utf-8")
    dialog = open_dialog(desk, open_page, until, table, DEPUTIES.name)
    dialog.show()
    until(lambda: "吴敏　第一选区　县（区）人大代表" in words_on(dialog))
    assert dialog.columns is not None
    for choice in dialog.columns.choices:
        shown = choice.fontMetrics().horizontalAdvance(choice.currentText())
        assert shown + 40 <= choice.width()
    dialog.reject()


def test_a_line_of_a_rota_says_its_day_and_hours():
    assert told(date(2027, 1, 15)) == "2027-01-15"
    assert (told(("09:00", "11:00")), told(("09:00", ""))) == ("09:00–11:00", "09:00")
    assert (told("王建国、周丽华"), told(None)) == ("王建国、周丽华", "")
