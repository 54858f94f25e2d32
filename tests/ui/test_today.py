"""今天: what is to be done first, and every row leads where it says."""

from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.talk_ledgers import COMMITMENTS
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import RowButton
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages.schedule import PLAN
from liaison_desktop.ui.pages.today import TodayPage
from tests.builders import (
    a_commitment,
    a_consultation,
    a_matter,
    a_plan_item,
    a_visit,
    a_visitor,
)
from tests.homes import HEAD, StoppedClock, a_desk
from tests.ui.conftest import LogIn, OpenDoor
from tests.ui.hands import Key, Until, enter, focused, press, type_text, words_on


@pytest.fixture
def desk(home: Path, clock: StoppedClock) -> Desk:
    """The same home, as the head sees it."""
    desk = a_desk(home, clock, HEAD)
    desk.visits.register(
        a_visit(
            visitors=[a_visitor(name="李桂芳", phone="")],
            matters=[a_matter(title="路灯不亮")],
        )
    )
    return desk


@pytest.fixture
def today(home: Path, desk: Desk, open_door: OpenDoor, log_in: LogIn, until: Until) -> TodayPage:
    window = log_in(open_door(home))
    until(lambda: bool(window.today.to_do.findChildren(RowButton)))
    return window.today


def rows_of(page: TodayPage) -> list[str]:
    cards = (page.to_do, page.queue, page.latest)
    return [r.accessibleName() for c in cards for r in c.findChildren(RowButton) if r.isVisible()]


def test_the_day_begins_with_what_is_to_be_done(today: TodayPage):
    assert rows_of(today)[0].startswith("待补")
    assert focused() is today.to_do.findChildren(RowButton)[0]
    assert "未上报" in "".join(rows_of(today))
    assert "李**" in words_on(today)
    assert "李桂芳" not in words_on(today)
    assert "王芳" in words_on(today.duty)


def test_a_row_opens_the_visit(today: TodayPage, until: Until):
    window = today.window()
    assert isinstance(window, MainWindow)
    press(Key.Key_Down)
    enter()
    until(lambda: window.page is window.visits)
    until(lambda: "QHJD-L-2026-0001" in words_on(window.visits))


def test_what_is_due_of_the_plan_leads_to_it_and_goes_when_it_is_struck_off(
    home: Path, desk: Desk, open_door: OpenDoor, log_in: LogIn, until: Until
):
    for number in range(7):
        item = a_plan_item(title=f"代表活动{number}", starts_on=date(2026, 9, 1 + number))
        desk.schedule.plan_items.register(item)
    window = log_in(open_door(home))
    until(lambda: "代表活动0" in words_on(window.today.to_do))
    assert "2026-09-01 起共 3 次没有记为完成" in words_on(window.today.to_do)
    assert "年度计划还有 2 项要办" in words_on(window.today.to_do)
    rows = window.today.to_do.findChildren(RowButton)
    next(row for row in rows if "代表活动0" in row.accessibleName()).setFocus()
    enter()
    until(lambda: window.page is window.schedule)
    panel = window.schedule.panel(PLAN)
    until(lambda: focused() in panel.days.findChildren(RowButton))
    for done in range(3):
        enter()
        until(lambda: words_on(panel.days).count("已完成") == done + 1)  # noqa: B023  # read before
        until(lambda: focused() in panel.days.findChildren(RowButton))
    assert "代表活动0：2026-11-02 已记为完成。" in words_on(panel)
    window.go_to(window.today)
    until(lambda: "代表活动1" in words_on(window.today.to_do))
    until(lambda: "代表活动0" not in words_on(window.today.to_do))
    until(lambda: "年度计划还有 1 项要办" in words_on(window.today.to_do))


def test_an_empty_day_says_so(home: Path, open_door: OpenDoor, log_in: LogIn, until: Until):
    window = log_in(open_door(home))
    until(lambda: "还没有来访登记" in words_on(window.today.latest))
    assert "还没有备份" in words_on(window.today.safety)
    assert [name.partition("　")[0] for name in rows_of(window.today)] == ["未上报"]


def test_a_backup_is_made_from_here_and_said_in_one_sentence(today: TodayPage, until: Until):
    today.back_up.setFocus()
    enter()
    until(lambda: "已保存的内容都在备份里" in words_on(today.safety))
    assert len(today.room.desk.backups.find()) == 1


