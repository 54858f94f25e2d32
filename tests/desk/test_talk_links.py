"""From a meeting to its matters, and from a visit to the meeting in which it was raised."""

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.statements import Routing
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import StatementRoute
from tests.builders import a_consultation, a_session, a_statement, a_visit


def raised(desk: Desk, one: Consultation, content: str, route: StatementRoute) -> str:
    """Let an opinion be noted and routed; return the number of its matter, "" where it is none."""
    said = a_statement(one, content, speaker="马秀英")
    desk.talk.statements.register(said)
    routed = desk.talk.statements.route(said, Routing(route, note="已说明"))
    return desk.matters.load(str(routed.matter_uid)).number if routed.matter_uid else ""


def test_a_meeting_says_which_matters_came_of_it_in_their_order(desk: Desk) -> None:
    one, other = a_consultation(), a_consultation("停车恳谈会")
    for meeting in (one, other):
        desk.talk.meetings.register(meeting)
    first = raised(desk, one, "电梯停了", StatementRoute.TO_HANDLE)
    raised(desk, one, "希望公示", StatementRoute.NOTED)
    second = raised(desk, one, "楼道堆物", StatementRoute.ANSWERED)
    elsewhere = raised(desk, other, "车位不够", StatementRoute.TO_HANDLE)

    assert [each.number for each in desk.talk.links.matters_of(one.uid)] == [first, second]
    assert [each.number for each in desk.talk.links.matters_of(other.uid)] == [elsewhere]


def test_a_visit_says_of_which_meeting_it_is(desk: Desk) -> None:
    one, session = a_consultation(), a_session()
    desk.talk.meetings.register(one)
    desk.schedule.sessions.register(session)
    number = raised(desk, one, "电梯停了", StatementRoute.TO_HANDLE)
    meeting = desk.talk.links.meeting_of(desk.visits.load(number))
    assert meeting is not None
    assert meeting.uid == one.uid
    for visit in (a_visit(), a_visit(source_uid=session.uid)):
        assert desk.talk.links.meeting_of(visit) is None
