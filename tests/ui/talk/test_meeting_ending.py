"""A meeting is put in order, signed on paper, frozen, added to; or opened again with a reason."""

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import ConsultationState as State
from liaison_desktop.ui.pages.meeting_ending import MeetingEnding
from liaison_desktop.ui.room import Room
from tests.builders import NOON, a_commitment, a_statement
from tests.ui.hands import Until, enter, type_text, words_on
from tests.ui.talk.conftest import Show


@pytest.fixture
def page(room: Room, desk: Desk, meeting: Consultation, show: Show, until: Until) -> MeetingEnding:
    desk.talk.statements.register(a_statement(meeting))
    desk.talk.commitments.register(a_commitment(meeting))
    page = MeetingEnding(room)
    show(page)
    page.open(meeting.uid)
    until(page.finish_button.hasFocus)
    return page


def state(desk: Desk, meeting: Consultation) -> State:
    return desk.talk.meetings.load(meeting.uid).state


def finish(page: MeetingEnding, until: Until) -> None:
    page.finish_button.setFocus()
    enter()
    until(page.ask.isVisible)
    enter()
    until(page.sign_button.isVisible)


def sign(page: MeetingEnding, until: Until) -> None:
    until(page.signed_by.control.hasFocus)
    type_text("刘站长")
    enter()
    enter()
    until(page.adding.isVisible)


def test_what_is_open_is_asked_about_and_never_forbids(
    page: MeetingEnding, desk: Desk, meeting: Consultation, until: Until
) -> None:
    told = words_on(page)
    for words in ("1 条意见没有去向", "1 项承诺未填单位或期限", "4 位参加人没有签到"):
        assert words in told
    finish(page, until)
    assert state(desk, meeting) is State.READY


def test_it_is_signed_from_paper_and_then_only_added_to(
    page: MeetingEnding, desk: Desk, meeting: Consultation, until: Until
) -> None:
    finish(page, until)
    sign(page, until)
    one = desk.talk.meetings.load(meeting.uid)
    assert (one.state, one.signed_by, one.signed_on) == (State.SIGNED, "刘站长", NOON.date())

    until(page.content.control.hasFocus)
    type_text("第三条应为“每季度”。")
    until(lambda: len(desk.drafts.find("meeting_notes")) == 1)
    page.add_button.click()
    until(lambda: "第三条应为" in words_on(page.additions))
    [added] = desk.talk.meetings.load(meeting.uid).additions
    assert added.content == "第三条应为“每季度”。"
    assert desk.drafts.find("meeting_notes") == []


def test_a_signature_says_who(
    page: MeetingEnding, desk: Desk, meeting: Consultation, until: Until
) -> None:
    finish(page, until)
    page.sign_button.click()
    until(lambda: bool(page.signed_by.message))
    assert state(desk, meeting) is State.READY


def test_it_is_opened_again_with_a_reason(
    page: MeetingEnding, desk: Desk, meeting: Consultation, until: Until
) -> None:
    finish(page, until)
    page.reopen_button.click()
    enter()
    assert state(desk, meeting) is State.READY
    type_text("漏记一条")
    enter()
    until(lambda: state(desk, meeting) is State.RECORDING)
    until(page.finish_button.isVisible)


def test_who_signed_and_why_are_there_again(
    page: MeetingEnding, room: Room, desk: Desk, meeting: Consultation, show: Show, until: Until
) -> None:
    finish(page, until)
    until(page.signed_by.control.hasFocus)
    type_text("刘站")
    until(lambda: len(desk.drafts.find("meeting_notes")) == 1)

    again = MeetingEnding(room)
    show(again)
    again.open(meeting.uid)
    until(lambda: again.signed_by.value() == "刘站")
    type_text("长")
    enter()
    enter()
    until(again.adding.isVisible)
    until(lambda: desk.drafts.find("meeting_notes") == [])

    again.why.control.setFocus()
    type_text("听录音")
    until(lambda: [one.body["why"] for one in desk.drafts.find("meeting_notes")] == ["听录音"])


def test_what_was_changed_and_withdrawn_is_shown(
    page: MeetingEnding, desk: Desk, meeting: Consultation, until: Until
) -> None:
    [one] = desk.talk.statements.of(meeting.uid)
    desk.talk.statements.register(a_statement(meeting, "路灯不亮。"))
    one = desk.talk.statements.move(one, None)
    one = desk.talk.statements.correct(one, {"content": "电梯停运四天。"}, "听录音")
    desk.talk.statements.withdraw(one, "重复")
    page.trail.button.click()
    until(lambda: "电梯停运四天" in words_on(page.trail))
    told = words_on(page.trail)
    assert "撤回　原因：重复　发言「电梯停运四天。」" in told
    assert "更正　原因：听录音" in told
    assert " → 电梯停运四天。" in told
    assert "次序" not in told
    assert told.index("撤回") < told.index("听录音")
