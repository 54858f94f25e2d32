"""People and deputies out of a table of elsewhere: as typed there, looked at first, taken back."""

from pathlib import Path

import pytest
import xlsxwriter

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.faults import NotFound, Refused
from liaison_desktop.model.importing import ImportKind
from liaison_desktop.model.words import MandateLevel, Sex
from tests.builders import a_visit, a_visitor

PEOPLE, DEPUTIES = ImportKind.PEOPLE, ImportKind.DEPUTIES
HEADING = ["序号", "姓名", "性别", "手机号", "家庭住址", "出生日期", "身份证号码"]
LINES = [
    ["1", "李桂芳", "女", "138 0000 1234", "和平社区3栋", "1962年3月", "99999919620315123X"],
    ["2", "某\ue863", "男", "13800005678", "胜利村1号", "1970-11-02", ""],
    ["3", "李桂芳", "女", "13800001234", "和平社区3栋", "", ""],
    ["4", "", "男", "13800009999", "", "", ""],
    ["5", "王建国", "未知的", "13800007777", "", "19751", ""],
]


def write_csv(path: Path, lines: list[list[str]], encoding: str = "gb18030") -> Path:
    path.write_text("\n".join(",".join(line) for line in lines), encoding)
    return path


def write_xlsx(path: Path, lines: list[list[object]]) -> Path:
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("名单")
    for row, line in enumerate(lines):
        for column, cell in enumerate(line):
            sheet.write(row, column, cell)
    book.close()
    return path


@pytest.fixture
def people(tmp_path: Path) -> Path:
    return write_csv(tmp_path / "名单.csv", [HEADING, *LINES], "utf-8-sig")


def test_the_columns_are_guessed_by_their_headings(desk: Desk, people: Path):
    table, columns = desk.imports.read(people, PEOPLE)

    assert columns == {1: "name", 2: "sex", 3: "phone", 4: "address", 5: "birth_ym", 6: "id_no"}
    assert (len(table.rows), table.first_line) == (5, 2)


def test_every_line_says_what_becomes_of_it(desk: Desk, people: Path):
    preview = desk.imports.preview(PEOPLE, *desk.imports.read(people, PEOPLE))

    assert [row.is_taken for row in preview.rows] == [True, True, False, False, False]
    assert [row.is_known for row in preview.rows] == [False, False, True, False, False]
    assert (preview.taken, preview.known, preview.wrong) == (2, 1, 2)
    assert [problem.field for problem in preview.rows[4].problems] == ["sex", "birth_ym"]
    assert desk.people.find("") == []


def test_what_is_taken_in_is_as_it_was_written_there(desk: Desk, people: Path):
    table, columns = desk.imports.read(people, PEOPLE)
    importing, preview = desk.imports.register(PEOPLE, table, columns, people.name)

    assert (importing.made, preview.taken) == (2, 2)
    li, rare = sorted(desk.people.find(""), key=lambda person: person.id)
    assert (li.name, li.sex, li.phone, li.birth_ym) == (
        "李桂芳",
        Sex.FEMALE,
        "13800001234",
        "1962-03",
    )
    assert li.id_no == "99999919620315123X"
    assert rare.name == "某\ue863"
    assert [known.person.name for known in desk.people.suggest("某\u4dae")] == ["某\ue863"]


def test_the_same_table_twice_makes_nobody_twice(desk: Desk, people: Path):
    table, columns = desk.imports.read(people, PEOPLE)
    for _ in range(2):
        importing, preview = desk.imports.register(PEOPLE, table, columns, people.name)

    assert (importing.made, preview.known) == (0, 3)
    assert len(desk.people.find("")) == 2
    assert [one.made for one in desk.imports.find()] == [2]  # the second is nothing to undo
    with pytest.raises(NotFound):
        desk.imports.undo(importing.act)


def test_an_import_is_taken_back_but_for_what_changed_since(desk: Desk, people: Path):
    table, columns = desk.imports.read(people, PEOPLE)
    importing, _ = desk.imports.register(PEOPLE, table, columns, people.name)
    [li] = desk.people.find("李桂芳")
    desk.people.correct(li, {"address": "清河社区1栋"})

    assert desk.imports.undo(importing.act) == (1, 1)

    assert [person.name for person in desk.people.find("")] == ["李桂芳"]
    assert desk.imports.find()[0].undone_at is not None
    with pytest.raises(NotFound):
        desk.imports.undo(importing.act)


def test_who_came_already_is_known(desk: Desk, people: Path):
    desk.visits.register(a_visit(a_visitor("李桂芳", phone="13800001234")))

    preview = desk.imports.preview(PEOPLE, *desk.imports.read(people, PEOPLE))

    assert [row.is_known for row in preview.rows] == [True, False, True, False, False]


def test_a_roster_comes_with_its_mandates(desk: Desk, tmp_path: Path):
    heading = ["代表姓名", "性别", "职务", "手机", "级别", "届次", "选区"]
    lines: list[list[object]] = [
        ["清河街道人大代表名册"],
        [],
        list(heading),
        ["王建国", "男", "村党支部书记", 13800001111, "县级", "第十八届", "第三选区"],
        ["赵强", "1", "", 13800002222.0, "", "", ""],
    ]
    path = write_xlsx(tmp_path / "名册.xlsx", lines[2:])

    table, columns = desk.imports.read(path, DEPUTIES)
    importing, _ = desk.imports.register(DEPUTIES, table, columns, path.name)

    wang, zhao = desk.deputies.find()
    assert (wang.name, wang.phone, wang.post) == ("王建国", "13800001111", "村党支部书记")
    assert wang.mandates[0].level is MandateLevel.COUNTY
    assert (wang.mandates[0].term_no, wang.mandates[0].constituency) == ("第十八届", "第三选区")
    assert (zhao.phone, zhao.sex, len(zhao.mandates)) == ("13800002222", Sex.MALE, 1)
    assert desk.imports.undo(importing.act) == (2, 0)
    assert desk.deputies.find() == []


def test_nothing_is_taken_in_without_a_column_of_names(desk: Desk, people: Path):
    table, columns = desk.imports.read(people, PEOPLE)
    del columns[1]

    with pytest.raises(Refused):
        desk.imports.register(PEOPLE, table, columns, people.name)
