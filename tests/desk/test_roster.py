"""A roster taken in: codes, merged cells, odd numbers, several mandates of one deputy, and back."""

from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.import_rows import Outcome, Preview
from liaison_desktop.model.deputy import Mandate
from liaison_desktop.model.import_words import in_words
from liaison_desktop.model.importing import Importing, ImportKind
from liaison_desktop.model.schedule_words import MandateEnd
from liaison_desktop.model.words import MandateLevel, MandateState, Sex
from tests.builders import a_deputy

DEPUTIES = ImportKind.DEPUTIES
HEADING = ["序号", "姓名", "性别", "民族", "身份证号", "联系电话", "级别", "届次", "选区", "任职起"]
WANG = ["1", "王建国", "男", "01", "", "13800001111", "县级", "十七届", "第三选区", "2022-01-10"]
ZHAO = ["2", "赵强", "1", "汉", "", "13800002222", "县级", "十七届", "第四选区", "2022年1月"]


def write_csv(path: Path, lines: Sequence[Sequence[str]], encoding: str = "utf-8-sig") -> Path:
    path.write_text("\n".join(",".join(line) for line in lines), encoding)
    return path


def look(desk: Desk, path: Path) -> Preview:
    table, columns = desk.imports.read(path, DEPUTIES)
    return desk.imports.preview(DEPUTIES, table, columns)


def take(desk: Desk, path: Path) -> tuple[Importing, Preview]:
    table, columns = desk.imports.read(path, DEPUTIES)
    return desk.imports.register(DEPUTIES, table, columns, path.name)


def said(desk: Desk, path: Path) -> list[str]:
    """Return every problem of a file as the list of bad rows says it."""
    table, columns = desk.imports.read(path, DEPUTIES)
    rows = desk.imports.preview(DEPUTIES, table, columns).rows
    return [in_words(table, columns, row.line, each) for row in rows for each in row.problems]


def changed(line: Sequence[str], **cells: str) -> list[str]:
    """Return a line with some cells changed, by their heading."""
    return [cells.get(heading, cell) for heading, cell in zip(HEADING, line, strict=True)]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-8-sig", "utf-16"])
def test_a_roster_is_read_in_every_writing(desk: Desk, tmp_path: Path, encoding: str):
    importing, preview = take(desk, write_csv(tmp_path / "名册.csv", [HEADING, WANG], encoding))
    [wang] = desk.deputies.find()
    assert (importing.made, preview.wrong, preview.warned) == (1, 0, 0)
    assert (wang.name, wang.sex, wang.ethnic_group) == ("王建国", Sex.MALE, "汉族")
    [mandate] = wang.mandates
    assert (mandate.level, mandate.term_no, str(mandate.valid_from)) == (
        MandateLevel.COUNTY,
        "十七届",
        "2022-01-10",
    )


def test_the_mandates_of_one_deputy_are_joined(desk: Desk, tmp_path: Path):
    city = changed(WANG, 级别="市级", 届次="九届", 选区="")
    path = write_csv(tmp_path / "名册.csv", [HEADING, WANG, ZHAO, city])
    importing, preview = take(desk, path)
    assert [row.outcome for row in preview.rows] == [Outcome.MADE, Outcome.MADE, Outcome.JOINED]
    assert (importing.made, preview.taken, preview.joined) == (2, 3, 1)
    wang, zhao = desk.deputies.find()
    assert [m.level for m in wang.mandates] == [MandateLevel.COUNTY, MandateLevel.MUNICIPAL]
    assert str(zhao.mandates[0].valid_from) == "2022-01-01"


def test_the_same_file_twice_changes_nothing_and_says_so(desk: Desk, tmp_path: Path):
    path = write_csv(tmp_path / "名册.csv", [HEADING, WANG, changed(WANG, 级别="省级"), ZHAO])
    take(desk, path)
    before = [(one.uid, one.rev) for one in desk.deputies.find()]
    importing, preview = take(desk, path)
    assert (importing.made, preview.taken, preview.known) == (0, 0, 3)
    assert [(one.uid, one.rev) for one in desk.deputies.find()] == before


def test_a_further_mandate_of_who_is_here_is_added_and_taken_back(desk: Desk, tmp_path: Path):
    here = a_deputy(
        phone="13800001111", post="村支书", mandates=[Mandate(level=MandateLevel.COUNTY)]
    )
    desk.deputies.register(here)
    city = changed(WANG, 级别="市级", 届次="九届")
    importing, preview = take(desk, write_csv(tmp_path / "市.csv", [HEADING, city, ZHAO]))
    assert (importing.made, preview.joined) == (2, 1)
    assert [len(one.mandates) for one in desk.deputies.find()] == [2, 1]

    assert desk.imports.undo(importing.act) == (2, 0)
    [left] = desk.deputies.find()
    assert (left.uid, left.post, len(left.mandates)) == (here.uid, "村支书", 1)


