"""F20 measured on the PDF against GB/T 9704-2012, and read back."""

import ctypes
import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from liaison_desktop.documents.chinese_dates import ordinal
from liaison_desktop.documents.line_breaking import NO_END, NO_START
from liaison_desktop.documents.meeting_sheet import MeetingSheet
from liaison_desktop.documents.minutes import draw_minutes
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import ConsultationState
from tests.builders import a_statement, a_station
from tests.documents.measuring import LEADING, MM, PAGE_HEIGHT, SIZE, Line, near_seal, pages_of
from tests.documents.meetings import RARE, a_meeting, a_sheet
from tests.documents.papers import (
    FACTS,
    by_pypdf,
    in_order,
    on_paper,
    opened,
    pages_by_pdfium,
    solid,
)

LEFT, RIGHT, TOP, BOTTOM = 28.0, 184.0, 37.0, 262.0
"""Edges of the type area in millimetres from the left and the upper edge of the sheet."""

ABOVE = 0.88
"""Part of the em square above the baseline."""


def numbered(sheet: MeetingSheet) -> MeetingSheet:
    sheet.consultation.doc_number = "〔2026〕8号"
    return sheet


def body(lines: list[Line]) -> list[Line]:
    """Return the lines of the text: those in 3 号."""
    return [line for line in lines if line.size == pytest.approx(SIZE, abs=0.01)]


def full(folder: Path) -> list[list[Line]]:
    """Draw minutes of a text that has nothing but whole characters."""
    sheet = numbered(a_sheet(a_meeting(conclusions="字" * 2000), commitments=[]))
    return pages_of(draw_minutes(folder / "m.pdf", sheet, FACTS).path)


def test_a_full_page_has_22_lines_of_28_characters_in_3_hao(tmp_path: Path) -> None:
    page = body(full(tmp_path)[1])
    assert len(page) == 22
    assert {len(line.signs) for line in page} == {28}


def test_the_lines_stand_in_the_type_area_at_the_pitch_of_the_standard(tmp_path: Path) -> None:
    page = body(full(tmp_path)[1])
    pitches = [(lower.y - upper.y) * MM for upper, lower in pairwise(page)]
    assert pitches == pytest.approx([LEADING] * 21, abs=0.02)
    em = SIZE / MM
    assert page[0].y - ABOVE * em == pytest.approx(TOP, abs=0.1)  # 天头 37 ± 1
    lowest = page[-1].y + (1 - ABOVE) * em
    assert lowest == pytest.approx(TOP + 224.33, abs=0.1)
    assert lowest <= BOTTOM
    for line in page:
        assert line.signs[0].x == pytest.approx(LEFT, abs=0.05)  # 订口 28 ± 1
        assert line.signs[-1].x + em == pytest.approx(RIGHT, abs=0.05)


def test_nothing_of_the_text_stands_outside_of_the_type_area(tmp_path: Path) -> None:
    meeting = a_meeting(conclusions="会议认为，“物业”应当公开（每月）、及时；不得推诿。" * 90)
    pages = pages_of(draw_minutes(tmp_path / "m.pdf", numbered(a_sheet(meeting)), FACTS).path)
    assert len(pages) > 3
    for page in pages:
        for line in body(page):
            em = line.size / MM
            last = line.signs[-1]
            hangs = em / 2 if last.text in "，。、；：！？）”" else 0.0
            assert line.signs[0].x >= LEFT - 0.05
            assert last.x + em - hangs <= RIGHT + 0.2, line.text
            assert line.y - ABOVE * em >= TOP - 0.2
            assert line.y + (1 - ABOVE) * em <= BOTTOM


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(tmp_path: Path) -> None:
    words = ["字" * many for many in range(61)]
    typed = "".join(
        f"{words[many]}，“{words[many % 5]}”。（{words[many % 3]}）、《字》；"
        for many in range(1, 61)
    )
    meeting = a_meeting(conclusions=typed)
    pages = pages_of(draw_minutes(tmp_path / "m.pdf", numbered(a_sheet(meeting)), FACTS).path)
    lines = [line.text for page in pages for line in body(page)]
    assert len(lines) > 60
    assert not [line for line in lines if line[0] in NO_START]
    assert not [line for line in lines if line[-1] in NO_END]


