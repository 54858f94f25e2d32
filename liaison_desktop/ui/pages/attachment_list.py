"""附件 — files that will be hung on the visit when it is saved."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.texts import label


class AttachmentList(QWidget):
    """Names of files chosen; the button beside a name takes it off again."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._paths: list[str] = []
        self.choose = Button(tr("添加附件……"), self._choose, kind="small", picture="plus")
        self._names = QHBoxLayout()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.choose)
        row.addLayout(self._names)
        row.addWidget(label(tr("本机不得录入、存储国家秘密和工作秘密"), "warn"))
        row.addStretch(1)

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
        while (item := self._names.takeAt(0)) is not None:
            if (former := item.widget()) is not None:
                former.deleteLater()
        for path in self._paths:
            button = Button(
                Path(path).name, partial(self._take_off, path), kind="strip", picture="close"
            )
            words = tr("去掉附件 {name}").format(name=Path(path).name)
            button.setAccessibleName(words)
            self._names.addWidget(button)
