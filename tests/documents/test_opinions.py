"""F21: each opinion with its answer and route, each promise with its end."""

from pathlib import Path

import pytest

from liaison_desktop.documents.matter_values import HIDDEN
from liaison_desktop.documents.opinions import draw_opinions
from liaison_desktop.model.consultation_words import StatementRoute
from tests.builders import a_commitment
from tests.documents.meetings import RARE, a_meeting, a_sheet, said_by
from tests.documents.papers import FACTS, by_pypdf, in_order, on_paper, opened, pages_by_pdfium


def test_both_lists_say_everything(tmp_path: Path) -> None:
    drawn = draw_opinions(tmp_path / "o.pdf", a_sheet(), FACTS, has_names=True)
    text = on_paper(drawn.path)
    for said in (
        "本站留存件，含姓名",
        "恳谈意见清单和承诺事项清单",
        "物业服务民情恳谈会2026年11月20日（星期五）09:00—11:00",
        "序号意见、建议提出人答复单位答复要点处理去向",
        f"1电梯停运三天才修。{RARE}清河小区城建办明天上午检修。转意见办理QHJD-L-2026-0001-K-1",
        f"3{RARE}说得对，请公示维修记录。马秀英和平社区未定去向",
        "序号承诺内容提出人责任单位责任人完成时限进展销号日期公开日期",
        f"1每月5日前公示维修记录{RARE}城建办陈静2026年12月5日已兑现（2026年12月3日）",
        "2026年12月1日：已贴出样张",
        "2026年12月4日2026年12月6日",
        "承办单位负责人（签名）",
        "联络站负责人（签名）",
    ):
        assert said in text, said
    assert "1380000" not in text
    with opened(drawn.path) as document:
        width, height = document[0].get_size()
    assert width > height


def test_what_a_unit_reads_names_only_who_agreed(tmp_path: Path) -> None:
    text = on_paper(draw_opinions(tmp_path / "o.pdf", a_sheet(), FACTS).path)
    for said in (
        "1电梯停运三天才修。群众代表城建办明天上午检修。转意见办理QHJD-L-2026-0001-K-1",
        f"3{HIDDEN}说得对，请公示维修记录。马秀英和平社区未定去向",
        "1每月5日前公示维修记录群众代表城建办陈静2026年12月5日",
        "佐证材料：公示照片",
        "未同意公开姓名的只列身份",
    ):
        assert said in text, said
    assert RARE not in text


def test_an_answer_noted_with_the_route_stands_among_the_answers(tmp_path: Path) -> None:
    sheet = a_sheet()
    wish = sheet.statements[2]
    wish.route, wish.route_note = StatementRoute.ANSWERED, "已在公示栏"
    text = on_paper(draw_opinions(tmp_path / "o.pdf", sheet, FACTS).path)
    assert "马秀英和平社区已在公示栏当场答复" in text
    assert text.count("已在公示栏") == 1


def test_a_promise_without_unit_or_day_is_marked(tmp_path: Path) -> None:
    meeting = a_meeting()
    sheet = a_sheet(meeting, commitments=[a_commitment(meeting, "尽快修好")])
    assert "1尽快修好未填期限办理中" in on_paper(
        draw_opinions(tmp_path / "o.pdf", sheet, FACTS).path
    )


@pytest.mark.parametrize(
    ("part", "gone", "word"),
    [("statements", "明天上午检修", "发言"), ("commitments", "已贴出样张", "承诺事项")],
)
def test_a_list_that_is_left_out_is_said_to_be(
    tmp_path: Path, part: str, gone: str, word: str
) -> None:
    text = on_paper(draw_opinions(tmp_path / "o.pdf", a_sheet(), FACTS, frozenset({part})).path)
    assert gone not in text
    assert f"本件为节录，未列：{word}。" in text


def test_a_meeting_at_which_nothing_was_said_says_so(tmp_path: Path) -> None:
    sheet = a_sheet(statements=[], commitments=[])
    assert "没有意见，也没有承诺事项。" in on_paper(
        draw_opinions(tmp_path / "o.pdf", sheet, FACTS).path
    )


def test_many_opinions_go_on_under_their_headings(tmp_path: Path) -> None:
    meeting = a_meeting()
    who = a_sheet(meeting).participants[2]
    said = [said_by(meeting, who, f"意见{at:03}：" + "路灯不亮。" * (at % 40)) for at in range(200)]
    promises = [a_commitment(meeting, f"承诺{at:03}", place=at + 1) for at in range(60)]
    sheet = a_sheet(meeting, statements=said, commitments=promises)
    drawn = draw_opinions(tmp_path / "o.pdf", sheet, FACTS)
    text = by_pypdf(drawn.path)
    assert in_order(text, [f"意见{at:03}" for at in range(200)])
    assert in_order(text, [f"承诺{at:03}" for at in range(60)])
    assert all("清单" in page and "序号" in page for page in pages_by_pdfium(drawn.path)[:-1])
