"""上报装盘 — one stick, one press; whatever happens is said, and nothing here is lost by it."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6 import QtCore
from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.desk.counting import counted
from liaison_desktop.desk.exchange import Exported
from liaison_desktop.desk.exchange_facts import ExchangeFacts
from liaison_desktop.model.faults import Fault
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.frames import frame
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.pages.exchange_sticks import StickChoice
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.sticks import Find
from liaison_desktop.ui.texts import label, show_typed


class LoadPanel(QWidget):
    """`done` is told what was written and whether to a stick; `back` without anything."""

    reading_back = Signal()

    def __init__(
        self,
        room: Room,
        find: Find,
        done: Callable[[Exported, bool], object],
        back: Callable[[], object],
    ) -> None:
        super().__init__()
        self._room, self._done, self._back = room, done, back
        self.is_busy = False
        self._line = frame("line")
        self.unsent = label("", "section", wraps=True)
        self.what = label("", "small", wraps=True)
        self.banner = Banner()
        self.safe = label("", "small", wraps=True)
        self.sticks = StickChoice(room.worker, find)
        self.progress = label("", "strong", wraps=True)
        self.details = label("", "muted", wraps=True)
        self.why = Button(tr("为什么？"), self.show_why, kind="strip")
        self.leave = Button(tr("返回"), self.go_back, key="Esc")
        self.load = Button(tr("装盘"), self.write, kind="primary", picture="upload", key=tr("回车"))
        self.reading_back.connect(self._say_reading_back)
        self.sticks.chosen.connect(self.load.setFocus)
        escape = QShortcut(QKeySequence("Esc"), self, self.go_back)
        escape.setContext(QtCore.Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._lay_out()
        self.progress.hide()

    def begin(self, facts: ExchangeFacts) -> None:
        """Say what would be written, and watch for a stick; one press of Enter writes."""
        show_typed(self.unsent, _unsent(facts))
        show_typed(self.what, _what(facts))
        self._forget_fault()
        self._name_load(tr("装盘"))
        self.sticks.use_stick()
        self.sticks.watch()
        self.load.setFocus()

    def write(self) -> None:
        """Write the package where it is clear where to; else lead there."""
        if self.is_busy:
            return
        folder = self.sticks.folder
        if folder is None:
            self._ask_for_stick()
            return
        self.sticks.rest()
        self._forget_fault()
        self._be_busy(True)
        self.progress.setText(tr("正在写入……请不要拔盘。"))
        export = self._room.desk.exchange.export
        task = partial(export, folder, partial(_tell, self))
        self._room.worker.ask(self, task, self._finish, partial(self._refuse, folder))

    def show_why(self) -> None:
        """Show what the machine said, for whoever helps."""
        self.details.setVisible(not self.details.isVisible())

    @Slot()
    def go_back(self) -> None:
        """Give up, but not while a stick is written to."""
        if not self.is_busy:
            self.sticks.rest()
            self._back()

    def _ask_for_stick(self) -> None:
        if self.sticks.is_many:
            self.banner.say(tr("请先选一个 U 盘，或者只留一个；还没有写。"), "warn")
            self.sticks.choice.setFocus()
        else:
            self.banner.say(tr("还没有能写的 U 盘；请插好再按一次，或选一个文件夹。"), "warn")

    @Slot()
    def _say_reading_back(self) -> None:
        self.progress.setText(tr("写完了，正在回读核对……请不要拔盘。"))

    def _finish(self, exported: Exported) -> None:
        self._be_busy(False)
        self._room.ways.changed.emit()
        self._done(exported, self.sticks.is_stick)

    def _refuse(self, folder: Path, fault: Fault) -> None:
        """Say what happened; the stick is watched again, and the same key tries again."""
        self._be_busy(False)
        self.sticks.watch()
        self.banner.say(tr("装盘没有完成。\n{why}").format(why=say(fault)), "danger")
        safe = tr("本机数据没有改动，也没有丢失；没上报的都还在，下次装盘一起带上。")
        self.safe.setText(f"{safe}\n{_hint(fault.code)}".strip())
        show_typed(
            self.details, tr("代码 {code}；位置 {path}").format(code=fault.code, path=folder)
        )
        self._show_fault(True)
        self._name_load(tr("再装一次"))
        self.load.setAccessibleDescription(f"{self.banner.words.text()}{self.safe.text()}")
        self.load.setFocus()
        self._room.ways.changed.emit()

    def _forget_fault(self) -> None:
        self.banner.clear()
        self._show_fault(False)
        self.load.setAccessibleDescription("")

    def _show_fault(self, is_fault: bool) -> None:
        """Show what is said of a fault, in the room of what is said of the package."""
        of_fault: list[QWidget] = [self.safe, self.why]
        of_package: list[QWidget] = [self.unsent, self.what, self._line]
        for widget in of_fault + of_package:
            widget.setVisible((widget in of_fault) is is_fault)
        self.details.hide()

    def _name_load(self, text: str) -> None:
        self.load.setText(f"{text}  {tr('回车')}")
        self.load.setAccessibleName(text)

    def _be_busy(self, is_busy: bool) -> None:
        self.is_busy = is_busy
        if is_busy:
            self.setFocus()  # a button that may not be pressed would hand it to another half
        self.sticks.setEnabled(not is_busy)
        self.progress.setVisible(is_busy)
        for button in (self.load, self.leave, self.why):
            button.setEnabled(not is_busy)

    def _lay_out(self) -> None:
        self.setAccessibleName(tr("上报装盘"))
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        buttons.addWidget(self.load)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(12)
        for widget in (self.unsent, self.what, self._line, self.sticks, self.banner):
            column.addWidget(widget)
        column.addWidget(self.safe)
        column.addWidget(self.why, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.details)
        column.addWidget(self.progress)
        column.addLayout(buttons)
        column.addStretch(1)


def _unsent(facts: ExchangeFacts) -> str:
    if facts.unsent:
        return tr("未上报 {unsent} 条").format(unsent=counted(facts.unsent))
    return tr("上次装盘以后没有新的内容，仍可以再装一份")


def _what(facts: ExchangeFacts) -> str:
    """Return what a package would carry; without a receipt of the county always all of it."""
    county = facts.county.name if facts.county else ""
    to = tr("交给「{county}」；内容加密，只有县（区）能打开。").format(county=county)
    again = tr("县（区）回执来到以前，已装盘的会一起再带上：不会重复，也不会漏。")
    return f"{to}{again}" if facts.last else to


def _hint(code: str) -> str:
    """Return what to do further about a stick, "" where the fault's own sentence says all."""
    left = tr("盘上没写完的文件不用管，下次装盘时会自动删去。")
    hints = {
        "stick_gone": left,
        "disk_error": left,
        "read_only": tr("盘上如有写保护小开关，请拨开；也可以换一个 U 盘。"),
    }
    return hints.get(code, "")


def _tell(panel: LoadPanel) -> None:
    """Tell the screen from the worker's thread; the window may be gone by now, the stick is not."""
    with suppress(RuntimeError):
        panel.reading_back.emit()
