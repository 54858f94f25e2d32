"""The month's report: counted from a real home, drawn, written, with its formulas."""

from datetime import date, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.reports import read_month
from liaison_desktop.desk.statements import Routing
from liaison_desktop.model.consultation_words import (
    CommitmentState,
    ParticipantKind,
    StatementRoute,
)
from liaison_desktop.model.faults import NotSaved
from liaison_desktop.model.month_report import LINES, definitions
from liaison_desktop.model.schedule_words import Presence
from liaison_desktop.model.talk_figures import PROMISE_RATE
from liaison_desktop.model.times import SHANGHAI
from liaison_desktop.model.words import Satisfaction, Urgency
from tests.builders import (
    a_commitment,
    a_consultation,
    a_deputy,
    a_participant,
    a_statement,
    a_unit,
    a_visit,
    a_visitor,
)
from tests.desk.test_matters import M, a_new_matter, assigned, go, replied, told
from tests.documents.papers import by_pypdf, pages_by_pdfium
from tests.homes import StoppedClock

NOVEMBER = date(2026, 11, 1)


@pytest.fixture
def busy(desk: Desk, clock: StoppedClock) -> Desk:
    """Five matters of November and one of October."""
    for name in ("街道办城建办", "街道办民政办"):
        desk.units.register(a_unit(name))
    october = datetime(2026, 10, 20, 9, tzinfo=SHANGHAI)
    desk.visits.register(a_visit(a_visitor("陈明"), received_at=october, registered_at=october))
    for _ in range(2):
        a_new_matter(desk)
    assigned(desk, a_new_matter(desk))
    replied(desk, a_new_matter(desk))
    done = told(desk, replied(desk, a_new_matter(desk)))
    go(desk, done, M.EVALUATE, satisfaction=Satisfaction.SATISFIED)
    return desk


def said(desk: Desk, label: str) -> tuple[str, str]:
    row = next(row for row in desk.reports.month(NOVEMBER).rows if row.label == label)
    return row.month, row.year


def test_a_month_is_counted_and_the_year_so_far(busy: Desk) -> None:
    assert said(busy, "批次") == ("5", "6")
    assert said(busy, "收到件数") == ("5", "6")
    assert said(busy, "街道（镇）职责") == ("3", "3")
    assert said(busy, "待审核分流") == ("2", "3")
    assert said(busy, "已办结") == ("1", "1")
    assert said(busy, "办结率（全部口径）") == ("20.0%", "16.7%")
    assert said(busy, "满意率") == ("100.0%（仅 1 件）", "100.0%（仅 1 件）")
    assert said(busy, "按期率") == ("100.0%（仅 2 件）", "100.0%（仅 2 件）")


def test_what_is_withdrawn_is_not_counted(busy: Desk) -> None:
    visit = busy.visits.find()[0]
    busy.visits.withdraw(visit, "重复登记")
    assert said(busy, "批次") == ("4", "5")


def test_an_empty_month_has_dashes(desk: Desk) -> None:
    assert said(desk, "办结率（全部口径）") == ("—", "—")
    assert said(desk, "批次") == ("0", "0")


def test_every_matter_is_in_one_line_of_each_list(busy: Desk) -> None:
    report = busy.reports.month(NOVEMBER)
    for group in ("去向", "类别"):
        assert sum(int(row.year) for row in report.rows if row.group == group) == 6


def test_the_paper_has_every_line_and_every_formula(busy: Desk, tmp_path: Path) -> None:
    target = tmp_path / "月报.pdf"
    drawn = busy.reports.draw_pdf(NOVEMBER, target)
    text = by_pypdf(target).replace(" ", "")
    assert all("本年累计" in page for page in pages_by_pdfium(target))
    for row in busy.reports.month(NOVEMBER).rows:
        assert row.label.replace(" ", "") in text, row
        assert row.month.replace(" ", "") in text, row
    for definition in definitions():
        assert definition.replace(" ", "") in text
    assert drawn.times == 1
    assert busy.reports.draw_pdf(NOVEMBER, target).times == 2


def test_the_sheet_has_the_same(busy: Desk, tmp_path: Path) -> None:
    target = tmp_path / "月报.xlsx"
    count = busy.reports.write_xlsx(NOVEMBER, target)
    rows = list(openpyxl.load_workbook(target).active.values)
    assert rows[0] == ("类别", "项目", "本月", "本年累计")
    assert len(rows) == 1 + count + len(definitions())
    assert ("接待", "批次", "5", "6") in rows
    assert rows[-1][1] == definitions()[-1]


