"""What is typed into keeps text exactly, and lets the input method go first."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from liaison_desktop.model.faults import Problem, ProblemCode
from liaison_desktop.model.words import Channel, Sex
from liaison_desktop.ui.box import Box
from liaison_desktop.ui.chain import Chain
from liaison_desktop.ui.choice import Choice
from liaison_desktop.ui.field import Field
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.options import keyed, numbered
from liaison_desktop.ui.segments import Segments
from liaison_desktop.ui.tick import Tick
from tests.ui.hands import CTRL, Key, compose, enter, focused, press, type_keys, type_text

Show = Callable[..., QWidget]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Show widgets in a window of their own, the first with the focus."""
    kept: list[QWidget] = []

    def show_them(*widgets: QWidget) -> QWidget:
        window = QWidget()
        kept.append(window)
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
        widgets[0].setFocus()
        return window

    return show_them


EXACT = [
    "李桂芳",
    "𠅤𬱖㛃䶮",
    "e\u0301 é",
    "<b>粗</b> & =cmd|' /C calc'!A0",
    "a\u00a0b\u3000c\td",
    "\u202e倒\u202c",
    "👩‍👧‍👦",
    " 前后有空格 ",
]


@pytest.mark.parametrize("text", EXACT)
@pytest.mark.parametrize("kind", [Line, Box])
def test_text_is_kept_exactly_as_typed(show: Show, kind: type[Line] | type[Box], text: str):
    control = kind()
    show(control)

    type_text(text)

    assert control.value() == text


@pytest.mark.parametrize("text", [*EXACT, "一\n\n二\n"])
def test_text_of_several_lines_comes_back_as_it_was_kept(qtbot: QtBot, text: str):
    box = Box()
    qtbot.addWidget(box)

    box.set_value(text)

    assert box.value() == text


def test_enter_in_a_box_is_a_new_line_and_tab_goes_on(show: Show):
    box, line = Box(), Line()
    show(box, line)

    type_text("一")
    enter()
    type_text("二")
    press(Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    type_text("三")
    press(Key.Key_Tab)

    assert box.value() == "一\n二\n三"
    assert focused() is line


def test_enter_belongs_to_the_input_method_while_text_is_open(show: Show):
    line = Line()
    show(line)
    entered: list[bool] = []
    line.entered.connect(lambda: entered.append(True))

    compose("lgf")
    enter()
    assert entered == []

    type_text("李桂芳")
    enter()
    assert entered == [True]


def test_what_is_being_composed_can_be_searched_before_it_is_committed(show: Show):
    line = Line()
    show(line)
    seen: list[str] = []
    line.typing.connect(seen.append)

    compose("l")
    compose("lgf")
    type_text("李桂芳")

    assert seen[:2] == ["l", "lgf"]
    assert seen[-1] == line.value() == "李桂芳"


def test_enter_goes_on_past_what_is_hidden_or_switched_off_and_comes_to_the_end(show: Show):
    lines = [Line() for _ in range(4)]
    show(*lines)
    lines[1].hide()
    lines[2].setEnabled(False)
    ended: list[bool] = []
    chain = Chain(lambda: [*lines], lambda: ended.append(True))
    chain.tie(lines)

    enter()
    assert focused() is lines[3]
    assert not ended

    enter()
    assert ended == [True]


def test_a_digit_chooses_beside_each_other_and_backspace_takes_it_back(show: Show):
    segments = Segments(
        [("1", "男", Sex.MALE), ("2", "女", Sex.FEMALE), ("9", "未说明", Sex.UNSTATED)]
    )
    show(segments)

    type_keys("2")
    assert segments.value() is Sex.FEMALE
    type_keys("9")
    assert segments.value() is Sex.UNSTATED
    type_keys("5")
    assert segments.value() is Sex.UNSTATED
    press(Key.Key_Backspace)
    assert segments.value() is None


def test_arrows_move_the_choice_and_tab_stops_once(show: Show):
    segments, line = Segments(keyed(Sex)), Line()
    show(segments, line)

    type_keys("1")
    press(Key.Key_Right)
    assert segments.value() is Sex.FEMALE
    press(Key.Key_Tab)
    assert focused() is line
    press(Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert focused() is segments.buttons[1]


def test_a_screen_reader_finds_radio_buttons_with_whole_names(show: Show):
    segments = Segments(keyed(Sex))
    window = show(Field("性别", segments))

    found = QAccessible.queryAccessibleInterface(segments.buttons[1])

    assert found.role() is QAccessible.Role.RadioButton
    assert found.text(QAccessible.Text.Name) == "性别 女"
    assert window.isVisible()


def test_words_of_the_same_value_come_back_as_themselves(qtbot: QtBot):
    choice = Choice(numbered(Channel))
    qtbot.addWidget(choice)

    choice.set_value("letter")

    assert choice.value() is Channel.LETTER
    assert choice.currentText() == "2 来信"


def test_a_digit_chooses_in_a_list_and_delete_takes_it_back(show: Show):
    choice = Choice(numbered(Channel))
    show(choice)

    assert choice.value() is None
    type_keys("3")
    assert choice.value() is Channel.CALL
    press(Key.Key_Delete)
    assert choice.value() is None


def test_a_value_that_the_list_no_longer_has_is_kept(qtbot: QtBot):
    choice = Choice(numbered(["城建环资"]))
    qtbot.addWidget(choice)

    choice.set_value("旧的类别")

    assert choice.value() == "旧的类别"


def test_the_wheel_does_not_change_a_choice_in_passing(show: Show):
    choice = Choice(numbered(Channel))
    show(choice)
    choice.set_value(Channel.CALL)

    at = QPointF(choice.rect().center())
    wheel = QWheelEvent(
        at,
        choice.mapToGlobal(at),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(choice, wheel)

    assert choice.value() is Channel.CALL


def test_space_ticks_and_enter_goes_on(show: Show):
    tick = Tick("匿名")
    show(tick)
    entered: list[bool] = []
    tick.entered.connect(lambda: entered.append(True))

    press(Key.Key_Space)
    enter()

    assert tick.value() is True
    assert entered == [True]


def test_a_message_stands_on_the_label_line_and_moves_nothing(show: Show):
    field = Field("主题", Line(), required=True)
    show(field)
    before = field.sizeHint()

    field.say(Problem("title", ProblemCode.TOO_LONG, detail="80"))

    assert field.message == "✕ 最多 80 个字"
    assert field.level == "danger"
    assert field.control.accessibleDescription() == "最多 80 个字"
    assert field.sizeHint() == before

    field.say(None)
    assert (field.message, field.level) == ("", "")


def test_typed_markup_and_direction_marks_are_shown_as_they_are(qtbot: QtBot):
    from liaison_desktop.ui.texts import label, show_typed

    shown = label()
    qtbot.addWidget(shown)

    show_typed(shown, "<b>李</b>\u202e")

    assert shown.text() == "<b>李</b>⟦RLO⟧"
    assert shown.textFormat() is Qt.TextFormat.PlainText


def test_ctrl_enter_is_not_eaten_by_a_box(show: Show):
    from PySide6.QtGui import QKeySequence, QShortcut

    box = Box()
    window = show(box)
    saved: list[bool] = []
    QShortcut(QKeySequence("Ctrl+Return"), window, lambda: saved.append(True))

    QTest.keyClick(box, Key.Key_Return, CTRL)

    assert saved == [True]
    assert box.value() == ""
