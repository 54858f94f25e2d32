"""记录 typed as a meeting is held: no key is lost, everything is there again, and taken back."""

import pytest
from PySide6.QtCore import Qt

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import ConsultationState, StatementKind
from liaison_desktop.model.participant import Participant
from liaison_desktop.ui.pages.meeting_record import LiveRecord
from liaison_desktop.ui.pages.statement_rows import Keeping
from liaison_desktop.ui.room import Room
from tests.homes import StoppedClock
from tests.ui.hands import CTRL, Key, Until, compose, enter, press, type_keys, type_text
from tests.ui.talk.conftest import Show

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def record(room: Room, meeting: Consultation, show: Show, until: Until) -> LiveRecord:
    record = LiveRecord(room)
    show(record)
    record.open(meeting.uid)
    until(lambda: record.meeting is not None and record.entry.box.hasFocus())
    return record


def is_saved(record: LiveRecord) -> bool:
    return not record.acts.unsaved


def said(desk: Desk, meeting: Consultation) -> list[tuple[str, str, str]]:
    statements = desk.talk.statements.of(meeting.uid)
    return [(one.speaker, str(one.kind), one.content) for one in statements]


def test_enter_notes_and_the_box_is_ready_for_the_next(
    record: LiveRecord,
    desk: Desk,
    meeting: Consultation,
    people: dict[str, Participant],
    until: Until,
) -> None:
    type_keys("@mxy")
    enter()
    type_text("电梯停运三天才修。")
    enter()
    assert [row.content for row in record.list.statements.rows] == ["电梯停运三天才修。"]
    assert record.entry.box.hasFocus()
    press(Key.Key_2, ALT)
    type_text("建议每月公示。")
    press(Key.Key_Return, CTRL)
    until(lambda: is_saved(record))

    assert said(desk, meeting) == [
        ("马秀英", "opinion", "电梯停运三天才修。"),
        ("马秀英", "suggestion", "建议每月公示。"),
    ]
    first = desk.talk.statements.of(meeting.uid)[0]
    assert first.participant_uid == people["马秀英"].uid
    assert (first.item_uid, first.said_at) == (meeting.agenda[0].uid, desk.now())
    assert desk.drafts.find("statement") == []


def test_enter_belongs_to_the_input_method_while_its_text_is_open(record: LiveRecord) -> None:
    type_text("电梯")
    compose("ting")
    enter()
    press(Key.Key_Return, CTRL)
    assert record.list.statements.rows == []
    type_text("停运")
    assert record.entry.box.value() == "电梯停运"


def test_shift_enter_is_a_new_line(
    record: LiveRecord, desk: Desk, meeting: Consultation, until: Until
) -> None:
    type_text("一、电梯")
    press(Key.Key_Return, SHIFT)
    type_text("二、公共收益")
    enter()
    until(lambda: is_saved(record))
    assert said(desk, meeting)[0][2] == "一、电梯\n二、公共收益"


def test_digits_and_signs_are_text(record: LiveRecord) -> None:
    type_keys("3 lou a@b 1/2")
    assert record.entry.box.value() == "3 lou a@b 1/2"
    assert not record.entry.completions.isVisible()


@pytest.mark.parametrize("typed", ["@maxiu ", "@mxy ", "@马 ", "＠马秀英 "])
def test_a_speaker_is_found_by_pinyin_initials_and_characters(
    record: LiveRecord, typed: str, people: dict[str, Participant]
) -> None:
    type_text(typed[:-1])
    assert record.entry.completions.isVisible()
    press(Key.Key_Space)
    assert str(record.entry.speaker.value()) == "马秀英"
    assert record.entry.speaker.value().participant_uid == people["马秀英"].uid
    assert record.entry.box.value() == ""


def test_an_input_method_finds_while_it_is_open(record: LiveRecord) -> None:
    type_text("@")
    compose("chen'g")
    shown = record.entry.completions
    assert [shown.item(n).text() for n in range(shown.count())] == ["1　陈国强（清河小区）"]