def test_a_month_is_typed_as_it_is_written() -> None:
    assert read_month(" 2026-11 ") == NOVEMBER
    for typed in ("2026", "2026-13", "11月", ""):
        with pytest.raises(NotSaved):
            read_month(typed)


def test_overdue_is_counted_on_the_day_of_the_report(busy: Desk, clock: StoppedClock) -> None:
    assert said(busy, "超期") == ("0", "0")
    clock.now += timedelta(days=60)
    assert said(busy, "超期") == ("1", "1")


def test_late_is_what_came_after_the_last_valid_limit(busy: Desk, clock: StoppedClock) -> None:
    """The first unit had a month; the second, to which it went as urgent, five working days."""
    day = {"done_on": date(2026, 11, 20)}
    matter = assigned(busy, a_new_matter(busy))
    matter = go(busy, matter, M.RETURN, **day)
    matter = busy.visits.correct_matter(matter, {"urgency": Urgency.URGENT}, "天冷")
    go(busy, matter, M.REASSIGN, unit_name="街道办民政办", **day)
    clock.now += timedelta(days=10)
    assert said(busy, "超期") == ("1", "1")


def test_no_line_is_told_twice() -> None:
    assert len({(group, label) for group, label, _ in LINES}) == len(LINES)


@pytest.fixture
def talked(desk: Desk) -> Desk:
    """Meetings of November (four promises) and October, one planned only, one called off."""
    meetings = desk.talk.meetings
    november, october, planned, off = (
        a_consultation(title, held_on=day)
        for title, day in (
            ("物业", date(2026, 11, 10)),
            ("停车", date(2026, 10, 9)),
            ("绿化", date(2026, 11, 28)),
            ("预算", date(2026, 11, 12)),
        )
    )
    for one in (november, october, planned, off):
        meetings.register(one)
        came = {"presence": Presence.PRESENT}
        desk.talk.participants.register(a_participant(one, "马秀英", **came))
        desk.talk.participants.register(a_participant(one, "赵强", presence=Presence.ABSENT))
        desk.talk.statements.register(a_statement(one, "电梯停了"))
        desk.talk.commitments.register(a_commitment(one, "修好", due_on=date(2026, 11, 15)))
    for state in (CommitmentState.KEPT, CommitmentState.BROKEN):
        settled = {"state": state, "settled_on": date(2026, 11, 18)}
        desk.talk.commitments.register(a_commitment(november, "公示", **settled))
    desk.talk.commitments.register(a_commitment(november, "商量"))
    first = desk.talk.statements.of(november.uid)[0]
    desk.talk.statements.route(first, Routing(StatementRoute.NOTED, note="另有渠道"))
    for one in (november, october):
        meetings.open(meetings.load(one.uid))
    meetings.cancel(meetings.load(off.uid), "下雨")
    return desk


def test_meetings_held_are_counted_with_who_came_and_what_was_promised(talked: Desk) -> None:
    expected = {
        "恳谈会（次）": ("1", "2"),
        "参加恳谈会（人次）": ("1", "2"),
        "提出意见建议（条）": ("1", "2"),
        "已定去向（条）": ("1", "1"),
        "作出承诺（项）": ("4", "5"),
        "已兑现（项）": ("1", "1"),
        "未兑现（项）": ("1", "1"),
        "尚未办结（项）": ("2", "3"),
        "其中超期（项）": ("1", "2"),
        "承诺兑现率": ("33.3%", "25.0%"),
    }
    assert {label: said(talked, label) for label in expected} == expected


def test_a_deputy_who_came_to_a_meeting_has_it_in_the_month(talked: Desk) -> None:
    meetings = talked.talk.meetings
    talked.deputies.register(a_deputy("王建国"))
    one = meetings.series("物业服务")[1].consultation
    deputy = a_participant(
        one, "王建国", participant_kind=ParticipantKind.DEPUTY, presence=Presence.PRESENT
    )
    talked.talk.participants.register(deputy)
    meetings.finish(meetings.load(one.uid))
    assert said(talked, "民情恳谈（条）") == ("1", "1")


def test_no_promise_no_rate(desk: Desk) -> None:
    assert said(desk, "承诺兑现率") == ("—", "—")
    assert PROMISE_RATE in definitions()
