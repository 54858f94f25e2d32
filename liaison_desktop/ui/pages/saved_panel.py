"""已登记 — the number large, what is left to complete, and three ways on."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.frames import frame
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.icons import Picture
from liaison_desktop.ui.rows import centred
from liaison_desktop.ui.texts import label
from liaison_desktop.ui.theme import current


class SavedPanel(QWidget):
    """Nothing of the visitor is shown, only his number."""

    def __init__(
        self,
        print_set: Callable[[], object],
        register_next: Callable[[], object],
        finish: Callable[[], object],
    ) -> None:
        super().__init__()
        self.number = label("", "number")
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.to_complete = label("", "warn", wraps=True)
        self.to_check = label("", "warn", wraps=True)
        self.banner = Banner()
        self.print = Button(tr("打印"), print_set, picture="printer", key="Ctrl+P")
        self.next = Button(
            tr("下一位"), register_next, kind="primary", picture="register", key="F2"
        )
        self.finish = Button(tr("完成"), finish, picture="save", key="Esc")
        self._lay_out()

    def show_saved(self, number: str, to_complete: Sequence[str], to_check: Sequence[str]) -> None:
        """Show the number and what the form still wants."""
        self.banner.clear()
        self.number.setText(number)
        words = tr("待补：{fields}").format(fields="、".join(to_complete))
        self.to_complete.setText(words if to_complete else "")
        self.to_complete.setVisible(bool(to_complete))
        self.to_check.setText("\n".join(to_check))
        self.to_check.setVisible(bool(to_check))
        self.next.setFocus()

    def _lay_out(self) -> None:
        card = frame("card")
        card.setFixedWidth(current().px(680))
        mark = Picture("check_circle", "ok", 40)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(40, 32, 40, 32)
        inner.setSpacing(12)
        for widget in (mark, label(tr("已登记"), "section"), self.number):
            inner.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        inner.addWidget(self.to_complete)
        inner.addWidget(self.to_check)
        inner.addWidget(self.banner)
        inner.addSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        for button in (self.print, self.next, self.finish):
            buttons.addWidget(button, 1)
        inner.addLayout(buttons)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(centred(card))
        column.addStretch(3)
