"""F07, F25, F26, F27: every value read back, long texts carried on, empty forms to write on."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from liaison_desktop.documents import activity, field_visit, leave, session_sheet
from liaison_desktop.documents.drawn import Drawn
from liaison_desktop.documents.session_sheet import SessionFigures, draw_session_sheet
from liaison_desktop.model.group_activity import Attendance, GroupActivity
from liaison_desktop.model.reception_session import ReceptionSession, RotaSlot
from liaison_desktop.model.schedule_words import HouseholdKind, Presence, SlotRole
from liaison_desktop.model.words import MandateLevel, Way
from tests.builders import (
    NOON,
    a_field_visit,
    a_leave,
    a_matter,
    a_session,
    a_station,
    a_visit,
    an_activity,
)
from tests.documents.papers import FACTS, by_pypdf, numbered, on_paper, pages_by_pdfium, solid

RARE = "李㛃𬱖"
Blank = Callable[[Path], Drawn]


def a_day() -> ReceptionSession:
    away = {"presence": Presence.ON_LEAVE, "change_reason": "赴区开会"}
    present = {"presence": Presence.PRESENT, "signed_at": NOON}
    slots = [
        RotaSlot(name="王建国", level=MandateLevel.COUNTY, **away),
        RotaSlot(name=RARE, stands_in_for="王建国", **present),
        RotaSlot(name="刘国强", slot_role=SlotRole.VISITING),
    ]
    return a_session(
        theme="小区停车", guests="派出所", summary="共三批。", remark="雨", slots=slots
    )


def figures(count: int = 1) -> SessionFigures:
    matters = [a_matter(f"事项{place:02}") for place in range(count)]
    return SessionFigures(3, 5, numbered(a_visit(matters=matters)).matters)


def test_the_sheet_of_a_day_says_who_sat_who_came_and_what_was_brought(tmp_path: Path) -> None:
    drawn = draw_session_sheet(tmp_path / "s.pdf", a_day(), figures(), FACTS)
    text = on_paper(drawn.path)
    for said in (
        "2026年11月20日（星期五）09:00—11:00",
        "小区停车",
        "派出所",
        "1王建国接待代表区请假（已批准）赴区开会",
        f"2{RARE}接待代表出席12:00顶替王建国",
        "3刘国强进站代表",
        "3批",
        "5人次",
        "1件",
        "QHJD-L-2026-0001-K-1事项00待办理",
        "共三批。",
        "雨",
        "站长（签名）",
    ):
        assert said in text, said
    assert drawn.pages == 1


def test_a_day_of_many_matters_goes_on_and_keeps_the_head_at_its_end(tmp_path: Path) -> None:
    session = a_day()
    session.summary = "接待情况良好。" * 280
    drawn = draw_session_sheet(tmp_path / "s.pdf", session, figures(60), FACTS)
    text = by_pypdf(drawn.path)
    assert drawn.pages > 2
    assert not [place for place in range(60) if f"事项{place:02}" not in text]
    assert text.count("良") == 280
    assert "站长" in pages_by_pdfium(drawn.path)[-1]


def test_a_sheet_for_writing_counts_nothing_before_the_day(tmp_path: Path) -> None:
    none = SessionFigures(0, 0, [])
    draw_session_sheet(tmp_path / "s.pdf", a_day(), none, FACTS, for_writing=True)
    assert "0批" not in on_paper(tmp_path / "s.pdf")
    draw_session_sheet(tmp_path / "s.pdf", a_day(), none, FACTS)
    text = on_paper(tmp_path / "s.pdf")
    assert "0批" in text
    assert "处理方式" not in text  # nothing was brought: no list of it


def test_a_field_visit_says_where_to_whom_and_what_was_said(tmp_path: Path) -> None:
    visit = a_field_visit(
        "王建国",
        RARE,
        starts="14:00",
        way=Way.VISIT,
        visited_name="李桂芳户",
        household_kind=HouseholdKind.NEEDY,
        headcount=3,
        situation="家中两位老人。",
        opinions="楼道没有扶手。",
        on_site="已联系社区。",
    )
    field_visit.draw_field_visit(tmp_path / "f.pdf", visit, FACTS)
    text = on_paper(tmp_path / "f.pdf")
    for said in (
        "2026年11月20日（星期五）14:00起",
        f"王建国、{RARE}",
        "和平社区3栋",
        "走访",
        "李桂芳户",
        "困难户",
        "3人",
        "家中两位老人。",
        "楼道没有扶手。",
        "已联系社区。",
    ):
        assert said in text, said


def test_a_long_field_visit_loses_nothing(tmp_path: Path) -> None:
    visit = a_field_visit(situation="情况如下。" * 800, opinions="意见如下。" * 800)
    drawn = field_visit.draw_field_visit(tmp_path / "f.pdf", visit, FACTS)
    text = by_pypdf(drawn.path)
    assert drawn.pages > 3
    assert (text.count("况如"), text.count("见如")) >= (780, 780)
    assert text.count("如") == 1600
    assert "了解的情况（续）" in solid(text)


def attended(**presences: Presence) -> GroupActivity:
    return an_activity(
        group_name="第一代表小组",
        convener="周丽华",
        place="和平社区",
        starts="09:00",
        ends="11:30",
        content="现场查看充电桩。",
        outcome="形成三条意见。",
        announced_on=date(2026, 11, 16),
        attendances=[
            Attendance(name=name, presence=presence, reason="出差" if "请" in name else "")
            for name, presence in presences.items()
        ],
    )


HELD = {
    "王建国": Presence.PRESENT,
    RARE: Presence.PRESENT,
    "请假者": Presence.ON_LEAVE,
    "缺席者": Presence.ABSENT,
}


@pytest.mark.parametrize(
    ("form", "parts"),
    [
        (
            activity.NOTICE,
            ["2026年11月16日", f"王建国、{RARE}、请假者、缺席者", "现场查看充电桩。"],
        ),
        (
            activity.RECORD,
            [
                "应到4人实到2人请假1人缺席1人",
                f"王建国、{RARE}",
                "请假者：请假（已批准），出差；缺席者：缺席",
                "现场查看充电桩。",
                "形成三条意见。",
                "代表小组活动",
            ],
        ),
        (activity.ATTENDANCE, [f"2{RARE}出席", "3请假者请假（已批准）出差", "应到4人实到2人"]),
    ],
)
def test_each_paper_of_an_activity_says_its_part(
    tmp_path: Path, form: str, parts: list[str]
) -> None:
    activity.draw_activity(tmp_path / "a.pdf", form, attended(**HELD), FACTS)
    text = on_paper(tmp_path / "a.pdf")
    for said in ["视察充电桩建设", "周丽华", "2026年11月20日（星期五）09:00—11:30", "和平社区"]:
        assert said in text, said
    for said in parts:
        assert said in text, said


def test_nobody_is_counted_before_somebody_is_said_to_have_come(tmp_path: Path) -> None:
    activity.draw_activity(tmp_path / "a.pdf", activity.ATTENDANCE, an_activity(), FACTS)
    text = on_paper(tmp_path / "a.pdf")
    assert "应到2人实到人" in text


def test_a_leave_says_who_when_why_and_who_approved(tmp_path: Path) -> None:
    asked = a_leave(
        RARE,
        last_on=date(2026, 11, 22),
        activity="代表接待日",
        reason="赴外地出差。",
        asked_on=date(2026, 11, 16),
    )
    leave.draw_leave(tmp_path / "l.pdf", asked, FACTS)
    text = on_paper(tmp_path / "l.pdf")
    for said in (
        RARE,
        "代表接待日",
        "2026年11月20日至2026年11月22日（共3天）",
        "赴外地出差。",
        "申请日期：2026年11月16日",
        "□同意□不同意",
        "请假人（签名）",
        "批准人（签名）",
    ):
        assert said in text, said
    asked.approved_by, asked.approved_on = "刘敏", date(2026, 11, 17)
    leave.draw_leave(tmp_path / "l.pdf", asked, FACTS)
    assert "同意批准人：刘敏2026年11月17日" in on_paper(tmp_path / "l.pdf")


def blank_activity(form: str, path: Path) -> Drawn:
    return activity.draw_blank_activities(path, form, a_station(), 2, NOON)


BLANKS: dict[str, Blank] = {
    "F07": lambda path: session_sheet.draw_blank_session_sheets(path, a_station(), 2, NOON),
    "F25": lambda path: field_visit.draw_blank_field_visits(path, a_station(), 2, NOON),
    "F27": lambda path: leave.draw_blank_leaves(path, a_station(), 2, NOON),
} | {form: partial(blank_activity, form) for form in activity.FORMS}


@pytest.mark.parametrize("form", BLANKS)
def test_an_empty_form_takes_one_page_and_names_the_station(tmp_path: Path, form: str) -> None:
    drawn = BLANKS[form](tmp_path / "b.pdf")
    assert drawn.pages == 2
    text = on_paper(drawn.path)
    assert text.count("清河街道人大代表联络站") >= 2
    assert "次打印" not in text
    assert "None" not in text


def test_no_choice_of_an_empty_form_is_broken_in_two(tmp_path: Path) -> None:
    drawn = BLANKS["F25"](tmp_path / "b.pdf")
    lines = pages_by_pdfium(drawn.path)[0].splitlines()
    told = [word for line in lines for word in line.split() if word.startswith("□")]
    ways, kinds = ["上门", "电话", "座谈", "其他"], ["固定联系户", "困难户", "企业", "其他"]
    assert sorted(told) == sorted(f"□{word}" for word in [*ways, *kinds])


def test_a_character_that_no_font_has_is_named_in_the_remark(tmp_path: Path) -> None:
    odd = "\ue123"
    draw_session_sheet(tmp_path / "s.pdf", a_session(slots=[RotaSlot(name=odd)]), figures(), FACTS)
    field_visit.draw_field_visit(tmp_path / "f.pdf", a_field_visit(odd), FACTS)
    leave.draw_leave(tmp_path / "l.pdf", a_leave(odd), FACTS)
    named = an_activity(attendances=[Attendance(name=odd)])
    activity.draw_activity(tmp_path / "a.pdf", activity.ATTENDANCE, named, FACTS)
    for name in "sfla":
        assert "U+E123" in by_pypdf(tmp_path / f"{name}.pdf"), name
