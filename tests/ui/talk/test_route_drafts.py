"""What is typed of the way of an opinion is never lost: left, switched away from, or killed."""

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import StatementRoute
from liaison_desktop.ui.pages.opinion_routes import OpinionRoutes
from liaison_desktop.ui.room import Room
from tests.ui.hands import Key, Until, press, save_keys, type_keys, type_text
from tests.ui.talk.conftest import Show
from tests.ui.talk.test_opinion_routes import routed, routes

__all__ = ["routes"]


def kept(desk: Desk) -> list[object]:
    return [one.body["note"] for one in desk.drafts.find("opinion_route")]


def test_what_is_typed_of_a_way_is_there_again_after_a_kill(
    routes: OpinionRoutes, room: Room, desk: Desk, meeting: Consultation, show: Show, until: Until
) -> None:
    press(Key.Key_Down)
    type_keys("4")
    type_text("情况已知，")
    until(lambda: kept(desk) == ["情况已知，"])

    again = OpinionRoutes(room)
    show(again)
    again.open(meeting.uid)
    until(again.form.isVisible)
    assert again.form.route is StatementRoute.NOTED
    until(again.form.fields["note"].control.hasFocus)
    type_text("不再办理")
    save_keys()
    until(lambda: routed(desk, meeting)[1] is StatementRoute.NOTED)
    assert desk.talk.meetings.meeting(meeting.uid).opinions[1].route_note == "情况已知，不再办理"
    until(lambda: kept(desk) == [])


def test_what_is_typed_of_one_opinion_stays_while_another_is_routed(
    routes: OpinionRoutes, desk: Desk, meeting: Consultation, until: Until
) -> None:
    type_keys("4")
    type_text("写了一半")
    first, second = (one.uid for one in desk.talk.meetings.meeting(meeting.uid).opinions[:2])
    routes.list.choose(second)
    routes.choose(StatementRoute.NOTED)
    assert not routes.form.fields["note"].value()
    type_text("第二条")
    save_keys()
    until(lambda: routed(desk, meeting)[1] is StatementRoute.NOTED)
    assert kept(desk) == ["写了一半"]

    routes.list.choose(first)
    routes.choose(StatementRoute.NOTED)
    assert routes.form.fields["note"].value() == "写了一半"


def test_esc_keeps_what_is_typed(routes: OpinionRoutes, desk: Desk, until: Until) -> None:
    type_keys("4")
    type_text("写了一半")
    press(Key.Key_Escape)
    until(lambda: kept(desk) == ["写了一半"])
    assert routes.list.hasFocus()
    type_keys("1")
    assert routes.form.fields["note"].value() == "写了一半", "whichever way is begun"


def test_what_only_stands_there_is_no_draft(
    routes: OpinionRoutes, desk: Desk, until: Until
) -> None:
    type_keys("1")
    left: list[bool] = []
    routes.put_down(lambda: left.append(True))
    until(lambda: left == [True])
    assert kept(desk) == []
