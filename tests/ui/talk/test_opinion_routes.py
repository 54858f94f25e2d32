"""意见去向: one key for each, the answer offered, and the last one taken back with its matter."""

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import StatementKind, StatementRoute
from liaison_desktop.model.participant import Participant
from liaison_desktop.model.words import GuidedTo
from liaison_desktop.ui.pages.opinion_routes import OpinionRoutes
from liaison_desktop.ui.room import Room
from tests.builders import a_statement
from tests.ui.hands import CTRL, Key, Until, enter, press, save_keys, type_keys, type_text
from tests.ui.talk.conftest import Show

OPINIONS = ("电梯停运三天才修。", "路灯不亮。", "邻居家占道打官司。", "大家辛苦了。")


@pytest.fixture
def routes(
    room: Room,
    desk: Desk,
    meeting: Consultation,
    people: dict[str, Participant],
    show: Show,
    until: Until,
) -> OpinionRoutes:
    who = people["马秀英"]
    said = [
        a_statement(meeting, words, speaker=who.name, participant_uid=who.uid) for words in OPINIONS
    ]
    answer = a_statement(meeting, "明天修好。", kind=StatementKind.ANSWER, answers_uid=said[0].uid)
    for one in (*said, answer):
        desk.talk.statements.register(one)
    routes = OpinionRoutes(room)
    show(routes)
    routes.open(meeting.uid)
    until(routes.list.hasFocus)
    return routes


def routed(desk: Desk, meeting: Consultation) -> list[StatementRoute | None]:
    return [one.route for one in desk.talk.meetings.meeting(meeting.uid).opinions]


def test_every_opinion_gets_its_way_by_keys(
    routes: OpinionRoutes, desk: Desk, meeting: Consultation, until: Until
) -> None:
    assert routes.card.badge.text() == "还有 4 条没有去向"
    type_keys("1")
    assert routes.form.fields["note"].value() == "明天修好。"
    enter()
    until(lambda: routed(desk, meeting)[0] is StatementRoute.ANSWERED)
    until(lambda: routes.card.badge.text() == "还有 3 条没有去向" and routes.list.hasFocus())

    type_keys("2")
    enter()
    enter()
    until(lambda: routes.card.badge.text() == "还有 2 条没有去向")
    type_keys("3")
    type_keys("1")
    enter()
    enter()
    until(lambda: routes.card.badge.text() == "还有 1 条没有去向")
    type_keys("4")
    type_text("不是意见")
    save_keys()
    until(lambda: routes.card.badge.text() == "都有去向")

    assert routed(desk, meeting) == list(StatementRoute)
    kept = desk.talk.meetings.meeting(meeting.uid).opinions
    assert (kept[2].guided_to, kept[3].route_note) == (GuidedTo.COURT, "不是意见")
    [visit] = desk.visits.find_from(meeting.uid)
    assert [one.title for one in visit.matters] == [
        "电梯停运三天才修",
        "路灯不亮",
        "邻居家占道打官司",
    ]
    assert visit.matters[0].onsite_reply == "明天修好。"


def test_what_a_way_needs_is_asked_for(
    routes: OpinionRoutes, desk: Desk, meeting: Consultation, until: Until
) -> None:
    type_keys("4")
    save_keys()
    until(lambda: bool(routes.form.fields["note"].message))
    assert routed(desk, meeting) == [None] * 4
    press(Key.Key_Escape)
    assert not routes.form.isVisible()
    assert routes.list.hasFocus()


def test_the_last_one_is_taken_back_with_its_matter(
    routes: OpinionRoutes, desk: Desk, meeting: Consultation, until: Until
) -> None:
    type_keys("2")
    save_keys()
    until(lambda: routes.card.badge.text() == "还有 3 条没有去向")
    press(Key.Key_Z, CTRL)
    until(lambda: routes.card.badge.text() == "还有 4 条没有去向")
    assert desk.visits.find_from(meeting.uid) == []


def test_a_press_opens_the_matter(
    routes: OpinionRoutes, desk: Desk, meeting: Consultation, until: Until
) -> None:
    asked: list[str] = []
    routes.room.ways.to_matter.connect(asked.append)
    type_keys("2")
    save_keys()
    until(lambda: routes.card.badge.text() == "还有 3 条没有去向")
    press(Key.Key_Up)
    enter()
    [visit] = desk.visits.find_from(meeting.uid)
    assert asked == [visit.matters[0].number]
