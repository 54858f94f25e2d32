"""F19: every value read back, switches, continuation pages, additions apart from the rest."""

from datetime import date
from pathlib import Path

import pytest

from liaison_desktop.documents.consultation_record import draw_consultation_record
from liaison_desktop.model.consultation import Addition
from liaison_desktop.model.consultation_words import ConsultationState, StatementKind
from tests.builders import NOON
from tests.documents.meetings import RARE, a_meeting, a_sheet, said_by
from tests.documents.papers import FACTS, by_pypdf, in_order, on_paper, pages_by_pdfium, solid


def test_the_record_says_everything_that_was_typed(tmp_path: Path) -> None:
    meeting = a_meeting(conclusions="一、本周内检修电梯。\n二、每月公示。")
    drawn = draw_consultation_record(tmp_path / "r.pdf", a_sheet(meeting), FACTS)
    text = on_paper(drawn.path)
    for said in (
        "民情恳谈会记录",
        "QHJD-K-2026-0001-T",
        "物业服务民情恳谈会",
        "老旧小区电梯更新",
        "接待日多名选民反映QHJD-L-2026-0001-K-1电梯停运",
        "2026年11月20日（星期五）09:00—11:00",
        "二楼议事厅",
        "王建国（街道工委主任）",
        "2026年11月13日（最迟2026年11月15日）",
        "城建办、派出所",
        "应到5人（自愿报名1人、邀请3人、随机抽取1人）"
        "实到5人（自愿报名1人、邀请3人、随机抽取1人；其中临时到会1人）请假1人（邀请1人）缺席0人",
        "1.电梯2.停车",
        "☑上年议定事项办理情况",
        "1周丽华区人大代表代表邀请13800000001出席12:00",
        f"4{RARE}女清河小区群众邀请临时到会13800000004出席12:00",
        f"1{RARE}清河小区意见12:05电梯停运三天才修。转意见办理QHJD-L-2026-0001-K-1",
        "2陈静城建办答复答第1条明天上午检修。",
        f"3马秀英和平社区建议{RARE}说得对，请公示维修记录。未定去向",
        "未列入议程",
        "4刘国强发言可以加装传感器。",
        "1每月5日前公示维修记录",
        f"{RARE}城建办陈静2026年12月5日已兑现（2026年12月3日）2026年12月1日：已贴出样张",
        "佐证材料：公示照片",
        "一、本周内检修电梯。二、每月公示。",
        "1.现场照片.jpg（12KB）",
        "会议录音已归档",
        "记录人（签名）",
        "主持人（签名）",
    ):
        assert said in text, said


@pytest.mark.parametrize(
    ("part", "gone", "word"),
    [
        ("participants", "13800000001", "参加人"),
        ("attachments", "现场照片", "附件"),
        ("statements", "明天上午检修", "发言"),
        ("commitments", "已贴出样张", "承诺事项"),
    ],
)
def test_a_part_that_is_left_out_is_said_to_be(
    tmp_path: Path, part: str, gone: str, word: str
) -> None:
    drawn = draw_consultation_record(tmp_path / "r.pdf", a_sheet(), FACTS, frozenset({part}))
    text = on_paper(drawn.path)
    assert gone not in text
    assert f"本件为节录，未列：{word}。" in text


def test_five_hundred_statements_stand_in_their_order_under_their_headings(tmp_path: Path) -> None:
    meeting = a_meeting(agenda=[])
    sheet = a_sheet(meeting)
    who = sheet.participants[2]
    said = [said_by(meeting, who, f"意见{place:03}。" + "路灯不亮。" * 9) for place in range(500)]
    drawn = draw_consultation_record(tmp_path / "r.pdf", a_sheet(meeting, statements=said), FACTS)
    pages = pages_by_pdfium(drawn.path)
    assert in_order(by_pypdf(drawn.path), [f"意见{place:03}" for place in range(500)])
    listing = [solid(page) for page in pages if "路灯不亮" in page]
    assert len(listing) > 20
    assert all("发言内容" in page for page in listing)
    assert "主持人" in pages[-1]


def test_a_statement_of_four_thousand_characters_loses_none(tmp_path: Path) -> None:
    meeting = a_meeting()
    sheet = a_sheet(meeting)
    long = said_by(
        meeting, sheet.participants[2], "电梯坏了又坏。" * 571, kind=StatementKind.REMARK
    )
    drawn = draw_consultation_record(tmp_path / "r.pdf", a_sheet(meeting, statements=[long]), FACTS)
    assert by_pypdf(drawn.path).count("坏") == 1142
    assert drawn.pages > 3


def test_an_addition_stands_apart_after_what_was_signed(tmp_path: Path) -> None:
    added = Addition(added_at=NOON, added_by="王芳", content="“三天”应为“两天”。", reason="核对")
    meeting = a_meeting(additions=[added])
    meeting.state, meeting.signed_by = ConsultationState.SIGNED, "刘站长"
    meeting.signed_on = date(2026, 11, 21)
    drawn = draw_consultation_record(tmp_path / "r.pdf", a_sheet(meeting), FACTS)
    text = on_paper(drawn.path)
    signed = "刘站长2026年11月21日（按纸质件补记）"
    heading = "补正（审签后补充；以上经审签的记录未改动）"
    assert in_order(text, ["电梯停运三天才修。", signed, "主持人（签名）", heading, "两天"])
    assert "2026年11月20日12:00王芳“三天”应为“两天”。核对" in text


def test_what_no_font_has_is_named(tmp_path: Path) -> None:
    meeting = a_meeting(title="\U0010fffd恳谈会")
    drawn = draw_consultation_record(tmp_path / "r.pdf", a_sheet(meeting), FACTS)
    assert drawn.missing == ["\U0010fffd"]
    assert "U+10FFFD" in on_paper(drawn.path)
