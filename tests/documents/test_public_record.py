"""The public edition: no phones, names as agreed, nothing that stays at the station."""

import re
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from liaison_desktop.documents.drawn import Drawn
from liaison_desktop.documents.matter_values import HIDDEN
from liaison_desktop.documents.meeting_sheet import MeetingSheet
from liaison_desktop.documents.public_record import draw_public_record
from liaison_desktop.documents.public_words import (
    PublicWords,
    without_numbers,
    without_own_numbers,
)
from liaison_desktop.model.consultation import Addition
from liaison_desktop.model.consultation_words import ParticipantKind, StatementKind, StatementRoute
from tests.builders import NOON, a_commitment, a_participant, a_statement
from tests.documents.meetings import RARE, a_meeting, a_sheet, said_by
from tests.documents.papers import FACTS, by_pypdf, on_paper, solid

Draw = Callable[[MeetingSheet], str]


@pytest.fixture
def public(tmp_path: Path) -> Draw:
    def draw(sheet: MeetingSheet) -> str:
        return on_paper(drawn_in(tmp_path, sheet).path)

    return draw


def drawn_in(folder: Path, sheet: MeetingSheet) -> Drawn:
    return draw_public_record(folder / "public.pdf", sheet, FACTS)


def everything_in(path: Path) -> str:
    """Return the text of a file, the file itself, and its streams as they inflate."""
    raw = path.read_bytes()
    streams = [inflated(body) for body in re.findall(rb"stream\r?\n(.*?)endstream", raw, re.DOTALL)]
    plain = [data.decode("latin-1") for data in (raw, *streams)]
    assert any("beginbfchar" in text or "beginbfrange" in text for text in plain)
    return "\n".join([by_pypdf(path), on_paper(path), *plain])


def inflated(body: bytes) -> bytes:
    """Return what a stream holds; a font that is not deflated is returned as it is."""
    try:
        return zlib.decompressobj().decompress(body)
    except zlib.error:
        return body


def secretive() -> MeetingSheet:
    """Return a meeting in every text of which a phone and a name that is not agreed were typed."""
    told = f"{RARE}，13800000004，李 㛃 𬱖"
    meeting = a_meeting(
        title=f"恳谈会{told}",
        topic=told,
        topic_source=told,
        place=told,
        departments="城建办 138-0000-9999",
        host_post="主任 13800009999",
        conclusions=told,
        remark="不公开的备注",
        additions=[Addition(added_at=NOON, added_by="王芳", content=told, reason="核对")],
    )
    for item in meeting.agenda:
        item.title = told
    meeting.heard[0].title = told
    sheet = a_sheet(meeting)
    for one in sheet.statements:
        one.content = f"{one.content}{told}，座机 0573-82345678，身份证 999999198001011234"
        one.route, one.route_note = one.route or StatementRoute.ANSWERED, told
    for promise in sheet.commitments:
        promise.content, promise.person, promise.proof = told, "陈静 13800000002", "内部佐证"
        promise.progress[0].content, promise.feedback = told, f"反馈{told}"
    return sheet


def test_no_phone_no_name_that_was_not_agreed_is_anywhere_in_the_file(tmp_path: Path) -> None:
    drawn = drawn_in(tmp_path, secretive())
    text = everything_in(drawn.path)
    plain = solid(text)
    assert not re.search(r"1380000|82345678|99999919800101", plain)
    for hidden in (RARE, "𬱖", "赵敏", "刘国强", "不公开的备注", "内部佐证", "现场照片", "王芳"):
        assert hidden not in text, hidden
    assert "QHJD-L-2026" not in plain  # numbers of matters
    assert "".join(f"{part:02X}" for part in "𬱖".encode("utf-16-be")) not in text  # in no font
    assert HIDDEN in text


def test_who_agreed_or_acts_in_office_is_named_and_the_others_by_kind(public: Draw) -> None:
    text = public(a_sheet())
    for said in (
        "代表：周丽华",
        "部门：陈静",
        "群众代表：马秀英、另有1人",
        "专家：1人",
        "王建国（街道工委主任）",
        "1群众代表意见12:05电梯停运三天才修。转意见办理",
        "2陈静城建办答复答第1条明天上午检修。",
        f"3马秀英和平社区建议{HIDDEN}说得对，请公示维修记录。未定去向",
        "4专家发言可以加装传感器。",
        "清河区人大常委会清河街道工作委员会",
    ):
        assert said in text, said


