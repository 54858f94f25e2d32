"""A step corrected on the screen, voters asked one by one, what cannot be done any more kept."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import MatterState, Move, Route, Satisfaction, Way
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import RowButton
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages.matter_view import MatterView
from liaison_desktop.ui.texts import Elided
from tests.builders import NOON, a_unit
from tests.desk.test_matters import (
    a_new_matter,
    as_of_an_earlier_version,
    assigned,
    facts,
    go,
    replied,
    told,
)
from tests.homes import CLERK, StoppedClock, a_desk
from tests.ui.conftest import LogIn, OpenDoor
from tests.ui.hands import Key, Until, press, save_keys, type_text, words_on
from tests.ui.test_matters import begin, opened

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
    return a_new_matter(desk, "李桂芳", "赵大伟")


@pytest.fixture
def window(home: Path, matter: Matter, open_door: OpenDoor, log_in: LogIn) -> MainWindow:
    assert matter.number
    return log_in(open_door(home))


def correct_button(view: MatterView, name: str) -> Button:
    """Return the button in the trail that corrects a step."""
    shown = [one for one in view.trail.findChildren(Button) if one.isVisible()]
    (found,) = [one for one in shown if name in one.accessibleName()]
    return found


def begin_correction(view: MatterView, name: str, until: Until) -> None:
    until(lambda: name in words_on(view.trail))
    correct_button(view, name).click()
    until(view.step.isVisible)


def test_a_step_that_is_not_the_last_is_corrected(
    window: MainWindow, desk: Desk, matter: Matter, until: Until
):
    go(desk, assigned(desk, matter), M.CONTACT)
    view = opened(window, matter.number, until)
    begin_correction(view, "交办", until)
    fields = view.step.fields
    assert "route" not in fields
    assert fields["unit_name"].value() == "街道办城建办"
    assert fields["done_on"].value() == "2026-11-20"
    fields["unit_name"].set_value("街道办民政办")
    save_keys()
    until(lambda: "请写明原因" in words_on(view.step))
    fields["correction_reason"].control.setFocus()
    type_text("交办单上是民政办")
    save_keys()
    until(lambda: "已更正" in words_on(view))
    until(lambda: "承办单位原为 街道办城建办" in words_on(view.trail))
    assert "王芳，原因：交办单上是民政办" in words_on(view.trail)
    known = desk.matters.load(matter.number)
    assert (known.unit_name, known.state, known.corrections) == ("街道办民政办", S.ASSIGNED, 1)
    view.visit_button.click()
    record = window.visits.record()
    until(lambda: "更正办理过程　原因：交办单上是民政办" in words_on(record.trail))


def test_what_the_later_steps_contradict_is_said_and_nothing_is_lost(
    window: MainWindow, desk: Desk, matter: Matter, until: Until, clock: StoppedClock
):
    go(desk, assigned(desk, matter), M.ACKNOWLEDGE)
    clock.now += timedelta(days=3)
    view = opened(window, matter.number, until)
    begin_correction(view, "交办", until)
    view.step.fields["done_on"].set_value("2026-11-23")
    view.step.fields["correction_reason"].set_value("看错")
    view.step.save()
    until(
        lambda: (
            "后面的「签收 2026-11-20」就对不上了，那里不能早于 2026-11-23" in words_on(view.step)
        )
    )
    press(Key.Key_Escape)
    until(lambda: "上次对「交办」的更正没有保存" in words_on(view))
    view.ask.yes.click()
    until(view.step.isVisible)
    assert view.step.fields["done_on"].value() == "2026-11-23"
    assert view.step.fields["correction_reason"].value() == "看错"
    view.step.fields["done_on"].set_value("2026-11-20")
    view.step.fields["text"].set_value("请抓紧")
    view.step.save()
    until(lambda: desk.matters.load(matter.number).corrections == 1)
    until(lambda: desk.drafts.find("step") == [])


def test_a_correction_is_taken_back(window: MainWindow, desk: Desk, matter: Matter, until: Until):
    matter = assigned(desk, matter)
    step = facts(desk, matter).trail[0]
    desk.matters.correct_step(matter, step.uid, {"signed_by": "王建国"}, "签字人写错")
    view = opened(window, matter.number, until)
    until(view.undo_button.isVisible)
    view.undo_button.click()
    assert "撤销对「审核分流」的更正" in words_on(view.ask)
    view.ask.yes.click()
    until(lambda: "已撤销。" in words_on(view))
    until(lambda: "撤销（王芳）" in words_on(view.trail))
    assert facts(desk, matter).trail[0].signed_by == "刘敏"
    assert not view.undo_button.isVisible()


def test_each_voter_is_told_and_asked_by_his_row(
    window: MainWindow, desk: Desk, matter: Matter, until: Until
):
    replied(desk, matter)
    view = opened(window, matter.number, until)
    until(lambda: words_on(view.owed).count("待反馈") == 2)
    for place, said in ((0, Satisfaction.SATISFIED), (1, Satisfaction.MOSTLY_SATISFIED)):
        for move in (M.FEED_BACK, M.EVALUATE):
            if move is M.EVALUATE:
                until(lambda: "测评期限 2026-12-18" in words_on(view.owed))
            view.owed.findChildren(RowButton)[place].click()
            until(view.step.isVisible)
            fields = view.step.fields
            who = facts(desk, matter).people[place].person_uid
            assert fields["person_uid"].value() == who
            fields["way"].set_value(Way.CALL)
            if move is M.EVALUATE:
                fields["satisfaction"].set_value(said)
            rev = desk.matters.load(matter.number).rev
            view.step.save()
            until(lambda rev=rev: view.facts is not None and view.facts.matter.rev > rev)
            until(lambda: len([b for b in view.owed.findChildren(RowButton) if b.isVisible()]) == 2)
    until(lambda: "2026-11-20　电话" in words_on(view.owed))
    assert "基本满意" in words_on(view.owed)
    assert desk.matters.load(matter.number).state is S.CLOSED
    assert not any(row.isEnabled() for row in view.owed.findChildren(RowButton) if row.isVisible())


def test_who_was_told_by_an_entry_that_is_gone_is_shown_by_his_name(
    window: MainWindow, desk: Desk, matter: Matter, until: Until
):
    matter, other = replied(desk, matter), a_new_matter(desk, "李桂芬")
    first = facts(desk, matter).people[0]
    go(desk, matter, M.FEED_BACK, person_uid=first.person_uid)
    pair = [desk.people.load(uid) for uid in (facts(desk, other).people[0].person_uid, first[0])]
    desk.same_people.merge(*pair, {})
    view = opened(window, matter.number, until)
    begin_correction(view, "反馈", until)
    field = view.step.fields["person_uid"].control
    assert field.currentText().strip() == "李桂芳"
    view.step.fields["text"].set_value("电话里说了结果。")
    view.step.fields["correction_reason"].set_value("漏记")
    view.step.save()
    until(lambda: "电话里说了结果。" in words_on(view.trail))
    assert [one.name for one in facts(desk, matter).owed] == ["赵大伟"]


def test_what_leads_beyond_the_street_can_be_forwarded(
    window: MainWindow, desk: Desk, matter: Matter, until: Until
):
    go(desk, matter, M.ROUTE, route=Route.TO_COUNTY)
    view = opened(window, matter.number, until)
    until(lambda: M.FORWARD in view.move_buttons)
    begin(view, M.FORWARD, until)
    view.step.fields["unit_name"].set_value("街道办民政办")
    view.step.fields["signed_by"].set_value("刘敏")
    view.step.save()
    until(lambda: desk.matters.load(matter.number).state is S.FORWARDED)
    until(lambda: words_on(view.owed).count("待反馈") == 2)


def test_what_was_typed_of_a_step_that_cannot_be_done_any_more_is_shown(
    window: MainWindow, desk: Desk, matter: Matter, until: Until
):
    typed = {"text": "等当事人补材料", "signed_by": "刘敏", "route": "to_local_unit", "way": ""}
    body = typed | {"matter": str(matter.uid), "move": "route"}
    desk.drafts.keep(new_uid(NOON), "step", body)
    assigned(desk, matter)
    view = opened(window, matter.number, until)
    for said in ("「审核分流」这一步现在不能办了", "内容：等当事人补材料", "街道（镇）职责"):
        until(lambda said=said: said in words_on(view.left))
    assert view.left.isVisible()
    assert not view.ask.isVisible()
    copy, drop = (one for one in view.left.findChildren(Button) if one.isVisible())
    copy.click()
    assert "等当事人补材料" in QGuiApplication.clipboard().text()
    drop.click()
    until(lambda: not view.left.isVisible())
    assert desk.drafts.find("step") == []


def test_matters_of_an_earlier_version_have_their_days_soon_after_the_login(
    home: Path, desk: Desk, matter: Matter, open_door: OpenDoor, log_in: LogIn, until: Until
):
    as_of_an_earlier_version(desk, matter)
    window = log_in(open_door(home))
    assert window.isVisible()
    until(lambda: desk.matters.load(matter.number).due_on is not None)


@pytest.mark.parametrize("size", [(1366, 768), (1093, 582)])
def test_nothing_of_a_voter_is_cut(
    window: MainWindow, desk: Desk, matter: Matter, until: Until, size: tuple[int, int]
):
    matter = told(desk, replied(desk, matter))
    one = facts(desk, matter).to_hear[0]
    said = {"person_uid": one.person_uid, "satisfaction": Satisfaction.MOSTLY_SATISFIED}
    matter = go(desk, matter, M.EVALUATE, **said)
    window.resize(*size)
    view = opened(window, matter.number, until)
    until(lambda: "测评期限" in words_on(view.owed))
    lines = view.owed.findChildren(Elided)
    until(lambda: all(line.width() > 0 for line in lines))
    assert window.width() == size[0]
    assert len(lines) == 8  # of each his name, his day, his phone, his number
    assert [line.text() for line in lines] == [line.whole for line in lines]


def test_a_merge_is_called_so_on_both_pages(
    window: MainWindow, desk: Desk, matter: Matter, until: Until
):
    late, linked = a_new_matter(desk, "陈明"), a_new_matter(desk, "周强")
    go(desk, linked, M.LINK, other_uid=matter.uid)
    go(desk, late, M.MERGE, other_uid=matter.uid)
    view = opened(window, matter.number, until)
    rows = [row.accessibleName() for row in view.links.findChildren(RowButton)]
    assert rows == [f"{late.number}　已并入的事项", f"{linked.number}　关联"]
    assert "2026-11-20　另一事项并入" in words_on(view.trail)
    view = opened(window, late.number, until)
    rows = [row.accessibleName() for row in view.links.findChildren(RowButton)]
    assert rows == [f"{matter.number}　并入原事项"]
    assert "2026-11-20　并入原事项" in words_on(view.trail)
