"""Pictures of windows."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from liaison_desktop.ui.pictures import grab


def test_a_picture_shows_the_window_and_its_folder_is_made(qtbot: QtBot, tmp_path: Path):
    label = QLabel("来访登记")
    qtbot.addWidget(label)
    label.resize(200, 100)

    grab(label, tmp_path / "a" / "b.png")

    assert QImage(str(tmp_path / "a" / "b.png")).size() == label.size()


def test_a_picture_that_cannot_be_written_is_an_error(qtbot: QtBot, tmp_path: Path):
    label = QLabel("来访登记")
    qtbot.addWidget(label)

    with pytest.raises(OSError, match="no picture"):
        grab(label, tmp_path / "picture.nothing")
