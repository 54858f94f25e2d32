"""意见办理 on the screen: lists, one matter moved by keys, chased, printed, taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.words import MatterState, Move, ResultClass, Route, Satisfaction
from liaison_desktop.model.work_lists import Work
from liaison_desktop.ui.cards import RowButton
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages.ask_status import StatusDialog
from liaison_desktop.ui.pages.matter_view import MatterView
from liaison_desktop.ui.pages.work_panel import WorkPanel
from tests.builders import a_unit
from tests.desk.test_matters import a_new_matter, assigned, go, replied
from tests.homes import CLERK, HEAD, StoppedClock, a_desk
from tests.ui.conftest import LogIn, OpenDoor
from tests.ui.hands import (
    CTRL,
    Key,
    Until,
    chosen_rows,
    enter,
    press,
    print_what_is_shown,
    save_keys,
    save_slowly,
    top_of,
    type_text,
    words_on,
)

S, M = MatterState, Move


@pytest.fixture
def desk(home: Path, clock: StoppedClock) -> Iterator[Desk]:
    desk = a_desk(home, clock, CLERK)
    for name in ("街道办城建办", "街道办民政办"):
        desk.units.register(a_unit(name))
    yield desk
    desk.close()


@pytest.fixture
def matter(desk: Desk) -> Matter:
    return a_new_matter(desk, "某𬱖")


@pytest.fixture
def window(home: Path, matter: Matter, open_door: OpenDoor, log_in: LogIn) -> MainWindow:
    assert matter.number
    return log_in(open_door(home))


@pytest.fixture
def panel(window: MainWindow, until: Until) -> WorkPanel:
    press(Key.Key_4, CTRL)
    until(lambda: window.page is window.matters)
    panel = window.matters.panel
    until(lambda: panel.lists.rows.count() == len(Work))
    return panel


def opened(window: MainWindow, number: str, until: Until) -> MatterView:
    window.room.ways.to_matter.emit(number)
    view = window.matters.view
    until(lambda: view.facts is not None and view.facts.matter.number == number)
    until(view.isVisible)
    return view


def begin(view: MatterView, move: Move, until: Until) -> None:
    view.move_buttons[move].click()
    until(view.step.isVisible)


def test_the_lists_say_what_waits(panel: WorkPanel, matter: Matter, until: Until):
    until(lambda: "路灯不亮" in words_on(panel.card))
    seen = words_on(panel.card)
    assert matter.number in seen
    assert "某𬱖" in seen
    assert "还有 3 个工作日" in seen
    assert panel.ticks == {}


def test_a_matter_is_routed_and_handed_over_by_keys(
    window: MainWindow, panel: WorkPanel, desk: Desk, matter: Matter, until: Until
):
    panel.opening.emit(matter.number)
    view = window.matters.view
    until(lambda: M.ROUTE in view.move_buttons)
    begin(view, M.ROUTE, until)
    assert f"审核分流　{matter.number}　路灯不亮" in words_on(view.step)
    fields = view.step.fields
    assert fields["route"].value() is Route.TO_LOCAL_UNIT  # what most matters are
    assert not fields["guided_to"].isVisible()
    save_keys()
    until(lambda: "还没有填写" in fields["signed_by"].message)
    fields["signed_by"].control.setFocus()
    type_text("刘敏")
    save_keys()
    until(lambda: M.ASSIGN in view.move_buttons)
    begin(view, M.ASSIGN, until)
    fields = view.step.fields
    fields["unit_name"].set_value("街道办城建办")
    fields["signed_by"].control.setFocus()
    type_text("刘敏")
    enter()
    enter()
    save_keys()
    until(lambda: "由 街道办城建办" in words_on(view) or "街道办城建办" in words_on(view.trail))
    known = desk.matters.load(matter.number)
    assert (known.state, known.unit_name) == (S.ASSIGNED, "街道办城建办")
    assert "刘敏 签，王芳 按纸质件补记于" in words_on(view.trail)
    press(Key.Key_Escape)
    until(panel.isVisible)


def test_the_route_that_is_usual_at_this_station_stands_there_first(
    window: MainWindow, home: Path, matter: Matter, clock: StoppedClock, until: Until
):
    head = a_desk(home, clock, HEAD)
    head.settings.change({"default_route": "to_community"}, "多数交社区")
    head.close()
    view = opened(window, matter.number, until)
    until(lambda: M.ROUTE in view.move_buttons)
    begin(view, M.ROUTE, until)
    assert view.step.fields["route"].value() is Route.TO_COMMUNITY


def test_what_the_clerk_suggests_stands_before_the_head_and_in_the_next_steps(
    panel: WorkPanel, window: MainWindow, desk: Desk, matter: Matter, until: Until
):
    until(lambda: "建议 R3 街道（镇）职责" in words_on(panel.card))  # the station's usual
    view = opened(window, matter.number, until)
    begin(view, M.SUBMIT, until)
    assert view.step.fields["route"].value() == Route.TO_LOCAL_UNIT
    view.step.fields["route"].set_value(Route.TO_COMMUNITY)
    view.step.fields["unit_name"].set_value("街道办民政办")
    save_keys()
    until(lambda: "建议去向：社区（村）办理" in words_on(view.trail))
    assert "建议承办单位：街道办民政办" in words_on(view.trail)
    (row,) = desk.work.find(Work.TO_SCREEN)
    assert row.suggested == (Route.TO_COMMUNITY, "街道办民政办")
    begin(view, M.ROUTE, until)
    assert view.step.fields["route"].value() == Route.TO_COMMUNITY
    view.step.fields["signed_by"].set_value("刘敏")
    save_keys()
    until(lambda: M.ASSIGN in view.move_buttons and view.isVisible() and not view.step.isVisible())
    begin(view, M.ASSIGN, until)
    assert view.step.fields["unit_name"].value() == "街道办民政办"
    assert desk.work.find(Work.TO_ASSIGN)[0].suggested is None


def test_what_is_typed_into_a_step_is_offered_again(
    window: MainWindow, panel: WorkPanel, desk: Desk, matter: Matter, until: Until
):
    view = opened(window, matter.number, until)
    until(lambda: M.SUSPEND in view.move_buttons)
    begin(view, M.SUSPEND, until)
    view.step.fields["text"].control.setFocus()
    type_text("等当事人补材料")
    press(Key.Key_Escape)
    until(lambda: "上次的「中止」没有保存" in words_on(view))
    view.ask.yes.click()
    until(view.step.isVisible)
    assert view.step.fields["text"].value() == "等当事人补材料"
    view.step.fields["signed_by"].control.setFocus()
    type_text("刘敏")
    save_keys()
    until(lambda: not view.step.isVisible())
    assert desk.matters.load(matter.number).state is S.SUSPENDED
    assert desk.drafts.find("step") == []


def test_a_step_that_takes_long_leaves_no_draft(
    window: MainWindow, panel: WorkPanel, desk: Desk, matter: Matter, until: Until
):
    view = opened(window, matter.number, until)
    until(lambda: M.SUSPEND in view.move_buttons)
    begin(view, M.SUSPEND, until)
    for name, words in (("text", "等当事人补材料"), ("signed_by", "刘敏")):
        view.step.fields[name].control.setFocus()
        type_text(words)
    save_slowly(window.room.worker, view.step.keeper, until)
    until(lambda: desk.matters.load(matter.number).state is S.SUSPENDED)
    until(lambda: not view.step.isVisible())
    assert desk.drafts.find("step") == []


def test_the_last_step_is_taken_back(window: MainWindow, desk: Desk, matter: Matter, until: Until):
    go(desk, matter, M.SUBMIT)
    view = opened(window, matter.number, until)
    until(view.undo_button.isVisible)
    view.undo_button.click()
    view.ask.yes.click()
    until(lambda: "已撤销。" in words_on(view))
    assert desk.matters.load(matter.number).state is S.REGISTERED


def test_what_is_no_day_is_said_at_its_field(
    window: MainWindow, desk: Desk, matter: Matter, until: Until
):
    view = opened(window, matter.number, until)
    until(lambda: M.SUBMIT in view.move_buttons)
    begin(view, M.SUBMIT, until)
    view.step.fields["done_on"].set_value("后天")
    view.step.save()
    assert view.step.fields["done_on"].level == "danger"
    view.step.fields["done_on"].set_value("2030-01-01")
    view.step.save()
    until(lambda: "不能晚于" in view.step.fields["done_on"].message)
    assert desk.matters.load(matter.number).state is S.REGISTERED


def test_a_suggestion_is_held_against_what_must_not_be_one(
    window: MainWindow, desk: Desk, matter: Matter, until: Until
):
    view = opened(window, matter.number, until)
    until(lambda: M.ROUTE in view.move_buttons)
    begin(view, M.ROUTE, until)
    fields = view.step.fields
    fields["route"].set_value(Route.TO_SUGGESTION)
    fields["deputy"].set_value("王建国")
    fields["signed_by"].set_value("刘敏")
    assert "代表本人或亲属的个人问题" in view.step.about.text()
    view.step.save()
    until(lambda: "请先核对" in words_on(view.step))
    view.step.none_of_these.set_value(True)
    view.step.save()
    until(lambda: desk.matters.load(matter.number).state is S.AWAITING_DEPUTY)


def test_a_long_list_is_shown_by_twenties(panel: WorkPanel, desk: Desk, until: Until):
    for _ in range(24):
        a_new_matter(desk)
    panel.begin(Work.TO_SCREEN)
    until(lambda: "只列最近到期的 20 件" in words_on(panel.card))
    panel._show_more()
    until(lambda: words_on(panel.card).count("路灯不亮") == 25)
    assert "只列最近到期" not in words_on(panel.card)


def test_nothing_is_printed_of_an_empty_list(panel: WorkPanel, until: Until):
    panel.begin(Work.OVERDUE)
    until(lambda: "没有要办的" in words_on(panel.card))
    panel.print_button.click()  # shown a moment ago, as a quick hand presses it
    answered: list[int] = []
    panel.room.worker.ask(panel, lambda: 1, answered.append)
    until(lambda: bool(answered))  # whatever was asked before has come back by then


def test_several_are_chased_at_once_and_taken_back(
    panel: WorkPanel, desk: Desk, matter: Matter, until: Until
):
    first, second = (assigned(desk, a_new_matter(desk)) for _ in range(2))
    panel.begin(Work.IN_HAND)
    until(lambda: set(panel.ticks) == {first.number, second.number})
    panel.chase()
    assert "请先勾选" in words_on(panel)
    for tick in panel.ticks.values():
        tick.set_value(True)
    panel.chase_button.click()
    until(lambda: "已催办 2 件" in words_on(panel))
    assert desk.matters.load(first.number).chases == 1
    panel.undo_button.click()
    until(lambda: "已撤销这次催办" in words_on(panel))
    assert desk.matters.load(first.number).chases == 0


def test_who_is_owed_is_told_and_then_asked(
    window: MainWindow, desk: Desk, matter: Matter, until: Until
):
    replied(desk, matter)
    view = opened(window, matter.number, until)
    until(view.owed.isVisible)
    begin(view, M.FEED_BACK, until)
    fields = view.step.fields
    assert fields["person_uid"].value() is not None  # the only one
    fields["way"].control.setCurrentIndex(2)
    view.step.save()
    until(lambda: desk.matters.load(matter.number).state is S.EVALUATING)
    until(lambda: M.EVALUATE in view.move_buttons)
    begin(view, M.EVALUATE, until)
    view.step.fields["satisfaction"].set_value(Satisfaction.SATISFIED)
    view.step.fields["way"].control.setCurrentIndex(2)
    view.step.save()
    until(lambda: desk.matters.load(matter.number).state is S.CLOSED)


def test_a_promise_is_asked_for_where_there_is_one(
    window: MainWindow, desk: Desk, matter: Matter, until: Until
):
    assigned(desk, matter)
    view = opened(window, matter.number, until)
    until(lambda: M.REPLY in view.move_buttons)
    begin(view, M.REPLY, until)
    fields = view.step.fields
    assert not fields["promise"].isVisible()
    fields["result_class"].set_value(ResultClass.PLANNED)
    assert fields["promise"].isVisible()
    fields["text"].set_value("列入计划")
    fields["promise"].set_value("换新灯")
    fields["due_on"].set_value("12-31")
    fields["signed_by"].set_value("陈主任")
    view.step.save()
    until(lambda: desk.matters.load(matter.number).state is S.REPLIED)
    assert str(desk.matters.load(matter.number).promised_on) == "2026-12-31"


def test_what_hangs_on_the_visit_is_seen_at_the_matter(
    window: MainWindow, desk: Desk, matter: Matter, until: Until, tmp_path: Path
):
    scan = tmp_path / "交办单扫描.pdf"
    scan.write_bytes(b"%PDF-1.7 scanned")
    desk.attachments.register(desk.visits.load(matter.number), scan)
    view = opened(window, matter.number, until)
    until(lambda: "交办单扫描.pdf" in words_on(view.attachments))


def test_its_papers_are_printed(window: MainWindow, desk: Desk, matter: Matter, until: Until):
    assigned(desk, matter)
    view = opened(window, matter.number, until)
    until(lambda: M.REPLY in view.move_buttons)
    view.print_form("hand_over")
    print_what_is_shown(window, until)
    printings = desk.history.printings_of(matter)
    assert [(one.form, one.times) for one in printings] == [("hand_over", 1)]
    view.visit_button.click()
    record = window.visits.record()
    until(lambda: "打印交办单，第 1 次" in words_on(record.trail))
    told = words_on(record.trail)
    assert "王芳 办理　交办" in told
    assert "hand_over" not in told  # nor what the steps set, which 办理过程 tells
    assert "→" not in told


def test_the_report_of_a_month_is_drawn(
    window: MainWindow, panel: WorkPanel, desk: Desk, until: Until
):
    assert panel.month.currentText() == "2026-10"  # the one that has ended
    panel.month.setCurrentIndex(1)
    panel.report_button.click()
    print_what_is_shown(window, until)
    printings = desk.history.printings_of(desk.station)
    assert [one.form for one in printings] == ["month_report"]


def test_a_visitor_asks_by_his_number_and_sees_nobodys_name(
    window: MainWindow, panel: WorkPanel, desk: Desk, matter: Matter, until: Until
):
    assigned(desk, matter)
    panel.ask_button.click()
    dialog = next(iter(panel.findChildren(StatusDialog)))
    until(dialog.line.hasFocus)
    type_text(matter.number)
    enter()
    until(lambda: "已交办" in words_on(dialog))
    seen = words_on(dialog)
    assert "由 街道办城建办 办理" in seen
    assert "某𬱖" not in seen
    assert "路灯" not in seen
    dialog.line.set_value("QHJD-L-2026-9999-1")
    dialog.ask()
    until(lambda: "没有找到" in words_on(dialog))
    dialog.reject()


def test_what_is_said_of_a_matter_stands_beside_its_number(
    window: MainWindow, desk: Desk, matter: Matter, until: Until
):
    view = opened(window, matter.number, until)
    window.resize(1366, 768)
    until(lambda: view.width() > 1100)
    assert view.state.isVisible()
    assert view.due.isVisible()
    until(lambda: top_of(view.state) == top_of(view.due))
    assert view.due.x() >= view.state.x() + view.state.width()


def test_the_list_in_front_looks_chosen(panel: WorkPanel, desk: Desk, matter: Matter, until: Until):
    assigned(desk, a_new_matter(desk))
    until(lambda: chosen_rows(panel.lists) == ["待审核"])
    [row] = panel.card.findChildren(RowButton)
    assert row.width() == panel.card.width() - 2  # the frame of the card

    panel.begin(Work.IN_HAND)
    until(lambda: chosen_rows(panel.lists) == ["办理中"])
    until(lambda: len(panel.ticks) == 1)
    [tick] = panel.ticks.values()
    assert isinstance(tick.parentWidget(), RowButton)
