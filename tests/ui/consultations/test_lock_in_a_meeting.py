"""A lock in the middle of what is typed of a meeting: it stands there when the clerk comes back."""

from pathlib import Path
from typing import cast

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import StatementRoute
from liaison_desktop.ui.front_door import FrontDoor
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages.consultation_acts import CANCEL
from liaison_desktop.ui.pages.meeting_promises import MeetingPromises
from liaison_desktop.ui.pages.opinion_routes import OpinionRoutes
from tests.builders import a_commitment, a_statement
from tests.homes import CLERK
from tests.ui.conftest import LogIn, OpenDoor
from tests.ui.consultations.conftest import Open
from tests.ui.hands import CTRL, Key, Until, press, type_text
from tests.ui.test_lock import come_in


@pytest.fixture
def door(home: Path, desk: Desk, open_door: OpenDoor) -> FrontDoor:
    return open_door(home)


@pytest.fixture
def window(door: FrontDoor, log_in: LogIn) -> MainWindow:
    return log_in(door)


def lock_and_come_in(door: FrontDoor, part: str, until: Until) -> object:
    """Lock, come in again, and return the part of the meeting that stood there."""
    press(Key.Key_L, CTRL)
    again = come_in(door, CLERK, until)
    until(lambda: again.page is again.consultations)
    view = again.consultations.view
    until(lambda: view.consultation is not None)
    view.parts.set_value(part)
    return view.part(part)


def test_a_route_stands_there_after_a_lock(
    door: FrontDoor, desk: Desk, meeting: Consultation, open_part: Open, until: Until
):
    desk.talk.statements.register(a_statement(meeting, "电梯停运三天才修。"))
    routes = cast(OpinionRoutes, open_part(meeting.uid, "routes"))
    until(routes.list.hasFocus)
    routes.choose(StatementRoute.NOTED)
    type_text("情况已知")

    again = cast(OpinionRoutes, lock_and_come_in(door, "routes", until))
    until(again.form.isVisible)
    assert again.form.fields["note"].value() == "情况已知"


def test_an_act_with_a_promise_stands_there_after_a_lock(
    door: FrontDoor, desk: Desk, meeting: Consultation, open_part: Open, until: Until
):
    desk.talk.commitments.register(a_commitment(meeting, "公示记录", unit_name="物业公司"))
    promises = cast(MeetingPromises, open_part(meeting.uid, "promises"))
    until(lambda: "report" in promises.panel.buttons)
    promises.panel.buttons["report"].click()
    until(promises.panel.fields["words"].control.hasFocus)
    type_text("已经进场")

    again = cast(MeetingPromises, lock_and_come_in(door, "promises", until))
    until(lambda: again.panel.act is not None)
    assert again.panel.fields["words"].value() == "已经进场"


def test_a_reason_stands_there_after_a_lock(
    door: FrontDoor, window: MainWindow, meeting: Consultation, open_part: Open, until: Until
):
    open_part(meeting.uid, "sign_in")
    view = window.consultations.view
    view._begin_act(CANCEL)
    until(view.ask.line.control.hasFocus)
    type_text("下雨")

    press(Key.Key_L, CTRL)
    again = come_in(door, CLERK, until).consultations.view
    until(lambda: again.ask.isVisible() and again.ask.line.value() == "下雨")