def test_an_unknown_speaker_stays_text(
    record: LiveRecord, desk: Desk, meeting: Consultation, until: Until
) -> None:
    type_text("@过路人")
    press(Key.Key_Space)
    type_text("灯不亮。")
    enter()
    until(lambda: is_saved(record))
    [one] = desk.talk.statements.of(meeting.uid)
    assert (one.speaker, one.participant_uid) == ("过路人", None)


@pytest.mark.parametrize("sign", ["/", "、"])
def test_a_phrase_is_put_in_its_place(record: LiveRecord, sign: str) -> None:
    type_text(f"{sign}汇总")
    enter()
    assert record.entry.box.value() == "会后由联络站汇总，按程序转办。"
    assert record.list.statements.rows == []


def test_the_phrases_are_changed_where_they_are_used(
    record: LiveRecord, desk: Desk, until: Until
) -> None:
    type_text("/")
    for _phrase in record.entry.phrases:
        press(Key.Key_Down)
    enter()
    until(record.phrases.field.control.hasFocus)
    record.phrases.field.set_value("请补充说明。")
    press(Key.Key_Return, CTRL)
    until(lambda: desk.settings.load().phrases == ("请补充说明。",))
    until(record.entry.box.hasFocus)
    type_text("/")
    enter()
    assert record.entry.box.value() == "请补充说明。"


def test_an_answer_is_tied_to_the_opinion_and_promised(
    record: LiveRecord, desk: Desk, meeting: Consultation, until: Until
) -> None:
    type_text("电梯停运三天才修。")
    enter()
    press(Key.Key_3, ALT)
    type_keys("@zhao")
    enter()
    type_text("每月 5 日前公示维修记录。")
    press(Key.Key_C, ALT)
    until(record.promise.isVisible)
    type_text("街道办城建办")
    enter()
    type_text("赵经理")
    enter()
    type_text("12-5")
    enter()
    until(lambda: len(desk.talk.commitments.of(meeting.uid)) == 1)

    opinion, answer = desk.talk.statements.of(meeting.uid)
    [promise] = desk.talk.commitments.of(meeting.uid)
    assert answer.answers_uid == opinion.uid
    assert (promise.answer_uid, promise.raised_uid) == (answer.uid, opinion.uid)
    assert (promise.unit_name, promise.person) == ("街道办城建办", "赵经理")
    assert promise.unit_uid == desk.units.find()[0].uid
    assert (promise.due_on.month, promise.due_on.day) == (12, 5)
    until(lambda: "街道办城建办 · 赵经理 · 12月5日前" in record.list.statements.rows[-1].promise)
    until(record.entry.box.hasFocus)


def test_a_promise_may_lack_unit_and_day(
    record: LiveRecord, desk: Desk, meeting: Consultation, until: Until
) -> None:
    press(Key.Key_C, ALT)
    type_text("查一查公共收益")
    press(Key.Key_Return, CTRL)
    until(lambda: len(desk.talk.commitments.of(meeting.uid)) == 1)
    assert desk.talk.commitments.of(meeting.uid)[0].is_incomplete


def test_what_is_typed_is_there_again_with_kind_and_speaker(
    record: LiveRecord, room: Room, desk: Desk, meeting: Consultation, show: Show, until: Until
) -> None:
    press(Key.Key_PageDown, CTRL)
    press(Key.Key_3, ALT)
    type_keys("@zjl")
    enter()
    type_text("正在核对")
    until(lambda: len(desk.drafts.find("statement")) == 1)

    again = LiveRecord(room)
    show(again)
    again.open(meeting.uid)
    until(lambda: again.entry.box.value() == "正在核对")
    assert again.entry.kinds.value() is StatementKind.ANSWER
    assert str(again.entry.speaker.value()) == "赵经理"
    assert again.agenda.value().title == "公共收益公示"


