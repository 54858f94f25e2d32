"""A visit and a matter that came from a meeting lead to it."""

from pathlib import Path
from uuid import UUID

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.ui.cards import Card, RowButton
from liaison_desktop.ui.main_window import MainWindow
from tests.builders import a_consultation, a_visit
from tests.homes import CLERK, StoppedClock, a_desk
from tests.ui.conftest import LogIn, OpenDoor
from tests.ui.hands import Until


@pytest.fixture
def desk(home: Path, clock: StoppedClock) -> Desk:
    return a_desk(home, clock, CLERK)


@pytest.fixture
def meeting(desk: Desk) -> Consultation:
    one = a_consultation()
    desk.talk.meetings.register(one)
    return one


@pytest.fixture
def window(home: Path, meeting: Consultation, open_door: OpenDoor, log_in: LogIn) -> MainWindow:
    assert meeting.number
    return log_in(open_door(home))


def rows_of(card: Card) -> list[str]:
    return [row.accessibleName() for row in card.findChildren(RowButton)]


def test_what_was_raised_in_a_meeting_leads_there(
    window: MainWindow, desk: Desk, meeting: Consultation, until: Until
):
    visit, asked = a_visit(source_uid=meeting.uid), list[UUID]()
    desk.visits.register(visit)
    window.room.ways.to_consultation.connect(asked.append)
    window.room.ways.to_visit.emit(visit.number)
    record = window.visits.record()
    until(lambda: record.visit is not None)
    assert "来自恳谈会　物业服务民情恳谈会　2026-11-20" in rows_of(record.facts)
    record.facts.findChildren(RowButton)[-1].click()

    window.room.ways.to_matter.emit(f"{visit.number}-1")
    until(lambda: window.matters.view.facts is not None)
    shown = window.matters.view.visitors
    assert "来自恳谈会　物业服务民情恳谈会　2026-11-20" in rows_of(shown)
    shown.findChildren(RowButton)[-1].click()
    assert asked == [meeting.uid, meeting.uid]


def test_a_visit_of_nothing_says_nothing_of_a_meeting(window: MainWindow, desk: Desk, until: Until):
    visit = a_visit()
    desk.visits.register(visit)
    window.room.ways.to_visit.emit(visit.number)
    until(lambda: window.visits.record().visit is not None)
    assert not [row for row in rows_of(window.visits.record().facts) if "恳谈会" in row]
