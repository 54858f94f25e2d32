"""What is laid by on a full disk for another promise or opinion: it stands there again."""

from functools import partial

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.faults import Unusable
from liaison_desktop.ui.pages.meeting_promises import MeetingPromises
from liaison_desktop.ui.pages.opinion_routes import OpinionRoutes
from liaison_desktop.ui.room import Room
from tests.builders import a_consultation
from tests.ui.hands import Key, Until, press, type_keys
from tests.ui.talk.test_meeting_promises import Act, act, by_words, page
from tests.ui.talk.test_opinion_routes import routes

__all__ = ["act", "page", "routes"]


def full(*_draft: object) -> None:
    raise Unusable("disk_full", "home")


def settle(shown: MeetingPromises | OpinionRoutes, room: Room, until: Until) -> None:
    """Wait for all that was asked of the store."""
    answered: list[bool] = []
    room.worker.ask(shown, lambda: None, lambda _nothing: answered.append(True))
    until(lambda: bool(answered))


def come_from_another(
    shown: MeetingPromises | OpinionRoutes, room: Room, meeting: Consultation, until: Until
) -> None:
    """Open another meeting, and this one again."""
    other = a_consultation(title="物业")
    room.worker.ask(shown, partial(room.desk.talk.meetings.register, other), lambda _done: None)
    for uid in (other.uid, meeting.uid):
        shown.open(uid)
        settle(shown, room, until)


def test_what_is_typed_of_an_act_is_there_when_its_promise_is_shown_again(
    page: MeetingPromises,
    act: Act,
    room: Room,
    desk: Desk,
    meeting: Consultation,
    until: Until,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(room.desk.drafts, "_write", full)
    act("公示记录", "report")
    page.panel.fields["words"].set_value("已经进场")
    page.choose(by_words(desk, meeting, "修好电梯").uid)
    come_from_another(page, room, meeting, until)
    page.choose(by_words(desk, meeting, "公示记录").uid)
    until(page.panel.is_asking)
    assert page.panel.fields["words"].value() == "已经进场"


def test_what_is_typed_of_an_opinion_is_there_when_it_is_chosen_again(
    routes: OpinionRoutes,
    room: Room,
    meeting: Consultation,
    until: Until,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(room.desk.drafts, "_write", full)
    type_keys("4")
    routes.form.fields["note"].set_value("会后面谈")
    press(Key.Key_Escape)
    until(routes.list.hasFocus)
    come_from_another(routes, room, meeting, until)
    until(lambda: routes.form.route is not None)
    assert routes.form.fields["note"].value() == "会后面谈"
