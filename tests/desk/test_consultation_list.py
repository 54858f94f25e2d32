"""The list of the meetings tells what of each still waits."""

from datetime import date, timedelta

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.consultation_words import StatementKind, StatementRoute
from liaison_desktop.model.schedule_words import Presence
from tests.builders import NOON, a_commitment, a_consultation, a_participant, a_statement

DAY = NOON.date()


def test_the_last_held_comes_first_and_a_withdrawn_one_not_at_all(desk: Desk):
    early, late, gone = (
        a_consultation(title, held_on=day)
        for title, day in (
            ("去年", date(2025, 3, 4)),
            ("今年", date(2026, 3, 4)),
            ("登记错", date(2026, 5, 1)),
        )
    )
    for one in (late, early, gone):
        desk.talk.meetings.register(one)
    desk.talk.meetings.withdraw(desk.talk.meetings.load(gone.uid), "登记错了")

    assert [row.title for row in desk.talk.meetings.rows()] == ["今年", "去年"]


def test_a_row_counts_who_came_and_what_waits(desk: Desk):
    meeting, other = a_consultation(), a_consultation("另一次")
    for one in (meeting, other):
        desk.talk.meetings.register(one)
    for name, facts in (
        ("马秀英", {"presence": Presence.PRESENT}),
        ("陈国强", {"presence": Presence.ABSENT}),
        ("赵经理", {"presence": Presence.PRESENT, "is_walk_in": True}),
    ):
        desk.talk.participants.register(a_participant(meeting, name, **facts))
    for kind, route in (
        (StatementKind.OPINION, None),
        (StatementKind.SUGGESTION, None),
        (StatementKind.ANSWER, None),
        (StatementKind.OPINION, StatementRoute.NOTED),
    ):
        desk.talk.statements.register(a_statement(meeting, kind=kind, route=route))
    for due in (DAY - timedelta(days=1), DAY, None):
        desk.talk.commitments.register(a_commitment(meeting, due_on=due, unit_name="物业公司"))
    desk.talk.commitments.register(a_commitment(meeting, due_on=DAY))  # of no unit

    counted = {
        row.title: (row.expected, row.present, row.unrouted, row.overdue, row.undated)
        for row in desk.talk.meetings.rows()
    }

    assert counted == {"物业服务民情恳谈会": (2, 2, 2, 1, 2), "另一次": (0, 0, 0, 0, 0)}
