"""登录 — who sits down; nothing heavy is loaded before this form is painted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.chain import Chain
from liaison_desktop.ui.field import Control, Field
from liaison_desktop.ui.frames import frame
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.password import PasswordField
from liaison_desktop.ui.texts import label, show_typed
from liaison_desktop.ui.theme import current

if TYPE_CHECKING:
    from liaison_desktop.model.faults import Fault
    from liaison_desktop.ui.choice import Choice

_PLACE_OF_ACCOUNTS = 1
"""In the column, between the heading and the password."""


class LoginForm(QWidget):
    """Account and password; `submitted` carries them, `forgotten` asks for the 密码恢复单."""

    submitted = Signal(str, str)
    account: Choice
    """The accounts of this home; there once `show_accounts` was told of them."""

    def __init__(self, forgotten: Callable[[], object]) -> None:
        super().__init__()
        self.password = PasswordField(tr("密码"))
        self.message = label("", "danger", wraps=True)
        self.enter = Button(tr("登录"), self.submit, kind="primary", key=tr("回车"))
        self.forgotten = Button(tr("忘记密码"), forgotten, kind="ghost", picture="key")
        self._wait = 0
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._count_down)
        self._lay_out()
        self._has_accounts = False
        self._chain = Chain(self._controls, self.submit)
        self._chain.tie([self.password.line])

    def show_accounts(self, logins: Sequence[str], last: str) -> None:
        """Offer the accounts of this home, the one used last first."""
        if not self._has_accounts:
            self._make_room_for_accounts()
        self.account.offer((login, login) for login in logins)
        self.account.set_value(last if last in logins else logins[0])
        self.password.line.setFocus()

    def begin(self) -> None:
        """Wait for a password; whoever came in before is out again."""
        if not self._second.isActive():
            self._be_busy(False)
        self.password.set_value("")
        self.password.line.setFocus()

    @Slot()
    def submit(self) -> None:
        """Ask to log in, once; not while a wait is running."""
        if self._has_accounts and self.enter.isEnabled() and self.account.value():
            self._be_busy(True)
            self.submitted.emit(self.account.value(), self.password.value())

    def refuse(self, fault: Fault) -> None:
        """Say why the home was not opened; after many wrong passwords, count the wait down."""
        from liaison_desktop.model.faults import WrongPassword

        self._be_busy(False)
        self.say(say(fault))
        self.password.line.selectAll()
        self.password.line.setFocus()
        if isinstance(fault, WrongPassword) and fault.wait_seconds:
            self._wait = fault.wait_seconds
            self.enter.setEnabled(False)
            self._second.start()

    def say(self, text: str, role: str = "danger") -> None:
        """Show what happened, in words and colour."""
        self.message.setProperty("role", role)
        self.message.style().polish(self.message)
        show_typed(self.message, text)

    def _be_busy(self, is_busy: bool) -> None:
        self.enter.setEnabled(not is_busy)
        if self._has_accounts:
            self.account.setEnabled(not is_busy)
        self.enter.setText(tr("正在打开……") if is_busy else f"{tr('登录')}  {tr('回车')}")
        if is_busy:
            self.say("")

    @Slot()
    def _count_down(self) -> None:
        from liaison_desktop.model.faults import WrongPassword

        self._wait -= 1
        if self._wait > 0:
            self.say(say(WrongPassword(self._wait)))
            return
        self._second.stop()
        self.say("")
        self.enter.setEnabled(True)

    def _controls(self) -> list[Control]:
        return [self.account, self.password.line] if self._has_accounts else [self.password.line]

    def _make_room_for_accounts(self) -> None:
        """Put the accounts where their room was left; before the home is known there are none."""
        from liaison_desktop.ui.choice import Choice

        self.account = Choice()
        self._has_accounts = True
        self._column.takeAt(_PLACE_OF_ACCOUNTS)
        self._column.insertWidget(_PLACE_OF_ACCOUNTS, Field(tr("账号"), self.account))
        self._chain.tie([self.account])
        self.setTabOrder(self.account, self.password.line)

    def _lay_out(self) -> None:
        card = frame("card")
        card.setMaximumWidth(460)
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card, 8)
        middle.addStretch(1)
        whole.addLayout(middle)
        whole.addStretch(3)
        self._column = column = QVBoxLayout(card)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(12)
        column.addWidget(label(tr("登录"), "title"))
        column.addSpacing(current().px(24) + current().size("control"))
        column.addWidget(self.password)
        column.addWidget(self.message)
        row = QHBoxLayout()
        row.addWidget(self.forgotten)
        row.addStretch(1)
        row.addWidget(self.enter)
        column.addLayout(row)