def test_the_head_is_red_and_where_the_standard_puts_it(tmp_path: Path) -> None:
    path = draw_minutes(tmp_path / "m.pdf", numbered(a_sheet()), FACTS).path
    page = pages_of(path)[0]
    mark = [line for line in page if line.size > 24]
    assert [line.text for line in mark] == ["清河区人大常委会清河街道工作委员会", "民情恳谈会纪要"]
    upper = mark[0].y - ABOVE * mark[0].size / MM
    assert upper == pytest.approx(TOP + 35, abs=0.5)
    number = next(line for line in page if line.text == "〔2026〕8号")
    assert number.size == pytest.approx(SIZE)
    [rule] = [path for path in rules_of(path, 0) if path.colour == (255, 0, 0)]
    assert rule.y - (number.y + (1 - ABOVE) * SIZE / MM) == pytest.approx(4, abs=0.3)
    assert (rule.left, rule.right) == pytest.approx((LEFT, RIGHT), abs=0.3)
    title = next(line for line in page if line.text == "物业服务民情恳谈会纪要")
    assert title.size == pytest.approx(22)
    assert title.y - rule.y > 2 * LEADING / MM
    assert reds(path) >= {"清", "纪"}
    assert not reds(path) & {"〔", "物", "会议"}


@dataclass(frozen=True)
class Rule:
    """A drawn line: its edges and height in millimetres, its width, its colour."""

    left: float
    right: float
    y: float
    width: float
    colour: tuple[int, int, int]


def rules_of(path: Path, place: int) -> list[Rule]:
    found = []
    channels = [ctypes.c_uint() for _ in range(4)]
    with opened(path) as document:
        for one in document[place].get_objects([pdfium.FPDF_PAGEOBJ_PATH]):
            (left, bottom), (right, top) = (point_of(one, place) for place in (0, 1))
            wide = ctypes.c_float()
            pdfium.FPDFPageObj_GetStrokeWidth(one, wide)
            pdfium.FPDFPageObj_GetStrokeColor(one, *channels)
            red, green, blue, _alpha = (channel.value for channel in channels)
            y = (PAGE_HEIGHT - (bottom + top) / 2) / MM
            width = wide.value / MM
            found.append(Rule(left / MM, right / MM, y, width, (red, green, blue)))
    return found


def point_of(path: pypdfium2.PdfObject, place: int) -> tuple[float, float]:
    """Return one end of a drawn line, in points."""
    x, y = ctypes.c_float(), ctypes.c_float()
    segment = pdfium.FPDFPath_GetPathSegment(path, place)
    assert pdfium.FPDFPathSegment_GetPoint(segment, x, y)
    return x.value, y.value


def reds(path: Path) -> set[str]:
    """Return the characters of the first page that are filled in red."""
    found = set()
    channels = [ctypes.c_uint() for _ in range(4)]
    with opened(path) as document:
        text = document[0].get_textpage()
        for place in range(text.count_chars()):
            pdfium.FPDFText_GetFillColor(text, place, *channels)
            if [channel.value for channel in channels[:3]] == [255, 0, 0]:
                found.add(chr(pdfium.FPDFText_GetUnicode(text, place)))
    return found


def test_the_end_has_its_rules_and_its_small_characters(tmp_path: Path) -> None:
    path = draw_minutes(tmp_path / "m.pdf", numbered(a_sheet()), FACTS).path
    last = len(pages_of(path)) - 1
    rules = sorted((rule for rule in rules_of(path, last)), key=lambda rule: rule.y)
    assert [rule.width for rule in rules] == pytest.approx([0.35, 0.25, 0.35], abs=0.01)
    assert rules[-1].y == pytest.approx(BOTTOM, abs=0.2)
    assert all(rule.left == pytest.approx(LEFT, abs=0.3) for rule in rules)
    assert all(rule.right == pytest.approx(RIGHT, abs=0.3) for rule in rules)
    small = [line for line in pages_of(path)[last] if rules[0].y < line.y < rules[-1].y]
    assert [line.size for line in small] == pytest.approx([14, 14])
    assert small[0].text == "抄送：街道办事处，各社区居民委员会。"
    assert small[1].text == "清河区人大常委会清河街道工作委员会2026年11月21日印发"
    assert small[0].signs[0].x == pytest.approx(LEFT + 14 / MM, abs=0.1)  # one character in


