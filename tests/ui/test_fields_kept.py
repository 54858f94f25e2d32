"""What is typed of a setting, a year, a topic, a name: a lock, a colleague or a kill loses none."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.ui.box import Box
from liaison_desktop.ui.field import Field
from liaison_desktop.ui.front_door import FrontDoor
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages.drawing import DrawDialog
from liaison_desktop.ui.pages.meeting_notes import MeetingNotes
from liaison_desktop.ui.pages.meeting_record import LiveRecord
from liaison_desktop.ui.pages.preparing import PreparePanel
from liaison_desktop.ui.pages.rota_panel import RotaPanel
from liaison_desktop.ui.pages.schedule import ROTA
from liaison_desktop.ui.pages.settings_codes import CodesPanel
from liaison_desktop.ui.pages.settings_desk import DeskPanel
from liaison_desktop.ui.pages.settings_panel import Panel
from liaison_desktop.ui.pages.settings_station import StationPanel
from liaison_desktop.ui.pages.settings_units import UnitsPanel
from liaison_desktop.ui.pages.settings_users import UsersPanel
from tests.builders import a_consultation, a_unit
from tests.homes import CLERK, HEAD, StoppedClock, a_desk
from tests.ui.conftest import OpenDoor
from tests.ui.hands import Until
from tests.ui.test_lock import come_in

TYPED = "和平社区老年活动室"


@pytest.fixture
def desk(home: Path, clock: StoppedClock) -> Iterator[Desk]:
    desk = a_desk(home, clock, HEAD)
    desk.settings.change({"has_queue": True})
    yield desk
    desk.close()


@pytest.fixture
def meeting(desk: Desk) -> Consultation:
    meeting = a_consultation(is_yearly=True)
    desk.talk.meetings.register(meeting)
    return meeting


@pytest.fixture
def door(home: Path, desk: Desk, open_door: OpenDoor) -> FrontDoor:
    return open_door(home)


Leave = Callable[[], MainWindow]


@pytest.fixture(params=["lock", "kill"])
def leave(
    request: pytest.FixtureRequest,
    home: Path,
    door: FrontDoor,
    desk: Desk,
    open_door: OpenDoor,
    until: Until,
) -> Leave:
    """Lock with a colleague between, who finds nothing; or begin anew beside a dead window."""
    return partial(left, request.param, home, door, desk, open_door, until, count=kept)


def left(
    way: str,
    home: Path,
    door: FrontDoor,
    desk: Desk,
    open_door: OpenDoor,
    until: Until,
    *,
    count: Callable[[Desk], int],
) -> MainWindow:
    """Leave by a lock or a kill, and return the window of who came back; `count` counts drafts."""
    if way == "kill":
        until(lambda: count(desk) == 1)
        return come_in(open_door(home), HEAD, until)
    door.lock()
    colleague = come_in(door, CLERK, until)
    assert count(colleague.room.desk) == 0
    door.lock()
    return come_in(door, HEAD, until)


def kept(desk: Desk) -> int:
    """Return how many drafts there are that hold what was typed."""
    forms = ("fields", "consultation", "deputy")
    return sum(TYPED in str(one.body) for form in forms for one in desk.drafts.find(form))


def settled(window: MainWindow, kind: type[Panel], until: Until) -> Panel:
    window.go_to(window.settings)
    window.settings.parts.set_value(kind)
    panel = window.settings.panel(kind)
    until(lambda: panel.isVisible() and panel.draft.act is not None)
    return panel


Holder = Field | Line | Box
Case = Callable[[MainWindow, Consultation, Until], Holder]


def station(window: MainWindow, _meeting: Consultation, until: Until) -> Holder:
    panel = settled(window, StationPanel, until)
    assert isinstance(panel, StationPanel)
    return panel.fields["address"]


def station_reason(window: MainWindow, _meeting: Consultation, until: Until) -> Holder:
    panel = settled(window, StationPanel, until)
    assert isinstance(panel, StationPanel)
    return panel.reason


def new_unit(window: MainWindow, _meeting: Consultation, until: Until) -> Holder:
    panel = settled(window, UnitsPanel, until)
    assert isinstance(panel, UnitsPanel)
    if kept(window.room.desk) == 0:
        panel.begin_new()
    return panel.fields["contact"]


def copy_folder(window: MainWindow, _meeting: Consultation, until: Until) -> Holder:
    panel = settled(window, DeskPanel, until)
    assert isinstance(panel, DeskPanel)
    return panel.copy_folder


def own_codes(window: MainWindow, _meeting: Consultation, until: Until) -> Holder:
    panel = settled(window, CodesPanel, until)
    assert isinstance(panel, CodesPanel)
    return panel.fields["education"]


def new_user(window: MainWindow, _meeting: Consultation, until: Until) -> Holder:
    panel = settled(window, UsersPanel, until)
    assert isinstance(panel, UsersPanel)
    if kept(window.room.desk) == 0:
        panel.begin_new()
    return panel.name


def seed_of_the_year(window: MainWindow, _meeting: Consultation, until: Until) -> Holder:
    window.go_to(window.schedule)
    window.schedule.parts.set_value(ROTA)
    panel = window.schedule.panel(ROTA)
    assert isinstance(panel, RotaPanel)
    until(panel.isVisible)
    return panel.plan.seed


def who_waits(window: MainWindow, _meeting: Consultation, until: Until) -> Holder:
    window.go_to(window.today)
    until(lambda: window.today.waiting.act is not None)
    return window.today.queue.name


def part_of(window: MainWindow, meeting: Consultation, key: str, until: Until) -> object:
    window.room.ways.to_consultation.emit(meeting.uid)
    view = window.consultations.view
    until(lambda: view.consultation is not None)
    view.parts.set_value(key)
    return view.part(key)


def topic(window: MainWindow, meeting: Consultation, until: Until) -> Holder:
    record = part_of(window, meeting, "record", until)
    assert isinstance(record, LiveRecord)
    until(lambda: record.meeting is not None)
    if kept(window.room.desk) == 0:
        record.agenda.begin_adding()
    until(record.agenda.title.isVisible)
    return record.agenda.title


def phrases(window: MainWindow, meeting: Consultation, until: Until) -> Holder:
    record = part_of(window, meeting, "record", until)
    assert isinstance(record, LiveRecord)
    until(lambda: record.meeting is not None)
    if kept(window.room.desk) == 0:
        record.phrases.begin([])
    until(record.phrases.isVisible)
    return record.phrases.field


def to_hear(window: MainWindow, meeting: Consultation, until: Until) -> Holder:
    panel = part_of(window, meeting, "prepare", until)
    assert isinstance(panel, PreparePanel)
    until(lambda: panel.meeting is not None)
    return panel.form.heard.line


def seed_of_a_draw(window: MainWindow, meeting: Consultation, until: Until) -> Holder:
    panel = part_of(window, meeting, "prepare", until)
    assert isinstance(panel, PreparePanel)
    until(lambda: panel.meeting is not None)
    panel.draw()
    until(lambda: bool(panel.findChildren(DrawDialog)))
    return panel.findChildren(DrawDialog)[0].seed


CASES: list[Case] = [
    station,
    station_reason,
    new_unit,
    new_user,
    copy_folder,
    own_codes,
    seed_of_the_year,
    who_waits,
    topic,
    phrases,
    to_hear,
    seed_of_a_draw,
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
def test_what_is_typed_stands_there_again(
    case: Case, door: FrontDoor, meeting: Consultation, leave: Leave, until: Until
) -> None:
    case(come_in(door, HEAD, until), meeting, until).set_value(TYPED)

    again = case(leave(), meeting, until)
    until(lambda: again.value() == TYPED)


def test_what_is_saved_of_a_setting_leaves_no_draft(
    door: FrontDoor, desk: Desk, meeting: Consultation, until: Until
) -> None:
    window = come_in(door, HEAD, until)
    station(window, meeting, until).set_value(TYPED)
    until(lambda: kept(desk) == 1)
    window.settings.panel(StationPanel).save()
    until(lambda: desk.stations.load().address == TYPED and kept(desk) == 0)


def test_what_is_not_wanted_of_a_setting_is_let_go_of(
    door: FrontDoor, desk: Desk, meeting: Consultation, leave: Leave, until: Until
) -> None:
    former = desk.stations.load().address
    station(come_in(door, HEAD, until), meeting, until).set_value(TYPED)

    window = leave()
    again = station(window, meeting, until)
    until(lambda: again.value() == TYPED)
    panel = window.settings.panel(StationPanel)
    assert "没有保存" in panel.banner.words.text()
    panel.again_button.click()
    assert again.value() == former
    until(lambda: kept(desk) == 0)


def test_another_unit_that_is_chosen_loses_nothing_of_the_first(
    door: FrontDoor, desk: Desk, meeting: Consultation, until: Until
) -> None:
    for name in ("住建局", "教育局"):
        desk.units.register(a_unit(name))
    panel = settled(come_in(door, HEAD, until), UnitsPanel, until)
    assert isinstance(panel, UnitsPanel)
    until(lambda: panel.chosen is not None)
    first, second = desk.units.find()
    panel._choose(first)
    panel.fields["contact"].set_value(TYPED)
    panel._choose(second)
    assert panel.fields["contact"].value() == second.contact
    panel._choose(first)
    until(lambda: panel.fields["contact"].value() == TYPED)


def test_who_spoke_in_the_notes_stands_there_again(
    door: FrontDoor, meeting: Consultation, leave: Leave, until: Until
) -> None:
    def notes(window: MainWindow) -> MeetingNotes:
        part = part_of(window, meeting, "notes", until)
        assert isinstance(part, MeetingNotes)
        until(lambda: part.meeting is not None)
        return part

    panel = notes(come_in(door, HEAD, until))
    panel.box.set_value("李桂芳：路灯不亮。")
    until(lambda: bool(panel.rows))
    panel._ask_name(panel.rows[0][0].uid)
    panel.name.set_value(TYPED)

    again = notes(leave())
    until(lambda: again.name.isVisible() and again.name.value() == TYPED)