def test_what_cannot_be_saved_stays_and_is_saved_later(
    record: LiveRecord, desk: Desk, meeting: Consultation, until: Until, clock: StoppedClock
) -> None:
    present = desk.talk.meetings.load(meeting.uid)
    desk.talk.meetings.sign(desk.talk.meetings.finish(present), "刘站长", clock.now.date())
    type_text("会后补充")
    enter()
    until(lambda: record.list.statements.rows[-1].keeping is Keeping.FAILED)
    assert record.banner.isVisible()
    assert record.again_button.isVisible()
    until(lambda: [one.body["content"] for one in desk.drafts.find("statement")] == ["会后补充"])


def test_ctrl_z_takes_back_the_last_act(
    record: LiveRecord, desk: Desk, meeting: Consultation, until: Until
) -> None:
    type_text("写错了")
    enter()
    until(lambda: is_saved(record))
    type_text("正在写")
    press(Key.Key_Z, CTRL)
    assert len(desk.talk.statements.of(meeting.uid)) == 1, "text is taken back first"
    press(Key.Key_Z, CTRL)
    until(lambda: desk.talk.statements.of(meeting.uid) == [])
    until(lambda: record.list.statements.rows == [])


def test_statements_are_corrected_moved_and_withdrawn_by_keys(
    record: LiveRecord, desk: Desk, meeting: Consultation, until: Until
) -> None:
    for words in ("一", "二", "三"):
        type_text(words)
        enter()
    until(lambda: is_saved(record))
    press(Key.Key_Up)
    press(Key.Key_Up, ALT)
    until(lambda: [one[2] for one in said(desk, meeting)] == ["一", "三", "二"])
    assert [row.content for row in record.list.statements.rows] == ["一", "三", "二"]
    until(lambda: "换次序" in record.banner.words.text())
    record.list.setFocus()
    press(Key.Key_E)
    type_text("改")
    press(Key.Key_Return, CTRL)
    until(lambda: "改" in said(desk, meeting)[1][2])
    until(lambda: not record.form.isVisible() and record.entry.box.hasFocus())
    until(lambda: "改" in record.list.statements.rows[1].content)
    record.list.setFocus()
    press(Key.Key_Delete)
    type_text("重复")
    enter()
    until(lambda: [one[2] for one in said(desk, meeting)] == ["一", "二"])


def test_a_point_is_added_and_gone_to(
    record: LiveRecord, desk: Desk, meeting: Consultation, until: Until
) -> None:
    record.agenda.begin_adding()
    type_text("电动车充电")
    enter()
    until(lambda: record.agenda.value().title == "电动车充电")
    until(record.entry.box.hasFocus)
    type_text("充电桩太少")
    enter()
    until(lambda: is_saved(record))
    added = desk.talk.meetings.load(meeting.uid).agenda[-1]
    assert added.title == "电动车充电"
    assert desk.talk.statements.of(meeting.uid)[0].item_uid == added.uid


def test_a_planned_meeting_is_opened_first(
    room: Room, desk: Desk, meeting: Consultation, show: Show, until: Until
) -> None:
    planned = desk.talk.meetings.like(meeting, meeting.held_on)
    desk.talk.meetings.register(planned)
    record = LiveRecord(room)
    show(record)
    record.open(planned.uid)
    until(record.open_button.isVisible)
    assert not record.entry.isVisible()
    record.open_button.click()
    until(record.entry.box.hasFocus)
    assert desk.talk.meetings.load(planned.uid).state is ConsultationState.RECORDING


def test_what_is_typed_on_another_day_has_no_clock_time(
    room: Room, desk: Desk, meeting: Consultation, show: Show, until: Until, clock: StoppedClock
) -> None:
    clock.now = clock.now.replace(day=clock.now.day + 1)
    record = LiveRecord(room)
    show(record)
    record.open(meeting.uid)
    until(record.entry.box.hasFocus)
    type_text("补记一条")
    enter()
    until(lambda: is_saved(record))
    [one] = desk.talk.statements.of(meeting.uid)
    assert one.said_at is None
