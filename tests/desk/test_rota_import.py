"""The rota as the office made it: taken in from its table, looked at first, and taken back."""

from datetime import date
from pathlib import Path

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.import_rows import Outcome
from liaison_desktop.model.faults import Refused
from liaison_desktop.model.import_words import in_words
from liaison_desktop.model.importing import ImportKind
from liaison_desktop.model.schedule_words import SlotRole
from tests.builders import a_deputy, a_session

TABLE = """2027年代表接待日安排表
序号,日期,时间,接待代表,进站代表,地点,备注
1,2027-01-15,9:00-11:00,王建国、周丽华,李志强,代表联络站,
2,2027-03-15,下午2:30,赵春梅,,和平社区,
3,待定,9:00,孙立军,,,
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "安排表.csv"
    path.write_bytes(TABLE.encode("gb18030"))
    return path


def test_the_offices_own_table_becomes_sessions_and_goes_again(desk: Desk, table: Path) -> None:
    desk.deputies.register(a_deputy("王建国"))
    read, columns = desk.imports.read(table, ImportKind.ROTA)
    preview = desk.imports.preview(ImportKind.ROTA, read, columns)
    assert (preview.taken, preview.wrong) == (2, 1)
    assert [row.line for row in preview.rows if row.errors] == [5]
    importing, _ = desk.imports.register(ImportKind.ROTA, read, columns, table.name)
    first, second = desk.schedule.sessions.find_between(date(2027, 1, 1), date(2027, 12, 31))
    assert (first.starts, first.ends, first.place) == ("09:00", "11:00", "代表联络站")
    assert [(s.name, s.slot_role, s.is_fixed) for s in first.slots] == [
        ("王建国", SlotRole.RECEIVING, True),
        ("周丽华", SlotRole.RECEIVING, True),
        ("李志强", SlotRole.VISITING, True),
    ]
    assert first.slots[0].deputy_uid == desk.deputies.find("王建国")[0].uid
    assert (second.starts, second.notice_by) == ("14:30", date(2027, 3, 12))
    again = desk.imports.preview(ImportKind.ROTA, read, columns)
    assert (again.taken, again.known) == (0, 2)
    assert desk.imports.undo(importing.act) == (2, 0)
    assert desk.schedule.sessions.find() == []


def test_a_line_seats_the_session_that_is_planned_for_its_day(desk: Desk, table: Path) -> None:
    days = date(2027, 1, 1), date(2027, 12, 31)
    planned = a_session(held_on=date(2027, 1, 15), theme="就业", seats=2, place="和平社区")
    twice = [a_session(held_on=date(2027, 3, 15), starts=at, ends="") for at in ("09:00", "14:30")]
    for one in (planned, *twice):
        desk.schedule.sessions.register(one)
    read, columns = desk.imports.read(table, ImportKind.ROTA)
    preview = desk.imports.preview(ImportKind.ROTA, read, columns)
    assert [row.outcome for row in preview.rows] == [Outcome.FILLED, Outcome.FILLED, Outcome.WRONG]
    importing, _ = desk.imports.register(ImportKind.ROTA, read, columns, table.name)
    first, morning, afternoon = desk.schedule.sessions.find_between(*days)
    assert (first.uid, first.theme, first.place) == (planned.uid, "就业", "代表联络站")
    assert [slot.name for slot in first.slots] == ["王建国", "周丽华", "李志强"]
    assert morning.slots == []
    assert [slot.name for slot in afternoon.slots] == ["赵春梅"]
    assert desk.imports.preview(ImportKind.ROTA, read, columns).taken == 0
    assert desk.imports.undo(importing.act) == (2, 0)
    first, *others = desk.schedule.sessions.find_between(*days)
    assert (first.uid, first.place, first.slots) == (planned.uid, "和平社区", [])
    assert len(others) == 2


@pytest.mark.parametrize(
    ("lines", "where"),
    [
        ("日期,时间,接待代表\n2027-04-15,,王建国\n2027-03-15,,赵春梅", "B 列「时间」"),
        ("日期,时间,接待代表\n2027-04-15,,王建国\n2027-03-15,10:00,赵春梅", "B 列「时间」"),
        ("日期,接待代表\n2027-04-15,王建国\n2027-03-15,赵春梅", "A 列「日期」"),
    ],
)
def test_a_line_that_does_not_say_which_of_two_is_named_and_changes_nothing(
    desk: Desk, tmp_path: Path, lines: str, where: str
) -> None:
    for at in ("14:30", "09:00"):
        desk.schedule.sessions.register(a_session(held_on=date(2027, 3, 15), starts=at, ends=""))
    path = tmp_path / "安排表.csv"
    path.write_text(lines, "utf-8")
    read, columns = desk.imports.read(path, ImportKind.ROTA)
    preview = desk.imports.preview(ImportKind.ROTA, read, columns)
    assert [row.outcome for row in preview.rows] == [Outcome.MADE, Outcome.WRONG]
    [problem] = preview.rows[1].errors
    said = in_words(read, columns, preview.rows[1].line, problem)
    assert said.startswith(
        f"第 3 行 {where}：这一天安排了几次接待（09:00、14:30），没有写明是哪一次"
    )
    desk.imports.register(ImportKind.ROTA, read, columns, path.name)
    both = desk.schedule.sessions.find_between(date(2027, 3, 1), date(2027, 3, 31))
    assert [one.slots for one in both] == [[], []]


def test_a_table_without_days_is_refused(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "名单.csv"
    path.write_text("接待代表,地点\n王建国,代表联络站\n", "utf-8")
    read, columns = desk.imports.read(path, ImportKind.ROTA)
    with pytest.raises(Refused, match="day_column_missing"):
        desk.imports.preview(ImportKind.ROTA, read, columns)
