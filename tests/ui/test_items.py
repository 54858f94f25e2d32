"""Rows and cells that Qt made: words, what is kept with them, and what stands there afterwards."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QTableWidget
from pytestqt.qtbot import QtBot

from liaison_desktop.ui.items import add_item, cell

KEPT = Qt.ItemDataRole.UserRole


def test_a_row_has_its_words_and_keeps_what_is_given_to_it(qtbot: QtBot) -> None:
    shown = QListWidget()
    qtbot.addWidget(shown)
    for place, words in enumerate(("甲", "乙")):
        add_item(shown, words).setData(KEPT, (place, words))
    assert [shown.item(n).text() for n in (0, 1)] == ["甲", "乙"]
    assert shown.item(1).data(KEPT) == (1, "乙")
    shown.clear()
    assert shown.count() == 0


def test_a_cell_is_written_and_written_over(qtbot: QtBot) -> None:
    table = QTableWidget(1, 2)
    qtbot.addWidget(table)
    cell(table, 0, 1, "甲").setToolTip("甲方")
    assert (table.item(0, 0), table.item(0, 1).toolTip()) == (None, "甲方")
    assert cell(table, 0, 1, "乙") is table.item(0, 1)
    assert table.item(0, 1).text() == "乙"
