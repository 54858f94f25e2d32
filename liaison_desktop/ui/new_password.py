"""A new password, typed twice."""

from liaison_desktop.ui.field import Control
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.password import PasswordField

LEAST = 8


class NewPassword:
    """Two password fields that must agree; the desk judges how easily it is guessed."""

    def __init__(self, text: str) -> None:
        self.first = PasswordField(text)
        self.second = PasswordField(tr("再输一次"))
        self.second.line.say_name(f"{text} {tr('再输一次')}")

    def value(self) -> str:
        return self.first.value()

    def controls(self) -> list[Control]:
        return [self.first.line, self.second.line]

    def is_good(self) -> bool:
        """Say at the field what is wrong, and return whether nothing is."""
        is_long = len(self.first.value()) >= LEAST
        agrees = self.first.value() == self.second.value()
        self.first.show_message("" if is_long else tr("至少 8 个字"), "" if is_long else "danger")
        self.second.show_message("" if agrees else tr("两次不一样"), "" if agrees else "danger")
        return is_long and agrees
