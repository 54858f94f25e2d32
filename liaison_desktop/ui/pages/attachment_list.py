"""附件 — files that will be hung on the visit when it is saved."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.model.texts import visible
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.texts import label
from liaison_desktop.ui.theme import current
from liaison_desktop.ui.wrapping import Wrapping

LONGEST_NAME = 260
"""Logical pixels of a file's name on its button; the tip says it whole."""


class AttachmentList(QWidget):
    """Names of files chosen; the button beside a name takes it off again."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._paths: list[str] = []
        self.choose = Button(tr("添加附件……"), self._choose, kind="small", picture="plus")
        self._names: list[Button] = []
        self._line = Wrapping()
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.choose)
        row.addWidget(label(tr("本机不得录入、存储国家秘密和工作秘密"), "warn"))
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._line)

    def value(self) -> list[str]:
        return list(self._paths)

    def set_value(self, paths: Any) -> None:
        self._paths = [str(path) for path in paths or []]
        self._show()

    def add(self, paths: list[str]) -> None:
        """Take further files, each once."""
        self.set_value(dict.fromkeys([*self._paths, *paths]))
        self.changed.emit()

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(self, tr("添加附件"))
        self.add(chosen)

    def _take_off(self, path: str) -> None:
        self.set_value([kept for kept in self._paths if kept != path])
        self.changed.emit()

    def _show(self) -> None:
        for former in self._names:
            self._line.take_off(former)
        self._names = [self._name_of(path) for path in self._paths]
        for button in self._names:
            self._line.add(button)
            button.show()

    def _name_of(self, path: str) -> Button:
        """Return the button of one file; a long name is shortened in its middle."""
        name = visible(Path(path).name)
        shown = self.fontMetrics().elidedText(
            name, Qt.TextElideMode.ElideMiddle, current().px(LONGEST_NAME)
        )
        button = Button(shown, partial(self._take_off, path), kind="strip", picture="close")
        button.setToolTip(name)
        button.setAccessibleName(tr("去掉附件 {name}").format(name=name))
        return button
