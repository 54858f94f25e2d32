"""The deliberation body of a 街道: its members and its yearly meeting; a 镇 sees nothing of it."""

from pathlib import Path

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.consultation_words import ConsultationKind, MemberOrigin
from liaison_desktop.model.words import StationKind
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages.body_members import BodyMembersPanel
from liaison_desktop.ui.pages.consultations import MEMBERS
from liaison_desktop.ui.pages.preparing import PreparePanel
from tests.homes import HEAD, StoppedClock, a_desk
from tests.ui.conftest import LogIn, OpenDoor
from tests.ui.consultations.conftest import Go
from tests.ui.hands import (
    CTRL,
    Key,
    Until,
    enter,
    fill,
    press,
    save_keys,
    type_text,
    words_on,
)


@pytest.fixture
def members(go: Go, until: Until) -> BodyMembersPanel:
    page = go()
    page.parts.set_value(MEMBERS)
    until(page.members.form.controls()[0].hasFocus)
    return page.members


def test_a_member_is_registered_by_keys(members: BodyMembersPanel, desk: Desk, until: Until):
    fill("林志明", "", "", "城东村", "村民", "", "第二届", "2024-01-01", "2028-12-31")
    save_keys()
    until(lambda: len(desk.talk.members.find()) == 1)
    [one] = desk.talk.members.find()

    assert (one.name, one.member_origin, one.term_no) == ("林志明", MemberOrigin.RESIDENT, "第二届")
    assert one.serves_on(desk.today())
    until(lambda: "第二届" in words_on(members.list))


def test_what_is_typed_of_a_member_is_kept(members: BodyMembersPanel, desk: Desk, until: Until):
    type_text("黄小英")
    until(lambda: len(desk.drafts.find("body_member")) == 1)


def test_a_term_ends_after_it_begins(members: BodyMembersPanel, until: Until):
    fill("林志明", "", "", "", "", "", "", "2024-01-01", "2023-12-31")
    save_keys()
    until(lambda: "不能早于" in members.form.fields["valid_to"].message)


def test_a_missing_yearly_meeting_is_warned_of_and_prepared(
    members: BodyMembersPanel, desk: Desk, window: MainWindow, until: Until
):
    until(lambda: "2026 年还没有开年度议事会议" in words_on(members))
    assert "应开未开" in words_on(members)
    members.prepare_button.setFocus()
    enter()
    panel = window.consultations.view.part("prepare")
    assert isinstance(panel, PreparePanel)
    until(lambda: "居民议事会议" in panel.form.form.fields["title"].value())
    ticks = panel.form.heard.ticks
    assert len(ticks) >= 2
    until(ticks[0].isVisible)
    ticks[0].setFocus()
    press(Key.Key_Space)
    save_keys()
    until(lambda: len(desk.talk.meetings.newest()) == 1)
    [one] = desk.talk.meetings.newest()
    assert (one.kind, one.is_yearly) == (ConsultationKind.DELIBERATION, True)
    assert [item.is_heard for item in one.heard][:2] == [True, False]

    desk.talk.meetings.open(one)
    view = window.consultations.view
    until(lambda: view.opened() == one.uid)
    view.go_back()
    until(lambda: one.title in words_on(members))
    until(lambda: "还没有听取" in words_on(members))
    assert "应开未开" not in words_on(members)


def test_a_town_sees_no_body(
    home: Path, clock: StoppedClock, open_door: OpenDoor, log_in: LogIn, until: Until
):
    desk = a_desk(home, clock, HEAD)
    desk.stations.correct(desk.stations.load(), {"kind": StationKind.TOWN})
    desk.close()
    window = log_in(open_door(home))
    press(Key.Key_6, CTRL)
    page = window.consultations
    until(page.list.empty.isVisible)

    assert not page.parts.isVisible()
    page.begin_new()
    panel = page.view.part("prepare")
    assert isinstance(panel, PreparePanel)
    assert "is_yearly" not in panel.form.form.fields
    sign_in = page.view.part("sign_in")
    assert sign_in.adding.members.isHidden()  # type: ignore[attr-defined]  # the part of signing in
    kinds = sign_in.card.form.fields["participant_kind"].control  # type: ignore[attr-defined]  # the same
    assert "议事组织成员" not in " ".join(kinds.itemText(n) for n in range(kinds.count()))
