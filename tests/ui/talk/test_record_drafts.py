"""What is typed into a live record is never lost: too long, refused, half corrected, at night."""

from datetime import timedelta

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import StatementKind
from liaison_desktop.model.participant import Participant
from liaison_desktop.ui.pages.meeting_record import LiveRecord
from liaison_desktop.ui.room import Room
from tests.homes import StoppedClock
from tests.ui.hands import Key, Until, enter, press, type_keys, type_text
from tests.ui.talk.conftest import Show
from tests.ui.talk.test_meeting_record import ALT, is_saved, record, said

__all__ = ["record"]


def test_what_is_too_long_stays_in_the_box_and_says_where_it_goes(
    record: LiveRecord, desk: Desk, meeting: Consultation, until: Until
) -> None:
    type_text("很" * 50_000)
    enter()
    assert len(record.entry.box.value()) == 50_000
    assert "50000 字" in record.banner.words.text()
    assert record.list.statements.rows == []
    until(lambda: [len(str(d.body["content"])) for d in desk.drafts.find("statement")] == [50_000])
    assert said(desk, meeting) == []


def test_what_could_not_be_saved_comes_back_as_it_was(
    record: LiveRecord,
    room: Room,
    desk: Desk,
    meeting: Consultation,
    people: dict[str, Participant],
    show: Show,
    until: Until,
    clock: StoppedClock,
) -> None:
    type_keys("@mxy")
    enter()
    type_text("电梯停运三天。")
    enter()
    until(lambda: is_saved(record))
    seen = desk.talk.meetings.finish(desk.talk.meetings.load(meeting.uid))
    cancelled = desk.talk.meetings.withdraw(seen, "重复")
    press(Key.Key_3, ALT)
    type_keys("@zjl")
    enter()
    type_text("明天修好。")
    enter()
    until(lambda: [bool(one.body.get("noted")) for one in desk.drafts.find("statement")] == [True])
    at = clock.now
    clock.now += timedelta(minutes=30)
    desk.talk.meetings.reopen(desk.talk.meetings.undo(cancelled), "补记")

    again = LiveRecord(room)
    show(again)
    again.open(meeting.uid)
    until(lambda: len(desk.talk.statements.of(meeting.uid)) == 2)
    opinion, answer = desk.talk.statements.of(meeting.uid)
    assert (answer.said_at, answer.answers_uid) == (at, opinion.uid)
    assert (answer.speaker, answer.participant_uid) == ("赵经理", people["赵经理"].uid)
    assert answer.speaker_body == "物业公司"


def test_all_that_is_typed_of_a_correction_is_there_again(
    record: LiveRecord, room: Room, desk: Desk, meeting: Consultation, show: Show, until: Until
) -> None:
    type_text("电梯停运三天。")
    enter()
    until(lambda: is_saved(record))
    press(Key.Key_Up)
    press(Key.Key_E)
    record.form.body.set_value("和平社区")
    record.form.kind.set_value(StatementKind.SUGGESTION)
    record.form.reason.set_value("听录音")
    record.form.keeper.touch()
    until(lambda: len(desk.drafts.find("statement")) == 1)

    again = LiveRecord(room)
    show(again)
    again.open(meeting.uid)
    until(again.form.isVisible)
    form = again.form
    assert (form.body.value(), form.kind.value(), form.reason.value()) == (
        "和平社区",
        StatementKind.SUGGESTION,
        "听录音",
    )


def test_what_is_said_after_midnight_still_has_the_time_of_the_clock(
    record: LiveRecord, desk: Desk, meeting: Consultation, until: Until, clock: StoppedClock
) -> None:
    clock.now = clock.now.replace(hour=16, minute=20)  # 00:20 in Shanghai
    type_text("还有一件事。")
    enter()
    until(lambda: is_saved(record))
    assert desk.talk.statements.of(meeting.uid)[0].said_at == clock.now


def test_a_point_that_was_refused_is_still_typed(
    record: LiveRecord, desk: Desk, meeting: Consultation, until: Until
) -> None:
    desk.talk.meetings.correct(desk.talk.meetings.load(meeting.uid), {"place": "二楼"})
    record.agenda.begin_adding()
    type_text("停车")
    enter()
    until(lambda: record.agenda.title.value() == "停车")
    until(lambda: record.meeting is not None and record.meeting.consultation.place == "二楼")
    record.agenda.title.setFocus()
    enter()
    until(lambda: desk.talk.meetings.load(meeting.uid).agenda[-1].title == "停车")


def test_nothing_is_taken_back_of_a_record_that_waits_for_its_signature(
    record: LiveRecord, desk: Desk, meeting: Consultation, until: Until
) -> None:
    type_text("电梯停运三天。")
    enter()
    until(lambda: is_saved(record))
    desk.talk.meetings.finish(desk.talk.meetings.load(meeting.uid))
    record.open(meeting.uid)
    until(lambda: not record.entry.isEnabled())
    record.undo()
    until(lambda: not record.acts._is_undoing)
    assert [one[2] for one in said(desk, meeting)] == ["电梯停运三天。"]
