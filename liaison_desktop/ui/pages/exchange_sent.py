"""已装盘的批次 — the packages sent so far, newest first, and whether they arrived."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget

from liaison_desktop.desk.exchange_facts import SentFacts
from liaison_desktop.model.times import SHANGHAI
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.items import cell
from liaison_desktop.ui.theme import current

_MOST = 200
"""Rows; a station that reports twice a week sees the last two years."""


class SentList(QTableWidget):
    """One row a package; arrow keys walk in it, Tab leaves it."""

    def __init__(self) -> None:
        super().__init__(0, 5)
        self.setObjectName("sent")
        self.setAccessibleName(tr("已装盘的批次"))
        self.setHorizontalHeaderLabels(
            [tr("批次"), tr("日期"), tr("条数"), tr("状态"), tr("文件名")]
        )
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(current().px(32))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(4, QHeaderView.ResizeMode.Stretch)

    def show_sent(self, sent: Sequence[SentFacts]) -> None:
        """Show these packages."""
        self.setRowCount(0)
        self.setRowCount(min(len(sent), _MOST))
        for row, one in enumerate(sent[:_MOST]):
            for column, text in enumerate(_cells(one)):
                cell(self, row, column, text).setToolTip(text)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), current().px(150))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, current().px(110))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave to the page what is no walking in the list: Esc, and letters that would search."""
        walking = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
        if event.key() in walking | {Qt.Key.Key_Home, Qt.Key.Key_End}:
            super().keyPressEvent(event)
        else:
            event.ignore()


def state_of(sent: SentFacts) -> str:
    """Return where a package is, as far as this side knows."""
    if not sent.is_written:
        return tr("没有写成")
    return tr("县（区）已收") if sent.acknowledged_at else tr("已装盘待送")


def _cells(sent: SentFacts) -> list[str]:
    number = tr("第 {sequence} 批").format(sequence=sent.sequence)
    when = f"{sent.made_at.astimezone(SHANGHAI):%Y-%m-%d}"
    if not sent.is_written:
        return [number, when, "—", state_of(sent), "—"]
    return [number, when, str(sent.records), state_of(sent), sent.name]
