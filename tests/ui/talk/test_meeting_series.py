"""历次: all that was said and promised on one topic, over several meetings."""

from datetime import timedelta

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.statements import Routing
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import StatementRoute
from liaison_desktop.ui.cards import RowButton
from liaison_desktop.ui.pages.meeting_series import MeetingSeries
from liaison_desktop.ui.room import Room
from tests.builders import NOON, a_commitment, a_consultation, a_statement
from tests.ui.hands import Until
from tests.ui.talk.conftest import Show


def test_a_series_shows_every_meeting_on_the_topic(
    room: Room, desk: Desk, meeting: Consultation, show: Show, until: Until
) -> None:
    earlier = a_consultation("上次恳谈会", held_on=NOON.date() - timedelta(days=90))
    other = a_consultation("别的会", topic="停车")
    for one in (earlier, other):
        desk.talk.meetings.register(one)
    old, new = a_statement(earlier, "电梯老坏。"), a_statement(meeting, "电梯又坏了。")
    for statement in (old, new, a_statement(other, "没地方停车。")):
        desk.talk.statements.register(statement)
    desk.talk.commitments.register(a_commitment(earlier, "年内大修"))
    desk.talk.statements.route(old, Routing(StatementRoute.TO_HANDLE))
    asked: list[str] = []
    room.ways.to_matter.connect(asked.append)

    page = MeetingSeries(room)
    show(page)
    page.open(meeting.uid)
    until(lambda: len(page.cards) == 2)

    assert page.told.text() == "“物业服务”历次恳谈 2 次：意见建议 2 条，承诺 1 项"
    assert "上次恳谈会" in page.cards[1].heading.text()
    rows = [row.accessibleName() for card in page.cards for row in card.findChildren(RowButton)]
    assert [name.split("　")[0] for name in rows] == ["电梯又坏了。", "电梯老坏。", "① 年内大修"]
    page.cards[1].findChildren(RowButton)[0].click()
    until(lambda: bool(asked))
    assert asked == [desk.visits.find_from(earlier.uid)[0].matters[0].number]
