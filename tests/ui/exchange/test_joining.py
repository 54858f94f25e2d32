"""How it stands with the county, and joining one, by keys alone."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from liaison_desktop.county.county import County
from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.words import Role
from tests.builders import a_visit
from tests.homes import CLERK, HEAD, StoppedClock
from tests.ui.exchange.at_the_panel import Hub, OpenPanel, see, tab_to
from tests.ui.hands import Key, Until, enter, focused, press, type_text, words_on


def test_how_long_ago_the_last_one_was_is_said(
    open_panel: OpenPanel, joined: County, head_desk: Desk, clock: StoppedClock, tmp_path: Path
):
    head_desk.exchange.export(tmp_path)
    clock.now += timedelta(days=9)
    head_desk.visits.register(a_visit())

    shown = words_on(open_panel(CLERK))

    assert "未上报 2 条" in shown
    assert "距上次上报 9 天（2026-11-20 12:00，第 1 批）" in shown


def test_a_county_is_joined_in_three_steps_by_keys(
    open_panel: OpenPanel, county: County, hub: Hub, until: Until
):
    stick = hub.plug_in("联络站")
    panel = open_panel(HEAD)
    assert "本站还没有加入县（区）" in words_on(panel)
    enter()
    until(lambda: panel.join.sticks.folder == stick)
    enter()
    see(panel, until, "站点卡已写好")
    assert panel.join.fingerprint.text() == panel._room.desk.exchange.fingerprint

    (card,) = stick.iterdir()
    county.stations.enroll(card, stick / "邀请")
    assert focused() is panel.join.read
    enter()
    until(lambda: isinstance(focused(), QLineEdit))
    type_text(str(stick / "邀请"))
    enter()
    see(panel, until, "清河区人大常委会（QHQ）")
    assert panel._room.desk.exchange.load_county() is None
    until(panel.join.confirm.compared.hasFocus)
    enter()
    enter()
    see(panel, until, "请先打电话核对指纹")
    assert panel._room.desk.exchange.load_county() is None

    press(Key.Key_Space)
    enter()
    enter()
    see(panel, until, "已加入「清河区人大常委会」，现在可以上报装盘。")
    assert focused() is panel.state.load


def test_an_invitation_that_differs_or_is_bad_joins_nothing(
    open_panel: OpenPanel, county: County, head_desk: Desk, hub: Hub, tmp_path: Path, until: Until
):
    head_desk.exchange.write_card(tmp_path / "card")
    county.stations.enroll(tmp_path / "card", tmp_path / "invitation")
    (tmp_path / "cut").write_bytes((tmp_path / "invitation").read_bytes()[:-9])
    panel = open_panel(HEAD)
    enter()
    see(panel, until, "读邀请文件，核对后加入")

    panel.join.look_at(str(tmp_path / "cut"))
    see(panel, until, "这不是完好的邀请文件")
    panel.join.look_at(str(tmp_path / "invitation"))
    until(panel.join.confirm.compared.hasFocus)
    tab_to(panel.join.confirm.differs)
    enter()
    see(panel, until, "没有加入，什么也没有改动")
    press(Key.Key_Escape)
    see(panel, until, "本站还没有加入县（区）")
    assert head_desk.exchange.load_county() is None


def test_a_clerk_writes_the_card_and_leaves_joining_to_the_head(
    open_panel: OpenPanel, county: County, hub: Hub, until: Until
):
    stick = hub.plug_in("联络站")
    panel = open_panel(CLERK)
    enter()
    until(lambda: panel.join.sticks.folder == stick)
    enter()
    see(panel, until, "要由站长或管理员登录后来做")

    assert not panel.join.read.isVisible()
    assert (stick / "站点卡_清河街道.liaison-card").exists()


def test_who_may_only_look_is_offered_nothing(
    open_panel: OpenPanel, joined: County, head_desk: Desk
):
    head_desk.accounts.register("周审", "周审", "白日依山尽黄河入海", [Role.AUDITOR])
    panel = open_panel("周审")

    assert "您的角色只能看" in words_on(panel)
    assert panel.state.main_button() is None
    press_nothing = panel.state.load.isVisible() or panel.state.again.isVisible()
    assert not press_nothing
    panel.open_load()
    assert not panel.load.isVisible()


def test_every_control_has_a_name(open_panel: OpenPanel, joined: County):
    panel = open_panel(HEAD)
    steps = (panel.state, panel.join, panel.load, panel.loaded)
    controls = [
        widget
        for step in steps
        for widget in step.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, QListView)  # of a Choice, named when it opens
    ]

    assert len(controls) > 12
    assert not [widget for widget in controls if not widget.accessibleName()]
