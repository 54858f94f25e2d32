"""F09 to F15: drawn, and every value read back from the PDF."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from liaison_desktop.documents.drawn import Drawn
from liaison_desktop.documents.matter_papers import FORMS, draw_matter_papers
from liaison_desktop.documents.matter_values import (
    HIDDEN,
    NOT_PASSED,
    Asked,
    MatterSheet,
    matter_values,
)
from liaison_desktop.documents.templates import load_form
from liaison_desktop.model.matter import OtherChannel
from liaison_desktop.model.words import (
    GuidedTo,
    MatterState,
    Move,
    OtherChannelKind,
    ResultClass,
    Route,
    Satisfaction,
    Way,
    label,
)
from tests.builders import a_matter, a_station, a_unit, a_visit, a_visitor
from tests.documents.papers import FACTS, by_pypdf, numbered, pages_by_pdfium, solid
from tests.model import matters as walk
from tests.model.matters import BEGAN, around, begun

M = Move
Sheet = Callable[..., MatterSheet]


def a_sheet(*moves: tuple[Move, dict[str, Any]], **changes: Any) -> MatterSheet:
    """Return the sheet of a matter that has gone these steps."""
    visit = a_visit(a_visitor("李桂芳", phone="13800001234"), matters=[a_matter()])
    matter, trail = begun(**changes), []
    for move, said in moves:
        day = said.pop("day", BEGAN)
        step = walk.a_step(matter, move, day, **said)
        row = walk.check_step(matter, step, around(day))
        walk.take_step(matter, step, row, around(day))
        trail.append(step)
    visit.matters = [matter]
    numbered(visit)
    return MatterSheet(matter, visit, trail, a_station(), date(2026, 4, 10))


def assigned(**changes: Any) -> MatterSheet:
    said = {"text": "请三日内查看", "co_units": "街道办民政办"}
    return a_sheet((M.ROUTE, {"route": Route.TO_LOCAL_UNIT}), (M.ASSIGN, said), **changes)


def draw(folder: Path, form: str, sheet: MatterSheet) -> str:
    return by_pypdf(drawn(folder, form, sheet).path)


def drawn(folder: Path, form: str, *sheets: MatterSheet) -> Drawn:
    return draw_matter_papers(folder / f"{form}.pdf", form, sheets, [FACTS for _ in sheets])


def test_no_class_of_result_is_cut_by_the_end_of_a_line(tmp_path: Path) -> None:
    reply = (M.REPLY, {"result_class": ResultClass.REFERENCE})
    route = (M.ROUTE, {"route": Route.TO_LOCAL_UNIT})
    path = drawn(tmp_path, "reply", a_sheet(route, (M.ASSIGN, {}), reply)).path
    lines = [solid(line) for line in pages_by_pdfium(path)[0].splitlines()]
    ticks = ("□A", "□B", "□C", "☑D")
    said = [tick + solid(label(word))[1:] for tick, word in zip(ticks, ResultClass, strict=True)]
    assert [sum(each in line for line in lines) for each in said] == [1, 1, 1, 1]


def test_a_hand_over_says_what_when_and_by_when(tmp_path: Path) -> None:
    hotline = OtherChannel(kind=OtherChannelKind.HOTLINE_12345, ticket_no="G-77")
    sheet = assigned(other_channels=[hotline], may_pass_name=True)
    text = draw(tmp_path, "hand_over", sheet)
    for said in (
        "交办单",
        "清河区人大常委会清河街道工作委员会",
        "街道办城建办",
        "街道办民政办",
        sheet.matter.number,
        "路灯不亮",
        "小区门口的路灯坏了三个月。",
        "李桂芳",
        "13800001234",
        "G-77",
        "请三日内查看",
        "请于2026年4月2日前办结并书面答复",
        "2026年3月12日",  # by when it may be given back
        "签收回执",
        "承办单位联",
        "联络站存根",
    ):
        assert said in text.replace(" ", ""), said
    assert drawn(tmp_path, "hand_over", sheet).pages == 2


def test_who_does_not_want_to_be_named_is_not_named_on_it(tmp_path: Path) -> None:
    words = "我是李桂芳，电话13800001234，路灯坏了。"
    text = draw(tmp_path, "hand_over", assigned(statement=words, title="李桂芳反映路灯"))
    assert "李桂芳" not in text
    assert "13800001234" not in text
    assert f"我是{HIDDEN}，电话{HIDDEN}，路灯坏了。" in text
    assert NOT_PASSED in text


@pytest.mark.parametrize(
    ("route", "move", "title"),
    [
        (Route.TO_COUNTY, M.TRANSFER, "转办单"),
        (Route.ASSIGN_DIRECT, M.ASSIGN, "直通交办单"),
        (Route.TO_COMMUNITY, M.ASSIGN, "交办单"),
    ],
)
def test_a_hand_over_is_called_what_it_is(
    tmp_path: Path, route: Route, move: Move, title: str
) -> None:
    text = draw(tmp_path, "hand_over", a_sheet((M.ROUTE, {"route": route}), (move, {})))
    assert title in text


def test_a_notification_says_where_to_go(tmp_path: Path) -> None:
    declined = {"route": Route.DECLINED, "guided_to": GuidedTo.COURT, "text": "已进入诉讼程序。"}
    court = a_unit("人民法院", address="清河路 9 号", phone="0573-80000009")
    sheet = replace(a_sheet((M.ROUTE, declined)), guide=court)
    text = draw(tmp_path, "notification", sheet)
    for said in ("不予受理", "已进入诉讼程序。", "人民法院", "清河路 9 号", "0573-80000009"):
        assert said in text, said


def test_what_is_forwarded_asks_for_no_answer_and_the_visitor_is_told_where(
    tmp_path: Path,
) -> None:
    steps = (M.ROUTE, {"route": Route.TO_COUNTY}), (M.FORWARD, {"unit_name": "区交通局"})
    office = a_unit("区交通局", address="清河路 3 号", phone="0573-80000003")
    sheet = replace(a_sheet(*steps), guide=office)
    text = draw(tmp_path, "hand_over", sheet).replace(" ", "").replace("\n", "")
    for said in ("转送单", "区交通局", "不要求向本站答复", "□已收到"):
        assert said in text, said
    for said in ("书面答复", "前退回"):
        assert said not in text, said
    text = draw(tmp_path, "notification", sheet).replace("\n", "")
    for said in ("告知转送", "区交通局", "清河路 3 号", "0573-80000003", "2026年3月2日"):
        assert said in text, said


@pytest.mark.parametrize("form", ["hand_over", "reply", "return_request", "chasing"])
def test_no_name_slips_through_what_others_typed(tmp_path: Path, form: str) -> None:
    words = "请联系李桂芳 13800001234 和陈明"
    sheet = a_sheet(
        (M.ROUTE, {"route": Route.TO_LOCAL_UNIT, "text": words}),
        (M.ASSIGN, {"text": words, "reason": words}),
        (M.RETURN, {"text": words, "day": date(2026, 3, 3)}),
        (M.REASSIGN, {"text": words, "unit_name": "街道办民政办", "day": date(2026, 3, 4)}),
        (M.CONTACT, {"text": words, "person": "李桂芳", "day": date(2026, 3, 4)}),
        (M.CHASE, {"text": words, "day": date(2026, 3, 5)}),
        (
            M.REPLY,
            {"text": words, "day": date(2026, 3, 6), "result_class": ResultClass.RESOLVED},
        ),
        deputy_opinion=words,
        head_opinion=words,
        remark=words,
    )
    sheet = replace(sheet, names=["陈明", "13800005678"])  # whose matter was merged into it
    text = draw(tmp_path, form, sheet)
    for said in ("李桂芳", "13800001234", "陈明"):
        assert said not in text, said
    assert HIDDEN in text


def test_each_voter_is_asked_on_a_sheet_of_his_own(tmp_path: Path) -> None:
    sheet = a_sheet(
        (M.ROUTE, {"route": Route.TO_LOCAL_UNIT}),
        (M.ASSIGN, {}),
        (
            M.REPLY,
            {"text": "已与李桂芳、陈明说明。", "result_class": ResultClass.RESOLVED},
        ),
    )
    heard = walk.a_step(sheet.matter, M.EVALUATE, BEGAN, satisfaction=Satisfaction.SATISFIED)
    names = ["李桂芳", "13800001234", "陈明", "13800005678"]
    first = replace(sheet, names=names, asked=Asked(*names[:2], sheet.matter.number, None, heard))
    second = replace(sheet, names=names, asked=Asked(*names[2:], "QHJD-L-2026-0002-1", None, None))
    text = draw(tmp_path, "evaluation", first)
    assert "李桂芳" in text
    assert "☑满意" in text
    assert "陈明" not in text
    text = draw(tmp_path, "evaluation", second)
    assert "李桂芳" not in text
    assert "☑" not in text
    for said in ("陈明", "QHJD-L-2026-0002-1", f"已并入第 {sheet.matter.number} 号事项"):
        assert said in text, said


def test_guidance_is_not_called_a_refusal(tmp_path: Path) -> None:
    sheet = a_sheet()
    sheet.matter.state = MatterState.GUIDED
    sheet.matter.guided_to = GuidedTo.ARBITRATION
    text = draw(tmp_path, "notification", sheet)
    assert "引导告知" in text
    assert "仲裁机构" in text
    assert "不予受理" not in text


def test_a_return_an_extension_and_a_chase_say_their_days(tmp_path: Path) -> None:
    returned = a_sheet(
        (M.ROUTE, {"route": Route.TO_LOCAL_UNIT}),
        (M.ASSIGN, {}),
        (M.RETURN, {"text": "路灯归供电公司管。", "day": date(2026, 3, 6)}),
    )
    text = draw(tmp_path, "return_request", returned)
    assert "路灯归供电公司管。" in text
    assert "2026年3月12日" in text
    assert "2026年3月6日" in text

    extended = a_sheet(
        (M.ROUTE, {"route": Route.TO_LOCAL_UNIT}),
        (M.ASSIGN, {}),
        (M.EXTEND, {"due_on": date(2026, 4, 10), "text": "等配件", "day": date(2026, 3, 30)}),
    )
    text = draw(tmp_path, "extension_request", extended)
    assert "2026年4月2日" in text
    assert "2026年4月10日" in text
    assert "等配件" in text

    stood = a_sheet(
        (M.ROUTE, {"route": Route.TO_LOCAL_UNIT}),
        (M.ASSIGN, {}),
        (M.EXTEND, {"due_on": date(2026, 4, 10), "text": "等配件", "day": date(2026, 3, 30)}),
        (M.SUSPEND, {"day": date(2026, 4, 1)}),
        (M.RESUME, {"day": date(2026, 4, 8)}),
    )
    assert matter_values(stood)["former_due"] == "2026年4月2日"  # what was put off

    chased = a_sheet(
        (M.ROUTE, {"route": Route.TO_LOCAL_UNIT}),
        (M.ASSIGN, {}),
        (M.CHASE, {"text": "请抓紧", "day": date(2026, 4, 3)}),
    )
    text = draw(tmp_path, "chasing", chased)
    assert "催办单" in text
    assert "已超期 8 天" in text
    assert "1 次：2026年4月3日" in text


def test_a_reply_and_its_evaluation_say_what_was_answered(tmp_path: Path) -> None:
    promise = {"promise": "换新灯", "due_on": date(2026, 6, 30)}
    sheet = a_sheet(
        (M.ROUTE, {"route": Route.TO_LOCAL_UNIT}),
        (M.ASSIGN, {}),
        (M.CONTACT, {"text": "已到现场", "way": Way.VISIT}),
        (M.REPLY, {"text": "已列入计划。", "result_class": ResultClass.PLANNED, **promise}),
        (M.FEED_BACK, {}),
        (M.EVALUATE, {"satisfaction": Satisfaction.MOSTLY_SATISFIED}),
    )
    text = draw(tmp_path, "reply", sheet)
    for said in ("已列入计划。", "☑B正在解决", "换新灯", "2026年6月30日", "走访", "已到现场"):
        assert said in text.replace(" ", ""), said
    text = draw(tmp_path, "evaluation", sheet)
    assert "☑基本满意" in text
    assert "已列入计划。" in text


@pytest.mark.parametrize("form", FORMS)
def test_every_value_of_a_form_stands_on_its_paper(tmp_path: Path, form: str) -> None:
    sheet = assigned(request="请尽快修好", deputy_opinion="同意转办", remark="夜间查看")
    values = matter_values(sheet)
    text = draw(tmp_path, form, sheet).replace(" ", "").replace("\u3000", "")
    shown = {box.field for part in load_form(form).parts for box in part.boxes if box.field}
    for name in shown & set(values):
        said = values[name].replace(" ", "").replace("\u3000", "").replace("\n", "")
        assert said in text, name


@pytest.mark.parametrize("form", FORMS)
def test_a_long_matter_goes_on_and_loses_nothing(tmp_path: Path, form: str) -> None:
    words = "路灯坏了。" * 700
    sheet = assigned(statement=words, remark="备" * 500)
    pages = drawn(tmp_path, form, sheet).pages
    if form == "hand_over":
        assert pages >= 4
        assert by_pypdf(tmp_path / "hand_over.pdf").count("坏") >= 1400


def test_a_rare_character_is_noted(tmp_path: Path) -> None:
    sheet = assigned(title="\ue123路灯")
    assert "U+E123" in draw(tmp_path, "hand_over", sheet)


def test_several_papers_make_one_file(tmp_path: Path) -> None:
    assert drawn(tmp_path, "chasing", assigned(), assigned()).pages == 2


@pytest.mark.parametrize("form", FORMS)
def test_every_paper_bears_who_issues_it_and_the_station(tmp_path: Path, form: str) -> None:
    head = draw(tmp_path, form, assigned()).split("编号：")[0]
    assert "单位：清河区人大常委会清河街道工作委员会" in head or "发文机关：清河区" in head
    assert "（清河街道人大代表联络站）" in head
