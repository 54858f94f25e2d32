"""Is this the same person? Asked while he is typed, settled side by side, undone again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.ledgers import PEOPLE
from liaison_desktop.ui.cards import RowButton
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages.likely_pairs import PairsDialog
from liaison_desktop.ui.pages.merge import MergeDialog
from liaison_desktop.ui.pages.person import PersonDialog
from liaison_desktop.ui.pages.same_person import SamePersonPanel
from tests.builders import a_visit, a_visitor
from tests.homes import StoppedClock, a_desk
from tests.ui.conftest import LogIn, OpenDoor, at_intake, is_typing_possible
from tests.ui.hands import CTRL, Key, Until, enter, press, type_text, words_on
from tests.ui.test_shape import nameless

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def desk(home: Path, clock: StoppedClock) -> Desk:
    """A home that knows 李桂芳."""
    desk = a_desk(home, clock)
    desk.visits.register(a_visit(a_visitor("李桂芳", address="和平社区3栋")))
    return desk


@pytest.fixture
def main(home: Path, desk: Desk, open_door: OpenDoor, log_in: LogIn, until: Until) -> MainWindow:
    window = log_in(open_door(home))
    page = at_intake(window)
    until(lambda: is_typing_possible(page))
    return window


def panel(main: MainWindow) -> SamePersonPanel:
    return main.intake.form.visitors[0].findChild(SamePersonPanel)  # type: ignore[return-value]  # there is one


def type_visitor(main: MainWindow, name: str, phone: str) -> None:
    visitor = main.intake.form.visitors[0]
    visitor.name.setFocus()
    type_text(name)
    visitor.fields["phone"].control.setFocus()
    type_text(phone)
    visitor.fields["address"].control.setFocus()


def test_a_likely_one_is_shown_with_its_reasons_and_taken_by_a_key(
    main: MainWindow, desk: Desk, until: Until
):
    type_visitor(main, "李贵芳", "13800001234")

    until(panel(main).isVisible)
    assert "可能是同一人：李桂芳　138****1234　和平社区3栋（名字同音、电话相同）" in words_on(
        panel(main)
    )
    press(Key.Key_Y, ALT)

    visitor = main.intake.form.visitors[0]
    [known] = desk.people.find("李桂芳")
    assert visitor.person_uid == str(known.uid)
    assert visitor.name.value() == "李贵芳"
    assert visitor.fields["address"].value() == "和平社区3栋"
    assert not panel(main).isVisible()


def test_somebody_else_stays_somebody_else(main: MainWindow, desk: Desk, until: Until):
    type_visitor(main, "李贵芳", "13800001234")
    until(panel(main).isVisible)
    press(Key.Key_N, ALT)
    assert not panel(main).isVisible()

    form = main.intake.form
    form.fields["title"].set_value("路灯不亮")
    press(Key.Key_Return, CTRL)

    until(main.intake.saved.isVisible)
    assert len(desk.people.find("芳")) == 2
    assert desk.same_people.pairs() == []


def test_a_draft_that_is_opened_again_knows_who_it_is_not(
    main: MainWindow, desk: Desk, until: Until
):
    type_visitor(main, "李贵芳", "13800001234")
    until(panel(main).isVisible)
    press(Key.Key_N, ALT)
    press(Key.Key_Escape)
    until(lambda: bool(main.intake.start.resume_buttons))

    enter()
    visitor = main.intake.form.visitors[0]
    until(lambda: visitor.name.value() == "李贵芳")
    [known] = desk.people.find("李桂芳")
    assert visitor.parted_from == [known.uid]

    main.intake.form.fields["title"].set_value("路灯不亮")
    press(Key.Key_Return, CTRL)
    until(main.intake.saved.isVisible)
    assert len(desk.people.find("芳")) == 2
    assert desk.same_people.pairs() == []


def test_another_name_typed_instead_is_of_nobody_yet(main: MainWindow, until: Until):
    type_visitor(main, "李贵芳", "13800001234")
    until(panel(main).isVisible)
    press(Key.Key_N, ALT)

    visitor = main.intake.form.visitors[0]
    visitor.name.set_value("")

    assert visitor.parted_from == []


def test_nothing_is_asked_of_who_is_nobody_known(main: MainWindow, until: Until):
    type_visitor(main, "王建国", "13800009999")
    asked: list[int] = []
    main.room.worker.ask(main, lambda: None, lambda _nothing: asked.append(1))
    until(lambda: asked == [1])

    assert not panel(main).isVisible()


@pytest.fixture
def two(main: MainWindow, desk: Desk, until: Until) -> MainWindow:
    """Two likely one, in the list of people."""
    desk.visits.register(a_visit(a_visitor("李贵芳", address="胜利村1号")))
    main.room.ways.changed.emit()
    main.go_to(main.visits)
    main.visits.parts.set_value(PEOPLE.name)
    main.visits._show_part()
    until(lambda: main.visits.in_front().model.rowCount() == 2)
    return main


def test_two_are_merged_side_by_side_and_parted_again(two: MainWindow, desk: Desk, until: Until):
    shown = two.visits.in_front()
    shown.table.choose(0)
    shown.open()
    until(lambda: bool(two.findChildren(PersonDialog)))
    [dialog] = two.findChildren(PersonDialog)
    until(dialog.likely.isVisible)
    assert "名字同音" in dialog.likely.findChildren(RowButton)[0].accessibleName()
    assert nameless(dialog) == []
    dialog.likely.findChildren(RowButton)[0].click()

    until(lambda: bool(two.findChildren(MergeDialog)))
    [merge] = two.findChildren(MergeDialog)
    assert set(merge.choices) == {"name", "address"}
    assert nameless(merge) == []
    merge.choices["address"].set_value("gone")
    until(merge.isActiveWindow)
    press(Key.Key_Return, CTRL)

    until(dialog.merged.isVisible)
    [kept] = desk.people.find("芳")
    assert kept.address == "胜利村1号"
    until(lambda: len(dialog.visits.findChildren(RowButton)) == 2)

    dialog.merged.findChildren(RowButton)[0].click()
    until(lambda: "已恢复成两人" in words_on(dialog))
    assert len(desk.people.find("芳")) == 2
    dialog.reject()


def test_the_likely_pairs_are_listed_and_settled(two: MainWindow, desk: Desk, until: Until):
    two.visits.in_front().more.show_pairs()
    [dialog] = two.findChildren(PairsDialog)
    until(lambda: bool(dialog.card.findChildren(RowButton)))
    assert "李桂芳" in dialog.card.findChildren(RowButton)[0].accessibleName()
    assert nameless(dialog) == []

    dialog._part(desk.same_people.pairs()[0])
    until(lambda: "没有疑似重复的人员" in words_on(dialog))
    assert desk.same_people.pairs() == []


def test_a_locked_window_closes_them(two: MainWindow, until: Until):
    two.visits.in_front().more.show_pairs()
    until(lambda: any(dialog.isVisible() for dialog in two.findChildren(QDialog)))

    two.put_papers_away()

    assert not any(dialog.isVisible() for dialog in two.findChildren(QDialog))
    enter()
