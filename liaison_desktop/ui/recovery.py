"""忘记密码 — a new password by the code of the 密码恢复单; a new sheet takes its place."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.desk.entrance import HomeFacts, default_sheet_name, recover
from liaison_desktop.model.faults import Fault, WrongPassword
from liaison_desktop.model.times import Clock
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.chain import Chain
from liaison_desktop.ui.choice import Choice
from liaison_desktop.ui.field import Control, Field
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.new_password import NewPassword
from liaison_desktop.ui.rows import rows
from liaison_desktop.ui.sheet_field import SheetField
from liaison_desktop.ui.texts import label
from liaison_desktop.ui.worker import Ask


class RecoveryForm(QWidget):
    """`done` is called with the path of the new sheet, `back` without one."""

    def __init__(
        self,
        ask: Ask,
        facts: HomeFacts,
        clock: Clock,
        done: Callable[[Path], object],
        back: Callable[[], object],
    ) -> None:
        super().__init__()
        self._ask, self._facts, self._clock, self._done = ask, facts, clock, done
        self.code = Field(tr("密码恢复单上的恢复码"), Line(), required=True)
        self.account = Field(tr("账号"), Choice([(login, login) for login in facts.logins]))
        self.account.set_value(facts.logins[0])
        self.password = NewPassword(tr("新密码"))
        self.sheet = SheetField()
        self.sheet.offer(default_sheet_name(facts.name, clock))
        self.message = label("", "danger", wraps=True)
        self.submit = Button(tr("重设密码"), self.recover, kind="primary", key=tr("回车"))
        self._lay_out(Button(tr("返回登录"), back))
        self._chain = Chain(self._controls, self.recover)
        self._chain.tie(self._controls())

    def begin(self) -> None:
        """Wait for the code."""
        self.code.control.setFocus()

    def recover(self) -> None:
        """Set the new password, if both entries agree."""
        if not self.password.is_good() or not self.submit.isEnabled():
            return
        self.submit.setEnabled(False)
        self.message.setText("")
        facts, sheet = self._facts, self.sheet.path()
        code, login = self.code.value(), self.account.value()
        task = partial(
            recover, facts.folder, code, login, self.password.value(), self._clock, sheet
        )
        self._ask(task, lambda _nothing: self._done(sheet), self._refuse)

    def _refuse(self, fault: Fault) -> None:
        self.submit.setEnabled(True)
        is_code = isinstance(fault, WrongPassword) and not fault.wait_seconds
        wrong_code = tr("恢复码不对，密码没有改动；请照恢复单逐字核对。")
        self.message.setText(wrong_code if is_code else say(fault))

    def _controls(self) -> list[Control]:
        head = [self.code.control, self.account.control]
        return [*head, *self.password.controls(), self.sheet.line]

    def _lay_out(self, back: Button) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(label(tr("忘记密码"), "title"))
        hint = tr("用完的恢复单作废；新的一张请打印、签封，不与本机放在一起。")
        column.addWidget(label(hint, "small", wraps=True))
        column.addLayout(
            rows(
                [
                    [(self.code, 1), (self.account, 1)],
                    [(self.password.first, 1), (self.password.second, 1)],
                    [(self.sheet, 1)],
                ]
            )
        )
        column.addWidget(self.message)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addWidget(back)
        buttons.addStretch(1)
        buttons.addWidget(self.submit)
        column.addLayout(buttons)
