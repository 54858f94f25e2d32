"""议事组织成员 and participants out of a table: looked at, taken in once, taken back whole."""

from datetime import date
from pathlib import Path

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.imports import Imports
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import MemberOrigin, Origin, ParticipantKind
from liaison_desktop.model.faults import NotFound, Refused
from liaison_desktop.model.importing import ImportKind
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import Sex, StationKind
from tests.builders import NOON, a_consultation, a_deputy
from tests.desk.test_imports import write_csv, write_xlsx

MEMBERS, PARTICIPANTS = ImportKind.MEMBERS, ImportKind.PARTICIPANTS
ROSTER = [
    ["序号", "姓名", "性别", "成员来源", "村、社区", "职务", "手机号", "届次", "任期起", "任期止"],
    [
        "1",
        "王芳",
        "女",
        "居民",
        "和平社区",
        "教师",
        "138 0000 1111",
        "一届",
        "2024-03-01",
        "2029-02",
    ],
    ["2", "赵强", "", "人大代表", "石桥村", "", "", "一届", "", ""],
    ["3", "", "男", "居民", "石桥村", "", "", "一届", "", ""],
    ["4", "李强", "男", "什么人", "石桥村", "", "", "一届", "", ""],
    ["5", "王芳", "女", "居民", "和平社区", "", "", "一届", "", ""],
]
CAME = [
    ["姓名", "单位", "职务", "身份", "产生方式", "联系电话"],
    ["马秀英", "和平社区", "", "群众", "自愿报名", "13800006543"],
    ["赵强", "石桥村", "", "代表", "邀请", ""],
    ["孙立", "物业公司", "经理", "", "", ""],
]


@pytest.fixture
def roster(desk: Desk, tmp_path: Path) -> Path:
    desk.deputies.register(a_deputy("赵强"))
    return write_csv(tmp_path / "成员.csv", ROSTER)


@pytest.fixture
def meeting(desk: Desk) -> Consultation:
    one = a_consultation()
    desk.talk.meetings.register(one)
    return one


def test_members_are_taken_in_as_they_stand_there(desk: Desk, roster: Path) -> None:
    table, columns = desk.imports.read(roster, MEMBERS)
    assert set(columns.values()) == {
        *("name", "sex", "member_origin", "body", "post", "phone", "term_no"),
        *("valid_from", "valid_to"),
    }
    _, preview = desk.imports.register(MEMBERS, table, columns, roster.name)

    assert (preview.taken, preview.known, preview.wrong) == (2, 1, 2)
    assert [[p.field for p in row.errors] for row in preview.rows if row.errors] == [
        ["name"],
        ["member_origin"],
    ]
    wang, zhao = sorted(desk.talk.members.find(), key=lambda one: one.id)
    assert (wang.name, wang.sex, wang.phone) == ("王芳", Sex.FEMALE, "13800001111")
    assert (wang.valid_from, wang.valid_to) == (date(2024, 3, 1), date(2029, 2, 28))
    assert (zhao.member_origin, zhao.sex) == (MemberOrigin.DEPUTY, None)
    assert zhao.deputy_uid == desk.deputies.find("赵强")[0].uid


def test_the_same_file_twice_changes_nothing_and_all_of_it_is_taken_back(
    desk: Desk, roster: Path
) -> None:
    read = desk.imports.read(roster, MEMBERS)
    first, _ = desk.imports.register(MEMBERS, *read, roster.name)
    again, preview = desk.imports.register(MEMBERS, *read, roster.name)
    assert (again.made, preview.taken, preview.known) == (0, 0, 3)
    assert len(desk.talk.members.find()) == 2
    assert desk.imports.undo(first.act) == (2, 0)
    assert desk.talk.members.find() == []


def test_the_lines_left_out_are_named_in_a_file(desk: Desk, roster: Path, tmp_path: Path) -> None:
    read = desk.imports.read(roster, MEMBERS)
    preview = desk.imports.preview(MEMBERS, *read)
    assert desk.imports.write_bad_rows(tmp_path / "有误.xlsx", *read, preview) == 2
    assert desk.talk.members.find() == []


def test_a_town_takes_in_no_members(desk: Desk, roster: Path) -> None:
    desk.station.kind = StationKind.TOWN
    imports = Imports(desk._store, desk.user, desk.station, desk.codes)
    with pytest.raises(Refused, match="no_deliberation_body"):
        imports.preview(MEMBERS, *imports.read(roster, MEMBERS))


def test_who_takes_part_is_taken_into_a_meeting(
    desk: Desk, meeting: Consultation, tmp_path: Path
) -> None:
    desk.deputies.register(a_deputy("赵强"))
    path = write_xlsx(tmp_path / "名单.xlsx", [[*line] for line in CAME])
    read = desk.imports.read(path, PARTICIPANTS)
    importing, preview = desk.imports.register(PARTICIPANTS, *read, path.name, meeting.uid)

    assert (importing.made, preview.wrong) == (3, 0)
    came = desk.talk.participants.of(meeting.uid)
    assert [(one.place, one.name) for one in came] == [(1, "马秀英"), (2, "赵强"), (3, "孙立")]
    assert (came[0].origin, came[0].phone) == (Origin.VOLUNTEER, "13800006543")
    assert (came[1].participant_kind, came[1].deputy_uid) == (
        ParticipantKind.DEPUTY,
        desk.deputies.find("赵强")[0].uid,
    )
    assert (came[2].participant_kind, came[2].origin) == (
        ParticipantKind.RESIDENT,
        Origin.INVITED,
    )
    _, preview = desk.imports.register(PARTICIPANTS, *read, path.name, meeting.uid)
    assert (preview.taken, preview.known) == (0, 3)
    other = a_consultation("停车恳谈会")
    desk.talk.meetings.register(other)
    assert desk.imports.preview(PARTICIPANTS, *read, other.uid).taken == 3
    assert desk.imports.undo(importing.act) == (3, 0)
    assert desk.talk.participants.of(meeting.uid) == []


def test_a_signed_meeting_takes_nobody_in(head_desk: Desk, tmp_path: Path) -> None:
    meetings, one = head_desk.talk.meetings, a_consultation()
    meetings.register(one)
    meetings.sign(meetings.finish(meetings.open(one)), "刘敏", NOON.date())
    path = write_csv(tmp_path / "名单.csv", CAME)
    read = head_desk.imports.read(path, PARTICIPANTS)
    with pytest.raises(Refused, match="meeting_signed"):
        head_desk.imports.preview(PARTICIPANTS, *read, one.uid)
    with pytest.raises(NotFound):
        head_desk.imports.preview(PARTICIPANTS, *read, new_uid(NOON))