def test_page_numbers_stand_outside_between_dashes(tmp_path: Path) -> None:
    for place, page in enumerate(full(tmp_path), start=1):
        [number] = [line for line in page if line.text == f"—{place}—"]
        assert number.size == pytest.approx(14)
        dash = number.y - 0.36 * 14 / MM
        assert dash == pytest.approx(BOTTOM + 7, abs=0.5)
        one = 14 / MM
        if place % 2:
            assert number.signs[-1].x + one == pytest.approx(RIGHT - one, abs=0.4)
        else:
            assert number.signs[0].x == pytest.approx(LEFT + one, abs=0.4)


def test_organ_and_day_stand_as_the_standard_says_with_room_for_the_seal(tmp_path: Path) -> None:
    meeting = a_meeting()
    meeting.state, meeting.signed_by = ConsultationState.SIGNED, "刘站长"
    meeting.signed_on = date(2026, 11, 24)
    page = pages_of(draw_minutes(tmp_path / "m.pdf", numbered(a_sheet(meeting)), FACTS).path)[-1]
    [day] = [line for line in page if line.text == "2026年11月24日"]
    [organ] = [line for line in body(page) if line.text == "清河区人大常委会清河街道工作委员会"]
    assert (day.y - organ.y) * MM == pytest.approx(LEADING, abs=0.05)
    middle = (day.signs[0].x + day.signs[-1].x + SIZE / MM) / 2
    assert middle == pytest.approx((organ.signs[0].x + organ.signs[-1].x + SIZE / MM) / 2, abs=0.3)
    assert day.signs[-1].x + SIZE / MM <= RIGHT - 4 * SIZE / MM + 0.3
    assert near_seal(page, organ.text, day.text) == ""


def test_the_foot_of_the_page_leaves_the_seal_its_room(tmp_path: Path) -> None:
    gaps = []
    for many in range(1, 24):
        sheet = numbered(a_sheet(signed(a_meeting(conclusions="\n".join("字" * many)))))
        path = draw_minutes(tmp_path / "m.pdf", sheet, FACTS).path
        page = pages_of(path)[-1]
        [day] = [line for line in page if line.text == "2026年11月24日"]
        centre = day.y - 0.38 * SIZE / MM - LEADING / MM / 2
        gaps.append(min(rule.y for rule in rules_of(path, len(pages_of(path)) - 1)) - centre)
        assert page[0].y < day.y
    assert 22 <= min(gaps) < 33  # one of them is nearly full


def signed(meeting: Consultation) -> Consultation:
    meeting.state, meeting.signed_by = ConsultationState.SIGNED, "刘站长"
    meeting.signed_on = date(2026, 11, 24)
    return meeting


def test_the_minutes_say_who_met_what_was_said_and_what_was_promised(tmp_path: Path) -> None:
    sheet = numbered(a_sheet(signed(a_meeting())))
    drawn = draw_minutes(tmp_path / "m.pdf", sheet, FACTS)
    text = on_paper(drawn.path)
    for said in (
        "2026年11月20日（星期五）09:00—11:00，清河区人大常委会清河街道工作委员会在二楼议事厅召开"
        "物业服务民情恳谈会，就“老旧小区电梯更新”听取意见和建议。",
        "会议由王建国（街道工委主任）主持。应到5人，实到5人。",
        "一、电梯（一）意见和建议1.电梯停运三天才修。2.",
        "（二）答复情况1.城建办陈静：明天上午检修。",
        "二、其他意见（一）其他发言1.可以加装传感器。",
        "三、承诺事项1.每月5日前公示维修记录。责任单位：城建办；责任人：陈静；"
        "完成时限：2026年12月5日。",
        f"出席：代表周丽华；群众马秀英、{RARE}；专家刘国强",
        "列席：城建办、派出所；陈静（城建办）",
        "请假：赵敏",
        "记录：刘敏",
        "签发：刘站长",
        "2026年11月24日",
    ):
        assert said in text, said
    assert not re.search(r"1380000", text)


