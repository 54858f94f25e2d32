"""The lists of 代表日程 in the window: words whole at every size, and what leads on from them."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QScrollArea, QScrollBar, QStyle, QStyleOptionComboBox

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.contact_household import ContactHousehold
from liaison_desktop.model.schedule_words import Rhythm
from liaison_desktop.model.uids import new_uid
from liaison_desktop.ui import theme
from liaison_desktop.ui.cards import RowButton
from liaison_desktop.ui.choice import Choice
from liaison_desktop.ui.pages import schedule as place
from liaison_desktop.ui.pages.roll_panel import RollPanel
from liaison_desktop.ui.pages.roll_panels import HouseholdsPanel, PlanPanel
from liaison_desktop.ui.tokens import SCALES, Tokens
from tests.builders import a_deputy, a_plan_item
from tests.homes import CLERK, StoppedClock, a_desk
from tests.ui.conftest import LogIn, OpenDoor
from tests.ui.hands import CTRL, Key, Until, enter, fill, press, type_text, words_on

PARTS = (place.FIELD_VISITS, place.HOUSEHOLDS, place.ACTIVITIES, place.JOURNAL, place.PLAN)


@pytest.fixture
def desk(home: Path, clock: StoppedClock) -> Iterator[Desk]:
    desk = a_desk(home, clock, CLERK)
    desk.deputies.register(a_deputy("王建国"))
    yield desk
    desk.close()


def room_for_words(choice: Choice) -> int:
    """Return how wide a word can be that stands in a list, without being cut."""
    asked = QStyleOptionComboBox()
    choice.initStyleOption(asked)
    parts = QStyle.SubControl.SC_ComboBoxEditField
    combo = QStyle.ComplexControl.CC_ComboBox
    return choice.style().subControlRect(combo, asked, parts, choice).width()


def no_more_than_is_seen(bars: Sequence[QScrollBar]) -> bool:
    return all(bar.maximum() == 0 for bar in bars)


@pytest.mark.parametrize(
    ("language", "scale"),
    [("chinese", 1.0), ("chinese", max(SCALES)), ("english", 1.0), ("english", max(SCALES))],
)
def test_every_word_of_a_list_can_be_read_whole(
    home: Path,
    open_door: OpenDoor,
    log_in: LogIn,
    until: Until,
    request: pytest.FixtureRequest,
    language: str,
    scale: float,
) -> None:
    theme.apply(Tokens(scale=scale))
    if language == "english":
        request.getfixturevalue("english")
    window = log_in(open_door(home))
    window.resize(1366, 768)
    press(Key.Key_5, CTRL)
    until(lambda: window.page is window.schedule)
    for part in PARTS:
        window.schedule.parts.set_value(part)
        panel = cast(RollPanel, window.schedule.panel(part))
        until(panel.isVisible)
        areas = [one.horizontalScrollBar() for one in panel.findChildren(QScrollArea)]
        until(partial(no_more_than_is_seen, areas))
        for choice in panel.form.findChildren(Choice):
            words = [choice.itemText(place) for place in range(choice.count())]
            widest = max(map(choice.fontMetrics().horizontalAdvance, words))
            assert widest <= room_for_words(choice), (part, words)


def test_a_visit_to_a_contact_household_is_offered_and_stands_with_it(
    home: Path, open_door: OpenDoor, log_in: LogIn, until: Until, desk: Desk
) -> None:
    household = ContactHousehold(
        uid=new_uid(desk.now()),
        station_uid=desk.station.uid,
        name="李桂芳",
        deputy_name="王建国",
    )
    desk.schedule.households.register(household)
    window = log_in(open_door(home))
    press(Key.Key_5, CTRL)
    until(lambda: window.page is window.schedule)
    window.schedule.parts.set_value(place.FIELD_VISITS)
    panel = cast(RollPanel, window.schedule.panel(place.FIELD_VISITS))
    until(panel.form.controls()[0].hasFocus)
    until(lambda: panel._loaded.contacts == ["李桂芳"])
    fill("", "", "", "", "王建国", "和平社区")
    type_text("李桂")
    press(Key.Key_Down)
    enter()
    assert panel.form.fields["visited_name"].value() == "李桂芳"
    panel.save()
    until(lambda: len(desk.schedule.field_visits.find()) == 1)
    [visit] = desk.schedule.field_visits.find()
    assert visit.household_uid == household.uid
    window.schedule.parts.set_value(place.HOUSEHOLDS)
    houses = cast(HouseholdsPanel, window.schedule.panel(place.HOUSEHOLDS))
    houses.open(household.uid)
    until(lambda: "和平社区" in words_on(houses.visits))
    houses.visits.findChildren(RowButton)[0].click()
    until(lambda: panel.isVisible() and panel.chosen is not None)


@pytest.mark.usefixtures("english")
def test_why_a_day_was_put_off_is_said_in_the_language_of_the_screen(
    home: Path, open_door: OpenDoor, log_in: LogIn, until: Until, desk: Desk
) -> None:
    item = a_plan_item(rhythm=Rhythm.QUARTER, starts_on=date(2026, 5, 16))
    desk.schedule.plan_items.register(item)
    window = log_in(open_door(home))
    press(Key.Key_5, CTRL)
    until(lambda: window.page is window.schedule)
    window.schedule.parts.set_value(place.PLAN)
    panel = cast(PlanPanel, window.schedule.panel(place.PLAN))
    panel.open(item.uid)
    until(lambda: "2026-05-18" in words_on(panel.days))
    assert "weekend" in words_on(panel.days)
    assert "周末" not in words_on(panel.days)
