"""In English too, whose words are longer, every page fits the smallest screen."""

from pathlib import Path

import pytest

from tests.builders import a_consultation, a_matter, a_statement, a_visit
from tests.homes import HEAD, PASSWORDS, StoppedClock, a_desk
from tests.ui.conftest import OpenDoor
from tests.ui.hands import Until
from tests.ui.test_english import answered
from tests.ui.test_shape import SMALLEST


@pytest.mark.usefixtures("english")
def test_every_page_in_english_fits_the_smallest_screen(
    home: Path, clock: StoppedClock, open_door: OpenDoor, until: Until
):
    desk = a_desk(home, clock, HEAD)
    visit = a_visit(matters=[a_matter("路灯不亮")])
    desk.visits.register(visit)
    meeting = a_consultation()
    desk.talk.meetings.register(meeting)
    desk.talk.statements.register(a_statement(meeting, "电梯坏了。"))
    desk.close()
    door = open_door(home)
    door.entrance.login.submitted.emit(HEAD, PASSWORDS[HEAD])
    until(lambda: door.main is not None)
    window = door.main
    assert window is not None
    window.resize(*SMALLEST)
    wide: dict[str, tuple[int, int]] = {}

    def note(name: str) -> None:
        answered(window, until)
        answered(window, until)  # a page that is told of an answer may ask again
        size = window.minimumSizeHint().expandedTo(window.minimumSize())
        if size.width() > SMALLEST[0] or size.height() > SMALLEST[1]:
            wide[name] = (size.width(), size.height())

    window.room.ways.to_matter.emit(f"{visit.number}-1")
    note("a matter before its list")
    for place in window.places:
        window.go_to(window.page_of(place))
        note(place.picture)
    window.room.ways.to_visit.emit(visit.number)
    note("visit")
    window.room.ways.to_matter.emit(f"{visit.number}-1")
    note("matter")
    window.room.ways.to_consultation.emit(meeting.uid)
    note("meeting")
    for kind in window.settings.kinds:
        window.settings.parts.set_value(kind)
        note(f"settings {kind}")
    assert wide == {}
