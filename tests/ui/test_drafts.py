"""What is typed is in the store within a second, and leaves the screen only then."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.faults import Unusable
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages.intake import IntakePage
from tests.homes import StoppedClock, a_desk
from tests.ui.hands import (
    Key,
    Until,
    enter,
    press,
    save_keys,
    type_text,
    words_on,
)


def test_what_is_typed_is_in_the_store_before_anything_is_saved(
    page: IntakePage, other_desk: Desk, until: Until
):
    type_text("李桂芳")

    until(lambda: bool(other_desk.drafts.find("visit")))
    [draft] = other_desk.drafts.find("visit")
    assert draft.body["visitors"] == [{"name": "李桂芳"}]
    until(lambda: "草稿已自动保存" in page.view.draft_note.whole)
    assert other_desk.visits.find() == []


def test_typing_on_does_not_put_the_keeping_off(page: IntakePage, qtbot: QtBot):
    """The first change starts the time and no later one moves it: who never pauses is kept too."""
    timer = page.keeper.findChild(QTimer)
    assert isinstance(timer, QTimer)
    assert timer.interval() <= 500
    page.form.fields["statement"].control.setFocus()

    type_text("说")
    assert timer.isActive()
    qtbot.waitUntil(lambda: timer.remainingTime() < timer.interval() - 50)
    before = timer.remainingTime()
    type_text("着")

    assert timer.remainingTime() <= before


def test_a_saved_visit_leaves_no_draft(page: IntakePage, other_desk: Desk, until: Until):
    type_text("李桂芳")
    until(lambda: bool(other_desk.drafts.find("visit")))
    page.form.title_line.setFocus()
    type_text("路灯不亮")
    save_keys()

    until(page.saved.isVisible)
    assert other_desk.drafts.find("visit") == []


def test_escape_loses_nothing_and_the_next_visitor_sees_nothing(
    page: IntakePage, other_desk: Desk, until: Until
):
    type_text("李桂芳")
    page.form.title_line.setFocus()
    type_text("路灯不亮")
    press(Key.Key_Escape)

    until(lambda: bool(page.start.resume_buttons))
    assert "李**" in words_on(page.start)
    assert "李桂芳" not in words_on(page.window())

    press(Key.Key_F2)
    assert page.form.visitors[0].name.value() == ""
    assert page.form.title_line.value() == ""

    press(Key.Key_Escape)
    until(lambda: len(page.start.resume_buttons) == 1 and page.start.isVisible())
    enter()
    assert page.form.visitors[0].name.value() == "李桂芳"
    save_keys()
    until(page.saved.isVisible)
    assert other_desk.drafts.find("visit") == []


def test_f2_keeps_the_former_form_as_a_draft(page: IntakePage, other_desk: Desk, until: Until):
    type_text("李桂芳")

    press(Key.Key_F2)

    until(lambda: page.form.visitors[0].name.value() == "")
    assert "已留作草稿" in page.view.banner.words.text()
    until(lambda: bool(other_desk.drafts.find("visit")))


def test_a_draft_that_is_not_wanted_is_gone_for_good(
    page: IntakePage, other_desk: Desk, until: Until
):
    type_text("李桂芳")
    press(Key.Key_Escape)
    until(lambda: bool(page.start.resume_buttons))

    press(Key.Key_Tab)
    press(Key.Key_Space)
    assert len(other_desk.drafts.find("visit")) == 1
    press(Key.Key_Space)

    until(lambda: other_desk.drafts.find("visit") == [])
    until(lambda: page.start.resume_buttons == [])


def test_a_form_emptied_by_hand_leaves_no_draft(page: IntakePage, other_desk: Desk, until: Until):
    type_text("李")
    until(lambda: bool(other_desk.drafts.find("visit")))

    press(Key.Key_Backspace)

    until(lambda: other_desk.drafts.find("visit") == [])


def test_closing_the_window_keeps_what_was_typed(
    home: Path, main: MainWindow, clock: StoppedClock, until: Until
):
    type_text("李桂芳")

    main.close()
    main._worker.ask(main, lambda: None, lambda _none: None)
    desk = a_desk(home, clock)

    until(lambda: bool(desk.drafts.find("visit")))
    desk.close()


def fail(*_arguments: object, **_named: object) -> None:
    raise Unusable("disk_full", "liaison.db")


@pytest.mark.parametrize("way_out", ["Esc", "F2", "close"])
def test_a_draft_that_cannot_be_kept_stays_on_the_screen(
    page: IntakePage, until: Until, monkeypatch: pytest.MonkeyPatch, way_out: str
):
    type_text("李桂芳")
    monkeypatch.setattr(page._desk.drafts, "_write", fail)

    if way_out == "close":
        assert not page.window().close()
    else:
        press({"Esc": Key.Key_Escape, "F2": Key.Key_F2}[way_out])

    until(lambda: "磁盘已满" in page.view.banner.words.text())
    assert page.view.isVisible()
    assert page.form.visitors[0].name.value() == "李桂芳"
    assert page.view.draft_note.whole == "草稿没有存上"
    type_text("了")
    assert page.form.visitors[0].name.value() == "李桂芳了"
    monkeypatch.undo()


def test_a_disk_that_fails_loses_no_word(
    page: IntakePage, until: Until, monkeypatch: pytest.MonkeyPatch
):
    type_text("李桂芳")
    page.form.title_line.setFocus()
    type_text("路灯不亮")
    monkeypatch.setattr(page._desk.visits, "register", fail)
    save_keys()

    until(lambda: "磁盘已满" in page.view.banner.words.text())
    assert page.form.title_line.value() == "路灯不亮"
    monkeypatch.undo()
    save_keys()
    until(page.saved.isVisible)
