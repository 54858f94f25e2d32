"""A meeting is prepared by keys alone, and nothing typed is lost."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import ConsultationKind, ConsultationState
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages.meeting_ending import MeetingEnding
from liaison_desktop.ui.pages.meeting_parts import ENDING, PREPARE, SIGN_IN
from liaison_desktop.ui.pages.meeting_record import LiveRecord
from liaison_desktop.ui.pages.preparing import PreparePanel
from liaison_desktop.ui.pages.signing_in import SignInPanel
from tests.builders import a_visit
from tests.ui.conftest import LogIn, OpenDoor
from tests.ui.consultations.conftest import Go, press_alt
from tests.ui.hands import CTRL, Key, Until, enter, fill, press, save_keys, type_text, words_on

SHIFT = Qt.KeyboardModifier.ShiftModifier


def begin_new(go: Go, until: Until) -> PreparePanel:
    page = go()
    press(Key.Key_N, CTRL)
    until(page.view.isVisible)
    panel = page.view.part("prepare")
    assert isinstance(panel, PreparePanel)
    until(panel.form.controls()[0].hasFocus)
    return panel


def the_only_one(desk: Desk) -> Consultation:
    [one] = desk.talk.meetings.newest()
    return one


def test_a_meeting_is_prepared_by_keys_alone(go: Go, desk: Desk, until: Until):
    panel = begin_new(go, until)
    fill("物业服务恳谈会", "物业服务", "", "12-03", "9：00", "11:00", "二楼议事厅", "刘敏")
    fill("王建国", "主席", "40", "10", "10", "20")
    for _ in range(6):
        enter()
    while not panel.form.agenda.add_button.hasFocus():
        press(Key.Key_Tab)
    enter()
    fill("物业评价", "公共收益", "充电桩")
    save_keys()
    until(lambda: bool(desk.talk.meetings.newest()))
    one = the_only_one(desk)

    assert (one.title, one.topic, one.held_on) == ("物业服务恳谈会", "物业服务", date(2026, 12, 3))
    assert (one.starts, one.ends, one.place) == ("09:00", "11:00", "二楼议事厅")
    assert (one.host, one.host_post, one.recorder) == ("王建国", "主席", "刘敏")
    assert (one.size, one.volunteers, one.invited, one.drawn) == (40, 10, 10, 20)
    assert [item.title for item in one.agenda] == ["物业评价", "公共收益", "充电桩"]
    assert one.kind is ConsultationKind.SENTIMENT
    until(lambda: one.number in words_on(panel.window()))
    until(lambda: "正好是规模" in words_on(panel))
    until(lambda: f"公告最迟 {one.notice_by}" in words_on(panel))
    assert desk.drafts.find("consultation") == []


def test_the_agenda_is_moved_renamed_and_cut_by_keys(
    preparing: PreparePanel, desk: Desk, meeting: Consultation, until: Until
):
    agenda = preparing.form.agenda
    agenda.fields[1].control.setFocus()
    press_alt(Key.Key_Up)
    assert agenda.fields[0].control.hasFocus()
    type_text("（新装）")
    agenda.fields[1].control.setFocus()
    enter()
    fill("其他")
    agenda.remove(1)
    save_keys()

    def kept() -> list[tuple[object, str]]:
        return [(one.uid, one.title) for one in desk.talk.meetings.load(meeting.uid).agenda]

    until(lambda: [title for _uid, title in kept()] == ["充电桩（新装）", "其他"])
    assert kept()[0][0] == meeting.agenda[1].uid


def test_what_is_typed_survives_and_is_offered_again(
    go: Go,
    desk: Desk,
    until: Until,
    window: MainWindow,
    home: Path,
    open_door: OpenDoor,
    log_in: LogIn,
):
    panel = begin_new(go, until)
    fill("还没想好的恳谈会")
    panel.form.agenda.add()
    type_text("第一项")
    until(lambda: len(desk.drafts.find("consultation")) == 1)
    page = window.consultations
    page.view.go_back()
    until(lambda: "还没想好的恳谈会" in words_on(page.list))

    page.list.card.rows.itemAt(0).widget().click()  # type: ignore[union-attr]  # a row
    until(lambda: panel.form.form.fields["title"].value() == "还没想好的恳谈会")
    until(lambda: "这是上次没有保存的内容" in words_on(panel))
    assert [title for _uid, title in panel.form.agenda.value()] == ["第一项"]
    panel.form.form.fields["held_on"].set_value("2026-12-03")
    panel.save()
    until(lambda: [one.title for one in desk.talk.meetings.newest()] == ["还没想好的恳谈会"])
    until(lambda: desk.drafts.find("consultation") == [])


def test_what_is_typed_into_a_saved_meeting_is_kept_while_it_is_left(
    preparing: PreparePanel, desk: Desk, meeting: Consultation, window: MainWindow, until: Until
):
    preparing.form.form.fields["place"].control.setFocus()
    type_text("和新院子")
    view = window.consultations.view
    view.parts.set_value("sign_in")
    until(lambda: [one.uid for one in desk.drafts.find("consultation")] == [meeting.uid])
    view.go_back()
    until(window.consultations.list.isVisible)
    window.consultations.open_consultation(meeting.uid)
    until(lambda: "和新院子" in preparing.form.form.fields["place"].value())

    assert desk.talk.meetings.load(meeting.uid).place == "二楼议事厅"


def test_what_is_wrong_is_said_at_its_field(preparing: PreparePanel, desk: Desk, until: Until):
    fields = preparing.form.form.fields
    fields["ends"].set_value("08:00")
    preparing.save()
    until(lambda: "不能早于 09:00" in fields["ends"].message)
    fields["ends"].set_value("11:00")
    fields["held_on"].set_value("哪天再说")
    preparing.save()
    until(lambda: fields["held_on"].message != "")
    assert fields["held_on"].control.hasFocus()
    fields["held_on"].set_value("2026-12-03")
    fields["size"].set_value("四十")
    preparing.save()
    until(lambda: fields["size"].message != "")
    assert "人数请填数字" in words_on(preparing)
    fields["size"].set_value("10")
    fields["volunteers"].set_value("12")
    assert "比规模多 2 人" in words_on(preparing)
    fields["title"].set_value("")
    preparing.save()
    until(lambda: "还没有填写" in fields["title"].message)


def test_a_late_notice_is_said_and_saved(preparing: PreparePanel, desk: Desk, until: Until):
    fields = preparing.form.form.fields
    fields["held_on"].set_value("2026-12-03")
    fields["announced_on"].set_value("2026-12-02")
    preparing.save()
    until(lambda: "晚了" in words_on(preparing))
    assert fields["announced_on"].level == "warn"
    assert the_only_one(desk).announced_on == date(2026, 12, 2)


def test_a_matter_is_linked_by_its_number_or_by_a_word_and_opens(
    preparing: PreparePanel, desk: Desk, meeting: Consultation, window: MainWindow, until: Until
):
    visit = a_visit()
    desk.visits.register(visit)
    number = visit.matters[0].number
    linked = preparing.form.linked
    linked.line.setFocus()
    fill("QHJD-X-0000")
    until(lambda: "没有这个编号" in linked.field.message)
    linked.line.set_value("")
    fill(number)
    until(lambda: [one[1] for one in linked.value()] == [number])
    linked.set_value([])
    type_text("路灯")
    until(lambda: linked.suggestions.count() == 1)
    press(Key.Key_Down)
    enter()
    until(lambda: [one[1] for one in linked.value()] == [number])
    save_keys()
    until(lambda: len(desk.talk.meetings.load(meeting.uid).linked) == 1)
    assert desk.talk.meetings.from_matter(visit.matters[0].uid)[0].uid == meeting.uid
    until(lambda: number in str([one[1] for one in linked.value()]))
    linked.opening.emit(number)
    until(lambda: window.page is window.matters)


def test_a_new_meeting_is_copied_from_an_earlier_one(
    go: Go, desk: Desk, meeting: Consultation, until: Until
):
    panel = begin_new(go, until)
    until(panel.copying.isVisible)
    fill("第四季度恳谈会")
    panel.copying.choice.set_value(meeting.uid)
    panel.copying.choice.setFocus()
    enter()
    until(lambda: len(panel.form.agenda.value()) == 2)

    fields = panel.form.form.fields
    assert fields["title"].value() == "第四季度恳谈会"
    assert fields["place"].value() == "二楼议事厅"
    assert fields["held_on"].value() == ""
    fields["held_on"].set_value("12-03")
    panel.save()
    until(lambda: len(desk.talk.meetings.newest()) == 2)
    copy = desk.talk.meetings.newest()[0]
    assert [item.title for item in copy.agenda] == ["物业评价", "充电桩"]
    assert copy.agenda[0].uid != meeting.agenda[0].uid


def test_the_head_leads_on_from_state_to_state(
    preparing: PreparePanel, desk: Desk, meeting: Consultation, window: MainWindow, until: Until
):
    view = window.consultations.view

    def state() -> ConsultationState:
        return desk.talk.meetings.load(meeting.uid).state

    preparing.form.form.fields["place"].set_value("三楼")
    until(lambda: len(desk.drafts.find("consultation")) == 1)
    view.lead_button.setFocus()
    enter()
    until(lambda: state() is ConsultationState.RECORDING)
    until(lambda: "开始记录，时间已记下" in words_on(view) and "记录中" in words_on(view))
    assert len(desk.drafts.find("consultation")) == 1
    view.lead_button.setFocus()
    enter()
    ending = view.part(ENDING)
    assert isinstance(ending, MeetingEnding)
    until(ending.finish_button.hasFocus)
    assert not view.lead_button.isVisible()
    enter()
    until(ending.ask.isVisible)
    assert "还有 3 位参加人没有签到" in words_on(ending.ask)
    assert state() is ConsultationState.RECORDING
    press(Key.Key_Tab, CTRL)
    until(view.lead_button.isVisible)
    press(Key.Key_Tab, CTRL | SHIFT)
    until(lambda: not view.lead_button.isVisible())
    ending.ask.yes.click()
    until(lambda: state() is ConsultationState.READY)
    until(ending.sign_button.isVisible)
    assert not view.lead_button.isVisible()


def test_a_meeting_is_called_off_with_a_reason_and_taken_up_again(
    preparing: PreparePanel, desk: Desk, meeting: Consultation, window: MainWindow, until: Until
):
    view = window.consultations.view
    button = view._acts.itemAt(0).widget()
    button.setFocus()  # type: ignore[union-attr]  # a button
    enter()
    until(view.ask.isVisible)
    enter()
    assert "请写明原因" in view.ask.line.message
    fill("改期另开")
    until(lambda: "已取消" in words_on(view))
    assert desk.talk.meetings.load(meeting.uid).state is ConsultationState.CANCELLED
    until(lambda: not preparing.form.isEnabled())
    until(lambda: view.lead_button.accessibleName() == "恢复会议")
    view.lead_button.setFocus()
    enter()
    until(lambda: desk.talk.meetings.load(meeting.uid).state is ConsultationState.PLANNED)
    until(preparing.form.isEnabled)


def test_the_parts_are_turned_by_keys(preparing: PreparePanel, window: MainWindow, until: Until):
    view = window.consultations.view
    sign_in = view.part(SIGN_IN)
    assert isinstance(sign_in, SignInPanel)
    press(Key.Key_Tab, CTRL)
    until(sign_in.line.hasFocus)
    press(Key.Key_Tab, CTRL | SHIFT)
    until(preparing.isVisible)
    assert view.parts.value() == PREPARE


def test_the_record_has_the_keys_again_when_it_is_turned_to(
    go: Go, desk: Desk, meeting: Consultation, until: Until
):
    desk.talk.meetings.open(desk.talk.meetings.load(meeting.uid))
    page = go()
    page.open_consultation(meeting.uid)
    until(lambda: page.view.consultation is not None)
    record = page.view.part("record")
    assert isinstance(record, LiveRecord)
    until(record.entry.box.hasFocus)
    press(Key.Key_Tab, CTRL | SHIFT)
    until(lambda: not record.isVisible())
    press(Key.Key_Tab, CTRL)
    until(record.isVisible)
    until(record.entry.box.hasFocus)
    page.view.parts.set_value(SIGN_IN)
    until(lambda: not record.isVisible())
    page.view.parts.setFocus()
    page.view.parts.set_value("record")
    until(record.isVisible)
    until(record.entry.box.hasFocus)
