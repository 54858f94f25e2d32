"""Areas that scroll: what they hold is styled once, when it is shown."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from liaison_desktop.ui.frames import Area, scrolling, scrolling_column
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages.intake_form import IntakeForm
from liaison_desktop.ui.pages.intake_view import IntakeView
from liaison_desktop.ui.texts import label


def is_styled(widget: QWidget) -> bool:
    return widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished)


def in_an_area(words: QWidget) -> Area:
    body = QWidget()
    area = scrolling(body)
    QVBoxLayout(body).addWidget(words)
    return area


@pytest.mark.parametrize("build", [in_an_area, scrolling_column])
def test_what_scrolls_is_styled_when_it_is_shown(
    qtbot: QtBot, build: Callable[[QWidget], Area]
) -> None:
    words = label("\n".join("一二三四五"))
    outer = QWidget()
    qtbot.addWidget(outer)
    QVBoxLayout(outer).addWidget(build(words))
    assert not is_styled(words)
    outer.resize(100, 60)
    outer.show()
    assert is_styled(words)
    [area] = outer.findChildren(Area)
    assert area.verticalScrollBar().maximum() > 0
    words.setText("一")
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)


def test_the_form_waits_unstyled_for_the_first_visitor(main: MainWindow) -> None:
    """Styled before it stands in the window, it would be styled at each of its five places."""
    view = IntakeView(main.room.desk, main.room.worker, *[lambda: None] * 4)
    assert view.findChild(IntakeForm) is view.form
    assert [field.text for _path, field in view.form.each_field() if is_styled(field)] == []
    view.deleteLater()
