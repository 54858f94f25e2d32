"""An error in what Qt calls is reported, whichever window it happens in; the program lives on."""

import subprocess
import sys
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QObject, QStringListModel
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

T = TypeVar("T")


def test_an_error_that_c_raised_in_any_override_is_reported():
    """Each of the 140 is broken in turn; where one is not guarded, its name is the last printed."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.ui.failing"],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )

    told = [line.split() for line in run.stdout.splitlines()]
    assert run.returncode == 0, told[-1:]
    assert len(told) > 100
    assert [name for name, *errors in told if set(errors) != {"ValueError"}] == []
    assert "calendar_grid.CalendarGrid.keyPressEvent" in run.stdout
    assert "ledger_model.LedgerModel.data" in run.stdout
    assert "lock.IdleLock.eventFilter" in run.stdout
    assert run.stderr.count("ValueError\n  ") == len(told)  # the report, with its places


class Answers(QComboBox):
    asked = 0

    def showPopup(self) -> None:
        self.asked += 1


def test_a_signal_hands_an_override_no_more_than_it_takes(qtbot: QtBot):
    answers, line = Answers(), QLineEdit()
    qtbot.addWidget(answers)
    qtbot.addWidget(line)
    line.textChanged.connect(answers.showPopup)  # and brings the text

    line.setText("字")

    assert answers.asked == 1


class Words(QStringListModel):
    def data(self, index: QModelIndex, role: int = 7) -> object:
        return role


def test_an_override_keeps_its_name_and_its_defaults():
    words = Words()

    assert words.data(QModelIndex()) == 7
    assert words.data(QModelIndex(), role=8) == 8
    assert Words.data.__qualname__ == "Words.data"


def test_other_bases_hear_of_a_new_class_too():
    class Named(QObject, Generic[T]):
        pass

    assert Named.__parameters__ == (T,)
