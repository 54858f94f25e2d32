"""The lists under a line: what is beneath them is not painted with every key."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from liaison_desktop.ui import theme
from liaison_desktop.ui.found_list import FoundList
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.suggestions import Suggestions
from liaison_desktop.ui.tokens import Tokens


class Paintings(QObject):
    """Counts how often each widget of a page is painted."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.of: dict[QObject, int] = {}
        for widget in [page, *page.findChildren(QWidget)]:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.of[watched] = self.of.get(watched, 0) + 1
        return False


def suggestions(page: QWidget) -> QListWidget:
    return Suggestions(Line(""), page, "已知来访人")


@pytest.mark.parametrize("make", [FoundList, suggestions])
def test_a_list_is_painted_and_nothing_beneath_it(
    make: Callable[[QWidget], QListWidget], qtbot: QtBot, qapp: QApplication
) -> None:
    theme.apply(Tokens())
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(800, 600)
    with qtbot.waitExposed(page):
        page.show()
    shown = make(page)
    shown.addItems(["李桂芳", "罗国富"])
    shown.setGeometry(50, 50, 600, 200)
    qapp.processEvents()
    paintings = Paintings(page)
    shown.show()
    qtbot.waitUntil(lambda: shown.viewport() in paintings.of)
    qapp.processEvents()
    assert page not in paintings.of
