"""用户 — who may come in, as what, since when; and one's own password."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.model.authorize import Action
from liaison_desktop.model.faults import Fault
from liaison_desktop.model.user import User
from liaison_desktop.model.words import Role
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import RowButton, clear, show_choice
from liaison_desktop.ui.field import Control, Field
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.new_password import NewPassword
from liaison_desktop.ui.pages.settings_panel import Panel
from liaison_desktop.ui.password import PasswordField
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.rows import stand_beside
from liaison_desktop.ui.texts import label
from liaison_desktop.ui.tick import Tick

USER = "user"
ROLES = (Role.CLERK, Role.HEAD, Role.REVIEWER, Role.ADMIN, Role.AUDITOR)


class UsersPanel(Panel):
    """The list at the left; the chosen account, or a new one, at the right.

    What is typed as a password stays in its field alone: no draft ever holds one.
    """

    def __init__(self, room: Room) -> None:
        super().__init__(room, tr("用户"), "users")
        self.chosen: User | None = None
        self._is_new = False
        self.users: Sequence[User] = ()
        self.list = QVBoxLayout()
        self.list.setSpacing(0)
        self._rows: dict[UUID, RowButton] = {}
        self.new_button = Button(tr("新用户"), self.begin_new, kind="small", picture="plus")
        self.heading = label("", "section")
        self.login = Field(tr("登录名"), Line(), required=True)
        self.name = Field(tr("姓名"), Line(), required=True)
        self.roles = {role: Tick(tr(word(role))) for role in ROLES}
        self.old = PasswordField(tr("原来的密码"))
        self.password = NewPassword(tr("新密码"))
        self.reason = Field(tr("原因"), Line())
        self.disable_button = Button(tr("停用"), self.disable, picture="withdraw")
        self.password_button = Button(
            tr("改密码"), self.change_password, kind="small", picture="key"
        )
        self._roles_row = QWidget()
        self._kept: dict[str, Field | Control] = {
            "login": self.login,
            "name": self.name,
            "reason": self.reason,
            **{str(role): tick for role, tick in self.roles.items()},
        }
        self.tie(self._kept.values())
        self._lay_out()

    def begin(self) -> None:
        """Read the accounts anew; who manages none sees his own."""
        self.room.worker.ask(self, self.room.desk.accounts.find, self._show, self.refuse)

    def begin_new(self) -> None:
        """Wait for a new account."""
        self.chosen, self._is_new = None, True
        self._show_account()
        self.login.control.setFocus()

    def save(self) -> None:
        """Register the new account, or correct the chosen one's name and roles."""
        if not self.save_button.isVisible():
            return
        accounts = self.room.desk.accounts
        roles = [role for role, tick in self.roles.items() if tick.value()]
        login, name = self.login.value().strip(), self.name.value().strip()
        if self.chosen is None:
            if not self.password.is_good():
                return
            task = partial(accounts.register, login, name, self.password.value(), roles)
        else:
            reason = self.reason.value()
            task = partial(
                accounts.correct, self.chosen.login, name=name, roles=roles, reason=reason
            )
        self.save_button.setEnabled(False)
        self.draft.answer()
        self.room.worker.ask(self, task, self._saved_user, self.refuse)

    def disable(self) -> None:
        """Shut the chosen user out, with the reason typed."""
        if self.chosen is None:
            return
        if not self.reason.value().strip():
            self.reason.show_message(tr("请写明原因"), "danger")
            self.reason.control.setFocus()
            return
        task = partial(self.room.desk.accounts.disable, self.chosen.login, self.reason.value())
        words = tr("已停用；记录和历史保留，不能再登录。")
        self.draft.answer()
        self.room.worker.ask(self, task, partial(self._done, words), self.refuse)

    def change_password(self) -> None:
        """Give the chosen user another password; one's own by the old one."""
        if self.chosen is None or not self.password.is_good():
            return
        old = self.old.value() if self._is_own() else None
        change = self.room.desk.accounts.change_password
        task = partial(change, self.chosen.login, self.password.value(), old)
        words = tr("密码已改；下次登录用新的。")
        self.room.worker.ask(self, task, partial(self._done, words), self.refuse)

    def refuse(self, fault: Fault) -> None:
        super().refuse(fault)
        self.old.set_value("")

    def _show(self, users: Sequence[User]) -> None:
        manages = self.may(Action.CORRECT_USER)
        own = self.room.desk.user.uid
        self.users = [user for user in users if manages or user.uid == own]
        self.new_button.setVisible(manages)
        clear(self.list)
        self._rows = {user.uid: self._row(user) for user in self.users}
        for row in self._rows.values():
            self.list.addWidget(row)
        if self._is_new:
            return  # what is typed of a new account stays
        is_first = self.chosen is None
        known = {user.uid: user for user in self.users}
        present = known.get(self.chosen.uid if self.chosen else own) or self.users[0]
        if self.chosen is None or (present.uid, present.rev) != (self.chosen.uid, self.chosen.rev):
            self._choose(present)
        show_choice(self._rows, present.uid)
        if is_first and manages:
            self.draft.take_up(partial(self._ask_again, known))

    def _ask_again(self, known: Mapping[UUID, User], about: UUID, act: str) -> bool:
        if act == USER and about in known:
            self._choose(known[about])
        elif act == USER and about == self.room.desk.station.uid:
            self.begin_new()
        else:
            return False
        return True

    def _row(self, user: User) -> RowButton:
        today = self.room.desk.today()
        roles = tr("、").join(tr(word(role)) for role in ROLES if role in user.roles_on(today))
        since = min((held.valid_from for held in user.roles), default=None)
        words = tr("{roles}　自 {since}").format(roles=roles, since=since) if roles else ""
        row = RowButton(
            tr("{name}（{login}）").format(name=user.name, login=user.login),
            words,
            partial(self._choose, user),
        )
        if user.disabled_at is not None:
            row.add_badge(tr("已停用"), "plain")
        return row

    def _choose(self, user: User) -> None:
        self.chosen, self._is_new = user, False
        self._show_account()

    def _show_account(self) -> None:
        self.draft.lay_by()
        user, manages = self.chosen, self.may(Action.CORRECT_USER)
        show_choice(self._rows, user.uid if user else None)
        is_alive = user is None or user.disabled_at is None
        self.heading.setText(tr("新用户") if user is None else tr("账号"))
        self.login.set_value(user.login if user else "")
        self.login.control.setEnabled(user is None)
        self.name.set_value(user.name if user else "")
        self.name.control.setEnabled(manages)
        today = self.room.desk.today()
        for role, tick in self.roles.items():
            tick.set_value(user is not None and role in user.roles_on(today))
            tick.setEnabled(manages)
        for password in (self.old, self.password.first, self.password.second):
            password.set_value("")
            password.show_message("", "")
        self.old.setVisible(self._is_own())
        self.reason.set_value("")
        self.reason.show_message("", "")
        self.reason.setVisible(manages and user is not None)
        self.save_button.setVisible(manages and is_alive)
        self.disable_button.setVisible(manages and user is not None and is_alive)
        self.password_button.setVisible(user is not None and is_alive)
        self.keep(user.uid if user else self.room.desk.station.uid, USER, self._kept)

    def _is_own(self) -> bool:
        return self.chosen is not None and self.chosen.uid == self.room.desk.user.uid

    def _saved_user(self, user: User) -> None:
        self.save_button.setEnabled(True)
        self.draft.end()
        self._choose(user)
        self._done(tr("已保存。"))

    def _done(self, words: str, _nothing: object = None) -> None:
        self.draft.end()
        self.banner.say(words, "ok")
        self.begin()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignLeft)
        left.addLayout(self.list)
        left.addStretch(1)
        ticks = QHBoxLayout(self._roles_row)
        ticks.setContentsMargins(0, 0, 0, 0)
        for tick in self.roles.values():
            ticks.addWidget(tick)
        ticks.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(self.heading)
        for line in (
            [self.login, self.name],
            [self._roles_row],
            [self.reason, self.disable_button],
            [self.old, self.password.first, self.password.second],
        ):
            row = QHBoxLayout()
            row.setSpacing(12)
            for widget in line:
                if isinstance(widget, Button):
                    stand_beside(row, widget)
                else:
                    row.addWidget(widget, 1)
            right.addLayout(row)
        right.addWidget(self.password_button, 0, Qt.AlignmentFlag.AlignLeft)
        right.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addLayout(left, 2)
        columns.addLayout(right, 5)
        self.body.addLayout(columns)
