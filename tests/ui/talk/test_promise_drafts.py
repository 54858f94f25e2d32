"""What is typed of an act with a promise is never lost: left, read anew, or killed."""

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.ui.pages.meeting_promises import MeetingPromises
from liaison_desktop.ui.room import Room
from tests.ui.hands import Key, Until, press, save_keys, type_text
from tests.ui.talk.conftest import Show
from tests.ui.talk.test_meeting_promises import Act, act, by_words, page

__all__ = ["act", "page"]

FIELDS = {
    "report": ("words", "已经进场"),
    "keep": ("words", "照片三张"),
    "break": ("reason", "没有资金"),
    "fill": ("person", "赵经理"),
}


def kept(desk: Desk) -> list[tuple[object, object]]:
    return [(one.uid, one.body["act"]) for one in desk.drafts.find("promise_act")]


@pytest.mark.parametrize("key", FIELDS)
def test_what_is_typed_of_an_act_is_there_again_after_a_kill(
    key: str,
    page: MeetingPromises,
    act: Act,
    room: Room,
    desk: Desk,
    meeting: Consultation,
    show: Show,
    until: Until,
) -> None:
    name, words = FIELDS[key]
    act("公示记录", key)
    page.panel.fields[name].control.setFocus()
    until(page.panel.fields[name].control.hasFocus)
    type_text(words)
    until(lambda: kept(desk) == [(by_words(desk, meeting, "公示记录").uid, key)])

    again = MeetingPromises(room)
    show(again)
    again.open(meeting.uid)
    until(lambda: again.panel.act is not None)
    assert again.panel.act is not None
    assert again.panel.act.key == key
    assert again.panel.promise is not None
    assert again.panel.promise.content == "公示记录"
    assert again.panel.fields[name].value() == words
    assert again.banner.isVisible()


def test_a_draft_goes_with_its_act(
    page: MeetingPromises, act: Act, desk: Desk, meeting: Consultation, until: Until
) -> None:
    act("公示记录", "report")
    type_text("已经进场")
    until(lambda: len(kept(desk)) == 1)
    save_keys()
    until(lambda: len(by_words(desk, meeting, "公示记录").progress) == 1)
    until(lambda: page.panel.act is None)
    assert kept(desk) == []


def test_what_is_typed_stays_while_all_is_read_anew_and_another_is_looked_at(
    page: MeetingPromises, act: Act, desk: Desk, meeting: Consultation, until: Until
) -> None:
    act("公示记录", "report")
    type_text("已经进场")
    page.open(meeting.uid)
    until(lambda: page.panel.act is not None and page.panel.promise is not None)
    desk.talk.commitments.correct(by_words(desk, meeting, "公示记录"), {"person": "赵经理"})
    seen = page.panel.promise
    page.open(meeting.uid)
    until(lambda: page.panel.promise is not seen)
    assert page.panel.fields["words"].value() == "已经进场"

    page.choose(by_words(desk, meeting, "修好电梯").uid)
    assert page.panel.act is None
    page.choose(by_words(desk, meeting, "公示记录").uid)
    assert page.panel.fields["words"].value() == "已经进场"
    press(Key.Key_Escape)
    until(lambda: len(kept(desk)) == 1)


def test_a_promise_that_is_typed_here_is_there_again_here(
    page: MeetingPromises, room: Room, desk: Desk, meeting: Consultation, show: Show, until: Until
) -> None:
    page.add()
    until(page.line.fields["content"].control.hasFocus)
    type_text("每月公示")
    until(lambda: len(desk.drafts.find("commitment")) == 1)

    again = MeetingPromises(room)
    show(again)
    again.open(meeting.uid)
    until(lambda: again.line.is_open)
    assert again.line.fields["content"].value() == "每月公示"
