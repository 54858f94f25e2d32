"""Who reads no names reads none of what a deputy keeps to himself, on no page about deputies.

What is looked for follows from the declarations, as in tests/e2e/test_deputy_privacy.py.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.contact_household import ContactHousehold
from liaison_desktop.model.deputy import Deputy, Mandate
from liaison_desktop.model.fields import Sensitivity, fields_of
from liaison_desktop.model.ledger import SEE_NAMES
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import MandateLevel, Role
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages.roll_panel import RollPanel
from tests.builders import NOON, STATION_UID, a_deputy, a_field_visit
from tests.e2e.test_deputy_privacy import NAME, PLANTED, PLANTED_IN_A_MANDATE
from tests.homes import HEAD, StoppedClock, a_desk
from tests.ui.conftest import OpenDoor
from tests.ui.hands import Until, words_on

FORMER = {"phone": "13800009933", "birth_ym": "1970-11", "id_no": "999999197011119912"}
"""What stood there before it was corrected; the trail tells of it."""
HOUSEHOLD = {"name": "李桂芳", "phone": "13800009922", "address": "和平社区9栋911室"}
PASSWORD = "山高月小水落石出"
STATION_ROLES = (Role.CLERK, Role.REVIEWER, Role.HEAD, Role.ADMIN, Role.AUDITOR)


def _of(sensitivity: Sensitivity) -> set[str]:
    """Return what was planted in the fields that are declared so sensitive."""
    planted = (
        (Deputy, PLANTED),
        (Deputy, FORMER),
        (Mandate, PLANTED_IN_A_MANDATE),
        (ContactHousehold, HOUSEHOLD),
    )
    return {
        text
        for root, values in planted
        for name, text in values.items()
        if fields_of(root)[name].sensitivity is sensitivity
    }


PERSONAL, SECRET = _of(Sensitivity.PERSONAL), _of(Sensitivity.SECRET)


def test_every_sensitive_field_is_planted() -> None:
    for root, values in ((Deputy, PLANTED), (ContactHousehold, HOUSEHOLD)):
        declared = fields_of(root).items()
        names = {name for name, one in declared if one.sensitivity is not Sensitivity.PLAIN}
        assert names <= values.keys()
    assert len(PERSONAL) == 7
    assert len(SECRET) == 2


@pytest.fixture
def desk(home: Path, clock: StoppedClock) -> Iterator[Desk]:
    desk = a_desk(home, clock, HEAD)
    mandate = Mandate(level=MandateLevel.COUNTY, **PLANTED_IN_A_MANDATE)
    deputy = a_deputy(NAME, mandates=[mandate], **(PLANTED | FORMER))
    desk.deputies.correct(desk.deputies.register(deputy), {name: PLANTED[name] for name in FORMER})
    own = {"uid": new_uid(NOON), "station_uid": STATION_UID, "deputy_name": NAME}
    desk.schedule.households.register(ContactHousehold(**own, **HOUSEHOLD))
    desk.schedule.field_visits.register(a_field_visit(NAME, visited_name=HOUSEHOLD["name"]))
    yield desk
    desk.close()


def _enter(home: Path, desk: Desk, role: Role, open_door: OpenDoor, until: Until) -> MainWindow:
    login = f"某{role.value}"
    desk.accounts.register(login, login, PASSWORD, {role})
    door = open_door(home)
    form = door.entrance.login
    form.account.set_value(login)
    form.password.set_value(PASSWORD)
    form.submit()
    until(lambda: door.main is not None)
    assert door.main is not None
    return door.main


def _everything_on(widget: QWidget) -> str:
    """Return every word of a widget: what is shown, what is hidden, tips and spoken names."""
    told = []
    for one in [widget, *widget.findChildren(QWidget)]:
        told += [one.toolTip(), one.accessibleName(), one.accessibleDescription()]
        if isinstance(one, QLabel | QLineEdit | QAbstractButton):
            told.append(one.text())
        elif isinstance(one, QPlainTextEdit):
            told.append(one.toPlainText())
        elif isinstance(one, QComboBox):
            told += [one.itemText(place) for place in range(one.count())]
    return "\n".join(told)


def _pages(main: MainWindow, desk: Desk, until: Until) -> Iterator[str]:
    """Yield what stands on the page of the deputy, then on each panel that tells of him."""
    main.room.ways.to_deputy.emit(desk.deputies.find(NAME)[0].uid)
    until(lambda: main.page is main.visits and main.visits.deputy().deputy is not None)
    until(lambda: "修改" in words_on(main.visits.deputy().trail))
    yield _everything_on(main.visits.deputy())
    main.go_to(main.schedule)
    for name, roll in (
        ("households", desk.schedule.households),
        ("field_visits", desk.schedule.field_visits),
    ):
        [record] = roll.find()  # type: ignore[attr-defined]  # of either kind
        panel = main.schedule.panel(name)
        assert isinstance(panel, RollPanel)
        main.schedule._show_record(name, record.uid)
        until(lambda panel=panel: panel.chosen is not None)  # type: ignore[misc]  # bound at once
        panel.begin()
        until(lambda panel=panel: NAME in words_on(panel.list))  # type: ignore[misc]  # as above
        yield _everything_on(panel)


@pytest.mark.parametrize("role", STATION_ROLES)
def test_a_role_reads_what_it_may(
    role: Role, home: Path, desk: Desk, open_door: OpenDoor, until: Until
) -> None:
    main = _enter(home, desk, role, open_door, until)
    told = list(_pages(main, desk, until))
    assert all(NAME in page for page in told)
    every = "\n".join(told)
    assert {text for text in SECRET if text in every} == set()
    seen = {text for text in PERSONAL if text in every}
    assert seen == (PERSONAL if role in SEE_NAMES else set())
