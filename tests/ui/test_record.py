"""One visit: read, corrected with its trail, withdrawn, given a matter, undone."""

from pathlib import Path

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.visit import Visit
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages.record import RecordView
from tests.builders import a_matter, a_visit, a_visitor
from tests.homes import CLERK, StoppedClock, a_desk
from tests.ui.conftest import LogIn, OpenDoor
from tests.ui.hands import (
    CTRL,
    Key,
    Until,
    enter,
    focused,
    press,
    save_keys,
    save_slowly,
    top_of,
    type_text,
    words_on,
)


@pytest.fixture
def desk(home: Path, clock: StoppedClock) -> Desk:
    """The same home seen from outside the window."""
    return a_desk(home, clock, CLERK)


@pytest.fixture
def visit(desk: Desk) -> Visit:
    visit = a_visit(
        a_visitor("某𬱖", id_no="11010119900307123X"),
        matters=[a_matter(statement="<b>原话</b>\n第二行\u202e")],
    )
    desk.visits.register(visit)
    return visit


@pytest.fixture
def window(home: Path, visit: Visit, open_door: OpenDoor, log_in: LogIn) -> MainWindow:
    assert visit.number
    return log_in(open_door(home))


@pytest.fixture
def record(window: MainWindow, visit: Visit, until: Until) -> RecordView:
    window.room.ways.to_visit.emit(visit.number)
    until(lambda: window.page is window.visits)
    view = window.visits.record()
    until(view.correct_button.hasFocus)
    return view


def test_every_text_is_shown_as_it_was_typed(record: RecordView):
    seen = words_on(record)
    assert "<b>原话</b>\n第二行" in seen
    assert "\u202e" not in seen
    assert "某𬱖" in seen
    assert "11010119900307123X" not in seen


def test_a_correction_is_written_with_its_trail(
    record: RecordView, desk: Desk, visit: Visit, until: Until
):
    press(Key.Key_E, CTRL)
    until(record.correcting.isVisible)
    assert focused() is record.correcting.form.visitors[0].name
    focused().selectAll()
    type_text("某㛃䶮")
    save_keys()
    until(lambda: "已更正" in words_on(record))
    until(lambda: "某𬱖 → 某㛃䶮" in words_on(record.trail))

    known = desk.visits.load(visit.number)
    assert known.visitors[0].name == "某㛃䶮"
    assert known.visitors[0].id_no == "11010119900307123X"
    assert known.matters[0].statement == "<b>原话</b>\n第二行\u202e"
    assert known.received_at == visit.received_at


def test_a_correction_that_takes_long_leaves_no_draft(
    record: RecordView, window: MainWindow, desk: Desk, until: Until
):
    press(Key.Key_E, CTRL)
    until(record.correcting.isVisible)
    type_text("某㛃䶮")
    save_slowly(window.room.worker, record.correcting.keeper, until)
    until(lambda: "已更正" in words_on(record))
    assert desk.drafts.find("correction") == []


def test_the_visitors_words_are_not_changed_without_a_reason(
    record: RecordView, desk: Desk, visit: Visit, until: Until
):
    press(Key.Key_E, CTRL)
    until(record.correcting.isVisible)
    record.correcting.form.fields["statement"].control.setFocus()
    type_text("，还有一句")
    save_keys()
    until(lambda: "请写明更正原因" in words_on(record.correcting))
    assert focused() is record.correcting.reason.control

    type_text("当时漏记一句")
    save_keys()
    until(lambda: "当时漏记一句" in words_on(record.trail))
    assert "还有一句" in desk.visits.load(visit.number).matters[0].statement


def test_nothing_changed_writes_nothing(record: RecordView, desk: Desk, visit: Visit, until: Until):
    press(Key.Key_E, CTRL)
    until(record.correcting.isVisible)
    save_keys()
    until(lambda: "没有改动" in words_on(record.correcting))
    assert desk.visits.load(visit.number).rev == visit.rev


