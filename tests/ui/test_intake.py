"""来访登记 through the real window, with keys alone, into a real encrypted home."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.faults import Unusable
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
from liaison_desktop.ui.suggestions import Suggestions
from tests.builders import a_visit, a_visitor
from tests.homes import StoppedClock, a_desk
from tests.ui.conftest import LogIn, OpenDoor
from tests.ui.hands import (
    CTRL,
    Key,
    Until,
    compose,
    enter,
    fill,
    focused,
    press,
    save_keys,
    type_keys,
    type_text,
)


@pytest.fixture
def page(main: MainWindow) -> IntakePage:
    return main.intake


@pytest.fixture
def other_desk(home: Path, clock: StoppedClock, page: IntakePage):
    """The same home seen from outside the window."""
    desk = a_desk(home, clock)
    yield desk
    desk.close()


def words_on(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def people_shown(page: IntakePage) -> Suggestions:
    """Return the list of known people under the first name."""
    lists = page.view.findChildren(QListWidget)
    [found] = [shown for shown in lists if shown.accessibleName() == "已知来访人"]
    assert isinstance(found, Suggestions)
    return found


def type_a_visit() -> None:
    """Type what the first screen asks, in the order of the desk."""
    fill("某𬱖")
    type_keys("2")
    enter()
    fill("13800001234", "和平社区3栋")
    enter()
    fill("", "路灯不亮")
    type_text("小区门口的路灯坏了。")
    enter()
    type_text("晚上看不见。")
    press(Key.Key_Tab)
    type_keys("6")
    enter()
    fill("周丽华")
    type_keys("2")


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


def test_three_ways_go_on_from_the_number(page: IntakePage, until: Until, shown_files: list[Path]):
    type_a_visit()
    save_keys()
    until(page.saved.isVisible)

    press(Key.Key_P, CTRL)
    until(lambda: len(shown_files) == 2)
    assert all(path.read_bytes().startswith(b"%PDF") for path in shown_files)

    press(Key.Key_F2)
    until(page.view.isVisible)
    assert focused() is page.form.visitors[0].name
    assert page.form.title_line.value() == ""

    press(Key.Key_Escape)
    until(page.start.isVisible)
    assert page.start.resume_buttons == []


def test_ctrl_p_saves_and_prints_the_set(page: IntakePage, until: Until, shown_files: list[Path]):
    type_a_visit()
    press(Key.Key_P, CTRL)

    until(lambda: len(shown_files) == 2)
    assert page.saved.isVisible()
    names = sorted(path.name for path in shown_files)
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


def test_every_further_field_is_saved(page: IntakePage, other_desk: Desk, until: Until):
    page.form.fill(
        {
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
    )
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


REFUSED_NAMES = ["王" * 51, "李\0桂芳", "李\x07", "李\n桂芳"]
"""A lone surrogate is not among them: Qt hands none to Python, and the model refuses it."""


@pytest.mark.parametrize("name", REFUSED_NAMES, ids=["51", "nul", "control", "newline"])
def test_a_name_that_cannot_be_kept_is_refused_at_the_field_and_stays(
    page: IntakePage, other_desk: Desk, until: Until, name: str
):
    page.form.title_line.set_value("路灯不亮")
    page.form.visitors[0].name.set_value(name)
    field = page.form.visitors[0].fields["name"]
    assert field.level == "danger"

    save_keys()

    until(lambda: page.view.banner.isVisible() and page.view.isEnabled())
    assert field.level == "danger"
    assert field.value() == name
    assert focused() is field.control
    assert other_desk.visits.find() == []


def test_a_statement_of_4001_characters_is_refused_and_4000_are_kept(
    page: IntakePage, other_desk: Desk, until: Until
):
    type_text("李桂芳")
    page.form.title_line.set_value("路灯不亮")
    statement = page.form.fields["statement"]
    statement.set_value("𬱖" * 4001)

    assert statement.message == "✕ 最多 4000 个字"
    save_keys()
    until(lambda: page.view.banner.isVisible() and page.view.isEnabled())
    assert other_desk.visits.find() == []

    statement.set_value("𬱖" * 4000)
    assert statement.level != "danger"
    save_keys()
    until(page.saved.isVisible)
    [matter] = other_desk.visits.load(page.saved.number.text()).matters
    assert matter.statement == "𬱖" * 4000


STRANGE = ["🙂", "<b>李</b>", "=cmd|' /C calc'!A0", "李\u202e芳", "ǰ̌", "O’Brien·阿卜杜", "王" * 50]


@pytest.mark.parametrize("name", STRANGE)
def test_strange_names_are_kept_exactly(
    page: IntakePage, other_desk: Desk, until: Until, name: str
):
    type_text(name)
    page.form.title_line.setFocus()
    type_text(name)
    save_keys()

    until(page.saved.isVisible)
    visit = other_desk.visits.load(page.saved.number.text())
    assert visit.visitors[0].name == name
    assert visit.matters[0].title == name


def test_a_direction_mark_is_said_at_the_field(page: IntakePage):
    type_text("李\u202e芳")

    assert "⟦RLO⟧" in page.form.visitors[0].fields["name"].message
    assert page.form.visitors[0].fields["name"].level == "warn"


def test_every_problem_is_said_at_once_and_the_focus_goes_to_the_first(
    page: IntakePage, until: Until
):
    page.form.fields["headcount"].set_value("两个")
    save_keys()

    assert page.view.banner.isVisible()
    said = page.view.banner.words.text()
    for words in ("来访人数：", "姓名：还没有填写", "主题：还没有填写"):
        assert words in said
    assert page.form.fields["headcount"].value() == "两个"
    assert page.form.fields["title"].level == "danger"


def test_a_phone_is_judged_when_it_is_left_and_never_while_it_is_typed(page: IntakePage):
    phone = page.form.visitors[0].fields["phone"]
    phone.control.setFocus()

    type_keys("13800")
    type_keys("00123")
    assert phone.message == ""

    enter()
    assert "不像常见的电话号码" in phone.message
    assert phone.level == "warn"

    phone.control.setFocus()
    type_keys("4")
    assert phone.message == ""
    enter()
    assert phone.message == ""


def test_a_character_that_no_font_has_is_said_when_it_is_typed(page: IntakePage, until: Until):
    type_text("李\U0003fffd")

    name = page.form.visitors[0].fields["name"]
    until(lambda: "〓" in name.message)
    assert name.level == "warn"


def test_a_known_visitor_is_taken_from_the_list(
    home: Path, clock: StoppedClock, open_door: OpenDoor, log_in: LogIn, until: Until
):
    desk = a_desk(home, clock)
    desk.visits.register(a_visit(a_visitor("李桂芳")))
    desk.close()
    page = log_in(open_door(home)).intake
    until(page.view.isVisible)
    shown = people_shown(page)

    type_text("李")
    until(shown.isVisible)
    assert "138****1234" in shown.item(0).text()
    assert shown.currentRow() == -1
    press(Key.Key_Down)
    enter()

    visitor = page.form.visitors[0]
    assert visitor.name.value() == "李桂芳"
    assert visitor.fields["sex"].value() is Sex.FEMALE
    assert visitor.fields["phone"].value() == "13800001234"
    assert visitor.person_uid is not None
    assert focused() is page.form.title_line
    assert not shown.isVisible()
    visitor.name.set_value("李桂")
    assert visitor.person_uid is None


def test_enter_takes_a_new_name_as_typed_though_others_are_known(
    home: Path, clock: StoppedClock, open_door: OpenDoor, log_in: LogIn, until: Until
):
    desk = a_desk(home, clock)
    desk.visits.register(a_visit(a_visitor("李桂芳")))
    desk.close()
    page = log_in(open_door(home)).intake
    until(page.view.isVisible)
    shown = people_shown(page)

    type_text("李")
    until(shown.isVisible)
    press(Key.Key_Escape)
    assert not shown.isVisible()
    assert page.view.isVisible()
    enter()

    assert page.form.visitors[0].name.value() == "李"
    assert page.form.visitors[0].person_uid is None


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
    page: IntakePage, other_desk: Desk, until: Until, shown_files: list[Path]
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
    assert shown_files == []


def test_what_is_typed_is_in_the_store_before_anything_is_saved(
    page: IntakePage, other_desk: Desk, until: Until
):
    type_text("李桂芳")

    until(lambda: bool(other_desk.drafts.find("visit")))
    [draft] = other_desk.drafts.find("visit")
    assert draft.body["visitors"] == [{"name": "李桂芳"}]
    until(lambda: "草稿已自动保存" in page.view.draft_note.whole)
    assert other_desk.visits.find() == []


def test_typing_on_does_not_put_the_keeping_off(page: IntakePage, qtbot: QtBot):
    """The first change starts the time and no later one moves it: who never pauses is kept too."""
    timer = page.keeper.findChild(QTimer)
    assert isinstance(timer, QTimer)
    assert timer.interval() <= 500
    page.form.fields["statement"].control.setFocus()

    type_text("说")
    assert timer.isActive()
    qtbot.waitUntil(lambda: timer.remainingTime() < timer.interval() - 50)
    before = timer.remainingTime()
    type_text("着")

    assert timer.remainingTime() <= before


def test_a_saved_visit_leaves_no_draft(page: IntakePage, other_desk: Desk, until: Until):
    type_text("李桂芳")
    until(lambda: bool(other_desk.drafts.find("visit")))
    page.form.title_line.setFocus()
    type_text("路灯不亮")
    save_keys()

    until(page.saved.isVisible)
    assert other_desk.drafts.find("visit") == []


def test_escape_loses_nothing_and_the_next_visitor_sees_nothing(
    page: IntakePage, other_desk: Desk, until: Until
):
    type_text("李桂芳")
    page.form.title_line.setFocus()
    type_text("路灯不亮")
    press(Key.Key_Escape)

    until(lambda: bool(page.start.resume_buttons))
    assert "李**" in words_on(page.start)
    assert "李桂芳" not in words_on(page.window())

    press(Key.Key_F2)
    assert page.form.visitors[0].name.value() == ""
    assert page.form.title_line.value() == ""

    press(Key.Key_Escape)
    until(lambda: len(page.start.resume_buttons) == 1 and page.start.isVisible())
    enter()
    assert page.form.visitors[0].name.value() == "李桂芳"
    save_keys()
    until(page.saved.isVisible)
    assert other_desk.drafts.find("visit") == []


def test_f2_keeps_the_former_form_as_a_draft(page: IntakePage, other_desk: Desk, until: Until):
    type_text("李桂芳")

    press(Key.Key_F2)

    until(lambda: page.form.visitors[0].name.value() == "")
    assert "已留作草稿" in page.view.banner.words.text()
    until(lambda: bool(other_desk.drafts.find("visit")))


def test_a_draft_that_is_not_wanted_is_gone_for_good(
    page: IntakePage, other_desk: Desk, until: Until
):
    type_text("李桂芳")
    press(Key.Key_Escape)
    until(lambda: bool(page.start.resume_buttons))

    press(Key.Key_Tab)
    press(Key.Key_Space)

    until(lambda: other_desk.drafts.find("visit") == [])
    until(lambda: page.start.resume_buttons == [])


def test_a_form_emptied_by_hand_leaves_no_draft(page: IntakePage, other_desk: Desk, until: Until):
    type_text("李")
    until(lambda: bool(other_desk.drafts.find("visit")))

    press(Key.Key_Backspace)

    until(lambda: other_desk.drafts.find("visit") == [])


def test_closing_the_window_keeps_what_was_typed(
    home: Path, main: MainWindow, clock: StoppedClock, until: Until
):
    type_text("李桂芳")

    main.close()
    main._worker.ask(main, lambda: None, lambda _none: None)
    desk = a_desk(home, clock)

    until(lambda: bool(desk.drafts.find("visit")))
    desk.close()


def fail(*_arguments: object, **_named: object) -> None:
    raise Unusable("disk_full", "liaison.db")


@pytest.mark.parametrize("way_out", ["Esc", "F2", "close"])
def test_a_draft_that_cannot_be_kept_stays_on_the_screen(
    page: IntakePage, until: Until, monkeypatch: pytest.MonkeyPatch, way_out: str
):
    type_text("李桂芳")
    monkeypatch.setattr(page._desk.drafts, "keep", fail)

    if way_out == "close":
        assert not page.window().close()
    else:
        press({"Esc": Key.Key_Escape, "F2": Key.Key_F2}[way_out])

    until(lambda: "磁盘已满" in page.view.banner.words.text())
    assert page.view.isVisible()
    assert page.form.visitors[0].name.value() == "李桂芳"
    assert page.view.draft_note.whole == "草稿没有存上"
    type_text("了")
    assert page.form.visitors[0].name.value() == "李桂芳了"
    monkeypatch.undo()


def test_a_disk_that_fails_loses_no_word(
    page: IntakePage, until: Until, monkeypatch: pytest.MonkeyPatch
):
    type_text("李桂芳")
    page.form.title_line.setFocus()
    type_text("路灯不亮")
    monkeypatch.setattr(page._desk.visits, "register", fail)
    save_keys()

    until(lambda: "磁盘已满" in page.view.banner.words.text())
    assert page.form.title_line.value() == "路灯不亮"
    monkeypatch.undo()
    save_keys()
    until(page.saved.isVisible)
