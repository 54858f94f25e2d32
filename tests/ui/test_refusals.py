"""What is said at a field, and what is refused there with the text left in place."""

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.ui.pages.intake import IntakePage
from tests.ui.hands import (
    Until,
    enter,
    focused,
    save_keys,
    type_keys,
    type_text,
)

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