def test_a_phone_said_in_the_hall_is_not_in_the_minutes(tmp_path: Path) -> None:
    meeting = a_meeting()
    said = a_statement(meeting, f"我是{RARE}，打 13800001234 找我。")
    path = draw_minutes(tmp_path / "m.pdf", a_sheet(meeting, statements=[said]), FACTS).path
    assert "1.我是×××，打×××找我。" in on_paper(path)
    typed = a_meeting(conclusions="请打 13800000004 或热线 12345。")
    path = draw_minutes(tmp_path / "m.pdf", a_sheet(typed), FACTS).path
    assert "请打×××或热线12345。" in on_paper(path)


def test_what_was_typed_stands_with_its_levels_and_the_promises_after_it(tmp_path: Path) -> None:
    typed = "一、检修\n（一）时间\n1. 本周内。\n（1）先高层。\n二、公示\n每月 5 日前。"
    path = draw_minutes(tmp_path / "m.pdf", a_sheet(a_meeting(conclusions=typed)), FACTS).path
    text = by_pypdf(path)
    assert in_order(
        solid(text), ["一、检修", "（一）时间", "1.本周内。", "（1）先高层。", "二、公示"]
    )
    assert "三、承诺事项" in text
    assert "意见和建议" not in text.split("听取意见和建议")[1]


def test_minutes_without_a_signature_leave_room_for_it(tmp_path: Path) -> None:
    text = on_paper(draw_minutes(tmp_path / "m.pdf", a_sheet(), FACTS).path)
    assert "签发：清河区" in text  # nobody's name
    assert "2026年11月24日" not in text


@pytest.mark.parametrize("many", [1, 3, 7, 8, 9, 12, 15, 20, 25, 40])
def test_the_signature_is_never_alone_and_no_heading_ends_a_page(tmp_path: Path, many: int) -> None:
    typed = "\n".join(f"{ordinal(at + 1)}、事项\n第 {at} 项已议定。" for at in range(many))
    sheet = a_sheet(a_meeting(conclusions=typed), commitments=[])
    drawn = draw_minutes(tmp_path / "m.pdf", sheet, FACTS)
    text = by_pypdf(drawn.path)
    assert all(f"第 {at} 项已议定。" in text for at in range(many))
    for page in pages_of(drawn.path):
        lines = body(page)
        assert not lines[-1].text.endswith("、事项")
    assert "签发：" in pages_by_pdfium(drawn.path)[-1]


def test_a_long_name_takes_balanced_lines(tmp_path: Path) -> None:
    name = "关于进一步加强老旧小区物业服务管理和电梯更新改造工作的民情恳谈会"
    page = pages_of(draw_minutes(tmp_path / "m.pdf", a_sheet(a_meeting(title=name)), FACTS).path)[0]
    title = [line for line in page if line.size == pytest.approx(22)]
    assert "".join(line.text for line in title) == f"{name}纪要"
    assert len(title) == 2
    assert abs(len(title[0].text) - len(title[1].text)) <= 2


@pytest.mark.parametrize("length", [1, 12, 22, 23, 40, 80])
def test_a_long_organ_is_still_large(tmp_path: Path, length: int) -> None:
    organ = ("清河市清河区人大常委会清河街道工作委员会" * 5)[:length]
    station = a_station(issuing_organ=organ)
    sheet = replace(a_sheet(), station=station)
    page = pages_of(draw_minutes(tmp_path / "m.pdf", sheet, FACTS).path)[0]
    mark = [line for line in page if line.size > 18.5 and line.size != pytest.approx(22)]
    assert "".join(line.text for line in mark) == f"{organ}民情恳谈会纪要"
    for line in mark:
        assert line.signs[0].x >= LEFT - 0.3
        assert line.signs[-1].x + line.size / MM <= RIGHT + 0.5


LONG = ["字" * 7999, "\n" * 90, "一、" + "字" * 30 + "\n" * 20, "。" * 500]


@pytest.mark.parametrize("typed", LONG)
def test_any_text_that_can_be_typed_ends(tmp_path: Path, typed: str) -> None:
    drawn = draw_minutes(tmp_path / "m.pdf", a_sheet(a_meeting(conclusions=typed + "完")), FACTS)
    assert drawn.pages < 20
    assert by_pypdf(drawn.path).count("字") == typed.count("字")
