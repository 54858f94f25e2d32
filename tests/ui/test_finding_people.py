"""The name box knows who comes again, by name, pinyin, initials or the end of a number."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint

from liaison_desktop.ui.pages.intake import IntakePage
from liaison_desktop.ui.suggestions import Suggestions
from liaison_desktop.ui.theme import colour
from tests.builders import a_visit, a_visitor
from tests.homes import StoppedClock, a_desk
from tests.ui.conftest import LogIn, OpenDoor, at_intake, is_typing_possible
from tests.ui.hands import (
    Key,
    Until,
    compose,
    enter,
    focused,
    press,
    save_keys,
    type_keys,
    type_text,
)


@pytest.fixture
def page(
    home: Path, clock: StoppedClock, open_door: OpenDoor, log_in: LogIn, until: Until
) -> IntakePage:
    desk = a_desk(home, clock)
    desk.visits.register(a_visit(a_visitor("李桂芳", id_no="11010119900307123X")))
    desk.visits.register(a_visit(a_visitor("罗国富", phone="13800009876")))
    desk.close()
    page = at_intake(log_in(open_door(home)))
    until(lambda: is_typing_possible(page))
    return page


def shown(page: IntakePage) -> Suggestions:
    lists = page.view.findChildren(Suggestions)
    return next(each for each in lists if each.accessibleName() == "已知来访人")


def texts(page: IntakePage) -> list[str]:
    found = shown(page)
    return [found.item(row).text() for row in range(found.count())] if found.isVisible() else []


@pytest.mark.parametrize("typed", ["桂芳", "liguifang", "lgf", "1234", "123X"])
def test_a_person_is_found_by_what_the_clerk_knows(page: IntakePage, until: Until, typed: str):
    type_text(typed)
    until(lambda: any("李桂芳" in text for text in texts(page)))
    [text] = [text for text in texts(page) if "李桂芳" in text]
    assert "来过 1 次，上次 2026-11-20" in text
    assert "138****1234" in text
    assert "13800001234" not in text


def test_nothing_beneath_the_list_shines_through_it(page: IntakePage, until: Until):
    type_text("lgf")
    until(lambda: len(texts(page)) == 2)
    rows = shown(page).viewport()
    top = rows.mapTo(page.window(), QPoint(0, 0))
    image = page.window().grab().toImage()
    past_words = range(rows.width() - 7, rows.width() - 1)
    beneath = {
        image.pixelColor(top.x() + x, top.y() + y).name()
        for x in past_words
        for y in range(1, rows.height() - 1)
    }
    assert beneath == {colour("surface").name()}


def test_the_letters_of_an_open_input_method_search_and_choose_nothing(
    page: IntakePage, until: Until
):
    for composed in ("l", "l'g", "l'g'f"):
        compose(composed)
    until(lambda: len(texts(page)) == 2)
    press(Key.Key_1)
    assert page.form.visitors[0].person_uid is None
    compose("")


def test_a_digit_chooses_and_the_visits_are_said(page: IntakePage, until: Until):
    type_text("lgf")
    until(lambda: len(texts(page)) == 2)
    first = texts(page)[0]
    type_keys("1")
    until(lambda: page.form.visitors[0].person_uid is not None)
    name = page.form.visitors[0].name.value()
    assert name in first
    assert "来过 1 次，上次 2026-11-20。资料已填好" in page.view.banner.words.text()


def test_a_digit_is_text_where_digits_are_typed(page: IntakePage, until: Until):
    type_keys("987")
    until(lambda: len(texts(page)) == 1)
    type_keys("6")
    assert page.form.visitors[0].name.value() == "9876"
    assert page.form.visitors[0].person_uid is None


def test_a_digit_before_another_key_is_text(page: IntakePage, until: Until):
    """A scanner is quicker than a hand, and so is 李1234."""
    type_text("lgf")
    until(lambda: len(texts(page)) == 2)
    type_keys("13800009999")
    assert page.form.visitors[0].name.value() == "lgf13800009999"
    assert page.form.visitors[0].person_uid is None


def test_another_choice_takes_back_what_the_first_filled_in(page: IntakePage, until: Until):
    visitor = page.form.visitors[0]
    for digit in "12":
        visitor.name.setFocus()
        visitor.name.set_value("")
        type_text("lgf")
        until(lambda: len(texts(page)) == 2)
        type_keys(digit)
        until(lambda: visitor.person_uid is not None)
    [chosen] = [
        known.person
        for known in page.room.desk.people.suggest("lgf")
        if str(known.person.uid) == visitor.person_uid
    ]
    assert visitor.fields["phone"].value() == chosen.phone
    assert (visitor.fields["address"].value() or "") == chosen.address


def test_what_was_typed_stays_when_somebody_is_chosen(page: IntakePage, until: Until):
    visitor = page.form.visitors[0]
    visitor.fields["phone"].set_value("13800007777")
    visitor.name.setFocus()
    type_text("lgf")
    until(lambda: len(texts(page)) == 2)
    type_keys("1")
    until(lambda: visitor.person_uid is not None)
    assert visitor.fields["phone"].value() == "13800007777"


def test_a_returning_visitor_takes_few_keys(page: IntakePage, until: Until):
    """Three letters, a digit, the matter, its category, its handling, and saved."""
    type_text("lgf")
    until(lambda: len(texts(page)) == 2)
    place = next(n for n, text in enumerate(texts(page), start=1) if "李桂芳" in text)
    type_keys(str(place))
    until(lambda: focused() is page.form.title_line)
    type_text("路灯又不亮了")
    enter()
    type_text("上回修好一个月，又坏了。")
    press(Key.Key_Tab)
    type_keys("6")
    enter()
    enter()
    type_keys("2")
    save_keys()
    until(page.saved.isVisible)
    desk = page.room.desk
    visit = desk.visits.load(page.saved.number.text())
    assert visit.visitors[0].phone == "13800001234"
    assert visit.visitors[0].person_uid == desk.people.suggest("李桂芳")[0].person.uid
    assert page.saved.to_complete.text() == ""