def test_a_change_by_somebody_else_is_noticed_and_the_text_stays(
    record: RecordView, desk: Desk, visit: Visit, until: Until
):
    press(Key.Key_E, CTRL)
    until(record.correcting.isVisible)
    focused().selectAll()
    type_text("某某")
    desk.visits.correct(desk.visits.load(visit.number), {"place": "二楼"})
    save_keys()
    until(lambda: "刚被别人更正过" in words_on(record.correcting))
    assert record.correcting.form.visitors[0].name.value() == "某某"


def test_an_unsaved_correction_is_kept_and_offered_again(
    record: RecordView, window: MainWindow, visit: Visit, until: Until
):
    press(Key.Key_E, CTRL)
    until(record.correcting.isVisible)
    focused().selectAll()
    type_text("半个名字")
    press(Key.Key_1, CTRL)
    until(lambda: window.page is window.today)
    drafts = window.room.desk.drafts.find("correction")
    assert [draft.body["visitors"][0]["name"] for draft in drafts] == ["半个名字"]

    press(Key.Key_3, CTRL)
    until(record.correcting.isVisible)
    assert record.correcting.form.visitors[0].name.value() == "半个名字"
    press(Key.Key_Escape)
    until(lambda: "上次的更正没有保存" in words_on(record))
    assert focused() is record.ask.yes
    enter()
    until(record.correcting.isVisible)
    assert record.correcting.form.visitors[0].name.value() == "半个名字"
    save_keys()
    until(lambda: "已更正" in words_on(record))
    assert window.room.desk.drafts.find("correction") == []


def test_a_visit_is_withdrawn_with_a_reason_only(
    record: RecordView, desk: Desk, visit: Visit, until: Until
):
    record.withdraw_button.setFocus()
    enter()
    assert focused() is record.ask.line.control
    assert top_of(record.ask.yes) == top_of(record.ask.line.control)
    enter()
    assert desk.visits.load(visit.number).withdrawn_at is None
    type_text("登记错了站")
    enter()
    until(lambda: "已撤回" in words_on(record) and "登记错了站" in words_on(record))
    assert desk.visits.find() == []
    assert not record.correct_button.isVisible()


def test_undo_says_what_comes_back_and_brings_it_back(
    record: RecordView, desk: Desk, visit: Visit, until: Until
):
    desk.visits.correct(desk.visits.load(visit.number), {"place": "二楼"})
    record.begin()
    until(record.undo_button.isVisible)
    record.undo_button.setFocus()
    enter()
    until(record.ask.isVisible)
    assert "二楼 → （空）" in words_on(record.ask)
    enter()
    until(lambda: desk.visits.load(visit.number).place == "")


def test_one_more_matter(record: RecordView, desk: Desk, visit: Visit, until: Until):
    record.matter_button.setFocus()
    enter()
    until(record.matter_form.isVisible)
    save_keys()
    assert "还没有填写" in record.matter_form.fields["title"].message
    type_text("楼道堆物")
    save_keys()
    until(lambda: "楼道堆物" in words_on(record))
    assert [m.title for m in desk.visits.load(visit.number).matters] == ["路灯不亮", "楼道堆物"]


def test_an_attachment_is_hung_on_and_one_that_is_gone_is_said(
    record: RecordView, desk: Desk, visit: Visit, until: Until, tmp_path: Path
):
    photo = tmp_path / "照片.jpg"
    photo.write_bytes(b"\xff\xd8photo")
    record.attach_file(photo)
    until(lambda: len(desk.attachments.find(visit)) == 1)
    record.attach_file(tmp_path / "没有.jpg")
    until(lambda: "找不到文件" in words_on(record))


def test_who_may_only_read_is_offered_no_verb(
    home: Path, visit: Visit, clock: StoppedClock, open_door: OpenDoor, log_in: LogIn, until: Until
):
    from liaison_desktop.model.words import Role
    from tests.homes import HEAD

    head = a_desk(home, clock, HEAD)
    head.accounts.correct(CLERK, roles=[Role.AUDITOR], reason="换岗")
    head.close()
    window = log_in(open_door(home))
    window.room.ways.to_visit.emit(visit.number)
    until(lambda: window.page is window.visits)
    view = window.visits.record()
    until(lambda: view.visit is not None)
    assert not view.correct_button.isVisible()
    assert not view.withdraw_button.isVisible()
    assert not view.matter_button.isVisible()
