"""Tables that somebody made elsewhere: what is seen there, and nothing that is followed or run."""

import zipfile
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from liaison_desktop.documents.table_file import read_table
from liaison_desktop.model.faults import Unusable


def test_the_heading_may_stand_below_a_title(tmp_path: Path):
    path = tmp_path / "a.csv"
    path.write_text("\n代表花名册,,\n姓名,电话,\n李䶮,138,x,y\n\n", "utf-8")

    table = read_table(path, {"姓名", "电话"}.__contains__)

    assert (table.heading, table.rows, table.first_line) == (["姓名", "电话"], [["李䶮", "138"]], 4)


def test_a_formula_gives_its_value_and_a_number_its_digits(tmp_path: Path):
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.write_row(1, 0, ["姓名", "电话", "生日"])
    sheet.write_formula(2, 0, '=CONCAT("李","桂芳")', value="李桂芳")
    sheet.write_number(2, 1, 13800001234)
    sheet.write_datetime(2, 2, date(1962, 3, 15), book.add_format({"num_format": "yyyy/m/d"}))  # type: ignore[arg-type]  # a day is written as well
    book.close()

    table = read_table(path)

    assert table.heading == ["姓名", "电话", "生日"]
    assert list(table.rows) == [["李桂芳", "13800001234", "1962-03-15"]]
    assert table.first_line == 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_csv_is_read_as_it_was_written(tmp_path: Path, encoding: str, mark: str):
    path = tmp_path / "a.csv"
    path.write_text(f"姓名{mark}住址\n李䶮{mark}3栋\n\n", encoding)

    assert list(read_table(path).rows) == [["李䶮", "3栋"]]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.xls", b"x", "table_unknown"),
        ("a.xlsx", b"no archive", "table_damaged"),
        ("a.csv", b"\x81\xff\x00\x81", "table_damaged"),
        ("a.csv", b"\n,,\n", "table_empty"),
        ("a.csv", b"", "table_too_large"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, name: str, data: bytes, code: str):
    (tmp_path / name).write_bytes(data)

    with pytest.raises(Unusable) as caught:
        read_table(tmp_path / name)
    assert caught.value.code == code


def test_what_would_grow_beyond_all_measure_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("liaison_desktop.documents.table_file.MOST_INFLATED", 10_000)
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 1_000_000)

    with pytest.raises(Unusable) as caught:
        read_table(tmp_path / "a.xlsx")
    assert caught.value.code == "table_too_large"
