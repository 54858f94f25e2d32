"""What is asked before a record is withdrawn or undone, on the page itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.field import Field
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.rows import stand_beside
from liaison_desktop.ui.texts import label, show_typed


class AskPanel(QFrame):
    """One question with one line to type, on the page itself; hidden until it is asked."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner_warn")
        self.words = label("", wraps=True)
        self.line = Field(tr("原因"), Line())
        self._does: Callable[[str], object] = lambda _reason: None
        self.yes = Button("", self._answer, kind="primary")
        self.no = Button(tr("不做了"), self.give_up)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.line, 100)
        row.addStretch(1)
        stand_beside(row, self.no, self.yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 18, 16, 10)
        column.addWidget(self.words)
        column.addLayout(row)
        self.line.control.entered.connect(self._answer)
        self.hide()

    def ask(
        self, words: str, answer: str, does: Callable[[str], object], *, reason: bool = True
    ) -> None:
        """Ask, with a line for the reason where one is wanted."""
        self._does = does
        show_typed(self.words, words)
        self.yes.setText(answer)
        self.yes.setAccessibleName(answer)
        self.line.set_value("")
        self.line.show_message("", "")
        self.line.setVisible(reason)
        self.show()
        (self.line.control if reason else self.yes).setFocus()

    def give_up(self) -> None:
        """Do nothing."""
        self.hide()

    def _answer(self) -> None:
        QGuiApplication.inputMethod().commit()
        reason = self.line.value()
        if self.line.isVisible() and not reason.strip():
            self.line.show_message(tr("请写明原因"), "danger")
            self.line.control.setFocus()
            return
        self._hand_over(reason)

    def _hand_over(self, reason: str) -> None:
        self._does(reason)