def test_one_bad_line_keeps_all_of_its_deputy_out(desk: Desk, tmp_path: Path):
    bad = changed(WANG, 级别="特级", 届次="九届")
    path = write_csv(tmp_path / "名册.csv", [HEADING, WANG, bad, ZHAO])
    _, preview = take(desk, path)
    assert [row.outcome for row in preview.rows] == [Outcome.WRONG, Outcome.WRONG, Outcome.MADE]
    assert [one.name for one in desk.deputies.find()] == ["赵强"]
    assert said(desk, path)[:2] == [
        "第 2 行 B 列「姓名」：同一代表的第 3 行有误，所以也没有导入",
        "第 3 行 G 列「级别」：填写不合要求（特级）",
    ]


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ({"性别": "1 女"}, "第 2 行 C 列「性别」：代码与文字不符（1 女），按文字记，请核对"),
        (
            {"身份证号": "999999196203151243"},
            "第 2 行 C 列「性别」：性别与身份证号里的性别码不符，请核对",
        ),
        (
            {"身份证号": "999999620315123"},
            "第 2 行 E 列「身份证号」：15 位的旧身份证号，已照原样保留",
        ),
        ({"身份证号": "99999919620315A23X"}, "第 2 行 E 列「身份证号」：身份证号校验不符，请核对"),
        ({"民族": "穿青人"}, "第 2 行 D 列「民族」：GB/T 3304-1991 里没有，已照写保留"),
        ({"级别": "镇"}, "第 2 行 G 列「级别」：街道、开发区没有乡镇级代表，请核对级别"),
    ],
)
def test_what_is_odd_is_named_and_taken_in(
    desk: Desk, tmp_path: Path, cells: dict[str, str], sentence: str
):
    path = write_csv(tmp_path / "名册.csv", [HEADING, changed(WANG, **cells)])
    assert any(each.startswith(sentence) for each in said(desk, path))
    _, preview = take(desk, path)
    assert (preview.taken, preview.warned, preview.wrong) == (1, 1, 0)


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ({"姓名": ""}, "第 2 行 B 列「姓名」：还没有填写"),
        ({"性别": "公"}, "第 2 行 C 列「性别」：填写不合要求（公）"),
        ({"身份证号": "3.30402E+17"}, "第 2 行 E 列「身份证号」：号码成了科学计数"),
        ({"身份证号": "9999991962031512345"}, "第 2 行 E 列「身份证号」：最多 18 个字"),
        ({"任职起": "去年"}, "第 2 行 J 列「任职起」：不是日期；请写成 2026-11-20"),
        ({"任职起": "2022-02-30"}, "第 2 行 J 列「任职起」：不是日期"),
    ],
)
def test_what_is_wrong_is_named_by_row_and_column_and_left_out(
    desk: Desk, tmp_path: Path, cells: dict[str, str], sentence: str
):
    path = write_csv(tmp_path / "名册.csv", [HEADING, changed(WANG, **cells), ZHAO])
    assert any(each.startswith(sentence) for each in said(desk, path))
    _, preview = take(desk, path)
    assert (preview.taken, preview.wrong) == (1, 1)


def test_a_column_of_sex_codes_is_compared_with_the_words(desk: Desk, tmp_path: Path):
    lines = [
        ["姓名", "性别", "性别代码"],
        ["王建国", "男", "2"],
        ["赵强", "", "1"],
        ["周丽华", "女", "2"],
    ]
    _, preview = take(desk, write_csv(tmp_path / "名册.csv", lines))
    assert [bool(row.warnings) for row in preview.rows] == [True, False, False]
    assert [one.sex for one in desk.deputies.find()] == [Sex.MALE, Sex.MALE, Sex.FEMALE]


def test_namesakes_are_told_apart_or_asked_about(desk: Desk, tmp_path: Path):
    other = changed(WANG, 联系电话="13800003333", 选区="第九选区")
    nobody = changed(WANG, 联系电话="", 选区="", 级别="市级")
    _, preview = take(desk, write_csv(tmp_path / "名册.csv", [HEADING, WANG, other, nobody]))
    assert [row.outcome for row in preview.rows] == [Outcome.MADE, Outcome.MADE, Outcome.WRONG]
    assert [str(each.code) for each in preview.rows[1].warnings] == ["same_name"]
    assert [str(each.code) for each in preview.rows[2].errors] == ["namesake"]
    assert len(desk.deputies.find()) == 2


