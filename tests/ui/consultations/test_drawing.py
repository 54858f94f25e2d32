"""Who takes part is drawn from a roster, seen beforehand, and kept in one act."""

from pathlib import Path

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import Origin
from liaison_desktop.model.random_draw import draw
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages.drawing import DrawDialog
from liaison_desktop.ui.pages.preparing import PreparePanel
from tests.ui.hands import CTRL, Key, Until, enter, focused, press, save_keys, type_text, words_on

LINES = [
    f"{name},{village}"
    for name, village in (
        ("马秀英", "和平社区"),
        ("陈国强", "和平社区"),
        ("林志明", "城东村"),
        ("黄小英", "城东村"),
        ("吴建华", "城东村"),
        ("徐丽", "和平社区"),
    )
]


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    path = tmp_path / "居民名单.csv"
    path.write_text("\n".join(["姓名,村社区", *LINES]), "utf-8")
    return path


@pytest.fixture
def dialog(preparing: PreparePanel, window: MainWindow, until: Until) -> DrawDialog:
    press(Key.Key_D, CTRL)
    until(lambda: bool(window.findChildren(DrawDialog)))
    [dialog] = window.findChildren(DrawDialog)
    until(lambda: dialog.file_button.hasFocus() and dialog.seed.value() != "")
    return dialog


def retype(text: str) -> None:
    press(Key.Key_A, CTRL)
    type_text(text)


def test_a_draw_is_seen_and_then_kept(
    dialog: DrawDialog, roster: Path, desk: Desk, meeting: Consultation, until: Until
):
    assert not dialog.save_button.isEnabled()
    dialog.read(roster)
    until(dialog.size_of.control.hasFocus)
    retype("3")
    enter()
    assert focused() is dialog.seed.control
    retype("恳谈会 2026")
    names = [LINES[place].split(",")[0] for place in draw(LINES, 3, "恳谈会 2026").chosen]
    until(lambda: "、".join(names) in words_on(dialog))
    words = words_on(dialog)
    assert draw(LINES, 3, "恳谈会 2026").roster_hash in words
    assert "SHA-256" in words
    assert desk.talk.drawings.of(meeting.uid) == []
    save_keys()
    until(lambda: len(desk.talk.drawings.of(meeting.uid)) == 1)
    drawn = [
        one.name for one in desk.talk.participants.of(meeting.uid) if one.origin is Origin.DRAWN
    ]

    assert drawn == [name for name in names if name not in {"马秀英", "陈国强"}] or drawn == names
    until(lambda: not dialog.isVisible())


def test_a_kept_draw_stands_in_the_preparation_and_is_taken_back(
    dialog: DrawDialog,
    preparing: PreparePanel,
    roster: Path,
    desk: Desk,
    meeting: Consultation,
    until: Until,
):
    dialog.read(roster)
    until(dialog.size_of.control.hasFocus)
    retype("2")
    save_keys()
    until(lambda: not dialog.isVisible())
    until(lambda: "居民名单.csv 的 6 人里抽 2 人" in words_on(preparing))
    assert "已抽出 2 人" in words_on(preparing)

    until(preparing.take_back.isVisible)
    preparing.window().activateWindow()
    until(preparing.isActiveWindow)
    preparing.take_back.setFocus()
    enter()
    until(lambda: "的 6 人里抽 2 人" not in words_on(preparing))
    until(lambda: "已撤销。" in words_on(preparing))
    assert desk.talk.drawings.of(meeting.uid) == []
    assert not any(one.origin is Origin.DRAWN for one in desk.talk.participants.of(meeting.uid))


def test_a_draw_by_groups(dialog: DrawDialog, roster: Path, until: Until):
    dialog.read(roster)
    until(dialog.by.isVisible)
    dialog.column.set_value("村社区")
    assert set(dialog.sizes) == {"和平社区", "城东村"}
    dialog.sizes["城东村"].control.setFocus()
    retype("2")

    assert dialog.order().sizes == {"城东村": 2}
    assert dialog.save_button.isEnabled()
    retype("9")
    assert not dialog.save_button.isEnabled()
    until(lambda: "（城东村 3）" in words_on(dialog))


def test_what_is_wrong_is_said_by_line_and_at_its_field(
    dialog: DrawDialog, tmp_path: Path, roster: Path, until: Until
):
    twice = tmp_path / "重复.csv"
    twice.write_text("\n".join(["姓名,村社区", *LINES, LINES[1], ",城东村"]), "utf-8")
    dialog.read(twice)
    until(dialog.size_of.control.hasFocus)
    retype("2")
    until(lambda: "3、8" in words_on(dialog) and "第 9 行" in words_on(dialog))
    assert not dialog.save_button.isEnabled()

    dialog.read(roster)
    until(lambda: "居民名单.csv" in dialog.found.text())
    retype("60")
    assert "1 和名单人数之间（6）" in dialog.size_of.message
    retype("六")
    until(lambda: "人数请填数字" in words_on(dialog))
    retype("2")
    assert dialog.save_button.isEnabled()
    dialog.seed.set_value("")
    assert dialog.seed.level == "danger"
    assert not dialog.save_button.isEnabled()


def test_a_file_that_is_no_roster_is_a_sentence(dialog: DrawDialog, tmp_path: Path, until: Until):
    path = tmp_path / "坏.xlsx"
    path.write_bytes(b"not a workbook")
    dialog.read(path)
    until(dialog.banner.isVisible)
    assert not dialog.save_button.isEnabled()
