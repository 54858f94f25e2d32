"""A meeting that is being recorded, and its parts in a window of their own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.consultation import AgendaItem, Consultation
from liaison_desktop.model.consultation_words import ParticipantKind
from liaison_desktop.model.participant import Participant
from liaison_desktop.model.uids import new_uid
from liaison_desktop.ui.preferences import Preferences
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.worker import Worker
from tests.builders import NOON, a_consultation, a_participant, a_unit
from tests.homes import HEAD, StoppedClock, a_desk

POINTS = ("物业服务评价", "公共收益公示")
PEOPLE = (
    ("王建国", ParticipantKind.DEPUTY, ""),
    ("马秀英", ParticipantKind.RESIDENT, "和平社区"),
    ("陈国强", ParticipantKind.RESIDENT, "清河小区"),
    ("赵经理", ParticipantKind.DEPARTMENT, "物业公司"),
)

Show = Callable[[QWidget], None]


@pytest.fixture
def desk(home: Path, clock: StoppedClock) -> Iterator[Desk]:
    desk = a_desk(home, clock, HEAD)
    yield desk
    desk.close()


@pytest.fixture
def meeting(desk: Desk) -> Consultation:
    """A meeting of four people with two points, being recorded."""
    points = [AgendaItem(uid=new_uid(NOON), title=title) for title in POINTS]
    one = a_consultation(agenda=points)
    desk.talk.meetings.register(one)
    for name, kind, body in PEOPLE:
        who = a_participant(one, name, participant_kind=kind, body=body, phone="13800001234")
        desk.talk.participants.register(who)
    desk.units.register(a_unit("街道办城建办"))
    return desk.talk.meetings.open(desk.talk.meetings.load(one.uid))


@pytest.fixture
def people(desk: Desk, meeting: Consultation) -> dict[str, Participant]:
    return {one.name: one for one in desk.talk.participants.of(meeting.uid)}


@pytest.fixture
def room(desk: Desk, tmp_path: Path) -> Iterator[Room]:
    worker = Worker()
    yield Room(desk, worker, Preferences(tmp_path / "screen.ini"), lambda *_: None)
    worker.stop()


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Put a part into a window and let it have the keys."""

    def show_part(part: QWidget) -> None:
        qtbot.addWidget(part)
        part.resize(1100, 600)
        with qtbot.waitActive(part):
            part.show()
            part.activateWindow()

    return show_part
