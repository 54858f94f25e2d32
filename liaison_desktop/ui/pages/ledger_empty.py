"""Where the list would be, when there is nothing in it: why, and the one thing to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.icons import Picture
from liaison_desktop.ui.pages.ledger_words import Look
from liaison_desktop.ui.rows import centred
from liaison_desktop.ui.texts import label


class EmptyList(QWidget):
    """One calm sentence and one button."""

    def __init__(
        self,
        look: Look,
        register: Callable[[], object] | None,
        clear: Callable[[], object],
        show_withdrawn: Callable[[], object],
    ) -> None:
        super().__init__()
        self._look = look
        self.words = label("", "section", wraps=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._may_register = register is not None
        self.register_button = Button(
            tr("登记来访"),
            register or clear,
            kind="primary",
            picture="register",
            key="F2",
        )
        self.clear_button = Button(tr("清除筛选"), clear, key="Alt+C")
        self.withdrawn_button = Button(tr("显示已撤回的"), show_withdrawn)
        self._lay_out()

    def tell(self, *, is_ledger_empty: bool, is_filtered: bool) -> None:
        """Say why nothing is listed."""
        words = self._look.none_chosen
        if is_ledger_empty:
            words = self._look.none_yet
        elif not is_filtered:
            words = self._look.all_withdrawn
        self.words.setText(words)
        self.register_button.setVisible(is_ledger_empty and self._may_register)
        self.clear_button.setVisible(is_filtered and not is_ledger_empty)
        self.withdrawn_button.setVisible(not is_filtered and not is_ledger_empty)

    def button(self) -> Button | None:
        """Return the button that is offered."""
        buttons = (self.register_button, self.clear_button, self.withdrawn_button)
        return next((button for button in buttons if not button.isHidden()), None)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(2)
        column.addLayout(centred(Picture("ledger", "text3", 40)))
        column.addWidget(self.words)
        for button in (self.register_button, self.clear_button, self.withdrawn_button):
            column.addLayout(centred(button))
        column.addStretch(3)
