"""People are ticked off with keys as they come; who walks in takes one line."""

from datetime import timedelta

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.body_member import BodyMember
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import ConsultationState, Origin, ParticipantKind
from liaison_desktop.model.schedule_words import Presence
from liaison_desktop.model.uids import new_uid
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages.pick_people import PickDialog
from liaison_desktop.ui.pages.signing_in import SignInPanel
from tests.builders import NOON, STATION_UID, a_participant
from tests.ui.consultations.conftest import Open
from tests.ui.hands import (
    CTRL,
    Key,
    Until,
    enter,
    press,
    save_keys,
    type_keys,
    type_text,
    words_on,
)

HERE, LEAVE, AWAY = Presence.PRESENT, Presence.ON_LEAVE, Presence.ABSENT


def said(desk: Desk, meeting: Consultation) -> dict[str, Presence | None]:
    return {one.name: one.presence for one in desk.talk.participants.of(meeting.uid)}


def test_a_list_is_ticked_off_with_digits(
    signing_in: SignInPanel, desk: Desk, meeting: Consultation, until: Until
):
    assert signing_in.line.hasFocus()
    enter()
    assert signing_in.rows.hasFocus()
    type_keys("123")
    until(lambda: said(desk, meeting) == {"马秀英": HERE, "陈国强": LEAVE, "赵经理": AWAY})

    assert "应到 3　实到 1　请假 1　缺席 1" in words_on(signing_in)
    [first, *_] = desk.talk.participants.of(meeting.uid)
    assert first.signed_at == NOON
    press(Key.Key_Home)
    press(Key.Key_Backspace)
    until(lambda: said(desk, meeting)["马秀英"] is None)
    until(lambda: "应到 3　实到 0　请假 1　缺席 2" in words_on(signing_in))


def test_somebody_is_found_by_letters_and_signed_in_at_once(
    signing_in: SignInPanel, desk: Desk, meeting: Consultation, until: Until
):
    type_keys("cgq")
    assert [one.name for one in signing_in.rows.model_of.rows] == ["陈国强"]
    type_keys("1")
    until(lambda: said(desk, meeting)["陈国强"] is HERE)
    assert signing_in.line.value() == ""
    assert signing_in.line.hasFocus()
    type_text("赵")
    type_keys("3")
    until(lambda: said(desk, meeting)["赵经理"] is AWAY)
    assert said(desk, meeting)["马秀英"] is None


def test_what_is_typed_in_the_list_looks_for_somebody(signing_in: SignInPanel):
    enter()
    type_keys("z")
    assert signing_in.line.hasFocus()
    assert signing_in.line.value() == "z"
    assert [one.name for one in signing_in.rows.model_of.rows] == ["赵经理"]


def test_who_walks_in_takes_one_line(
    signing_in: SignInPanel, desk: Desk, meeting: Consultation, until: Until
):
    press(Key.Key_F7)
    type_text("李桂芳 城东村 13800001234 邀请")
    enter()
    until(lambda: len(said(desk, meeting)) == 4)
    who = desk.talk.participants.of(meeting.uid)[-1]

    assert (who.name, who.body, who.phone) == ("李桂芳", "城东村", "13800001234")
    assert (who.origin, who.presence, who.is_walk_in) == (Origin.INVITED, HERE, True)
    assert who.signed_at == NOON
    until(lambda: signing_in.walk_in.line.value() == "")
    assert "应到 3　实到 1　请假 0　缺席 3" in words_on(signing_in)
    assert signing_in.origins.isHidden()  # of one 产生方式 all that there is to say is said
    assert signing_in.walk_in.line.hasFocus()


def test_before_its_day_a_line_adds_to_the_list(
    desk: Desk, meeting: Consultation, open_part: Open, until: Until
):
    desk.talk.meetings.correct(meeting, {"held_on": NOON.date().replace(day=30)})
    panel = open_part(meeting.uid, "sign_in")
    press(Key.Key_F7)
    type_text("李桂芳 城东村")
    enter()
    until(lambda: len(said(desk, meeting)) == 4)

    who = desk.talk.participants.of(meeting.uid)[-1]
    assert (who.presence, who.is_walk_in, who.origin) == (None, False, Origin.VOLUNTEER)
    until(lambda: "应到 4" in words_on(panel))


