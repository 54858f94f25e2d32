"""已更正: a corrected row says so, what it was is one key away, and its place is its own."""

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.ui.pages.meeting_record import LiveRecord
from tests.builders import a_statement
from tests.ui.hands import CTRL, Key, Until, enter, press, type_text, words_on
from tests.ui.talk.conftest import Show
from tests.ui.talk.test_meeting_record import ALT, is_saved, record, said

__all__ = ["record"]


def test_a_corrected_row_says_so_and_shows_what_it_was(
    record: LiveRecord, desk: Desk, meeting: Consultation, show: Show, until: Until
) -> None:
    type_text("电梯停运。")
    enter()
    until(lambda: is_saved(record))
    assert "已更正" not in record.list.statements.rows[0].spoken
    press(Key.Key_Up)
    press(Key.Key_E)
    type_text("三天才修。")
    press(Key.Key_Return, CTRL)
    until(lambda: record.list.statements.rows[0].is_corrected)
    assert record.list.statements.rows[0].spoken.endswith("已更正")
    assert record.columns.trail_button.isVisible()

    record.list.setFocus()
    press(Key.Key_H)
    until(record.trail.isVisible)
    [one] = said(desk, meeting)
    assert f"发言内容：电梯停运。 → {one[2]}" in words_on(record.trail)
    press(Key.Key_Escape)
    assert not record.trail.isVisible()
    until(record.list.hasFocus)

    record.undo()
    until(lambda: said(desk, meeting)[0][2] == "电梯停运。")
    until(lambda: not record.list.statements.rows[0].is_corrected)


def test_the_last_row_of_a_point_stays_with_its_point(
    record: LiveRecord, desk: Desk, meeting: Consultation, until: Until
) -> None:
    first, second = (one.uid for one in meeting.agenda)
    for words, item in (("甲", first), ("乙", first), ("丙", second)):
        desk.talk.statements.register(a_statement(meeting, words, item_uid=item))
    record.open(meeting.uid)
    until(lambda: len(record.list.statements.rows) == 2)
    press(Key.Key_Up)
    press(Key.Key_Up)
    press(Key.Key_Down, ALT)
    until(lambda: [one[2] for one in said(desk, meeting)] == ["乙", "甲", "丙"])