def test_a_new_phone_does_not_make_a_second_deputy(desk: Desk, tmp_path: Path):
    take(desk, write_csv(tmp_path / "名册.csv", [HEADING, WANG]))
    again = changed(WANG, 联系电话="13800004444")
    city = changed(again, 级别="市级", 选区="")
    _, preview = take(desk, write_csv(tmp_path / "新.csv", [HEADING, again, city]))
    assert [row.outcome for row in preview.rows] == [Outcome.KNOWN, Outcome.JOINED]


def test_an_ended_mandate_comes_with_its_reason(desk: Desk, tmp_path: Path):
    lines = [
        ["姓名", "任职起", "任职止", "任职状态", "终止原因"],
        ["王建国", "2016.12", "2021.12", "终止", "届满"],
        ["赵强", "2022-01-10", "至今", "在任", ""],
        ["周丽华", "2022-01-10", "2024-03-01", "终止", "个人申请"],
    ]
    take(desk, write_csv(tmp_path / "名册.csv", lines))
    wang, zhao, zhou = (one.mandates[0] for one in desk.deputies.find())
    assert (str(wang.valid_from), str(wang.valid_to)) == ("2016-12-01", "2021-12-31")
    assert (wang.state, wang.end_reason) == (MandateState.ENDED, MandateEnd.TERM_OVER)
    assert (zhao.state, zhao.valid_to) == (MandateState.ACTIVE, None)
    assert (zhou.end_reason, zhou.end_note) == (MandateEnd.OTHER, "个人申请")


def test_merged_cells_are_said_in_each_line_or_refused(desk: Desk, tmp_path: Path):
    path = tmp_path / "名册.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.merge_range("A1:E1", "清河街道人大代表名册")
    for place, text in enumerate(["姓名", "联系电话", "级别"]):
        sheet.merge_range(1, place, 2, place, text)
    sheet.merge_range("D2:E2", "任职")
    sheet.write_row("D3", ["任职起", "任职止"])
    sheet.merge_range("A4:A5", "王建国")
    sheet.merge_range("B4:B5", "13800001111")
    sheet.write_row("C4", ["县级", "2022-01-10"])
    sheet.write_row("C5", ["市级", "2022-01-12"])
    sheet.merge_range("A6:E6", "第二代表团")
    sheet.write_row("A7", ["赵强", 13800002222, "县级"])
    sheet.write_row("A8", ["周丽华", 330402196203151240, "县级"])
    book.close()

    table, columns = desk.imports.read(path, DEPUTIES)
    assert (table.first_line, list(table.heading)) == (
        4,
        ["姓名", "联系电话", "级别", "任职起", "任职止"],
    )
    importing, preview = desk.imports.register(DEPUTIES, table, columns, path.name)
    wang, zhao = desk.deputies.find()
    assert ([m.level for m in wang.mandates], zhao.phone) == (
        [MandateLevel.COUNTY, MandateLevel.MUNICIPAL],
        "13800002222",
    )
    assert (importing.made, preview.wrong) == (2, 2)
    assert any(
        each.startswith("第 6 行 A 列「姓名」：是几栏合并的单元格") for each in said(desk, path)
    )
    assert any(
        each.startswith("第 8 行 B 列「联系电话」：号码成了科学计数") for each in said(desk, path)
    )


def test_the_bad_lines_are_a_file_that_can_be_mended_and_taken_in(desk: Desk, tmp_path: Path):
    path = write_csv(tmp_path / "名册.csv", [HEADING, changed(WANG, 级别="特级"), ZHAO])
    table, columns = desk.imports.read(path, DEPUTIES)
    _, preview = desk.imports.register(DEPUTIES, table, columns, path.name)
    bad = tmp_path / "有误.xlsx"
    assert desk.imports.write_bad_rows(bad, table, columns, preview) == 1

    book = openpyxl.load_workbook(bad)
    heading, line = book.worksheets[0].iter_rows(values_only=True)
    assert heading[:3] == ("原因", "序号", "姓名")
    assert line[0] == "第 2 行 G 列「级别」：填写不合要求（特级）"
    assert line[2] == "王建国"
    book.worksheets[0]["H2"] = "县级"
    book.save(bad)
    _, mended = take(desk, bad)
    assert (mended.taken, mended.wrong) == (1, 0)
    assert len(desk.deputies.find()) == 2


def test_looking_writes_nothing(desk: Desk, tmp_path: Path):
    preview = look(desk, write_csv(tmp_path / "名册.csv", [HEADING, WANG]))
    assert preview.taken == 1
    assert desk.deputies.find() == []
    assert desk.imports.find() == []