def test_a_speaker_who_is_on_no_list_is_not_named(public: Draw) -> None:
    meeting = a_meeting()
    unknown = a_statement(meeting, "请修路灯。", speaker="孙小红", speaker_body="清河小区")
    office = a_statement(meeting, "下周修。", speaker="孙明", speaker_body="供电所")
    office.kind = StatementKind.ANSWER
    promise = a_commitment(meeting, "告诉孙小红结果", raised_by="孙小红")
    sheet = a_sheet(meeting, statements=[unknown, office], commitments=[promise])
    text = public(sheet)
    assert "孙小红" not in text
    assert "孙明" not in text
    assert "1群众代表意见请修路灯。" in text
    assert "2供电所答复下周修。" in text
    assert f"告诉{HIDDEN}结果" in text


def test_a_name_inside_another_is_left_whole(public: Draw) -> None:
    meeting = a_meeting()
    people = [
        a_participant(meeting, "王芳"),
        a_participant(meeting, "王芳芳", may_publish_name=True),
    ]
    said = said_by(meeting, people[1], "王芳芳和王芳都同意。")
    text = public(a_sheet(meeting, participants=people, statements=[said], commitments=[]))
    assert f"王芳芳和{HIDDEN}都同意。" in text


def test_of_two_namesakes_the_silent_one_is_hidden(public: Draw) -> None:
    meeting = a_meeting()
    agreed = a_participant(meeting, "李桂芳", may_publish_name=True)
    silent = a_participant(meeting, "李桂芳")
    typed = a_statement(meeting, "李桂芳说过。", speaker="李桂芳")
    sheet = a_sheet(meeting, participants=[agreed, silent], statements=[typed], commitments=[])
    text = public(sheet)
    assert f"1群众代表意见{HIDDEN}说过。" in text


def test_the_kind_of_everybody_has_a_word() -> None:
    meeting = a_meeting()
    everyone = [
        a_participant(meeting, f"某{kind}", participant_kind=kind) for kind in ParticipantKind
    ]
    words = PublicWords(replace(a_sheet(meeting), participants=everyone))
    assert [words.name(one) for one in everyone[1:3]] == ["议事组织成员", "群众代表"]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("打 13800001234 找我", f"打 {HIDDEN} 找我"),
        ("138 0000 1234", HIDDEN),
        ("138-0000-1234。", f"{HIDDEN}。"),
        ("+8613800001234", HIDDEN),
        ("0573-82345678", HIDDEN),
        ("82345678", HIDDEN),
        ("99999919800101123X", HIDDEN),
        ("１３８００００１２３４ 找我", f"{HIDDEN} 找我"),
        ("999999 19800101 123X", HIDDEN),
        ("９９９９９９１９８００１０１１２３Ｘ", HIDDEN),
        ("999999800101123", HIDDEN),
        ("卡号 6222 0000 1111 2222 333", f"卡号 {HIDDEN}"),
        ("2026-11-20 2026-12-05", "2026-11-20 2026-12-05"),
        ("20261120 开会", "20261120 开会"),
        ("共 3500000 元", "共 3500000 元"),
        ("12345 热线", "12345 热线"),
        ("编号 QHJD-K-2026-0001-T", "编号 QHJD-K-2026-0001-T"),
        ("2026年11月20日09:00", "2026年11月20日09:00"),
    ],
)
def test_phones_are_hidden_and_other_numbers_are_not(typed: str, shown: str) -> None:
    assert without_numbers(typed) == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("打 138 0000 1234 找他", f"打 {HIDDEN} 找他"),
        ("家里 8234-5678", f"家里 {HIDDEN}"),
        ("咨询电话 0573-83912345", "咨询电话 0573-83912345"),
        ("投资 2345678 元，合同 87654321 号", "投资 2345678 元，合同 87654321 号"),
    ],
)
def test_minutes_keep_the_phones_of_offices(typed: str, shown: str) -> None:
    assert without_own_numbers(typed, ["82345678", "无"]) == shown
