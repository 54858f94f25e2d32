"""查找 in the top bar: Ctrl+K, a few letters, and what was meant is open."""

from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.ledger import Chosen
from liaison_desktop.model.words import Role
from liaison_desktop.store.driver import open_file
from liaison_desktop.store.homes import Home, file_key
from liaison_desktop.ui.found_list import HIT
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.search_box import SearchBox
from tests.builders import (
    a_consultation,
    a_deputy,
    a_matter,
    a_statement,
    a_visit,
    a_visitor,
)
from tests.homes import StoppedClock, a_desk
from tests.ui.conftest import LogIn, OpenDoor
from tests.ui.hands import CTRL, Key, Until, compose, enter, focused, press, type_keys, type_text


@pytest.fixture
def search(main: MainWindow, other_desk: Desk, until: Until) -> SearchBox:
    """The box with the focus, on a desk with two visits and a deputy."""
    other_desk.visits.register(a_visit(a_visitor("李桂芳"), matters=[a_matter("路灯不亮")]))
    other_desk.visits.register(a_visit(a_visitor("罗国富"), matters=[a_matter("电梯停运")]))
    other_desk.deputies.register(a_deputy("李国芬", post="村支书"))
    press(Key.Key_K, CTRL)
    until(lambda: focused() is main.search)
    return main.search


def lines(search: SearchBox) -> list[str]:
    return [search.found.item(row).text() for row in range(search.found.count())]


def titles(search: SearchBox) -> list[str]:
    every = [search.found.item(row).data(HIT) for row in range(search.found.count())]
    return [hit.title for hit in every if hit is not None]


def test_initials_find_every_kind_and_nothing_is_chosen_by_itself(search: SearchBox, until: Until):
    type_keys("lgf")
    until(search.found.isVisible)
    until(lambda: len(titles(search)) == 7)
    assert [line for line in lines(search) if "　" not in line] == ["人员", "来访", "事项", "代表"]
    assert search.found.currentRow() == -1
    assert "138****1234" in "".join(lines(search))
    assert "13800001234" not in "".join(lines(search))


def test_a_preedit_is_looked_for_and_its_enter_is_its_own(search: SearchBox, until: Until):
    compose("li'gui")
    until(lambda: "李桂芳" in titles(search))
    enter()
    assert search.hasFocus()
    assert search.text() == ""


def test_a_visit_is_opened_by_arrows_and_enter(
    main: MainWindow, search: SearchBox, other_desk: Desk, until: Until
):
    type_text("电梯")
    until(lambda: len(titles(search)) == 2)
    press(Key.Key_Down)
    assert search.found.currentItem().text().startswith("罗国富　电梯停运")
    enter()
    [visit] = [each for each in other_desk.visits.find() if each.visitors[0].name == "罗国富"]
    until(lambda: main.visits.opened() == visit.number)
    assert main.page is main.visits
    assert search.text() == ""
    assert not search.found.isVisible()


def test_the_only_one_found_needs_no_arrow(main: MainWindow, search: SearchBox, until: Until):
    type_text("村支书")
    until(lambda: titles(search) == ["李国芬"])
    enter()
    until(lambda: main.page is main.visits)
    until(lambda: main.visits.deputy().deputy is not None)
    opened = main.visits.deputy().deputy
    assert opened is not None
    assert opened.name == "李国芬"


def test_what_was_said_in_a_meeting_opens_the_meeting(
    main: MainWindow, search: SearchBox, other_desk: Desk, until: Until
):
    meeting = a_consultation()
    other_desk.talk.meetings.register(meeting)
    other_desk.talk.statements.register(a_statement(meeting, "树倒了半个月"))
    asked: list[UUID] = []
    main.room.ways.to_consultation.connect(asked.append)
    type_text("半个月")
    until(lambda: titles(search) == ["物业服务民情恳谈会"])
    assert f"恳谈　物业服务　筹备中　{meeting.number}　2026-11-20" in lines(search)[1]
    enter()
    assert asked == [meeting.uid]


def test_a_persons_visits_are_shown(main: MainWindow, search: SearchBox, until: Until):
    type_text("李桂芳")
    until(lambda: len(titles(search)) == 3)
    press(Key.Key_Down)
    enter()
    until(lambda: main.page is main.visits)
    until(lambda: main.visits.list.filter.value() == Chosen(text="李桂芳"))


def test_esc_gives_the_focus_back_and_forgets_what_was_typed(
    main: MainWindow, search: SearchBox, until: Until
):
    name = main.intake.form.visitors[0].name
    type_text("李")
    until(search.found.isVisible)
    press(Key.Key_Escape)
    assert focused() is name
    assert main.intake.view.isVisible()
    assert (search.text(), search.found.count(), search.found.isVisible()) == ("", 0, False)


def test_nothing_found_is_said(search: SearchBox, until: Until):
    type_text("没有这样的词")
    until(lambda: "没有找到" in "".join(lines(search)))
    enter()
    assert search.hasFocus()


def test_locking_puts_away_what_was_found(main: MainWindow, search: SearchBox, until: Until):
    type_text("李")
    until(search.found.isVisible)
    press(Key.Key_L, CTRL)
    until(lambda: not main.isVisible())
    assert (search.text(), search.found.count()) == ("", 0)


def test_who_may_not_read_names_sees_none(
    main: MainWindow,
    search: SearchBox,
    clock: StoppedClock,
    until: Until,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(type(main.room.desk.user), "roles_on", lambda *_: frozenset({Role.ADMIN}))
    type_text("电梯")
    until(lambda: len(titles(search)) == 2)
    assert "罗国富" not in "".join(lines(search))
    assert "罗**" in "".join(lines(search))


def test_a_file_without_its_index_is_put_in_order_while_work_goes_on(
    home: Path, clock: StoppedClock, open_door: OpenDoor, log_in: LogIn, until: Until
):
    desk = a_desk(home, clock)
    desk.visits.register(a_visit(a_visitor("李桂芳")))
    with closing(open_file(Home(home).database, file_key(desk._store.data_key))) as raw:
        raw.execute("DROP TABLE finding")
    assert not desk.people.is_indexed()
    assert desk.search.find("lgf") == []

    window = log_in(open_door(home))
    until(desk.people.is_indexed)
    until(lambda: window.note.text() == "")
    assert [group.hits[0].title for group in desk.search.find("lgf")][:1] == ["李桂芳"]
    desk.close()
