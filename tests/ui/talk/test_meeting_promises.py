"""承诺事项 followed until who asked for it was told, by keys."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QScrollArea

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.commitment import Commitment
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import CommitmentState
from liaison_desktop.ui.pages.meeting_promises import MeetingPromises
from liaison_desktop.ui.room import Room
from tests.builders import NOON, a_commitment
from tests.ui.hands import (
    CTRL,
    Key,
    Until,
    chosen_rows,
    enter,
    press,
    save_keys,
    type_keys,
    type_text,
    words_on,
)
from tests.ui.talk.conftest import Show

DAY = NOON.date()

Act = Callable[[str, str], None]


@pytest.fixture
def page(
    room: Room, desk: Desk, meeting: Consultation, show: Show, until: Until
) -> MeetingPromises:
    whole = {"unit_name": "物业公司", "raised_by": "马秀英"}
    for content, due in (("公示记录", DAY), ("修好电梯", DAY - timedelta(days=2))):
        desk.talk.commitments.register(a_commitment(meeting, content, due_on=due, **whole))
    desk.talk.commitments.register(a_commitment(meeting, "查账"))
    page = MeetingPromises(room)
    show(page)
    page.open(meeting.uid)
    until(lambda: bool(page.rows) and next(iter(page.rows.values())).hasFocus())
    return page


def by_words(desk: Desk, meeting: Consultation, content: str) -> Commitment:
    return next(one for one in desk.talk.commitments.of(meeting.uid) if one.content == content)


@pytest.fixture
def act(page: MeetingPromises, desk: Desk, meeting: Consultation, until: Until) -> Act:
    """Go to a promise and press one of its buttons."""

    def press_button(content: str, key: str) -> None:
        page.choose(by_words(desk, meeting, content).uid)
        until(page.panel.buttons[key].isVisible)
        page.panel.buttons[key].setFocus()
        until(page.panel.buttons[key].hasFocus)
        enter()

    return press_button


@pytest.mark.usefixtures("english")
def test_nothing_is_cut_in_the_least_room_in_english(
    room: Room, desk: Desk, meeting: Consultation, show: Show, until: Until
) -> None:
    desk.talk.commitments.register(a_commitment(meeting, "查账"))
    page = MeetingPromises(room)
    show(page)
    page.resize(968, 370)  # what a window of 1093 × 582 leaves
    page.open(meeting.uid)
    until(lambda: bool(page.panel.buttons))
    page.panel.buttons["fill"].click()
    until(lambda: page.width() == 968)
    areas = page.findChildren(QScrollArea)
    assert [area.horizontalScrollBar().maximum() for area in areas] == [0, 0]


def test_what_lacks_a_day_stands_first_then_what_is_late(
    page: MeetingPromises, desk: Desk, meeting: Consultation
) -> None:
    contents = {one.uid: one.content for one in desk.talk.commitments.of(meeting.uid)}
    assert [contents[uid] for uid in page.rows] == ["查账", "修好电梯", "公示记录"]
    assert page.card.badge.text() == "1 项未填"
    assert "超期 2 天" in words_on(page)


def test_the_promise_that_is_told_of_looks_chosen(page: MeetingPromises) -> None:
    first, second, _third = page.rows.values()
    assert chosen_rows(page) == [first.accessibleName()]
    second.click()
    assert chosen_rows(page) == [second.accessibleName()]


def test_unit_and_day_are_filled_in(
    page: MeetingPromises, act: Act, desk: Desk, meeting: Consultation, until: Until
) -> None:
    act("查账", "fill")
    type_text("街道办城建办")
    enter()
    enter()
    type_keys("12-20")
    save_keys()
    until(lambda: not by_words(desk, meeting, "查账").is_incomplete)
    one = by_words(desk, meeting, "查账")
    assert one.unit_uid == desk.units.find()[0].uid
    assert one.due_on == DAY.replace(month=12, day=20)
    until(lambda: not page.card.badge.isVisible())


def test_a_promise_is_followed_to_its_end(
    page: MeetingPromises,
    act: Act,
    desk: Desk,
    meeting: Consultation,
    until: Until,
    tmp_path: Path,
) -> None:
    act("修好电梯", "report")
    type_text("已订零件")
    save_keys()
    until(lambda: bool(by_words(desk, meeting, "修好电梯").progress))
    until(lambda: "已订零件" in words_on(page.panel))
    act("修好电梯", "keep")
    type_text("验收单")
    save_keys()
    until(lambda: by_words(desk, meeting, "修好电梯").state is CommitmentState.KEPT)
    until(lambda: "tell" in page.panel.buttons)
    act("修好电梯", "tell")
    type_keys("3")
    enter()
    type_text("满意")
    save_keys()
    until(lambda: by_words(desk, meeting, "修好电梯").fed_back_on == DAY)
    until(lambda: "满意" in words_on(page.panel))
    act("修好电梯", "publish")
    save_keys()
    until(lambda: by_words(desk, meeting, "修好电梯").published_on == DAY)
    one = by_words(desk, meeting, "修好电梯")
    assert (one.struck_on, one.proof, one.feedback) == (DAY, "验收单", "满意")

    (tmp_path / "验收单.jpg").write_bytes(b"\xff\xd8picture")
    until(lambda: page.panel.promise is not None and page.panel.promise.rev == one.rev)
    page.attach(tmp_path / "验收单.jpg")
    until(lambda: [each.name for each in desk.attachments.find(one)] == ["验收单.jpg"])


def test_a_broken_promise_says_why_and_can_be_undone(
    page: MeetingPromises, act: Act, desk: Desk, meeting: Consultation, until: Until
) -> None:
    act("公示记录", "break")
    save_keys()
    assert page.panel.fields["reason"].message
    type_text("单位撤销")
    save_keys()
    until(lambda: by_words(desk, meeting, "公示记录").state is CommitmentState.BROKEN)
    until(lambda: "strike" in page.panel.buttons)
    press(Key.Key_Z, CTRL)
    until(lambda: by_words(desk, meeting, "公示记录").state is CommitmentState.OPEN)


def test_a_promise_is_added_without_an_answer(
    page: MeetingPromises, desk: Desk, meeting: Consultation, until: Until
) -> None:
    page.add()
    type_text("开放停车场")
    save_keys()
    until(lambda: len(desk.talk.commitments.of(meeting.uid)) == 4)
    until(lambda: not page.line.isVisible() and len(page.rows) == 4)
