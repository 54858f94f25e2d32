"""What is typed of a reason is never lost: it stands there after a kill, and goes with its act."""

from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.ui.pages.consultation_view import ConsultationView
from liaison_desktop.ui.pages.meeting_ending import MeetingEnding
from liaison_desktop.ui.pages.meeting_record import LiveRecord
from liaison_desktop.ui.pages.reason_ask import ReasonPanel
from liaison_desktop.ui.pages.signing_in import SignInPanel
from liaison_desktop.ui.room import Room
from tests.builders import a_consultation, a_statement
from tests.ui.hands import Until, enter, type_text
from tests.ui.talk.conftest import Show


def kept(desk: Desk) -> list[tuple[object, object]]:
    return [(one.body["act"], one.body["reason"]) for one in desk.drafts.find("reason")]


@pytest.fixture
def said(desk: Desk, meeting: Consultation) -> UUID:
    one = a_statement(meeting)
    desk.talk.statements.register(one)
    return one.uid


def a_record(room: Room, meeting: Consultation, show: Show, until: Until) -> LiveRecord:
    record = LiveRecord(room)
    show(record)
    record.open(meeting.uid)
    until(lambda: record.meeting is not None)
    return record


def asked(record: LiveRecord, said: UUID, until: Until) -> ReasonPanel:
    record.list.setFocus()
    record.list.choose(said)
    record.at_rows.ask_withdraw(said)
    until(record.ask.line.control.hasFocus)
    return record.ask


def test_why_a_statement_is_withdrawn_stands_there_after_a_kill_and_goes_with_it(
    room: Room, desk: Desk, meeting: Consultation, said: UUID, show: Show, until: Until
) -> None:
    asked(a_record(room, meeting, show, until), said, until)
    type_text("记重了")
    until(lambda: kept(desk) == [("withdraw", "记重了")])

    again = a_record(room, meeting, show, until)
    until(again.ask.isVisible)
    until(lambda: again.ask.line.value() == "记重了")
    again.ask.line.control.setFocus()
    enter()
    until(lambda: desk.talk.statements.of(meeting.uid) == [])
    until(lambda: again.ask.isHidden() and kept(desk) == [])


def test_a_reason_that_is_given_up_waits_until_the_same_is_asked(
    room: Room, desk: Desk, meeting: Consultation, said: UUID, show: Show, until: Until
) -> None:
    record = a_record(room, meeting, show, until)
    ask = asked(record, said, until)
    type_text("听错了")
    ask.no.click()
    until(lambda: kept(desk) == [("withdraw", "听错了")])

    again = a_record(room, meeting, show, until)
    again.room.worker.ask(again, lambda: None, lambda _none: again.setProperty("is_read", True))
    until(lambda: again.property("is_read") is True)
    assert again.ask.isHidden()
    asked(again, said, until)
    until(lambda: again.ask.line.value() == "听错了")


def test_a_reason_is_kept_when_the_page_is_left(
    room: Room, desk: Desk, meeting: Consultation, said: UUID, show: Show, until: Until
) -> None:
    record = a_record(room, meeting, show, until)
    asked(record, said, until)
    type_text("记重了")
    left: list[bool] = []
    record.put_down(lambda: left.append(True))
    until(lambda: left == [True])
    assert kept(desk) == [("withdraw", "记重了")]


def test_a_refused_act_leaves_its_reason_where_it_is(
    room: Room, desk: Desk, meeting: Consultation, said: UUID, show: Show, until: Until
) -> None:
    record = a_record(room, meeting, show, until)
    asked(record, said, until)
    type_text("记重了")
    desk.talk.statements.correct(desk.talk.statements.load(said), {"content": "另一句。"}, "听录音")
    enter()
    until(record.banner.isVisible)
    assert record.ask.isVisible()
    assert record.ask.line.value() == "记重了"
    until(lambda: kept(desk) == [("withdraw", "记重了")])


def test_why_a_record_is_opened_again_stands_there(
    room: Room, desk: Desk, meeting: Consultation, show: Show, until: Until
) -> None:
    desk.talk.meetings.finish(desk.talk.meetings.load(meeting.uid))
    page = MeetingEnding(room)
    show(page)
    page.open(meeting.uid)
    until(page.reopen_button.isVisible)
    page.reopen_button.click()
    type_text("还有一条")
    until(lambda: kept(desk) == [("reopen", "还有一条")])

    again = MeetingEnding(room)
    show(again)
    again.open(meeting.uid)
    until(lambda: again.ask.line.value() == "还有一条")
    assert again.ask.isVisible()
    again.ask.yes.click()
    until(again.finish_button.isVisible)
    until(lambda: kept(desk) == [])


@pytest.mark.parametrize("act", ["cancel", "withdraw"])
def test_why_a_meeting_is_called_off_or_withdrawn_stands_there(
    act: str, room: Room, desk: Desk, show: Show, until: Until
) -> None:
    planned = a_consultation("停车恳谈会")
    desk.talk.meetings.register(planned)

    def opened() -> ConsultationView:
        view = ConsultationView(room)
        show(view)
        view.open(planned.uid)
        until(lambda: view.consultation is not None)
        return view

    view = opened()
    at = {"cancel": 0, "withdraw": 1}[act]
    _button(view, at).click()
    until(view.ask.line.control.hasFocus)
    type_text("下雨")
    until(lambda: kept(desk) == [(act, "下雨")])

    again = opened()
    until(lambda: again.ask.line.value() == "下雨")
    assert again.ask.isVisible()
    again.ask.yes.click()
    until(lambda: kept(desk) == [])
    until(again.ask.isHidden)


def _button(view: ConsultationView, place: int) -> QWidget:
    item = view._acts.itemAt(place)
    assert item is not None
    button = item.widget()
    assert button is not None
    return button


def test_why_a_participant_is_withdrawn_stands_there(
    room: Room, desk: Desk, meeting: Consultation, show: Show, until: Until
) -> None:
    page = SignInPanel(room)
    show(page)
    page.open(meeting.uid)
    until(lambda: page.rows.model_of.rowCount() == 4)
    page.rows.choose(1)
    page.correct()
    until(page.card.isVisible)
    page.card.withdraw_button.click()
    until(page.card.ask.line.control.hasFocus)
    type_text("登错了")
    until(lambda: kept(desk) == [("withdraw", "登错了")])

    again = SignInPanel(room)
    show(again)
    again.open(meeting.uid)
    until(again.card.ask.isVisible)
    until(lambda: again.card.ask.line.value() == "登错了")
    assert again.card.chosen is not None
    assert again.card.chosen.name == "马秀英"
    again.card.ask.yes.click()
    until(lambda: len(desk.talk.participants.of(meeting.uid)) == 3)
    until(lambda: kept(desk) == [])
