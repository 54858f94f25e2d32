"""Some builds of PySide6 give away None and True on Python before 3.12, until it aborts."""

import sys

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

TIMES = 100
NOISE = 20
"""References that other parts of the interpreter may take or give in the meantime."""


class Bell(QObject):
    rung = Signal()


@pytest.mark.parametrize("single", [None, True])
def test_calls_and_signals_keep_the_references_of_none_and_true(qtbot: QtBot, single: object):
    widget, bell = QWidget(), Bell()
    qtbot.addWidget(widget)

    before = sys.getrefcount(single)
    for _ in range(TIMES):
        widget.setEnabled(True)
        bell.rung.emit()

    assert sys.getrefcount(single) > before - NOISE
