"""A reception day on the screen: opened, signed in for by digits, closed, announced."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.reception_session import ReceptionSession, RotaSlot
from liaison_desktop.model.schedule_words import NoticeKind, Presence, SessionState
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages.session_view import SessionView
from tests.builders import a_deputy, a_session, a_visit, a_visitor
from tests.homes import CLERK, StoppedClock, a_desk
from tests.ui.conftest import LogIn, OpenDoor
from tests.ui.hands import Until, enter, focused, type_keys, type_text, words_on

Open = Callable[[ReceptionSession], SessionView]


@pytest.fixture
def desk(home: Path, clock: StoppedClock) -> Iterator[Desk]:
    desk = a_desk(home, clock, CLERK)
    for name in ("王建国", "周丽华", "李志强"):
        desk.deputies.register(a_deputy(name))
    yield desk
    desk.close()


@pytest.fixture
def session(desk: Desk) -> ReceptionSession:
    slots = [RotaSlot(name="王建国"), RotaSlot(name="周丽华")]
    session = a_session(theme="老旧小区改造", slots=slots)
    desk.schedule.sessions.register(session)
    return session


@pytest.fixture
def window(home: Path, open_door: OpenDoor, log_in: LogIn) -> MainWindow:
    return log_in(open_door(home))


@pytest.fixture
def view(window: MainWindow, session: ReceptionSession, until: Until, qtbot: QtBot) -> SessionView:
    view = SessionView(window.room)
    qtbot.addWidget(view)
    view.resize(1000, 560)
    view.show()
    view.activateWindow()
    view.open(session.uid)
    until(view.open_button.hasFocus)
    return view


def _state(desk: Desk, session: ReceptionSession) -> SessionState:
    return desk.schedule.sessions.load(session.uid).state


def test_a_day_is_held_by_keys_alone(
    view: SessionView, desk: Desk, session: ReceptionSession, until: Until
) -> None:
    desk.visits.register(a_visit(a_visitor(), headcount=3))
    enter()
    until(lambda: _state(desk, session) is SessionState.OPEN)
    until(lambda: view.close_button.isVisible() and "来访 1 批 3 人，事项 1 件" in words_on(view))
    for row in view.slots.rows_of:
        row.tab_stop().setFocus()
        type_keys("1")
    until(lambda: _presences(desk, session) == [Presence.PRESENT, Presence.PRESENT])
    view.summary.control.setFocus()
    type_text("接待三人，路灯一件当场说明。")
    until(lambda: len(desk.drafts.find("session_summary")) == 1)
    view.close_button.setFocus()
    enter()
    until(lambda: _state(desk, session) is SessionState.CLOSED)
    assert [one.deputy_name for one in desk.schedule.journal.find()] == ["王建国", "周丽华"]
    closed = desk.schedule.sessions.load(session.uid)
    assert closed.summary == "接待三人，路灯一件当场说明。"
    until(lambda: desk.drafts.find("session_summary") == [])


def test_who_came_is_said_by_digits_and_enter_alone(
    view: SessionView, desk: Desk, session: ReceptionSession, until: Until
) -> None:
    enter()
    until(lambda: focused() is view.slots.rows_of[0].tab_stop())
    for place, digit in enumerate("12"):
        shown = view.slots.rows_of[place]
        type_keys(digit)
        until(lambda: shown not in view.slots.rows_of)  # noqa: B023  # read before the next
        assert focused() is view.slots.rows_of[place].tab_stop()
        enter()
    assert focused() is view.summary.control
    assert _presences(desk, session) == [Presence.PRESENT, Presence.ON_LEAVE]


def test_closing_goes_to_the_one_of_whom_it_is_not_said(
    view: SessionView, desk: Desk, session: ReceptionSession, until: Until
) -> None:
    enter()
    until(view.close_button.isVisible)
    view.slots.rows_of[0].choose("1")
    until(lambda: _presences(desk, session)[0] is Presence.PRESENT)
    until(lambda: view.session is not None and view.session.slots[0].presence is not None)
    view.close_session()
    until(lambda: view.slots.rows_of[1].tab_stop() is focused())
    assert _state(desk, session) is SessionState.OPEN
    view.slots.rows_of[1].choose("4")
    until(lambda: _presences(desk, session)[1] is Presence.ABSENT)
    until(lambda: view.session is not None and view.session.slots[1].presence is not None)
    view.close_session()
    until(lambda: _state(desk, session) is SessionState.CLOSED)
    until(view.reopen_button.isVisible)
    view.reopen_button.click()
    type_text("漏记一位")
    enter()
    until(lambda: _state(desk, session) is SessionState.OPEN)
    assert desk.schedule.journal.find() == []


def test_another_deputy_stands_in(
    view: SessionView, desk: Desk, session: ReceptionSession, until: Until
) -> None:
    view.slots.asking.emit(1, "周丽华")
    type_text("临时有会")
    enter()
    until(view.slots.stand_in.isVisible)
    view.slots.stand_in.set_value("李志强")
    view.slots.stand_in_button.click()
    until(lambda: "李志强　顶替 周丽华" in words_on(view))
    until(view.open_button.hasFocus)
    slots = desk.schedule.sessions.load(session.uid).slots
    assert (slots[1].presence, slots[1].change_reason) == (Presence.ON_LEAVE, "临时有会")


def test_two_deputies_change_days(
    view: SessionView, desk: Desk, session: ReceptionSession, until: Until
) -> None:
    other = a_session(held_on=date(2026, 12, 18), slots=[RotaSlot(name="李志强")])
    desk.schedule.sessions.register(other)
    view.slots.swapping.emit(0, "王建国")
    type_text("互换")
    enter()
    until(view.slots.partner.isVisible)
    view.slots.partner.control.setCurrentIndex(0)  # type: ignore[union-attr]  # a Choice
    view.slots.swap_button.click()
    until(lambda: "李志强" in words_on(view.slots))
    assert [slot.name for slot in desk.schedule.sessions.load(other.uid).slots] == ["王建国"]


def test_a_notice_is_entered_and_said_to_be_late(
    view: SessionView, desk: Desk, session: ReceptionSession, until: Until
) -> None:
    view.parts.set_value(1)
    until(view.notices.isVisible)
    form = view.notices.form
    form.fields["doc_number"].set_value("〔2026〕7号")
    form.fields["posted_on"].set_value("2026-11-19")
    form.fields["posted_place"].set_value("和平社区公告栏")
    view.notices.save()
    until(lambda: "迟于期限 2026-11-17" in words_on(view))
    [notice] = desk.schedule.sessions.notices_of(session)
    assert notice.is_late
    assert (notice.held_on, notice.due_on) == (session.held_on, session.notice_by)
    assert notice.kind is NoticeKind.ANNOUNCE


def test_the_notices_have_one_first_button_and_the_day_its_own(
    view: SessionView, until: Until
) -> None:
    view.parts.set_value(1)
    until(view.notices.save_button.isVisible)
    assert not view.open_button.isVisible()
    view.parts.set_value(0)
    until(view.open_button.isVisible)
    assert not view.notices.save_button.isVisible()


def test_another_deputy_than_was_announced_prepares_the_notice_and_says_so(
    view: SessionView, desk: Desk, session: ReceptionSession, until: Until
) -> None:
    posted = {"posted_on": date(2026, 11, 16)}
    desk.schedule.notices.correct(desk.schedule.notices.prepare(session), posted)
    view.slots.asking.emit(0, "王建国")
    assert "已经张贴公告的，会备好变更公告" in words_on(view)
    view.ask.line.set_value("临时有会")
    view.ask.yes.click()
    until(view.slots.stand_in.isVisible)
    view.slots.stand_in.control.setCurrentIndex(0)  # type: ignore[union-attr]  # a Choice
    view.slots.stand_in_button.click()
    until(lambda: "变更公告已备好" in words_on(view))
    [_first, told] = desk.schedule.sessions.notices_of(session)
    assert told.former_names == "王建国、周丽华"


def test_today_says_who_receives_and_which_notice_is_to_be_posted(
    window: MainWindow, desk: Desk, session: ReceptionSession, until: Until
) -> None:
    coming = a_session(held_on=date(2026, 11, 24), slots=[RotaSlot(name="李志强")])
    desk.schedule.sessions.register(coming)
    window.today.begin()
    until(lambda: "公告该张贴了" in words_on(window.today))
    assert "2026-11-24 接待日，最迟 2026-11-21 张贴" in words_on(window.today)
    assert "公告已过张贴期限" in words_on(window.today)  # that of today, which nobody posted
    assert "王建国、周丽华" in words_on(window.today)


def _presences(desk: Desk, session: ReceptionSession) -> list[Presence | None]:
    return [slot.presence for slot in desk.schedule.sessions.load(session.uid).slots]


def test_the_state_is_a_word_on_its_ground_and_no_taller(view: SessionView) -> None:
    assert view.state.height() == view.state.sizeHint().height() < view.parts.height()
