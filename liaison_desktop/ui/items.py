"""Rows and cells of Qt's own lists and tables, made by Qt and never by Python.

PySide hooks into the destructor of an item that Python made. A list that is cleared destroys its
items while another thread may run, and PySide 6.11.3 then now and then looks into what it has freed
before, which kills the process. What Qt made itself it destroys alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from PySide6.QtWidgets import QListWidget, QListWidgetItem, QTableWidget, QTableWidgetItem


def add_item(shown: QListWidget, words: str) -> QListWidgetItem:
    """Add a row to the end of a list and return it."""
    shown.addItem(words)
    return shown.item(shown.count() - 1)


def cell(table: QTableWidget, row: int, column: int, words: str) -> QTableWidgetItem:
    """Write words into a cell of a table and return it."""
    model = table.model()
    model.setData(model.index(row, column), words)
    return cast("QTableWidgetItem", table.item(row, column))