def test_a_participant_is_corrected_and_withdrawn_with_a_reason(
    signing_in: SignInPanel, desk: Desk, meeting: Consultation, until: Until
):
    enter()
    enter()
    until(signing_in.card.isVisible)
    assert signing_in.card.form.fields["name"].control.hasFocus()
    type_text("（大）")
    save_keys()
    until(lambda: "马秀英（大）" in said(desk, meeting))
    until(signing_in.rows.hasFocus)
    enter()
    until(signing_in.card.isVisible)
    signing_in.card.withdraw_button.setFocus()
    enter()
    enter()
    assert "请写明原因" in signing_in.card.ask.line.message
    type_text("重复登记")
    enter()
    until(lambda: "马秀英（大）" not in said(desk, meeting))
    until(lambda: len(signing_in.rows.model_of.rows) == 2)


def test_esc_leads_from_the_form_to_the_list_and_then_away(
    signing_in: SignInPanel, window: MainWindow, desk: Desk, until: Until
):
    enter()
    enter()
    until(signing_in.card.isVisible)
    type_text("甲")
    press(Key.Key_Escape)
    until(lambda: signing_in.rows.hasFocus() and not signing_in.card.isVisible())
    assert len(desk.drafts.find("participant")) == 1
    press(Key.Key_Escape)
    until(window.consultations.list.isVisible)


def test_what_is_typed_of_a_participant_is_there_again(
    signing_in: SignInPanel, window: MainWindow, desk: Desk, meeting: Consultation, until: Until
):
    enter()
    enter()
    until(signing_in.card.isVisible)
    type_text("甲")
    signing_in.walk_in.line.set_value("没有加完的 城东村")
    until(lambda: len(desk.drafts.find("participant")) == 2)
    window.consultations.view.parts.set_value("prepare")
    until(lambda: window.consultations.view.part("prepare").isVisible())  # type: ignore[attr-defined]  # a widget
    signing_in._uid = None  # as after a lock: another window knows nothing of this one
    window.consultations.view.parts.set_value("sign_in")
    until(lambda: signing_in.card.form.fields["name"].value() == "马秀英甲")
    until(lambda: signing_in.walk_in.line.value() == "没有加完的 城东村")
    until(lambda: "这是上次没有保存的内容" in words_on(signing_in))
    assert said(desk, meeting).keys() == {"马秀英", "陈国强", "赵经理"}


def test_deputies_and_members_are_added_several_at_once(
    signing_in: SignInPanel, desk: Desk, meeting: Consultation, window: MainWindow, until: Until
):
    member = BodyMember(uid=new_uid(NOON), station_uid=STATION_UID, name="林志明", body="城东村")
    desk.talk.members.register(member)
    signing_in.adding.members.setFocus()
    enter()
    until(lambda: bool(window.findChildren(PickDialog)))
    [dialog] = window.findChildren(PickDialog)
    until(dialog.isVisible)
    type_text("lzm")
    enter()
    assert dialog.list.hasFocus()
    press(Key.Key_Space)
    assert [one.name for one in dialog.chosen()] == ["林志明"]
    press(Key.Key_Return, CTRL)
    until(lambda: "林志明" in said(desk, meeting))
    who = desk.talk.participants.of(meeting.uid)[-1]

    assert (who.participant_kind, who.body) == (ParticipantKind.MEMBER, "城东村")
    until(lambda: "已加入 1 人" in words_on(signing_in))

    until(signing_in.take_back.isVisible)
    window.activateWindow()
    until(window.isActiveWindow)
    signing_in.take_back.setFocus()
    enter()
    until(lambda: "林志明" not in said(desk, meeting))
    until(lambda: "已撤销。" in words_on(signing_in))
    assert not signing_in.take_back.isVisible()


