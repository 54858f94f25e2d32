"""现在可以拔盘 — what was written, and what happens next."""

from collections.abc import Callable

from PySide6 import QtCore
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.desk.counting import counted
from liaison_desktop.desk.exchange import Exported
from liaison_desktop.desk.exchange_facts import ExchangeFacts
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.icons import Picture
from liaison_desktop.ui.texts import label, show_typed


class LoadedPanel(QWidget):
    """现在可以拔盘 — large, with what was written and where it goes next."""

    def __init__(self, finish: Callable[[], object]) -> None:
        super().__init__()
        self.title = label("", "big", wraps=True)
        self.file = label("", "strong", wraps=True)
        self.what = label("", "body", wraps=True)
        self.next = label("", "small", wraps=True)
        self.finish = Button(tr("完成"), finish, kind="primary", key=tr("回车"))
        escape = QShortcut(QKeySequence("Esc"), self, finish)
        escape.setContext(QtCore.Qt.ShortcutContext.WidgetWithChildrenShortcut)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Picture("check_circle", "ok", 40))
        head.addWidget(self.title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.setSpacing(12)
        column.addLayout(head)
        for widget in (self.file, self.what, self.next):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addWidget(self.finish, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_written(self, exported: Exported, facts: ExchangeFacts, *, is_stick: bool) -> None:
        """Say that the stick may be pulled out, what is on it, and what to do with it."""
        county = facts.county.name if facts.county else ""
        self.title.setText(tr("现在可以拔盘") if is_stick else tr("已写好"))
        show_typed(self.file, str(exported.file) if not is_stick else exported.file.name)
        what = tr("第 {sequence} 批，共 {records} 条，其中新的 {unsent} 条；已回读核对，完好。")
        self.what.setText(
            what.format(
                sequence=exported.sequence, records=exported.records, unsent=counted(facts.unsent)
            )
        )
        by_stick = tr("下一步：把 U 盘交到「{county}」，由县（区）读入。")
        by_folder = tr("下一步：把这个文件拷到 U 盘，交到「{county}」，由县（区）读入。")
        rest = tr("U 盘丢了也不要紧：内容是加密的，再装一次就是。")
        going = (by_stick if is_stick else by_folder).format(county=county)
        show_typed(self.next, f"{going}\n{rest}")
        self.finish.setAccessibleDescription(f"{self.title.text()}。{self.what.text()}")
        self.finish.setFocus()
