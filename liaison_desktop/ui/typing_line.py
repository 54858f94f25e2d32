"""试打汉字 — a line that shows whether 汉字 can be typed on this PC, before anybody waits."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from liaison_desktop.model.texts import holds_chinese
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.input_methods import advice
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.texts import label
from liaison_desktop.ui.theme import current

FEW_LETTERS = 4
"""So many letters and no 汉字 among them: the input method is not there, or not switched on."""


class TypingLine(QWidget):
    """`told` carries what to do where letters come out, and "" as soon as a 汉字 does."""

    told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.line = Line(tr("试打汉字"))
        self.line.say_name(tr("试打汉字：看看本机能不能用输入法"))
        self.line.setFixedWidth(current().px(140))
        self.answer = label("", "ok")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.answer)
        row.addWidget(self.line)
        self.line.textChanged.connect(self.judge)

    @Slot(str)
    def judge(self, text: str) -> None:
        """Say what was typed here, or in a line where 汉字 are expected."""
        can = holds_chinese(text)
        self.answer.setText(tr("能打汉字") if can else "")
        if can:
            self.told.emit("")
        elif sum(character.isascii() and character.isalpha() for character in text) >= FEW_LETTERS:
            self.told.emit(advice())
