"""The place 民情恳谈 in a clerk's window, gone to by its key."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.consultation import AgendaItem, Consultation
from liaison_desktop.model.uids import new_uid
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages.consultation_view import ConsultationView
from liaison_desktop.ui.pages.consultations import ConsultationsPage
from liaison_desktop.ui.pages.meeting_parts import PREPARE, SIGN_IN
from liaison_desktop.ui.pages.preparing import PreparePanel
from liaison_desktop.ui.pages.signing_in import SignInPanel
from tests.builders import NOON, a_consultation, a_deputy, a_participant
from tests.homes import CLERK, StoppedClock, a_desk
from tests.ui.conftest import LogIn, OpenDoor
from tests.ui.hands import CTRL, Key, Until, focused, press

NAMES = ("马秀英", "陈国强", "赵经理")


@pytest.fixture
def desk(home: Path, clock: StoppedClock) -> Iterator[Desk]:
    desk = a_desk(home, clock, CLERK)
    for name in ("王建国", "周丽华"):
        desk.deputies.register(a_deputy(name))
    yield desk
    desk.close()


@pytest.fixture
def meeting(desk: Desk) -> Consultation:
    """A meeting that is prepared, with three who are asked to it."""
    items = [AgendaItem(uid=new_uid(NOON), title=title) for title in ("物业评价", "充电桩")]
    one = a_consultation(agenda=items)
    desk.talk.meetings.register(one)
    for name in NAMES:
        desk.talk.participants.register(a_participant(one, name, body="和平社区"))
    return desk.talk.meetings.load(one.uid)


@pytest.fixture
def window(home: Path, desk: Desk, open_door: OpenDoor, log_in: LogIn) -> MainWindow:
    return log_in(open_door(home))


Go = Callable[[], ConsultationsPage]


@pytest.fixture
def go(window: MainWindow, until: Until) -> Go:
    """Go to the place by its key, and wait until it has the keys."""

    def go_there() -> ConsultationsPage:
        press(Key.Key_6, CTRL)
        page = window.consultations
        until(lambda: window.page is page and page.isAncestorOf(focused()))
        return page

    return go_there


Open = Callable[[UUID, str], QWidget]


@pytest.fixture
def open_part(go: Go, until: Until) -> Open:
    """Open a meeting and one of its parts, and wait until it has the keys."""

    def open_it(uid: UUID, key: str) -> QWidget:
        page = go()
        page.open_consultation(uid)
        until(lambda: page.view.consultation is not None)
        page.view.parts.set_value(key)
        part = page.view.part(key)
        assert isinstance(part, QWidget)
        until(lambda: part.isVisible() and getattr(part, "meeting", page) is not None)
        until(lambda: part.isAncestorOf(focused()))
        return part

    return open_it


@pytest.fixture
def preparing(open_part: Open, meeting: Consultation, until: Until) -> PreparePanel:
    part = open_part(meeting.uid, PREPARE)
    assert isinstance(part, PreparePanel)
    until(lambda: part.meeting is not None)
    return part


@pytest.fixture
def signing_in(open_part: Open, meeting: Consultation, until: Until) -> SignInPanel:
    part = open_part(meeting.uid, SIGN_IN)
    assert isinstance(part, SignInPanel)
    until(part.line.hasFocus)
    return part


def view_of(window: MainWindow) -> ConsultationView:
    return window.consultations.view


def press_alt(key: Key) -> None:
    """Press a key with Alt."""
    from PySide6.QtCore import Qt

    QTest.keyClick(focused(), key, Qt.KeyboardModifier.AltModifier)
