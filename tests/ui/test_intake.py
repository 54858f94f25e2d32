"""来访登记 through the real window, with keys alone, into a real encrypted home."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.words import (
    Channel,
    Disclosure,
    GuidedTo,
    Handling,
    OtherChannelKind,
    Sex,
    Urgency,
    VisitorKind,
)
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages.intake import IntakePage
from liaison_desktop.ui.printing.folder_printers import FolderPrinters
from liaison_desktop.ui.printing.preview import PreviewDialog
from tests.ui.hands import (
    CTRL,
    Key,
    Until,
    compose,
    enter,
    focused,
    press,
    print_what_is_shown,
    save_keys,
    type_a_visit,
    type_keys,
    type_text,
    words_on,
)


def test_a_visit_is_registered_with_keys_alone(page: IntakePage, other_desk: Desk, until: Until):
    type_a_visit()
    save_keys()

    until(page.saved.isVisible)
    number = page.saved.number.text()
    visit = other_desk.visits.load(number)
    [visitor], [matter] = visit.visitors, visit.matters
    assert (visitor.name, visitor.sex) == ("某𬱖", Sex.FEMALE)
    assert (visitor.phone, visitor.address) == ("13800001234", "和平社区3栋")
    assert (visit.channel, visit.headcount) == (Channel.VISIT, 1)
    assert (matter.title, matter.category) == ("路灯不亮", "城建环资")
    assert matter.statement == "小区门口的路灯坏了。\n晚上看不见。"
    assert matter.handling is Handling.TO_HANDLE
    assert [receiver.name for receiver in visit.receivers] == ["周丽华"]
    assert visit.recorder == "王芳"


def test_after_saving_the_number_is_all_that_is_seen_of_the_visitor(page: IntakePage, until: Until):
    type_a_visit()
    save_keys()
    until(page.saved.isVisible)

    seen = words_on(page.window())
    assert "QHJD-L-2026-0001-" in page.saved.number.text()
    assert page.saved.number.fontInfo().pixelSize() >= 40
    for typed in ("某𬱖", "13800001234", "和平社区", "路灯"):
        assert typed not in seen
    assert "接待代表：名册里没有这位代表，已照写保留" in seen
    assert page.form.visitors[0].name.value() == ""
    assert focused() is page.saved.next


def test_a_name_a_channel_and_a_title_are_enough_and_the_rest_is_to_be_completed(
    page: IntakePage, other_desk: Desk, until: Until
):
    type_text("李桂芳")
    page.form.title_line.setFocus()
    type_text("路灯不亮")
    save_keys()

    until(page.saved.isVisible)
    assert page.saved.to_complete.text() == (
        "待补：联系电话、住址、反映内容（原话原意）、问题类别、处理方式"
    )
    assert other_desk.visits.load(page.saved.number.text()).visitors[0].name == "李桂芳"


def test_three_ways_go_on_from_the_number(page: IntakePage, until: Until, printers: FolderPrinters):
    type_a_visit()
    save_keys()
    until(page.saved.isVisible)

    press(Key.Key_P, CTRL)
    print_what_is_shown(page.window(), until)
    assert all(job.path.read_bytes().startswith(b"%PDF") for job in printers.sent)
    assert "已交给打印机" in page.saved.banner.words.text()

    press(Key.Key_F2)
    until(page.view.isVisible)
    assert focused() is page.form.visitors[0].name
    assert page.form.title_line.value() == ""

    press(Key.Key_Escape)
    until(page.start.isVisible)
    assert page.start.resume_buttons == []


def test_ctrl_p_saves_and_prints_the_set(page: IntakePage, until: Until, printers: FolderPrinters):
    type_a_visit()
    press(Key.Key_P, CTRL)

    print_what_is_shown(page.window(), until)
    assert page.saved.isVisible()
    names = sorted(job.path.name for job in printers.sent)
    number = page.saved.number.text()
    assert names == [f"来访回执_{number}.pdf", f"登记表_{number}.pdf"]


def test_an_anonymous_visitor_needs_no_name(page: IntakePage, other_desk: Desk, until: Until):
    enter()
    press(Key.Key_Space)
    page.form.title_line.setFocus()
    type_text("噪声")
    save_keys()

    until(page.saved.isVisible)
    assert other_desk.visits.load(page.saved.number.text()).visitors[0].is_anonymous


def test_enter_goes_on_from_a_tick_that_it_leaves_out_otherwise(page: IntakePage):
    """A named visitor is not asked whether he is anonymous, but Tab and the mouse lead there."""
    visitor = page.form.visitors[0]
    type_text("李桂芳")
    visitor.anonymous.setFocus()
    enter()
    assert focused() is not visitor.anonymous


def test_a_visitor_who_is_guided_elsewhere_is_asked_where(
    page: IntakePage, other_desk: Desk, until: Until
):
    type_text("李桂芳")
    page.form.title_line.setFocus()
    type_text("官司")
    page.form.handling.setFocus()
    assert not page.form.fields["guided_to"].isVisible()

    type_keys("3")
    enter()
    assert focused() is page.form.fields["guided_to"].control
    type_keys("1")
    save_keys()

    until(page.saved.isVisible)
    [matter] = other_desk.visits.load(page.saved.number.text()).matters
    assert (matter.handling, matter.guided_to) == (Handling.GUIDED, GuidedTo.COURT)


def test_what_was_answered_on_the_spot_is_kept_only_with_that_handling(
    page: IntakePage, other_desk: Desk, until: Until
):
    type_text("李桂芳")
    page.form.title_line.setFocus()
    type_text("问路")
    page.form.handling.setFocus()
    type_keys("1")
    enter()
    type_text("已告知路线。")
    page.form.handling.setFocus()
    type_keys("2")
    save_keys()

    until(page.saved.isVisible)
    [matter] = other_desk.visits.load(page.saved.number.text()).matters
    assert matter.onsite_reply == ""


def test_several_visitors_come_together(page: IntakePage, other_desk: Desk, until: Until):
    type_text("李桂芳")
    press(Key.Key_F6)
    type_text("王建国")
    press(Key.Key_F6)
    type_text("多出来的")
    assert page.form.fields["headcount"].value() == "3"
    page.form.visitors[2].give_up.click()
    page.form.fields["headcount"].set_value("2")
    page.form.title_line.setFocus()
    type_text("加装电梯")
    save_keys()

    until(page.saved.isVisible)
    visit = other_desk.visits.load(page.saved.number.text())
    assert [visitor.name for visitor in visit.visitors] == ["李桂芳", "王建国"]
    assert visit.headcount == 2
    press(Key.Key_F2)
    assert len(page.form.visitors) == 1


EVERYTHING = {
    "visitors": [
        {
            "name": "李桂芳",
            "birth_ym": "1962-05",
            "occupation": "退休",
            "visitor_kind": "voter",
            "constituency": "第三选区",
        }
    ],
    "title": "路灯不亮",
    "request": "尽快修好",
    "people_involved": "1２０",
    "other_channels": [
        {
            "kind": "hotline_12345",
            "ticket_no": "GD-1",
            "raised_on": "11月2日",
            "is_running": True,
        }
    ],
    "may_pass_name": True,
    "may_call_back": False,
    "may_publish_name": True,
    "urgency": "urgent",
    "disclosure": "publishable",
    "place_of_issue": "和平社区",
    "received_at": "11-19 9:30",
    "place": "接待室",
    "remark": "有照片",
}
"""Every field that 更多 folds out, as a draft holds it."""


def test_every_further_field_is_saved(page: IntakePage, other_desk: Desk, until: Until):
    page.form.fill(EVERYTHING)
    save_keys()

    until(page.saved.isVisible)
    visit = other_desk.visits.load(page.saved.number.text())
    [visitor], [matter] = visit.visitors, visit.matters
    [channel] = matter.other_channels
    assert (visitor.birth_ym, visitor.occupation) == ("1962-05", "退休")
    assert (visitor.visitor_kind, visitor.constituency) == (VisitorKind.VOTER, "第三选区")
    assert (matter.request, matter.people_involved) == ("尽快修好", 120)
    assert (channel.kind, channel.ticket_no) == (OtherChannelKind.HOTLINE_12345, "GD-1")
    assert (str(channel.raised_on), channel.is_running) == ("2026-11-02", True)
    assert (matter.may_pass_name, visit.may_call_back, visit.may_publish_name) == (
        True,
        False,
        True,
    )
    assert (matter.urgency, matter.disclosure) == (Urgency.URGENT, Disclosure.PUBLISHABLE)
    assert (matter.place_of_issue, matter.remark) == ("和平社区", "有照片")
    assert (visit.place, f"{visit.received_at:%m-%d %H:%M}") == ("接待室", "11-19 09:30")
    assert visit.is_late_entry


def test_a_number_of_another_channel_wants_the_channel(
    page: IntakePage, other_desk: Desk, until: Until
):
    page.form.visitors[0].name.set_value("李桂芳")
    page.form.title_line.set_value("路灯不亮")
    page.form.more.fields["other_channels.0.ticket_no"].set_value("GD-1")
    save_keys()

    until(lambda: page.form.more.fields["other_channels.0.kind"].level == "danger")
    assert other_desk.visits.find() == []
    until(lambda: "GD-1" in str([one.body for one in other_desk.drafts.find("visit")]))


def test_more_is_one_key_and_is_remembered_for_this_clerk(
    page: IntakePage, main: MainWindow, until: Until
):
    assert not page.form.more.isVisible()

    press(Key.Key_F3)
    assert page.form.more.isVisible()
    assert page.form.visitors[0].fields["birth_ym"].isVisible()

    press(Key.Key_F2)
    assert page.form.more.isVisible()
    assert main.intake._preferences.shows_more("王芳")
    assert not main.intake._preferences.shows_more("刘敏")


def test_attachments_are_hung_on_the_visit_and_one_that_is_gone_is_said(
    page: IntakePage, other_desk: Desk, until: Until, tmp_path: Path
):
    photo = tmp_path / "照片.jpg"
    photo.write_bytes(b"\xff\xd8 not really")
    type_text("李桂芳")
    page.form.title_line.setFocus()
    type_text("路灯不亮")
    page.form.more.attachments.add([str(photo), str(tmp_path / "没有.jpg")])
    save_keys()

    until(page.saved.isVisible)
    visit = other_desk.visits.load(page.saved.number.text())
    assert [a.name for a in other_desk.attachments.find(visit)] == ["照片.jpg"]
    assert "附件 没有.jpg：" in page.saved.to_check.text()


def test_preedit_is_not_saved_half(page: IntakePage, other_desk: Desk, until: Until):
    page.form.title_line.set_value("路灯不亮")
    page.form.visitors[0].name.setFocus()
    type_text("李")
    compose("gui")
    assert QGuiApplication.inputMethod() is not None

    save_keys()

    assert "输入法" in page.view.banner.words.text()
    assert other_desk.visits.find() == []
    type_text("桂芳")
    save_keys()
    until(page.saved.isVisible)
    assert other_desk.visits.load(page.saved.number.text()).visitors[0].name == "李桂芳"


def test_pressing_save_twice_saves_once(
    page: IntakePage, other_desk: Desk, until: Until, printers: FolderPrinters
):
    type_text("李桂芳")
    page.form.title_line.setFocus()
    type_text("路灯不亮")

    page.save()
    page.save()
    page.save_and_print()

    until(page.saved.isVisible)
    rung: list[int] = []
    for turn in range(1, 5):
        page._worker.ask(page, lambda turn=turn: turn, rung.append)
        until(lambda turn=turn: len(rung) == turn)
    assert len(other_desk.visits.find()) == 1
    assert page.window().findChildren(PreviewDialog) == []
    assert printers.sent == []
