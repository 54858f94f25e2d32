"""Every window fits the smallest screen, shows the way to save, and can be read aloud."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.first_start import FirstStart
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages.key_card import KeyCard
from liaison_desktop.ui.recovery import RecoveryForm
from tests.ui.conftest import OpenDoor
from tests.ui.hands import Key, Until, press

SMALLEST = (1093, 582)
"""Logical pixels of 1366×768 at 125 %, less the system's task bar."""


def nameless(window: QWidget) -> list[str]:
    """Return the focusable controls that a screen reader could only call by their kind."""
    return [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and widget.isVisibleTo(window)
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget, QScrollArea | QLabel)
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]


def test_the_desk_fits_the_smallest_screen_with_save_in_sight(main: MainWindow, until: Until):
    hint = main.minimumSizeHint()
    assert (hint.width(), hint.height()) <= SMALLEST
    assert hint.height() <= SMALLEST[1]

    main.resize(*SMALLEST)
    until(lambda: main.width() == SMALLEST[0])

    assert not main.intake.view.save.visibleRegion().isEmpty()
    bar = main.intake.view.findChild(QScrollArea).verticalScrollBar()
    until(lambda: bar.maximum() == 0)
    horizontal = main.intake.view.findChild(QScrollArea).horizontalScrollBar()
    assert horizontal.maximum() == 0


def test_the_keys_stand_beside_the_form_where_there_is_room(main: MainWindow, until: Until):
    main.resize(*SMALLEST)
    until(lambda: main.width() == SMALLEST[0])
    assert not main.findChildren(KeyCard), "made where there is room"

    main.resize(1600, 900)
    until(lambda: [card.isVisible() for card in main.findChildren(KeyCard)] == [True])
    main.resize(*SMALLEST)
    until(lambda: not main.findChild(KeyCard).isVisible())


def test_save_stays_in_sight_with_everything_folded_out(main: MainWindow):
    main.resize(*SMALLEST)
    press(Key.Key_F3)
    press(Key.Key_F6)

    assert not main.intake.view.save.visibleRegion().isEmpty()
    assert main.minimumSizeHint().height() <= SMALLEST[1]


def test_what_has_the_focus_is_scrolled_into_sight(main: MainWindow, until: Until):
    main.resize(*SMALLEST)
    press(Key.Key_F3)
    remark = main.intake.form.more.fields["remark"].control

    remark.setFocus(Qt.FocusReason.TabFocusReason)

    until(lambda: not remark.visibleRegion().isEmpty())


def test_every_control_of_the_desk_can_be_read_aloud(main: MainWindow):
    press(Key.Key_F3)
    press(Key.Key_F6)
    main.intake.form.more.attachments.add(["/照片.jpg"])

    assert nameless(main) == []


def test_every_control_of_the_login_and_the_recovery_can_be_read_aloud(
    home: Path, open_door: OpenDoor
):
    entrance = open_door(home).entrance
    assert nameless(entrance) == []

    entrance.show_recovery()
    assert entrance.findChild(RecoveryForm) is not None
    assert nameless(entrance) == []
    hint = entrance.minimumSizeHint()
    assert (hint.width() <= SMALLEST[0], hint.height() <= SMALLEST[1]) == (True, True)


def test_the_first_start_fits_and_can_be_read_aloud(
    tmp_path: Path, open_door: OpenDoor, until: Until
):
    entrance = open_door(tmp_path / "new").entrance
    until(lambda: entrance.findChild(FirstStart) is not None)

    assert nameless(entrance) == []
    hint = entrance.minimumSizeHint()
    assert (hint.width() <= SMALLEST[0], hint.height() <= SMALLEST[1]) == (True, True)


@pytest.mark.parametrize("key", ["F2", "Ctrl+P", "Ctrl+回车", "F3", "F6"])
def test_the_key_of_an_action_is_written_in_its_button(main: MainWindow, key: str):
    assert [button for button in main.findChildren(Button) if key in button.text()]


def test_tab_and_enter_take_the_same_order(main: MainWindow):
    form = main.intake.form
    seen: list[QWidget] = []
    for _ in range(14):
        press(Key.Key_Tab)
        widget = main.focusWidget()
        assert widget is not None
        seen.append(widget)

    visible = [c for c in form.order() if c.isVisible()]
    expected = [getattr(control, "buttons", [control])[0] for control in visible]
    assert [widget for widget in seen if widget in expected] == expected[1:]
