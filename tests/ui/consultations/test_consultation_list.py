"""The meetings there are, and the way to each of them by keys."""

from datetime import timedelta

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.schedule_words import Presence
from liaison_desktop.ui.cards import RowButton
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages.consultations import ConsultationsPage
from tests.builders import NOON, a_commitment, a_consultation, a_statement
from tests.ui.consultations.conftest import Go
from tests.ui.hands import CTRL, Key, Until, enter, focused, press, type_text, words_on


def rows(page: ConsultationsPage) -> list[str]:
    found = page.list.card.findChildren(RowButton)
    return [row.accessibleName() for row in found if row.isVisible()]


def test_an_empty_place_offers_one_way_on(go: Go, until: Until):
    page = go()

    until(page.list.empty.new_button.hasFocus)
    assert "还没有恳谈会" in words_on(page)
    enter()
    until(lambda: page.view.isVisible() and "新建恳谈会" in words_on(page.view))


def test_a_row_says_what_waits(go: Go, desk: Desk, meeting: Consultation, until: Until):
    [one, *_] = desk.talk.participants.of(meeting.uid)
    desk.talk.participants.sign_in(one, Presence.PRESENT)
    desk.talk.statements.register(a_statement(meeting))
    yesterday = NOON.date() - timedelta(days=1)
    desk.talk.commitments.register(a_commitment(meeting, due_on=yesterday))
    page = go()

    until(lambda: len(rows(page)) == 1)
    [row] = rows(page)
    assert "应到 3，实到 1" in row
    assert meeting.number in row
    words = words_on(page.list)
    assert "承诺超期 1" in words
    assert "意见未定去向 1" in words
    assert "筹备中" in words


def test_a_meeting_is_found_and_opened_by_keys(
    go: Go, desk: Desk, meeting: Consultation, until: Until
):
    other = a_consultation("电动车充电恳谈会", topic="充电")
    desk.talk.meetings.register(other)
    page = go()
    until(lambda: len(rows(page)) == 2)
    type_text("充电")
    until(lambda: len(rows(page)) == 1)
    enter()
    enter()
    until(lambda: page.opened() == other.uid and page.view.isVisible())
    press(Key.Key_Escape)
    until(lambda: page.list.isVisible() and page.opened() is None)


def test_a_meeting_opens_from_elsewhere_and_stands_there_after_a_lock(
    window: MainWindow, meeting: Consultation, until: Until
):
    window.room.ways.to_consultation.emit(meeting.uid)
    until(lambda: window.page is window.consultations)
    until(lambda: window.consultations.view.consultation is not None)

    assert window.standing().consultation == meeting.uid


def test_the_page_is_not_made_before_anybody_asks_for_it(window: MainWindow, until: Until):
    early = [place for place in window.places if place.is_early and not place.is_at_foot]
    until(lambda: all(place in window.made for place in early))

    assert {place.picture for place in window.places if place not in window.made} == {
        "talk",
        "data",
        "settings",
    }


def test_a_new_meeting_is_begun_by_its_key(go: Go, meeting: Consultation, until: Until):
    page = go()
    press(Key.Key_N, CTRL)
    until(page.view.isVisible)
    until(lambda: page.view.isAncestorOf(focused()))
    assert not page.view.parts.isVisible()
    assert page.opened() is None
