"""A reason on any page: after a lock and a colleague, or after a kill, it is asked again."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from liaison_desktop.desk.agenda import AgendaRow
from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.reception_session import ReceptionSession, RotaSlot
from liaison_desktop.model.schedule_words import SessionState
from liaison_desktop.ui.front_door import FrontDoor
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages.calendar_move import DayDialog
from liaison_desktop.ui.pages.calendar_panel import CalendarPanel
from liaison_desktop.ui.pages.deputy_view import DeputyView
from liaison_desktop.ui.pages.reason_ask import ReasonPanel
from liaison_desktop.ui.pages.record import RecordView
from liaison_desktop.ui.pages.roll_panel import RollPanel
from liaison_desktop.ui.pages.schedule import LEAVES
from liaison_desktop.ui.pages.session_view import SessionView
from tests.builders import a_deputy, a_leave, a_session, a_visit
from tests.desk.test_agenda import posted
from tests.homes import CLERK, HEAD, StoppedClock, a_desk
from tests.ui.conftest import LogIn, OpenDoor
from tests.ui.hands import Key, Until, enter, press, type_text
from tests.ui.test_lock import come_in

WEDNESDAY, FRIDAY = date(2026, 11, 25), date(2026, 11, 27)
WHY = "登记重了，来访人核对过"

Leave = Callable[[MainWindow], MainWindow]


@pytest.fixture
def desk(home: Path, clock: StoppedClock) -> Iterator[Desk]:
    desk = a_desk(home, clock, CLERK)
    yield desk
    desk.close()


@pytest.fixture
def door(home: Path, desk: Desk, open_door: OpenDoor) -> FrontDoor:
    return open_door(home)


@pytest.fixture
def window(door: FrontDoor, log_in: LogIn) -> MainWindow:
    window = log_in(door)
    window.resize(1366, 768)
    return window


@pytest.fixture(params=["lock", "kill"])
def leave(
    request: pytest.FixtureRequest,
    home: Path,
    door: FrontDoor,
    desk: Desk,
    open_door: OpenDoor,
    log_in: LogIn,
    until: Until,
) -> Leave:
    """Lock with a colleague between, who finds nothing; or begin anew beside a dead window."""

    def lock(_window: MainWindow) -> MainWindow:
        door.lock()
        colleague = come_in(door, HEAD, until)
        assert colleague.room.desk.drafts.find("reason") == []
        door.lock()
        return come_in(door, CLERK, until)

    def kill(_window: MainWindow) -> MainWindow:
        until(lambda: bool(kept(desk)))
        return log_in(open_door(home))

    return {"lock": lock, "kill": kill}[request.param]


def kept(desk: Desk) -> list[tuple[object, object]]:
    return [(one.body["act"], one.body["reason"]) for one in desk.drafts.find("reason")]


def typed_in(ask: ReasonPanel, until: Until) -> None:
    until(ask.line.control.hasFocus)
    type_text(WHY)


def answered(ask: ReasonPanel, desk: Desk, until: Until) -> None:
    """Wait until it is asked again with what was typed, and answer."""
    until(lambda: ask.isVisible() and ask.line.value() == WHY)
    ask.yes.click()
    until(lambda: ask.isHidden() and kept(desk) == [])


def test_why_a_visit_is_withdrawn(
    window: MainWindow, desk: Desk, leave: Leave, until: Until
) -> None:
    visit = a_visit()
    desk.visits.register(visit)

    def opened(window: MainWindow) -> RecordView:
        window.room.ways.to_visit.emit(visit.number)
        until(lambda: window.visits.record().visit is not None)
        return window.visits.record()

    record = opened(window)
    record.withdraw_button.click()
    typed_in(record.ask, until)

    answered(opened(leave(window)).ask, desk, until)
    assert desk.visits.load(visit.number).withdrawn_reason == WHY


def test_why_a_deputy_is_withdrawn(
    window: MainWindow, desk: Desk, leave: Leave, until: Until
) -> None:
    deputy = a_deputy("王建国")
    desk.deputies.register(deputy)

    def opened(window: MainWindow) -> DeputyView:
        window.room.ways.to_deputy.emit(deputy.uid)
        until(lambda: window.visits.deputy().deputy is not None)
        return window.visits.deputy()

    view = opened(window)
    view.withdraw_button.click()
    typed_in(view.ask, until)

    answered(opened(leave(window)).ask, desk, until)
    assert desk.deputies.load(deputy.uid).withdrawn_reason == WHY


def a_day(desk: Desk, *names: str) -> ReceptionSession:
    session = a_session(held_on=WEDNESDAY, slots=[RotaSlot(name=name) for name in names])
    desk.schedule.sessions.register(session)
    return session


def opened_session(window: MainWindow, session: ReceptionSession, until: Until) -> SessionView:
    window.room.ways.to_session.emit(session.uid)
    until(lambda: window.page is window.schedule and window.schedule.session.opened is not None)
    return window.schedule.session


@pytest.mark.parametrize("act", ["cancel", "reopen"])
def test_why_a_day_is_called_off_or_opened_again(
    act: str, window: MainWindow, desk: Desk, leave: Leave, until: Until
) -> None:
    session, sessions = a_day(desk), desk.schedule.sessions
    if act == "reopen":
        sessions.close(sessions.open(sessions.load(session.uid)), "")
    view = opened_session(window, session, until)
    {"cancel": view.cancel_button, "reopen": view.reopen_button}[act].click()
    typed_in(view.ask, until)

    answered(opened_session(leave(window), session, until).ask, desk, until)
    after = {"cancel": SessionState.CANCELLED, "reopen": SessionState.OPEN}[act]
    assert sessions.load(session.uid).state is after


def test_why_another_stands_in_waits_until_he_is_chosen(
    window: MainWindow, desk: Desk, leave: Leave, until: Until
) -> None:
    for name in ("王建国", "周丽华"):
        desk.deputies.register(a_deputy(name))
    session = a_day(desk, "王建国")
    view = opened_session(window, session, until)
    view.slots.asking.emit(0, "王建国")
    typed_in(view.ask, until)
    enter()
    until(view.slots.stand_in.isVisible)

    again = opened_session(leave(window), session, until)
    until(lambda: again.ask.isVisible() and again.ask.line.value() == WHY)
    again.ask.yes.click()
    until(again.slots.stand_in.isVisible)
    again.slots.stand_in.control.setCurrentIndex(0)  # type: ignore[union-attr]  # a Choice
    again.slots.stand_in_button.click()
    until(lambda: kept(desk) == [])
    slots = desk.schedule.sessions.load(session.uid).slots
    [stand_in] = [slot for slot in slots if slot.stands_in_for == "王建国"]
    assert stand_in.name == "周丽华"
    assert WHY in [slot.change_reason for slot in slots]


def opened_calendar(window: MainWindow, until: Until) -> CalendarPanel:
    window.go_to(window.schedule)
    until(lambda: window.schedule.calendar.sheet is not None)
    return window.schedule.calendar


def row_of(panel: CalendarPanel) -> AgendaRow:
    assert panel.sheet is not None
    return next(entry.row for entry in panel.sheet.entries(WEDNESDAY))


def test_why_a_day_of_the_calendar_is_called_off(
    window: MainWindow, desk: Desk, leave: Leave, until: Until
) -> None:
    session = a_day(desk)
    panel = opened_calendar(window, until)
    panel.side.entry.cancelling.emit(row_of(panel))
    typed_in(panel.ask, until)

    answered(opened_calendar(leave(window), until).ask, desk, until)
    assert desk.schedule.sessions.load(session.uid).state is SessionState.CANCELLED


def test_why_one_more_than_was_announced_receives(
    window: MainWindow, desk: Desk, leave: Leave, until: Until
) -> None:
    for name in ("王建国", "周丽华"):
        desk.deputies.register(a_deputy(name))
    session = a_day(desk, "王建国")
    desk.schedule.notices.register(posted(session))
    panel = opened_calendar(window, until)
    assert panel.sheet is not None
    thing = next(one for one in panel.sheet.days.deputies if one.who.name == "周丽华")
    panel.carry.dropped.emit(thing, WEDNESDAY, row_of(panel))
    typed_in(panel.ask, until)

    answered(opened_calendar(leave(window), until).ask, desk, until)
    names = [slot.name for slot in desk.schedule.sessions.load(session.uid).slots]
    assert names == ["王建国", "周丽华"]


def dialog_of(panel: CalendarPanel, until: Until) -> DayDialog:
    until(lambda: any(one.isVisible() for one in panel.findChildren(DayDialog)))
    return next(one for one in panel.findChildren(DayDialog) if one.isVisible())


def type_reason(dialog: DayDialog, until: Until) -> None:
    until(dialog.isActiveWindow)
    dialog.reason.control.setFocus()
    until(dialog.reason.control.hasFocus)
    type_text(WHY)


def test_why_an_announced_day_is_moved(
    window: MainWindow, desk: Desk, leave: Leave, until: Until
) -> None:
    session = a_day(desk, "王建国")
    desk.schedule.notices.register(posted(session))
    panel = opened_calendar(window, until)
    panel.side.entry.moving.emit(row_of(panel))
    dialog = dialog_of(panel, until)
    dialog.day.set_value("11-27")
    type_reason(dialog, until)

    again = dialog_of(opened_calendar(leave(window), until), until)
    until(lambda: again.reason.value() == WHY)
    assert again.day.value() == "11-27"
    again.decide()
    until(lambda: kept(desk) == [])
    assert desk.schedule.sessions.load(session.uid).held_on == FRIDAY


def test_a_move_that_is_given_up_is_not_asked_anew_and_its_reason_stands_there(
    window: MainWindow, desk: Desk, until: Until
) -> None:
    session = a_day(desk, "王建国")
    desk.schedule.notices.register(posted(session))
    panel = opened_calendar(window, until)
    panel.side.entry.moving.emit(row_of(panel))
    type_reason(dialog_of(panel, until), until)
    press(Key.Key_Escape)
    until(lambda: [one.body["put_away"] for one in desk.drafts.find("reason")] == [True])
    until(lambda: panel.findChildren(DayDialog) == [])

    panel.side.entry.moving.emit(row_of(panel))
    again = dialog_of(panel, until)
    until(lambda: again.reason.value() == WHY)


def test_why_a_leave_is_withdrawn(
    window: MainWindow, desk: Desk, leave: Leave, until: Until
) -> None:
    one = a_leave("王建国")
    desk.schedule.leaves.register(one)

    def opened(window: MainWindow) -> RollPanel:
        window.go_to(window.schedule)
        window.schedule.parts.set_value(LEAVES)
        panel = window.schedule.panel(LEAVES)
        assert isinstance(panel, RollPanel)
        until(lambda: panel.isVisible() and bool(panel._loaded.records))
        return panel

    panel = opened(window)
    panel._go_to(panel._loaded.records[0])
    until(lambda: panel.chosen is not None)
    panel.withdraw_button.click()
    typed_in(panel.ask, until)

    answered(opened(leave(window)).ask, desk, until)
    assert desk.schedule.leaves.load(one.uid).withdrawn_reason == WHY
