"""A dialog whose text is a draft: the lock closes it only once the store has what is typed."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from liaison_desktop.ui.dialogs import Dialog
from liaison_desktop.ui.pages.fields_draft import FieldsDraft


class DraftDialog(Dialog):
    """`held` keeps what is typed, where anything is.

    Put away, it is hidden at once. Where the store cannot take the text (a full disk) it stays so,
    as its window does, and who comes back finds it open as he left it.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.held: FieldsDraft | None = None
        self._is_put_away = False

    def put_away(self) -> None:
        """Hide, keep what is typed, and then close, so that it is asked anew."""
        if not self.isVisible():
            return
        QGuiApplication.inputMethod().commit()
        self._is_put_away = True
        self.hide()
        self.destroy()  # or a screen reader would find it; made again by the next `open`
        if self.held is None:
            self._close_kept()
        else:
            self.held.put_down(self._close_kept)

    def bring_back(self) -> None:
        """Stand open again: the user came back before all that is typed was kept."""
        if self._is_put_away:
            self._is_put_away = False
            line = self.focusWidget()
            at = line.cursorPosition() if isinstance(line, QLineEdit) else 0
            self.open()
            if isinstance(line, QLineEdit):
                line.setCursorPosition(at)  # opened, its text is chosen: a key would replace it

    def _close_kept(self) -> None:
        if self._is_put_away:
            self._is_put_away = False
            if self.held is not None:
                self.held.lay_by()
            Dialog.reject(self)
