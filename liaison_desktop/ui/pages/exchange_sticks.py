"""Where to write: the one stick that is plugged in, one of several, or a folder."""

from collections.abc import Sequence
from pathlib import Path

from PySide6 import QtCore
from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.choice import Choice
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.icons import Picture
from liaison_desktop.ui.sheet_field import documents_folder
from liaison_desktop.ui.sticks import Find, Stick
from liaison_desktop.ui.texts import label, show_typed
from liaison_desktop.ui.worker import Worker

LOOK_EVERY_MS = 1500
"""Between two looks at what is plugged in, and only while this is in sight and asked to watch."""


class StickChoice(QWidget):
    """Says what is plugged in; `folder` is where to write, None while that is not clear.

    `chosen` is sent when the user has picked a folder, and wants to go on.
    """

    chosen = Signal()

    def __init__(self, worker: Worker, find: Find) -> None:
        super().__init__()
        self._worker, self._find = worker, find
        self._sticks: list[Stick] | None = None
        self._chosen: Path | None = None
        self._is_watching = self._is_looking = False
        self.words = label("", "strong", wraps=True)
        self.detail = label("", "small", wraps=True)
        self.choice = Choice()
        self.choice.say_name(tr("用哪一个 U 盘"))
        self.other = Button(tr("选择文件夹……"), self.ask_folder, kind="small", picture="folder")
        self.back = Button(tr("改用 U 盘"), self.use_stick, kind="small", picture="stick")
        self.dialog: QFileDialog | None = None
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self.choice.changed.connect(self._say)
        self._lay_out()
        self._say()

    @property
    def folder(self) -> Path | None:
        """Return where to write, or None where nothing or too much is plugged in."""
        if self._chosen is not None:
            return self._chosen
        usable = self._usable()
        if len(usable) == 1:
            return usable[0].folder
        chosen: Path | None = self.choice.value()
        return chosen

    @property
    def is_stick(self) -> bool:
        """Whether it is a stick that is written to, not a folder of this PC."""
        return self._chosen is None

    @property
    def is_many(self) -> bool:
        """Whether one of several sticks has to be chosen."""
        return self._chosen is None and len(self._usable()) > 1

    def watch(self) -> None:
        """Look now, and again and again for as long as this is in sight."""
        self._is_watching = True
        if self.isVisible():
            self._timer.start()
        self.look()

    def rest(self) -> None:
        """Look no more: a stick that is written to is left alone."""
        self._is_watching = False
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Ask what is plugged in, unless the answer to the last question is still on its way."""
        if self._is_watching and not self._is_looking:
            self._is_looking = True
            self._worker.ask(self, self._find, self._show)

    def ask_folder(self) -> None:
        """Let the user pick a folder instead of a stick."""
        start = str(self._chosen or documents_folder())
        self.dialog = dialog = QFileDialog(self, tr("选择文件夹"), start)
        dialog.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.finished.connect(self.window().activateWindow)  # not every window manager does
        dialog.fileSelected.connect(self.use_folder)
        dialog.open()

    @Slot(str)
    def use_folder(self, name: str) -> None:
        """Write into a folder, whatever is plugged in."""
        self._chosen = Path(name)
        self._say()
        self.chosen.emit()

    def use_stick(self) -> None:
        """Write to a stick after all."""
        self._chosen = None
        self._say()
        self.other.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_watching:
            self.watch()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _show(self, sticks: list[Stick]) -> None:
        self._is_looking = False
        if not self._is_watching or sticks == self._sticks:
            return
        self._sticks = sticks
        self._offer(self._usable())
        self._say()

    def _offer(self, usable: Sequence[Stick]) -> None:
        before = self.choice.value()
        self.choice.blockSignals(True)
        self.choice.offer([(_line_of(stick), stick.folder) for stick in usable])
        self.choice.set_value(before if before in {stick.folder for stick in usable} else None)
        self.choice.blockSignals(False)

    def _usable(self) -> list[Stick]:
        return [stick for stick in self._sticks or [] if not stick.trouble]

    @Slot()
    def _say(self) -> None:
        words, detail = self._words()
        show_typed(self.words, words)
        show_typed(self.detail, "\n".join([detail, *self._troubles()]).strip())
        self.choice.setVisible(self.is_many)
        self.back.setVisible(self._chosen is not None)

    def _words(self) -> tuple[str, str]:
        usable = self._usable()
        if self._chosen is not None:
            here = tr("写到文件夹：{folder}").format(folder=self._chosen)
            return here, tr("写好以后，请自己把文件拷到 U 盘。")
        if len(usable) == 1:
            return tr("U 盘「{name}」").format(name=usable[0].name), _detail_of(usable[0])
        if usable:
            names = tr("、").join(f"「{stick.name}」" for stick in usable)
            words = tr("插着 {count} 个 U 盘：{names}").format(count=len(usable), names=names)
            return words, tr("请拔下不用的，只留一个；或者在这里选一个。")
        if self._sticks:
            return tr("插着的 U 盘写不进去，请换一个"), ""
        return tr("请插入 U 盘"), tr(
            "插好后这里自己会认出来，不用按键。没有 U 盘，可以选一个文件夹。"
        )

    def _troubles(self) -> list[str]:
        """Say of each stick that cannot be written to why."""
        if self._chosen is not None:
            return []
        words = {
            "read_only": tr("「{name}」是写保护的：盘上如有写保护小开关，请拨开。"),
            "stick_full": tr("「{name}」满了：请先清理，或换一个。"),
        }
        troubled = [stick for stick in self._sticks or [] if stick.trouble]
        return [words[stick.trouble].format(name=stick.name) for stick in troubled]

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.back)
        buttons.addWidget(self.other)
        buttons.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(4)
        for widget in (self.words, self.detail, self.choice):
            column.addWidget(widget)
        column.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(Picture("stick", "primary", 32), 0, QtCore.Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)


def _line_of(stick: Stick) -> str:
    words = tr("{name}（可用 {free}）")
    return words.format(name=stick.name, free=readable_size(stick.free))


def _detail_of(stick: Stick) -> str:
    words = tr("{folder}，可用 {free}")
    return words.format(folder=stick.folder, free=readable_size(stick.free))


def readable_size(size: int) -> str:
    """Return a size as a person says it, e.g. 7.2 GB."""
    for unit, bytes_of in (("GB", 1 << 30), ("MB", 1 << 20)):
        if size >= bytes_of:
            return f"{size / bytes_of:.1f} {unit}"
    return f"{size // 1024} KB"
