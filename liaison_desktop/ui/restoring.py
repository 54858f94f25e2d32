"""恢复 — a backup takes the place of the data: what the front door is asked for, and its form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.field import Field
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.password import PasswordField
from liaison_desktop.ui.texts import label, show_typed


@dataclass(frozen=True)
class Restoring:
    """Which backup, and who opens it: with the password that he had when it was made."""

    path: Path
    login: str
    password: str


class RestoreForm(QWidget):
    """Asks for a backup and its password; `asked` carries a Restoring."""

    asked = Signal(object)

    def __init__(self, back: Callable[[], object], logins: Sequence[str] = ()) -> None:
        super().__init__()
        self.path = Field(tr("备份文件"), Line(), required=True)
        self.choose = Button(tr("选择……"), self._choose)
        self.login = Field(tr("登录名"), Line(), required=True)
        self.password = PasswordField(tr("备份那时的密码"))
        self.message = label("", "danger", wraps=True)
        self.message.hide()
        self.go = Button(tr("恢复"), self.submit, kind="primary", key=tr("Ctrl+回车"))
        self.back = Button(tr("返回"), back, key="Esc")
        if logins:
            self.login.set_value(logins[0])
        self._lay_out()
        for control in (self.path.control, self.login.control, self.password.line):
            control.entered.connect(self._go_on)

    def begin(self) -> None:
        """Wait for the file."""
        self.path.control.setFocus()

    def submit(self) -> None:
        """Ask for the restore, unless something is missing."""
        fields = (self.path, self.login, self.password)
        for field in fields:
            is_missing = not str(field.value() or "").strip()
            field.show_message(
                tr("还没有填写") if is_missing else "", "danger" if is_missing else ""
            )
        missing = [field for field in fields if field.message]
        if missing:
            missing[0].control.setFocus()
            return
        self.go.setEnabled(False)
        path = Path(self.path.value().strip())
        self.asked.emit(Restoring(path, self.login.value().strip(), self.password.value()))

    def refuse(self, text: str) -> None:
        """Say why nothing was restored."""
        self.go.setEnabled(True)
        show_typed(self.message, text)
        self.message.setVisible(bool(text))

    def _go_on(self) -> None:
        order = [self.path.control, self.login.control, self.password.line]
        empty = [control for control in order if not control.value()]
        (empty[0] if empty else self.go).setFocus()

    def _choose(self) -> None:
        kinds = tr("备份 (*.liaison-backup)")
        path, _kind = QFileDialog.getOpenFileName(self, tr("选择备份文件"), "", kinds)
        if path:
            self.path.set_value(path)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(tr("从备份恢复"), "title"))
        words = tr("备份恢复后，本机现有的数据另存一旁，不会删去。请输入备份那时的登录名和密码。")
        column.addWidget(label(words, wraps=True))
        line = QHBoxLayout()
        line.addWidget(self.path, 1)
        line.addWidget(self.choose)
        column.addLayout(line)
        column.addWidget(self.login)
        column.addWidget(self.password)
        column.addWidget(self.message)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.go)
        column.addLayout(buttons)
