"""All that was said and promised on one topic, meeting after meeting."""

from datetime import date
from pathlib import Path

from liaison_desktop.documents.series import draw_series
from tests.documents.meetings import RARE, a_meeting, a_sheet
from tests.documents.papers import FACTS, in_order, on_paper, solid


def test_every_meeting_on_a_topic_stands_with_what_was_said_and_promised(tmp_path: Path) -> None:
    first = a_meeting(title="第一次恳谈会", held_on=date(2026, 3, 6))
    second = a_meeting(title="第二次恳谈会")
    sheets = [a_sheet(first), a_sheet(second)]
    sheets[0].statements[0].content = "第一次说的。"
    text = on_paper(draw_series(tmp_path / "s.pdf", sheets, FACTS).path)
    assert in_order(
        text,
        [
            "老旧小区电梯更新",
            solid("2 次会议，发言 8 条，承诺 2 项（办理中 0 项、已兑现 2 项、未兑现 0 项）"),
            "2026年3月6日（星期五）09:00—11:00第一次恳谈会（QHJD-K-2026-0001-T）",
            f"1{RARE}清河小区意见12:05第一次说的。转意见办理",
            "1每月5日前公示维修记录",
            "第二次恳谈会",
            "电梯停运三天才修。",
            "已贴出样张",
        ],
    )


def test_a_part_can_be_left_out(tmp_path: Path) -> None:
    drawn = draw_series(tmp_path / "s.pdf", [a_sheet()], FACTS, frozenset({"statements"}))
    text = on_paper(drawn.path)
    assert "电梯停运" not in text
    assert "已贴出样张" in text
    assert "本件为节录，未列：发言。" in text


def test_a_meeting_at_which_nothing_was_said_is_still_listed(tmp_path: Path) -> None:
    sheet = a_sheet(statements=[], commitments=[])
    text = on_paper(draw_series(tmp_path / "s.pdf", [sheet], FACTS).path)
    assert "物业服务民情恳谈会（QHJD" in text
