"""A returning visitor is found while his name is typed; nothing is chosen for anybody."""

from pathlib import Path

from PySide6.QtWidgets import QListWidget

from liaison_desktop.model.words import (
    Sex,
)
from liaison_desktop.ui.pages.intake import IntakePage
from liaison_desktop.ui.suggestions import Suggestions
from tests.builders import a_visit, a_visitor
from tests.homes import StoppedClock, a_desk
from tests.ui.conftest import LogIn, OpenDoor, at_intake
from tests.ui.hands import (
    Key,
    Until,
    enter,
    focused,
    press,
    type_text,
)


def people_shown(page: IntakePage) -> Suggestions:
    """Return the list of known people under the first name."""
    lists = page.view.findChildren(QListWidget)
    [found] = [shown for shown in lists if shown.accessibleName() == "已知来访人"]
    assert isinstance(found, Suggestions)
    return found


def test_a_known_visitor_is_taken_from_the_list(
    home: Path, clock: StoppedClock, open_door: OpenDoor, log_in: LogIn, until: Until
):
    desk = a_desk(home, clock)
    desk.visits.register(a_visit(a_visitor("李桂芳")))
    desk.close()
    page = at_intake(log_in(open_door(home)))
    until(page.view.isVisible)
    shown = people_shown(page)

    type_text("李")
    until(shown.isVisible)
    assert "138****1234" in shown.item(0).text()
    assert shown.currentRow() == -1
    press(Key.Key_Down)
    enter()

    visitor = page.form.visitors[0]
    assert visitor.name.value() == "李桂芳"
    assert visitor.fields["sex"].value() is Sex.FEMALE
    assert visitor.fields["phone"].value() == "13800001234"
    assert visitor.person_uid is not None
    assert focused() is page.form.title_line
    assert not shown.isVisible()
    visitor.name.set_value("李桂")
    assert visitor.person_uid is None


def test_enter_takes_a_new_name_as_typed_though_others_are_known(
    home: Path, clock: StoppedClock, open_door: OpenDoor, log_in: LogIn, until: Until
):
    desk = a_desk(home, clock)
    desk.visits.register(a_visit(a_visitor("李桂芳")))
    desk.close()
    page = at_intake(log_in(open_door(home)))
    until(page.view.isVisible)
    shown = people_shown(page)

    type_text("李")
    until(shown.isVisible)
    press(Key.Key_Escape)
    assert not shown.isVisible()
    assert page.view.isVisible()
    enter()

    assert page.form.visitors[0].name.value() == "李"
    assert page.form.visitors[0].person_uid is None
