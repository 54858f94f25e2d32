"""The ledger as .xlsx, read back by another hand."""

import errno
from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape
from openpyxl.worksheet.worksheet import Worksheet

from liaison_desktop.documents.spreadsheet import build_spreadsheet
from liaison_desktop.model.faults import Unusable
from liaison_desktop.model.ledgers import VISITS
from liaison_desktop.model.texts import bad_character
from tests.builders import NOON
from tests.documents.test_ledger import USUAL, a_row

NAMES = [column.name for column in VISITS.columns]
WICKED = [
    "=1+1",
    '=HYPERLINK("http://example.invalid","点这里")',
    "+86 138",
    "-1",
    "@SUM(A1)",
    "https://example.invalid/a",
    "mailto:a@example.invalid",
    "{=1+1}",
    "00123",
    "110101199003078515",
    " 前后有空格 ",
    "_x0041_",
    "a\tb",
    "𱬖㛃",
    "<b>&amp;</b>",
    "1e5",
    "TRUE",
]


def built(folder: Path, rows: Iterable[tuple[str, ...]]) -> bytes:
    author = "清河街道 & 联络站"
    data, _ = build_spreadsheet(
        VISITS.title, VISITS.columns, rows, author=author, made_at=NOON, folder=folder
    )
    return data


def opened(data: bytes) -> Worksheet:
    [sheet] = openpyxl.load_workbook(BytesIO(data)).worksheets
    return sheet


def test_the_sheet_holds_what_the_ledger_says(tmp_path):
    sheet = opened(built(tmp_path, [a_row(), a_row(headcount="12")]))

    labels, first, second = sheet.iter_rows(values_only=True)

    assert sheet.title == "来访登记簿"
    assert list(labels) == [column.label for column in VISITS.columns]
    wanted = USUAL | {"received_at": datetime(2026, 11, 20), "headcount": 1}
    assert dict(zip(NAMES, first, strict=True)) == wanted
    assert second[NAMES.index("headcount")] == 12
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:L3"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_title_rows == "$1:$1"
    assert "清河街道 && 联络站" in str(sheet.oddFooter.left.text)


@pytest.mark.parametrize("text", WICKED)
def test_a_text_stays_a_text_in_every_column_of_texts(tmp_path, text):
    places = [at for at, column in enumerate(VISITS.columns) if column.kind == "text"]
    row = list(a_row())
    for place in places:
        row[place] = text

    [_, cells] = opened(built(tmp_path, [tuple(row)])).iter_rows()

    for place in places:
        value = unescape(cells[place].value)  # openpyxl leaves that to its caller
        assert (value, cells[place].data_type) == (text, "s")
        assert cells[place].hyperlink is None


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff")))
def test_any_text_that_the_register_keeps_comes_back(tmp_path_factory, text):
    if bad_character(text, multiline=False) is not None:
        return
    folder = tmp_path_factory.mktemp("sheet")

    sheet = opened(built(folder, [a_row(title=text)]))

    assert (sheet.cell(2, NAMES.index("title") + 1).value or "") == text


def test_an_empty_ledger_is_a_sheet_with_its_labels(tmp_path):
    data, count = build_spreadsheet(
        VISITS.title, VISITS.columns, [], author="", made_at=NOON, folder=tmp_path
    )

    assert count == 0
    assert opened(data).max_row == 1


def test_nothing_is_left_beside_the_file(tmp_path):
    built(tmp_path, [a_row()] * 1000)

    assert list(tmp_path.iterdir()) == []


def test_what_lies_there_meanwhile_is_for_its_owner_alone(tmp_path):
    seen = []

    def rows() -> Iterable[tuple[str, ...]]:
        yield a_row()
        seen.extend(path.stat().st_mode & 0o777 for path in tmp_path.iterdir())

    built(tmp_path, rows())

    assert seen == [0o700]


def test_a_folder_that_is_gone_is_said(tmp_path):
    with pytest.raises(Unusable) as caught:
        built(tmp_path / "gone", [a_row()])
    assert caught.value.code == "folder_missing"


def test_a_disk_that_is_full_while_rows_are_written_is_said(tmp_path):
    def rows() -> Iterable[tuple[str, ...]]:
        yield a_row()
        raise OSError(errno.ENOSPC, "full")

    with pytest.raises(Unusable) as caught:
        built(tmp_path, rows())

    assert caught.value.code == "disk_full"
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_is_full_at_the_end_is_said(tmp_path, monkeypatch):
    def full(*_arguments: object, **_named: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("xlsxwriter.workbook.ZipFile", full)
    with pytest.raises(Unusable) as caught:
        built(tmp_path, [a_row()])

    assert caught.value.code == "disk_full"
    assert list(tmp_path.iterdir()) == []
