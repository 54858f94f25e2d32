"""已更正: what says something else than when it was noted, and nothing but that."""

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.statements import Routing
from liaison_desktop.model.consultation_words import StatementRoute
from liaison_desktop.model.faults import Refused
from tests.builders import a_consultation, a_statement


def test_only_other_words_are_a_correction(desk: Desk) -> None:
    meeting = a_consultation()
    desk.talk.meetings.register(meeting)
    statements = desk.talk.statements
    for words in ("甲", "乙", "丙"):
        statements.register(a_statement(meeting, words))
    first, second, third = statements.of(meeting.uid)
    statements.move(third, first)
    routed = statements.route(first, Routing(StatementRoute.NOTED, note="已知"))
    assert statements.corrected(meeting.uid) == frozenset()

    once = statements.correct(second, {"content": "乙一"})
    again = statements.correct(once, {"speaker": "陈国强"})
    assert statements.corrected(meeting.uid) == {second.uid}
    statements.correct(again, {"content": second.content, "speaker": second.speaker})
    assert statements.corrected(meeting.uid) == frozenset()

    statements.correct(routed, {"content": "甲一"})
    assert statements.corrected(meeting.uid) == {first.uid}


def test_nothing_is_put_before_what_was_withdrawn_meanwhile(desk: Desk) -> None:
    meeting = a_consultation()
    desk.talk.meetings.register(meeting)
    for words in ("甲", "乙"):
        desk.talk.statements.register(a_statement(meeting, words))
    first, second = desk.talk.statements.of(meeting.uid)
    desk.talk.statements.withdraw(first, "重复")
    with pytest.raises(Refused, match="already_withdrawn"):
        desk.talk.statements.move(second, first)