def test_who_waits_is_called_into_the_form(
    today: TodayPage, desk: Desk, until: Until, clock: StoppedClock
):
    window = today.window()
    assert isinstance(window, MainWindow)
    assert not today.queue.isVisible()
    desk.settings.change({"has_queue": True})
    today.room.ways.settings_changed.emit()
    until(today.queue.isVisible)
    today.queue.name.setFocus()
    type_text("欧阳𬱖")
    enter()
    until(lambda: "欧阳*" in words_on(today.queue))
    assert "欧阳𬱖" not in words_on(today.queue)

    [row] = today.queue.findChildren(RowButton)
    row.setFocus()
    enter()
    until(lambda: window.page is window.intake and window.intake.view.isVisible())
    until(lambda: window.intake.form.visitors[0].name.value() == "欧阳𬱖")
    assert desk.queue.find() == []


def test_what_has_not_changed_is_not_drawn_again(today: TodayPage, desk: Desk, until: Until):
    window = today.window()
    assert isinstance(window, MainWindow)
    rows = today.latest.findChildren(RowButton)
    asked: list[int] = []
    today._ask(then=lambda: asked.append(1))
    until(lambda: asked == [1])
    assert today.latest.findChildren(RowButton) == rows

    matter = desk.today_facts().latest[0].matters[0]
    desk.visits.correct_matter(matter, {"title": "路灯还是不亮"})
    window.room.ways.changed.emit()
    until(lambda: "路灯还是不亮" in words_on(today.latest))


def promise(desk: Desk, title: str, **changes: object) -> UUID:
    """Let something be promised in a meeting of today, and return the meeting's uid."""
    meeting = a_consultation(title)
    desk.talk.meetings.register(meeting)
    desk.talk.commitments.register(a_commitment(meeting, unit_name="清风物业公司", **changes))
    return meeting.uid


def press_row(page: TodayPage, begins: str, until: Until) -> None:
    def rows() -> list[RowButton]:
        found = [*page.to_do.findChildren(RowButton), *page.duty.findChildren(RowButton)]
        return [row for row in found if row.accessibleName().startswith(begins)]

    until(lambda: bool(rows()))
    rows()[0].click()


def test_a_promise_overdue_leads_to_its_meeting(today: TodayPage, desk: Desk, until: Until):
    meeting = promise(desk, "物业恳谈会", due_on=date(2026, 11, 1))
    asked: list[UUID] = []
    today.room.ways.to_consultation.connect(asked.append)
    today.begin()
    press_row(today, "承诺超期　1 项承诺过了完成时限", until)
    press_row(today, "09:00 物业恳谈会　筹备中　二楼议事厅", until)
    assert asked == [meeting, meeting]


def test_promises_of_several_meetings_lead_to_their_ledger(
    today: TodayPage, desk: Desk, until: Until
):
    promise(desk, "物业恳谈会")
    promise(desk, "停车恳谈会")
    today.begin()
    press_row(today, "承诺未填期限　2 项", until)
    window = today.window()
    assert isinstance(window, MainWindow)
    until(lambda: window.page is window.visits)
    shown = window.visits.list_of(COMMITMENTS.name)
    assert window.visits.in_front() is shown
    until(lambda: shown.count.text() == "共 2 项")


def unsent_on(window: MainWindow) -> str:
    return window.export_said.words.text()


def test_the_strip_follows_whatever_is_saved(today: TodayPage, until: Until):
    window = today.window()
    assert isinstance(window, MainWindow)
    desk = today.room.desk
    until(lambda: unsent_on(window) == f"未上报 {desk.exchange.count_unsent()} 条")
    before = unsent_on(window)
    visit = a_visit(visitors=[a_visitor()], matters=[a_matter()])
    today.room.worker.ask(window, partial(desk.visits.register, visit), lambda _visit: None)
    until(lambda: unsent_on(window) != before)
    assert unsent_on(window) == f"未上报 {desk.exchange.count_unsent()} 条"


def test_the_strip_says_the_figure_of_the_page(today: TodayPage, desk: Desk, until: Until):
    window = today.window()
    assert isinstance(window, MainWindow)
    before = unsent_on(window)
    desk.visits.register(a_visit(visitors=[a_visitor()], matters=[a_matter()]))
    today.begin()
    said = f"未上报 {desk.exchange.count_unsent()} 条"
    until(lambda: said in words_on(today.safety))
    assert unsent_on(window) == said != before


def test_who_waits_stands_in_a_row_like_the_others(today: TodayPage, desk: Desk, until: Until):
    desk.settings.change({"has_queue": True})
    desk.queue.join("欧阳𬱖")
    today.room.ways.settings_changed.emit()
    until(lambda: bool(today.queue.findChildren(RowButton)))
    [row] = today.queue.findChildren(RowButton)
    until(lambda: row.height() == today.latest.findChildren(RowButton)[0].height())
    assert row.width() == today.queue.width() - 2  # the frame of the card

    row.setFocus()
    press(Key.Key_Tab)
    assert isinstance(focused(), Button)
    enter()
    until(lambda: desk.queue.find() == [])
