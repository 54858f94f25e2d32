"""The station says what is asked; nothing typed is lost by it. 请您核对 shows what was said."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages.intake import IntakePage
from liaison_desktop.ui.pages.read_back import ReadBackPanel
from tests.homes import HEAD, StoppedClock, a_desk
from tests.ui.hands import (
    Key,
    Until,
    enter,
    focused,
    press,
    save_keys,
    type_keys,
    type_text,
    words_on,
)


@pytest.fixture
def rule(home: Path, clock: StoppedClock, main: MainWindow, until: Until):
    """Let the head change a rule, and the form follow it."""

    def change(**rules: str) -> None:
        desk = a_desk(home, clock, HEAD)
        desk.settings.change({"field_rules": rules})
        desk.close()
        main.room.ways.settings_changed.emit()
        key, wanted = next(iter(rules.items()))
        until(lambda: main.intake._rules.get(key, "optional") == wanted)

    return change


def test_the_id_number_is_not_asked_unless_the_station_wants_it(page: IntakePage, rule):
    page._fold_more()
    field = page.form.visitors[0].fields["id_no"]
    assert not field.isVisible()

    rule(id_no="optional")
    assert field.isVisible()


def test_a_required_field_refuses_the_save_and_loses_nothing(page: IntakePage, rule, until: Until):
    rule(phone="required")
    type_text("李桂芳")
    page.form.title_line.setFocus()
    type_text("路灯不亮")
    save_keys()
    until(lambda: "联系电话：还没有填写" in words_on(page.view.banner))
    assert focused() is page.form.visitors[0].fields["phone"].control
    assert page.form.visitors[0].name.value() == "李桂芳"
    type_text("13800001234")
    save_keys()
    until(page.saved.isVisible)


def test_the_anonymous_are_not_asked_for_what_is_required(page: IntakePage, rule, until: Until):
    rule(phone="required")
    page.form.visitors[0].anonymous.set_value(True)
    page.form.title_line.setFocus()
    type_text("噪声")
    save_keys()
    until(page.saved.isVisible)


def test_a_hidden_field_that_holds_text_is_shown(page: IntakePage, rule):
    page._fold_more()
    page.form.visitors[0].fields["occupation"].set_value("石桥小学")
    page._typed()
    page.form.follow({"occupation": "hidden", "guardian": "hidden"})
    assert page.form.visitors[0].fields["occupation"].isVisible()
    assert not page.form.visitors[0].fields["guardian"].isVisible()


def test_the_visitor_reads_his_own_words_in_large_type(page: IntakePage, until: Until):
    type_text("某𬱖")
    page.form.title_line.setFocus()
    type_text("路灯不亮")
    page.form.fields["statement"].control.setFocus()
    type_text("<b>三个月</b>了\u202e")
    page.form.more.fields["remark"].set_value("工作人员自己的话")
    page.form.fields["receivers"].set_value("周丽华")
    assert not page.findChildren(ReadBackPanel), "made when it is asked for"
    press(Key.Key_F7)
    until(page.reading.isVisible)
    seen = words_on(page.reading)
    assert "某𬱖" in seen
    assert "<b>三个月</b>了" in seen
    assert "\u202e" not in seen
    assert "工作人员自己的话" not in seen
    assert "周丽华" not in seen
    assert focused() is page.reading.agree

    press(Key.Key_Escape)
    until(page.view.isVisible)
    assert page.form.title_line.value() == "路灯不亮"
    press(Key.Key_F7)
    until(page.reading.isVisible)
    enter()
    until(page.saved.isVisible)


def test_a_scanner_fills_and_never_submits(page: IntakePage):
    line = page.form.visitors[0].name
    for sign in "11010119900307123X":
        QTest.keyClick(line, sign)
    QTest.keyClick(line, Key.Key_Return)
    assert line.value() == "11010119900307123X"
    assert page.view.isVisible()

    page.form.title_line.setFocus()
    type_text("路灯不亮")
    page.view.save.setFocus()
    for sign in "6901234567892":
        QTest.keyClick(page.view.save, sign)
    QTest.keyClick(page.view.save, Key.Key_Return)
    assert not page._is_saving
    assert page.view.isVisible()


def test_several_drafts_are_listed_with_their_titles(page: IntakePage, until: Until):
    for name, title in (("李桂芳", "路灯不亮"), ("王小明", "楼道堆物"), ("赵燕", "水管漏水")):
        until(page.view.isVisible)
        page.form.visitors[0].name.setFocus()
        type_text(name)
        page.form.title_line.setFocus()
        type_text(title)
        press(Key.Key_F2)
        until(lambda: page.form.title_line.value() == "")
    press(Key.Key_F4)
    until(lambda: len(page.start.resume_buttons) == 3)
    seen = words_on(page.start)
    assert "李**" in seen
    assert "楼道堆物" in seen
    assert "李桂芳" not in seen
    page.start.resume_buttons[1].click()
    until(page.view.isVisible)
    assert page.form.title_line.value() == "楼道堆物"


def test_a_draft_is_given_up_by_two_presses(page: IntakePage, until: Until):
    type_text("李桂芳")
    press(Key.Key_F4)
    until(lambda: len(page.start.drop_buttons) == 1)
    page.start.drop_buttons[0].click()
    assert "再按一次" in page.start.drop_buttons[0].text()
    assert len(page.room.desk.drafts.find("visit")) == 1
    page.start.drop_buttons[0].click()
    until(lambda: page.room.desk.drafts.find("visit") == [])


def test_the_papers_follow_the_settings(page: IntakePage, home: Path, clock: StoppedClock):
    desk = a_desk(home, clock, HEAD)
    desk.settings.change({"paper_set": ["receipt"], "receipt_paper": "A5"})
    desk.close()
    type_keys("")
    from tests.builders import a_visit

    visit = a_visit()
    page.room.desk.visits.register(visit)
    [drawn] = page.room.desk.papers.print_set(visit.number, page.room.desk.papers.folder)
    assert drawn.form.startswith("receipt")
