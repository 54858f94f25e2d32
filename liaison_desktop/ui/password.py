"""A password field with an eye that shows what was typed."""

from typing import Any

from PySide6.QtWidgets import QLineEdit

from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.field import Field
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line


class PasswordField(Field):
    """Hidden while typed; the eye shows it until it is pressed again."""

    def __init__(self, text: str) -> None:
        self.line = Line()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.eye = Button(tr("显示"), self._look, kind="strip", picture="eye")
        super().__init__(text, self.line, aside=self.eye)
        self.eye.setAccessibleName(f"{tr('显示')} {text}")

    def value(self) -> str:
        return self.line.value()

    def set_value(self, value: Any) -> None:
        self.line.set_value(value)

    def _look(self) -> None:
        is_hidden = self.line.echoMode() is QLineEdit.EchoMode.Password
        modes = QLineEdit.EchoMode
        self.line.setEchoMode(modes.Normal if is_hidden else modes.Password)
        self.eye.setText(tr("隐藏") if is_hidden else tr("显示"))
        self.eye.set_picture("eye_off" if is_hidden else "eye")
        self.line.setFocus()
