"""Where the 密码恢复单 is saved."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.field import Field
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line


class SheetField(Field):
    """A path in the user's documents folder, which can be chosen or typed."""

    def __init__(self) -> None:
        self.line = Line()
        self._choose = Button(tr("选择……"), self.choose, kind="strip", picture="folder")
        super().__init__(tr("密码恢复单存到"), self.line, required=True, aside=self._choose)

    def offer(self, name: str) -> None:
        """Offer a file name in the documents folder, unless a path stands there."""
        if not self.line.value():
            self.line.set_value(documents_folder() / name)

    def path(self) -> Path:
        """Return the path as it stands."""
        return Path(self.line.value().strip())

    def choose(self) -> None:
        """Let the user pick another place."""
        kind = tr("PDF 文件 (*.pdf)")
        chosen, _ = QFileDialog.getSaveFileName(self, self.text, self.line.value(), kind)
        if chosen:
            self.line.set_value(chosen)


def documents_folder() -> Path:
    """Return the user's documents folder."""
    places = QStandardPaths.StandardLocation
    return Path(QStandardPaths.writableLocation(places.DocumentsLocation))
