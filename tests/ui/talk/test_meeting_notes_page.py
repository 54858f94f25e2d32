"""会后整理: notes are pasted, looked at, changed by keys, taken over in one act and taken back."""

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.participant import Participant
from liaison_desktop.ui.pages.meeting_notes import MeetingNotes
from liaison_desktop.ui.room import Room
from tests.ui.hands import CTRL, Key, Until, enter, press, save_keys, type_keys, type_text
from tests.ui.talk.conftest import Show

NOTES = "马秀英：电梯停运三天才修。\n没有人回应。\n过路人：建议修路灯。\n赵经理：明天修好。\n闲谈"


@pytest.fixture
def page(room: Room, meeting: Consultation, show: Show, until: Until) -> MeetingNotes:
    page = MeetingNotes(room)
    show(page)
    page.open(meeting.uid)
    until(lambda: page.meeting is not None and page.box.hasFocus())
    return page


def previewed(page: MeetingNotes) -> list[tuple[str, str, str]]:
    return [(row.speaker, str(row.kind), row.content) for row, _noted in page.rows]


def said(desk: Desk, meeting: Consultation) -> list[tuple[str, str, str]]:
    statements = desk.talk.statements.of(meeting.uid)
    return [(one.speaker, str(one.kind), one.content) for one in statements]


def test_notes_become_statements_in_one_act(
    page: MeetingNotes,
    desk: Desk,
    meeting: Consultation,
    people: dict[str, Participant],
    until: Until,
) -> None:
    type_text(NOTES)
    until(lambda: len(page.rows) == 3)
    assert previewed(page)[0] == ("马秀英", "opinion", "电梯停运三天才修。\n没有人回应。")
    assert [row.end for row, _noted in page.rows] == ["", "名单外", ""]
    save_keys()
    until(lambda: len(desk.talk.statements.of(meeting.uid)) == 3)
    statements = desk.talk.statements.of(meeting.uid)
    assert [one.participant_uid for one in statements] == [
        people["马秀英"].uid,
        None,
        people["赵经理"].uid,
    ]
    assert [one.said_at for one in statements] == [None] * 3
    assert len({one.act for one in statements}) == 1
    until(lambda: page.box.value() == "")
    assert desk.drafts.find("meeting_notes") == []

    press(Key.Key_Z, CTRL)
    until(lambda: desk.talk.statements.of(meeting.uid) == [])
    until(lambda: page.box.value() == NOTES)


def test_what_a_line_becomes_is_changed_by_keys(
    page: MeetingNotes, desk: Desk, meeting: Consultation, until: Until
) -> None:
    type_text(NOTES)
    until(lambda: len(page.rows) == 3)
    page.list.setFocus()
    type_keys("4")
    press(Key.Key_Down)
    enter()
    type_text("陈国强")
    enter()
    assert page.list.hasFocus()
    press(Key.Key_Down)
    press(Key.Key_Delete)
    save_keys()
    until(lambda: len(desk.talk.statements.of(meeting.uid)) == 2)
    assert [one[:2] for one in said(desk, meeting)] == [
        ("马秀英", "remark"),
        ("陈国强", "suggestion"),
    ]


def test_the_notes_are_there_again_with_what_was_changed(
    page: MeetingNotes, room: Room, desk: Desk, meeting: Consultation, show: Show, until: Until
) -> None:
    type_text(NOTES)
    until(lambda: len(page.rows) == 3)
    page.list.setFocus()
    type_keys("2")
    until(
        lambda: (
            "suggestion"
            in str(
                desk.drafts.find("meeting_notes")[:1] and desk.drafts.find("meeting_notes")[0].body
            )
        )
    )
    again = MeetingNotes(room)
    show(again)
    again.open(meeting.uid)
    until(lambda: len(again.rows) == 3)
    assert again.box.value() == NOTES
    assert again.rows[0][0].kind == "suggestion"


def test_fifty_thousand_characters_are_taken_over(
    page: MeetingNotes, desk: Desk, meeting: Consultation, until: Until
) -> None:
    text = "\n".join(f"马秀英：第{n}条，{'电梯停运三天才修。' * 11}" for n in range(500))
    assert len(text) > 50_000
    page.box.set_value(text)
    save_keys()
    until(lambda: page.banner.words.text() == "已收入记录 500 条。")
    assert len(desk.talk.statements.of(meeting.uid)) == 500


def test_what_is_too_long_for_one_is_said(page: MeetingNotes, until: Until) -> None:
    page.box.set_value("马秀英：" + "电梯停运三天才修。" * 900)
    until(lambda: len(page.rows) > 1)
    assert "太长" in page.banner.words.text()


def test_what_was_chosen_of_notes_is_there_again_after_an_undo(
    page: MeetingNotes, desk: Desk, meeting: Consultation, until: Until
) -> None:
    type_text(NOTES)
    until(lambda: len(page.rows) == 3)
    page.list.setFocus()
    type_keys("4")
    until(lambda: previewed(page)[0][1] == "remark")
    save_keys()
    until(lambda: len(desk.talk.statements.of(meeting.uid)) == 3)
    until(lambda: page.box.value() == "")
    press(Key.Key_Z, CTRL)
    until(lambda: page.box.value() == NOTES)
    until(lambda: len(page.rows) == 3)
    assert previewed(page)[0][1] == "remark"


def test_notes_are_not_taken_back_from_a_record_that_waits_for_its_signature(
    page: MeetingNotes, desk: Desk, meeting: Consultation, until: Until
) -> None:
    type_text(NOTES)
    until(lambda: len(page.rows) == 3)
    save_keys()
    until(lambda: page.box.value() == "" and len(said(desk, meeting)) == 3)
    desk.talk.meetings.finish(desk.talk.meetings.load(meeting.uid))
    page.open(meeting.uid)
    until(lambda: not page.take_button.isEnabled())
    page.undo()
    answered: list[bool] = []
    page.room.worker.ask(page, lambda: None, lambda _none: answered.append(True))
    until(lambda: bool(answered))
    assert len(said(desk, meeting)) == 3
