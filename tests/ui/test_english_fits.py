"""In English too, whose words are longer, every page fits the smallest screen."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QScrollArea, QToolButton

from liaison_desktop.model.ledgers import VISITS
from liaison_desktop.model.words import Channel
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.table.ledger_header import PADDING
from liaison_desktop.ui.theme import font
from tests.builders import a_consultation, a_matter, a_statement, a_visit
from tests.homes import HEAD, PASSWORDS, StoppedClock, a_desk
from tests.ui.conftest import OpenDoor
from tests.ui.hands import Until
from tests.ui.schedule.test_schedule_place import PARTS
from tests.ui.test_english import answered
from tests.ui.test_shape import SMALLEST


def entered(home: Path, open_door: OpenDoor, until: Until) -> MainWindow:
    """Return the head's window."""
    door = open_door(home)
    door.entrance.login.submitted.emit(HEAD, PASSWORDS[HEAD])
    until(lambda: door.main is not None)
    assert door.main is not None
    return door.main


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
    window = entered(home, open_door, until)
    window.resize(*SMALLEST)
    wide: dict[str, tuple[int, int]] = {}
    sideways: list[str] = []

    def note(name: str) -> None:
        answered(window, until)
        answered(window, until)  # a page that is told of an answer may ask again
        size = window.minimumSizeHint().expandedTo(window.minimumSize())
        if size.width() > SMALLEST[0] or size.height() > SMALLEST[1]:
            wide[name] = (size.width(), size.height())
        sideways.extend(f"{name}: {area.objectName()}" for area in cut_sideways(window))

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
    assert sideways == []


@pytest.mark.usefixtures("english")
def test_no_part_of_the_schedule_is_scrolled_to_the_right(
    home: Path, open_door: OpenDoor, until: Until
):
    window = entered(home, open_door, until)
    window.resize(*SMALLEST)
    window.go_to(window.schedule)
    for part in PARTS:
        window.schedule.parts.set_value(part)
        answered(window, until)
        assert cut_sideways(window) == [], part


def cut_sideways(window: MainWindow) -> list[QScrollArea]:
    """Return what has to be scrolled to the right to be read whole."""
    areas = window.findChildren(QScrollArea)
    return [one for one in areas if one.isVisible() and one.horizontalScrollBar().maximum()]


AROUND = {False: 59, True: 6}
"""Pixels of a place of the rail that no word stands on: borders and, where wide, the icon."""


def cut_in_the_rail(window: MainWindow) -> list[str]:
    """Return the words of the rail that have no room; those of the place in front are bold."""
    cut = []
    for button in window.findChildren(QToolButton, "nav"):
        bold = QFont(button.font())
        bold.setBold(True)
        needed = max(
            QFontMetrics(each).horizontalAdvance(button.text()) for each in (button.font(), bold)
        )
        if needed + AROUND[bool(button.property("narrow"))] > button.width():
            cut.append(button.text())
    return cut


def whole_in_the_rail(window: MainWindow, until: Until) -> None:
    for size in ((1366, 768), SMALLEST):
        window.resize(*size)
        until(lambda size=size: window.width() == size[0])
        assert cut_in_the_rail(window) == []
        words = [button.text() for button in window.findChildren(QToolButton, "nav")]
        assert len(set(words)) == len(words)


def test_every_word_of_the_rail_is_whole(main: MainWindow, until: Until):
    whole_in_the_rail(main, until)


@pytest.mark.usefixtures("english")
def test_every_word_of_the_rail_is_whole_in_english(home: Path, open_door: OpenDoor, until: Until):
    whole_in_the_rail(entered(home, open_door, until), until)


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize("size", [(1366, 768), SMALLEST])
def test_the_words_of_a_choice_are_whole_in_the_register(
    home: Path, clock: StoppedClock, open_door: OpenDoor, size: tuple[int, int], until: Until
):
    desk = a_desk(home, clock, HEAD)
    desk.visits.register(a_visit(channel=Channel.CONSULTATION, matters=[a_matter("路灯不亮")]))
    desk.close()
    window = entered(home, open_door, until)
    window.resize(*size)
    window.go_to(window.visits)
    view = window.visits.list.table
    model = view.model()
    until(lambda: model.rowCount() == 1 and model.index(0, 0).data() is not None)
    names = [column.name for column in VISITS.columns]
    shown = [n for n, name in enumerate(names) if not view.isColumnHidden(n)]
    assert {"number", "name", "title", "handling", "state"} <= {names[n] for n in shown}
    for section in shown:
        if names[section] in {"number", "channel", "handling"}:
            words = str(model.index(0, section).data())
            room = view.columnWidth(section) - 2 * PADDING
            assert QFontMetrics(font("body")).horizontalAdvance(words) <= room, words