def test_a_cancelled_meeting_is_only_read(
    desk: Desk, meeting: Consultation, open_part: Open, until: Until
):
    desk.talk.meetings.cancel(desk.talk.meetings.load(meeting.uid), "改期")
    panel = open_part(meeting.uid, "sign_in")
    assert isinstance(panel, SignInPanel)
    assert not panel.walk_in.isVisible()
    enter()
    type_keys("1")
    enter()
    assert not panel.card.isVisible()
    assert desk.talk.meetings.load(meeting.uid).state is ConsultationState.CANCELLED
    assert set(said(desk, meeting).values()) == {None}


def test_several_hundred_are_listed_and_found(
    desk: Desk, meeting: Consultation, open_part: Open, until: Until
):
    surnames, given = "赵钱孙李周吴郑王冯陈", "伟芳丽强敏静杰娟勇艳"
    people = [
        a_participant(meeting, f"{a}{b}{c}", place=place)
        for place, (a, b, c) in enumerate(
            ((a, b, c) for a in surnames for b in given for c in given[:4]), start=10
        )
    ]
    desk.talk.participants.register_all(people)
    panel = open_part(meeting.uid, "sign_in")
    assert isinstance(panel, SignInPanel)
    until(lambda: len(panel.rows.model_of.rows) == 403)
    type_keys("zww")
    assert [one.name for one in panel.rows.model_of.rows] == ["赵伟伟", "周伟伟", "郑伟伟"]
    press(Key.Key_Down)
    press(Key.Key_Down)
    type_keys("1")
    until(lambda: said(desk, meeting)["郑伟伟"] is HERE)


def test_who_walks_in_is_saved_under_the_uid_of_what_was_typed(
    signing_in: SignInPanel, desk: Desk, meeting: Consultation, until: Until
):
    press(Key.Key_F7)
    type_text("李桂芳 城东村")
    until(lambda: len(desk.drafts.find("participant")) == 1)
    [draft] = desk.drafts.find("participant")
    enter()
    until(lambda: len(said(desk, meeting)) == 4)

    assert desk.talk.participants.of(meeting.uid)[-1].uid == draft.uid, "a kill doubles nobody"
    assert desk.drafts.find("participant") == []


def test_the_numbers_are_told_by_how_each_came(
    signing_in: SignInPanel, desk: Desk, meeting: Consultation, until: Until
):
    desk.talk.participants.register(a_participant(meeting, "孙立军", origin=Origin.DRAWN))
    signing_in.open(meeting.uid)
    until(lambda: len(signing_in.rows.model_of.rows) == 4)
    signing_in.rows.choose(3)
    signing_in.sign_in(LEAVE)
    told = signing_in.origins.text().replace("\u00a0", " ")
    assert told == "邀请：应到 3 实到 0 请假 0 缺席 3 · 随机抽取：应到 1 实到 0 请假 1 缺席 0"
    assert signing_in.total.text() == "应到 4　实到 0　请假 1　缺席 3"


def test_members_offered_are_those_who_serve_on_the_day_of_the_meeting(
    signing_in: SignInPanel, desk: Desk, meeting: Consultation, window: MainWindow, until: Until
):
    own = {"station_uid": STATION_UID, "body": "城东村"}
    last, first = meeting.held_on + timedelta(days=29), meeting.held_on + timedelta(days=30)
    for name, term in (("林志明", {"valid_to": last}), ("何秋月", {"valid_from": first})):
        desk.talk.members.register(BodyMember(uid=new_uid(NOON), name=name, **own, **term))  # type: ignore[arg-type]  # by name
    desk.talk.meetings.correct(meeting, {"held_on": first})
    signing_in.open(meeting.uid)
    until(lambda: signing_in.meeting is not None and signing_in.meeting.held_on == first)
    signing_in.adding.members.click()
    until(lambda: bool(window.findChildren(PickDialog)))
    [dialog] = window.findChildren(PickDialog)
    until(dialog.isVisible)
    assert "何秋月" in str(list_texts(dialog))
    assert "林志明" not in str(list_texts(dialog))
    dialog.reject()


def list_texts(dialog: PickDialog) -> list[str]:
    model = dialog.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]
