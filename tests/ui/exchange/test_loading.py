"""上报装盘 by keys alone, whatever happens to the stick."""

import errno
import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from liaison_desktop.county.county import County
from liaison_desktop.desk.desk import Desk
from liaison_desktop.ui.pages.exchange import ExchangePanel
from tests.homes import CLERK
from tests.ui.exchange.at_the_panel import Hub, OpenPanel, load_onto, see, tab_to
from tests.ui.hands import CTRL, Key, Until, enter, focused, press, type_text, words_on

SAFE = "本机数据没有改动，也没有丢失"


def open_wizard(open_panel: OpenPanel) -> ExchangePanel:
    panel = open_panel(CLERK)
    press(Key.Key_E, CTRL)
    return panel


def test_a_stick_appears_and_one_press_carries_all_to_the_county(
    open_panel: OpenPanel, joined: County, hub: Hub, until: Until
):
    panel = open_panel(CLERK)
    assert "未上报 4 条" in words_on(panel)
    assert "还没有上报过" in words_on(panel)
    said: list[None] = []
    panel._room.ways.changed.connect(lambda: said.append(None))

    press(Key.Key_E, CTRL)
    see(panel, until, "请插入 U 盘")
    enter()
    see(panel, until, "还没有能写的 U 盘")
    stick = hub.plug_in("联络站")
    see(panel, until, "U 盘「联络站」")
    enter()
    see(panel, until, "现在可以拔盘")

    (package,) = stick.iterdir()
    assert package.name in words_on(panel)
    assert "第 1 批，共 4 条，其中新的 4 条" in words_on(panel)
    assert "交到「清河区人大常委会」" in words_on(panel)
    assert joined.receiving.receive(package).applied == 4
    enter()
    see(panel, until, "未上报 0 条")
    assert "今天已上报过" in words_on(panel)
    assert panel.state.sent.item(0, 3).text() == "已装盘待送"
    assert said


def test_what_is_written_is_said_step_by_step(
    open_panel: OpenPanel, joined: County, hub: Hub, until: Until, monkeypatch: pytest.MonkeyPatch
):
    hub.plug_in("联络站")
    panel = open_panel(CLERK)
    said: list[str] = []
    show = panel.load.progress.setText
    monkeypatch.setattr(
        panel.load.progress, "setText", lambda text: (said.append(text), show(text))
    )

    load_onto(panel, until)
    assert not panel.load.sticks._timer.isActive()
    press(Key.Key_Escape)
    assert panel.load.isVisible()
    see(panel, until, "现在可以拔盘")

    assert [text.split("……")[0] for text in said] == ["正在写入", "写完了，正在回读核对"]


def test_of_several_sticks_one_is_chosen_by_keys(
    open_panel: OpenPanel, joined: County, hub: Hub, until: Until
):
    first, second = hub.plug_in("KINGSTON"), hub.plug_in("联络站")
    panel = open_wizard(open_panel)
    see(panel, until, "插着 2 个 U 盘：「KINGSTON」、「联络站」")

    enter()
    see(panel, until, "请先选一个 U 盘")
    press(Key.Key_Down)
    press(Key.Key_Down)
    tab_to(panel.load.load)
    enter()

    see(panel, until, "现在可以拔盘")
    assert not list(first.iterdir())
    assert len(list(second.iterdir())) == 1


def test_a_stick_that_cannot_be_written_to_is_not_offered(
    open_panel: OpenPanel, joined: County, hub: Hub, until: Until
):
    hub.plug_in("LOCKED", "read_only")
    hub.plug_in("FULL", "stick_full")
    panel = open_wizard(open_panel)
    see(panel, until, "插着的 U 盘写不进去")
    assert "「LOCKED」是写保护的" in words_on(panel)
    assert "「FULL」满了" in words_on(panel)
    assert panel.load.sticks.folder is None

    hub.plug_in("联络站")
    see(panel, until, "U 盘「联络站」")
    enter()
    see(panel, until, "现在可以拔盘")


def test_a_folder_serves_where_there_is_no_stick(
    open_panel: OpenPanel, joined: County, tmp_path: Path, until: Until
):
    panel = open_wizard(open_panel)
    see(panel, until, "请插入 U 盘")
    tab_to(panel.load.sticks.other)
    enter()
    (tmp_path / "transfer").mkdir()
    until(lambda: isinstance(focused(), QLineEdit))
    type_text(str(tmp_path / "transfer"))
    enter()
    until(panel.load.load.hasFocus)
    see(panel, until, "写到文件夹")
    enter()

    see(panel, until, "已写好")
    assert "把这个文件拷到 U 盘" in words_on(panel)
    assert "拔盘" not in words_on(panel)
    (package,) = (tmp_path / "transfer").iterdir()
    assert joined.receiving.receive(package).applied == 4


