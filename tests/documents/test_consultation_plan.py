"""F17: every value prepared, and a draw that anyone can repeat from the printed figures alone."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from liaison_desktop.documents.consultation_plan import (
    draw_consultation_notice,
    draw_consultation_plan,
)
from liaison_desktop.documents.drawn import Drawn
from liaison_desktop.documents.meeting_sheet import MeetingSheet
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.drawing import Drawing
from liaison_desktop.model.random_draw import ALGORITHM, draw
from liaison_desktop.model.uids import new_uid
from tests.builders import NOON, STATION_UID
from tests.documents.measuring import near_seal, pages_of
from tests.documents.meetings import RARE, a_meeting, a_sheet
from tests.documents.papers import FACTS, on_paper, pages_by_pdfium, solid

SEED = "2026-11-12 09:00 开奖号 0731"
ROSTER = [f"居民{place:03},和平社区,138000{place:05}" for place in range(120)] + [f"{RARE},清河,"]


def a_drawing(meeting: Consultation, rows: list[str], size: int) -> Drawing:
    """Return a draw as it is stored."""
    drawn = draw(rows, size, SEED)
    return Drawing(
        uid=new_uid(NOON),
        station_uid=STATION_UID,
        consultation_uid=meeting.uid,
        drawn_at=NOON,
        drawn_by="王芳",
        algorithm=ALGORITHM,
        seed=SEED,
        size=size,
        roster_name="和平社区居民名单.csv",
        roster_rows=len(rows),
        roster_hash=drawn.roster_hash,
        heading="姓名,社区,电话",
        roster="\n".join(rows),
        chosen="\n".join(rows[place] for place in drawn.chosen),
    )


def drawn_sheet(size: int = 25, rows: list[str] | None = None) -> MeetingSheet:
    sheet = a_sheet()
    return replace(sheet, drawings=[a_drawing(sheet.consultation, rows or ROSTER, size)])


def own_copy(folder: Path, sheet: MeetingSheet) -> Drawn:
    return draw_consultation_plan(folder / "p.pdf", sheet, FACTS, has_roster=True)


def test_the_plan_says_everything_that_was_prepared(tmp_path: Path) -> None:
    text = on_paper(draw_consultation_plan(tmp_path / "p.pdf", a_sheet(), FACTS).path)
    for said in (
        "清河区人大常委会清河街道工作委员会物业服务民情恳谈会方案",
        "一、会议时间：2026年11月20日（星期五）09:00—11:00。",
        "二、会议地点：二楼议事厅。",
        "三、恳谈类型：民情恳谈。",
        "四、议题：老旧小区电梯更新。",
        "五、议题来源接待日多名选民反映QHJD-L-2026-0001-K-1电梯停运",
        "六、主持人：王建国（街道工委主任）。",
        "七、记录人：刘敏。",
        "八、规模和参加人产生办法：共40人，其中自愿报名5人、邀请10人、随机抽取25人。",
        "九、列席部门：城建办、派出所。",
        "十、会议流程1.电梯2.停车",
        "十一、应听取事项：1.上年议定事项办理情况。",
        "十二、会议材料合同样本投诉统计",
        "十三、公告和发布渠道：公告最迟于2026年11月15日发布；已于2026年11月13日公告；"
        "发布渠道：社区公示栏。",
        "十四、备注：会议录音已归档。",
        "2026年11月13日",
    ):
        assert said in text, said
    assert "附件" not in text


def test_the_notice_says_what_somebody_who_comes_must_know(tmp_path: Path) -> None:
    path = draw_consultation_notice(tmp_path / "n.pdf", drawn_sheet(), FACTS).path
    text = on_paper(path)
    for said in (
        "关于召开物业服务民情恳谈会的通知",
        "定于2026年11月20日召开物业服务民情恳谈会。",
        "老旧小区电梯更新",
        "接待日多名选民反映QHJD-L-2026-0001-K-1",
        "从121人的名单中抽取25人",
        f"种子：{solid(SEED)}",
        "社区公示栏",
        "0573-80000001",
        "特此通知。",
    ):
        assert said in text, said
    for kept in ("居民001", "138000", "电梯停运", "会议录音"):
        assert kept not in text, kept


@pytest.mark.parametrize("has_roster", [True, False])
def test_the_annex_has_the_figures_and_the_rows_that_were_drawn(
    tmp_path: Path, has_roster: bool
) -> None:
    sheet = drawn_sheet()
    [drawing] = sheet.drawings
    path = tmp_path / "p.pdf"
    draw_consultation_plan(path, sheet, FACTS, has_roster=has_roster)
    text = on_paper(path)
    for said in (
        "附件：随机抽取记录",
        "2026年11月20日12:00",
        "王芳",
        "和平社区居民名单.csv",
        "121人",
        "25人（名单共121人）",
        "不分组",
        solid(SEED),
        drawing.roster_hash,
        "按SHA-256（种子、换行符、名单行）由小到大排序，取前N名",
        "以一个换行符相连后的SHA-256",
        *(f"{place}{row}" for place, row in enumerate(drawing.chosen.split("\n"), start=1)),
    ):
        assert said in text, said
    undrawn = next(row for row in ROSTER if row not in drawing.chosen)
    assert (undrawn in text) is has_roster
    assert ("本站留存件，含全部名单" in text) is has_roster


def test_the_strata_are_said(tmp_path: Path) -> None:
    sheet = drawn_sheet()
    sheet.drawings[0].stratum_column, sheet.drawings[0].strata = "社区", "和平社区=24\n清河=1"
    text = on_paper(own_copy(tmp_path, sheet).path)
    assert "按“社区”分组：和平社区=24清河=1" in text


def test_anyone_can_repeat_the_draw_from_the_printed_figures_alone(tmp_path: Path) -> None:
    """The few lines in the middle are all that somebody with the paper in his hand needs."""
    pages = map(solid, pages_by_pdfium(own_copy(tmp_path, drawn_sheet()).path))
    printed = "".join(page.split("次打印")[1] for page in pages if "随机抽取记录" in page)
    size = int(re.findall(r"抽取人数(\d+)人", printed)[0])
    printed_hash = re.findall(r"名单校验值([0-9a-f]{64})", printed)[0]
    rows = re.findall(rf"\d+?((?:居民\d{{3}},和平社区,138000\d{{5}})|{RARE},清河,)", printed)
    chosen, roster = rows[:size], rows[size:]

    def rank(row: str) -> bytes:
        return hashlib.sha256(f"{SEED}\n{row}".encode()).digest()

    assert len(roster) == 121
    assert hashlib.sha256("\n".join(roster).encode()).hexdigest() == printed_hash
    assert sorted(roster, key=rank)[:size] == chosen


def test_a_roster_of_thousands_goes_on_under_its_heading(tmp_path: Path) -> None:
    rows = [f"{place:04} 号,{'长' * (place % 90)}" for place in range(1500)]
    drawn = own_copy(tmp_path, drawn_sheet(40, rows))
    pages = pages_by_pdfium(drawn.path)
    text = solid("".join(pages))
    assert not [place for place in range(1500) if f"{place:04}号" not in text]
    assert all("次序" in page for page in pages[2:])


def test_long_materials_and_a_seal_keep_their_room(tmp_path: Path) -> None:
    meeting = a_meeting(materials="材料。" * 160, remark="备注。" * 160)
    drawn = draw_consultation_plan(tmp_path / "p.pdf", a_sheet(meeting), FACTS)
    text = on_paper(drawn.path)
    assert (text.count("材"), text.count("备")) == (161, 161)  # each once in its title
    assert drawn.pages > 2


def test_a_value_that_begins_with_a_space_is_not_set_over_its_title(tmp_path: Path) -> None:
    path = draw_consultation_plan(
        tmp_path / "p.pdf", a_sheet(a_meeting(place=" 院子里")), FACTS
    ).path
    lines = [line.strip() for page in pages_by_pdfium(path) for line in page.splitlines()]
    assert "二、会议地点" in lines
    assert "院子里" in lines


@pytest.mark.parametrize("draw", [draw_consultation_plan, draw_consultation_notice])
def test_the_seal_has_its_room(tmp_path: Path, draw: Callable[..., Drawn]) -> None:
    page = pages_of(draw(tmp_path / "p.pdf", a_sheet(), FACTS).path)[-1]
    assert near_seal(page, "清河区人大常委会清河街道工作委员会", "2026年11月13日") == ""
