"""接待代表 — the roster is offered name by name, and any other name stays as typed."""

from pathlib import Path

from PySide6.QtWidgets import QListWidget

from liaison_desktop.model.deputy import Deputy
from liaison_desktop.model.uids import new_uid
from tests.builders import NOON, STATION_UID
from tests.homes import HEAD, StoppedClock, a_desk
from tests.ui.conftest import LogIn, OpenDoor, at_intake
from tests.ui.hands import Key, Until, enter, press, save_keys, type_text


def test_a_deputy_is_taken_from_the_roster_and_linked(
    home: Path, clock: StoppedClock, open_door: OpenDoor, log_in: LogIn, until: Until
):
    desk = a_desk(home, clock, HEAD)
    for name in ("周丽华", "周建国"):
        desk.deputies.register(Deputy(uid=new_uid(NOON), station_uid=STATION_UID, name=name))
    page = at_intake(log_in(open_door(home)))
    until(page.view.isVisible)
    shown = page.view.roster.suggestions
    assert isinstance(shown, QListWidget)
    until(lambda: len(page.view.roster.names) == 2)

    type_text("李桂芳")
    page.form.title_line.setFocus()
    type_text("路灯不亮")
    page.form.receivers_line.setFocus()
    type_text("王五、周")
    until(shown.isVisible)
    assert [shown.item(n).text() for n in range(shown.count())] == ["1　周丽华", "2　周建国"]
    press(Key.Key_Down)
    press(Key.Key_Down)
    enter()
    assert page.form.receivers_line.value() == "王五、周建国"
    save_keys()

    until(page.saved.isVisible)
    visit = desk.visits.load(page.saved.number.text())
    assert [receiver.name for receiver in visit.receivers] == ["王五", "周建国"]
    assert [receiver.deputy_uid is None for receiver in visit.receivers] == [True, False]
    desk.close()