def test_a_stick_pulled_out_is_said_and_the_same_key_tries_again(
    open_panel: OpenPanel, joined: County, hub: Hub, until: Until
):
    """The next package has the next number, carries everything, and the county notes the gap."""
    stick = hub.plug_in("联络站")
    panel = open_wizard(open_panel)
    see(panel, until, "U 盘「联络站」")
    shutil.rmtree(stick)
    enter()
    see(panel, until, "装盘没有完成")

    assert "U 盘不见了" in words_on(panel)
    assert SAFE in words_on(panel)
    assert focused() is panel.load.load
    assert panel.load.load.accessibleName() == "再装一次"
    hub.pull_out()
    see(panel, until, "请插入 U 盘")
    hub.plug_in("联络站")
    see(panel, until, "U 盘「联络站」")
    enter()
    see(panel, until, "现在可以拔盘")
    (package,) = stick.iterdir()
    received = joined.receiving.receive(package)
    assert (received.applied, received.notes) == (4, ("numbers_missing",))
    enter()
    until(lambda: panel.state.sent.rowCount() == 2)
    assert panel.state.sent.item(1, 3).text() == "没有写成"


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("ENOSPC", "U 盘空间不够"),
        ("EROFS", "这里不能写入"),
        ("EIO", "磁盘读写出错"),
        ("ENODEV", "U 盘不见了"),
    ],
)
def test_each_fault_of_a_stick_has_its_sentence_and_nothing_is_lost(
    open_panel: OpenPanel,
    joined: County,
    hub: Hub,
    until: Until,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    said: str,
):
    stick = hub.plug_in("联络站")
    panel = open_panel(CLERK)
    real = os.rename

    def fail(source: Path, target: Path) -> None:
        if str(target).endswith(".liaison"):
            raise OSError(getattr(errno, kind), "")
        real(source, target)

    monkeypatch.setattr(os, "rename", fail)
    load_onto(panel, until)
    see(panel, until, said)

    assert SAFE in words_on(panel)
    assert not list(stick.iterdir())
    tab_to(panel.load.why)
    enter()
    assert str(stick) in panel.load.details.text()
    press(Key.Key_Escape)
    see(panel, until, "未上报 4 条")


def test_a_leftover_of_ours_goes_and_a_file_of_the_name_stays(
    open_panel: OpenPanel, joined: County, hub: Hub, until: Until
):
    stick = hub.plug_in("联络站")
    name = "上报_清河街道_2026-11-20_第1批"
    (stick / f"{name}.liaison").write_text("another's")
    (stick / "上报_清河街道_2026-11-01_第9批.liaison.part").write_text("half")
    panel = open_panel(CLERK)

    load_onto(panel, until)
    see(panel, until, f"{name}-2.liaison")

    assert (stick / f"{name}.liaison").read_text() == "another's"
    assert {path.name for path in stick.iterdir()} == {f"{name}.liaison", f"{name}-2.liaison"}


def test_with_nothing_new_all_that_waits_for_a_receipt_is_carried_again(
    open_panel: OpenPanel, joined: County, hub: Hub, head_desk: Desk, tmp_path: Path, until: Until
):
    """The first stick was lost; nobody has to know what was on it."""
    (tmp_path / "lost").mkdir()
    head_desk.exchange.export(tmp_path / "lost")
    stick = hub.plug_in("联络站")
    panel = open_wizard(open_panel)
    see(panel, until, "没有新的内容，仍可以再装一份")
    assert "不会重复，也不会漏" in words_on(panel)
    see(panel, until, "U 盘「联络站」")
    enter()
    see(panel, until, "第 2 批，共 4 条，其中新的 0 条")
    (package,) = stick.iterdir()
    assert joined.receiving.receive(package).applied == 4


def test_nothing_is_watched_unless_the_wizard_is_in_sight(
    open_panel: OpenPanel, joined: County, hub: Hub, until: Until
):
    panel = open_panel(CLERK)
    timer = panel.load.sticks._timer
    assert not timer.isActive()
    press(Key.Key_E, CTRL)
    until(timer.isActive)
    panel.hide()
    assert not timer.isActive()
    panel.show()
    assert timer.isActive()
    panel.begin()
    panel.load.load.setFocus()
    press(Key.Key_Escape)
    see(panel, until, "未上报 4 条")
    assert not timer.isActive()
